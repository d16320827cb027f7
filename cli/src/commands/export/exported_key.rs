//! The key that is exported, and where it comes from.

use workproof_circuits::pinned_digest;
use workproof_protocol::{Fact, GoldStatement, MAX_PUBLIC_INPUTS, RelayStatement, Statement, json};
use workproof_verifier::{
    CircuitDigest, CircuitId, CircuitName, DevelopmentVerifyingKey, KeyId, KeyOrigin, PreparedVerifyingKey,
    VerifyingKey, VerifyingKeyPoints,
};

use super::{ExportError, evm};
use crate::args::ExportArgs;
use crate::circuit_choice::{AnyCircuit, UnknownCircuit};
use crate::files::{Kind, read_bytes, read_transcript};

const KEY: Kind = Kind { what: "a verifying key", limit: 64 * 1024 };

/// A key that may be exported: it passed the lint, or it is a development key and was asked for as one.
pub(crate) struct ExportedKey {
    pub(super) circuit: CircuitId,
    pub(super) key_id: KeyId,
    pub(super) points: VerifyingKeyPoints,
    pub(super) development: bool,
    pub(super) origin: KeyOrigin,
    pub(super) prepared: PreparedVerifyingKey,
}

impl ExportedKey {
    pub(super) fn read(args: &ExportArgs) -> Result<Self, ExportError> {
        let path = || args.key.clone();
        let bytes = read_bytes(&args.key, KEY)?;
        let refused = |source| ExportError::Key { path: path(), source };
        let snarkjs = bytes.trim_ascii_start().starts_with(b"{");
        let named = || match &args.circuit {
            Some(name) => circuit_id(name),
            None => Err(ExportError::NoCircuit { path: path() }),
        };
        let key = if args.development_key {
            let key = if snarkjs {
                DevelopmentVerifyingKey::insecure_from_snarkjs_json(named()?, &bytes)
            } else {
                DevelopmentVerifyingKey::insecure_from_bytes(&bytes)
            };
            let key = key.map_err(refused)?;
            Self {
                circuit: key.circuit().clone(),
                key_id: key.key_id(),
                points: key.points().clone(),
                development: true,
                origin: KeyOrigin::Development,
                prepared: key.insecure_prepare(),
            }
        } else {
            let key = if snarkjs {
                VerifyingKey::from_snarkjs_json(named()?, &bytes)
            } else {
                VerifyingKey::from_bytes(&bytes)
            };
            let key = key.map_err(refused)?;
            Self {
                circuit: key.circuit().clone(),
                key_id: key.key_id(),
                points: key.points().clone(),
                development: false,
                origin: origin(key.points(), args)?,
                prepared: key.prepare(),
            }
        };
        let found = key.points.ic.len().saturating_sub(1);
        if !(evm::FEWEST_INPUTS..=MAX_PUBLIC_INPUTS).contains(&found) {
            return Err(ExportError::InputCount { path: path(), found });
        }
        let fact = key.circuit.name().fact();
        if Fact::new(fact).is_err() {
            return Err(ExportError::FactName { path: path(), fact: fact.to_owned() });
        }
        Ok(key)
    }

    /// The names of the public inputs, where the fact is known; numbers otherwise.
    pub(super) fn input_names(&self) -> Vec<String> {
        let count = self.points.ic.len().saturating_sub(1);
        let known: &[&str] = match self.circuit.name().fact() {
            RelayStatement::FACT => RelayStatement::INPUT_NAMES,
            GoldStatement::FACT => GoldStatement::INPUT_NAMES,
            _ => &workproof_protocol::COMMON_INPUT_NAMES,
        };
        let name = |index: usize| {
            known.get(index).map_or_else(|| format!("input {index}"), |name| (*name).to_owned())
        };
        (0..count).map(name).collect()
    }

    /// `relay-10`, or `relay-10-development`: for names in lower case.
    pub(super) fn label(&self) -> String {
        format!("{}{}", self.circuit.name(), if self.development { "-development" } else { "" })
    }

