//! Roots of unity, kept for the next proof where they are few.

use alloc::sync::Arc;
use std::sync::{Mutex, PoisonError};

use super::EngineError;
use super::arithmetic::{AnyDomain, Arithmetic};

/// The largest domain that is kept: its roots take 3 MiB. To make them is 1 % of a proof with so many rows. Those of larger
/// domains would be a fifth of the memory that a proof needs.
const LARGEST: usize = 1 << 16;

/// The last domain that was not too large.
#[derive(Debug, Default)]
pub(super) struct KeptDomain(Mutex<Option<(usize, Arc<AnyDomain>)>>);

impl KeptDomain {
    /// A domain of so many elements.
    ///
    /// # Errors
    /// [`EngineError::TransformSize`]; [`EngineError::Memory`].
    pub(super) fn of_size(&self, arithmetic: Arithmetic, size: usize) -> Result<Arc<AnyDomain>, EngineError> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, domain)) = kept.filter(|(kept_size, _)| *kept_size == size) {
            return Ok(domain);
        }
        let domain = Arc::new(arithmetic.domain(size)?);
        if size <= LARGEST {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((size, Arc::clone(&domain)));
        }
        Ok(domain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_last_domain_unless_it_is_large() {
        let kept = KeptDomain::default();
        let of_size = |size| kept.of_size(Arithmetic::detect(), size).unwrap();
        let small = of_size(64);
        assert!(Arc::ptr_eq(&small, &of_size(64)));
        drop(of_size(2 * LARGEST));
        assert!(Arc::ptr_eq(&small, &of_size(64)));
        drop(of_size(128));
        assert!(!Arc::ptr_eq(&small, &of_size(64)));
        assert!(kept.of_size(Arithmetic::detect(), 65).is_err());
    }
}
