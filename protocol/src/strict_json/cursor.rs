//! A place in a JSON text that moves forward. Whatever it passes over is well formed.

use super::{JsonFault, JsonFaultKind, JsonValue};

/// Arrays and objects in each other; serde's limit is the same.
const DEEPEST: usize = 127;

/// A place in a text, which may itself begin at some byte of a document.
pub(super) struct Cursor<'a> {
    text: &'a str,
    place: usize,
    offset: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str, offset: usize) -> Self {
        Self { text, place: 0, offset }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.place += usize::from(is_next);
        is_next
    }

    const fn fault(&self, kind: JsonFaultKind) -> JsonFault {
        kind.at(self.offset + self.place)
    }

    fn skip_while(&mut self, is_in: impl Fn(u8) -> bool) -> usize {
        let start = self.place;
        while self.peek().is_some_and(&is_in) {
            self.place += 1;
        }
        self.place - start
    }

    fn skip_space(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Nothing but space may be left.
    pub(super) fn end(&mut self) -> Result<(), JsonFault> {
        self.skip_space();
        if self.place == self.text.len() { Ok(()) } else { Err(self.fault(JsonFaultKind::Trailing)) }
    }

    /// Opens an object or an array.
    pub(super) fn open(&mut self, bracket: u8, otherwise: JsonFaultKind) -> Result<(), JsonFault> {
        if self.take(bracket) { Ok(()) } else { Err(self.fault(otherwise)) }
    }

    /// Moves to the next item of an object or array; false behind its closing bracket.
    pub(super) fn next_item(&mut self, closing: u8, is_first: &mut bool) -> Result<bool, JsonFault> {
        self.skip_space();
        let was_first = core::mem::replace(is_first, false);
        if self.take(closing) {
            return Ok(false);
        }
        if was_first || self.take(b',') { Ok(true) } else { Err(self.fault(JsonFaultKind::Syntax)) }
    }

    /// The key of an object's item, and the colon behind it.
    pub(super) fn key(&mut self) -> Result<JsonValue<'a>, JsonFault> {
        self.skip_space();
        if self.peek() != Some(b'"') {
            return Err(self.fault(JsonFaultKind::Syntax));
        }
        let key = self.value(0)?;
        self.skip_space();
        if self.take(b':') { Ok(key) } else { Err(self.fault(JsonFaultKind::Syntax)) }
    }

    /// The next value, checked to its end.
    pub(super) fn value(&mut self, depth: usize) -> Result<JsonValue<'a>, JsonFault> {
        self.skip_space();
        let start = self.place;
        match self.peek() {
            Some(b'"') => self.string()?,
            Some(b'{') => self.items(b'}', depth)?,
            Some(b'[') => self.items(b']', depth)?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            _ => self.number()?,
        }
        let text = self.text.get(start..self.place).unwrap_or_default();
        Ok(JsonValue { text, offset: self.offset + start })
    }

    fn items(&mut self, closing: u8, depth: usize) -> Result<(), JsonFault> {
        if depth == DEEPEST {
            return Err(self.fault(JsonFaultKind::Depth));
        }
        self.place += 1;
        let mut is_first = true;
        while self.next_item(closing, &mut is_first)? {
            if closing == b'}' {
                self.key()?;
            }
            self.value(depth + 1)?;
        }
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), JsonFault> {
        if !self.text.get(self.place..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.fault(JsonFaultKind::Syntax));
        }
        self.place += word.len();
        Ok(())
    }

    fn string(&mut self) -> Result<(), JsonFault> {
        self.place += 1;
        loop {
            self.skip_while(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\');
            if self.take(b'"') {
                return Ok(());
            }
            if !self.take(b'\\') || !self.escape() {
                return Err(self.fault(JsonFaultKind::Syntax));
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> bool {
        let Some(byte) = self.peek() else { return false };
        self.place += 1;
        match byte {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => true,
            b'u' => (0..4).all(|_| {
                let is_digit = self.peek().is_some_and(|digit| digit.is_ascii_hexdigit());
                self.place += usize::from(is_digit);
                is_digit
            }),
            _ => false,
        }
    }

    fn number(&mut self) -> Result<(), JsonFault> {
        self.take(b'-');
        let is_whole = self.take(b'0') || self.digits();
        let has_fraction = !self.take(b'.') || self.digits();
        let has_exponent = !(self.take(b'e') || self.take(b'E')) || {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()
        };
        if is_whole && has_fraction && has_exponent { Ok(()) } else { Err(self.fault(JsonFaultKind::Syntax)) }
    }

    fn digits(&mut self) -> bool {
        self.skip_while(|byte| byte.is_ascii_digit()) > 0
    }
}
