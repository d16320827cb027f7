//! Eight elements in memory: what the kernels work on.

use core::mem::MaybeUninit;

use super::bound::{Bound, MAX_PRODUCT_MAGNITUDE, MAX_PRODUCT_WEIGHT, Product, Reduced, Sum, TwoProducts};
use super::constants::{DIGITS, VectorField};
use super::{Lanes, kernel};
use crate::engine::pages::Plain;

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

// SAFETY: floating-point numbers without padding, aligned to 64 bytes.
unsafe impl<F: VectorField, B: Bound> Plain for Block<F, B> {}

const fn assert_wider<A: Bound, B: Bound>() {
    assert!(A::WEIGHT <= B::WEIGHT && A::MAGNITUDE <= B::MAGNITUDE, "a wider bound");
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
        // SAFETY: the kernel writes the whole product, which is a place of its own.
        unsafe {
            self.multiply_raw(other, product.as_mut_ptr());
            product.assume_init()
        }
    }

    /// `self * other`, written in place: spares the copy of a block that lives in memory.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn multiply_into<C: Bound, D: Bound>(&self, other: &Block<F, C>, product: &mut Block<F, D>) {
        const { assert_wider::<Product<B, C>, D>() };
        // SAFETY: a borrow of its own, with the layout of all blocks; its bound admits the product.
        unsafe { self.multiply_raw(other, core::ptr::from_mut(product).cast()) };
    }

    /// `self = self * other`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn multiply_assign<C: Bound>(&mut self, other: &Block<F, C>) {
        const { assert_wider::<Product<B, C>, B>() };
        let place = core::ptr::from_mut(self);
        // SAFETY: the kernel's result may lie where a factor lies; the bound admits the product.
        unsafe { (*place).multiply_raw(other, place.cast()) };
    }

    /// # Safety
    /// `product` is valid for a block, and equals a factor or does not overlap it.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn multiply_raw<C: Bound>(&self, other: &Block<F, C>, product: *mut Block<F, Product<B, C>>) {
        const {
            assert!(B::WEIGHT * C::WEIGHT <= MAX_PRODUCT_WEIGHT, "digits are too large to multiply");
            assert!(Product::<B, C>::MAGNITUDE <= MAX_PRODUCT_MAGNITUDE, "values are too large to multiply");
        }
        let (left, right) = (core::ptr::from_ref(self), core::ptr::from_ref(other));
        // SAFETY: blocks have the layout and alignment of raw blocks; this function's features are those of the kernel;
        // the bounds are asserted above; the caller answers for `product`.
        unsafe { kernel::multiply(product.cast(), left.cast(), right.cast(), F::KERNEL) };
    }

    /// `left[0] right[0] + left[1] right[1]`, in three quarters of the time of two products.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn sum_of_products<C: Bound>(
        left: &[Self; 2],
        right: &[Block<F, C>; 2],
    ) -> Block<F, TwoProducts<B, C>> {
        const {
            assert!(B::WEIGHT * C::WEIGHT <= MAX_PRODUCT_WEIGHT, "digits are too large to multiply");
            assert!(
                TwoProducts::<B, C>::MAGNITUDE <= MAX_PRODUCT_MAGNITUDE,
                "values are too large to multiply"
            );
        }
        let mut sum = MaybeUninit::<Block<F, TwoProducts<B, C>>>::uninit();
        let (left, right) = (core::ptr::from_ref(left), core::ptr::from_ref(right));
        // SAFETY: as in `multiply_raw`; the kernel writes the whole result, which is a place of its own.
        unsafe {
            kernel::sum_of_products(sum.as_mut_ptr().cast(), left.cast(), right.cast(), F::KERNEL);
            sum.assume_init()
        }
    }

    /// `self^2`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn square(&self) -> Block<F, Product<B, B>> {
        const {
            assert!(B::WEIGHT == 1, "reduce before squaring: off-diagonal products take a doubled digit");
            assert!(Product::<B, B>::MAGNITUDE <= MAX_PRODUCT_MAGNITUDE, "a value is too large to square");
        }
        let mut result = MaybeUninit::<Block<F, Product<B, B>>>::uninit();
        let value = core::ptr::from_ref(self);
        // SAFETY: as in `multiply_raw`; the kernel writes the whole result.
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
