//! How much memory a proof needs, known before it is made.

use crate::engine::{Pages, Parts};
use crate::proving_key::ProvingKey;

/// Bytes of a field element, as an element or as an integer.
const ELEMENT: u64 = 32;
/// Bytes of an element in vector form.
const VECTOR: u64 = 40;
/// Bytes of a scalar's digits, at the widths that suit sums of 2^13 points and more.
const DIGITS: u64 = 40;
/// Bytes of a point of G2 in vector form.
const POINT: u64 = 160;
/// The most buckets of a window.
const BUCKETS: u64 = 1 << 15;
/// Scratch of a thread.
const SCRATCH: u64 = 2 << 20;
/// What everything else takes: the program's own small things, and what an allocator rounds up.
const BASE: u64 = 16 << 20;

/// How many bytes of memory one proof with this key needs at most on so many threads, besides the mapped key.
#[must_use]
pub fn estimated_memory(key: &ProvingKey, threads: usize) -> u64 {
    let header = key.zkey().header();
    let (variables, domain) = (u64::from(header.variables), u64::from(header.domain));
    let longest = variables.max(domain);
    // the values as they are filled, in parts and as a whole, and as integers
    let witness = 4 * ELEMENT * variables;
    // the integers, three polynomials and the roots of unity in vector form, the twist of each group of 64
    let quotient = ELEMENT * variables + (4 * VECTOR + 8) * domain;
    // the integers or the quotient's scalars, digits, and one section of points, with their images where scalars are halved
    let may_be_halved = usize::try_from(longest).is_ok_and(|longest| Parts::for_length(longest).len() > 1);
    let points = if may_be_halved { 2 * longest } else { longest };
    let section = ELEMENT * variables + DIGITS * longest + POINT * points;
    // a window: its entries, its buckets in parts and as a whole. A thread that waits for a part may begin another one.
    let window = 4 * longest + 2 * POINT * BUCKETS.min(longest);
    let threads = u64::try_from(threads).unwrap_or(u64::MAX).clamp(1, 1 << 16);
    let windows = (threads + 2) * window + threads * SCRATCH;
    // the places of what is not the identity, kept with the key
    let places = 4 * 4 * variables;
    BASE + places + witness.max(quotient).max(section + windows)
}

/// Asks the system for so much memory, and gives it back. A limit of the process shows itself here, before any work; what
/// the system promises beyond what it has does not.
///
/// # Errors
/// The number of bytes, where it is above `limit` or the system refuses it.
pub(crate) fn reserve_memory(bytes: u64, limit: Option<u64>) -> Result<(), u64> {
    if limit.is_some_and(|limit| bytes > limit) {
        return Err(bytes);
    }
    let halves = usize::try_from(bytes).or(Err(bytes))?.div_ceil(2);
    Pages::<i16>::zeroed(halves).map(drop).or(Err(bytes))
}