    /// What whoever reads the exported `thing` must know of the key, as lines that begin so and so; nothing where a ceremony's
    /// transcript vouches for it.
    pub(super) fn warning(&self, beginning: &str, thing: &str) -> String {
        match self.origin {
            KeyOrigin::Ceremony => String::new(),
            KeyOrigin::Unknown => format!(
                "{beginning}No ceremony's transcript was given for this key (`--transcript`). Whoever made it alone can forge \
                 proofs for it."
            ),
            _ => format!(
                "{beginning}DEVELOPMENT KEY: anyone can forge proofs for it. Never let this {thing} decide about money."
            ),
        }
    }

    /// What a contract for the key is called: `relay-10` becomes `Relay10Verifier`, or `Relay10DevelopmentVerifier`.
    pub(super) fn contract_name(&self) -> String {
        let kind = if self.development { "Development" } else { "" };
        format!("{}{kind}Verifier", identifier(self.circuit.name().as_str()))
    }
}

/// A circuit's name as an identifier that begins with no digit. No two names share one: a letter in upper case stands after a
/// hyphen, a digit after a letter does too, and one that does not, or that begins the name, has an underscore before it. So has a
/// digit after a hyphen after a digit.
fn identifier(name: &str) -> String {
    let mut identifier = String::with_capacity(name.len() + 4);
    let mut before = '-';
    for character in name.chars() {
        let last = identifier.chars().last();
        let follows_digit = last.is_none_or(|last| last.is_ascii_digit());
        match (before, character) {
            (_, '-') => {}
            ('-', letter) if letter.is_ascii_alphabetic() => identifier.push(letter.to_ascii_uppercase()),
            ('-', digit) if follows_digit => identifier.extend(['_', digit]),
            (letter, digit) if letter.is_ascii_alphabetic() && digit.is_ascii_digit() => {
                identifier.extend(['_', digit]);
            }
            (_, other) => identifier.push(other),
        }
        before = character;
    }
    identifier
}

/// Where a key comes from that the lint has nothing to say against. A transcript that is given must name this key.
fn origin(points: &VerifyingKeyPoints, args: &ExportArgs) -> Result<KeyOrigin, ExportError> {
    let Some(path) = &args.transcript else { return Ok(KeyOrigin::of(points, None)) };
    let digest = json::bytes_from_hexadecimal(&read_transcript(path)?.verifying_key_digest)
        .or(Err(ExportError::Transcript { path: path.clone() }))?;
    match KeyOrigin::of(points, Some(&digest)) {
        KeyOrigin::Unknown => Err(ExportError::OtherCeremony { path: args.key.clone() }),
        origin => Ok(origin),
    }
}

fn circuit_id(name: &str) -> Result<CircuitId, ExportError> {
    let digest = match pinned_digest(name) {
        Some(digest) => digest,
        None => return Err(UnknownCircuit { name: name.to_owned() }.into()),
    };
    AnyCircuit::by_name(name)?;
    Ok(CircuitId::new(CircuitName::new(name)?, CircuitDigest::new(digest)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use workproof_verifier::CircuitName;

    use super::identifier;

    #[test]
    fn contracts_have_names_of_their_own_that_compile() {
        for (name, expected) in [
            ("relay-10", "Relay10"),
            ("gold-256", "Gold256"),
            ("a-1-2", "A1_2"),
            ("a-12", "A12"),
            ("a1-2", "A_1_2"),
            ("sensor-v2-8", "SensorV_2_8"),
            ("3d-scan-4", "_3dScan4"),
        ] {
            assert_eq!(identifier(name), expected, "{name}");
        }
        // every name of up to six characters out of two letters' worth of each kind
        let mut names = vec![String::new()];
        let mut seen = BTreeMap::new();
        for _ in 0..6 {
            let longer = |name: &String| ["a", "b", "1", "2", "-"].map(|more| format!("{name}{more}"));
            names = names.iter().flat_map(longer).collect();
            for name in names.iter().filter(|name| CircuitName::new(name).is_ok()) {
                let identifier = identifier(name);
                assert!(!identifier.starts_with(|first: char| first.is_ascii_digit()), "{name}");
                if let Some(other) = seen.insert(identifier, name.clone()) {
                    panic!("{other} and {name}");
                }
            }
        }
        assert!(seen.len() > 500);
    }
}
