//! Ladders side by side: every step is a batch of independent affine additions.

use ark_bn254::Fr;
use ark_ec::AffineRepr;
use ark_ec::short_weierstrass::{Affine, Projective, SWCurveConfig};
use zeroize::{Zeroize, Zeroizing};

use super::digits::LARGEST;
use crate::engine::msm::{BatchAdder, Entry, Operands};

/// A digit of a scalar: `sum of lane += digit 2^position point`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    lane: u32,
    base: u32,
    digit: i8,
}

impl zeroize::DefaultIsZeroes for Step {}

impl Step {
    /// A task has far fewer lanes and points than 2^32.
    pub(super) fn new(lane: usize, base: usize, digit: i8) -> Self {
        let narrow = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Self { lane: narrow(lane), base: narrow(base), digit }
    }

    fn lane(self) -> usize {
        usize::try_from(self.lane).unwrap_or(usize::MAX)
    }
}

/// All steps, by position. Wiped when dropped.
pub(super) struct Steps {
    rows: usize,
    positions: Zeroizing<Vec<Vec<Step>>>,
}

impl Steps {
    /// No steps yet, for so many rows.
    pub(super) fn new(rows: usize) -> Self {
        Self { rows, positions: Zeroizing::new(Vec::with_capacity(SCALAR_BITS)) }
    }

    /// Adds a step; lanes come in ascending order.
    pub(super) fn push(&mut self, position: u16, step: Step) {
        let position = usize::from(position);
        if position >= self.positions.len() {
            self.positions.resize_with(position + 1, Vec::new);
        }
        if let Some(steps) = self.positions.get_mut(position) {
            if steps.capacity() == 0 {
                // room for one scalar's two halves in every row: a secret's digits do not move and leave a copy behind
                steps.reserve_exact(2 * self.rows);
            }
            steps.push(step);
        }
    }
}

/// The highest position of a digit, and one.
const SCALAR_BITS: usize = 256;

/// The odd multiples of a point that digits ask for: 1, 3, 5, 7.
const MULTIPLES: usize = 4;

/// Additions of one task.
pub(super) struct Ladder<'a, A: BatchAdder> {
    adder: &'a A,
    scratch: A::Scratch,
    /// The points, in four rows of odd multiples.
    table: Vec<A::Point>,
    points: usize,
    lanes: Vec<A::Point>,
    present: Vec<bool>,
    pairs: Vec<[Entry; 2]>,
    targets: Vec<usize>,
    results: Vec<A::Point>,
    vanished: Vec<usize>,
}

impl<'a, A: BatchAdder> Ladder<'a, A> {
    /// Ladders over points that are not the identity.
    pub(super) fn new(adder: &'a A, points: Vec<A::Point>, lanes: usize) -> Self {
        let count = points.len();
        Self {
            adder,
            scratch: adder.scratch(),
            points: count,
            table: points,
            lanes: vec![adder.filler(); lanes],
            present: vec![false; lanes],
            pairs: Vec::new(),
            targets: Vec::new(),
            results: Vec::new(),
            vanished: Vec::new(),
        }
    }

    /// Takes all steps, from the highest position down. The sums of the lanes; `None` is the identity.
    pub(super) fn climb(&mut self, steps: &Steps) -> Vec<Option<A::Point>> {
        if steps.positions.iter().flatten().any(|step| step.digit.unsigned_abs() > 1) {
            self.fill_table();
        }
        for (position, steps) in steps.positions.iter().enumerate().rev() {
            self.take(steps);
            if position > 0 {
                self.double();
            }
        }
        let lanes = self.lanes.iter().zip(&self.present);
        lanes.map(|(point, present)| present.then_some(*point)).collect()
    }

    /// The rows of 3, 5 and 7 times each point. On a curve whose small multiples never vanish, as both groups'.
    fn fill_table(&mut self) {
        let mut twice = vec![self.adder.filler(); self.points];
        let pairs: Vec<[Entry; 2]> = (0..self.points).map(|index| [entry(index, 0); 2]).collect();
        self.add(&pairs, &[], &mut twice);
        for row in 1..MULTIPLES {
            let first = self.table.len();
            let pairs: Vec<[Entry; 2]> = (0..self.points)
                .map(|index| [entry((row - 1) * self.points + index, 0), entry(first + index, 0)])
                .collect();
            let mut next = vec![self.adder.filler(); self.points];
            self.add(&pairs, &twice, &mut next);
            self.table.append(&mut next);
        }
    }

    fn add(&mut self, pairs: &[[Entry; 2]], sums: &[A::Point], results: &mut [A::Point]) {
        let operands = Operands { bases: &self.table, sums };
        self.adder.add_pairs(&mut self.scratch, operands, pairs, results, &mut self.vanished);
        self.vanished.clear();
    }

