//! Hidden labels (A20).

use crate::attack::{Twin, carry_out};
use crate::fixtures::Task;
use workproof_protocol::mutants::Twin::SaltInCommitment;
use workproof_protocol::{GoldSet, Salt};

/// The labels are not among the ones that were tried.
#[derive(Debug, PartialEq, Eq)]
struct NotFound;

#[test]
fn a_gold_set_is_not_found_by_trying_a20() {
    let scope = Task::new().scope;
    let commitment = |labels: [u8; 3], salt: u8| {
        let set = GoldSet::new(labels.to_vec(), Salt::from_bytes(&[salt; 31])).unwrap();
        set.commitment(scope, 256).unwrap()
    };
    let hidden = [3, 0, 2];
    let attack = || {
        let published = commitment(hidden, 0x5a);
        let tries = (0..64u8).map(|code| [code / 16, code / 4 % 4, code % 4]);
        let found = tries.into_iter().find(|labels| commitment(*labels, 1) == published).ok_or(NotFound)?;
        assert_eq!(found, hidden);
        Ok(())
    };
    let what = "all labels tried against the published commitment";
    carry_out("A20", what, NotFound, Twin::Protocol(SaltInCommitment), attack);
}
