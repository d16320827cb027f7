//! The builder that circuits are written against.

use super::{Assignment, Domain, FreeInput, Linear, Matrix, R1cs, Region};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};

/// Why a circuit could not be built or filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SynthesisError {
    /// A row does not hold: the witness does not satisfy the clause.
    #[error("the witness does not satisfy {clause} (row {row})")]
    Unsatisfied {
        /// The clause the row belongs to.
        clause: &'static str,
        /// The row, counted from 0 over the whole circuit.
        row: usize,
    },
    /// The circuit has more columns than can be numbered (2³²).
    #[error("the circuit has more than 2^32 variables")]
    TooManyVariables,
    /// A circuit written with arkworks' gadgets failed to synthesize.
    #[error("the embedded arkworks circuit failed")]
    Arkworks(#[source] crate::arkworks::ArkworksError),
    /// A public input was allocated after a hint; it would not be where the verifier looks for it.
    #[error("a public input was allocated after a witness variable; allocate all public inputs first")]
    PublicInputAfterHint,
    /// Filling the witness produced another number of variables than the shape has: the circuit's shape depends on
    /// its witness, which is a bug in the circuit.
    #[error("the witness has {got} variables where the shape has {expected}")]
    ShapeDepends {
        /// Variables of the shape.
        expected: usize,
        /// Variables filled.
        got: usize,
    },
}

/// Records a shape, or fills an assignment: never both, so that no shape can depend on a witness.
#[derive(Debug)]
pub struct ConstraintSystem {
    mode: Mode,
    rows: usize,
    clause: &'static str,
    failure: Option<SynthesisError>,
    public_inputs: PublicInputs,
}

/// Whether public inputs may still come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PublicInputs {
    Open,
    Closed,
}

enum Mode {
    Shape(Box<R1cs>),
    Values(Assignment),
}

impl Mode {
    /// The number of values that are filled.
    fn value_count(&self) -> usize {
        match self {
            Self::Shape(_) => 0,
            Self::Values(values) => values.len(),
        }
    }
}

impl core::fmt::Debug for Mode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Shape(shape) => write!(f, "Shape({} variables)", shape.variables),
            Self::Values(values) => write!(f, "Values({}, <redacted>)", values.len()),
        }
    }
}

impl ConstraintSystem {
    /// A system that records rows and holds no values.
    #[must_use]
    pub fn shape() -> Self {
        Self::with_mode(Mode::Shape(Box::new(R1cs {
            public_inputs: 0,
            variables: 1,
            a: Matrix::default(),
            b: Matrix::default(),
            c: Matrix::default(),
            regions: Vec::new(),
            free_inputs: Vec::new(),
        })))
    }

    /// A system that holds values and records no rows; it checks every row that it can evaluate.
    #[must_use]
    pub fn values() -> Self {
        Self::with_mode(Mode::Values(Assignment::new(vec![Fr::ONE])))
    }

    const fn with_mode(mode: Mode) -> Self {
        Self { mode, rows: 0, clause: "", failure: None, public_inputs: PublicInputs::Open }
    }

    /// Whether values are being filled (else a shape is being recorded).
    #[must_use]
    pub const fn has_values(&self) -> bool {
        matches!(self.mode, Mode::Values(_))
    }

    /// The number of rows so far.
    #[must_use]
    pub const fn constraints(&self) -> usize {
        self.rows
    }

    /// The rows that follow belong to this clause.
    pub fn enter_clause(&mut self, clause: &'static str) {
        self.clause = clause;
        if let Mode::Shape(shape) = &mut self.mode
            && shape.regions.last().is_none_or(|region| region.clause != clause)
        {
            shape.regions.push(Region { first_row: self.rows, clause });
        }
    }

    /// Allocates a public input. Call it before any hint, or the circuit fails with
    /// [`SynthesisError::PublicInputAfterHint`]: public inputs are the columns right after the constant.
    pub fn public_input(&mut self, value: impl FnOnce() -> Fr) -> Linear {
        if self.public_inputs == PublicInputs::Closed {
            self.fail(SynthesisError::PublicInputAfterHint);
        }
        if let Mode::Shape(shape) = &mut self.mode {
            shape.public_inputs += 1;
        }
        self.allocate(value)
    }

