//! What a string of JSON stands for.

use alloc::borrow::Cow;
use alloc::string::String;

/// The text between the quotes with its escapes replaced; `None` for half a surrogate pair. The escapes are well formed.
pub(super) fn unescape(inner: &str) -> Option<Cow<'_, str>> {
    let Some((plain, rest)) = split_at_backslash(inner) else { return Some(Cow::Borrowed(inner)) };
    let (mut text, mut rest) = (String::from(plain), rest);
    loop {
        let (escape, behind) = rest.split_at_checked(1)?;
        let (character, behind) = match escape {
            "b" => ('\u{8}', behind),
            "f" => ('\u{c}', behind),
            "n" => ('\n', behind),
            "r" => ('\r', behind),
            "t" => ('\t', behind),
            "u" => character(behind)?,
            other => (other.chars().next()?, behind),
        };
        text.push(character);
        match split_at_backslash(behind) {
            Some((plain, next)) => {
                text.push_str(plain);
                rest = next;
            }
            None => {
                text.push_str(behind);
                return Some(Cow::Owned(text));
            }
        }
    }
}

/// What stands before the first backslash and behind it.
fn split_at_backslash(text: &str) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == b'\\')?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// The character of `XXXX`, or of `XXXX\uXXXX` for a surrogate pair.
fn character(digits: &str) -> Option<(char, &str)> {
    let (first, behind) = code_unit(digits)?;
    if let Some(character) = char::from_u32(first) {
        return Some((character, behind));
    }
    let (second, behind) = code_unit(behind.strip_prefix("\\u")?)?;
    let is_pair = (0xd800..0xdc00).contains(&first) && (0xdc00..0xe000).contains(&second);
    let code = 0x1_0000 + ((first & 0x3ff) << 10 | (second & 0x3ff));
    Some((char::from_u32(code).filter(|_| is_pair)?, behind))
}

fn code_unit(digits: &str) -> Option<(u32, &str)> {
    let (unit, behind) = digits.split_at_checked(4)?;
    Some((u32::from_str_radix(unit, 16).ok()?, behind))
}
