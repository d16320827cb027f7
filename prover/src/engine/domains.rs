//! The tables of the transforms, made for a size when it is first used.

use std::sync::OnceLock;

use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, BigInt, PrimeField};
use rayon::prelude::*;
use zeroize::Zeroizing;

use super::EngineError;
use super::arithmetic::Arithmetic;
use super::transform::Domain;
#[cfg(target_arch = "x86_64")]
use super::vector_transform::{SMALLEST, VectorDomain};
use crate::cancel_token::CancelToken;

/// Sizes of transforms: 2^0 to 2^27.
const SIZES: usize = 28;

/// One table for each size.
#[derive(Debug)]
struct BySize<T>([OnceLock<T>; SIZES]);

impl<T> Default for BySize<T> {
    fn default() -> Self {
        Self([const { OnceLock::new() }; SIZES])
    }
}

impl<T> BySize<T> {
    /// The table for this size; two threads that ask at once may both make it.
    fn of(&self, size: usize, make: impl FnOnce() -> Result<T, EngineError>) -> Result<&T, EngineError> {
        let refused = EngineError::TransformSize { found: size };
        if !size.is_power_of_two() {
            return Err(refused);
        }
        let log = usize::try_from(size.trailing_zeros()).unwrap_or(SIZES);
        let slot = self.0.get(log).ok_or(refused)?;
        if let Some(table) = slot.get() {
            return Ok(table);
        }
        let table = make()?;
        Ok(slot.get_or_init(|| table))
    }
}

/// The tables of a backend.
#[derive(Debug, Default)]
pub(super) struct Domains {
    portable: BySize<Domain>,
    #[cfg(target_arch = "x86_64")]
    vector: BySize<VectorDomain>,
}

impl Domains {
    /// See [`Backend::quotient`](super::Backend::quotient).
    pub(super) fn quotient(
        &self,
        arithmetic: Arithmetic,
        a: Zeroizing<Vec<Fr>>,
        b: Zeroizing<Vec<Fr>>,
        cancel: &CancelToken,
    ) -> Result<Zeroizing<Vec<BigInt<4>>>, EngineError> {
        let size = a.len();
        match arithmetic {
            #[cfg(target_arch = "x86_64")]
            Arithmetic::Vector(unit) if size >= SMALLEST => {
                let domain = self.vector.of(size, || VectorDomain::new(unit, size))?;
                domain.quotient(a, b, cancel)
            }
            _ => portable_quotient(self.portable.of(size, || Domain::new(size))?, a, b, cancel),
        }
    }
}

fn portable_quotient(
    domain: &Domain,
    mut a: Zeroizing<Vec<Fr>>,
    mut b: Zeroizing<Vec<Fr>>,
    cancel: &CancelToken,
) -> Result<Zeroizing<Vec<BigInt<4>>>, EngineError> {
    let mut c = Zeroizing::new(vec![Fr::ZERO; a.len()]);
    c.par_iter_mut().zip(a.par_iter().zip(b.par_iter())).for_each(|(c, (a, b))| *c = *a * b);
    for values in [&mut a, &mut b, &mut c] {
        cancel.check()?;
        domain.extend(values);
    }
    cancel.check()?;
    let mut scalars = Zeroizing::new(vec![BigInt([0; 4]); a.len()]);
    scalars.par_iter_mut().zip(a.par_iter()).zip(b.par_iter().zip(c.par_iter())).for_each(
        |((scalar, a), (b, c))| {
            *scalar = (*a * b - c).into_bigint();
        },
    );
    Ok(scalars)
}
