//! `export evm`: a Solidity contract for one key, and claims as the words that it takes.
//!
//! The contract is a template with the key's points and, for each public input, the lines that deal with it: written out,
//! not looped over, which saves about 40 gas an input.

use workproof_protocol::{Fact, keccak256};
use workproof_verifier::VerifyingKeyPoints;
use workproof_verifier::forms::eip197;

use super::{ExportedClaim, ExportedKey, File, hexadecimal};

const TEMPLATE: &str = include_str!("../../../templates/evm/Verifier.sol");
const README: &str = include_str!("../../../templates/evm/README.md");
const RELAY_STATEMENT: &str = include_str!("../../../templates/evm/RelayStatement.sol");
const GOLD_STATEMENT: &str = include_str!("../../../templates/evm/GoldStatement.sol");

/// Inputs that many claims share, and inputs of each claim; every other position is one a circuit may lack.
const SHARED: [usize; 4] = [0, 4, 5, 6];
const OF_EACH_CLAIM: [usize; 4] = [1, 2, 3, 7];

/// The fewest inputs of a statement.
pub(super) const FEWEST_INPUTS: usize = 4;

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let contract = key.contract_name();
    let solidity = render(key, &contract);
    let readme =
        README.replace("{{contract}}", &contract).replace("{{circuit}}", key.circuit.name().as_str());
    vec![File::text(format!("{contract}.sol"), solidity), File::text("README.md", readme)]
}

/// The arguments of `verifyProof` for a claim, as JSON.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let words: Vec<String> = eip197::proof_to_bytes(&claim.proof).chunks(32).map(hexadecimal).collect();
    let inputs: Vec<String> = claim.input_words().map(|word| hexadecimal(&word)).collect();
    let word = |index: usize| words.get(index).cloned().unwrap_or_default();
    let document = serde_json::json!({
        "a": [word(0), word(1)],
        "b": [[word(2), word(3)], [word(4), word(5)]],
        "c": [word(6), word(7)],
        "inputs": inputs,
        "proof": words,
    });
    File::json(format!("{}.evm.json", claim.name), &document)
}

fn render(key: &ExportedKey, contract: &str) -> String {
    let count = key.points.ic.len().saturating_sub(1);
    let name = key.circuit.name();
    let fact_word = Fact::new(name.fact()).map(|fact| fact.word()).unwrap_or_default();
    let has = |position: &usize| *position < count;
    let of_each = OF_EACH_CLAIM.into_iter().filter(has).count();
    let (single_sums, prepared_sums) = (0x100 + 0x20 * count, 0x100 + 0x20 * of_each);
    let warning = if key.development {
        "\n// DEVELOPMENT KEY: anyone can forge proofs for it. Never let this contract decide about money."
    } else {
        ""
    };
    let statement = match name.fact() {
        "relay" if count == 7 => RELAY_STATEMENT,
        "gold" if count == 8 => GOLD_STATEMENT,
        _ => "",
    };
    let values = [
        ("circuit", name.to_string()),
        ("warning", warning.to_owned()),
        ("contract", contract.to_owned()),
        ("key_id", key.key_id.to_string()),
        ("fact", name.fact().to_owned()),
        ("fact_word", hexadecimal(&fact_word)),
        ("count", count.to_string()),
        ("key_constants", key_constants(&key.points)),
        ("batch_tag", hexadecimal(&keccak256(b"workproof/v1/evm-batch"))),
        ("prepared_batch_tag", hexadecimal(&keccak256(b"workproof/v1/evm-prepared-batch"))),
        ("statement", statement.to_owned()),
        ("input_names", key.input_names().join(", ")),
        ("proof_coordinates", coordinates_below_q(|index| place(0x04, index))),
        ("prepared_coordinates", coordinates_below_q(|index| place(0xc4, index))),
        ("inputs_below_r", all((0..count).map(|index| below_r(&place(0x104, index))))),
        ("proof_terms", (0..count).map(|index| term(index, &place(0x104, index))).collect()),
        ("other_pairs", other_pairs()),
        ("shared_note", note(&SHARED, count)),
        ("shared_ok", present_or_zero(&SHARED, count, |slot| offset("shared", slot))),
        ("shared_terms", shared_terms(count)),
        ("claim_note", if count > 7 { String::new() } else { ", which must be 0 here".to_owned() }),
        ("claim_ok", present_or_zero(&OF_EACH_CLAIM, count, |slot| place(0x44, slot))),
        ("claim_terms", claim_terms(count)),
        ("input_bytes", format!("{:#x}", 32 * count)),
        ("batch_zeros", format!("{:#x}", single_sums - 0x40)),
        ("batch_pairs", format!("{single_sums:#x}")),
        ("batch_claim", batch_claim()),
        ("batch_sums", (0..count).map(|index| weighted_sum(index, index)).collect()),
        ("batch_terms", (0..count).map(|index| batch_term(index, index)).collect()),
        ("prepared_zeros", format!("{:#x}", prepared_sums - 0x40)),
        ("prepared_pairs", format!("{prepared_sums:#x}")),
        ("prepared_sums", prepared_batch_sums(count)),
        (
            "prepared_terms",
            OF_EACH_CLAIM
                .into_iter()
                .filter(has)
                .enumerate()
                .map(|(slot, index)| batch_term(slot, index))
                .collect(),
        ),
    ];
    let mut text = TEMPLATE.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{{{name}}}}}"), value.trim_end_matches('\n'));
    }
    // what ends both kinds of batch differs in where the pairs begin
    let parts: Vec<&str> = text.splitn(3, "{{batch_end}}").collect();
    match parts.as_slice() {
        [first, second, third] => {
            [first, batch_end(single_sums).as_str(), second, &batch_end(prepared_sums), third].concat()
        }
        _ => text,
    }
}

