//! Montgomery products in BN254's base field, by the width of their limbs. `measure.mjs` builds and times them.
#![no_std]

#[cfg(target_feature = "simd128")]
mod two_at_once;

use ark_bn254::Fq;
use ark_ff::{BigInt, Field, PrimeField};

#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

const BITS: usize = 29;
const MASK: u64 = (1 << BITS) - 1;
const MODULUS_29: [u32; 9] = to_29(Fq::MODULUS.0);
const MODULUS_32: [u32; 8] = to_32(Fq::MODULUS.0);
/// -1 / q modulo 2^32; its low 29 bits serve limbs of 29 bits.
const INVERSE: u32 = {
    let (mut inverse, mut round) = (1_u32, 0);
    while round < 5 {
        inverse = inverse.wrapping_mul(2_u32.wrapping_sub((Fq::MODULUS.0[0] as u32).wrapping_mul(inverse)));
        round += 1;
    }
    inverse.wrapping_neg()
};

const fn to_32(value: [u64; 4]) -> [u32; 8] {
    let (mut words, mut i) = ([0; 8], 0);
    while i < 8 {
        words[i] = (value[i / 2] >> (32 * (i % 2))) as u32;
        i += 1;
    }
    words
}

const fn to_29(value: [u64; 4]) -> [u32; 9] {
    let (mut limbs, mut i) = ([0; 9], 0);
    while i < 9 {
        let (word, shift) = (BITS * i / 64, BITS * i % 64);
        let mut limb = value[word] >> shift;
        if shift > 64 - BITS && word < 3 {
            limb |= value[word + 1] << (64 - shift);
        }
        limbs[i] = (limb & MASK) as u32;
        i += 1;
    }
    limbs
}

#[inline(never)]
fn product_of_arkworks(a: &mut Fq, b: &Fq) {
    *a *= b;
}

#[inline(never)]
fn square_of_arkworks(a: &mut Fq) {
    a.square_in_place();
}

/// Eight words of 32 bits with carries; R = 2^256, as arkworks has it.
#[inline(never)]
fn product_32(a: &mut [u32; 8], b: &[u32; 8]) {
    let mut sum = [0_u32; 8];
    for x in a.map(u64::from) {
        let low = u64::from(sum[0]) + x * u64::from(b[0]);
        let factor = u64::from((low as u32).wrapping_mul(INVERSE));
        let mut carry = low >> 32;
        let mut carry_of_modulus = (u64::from(low as u32) + factor * u64::from(MODULUS_32[0])) >> 32;
        for j in 1..8 {
            let value = u64::from(sum[j]) + x * u64::from(b[j]) + carry;
            carry = value >> 32;
            let value = u64::from(value as u32) + factor * u64::from(MODULUS_32[j]) + carry_of_modulus;
            carry_of_modulus = value >> 32;
            sum[j - 1] = value as u32;
        }
        sum[7] = (carry + carry_of_modulus) as u32;
    }
    let (mut reduced, mut borrow) = ([0; 8], 0);
    for j in 0..8 {
        let value = u64::from(sum[j]).wrapping_sub(u64::from(MODULUS_32[j])).wrapping_sub(borrow);
        reduced[j] = value as u32;
        borrow = value >> 63;
    }
    *a = if borrow == 0 { reduced } else { sum };
}

/// Nine limbs of 29 bits, whose products add up in 64 bits without a carry; R = 2^261. Below 2q, not below q.
#[inline]
fn product_29(a: &mut [u32; 9], b: &[u32; 9]) {
    let mut sum = [0_u64; 9];
    for x in a.map(u64::from) {
        let low = sum[0] + x * u64::from(b[0]);
        let factor = u64::from((low as u32).wrapping_mul(INVERSE)) & MASK;
        let carry = (low + factor * u64::from(MODULUS_29[0])) >> BITS;
        for j in 1..9 {
            sum[j - 1] = sum[j] + x * u64::from(b[j]) + factor * u64::from(MODULUS_29[j]);
        }
        sum[8] = 0;
        sum[0] += carry;
    }
    let mut carry = 0;
    for (limb, value) in a.iter_mut().zip(sum) {
        *limb = ((value + carry) & MASK) as u32;
        carry = (value + carry) >> BITS;
    }
}

/// The same between values in four words of 64 bits below q, as arkworks stores them.
#[inline(never)]
fn product_29_stored_in_64(a: &mut [u64; 4], b: &[u64; 4]) {
    let mut limbs = to_29(*a);
    product_29(&mut limbs, &to_29(*b));
    let mut words = [0_u64; 5];
    for (i, limb) in limbs.into_iter().map(u64::from).enumerate() {
        let (word, shift) = (BITS * i / 64, BITS * i % 64);
        words[word] |= limb << shift;
        if shift > 64 - BITS {
            words[word + 1] |= limb >> (64 - shift);
        }
    }
    let mut value = Fq::new_unchecked(BigInt([words[0], words[1], words[2], words[3]]));
    if value.is_geq_modulus() {
        ark_ff::BigInteger::sub_with_borrow(&mut value.0, &Fq::MODULUS);
    }
    *a = value.0.0;
}

/// Multiplies a start by the same factor again and again.
#[unsafe(no_mangle)]
pub extern "C" fn run(variant: u32, count: u32) -> u32 {
    let (mut a, b) = (Fq::from(3_u64), Fq::from(7_u64));
    match variant {
        0 => (0..count).for_each(|_| product_of_arkworks(&mut a, &b)),
        1 => (0..count).for_each(|_| square_of_arkworks(&mut a)),
        2 => {
            let (mut a, b) = (to_32(a.0.0), to_32(b.0.0));
            (0..count).for_each(|_| product_32(&mut a, &b));
            return a[0];
        }
        3 => {
            let (mut a, b) = (to_29(a.0.0), to_29(b.0.0));
            (0..count).for_each(|_| product_29(&mut a, &b));
            return a[0];
        }
        4 => (0..count).for_each(|_| product_29_stored_in_64(&mut a.0.0, &b.0.0)),
        #[cfg(target_feature = "simd128")]
        5 => return two_at_once::run(count),
        _ => {}
    }
    a.0.0[0] as u32
}

/// 1 when all of them agree with arkworks over so many products.
#[unsafe(no_mangle)]
pub extern "C" fn agree(count: u32) -> u32 {
    let (mut of_arkworks, b) = (Fq::from(3_u64), Fq::from(7_u64));
    let (mut of_32, mut stored) = (to_32(of_arkworks.0.0), of_arkworks);
    // each product in limbs of 29 bits is 2^5 times smaller
    let mut scale = Fq::from(1_u64);
    for _ in 0..count {
        product_of_arkworks(&mut of_arkworks, &b);
        product_32(&mut of_32, &to_32(b.0.0));
        product_29_stored_in_64(&mut stored.0.0, &b.0.0);
        scale *= Fq::from(32_u64);
        if of_32 != to_32(of_arkworks.0.0) || stored * scale != of_arkworks {
            return 0;
        }
    }
    1
}
