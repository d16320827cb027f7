//! Memory that is wiped when it is given back, so that no secret outlives the value that held it.

#![expect(unsafe_code, reason = "an allocator is made of raw memory by its trait")]

use core::alloc::{GlobalAlloc, Layout};
use core::slice;

use dlmalloc::GlobalDlmalloc;
use zeroize::Zeroize;

/// dlmalloc, as in the standard library, with every block wiped before it is free.
#[derive(Debug)]
pub struct WipingAllocator;

// SAFETY: every call goes to dlmalloc with the arguments it came with. `dealloc` writes to a block that its caller owns and
// gives up, within the size it was asked for. `realloc` is the trait's own: it allocates, copies, and calls `dealloc`.
unsafe impl GlobalAlloc for WipingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are dlmalloc's conditions.
        unsafe { GlobalDlmalloc.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller owns the block, which has this layout, and does not use it again.
        unsafe {
            slice::from_raw_parts_mut(block, layout.size()).zeroize();
            GlobalDlmalloc.dealloc(block, layout);
        }
    }
}
