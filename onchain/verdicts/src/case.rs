//! One question to all verifiers.

use crate::number::Word;

/// What was done to the proof or to what is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Proven by the prover.
    Proven,
    /// Changed into another proof of the same statement, as anyone can.
    Rerandomised,
    /// One of the 1,024 bits of a compressed proof flipped.
    CompressedBit,
    /// One of the 2,048 bits of an uncompressed proof flipped.
    UncompressedBit,
    /// r added to an input, once or more.
    InputAlias,
    /// q added to a coordinate, once or more, or q - y taken modulo 2^256.
    CoordinateAlias,
    /// Another number in the place of an input, or two inputs exchanged.
    ChangedInput,
    /// Points in each other's places, of another claim or of the key.
    ExchangedPoints,
    /// Points negated, except two at once that make another valid proof.
    NegatedPoints,
    /// One or more points at infinity.
    Identity,
    /// Points on no curve.
    OffCurve,
    /// B on the twist and outside the group of order r.
    OutsideSubgroup,
    /// Inputs left out or added.
    WrongCount,
    /// A proof that holds under another key, or of another circuit.
    OtherKey,
    /// A proof of another statement under the same key.
    OtherStatement,
    /// Points of the groups that prove nothing, and the forgery that works where gamma is delta.
    NoProof,
    /// Beside it in a batch stands a proof with the opposite error.
    CancellingErrors,
}

impl Class {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 17] = [
        Self::Proven,
        Self::Rerandomised,
        Self::CompressedBit,
        Self::UncompressedBit,
        Self::InputAlias,
        Self::CoordinateAlias,
        Self::ChangedInput,
        Self::ExchangedPoints,
        Self::NegatedPoints,
        Self::Identity,
        Self::OffCurve,
        Self::OutsideSubgroup,
        Self::WrongCount,
        Self::OtherKey,
        Self::OtherStatement,
        Self::NoProof,
        Self::CancellingErrors,
    ];

    /// Whether every verifier must accept.
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Proven | Self::Rerandomised)
    }

    /// Its name in the table, with the id of the threat model.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proven => "as proven",
            Self::Rerandomised => "re-randomised (B3)",
            Self::CompressedBit => "one bit of the compressed proof flipped",
            Self::UncompressedBit => "one bit of the uncompressed proof flipped",
            Self::InputAlias => "an input plus k r (B1)",
            Self::CoordinateAlias => "a coordinate plus k q (B4)",
            Self::ChangedInput => "an input changed (A10)",
            Self::ExchangedPoints => "points exchanged",
            Self::NegatedPoints => "points negated",
            Self::Identity => "points at infinity (B6)",
            Self::OffCurve => "points on no curve (B5)",
            Self::OutsideSubgroup => "B outside the subgroup (B5)",
            Self::WrongCount => "wrong number of inputs (B2)",
            Self::OtherKey => "another key or circuit (B12)",
            Self::OtherStatement => "a proof of another statement",
            Self::NoProof => "points that prove nothing (B7)",
            Self::CancellingErrors => "errors that cancel in a sum (B9)",
        }
    }
}

/// A proof before anybody looked at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProofNumbers {
    /// A, B, C as EIP-197 words.
    Words([Word; 8]),
    /// A, B, C in the 128 bytes of the compressed form.
    Compressed([u8; 128]),
}

/// A claim of a batch that stands beside the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Its public inputs.
    pub inputs: Vec<Word>,
    /// Its proof.
    pub proof: [Word; 8],
}

/// A key, public inputs, and a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What was done.
    pub class: Class,
    /// What exactly was done.
    pub name: String,
    /// Which key is asked, by its place in [`Keys`](crate::Keys).
    pub key: usize,
    /// The public inputs.
    pub inputs: Vec<Word>,
    /// The proof.
    pub proof: ProofNumbers,
    /// What stands beside it in a batch in the place of a claim that holds.
    pub companion: Option<Companion>,
}

impl Case {
    /// All of it as bytes, for the digest of a corpus.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes =
            format!("{}\n{}\n{}\n{}\n", self.class.name(), self.name, self.key, self.inputs.len());
        bytes.push_str(if self.companion.is_some() { "companion\n" } else { "alone\n" });
        let mut bytes = bytes.into_bytes();
        bytes.extend(self.inputs.as_flattened());
        match &self.proof {
            ProofNumbers::Words(words) => bytes.extend(words.as_flattened()),
            ProofNumbers::Compressed(compressed) => bytes.extend(compressed),
        }
        if let Some(Companion { inputs, proof }) = &self.companion {
            bytes.extend(inputs.as_flattened());
            bytes.extend(proof.as_flattened());
        }
        bytes
    }
}
