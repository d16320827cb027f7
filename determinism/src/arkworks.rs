//! Circuits written with arkworks.

use crate::form::Form;
use crate::system::{Row, System};
use ark_bn254::Fr;
use ark_relations::gr1cs::{ConstraintSystemRef, R1CS_PREDICATE_LABEL, SynthesisError};

impl System {
    /// The rows of a synthesized arkworks system. Its columns are arkworks': the constant, instance variables, witness
    /// variables.
    ///
    /// # Errors
    /// arkworks' own, and [`SynthesisError::PredicateNotFound`] where it has constraints that are no rows `a · b = c`.
    pub fn from_arkworks(cs: &ConstraintSystemRef<Fr>) -> Result<Self, SynthesisError> {
        let others = cs.get_all_predicates_num_constraints();
        if others.iter().any(|(label, count)| label != R1CS_PREDICATE_LABEL && *count > 0) {
            return Err(SynthesisError::PredicateNotFound);
        }
        cs.finalize();
        let matrices = cs.to_matrices()?;
        let Some([a, b, c]) = matrices.get(R1CS_PREDICATE_LABEL).map(Vec::as_slice) else {
            return Err(SynthesisError::PredicateNotFound);
        };
        let form = |row: &[(Fr, usize)]| -> Result<Form, SynthesisError> {
            let term = |(k, column): &(Fr, usize)| Some((u32::try_from(*column).ok()?, *k));
            let terms: Option<Vec<_>> = row.iter().map(term).collect();
            terms.map(Form::new).ok_or(SynthesisError::ArityMismatch)
        };
        let rows = a.iter().zip(b).zip(c);
        let rows: Result<Vec<Row>, SynthesisError> =
            rows.map(|((a, b), c)| Ok(Row { a: form(a)?, b: form(b)?, c: form(c)? })).collect();
        Ok(Self::new(cs.num_instance_variables() + cs.num_witness_variables(), rows?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Given, Report, Status};
    use ark_relations::gr1cs::{ConstraintSystem, LinearCombination, SynthesisMode, Variable};
    use workproof_circuits::r1cs::{Domain, FreeInput};

    /// x · x = y, and z with (z − y) · x = 0 where it is asked for: z is not determined where x = 0.
    fn report(with_loose: bool, outputs: &[u32]) -> Report {
        let cs = ConstraintSystem::<Fr>::new_ref();
        cs.set_mode(SynthesisMode::Setup);
        let variable = || cs.new_witness_variable(|| Ok(Fr::default())).unwrap();
        let (x, y) = (variable(), variable());
        let z = if with_loose { variable() } else { y };
        let form = |variable: Variable| LinearCombination::from(variable);
        cs.enforce_r1cs_constraint(|| form(x), || form(x), || form(y)).unwrap();
        if with_loose {
            cs.enforce_r1cs_constraint(|| form(z) - form(y), || form(x), LinearCombination::zero).unwrap();
        }
        let free = vec![FreeInput::new(1, "x", Domain::Any)];
        let given = Given { public: Vec::new(), free, outputs: outputs.to_vec() };
        Report::of(&System::from_arkworks(&cs).unwrap(), &given)
    }

    #[test]
    fn a_variable_that_is_held_only_sometimes_is_not_proven_a1() {
        assert!(report(false, &[2]).is_clean());
        // of no consequence as long as nobody looks at it
        assert_eq!(report(true, &[2]).statuses[2..], [Status::Proved, Status::Inert]);
        let looked_at = report(true, &[3]);
        assert_eq!(looked_at.statuses[3], Status::Unknown);
        assert!(!looked_at.is_clean());
    }
}
