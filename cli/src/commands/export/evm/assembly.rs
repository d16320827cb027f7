//! Lines of the contract's assembly.

use workproof_protocol::keccak256;

use super::super::hexadecimal;

/// How deep the lines stand.
const INDENT: &str = "                ";

/// A line.
pub(super) fn line(text: &str) -> String {
    format!("{INDENT}{text}\n")
}

/// A word of memory is set.
pub(super) fn store(place: usize, word: &str) -> String {
    line(&format!("mstore({place:#05x}, {word})"))
}

/// A point of the key in G2, negated, in four words.
pub(super) fn store_g2(place: usize, name: &str) -> String {
    let parts = ["X1", "X0", "Y1", "Y0"].into_iter().enumerate();
    parts.map(|(index, part)| store(place + 32 * index, &format!("MINUS_{name}_{part}"))).collect()
}

/// A word of the calldata.
pub(super) fn argument(start: usize, index: usize) -> String {
    format!("calldataload({:#04x})", start + 32 * index)
}

/// A word of memory.
pub(super) fn word(start: usize, index: usize) -> String {
    format!("mload({:#05x})", start + 32 * index)
}

/// One expression that is 1 where all are.
fn all(conditions: impl DoubleEndedIterator<Item = String>) -> String {
    let joined = conditions.rev().reduce(|rest, condition| format!("and({condition}, {rest})"));
    joined.unwrap_or_else(|| "1".to_owned())
}

/// The eight coordinates of a proof are below q.
pub(super) fn coordinates_below_q(coordinate: impl Fn(usize) -> String) -> String {
    all((0..8).map(|index| format!("lt({}, Q)", coordinate(index))))
}

/// Inputs at these positions are below r where the circuit has them, and 0 where it lacks them.
pub(super) fn inputs_in_range(positions: &[usize], count: usize, input: impl Fn(usize) -> String) -> String {
    all(positions.iter().enumerate().map(|(place, position)| {
        if *position < count {
            format!("lt({}, R)", input(place))
        } else {
            format!("iszero({})", input(place))
        }
    }))
}

/// The places of those inputs that the circuit has, with their positions.
pub(super) fn present(positions: &[usize], count: usize) -> impl Iterator<Item = (usize, usize)> {
    positions.iter().copied().enumerate().filter(move |(_, position)| *position < count)
}

/// Adds an input's point, times the factor that lies in memory, to a sum.
///
/// The point is written in front of the factor; the product goes behind the sum.
pub(super) fn add_term(position: usize, factor: usize, sum: usize) -> String {
    let (point, product) = (factor - 0x40, sum + 0x40);
    let ic = position + 1;
    [
        store(point, &format!("IC{ic}_X")),
        store(point + 0x20, &format!("IC{ic}_Y")),
        line(&format!("ok := and(ok, staticcall(gas(), 7, {point:#05x}, 0x60, {product:#05x}, 0x40))")),
        line(&format!("ok := and(ok, staticcall(gas(), 6, {sum:#05x}, 0x80, {sum:#05x}, 0x40))")),
    ]
    .concat()
}

/// What calls of a function begin with.
pub(super) fn selector(signature: &str) -> String {
    let [a, b, c, d, ..] = keccak256(signature.as_bytes());
    hexadecimal(&[a, b, c, d])
}
