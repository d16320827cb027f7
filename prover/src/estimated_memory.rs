//! How much memory a proof needs, known before it is made.

use crate::engine::{Levels, MOST_JOINED, MOST_KEPT, Pages, Parts};
use crate::proving_key::ProvingKey;

/// Bytes of a field element, as an element or as an integer.
const ELEMENT: u64 = 32;
/// Bytes of an element in vector form.
const VECTOR: u64 = 40;
/// Bytes of a scalar's digits, at the widths that suit sums of 2^13 points and more, without a table and with one.
const DIGITS: u64 = 40;
const DIGITS_FOR_TABLE: u64 = 64;
/// The most windows that a part has then where there is a table.
const WINDOWS_FOR_TABLE: u64 = 5;
/// Bytes of a point of G1 in vector form. One of G2 has twice as many.
const POINT_G1: u64 = 80;
/// Bytes of an entry: a point of a window and its sign.
const ENTRY: u64 = 4;
/// The most buckets of a window.
const BUCKETS: u64 = 1 << 15;
/// Scratch of a thread.
const SCRATCH: u64 = 2 << 20;
/// What everything else takes: the program's own small things, and what an allocator rounds up.
const BASE: u64 = 16 << 20;

/// How many bytes of memory one proof with this key needs at most on so many threads, besides the mapped key.
#[must_use]
pub fn estimated_memory(key: &ProvingKey, threads: usize) -> u64 {
    estimated_memory_with(key, None, threads)
}

/// The same with a table of so many levels, besides the table.
pub(crate) fn estimated_memory_with(key: &ProvingKey, table: Option<Levels>, threads: usize) -> u64 {
    let header = key.zkey().header();
    let (variables, domain) = (u64::from(header.variables), u64::from(header.domain));
    let (longest, all) = (variables.max(domain), variables + domain);
    // the values as they are filled, in parts and as a whole, and as integers
    let witness = 4 * ELEMENT * variables;
    // the integers, three polynomials and the roots of unity in vector form, the twist of each group of 64
    let quotient = ELEMENT * variables + (4 * VECTOR + 8) * domain;
    let most_parts = Parts::for_length(usize::try_from(all).unwrap_or(usize::MAX), table.map(Parts::Levels));
    let parts = most_parts.into_iter().flatten().map(Parts::count).max();
    let parts = in_u64(parts.unwrap_or(1));
    // the points of A and B, or of L and H, which have one sum if there are few of them or a table
    let together = if table.is_some() || all <= in_u64(MOST_JOINED) { all } else { longest };
    let section = POINT_G1 * parts * together.max(2 * variables);
    let digits = if table.is_some() { DIGITS_FOR_TABLE } else { DIGITS } * all;
    // integers and digits, then digits and one section of points, unless a table has them all
    let (cut, sums) = (ELEMENT * all + digits, digits + if table.is_some() { 0 } else { section });
    // a window: its entries, its buckets in parts and as a whole. A thread that waits for a part may begin another one.
    let threads = in_u64(threads).clamp(1, 1 << 16);
    let windows = if table.is_some() { (threads + 2).min(WINDOWS_FOR_TABLE) } else { threads + 2 };
    let window = ENTRY * parts * together + 4 * POINT_G1 * BUCKETS.min(parts * together);
    let kept = if table.is_some() { 0 } else { in_u64(MOST_KEPT).min(2 * section) };
    // the places of what is not the identity, kept with the key
    let places = 4 * 4 * variables;
    BASE + places + kept + witness.max(quotient).max(cut).max(sums + windows * window + threads * SCRATCH)
}

fn in_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Asks the system for so much memory, less what is held already, and gives it back. A limit of the process shows itself here,
/// before any work; what the system promises beyond what it has does not.
///
/// # Errors
/// The number of bytes, where it is above `limit` or the system refuses it.
pub(crate) fn reserve_memory(bytes: u64, held: u64, limit: Option<u64>) -> Result<(), u64> {
    if limit.is_some_and(|limit| bytes > limit) {
        return Err(bytes);
    }
    let halves = usize::try_from(bytes.saturating_sub(held)).or(Err(bytes))?.div_ceil(2);
    Pages::<i16>::zeroed(halves).map(drop).or(Err(bytes))
}
