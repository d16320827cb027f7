//! What is done about a command line, one module for each area.

mod attesters;
mod bench;
mod ceremony;
mod circuits;
mod commit;
mod demo;
mod determinism;
mod expectations;
mod export;
mod key_lint;
mod key_table;
mod keys;
mod people;
mod prove;
mod prove_foreign;
mod proving;
mod ptau;
mod registry;
mod statement_view;
mod task;
mod verify;
mod verify_foreign;
mod voucher;

use thiserror::Error;

use crate::args::{Command, KeyCommand};
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
    Keys(#[from] keys::KeysError),
    Prove(#[from] prove::ProveCommandError),
    Verify(#[from] verify::VerifyCommandError),
    Circuits(#[from] circuits::CircuitsError),
    Demo(#[from] demo::DemoError),
    Determinism(#[from] determinism::DeterminismError),
    Bench(#[from] bench::BenchError),
    Ceremony(#[from] ceremony::CeremonyError),
    Ptau(#[from] ptau::PtauCommandError),
    Lint(#[from] key_lint::LintError),
    Table(#[from] key_table::KeyTableError),
    Export(#[from] export::ExportError),
}

impl CommandError {
    /// How the program ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::File(_) | Self::Circuits(_) => Verdict::BadInput,
            Self::Attesters(error) => error.verdict(),
            Self::Registry(error) => error.verdict(),
            Self::Voucher(error) => error.verdict(),
            Self::Commit(error) => error.verdict(),
            Self::Keys(error) => error.verdict(),
            Self::Prove(error) => error.verdict(),
            Self::Verify(error) => error.verdict(),
            Self::Demo(error) => error.verdict(),
            Self::Determinism(error) => error.verdict(),
            Self::Bench(error) => error.verdict(),
            Self::Ceremony(error) => error.verdict(),
            Self::Ptau(error) => error.verdict(),
            Self::Lint(error) => error.verdict(),
            Self::Table(error) => error.verdict(),
            Self::Export(error) => error.verdict(),
        }
    }
}

/// Runs a command.
pub(crate) fn run(command: &Command, session: &Session) -> Result<(), CommandError> {
    match command {
        Command::Demo(args) => demo::demo(args, session)?,
        Command::Identity(command) => people::identity(command, session)?,
        Command::Attester(command) => people::attester(command, session)?,
        Command::Attesters(command) => attesters::attesters(command, session)?,
        Command::Voucher(command) => voucher::voucher(command, session)?,
        Command::Registry(command) => registry::registry(command, session)?,
        Command::Scope(args) => task::scope(args, session)?,
        Command::Message(args) => task::message(args, session)?,
        Command::Gold(command) => commit::gold(command, session)?,
        Command::Answers(command) => commit::answers(command, session)?,
        Command::Keys(command) => keys::keys(command, session)?,
        Command::Prove(args) => prove::prove(args, session)?,
        Command::Verify(args) => verify::verify(args, session)?,
        Command::Circuits(args) => circuits::circuits(args, session)?,
        Command::Determinism(args) => determinism::determinism(args, session)?,
        Command::Bench(args) => bench::bench(args, session)?,
        Command::Ceremony(command) => ceremony::ceremony(command, session)?,
        Command::Ptau(command) => ptau::ptau(command, session)?,
        Command::Key(KeyCommand::Lint(args)) => key_lint::lint(args, session)?,
        Command::Key(KeyCommand::Table(args)) => key_table::key_table(args, session)?,
        Command::Export(args) => export::export(args, session)?,
    }
    Ok(())
}
