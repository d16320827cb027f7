//! The choice of arithmetic, made once for a backend.

use ark_bn254::{Fq2, Fr};
use ark_ff::{BigInt, Field};

use super::inverse::invert;
use super::transform::Domain;
#[cfg(target_arch = "x86_64")]
use super::vector::VectorUnit;
#[cfg(target_arch = "x86_64")]
use super::vector_transform::{SMALLEST, VectorDomain};
use super::{EngineError, Pages};
use crate::cancel_token::CancelToken;

/// What computes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arithmetic {
    /// Eight elements at once.
    #[cfg(target_arch = "x86_64")]
    Vector(VectorUnit),
    /// arkworks' field arithmetic.
    Portable,
}

impl Arithmetic {
    /// The fastest that this machine has.
    pub(super) fn detect() -> Self {
        #[cfg(target_arch = "x86_64")]
        if let Some(unit) = VectorUnit::detect() {
            return Self::Vector(unit);
        }
        Self::Portable
    }

    /// A name for reports.
    pub(super) const fn name(self) -> &'static str {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(_) => "cpu-avx2",
            Self::Portable => "cpu",
        }
    }

    /// The roots of unity that transforms of so many elements take.
    pub(super) fn domain(self, size: usize) -> Result<AnyDomain, EngineError> {
        Ok(match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(unit) if size >= SMALLEST => {
                AnyDomain::Vector(Box::new(VectorDomain::new(unit, size)?))
            }
            _ => AnyDomain::Portable(Domain::new(size)?),
        })
    }
}

/// Roots of unity for either arithmetic.
#[derive(Debug)]
pub(super) enum AnyDomain {
    /// Eight at once.
    #[cfg(target_arch = "x86_64")]
    Vector(Box<VectorDomain>),
    /// As arkworks has them.
    Portable(Domain),
}

impl AnyDomain {
    /// See [`Backend::quotient`](super::Backend::quotient).
    pub(super) fn quotient(
        &self,
        a: Pages<Fr>,
        b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError> {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(domain) => domain.quotient(a, b, cancel),
            Self::Portable(domain) => domain.quotient(a, b, cancel),
        }
    }
}

/// Inversion by the norm; 0 for 0.
pub(super) fn invert_fq2(value: &Fq2) -> Fq2 {
    let inverse = invert(&(value.c0.square() + value.c1.square()));
    Fq2::new(value.c0 * inverse, -(value.c1 * inverse))
}
