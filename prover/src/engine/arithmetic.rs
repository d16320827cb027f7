//! The choice of arithmetic, made once for a backend.

use ark_bn254::{Fq2, Fr, G1Affine, G1Projective, G2Affine, G2Projective, g1, g2};
use ark_ff::{BigInt, Field};
use rayon::prelude::*;

#[cfg(target_arch = "x86_64")]
use super::Plain;
use super::inverse::invert;
use super::key_places::Places;
use super::msm::{Bases, Parts, PortableAdder, SignedDigits, image_g1, image_g2, multi_scalar_sum};
use super::tasks::for_each;
use super::transform::Domain;
#[cfg(target_arch = "x86_64")]
use super::vector::{VectorG1, VectorG2, VectorUnit};
#[cfg(target_arch = "x86_64")]
use super::vector_transform::{SMALLEST, VectorDomain};
use super::{EngineError, Pages};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, G2Points};

/// Blocks of eight points that are packed by one task.
#[cfg(target_arch = "x86_64")]
const BLOCKS: usize = 1 << 8;

/// What computes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arithmetic {
    /// Eight elements at once.
    #[cfg(target_arch = "x86_64")]
    Vector(VectorUnit),
    /// arkworks' field arithmetic.
    Portable,
}

impl Arithmetic {
    /// The fastest that this machine has.
    pub(super) fn detect() -> Self {
        #[cfg(target_arch = "x86_64")]
        if let Some(unit) = VectorUnit::detect() {
            return Self::Vector(unit);
        }
        Self::Portable
    }

    /// A name for reports.
    pub(super) const fn name(self) -> &'static str {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(_) => "cpu-avx2",
            Self::Portable => "cpu",
        }
    }

    /// See [`Backend::quotient`](super::Backend::quotient). The tables of roots are made anew for every proof: a thirtieth
    /// of the time of the transforms, where keeping them would take a fifth of the memory that a proof needs.
    pub(super) fn quotient(
        self,
        a: Pages<Fr>,
        b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError> {
        let size = a.len();
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(unit) if size >= SMALLEST => VectorDomain::new(unit, size)?.quotient(a, b, cancel),
            _ => Domain::new(size)?.quotient(a, b, cancel),
        }
    }

    /// `sum s_i P_i` in G1; point i belongs to the scalar `first + i`.
    pub(super) fn sum_g1(
        self,
        points: G1Points<'_>,
        places: &Places,
        (scalars, first_scalar): (&SignedDigits, usize),
        cancel: &CancelToken,
    ) -> Result<G1Projective, EngineError> {
        let (count, present) = (places.count(points.len()), places.present(points.len()));
        let bytes = |index: usize| places.place(index).and_then(|place| points.as_bytes().get(place));
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(unit) => {
                let adder = VectorG1::new(unit);
                let endomorphism = adder.endomorphism();
                let images = |points: &_| endomorphism.images(points);
                let eight = |block: usize| [0, 1, 2, 3, 4, 5, 6, 7].map(|lane| bytes(8 * block + lane));
                let pack = |block: usize| adder.pack(eight(block).map(|point| point.unwrap_or(&[0; 64])));
                let points: &[_] =
                    &pack_points(count, pack, (scalars.parts() == Parts::Halves).then_some(images))?;
                let bases = Bases { points, first_image: count.next_multiple_of(8), present, first_scalar };
                multi_scalar_sum(&adder, &bases, scalars, cancel)
            }
            Self::Portable => {
                let points =
                    (0..count).into_par_iter().filter_map(|index| bytes(index).map(G1Points::decode));
                let mut points: Vec<G1Affine> = points.collect();
                let first_image = points.len();
                if scalars.parts() == Parts::Halves {
                    points.extend_from_within(..);
                    for_each(points.par_iter_mut().skip(first_image), |point| *point = image_g1(point));
                }
                let adder = PortableAdder::<g1::Config>::new(invert);
                let bases = Bases { points: &points, first_image, present, first_scalar };
                multi_scalar_sum(&adder, &bases, scalars, cancel)
            }
        }
    }

    /// `sum s_i P_i` in G2; point i belongs to the scalar `first + i`.
    pub(super) fn sum_g2(
        self,
        points: G2Points<'_>,
        places: &Places,
        (scalars, first_scalar): (&SignedDigits, usize),
        cancel: &CancelToken,
    ) -> Result<G2Projective, EngineError> {
        let (count, present) = (places.count(points.len()), places.present(points.len()));
        let bytes = |index: usize| places.place(index).and_then(|place| points.as_bytes().get(place));
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(unit) => {
                let adder = VectorG2::new(unit);
                let endomorphism = adder.endomorphism();
                let images = |points: &_| endomorphism.images(points);
                let eight = |block: usize| [0, 1, 2, 3, 4, 5, 6, 7].map(|lane| bytes(8 * block + lane));
                let pack = |block: usize| adder.pack(eight(block).map(|point| point.unwrap_or(&[0; 128])));
                let points: &[_] =
                    &pack_points(count, pack, (scalars.parts() == Parts::Halves).then_some(images))?;
                let bases = Bases { points, first_image: count.next_multiple_of(8), present, first_scalar };
                multi_scalar_sum(&adder, &bases, scalars, cancel)
            }
            Self::Portable => {
                let points =
                    (0..count).into_par_iter().filter_map(|index| bytes(index).map(G2Points::decode));
                let mut points: Vec<G2Affine> = points.collect();
                let first_image = points.len();
                if scalars.parts() == Parts::Halves {
                    points.extend_from_within(..);
                    for_each(points.par_iter_mut().skip(first_image), |point| *point = image_g2(point));
                }
                let adder = PortableAdder::<g2::Config>::new(invert_fq2);
                let bases = Bases { points: &points, first_image, present, first_scalar };
                multi_scalar_sum(&adder, &bases, scalars, cancel)
            }
        }
    }
}

/// Inversion by the norm; 0 for 0.
pub(super) fn invert_fq2(value: &Fq2) -> Fq2 {
    let inverse = invert(&(value.c0.square() + value.c1.square()));
    Fq2::new(value.c0 * inverse, -(value.c1 * inverse))
}

/// Points in the form of the vector arithmetic, in parallel; `block(k)` gives points 8 k to 8 k + 7, of which those beyond
/// `count` have no meaning. Where images are wanted, they follow.
#[cfg(target_arch = "x86_64")]
fn pack_points<P: Plain>(
    count: usize,
    block: impl Fn(usize) -> [P; 8] + Sync,
    images_of: Option<impl Fn(&[P; 8]) -> [P; 8] + Sync>,
) -> Result<Pages<P>, EngineError> {
    let length = count.div_ceil(8);
    let all = if images_of.is_some() { 2 * length } else { length };
    let mut blocks = Pages::<[P; 8]>::zeroed(all)?;
    let (points, images) = blocks.split_at_mut(length);
    for_each(points.par_chunks_mut(BLOCKS).enumerate(), |(task, places)| {
        (task * BLOCKS..).zip(places).for_each(|(index, place)| *place = block(index));
    });
    if let Some(images_of) = images_of {
        for_each(images.par_chunks_mut(BLOCKS).zip(points.par_chunks(BLOCKS)), |(images, points)| {
            images.iter_mut().zip(points).for_each(|(place, points)| *place = images_of(points));
        });
    }
    Ok(blocks.into_flattened())
}
