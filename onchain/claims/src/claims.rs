//! The claims of `test-vectors/chains.json`.

use serde_json::Value;

/// A claim as raw words, big-endian.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What is wrong with it, if anything.
    pub name: String,
    /// The public inputs.
    pub inputs: Vec<[u8; 32]>,
    /// The coordinates of A, B and C, the imaginary part first.
    pub proof: [[u8; 32]; 8],
    /// Whether it must be accepted.
    pub valid: bool,
}

impl Claim {
    /// The proof as EIP-197 words.
    #[must_use]
    pub fn proof_words(&self) -> [u8; 256] {
        let mut bytes = [0; 256];
        bytes.iter_mut().zip(self.proof.iter().flatten()).for_each(|(to, from)| *to = *from);
        bytes
    }
}

/// All of them.
#[must_use]
pub fn claims() -> Vec<Claim> {
    let document: Value = serde_json::from_str(include_str!("../../../test-vectors/chains.json"))
        .expect("the vectors are JSON");
    let words = |list: &Value| -> Vec<[u8; 32]> {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(word).collect()
    };
    let claim = |case: &Value| Claim {
        name: case["name"].as_str().expect("a case has a name").to_owned(),
        inputs: words(&case["inputs"]),
        proof: words(&case["proof"]).try_into().expect("a proof has 8 coordinates"),
        valid: case["valid"].as_bool().expect("a case has a verdict"),
    };
    document["cases"].as_array().expect("there are cases").iter().map(claim).collect()
}

/// 32 bytes from their hexadecimal digits, with or without `0x`.
#[must_use]
pub fn word(text: &str) -> [u8; 32] {
    let digits = text.trim_start_matches("0x");
    let byte = |index: usize| u8::from_str_radix(&digits[2 * index..2 * index + 2], 16);
    core::array::from_fn(|index| byte(index).expect("digits are hexadecimal"))
}
