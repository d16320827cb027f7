//! How far long work has come.

/// A step of making a key or a proof, in the order in which they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Phase {
    /// Making a key: the polynomials of the circuit at the secret point.
    KeyPolynomials,
    /// Making a key: its points.
    KeyPoints,
    /// Opening a key for the first time: every point is checked.
    KeyCheck,
    /// Making the table of a key: multiples of its points.
    KeyTable,
    /// The statement is checked in plain Rust.
    StatementCheck,
    /// The values of all variables.
    Witness,
    /// The quotient polynomial: sparse matrices and transforms.
    Quotient,
    /// The multi-scalar multiplications, where most of the time goes.
    MultiScalar,
    /// The proof is verified before it is handed out.
    Verification,
}

/// How far one phase has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The phase.
    pub phase: Phase,
    /// Parts done.
    pub done: u64,
    /// Parts in all.
    pub total: u64,
}

/// Where progress goes. It is called from any thread of the pool.
pub type ProgressSink<'a> = &'a (dyn Fn(Progress) + Sync);

/// Reports to a sink, if there is one.
#[derive(Clone, Copy)]
pub(crate) struct Reporter<'a>(pub(crate) Option<ProgressSink<'a>>);

impl Reporter<'_> {
    pub(crate) fn report(&self, phase: Phase, done: u64, total: u64) {
        if let Some(sink) = self.0 {
            sink(Progress { phase, done, total });
        }
    }
}
