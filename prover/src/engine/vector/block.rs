//! Eight elements in memory: what the kernels work on.

use core::mem::MaybeUninit;

use zeroize::Zeroize;

use super::bound::{Bound, MAX_PRODUCT_MAGNITUDE, MAX_PRODUCT_WEIGHT, Product, Reduced, Sum};
use super::constants::{DIGITS, VectorField};
use super::{Lanes, kernel};

/// Eight elements: lane l of vector v is element 4 v + l.
#[repr(C, align(64))]
#[derive(Debug)]
pub(crate) struct Block<F, B>(pub(crate) [Lanes<F, B>; 2]);

impl<F, B> Clone for Block<F, B> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<F, B> Copy for Block<F, B> {}

impl<F, B> Zeroize for Block<F, B> {
    fn zeroize(&mut self) {
        self.0.iter_mut().for_each(|lanes| lanes.digits.zeroize());
    }
}

const fn assert_product<A: Bound, B: Bound>() {
    assert!(A::WEIGHT * B::WEIGHT <= MAX_PRODUCT_WEIGHT, "digits are too large to multiply");
    assert!(Product::<A, B>::MAGNITUDE <= MAX_PRODUCT_MAGNITUDE, "values are too large to multiply");
}

impl<F: VectorField, B: Bound> Block<F, B> {
    /// Zero.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn zero() -> Self {
        Self([Lanes::zero(); 2])
    }

    /// The same number in all lanes, from digits that the caller knows to be inside the bound.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn splat(digits: [f64; DIGITS]) -> Self {
        Self([Lanes::splat(digits); 2])
    }

    /// The same values under a wider bound.
    #[inline]
    pub(crate) const fn widen<C: Bound>(self) -> Block<F, C> {
        let [low, high] = self.0;
        Block([low.widen(), high.widen()])
    }

    /// `self * other`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn multiply<C: Bound>(&self, other: &Block<F, C>) -> Block<F, Product<B, C>> {
        let mut product = MaybeUninit::uninit();
        self.multiply_into(other, &mut product);
        // SAFETY: the call above has written it.
        unsafe { product.assume_init() }
    }

    /// `self * other`, written in place.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn multiply_into<C: Bound>(
        &self,
        other: &Block<F, C>,
        product: &mut MaybeUninit<Block<F, Product<B, C>>>,
    ) {
        const { assert_product::<B, C>() };
        let (left, right) = (core::ptr::from_ref(self), core::ptr::from_ref(other));
        // SAFETY: blocks have the layout and alignment of raw blocks; this function's features are those of the kernel;
        // the bounds are asserted above; `product` is a borrow of its own.
        unsafe { kernel::multiply(product.as_mut_ptr().cast(), left.cast(), right.cast(), F::KERNEL) };
    }

    /// `self^2`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn square(&self) -> Block<F, Product<B, B>> {
        const {
            assert_product::<B, B>();
            assert!(B::WEIGHT == 1, "reduce before squaring: off-diagonal products take a doubled digit");
        }
        let mut result = MaybeUninit::<Block<F, Product<B, B>>>::uninit();
        let value = core::ptr::from_ref(self);
        // SAFETY: as in `multiply_into`; the kernel writes the whole result.
        unsafe {
            kernel::square(result.as_mut_ptr().cast(), value.cast(), value.cast(), F::KERNEL);
            result.assume_init()
        }
    }

    /// `self + other`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn add<C: Bound>(&self, other: &Block<F, C>) -> Block<F, Sum<B, C>> {
        let ([a, b], [c, d]) = (&self.0, &other.0);
        Block([a.add(c), b.add(d)])
    }

    /// `self - other`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn subtract<C: Bound>(&self, other: &Block<F, C>) -> Block<F, Sum<B, C>> {
        let ([a, b], [c, d]) = (&self.0, &other.0);
        Block([a.subtract(c), b.subtract(d)])
    }

    /// `-self`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn negate(&self) -> Self {
        let [a, b] = &self.0;
        Self([a.negate(), b.negate()])
    }

    /// The same residues, small again.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn reduce(&self) -> Block<F, Reduced> {
        let [a, b] = &self.0;
        Block([a.reduce(), b.reduce()])
    }
}
