//! What workproof adds to a `.zkey`: which circuit the key belongs to. snarkjs and rapidsnark pass over the section.
//!
//! ```text
//! version         1 byte, 1
//! kind            1 byte, 0 from a ceremony, 1 development
//! circuit digest 32 bytes
//! name length     1 byte
//! circuit name    ASCII
//! ```

use workproof_verifier::{CircuitDigest, CircuitId, CircuitName};

use super::ZkeyError;

const VERSION: u8 = 1;

/// Which circuit a key belongs to, and whether it was made for development.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyMetadata {
    /// The circuit's name and digest.
    pub circuit: CircuitId,
    /// Whether the key says of itself that it is a development key. (Its delta says so reliably.)
    pub development: bool,
}

impl KeyMetadata {
    /// Puts a circuit and the key's kind together.
    #[must_use]
    pub const fn new(circuit: CircuitId, development: bool) -> Self {
        Self { circuit, development }
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, ZkeyError> {
        let malformed = || ZkeyError::Metadata;
        let ([version, kind], rest) = bytes.split_first_chunk().ok_or_else(malformed)?;
        let (digest, rest) = rest.split_first_chunk().ok_or_else(malformed)?;
        let (length, name) = rest.split_first().ok_or_else(malformed)?;
        if *version != VERSION || *kind > 1 || usize::from(*length) != name.len() {
            return Err(ZkeyError::Metadata);
        }
        let name = core::str::from_utf8(name).or(Err(ZkeyError::Metadata))?;
        let name = CircuitName::new(name).map_err(ZkeyError::Name)?;
        Ok(Self { circuit: CircuitId::new(name, CircuitDigest::new(*digest)), development: *kind == 1 })
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let name = self.circuit.name().as_str().as_bytes();
        let mut out = vec![VERSION, u8::from(self.development)];
        out.extend(self.circuit.digest().to_bytes());
        // names have at most 48 bytes, by their type
        out.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
        out.extend(name);
        out
    }
}
