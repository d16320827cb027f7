//! Arithmetic on eight field elements at once, in AVX2 and FMA, for both fields of BN254.
//!
//! # Representation
//! An element x is held as `v = x 2^255 mod p` (Montgomery's form with R = 2^255), and v as five signed digits in radix
//! 2^51: `v = sum d_i 2^(51 i)`, each digit an integer in an `f64`. Digits are *balanced*: about half are negative.
//! A [`Lanes`] holds four elements (a vector register for each digit), a [`Block`] eight. Values are residues in a small
//! signed range around zero, not canonical.
//!
//! # A product of digits
//! With `C1 = 1.5 2^103`, `h = fma(a, b, C1)` rounds `a b` to a multiple of 2^51, since the last place of a number in
//! `[2^103, 2^104)` is 2^51. The bit pattern of h less that of C1 is therefore the high half as an integer. With
//! `C3 = 1.5 2^52`, `fma(a, b, (C1 + C3) - h)` is the exact low half plus C3, readable in the same way. Both halves are
//! summed up as 64-bit integers; what the constants' bit patterns add is known beforehand and is taken off once for each
//! column (its *bias*). This holds while `|a b| <= 2^102`.
//!
//! # Reduction
//! Column k of the product must vanish modulo 2^51. With x the column's balanced digit, `m = x (-1/p) mod 2^51`, balanced,
//! is the quotient's digit, and `m p 2^(51 k)` is added. Its low half is `-x` exactly, so only the carry and the high half
//! of `m p_0` move on. The one tie is x = -2^50, where both roundings go to even. Write Q for the digit of -1/p: if
//! Q = 1 mod 4 then m = -2^50 and p_0 = 3 mod 4, otherwise m = 2^50 and p_0 = 1 mod 4, and in both cases the low half of
//! `m p_0` comes out as +2^50 = -x. So it is right for every odd modulus.
//!
//! The next column waits for the low half of `m p_1`. As `m = x Q` modulo 2^51, it is also the low half of `x c` with
//! `c = Q p_1 mod 2^51`, which is ready eleven cycles earlier. The high half still comes from m, so both must round a tie
//! alike. Let 2^t be the power of two in p_1, and so in c. A tie needs x = 2^(50-t) x' with x' odd; then m = 2^(50-t) m',
//! and p_1 = 2^t p', c = 2^t c' with m' = x' Q and c' = Q p' modulo 4 (for t = 0, where m is a tie itself, by the cases
//! above). The sign of a tie's low half depends on the odd factor modulo 4, and `m' p' = x' Q p' = x' c'`.
//!
//! # Bounds
//! The weight of a value is the least w with `|d_i| <= w 2^50` for all digits; its magnitude is `|v| / p`. Both are part
//! of a value's type ([`Bound`]), and an operation on values that are too large for it does not compile:
//!
//! | operation | needs | gives |
//! |---|---|---|
//! | product of a and b | weights `w_a w_b <= 4` | weight 1, magnitude `0.3781 m_a m_b + 0.5`, at most 1.32 |
//! | square of a | weight 1 | the same |
//! | sum of two products | weights `w_a w_b <= 4` | weight 1, magnitude `0.7563 m_a m_b + 0.5`, at most 1.32 |
//! | sum, difference | sum of the weights at most 8 | weights and magnitudes add |
//! | reduce | weight at most 4, magnitude at most 6 | weight 1, magnitude `0.5 + 2^-46` |
//!
//! The factor 0.3781 is p/R, the same for both fields to five digits. A product takes 213 cycles for eight elements on the
//! machine of the book's figures, 8.3 to 9.5 ns for each, and a reduction about a tenth of that; the best scalar code needs 20 ns.
//!
//! # How to use it
//! [`VectorUnit::detect`] says whether the machine can do it; the functions here carry
//! `#[target_feature(enable = "avx2,fma")]`, so a caller enters once, for a whole pass over memory, from a place that
//! holds a [`VectorUnit`]. A butterfly is `let t = high.multiply(&root)`, then `low.add(&t)` and `low.subtract(&t)`,
//! with a `reduce` where the types ask for it. Rounding must be to nearest, which is Rust's default.
//!
//! The three kernels are generated (`cargo xtask kernels`) and stay out of line: inlined copies of five kilobytes each run
//! a third slower.

#![expect(
    unsafe_code,
    reason = "vector instructions and generated assembly; each use states why it is sound"
)]

mod adder;
mod batches;
mod block;
mod bound;
mod constants;
mod conversion;
mod exceptions;
mod g1_formulas;
mod g2_formulas;
mod kernel;
mod lanes;
mod pack;
mod record;
mod shared_inversion;

pub(super) use adder::{Formulas, VectorAdder};
pub(crate) use block::Block;
pub(crate) use bound::{Bound, Reduced, Settled, Sum, TwoProducts};
pub(crate) use constants::VectorField;
pub(super) use g1_formulas::FormulasG1;
pub(super) use g2_formulas::FormulasG2;
pub(crate) use lanes::Lanes;
pub(super) use record::Records;

/// Additions in G1.
pub(super) type VectorG1 = VectorAdder<FormulasG1, 1>;
/// Additions in G2.
pub(super) type VectorG2 = VectorAdder<FormulasG2, 2>;

/// Proof that this machine has AVX2 and FMA.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VectorUnit(());

impl VectorUnit {
    /// Asks the machine; the answer is remembered by the standard library.
    pub(crate) fn detect() -> Option<Self> {
        let present =
            std::arch::is_x86_feature_detected!("avx2") && std::arch::is_x86_feature_detected!("fma");
        present.then_some(Self(()))
    }
}

#[cfg(test)]
mod tests;
