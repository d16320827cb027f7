//! What the processor's backend keeps of a key.

use super::arithmetic::Arithmetic;
use super::joined::Joined;
use super::key_table::KeyTable;
use super::msm::{Levels, Parts, SignedDigits};
use super::packed_points::{PackedG1, PackedG2, PackedPoints, SectionPoints};
use super::pages::SparePages;
use super::places::Places;
use super::{EngineError, expect_length};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, Zkey};

/// Bytes of pages that are kept between proofs: enough for the circuits that are proved most often.
const MOST_KEPT: usize = 16 << 20;

/// The most points of L and H that are packed at the same time without a table. Where there are more, both sums are so long that
/// one sum would gain 1 % of a proof at most, and take half as much memory again.
const MOST_JOINED: usize = 1 << 18;

/// Where the sections that a proof uses have points, and with a table all those points, packed.
pub(super) struct CpuKey {
    a: Places,
    b: Places,
    c: PlacesOfC,
    table: Option<PackedTable>,
    spare: SparePages,
}

/// Where L and H have points, which are summed up for the same point of the proof.
enum PlacesOfC {
    /// One after the other, for one sum over both: its buckets are summed up once.
    Joined(Places),
    /// For a sum each, so that one of them has to be packed at a time.
    Apart { l: Places, h: Places },
}

struct PackedTable {
    levels: Levels,
    a: PackedG1,
    b: PackedG2,
    /// L and H.
    c: PackedG1,
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
            a: Places::find(key.a().as_bytes().into(), cancel)?,
            b: Places::find(key.b2().as_bytes().into(), cancel)?,
            c: if table.is_some() || key.l().len() + key.h().len() <= MOST_JOINED {
                PlacesOfC::Joined(Places::find(l_and_h(key.l(), key.h()), cancel)?)
            } else {
                let [l, h] =
                    [key.l(), key.h()].map(|section| Places::find(section.as_bytes().into(), cancel));
                PlacesOfC::Apart { l: l?, h: h? }
            },
            table: None,
            spare: SparePages::default(),
        };
        if let Some(table) = table
            && let PlacesOfC::Joined(places) = &loaded.c
        {
            let levels = table.levels;
            let c = loaded.section(l_and_h(key.l(), key.h()), places, |table| &table.c);
            loaded.table = Some(PackedTable {
                levels,
                a: pack(arithmetic, &loaded.a(key).points, (levels, table.a.as_bytes().into()), cancel)?,
                b: pack(arithmetic, &loaded.b(key).points, (levels, table.b2.as_bytes().into()), cancel)?,
                c: pack(arithmetic, &c.points, (levels, l_and_h(table.l, table.h)), cancel)?,
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
        points: Joined<'a, [u8; BYTES]>,
        places: &'a Places,
        packed: impl Fn(&PackedTable) -> &P,
    ) -> Section<'a, BYTES, P> {
        Section {
            points: SectionPoints { points, places, multiples: [].as_slice().into() },
            packed: self.table.as_ref().map(packed),
            spare: &self.spare,
        }
    }

    /// Section A.
    pub(super) fn a<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 64, PackedG1> {
        self.section(key.a().as_bytes().into(), &self.a, |table| &table.a)
    }

    /// Section B2.
    pub(super) fn b<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 128, PackedG2> {
        self.section(key.b2().as_bytes().into(), &self.b, |table| &table.b)
    }

    /// Sections L and H, as one or as two, each with the scalar of its first point. All variables' values come first; those of
    /// L begin at `first_private`, those of H are the quotient's, from `first_of_quotient` on.
    pub(super) fn c<'a>(
        &'a self,
        key: Zkey<'a>,
        first_private: usize,
        first_of_quotient: usize,
    ) -> Vec<(Section<'a, 64, PackedG1>, usize)> {
        let section = |points, places| self.section(points, places, |table| &table.c);
        match &self.c {
            PlacesOfC::Joined(places) => vec![(section(l_and_h(key.l(), key.h()), places), first_private)],
            PlacesOfC::Apart { l, h } => vec![
                (section(key.l().as_bytes().into(), l), first_private),
                (section(key.h().as_bytes().into(), h), first_of_quotient),
            ],
        }
    }
}

const fn l_and_h<'a>(l: G1Points<'a>, h: G1Points<'a>) -> Joined<'a, [u8; 64]> {
    Joined { first: l.as_bytes(), second: h.as_bytes() }
}

fn pack<const BYTES: usize, P: PackedPoints<BYTES>>(
    arithmetic: Arithmetic,
    points: &SectionPoints<'_, BYTES>,
    (levels, multiples): (Levels, Joined<'_, [u8; BYTES]>),
    cancel: &CancelToken,
) -> Result<P, EngineError> {
    cancel.check()?;
    expect_length((levels.count() - 1) * points.count(), multiples.len())?;
    let spare = SparePages::default();
    P::pack(arithmetic, &SectionPoints { multiples, ..*points }, Parts::Levels(levels), &spare)
}
