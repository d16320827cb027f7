//! The two buffers that JavaScript sees: one for arguments, one for the reply.

use alloc::vec::Vec;
use core::mem;
use core::ptr;

use zeroize::Zeroize;

use crate::kept::Kept;
use crate::refusal::Refusal;
use crate::stack::wipe_stack;

/// The most bytes of arguments: a contributor registry of a million members, as zk-kit exports it, fits.
pub const MAX_ARGUMENT_BYTES: usize = 192 * 1024 * 1024;

static ARGUMENTS: Kept<Vec<u8>> = Kept::new(Vec::new());
static REPLY: Kept<Vec<u8>> = Kept::new(Vec::new());

/// Makes room for this many bytes of arguments and says where; null when there are too many.
#[must_use]
pub fn reserve(length: usize) -> *const u8 {
    ARGUMENTS.with(|arguments| {
        arguments.zeroize();
        if length > MAX_ARGUMENT_BYTES || arguments.try_reserve_exact(length).is_err() {
            return ptr::null();
        }
        arguments.resize(length, 0);
        arguments.as_ptr()
    })
}

/// Runs a call on the first `length` bytes of the arguments and keeps its reply. 0: the result, 1: a refusal.
pub fn answer(length: usize, call: impl FnOnce(&[u8]) -> Result<Vec<u8>, Refusal>) -> u32 {
    let arguments = take_arguments();
    let result = arguments.get(..length).ok_or(LENGTH).and_then(call);
    keep_reply(arguments, result)
}

#[inline(never)]
fn take_arguments() -> Vec<u8> {
    ARGUMENTS.with(mem::take)
}

/// Everything of an answer that is the same for all calls, compiled once.
#[inline(never)]
fn keep_reply(mut arguments: Vec<u8>, result: Result<Vec<u8>, Refusal>) -> u32 {
    arguments.zeroize();
    let (status, reply) = match result {
        Ok(reply) => (0, reply),
        Err(refusal) => (1, refusal.to_bytes()),
    };
    REPLY.with(|kept| mem::replace(kept, reply)).zeroize();
    wipe_stack();
    status
}

const LENGTH: Refusal = Refusal::new("internal", "the call names more bytes than were reserved");

/// Where the reply of the last call is.
#[must_use]
pub fn reply_pointer() -> *const u8 {
    REPLY.with(|reply| reply.as_ptr())
}

/// How many bytes the reply of the last call has.
#[must_use]
pub fn reply_length() -> usize {
    REPLY.with(|reply| reply.len())
}

/// Wipes arguments and reply and gives their memory back.
pub fn release() {
    ARGUMENTS.with(mem::take).zeroize();
    REPLY.with(mem::take).zeroize();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_sees_only_what_was_reserved_and_leaves_nothing_behind() {
        assert!(reserve(MAX_ARGUMENT_BYTES + 1).is_null());
        assert!(!reserve(4).is_null());
        assert_eq!(answer(4, |bytes| Ok(bytes.to_vec())), 0);
        assert_eq!(reply_length(), 4);
        assert_eq!(answer(4, |_| Ok(Vec::new())), 1, "the arguments are used up");
        assert!(reply_length() > 4);
        release();
        assert_eq!(reply_length(), 0);
    }
}
