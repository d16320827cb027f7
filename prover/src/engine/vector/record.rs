//! Points as the schedule stores them: digits of two coordinates side by side, gathered into lanes and scattered back.
//!
//! A record is `x0 x1 x2 x3 y0 y1 y2 y3 x4 y4`: ten digits in 80 bytes, so that four records become lanes by five pairs of
//! half-vector loads. A point of G1 is one record. A point of G2 is two: that of the coordinates' first parts and that of
//! their second ones.

#![expect(clippy::indexing_slicing, reason = "a part is below the constant number of parts")]

use core::arch::x86_64::{
    __m128d, __m256d, _MM_HINT_T0, _MM_HINT_T1, _mm_loadu_pd, _mm_prefetch, _mm_storeu_pd,
    _mm256_castpd128_pd256, _mm256_castpd256_pd128, _mm256_castsi256_pd, _mm256_extractf128_pd,
    _mm256_insertf128_pd, _mm256_set_epi64x, _mm256_unpackhi_pd, _mm256_unpacklo_pd, _mm256_xor_pd,
};

use ark_bn254::Fq;

use super::{Block, Lanes, Reduced};
use crate::engine::msm::{Entry, Operands};
use crate::engine::pages::Plain;

/// Two coordinates in digits.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(16))]
pub(in crate::engine) struct Record([f64; 10]);

// SAFETY: floating-point numbers without padding, aligned to 16 bytes.
unsafe impl Plain for Record {}

/// A point made of `PARTS` records: 1 in G1, 2 in G2.
pub(in crate::engine) type Records<const PARTS: usize> = [Record; PARTS];

/// The x and the y of four records.
pub(super) type Coordinates = (Lanes<Fq, Reduced>, Lanes<Fq, Reduced>);

impl Record {
    /// Zeros.
    pub(super) const ZERO: Self = Self([0.0; 10]);

    /// The same x, and -y.
    pub(super) fn negated(&self) -> Self {
        let [x0, x1, x2, x3, y0, y1, y2, y3, x4, y4] = self.0;
        Self([x0, x1, x2, x3, -y0, -y1, -y2, -y3, x4, -y4])
    }

    #[inline]
    fn pair(&self, index: usize) -> *const f64 {
        self.0.as_ptr().wrapping_add(2 * index)
    }
}

/// Where operands lie. Made once for a call, after all entries have been checked.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Locator<const PARTS: usize> {
    bases: *const Records<PARTS>,
    base_count: usize,
    /// The first sum, moved down by the number of bases, so that an entry's index counts from here.
    shifted_sums: *const Records<PARTS>,
}

impl<const PARTS: usize> Locator<PARTS> {
    /// Checks that all entries name operands.
    ///
    /// # Panics
    /// If one does not.
    pub(super) fn new(operands: Operands<'_, Records<PARTS>>, pairs: &[[Entry; 2]]) -> Self {
        assert!(operands.have_all(pairs), "an entry names no operand");
        let base_count = operands.bases.len();
        let shifted_sums = operands.sums.as_ptr().wrapping_sub(base_count);
        Self { bases: operands.bases.as_ptr(), base_count, shifted_sums }
    }

    /// The operand of an entry, which is one of those checked.
    #[inline]
    fn locate(&self, entry: Entry) -> *const Records<PARTS> {
        let index = entry.index();
        let start = if index < self.base_count { self.bases } else { self.shifted_sums };
        start.wrapping_add(index)
    }

    /// Whether an entry names a base. Bases lie far apart and want to be asked for; sums were written a moment ago.
    #[inline]
    pub(super) const fn is_base(&self, entry: Entry) -> bool {
        entry.index() < self.base_count
    }

    /// Asks for an operand ahead of time, into the first-level or the second-level cache.
    #[inline]
    pub(super) fn prefetch<const TO_SECOND_LEVEL: bool>(&self, entry: Entry) {
        let address = self.locate(entry).cast::<i8>();
        for line in 0..(80 * PARTS).div_ceil(64) {
            let line = address.wrapping_add(64 * line);
            // SAFETY: a prefetch has no effect that a program could see, whatever the address.
            unsafe {
                if TO_SECOND_LEVEL {
                    _mm_prefetch::<_MM_HINT_T1>(line);
                } else {
                    _mm_prefetch::<_MM_HINT_T0>(line);
                }
            }
        }
    }

