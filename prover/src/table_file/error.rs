//! Why there is no table.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::cancel_token::Cancelled;

/// Why a table was not made or not opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file could not be read or written.
    #[error("the table {} could not be read or written", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What failed.
        #[source]
        source: io::Error,
    },
    /// The file is not a table, or a damaged one.
    #[error("{} is refused: {reason}; make the table again", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The table was made for another key.
    #[error("{} was made for another key; make the table again", path.display())]
    OtherKey {
        /// The file.
        path: PathBuf,
    },
    /// Somebody cancelled. Nothing is left behind.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for TableError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}
