//! Standard output and standard error: text for people, one JSON document for programs.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use crate::verdict::Verdict;

/// Where results go, and in which form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    json: bool,
}

#[derive(Serialize)]
struct ErrorReport<'a> {
    verdict: &'static str,
    error: &'a str,
}

impl Output {
    /// Text, or JSON when asked for.
    pub(crate) const fn new(json: bool) -> Self {
        Self { json }
    }

    /// Prints the result of a command: the one document on standard output.
    pub(crate) fn result(self, report: &(impl Serialize + Display)) {
        let text = if self.json {
            serde_json::to_string_pretty(report).unwrap_or_else(|error| format!("{{\"error\": \"{error}\"}}"))
        } else {
            report.to_string()
        };
        print(&text);
    }

    /// Prints a line of a story on standard output; programs do not get it.
    pub(crate) fn narrate(self, line: &str) {
        if !self.json {
            print(line);
        }
    }

    /// Prints a warning on standard error.
    pub(crate) fn warn(self, text: &str) {
        warn(text);
    }

    /// Prints why a command failed: on standard error, and for programs as JSON on standard output too.
    pub(crate) fn error(self, verdict: Verdict, error: &dyn Error) {
        let text = chain(error);
        eprint(&format!("error: {text}"));
        if self.json {
            let report = ErrorReport { verdict: verdict.word(), error: &text };
            print(&serde_json::to_string_pretty(&report).unwrap_or_default());
        }
    }

    /// Whether progress bars are of use: a person watches standard error.
    pub(crate) fn shows_progress(self) -> bool {
        io::stderr().is_terminal()
    }
}

/// An error with its causes, each said once.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.contains(&next) {
            text.push_str(": ");
            text.push_str(&next);
        }
        cause = error.source();
    }
    text
}

/// Prints a warning on standard error.
pub(crate) fn warn(text: &str) {
    eprint(&format!("warning: {text}"));
}

/// A reader that went away is no reason to fail.
fn print(text: &str) {
    writeln!(io::stdout().lock(), "{}", text.trim_end_matches('\n')).unwrap_or_default();
}

fn eprint(text: &str) {
    writeln!(io::stderr().lock(), "{text}").unwrap_or_default();
}
