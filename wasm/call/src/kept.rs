//! State that lives between calls.

#[cfg(not(target_family = "wasm"))]
pub use on_a_host::Kept;
#[cfg(target_family = "wasm")]
pub use on_one_thread::Kept;

#[cfg(target_family = "wasm")]
mod on_one_thread {
    use core::cell::RefCell;

    #[cfg(target_feature = "atomics")]
    compile_error!("these modules run on one thread: build them without the target feature `atomics`");

    /// A value of the module, used by one call at a time.
    #[derive(Debug)]
    pub struct Kept<T>(RefCell<T>);

    #[expect(
        unsafe_code,
        reason = "a module without atomics has one thread, so nothing is shared between two"
    )]
    // SAFETY: without the target feature `atomics`, which is refused above, a WebAssembly module has one thread.
    unsafe impl<T> Sync for Kept<T> {}

    impl<T> Kept<T> {
        /// Keeps a value.
        pub const fn new(value: T) -> Self {
            Self(RefCell::new(value))
        }

        /// Uses the value.
        pub fn with<R>(&self, use_it: impl FnOnce(&mut T) -> R) -> R {
            use_it(&mut self.0.borrow_mut())
        }
    }
}

/// The same for tests on a host, which has threads.
#[cfg(not(target_family = "wasm"))]
mod on_a_host {
    use std::sync::{Mutex, PoisonError};

    /// A value of the module, used by one call at a time.
    #[derive(Debug)]
    pub struct Kept<T>(Mutex<T>);

    impl<T> Kept<T> {
        /// Keeps a value.
        pub const fn new(value: T) -> Self {
            Self(Mutex::new(value))
        }

        /// Uses the value.
        pub fn with<R>(&self, use_it: impl FnOnce(&mut T) -> R) -> R {
            use_it(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
        }
    }
}
