//! A verifying key in snarkjs' JSON form (`verification_key.json`).

use alloc::string::String;
use alloc::vec::Vec;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use workproof_protocol::json::Object;

use super::{
    DevelopmentVerifyingKey, ForeignVerifyingKey, KeyError, KeyPointName, VerifyingKey, VerifyingKeyPoints,
};
use crate::circuit_id::CircuitId;
use crate::json_error::JsonError;
use crate::snarkjs_points::{
    CURVE, JsonG1, JsonG2, PROTOCOL, g1_from_json, g1_to_json, g2_from_json, g2_to_json,
};

/// The most bytes of a snarkjs key file that are looked at (some 40,000 public inputs).
pub const MAX_SNARKJS_KEY_BYTES: usize = 8 * 1024 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "snarkjs' names")]
struct ReadKey {
    protocol: String,
    curve: String,
    nPublic: usize,
    vk_alpha_1: JsonG1,
    vk_beta_2: JsonG2,
    vk_gamma_2: JsonG2,
    vk_delta_2: JsonG2,
    /// Derived from alpha and beta, so it is not read.
    #[serde(default, rename = "vk_alphabeta_12")]
    _alpha_beta: Option<IgnoredAny>,
    IC: Vec<JsonG1>,
}

#[derive(Serialize)]
#[expect(non_snake_case, reason = "snarkjs' names")]
struct WrittenKey {
    protocol: &'static str,
    curve: &'static str,
    nPublic: usize,
    vk_alpha_1: JsonG1,
    vk_beta_2: JsonG2,
    vk_gamma_2: JsonG2,
    vk_delta_2: JsonG2,
    IC: Vec<JsonG1>,
}

impl VerifyingKeyPoints {
    /// Reads the points of a key as snarkjs writes it, unchecked but for the encoding.
    ///
    /// # Errors
    /// [`KeyError::Length`] beyond [`MAX_SNARKJS_KEY_BYTES`], [`KeyError::Json`], [`KeyError::OtherSystem`],
    /// [`KeyError::InputCount`], or [`KeyError::Point`] for a coordinate that is not canonical.
    pub fn from_snarkjs_json(json: &[u8]) -> Result<Self, KeyError> {
        if json.len() > MAX_SNARKJS_KEY_BYTES {
            return Err(KeyError::Length { expected: MAX_SNARKJS_KEY_BYTES, found: json.len() });
        }
        let Object(read): Object<ReadKey> =
            serde_json::from_slice(json).map_err(|error| KeyError::Json(JsonError::from(error)))?;
        if read.protocol != PROTOCOL || read.curve != CURVE {
            return Err(KeyError::OtherSystem);
        }
        if read.nPublic.checked_add(1) != Some(read.IC.len()) {
            let found = read.IC.len().saturating_sub(1);
            return Err(KeyError::InputCount { announced: read.nPublic, found });
        }
        let at = |name: KeyPointName| move |source| KeyError::Point { name, source };
        let inputs = read.IC.iter().enumerate();
        Ok(Self {
            alpha_g1: g1_from_json(&read.vk_alpha_1).map_err(at(KeyPointName::Alpha))?,
            beta_g2: g2_from_json(&read.vk_beta_2).map_err(at(KeyPointName::Beta))?,
            gamma_g2: g2_from_json(&read.vk_gamma_2).map_err(at(KeyPointName::Gamma))?,
            delta_g2: g2_from_json(&read.vk_delta_2).map_err(at(KeyPointName::Delta))?,
            ic: inputs
                .map(|(index, point)| g1_from_json(point).map_err(at(KeyPointName::Input(index))))
                .collect::<Result<_, _>>()?,
        })
    }

    fn to_snarkjs_json(&self) -> String {
        let written = WrittenKey {
            protocol: PROTOCOL,
            curve: CURVE,
            nPublic: self.ic.len().saturating_sub(1),
            vk_alpha_1: g1_to_json(&self.alpha_g1),
            vk_beta_2: g2_to_json(&self.beta_g2),
            vk_gamma_2: g2_to_json(&self.gamma_g2),
            vk_delta_2: g2_to_json(&self.delta_g2),
            IC: self.ic.iter().map(g1_to_json).collect(),
        };
        // strings, arrays and one integer always serialize
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }
}

impl VerifyingKey {
    /// Reads a key as snarkjs writes it. That form does not name the circuit, so the caller does.
    ///
    /// # Errors
    /// As [`VerifyingKeyPoints::from_snarkjs_json`] and [`VerifyingKey::new`].
    pub fn from_snarkjs_json(circuit: CircuitId, json: &[u8]) -> Result<Self, KeyError> {
        Self::new(circuit, VerifyingKeyPoints::from_snarkjs_json(json)?)
    }

    /// The key as snarkjs writes it, without the derived `vk_alphabeta_12`, which snarkjs does not read.
    #[must_use]
    pub fn to_snarkjs_json(&self) -> String {
        self.points().to_snarkjs_json()
    }
}

impl DevelopmentVerifyingKey {
    /// Reads a development key as snarkjs writes it.
    ///
    /// # Security
    /// Proofs under this key prove nothing.
    ///
    /// # Errors
    /// As [`VerifyingKeyPoints::from_snarkjs_json`] and [`DevelopmentVerifyingKey::insecure_new`].
    pub fn insecure_from_snarkjs_json(circuit: CircuitId, json: &[u8]) -> Result<Self, KeyError> {
        Self::insecure_new(circuit, VerifyingKeyPoints::from_snarkjs_json(json)?)
    }

    /// The key as snarkjs writes it.
    #[must_use]
    pub fn to_snarkjs_json(&self) -> String {
        self.points().to_snarkjs_json()
    }
}

impl ForeignVerifyingKey {
    /// Reads a key of any circom circuit as snarkjs writes it.
    ///
    /// # Errors
    /// As [`VerifyingKeyPoints::from_snarkjs_json`] and [`ForeignVerifyingKey::new`].
    pub fn from_snarkjs_json(json: &[u8]) -> Result<Self, KeyError> {
        Self::new(VerifyingKeyPoints::from_snarkjs_json(json)?)
    }

    /// The key as snarkjs writes it.
    #[must_use]
    pub fn to_snarkjs_json(&self) -> String {
        self.points().to_snarkjs_json()
    }
}
