//! The JSON form of a set of labels with its salt. It is a secret: it is built only when asked for by name.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::label_set::LabelSetError;
use super::salt::Salt;
use crate::field::Fr;
use crate::json::Object;

/// The version of the form.
const VERSION: u8 = 1;

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelSetJson<'a> {
    version: u8,
    #[serde(borrow)]
    kind: &'a str,
    #[serde(with = "crate::json::field_text")]
    salt: Fr,
    labels: Vec<u8>,
}

pub(super) fn write(kind: &str, labels: &[u8], salt: &Salt) -> Zeroizing<String> {
    let form = LabelSetJson { version: VERSION, kind, salt: *salt.expose_secret(), labels: labels.to_vec() };
    let json = serde_json::to_string(&form).unwrap_or_default();
    drop(Zeroizing::new(form.labels));
    Zeroizing::new(json)
}

pub(super) fn read(kind: &str, json: &str) -> Result<(Vec<u8>, Salt), LabelSetError> {
    let mistake =
        |error: serde_json::Error| LabelSetError::Json { line: error.line(), column: error.column() };
    let Object(form): Object<LabelSetJson<'_>> = serde_json::from_str(json).map_err(mistake)?;
    let (labels, salt) = (form.labels, Salt::from_field(form.salt));
    if form.version == VERSION && form.kind == kind {
        Ok((labels, salt))
    } else {
        drop(Zeroizing::new(labels));
        Err(LabelSetError::Json { line: 1, column: 0 })
    }
}
