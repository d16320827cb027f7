//! Verifiers that are programs of their own, by lines of text.
//!
//! The program is started once and told, on its standard input, first one line about the keys:
//!
//! ```text
//! {"form": "eip197", "keys": [{"name": "relay", "bytes": "0x…", "snarkjs": "{…}", "development": true}, …]}
//! ```
//!
//! then one line for each case. What is to be checked is a list: one thing, or three for a verifier of batches. In `claim` form each
//! is the text of a claim, in `snarkjs` form `{"proof": "{…}", "signals": ["…"]}`, and otherwise
//! `{"proof": "0x…", "inputs": "0x…"}`:
//!
//! ```text
//! {"key": "relay", "claims": [{"proof": "0x…", "inputs": "0x…"}]}
//! ```
//!
//! It answers each case with a line `accepted` or `refused`, in order, and ends when its input ends. What it writes to its standard
//! error is shown.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use workproof_protocol::json::bytes_to_hexadecimal;

use crate::case::Case;
use crate::form::{Form, NotExpressible, Said};
use crate::keys::{Key, Keys};
use crate::native::batch_of;
use crate::verifier::{Silent, Verdict, Verifier};

/// Whether a verifier is shown a case alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// The case alone.
    Alone,
    /// The case among claims that hold.
    Batch,
}

/// Whether a form takes development keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DevelopmentKeys {
    /// It does.
    Taken,
    /// Loading one is refused, so that nothing can be asked about it.
    Refused,
}

/// A program that speaks the protocol.
#[derive(Debug)]
pub struct External<'a> {
    /// Its name in the table.
    pub name: &'static str,
    /// The form of what it is shown.
    pub form: Form,
    /// Whether it is shown batches.
    pub company: Company,
    /// Whether it takes development keys.
    pub development_keys: DevelopmentKeys,
    /// How it is started.
    pub command: Command,
    /// The keys.
    pub keys: &'a Keys,
}

impl Verifier for External<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn judge(&mut self, cases: &[Case]) -> Result<Vec<Verdict>, Silent> {
        let name = self.name;
        let lines: Vec<Result<String, NotExpressible>> =
            cases.iter().enumerate().map(|(place, case)| self.line(place, case)).collect();
        let started = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| Silent(format!("{name} does not start: {error}")))?;
        let answers = converse(&mut child, &self.header(), &lines);
        // whatever it still does is of no use
        let ended = if answers.is_err() { child.kill().and_then(|()| child.wait()) } else { child.wait() };
        let answers = answers.map_err(|reason| Silent(format!("{name}: {reason}")))?;
        match ended {
            Ok(status) if status.success() => Ok(answers),
            Ok(status) => Err(Silent(format!("{name} ended with {status}"))),
            Err(error) => Err(Silent(format!("{name}: {error}"))),
        }
    }
}

impl External<'_> {
    fn header(&self) -> String {
        let key = |key: &Key| {
            json!({
                "name": key.name,
                "bytes": bytes_to_hexadecimal(&key.bytes),
                "snarkjs": key.snarkjs,
                "development": key.prepared.is_development(),
            })
        };
        let keys: Vec<Value> = self.keys.all().iter().map(key).collect();
        json!({ "form": self.form.name(), "keys": keys }).to_string()
    }

    fn line(&self, place: usize, case: &Case) -> Result<String, NotExpressible> {
        let key = self.keys.at(case.key);
        if self.development_keys == DevelopmentKeys::Refused && key.prepared.is_development() {
            return Err(NotExpressible::DEVELOPMENT_KEY);
        }
        let claims = match self.company {
            Company::Alone => vec![self.form.say(case, key)?],
            Company::Batch => {
                let say = |one: &Case| self.form.say(one, key);
                batch_of(self.keys, place, case).iter().map(say).collect::<Result<_, _>>()?
            }
        };
        let claims: Vec<Value> = claims.iter().map(written).collect();
        Ok(json!({ "key": key.name, "claims": claims }).to_string())
    }
}

fn written(said: &Said) -> Value {
    match said {
        Said::Bytes { proof, inputs } => {
            json!({ "proof": bytes_to_hexadecimal(proof), "inputs": bytes_to_hexadecimal(inputs) })
        }
        Said::Snarkjs { proof, signals } => json!({ "proof": proof, "signals": signals }),
        Said::Claim(claim) => json!(claim),
    }
}

/// Writes all lines and reads as many answers, both at once, so that neither side waits for room.
fn converse(
    child: &mut Child,
    header: &str,
    lines: &[Result<String, NotExpressible>],
) -> Result<Vec<Verdict>, String> {
    let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err("it has no pipes".to_owned());
    };
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut stdin = BufWriter::new(stdin);
            let spoken = lines.iter().filter_map(|line| line.as_ref().ok().map(String::as_str));
            // a program that ended is noticed by the answers that are missing
            for line in core::iter::once(header).chain(spoken) {
                if writeln!(stdin, "{line}").is_err() {
                    return;
                }
            }
        });
        let mut answers = BufReader::new(stdout).lines();
        let mut verdicts = Vec::with_capacity(lines.len());
        for line in lines {
            let verdict = match line {
                Err(reason) => Verdict::NotExpressible(*reason),
                Ok(_) => match answers.next().transpose().map_err(|error| error.to_string())?.as_deref() {
                    Some("accepted") => Verdict::Accepted,
                    Some("refused") => Verdict::Refused,
                    Some(other) => {
                        return Err(format!("it answered {other:?}, neither accepted nor refused"));
                    }
                    None => return Err(format!("it stopped answering after {} cases", verdicts.len())),
                },
            };
            verdicts.push(verdict);
        }
        Ok(verdicts)
    })
}
