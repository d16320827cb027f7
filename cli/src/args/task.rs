//! Scope and message: computing them, and choosing one in another command.

use std::path::PathBuf;

use clap::Args;
use workproof_protocol::{Fact, Message, Scope};

use super::values::{WordArg, word};

const WORD: &str = "WORD";

/// A WORD is 0x and 64 hexadecimal digits, an address (0x and 40 digits), a number, or a name, which is hashed with keccak-256.
#[derive(Debug, Args)]
pub(crate) struct ScopeArgs {
    /// The network that defines the work and its unit.
    #[arg(long, value_name = WORD, value_parser = word)]
    pub(crate) network: WordArg,
    /// The chain that pays (its EIP-155 number).
    #[arg(long, value_name = "NUMBER")]
    pub(crate) chain_id: u64,
    /// The settlement contract on that chain.
    #[arg(long, value_name = WORD, value_parser = word)]
    pub(crate) settlement: WordArg,
    /// The fact: relay, gold, or one of your own.
    #[arg(long, value_parser = Fact::new)]
    pub(crate) fact: Fact,
    /// The task or the epoch.
    #[arg(long, value_name = WORD, value_parser = word)]
    pub(crate) task: WordArg,
    /// The policy under which the task pays [default: 0].
    #[arg(long, value_name = WORD, value_parser = word)]
    pub(crate) policy: Option<WordArg>,
    /// A file with the policy's text; its digest is the policy's word.
    #[arg(long, value_name = "FILE", conflicts_with = "policy")]
    pub(crate) policy_file: Option<PathBuf>,
    /// Write the fields to a file, for --scope-file.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Replace the file if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// A WORD is 0x and 64 hexadecimal digits, an address (0x and 40 digits), a number, or a name, which is hashed with keccak-256.
#[derive(Debug, Args)]
pub(crate) struct MessageArgs {
    /// Who receives the payment.
    #[arg(long, value_name = WORD, value_parser = word)]
    pub(crate) recipient: WordArg,
    /// The chain that pays (its EIP-155 number).
    #[arg(long, value_name = "NUMBER")]
    pub(crate) chain_id: u64,
    /// The settlement contract on that chain.
    #[arg(long, value_name = WORD, value_parser = word)]
    pub(crate) settlement: WordArg,
    /// The token of the payment; 0 is the chain's own.
    #[arg(long, value_name = WORD, value_parser = word, default_value = "0")]
    pub(crate) token: WordArg,
    /// The last moment to settle, in seconds since 1970.
    #[arg(long, value_name = "SECONDS")]
    pub(crate) deadline: u64,
    /// Write the fields to a file, for --payment.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Replace the file if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// A scope: the number itself, or its fields in a file.
#[derive(Clone, Debug, Args)]
#[group(id = "scope_choice", required = true, multiple = false)]
pub(crate) struct ScopeChoice {
    /// The scope, as a decimal number.
    #[arg(long, value_name = "DECIMAL")]
    pub(crate) scope: Option<Scope>,
    /// The fields of the scope, as `workproof scope --out` writes them.
    #[arg(long, value_name = "FILE")]
    pub(crate) scope_file: Option<PathBuf>,
}

/// A message: the number itself, or a payment in a file.
#[derive(Clone, Debug, Args)]
#[group(id = "message_choice", required = true, multiple = false)]
pub(crate) struct MessageChoice {
    /// The message, as a decimal number.
    #[arg(long, value_name = "DECIMAL")]
    pub(crate) message: Option<Message>,
    /// The payment, as `workproof message --out` writes it.
    #[arg(long, value_name = "FILE")]
    pub(crate) payment: Option<PathBuf>,
}
