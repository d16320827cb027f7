//! Running other programs from the repository's root.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::repository::root;

/// `cargo`, the one that runs this program.
pub(crate) fn cargo() -> Command {
    program(&env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// A program that will run in the repository's root.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Does this program start, and say its version?
pub(crate) fn is_installed(name: &str) -> bool {
    let mut command = Command::new(name);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Runs to the end with its output on the terminal.
pub(crate) fn execute(command: &mut Command) -> Result<(), String> {
    announce(command);
    let status = command.status().map_err(|error| format!("{}: {error}", described(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", described(command))) }
}

/// Runs to the end and returns its standard output; its standard error goes to the terminal.
pub(crate) fn output_of(command: &mut Command) -> Result<String, String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{}: {error}", described(command)))?;
    if !output.status.success() {
        return Err(format!("{} ended with {}", described(command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{}: {error}", described(command)))
}

/// Runs to the end, shows each line of its standard output, and hands it to `each_line` as well.
pub(crate) fn execute_watched(command: &mut Command, mut each_line: impl FnMut(&str)) -> Result<(), String> {
    announce(command);
    let fault = |error: std::io::Error| error.to_string();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(fault)?;
    for line in child.stdout.take().into_iter().flat_map(|stdout| BufReader::new(stdout).lines()) {
        let line = line.map_err(fault)?;
        println!("{line}");
        each_line(&line);
    }
    let status = child.wait().map_err(fault)?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", described(command))) }
}

fn announce(command: &Command) {
    println!("$ {}", described(command));
}

/// The command as one would type it.
fn described(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let short = program.rsplit('/').next().unwrap_or(&program).to_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    core::iter::once(short).chain(arguments).collect::<Vec<_>>().join(" ")
}
