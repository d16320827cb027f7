//! The private side of a relay claim.

use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroize;

use crate::attester_tree::{Attester, AttesterPath};
use crate::babyjubjub::PublicKey;
use crate::eddsa::Signature;
use crate::identity::IdentitySecret;
use crate::lean_imt::LeanImtProof;

/// One voucher as the statement needs it: what was signed, by whom, and where they are enrolled.
#[derive(Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "its fields are the witness of one place of the circuit")]
pub struct RelayVoucher {
    /// The running total.
    pub units: u64,
    /// The place of the attester in the registry.
    pub index: u32,
    /// The cap in the attester's leaf.
    pub cap: u64,
    /// The key of the attester.
    pub attester: PublicKey,
    /// The attester's signature.
    pub signature: Signature,
    /// The path from the leaf to the attester root.
    pub path: AttesterPath,
}

impl RelayVoucher {
    /// The attester that the leaf is made of.
    #[must_use]
    pub const fn enrolled(&self) -> Attester {
        Attester::new(self.attester, self.cap)
    }
}

impl Drop for RelayVoucher {
    fn drop(&mut self) {
        self.units.zeroize();
        self.index.zeroize();
        self.path.index.zeroize();
        self.path.siblings.iter_mut().for_each(Zeroize::zeroize);
        self.signature.s.zeroize();
        self.signature.r.x.zeroize();
        self.signature.r.y.zeroize();
    }
}

impl fmt::Debug for RelayVoucher {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RelayVoucher(<redacted>)")
    }
}

/// All that the prover knows and does not show. It never prints what it holds, and wipes it when dropped.
#[derive(Clone)]
#[expect(clippy::exhaustive_structs, reason = "its fields are the witness of the circuit")]
pub struct RelayWitness {
    /// The secret scalar of the contributor.
    pub identity: IdentitySecret,
    /// The path from the contributor's id to the contributor root.
    pub membership: LeanImtProof,
    /// The vouchers, by increasing index.
    pub vouchers: Vec<RelayVoucher>,
}

impl fmt::Debug for RelayWitness {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RelayWitness(<redacted>)")
    }
}

impl Drop for RelayWitness {
    fn drop(&mut self) {
        // The secret wipes itself; what would tell who proved, and what they were paid for, goes here.
        self.membership.index.zeroize();
        self.membership.siblings.zeroize();
    }
}
