//! How a form writes points, and from that how it writes proofs and keys: always A, B, C and alpha, beta, gamma, delta, IC.

use alloc::vec::Vec;

use crate::curve::{G1Affine, G2Affine};
use crate::keys::{KeyError, KeyPointName, VerifyingKeyPoints};
use crate::points::PointError;
use crate::proof::{Proof, ProofError, ProofPoint};

/// What stands before a key's input points.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum InputCount {
    /// Nothing: their number follows from the length.
    Implied,
    /// Their number, 8 bytes little-endian.
    LittleEndian,
}

/// A form of points: how many bytes each has, and how to read and write it with every check.
pub(super) struct PointForm<const G1: usize, const G2: usize> {
    pub(super) encode_g1: fn(&G1Affine) -> [u8; G1],
    pub(super) decode_g1: fn(&[u8; G1]) -> Result<G1Affine, PointError>,
    pub(super) encode_g2: fn(&G2Affine) -> [u8; G2],
    pub(super) decode_g2: fn(&[u8; G2]) -> Result<G2Affine, PointError>,
    pub(super) input_count: InputCount,
}

impl<const G1: usize, const G2: usize> PointForm<G1, G2> {
    /// A, B, C.
    pub(super) fn proof_to_bytes<const N: usize>(&self, a: &G1Affine, proof: &Proof) -> [u8; N] {
        const { assert!(N == 2 * G1 + G2, "a proof is two points in G1 and one in G2") };
        let mut bytes = [0; N];
        let (a, b, c) = ((self.encode_g1)(a), (self.encode_g2)(proof.b()), (self.encode_g1)(proof.c()));
        for (to, from) in bytes.iter_mut().zip(a.iter().chain(&b).chain(&c)) {
            *to = *from;
        }
        bytes
    }

    /// A as it is written, B and C.
    pub(super) fn proof_from_bytes(
        &self,
        bytes: &[u8],
    ) -> Result<(G1Affine, G2Affine, G1Affine), ProofError> {
        let length = || ProofError::FormLength { expected: 2 * G1 + G2, found: bytes.len() };
        if bytes.len() != 2 * G1 + G2 {
            return Err(length());
        }
        let (a, rest) = bytes.split_first_chunk().ok_or_else(length)?;
        let (b, rest) = rest.split_first_chunk().ok_or_else(length)?;
        let (c, _) = rest.split_first_chunk().ok_or_else(length)?;
        let at = |name: ProofPoint| move |source| ProofError::Point { name, source };
        Ok((
            (self.decode_g1)(a).map_err(at(ProofPoint::A))?,
            (self.decode_g2)(b).map_err(at(ProofPoint::B))?,
            (self.decode_g1)(c).map_err(at(ProofPoint::C))?,
        ))
    }

    /// alpha, beta, gamma, delta, the number of input points where the form has it, the input points.
    pub(super) fn key_to_bytes(&self, points: &VerifyingKeyPoints) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.bytes_before_inputs() + points.ic.len() * G1);
        bytes.extend((self.encode_g1)(&points.alpha_g1));
        for point in [&points.beta_g2, &points.gamma_g2, &points.delta_g2] {
            bytes.extend((self.encode_g2)(point));
        }
        if self.input_count == InputCount::LittleEndian {
            bytes.extend(u64::try_from(points.ic.len()).unwrap_or(u64::MAX).to_le_bytes());
        }
        bytes.extend(points.ic.iter().flat_map(|point| (self.encode_g1)(point)));
        bytes
    }

    /// Reads what [`Self::key_to_bytes`] writes.
    pub(super) fn key_from_bytes(&self, bytes: &[u8]) -> Result<VerifyingKeyPoints, KeyError> {
        let count = self.count_inputs(bytes.len())?;
        let mut rest = bytes;
        let alpha_g1 = self.take_g1(&mut rest, KeyPointName::Alpha)?;
        let beta_g2 = self.take_g2(&mut rest, KeyPointName::Beta)?;
        let gamma_g2 = self.take_g2(&mut rest, KeyPointName::Gamma)?;
        let delta_g2 = self.take_g2(&mut rest, KeyPointName::Delta)?;
        if self.input_count == InputCount::LittleEndian {
            let (announced, points) = rest.split_first_chunk().ok_or(too_short(bytes.len()))?;
            let announced = usize::try_from(u64::from_le_bytes(*announced)).unwrap_or(usize::MAX);
            if announced != count {
                return Err(KeyError::InputCount {
                    announced: announced.saturating_sub(1),
                    found: count - 1,
                });
            }
            rest = points;
        }
        let ic = (0..count).map(|index| self.take_g1(&mut rest, KeyPointName::Input(index)));
        let ic = ic.collect::<Result<_, _>>()?;
        Ok(VerifyingKeyPoints { alpha_g1, beta_g2, gamma_g2, delta_g2, ic })
    }

    const fn bytes_before_inputs(&self) -> usize {
        G1 + 3 * G2
            + match self.input_count {
                InputCount::Implied => 0,
                InputCount::LittleEndian => 8,
            }
    }

    /// How many input points a key of this length has, at least one.
    fn count_inputs(&self, length: usize) -> Result<usize, KeyError> {
        let fixed = self.bytes_before_inputs();
        let room = length.saturating_sub(fixed);
        let count = room / G1;
        if count == 0 || !room.is_multiple_of(G1) {
            return Err(KeyError::Length { expected: fixed + G1 * count.max(1), found: length });
        }
        Ok(count)
    }

    fn take_g1(&self, rest: &mut &[u8], name: KeyPointName) -> Result<G1Affine, KeyError> {
        let (point, after) = rest.split_first_chunk().ok_or(too_short(rest.len()))?;
        *rest = after;
        (self.decode_g1)(point).map_err(|source| KeyError::Point { name, source })
    }

    fn take_g2(&self, rest: &mut &[u8], name: KeyPointName) -> Result<G2Affine, KeyError> {
        let (point, after) = rest.split_first_chunk().ok_or(too_short(rest.len()))?;
        *rest = after;
        (self.decode_g2)(point).map_err(|source| KeyError::Point { name, source })
    }
}

/// The length was checked before, so this is for the type alone.
const fn too_short(found: usize) -> KeyError {
    KeyError::Length { expected: found + 1, found }
}
