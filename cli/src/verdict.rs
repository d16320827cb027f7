//! What a command's end means to the program that called it.

use std::process::ExitCode;

/// How a command ended, other than well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The input was understood and is not accepted: a claim that does not verify, a voucher that is not acceptable, a
    /// statement that is not satisfied.
    Refused,
    /// The input was not understood: usage, a file that cannot be read, malformed content, a key that does not fit.
    BadInput,
    /// Ctrl-C.
    Interrupted,
}

impl Verdict {
    /// The exit code: 1, 2, or 130 as shells have it for an interrupted program.
    pub(crate) fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Refused => 1,
            Self::BadInput => 2,
            Self::Interrupted => 130,
        })
    }

    /// The word for it in JSON.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::BadInput => "bad-input",
            Self::Interrupted => "interrupted",
        }
    }
}
