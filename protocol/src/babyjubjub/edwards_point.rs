//! Points of Baby Jubjub in twisted Edwards coordinates.

use ark_ec::twisted_edwards::{Affine, MontCurveConfig, Projective, TECurveConfig};
use ark_ec::{AffineRepr, CurveConfig, CurveGroup};
use ark_ff::{AdditiveGroup, BigInteger, Field, MontFp, PrimeField, Zero};

use super::scalar::Scalar;
use crate::decode_error::DecodeError;
use crate::field::{Fr, fr_from_le_bytes, fr_to_le_bytes};
use crate::mutants::{Twin, is_broken};
#[cfg(feature = "serde")]
use alloc::string::String;

#[cfg(feature = "serde")]
use crate::field::{fr_from_decimal, fr_to_decimal};

/// Coefficient a of the curve equation; a square.
pub const COEFFICIENT_A: Fr = MontFp!("168700");

/// Coefficient d of the curve equation; not a square.
pub const COEFFICIENT_D: Fr = MontFp!("168696");

/// The generator of the prime subgroup: eight times the generator of the whole group.
pub const BASE8: EdwardsPoint = EdwardsPoint {
    x: MontFp!("5299619240641551281634865583518297030282874472190772894086521144482721001553"),
    y: MontFp!("16950150798460657717958625567821834550301663161624707787222815936182638968203"),
};

/// Bytes of a packed point.
pub const POINT_BYTES: usize = 32;

/// The bit of the last byte that holds the sign of x in a packed point.
const SIGN_BIT: u8 = 0x80;

/// The curve for arkworks' group arithmetic, which is generic over the coefficients.
struct BabyJubjub;

impl CurveConfig for BabyJubjub {
    type BaseField = Fr;
    type ScalarField = Scalar;
    const COFACTOR: &'static [u64] = &[8];
    const COFACTOR_INV: Scalar =
        MontFp!("2394026564107420727433200628387514462817212225638746351800188703329891451411");
}

impl TECurveConfig for BabyJubjub {
    const COEFF_A: Fr = COEFFICIENT_A;
    const COEFF_D: Fr = COEFFICIENT_D;
    const GENERATOR: Affine<Self> = Affine::new_unchecked(BASE8.x, BASE8.y);
    type MontCurveConfig = Self;
}

impl MontCurveConfig for BabyJubjub {
    const COEFF_A: Fr = MontFp!("168698");
    const COEFF_B: Fr = Fr::ONE;
    type TECurveConfig = Self;
}

/// A pair of coordinates, on the curve or not: whoever takes one from elsewhere asks [`is_on_curve`](Self::is_on_curve).
///
/// [`PublicKey`](super::PublicKey) is the type that cannot exist unchecked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a pair of affine coordinates will not grow")]
pub struct EdwardsPoint {
    /// The first coordinate.
    pub x: Fr,
    /// The second coordinate.
    pub y: Fr,
}

impl EdwardsPoint {
    /// The identity of the group, (0, 1).
    pub const IDENTITY: Self = Self { x: Fr::ZERO, y: Fr::ONE };

    /// Makes a point of two coordinates that satisfy the curve equation.
    ///
    /// # Errors
    /// [`DecodeError::NotOnCurve`].
    pub fn new(x: Fr, y: Fr) -> Result<Self, DecodeError> {
        let point = Self { x, y };
        if point.is_on_curve() { Ok(point) } else { Err(DecodeError::NotOnCurve) }
    }

    /// Whether the coordinates satisfy `a x^2 + y^2 = 1 + d x^2 y^2`.
    #[must_use]
    pub fn is_on_curve(&self) -> bool {
        self.to_affine().is_on_curve()
    }

