//! Variables that the prover chooses, declared as such, with what the rows keep them to.

/// What the rows keep a free input to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Domain {
    /// Any field element.
    Any,
    /// 0 or 1.
    Boolean,
    /// An integer from the first to the second, both included.
    Between(i64, u64),
    /// The abscissa of a point of Baby Jubjub in Montgomery form; the next column is its ordinate.
    MontgomeryPoint,
    /// The ordinate of the point whose abscissa is the column before.
    OrdinateOfPoint,
}

/// A witness variable that is the prover's choice. Everything else must follow from these and the public inputs:
/// `workproof-determinism` proves that it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FreeInput {
    /// The column.
    pub column: u32,
    /// What it is, and why it may be chosen.
    pub meaning: &'static str,
    /// What the rows keep it to.
    pub domain: Domain,
}

impl FreeInput {
    /// A free input in this column.
    #[must_use]
    pub const fn new(column: u32, meaning: &'static str, domain: Domain) -> Self {
        Self { column, meaning, domain }
    }
}
