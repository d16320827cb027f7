//! Running a gadget both ways, for doc examples and tests.

use super::{Assignment, ConstraintSystem, R1cs, SynthesisError};

/// Records the shape of `gadget` and fills its values, separately.
///
/// ```
/// use workproof_circuits::gadgets::range;
/// use workproof_circuits::r1cs::shape_and_values;
///
/// let (shape, values) = shape_and_values(|cs| {
///     let x = cs.hint(|| 200u64.into());
///     range::enforce_in_range(cs, &x, 8);
/// })?;
/// assert_eq!(shape.constraints(), 8);
/// assert!(shape.unsatisfied_rows(&values).is_empty());
/// # Ok::<(), workproof_circuits::r1cs::SynthesisError>(())
/// ```
///
/// # Errors
/// When the shape cannot be built, or depends on the values. Rows that do not hold are no error here: ask the shape.
pub fn shape_and_values(
    gadget: impl Fn(&mut ConstraintSystem),
) -> Result<(R1cs, Assignment), SynthesisError> {
    let mut recorder = ConstraintSystem::shape();
    gadget(&mut recorder);
    let shape = recorder.into_shape()?;
    let mut filler = ConstraintSystem::values();
    gadget(&mut filler);
    let values = filler.into_assignment_even_if_unsatisfied();
    if values.len() != shape.variables {
        return Err(SynthesisError::ShapeDepends { expected: shape.variables, got: values.len() });
    }
    Ok((shape, values))
}
