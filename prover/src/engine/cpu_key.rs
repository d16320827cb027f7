//! What the processor's backend keeps of a key.

#[cfg(test)]
mod tests;

use ark_bn254::G1Projective;
use ark_ff::AdditiveGroup;

use super::arithmetic::Arithmetic;
use super::joined::Joined;
use super::key_table::KeyTable;
use super::msm::{Parts, SignedDigits};
use super::packed_points::{PackedG1, PackedG2, PackedPoints};
use super::pages::SparePages;
use super::places::Places;
use super::section_points::SectionPoints;
use super::{EngineError, ProofSums};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, Zkey};

/// Bytes of packed points, or of pages for them, that are kept between proofs.
pub(crate) const MOST_KEPT: usize = 16 << 20;

/// The most points of L and H that are packed at the same time without a table. Where there are more, both sums are so long that
/// one sum would gain 1 % of a proof at most, and take half as much memory again.
pub(crate) const MOST_JOINED: usize = 1 << 18;

/// Where the sections that a proof uses have points, and with a table all those points, packed.
pub(super) struct CpuKey {
    a: Places,
    b: Places,
    c: PlacesOfC,
    packed: Option<PackedSections>,
    spare: SparePages,
}

/// Where L and H have points, which are summed up for the same point of the proof.
enum PlacesOfC {
    /// One after the other, for one sum over both: its buckets are summed up once.
    Joined(Places),
    /// For a sum each, so that one of them has to be packed at a time.
    Apart { l: Places, h: Places },
}

/// All points, for scalars that are cut into such parts.
struct PackedSections {
    parts: Parts,
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
            packed: None,
            spare: SparePages::default(),
        };
        loaded.packed = loaded.pack(arithmetic, key, table, cancel)?;
        Ok(loaded)
    }

    /// All points and their multiples, packed for such parts: if there is a table, or if they are few.
    fn pack(
        &self,
        arithmetic: Arithmetic,
        key: Zkey<'_>,
        table: Option<KeyTable<'_>>,
        cancel: &CancelToken,
    ) -> Result<Option<PackedSections>, EngineError> {
        let PlacesOfC::Joined(places) = &self.c else { return Ok(None) };
        let (of_a, of_b) = (self.a(key).points, self.b(key).points);
        let of_c = self.section(l_and_h(key.l(), key.h()), places, |packed| &packed.c).points;
        let (parts, a, b, c) = match table {
            Some(KeyTable { levels, a, b2, l, h }) => {
                (Parts::Levels(levels), a.as_bytes().into(), b2.as_bytes().into(), l_and_h(l, h))
            }
            None => (Parts::Halves, Joined::EMPTY, Joined::EMPTY, Joined::EMPTY),
        };
        let bytes = of_a.packed_bytes(parts) + of_b.packed_bytes(parts) + of_c.packed_bytes(parts);
        if table.is_none() && bytes > MOST_KEPT {
            return Ok(None);
        }
        Ok(Some(PackedSections {
            parts,
            a: pack(arithmetic, of_a, (parts, a), cancel)?,
            b: pack(arithmetic, of_b, (parts, b), cancel)?,
            c: pack(arithmetic, of_c, (parts, c), cancel)?,
        }))
    }

    /// The parts that points are packed for, if they are.
    pub(super) fn parts(&self) -> Option<Parts> {
        self.packed.as_ref().map(|packed| packed.parts)
    }

    /// The sums of a proof, one after the other. Scalar 0 is that of the first variable, those of L begin at `first_private`, and
    /// those of H, the quotient's, follow all variables' at `first_of_quotient`.
    ///
    /// # Errors
    /// [`EngineError::Length`]; [`EngineError::Cancelled`]; [`EngineError::Memory`].
    pub(super) fn sums(
        &self,
        arithmetic: Arithmetic,
        key: Zkey<'_>,
        (digits, first_private, first_of_quotient): (&SignedDigits, usize, usize),
        cancel: &CancelToken,
        finished: &(dyn Fn() + Sync),
    ) -> Result<ProofSums, EngineError> {
        let mut c = G1Projective::ZERO;
        for (section, first_scalar) in self.c(key, first_private, first_of_quotient) {
            c += section.sum(arithmetic, (digits, first_scalar), cancel)?;
        }
        finished();
        let a = self.a(key).sum(arithmetic, (digits, 0), cancel)?;
        finished();
        let b = self.b(key).sum(arithmetic, (digits, 0), cancel)?;
        finished();
        Ok(ProofSums { a, b, c })
    }

    /// Gives pages back to the system that are too many to be kept until the next proof.
    pub(super) fn rest(&self) {
        self.spare.shrink_to(MOST_KEPT);
    }

    fn section<'a, const BYTES: usize, P>(
        &'a self,
        points: Joined<'a, [u8; BYTES]>,
        places: &'a Places,
        packed: impl Fn(&PackedSections) -> &P,
    ) -> Section<'a, BYTES, P> {
        Section {
            points: SectionPoints { points, places, multiples: Joined::EMPTY },
            packed: self.packed.as_ref().map(packed),
            spare: &self.spare,
        }
    }

    fn a<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 64, PackedG1> {
        self.section(key.a().as_bytes().into(), &self.a, |packed| &packed.a)
    }

    fn b<'a>(&'a self, key: Zkey<'a>) -> Section<'a, 128, PackedG2> {
        self.section(key.b2().as_bytes().into(), &self.b, |packed| &packed.b)
    }

    /// Sections L and H, as one or as two, each with the scalar of its first point.
    fn c<'a>(
        &'a self,
        key: Zkey<'a>,
        first_private: usize,
        first_of_quotient: usize,
    ) -> Vec<(Section<'a, 64, PackedG1>, usize)> {
        let section = |points, places| self.section(points, places, |packed| &packed.c);
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
    points: SectionPoints<'_, BYTES>,
    (parts, multiples): (Parts, Joined<'_, [u8; BYTES]>),
    cancel: &CancelToken,
) -> Result<P, EngineError> {
    cancel.check()?;
    points.expect_multiples(parts.levels() - 1, multiples)?;
    P::pack(arithmetic, &SectionPoints { multiples, ..points }, parts, &SparePages::default())
}
