//! What every command is given.

use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};
use thiserror::Error;
use workproof_prover::{CancelToken, KeyStore};

use crate::output::Output;

/// Nobody knows where keys should go.
#[derive(Clone, Copy, Debug, Error)]
#[error("there is no home directory to keep keys in; choose a directory with --keys-dir or WORKPROOF_KEYS")]
pub(crate) struct NoDataDirectory;

/// Where results go, where keys are, and whether the user wants to stop.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) output: Output,
    pub(crate) cancel: CancelToken,
    keys_dir: Option<PathBuf>,
}

impl Session {
    /// A session with a key directory of the user's choice.
    pub(crate) fn new(output: Output, keys_dir: Option<PathBuf>) -> Self {
        Self { output, cancel: CancelToken::new(), keys_dir }
    }

    /// The keys: in the directory that was chosen, or in the user's data directory.
    pub(crate) fn key_store(&self) -> Result<KeyStore, NoDataDirectory> {
        if let Some(directory) = &self.keys_dir {
            return Ok(KeyStore::new(directory));
        }
        let strategy = choose_base_strategy().or(Err(NoDataDirectory))?;
        Ok(KeyStore::new(strategy.data_dir().join("workproof").join("keys")))
    }

    /// From here on Ctrl-C ends long work in an orderly way; a second one ends the program at once.
    pub(crate) fn cancel_on_interrupt(&self) {
        let cancel = self.cancel.clone();
        let handler = move || {
            if cancel.is_cancelled() {
                std::process::exit(130);
            }
            cancel.cancel();
        };
        if let Err(error) = ctrlc::set_handler(handler) {
            self.output.warn(&format!("Ctrl-C will not end this in an orderly way: {error}"));
        }
    }
}
