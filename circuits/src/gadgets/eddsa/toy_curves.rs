//! The argument of the parent module over curves so small that everything can be tried: every key, response, digit and hint.
//!
//! The rows are written once more here, over any field. Over the real field they give what the gadgets give; over a toy
//! field all assignments are counted: none has a slope that is free, and none a result other than `S·B − 8·h·A`.
//!
//! A toy curve has the properties that the argument asks for: `A + 2` is a square, `A − 2` and `A² − 4` are none, its order is
//! `8l` for a prime `l`, `7l < p < 8l`, and `3^N < l ≤ 2·3^N` for an even number `N` of digits.

use super::*;
use crate::r1cs::shape_and_values;
use alloc::collections::BTreeSet;
use ark_ff::{Fp64, MontBackend};
use core::cell::RefCell;

mod fields {
    use ark_ff::MontConfig;

    macro_rules! toy_field {
        ($name:ident, $modulus:literal, $generator:literal) => {
            #[derive(MontConfig)]
            #[modulus = $modulus]
            #[generator = $generator]
            pub(super) struct $name;
        };
    }
    toy_field!(Of101, "101", "2");
    toy_field!(Of709, "709", "2");
    toy_field!(Of761, "761", "6");
    toy_field!(Of769, "769", "11");
}

type Point<F> = (F, F);

/// Why a row fixes no slope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Exception {
    /// `0 · slope = 0`: any slope will do.
    Free,
    /// `0 · slope = 1`: no assignment.
    Unsatisfiable,
}

/// The row `b · q = a`.
fn quotient<F: Field>(a: F, b: F) -> Result<F, Exception> {
    match b.inverse() {
        Some(inverse) => Ok(a * inverse),
        None if a.is_zero() => Err(Exception::Free),
        None => Err(Exception::Unsatisfiable),
    }
}

/// The rows of [`PointVar`], over the curve with this coefficient `A`.
#[derive(Clone, Copy)]
struct Rows<F>(F);

impl<F: Field> Rows<F> {
    fn third_point(&self, p: Point<F>, slope: F, other_x: F) -> Point<F> {
        let x = slope.square() - self.0 - p.0 - other_x;
        (x, slope * (p.0 - x) - p.1)
    }

    fn double(&self, p: Point<F>) -> Result<Point<F>, Exception> {
        let rise = p.0.square() * F::from(3u64) + p.0 * self.0.double() + F::ONE;
        Ok(self.third_point(p, quotient(rise, p.1.double())?, p.0))
    }

    fn add(&self, p: Point<F>, q: Point<F>) -> Result<Point<F>, Exception> {
        Ok(self.third_point(p, quotient(q.1 - p.1, q.0 - p.0)?, q.0))
    }

    fn triple_and_add(&self, p: Point<F>, q: Point<F>) -> Result<Point<F>, Exception> {
        let l1 = quotient(p.1 - q.1, p.0 - q.0)?;
        let s1 = l1.square() - self.0 - p.0 - q.0;
        let g1 = quotient(p.1.double(), p.0 - s1)?;
        let s2 = g1 * (g1 - l1.double()) + q.0;
        let l2 = g1 - l1;
        let g2 = quotient(p.1.double(), p.0 - s2)?;
        let x = g2 * (g2 - l2.double()) + s1;
        Ok((x, (g2 - l2) * (p.0 - x) - p.1))
    }

    fn double_plus_t2(&self, p: Point<F>) -> Result<Point<F>, Exception> {
        let w = quotient(p.1, p.0)?;
        let nu = quotient(w.double(), p.0.square() - F::ONE)?;
        let x = nu * (nu + w.double());
        Ok((x, (nu + w) * (p.0 - x) - p.1))
    }

    /// Whether the two rows of a choice hold.
    fn is_choice(&self, q: Point<F>, (x, y): Point<F>) -> bool {
        let k = q.0.square() + self.0 * q.0 + F::ONE;
        ((x - q.0) * y).is_zero() && (y + x - q.0 + k) * (y - k) == k * (q.0 - k)
    }
}

