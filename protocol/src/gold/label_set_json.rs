//! The JSON form of a set of labels with its salt. It is a secret: it is built only when asked for by name.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use zeroize::Zeroizing;

use super::label_set::LabelSetError;
use super::salt::Salt;
use crate::field::{Fr, fr_to_decimal};
use crate::json::Object;

/// The version of the form.
const VERSION: u8 = 1;

/// Bytes of the text besides the labels, at the most: its keys, the kind and a salt of 77 digits.
const FRAME_BYTES: usize = 160;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelSetJson<'a> {
    version: u8,
    #[serde(borrow)]
    kind: &'a str,
    #[serde(with = "crate::json::field_text")]
    salt: Fr,
    labels: Labels,
}

/// Writes into a string that is large enough from the beginning: one that grows leaves its content behind.
pub(super) fn write(kind: &str, labels: &[u8], salt: &Salt) -> Zeroizing<String> {
    let mut json = Zeroizing::new(String::with_capacity(FRAME_BYTES + 4 * labels.len()));
    let salt = Zeroizing::new(fr_to_decimal(salt.expose_secret()));
    for part in ["{\"version\":1,\"kind\":\"", kind, "\",\"salt\":\"", &salt, "\",\"labels\":["] {
        json.push_str(part);
    }
    for (index, label) in labels.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        for unit in [100, 10, 1].into_iter().filter(|unit| label >= unit || *unit == 1) {
            json.push(char::from(b'0' + label / unit % 10));
        }
    }
    json.push_str("]}");
    json
}

/// Labels as they are read. Memory that has become too small is wiped, which a vector would not do.
struct Labels(Zeroizing<Vec<u8>>);

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(LabelsVisitor)
    }
}

struct LabelsVisitor;

impl<'de> Visitor<'de> for LabelsVisitor {
    type Value = Labels;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of labels from 0 to 255")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Labels, A::Error> {
        let mut labels = Zeroizing::new(Vec::with_capacity(256));
        while let Some(label) = list.next_element()? {
            if labels.len() == labels.capacity() {
                let mut larger = Zeroizing::new(Vec::with_capacity(2 * labels.len()));
                larger.extend_from_slice(&labels);
                labels = larger;
            }
            labels.push(label);
        }
        Ok(Labels(labels))
    }
}

pub(super) fn read(kind: &str, json: &str) -> Result<(Vec<u8>, Salt), LabelSetError> {
    let mistake =
        |error: serde_json::Error| LabelSetError::Json { line: error.line(), column: error.column() };
    let Object(form): Object<LabelSetJson<'_>> = serde_json::from_str(json).map_err(mistake)?;
    let (Labels(mut labels), salt) = (form.labels, Salt::from_field(form.salt));
    if form.version == VERSION && form.kind == kind {
        Ok((core::mem::take(&mut *labels), salt))
    } else {
        Err(LabelSetError::Json { line: 1, column: 0 })
    }
}
