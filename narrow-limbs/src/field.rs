//! arkworks' prime fields with this crate's arithmetic.

use core::marker::PhantomData;

use ark_ff::{AdditiveGroup, BigInt, Field, Fp, MontBackend, MontConfig, Zero};

use crate::modulus::Modulus;
use crate::product::{multiply, sum_of_two_products};
use crate::sum::{add, subtract};

/// The field that `P` describes, with elements of the same bits, in limbs of 29 bits while they are multiplied.
///
/// Its prime has at most 254 bits; another one stops the build.
#[derive(Debug)]
pub struct NarrowLimbs<P>(PhantomData<P>);

/// An element of the field that `P` describes.
pub type Narrow<P> = Fp<MontBackend<NarrowLimbs<P>, 4>, 4>;

/// The same element as arkworks has it.
type Wide<P> = Fp<MontBackend<P, 4>, 4>;

/// The same element. Its bits stay what they are, and so it costs nothing and works for constants.
#[must_use]
pub const fn narrow<P: MontConfig<4>>(wide: Wide<P>) -> Narrow<P> {
    Fp::new_unchecked(wide.0)
}

impl<P: MontConfig<4>> NarrowLimbs<P> {
    const PRIME: &'static Modulus = &Modulus::new(P::MODULUS.0);
}

impl<P: MontConfig<4>> MontConfig<4> for NarrowLimbs<P> {
    const MODULUS: BigInt<4> = P::MODULUS;
    const GENERATOR: Narrow<P> = narrow(P::GENERATOR);
    const TWO_ADIC_ROOT_OF_UNITY: Narrow<P> = narrow(P::TWO_ADIC_ROOT_OF_UNITY);

    fn add_assign(a: &mut Narrow<P>, b: &Narrow<P>) {
        add(&mut a.0.0, &b.0.0, Self::PRIME);
    }

    fn sub_assign(a: &mut Narrow<P>, b: &Narrow<P>) {
        subtract(&mut a.0.0, &b.0.0, Self::PRIME);
    }

    fn double_in_place(a: &mut Narrow<P>) {
        let same = *a;
        *a += same;
    }

    fn neg_in_place(a: &mut Narrow<P>) {
        let value = *a;
        *a = Narrow::<P>::ZERO;
        *a -= value;
    }

    fn mul_assign(a: &mut Narrow<P>, b: &Narrow<P>) {
        multiply(&mut a.0.0, &b.0.0, Self::PRIME);
    }

    fn square_in_place(a: &mut Narrow<P>) {
        let same = *a;
        *a *= same;
    }

    /// Fermat's way: twice the time of a binary gcd, in a tenth of the code, as square roots take powers anyway.
    fn inverse(a: &Narrow<P>) -> Option<Narrow<P>> {
        (!a.is_zero()).then(|| a.pow(BigInt(Self::PRIME.less_two)))
    }

    /// Division by R, which is a product with what stands for `1 / R`.
    fn into_bigint(mut a: Narrow<P>) -> BigInt<4> {
        multiply(&mut a.0.0, &[1, 0, 0, 0], Self::PRIME);
        a.0
    }

    fn sum_of_products<const N: usize>(a: &[Narrow<P>; N], b: &[Narrow<P>; N]) -> Narrow<P> {
        match (a.as_slice(), b.as_slice()) {
            ([a1, a2], [b1, b2]) => {
                let words = sum_of_two_products([&a1.0.0, &a2.0.0], [&b1.0.0, &b2.0.0], Self::PRIME);
                Fp::new_unchecked(BigInt(words))
            }
            _ => a.iter().zip(b).map(|(a, b)| *a * b).sum(),
        }
    }
}

#[cfg(test)]
mod tests;
