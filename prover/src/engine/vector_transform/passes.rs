//! Stages between whole blocks.
//!
//! A stage at distance d combines `u` at position k and `v` at `k + d` within each `2 d` with `w = w_2d^k`:
//!
//! ```text
//! down (decimation in frequency):   (u, v) -> (u + v, (u - v) w)
//! up   (decimation in time):        (u, v) -> (u + v w, u - v w)
//! ```
//!
//! Two stages in one pass need a reduction only where four values were summed.

use super::roots::{OneStage, TwoStages};
use super::{Factors, Values};

/// The four quarters of a slice.
pub(super) fn quarters(values: &mut [Values]) -> [&mut [Values]; 4] {
    let quarter = values.len() / 4;
    let (low, high) = values.split_at_mut(2 * quarter);
    let ((q0, q1), (q2, q3)) = (low.split_at_mut(quarter), high.split_at_mut(quarter));
    [q0, q1, q2, q3]
}

/// Four blocks, one of each quarter, with their roots: outer stage (two), inner stage (one).
type Four<'a> = ([&'a mut Values; 4], [&'a Factors; 2], &'a Factors);

fn fours<'a>(quarters: [&'a mut [Values]; 4], roots: TwoStages<'a>) -> impl Iterator<Item = Four<'a>> {
    let [q0, q1, q2, q3] = quarters;
    let values = q0.iter_mut().zip(q1).zip(q2.iter_mut().zip(q3));
    let roots = roots.outer_low.iter().zip(roots.outer_high).zip(roots.inner);
    values.zip(roots).map(|(((a, b), (c, d)), ((low, high), inner))| ([a, b, c, d], [low, high], inner))
}

/// Two stages of the first transform, the outer one first.
#[target_feature(enable = "avx2,fma")]
pub(super) fn two_stages_down(quarters: [&mut [Values]; 4], roots: TwoStages<'_>) {
    for ([q0, q1, q2, q3], [low, high], inner) in fours(quarters, roots) {
        let (even_sum, odd_sum) = (q0.add(q2), q1.add(q3));
        let even = q0.subtract(q2).multiply(low);
        let odd = q1.subtract(q3).multiply(high);
        *q0 = even_sum.add(&odd_sum).reduce().widen();
        *q1 = even_sum.subtract(&odd_sum).reduce().multiply(inner).widen();
        *q2 = even.add(&odd).reduce().widen();
        *q3 = even.subtract(&odd).multiply(inner).widen();
    }
}

/// Two stages of the second transform, the inner one first.
#[target_feature(enable = "avx2,fma")]
pub(super) fn two_stages_up(quarters: [&mut [Values]; 4], roots: TwoStages<'_>) {
    for ([q0, q1, q2, q3], [low, high], inner) in fours(quarters, roots) {
        let (second, fourth) = (q1.multiply(inner), q3.multiply(inner));
        let (even, odd) = (q0.add(&second), q0.subtract(&second));
        let even_turned = q2.add(&fourth).multiply(low);
        let odd_turned = q2.subtract(&fourth).multiply(high);
        *q0 = even.add(&even_turned).reduce().widen();
        *q1 = odd.add(&odd_turned).reduce().widen();
        *q2 = even.subtract(&even_turned).reduce().widen();
        *q3 = odd.subtract(&odd_turned).reduce().widen();
    }
}

/// One stage of the first transform.
#[target_feature(enable = "avx2,fma")]
pub(super) fn one_stage_down(values: &mut [Values], roots: OneStage<'_>) {
    let (low, high) = values.split_at_mut(values.len() / 2);
    for ((u, v), root) in low.iter_mut().zip(high).zip(roots.0) {
        let difference = u.subtract(v);
        *u = u.add(v).reduce().widen();
        *v = difference.multiply(root).widen();
    }
}

/// One stage of the second transform.
#[target_feature(enable = "avx2,fma")]
pub(super) fn one_stage_up(values: &mut [Values], roots: OneStage<'_>) {
    let (low, high) = values.split_at_mut(values.len() / 2);
    for ((u, v), root) in low.iter_mut().zip(high).zip(roots.0) {
        let turned = v.multiply(root);
        *v = u.subtract(&turned).reduce().widen();
        *u = u.add(&turned).reduce().widen();
    }
}
