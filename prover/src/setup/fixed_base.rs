//! Many multiples of one base: window tables and batched affine additions.

use ark_bn254::Fr;
use ark_ec::short_weierstrass::{Affine, Projective, SWCurveConfig};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{AdditiveGroup, BigInt, Field, PrimeField, batch_inversion};
use rayon::prelude::*;

/// `digit * 2^(width * window) * base` for every digit of every window.
pub(super) struct FixedBase<P: SWCurveConfig> {
    width: u32,
    /// `windows[k][d - 1]` is the multiple for digit d of window k.
    windows: Vec<Vec<Affine<P>>>,
}

impl<P: SWCurveConfig<ScalarField = Fr>> FixedBase<P> {
    /// Tables of a size that pays for about `multiples` multiplications.
    pub(super) fn new(base: Affine<P>, multiples: usize) -> Self {
        let width = multiples.max(1).ilog2().saturating_sub(5).clamp(4, 14);
        let count = Fr::MODULUS_BIT_SIZE.div_ceil(width);
        let mut start = base.into_group();
        let starts: Vec<Projective<P>> = (0..count)
            .map(|_| {
                let this = start;
                (0..width).for_each(|_| {
                    start.double_in_place();
                });
                this
            })
            .collect();
        let windows = starts
            .into_par_iter()
            .map(|start| {
                let mut multiple = start;
                let all: Vec<Projective<P>> = (1..1_u64 << width)
                    .map(|_| {
                        let this = multiple;
                        multiple += start;
                        this
                    })
                    .collect();
                Projective::normalize_batch(&all)
            })
            .collect();
        Self { width, windows }
    }

    /// The multiples for all scalars, by one thread. Zero gives the identity.
    ///
    /// Digits are not negative and windows are added from low to high, so a partial sum is a smaller integer than the
    /// next summand and their sum is at most the scalar, below r: no two summands are ever equal or opposite, and
    /// the plain addition formula always applies.
    pub(super) fn multiply(&self, scalars: &[Fr]) -> Vec<Affine<P>> {
        let integers: Vec<BigInt<4>> = scalars.iter().map(|scalar| scalar.into_bigint()).collect();
        let mut sums = vec![Affine::<P>::zero(); scalars.len()];
        let mut pending: Vec<(usize, Affine<P>)> = Vec::with_capacity(scalars.len());
        let mut denominators = Vec::with_capacity(scalars.len());
        for (window, position) in self.windows.iter().zip((0_u32..).step_by(self.step())) {
            pending.clear();
            denominators.clear();
            for (index, (sum, integer)) in sums.iter_mut().zip(&integers).enumerate() {
                let digit = digit(integer, position, self.width);
                let Some(summand) = digit.checked_sub(1).and_then(|slot| window.get(slot)) else { continue };
                if sum.is_zero() {
                    *sum = *summand;
                } else {
                    pending.push((index, *summand));
                    denominators.push(summand.x - sum.x);
                }
            }
            batch_inversion(&mut denominators);
            for ((index, summand), inverse) in pending.iter().zip(&denominators) {
                if let Some(sum) = sums.get_mut(*index) {
                    let slope = (summand.y - sum.y) * inverse;
                    let x = slope.square() - sum.x - summand.x;
                    *sum = Affine::new_unchecked(x, slope * (sum.x - x) - sum.y);
                }
            }
        }
        sums
    }

    fn step(&self) -> usize {
        usize::try_from(self.width).unwrap_or(1)
    }
}

/// `width` bits of an integer from `position` on.
fn digit(integer: &BigInt<4>, position: u32, width: u32) -> usize {
    let limb =
        |index: u32| usize::try_from(index).ok().and_then(|index| integer.0.get(index)).copied().unwrap_or(0);
    let (index, shift) = (position / 64, position % 64);
    let low = limb(index) >> shift;
    let high = if shift == 0 { 0 } else { limb(index + 1) << (64 - shift) };
    usize::try_from((low | high) & ((1 << width) - 1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_bn254::{G1Affine, G1Projective, G2Affine, G2Projective};
    use ark_ec::PrimeGroup;
    use ark_ff::UniformRand;
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn agrees_with_plain_multiplication() {
        let mut rng = ChaCha20Rng::seed_from_u64(11);
        let mut scalars =
            vec![Fr::from(0), Fr::from(1), Fr::from(2), -Fr::from(1), -Fr::from(2), Fr::from(1 << 12)];
        scalars.extend((0..40).map(|_| Fr::rand(&mut rng)));
        for multiples in [1, 1 << 12] {
            let g1 = FixedBase::new(G1Affine::generator(), multiples).multiply(&scalars);
            let g2 = FixedBase::new(G2Affine::generator(), multiples).multiply(&scalars);
            for (scalar, (g1, g2)) in scalars.iter().zip(g1.into_iter().zip(g2)) {
                assert_eq!(g1, (G1Projective::generator() * scalar).into_affine());
                assert_eq!(g2, (G2Projective::generator() * scalar).into_affine());
            }
        }
    }
}
