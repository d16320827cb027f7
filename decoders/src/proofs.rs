//! Proofs and public inputs in every form, and claims.

use serde::Serialize;
use serde::de::DeserializeOwned;
use workproof_protocol::strict_json::{JsonValue, ReadJson};
use workproof_protocol::{GoldStatement, RelayStatement, Statement};
use workproof_verifier::forms::{
    arkworks_compressed, arkworks_uncompressed, eip197, inputs_from_be_bytes, inputs_from_le_bytes,
    inputs_to_be_bytes, inputs_to_le_bytes, solana,
};
use workproof_verifier::{Claim, ClaimHeader, Proof};
use workproof_wasm_call::Arguments;

use crate::decoder::{Decoder, Pace, Spelling};

pub(crate) const DECODERS: &[Decoder] = &[
    Decoder {
        name: "proof",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(Proof::from_bytes(bytes).ok()?.to_bytes().to_vec()),
    },
    Decoder {
        name: "proof-hex",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(Proof::from_hex(core::str::from_utf8(bytes).ok()?).ok()?.to_hex().into_bytes()),
    },
    Decoder {
        name: "proof-snarkjs",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: |bytes| Some(Proof::from_snarkjs_json(bytes).ok()?.to_snarkjs_json().into_bytes()),
    },
    Decoder {
        name: "proof-eip197",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(eip197::proof_to_bytes(&eip197::proof_from_bytes(bytes).ok()?).to_vec()),
    },
    Decoder {
        name: "proof-solana",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(solana::proof_to_bytes(&solana::proof_from_bytes(bytes).ok()?).to_vec()),
    },
    Decoder {
        name: "proof-solana-compressed",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            let proof = solana::proof_from_compressed_bytes(bytes).ok()?;
            Some(solana::proof_to_compressed_bytes(&proof).to_vec())
        },
    },
    Decoder {
        name: "proof-arkworks-compressed",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            let proof = arkworks_compressed::proof_from_bytes(bytes).ok()?;
            Some(arkworks_compressed::proof_to_bytes(&proof).to_vec())
        },
    },
    Decoder {
        name: "proof-arkworks-uncompressed",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| {
            let proof = arkworks_uncompressed::proof_from_bytes(bytes).ok()?;
            Some(arkworks_uncompressed::proof_to_bytes(&proof).to_vec())
        },
    },
    Decoder {
        name: "inputs-be",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(inputs_to_be_bytes(&inputs_from_be_bytes(bytes).ok()?)),
    },
    Decoder {
        name: "inputs-le",
        spelling: Spelling::One,
        pace: Pace::Quick,
        read: |bytes| Some(inputs_to_le_bytes(&inputs_from_le_bytes(bytes).ok()?)),
    },
    Decoder {
        name: "claim-relay",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: claim::<RelayStatement>,
    },
    Decoder { name: "claim-gold", spelling: Spelling::Many, pace: Pace::Quick, read: claim::<GoldStatement> },
    Decoder {
        name: "statement-relay",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: statement::<RelayStatement>,
    },
    Decoder {
        name: "statement-gold",
        spelling: Spelling::Many,
        pace: Pace::Quick,
        read: statement::<GoldStatement>,
    },
    Decoder { name: "claims-of-a-page", spelling: Spelling::One, pace: Pace::Quick, read: claims_of_a_page },
];

/// Read with serde, without it, and its head alone: all three must come to the same.
fn claim<S: Statement + PartialEq + Serialize + DeserializeOwned + ReadJson>(
    bytes: &[u8],
) -> Option<Vec<u8>> {
    let (serde, strict) = (Claim::<S>::from_json(bytes).ok(), Claim::<S>::from_strict_json(bytes).ok());
    assert!(serde == strict, "a claim is read in two ways");
    let head = ClaimHeader::peek(bytes).ok();
    let claim = serde?;
    assert!(head.is_some_and(|head| head.circuit() == claim.circuit() && head.key_id() == claim.key_id()));
    Some(claim.to_json().ok()?.into_bytes())
}

/// Read with serde and without.
fn statement<S: Statement + PartialEq + Serialize + DeserializeOwned + ReadJson>(
    bytes: &[u8],
) -> Option<Vec<u8>> {
    let serde: Option<S> = serde_json::from_slice(bytes).ok();
    let strict = JsonValue::parse(bytes).and_then(S::read_json).ok();
    assert!(serde == strict, "a statement is read in two ways");
    serde_json::to_vec(&serde?).ok()
}

/// Several arguments of a call into WebAssembly, each behind its length.
fn claims_of_a_page(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut arguments = Arguments::new(bytes);
    let mut written = Vec::new();
    while !arguments.is_empty() {
        let argument = arguments.next_bytes().ok()?;
        written.extend(u32::try_from(argument.len()).ok()?.to_le_bytes());
        written.extend(argument);
    }
    Some(written)
}
