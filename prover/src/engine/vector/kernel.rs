//! The generated kernels as functions.

use core::arch::naked_asm;

use super::constants::KernelConstants;

/// Two vectors of five digits of four lanes.
#[repr(C, align(64))]
#[derive(Clone, Copy)]
pub(super) struct RawBlock([[[f64; 4]; 5]; 2]);

/// `result = left right / 2^255`, lane by lane. About 830 instructions, 390 bytes of stack.
///
/// # Safety
/// The machine has AVX2 and FMA. All pointers are valid and aligned; `result` may equal `left` or `right` but not overlap
/// them otherwise. The factors' weights multiply to at most 4.
#[unsafe(naked)]
pub(super) unsafe extern "sysv64" fn multiply(
    result: *mut RawBlock,
    left: *const RawBlock,
    right: *const RawBlock,
    constants: *const KernelConstants,
) {
    naked_asm!(include_str!("generated/multiply.s"))
}

/// `result = (left[0] right[0] + left[1] right[1]) / 2^255`, lane by lane: two products, one reduction. About 1,180 instructions,
/// 390 bytes of stack.
///
/// # Safety
/// The machine has AVX2 and FMA. All pointers are valid and aligned, `left` and `right` for two blocks; `result` does not
/// overlap them. The weights of factors of each other multiply to at most 4.
#[unsafe(naked)]
pub(super) unsafe extern "sysv64" fn sum_of_products(
    result: *mut RawBlock,
    left: *const [RawBlock; 2],
    right: *const [RawBlock; 2],
    constants: *const KernelConstants,
) {
    naked_asm!(include_str!("generated/sum_of_products.s"))
}

/// `result = value^2 / 2^255`, lane by lane. The third argument is not used.
///
/// # Safety
/// As [`multiply`]; the value has weight 1.
#[unsafe(naked)]
pub(super) unsafe extern "sysv64" fn square(
    result: *mut RawBlock,
    value: *const RawBlock,
    unused: *const RawBlock,
    constants: *const KernelConstants,
) {
    naked_asm!(include_str!("generated/square.s"))
}
