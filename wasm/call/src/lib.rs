//! How JavaScript calls into a module: bytes in, bytes out.
//!
//! JavaScript asks for room ([`reserve`]), writes the arguments there, calls an export with their length, and reads the
//! reply ([`reply_pointer`], [`reply_length`]) before it lets go of both ([`release`]). An export answers 0, and the reply
//! is the result, or 1, and the reply is a [`Refusal`]: its code, a line break, and its text. Objects that outlive a call
//! stay here, and JavaScript holds their number ([`Handles`]).
//!
//! Pointers leave as numbers and never come back, so nothing here needs unsafe code. Arguments and replies are wiped, for
//! they may hold private keys.

mod arguments;
mod buffers;
mod handles;
mod refusal;
mod stack;

pub use arguments::{Arguments, number};
pub use buffers::{MAX_ARGUMENT_BYTES, answer, release, reply_length, reply_pointer, reserve};
pub use handles::Handles;
pub use refusal::Refusal;
pub use stack::wipe_stack;
