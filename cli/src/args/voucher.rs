//! Vouchers.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use workproof_protocol::ContributorId;

use super::task::ScopeChoice;

/// Vouchers.
#[derive(Debug, Subcommand)]
pub(crate) enum VoucherCommand {
    /// Sign a running total for a contributor (attesters do this).
    Sign(VoucherSign),
    /// Show what a voucher says and whether its signature is right.
    Inspect(VoucherInspect),
    /// Check all that proving will need, on receipt (contributors do this).
    Accept(VoucherAccept),
}

/// What to sign.
#[derive(Debug, Args)]
pub(crate) struct VoucherSign {
    /// The attester's key file.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    #[command(flatten)]
    pub(crate) scope: ScopeChoice,
    /// The contributor's id.
    #[arg(long, value_name = "ID")]
    pub(crate) contributor: ContributorId,
    /// The running total.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) units: u64,
    /// The registry of attesters: gives the attester's place and checks the cap.
    #[arg(long, value_name = "FILE", required_unless_present = "index")]
    pub(crate) attesters: Option<PathBuf>,
    /// The attester's place in the registry.
    #[arg(long, value_name = "NUMBER", conflicts_with = "attesters")]
    pub(crate) index: Option<u32>,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace the file if it exists.
    #[arg(long)]
    pub(crate) force: bool,
}

/// What to look at.
#[derive(Debug, Args)]
pub(crate) struct VoucherInspect {
    /// The voucher's file.
    #[arg(value_name = "FILE")]
    pub(crate) voucher: PathBuf,
}

/// What to accept, and for what.
#[derive(Debug, Args)]
pub(crate) struct VoucherAccept {
    /// The vouchers' files, or directories of them.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) vouchers: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) scope: ScopeChoice,
    /// The contributor's id.
    #[arg(long, value_name = "ID")]
    pub(crate) contributor: ContributorId,
    /// The registry of attesters.
    #[arg(long, value_name = "FILE")]
    pub(crate) attesters: PathBuf,
}
