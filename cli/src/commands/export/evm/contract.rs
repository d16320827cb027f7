//! The contract's text.

use workproof_protocol::{Fact, keccak256};
use workproof_verifier::VerifyingKeyPoints;
use workproof_verifier::forms::eip197;

use super::super::{ExportedKey, hexadecimal};
use super::assembly::{
    add_term, argument, coordinates_below_q, inputs_in_range, line, present, selector, store, store_g2,
};
use super::statement::TypedStatement;
use super::{OF_EACH_CLAIM, SHARED, batch, fill};

const TEMPLATE: &str = include_str!("../../../../templates/evm/Verifier.sol");

/// Where one proof's inputs lie in memory until the pairs of the key are written over them.
const INPUTS: usize = 0x200;

/// The contract for a key, and the interface that it answers.
pub(super) fn render(key: &ExportedKey, contract: &str) -> String {
    let count = key.points.ic.len().saturating_sub(1);
    let name = key.circuit.name();
    let fact_word = Fact::new(name.fact()).map(|fact| fact.word()).unwrap_or_default();
    let verify_proof =
        selector(&format!("verifyProof(uint256[2],uint256[2][2],uint256[2],uint256[{count}])"));
    let statement = TypedStatement::of(name.fact(), count, &verify_proof);
    let every: Vec<usize> = (0..count).collect();
    let in_range =
        |positions: &[usize], start: usize| inputs_in_range(positions, count, |place| argument(start, place));
    let terms = |positions: &[usize]| -> String {
        let term = |(place, position)| add_term(position, INPUTS + 32 * place, 0x00);
        present(positions, count).map(term).collect()
    };
    let text = fill(
        TEMPLATE,
        [
            ("batch", batch::render(&every, count, ["IC0_X", "IC0_Y"])),
            ("prepared_batch", batch::render(&OF_EACH_CLAIM, count, ["x", "y"])),
            ("statement_interface", statement.interface),
            ("statement_case", statement.case),
        ],
    );
    let text = fill(&text, selectors(count, verify_proof));
    fill(
        &text,
        [
            ("circuit", name.to_string()),
            ("warning", key.warning("\n// ", "contract")),
            ("contract", contract.to_owned()),
            ("key_id", key.key_id.to_string()),
            ("fact", name.fact().to_owned()),
            ("fact_word", hexadecimal(&fact_word)),
            ("count", count.to_string()),
            ("key_constants", key_constants(&key.points)),
            ("batch_tag", hexadecimal(&keccak256(b"workproof/v1/evm-batch"))),
            ("input_names", key.input_names().join(", ")),
            ("shared_note", note(&SHARED, count, ", 0 for those that the circuit lacks")),
            ("claim_note", note(&OF_EACH_CLAIM, count, ", which must be 0 here")),
            ("before_proof_end", format!("{:#x}", 0x103 + 32 * count)),
            ("input_bytes", format!("{:#x}", 32 * count)),
            ("proof_coordinates", coordinates_below_q(|index| argument(0x04, index))),
            ("prepared_coordinates", coordinates_below_q(|index| argument(0xc4, index))),
            ("inputs_below_r", in_range(&every, 0x104)),
            ("claim_ok", in_range(&OF_EACH_CLAIM, 0x44)),
            ("shared_ok", in_range(&SHARED, 0x04)),
            ("proof_terms", terms(&every)),
            ("claim_terms", terms(&OF_EACH_CLAIM)),
            ("shared_terms", shared_terms(count)),
            ("key_pairs", key_pairs()),
            ("circuit_text", circuit_text(name.as_str())),
        ],
    )
}

/// What calls of each function and errors begin with.
fn selectors(count: usize, verify_proof: String) -> [(&'static str, String); 12] {
    [
        ("select_verify_proof", verify_proof),
        ("select_verify_prepared", selector("verifyPrepared(uint256[14])")),
        (
            "select_verify_prepared_batch",
            selector("verifyPreparedBatch(uint256[2],uint256[4][],uint256[8][])"),
        ),
        ("select_verify_batch", selector(&format!("verifyBatch(uint256[8][],uint256[{count}][])"))),
        ("select_verify_shared_batch", selector("verifySharedBatch(uint256[4],uint256[4][],uint256[8][])")),
        ("select_prepare", selector("prepare(uint256[4])")),
        ("select_key_id", selector("keyId()")),
        ("select_fact", selector("fact()")),
        ("select_input_count", selector("inputCount()")),
        ("select_circuit", selector("circuit()")),
        ("select_malformed_calldata", selector("MalformedCalldata()")),
        ("select_input_out_of_range", selector("InputOutOfRange()")),
    ]
}

fn key_constants(points: &VerifyingKeyPoints) -> String {
    let mut text = String::new();
    let mut constants = |name: &str, bytes: &[u8]| {
        let parts: &[&str] = if bytes.len() == 64 { &["X", "Y"] } else { &["X1", "X0", "Y1", "Y0"] };
        for (part, word) in parts.iter().zip(bytes.chunks(32)) {
            text.push_str(&format!("    uint256 private constant {name}_{part} = {};\n", hexadecimal(word)));
        }
    };
    constants("ALPHA", &eip197::g1_to_bytes(&points.alpha_g1));
    constants("MINUS_BETA", &eip197::g2_to_bytes(&-points.beta_g2));
    constants("MINUS_GAMMA", &eip197::g2_to_bytes(&-points.gamma_g2));
    constants("MINUS_DELTA", &eip197::g2_to_bytes(&-points.delta_g2));
    for (index, point) in points.ic.iter().enumerate() {
        constants(&format!("IC{index}"), &eip197::g1_to_bytes(point));
    }
    text
}

fn note(positions: &[usize], count: usize, text: &str) -> String {
    if positions.iter().all(|position| *position < count) { String::new() } else { text.to_owned() }
}

/// The points of shared inputs, each with its factor at 0x80.
fn shared_terms(count: usize) -> String {
    let term = |(place, position)| [store(0x80, &argument(0x04, place)), add_term(position, 0x80, 0x00)];
    present(&SHARED, count).flat_map(term).collect()
}

/// What the key has in the pairs of a single check.
fn key_pairs() -> String {
    [
        store_g2(0x40, "GAMMA"),
        store_g2(0x1c0, "DELTA"),
        store(0x240, "ALPHA_X"),
        store(0x260, "ALPHA_Y"),
        store_g2(0x280, "BETA"),
    ]
    .concat()
}

/// Returns a text whose offset is at 0x00.
fn circuit_text(name: &str) -> String {
    let mut text = store(0x20, &name.len().to_string());
    let mut place = 0x40;
    for chunk in name.as_bytes().chunks(32) {
        let mut word = chunk.to_vec();
        word.resize(32, 0);
        text.push_str(&store(place, &hexadecimal(&word)));
        place += 32;
    }
    text.push_str(&line(&format!("return(0x00, {place:#x})")));
    text
}
