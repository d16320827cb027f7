//! Full checks of many points.

use rayon::prelude::*;
use workproof_prover::Cancelled;
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_verifier::PointError;

use crate::progress::CeremonyOptions;

/// Points per task; between tasks a cancellation is seen.
const TASK: usize = 1 << 12;

/// The first point that is refused, and why.
pub(crate) type PointChecks = Result<Result<(), (usize, PointError)>, Cancelled>;

/// Checks that all points are on the curve; identities pass.
pub(crate) fn check_g1_points(points: &[[u8; 64]], options: &CeremonyOptions<'_>) -> PointChecks {
    check_points(points, G1Points::check, options)
}

/// Checks that all points are in the subgroup of prime order; identities pass.
pub(crate) fn check_g2_points(points: &[[u8; 128]], options: &CeremonyOptions<'_>) -> PointChecks {
    check_points(points, G2Points::check, options)
}

fn check_points<const BYTES: usize>(
    points: &[[u8; BYTES]],
    check: impl Fn(&[u8; BYTES]) -> Result<(), PointError> + Sync,
    options: &CeremonyOptions<'_>,
) -> PointChecks {
    let faults = points.par_chunks(TASK).enumerate().map(|(task, chunk)| {
        options.cancel.check()?;
        let faults = chunk.iter().enumerate().map(|(offset, bytes)| (task * TASK + offset, check(bytes)));
        Ok(faults.filter_map(|(index, result)| result.err().map(|error| (index, error))).next())
    });
    let faults: Vec<Option<(usize, PointError)>> = faults.collect::<Result<_, Cancelled>>()?;
    Ok(faults.into_iter().flatten().next().map_or(Ok(()), Err))
}
