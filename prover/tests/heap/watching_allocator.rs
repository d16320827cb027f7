//! The allocator of this test program: before it gives a block back to the system, it looks for secrets in it.

#![expect(unsafe_code, reason = "an allocator is made of raw memory by its trait")]

use core::alloc::{GlobalAlloc, Layout};
use core::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::alloc::System;
use std::sync::{Mutex, PoisonError};

/// The bytes of a secret that are looked for: its first sixteen.
type Needle = [u64; 2];

/// The most secrets looked for at once.
const MOST: usize = 24;

/// Larger blocks are looked through at every eighth byte only, where words of numbers lie.
const EVERY_BYTE_UP_TO: usize = 1 << 16;

static NEEDLES: [[AtomicU64; 2]; MOST] = [const { [const { AtomicU64::new(0) }; 2] }; MOST];
static WATCHED: AtomicUsize = AtomicUsize::new(0);
static FOUND: [AtomicUsize; MOST] = [const { AtomicUsize::new(0) }; MOST];
static LOOKED_THROUGH: AtomicUsize = AtomicUsize::new(0);

struct WatchingAllocator;

#[global_allocator]
static ALLOCATOR: WatchingAllocator = WatchingAllocator;

// SAFETY: blocks come from the system's allocator and go back to it with their layout; reading them before that is all that is
// added. `realloc` is the trait's own, which allocates, copies and deallocates, so that a block that grew is looked at too.
unsafe impl GlobalAlloc for WatchingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if WATCHED.load(Ordering::Acquire) > 0 {
            unsafe { look_through(block, layout.size()) };
        }
        unsafe { System.dealloc(block, layout) }
    }
}

/// # Safety
/// The block has this size and is nobody else's any more.
unsafe fn look_through(block: *const u8, size: usize) {
    let watched = WATCHED.load(Ordering::Acquire);
    let step = if size <= EVERY_BYTE_UP_TO { 1 } else { 8 };
    LOOKED_THROUGH.fetch_add(size, Ordering::Relaxed);
    for offset in (0..(size + 1).saturating_sub(16)).step_by(step) {
        // volatile: the block may hold bytes that nobody has written, and the compiler must not reason about them
        let word = |at: usize| unsafe { block.add(offset + at).cast::<[u8; 8]>().read_volatile() };
        let first = u64::from_le_bytes(word(0));
        for (needle, found) in NEEDLES.iter().zip(&FOUND).take(watched) {
            if needle[0].load(Ordering::Relaxed) == first
                && needle[1].load(Ordering::Relaxed) == u64::from_le_bytes(word(8))
            {
                found.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

/// What a watch has seen.
#[derive(Debug)]
pub(crate) struct Seen {
    /// How often each secret stood in a freed block, by its name.
    pub(crate) found: Vec<(&'static str, usize)>,
    /// Bytes of all freed blocks.
    pub(crate) looked_through: usize,
}

/// Watches for secrets, given by a name and their bytes, while `body` runs. One watch at a time.
pub(crate) fn watch(secrets: &[(&'static str, Vec<u8>)], body: impl FnOnce()) -> Seen {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(secrets.len() <= MOST);
    for ((_, bytes), (needle, found)) in secrets.iter().zip(NEEDLES.iter().zip(&FOUND)) {
        let words = needle_of(bytes);
        assert!(words[0] != 0 && words[1] != 0, "zeros would be found everywhere");
        needle[0].store(words[0], Ordering::Relaxed);
        needle[1].store(words[1], Ordering::Relaxed);
        found.store(0, Ordering::Relaxed);
    }
    LOOKED_THROUGH.store(0, Ordering::Relaxed);
    WATCHED.store(secrets.len(), Ordering::Release);
    body();
    WATCHED.store(0, Ordering::Release);
    let found = secrets.iter().zip(&FOUND).map(|((name, _), found)| (*name, found.load(Ordering::Relaxed)));
    Seen { found: found.collect(), looked_through: LOOKED_THROUGH.load(Ordering::Relaxed) }
}

fn needle_of(bytes: &[u8]) -> Needle {
    let (words, _) = bytes.as_chunks::<8>();
    let [first, second, ..] = words else { panic!("a secret of {} bytes is too short", bytes.len()) };
    [*first, *second].map(u64::from_le_bytes)
}
