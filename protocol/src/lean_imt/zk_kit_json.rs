//! zk-kit's `export()` and `import()`: all levels as arrays of decimal strings, leaves first.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use thiserror::Error;

use super::{LEAN_IMT_MAX_DEPTH, LeanImt, LeanImtError};
use crate::decode_error::DecodeError;
use crate::field::{Fr, fr_from_decimal, fr_to_decimal};

/// Why an exported tree was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LeanImtImportError {
    /// The text is not an array of arrays of strings.
    #[error("not an exported tree: line {line}, column {column}")]
    Json {
        /// Line of the mistake, from one.
        line: usize,
        /// Column of the mistake, from one.
        column: usize,
    },
    /// A leaf is not a canonical field element.
    #[error("a node is not a canonical field element")]
    Node(#[source] DecodeError),
    /// The leaves make no tree.
    #[error("the leaves make no tree")]
    Tree(#[source] LeanImtError),
    /// The nodes are not the hashes of the leaves.
    #[error("the nodes are not the hashes of the leaves")]
    Hashes,
}

impl LeanImt {
    /// The tree as zk-kit's `export()` writes it.
    #[must_use]
    pub fn export(&self) -> String {
        let quote = |node: &Fr| ["\"", &fr_to_decimal(node), "\""].concat();
        let list =
            |nodes: &Vec<Fr>| ["[", &nodes.iter().map(quote).collect::<Vec<_>>().join(","), "]"].concat();
        let levels: Vec<String> = self.levels.iter().map(list).collect();
        // An empty tree has one empty level there.
        let levels = if levels.is_empty() { "[]".to_string() } else { levels.join(",") };
        ["[", &levels, "]"].concat()
    }

    /// Reads a tree that zk-kit's `export()` wrote. Every node is hashed again and compared.
    ///
    /// # Errors
    /// [`LeanImtImportError`].
    pub fn import(exported: &str) -> Result<Self, LeanImtImportError> {
        let json = |error: serde_json::Error| LeanImtImportError::Json {
            line: error.line(),
            column: error.column(),
        };
        let levels: Vec<Vec<String>> = serde_json::from_str(exported).map_err(json)?;
        let leaves: Result<Vec<Fr>, DecodeError> =
            levels.first().into_iter().flatten().map(|leaf| fr_from_decimal(leaf)).collect();
        let leaves = leaves.map_err(LeanImtImportError::Node)?;
        if leaves.len() > 1 << LEAN_IMT_MAX_DEPTH {
            return Err(LeanImtImportError::Tree(LeanImtError::Full));
        }
        // a zero is a member that was removed
        let mut tree = Self::new();
        tree.append(leaves);
        let same_level = |(given, nodes): (&Vec<String>, &Vec<Fr>)| {
            given.iter().eq(nodes.iter().map(fr_to_decimal).collect::<Vec<_>>().iter())
        };
        let empty: &[Vec<Fr>] = &[Vec::new()];
        let expected = if tree.is_empty() { empty } else { &tree.levels };
        if levels.len() == expected.len() && levels.iter().zip(expected).all(same_level) {
            Ok(tree)
        } else {
            Err(LeanImtImportError::Hashes)
        }
    }
}
