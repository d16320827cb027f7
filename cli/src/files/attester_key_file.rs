//! The signing key of an attester: `{ "private_key", "public_key" }`. Secret.

use std::path::Path;

use serde::{Deserialize, Serialize};
use workproof_protocol::json::Object;
use workproof_protocol::{PublicKey, SigningKey, json};
use zeroize::Zeroizing;

use super::error::FileError;
use super::read::{Kind, MAX_SMALL_FILE_BYTES, read_json};
use super::write::{Existing, write_secret_json};

const KIND: Kind = Kind { what: "an attester's key file", limit: MAX_SMALL_FILE_BYTES };

/// Bytes of a private key.
const PRIVATE_KEY_BYTES: usize = 32;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    /// 32 bytes, `0x` and lower-case hexadecimal.
    private_key: Zeroizing<String>,
    public_key: PublicKey,
}

/// Reads a signing key.
pub(crate) fn read_attester_key(path: &Path) -> Result<SigningKey, FileError> {
    let Object(form): Object<Form> = read_json(path, KIND)?;
    let private_key = |source| FileError::PrivateKey { path: path.to_path_buf(), source };
    let bytes = json::bytes_from_hexadecimal::<PRIVATE_KEY_BYTES>(&form.private_key)
        .map_err(|error| private_key(workproof_protocol::PrivateKeyError::Encoding(error)))?;
    let key = SigningKey::from_private_key(&*Zeroizing::new(bytes)).map_err(private_key)?;
    if form.public_key == *key.public_key() {
        Ok(key)
    } else {
        Err(FileError::PublicPart { path: path.to_path_buf() })
    }
}

/// Writes the private key of an attester, for its owner's eyes alone, and returns the key made of it.
pub(crate) fn write_attester_key(
    path: &Path,
    private_key: &Zeroizing<[u8; PRIVATE_KEY_BYTES]>,
    existing: Existing,
) -> Result<SigningKey, FileError> {
    let key = SigningKey::from_private_key(&**private_key)
        .map_err(|source| FileError::PrivateKey { path: path.to_path_buf(), source })?;
    let text = Zeroizing::new(json::bytes_to_hexadecimal(&**private_key));
    write_secret_json(path, &Form { private_key: text, public_key: *key.public_key() }, existing)?;
    Ok(key)
}