fn key_constants(points: &VerifyingKeyPoints) -> String {
    let mut text = String::new();
    let mut constant = |name: String, word: &[u8]| {
        text.push_str(&format!("    uint256 private constant {name} = {};\n", hexadecimal(word)));
    };
    let pair = |name: &str, bytes: &[u8], constant: &mut dyn FnMut(String, &[u8])| {
        let parts: &[&str] = if bytes.len() == 64 { &["X", "Y"] } else { &["X1", "X0", "Y1", "Y0"] };
        for (part, word) in parts.iter().zip(bytes.chunks(32)) {
            constant(format!("{name}_{part}"), word);
        }
    };
    pair("ALPHA", &eip197::g1_to_bytes(&points.alpha_g1), &mut constant);
    for (name, point) in
        [("MINUS_BETA", points.beta_g2), ("MINUS_GAMMA", points.gamma_g2), ("MINUS_DELTA", points.delta_g2)]
    {
        pair(name, &eip197::g2_to_bytes(&-point), &mut constant);
    }
    for (index, point) in points.ic.iter().enumerate() {
        pair(&format!("IC{index}"), &eip197::g1_to_bytes(point), &mut constant);
    }
    text
}

/// One expression that is 1 where all are.
fn all(conditions: impl DoubleEndedIterator<Item = String>) -> String {
    let joined = conditions.rev().reduce(|rest, condition| format!("and({condition}, {rest})"));
    joined.unwrap_or_else(|| "1".to_owned())
}

fn below_r(place: &str) -> String {
    format!("lt(calldataload({place}), R)")
}

fn coordinates_below_q(place: impl Fn(usize) -> String) -> String {
    all((0..8).map(|index| format!("lt(calldataload({}), Q)", place(index))))
}

/// A word at a known place of the calldata.
fn place(start: usize, index: usize) -> String {
    format!("{:#04x}", start + 32 * index)
}

fn offset(base: &str, slot: usize) -> String {
    if slot == 0 { base.to_owned() } else { format!("add({base}, {:#04x})", 32 * slot) }
}

/// Inputs that the circuit has are below r, and those that it lacks are zero.
fn present_or_zero(positions: &[usize; 4], count: usize, place: impl Fn(usize) -> String) -> String {
    all(positions.iter().enumerate().map(|(slot, position)| {
        if *position < count {
            below_r(&place(slot))
        } else {
            format!("iszero(calldataload({}))", place(slot))
        }
    }))
}

fn note(positions: &[usize; 4], count: usize) -> String {
    if positions.iter().all(|position| *position < count) {
        String::new()
    } else {
        ", 0 for those that the circuit lacks".to_owned()
    }
}

/// Adds an input's point, times the input, to the sum at 0x00.
fn term(index: usize, place: &str) -> String {
    let point = index + 1;
    format!(
        "            mstore(0x40, IC{point}_X)
            mstore(0x60, IC{point}_Y)
            mstore(0x80, calldataload({place}))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
"
    )
}

fn claim_terms(count: usize) -> String {
    let present = OF_EACH_CLAIM.into_iter().enumerate().filter(|(_, position)| *position < count);
    present.map(|(slot, position)| term(position, &place(0x44, slot))).collect()
}

