//! Arithmetic in BN254's base field, arkworks' and that of `workproof-narrow-limbs`. `measure.mjs` builds and times it.
#![no_std]

use ark_ff::Field;

#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// Does the same to an element again and again.
#[inline(always)]
fn repeat<F: Field>(operation: u32, count: u32) -> F {
    let [mut a, b, c, d] = [3_u64, 7, 11, 13].map(|number| F::from(number).inverse().unwrap());
    match operation {
        0 => (0..count).for_each(|_| a *= b),
        1 => (0..count).for_each(|_| _ = a.square_in_place()),
        2 => (0..count).for_each(|_| a = F::sum_of_products(&[a, c], &[b, d])),
        3 => (0..count).for_each(|_| a += b),
        4 => (0..count).for_each(|_| a -= b),
        5 => (0..count).for_each(|_| _ = a.inverse_in_place()),
        _ => {}
    }
    a
}

/// In arkworks' limbs. Returns bits of what comes out.
#[unsafe(no_mangle)]
pub extern "C" fn wide(operation: u32, count: u32) -> u64 {
    repeat::<ark_bn254::Fq>(operation, count).0.0[0]
}

/// In limbs of 29 bits. Returns the same bits.
#[unsafe(no_mangle)]
pub extern "C" fn narrow(operation: u32, count: u32) -> u64 {
    repeat::<workproof_narrow_limbs::Fq>(operation, count).0.0[0]
}
