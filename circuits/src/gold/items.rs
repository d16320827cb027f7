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
//! outside 8 bits has set an item that nobody matches, or matches from one side: no more than a wrong label does.

use super::terms::Terms;
use crate::gadgets::range::{bits, enforce_in_range, is_nonzero};
use crate::r1cs::{ConstraintSystem, Linear};
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
    let answer = cs.hint(|| Fr::from(answer));
    enforce_in_range(cs, &answer, 8);

    cs.enter_clause("clause:gold-score-lower");
    let gold = cs.hint(|| Fr::from(gold));
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
