//! Writes `circuits/pins.json` (sizes and digests of every circuit), or compares.

use std::fs;

use crate::command::{cargo, output_of};
use crate::outcome::Outcome;
use crate::repository::{read, root};

/// Writes the pins, or with `check_only` compares them.
pub(crate) fn run(check_only: bool) -> Outcome {
    let path = root().join("circuits/pins.json");
    let mut command = cargo();
    command.args(["run", "--locked", "--release", "--package", "workproof-circuits", "--example", "pins"]);
    let pins = match output_of(&mut command) {
        Ok(pins) => pins,
        Err(reason) => return Outcome::Failed(reason),
    };
    let are_current = read(&path).is_ok_and(|old| old == pins);
    match (are_current, check_only) {
        (true, _) => Outcome::Passed("circuits/pins.json is current".to_owned()),
        (false, true) => {
            Outcome::Failed(format!("circuits/pins.json is out of date; the circuits say\n{pins}"))
        }
        (false, false) => match fs::write(&path, pins) {
            Ok(()) => Outcome::Passed("circuits/pins.json was written".to_owned()),
            Err(error) => Outcome::Failed(format!("{}: {error}", path.display())),
        },
    }
}