    /// Allocates a witness variable. The closure computes its value from other forms' values and from the witness; it
    /// runs only when values are filled. Nothing is enforced: the caller must constrain what it gets.
    pub fn hint(&mut self, value: impl FnOnce() -> Fr) -> Linear {
        self.public_inputs = PublicInputs::Closed;
        self.allocate(value)
    }

    /// A [`hint`](Self::hint) that is the prover's choice, and not computed from other variables: `meaning` says what it is,
    /// `domain` what the rows keep it to. Nothing is enforced by it.
    pub fn free_input(
        &mut self,
        meaning: &'static str,
        domain: Domain,
        value: impl FnOnce() -> Fr,
    ) -> Linear {
        let variable = self.hint(value);
        if let (Mode::Shape(shape), [(column, _)]) = (&mut self.mode, variable.terms()) {
            shape.free_inputs.push(FreeInput::new(*column, meaning, domain));
        }
        variable
    }

    fn allocate(&mut self, value: impl FnOnce() -> Fr) -> Linear {
        match &mut self.mode {
            Mode::Values(values) => {
                let value = value();
                values.push(value);
                Linear::from_parts(value, Vec::new())
            }
            Mode::Shape(shape) => match u32::try_from(shape.variables) {
                Ok(column) => {
                    shape.variables += 1;
                    Linear::from_parts(Fr::ZERO, vec![(column, Fr::ONE)])
                }
                Err(_) => {
                    self.fail(SynthesisError::TooManyVariables);
                    Linear::zero()
                }
            },
        }
    }

    /// Enforces `a · b = c`: one row.
    ///
    /// The two factors mean the same, but not to the prover: each variable that occurs in some `b` has a point of the
    /// second group in the key, and costs three times as much as others. Where there is a choice, put on the right what is
    /// there already: booleans, slopes, squared variables.
    pub fn enforce(&mut self, a: &Linear, b: &Linear, c: &Linear) {
        if self.has_values() && a.value() * b.value() != c.value() {
            self.fail_here();
        }
        self.push_row(a, b, || c.clone());
    }

    /// Enforces `a · b = c` where the hints before it make the row hold for every input, and `c` is a long form: `c`
    /// is built only while a shape is recorded.
    pub fn enforce_by_construction(&mut self, a: &Linear, b: &Linear, c: impl FnOnce() -> Linear) {
        self.push_row(a, b, c);
    }

    fn push_row(&mut self, left: &Linear, right: &Linear, product: impl FnOnce() -> Linear) {
        self.rows += 1;
        if let Mode::Shape(shape) = &mut self.mode {
            shape.a.push(left);
            shape.b.push(right);
            shape.c.push(&product());
        }
    }

    /// Enforces `a = b`: one row.
    pub fn enforce_equal(&mut self, a: &Linear, b: &Linear) {
        self.enforce(a, &Linear::from(Fr::ONE), b);
    }

    /// A new variable equal to `a · b`: one row.
    pub fn product(&mut self, a: &Linear, b: &Linear) -> Linear {
        let product = self.hint(|| a.value() * b.value());
        self.enforce(a, b, &product);
        product
    }

    /// A new variable `q` with `q · b = a`: one row. Where `b = 0` the row has no solution unless `a = 0`, and then
    /// any `q` solves it: **the caller answers for `b ≠ 0`**.
    pub fn quotient(&mut self, a: &Linear, b: &Linear) -> Linear {
        self.known_quotient(a, b, None)
    }

    /// [`quotient`](Self::quotient) with the value given, if it is known already: an inversion saved. The row checks it.
    pub fn known_quotient(&mut self, a: &Linear, b: &Linear, known: Option<Fr>) -> Linear {
        let compute = || b.value().inverse().unwrap_or_default() * a.value();
        let quotient = self.hint(|| known.unwrap_or_else(compute));
        self.enforce(b, &quotient, a);
        quotient
    }

