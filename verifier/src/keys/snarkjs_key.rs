//! A verifying key in snarkjs' JSON form (`verification_key.json`).

#[cfg(feature = "serde")]
use alloc::string::String;
use workproof_protocol::strict_json::JsonValue;
#[cfg(feature = "serde")]
use {
    crate::snarkjs_points::{JsonG1, JsonG2, g1_to_json, g2_to_json},
    alloc::vec::Vec,
};

use super::{
    DevelopmentVerifyingKey, ForeignVerifyingKey, KeyError, KeyPointName, VerifyingKey, VerifyingKeyPoints,
};
use crate::circuit_id::CircuitId;
use crate::json_error::JsonError;
use crate::snarkjs_points::{CURVE, JsonPointError, PROTOCOL, g1_from_json, g2_from_json};

/// The most bytes of a snarkjs key file that are looked at (some 40,000 public inputs).
pub const MAX_SNARKJS_KEY_BYTES: usize = 8 * 1024 * 1024;

#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
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
        let in_json = |fault| KeyError::Json(JsonError::of(fault, json));
        let at = |name: KeyPointName| {
            move |error| match error {
                JsonPointError::Json(fault) => in_json(fault),
                JsonPointError::Point(source) => KeyError::Point { name, source },
            }
        };
        let keys =
            ["protocol", "curve", "nPublic", "vk_alpha_1", "vk_beta_2", "vk_gamma_2", "vk_delta_2", "IC"];
        // what is derived from alpha and beta is not read
        let fields = JsonValue::parse(json).and_then(|key| key.fields_besides(keys, "vk_alphabeta_12"));
        let ([protocol, curve, announced, alpha, beta, gamma, delta, ic], _) = fields.map_err(in_json)?;
        if protocol.text().map_err(in_json)? != PROTOCOL || curve.text().map_err(in_json)? != CURVE {
            return Err(KeyError::OtherSystem);
        }
        let announced = announced.integer().map_err(in_json)?;
        let announced = usize::try_from(announced).unwrap_or(usize::MAX);
        let ic = ic.elements().map_err(in_json)?;
        if announced.checked_add(1) != Some(ic.len()) {
            return Err(KeyError::InputCount { announced, found: ic.len().saturating_sub(1) });
        }
        Ok(Self {
            alpha_g1: g1_from_json(alpha).map_err(at(KeyPointName::Alpha))?,
            beta_g2: g2_from_json(beta).map_err(at(KeyPointName::Beta))?,
            gamma_g2: g2_from_json(gamma).map_err(at(KeyPointName::Gamma))?,
            delta_g2: g2_from_json(delta).map_err(at(KeyPointName::Delta))?,
            ic: ic
                .into_iter()
                .enumerate()
                .map(|(index, point)| g1_from_json(point).map_err(at(KeyPointName::Input(index))))
                .collect::<Result<_, _>>()?,
        })
    }

    #[cfg(feature = "serde")]
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
    #[cfg(feature = "serde")]
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
    #[cfg(feature = "serde")]
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
    #[cfg(feature = "serde")]
    #[must_use]
    pub fn to_snarkjs_json(&self) -> String {
        self.points().to_snarkjs_json()
    }
}
