//! The extensions `Fq2 = Fq[u] / (u^2 + 1)`, `Fq6 = Fq2[v] / (v^3 - u - 9)` and `Fq12 = Fq6[w] / (w^2 - v)`.

use ark_ff::{AdditiveGroup, Field, Fp2, Fp2Config, Fp6, Fp6Config, Fp12, Fp12Config};

use crate::{Fq, narrow};

/// The quadratic extension.
pub type Fq2 = Fp2<Fq2Config>;
/// The extension of degree six.
pub type Fq6 = Fp6<Fq6Config>;
/// The field that pairings end in.
pub type Fq12 = Fp12<Fq12Config>;

/// The parameters of [`Fq2`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fq2Config;
/// The parameters of [`Fq6`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fq6Config;
/// The parameters of [`Fq12`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fq12Config;

impl Fp2Config for Fq2Config {
    type Fp = Fq;
    const NONRESIDUE: Fq = narrow(ark_bn254::Fq2Config::NONRESIDUE);
    const FROBENIUS_COEFF_FP2_C1: &'static [Fq] = &[Fq::ONE, Fq::NEG_ONE];

    #[inline(always)]
    fn mul_fp_by_nonresidue_in_place(value: &mut Fq) -> &mut Fq {
        value.neg_in_place()
    }
}

impl Fp6Config for Fq6Config {
    type Fp2Config = Fq2Config;
    const NONRESIDUE: Fq2 = narrow_fq2(&ark_bn254::Fq6Config::NONRESIDUE);
    const FROBENIUS_COEFF_FP6_C1: &'static [Fq2] =
        &narrow_all::<6>(ark_bn254::Fq6Config::FROBENIUS_COEFF_FP6_C1);
    const FROBENIUS_COEFF_FP6_C2: &'static [Fq2] =
        &narrow_all::<6>(ark_bn254::Fq6Config::FROBENIUS_COEFF_FP6_C2);

    /// `(a + b u)(9 + u) = 8 (a + b u) + (a - b) + (a + b) u`
    fn mul_fp2_by_nonresidue_in_place(value: &mut Fq2) -> &mut Fq2 {
        let Fq2 { c0, c1 } = *value;
        value.double_in_place().double_in_place().double_in_place();
        *value += Fq2::new(c0 - c1, c0 + c1);
        value
    }
}

impl Fp12Config for Fq12Config {
    type Fp6Config = Fq6Config;
    const NONRESIDUE: Fq6 = Fq6::new(Fq2::ZERO, Fq2::ONE, Fq2::ZERO);
    const FROBENIUS_COEFF_FP12_C1: &'static [Fq2] =
        &narrow_all::<12>(ark_bn254::Fq12Config::FROBENIUS_COEFF_FP12_C1);
}

/// The same element of the quadratic extension.
pub(super) const fn narrow_fq2(wide: &ark_bn254::Fq2) -> Fq2 {
    Fq2::new(narrow(wide.c0), narrow(wide.c1))
}

/// The same table. A table of another length stops the build.
#[expect(
    clippy::indexing_slicing,
    reason = "at compile time, where a place that is not there stops the build"
)]
const fn narrow_all<const N: usize>(wide: &[ark_bn254::Fq2]) -> [Fq2; N] {
    assert!(wide.len() == N, "as many coefficients as powers of Frobenius");
    let (mut narrowed, mut index) = ([Fq2::ZERO; N], 0);
    while index < N {
        narrowed[index] = narrow_fq2(&wide[index]);
        index += 1;
    }
    narrowed
}
