//! Circuits written with arkworks' gadgets, inside a circuit of ours.

use crate::r1cs::{ConstraintSystem, Linear, SynthesisError};
use ark_bn254::Fr;
use ark_relations::gr1cs::{
    self, ConstraintSynthesizer, OptimizationGoal, R1CS_PREDICATE_LABEL, SynthesisMode,
};

/// Why an embedded circuit failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArkworksError {
    /// arkworks refused, in its own words.
    #[error("{0}")]
    Synthesis(gr1cs::SynthesisError),
    /// The circuit has constraints that are no rows `a · b = c`. They would be lost, so it is refused.
    #[error("{count} constraints use the predicate {label}; only R1CS can be embedded")]
    OtherPredicate {
        /// The predicate's label.
        label: String,
        /// How many constraints use it.
        count: usize,
    },
}

impl From<gr1cs::SynthesisError> for SynthesisError {
    fn from(error: gr1cs::SynthesisError) -> Self {
        Self::Arkworks(ArkworksError::Synthesis(error))
    }
}

/// Adds the rows of an arkworks circuit. Its instance variables, in the order in which it allocates them, stand for
/// `inputs`; its witness variables become variables of this system.
///
/// `circuit` must be blank while a shape is recorded (its assignments are not asked for) and filled otherwise. Its rows
/// must not depend on its values: arkworks has gadgets whose rows do, for example on constants.
///
/// # Errors
/// [`SynthesisError::Arkworks`] when it fails to synthesize, has another number of instance variables than `inputs`,
/// uses another predicate than R1CS, or is not satisfied; [`SynthesisError::Unsatisfied`] when it computed other instance values than `inputs` have.
pub fn embed(
    cs: &mut ConstraintSystem,
    inputs: &[&Linear],
    circuit: impl ConstraintSynthesizer<Fr>,
) -> Result<(), SynthesisError> {
    let ark = gr1cs::ConstraintSystem::<Fr>::new_ref();
    ark.set_optimization_goal(OptimizationGoal::Constraints);
    ark.set_mode(if cs.has_values() {
        SynthesisMode::Prove { construct_matrices: true, generate_lc_assignments: true }
    } else {
        SynthesisMode::Setup
    });
    circuit.generate_constraints(ark.clone())?;
    ark.finalize();
    if ark.num_instance_variables() != inputs.len() + 1 {
        return Err(gr1cs::SynthesisError::ArityMismatch.into());
    }
    let others = ark.get_all_predicates_num_constraints();
    if let Some((label, count)) =
        others.into_iter().find(|(label, n)| label != R1CS_PREDICATE_LABEL && *n > 0)
    {
        return Err(SynthesisError::Arkworks(ArkworksError::OtherPredicate {
            label: label.to_string(),
            count,
        }));
    }
    if cs.has_values() {
        return embed_values(cs, inputs, &ark);
    }
    let one = Linear::from(1u64);
    let columns: Vec<Linear> = core::iter::once(one)
        .chain(inputs.iter().map(|input| (*input).clone()))
        .chain((0..ark.num_witness_variables()).map(|_| cs.hint(Fr::default)))
        .collect();
    let form = |row: &[(Fr, usize)]| {
        Linear::sum(row.iter().filter_map(|(k, column)| columns.get(*column).map(|form| (*k, form))))
    };
    let matrices = ark.to_matrices()?;
    let Some([a, b, c]) = matrices.get(R1CS_PREDICATE_LABEL).map(Vec::as_slice) else {
        return Err(gr1cs::SynthesisError::PredicateNotFound.into());
    };
    for ((a, b), c) in a.iter().zip(b).zip(c) {
        cs.enforce(&form(a), &form(b), &form(c));
    }
    Ok(())
}

fn embed_values(
    cs: &mut ConstraintSystem,
    inputs: &[&Linear],
    ark: &gr1cs::ConstraintSystemRef<Fr>,
) -> Result<(), SynthesisError> {
    for value in ark.witness_assignment()? {
        cs.hint(|| value);
    }
    let instance = ark.instance_assignment()?;
    for (input, value) in inputs.iter().zip(instance.iter().skip(1)) {
        if input.value() != *value {
            cs.fail_here();
        }
    }
    if !ark.is_satisfied()? {
        cs.fail_here();
    }
    cs.skip_rows(ark.num_constraints());
    Ok(())
}
