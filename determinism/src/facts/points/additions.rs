//! Lemmas about sums. `P`, `Q`, `S` are nodes, `λ` the slope of a line, and `R` of an abscissa any point.
//!
//! | lemma | rows | precondition | conclusion |
//! |---|---|---|---|
//! | sum | `(Q.x − P.x) · λ = Q.y − P.y` | cosets, or multiples, never equal or opposite | the divisor is not zero; `λ` is the slope |
//! | double | `2 P.y · λ = 3 P.x² + 2A·P.x + 1` | – | `P.y ≠ 0`, since for `P.y = 0`, that is (0, 0), the row reads `0 = 1` |
//! | third point | `λ · λ = X + P.x + Q.x + A` | `λ` is the slope of `P` and `Q` | `X` is the abscissa of `P + Q` |
//! | ordinate | `(P.x − X) · λ = Y + P.y` | the same | `(X, Y) = P + Q` |
//! | sum with the same | `(P.x − S.x) · g = 2 P.y` | `S = P + R` with slope `λ`; cosets of `P` and `S` never meet | `g − λ` is the slope of `P` and `S` |
//! | its third point | `g · (g − 2λ) = X − R.x` | the same | `X` is the abscissa of `P + S` |
//! | double plus T2 | `P.x · w = P.y`, `(P.x² − 1) · ν = 2w`, `ν · (ν + 2w) = X`, `(P.x − X)(ν + w) = Y + P.y` | no coset of `P` is 2, 4 or 6 | divisors not zero; `(X, Y) = 2P + (0, 0)` |
//!
//! The identities behind them are in `workproof_circuits::gadgets::montgomery`, which emits such rows.

use super::constants::{Cosets, a};
use super::{Multiples, Node, Origin, Search, inverse, ratio};
use crate::form::Form;
use crate::system::Row;
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};