    /// Enforces `a ≠ 0` by a hint of its inverse: one row.
    pub fn enforce_nonzero(&mut self, a: &Linear) {
        let inverse = self.hint(|| a.value().inverse().unwrap_or_default());
        self.enforce(&inverse, a, &Linear::from(Fr::ONE));
    }

    /// Runs `body` once for every item and collects what it returns, in order. While values are filled the items run
    /// in parallel, each on a system of its own that is appended in order; so `body` may use forms from outside, and
    /// forms that it returns may be used afterwards.
    pub fn for_each<T: Send, R: Send>(
        &mut self,
        items: Vec<T>,
        body: impl Fn(&mut Self, T) -> R + Sync,
    ) -> Vec<R> {
        if !self.has_values() {
            return items.into_iter().map(|item| body(self, item)).collect();
        }
        let run = |item: T| {
            let mut part = Self::with_mode(Mode::Values(Assignment::new(Vec::new())));
            part.clause = self.clause;
            part.public_inputs = PublicInputs::Closed;
            let result = body(&mut part, item);
            (part, result)
        };
        #[cfg(feature = "parallel")]
        let parts: Vec<(Self, R)> = {
            use rayon::prelude::*;
            items.into_par_iter().map(run).collect()
        };
        #[cfg(not(feature = "parallel"))]
        let parts: Vec<(Self, R)> = items.into_iter().map(run).collect();
        if let Mode::Values(values) = &mut self.mode {
            values.reserve(parts.iter().map(|(part, _)| part.mode.value_count()).sum());
        }
        parts.into_iter().map(|(part, result)| self.append(part, result)).collect()
    }

    fn append<R>(&mut self, mut part: Self, result: R) -> R {
        if let (Mode::Values(values), Mode::Values(more)) = (&mut self.mode, &part.mode) {
            values.append(more);
        }
        match part.failure.take() {
            Some(SynthesisError::Unsatisfied { clause, row }) => {
                self.fail(SynthesisError::Unsatisfied { clause, row: self.rows + row });
            }
            Some(other) => self.fail(other),
            None => {}
        }
        self.rows += part.rows;
        self.clause = part.clause;
        result
    }

    /// Counts rows that were checked elsewhere.
    pub(crate) const fn skip_rows(&mut self, rows: usize) {
        self.rows += rows;
    }

    /// Notes that the current clause does not hold.
    pub(crate) fn fail_here(&mut self) {
        self.fail(SynthesisError::Unsatisfied { clause: self.clause, row: self.rows });
    }

    /// Records the first failure; later ones are consequences.
    fn fail(&mut self, failure: SynthesisError) {
        self.failure.get_or_insert(failure);
    }

    /// The recorded shape.
    ///
    /// # Errors
    /// The first failure, if the circuit could not be built.
    pub fn into_shape(mut self) -> Result<R1cs, SynthesisError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        match &mut self.mode {
            Mode::Shape(shape) => Ok(core::mem::take(shape)),
            Mode::Values(values) => Err(SynthesisError::ShapeDepends { expected: 0, got: values.len() }),
        }
    }

    /// The filled assignment.
    ///
    /// # Errors
    /// [`SynthesisError::Unsatisfied`] with the clause of the first row that does not hold.
    pub fn into_assignment(mut self) -> Result<Assignment, SynthesisError> {
        match self.failure.take() {
            Some(failure) => Err(failure),
            None => Ok(self.into_assignment_even_if_unsatisfied()),
        }
    }

    /// The filled assignment, whether it satisfies the rows or not: for tests that ask the matrices.
    #[must_use]
    pub fn into_assignment_even_if_unsatisfied(mut self) -> Assignment {
        match &mut self.mode {
            Mode::Values(values) => core::mem::replace(values, Assignment::new(Vec::new())),
            Mode::Shape(_) => Assignment::new(Vec::new()),
        }
    }
}
