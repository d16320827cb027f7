//! All points of a sum as records, in large pages.
//!
//! Points are gathered in random order. With pages of 4 KB a sum over 2^18 points of 80 bytes misses the translation
//! buffer at nearly every gather; with pages of 2 MB it never does.

use std::io;

use memmap2::MmapMut;
use rayon::prelude::*;

use super::record::Records;

/// Blocks of eight points that are packed by one task.
const TASK: usize = 1 << 8;

/// Points in memory of their own.
pub(in crate::engine) struct PackedPoints<const PARTS: usize> {
    mapping: MmapMut,
    count: usize,
}

impl<const PARTS: usize> PackedPoints<PARTS> {
    /// Packs points in parallel; `block(k)` gives points 8 k to 8 k + 7, of which those beyond `count` have no meaning.
    ///
    /// # Errors
    /// Where there is no memory.
    pub(in crate::engine) fn new(
        count: usize,
        block: impl Fn(usize) -> [Records<PARTS>; 8] + Sync,
    ) -> io::Result<Self> {
        let blocks = count.div_ceil(8);
        let bytes = blocks.saturating_mul(size_of::<[Records<PARTS>; 8]>());
        let mapping = MmapMut::map_anon(bytes.max(1))?;
        #[cfg(target_os = "linux")]
        {
            // a wish: without large pages the result is the same
            let _granted: bool = mapping.advise(memmap2::Advice::HugePage).is_ok();
        }
        let mut points = Self { mapping, count };
        let places = points.blocks_mut(blocks).par_iter_mut().enumerate().with_min_len(TASK);
        places.for_each(|(index, place)| *place = block(index));
        Ok(points)
    }

    fn blocks_mut(&mut self, blocks: usize) -> &mut [[Records<PARTS>; 8]] {
        let start = self.mapping.as_mut_ptr().cast();
        // SAFETY: the mapping starts at a page, has the bytes of so many blocks, and is borrowed for as long. Records are
        // numbers: any bits are some.
        unsafe { core::slice::from_raw_parts_mut(start, blocks) }
    }

    /// The points.
    pub(in crate::engine) fn points(&self) -> &[Records<PARTS>] {
        let start = self.mapping.as_ptr().cast();
        // SAFETY: as above; the count is at most eight times the number of blocks.
        unsafe { core::slice::from_raw_parts(start, self.count) }
    }
}
