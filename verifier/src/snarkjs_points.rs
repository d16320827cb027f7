//! Points as snarkjs writes them in JSON: projective decimal coordinates with a last coordinate of one.

use alloc::string::String;
use ark_bn254::{Fq2, G1Affine, G2Affine};

use crate::points::{PointError, fq_from_decimal, fq_to_decimal};

/// `[x, y, "1"]`
pub(crate) type JsonG1 = [String; 3];
/// `[[x.c0, x.c1], [y.c0, y.c1], ["1", "0"]]`
pub(crate) type JsonG2 = [[String; 2]; 3];

/// The protocol's name in snarkjs' files.
pub(crate) const PROTOCOL: &str = "groth16";
/// The curve's name in snarkjs' files.
pub(crate) const CURVE: &str = "bn128";

pub(crate) fn g1_to_json(point: &G1Affine) -> JsonG1 {
    [fq_to_decimal(&point.x), fq_to_decimal(&point.y), String::from("1")]
}

pub(crate) fn g2_to_json(point: &G2Affine) -> JsonG2 {
    let pair = |value: &Fq2| [fq_to_decimal(&value.c0), fq_to_decimal(&value.c1)];
    [pair(&point.x), pair(&point.y), [String::from("1"), String::from("0")]]
}

/// The coordinates only: the caller checks the point. `(0, 0)` with any last coordinate but one is refused too.
pub(crate) fn g1_from_json([x, y, z]: &JsonG1) -> Result<G1Affine, PointError> {
    if z != "1" {
        return Err(if z == "0" { PointError::Identity } else { PointError::NotCanonical });
    }
    Ok(G1Affine::new_unchecked(fq_from_decimal(x)?, fq_from_decimal(y)?))
}

/// The coordinates only: the caller checks the point.
pub(crate) fn g2_from_json([x, y, z]: &JsonG2) -> Result<G2Affine, PointError> {
    let [one, zero] = z;
    if one != "1" || zero != "0" {
        return Err(if one == "0" && zero == "0" { PointError::Identity } else { PointError::NotCanonical });
    }
    let pair = |[c0, c1]: &[String; 2]| Ok(Fq2::new(fq_from_decimal(c0)?, fq_from_decimal(c1)?));
    Ok(G2Affine::new_unchecked(pair(x)?, pair(y)?))
}