    /// Whether this is the identity.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        *self == Self::IDENTITY
    }

    /// Whether a point of the curve lies in the subgroup of order l.
    #[must_use]
    pub fn is_in_subgroup(&self) -> bool {
        self.is_on_curve() && self.to_affine().is_in_correct_subgroup_assuming_on_curve()
    }

    /// The sum of two points of the curve.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        Self::from_projective(self.to_affine() + other.to_affine())
    }

    /// Twice a point of the curve.
    #[must_use]
    pub fn double(&self) -> Self {
        self.add(self)
    }

    /// The inverse of a point, (-x, y).
    #[must_use]
    pub fn neg(&self) -> Self {
        Self { x: -self.x, y: self.y }
    }

    /// The point times a scalar modulo l. Outside the prime subgroup the result depends on which
    /// representative is meant; here it is the one below l.
    #[must_use]
    pub fn mul(&self, scalar: &Scalar) -> Self {
        self.mul_bigint(&scalar.into_bigint().0)
    }

    /// The point times an integer of little-endian limbs, which is not reduced.
    #[must_use]
    pub fn mul_bigint(&self, limbs: &[u64]) -> Self {
        Self::from_projective(self.to_affine().mul_bigint(limbs))
    }

    /// Packs a point of the curve as zk-kit does: y in 32 little-endian bytes, and in the top bit whether x is above (r - 1) / 2.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; POINT_BYTES] {
        let mut bytes = fr_to_le_bytes(&self.y);
        if is_negative(&self.x)
            && let Some(last) = bytes.last_mut()
        {
            *last |= SIGN_BIT;
        }
        bytes
    }

    /// Unpacks a point. Each point of the curve has exactly one packed form.
    ///
    /// # Errors
    /// [`DecodeError::NotCanonical`] when y is r or more, [`DecodeError::NotOnCurve`] when no x belongs
    /// to y, [`DecodeError::SignOfZero`] when x is zero and has a sign.
    pub fn from_bytes(bytes: &[u8; POINT_BYTES]) -> Result<Self, DecodeError> {
        let mut unsigned = *bytes;
        let mut negative = false;
        if let Some(last) = unsigned.last_mut() {
            negative = *last & SIGN_BIT != 0;
            *last &= !SIGN_BIT;
        }
        let y = fr_from_le_bytes(&unsigned)?;
        let square = y.square();
        // a - d y^2 is never zero, since a / d is not a square.
        let denominator =
            (COEFFICIENT_A - COEFFICIENT_D * square).inverse().ok_or(DecodeError::NotOnCurve)?;
        let root = ((Fr::ONE - square) * denominator).sqrt().ok_or(DecodeError::NotOnCurve)?;
        if root.is_zero() && negative && !is_broken(Twin::SignOfZero) {
            return Err(DecodeError::SignOfZero);
        }
        let x = if is_negative(&root) == negative { root } else { -root };
        Ok(Self { x, y })
    }

    /// `scalar * BASE8 == self + multiple * key`, the equation of a signature, without leaving projective coordinates.
    pub(crate) fn satisfies_signature_equation(
        &self,
        scalar: &Scalar,
        key: &Self,
        multiple: &Scalar,
    ) -> bool {
        let left = BASE8.to_affine().mul_bigint(scalar.into_bigint());
        let right = key.to_affine().mul_bigint(multiple.into_bigint()) + self.to_affine();
        left == right
    }

    fn to_affine(self) -> Affine<BabyJubjub> {
        Affine::new_unchecked(self.x, self.y)
    }

    fn from_projective(point: Projective<BabyJubjub>) -> Self {
        let Affine { x, y } = point.into_affine();
        Self { x, y }
    }
}

/// Whether a coordinate is above (r - 1) / 2.
fn is_negative(value: &Fr) -> bool {
    let mut half = Fr::MODULUS;
    half.div2();
    value.into_bigint() > half
}

#[cfg(feature = "serde")]
impl serde::Serialize for EdwardsPoint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [fr_to_decimal(&self.x), fr_to_decimal(&self.y)].serialize(serializer)
    }
}

/// Reads `["x", "y"]` and checks the curve equation.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for EdwardsPoint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [x, y] = <[String; 2]>::deserialize(deserializer)?;
        let point = fr_from_decimal(&x).and_then(|x| Self::new(x, fr_from_decimal(&y)?));
        point.map_err(serde::de::Error::custom)
    }
}
