//! The order of the public inputs, which circuits, verifiers and contracts follow. Changing it changes every key.

use workproof_protocol::{
    COMMON_INPUT_NAMES, Fact, Fr, GoldStatement, GoldTerms, RelayStatement, RelayTerms, Statement,
};

use crate::fixtures::{Mode, Network, Task};

fn packed(low: u64, middle: u64, high: u64) -> Fr {
    let shift = Fr::from(1_u64 << 32);
    Fr::from(low) + shift * Fr::from(middle) + shift * shift * Fr::from(high)
}

#[test]
fn relay_has_seven_inputs_in_this_order() {
    let (mut statement, _) = Network::new().claim();
    statement.terms = RelayTerms { slot: 3, slot_width: 500, attesters: 17 };
    let common = statement.common;
    assert_eq!(
        statement.public_inputs().as_slice(),
        [
            common.scope.to_field(),
            common.nullifier.to_field(),
            common.message.to_field(),
            Fr::from(common.amount),
            statement.contributors.root(),
            statement.attester_root,
            packed(3, 500, 17) + statement.contributors.size_in_terms(),
        ]
    );
    assert_eq!(
        RelayStatement::INPUT_NAMES,
        ["scope", "nullifier", "message", "amount", "contributor_root", "attester_root", "terms"]
    );
}

#[test]
fn gold_has_eight_inputs_in_this_order() {
    for mode in [Mode::Contributor, Mode::Grader] {
        let (mut statement, _) = Task::new().claim(mode);
        statement.terms = GoldTerms { upper_bound: 9, gold_count: 11, tolerance: 255 };
        let common = statement.common;
        assert_eq!(
            statement.public_inputs().as_slice(),
            [
                common.scope.to_field(),
                common.nullifier.to_field(),
                common.message.to_field(),
                Fr::from(common.amount),
                statement.contributors.map_or(Fr::from(0_u64), |registry| registry.root()),
                statement.gold_commitment,
                packed(9, 11, 255)
                    + Fr::from(statement.contributors.map_or(0, |r| u128::from(r.size()) << 96)),
                statement.answer_commitment,
            ]
        );
    }
    assert_eq!(
        GoldStatement::INPUT_NAMES,
        [
            "scope",
            "nullifier",
            "message",
            "amount",
            "contributor_root",
            "gold_commitment",
            "terms",
            "answer_commitment"
        ]
    );
}

#[test]
fn every_statement_begins_with_the_common_inputs_and_names_its_fact() {
    assert_eq!(RelayStatement::INPUT_NAMES[..4], COMMON_INPUT_NAMES);
    assert_eq!(GoldStatement::INPUT_NAMES[..4], COMMON_INPUT_NAMES);
    assert_eq!(Fact::new(RelayStatement::FACT), Ok(Fact::RELAY));
    assert_eq!(Fact::new(GoldStatement::FACT), Ok(Fact::GOLD));
}

#[test]
fn the_largest_terms_do_not_overlap() {
    let largest = RelayTerms { slot: u32::MAX, slot_width: u32::MAX, attesters: u32::MAX };
    let all = u64::from(u32::MAX);
    assert_eq!(largest.to_field(), packed(all, all, all));
    let whole = RelayTerms::whole_registry(5);
    assert!(whole.are_in_range());
    assert_eq!(whole.indices(), 0..78_125);
}
