//! What the processor's backend keeps of a key.

use super::arithmetic::Arithmetic;
use super::key_table::KeyTable;
use super::msm::{Levels, Parts, SignedDigits};
use super::packed_points::{PackedG1, PackedG2, PackedPoints, SectionPoints};
use super::pages::SparePages;
use super::places::Places;
use super::{EngineError, expect_length};
use crate::cancel_token::CancelToken;
use crate::zkey::Zkey;

/// Bytes of pages that are kept between proofs: enough for the circuits that are proved most often.
const MOST_KEPT: usize = 16 << 20;

/// Where the sections that a proof uses have points, and with a table all those points, packed.
pub(super) struct CpuKey {
    a: Places,
    b: Places,
    l: Places,
    h: Places,
    table: Option<PackedTable>,
    spare: SparePages,
}

struct PackedTable {
    levels: Levels,
    a: PackedG1,
    b: PackedG2,
    l: PackedG1,
    h: PackedG1,
}

/// A section's points as they lie in the key, and packed if they were kept so.
pub(super) struct Section<'a, const BYTES: usize, P> {
    pub(super) points: SectionPoints<'a, BYTES>,
    pub(super) packed: Option<&'a P>,
    /// Where they are packed if they were not.
    pub(super) spare: &'a SparePages,
}

impl<const BYTES: usize, P: PackedPoints<BYTES>> Section<'_, BYTES, P> {
    /// `sum s_i P_i`; the scalar of the section's first point is `first_scalar`.
    ///
    /// # Errors
    /// [`EngineError::Length`]; [`EngineError::Cancelled`]; [`EngineError::Memory`].
    pub(super) fn sum(
        &self,
        arithmetic: Arithmetic,
        (digits, first_scalar): (&SignedDigits, usize),
        cancel: &CancelToken,
    ) -> Result<P::Group, EngineError> {
        match self.packed {
            Some(packed) => packed.sum(&self.points, (digits, first_scalar), cancel),
            None => {
                let packed = P::pack(arithmetic, &self.points, digits.parts(), self.spare)?;
                let sum = packed.sum(&self.points, (digits, first_scalar), cancel);
                packed.leave_pages(self.spare);
                sum
            }
        }
    }
}

impl CpuKey {
    /// Looks through a key, and packs it where it has a table, on all threads.
    ///
    /// # Errors
    /// [`EngineError::Length`] where the table has another number of points; [`EngineError::Cancelled`];
    /// [`EngineError::Memory`].
    pub(super) fn load(
        arithmetic: Arithmetic,
        key: Zkey<'_>,
        table: Option<KeyTable<'_>>,
        cancel: &CancelToken,
    ) -> Result<Self, EngineError> {
        let mut loaded = Self {
            a: Places::find(key.a().as_bytes(), cancel)?,
            b: Places::find(key.b2().as_bytes(), cancel)?,
            l: Places::find(key.l().as_bytes(), cancel)?,
            h: Places::find(key.h().as_bytes(), cancel)?,
            table: None,
            spare: SparePages::default(),
        };
        if let Some(table) = table {
            loaded.table = Some(PackedTable {
                levels: table.levels,
                a: pack(arithmetic, &loaded.a(key).points, (table.levels, table.a.as_bytes()), cancel)?,
                b: pack(arithmetic, &loaded.b(key).points, (table.levels, table.b2.as_bytes()), cancel)?,
                l: pack(arithmetic, &loaded.l(key).points, (table.levels, table.l.as_bytes()), cancel)?,
                h: pack(arithmetic, &loaded.h(key).points, (table.levels, table.h.as_bytes()), cancel)?,
            });
        }
        Ok(loaded)
    }

    /// The levels of the table, where there is one.
    pub(super) fn levels(&self) -> Option<Levels> {
        self.table.as_ref().map(|table| table.levels)
    }

    /// Gives pages back to the system that are too many to be kept until the next proof.
    pub(super) fn rest(&self) {
        self.spare.shrink_to(MOST_KEPT);
    }

    fn section<'a, const BYTES: usize, P>(
        &'a self,
        points: &'a [[u8; BYTES]],
        places: &'a Places,
        packed: impl Fn(&PackedTable) -> &P,
    ) -> Section<'a, BYTES, P> {
        Section {
            points: SectionPoints { points, places, multiples: &[] },
            packed: self.table.as_ref().map(packed),
            spare: &self.spare,
        }
    }

    /// Section A.
    pub(super) fn a<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 64, PackedG1> {
        self.section(key.a().as_bytes(), &self.a, |table| &table.a)
    }

    /// Section B2.
    pub(super) fn b<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 128, PackedG2> {
        self.section(key.b2().as_bytes(), &self.b, |table| &table.b)
    }

    /// Section L.
    pub(super) fn l<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 64, PackedG1> {
        self.section(key.l().as_bytes(), &self.l, |table| &table.l)
    }

    /// Section H.
    pub(super) fn h<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 64, PackedG1> {
        self.section(key.h().as_bytes(), &self.h, |table| &table.h)
    }
}

fn pack<const BYTES: usize, P: PackedPoints<BYTES>>(
    arithmetic: Arithmetic,
    points: &SectionPoints<'_, BYTES>,
    (levels, multiples): (Levels, &[[u8; BYTES]]),
    cancel: &CancelToken,
) -> Result<P, EngineError> {
    cancel.check()?;
    expect_length((levels.count() - 1) * points.count(), multiples.len())?;
    let spare = SparePages::default();
    P::pack(arithmetic, &SectionPoints { multiples, ..*points }, Parts::Levels(levels), &spare)
}
