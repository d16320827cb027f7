//! What answers.

use core::fmt;

use crate::case::Case;
use crate::form::NotExpressible;

/// What a verifier says of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The proof holds.
    Accepted,
    /// The proof does not hold, or what was said is malformed.
    Refused,
    /// The verifier cannot be asked this.
    NotExpressible(NotExpressible),
}

impl Verdict {
    /// From a plain answer.
    pub const fn from_acceptance(accepted: bool) -> Self {
        if accepted { Self::Accepted } else { Self::Refused }
    }

    /// Whether it accepted, where it was asked at all.
    pub const fn acceptance(self) -> Option<bool> {
        match self {
            Self::Accepted => Some(true),
            Self::Refused => Some(false),
            Self::NotExpressible(_) => None,
        }
    }
}

impl From<Result<bool, NotExpressible>> for Verdict {
    fn from(answer: Result<bool, NotExpressible>) -> Self {
        answer.map_or_else(Self::NotExpressible, Self::from_acceptance)
    }
}

/// Why a verifier gave no answers.
#[derive(Debug)]
pub struct Silent(pub String);

impl fmt::Display for Silent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl core::error::Error for Silent {}

/// Whatever checks proofs.
pub trait Verifier: Send {
    /// Its name in the table.
    fn name(&self) -> &str;

    /// Judges every case, in their order.
    ///
    /// # Errors
    /// Where it stops answering, or answers in no known words.
    fn judge(&mut self, cases: &[Case]) -> Result<Vec<Verdict>, Silent>;
}

/// A verifier that is a function of one case.
pub struct OneByOne<F> {
    name: &'static str,
    judge: F,
}

impl<F: FnMut(usize, &Case) -> Result<bool, NotExpressible> + Send> OneByOne<F> {
    /// Names a function that is given the case's place and the case.
    pub const fn new(name: &'static str, judge: F) -> Self {
        Self { name, judge }
    }
}

impl<F: FnMut(usize, &Case) -> Result<bool, NotExpressible> + Send> Verifier for OneByOne<F> {
    fn name(&self) -> &str {
        self.name
    }

    fn judge(&mut self, cases: &[Case]) -> Result<Vec<Verdict>, Silent> {
        Ok(cases.iter().enumerate().map(|(place, case)| (self.judge)(place, case).into()).collect())
    }
}
