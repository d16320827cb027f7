//! A proof in snarkjs' JSON form.

#[cfg(feature = "serde")]
use alloc::string::String;
use workproof_protocol::strict_json::JsonValue;

use crate::json_error::JsonError;
use crate::proof::{Proof, ProofError, ProofPoint};
use crate::snarkjs_points::{CURVE, JsonPointError, PROTOCOL, g1_from_json, g2_from_json};
#[cfg(feature = "serde")]
use crate::snarkjs_points::{JsonG1, JsonG2, g1_to_json, g2_to_json};

/// The most bytes of a snarkjs proof file that are looked at.
pub const MAX_SNARKJS_PROOF_BYTES: usize = 16 * 1024;

#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
struct WrittenProof {
    pi_a: JsonG1,
    pi_b: JsonG2,
    pi_c: JsonG1,
    protocol: &'static str,
    curve: &'static str,
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
        let in_json = |fault| ProofError::Json(JsonError::of(fault, json));
        let at = |name: ProofPoint| {
            move |error| match error {
                JsonPointError::Json(fault) => in_json(fault),
                JsonPointError::Point(source) => ProofError::Point { name, source },
            }
        };
        // rapidsnark leaves the curve out; it knows no other
        let fields = JsonValue::parse(json)
            .and_then(|proof| proof.fields_besides(["pi_a", "pi_b", "pi_c", "protocol"], "curve"));
        let ([a, b, c, protocol], curve) = fields.map_err(in_json)?;
        let is_groth16 = protocol.text().map_err(in_json)? == PROTOCOL;
        let is_bn254 = curve.map_or(Ok(true), |curve| curve.text().map(|name| name == CURVE));
        if !(is_groth16 && is_bn254.map_err(in_json)?) {
            return Err(ProofError::OtherSystem);
        }
        Self::new(
            g1_from_json(a).map_err(at(ProofPoint::A))?,
            g2_from_json(b).map_err(at(ProofPoint::B))?,
            g1_from_json(c).map_err(at(ProofPoint::C))?,
        )
    }

    /// The proof as snarkjs writes it.
    #[cfg(feature = "serde")]
    #[must_use]
    pub fn to_snarkjs_json(&self) -> String {
        let written = WrittenProof {
            pi_a: g1_to_json(self.a()),
            pi_b: g2_to_json(self.b()),
            pi_c: g1_to_json(self.c()),
            protocol: PROTOCOL,
            curve: CURVE,
        };
        // strings and arrays always serialize
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }
}
