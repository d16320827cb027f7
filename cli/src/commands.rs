//! What is done about a command line, one module for each area.

mod attesters;
mod commit;
mod people;
mod registry;
mod task;
mod voucher;

use thiserror::Error;

use crate::args::Command;
use crate::files::FileError;
use crate::session::Session;
use crate::verdict::Verdict;

/// Why a command failed.
#[derive(Debug, Error)]
#[error(transparent)]
pub(crate) enum CommandError {
    File(#[from] FileError),
    Attesters(#[from] attesters::AttestersError),
    Registry(#[from] registry::RegistryError),
    Voucher(#[from] voucher::VoucherCommandError),
    Commit(#[from] commit::CommitError),
}

impl CommandError {
    /// How the program ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::File(_) => Verdict::BadInput,
            Self::Attesters(error) => error.verdict(),
            Self::Registry(error) => error.verdict(),
            Self::Voucher(error) => error.verdict(),
            Self::Commit(error) => error.verdict(),
        }
    }
}

/// Runs a command.
pub(crate) fn run(command: &Command, session: &Session) -> Result<(), CommandError> {
    match command {
        Command::Demo(args) => todo!("{args:?}"),
        Command::Identity(command) => people::identity(command, session)?,
        Command::Attester(command) => people::attester(command, session)?,
        Command::Attesters(command) => attesters::attesters(command, session)?,
        Command::Voucher(command) => voucher::voucher(command, session)?,
        Command::Registry(command) => registry::registry(command, session)?,
        Command::Scope(args) => task::scope(args, session)?,
        Command::Message(args) => task::message(args, session)?,
        Command::Gold(command) => commit::gold(command, session)?,
        Command::Answers(command) => commit::answers(command, session)?,
        Command::Keys(command) => todo!("{command:?}"),
        Command::Prove(command) => todo!("{command:?}"),
        Command::Verify(args) => todo!("{args:?}"),
        Command::Circuits(args) => todo!("{args:?}"),
    }
    Ok(())
}
