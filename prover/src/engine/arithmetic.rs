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

    /// See [`Backend::quotient`](super::Backend::quotient). The tables of roots are made anew for every proof: a thirtieth
    /// of the time of the transforms, where keeping them would take a fifth of the memory that a proof needs.
    pub(super) fn quotient(
        self,
        a: Pages<Fr>,
        b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError> {
        let size = a.len();
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Vector(unit) if size >= SMALLEST => VectorDomain::new(unit, size)?.quotient(a, b, cancel),
            _ => Domain::new(size)?.quotient(a, b, cancel),
        }
    }
}

/// Inversion by the norm; 0 for 0.
pub(super) fn invert_fq2(value: &Fq2) -> Fq2 {
    let inverse = invert(&(value.c0.square() + value.c1.square()));
    Fq2::new(value.c0 * inverse, -(value.c1 * inverse))
}
