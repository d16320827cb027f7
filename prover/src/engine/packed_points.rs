//! The points of a section in the form that sums are made from: those that are not the identity, for each part of a scalar.

use ark_bn254::{Fq, Fq2, G1Affine, G2Affine, g1, g2};
use ark_ec::CurveConfig;
use ark_ec::short_weierstrass::{Affine, Projective, SWCurveConfig};
use rayon::prelude::*;

use super::EngineError;
#[cfg(target_arch = "x86_64")]
use super::Pages;
use super::arithmetic::{Arithmetic, invert_fq2};
use super::inverse::invert;
use super::msm::{Bases, Parts, PortableAdder, SignedDigits, image_g1, image_g2, multi_scalar_sum};
use super::pages::SparePages;
use super::section_points::SectionPoints;
use super::tasks::for_each;
#[cfg(target_arch = "x86_64")]
use super::vector::{Formulas, FormulasG1, FormulasG2, Records, VectorAdder};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, G2Points};

/// Blocks of eight points that are packed by one task.
#[cfg(target_arch = "x86_64")]
const BLOCKS: usize = 1 << 8;

/// Points for each part of a scalar in turn.
pub(super) struct Packed<S> {
    pub(super) points: S,
    /// How far the points for one part are from those for the next.
    pub(super) stride: usize,
}

/// Points that are packed for sums.
pub(super) trait PackedPoints<const BYTES: usize>: Sized {
    /// Where sums lie.
    type Group;

    /// Packs a section for sums over scalars that are cut into such parts.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    fn pack(
        arithmetic: Arithmetic,
        section: &SectionPoints<'_, BYTES>,
        parts: Parts,
        spare: &SparePages,
    ) -> Result<Self, EngineError>;

    /// Leaves the pages to the next section.
    fn leave_pages(self, spare: &SparePages);

    /// `sum s_i P_i`; the scalar of the section's first point is `first_scalar`.
    ///
    /// # Errors
    /// [`EngineError::Length`]; [`EngineError::Cancelled`].
    fn sum(
        &self,
        section: &SectionPoints<'_, BYTES>,
        digits: (&SignedDigits, usize),
        cancel: &CancelToken,
    ) -> Result<Self::Group, EngineError>;
}

type BaseField<C> = <C as CurveConfig>::BaseField;

/// One of the two groups: what packing its points takes. A point has `BYTES` bytes in a key and `PARTS` records.
pub(super) trait SectionGroup<const BYTES: usize, const PARTS: usize> {
    /// The curve.
    type Curve: SWCurveConfig;
    /// Inversion of what is not 0.
    const INVERT: fn(&BaseField<Self::Curve>) -> BaseField<Self::Curve>;
    /// The curve on a vector unit.
    #[cfg(target_arch = "x86_64")]
    type Formulas: Formulas<PARTS, Group = Projective<Self::Curve>>;

    /// A point as it lies in a key.
    fn decode(bytes: &[u8; BYTES]) -> Affine<Self::Curve>;

    /// The endomorphism.
    fn image(point: &Affine<Self::Curve>) -> Affine<Self::Curve>;
}

/// The group of points over Fq.
pub(super) enum G1 {}

impl SectionGroup<64, 1> for G1 {
    type Curve = g1::Config;
    const INVERT: fn(&Fq) -> Fq = invert;
    #[cfg(target_arch = "x86_64")]
    type Formulas = FormulasG1;

    fn decode(bytes: &[u8; 64]) -> G1Affine {
        G1Points::decode(bytes)
    }

    fn image(point: &G1Affine) -> G1Affine {
        image_g1(point)
    }
}

/// The group of points over Fq2.
pub(super) enum G2 {}

impl SectionGroup<128, 2> for G2 {
    type Curve = g2::Config;
    const INVERT: fn(&Fq2) -> Fq2 = invert_fq2;
    #[cfg(target_arch = "x86_64")]
    type Formulas = FormulasG2;

    fn decode(bytes: &[u8; 128]) -> G2Affine {
        G2Points::decode(bytes)
    }

    fn image(point: &G2Affine) -> G2Affine {
        image_g2(point)
    }
}

/// Packed points of a group.
pub(super) enum PackedSection<G: SectionGroup<BYTES, PARTS>, const BYTES: usize, const PARTS: usize> {
    /// For the vector arithmetic.
    #[cfg(target_arch = "x86_64")]
    Vector(VectorAdder<G::Formulas, PARTS>, Packed<Pages<Records<PARTS>>>),
    /// For arkworks' arithmetic.
    Portable(Packed<Vec<Affine<G::Curve>>>),
}

