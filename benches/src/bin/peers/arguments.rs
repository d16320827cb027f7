//! The command line.

use thiserror::Error;
use workproof_benches::Subject;

/// What is measured where no circuit is named.
const DEFAULT_CIRCUITS: [&str; 3] = ["relay-10", "gold-256", "circomlib-16"];

const DEFAULT_RUNS: usize = 5;

/// Why a command line was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum ArgumentError {
    /// A number is missing or is none.
    #[error("{option} takes a number above zero")]
    Number {
        /// The option.
        option: String,
    },
    /// An unknown option.
    #[error("there is no option {option}; there are --runs N, --threads N, --table LEVELS and --json")]
    Option {
        /// The option.
        option: String,
    },
    /// An unknown circuit.
    #[error("there is no circuit {name}; the circuits are {}", Subject::names().join(", "))]
    Circuit {
        /// The name.
        name: String,
    },
}

/// What to measure, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) circuits: Vec<String>,
    pub(crate) runs: usize,
    /// All where there is none.
    pub(crate) threads: Option<usize>,
    /// Levels of the table that our prover is measured with, too.
    pub(crate) table: Option<usize>,
    pub(crate) json: bool,
}

impl Arguments {
    /// Reads the command line.
    pub(crate) fn parse(words: &[String]) -> Result<Self, ArgumentError> {
        let mut arguments =
            Self { circuits: Vec::new(), runs: DEFAULT_RUNS, threads: None, table: None, json: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--json" => arguments.json = true,
                "--runs" => arguments.runs = number(word, words.next())?,
                "--table" => arguments.table = Some(number(word, words.next())?),
                "--threads" => arguments.threads = Some(number(word, words.next())?),
                option if option.starts_with('-') => {
                    return Err(ArgumentError::Option { option: option.to_owned() });
                }
                name if Subject::names().iter().any(|known| known == name) => {
                    arguments.circuits.push(name.to_owned());
                }
                name => return Err(ArgumentError::Circuit { name: name.to_owned() }),
            }
        }
        if arguments.circuits.is_empty() {
            arguments.circuits = DEFAULT_CIRCUITS.map(str::to_owned).to_vec();
        }
        Ok(arguments)
    }
}

fn number(option: &str, word: Option<&String>) -> Result<usize, ArgumentError> {
    let number = word.and_then(|word| word.parse().ok()).filter(|number| *number > 0);
    number.ok_or_else(|| ArgumentError::Number { option: option.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments, ArgumentError> {
        Arguments::parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn circuits_and_options_come_in_any_order() {
        let arguments =
            parse(&["--runs", "3", "relay-46", "--json", "--threads", "1", "--table", "4"]).unwrap();
        assert_eq!(arguments.circuits, ["relay-46"]);
        assert_eq!((arguments.runs, arguments.threads, arguments.json), (3, Some(1), true));
        assert_eq!(arguments.table, Some(4));
        assert_eq!(parse(&[]).unwrap().circuits, DEFAULT_CIRCUITS);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(matches!(parse(&["--runs"]), Err(ArgumentError::Number { .. })));
        assert!(matches!(parse(&["--runs", "0"]), Err(ArgumentError::Number { .. })));
        assert!(matches!(parse(&["--fast"]), Err(ArgumentError::Option { .. })));
        assert!(matches!(parse(&["relay-11"]), Err(ArgumentError::Circuit { .. })));
    }
}
