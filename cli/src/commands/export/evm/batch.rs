//! The check of many proofs at once, for claims that bring all their inputs and for those that bring four.

use super::assembly::{add_term, coordinates_below_q, inputs_in_range, present, store, store_g2, word};
use super::fill;

const TEMPLATE: &str = include_str!("../../../../templates/evm/Batch.yul");

/// Behind a proof of eight words and its weight.
const INPUTS: usize = 0x120;

/// The assembly for claims of these inputs, added to the point `base`.
pub(super) fn render(positions: &[usize], count: usize, base: [&str; 2]) -> String {
    let claim_bytes = 32 * positions.len();
    let sums = INPUTS + claim_bytes;
    let pairs = sums + claim_bytes;
    let [minus_gamma, sum_of_c, minus_delta] = [pairs + 0x40, pairs + 0xc0, pairs + 0x100];
    let [alpha, minus_beta, own_pairs] = [pairs + 0x180, pairs + 0x1c0, pairs + 0x240];
    let horner = |(place, _)| {
        let (sum, input) = (word(sums, place), word(INPUTS, place));
        let next = format!("add(mulmod({sum}, rho, R), {input})");
        format!("    {}", store(sums + 32 * place, &next))
    };
    let [base_x, base_y] = base.map(str::to_owned);
    let place = |at: usize| format!("{at:#05x}");
    let values = [
        ("inputs", place(INPUTS)),
        ("sums", place(sums)),
        ("pairs", place(pairs)),
        ("base_y_place", place(pairs + 0x20)),
        ("minus_gamma", place(minus_gamma)),
        ("sum_of_c", place(sum_of_c)),
        ("minus_delta", place(minus_delta)),
        ("alpha", place(alpha)),
        ("alpha_y", place(alpha + 0x20)),
        ("minus_beta", place(minus_beta)),
        ("own_pairs", place(own_pairs)),
        ("second_own_pair", place(own_pairs + 0xc0)),
        ("claim_bytes", format!("{claim_bytes:#x}")),
        ("coordinates", coordinates_below_q(|index| word(0, index))),
        ("first_inputs_ok", inputs_in_range(positions, count, |index| word(sums, index))),
        ("inputs_ok", inputs_in_range(positions, count, |index| word(INPUTS, index))),
        ("horner", present(positions, count).map(horner).collect()),
        ("base_x", base_x),
        ("base_y", base_y),
        (
            "terms",
            present(positions, count)
                .map(|(place, position)| add_term(position, sums + 32 * place, pairs))
                .collect(),
        ),
        ("gamma_and_delta", [store_g2(minus_gamma, "GAMMA"), store_g2(minus_delta, "DELTA")].concat()),
        ("beta", store_g2(minus_beta, "BETA")),
    ];
    fill(TEMPLATE, values)
}
