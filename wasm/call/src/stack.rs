//! Wiping what calls leave behind on the stack.

use core::hint::black_box;

use zeroize::Zeroize;

/// How far below an export the stack is wiped. Tests scan the memory for what deeper calls would leave.
const BYTES: usize = 64 * 1024;

/// Overwrites the stack below the caller, where the calls before this one kept their variables.
#[inline(never)]
pub fn wipe_stack() {
    let mut rubbish = [0_u8; BYTES];
    black_box(&mut rubbish).zeroize();
}
