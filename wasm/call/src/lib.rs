//! How JavaScript calls into a module: bytes in, bytes out.
//!
//! JavaScript asks for room ([`reserve`]), writes the arguments there, calls an export with their length, and reads the
//! reply ([`reply_pointer`], [`reply_length`]) before it lets go of both ([`release`]). An export answers 0, and the reply
//! is the result, or 1, and the reply is a [`Refusal`]: its code, a line break, and its text. Objects that outlive a call
//! stay here, and JavaScript holds their number ([`Handles`]).
//!
//! Addresses leave as numbers and never come back. Arguments, replies, freed memory and the stack are wiped, for they may
//! hold private keys.
//!
//! On WebAssembly there is no standard library, for its size: a panic ends in the instruction `unreachable`, and
//! JavaScript turns that into an error of its own.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

#[cfg(target_family = "wasm")]
mod allocator;
mod arguments;
mod buffers;
mod handles;
mod kept;
mod refusal;
mod stack;

#[cfg(target_family = "wasm")]
pub use allocator::WipingAllocator;
pub use arguments::{Arguments, number};
pub use buffers::{MAX_ARGUMENT_BYTES, answer, release, reply_length, reply_pointer, reserve};
pub use handles::Handles;
pub use kept::Kept;
pub use refusal::Refusal;
pub use stack::wipe_stack;

/// Declares what every module needs and exports: the allocator, what a panic does, and the two buffers.
#[macro_export]
macro_rules! module {
    () => {
        #[cfg(target_family = "wasm")]
        #[global_allocator]
        static MEMORY: $crate::WipingAllocator = $crate::WipingAllocator;

        #[cfg(target_family = "wasm")]
        #[panic_handler]
        fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
            core::arch::wasm32::unreachable()
        }

        /// Makes room for arguments.
        #[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
        #[must_use]
        pub extern "C" fn reserve(length: usize) -> *const u8 {
            $crate::reserve(length)
        }

        /// Where the reply is.
        #[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
        #[must_use]
        pub extern "C" fn reply_pointer() -> *const u8 {
            $crate::reply_pointer()
        }

        /// How long the reply is.
        #[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
        #[must_use]
        pub extern "C" fn reply_length() -> usize {
            $crate::reply_length()
        }

        /// Wipes arguments and reply.
        #[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
        pub extern "C" fn release() {
            $crate::release();
        }
    };
}