    fn double(&mut self) {
        let (first, present) = (self.table.len(), &self.present);
        self.targets.clear();
        self.targets
            .extend((0..).zip(present).filter_map(|(lane, present): (usize, _)| present.then_some(lane)));
        self.pairs.clear();
        self.pairs.extend(self.targets.iter().map(|lane| [entry(first + lane, 0); 2]));
        self.finish_round();
    }

    /// Adds the digits of one position, in rounds that give each lane one.
    fn take(&mut self, steps: &[Step]) {
        let mut round = Zeroizing::new(steps.to_vec());
        let mut later = Zeroizing::new(Vec::with_capacity(steps.len()));
        while !round.is_empty() {
            self.targets.clear();
            self.pairs.clear();
            let mut last_lane = None;
            for step in round.iter() {
                if last_lane == Some(step.lane) {
                    later.push(*step);
                    continue;
                }
                last_lane = Some(step.lane);
                let row = usize::from(step.digit.unsigned_abs().min(LARGEST) / 2);
                let base = usize::try_from(step.base).unwrap_or(usize::MAX);
                self.meet(step.lane(), entry(row * self.points + base, u32::from(step.digit < 0)));
            }
            self.finish_round();
            core::mem::swap(&mut round, &mut later);
            later.zeroize();
        }
        self.pairs.zeroize();
    }

    /// Adds a multiple to a lane, now if the lane has no sum yet, otherwise with the round.
    fn meet(&mut self, lane: usize, multiple: Entry) {
        let (Some(sum), Some(present)) = (self.lanes.get_mut(lane), self.present.get_mut(lane)) else {
            return;
        };
        if *present {
            self.targets.push(lane);
            self.pairs.push([entry(self.table.len() + lane, 0), multiple]);
        } else if let Some(point) = self.table.get(multiple.index()) {
            *sum = if multiple.sign() == 1 { self.adder.negate(point) } else { *point };
            *present = true;
        }
    }

    /// Adds all pairs and puts their sums into the lanes that they are for.
    fn finish_round(&mut self) {
        self.results.resize(self.pairs.len(), self.adder.filler());
        let operands = Operands { bases: &self.table, sums: &self.lanes };
        let (pairs, results) = (&self.pairs, &mut self.results);
        self.adder.add_pairs(&mut self.scratch, operands, pairs, results, &mut self.vanished);
        for (target, result) in self.targets.iter().zip(&self.results) {
            if let Some(lane) = self.lanes.get_mut(*target) {
                *lane = *result;
            }
        }
        for index in self.vanished.drain(..) {
            let lane = self.targets.get(index).and_then(|lane| self.present.get_mut(*lane));
            lane.into_iter().for_each(|present| *present = false);
        }
    }

    /// Adds the pieces of each row, pairwise until one is left.
    pub(super) fn sum_pieces<P>(
        &mut self,
        sums: Vec<Option<A::Point>>,
        pieces_of_rows: &[usize],
    ) -> Vec<Affine<P>>
    where
        A: BatchAdder<Group = Projective<P>>,
        P: SWCurveConfig<ScalarField = Fr>,
    {
        let mut sums = sums.into_iter();
        let mut rows: Vec<Vec<A::Point>> =
            pieces_of_rows.iter().map(|pieces| sums.by_ref().take(*pieces).flatten().collect()).collect();
        while rows.iter().any(|row| row.len() > 1) {
            self.table.clear();
            self.pairs.clear();
            let mut lengths = Vec::with_capacity(rows.len());
            for row in &rows {
                let first = self.table.len();
                self.table.extend(row);
                let even = (first..first + row.len()).step_by(2);
                let pairs = even.filter(|index| index + 1 < first + row.len());
                let before = self.pairs.len();
                self.pairs.extend(pairs.map(|index| [entry(index, 0), entry(index + 1, 0)]));
                lengths.push(self.pairs.len() - before);
            }
            self.results.resize(self.pairs.len(), self.adder.filler());
            let operands = Operands { bases: &self.table, sums: &[] };
            let (pairs, results) = (&self.pairs, &mut self.results);
            self.adder.add_pairs(&mut self.scratch, operands, pairs, results, &mut self.vanished);
            let mut results = self.results.iter().enumerate();
            for (row, length) in rows.iter_mut().zip(lengths) {
                let odd = row.pop().filter(|_| row.len() % 2 == 0);
                let new = results.by_ref().take(length);
                let new = new.filter(|(index, _)| self.vanished.binary_search(index).is_err());
                *row = new.map(|(_, point)| *point).chain(odd).collect();
            }
            self.vanished.clear();
        }
        let last: Vec<A::Point> = rows.iter().filter_map(|row| row.first().copied()).collect();
        let mut points = self.adder.to_affine(&last).into_iter();
        rows.iter().map(|row| row.first().and_then(|_| points.next()).unwrap_or_else(Affine::zero)).collect()
    }
}

/// An operand's entry. A task has far fewer operands than an entry can name.
fn entry(index: usize, sign: u32) -> Entry {
    Entry::new(u32::try_from(index).unwrap_or(u32::MAX), sign)
}
