//! Broken twins: the code of this crate with one check taken out, for tests that show what each check is for.
//!
//! Without the feature `mutants` nothing here is more than a constant `false`, and the checks are as they stand. With it a
//! test takes one check out for a while, in its own thread, by `with_broken`, and an attack that was refused must succeed.
//! No build without debug assertions has the feature.

/// One check that a twin lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Twin {
    /// A coordinate is below the order of the base field; the twin reduces it.
    CoordinateBelowOrder,
    /// A point is on its curve.
    PointOnCurve,
    /// A point of the twist is in the subgroup of prime order.
    PointInSubgroup,
    /// A point is not the identity.
    PointNotIdentity,
    /// There are as many inputs as the key takes.
    InputCount,
    /// The key is for a circuit of the statement's fact.
    FactOfKey,
    /// A claim names the circuit of the key.
    CircuitOfClaim,
    /// A claim names the key.
    KeyOfClaim,
    /// A circuit is named after the fact of the claim.
    FactOfCircuit,
    /// The key lint found nothing.
    KeyLint,
    /// The claims of a batch have weights; the twin's are 1.
    BatchWeights,
    /// The weights of a batch depend on the inputs.
    InputsInTranscript,
    /// The weights of a batch depend on the proofs.
    ProofsInTranscript,
}

#[cfg(feature = "mutants")]
std::thread_local! {
    static BROKEN: core::cell::Cell<Option<Twin>> = const { core::cell::Cell::new(None) };
}

/// Runs `body` with one check taken out, in this thread.
#[cfg(feature = "mutants")]
pub fn with_broken<R>(twin: Twin, body: impl FnOnce() -> R) -> R {
    let before = BROKEN.replace(Some(twin));
    let result = body();
    BROKEN.set(before);
    result
}

/// Whether this check is taken out.
#[cfg(feature = "mutants")]
pub(crate) fn is_broken(twin: Twin) -> bool {
    BROKEN.get() == Some(twin)
}

/// No check is taken out.
#[cfg(not(feature = "mutants"))]
pub(crate) const fn is_broken(_: Twin) -> bool {
    false
}
