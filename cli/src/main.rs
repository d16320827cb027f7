//! The command `workproof`: issue vouchers, prove work, check claims. Its README describes it.

#![expect(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a program of the standard library"
)]

mod args;
mod circuit_choice;
mod commands;
mod files;
mod output;
mod progress;
mod session;
mod table;
mod verdict;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Arguments;
use crate::output::Output;
use crate::session::Session;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = Output::new(arguments.global.json);
    let session = Session::new(output, arguments.global.keys_dir);
    match commands::run(&arguments.command, &session) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let verdict = error.verdict();
            output.error(verdict, &error);
            verdict.exit_code()
        }
    }
}
