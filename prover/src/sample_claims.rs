//! Claims that fill a circuit of workproof's own facts, for measurements and for trying other provers.
//!
//! Every secret in them is a public text, and they are the same on every machine: two people who measure the same
//! circuit prove the same statement with the same witness.

use thiserror::Error;
use workproof_protocol::gold::LabelSetError;
use workproof_protocol::{
    AnswerSet, Attester, AttesterTree, AttesterTreeError, Fr, GoldClaimant, GoldError, GoldRequest, GoldSet,
    GoldStatement, GoldWitness, Identity, LeanImt, LeanImtError, LeanImtProof, Message, PrivateKeyError,
    RegistryRoot, RelayError, RelayRequest, RelayStatement, RelayTerms, RelayWitness, Salt, Scope,
    SigningKey, Voucher,
};

/// Contributors in the registry besides the one who claims.
const OTHER_CONTRIBUTORS: u64 = 999;

/// Units of the first voucher; each further one has one more.
const UNITS: u64 = 1_000_000;

/// Every so many items one is gold.
const GOLD_EVERY: usize = 16;

/// Labels run from 1 to this.
const LABELS: usize = 10;

/// Why there is no sample claim of a size.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SampleClaimError {
    /// A key of the sample could not be made.
    #[error("a key of the sample could not be made")]
    Key(#[from] PrivateKeyError),
    /// The registry of contributors could not be made.
    #[error("the sample's registry of contributors could not be made")]
    Contributors(#[from] LeanImtError),
    /// The attesters do not fit a registry.
    #[error("the sample's registry of attesters could not be made")]
    Attesters(#[from] AttesterTreeError),
    /// The labels do not fit any circuit.
    #[error("the sample's labels do not fit a circuit of this capacity")]
    Labels(#[from] LabelSetError),
    /// The parts make no relay claim.
    #[error("the sample makes no relay claim")]
    Relay(#[from] RelayError),
    /// The parts make no gold claim.
    #[error("the sample makes no gold claim")]
    Gold(#[from] GoldError),
}

/// A relay claim with as many vouchers as fit, each of an attester of its own, in a registry of a thousand contributors.
///
/// ```
/// let (statement, witness) = workproof_prover::sample_claims::relay(10)?;
/// assert_eq!((statement.terms.attesters, witness.vouchers.len()), (10, 10));
/// # Ok::<(), workproof_prover::sample_claims::SampleClaimError>(())
/// ```
///
/// # Errors
/// [`SampleClaimError`] for a capacity that no circuit has.
pub fn relay(capacity: usize) -> Result<(RelayStatement, RelayWitness), SampleClaimError> {
    let (identity, contributors, membership) = contributor()?;
    let keys =
        (0..capacity).map(|index| SigningKey::from_private_key(format!("attester {index}").as_bytes()));
    let keys = keys.collect::<Result<Vec<_>, _>>()?;
    let enrolled = keys.iter().map(|key| Attester::new(*key.public_key(), u64::MAX));
    let attesters = AttesterTree::from_attesters(enrolled)?;
    let (scope, message) = scope_and_message();
    let vouchers: Vec<Voucher> = (0_u32..)
        .zip(&keys)
        .map(|(index, key)| Voucher::issue(key, scope, identity.id(), UNITS + u64::from(index), index))
        .collect();
    let request = RelayRequest {
        scope,
        message,
        identity: &identity,
        contributors,
        membership: &membership,
        attesters: &attesters,
        vouchers: &vouchers,
        slot: 0,
        slot_width: RelayTerms::whole_registry(0).slot_width,
        amount: None,
        least_attesters: None,
    };
    Ok(request.assemble(capacity)?)
}

/// A contributor's gold claim with as many items as fit, every sixteenth of them gold, and every answer right.
///
/// ```
/// let (statement, _) = workproof_prover::sample_claims::gold(256)?;
/// assert_eq!(statement.terms.gold_count, 16);
/// # Ok::<(), workproof_prover::sample_claims::SampleClaimError>(())
/// ```
///
/// # Errors
/// [`SampleClaimError`] for a capacity that no circuit has.
pub fn gold(capacity: usize) -> Result<(GoldStatement, GoldWitness), SampleClaimError> {
    let (identity, contributors, membership) = contributor()?;
    let label = |item: usize| u8::try_from(item % LABELS + 1).unwrap_or_default();
    let gold = (0..capacity).map(|item| if item % GOLD_EVERY == 0 { label(item) } else { 0 }).collect();
    let gold = GoldSet::new(gold, Salt::from_bytes(&[1; 31]))?;
    let answers = AnswerSet::new((0..capacity).map(label).collect(), Salt::from_bytes(&[2; 31]))?;
    let (scope, message) = scope_and_message();
    let request = GoldRequest {
        scope,
        message,
        claimant: GoldClaimant::Contributor { identity: &identity, contributors, membership: &membership },
        gold: &gold,
        answers: &answers,
        gold_commitment: gold.commitment(scope, capacity)?,
        answer_commitment: answers.commitment(scope, identity.id(), message, capacity)?,
        tolerance: 0,
        amount: 1,
        upper_bound: None,
    };
    Ok(request.assemble(capacity)?)
}

/// The one who claims, in a registry.
fn contributor() -> Result<(Identity, RegistryRoot, LeanImtProof), SampleClaimError> {
    let identity = Identity::from_text("sample contributor")?;
    let others = (1..=OTHER_CONTRIBUTORS).map(Fr::from);
    let registry = LeanImt::from_leaves(others.chain([identity.commitment()]))?;
    let membership = registry.proof_of(identity.commitment())?;
    let root = registry.registry_root().ok_or(LeanImtError::NotAMember)?;
    Ok((identity, root, membership))
}

fn scope_and_message() -> (Scope, Message) {
    (Scope::from_field(Fr::from(1_u64)), Message::from_field(Fr::from(2_u64)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_fill_their_circuits_and_are_the_same_every_time() {
        let (statement, witness) = relay(46).unwrap();
        assert_eq!(witness.vouchers.len(), 46);
        assert_eq!(statement, relay(46).unwrap().0);
        let (statement, _) = gold(1024).unwrap();
        assert_eq!(statement.terms.gold_count, 64);
        assert_eq!(statement, gold(1024).unwrap().0);
    }

    #[test]
    fn refuses_sizes_that_no_circuit_has() {
        assert!(gold(usize::from(u16::MAX)).is_err());
    }
}
