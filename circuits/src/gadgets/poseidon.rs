//! Poseidon (circomlib's parameters) with sparse rows.
//!
//! **Relation.** `out = Poseidon(inputs)`: width `t = inputs + 1`, capacity element 0 in front, 8 full and `RP` partial
//! rounds, S-box `x⁵`, output is state element 0.
//!
//! **Rows.** Three for every S-box but the first one, whose input is a constant: `3·(8t + RP) − 3`; 240 for two inputs,
//! 297 for four, 321 for five, 609 for sixteen.
//!
//! **Layout.** The variables are the *inputs* `x` of the S-boxes, with `x²` and `x⁴`; the output of an S-box is never a
//! variable. Everything between two layers of S-boxes is linear, so each output is a linear form of later inputs, and
//! it is needed in one place only: on the right of its own row `x⁴ · x = form`. So A and B hold one entry a side, and
//! the long rows that Poseidon's partial rounds are known for are all in C. The prover never touches C: circom's
//! reduction takes `C z` as the entrywise product of `A z` and `B z`. [`plan`] derives the forms.
//!
//! **Caller.** Must hold: nothing; any field elements are valid inputs.
//!
//! **Not enforced.** Nothing is left open: by the rows of a round, each S-box output is determined by its input, and
//! together the forms of a layer determine the next inputs, because the change of basis in [`plan`] is invertible
//! (checked when it is made).
//!
//! Reference: Grassi et al., *Poseidon: A New Hash Function for Zero-Knowledge Proof Systems*, USENIX Security 2021;
//! constants as in circomlib.

pub mod plan;

use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};
use plan::Plan;
use workproof_protocol::poseidon::PoseidonParameters;
use zeroize::{Zeroize, Zeroizing};

/// `Poseidon(inputs)` for 1 to 16 inputs, as one new variable.
pub fn hash<const N: usize>(cs: &mut ConstraintSystem, inputs: [&Linear; N]) -> Linear {
    let plan = Plan::of::<N>();
    let values = inputs.map(Linear::value);
    let trace = if cs.has_values() { trace(plan.parameters(), &values) } else { Trace::default() };
    let boxes = allocate_boxes(cs, plan, &inputs, &trace);
    let last: Vec<Linear> = (1..plan.width()).map(|i| cs.hint(|| trace.last_output(i))).collect();
    let output = cs.hint(|| trace.output);
    for s_box in &boxes {
        cs.enforce(&s_box.input, &s_box.input, &s_box.square);
        cs.enforce(&s_box.square, &s_box.square, &s_box.fourth);
    }
    let outputs = if cs.has_values() { Vec::new() } else { plan.outputs(&boxes, &last, &output) };
    for (index, s_box) in boxes.iter().enumerate() {
        cs.enforce_by_construction(&s_box.fourth, &s_box.input, || {
            outputs.get(index).cloned().unwrap_or_default()
        });
    }
    output
}

/// One S-box: its input and the two powers that have variables of their own.
#[derive(Debug)]
struct SBox {
    input: Linear,
    square: Linear,
    fourth: Linear,
}

/// The S-boxes in order of rounds, the constant one left out.
fn allocate_boxes(cs: &mut ConstraintSystem, plan: &Plan, inputs: &[&Linear], trace: &Trace) -> Vec<SBox> {
    let width = plan.width();
    let mut boxes: Vec<SBox> = Vec::with_capacity(plan.s_boxes());
    let mut trace_values = trace.inputs.iter().copied();
    let mut push = |cs: &mut ConstraintSystem, boxes: &mut Vec<SBox>, input: Option<Linear>| {
        let value = trace_values.next().unwrap_or_default();
        let input = input.unwrap_or_else(|| cs.hint(|| value));
        let square = cs.hint(|| value.square());
        let fourth = cs.hint(|| value.square().square());
        boxes.push(SBox { input, square, fourth });
    };
    for (constant, input) in plan.round(0).skip(1).zip(inputs) {
        push(cs, &mut boxes, Some(Linear::from(constant) + *input));
    }
    for _ in 0..width - 1 {
        push(cs, &mut boxes, None);
    }
    let others: Vec<&Linear> = boxes.iter().skip(width - 1).map(|s_box| &s_box.input).collect();
    let dependent = plan.dependent_input(&others);
    push(cs, &mut boxes, Some(dependent));
    while boxes.len() < plan.s_boxes() {
        push(cs, &mut boxes, None);
    }
    boxes
}

/// The values of one permutation.
#[derive(Default)]
struct Trace {
    /// Inputs of the S-boxes in order of rounds, the constant one left out.
    inputs: Vec<Fr>,
    /// Outputs of the last layer of S-boxes.
    last: Vec<Fr>,
    output: Fr,
}

impl Drop for Trace {
    fn drop(&mut self) {
        self.inputs.zeroize();
        self.last.zeroize();
    }
}

impl Trace {
    fn last_output(&self, index: usize) -> Fr {
        self.last.get(index).copied().unwrap_or_default()
    }
}

fn trace(parameters: &PoseidonParameters, inputs: &[Fr]) -> Trace {
    let half = parameters.full_rounds / 2;
    let s_boxes = parameters.full_rounds * parameters.width + parameters.partial_rounds;
    let mut result = Trace::default();
    result.inputs.reserve(s_boxes);
    let mut state = Zeroizing::new(Vec::with_capacity(parameters.width));
    state.extend(core::iter::once(Fr::ZERO).chain(inputs.iter().copied()));
    for (round, constants) in parameters.round_constants.chunks(parameters.width).enumerate() {
        state.iter_mut().zip(constants).for_each(|(s, c)| *s += c);
        let is_full = round < half || round >= half + parameters.partial_rounds;
        let boxes = if is_full { parameters.width } else { 1 };
        for s in state.iter_mut().take(boxes) {
            result.inputs.push(*s);
            *s *= s.square().square();
        }
        result.last.clone_from(&state);
        let row = |row: &Vec<Fr>| row.iter().zip(state.iter()).map(|(m, s)| *m * s).sum();
        state = Zeroizing::new(parameters.mds.iter().map(row).collect());
    }
    result.inputs.remove(0);
    result.output = state.first().copied().unwrap_or_default();
    result
}

#[cfg(test)]
mod tests;
