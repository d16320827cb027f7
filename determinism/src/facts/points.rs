//! Points of Baby Jubjub in Montgomery form, `v² = u³ + A·u² + u`, and the additions on them that cannot be exceptional.
//!
//! The group is cyclic of order `8l`. A point's *coset* is its class modulo the subgroup of order `l`, a number modulo 8: numbers
//! add when points add, and `P = ±Q` needs equal or opposite numbers. A [`Node`] is a pair of forms that is a point of the
//! curve in every satisfying assignment, never the identity (which has no affine form), with the cosets that it may lie in.
//!
//! Where nodes come from is in [`sources`] (curve equation, windows, tables, signs, choices of three), and how they
//! add in [`additions`]. The lemmas say which divisors are never zero; that a slope is determined then follows from its row.

mod additions;
mod constants;
mod sources;

use super::multiples::Multiples;
use super::{NonZero, Ranges, Tables};
use crate::form::Form;
use crate::system::System;
use alloc::collections::BTreeMap;
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, Zero};
use constants::Cosets;

/// A pair of forms that is a point.
#[derive(Clone, Debug)]
struct Node {
    x: Form,
    /// Missing where only the abscissa is a form of the circuit.
    y: Option<Form>,
    cosets: Cosets,
    /// It is not (0, 0), the point of order 2: then neither coordinate is zero.
    never_t2: bool,
    multiples: Option<Multiples>,
    /// How it came about, if it is a sum.
    origins: Vec<Origin>,
}

/// The node is `with + R` for a point `R` of abscissa `before`, and `slope` is the slope of the line through the two.
#[derive(Clone, Debug)]
struct Origin {
    slope: Form,
    before: Form,
    with: usize,
}

/// All points of a system.
#[derive(Debug, Default)]
pub(crate) struct Points {
    nodes: Vec<Node>,
    by_abscissa: BTreeMap<Form, Vec<usize>>,
}

/// What is at hand while points are looked for.
struct Search<'a> {
    system: &'a System,
    ranges: &'a Ranges,
    tables: &'a Tables,
    nonzero: &'a mut NonZero,
    points: Points,
    pending: Vec<usize>,
    windows: constants::WindowCache,
}

impl Points {
    pub(crate) fn derive(system: &System, ranges: &Ranges, tables: &Tables, nonzero: &mut NonZero) -> Self {
        let mut search = Search {
            system,
            ranges,
            tables,
            nonzero,
            points: Self::default(),
            pending: Vec::new(),
            windows: constants::WindowCache::default(),
        };
        search.find_sources();
        while let Some(node) = search.pending.pop() {
            search.visit(node);
        }
        search.points
    }

    /// Whether two forms are the coordinates of a point of the curve.
    pub(crate) fn is_point(&self, x: &Form, y: &Form) -> bool {
        self.find(x, y).is_some()
    }

    fn find(&self, x: &Form, y: &Form) -> Option<usize> {
        let nodes = self.by_abscissa.get(x).into_iter().flatten();
        nodes.copied().find(|id| self.nodes.get(*id).is_some_and(|node| node.y.as_ref() == Some(y)))
    }
}

impl Search<'_> {
    /// Everything that follows from one node and its neighbours.
    fn visit(&mut self, id: usize) {
        let Some(node) = self.points.nodes.get(id).cloned() else { return };
        if node.y.is_some() {
            self.find_signed(&node);
            self.find_three_points(&node);
            self.find_double(id, &node);
            self.find_double_plus_t2(&node);
            self.find_sums(id, &node);
        }
        for origin in &node.origins {
            self.find_sum_with_same(&node, origin);
        }
    }

    /// Adds a node, unless it is there already, and notes which of its forms are never zero.
    fn insert(&mut self, node: Node) -> Option<usize> {
        let known = self.points.by_abscissa.get(&node.x).into_iter().flatten();
        let mut known = known.filter_map(|id| self.points.nodes.get(*id));
        if known.any(|other| other.y == node.y && other.cosets == node.cosets) {
            return None;
        }
        // A − 2 is not a square, so no point has u = −1
        self.nonzero.insert(&node.x.add_constant(Fr::ONE));
        if node.never_t2 || !node.cosets.contain(4) {
            self.nonzero.insert(&node.x);
            if let Some(y) = &node.y {
                self.nonzero.insert(y);
            }
        }
        let id = self.points.nodes.len();
        self.points.by_abscissa.entry(node.x.clone()).or_default().push(id);
        self.points.nodes.push(node);
        self.pending.push(id);
        Some(id)
    }
}

/// `k` where `form = k·target`.
fn ratio(form: &Form, target: &Form) -> Option<Fr> {
    let lead = target.terms().last()?;
    let factor = form.coefficient(lead.0) * lead.1.inverse()?;
    (!factor.is_zero() && form.terms().len() == target.terms().len() && *form == target.times(factor))
        .then_some(factor)
}

/// `1/k`, and 0 for 0, which no ratio is.
fn inverse(k: Fr) -> Fr {
    k.inverse().unwrap_or(Fr::ZERO)
}
