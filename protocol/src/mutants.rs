//! Broken twins: the code of this crate with one check taken out, for tests that show what each check is for.
//!
//! Without the feature `mutants` nothing here is more than a constant `false`, and the checks are as they stand. With it a
//! test takes one check out for a while, in its own thread, by `with_broken`, and an attack that was refused must succeed.
//! No build without debug assertions has the feature.

/// One check that a twin lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Twin {
    /// An encoded number is below the order of its field; the twin reduces it.
    BelowOrder,
    /// A decimal has no leading zero.
    DecimalSpelledOnce,
    /// A key of JSON comes once.
    RepeatedKey,
    /// A packed point whose x is zero has no sign.
    SignOfZero,
    /// A public key is not the identity.
    KeyNotIdentity,
    /// A public key lies in the prime subgroup.
    KeyInSubgroup,
    /// The challenge of a signature depends on the key.
    KeyInChallenge,
    /// A voucher has exactly its length.
    VoucherLength,
    /// A voucher is for the scope.
    VoucherScope,
    /// A voucher is for the contributor.
    VoucherContributor,
    /// A voucher is within the cap of its attester.
    VoucherCap,
    /// A member's path has the form of a position in a registry of that size.
    PathOfPosition,
    /// The index of a path has no more bits than the path has siblings.
    PathIndexBits,
    /// The index of an attester is one of the tree's places.
    AttesterIndex,
    /// The commitment to a gold set holds its salt.
    SaltInCommitment,
    /// A scope holds the chain's number.
    ChainInScope,
    /// A scope holds the settlement.
    SettlementInScope,
    /// A message holds the recipient.
    RecipientInMessage,
}

#[cfg(feature = "mutants")]
std::thread_local! {
    static BROKEN: core::cell::Cell<Option<Twin>> = const { core::cell::Cell::new(None) };
}

/// Runs `body` with one check taken out, in this thread.
#[cfg(feature = "mutants")]
pub fn with_broken<R>(twin: Twin, body: impl FnOnce() -> R) -> R {
    let before = BROKEN.replace(Some(twin));
    let result = body();
    BROKEN.set(before);
    result
}

/// Whether this check is taken out.
#[cfg(feature = "mutants")]
pub(crate) fn is_broken(twin: Twin) -> bool {
    BROKEN.get() == Some(twin)
}

/// No check is taken out.
#[cfg(not(feature = "mutants"))]
pub(crate) const fn is_broken(_: Twin) -> bool {
    false
}
