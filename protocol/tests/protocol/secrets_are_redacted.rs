//! No secret can be read from what a type prints (C7).

use workproof_protocol::{
    AnswerSet, AttesterPath, Fr, GoldProver, GoldSet, GoldWitness, Identity, IdentitySecret, RelayVoucher,
    RelayWitness, Salt, SigningKey, fr_to_be_bytes, fr_to_decimal,
};

use crate::fixtures::{Mode, Network, Task};

/// All ways in which a field element could show: decimal, and hexadecimal in both byte orders and cases.
fn spellings(secret: &Fr) -> Vec<String> {
    let mut bytes = fr_to_be_bytes(secret);
    let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let big = hexadecimal(&bytes);
    bytes.reverse();
    vec![fr_to_decimal(secret), hexadecimal(&bytes), big.to_uppercase(), big]
}

fn assert_hidden(printed: &str, secret: &Fr) {
    for spelling in spellings(secret) {
        // A prefix would be a leak too.
        assert!(!printed.contains(&spelling[..12]), "{printed}");
    }
    assert!(printed.contains("<redacted>"), "{printed}");
}

#[test]
fn identities_and_keys_print_no_secret() {
    let identity = Identity::from_text("a very secret text").unwrap();
    let secret = identity.secret_scalar();
    assert_hidden(&format!("{identity:?} {identity:#?}"), secret.expose_secret());
    assert_hidden(&format!("{secret:?} {secret:#?}"), secret.expose_secret());
    assert!(!format!("{identity:?}").contains("a very secret text"));
    assert!(!format!("{identity:?}").contains("118"), "the bytes of the text in decimal");
    let key = SigningKey::from_private_key(b"a very secret text").unwrap();
    assert_hidden(&format!("{key:?} {key:#?}"), secret.expose_secret());
}

#[test]
fn witnesses_print_no_secret() {
    let (_, relay) = Network::new().claim();
    let printed = format!("{relay:?} {relay:#?} {:?}", relay.vouchers);
    assert_hidden(&printed, relay.identity.expose_secret());
    assert!(!printed.contains("units") && !printed.contains("100"));
    for mode in [Mode::Contributor, Mode::Grader] {
        let (_, gold) = Task::new().claim(mode);
        let printed = format!("{gold:?} {gold:#?} {:?} {:?} {:?}", gold.gold, gold.answers, gold.prover);
        assert_hidden(&printed, gold.gold.salt().expose_secret());
        assert_hidden(&printed, gold.answers.salt().expose_secret());
        assert!(!printed.contains("100, 0"), "{printed}");
        if let GoldProver::Contributor { identity, .. } = &gold.prover {
            assert_hidden(&printed, identity.expose_secret());
        }
    }
    let salt = Salt::from_bytes(&[0xab; 31]);
    assert_hidden(&format!("{salt:?}"), salt.expose_secret());
}

#[test]
fn requests_print_no_secret() {
    let network = Network::new();
    let printed = format!("{:?}", network.request());
    assert_hidden(&printed, network.identity.secret_scalar().expose_secret());
    // neither who claims, nor for what, nor by whom it was signed
    assert_hidden(&printed, &network.identity.commitment());
    for word in ["units", "index", "siblings"] {
        assert!(!printed.contains(word), "{printed}");
    }
    let task = Task::new();
    let printed = format!("{:?}", task.request(Mode::Contributor));
    assert_hidden(&printed, task.identity.secret_scalar().expose_secret());
    assert_hidden(&printed, task.gold.salt().expose_secret());
    assert_hidden(&printed, &task.identity.commitment());
}

/// Does not compile where the type has the trait: two candidates for one function.
macro_rules! assert_has_not {
    ($trait:path: $($secret:ty),+) => {$(
        const _: fn() = || {
            trait Candidate<Which> {
                fn chosen() {}
            }
            struct Forbidden;
            impl<T: ?Sized> Candidate<()> for T {}
            impl<T: ?Sized + $trait> Candidate<Forbidden> for T {}
            <$secret as Candidate<_>>::chosen();
        };
    )+};
}

macro_rules! assert_is_no_text {
    ($($secret:ty),+ $(,)?) => {
        assert_has_not!(core::fmt::Display: $($secret),+);
        assert_has_not!(core::fmt::LowerHex: $($secret),+);
        assert_has_not!(Copy: $($secret),+);
        #[cfg(feature = "serde")]
        assert_has_not!(serde::Serialize: $($secret),+);
    };
}

// JSON of a secret is made by a method that says so; a copy would not be wiped.
assert_is_no_text!(
    Identity,
    IdentitySecret,
    SigningKey,
    Salt,
    GoldSet,
    AnswerSet,
    RelayWitness,
    RelayVoucher,
    GoldWitness,
    GoldProver,
    AttesterPath,
);

/// What is refused is not repeated, neither for people nor for programmers.
#[test]
fn errors_repeat_no_secret_c7() {
    let identity = Identity::from_text("a very secret text").unwrap();
    let mut exported = identity.export().to_string();
    exported.push('!');
    let error = Identity::import(&exported).unwrap_err();
    assert!(!format!("{error} {error:?}").contains(&exported[..8]));
    let salt = Salt::from_bytes(&[0xab; 31]);
    let set = GoldSet::new(vec![77; 20], salt.clone()).unwrap();
    let json = set.expose_json().to_string();
    let damaged = [
        json.replacen("[77,", "[777,", 1),
        json.replacen("\"salt\":\"", "\"salt\":\"-", 1),
        json.replacen("gold", "answers", 1),
        json.replacen('}', ",\"more\":1}", 1),
        json.replacen("[77,", "[77,77,\"", 1),
    ];
    for text in damaged {
        assert_ne!(text, json);
        let error = GoldSet::from_json(&text).expect_err(&text);
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains("77"), "{printed}");
        assert!(!spellings(salt.expose_secret()).iter().any(|secret| printed.contains(&secret[..12])));
    }
}
