//! Where points come from.
//!
//! * **Curve equation.** `x · x = s`, `y · y = t`, `x · (s + A·x + 1) = t`.
//! * **Window.** Two rows, each a product of two lines that is zero. No line of the one is parallel to one of the other, so they
//!   meet in exactly four points, which are computed; all must be on the curve.
//! * **Table.** Two forms of at most three booleans: all pairs of values are computed; all must be on the curve.
//! * **Sign.** `P.y · (2b − 1) = y` for a boolean `b`: `(P.x, y)` is `P` or `−P`.
//! * **Three points.** `P.x · P.x = k − A·P.x − 1`, `k · (P.x − k) = ρ`, `(x − P.x) · y = 0`, `(y + x − P.x + k)(y − k) = ρ`: `(x, y)` is
//!   `P`, `−P` or (0, 0). Precondition: `P` is not (0, 0). (For `y = 0` the last row reads `−k (x − P.x) = 0`, and
//!   `k = P.x² + A·P.x + 1` is never zero; for `y ≠ 0` the third gives `x = P.x`, and the last `y² = k·P.x = P.y²`.)

use super::constants::{Cosets, a};
use super::{Node, Search, inverse, ratio};
use crate::form::Form;
use alloc::collections::BTreeMap;
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, Zero};

impl Search<'_> {
    pub(super) fn find_sources(&mut self) {
        self.find_curve_equations();
        self.find_windows();
        for (first, second) in self.tables.candidates() {
            let (x, y) = (Form::variable(first), Form::variable(second));
            self.insert_table(&x, &y);
        }
    }

    fn find_curve_equations(&mut self) {
        let system = self.system;
        for row in system.rows() {
            for (x, right) in row.orders() {
                if x.as_variable().is_none() || row.c.as_variable().is_none() {
                    continue;
                }
                let curve = |square: Form| *right == square.plus(a(), x).add_constant(Fr::ONE);
                if !system.squares_of(x).into_iter().any(curve) {
                    continue;
                }
                for y in roots(self, &row.c) {
                    self.insert(Node {
                        x: x.clone(),
                        y: Some(y),
                        cosets: Cosets::ANY,
                        never_t2: false,
                        multiples: None,
                        origins: Vec::new(),
                    });
                }
            }
        }
    }

    fn find_windows(&mut self) {
        let mut products: BTreeMap<(u32, u32), Vec<[Line; 2]>> = BTreeMap::new();
        for row in self.system.rows().iter().filter(|row| row.c.is_zero()) {
            let lines = (variable_pair(&row.a), variable_pair(&row.b));
            if let (Some((pair, one)), Some((other_pair, other))) = lines
                && pair == other_pair
            {
                products.entry(pair).or_default().push([one, other]);
            }
        }
        for ((first, second), rows) in products {
            let [one, other] = rows.as_slice() else { continue };
            let Some(points) = intersections(one, other) else { continue };
            let swapped: Vec<(Fr, Fr)> = points.iter().map(|(u, v)| (*v, *u)).collect();
            self.insert_window(&Form::variable(first), &Form::variable(second), &points);
            self.insert_window(&Form::variable(second), &Form::variable(first), &swapped);
        }
    }

    /// The point `(x, z)` or, where `z` is the square of a form `y`, the point `(x, y)` is one of four.
    fn insert_window(&mut self, x: &Form, z: &Form, points: &[(Fr, Fr)]) {
        self.insert_one_of(x, z, points);
        let is_square_of_ordinate = |(u, z): &(Fr, Fr)| *z == *u * (*u * (*u + a()) + Fr::ONE);
        if !points.iter().all(is_square_of_ordinate) {
            return;
        }
        let both = points.iter().filter_map(|(u, z)| z.sqrt().map(|v| [(*u, v), (*u, -v)]));
        let both: Vec<(Fr, Fr)> = both.flatten().collect();
        for y in roots(self, z) {
            self.insert_one_of(x, &y, &both);
        }
    }

    /// A point whose coordinates are functions of at most three booleans.
    pub(super) fn insert_table(&mut self, x: &Form, y: &Form) {
        if let Some(points) = self.tables.pairs(x, y) {
            self.insert_one_of(x, y, &points);
        }
    }

    fn insert_one_of(&mut self, x: &Form, y: &Form, points: &[(Fr, Fr)]) {
        let Some(known) = self.windows.one_of(points) else { return };
        self.insert(Node {
            x: x.clone(),
            y: Some(y.clone()),
            cosets: known.cosets,
            never_t2: points.iter().all(|(u, _)| !u.is_zero()),
            multiples: known.multiples,
            origins: Vec::new(),
        });
    }

    pub(super) fn find_signed(&mut self, p: &Node) {
        let Some(p_y) = &p.y else { return };
        let mut found = Vec::new();
        for row in self.system.rows_touching(p_y) {
            for (left, right) in row.orders() {
                if let Some(factor) = ratio(left, p_y)
                    && self.is_sign(right)
                {
                    found.push(row.c.times(inverse(factor)));
                }
            }
        }
        for y in found {
            self.insert(Node {
                y: Some(y),
                cosets: p.cosets.union(p.cosets.negated()),
                multiples: None,
                origins: Vec::new(),
                ..p.clone()
            });
        }
    }

    /// `2b − 1` or `1 − 2b` for a boolean `b`.
    fn is_sign(&self, form: &Form) -> bool {
        let constant = form.constant_part();
        let mut variables = form.variable_terms();
        let (Some((column, k)), None) = (variables.next(), variables.next()) else { return false };
        self.ranges.is_boolean(column) && constant.square() == Fr::ONE && k == -constant.double()
    }

    pub(super) fn find_three_points(&mut self, p: &Node) {
        if !p.never_t2 {
            return;
        }
        for square in self.system.squares_of(&p.x) {
            self.find_three_points_by(p, &square);
        }
    }

    fn find_three_points_by(&mut self, p: &Node, square: &Form) {
        let system = self.system;
        let k = square.plus(a(), &p.x).add_constant(Fr::ONE);
        let run = p.x.sub(&k);
        let rows = || system.rows_touching(&p.x);
        let product = |row: &crate::system::Row| {
            row.orders()
                .into_iter()
                .find_map(|(left, right)| Some(row.c.times(inverse(ratio(left, &k)? * ratio(right, &run)?))))
        };
        let Some(rho) = rows().find_map(product) else { return };
        let Some(lead) = p.x.terms().last() else { return };
        let mut found = Vec::new();
        for row in rows().filter(|row| row.c.is_zero()) {
            for (left, right) in row.orders() {
                let Some(y) = right.as_variable().map(Form::variable) else { continue };
                let factor = -left.coefficient(lead.0) * inverse(lead.1);
                let difference = left.times(inverse(factor));
                let (one, other) = (y.add(&difference).add(&k), y.sub(&k));
                let second = |row: &crate::system::Row| {
                    row.orders().into_iter().any(|(a, b)| {
                        let scale = ratio(a, &one).zip(ratio(b, &other));
                        scale.is_some_and(|(m, n)| row.c == rho.times(m * n))
                    })
                };
                if !factor.is_zero() && system.rows_touching(&y).any(second) {
                    found.push((p.x.add(&difference), y));
                }
            }
        }
        for (x, y) in found {
            self.insert(Node {
                x,
                y: Some(y),
                cosets: p.cosets.union(p.cosets.negated()).union(Cosets::one(4)),
                never_t2: false,
                multiples: None,
                origins: Vec::new(),
            });
        }
    }
}

/// The forms whose square some row says is `square`.
fn roots(search: &Search<'_>, square: &Form) -> Vec<Form> {
    let rows = search.system.rows_touching(square);
    let mut roots: Vec<Form> =
        rows.filter(|row| row.a == row.b && row.c == *square).map(|row| row.a.clone()).collect();
    roots.dedup();
    roots
}

/// `p u + q v + c`.
type Line = [Fr; 3];

/// A form of exactly two variables.
fn variable_pair(form: &Form) -> Option<((u32, u32), Line)> {
    let mut variables = form.variable_terms();
    let ((u, p), (v, q)) = (variables.next()?, variables.next()?);
    variables.next().is_none().then(|| ((u, v), [p, q, form.constant_part()]))
}

/// The points where a line of the one pair meets a line of the other; `None` where two are parallel.
fn intersections(one: &[Line; 2], other: &[Line; 2]) -> Option<Vec<(Fr, Fr)>> {
    let mut points = Vec::with_capacity(4);
    for [p, q, c] in one {
        for [r, s, d] in other {
            let determinant = (*p * s - *q * r).inverse()?;
            points.push(((*q * d - *s * c) * determinant, (*r * c - *p * d) * determinant));
        }
    }
    Some(points)
}
