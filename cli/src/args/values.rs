//! Values on the command line.

use thiserror::Error;
use workproof_protocol::word::{word_of_address, word_of_integer, word_of_name};
use workproof_protocol::{DecodeError, Fr, fr_from_decimal, json};
use workproof_prover::Levels;

/// Why a text is not a word.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum WordError {
    /// Nothing is there.
    #[error("empty; give 0x and 64 hexadecimal digits, an address, a number or a name")]
    Empty,
    /// Hexadecimal of another length than a word's or an address's, or none at all.
    #[error("after 0x come 64 hexadecimal digits (a word) or 40 (an address)")]
    Hexadecimal,
    /// A number that does not fit.
    #[error("the number is not below 2^64; give the word as 0x and 64 hexadecimal digits")]
    Integer,
}

/// Why a text is no number of levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a table has 2, 4 or 8 levels")]
pub(crate) struct LevelsError;

/// Reads the number of a table's levels.
pub(crate) fn parse_levels(text: &str) -> Result<Levels, LevelsError> {
    text.parse().ok().and_then(Levels::new).ok_or(LevelsError)
}

/// A 32-byte word as a person writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordArg(pub(crate) [u8; 32]);

/// Reads a word: `0x` and 64 digits as it is, `0x` and 40 digits as an address, digits as an integer, anything else as a
/// name, which is hashed.
pub(crate) fn word(text: &str) -> Result<WordArg, WordError> {
    if text.is_empty() {
        return Err(WordError::Empty);
    }
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("0x") {
        let address = json::bytes_from_hexadecimal::<20>(&lower).map(|address| word_of_address(&address));
        return address
            .or_else(|_| json::bytes_from_hexadecimal(&lower))
            .map(WordArg)
            .or(Err(WordError::Hexadecimal));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map(|value| WordArg(word_of_integer(value))).or(Err(WordError::Integer));
    }
    Ok(WordArg(word_of_name(text)))
}

/// Reads a field element in its canonical decimal form.
pub(crate) fn field(text: &str) -> Result<Fr, DecodeError> {
    fr_from_decimal(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_hexadecimal_an_address_a_number_or_a_name() {
        let full = format!("0x{}", "ab".repeat(32));
        assert_eq!(word(&full), Ok(WordArg([0xab; 32])));
        assert_eq!(word(&full.to_uppercase()), word(&full));
        let address = word(&format!("0x{}", "Cd".repeat(20))).unwrap().0;
        assert_eq!((&address[..12], &address[12..]), (&[0; 12][..], &[0xcd; 20][..]));
        assert_eq!(word("258").unwrap().0[30..], [1, 2]);
        assert_eq!(word("my-network"), Ok(WordArg(word_of_name("my-network"))));
    }

    #[test]
    fn rejects_words_that_look_like_a_slip() {
        assert_eq!(word(""), Err(WordError::Empty));
        for text in ["0x", "0x12", "0xzz", &format!("0x{}", "a".repeat(63))] {
            assert_eq!(word(text), Err(WordError::Hexadecimal), "{text}");
        }
        assert_eq!(word("18446744073709551616"), Err(WordError::Integer));
    }
}