/// Packed points of G1.
pub(super) type PackedG1 = PackedSection<G1, 64, 1>;
/// Packed points of G2.
pub(super) type PackedG2 = PackedSection<G2, 128, 2>;

impl<G: SectionGroup<BYTES, PARTS>, const BYTES: usize, const PARTS: usize> PackedPoints<BYTES>
    for PackedSection<G, BYTES, PARTS>
{
    type Group = Projective<G::Curve>;

    #[cfg_attr(not(target_arch = "x86_64"), expect(unused_variables, reason = "only vectors have pages"))]
    fn pack(
        arithmetic: Arithmetic,
        section: &SectionPoints<'_, BYTES>,
        parts: Parts,
        spare: &SparePages,
    ) -> Result<Self, EngineError> {
        Ok(match arithmetic {
            #[cfg(target_arch = "x86_64")]
            Arithmetic::Vector(unit) => {
                let adder = VectorAdder::<G::Formulas, PARTS>::new(unit);
                Self::Vector(adder, pack_vectors(adder, section, parts, spare)?)
            }
            Arithmetic::Portable => Self::Portable(decode(section, parts, G::decode, G::image)),
        })
    }

    #[cfg_attr(not(target_arch = "x86_64"), expect(unused_variables, reason = "only vectors have pages"))]
    fn leave_pages(self, spare: &SparePages) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(_, Packed { points, .. }) => spare.keep(points),
            Self::Portable(_) => {}
        }
    }

    fn sum(
        &self,
        section: &SectionPoints<'_, BYTES>,
        (scalars, first_scalar): (&SignedDigits, usize),
        cancel: &CancelToken,
    ) -> Result<Self::Group, EngineError> {
        let present = section.present();
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(adder, Packed { points, stride }) => {
                let bases = Bases { points, stride: *stride, present, first_scalar };
                multi_scalar_sum(adder, &bases, scalars, cancel)
            }
            Self::Portable(Packed { points, stride }) => {
                let bases = Bases { points, stride: *stride, present, first_scalar };
                multi_scalar_sum(&PortableAdder::<G::Curve>::new(G::INVERT), &bases, scalars, cancel)
            }
        }
    }
}

/// Points in arkworks' form.
fn decode<const BYTES: usize, P: Copy + Send + Sync>(
    section: &SectionPoints<'_, BYTES>,
    parts: Parts,
    decode: impl Fn(&[u8; BYTES]) -> P + Sync,
    image: impl Fn(&P) -> P + Sync,
) -> Packed<Vec<P>> {
    let stride = section.count();
    let places = (0..parts.levels() * stride).into_par_iter();
    let points = places.filter_map(|place| section.get(place / stride, place % stride).map(&decode));
    let mut points: Vec<P> = points.collect();
    if parts.halves() == 2 {
        let first_image = points.len();
        points.extend_from_within(..);
        for_each(points.par_iter_mut().skip(first_image), |point| *point = image(point));
    }
    Packed { points, stride }
}

/// Points in the form of the vector arithmetic. Eight are packed at a time, so what stands after the last points of a level
/// has no meaning.
#[cfg(target_arch = "x86_64")]
fn pack_vectors<F: Formulas<PARTS>, const BYTES: usize, const PARTS: usize>(
    adder: VectorAdder<F, PARTS>,
    section: &SectionPoints<'_, BYTES>,
    parts: Parts,
    spare: &SparePages,
) -> Result<Packed<Pages<Records<PARTS>>>, EngineError> {
    let stride = section.count().div_ceil(8);
    let pack_block = |place: usize| {
        let (level, block) = (place / stride, place % stride);
        adder.pack([0, 1, 2, 3, 4, 5, 6, 7].map(|lane| match 8 * block + lane {
            index if index < section.count() => section.get(level, index).unwrap_or(&[0; BYTES]),
            _ => &[0; BYTES],
        }))
    };
    let mut blocks = spare.take::<[Records<PARTS>; 8]>(parts.count() * stride)?;
    let (points, of_images) = blocks.split_at_mut(parts.levels() * stride);
    for_each(points.par_chunks_mut(BLOCKS).enumerate(), |(task, places)| {
        (task * BLOCKS..).zip(places).for_each(|(index, place)| *place = pack_block(index));
    });
    if parts.halves() == 2 {
        let endomorphism = adder.endomorphism();
        for_each(of_images.par_chunks_mut(BLOCKS).zip(points.par_chunks(BLOCKS)), |(places, points)| {
            places.iter_mut().zip(points).for_each(|(place, points)| *place = endomorphism.images(points));
        });
    }
    Ok(Packed { points: blocks.into_flattened(), stride: 8 * stride })
}
