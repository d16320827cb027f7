//! Memory that is wiped when it is given back, so that no secret outlives the value that held it.

#![expect(unsafe_code, reason = "an allocator is made of raw memory by its trait")]

use core::alloc::{GlobalAlloc, Layout};
use core::slice;

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use zeroize::Zeroize;

/// A third of the code of the standard library's allocator. It checks that there is one thread only.
static TALC: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// talc, with every block wiped before it is free.
#[derive(Debug)]
pub struct WipingAllocator;

// SAFETY: every call goes to talc with the arguments it came with. `dealloc` writes to a block that its caller owns and
// gives up, within the size it was asked for. `realloc` is the trait's own: it allocates, copies, and calls `dealloc`.
unsafe impl GlobalAlloc for WipingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are talc's conditions.
        unsafe { TALC.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller owns the block, which has this layout, and does not use it again.
        unsafe {
            slice::from_raw_parts_mut(block, layout.size()).zeroize();
            TALC.dealloc(block, layout);
        }
    }
}
