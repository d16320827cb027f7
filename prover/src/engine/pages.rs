//! Large arrays in memory of their own.
//!
//! A proof's arrays are as long as its circuit and live for one phase. Each gets pages from the system and gives them back
//! when dropped, so that the peak of memory is that of the largest phase, whatever the process's allocator would have
//! kept. The pages come zeroed and without having been touched, and the system clears them before anybody sees them
//! again: nothing secret is left behind.
//!
//! Large pages are asked for. Points are gathered in random order; with pages of 4 KB a sum over 2^18 points of 80 bytes
//! misses the translation buffer at nearly every gather, with pages of 2 MB it never does.

#![expect(unsafe_code, reason = "typed views of a mapping; each use states why it is sound")]

use core::fmt::{self, Debug};
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ark_bn254::Fr;
use ark_ff::BigInt;
use memmap2::MmapMut;

use super::EngineError;

/// Numbers, and arrays of them: what can lie in [`Pages`].
///
/// # Safety
/// Any bits are a value, zeros among them; nothing has to be dropped; the alignment is at most that of a page.
pub unsafe trait Plain: Copy + Send + Sync {}

// SAFETY: integers.
unsafe impl Plain for i16 {}

// SAFETY: four integers.
unsafe impl Plain for BigInt<4> {}

// SAFETY: four integers. Those at or above r are not what arkworks expects of an element, but numbers all the same.
unsafe impl Plain for Fr {}

// SAFETY: an array has the alignment of its elements and no padding.
unsafe impl<T: Plain, const N: usize> Plain for [T; N] {}

/// An array in pages of its own: zeroed to begin with, given back to the system when dropped, never printed. See
/// [`Backend`](super::Backend), whose operations take and give such arrays.
pub struct Pages<T> {
    mapping: MmapMut,
    len: usize,
    values: PhantomData<T>,
}

impl<T: Plain> Pages<T> {
    /// So many zeros.
    ///
    /// # Errors
    /// [`EngineError::Memory`] where there is no memory.
    pub fn zeroed(len: usize) -> Result<Self, EngineError> {
        const { assert!(align_of::<T>() <= 4096, "aligned like a page") };
        let bytes = len.saturating_mul(size_of::<T>());
        let refused = EngineError::Memory { bytes: u64::try_from(bytes).unwrap_or(u64::MAX) };
        let mapping = MmapMut::map_anon(bytes.max(1)).or(Err(refused))?;
        #[cfg(target_os = "linux")]
        {
            // a wish: without large pages the result is the same
            let _granted: bool = mapping.advise(memmap2::Advice::HugePage).is_ok();
        }
        Ok(Self { mapping, len, values: PhantomData })
    }

    /// Without the values beyond the first `len`.
    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }
}

/// Pages of an array that is no longer needed, for the next one: a system takes longer to clear a page than to fill it. Only
/// for what is not secret, since what they hold stays there.
#[derive(Default)]
pub(super) struct SparePages(Mutex<Option<MmapMut>>);

#[cfg_attr(not(any(target_arch = "x86_64", test)), expect(dead_code, reason = "only vectors have pages"))]
impl SparePages {
    /// An array with any values, in the spare pages if they suffice.
    ///
    /// # Errors
    /// [`EngineError::Memory`] where there is no memory.
    pub(super) fn take<T: Plain>(&self, len: usize) -> Result<Pages<T>, EngineError> {
        let spare = self.spare().take();
        match spare.filter(|mapping| mapping.len() >= len.saturating_mul(size_of::<T>())) {
            Some(mapping) => Ok(Pages { mapping, len, values: PhantomData }),
            None => Pages::zeroed(len),
        }
    }

    /// Keeps an array's pages, unless there are larger ones.
    pub(super) fn keep<T>(&self, Pages { mapping, .. }: Pages<T>) {
        let mut spare = self.spare();
        if spare.as_ref().is_none_or(|kept| kept.len() < mapping.len()) {
            *spare = Some(mapping);
        }
    }

    /// Gives the pages back to the system if they are more than so many bytes.
    pub(super) fn shrink_to(&self, bytes: usize) {
        self.spare().take_if(|mapping| mapping.len() > bytes);
    }

    fn spare(&self) -> MutexGuard<'_, Option<MmapMut>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Plain, const N: usize> Pages<[T; N]> {
    /// The elements of the arrays.
    #[must_use]
    pub fn into_flattened(self) -> Pages<T> {
        Pages { mapping: self.mapping, len: self.len * N, values: PhantomData }
    }
}

impl<T: Plain> Deref for Pages<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // SAFETY: the mapping starts at a page, has the bytes of at least `len` values, and is borrowed for as long. Any
        // bits are a value.
        unsafe { core::slice::from_raw_parts(self.mapping.as_ptr().cast(), self.len) }
    }
}

impl<T: Plain> DerefMut for Pages<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as above; the borrow is exclusive.
        unsafe { core::slice::from_raw_parts_mut(self.mapping.as_mut_ptr().cast(), self.len) }
    }
}

impl<T> Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Pages({} values, <redacted>)", self.len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_start_as_zeros_and_stay_where_they_are_put() {
        let mut pages = Pages::<[i16; 3]>::zeroed(10_000).unwrap();
        assert!(pages.iter().all(|value| *value == [0; 3]));
        pages[9_999] = [1, 2, 3];
        pages.truncate(20_000);
        assert_eq!((pages.len(), pages[9_999]), (10_000, [1, 2, 3]));
        pages.truncate(1);
        assert_eq!(*pages, [[0; 3]]);
        assert_eq!(*pages.into_flattened(), [0; 3]);
        assert!(Pages::<i16>::zeroed(0).unwrap().is_empty());
    }

    #[test]
    fn spare_pages_are_used_again_where_they_suffice() {
        let spare = SparePages::default();
        let mut first = spare.take::<i16>(10_000).unwrap();
        first[9_999] = 7;
        spare.keep(first);
        // a smaller array does not push them out
        spare.keep(Pages::<i16>::zeroed(10).unwrap());
        let second = spare.take::<i16>(10_000).unwrap();
        assert_eq!((second.len(), second[9_999]), (10_000, 7));
        spare.keep(second);
        assert!(spare.take::<[i16; 4]>(2_501).unwrap().iter().all(|value| *value == [0; 4]));
        for (limit, value) in [(1 << 15, 7), (1 << 14, 0)] {
            let mut pages = Pages::<i16>::zeroed(10_000).unwrap();
            pages[9_999] = 7;
            spare.keep(pages);
            spare.shrink_to(limit);
            assert_eq!(spare.take::<i16>(10_000).unwrap()[9_999], value, "{limit}");
        }
    }

    #[test]
    fn memory_that_no_machine_has_is_refused() {
        for len in [usize::MAX, usize::MAX / 4] {
            assert!(matches!(Pages::<i16>::zeroed(len), Err(EngineError::Memory { .. })), "{len}");
        }
    }
}
