//! A case in the bytes or the text of one verifier.
//!
//! Nothing is put right on the way: a number that is too large stays too large where the form has room for it, and a point that
//! is none stays none. Where a form has no words for what a case says, the reason is given instead, and counted.

mod claim;
mod compressed;
mod words;

use crate::case::Case;
use crate::keys::Key;
use crate::number::{Word, decimal};

/// Why a form cannot say a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotExpressible(pub &'static str);

impl NotExpressible {
    /// The flag of infinity of a compressed point beside other bits.
    pub const INFINITY_FLAG: Self = Self("the form has no flag of infinity");
    /// A coordinate does not fit beside the flags.
    pub const NO_ROOM: Self = Self("the coordinate has no room beside the flags");
    /// The form has x and a sign, and no y.
    pub const NO_Y: Self = Self("the form has no y to be wrong");
    /// The sign of a y that is not below q.
    pub const NO_SIGN: Self = Self("a y that is not below q has no sign");
    /// The terms do not split into small integers.
    pub const TERMS: Self = Self("a statement has no number for terms beyond 2^128");
    /// What follows the arguments of a call is not read.
    pub const CALLDATA: Self = Self("a call takes a fixed number of inputs and reads nothing behind them");
    /// The form of claims and snarkjs' form in a page refuse development keys.
    pub const DEVELOPMENT_KEY: Self = Self("development keys are refused in this form");
    /// A batch of types that hold at most eight inputs.
    pub const MORE_THAN_EIGHT: Self = Self("a statement of more than eight inputs does not compile");
}

/// How a verifier is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 128 bytes, little-endian x with flags; inputs little-endian. workproof, Sui.
    Compressed,
    /// 256 bytes, big-endian; inputs big-endian. The EVM, Soroban.
    Eip197,
    /// As EIP-197 with A negated. Solana.
    Solana,
    /// The compressed points in reverse order of bytes, A negated. Solana.
    SolanaCompressed,
    /// 256 bytes, little-endian with flags; inputs little-endian. Aptos.
    Uncompressed,
    /// snarkjs' JSON, in decimals.
    Snarkjs,
    /// A claim's JSON: a typed statement.
    Claim,
}

impl Form {
    /// Its name in the line protocol.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compressed => "arkworks-compressed",
            Self::Eip197 => "eip197",
            Self::Solana => "solana",
            Self::SolanaCompressed => "solana-compressed",
            Self::Uncompressed => "arkworks-uncompressed",
            Self::Snarkjs => "snarkjs",
            Self::Claim => "claim",
        }
    }

    /// Says a case.
    ///
    /// # Errors
    /// The reason why the form cannot.
    pub fn say(self, case: &Case, key: &Key) -> Result<Said, NotExpressible> {
        let inputs = case.inputs.as_slice();
        let bytes = |proof: Vec<u8>, inputs: Vec<u8>| Said::Bytes { proof, inputs };
        Ok(match self {
            Self::Compressed => bytes(compressed::of(&case.proof)?.to_vec(), little_endian(inputs)),
            Self::Eip197 => bytes(words::of(&case.proof)?.concat(), inputs.concat()),
            Self::Solana => bytes(words::with_negated_a(words::of(&case.proof)?).concat(), inputs.concat()),
            Self::SolanaCompressed => {
                bytes(compressed::reversed_with_negated_a(compressed::of(&case.proof)?), inputs.concat())
            }
            Self::Uncompressed => {
                bytes(words::little_endian_with_flags(&words::of(&case.proof)?)?, little_endian(inputs))
            }
            Self::Snarkjs => Said::Snarkjs {
                proof: words::snarkjs(&words::of(&case.proof)?),
                signals: inputs.iter().map(decimal).collect(),
            },
            Self::Claim => Said::Claim(claim::of(inputs, &compressed::of(&case.proof)?, key)?),
        })
    }
}

/// What is handed to a verifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A proof and inputs as bytes.
    Bytes {
        /// The proof.
        proof: Vec<u8>,
        /// The public inputs, 32 bytes each.
        inputs: Vec<u8>,
    },
    /// The files `proof.json` and `public.json`.
    Snarkjs {
        /// The proof's JSON.
        proof: String,
        /// The public signals.
        signals: Vec<String>,
    },
    /// A claim's JSON.
    Claim(String),
}

fn little_endian(words: &[Word]) -> Vec<u8> {
    words.iter().flat_map(|word| word.iter().rev().copied()).collect()
}