fn shared_terms(count: usize) -> String {
    let present = SHARED.into_iter().enumerate().filter(|(_, position)| *position < count);
    let lines = present.map(|(slot, position)| {
        let point = position + 1;
        format!(
            "            mstore(add(free, 0x40), IC{point}_X)
            mstore(add(free, 0x60), IC{point}_Y)
            mstore(add(free, 0x80), calldataload({}))
            ok := and(ok, staticcall(gas(), 7, add(free, 0x40), 0x60, add(free, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, free, 0x80, free, 0x40))
",
            offset("shared", slot)
        )
    });
    lines.collect()
}

/// The pairs that are constants: -delta behind C, then alpha and -beta.
fn other_pairs() -> String {
    let words = [
        "MINUS_DELTA_X1",
        "MINUS_DELTA_X0",
        "MINUS_DELTA_Y1",
        "MINUS_DELTA_Y0",
        "ALPHA_X",
        "ALPHA_Y",
        "MINUS_BETA_X1",
        "MINUS_BETA_X0",
        "MINUS_BETA_Y1",
        "MINUS_BETA_Y0",
    ];
    let line =
        |(index, word): (usize, &str)| format!("            mstore({:#x}, {word})\n", 0x1c0 + 32 * index);
    words.into_iter().enumerate().map(line).collect()
}

/// The points of one claim of a batch: weight times A with B as a pair, weight times C into the sum.
fn batch_claim() -> String {
    format!(
        "                ok := and(ok, {})
                // a point that is none takes almost all gas with it, so nothing more is asked after one
                if iszero(ok) {{
                    mstore(0x00, 0)
                    return(0x00, 0x20)
                }}
                switch i
                case 0 {{
                    calldatacopy(pair, proof, 0xc0)
                    calldatacopy(0x40, add(proof, 0xc0), 0x40)
                }}
                default {{
                    mstore(0x20, i)
                    weight := and(keccak256(0x00, 0x40), WEIGHT)
                    calldatacopy(0x80, proof, 0x40)
                    mstore(0xc0, weight)
                    ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, pair, 0x40))
                    calldatacopy(add(pair, 0x40), add(proof, 0x40), 0x80)
                    calldatacopy(0x80, add(proof, 0xc0), 0x40)
                    ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, 0x80, 0x40))
                    ok := and(ok, staticcall(gas(), 6, 0x40, 0x80, 0x40, 0x40))
                }}
                mstore(0xe0, add(mload(0xe0), weight))
",
        coordinates_below_q(|index| offset("proof", index))
    )
}

/// Adds weight times input to the input's sum.
fn weighted_sum(slot: usize, place: usize) -> String {
    let sum = 0x100 + 0x20 * slot;
    format!(
        "                input := calldataload({})
                ok := and(ok, lt(input, R))
                mstore({sum:#x}, addmod(mload({sum:#x}), mulmod(weight, input, R), R))
",
        offset("claim", place)
    )
}

fn prepared_batch_sums(count: usize) -> String {
    let lines = OF_EACH_CLAIM.into_iter().enumerate().map(|(place, position)| {
        if position < count {
            weighted_sum(place, place)
        } else {
            format!("                ok := and(ok, iszero(calldataload({})))\n", offset("claim", place))
        }
    });
    lines.collect()
}

/// Adds an input's point, times the input's weighted sum, to the sum at `pair`.
fn batch_term(slot: usize, index: usize) -> String {
    let (sum, point) = (0x100 + 0x20 * slot, index + 1);
    format!(
        "            mstore(0x80, IC{point}_X)
            mstore(0xa0, IC{point}_Y)
            mstore(0xc0, mload({sum:#x}))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
"
    )
}

/// The last three pairs and the check.
fn batch_end(pairs: usize) -> String {
    let mut text = String::new();
    let mut store = |at: usize, word: &str| {
        text.push_str(&format!("            mstore(add(pair, {at:#x}), {word})\n"));
    };
    let g2 = |name: &str| ["X1", "X0", "Y1", "Y0"].map(|part| format!("MINUS_{name}_{part}"));
    for (index, word) in g2("GAMMA").iter().enumerate() {
        store(0x40 + 32 * index, word);
    }
    store(0xc0, "mload(0x40)");
    store(0xe0, "mload(0x60)");
    for (index, word) in g2("DELTA").iter().enumerate() {
        store(0x100 + 32 * index, word);
    }
    store(0x180, "ALPHA_X");
    store(0x1a0, "ALPHA_Y");
    store(0x1c0, "mload(0xe0)");
    text.push_str(
        "            ok := and(ok, staticcall(gas(), 7, add(pair, 0x180), 0x60, add(pair, 0x180), 0x40))\n",
    );
    let mut store = |at: usize, word: &str| {
        text.push_str(&format!("            mstore(add(pair, {at:#x}), {word})\n"));
    };
    for (index, word) in g2("BETA").iter().enumerate() {
        store(0x1c0 + 32 * index, word);
    }
    text.push_str(&format!(
        "            ok := and(ok, staticcall(gas(), 8, {pairs:#x}, sub(add(pair, 0x240), {pairs:#x}), 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)"
    ));
    text
}
