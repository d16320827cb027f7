//! The identity of a contributor: `{ "export", "public_key", "commitment" }`. Secret.
//!
//! `export` is Semaphore's: the private key in base64. A file with that text alone is read as well.

use std::path::Path;

use serde::{Deserialize, Serialize};
use workproof_protocol::json::Object;
use workproof_protocol::{ContributorId, Identity, PublicKey};
use zeroize::Zeroizing;

use super::error::FileError;
use super::read::{Kind, MAX_SMALL_FILE_BYTES, json_from_bytes, read_bytes};
use super::write::{Existing, write_secret_json};

const KIND: Kind = Kind { what: "an identity file", limit: MAX_SMALL_FILE_BYTES };

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    export: Zeroizing<String>,
    public_key: PublicKey,
    commitment: ContributorId,
}

/// Reads an identity.
pub(crate) fn read_identity(path: &Path) -> Result<Identity, FileError> {
    let bytes = read_bytes(path, KIND)?;
    let private_key = |source| FileError::PrivateKey { path: path.to_path_buf(), source };
    if !bytes.trim_ascii_start().starts_with(b"{") {
        let text = std::str::from_utf8(bytes.trim_ascii());
        let text = text.or(Err(FileError::Text { path: path.to_path_buf(), what: KIND.what }))?;
        return Identity::import(text).map_err(private_key);
    }
    let Object(form): Object<Form> = json_from_bytes(path, KIND, &bytes)?;
    let identity = Identity::import(&form.export).map_err(private_key)?;
    if form.public_key != *identity.public_key() || form.commitment != identity.id() {
        return Err(FileError::PublicPart { path: path.to_path_buf() });
    }
    Ok(identity)
}

/// Writes an identity, for its owner's eyes alone.
pub(crate) fn write_identity(path: &Path, identity: &Identity, existing: Existing) -> Result<(), FileError> {
    let form =
        Form { export: identity.export(), public_key: *identity.public_key(), commitment: identity.id() };
    write_secret_json(path, &form, existing)
}
