//! A proof in snarkjs' JSON form.

use alloc::string::String;
use serde::{Deserialize, Serialize};
use workproof_protocol::json::Object;

use crate::json_error::JsonError;
use crate::proof::{Proof, ProofError, ProofPoint};
use crate::snarkjs_points::{
    CURVE, JsonG1, JsonG2, PROTOCOL, g1_from_json, g1_to_json, g2_from_json, g2_to_json,
};

/// The most bytes of a snarkjs proof file that are looked at.
pub const MAX_SNARKJS_PROOF_BYTES: usize = 16 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SnarkjsProof {
    pi_a: JsonG1,
    pi_b: JsonG2,
    pi_c: JsonG1,
    protocol: String,
    /// rapidsnark leaves it out; it knows no other curve.
    #[serde(default = "bn128")]
    curve: String,
}

fn bn128() -> String {
    String::from(CURVE)
}

impl Proof {
    /// Reads a proof as snarkjs writes it (`proof.json`), or rapidsnark, which does not name the curve.
    ///
    /// # Errors
    /// [`ProofError::Length`] beyond [`MAX_SNARKJS_PROOF_BYTES`], [`ProofError::Json`] for another shape,
    /// [`ProofError::OtherSystem`], and [`ProofError::Point`] for coordinates that are not canonical decimals below q
    /// or not a usable point.
    pub fn from_snarkjs_json(json: &[u8]) -> Result<Self, ProofError> {
        if json.len() > MAX_SNARKJS_PROOF_BYTES {
            return Err(ProofError::Length { found: json.len() });
        }
        let Object(read): Object<SnarkjsProof> =
            serde_json::from_slice(json).map_err(|error| ProofError::Json(JsonError::from(error)))?;
        if read.protocol != PROTOCOL || read.curve != CURVE {
            return Err(ProofError::OtherSystem);
        }
        let at = |name: ProofPoint| move |source| ProofError::Point { name, source };
        Self::new(
            g1_from_json(&read.pi_a).map_err(at(ProofPoint::A))?,
            g2_from_json(&read.pi_b).map_err(at(ProofPoint::B))?,
            g1_from_json(&read.pi_c).map_err(at(ProofPoint::C))?,
        )
    }

    /// The proof as snarkjs writes it.
    #[must_use]
    pub fn to_snarkjs_json(&self) -> String {
        let written = SnarkjsProof {
            pi_a: g1_to_json(self.a()),
            pi_b: g2_to_json(self.b()),
            pi_c: g1_to_json(self.c()),
            protocol: String::from(PROTOCOL),
            curve: bn128(),
        };
        // strings and arrays always serialize
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }
}