/// The rows here are those of the gadgets: over the real curve they give the same points.
#[test]
fn the_rows_are_those_of_the_gadgets() {
    let rows = Rows(Fr::from(crate::gadgets::montgomery::A));
    for seed in 1..5u64 {
        let base = MontgomeryPoint::from_edwards(&BASE8);
        let (p, q) = (base.mul(&Scalar::from(seed * 1_000_003)).add(&T8), base.mul(&Scalar::from(seed)));
        let found = RefCell::new(Vec::new());
        let (shape, values) = shape_and_values(|cs| {
            let [a, b] = [p, q].map(|point| PointVar::hint(cs, || point));
            let points =
                [a.double(cs, None), a.add(cs, &b), a.triple_and_add(cs, &b, None), b.double_plus_t2(cs)];
            if cs.has_values() {
                *found.borrow_mut() = points.iter().map(|point| (point.x.value(), point.y.value())).collect();
            }
        })
        .unwrap();
        assert_eq!(shape.first_unsatisfied_row(&values), None);
        let [p, q] = [p, q].map(|point| point.coordinates().unwrap());
        let here = [rows.double(p), rows.add(p, q), rows.triple_and_add(p, q), rows.double_plus_t2(q)];
        assert_eq!(*found.borrow(), here.map(Result::unwrap));
    }
}

/// A whole curve: all its points, with the complete law.
struct Toy<F> {
    rows: Rows<F>,
    order: u64,
    l: u64,
    digits: u32,
    /// Not all digits from this one on may be 1.
    canonical_from: u32,
    points: Vec<Point<F>>,
    /// Multiples of a generator of the prime subgroup; `None` is the identity.
    subgroup: Vec<Option<Point<F>>>,
    /// Multiples of a point of order 8 whose double is `(1, √(A + 2))`.
    torsion: Vec<Option<Point<F>>>,
    /// The subgroup in Edwards coordinates.
    edwards: Vec<Point<F>>,
}

impl<F: PrimeField> Toy<F> {
    fn new(p: u64, a: u64, [l, digits, canonical_from]: [u64; 3]) -> Self {
        let field: Vec<F> = (0..p).map(F::from).collect();
        let rows = Rows(F::from(a));
        let on_curve = |(x, y): &Point<F>| *y * y == *x * (x.square() + rows.0 * x + F::ONE);
        let all = field.iter().flat_map(|x| field.iter().map(move |y| (*x, *y)));
        let points: Vec<Point<F>> = all.filter(on_curve).collect();
        let narrow = |n: u64| u32::try_from(n).unwrap();
        let mut toy = Self {
            rows,
            order: p,
            l,
            digits: narrow(digits),
            canonical_from: narrow(canonical_from),
            points,
            subgroup: Vec::new(),
            torsion: Vec::new(),
            edwards: Vec::new(),
        };
        let root = (rows.0 + F::from(2u64)).sqrt().unwrap();
        let of_order_8 = |t: &Option<Point<F>>| toy.multiple(2, *t) == Some((F::ONE, root));
        let multiples = |factor: u64| toy.points.iter().map(move |point| (factor, Some(*point)));
        let t8 = multiples(l).map(|(k, point)| toy.multiple(k, point)).find(of_order_8).unwrap();
        let base = multiples(8).map(|(k, point)| toy.multiple(k, point)).find(Option::is_some).unwrap();
        let torsion = (0..8).map(|k| toy.multiple(k, t8)).collect();
        let subgroup = (0..l).map(|k| toy.multiple(k, base)).collect();
        (toy.torsion, toy.subgroup) = (torsion, subgroup);
        toy.edwards = toy.subgroup.iter().map(|point| toy.edwards(*point)).collect();
        toy.assert_as_the_argument_asks();
        toy
    }

    fn assert_as_the_argument_asks(&self) {
        let (l, top) = (self.l, 3u64.pow(self.digits));
        let gap = 3u64.pow(self.canonical_from);
        assert_eq!(u64::try_from(self.points.len()).unwrap() + 1, 8 * l);
        assert!(7 * l < self.order && self.order < 8 * l && top < l && l <= 2 * top);
        assert!(self.digits.is_multiple_of(2) && 8 * l - 1 - self.order < gap);
        let two = F::from(2u64);
        let a = self.rows.0;
        assert!((a + two).legendre().is_qr() && !(a - two).legendre().is_qr());
    }

