//! Where a verifying key comes from: what a release, or a contract made from a key, must know before it trusts one.

use super::{KeyFinding, VerifyingKeyPoints, lint_key};

/// Where a key comes from, as far as its points and a ceremony's transcript say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyOrigin {
    /// A verified ceremony's transcript names this very key.
    Ceremony,
    /// Its delta is a public development value: anyone can forge proofs.
    Development,
    /// Its delta is what every ceremony begins with: nobody has contributed, and anyone can forge proofs.
    Uncontributed,
    /// Nothing is known against it, and no transcript vouches for it.
    Unknown,
}

impl KeyOrigin {
    /// The origin of a key. `ceremony` is the digest ([`VerifyingKeyPoints::digest`]) that a ceremony's transcript gives
    /// for its verifying key, if there is a transcript and it was verified (`workproof ceremony verify`).
    ///
    /// What the points say comes first: a transcript makes no development key good.
    #[must_use]
    pub fn of(points: &VerifyingKeyPoints, ceremony: Option<&[u8; 32]>) -> Self {
        for finding in lint_key(points) {
            match finding {
                KeyFinding::DeltaIsDevelopmentValue | KeyFinding::DeltaIsKnown { .. } => {
                    return Self::Development;
                }
                KeyFinding::GammaIsDelta | KeyFinding::DeltaIsGenerator => return Self::Uncontributed,
                _ => {}
            }
        }
        if ceremony == Some(&points.digest()) { Self::Ceremony } else { Self::Unknown }
    }

    /// Whether anyone can forge proofs: such a key must be asked for by name.
    #[must_use]
    pub const fn is_forgeable(self) -> bool {
        matches!(self, Self::Development | Self::Uncontributed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::{Fr, G1Affine, G2Affine};
    use crate::keys::development_delta;
    use alloc::vec;
    use ark_ec::{AffineRepr, CurveGroup};

    #[test]
    fn b7_a_transcript_makes_no_development_key_good() {
        let g1 = |scalar: u64| (G1Affine::generator() * Fr::from(scalar)).into_affine();
        let g2 = |scalar: u64| (G2Affine::generator() * Fr::from(scalar)).into_affine();
        let sound = VerifyingKeyPoints {
            alpha_g1: g1(2),
            beta_g2: g2(3),
            gamma_g2: g2(1),
            delta_g2: g2(5),
            ic: vec![g1(6), g1(7)],
        };
        assert_eq!(KeyOrigin::of(&sound, None), KeyOrigin::Unknown);
        assert_eq!(KeyOrigin::of(&sound, Some(&sound.digest())), KeyOrigin::Ceremony);
        assert_eq!(KeyOrigin::of(&sound, Some(&[7; 32])), KeyOrigin::Unknown);
        for (delta, origin) in
            [(g2(1), KeyOrigin::Uncontributed), (development_delta(), KeyOrigin::Development)]
        {
            let mut forgeable = sound.clone();
            forgeable.delta_g2 = delta;
            assert_ne!(forgeable.digest(), sound.digest());
            assert_eq!(KeyOrigin::of(&forgeable, Some(&forgeable.digest())), origin);
            assert!(origin.is_forgeable());
        }
    }
}
