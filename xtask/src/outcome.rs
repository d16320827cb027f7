//! How a step ended.

use core::fmt;

/// How a step ended, with what a reader should know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything it looks at is as it should be.
    Passed(String),
    /// Something is wrong; the text says what.
    Failed(String),
    /// It could not run here; the text says why.
    Skipped(String),
}

impl Outcome {
    /// Passed, with nothing to add.
    pub(crate) const fn passed() -> Self {
        Self::Passed(String::new())
    }

    /// Passed when the list of faults is empty; otherwise each fault is a line.
    pub(crate) fn from_faults(faults: &[String], summary: String) -> Self {
        if faults.is_empty() { Self::Passed(summary) } else { Self::Failed(faults.join("\n")) }
    }

    /// The word for the table.
    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Passed(_) => "passed",
            Self::Failed(_) => "FAILED",
            Self::Skipped(_) => "SKIPPED",
        }
    }

    /// What there is to know about it.
    pub(crate) fn detail(&self) -> &str {
        match self {
            Self::Passed(detail) | Self::Failed(detail) | Self::Skipped(detail) => detail,
        }
    }
}

impl From<Result<(), String>> for Outcome {
    fn from(result: Result<(), String>) -> Self {
        result.map_or_else(Self::Failed, |()| Self::passed())
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.detail().is_empty() { "" } else { ": " };
        write!(formatter, "{}{separator}{}", self.word(), self.detail())
    }
}