    /// The sum by the group's law, every case included.
    fn sum(&self, p: Option<Point<F>>, q: Option<Point<F>>) -> Option<Point<F>> {
        let (Some(left), Some(right)) = (p, q) else { return p.or(q) };
        if left.0 != right.0 {
            return self.rows.add(left, right).ok();
        }
        if left.1 == right.1 { self.rows.double(left).ok() } else { None }
    }

    fn multiple(&self, factor: u64, point: Option<Point<F>>) -> Option<Point<F>> {
        (0..factor).fold(None, |sum, _| self.sum(sum, point))
    }

    /// `k·B` for any integer.
    fn base_multiple(&self, k: i64) -> Option<Point<F>> {
        self.subgroup[self.reduced(k)]
    }

    fn reduced(&self, k: i64) -> usize {
        usize::try_from(k.rem_euclid(i64::try_from(self.l).unwrap())).unwrap()
    }

    /// Edwards coordinates; the identity is (0, 1).
    fn edwards(&self, point: Option<Point<F>>) -> Point<F> {
        let Some((u, v)) = point else { return (F::ZERO, F::ONE) };
        (u * v.inverse().unwrap(), (u - F::ONE) * (u + F::ONE).inverse().unwrap())
    }

    /// Three doublings lead from any point of the curve into the prime subgroup, or meet a row that cannot hold.
    fn try_all_key_hints(&self) {
        for hint in &self.points {
            let eight = self.rows.double(*hint).and_then(|p| self.rows.double(p));
            match eight.and_then(|p| self.rows.double(p)) {
                Ok(key) => assert!(self.subgroup.contains(&Some(key))),
                Err(exception) => assert_eq!(exception, Exception::Unsatisfiable, "{hint:?}"),
            }
        }
    }

    /// The two rows of a choice have three solutions, for every point but the identity and `T2`.
    fn try_all_choices(&self) {
        let t2 = (F::ZERO, F::ZERO);
        let field: Vec<F> = (0..self.order).map(F::from).collect();
        for q in self.points.iter().filter(|point| **point != t2).take(40) {
            let all = field.iter().flat_map(|x| field.iter().map(move |y| (*x, *y)));
            let found: BTreeSet<Point<F>> = all.filter(|choice| self.rows.is_choice(*q, *choice)).collect();
            assert_eq!(found, BTreeSet::from([t2, *q, (q.0, -q.1)]));
        }
    }

    /// Every key, response, top digit, digit and multiple: returns how many assignments there are.
    fn try_all_signatures(&self) -> u64 {
        let mut assignments = 0;
        for secret in 1..i64::try_from(self.l).unwrap() {
            let mut challenges = vec![false; usize::try_from(self.order).unwrap()];
            for response in 0..i64::try_from(self.l).unwrap() {
                assignments += self.try_all_digits(secret, response, &mut challenges);
            }
            // all challenges can be proven but the share that is given up
            let least = self.l - 3u64.pow(self.canonical_from);
            let must_be = |h: usize| u64::try_from(h).unwrap() % self.l < least;
            assert!(challenges.iter().enumerate().all(|(h, is_provable)| *is_provable || !must_be(h)));
        }
        assignments
    }

    fn try_all_digits(&self, secret: i64, response: i64, challenges: &mut [bool]) -> u64 {
        let no_exception = "no slope is free and every row can hold";
        let four_a = self.base_multiple(4 * secret).unwrap();
        let unit = self.rows.double_plus_t2(four_a).expect(no_exception);
        let scale = (0..).find(|k| k * 3i64.pow(self.digits) % i64::try_from(self.l).unwrap() == 1).unwrap();
        let start = self.sum(self.base_multiple(response * scale), self.torsion[1]).unwrap();
        let mut assignments = 0;
        for high in [false, true] {
            let signed = (four_a.0, if high { four_a.1 } else { -four_a.1 });
            // a point, and the sum of the digits so far, of which so many were 1
            let mut reached = vec![(self.rows.add(start, signed).expect(no_exception), 0i64, 0)];
            for position in (0..self.digits).rev() {
                let mut next = Vec::with_capacity(3 * reached.len());
                for (point, sum, ones) in reached {
                    let choices = [(0, (F::ZERO, F::ZERO)), (1, (unit.0, -unit.1)), (-1, unit)];
                    for (digit, choice) in choices {
                        let point = self.rows.triple_and_add(point, choice).expect(no_exception);
                        let is_high_one = u32::from(digit == 1 && position >= self.canonical_from);
                        next.push((point, sum + digit * 3i64.pow(position), ones + is_high_one));
                    }
                }
                reached = next;
            }
            for (point, sum, ones) in reached {
                if ones == self.digits - self.canonical_from {
                    continue; // the row that refuses this is the canonicity row
                }
                let sum = self.integer_of(sum, high);
                assignments += self.look_at_end(point, four_a, (secret, response, sum), challenges);
            }
        }
        assignments
    }

