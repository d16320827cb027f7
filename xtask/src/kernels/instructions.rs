//! Building blocks of a kernel: operands and the interleaving of independent instruction streams.

use core::fmt;

/// Bytes of one vector: four lanes of eight bytes.
pub(super) const VECTOR: usize = 32;
/// Bytes of four elements: five digits of one vector each.
pub(super) const LANES: usize = 5 * VECTOR;

/// A vector in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Memory {
    pub(super) register: &'static str,
    pub(super) offset: usize,
}

impl fmt::Display for Memory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ymmword ptr [{} + {}]", self.register, self.offset)
    }
}

/// One of the sixteen vector registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Register(pub(super) usize);

impl fmt::Display for Register {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ymm{}", self.0)
    }
}

/// Takes an instruction of each stream in turn.
pub(super) fn alternate(streams: Vec<Vec<String>>) -> Vec<String> {
    let mut streams: Vec<_> = streams.into_iter().map(Vec::into_iter).collect();
    let mut woven = Vec::new();
    loop {
        let before = woven.len();
        woven.extend(streams.iter_mut().filter_map(Iterator::next));
        if woven.len() == before {
            return woven;
        }
    }
}

/// Spreads the few instructions evenly among the many.
pub(super) fn spread(few: Vec<String>, many: Vec<String>) -> Vec<String> {
    let (few_count, many_count) = (few.len(), many.len());
    let mut few = few.into_iter();
    let mut woven = Vec::new();
    let mut placed = 0;
    for (index, instruction) in many.into_iter().enumerate() {
        woven.push(instruction);
        while placed < few_count && (placed + 1) * many_count <= (index + 1) * few_count {
            woven.extend(few.next());
            placed += 1;
        }
    }
    woven.extend(few);
    woven
}
