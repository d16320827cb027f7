//! The two buffers that JavaScript sees: one for arguments, one for the reply.

use std::cell::RefCell;
use std::ptr;

use zeroize::Zeroize;

use crate::refusal::Refusal;
use crate::stack::wipe_stack;

/// The most bytes of arguments: a contributor registry of a million members, as zk-kit exports it, fits.
pub const MAX_ARGUMENT_BYTES: usize = 192 * 1024 * 1024;

thread_local! {
    static ARGUMENTS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static REPLY: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for this many bytes of arguments and says where; null when there are too many.
#[must_use]
pub fn reserve(length: usize) -> *const u8 {
    ARGUMENTS.with_borrow_mut(|arguments| {
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
    let mut arguments = ARGUMENTS.take();
    let result = arguments.get(..length).ok_or(LENGTH).and_then(call);
    arguments.zeroize();
    let (status, mut reply) = match result {
        Ok(reply) => (0, reply),
        Err(refusal) => (1, refusal.to_bytes()),
    };
    REPLY.with_borrow_mut(|kept| {
        kept.zeroize();
        core::mem::swap(kept, &mut reply);
    });
    wipe_stack();
    status
}

const LENGTH: Refusal = Refusal::new("internal", "the call names more bytes than were reserved");

/// Where the reply of the last call is.
#[must_use]
pub fn reply_pointer() -> *const u8 {
    REPLY.with_borrow(Vec::as_ptr)
}

/// How many bytes the reply of the last call has.
#[must_use]
pub fn reply_length() -> usize {
    REPLY.with_borrow(Vec::len)
}

/// Wipes the reply and gives the memory of both buffers back.
pub fn release() {
    for buffer in [&ARGUMENTS, &REPLY] {
        buffer.take().zeroize();
    }
}
