//! Two products in limbs of 29 bits side by side, in the halves of 128-bit vectors.

use core::arch::wasm32::{
    i32x4_mul, i32x4_shuffle, i64x2_add, u32x4_extract_lane, u32x4_splat, u64x2_extmul_low_u32x4, u64x2_shr,
    u64x2_splat, v128, v128_and,
};

use super::{BITS, Fq, INVERSE, MASK, MODULUS_29, to_29};

#[inline(never)]
fn product(a: &mut [v128; 9], b: &[v128; 9]) {
    let mut sum = [u64x2_splat(0); 9];
    for x in *a {
        let low = i64x2_add(sum[0], u64x2_extmul_low_u32x4(x, b[0]));
        let factor = i32x4_mul(i32x4_shuffle::<0, 2, 0, 2>(low, low), u32x4_splat(INVERSE));
        let factor = v128_and(factor, u32x4_splat(MASK as u32));
        let of_modulus = |j: usize| u64x2_extmul_low_u32x4(factor, u32x4_splat(MODULUS_29[j]));
        let carry = u64x2_shr(i64x2_add(low, of_modulus(0)), BITS as u32);
        for j in 1..9 {
            sum[j - 1] = i64x2_add(i64x2_add(sum[j], u64x2_extmul_low_u32x4(x, b[j])), of_modulus(j));
        }
        sum[8] = u64x2_splat(0);
        sum[0] = i64x2_add(sum[0], carry);
    }
    let mut carry = u64x2_splat(0);
    for (limb, value) in a.iter_mut().zip(sum) {
        let value = i64x2_add(value, carry);
        carry = u64x2_shr(value, BITS as u32);
        let value = v128_and(value, u64x2_splat(MASK));
        *limb = i32x4_shuffle::<0, 2, 0, 2>(value, value);
    }
}

pub fn run(count: u32) -> u32 {
    let in_both = |value: u64| to_29(Fq::from(value).0.0).map(|limb| u32x4_splat(limb));
    let (mut a, b) = (in_both(3), in_both(7));
    (0..count).for_each(|_| product(&mut a, &b));
    u32x4_extract_lane::<0>(a[0])
}
