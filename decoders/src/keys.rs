//! Verifying keys in every form.

use workproof_verifier::forms::{arkworks_compressed, arkworks_uncompressed, eip197, solana};
use workproof_verifier::keys::lint_key;
use workproof_verifier::{DevelopmentVerifyingKey, ForeignVerifyingKey, VerifyingKey, VerifyingKeyPoints};

use crate::decoder::{Decoder, Pace, Spelling, look_at};

pub(crate) const DECODERS: &[Decoder] = &[
    Decoder {
        name: "key",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(VerifyingKey::from_bytes(bytes).ok()?.to_bytes()),
    },
    Decoder {
        name: "key-development",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(DevelopmentVerifyingKey::insecure_from_bytes(bytes).ok()?.to_bytes()),
    },
    Decoder {
        name: "key-snarkjs",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: |bytes| {
            // the lint looks at keys that are refused, too
            if let Ok(points) = VerifyingKeyPoints::from_snarkjs_json(bytes) {
                look_at(lint_key(&points));
            }
            Some(ForeignVerifyingKey::from_snarkjs_json(bytes).ok()?.to_snarkjs_json().into_bytes())
        },
    },
    Decoder {
        name: "key-eip197",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(eip197::key_to_bytes(&eip197::key_from_bytes(bytes).ok()?)),
    },
    Decoder {
        name: "key-solana",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(solana::key_to_bytes(&solana::key_from_bytes(bytes).ok()?)),
    },
    Decoder {
        name: "key-arkworks-compressed",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            Some(arkworks_compressed::key_to_bytes(&arkworks_compressed::key_from_bytes(bytes).ok()?))
        },
    },
    Decoder {
        name: "key-arkworks-uncompressed",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            Some(arkworks_uncompressed::key_to_bytes(&arkworks_uncompressed::key_from_bytes(bytes).ok()?))
        },
    },
    Decoder { name: "key-solidity", spelling: Spelling::Many, pace: Pace::Quick, read: solidity },
];

/// A contract's source is not written again: the constants that were found are, in the form of today.
fn solidity(bytes: &[u8]) -> Option<Vec<u8>> {
    let points = VerifyingKeyPoints::from_solidity_source(core::str::from_utf8(bytes).ok()?).ok()?;
    look_at(lint_key(&points));
    let mut source = String::new();
    let mut constant = |name: &str, value: &dyn core::fmt::Display| {
        source.push_str(&format!("uint256 constant {name} = {value};\n"));
    };
    constant("alphax", &points.alpha_g1.x);
    constant("alphay", &points.alpha_g1.y);
    for (name, point) in [("beta", points.beta_g2), ("gamma", points.gamma_g2), ("delta", points.delta_g2)] {
        constant(&format!("{name}x1"), &point.x.c1);
        constant(&format!("{name}x2"), &point.x.c0);
        constant(&format!("{name}y1"), &point.y.c1);
        constant(&format!("{name}y2"), &point.y.c0);
    }
    for (index, point) in points.ic.iter().enumerate() {
        constant(&format!("IC{index}x"), &point.x);
        constant(&format!("IC{index}y"), &point.y);
    }
    Some(source.into_bytes())
}