/// A line through two points, and their sum.
struct Line<'a> {
    slope: Form,
    first: (usize, &'a Node),
    second: (usize, &'a Node),
    cosets: Cosets,
    multiples: Option<Multiples>,
}

impl Search<'_> {
    /// `P + Q` for every `Q` that some row subtracts from `P`.
    pub(super) fn find_sums(&mut self, id: usize, p: &Node) {
        let Some(p_y) = &p.y else { return };
        let mut found: Vec<(Form, Form, Form, Form)> = Vec::new();
        for row in self.system.rows_touching(&p.x).chain(self.system.rows_touching(p_y)) {
            for (left, right) in row.orders() {
                let Some((slope, scale)) = divided(left, right, row) else { continue };
                for sign in [Fr::ONE, -Fr::ONE] {
                    let (q_x, q_y) = (p.x.plus(sign * scale, left), p_y.plus(sign, &row.c));
                    found.push((slope.clone(), left.clone(), q_x, q_y));
                }
            }
        }
        for (slope, divisor, q_x, q_y) in found {
            let Some((q_id, q)) = self.node_at(&q_x, &q_y) else { continue };
            let multiples = p.multiples.as_ref().zip(q.multiples.as_ref());
            let multiples = multiples.and_then(|(m, n)| m.plus_window(n).or_else(|| n.plus_window(m)));
            if !p.cosets.never_meet(q.cosets) && multiples.is_none() {
                continue;
            }
            self.nonzero.insert(&divisor);
            let cosets = p.cosets.plus(q.cosets);
            self.third_point(&Line { slope, first: (id, p), second: (q_id, &q), cosets, multiples });
        }
    }

    /// The node with these coordinates; constants and small tables become nodes when they are asked for.
    fn node_at(&mut self, x: &Form, y: &Form) -> Option<(usize, Node)> {
        if self.points.find(x, y).is_none() {
            self.insert_table(x, y);
        }
        let id = self.points.find(x, y)?;
        Some((id, self.points.nodes.get(id)?.clone()))
    }

    /// `2P`.
    pub(super) fn find_double(&mut self, id: usize, p: &Node) {
        let Some(p_y) = &p.y else { return };
        let twice = p_y.times(Fr::from(2u8));
        let slopes = self.system.squares_of(&p.x).into_iter().flat_map(|square| {
            let rise = square.times(Fr::from(3u8)).plus(a().double(), &p.x).add_constant(Fr::ONE);
            quotients(self.system.rows_touching(p_y), &twice, &rise).collect::<Vec<_>>()
        });
        let slopes: Vec<Form> = slopes.collect();
        for slope in slopes {
            self.nonzero.insert(p_y);
            let cosets = p.cosets.doubled();
            self.third_point(&Line { slope, first: (id, p), second: (id, p), cosets, multiples: None });
        }
    }

    /// `2P + T2`.
    pub(super) fn find_double_plus_t2(&mut self, p: &Node) {
        if [2, 4, 6].into_iter().any(|coset| p.cosets.contain(coset)) {
            return;
        }
        for square in self.system.squares_of(&p.x) {
            self.find_double_plus_t2_by(p, &square);
        }
    }

    fn find_double_plus_t2_by(&mut self, p: &Node, square: &Form) {
        let Some(p_y) = &p.y else { return };
        let system = self.system;
        let divisor = square.add_constant(-Fr::ONE);
        for w in quotients(system.rows_touching(&p.x), &p.x, p_y) {
            let twice = w.times(Fr::from(2u8));
            for nu in quotients(system.rows_touching(&w), &divisor, &twice) {
                self.nonzero.insert(&p.x);
                self.nonzero.insert(&divisor);
                let xs: Vec<Form> = products(system.rows_touching(&nu), &nu, &nu.add(&twice)).collect();
                for x in xs {
                    let cosets = p.cosets.doubled().shifted(4);
                    // 2P is not the identity: P would have order 1 or 2, and lie in coset 0 or 4 as the identity or T2
                    let node =
                        Node { x, y: None, cosets, never_t2: true, multiples: None, origins: Vec::new() };
                    self.ordinate(&node, &nu.add(&w), p);
                }
            }
        }
    }

    /// `P + S` where `S = P + R`.
    pub(super) fn find_sum_with_same(&mut self, s: &Node, origin: &Origin) {
        let Some(p) = self.points.nodes.get(origin.with).cloned() else { return };
        let Some(p_y) = &p.y else { return };
        if !p.cosets.never_meet(s.cosets) {
            return;
        }
        let system = self.system;
        let divisor = p.x.sub(&s.x);
        let twice = p_y.times(Fr::from(2u8));
        for sum in quotients(system.rows_touching(&s.x), &divisor, &twice) {
            self.nonzero.insert(&divisor);
            let other = sum.plus(-Fr::from(2u8), &origin.slope);
            let slope = sum.sub(&origin.slope);
            let risen: Vec<Form> = products(system.rows_touching(&sum), &sum, &other).collect();
            for rise in risen {
                let node = Node {
                    x: rise.add(&origin.before),
                    y: None,
                    cosets: p.cosets.plus(s.cosets),
                    never_t2: false,
                    multiples: None,
                    origins: vec![Origin { slope: slope.clone(), before: s.x.clone(), with: origin.with }],
                };
                self.ordinate(&node, &slope, &p);
                self.insert(node);
            }
        }
    }

    /// The sum of the two points of a line, where a row has its abscissa.
    fn third_point(&mut self, line: &Line<'_>) {
        for square in self.system.squares_of(&line.slope) {
            self.third_point_by(line, &square);
        }
    }

    fn third_point_by(&mut self, line: &Line<'_>, square: &Form) {
        let ((first, p), (second, q)) = (line.first, line.second);
        let origin =
            |with: usize, before: &Node| Origin { slope: line.slope.clone(), before: before.x.clone(), with };
        let node = Node {
            x: square.sub(&p.x).sub(&q.x).add_constant(-a()),
            y: None,
            cosets: line.cosets,
            never_t2: false,
            multiples: line.multiples.clone(),
            origins: vec![origin(first, q), origin(second, p)],
        };
        self.ordinate(&node, &line.slope, p);
        self.ordinate(&node, &line.slope, q);
        self.insert(node);
    }

    /// The node with its ordinate, where a row has it.
    fn ordinate(&mut self, node: &Node, slope: &Form, p: &Node) {
        let Some(p_y) = &p.y else { return };
        let run = p.x.sub(&node.x);
        let ys: Vec<Form> = products(self.system.rows_touching(&node.x), &run, slope).collect();
        for y in ys {
            self.insert(Node { y: Some(y.sub(p_y)), origins: Vec::new(), ..node.clone() });
        }
    }
}

/// For a row `left · right = c` with `right` a multiple of one variable: that variable as the quotient, and the factor by
/// which `left` is to be taken for it.
fn divided(left: &Form, right: &Form, row: &Row) -> Option<(Form, Fr)> {
    left.variables().next()?;
    row.c.variables().next()?;
    let column = right.as_variable()?;
    Some((Form::variable(column), right.coefficient(column)))
}

/// All `q` for which a row says `divisor · q = dividend`.
fn quotients<'a>(
    rows: impl Iterator<Item = &'a Row>,
    divisor: &Form,
    dividend: &Form,
) -> impl Iterator<Item = Form> {
    let one = |row: &'a Row| {
        let result = ratio(&row.c, dividend)?;
        row.orders().into_iter().find_map(|(left, right)| {
            let factor = ratio(left, divisor)?;
            Some(right.times(factor * inverse(result)))
        })
    };
    let mut found: Vec<Form> = rows.filter_map(one).collect();
    found.dedup();
    found.into_iter()
}

/// All `c` for which a row says `left · right = c`.
fn products<'a>(
    rows: impl Iterator<Item = &'a Row>,
    left: &Form,
    right: &Form,
) -> impl Iterator<Item = Form> {
    let one = |row: &'a Row| {
        row.orders().into_iter().find_map(|(a, b)| {
            let factor = ratio(a, left)? * ratio(b, right)?;
            Some(row.c.times(inverse(factor)))
        })
    };
    let mut found: Vec<Form> = rows.filter_map(one).collect();
    found.dedup();
    found.into_iter()
}
