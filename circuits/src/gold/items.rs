//! One item: `clause:gold-label-range` (the answer has 8 bits) and the comparison that `clause:gold-count`,
//! `clause:gold-score-lower` and `clause:gold-score-upper` add up. 32 rows.
//!
//! | rows | what |
//! |---|---|
//! | 8 | `0 ≤ answer < 2^8` |
//! | 9 | `difference = answer − gold` in `[−2^8, 2^8)`; its top bit is the sign |
//! | 1 | `distance = abs(difference)` |
//! | 9 | `tolerance − distance` in `[−2^8, 2^8)`; its top bit says whether the answer is near |
//! | 2 | `is_gold = [gold ≠ 0]` |
//! | 2 | `both = is_gold · [answer ≠ 0]`, by `answer · i = both` and `(is_gold − both) · answer = 0` |
//! | 1 | `matches = both · near` |
//!
//! **The range of a gold label.** It follows from the two ranges above that `gold` lies in `[−255, 511]`; it is not cut to 8
//! bits, which would cost 8 rows an item. Packed by 10 bits, labels in a window of 767 values still have one packing
//! only (see [`gold_commitment`](super::gold_commitment)), so a commitment opens to one list of labels. A requester who
//! packs 8-bit labels, as every maker of commitments here does, has fixed exactly those. One who commits to a label
//! outside 8 bits has made a set that no [`GoldSet`](workproof_protocol::GoldSet) opens, and with which some answers
//! have no claim at all (where the difference leaves its range). That is no more than not opening the set.

use super::terms::Terms;
use crate::gadgets::range::{bits, enforce_in_range, is_nonzero};
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};
use workproof_protocol::gold::GoldWitness;

/// The forms of one item.
pub(super) struct ItemVar {
    pub(super) gold: Linear,
    pub(super) answer: Linear,
    pub(super) is_gold: Linear,
    pub(super) matches: Linear,
}

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    capacity: usize,
    terms: &Terms,
    witness: Option<&GoldWitness>,
) -> Vec<ItemVar> {
    let label = |labels: Option<&[u8]>, index: usize| labels.and_then(|l| l.get(index)).copied().unwrap_or(0);
    let pairs: Vec<(u8, u8)> = (0..capacity)
        .map(|i| {
            (
                label(witness.map(|w| w.gold.expose_labels()), i),
                label(witness.map(|w| w.answers.expose_labels()), i),
            )
        })
        .collect();
    cs.for_each(pairs, |cs, (gold, answer)| item(cs, terms, gold, answer))
}

fn item(cs: &mut ConstraintSystem, terms: &Terms, gold: u8, answer: u8) -> ItemVar {
    cs.enter_clause("clause:gold-label-range");
    let answer = cs.free_input("answer", Domain::Between(0, 255), || Fr::from(answer));
    enforce_in_range(cs, &answer, 8);

    cs.enter_clause("clause:gold-score-lower");
    let gold = cs.free_input("gold label", Domain::Between(-255, 511), || Fr::from(gold));
    let offset = Linear::from(256u64);
    let difference = &answer - &gold;
    let not_negative = top_bit(cs, &(&difference + &offset));
    let distance = cs.product(&difference, &(not_negative.doubled() - Linear::from(Fr::ONE)));
    let near = top_bit(cs, &(&terms.tolerance - &distance + &offset));

    let is_gold = is_nonzero(cs, &gold);
    let answered = if answer.value() == Fr::ZERO { Fr::ZERO } else { is_gold.value() };
    let inverse = cs.hint(|| answered * answer.value().inverse().unwrap_or_default());
    let both = cs.hint(|| answered);
    cs.enforce(&inverse, &answer, &both);
    cs.enforce(&(&is_gold - &both), &answer, &Linear::zero());
    let matches = cs.product(&both, &near);
    ItemVar { gold, answer, is_gold, matches }
}

/// The top bit of a number of 9 bits.
fn top_bit(cs: &mut ConstraintSystem, x: &Linear) -> Linear {
    bits(cs, x, 9).pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::r1cs::{Assignment, R1cs, shape_and_values};

    fn run(gold: u8, answer: u8, tolerance: u8) -> (R1cs, Assignment) {
        shape_and_values(|cs| {
            let tolerance = cs.hint(|| Fr::from(tolerance));
            let unused = Linear::zero();
            let terms = Terms {
                upper_bound: unused.clone(),
                gold_count: unused,
                tolerance,
                last_member_bits: Vec::new(),
            };
            item(cs, &terms, gold, answer);
        })
        .unwrap()
    }

    /// The last three columns are the inverse, `both` and `matches`: set to zero they would hide a match, and a requester
    /// could prove a lower score than there is.
    #[test]
    fn a_match_cannot_be_hidden() {
        let (shape, values) = run(7, 7, 0);
        assert!(shape.unsatisfied_rows(&values).is_empty());
        assert_eq!(shape.constraints(), 32);
        let mut altered = values.to_vec();
        let hidden = altered.len() - 3;
        altered[hidden..].fill(Fr::ZERO);
        // `(is_gold − both) · answer = 0` is the last row but one
        assert_eq!(shape.unsatisfied_rows(&altered), [30]);
    }

    #[test]
    fn matches_are_those_of_the_definition() {
        for tolerance in [0, 1, 3, 254, 255] {
            for gold in [0, 1, 2, 127, 254, 255] {
                for answer in [0, 1, 2, 3, 126, 128, 253, 254, 255] {
                    let (shape, values) = run(gold, answer, tolerance);
                    assert!(shape.unsatisfied_rows(&values).is_empty());
                    let expected = gold != 0 && answer != 0 && gold.abs_diff(answer) <= tolerance;
                    assert_eq!(values.last(), Some(&Fr::from(expected)), "{gold} {answer} {tolerance}");
                }
            }
        }
    }
}