    /// One part of four operands, signs applied.
    ///
    /// # Safety
    /// The entries are among those that were checked, and the operands are still borrowed.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(super) unsafe fn load(&self, entries: [Entry; 4], part: usize) -> Coordinates {
        let records = entries.map(|entry| {
            // SAFETY: the entry was checked, so this is an element of one of the two slices.
            unsafe { &(&(*self.locate(entry)))[part] }
        });
        let [e0, e1, e2, e3] = entries.map(|entry| i64::from(entry.sign()) << 63);
        let signs = _mm256_castsi256_pd(_mm256_set_epi64x(e3, e2, e1, e0));
        let (x, y) = gather(records);
        (x, Lanes::from_digits(y.digits().map(|digit| _mm256_xor_pd(digit, signs))))
    }
}

/// Four records as lanes.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn gather(records: [&Record; 4]) -> Coordinates {
    let ([x0, x1], [x2, x3]) = (lanes_of(records, 0), lanes_of(records, 1));
    let ([y0, y1], [y2, y3]) = (lanes_of(records, 2), lanes_of(records, 3));
    let [x4, y4] = lanes_of(records, 4);
    (Lanes::from_digits([x0, x1, x2, x3, x4]), Lanes::from_digits([y0, y1, y2, y3, y4]))
}

/// One part of up to eight points as blocks of x and of y; what is missing is zero.
#[target_feature(enable = "avx2,fma")]
pub(super) fn part_of<const PARTS: usize>(points: &[Records<PARTS>], part: usize) -> [Block<Fq, Reduced>; 2] {
    let record = |index: usize| points.get(index).map_or(&Record::ZERO, |point| &point[part]);
    let ((x_low, y_low), (x_high, y_high)) =
        (gather([0, 1, 2, 3].map(record)), gather([4, 5, 6, 7].map(record)));
    [Block([x_low, x_high]), Block([y_low, y_high])]
}

/// Two neighbouring digits of four records, each as a vector.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn lanes_of(records: [&Record; 4], index: usize) -> [__m256d; 2] {
    let half = |record: &Record| -> __m128d {
        // SAFETY: a record has five pairs, and the index is a constant below five.
        unsafe { _mm_loadu_pd(record.pair(index)) }
    };
    let [a, b, c, d] = records;
    let even = _mm256_insertf128_pd::<1>(_mm256_castpd128_pd256(half(a)), half(c));
    let odd = _mm256_insertf128_pd::<1>(_mm256_castpd128_pd256(half(b)), half(d));
    [_mm256_unpacklo_pd(even, odd), _mm256_unpackhi_pd(even, odd)]
}

/// Writes one part of four points.
#[inline]
#[target_feature(enable = "avx2,fma")]
pub(super) fn store<const PARTS: usize>(
    points: &mut [Records<PARTS>; 4],
    part: usize,
    x: &Lanes<Fq, Reduced>,
    y: &Lanes<Fq, Reduced>,
) {
    let ([x0, x1, x2, x3, x4], [y0, y1, y2, y3, y4]) = (x.digits(), y.digits());
    let [a, b, c, d] = points;
    let mut write = |index: usize, first: __m256d, second: __m256d| {
        let (even, odd) = (_mm256_unpacklo_pd(first, second), _mm256_unpackhi_pd(first, second));
        let halves = [
            (_mm256_castpd256_pd128(even), &mut a[part]),
            (_mm256_castpd256_pd128(odd), &mut b[part]),
            (_mm256_extractf128_pd::<1>(even), &mut c[part]),
            (_mm256_extractf128_pd::<1>(odd), &mut d[part]),
        ];
        for (half, record) in halves {
            // SAFETY: a record has five pairs, and the index is below five.
            unsafe { _mm_storeu_pd(record.0.as_mut_ptr().add(2 * index), half) };
        }
    };
    write(0, x0, x1);
    write(1, x2, x3);
    write(2, y0, y1);
    write(3, y2, y3);
    write(4, x4, y4);
}
