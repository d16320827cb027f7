//! The canonical bytes of a verifying key.
//!
//! ```text
//! version          1 byte, 1
//! name length      1 byte
//! circuit name     ASCII
//! circuit digest  32 bytes
//! public inputs    1 byte
//! alpha           32 bytes   compressed G1
//! beta            64 bytes   compressed G2
//! gamma           64 bytes   compressed G2
//! delta           64 bytes   compressed G2
//! IC              32 bytes   for the constant and for each public input, compressed G1
//! ```

use alloc::vec::Vec;
use sha3::{Digest, Keccak256};

use workproof_protocol::MAX_PUBLIC_INPUTS;

use super::{KeyError, KeyFinding, KeyPointName, VerifyingKeyPoints};
use crate::circuit_id::{CircuitDigest, CircuitId, CircuitName, CircuitNameError, KeyId};
use crate::points::{G1_BYTES, G2_BYTES, decode_g1, decode_g2, encode_g1, encode_g2};

const VERSION: u8 = 1;
const FIXED: usize = 1 + 1 + 32 + 1 + G1_BYTES + 3 * G2_BYTES;

pub(super) fn encode(circuit: &CircuitId, points: &VerifyingKeyPoints) -> Vec<u8> {
    let name = circuit.name().as_str().as_bytes();
    let inputs = points.ic.len().saturating_sub(1);
    let mut bytes = Vec::with_capacity(FIXED + name.len() + (inputs + 1) * G1_BYTES);
    // names have at most 48 bytes and keys at most 8 inputs, by the types
    bytes.extend([VERSION, u8::try_from(name.len()).unwrap_or(u8::MAX)]);
    bytes.extend(name);
    bytes.extend(circuit.digest().to_bytes());
    bytes.push(u8::try_from(inputs).unwrap_or(u8::MAX));
    push_points(&mut bytes, points);
    bytes
}

fn push_points(bytes: &mut Vec<u8>, points: &VerifyingKeyPoints) {
    bytes.extend(encode_g1(&points.alpha_g1));
    for point in [&points.beta_g2, &points.gamma_g2, &points.delta_g2] {
        bytes.extend(encode_g2(point));
    }
    for point in &points.ic {
        bytes.extend(encode_g1(point));
    }
}

pub(super) fn points_digest(points: &VerifyingKeyPoints) -> [u8; 32] {
    let inputs = u32::try_from(points.ic.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let mut bytes = inputs.to_le_bytes().to_vec();
    push_points(&mut bytes, points);
    Keccak256::digest(bytes).into()
}

pub(super) fn key_id(circuit: &CircuitId, points: &VerifyingKeyPoints) -> KeyId {
    KeyId::new(Keccak256::digest(encode(circuit, points)).into())
}

/// Takes pieces of fixed length off the front.
struct Reader<'a> {
    rest: &'a [u8],
    total: usize,
}

impl<'a> Reader<'a> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], KeyError> {
        let (head, rest) = self.rest.split_first_chunk().ok_or_else(|| self.missing(N))?;
        self.rest = rest;
        Ok(*head)
    }

    fn take_slice(&mut self, length: usize) -> Result<&'a [u8], KeyError> {
        let (head, rest) = self.rest.split_at_checked(length).ok_or_else(|| self.missing(length))?;
        self.rest = rest;
        Ok(head)
    }

    const fn missing(&self, wanted: usize) -> KeyError {
        KeyError::Length { expected: self.total - self.rest.len() + wanted, found: self.total }
    }
}

pub(super) fn decode(bytes: &[u8]) -> Result<(CircuitId, VerifyingKeyPoints), KeyError> {
    let mut reader = Reader { rest: bytes, total: bytes.len() };
    let [version] = reader.take()?;
    if version != VERSION {
        return Err(KeyError::Version { found: version });
    }
    let [name_length] = reader.take()?;
    let name = reader.take_slice(usize::from(name_length))?;
    let name = core::str::from_utf8(name).unwrap_or("?");
    let name = CircuitName::new(name).map_err(|error: CircuitNameError| KeyError::Name(error))?;
    let digest = CircuitDigest::new(reader.take()?);
    let [inputs] = reader.take()?;
    let inputs = usize::from(inputs);
    if inputs > MAX_PUBLIC_INPUTS {
        return Err(KeyError::Dangerous { finding: KeyFinding::TooManyInputs { found: inputs } });
    }
    let expected = FIXED + usize::from(name_length) + (inputs + 1) * G1_BYTES;
    if bytes.len() != expected {
        return Err(KeyError::Length { expected, found: bytes.len() });
    }
    let at = |name: KeyPointName| move |source| KeyError::Point { name, source };
    let points = VerifyingKeyPoints {
        alpha_g1: decode_g1(&reader.take()?).map_err(at(KeyPointName::Alpha))?,
        beta_g2: decode_g2(&reader.take()?).map_err(at(KeyPointName::Beta))?,
        gamma_g2: decode_g2(&reader.take()?).map_err(at(KeyPointName::Gamma))?,
        delta_g2: decode_g2(&reader.take()?).map_err(at(KeyPointName::Delta))?,
        ic: (0..=inputs)
            .map(|index| decode_g1(&reader.take()?).map_err(at(KeyPointName::Input(index))))
            .collect::<Result<_, _>>()?,
    };
    Ok((CircuitId::new(name, digest), points))
}
