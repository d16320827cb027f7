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

    /// What a contract for the key is called: `relay-10` becomes `Relay10Verifier`, or `Relay10DevelopmentVerifier`.
    pub(super) fn contract_name(&self) -> String {
        let parts = self.circuit.name().as_str().split('-').map(|part| {
            let (first, rest) = part.split_at_checked(1).unwrap_or((part, ""));
            [&first.to_ascii_uppercase(), rest].concat()
        });
        let kind = if self.development { "Development" } else { "" };
        format!("{}{kind}Verifier", parts.collect::<String>())
    }
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
