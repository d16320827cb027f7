//! Points as snarkjs writes them in JSON: projective decimal coordinates with a last coordinate of one.

use alloc::borrow::Cow;
#[cfg(feature = "serde")]
use alloc::string::String;
use workproof_protocol::strict_json::{JsonFault, JsonValue};

use crate::curve::{Fq2, G1Affine, G2Affine};
#[cfg(feature = "serde")]
use crate::points::fq_to_decimal;
use crate::points::{PointError, fq_from_decimal};

/// `[x, y, "1"]`
#[cfg(feature = "serde")]
pub(crate) type JsonG1 = [String; 3];
/// `[[x.c0, x.c1], [y.c0, y.c1], ["1", "0"]]`
#[cfg(feature = "serde")]
pub(crate) type JsonG2 = [[String; 2]; 3];

/// The protocol's name in snarkjs' files.
pub(crate) const PROTOCOL: &str = "groth16";
/// The curve's name in snarkjs' files.
pub(crate) const CURVE: &str = "bn128";

#[cfg(feature = "serde")]
pub(crate) fn g1_to_json(point: &G1Affine) -> JsonG1 {
    [fq_to_decimal(&point.x), fq_to_decimal(&point.y), String::from("1")]
}

#[cfg(feature = "serde")]
pub(crate) fn g2_to_json(point: &G2Affine) -> JsonG2 {
    let pair = |value: &Fq2| [fq_to_decimal(&value.c0), fq_to_decimal(&value.c1)];
    [pair(&point.x), pair(&point.y), [String::from("1"), String::from("0")]]
}

/// Why a JSON value is not the coordinates of a point.
pub(crate) enum JsonPointError {
    /// It is not of the shape of a point.
    Json(JsonFault),
    /// A coordinate is refused.
    Point(PointError),
}

impl From<JsonFault> for JsonPointError {
    fn from(fault: JsonFault) -> Self {
        Self::Json(fault)
    }
}

impl From<PointError> for JsonPointError {
    fn from(error: PointError) -> Self {
        Self::Point(error)
    }
}

/// The coordinates only: the caller checks the point. `(0, 0)` with any last coordinate but one is refused too.
pub(crate) fn g1_from_json(value: JsonValue<'_>) -> Result<G1Affine, JsonPointError> {
    let [x, y, z] = value.array()?;
    let (x, y) = (x.text()?, y.text()?);
    match &*z.text()? {
        "1" => Ok(G1Affine::new_unchecked(fq_from_decimal(&x)?, fq_from_decimal(&y)?)),
        "0" => Err(PointError::Identity.into()),
        _ => Err(PointError::NotCanonical.into()),
    }
}

/// The coordinates only: the caller checks the point.
pub(crate) fn g2_from_json(value: JsonValue<'_>) -> Result<G2Affine, JsonPointError> {
    let [x, y, z] = value.array()?;
    let ([x0, x1], [y0, y1], [z0, z1]) = (pair(x)?, pair(y)?, pair(z)?);
    let of = |c0: &str, c1: &str| Ok::<_, PointError>(Fq2::new(fq_from_decimal(c0)?, fq_from_decimal(c1)?));
    match (&*z0, &*z1) {
        ("1", "0") => Ok(G2Affine::new_unchecked(of(&x0, &x1)?, of(&y0, &y1)?)),
        ("0", "0") => Err(PointError::Identity.into()),
        _ => Err(PointError::NotCanonical.into()),
    }
}

fn pair(value: JsonValue<'_>) -> Result<[Cow<'_, str>; 2], JsonFault> {
    let [c0, c1] = value.array()?;
    Ok([c0.text()?, c1.text()?])
}
