//! Batched affine additions with arkworks' arithmetic, for any short Weierstrass curve with a = 0.

use ark_ec::AffineRepr;
use ark_ec::short_weierstrass::{Affine, Projective, SWCurveConfig};
use ark_ff::{AdditiveGroup, Field};

use super::{BatchAdder, Entry, Operands};

/// Additions that share an inversion.
const BATCH: usize = 1 << 10;

/// Additions in portable arithmetic. `invert` is the field's inversion; 0 never comes.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct PortableAdder<P: SWCurveConfig> {
    invert: fn(&P::BaseField) -> P::BaseField,
}

impl<P: SWCurveConfig> PortableAdder<P> {
    pub(in crate::engine) const fn new(invert: fn(&P::BaseField) -> P::BaseField) -> Self {
        Self { invert }
    }
}

/// One addition on its way: slope = numerator / denominator.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Slope<F> {
    x: F,
    y: F,
    other_x: F,
    numerator: F,
    denominator: F,
    /// The product of all denominators before this one.
    product: F,
}

impl<P: SWCurveConfig> BatchAdder for PortableAdder<P> {
    type Point = Affine<P>;
    type Scratch = Vec<Slope<P::BaseField>>;
    type Group = Projective<P>;

    const CHUNK: usize = 1 << 13;

    fn scratch(&self) -> Self::Scratch {
        Vec::with_capacity(BATCH)
    }

    fn filler(&self) -> Affine<P> {
        Affine::zero()
    }

    fn add_pairs(
        &self,
        scratch: &mut Self::Scratch,
        operands: Operands<'_, Affine<P>>,
        pairs: &[[Entry; 2]],
        results: &mut [Affine<P>],
        vanished: &mut Vec<usize>,
    ) {
        assert!(pairs.len() == results.len(), "a result for each pair");
        let batches = pairs.chunks(BATCH).zip(results.chunks_mut(BATCH));
        for (batch, (pairs, results)) in batches.enumerate() {
            scratch.clear();
            // nothing is multiplied here, so that the processor looks for many points at once
            for (index, [left, right]) in pairs.iter().enumerate() {
                let (x, y) = coordinates(&operands, *left);
                let (other_x, other_y) = coordinates(&operands, *right);
                let (mut numerator, mut denominator) = (other_y - y, other_x - x);
                if denominator == P::BaseField::ZERO {
                    if y == other_y && y != P::BaseField::ZERO {
                        let square = x.square();
                        (numerator, denominator) = (square.double() + square, y.double());
                    } else {
                        vanished.push(batch * BATCH + index);
                        denominator = P::BaseField::ONE;
                    }
                }
                scratch.push(Slope { x, y, other_x, numerator, denominator, product: P::BaseField::ONE });
            }
            let mut product = P::BaseField::ONE;
            for addition in scratch.iter_mut() {
                addition.product = product;
                product *= addition.denominator;
            }
            let mut inverse = (self.invert)(&product);
            for (result, addition) in results.iter_mut().zip(scratch.iter()).rev() {
                let slope = addition.numerator * (inverse * addition.product);
                inverse *= addition.denominator;
                let x = slope.square() - addition.x - addition.other_x;
                *result = Affine::new_unchecked(x, slope * (addition.x - x) - addition.y);
            }
        }
    }

    fn negate(&self, point: &Affine<P>) -> Affine<P> {
        -*point
    }

    fn to_affine(&self, points: &[Affine<P>]) -> Vec<Affine<P>> {
        points.to_vec()
    }
}

#[expect(
    clippy::expect_used,
    reason = "the schedule names operands that exist; the documentation of the trait says so"
)]
fn coordinates<P: SWCurveConfig>(
    operands: &Operands<'_, Affine<P>>,
    entry: Entry,
) -> (P::BaseField, P::BaseField) {
    let point = operands.find(entry).expect("an operand");
    (point.x, if entry.sign() == 1 { -point.y } else { point.y })
}
