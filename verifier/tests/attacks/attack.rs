//! One attack, run twice.

use core::fmt::Debug;
use workproof_protocol::mutants as of_protocol;
use workproof_verifier::mutants as of_verifier;

/// Where the check is that the twin lacks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Twin {
    /// In the protocol.
    Protocol(of_protocol::Twin),
    /// In the verifier.
    Verifier(of_verifier::Twin),
}

/// Carries an attack out: the code as it is refuses it with `refusal`, and its twin lets it succeed. Then it is printed for
/// the table in the book, by the name of the test that it stands in.
///
/// An attack that is not refused says `Ok`, after it has made sure of what it gained.
#[expect(clippy::print_stdout, reason = "the chore that writes the table reads it there")]
pub(crate) fn carry_out<E: Debug + PartialEq, A: Fn() -> Result<(), E>>(
    id: &str,
    what: &str,
    refusal: E,
    twin: Twin,
    attack: A,
) {
    assert_eq!(attack().as_ref(), Err(&refusal), "{id}: {what}");
    let (gained, name) = match twin {
        Twin::Protocol(twin) => (of_protocol::with_broken(twin, &attack), format!("{twin:?}")),
        Twin::Verifier(twin) => (of_verifier::with_broken(twin, &attack), format!("{twin:?}")),
    };
    assert_eq!(gained, Ok(()), "{id}: {what}, without {name}");
    assert!(attack().is_err(), "{id}: the check is back");
    let error = last_segment(core::any::type_name::<E>());
    let variant = format!("{refusal:?}");
    let variant = variant.split(['(', ' ', '{']).next().unwrap_or_default().to_owned();
    let test = core::any::type_name::<A>().trim_end_matches("::{{closure}}");
    println!("attack\t{id}\t{what}\t{}\t{error}::{variant}\t{name}", last_segment(test));
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
