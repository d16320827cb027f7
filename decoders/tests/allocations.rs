//! No length that bytes announce makes a decoder take memory, or time, beyond what the bytes themselves are worth (C1).
//!
//! Large numbers are put wherever a length could be: at every place of a seed where four bytes hold a small number, as lengths in small
//! files do, in four and eight bytes and in both orders; and in the place of every number in a text. One test only, since the
//! allocator counts for the whole program.

#![expect(unsafe_code, reason = "an allocator is, whatever it does beside")]
#![expect(clippy::indexing_slicing, clippy::print_stdout, reason = "helpers of a test, and what it measured")]

use core::alloc::{GlobalAlloc, Layout};
use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::alloc::System;
use std::time::Instant;

use workproof_decoders::{Decoder, Pace, all, seeds};

/// Memory beyond the input's size, and beyond what an honest input takes.
const MOST_BYTES: usize = 1 << 20;
/// Far above what any takes on a busy machine, far below what a loop over an announced length would.
const MOST_TIME: Duration = Duration::from_secs(5);
/// Every length in the seeds is below this.
const SMALL: u32 = 1 << 14;

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn grown(bytes: usize) {
    let now = NOW.fetch_add(bytes, Ordering::Relaxed) + bytes;
    PEAK.fetch_max(now, Ordering::Relaxed);
}

// SAFETY: every call is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grown(layout.size());
        // SAFETY: the caller's promises are those of this function.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises are those of this function.
        unsafe { System.dealloc(pointer, layout) }
    }

    // zeroed and grown memory are counted by the default functions, which call the two above
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes that a call takes at once.
fn peak_of(call: impl FnOnce()) -> usize {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    call();
    PEAK.load(Ordering::Relaxed).saturating_sub(before)
}

/// Reads bytes and refuses to take more than `usual`, what the seed took, and [`MOST_BYTES`].
fn measure(decoder: &Decoder, usual: usize, bytes: &[u8], what: &dyn core::fmt::Display) -> usize {
    let start = Instant::now();
    let peak = peak_of(|| drop((decoder.read)(bytes)));
    let most = bytes.len() + usual + MOST_BYTES;
    assert!(peak <= most, "{}: {peak} bytes for {} ({what})", decoder.name, bytes.len());
    assert!(start.elapsed() < MOST_TIME, "{}: {:?} ({what})", decoder.name, start.elapsed());
    peak
}

/// Numbers that a length should not be, as they may stand in a file.
fn large_numbers() -> Vec<Vec<u8>> {
    let eight = [
        u64::MAX.to_le_bytes(),
        (1_u64 << 62).to_le_bytes(),
        (1_u64 << 40).to_le_bytes(),
        (1_u64 << 40).to_be_bytes(),
    ];
    let four = [u32::MAX.to_le_bytes(), 0x7fff_ffff_u32.to_le_bytes(), 0x7fff_ffff_u32.to_be_bytes()];
    let eight = eight.iter().map(|number| number.to_vec());
    eight.chain(four.iter().map(|number| number.to_vec())).collect()
}

/// Four bytes hold a small number, and stand not in the middle of nothing but zeros.
fn could_be_a_length(seed: &[u8], place: usize) -> bool {
    let Some(word) = seed[place..].first_chunk::<4>() else { return false };
    let around = &seed[place.saturating_sub(4)..(place + 8).min(seed.len())];
    around.iter().any(|byte| *byte != 0)
        && (u32::from_le_bytes(*word) < SMALL || u32::from_be_bytes(*word) < SMALL)
}

fn large_numbers_in_bytes(decoder: &Decoder, usual: usize, seed: &[u8]) -> usize {
    let step = if decoder.pace == Pace::Slow { 7 } else { 1 };
    let mut most = 0;
    for place in (0..seed.len()).filter(|place| could_be_a_length(seed, *place)).step_by(step) {
        for number in large_numbers() {
            let mut changed = seed.to_vec();
            let end = (place + number.len()).min(changed.len());
            changed[place..end].copy_from_slice(&number[..end - place]);
            most = most.max(measure(decoder, usual, &changed, &format_args!("{number:02x?} at {place}")));
        }
    }
    most
}

/// Every run of digits replaced.
fn large_numbers_in_text(decoder: &Decoder, usual: usize, seed: &[u8]) -> usize {
    let Ok(text) = core::str::from_utf8(seed) else { return 0 };
    let mut most = 0;
    let mut rest = 0;
    while let Some(found) = text[rest..].find(|letter: char| letter.is_ascii_digit()) {
        let start = rest + found;
        let length =
            text[start..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len() - start);
        for number in ["4294967295", "18446744073709551615", "1048576", "1e400", &"9".repeat(5_000)] {
            let changed = [&text[..start], number, &text[start + length..]].concat();
            most = most.max(measure(
                decoder,
                usual,
                changed.as_bytes(),
                &format_args!("{number:.20} at {start}"),
            ));
        }
        rest = start + length;
    }
    most
}

/// Texts that are deep, wide, or nothing but one string.
fn shapes(decoder: &Decoder) -> usize {
    let texts = [
        "[".repeat(4_096),
        "{\"a\":".repeat(4_096),
        format!("[{}]", "0,".repeat(8_192)),
        format!("[{}[]]", "[],".repeat(4_096)),
        format!("\"{}\"", "\\u0000".repeat(4_096)),
        "9".repeat(65_536),
        "/".repeat(65_536),
    ];
    texts
        .iter()
        .map(|text| measure(decoder, 0, text.as_bytes(), &format_args!("{text:.10}…")))
        .max()
        .unwrap_or(0)
}

#[test]
fn no_announced_length_takes_memory_beyond_the_input_c1() {
    // tables that are made once, by whoever comes first, belong to nobody's input
    for decoder in all() {
        seeds(decoder.name).iter().for_each(|seed| drop((decoder.read)(seed)));
    }
    // the count itself counts
    assert!(peak_of(|| drop(vec![0_u8; 3 << 20])) >= 3 << 20);
    for decoder in all() {
        let mut most = shapes(&decoder);
        for seed in seeds(decoder.name) {
            // a small first phase that holds together is verified, which takes memory of its own
            let usual = peak_of(|| drop((decoder.read)(&seed)));
            most = most.max(large_numbers_in_bytes(&decoder, usual, &seed));
            most = most.max(large_numbers_in_text(&decoder, usual, &seed));
        }
        println!("{}: at most {most} bytes at once", decoder.name);
    }
}