    /// `Σ d_i 3^i + c + b (l − 3^N)`.
    fn integer_of(&self, sum: i64, high: bool) -> i64 {
        let top = 3i64.pow(self.digits);
        sum + (top - 1) / 2 + if high { i64::try_from(self.l).unwrap() - top } else { 0 }
    }

    /// The last additions and the map, for all multiples of `l`; each is one assignment.
    fn look_at_end(
        &self,
        point: Point<F>,
        four_a: Point<F>,
        (secret, response, integer): (i64, i64, i64),
        challenges: &mut [bool],
    ) -> u64 {
        let with_key = self.rows.add(point, four_a).expect("not exceptional");
        let end = self.rows.add(with_key, self.torsion[5].unwrap()).expect("not exceptional");
        let root = -self.torsion[2].unwrap().1;
        let (x, y) = self.edwards(Some(end));
        let r = (-y * root.inverse().unwrap(), x * root);
        for multiple in 0..8 {
            let challenge = integer + multiple * i64::try_from(self.l).unwrap();
            let h = usize::try_from(challenge).expect("digits are a number from 0 on");
            *challenges.get_mut(h).expect("the digits are those of the canonical challenge") = true;
            let expected = self.reduced(response - 8 * challenge * secret);
            assert_eq!(r, self.edwards[expected], "R = S·B − 8hA");
        }
        8
    }
}

/// The numbers are `l`, `N` and the first digit of which not all are 1.
fn try_everything<F: PrimeField>(p: u64, a: u64, numbers: [u64; 3]) {
    let toy = Toy::<F>::new(p, a, numbers);
    toy.try_all_key_hints();
    toy.try_all_choices();
    let digits = 3u64.pow(toy.digits) - 3u64.pow(toy.canonical_from);
    assert_eq!(toy.try_all_signatures(), (toy.l - 1) * toy.l * 2 * digits * 8, "no row was in the way");
}

#[test]
fn on_toy_curves_every_assignment_is_a_signature_a1_a4_a18() {
    try_everything::<Fp64<MontBackend<fields::Of101, 1>>>(101, 17, [13, 2, 1]);
    try_everything::<Fp64<MontBackend<fields::Of709, 1>>>(709, 85, [89, 4, 1]);
    try_everything::<Fp64<MontBackend<fields::Of761, 1>>>(761, 45, [97, 4, 3]);
    try_everything::<Fp64<MontBackend<fields::Of769, 1>>>(769, 119, [97, 4, 2]);
}

/// The offset is what keeps the ladder from exceptions: in cosets 2 and 4 some are met, in 1 and 7 none.
#[test]
fn another_offset_meets_exceptions_a18() {
    let toy = Toy::<Fp64<MontBackend<fields::Of101, 1>>>::new(101, 17, [13, 2, 1]);
    let met = |offset: usize| {
        let of_key = |secret: i64| {
            let unit = toy.rows.double_plus_t2(toy.base_multiple(4 * secret).unwrap()).unwrap();
            let starts = (0..13).filter_map(|k| toy.sum(toy.base_multiple(k), toy.torsion[offset]));
            let choices = [unit, (unit.0, -unit.1), Default::default()];
            let sums = starts.flat_map(|start| choices.map(|choice| (start, choice)));
            sums.filter_map(|(start, q)| toy.rows.triple_and_add(start, q).err()).collect::<BTreeSet<_>>()
        };
        (1..13).flat_map(of_key).collect::<BTreeSet<_>>()
    };
    for good in [1, 7] {
        assert_eq!(met(good), BTreeSet::new());
    }
    for bad in [2, 4] {
        assert_ne!(met(bad), BTreeSet::new(), "{bad}");
    }
    assert!(met(4).contains(&Exception::Free), "in the choice's own coset a slope is free");
}
