//! `voucher`: signing, looking at and accepting vouchers.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::attester_tree::ATTESTER_TREE_CAPACITY;
use workproof_protocol::{
    AttesterTree, ContributorId, Scope, SignatureError, SigningKey, Voucher, VoucherError,
};

use super::task::scope_of;
use crate::args::{VoucherAccept, VoucherCommand, VoucherInspect, VoucherSign};
use crate::files::{
    Existing, FileError, read_attester_key, read_attesters, read_voucher, read_vouchers, write_public_json,
};
use crate::session::Session;
use crate::table::{Table, grouped};
use crate::verdict::Verdict;

/// Why a command about vouchers failed.
#[derive(Debug, Error)]
pub(crate) enum VoucherCommandError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The key is not in the registry.
    #[error("this attester's key is not in {path}; enrol it with `workproof attesters add`")]
    NotEnrolled {
        /// The registry.
        path: PathBuf,
    },
    /// Nobody could use such a voucher.
    #[error("no claim could use this voucher")]
    NotAcceptable(#[source] VoucherError),
    /// The voucher is not accepted.
    #[error("{path} is not accepted")]
    Refused {
        /// The voucher.
        path: PathBuf,
        #[source]
        source: VoucherError,
    },
    /// The voucher names a place where nobody is.
    #[error("{path} is not accepted: nobody is enrolled at attester index {index}")]
    Unregistered {
        /// The voucher.
        path: PathBuf,
        /// The index.
        index: u32,
    },
    /// The signature is wrong.
    #[error("{path} has a wrong signature; ask the attester for a new voucher")]
    Signature {
        /// The voucher.
        path: PathBuf,
        #[source]
        source: SignatureError,
    },
    /// Two vouchers are of one attester.
    #[error(
        "{first} and {second} are of one attester (index {index}); keep only the one with the larger total"
    )]
    Twice {
        /// The first voucher.
        first: PathBuf,
        /// The second voucher.
        second: PathBuf,
        /// The attester.
        index: u32,
    },
}

impl VoucherCommandError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::File(_) => Verdict::BadInput,
            _ => Verdict::Refused,
        }
    }
}

/// Runs `voucher`.
pub(crate) fn voucher(command: &VoucherCommand, session: &Session) -> Result<(), VoucherCommandError> {
    match command {
        VoucherCommand::Sign(sign) => sign_voucher(sign, session),
        VoucherCommand::Inspect(inspect) => inspect_voucher(inspect, session),
        VoucherCommand::Accept(accept) => accept_vouchers(accept, session),
    }
}

#[derive(Serialize)]
struct VoucherReport {
    file: PathBuf,
    scope: Scope,
    contributor: ContributorId,
    units: String,
    attester_index: u32,
    signature: &'static str,
}

impl VoucherReport {
    fn new(file: &Path, voucher: &Voucher) -> Self {
        Self {
            file: file.to_path_buf(),
            scope: voucher.scope,
            contributor: voucher.contributor,
            units: voucher.units.to_string(),
            attester_index: voucher.attester_index,
            signature: "valid",
        }
    }
}

impl fmt::Display for VoucherReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "scope        {}", self.scope)?;
        writeln!(formatter, "contributor  {}", self.contributor)?;
        writeln!(formatter, "units        {}", grouped(&self.units))?;
        writeln!(formatter, "attester     index {}", self.attester_index)?;
        writeln!(formatter, "signature    {}", self.signature)?;
        writeln!(formatter, "file         {}", self.file.display())
    }
}

#[derive(Serialize)]
struct AcceptReport {
    accepted: Vec<AcceptedVoucher>,
    units: String,
}

#[derive(Serialize)]
struct AcceptedVoucher {
    file: PathBuf,
    attester_index: u32,
    units: String,
    cap: String,
}

