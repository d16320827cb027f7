//! What people of a network send each other: vouchers, registries, labels, identities, scopes.

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use workproof_protocol::strict_json::JsonValue;
use workproof_protocol::{
    AnswerSet, AttesterTree, EdwardsPoint, GoldSet, Identity, LeanImt, LeanImtProof, Payment, PublicKey,
    ScopeFields, Signature, Voucher, fr_from_decimal, fr_to_decimal,
};

use crate::decoder::{Decoder, Pace, Spelling, look_at};

pub(crate) const DECODERS: &[Decoder] = &[
    Decoder {
        name: "voucher",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            let voucher = Voucher::from_bytes(bytes).ok()?;
            // whether it is signed is another question, with an answer on every voucher
            look_at(voucher.verify());
            Some(voucher.to_bytes().to_vec())
        },
    },
    Decoder { name: "voucher-json", spelling: Spelling::Many, pace: Pace::Quick, read: json::<Voucher> },
    Decoder {
        name: "registry-of-contributors",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: |bytes| Some(LeanImt::import(core::str::from_utf8(bytes).ok()?).ok()?.export().into_bytes()),
    },
    Decoder {
        name: "registry-of-attesters",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: json::<AttesterTree>,
    },
    Decoder { name: "membership", spelling: Spelling::Many, pace: Pace::Quick, read: json::<LeanImtProof> },
    Decoder {
        name: "gold-labels",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: |bytes| {
            let labels = GoldSet::from_json(core::str::from_utf8(bytes).ok()?).ok()?;
            Some(labels.expose_json().as_bytes().to_vec())
        },
    },
    Decoder {
        name: "answer-labels",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: |bytes| {
            let labels = AnswerSet::from_json(core::str::from_utf8(bytes).ok()?).ok()?;
            Some(labels.expose_json().as_bytes().to_vec())
        },
    },
    Decoder {
        name: "identity",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            Some(Identity::import(core::str::from_utf8(bytes).ok()?).ok()?.export().as_bytes().to_vec())
        },
    },
    Decoder { name: "scope", spelling: Spelling::Many, pace: Pace::Quick, read: json::<ScopeFields> },
    Decoder { name: "payment", spelling: Spelling::Many, pace: Pace::Quick, read: json::<Payment> },
    Decoder { name: "signature-json", spelling: Spelling::Many, pace: Pace::Quick, read: json::<Signature> },
    Decoder { name: "public-key-json", spelling: Spelling::Many, pace: Pace::Quick, read: json::<PublicKey> },
    Decoder {
        name: "signature",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(Signature::from_bytes(bytes.try_into().ok()?).ok()?.to_bytes().to_vec()),
    },
    Decoder {
        name: "public-key",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(PublicKey::from_bytes(bytes.try_into().ok()?).ok()?.to_bytes().to_vec()),
    },
    Decoder {
        name: "edwards-point",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(EdwardsPoint::from_bytes(bytes.try_into().ok()?).ok()?.to_bytes().to_vec()),
    },
    Decoder {
        name: "decimal",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            let value = fr_from_decimal(core::str::from_utf8(bytes).ok()?).ok()?;
            Some(fr_to_decimal(&value).into_bytes())
        },
    },
    Decoder { name: "strict-json", spelling: Spelling::Many, pace: Pace::Quick, read: strict_json },
];

fn json<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<Vec<u8>> {
    serde_json::to_vec(&serde_json::from_slice::<T>(bytes).ok()?).ok()
}

/// The value as it stands in the document, without what surrounds it. Whatever the strict reader takes for JSON, serde does too.
fn strict_json(bytes: &[u8]) -> Option<Vec<u8>> {
    let value = JsonValue::parse(bytes).ok()?;
    assert!(serde_json::from_slice::<IgnoredAny>(bytes).is_ok(), "only the strict reader takes it for JSON");
    // what it holds is read on demand, and may be refused
    if let Ok(elements) = value.elements() {
        elements
            .iter()
            .for_each(|element| look_at((element.text(), element.integer(), element.field_text())));
    }
    look_at((value.text(), value.integer(), value.fields(["version", "proof"]), value.field_text()));
    Some(value.as_json().as_bytes().to_vec())
}