impl fmt::Display for AcceptReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new(["voucher", "attester", "units", "cap"]);
        for voucher in &self.accepted {
            let AcceptedVoucher { file, attester_index, units, cap } = voucher;
            table.row([file.display().to_string(), attester_index.to_string(), grouped(units), grouped(cap)]);
        }
        write!(
            formatter,
            "{table}\naccepted: {} vouchers, {} units",
            self.accepted.len(),
            grouped(&self.units)
        )
    }
}

fn sign_voucher(sign: &VoucherSign, session: &Session) -> Result<(), VoucherCommandError> {
    let key = read_attester_key(&sign.key)?;
    let scope = scope_of(&sign.scope)?;
    let voucher = match (&sign.attesters, sign.index) {
        (Some(path), _) => {
            let tree = read_attesters(path)?;
            sign_enrolled(&key, scope, sign, &tree, path)?
        }
        (None, index) => {
            let index = index.unwrap_or(ATTESTER_TREE_CAPACITY);
            if index >= ATTESTER_TREE_CAPACITY {
                return Err(VoucherCommandError::NotAcceptable(VoucherError::IndexRange { index }));
            }
            Voucher::issue(&key, scope, sign.contributor, sign.units, index)
        }
    };
    write_public_json(&sign.out, &voucher, Existing::from_force(sign.force))?;
    session.output.result(&VoucherReport::new(&sign.out, &voucher));
    Ok(())
}

/// Signs with the place of the registry, and refuses what a contributor would have to refuse.
fn sign_enrolled(
    key: &SigningKey,
    scope: Scope,
    sign: &VoucherSign,
    tree: &AttesterTree,
    path: &Path,
) -> Result<Voucher, VoucherCommandError> {
    let not_enrolled = || VoucherCommandError::NotEnrolled { path: path.to_path_buf() };
    let index = tree.index_of(key.public_key()).ok_or_else(not_enrolled)?;
    let attester = tree.attester(index).ok_or_else(not_enrolled)?;
    let voucher = Voucher::issue(key, scope, sign.contributor, sign.units, index);
    voucher.accept(scope, sign.contributor, index, attester).map_err(VoucherCommandError::NotAcceptable)?;
    Ok(voucher)
}

fn inspect_voucher(inspect: &VoucherInspect, session: &Session) -> Result<(), VoucherCommandError> {
    let voucher = read_voucher(&inspect.voucher)?;
    let refuse = |source| VoucherCommandError::Signature { path: inspect.voucher.clone(), source };
    voucher.verify().map_err(refuse)?;
    session.output.result(&VoucherReport::new(&inspect.voucher, &voucher));
    Ok(())
}

fn accept_vouchers(accept: &VoucherAccept, session: &Session) -> Result<(), VoucherCommandError> {
    let scope = scope_of(&accept.scope)?;
    let tree = read_attesters(&accept.attesters)?;
    let vouchers = read_vouchers(&accept.vouchers)?;
    let mut accepted = Vec::with_capacity(vouchers.len());
    let mut units = 0_u128;
    for (position, (path, voucher)) in vouchers.iter().enumerate() {
        let index = voucher.attester_index;
        let unregistered = || VoucherCommandError::Unregistered { path: path.clone(), index };
        let attester = tree.attester(index).ok_or_else(unregistered)?;
        let refuse = |source| VoucherCommandError::Refused { path: path.clone(), source };
        voucher.accept(scope, accept.contributor, index, attester).map_err(refuse)?;
        let earlier = vouchers.iter().take(position).find(|(_, earlier)| earlier.attester_index == index);
        if let Some((first, _)) = earlier {
            return Err(VoucherCommandError::Twice { first: first.clone(), second: path.clone(), index });
        }
        units += u128::from(voucher.units);
        accepted.push(AcceptedVoucher {
            file: path.clone(),
            attester_index: index,
            units: voucher.units.to_string(),
            cap: attester.cap.to_string(),
        });
    }
    session.output.result(&AcceptReport { accepted, units: units.to_string() });
    Ok(())
}
