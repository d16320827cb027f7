//! Everything that must be refused, as data: proofs, statements, keys (classes B1 to B12 and C3 of the threat model).

use crate::square_fact::{
    OneTooFew, OneTooMany, OtherFact, SquareKey, SquareStatement, circuit_id, g2_generator, points_of,
};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{Field, PrimeField};
use workproof_protocol::Statement;
use workproof_verifier::curve::{Fq, Fq2, Fr, G1Affine, G2Affine};
use workproof_verifier::keys::{development_delta, lint_key};
use workproof_verifier::{
    DevelopmentVerifyingKey, ForeignVerifyingKey, KeyError, KeyFinding, PointError, Proof, ProofError,
    ProofPoint, VerifyError, VerifyingKey, VerifyingKeyPoints, verify,
};

/// A point of the twist that is not in G2.
fn outside_the_subgroup() -> G2Affine {
    (1_u64..)
        .find_map(|x| G2Affine::get_point_from_x_unchecked(Fq2::new(Fq::from(x), Fq::from(1)), true))
        .unwrap()
}

/// An x coordinate that no point of G1 has.
fn x_off_the_curve() -> Fq {
    (0_u64..).map(Fq::from).find(|x| (x.square() * x + Fq::from(3)).sqrt().is_none()).unwrap()
}

#[test]
fn an_honest_proof_is_accepted_and_so_is_its_rerandomisation() {
    let mut key = SquareKey::new(1);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    assert!(!prepared.is_development());
    assert_eq!(verify(&prepared, &statement, &proof), Ok(()));
    // B3: (t A, B / t, C) is another proof of the same statement; proof bytes identify nothing
    let t = Fr::from(77);
    let a = (*proof.a() * t).into_affine();
    let b = (*proof.b() * t.inverse().unwrap()).into_affine();
    let other = Proof::new(a, b, *proof.c()).unwrap();
    assert_ne!(other.to_bytes(), proof.to_bytes());
    assert_eq!(verify(&prepared, &statement, &other), Ok(()));
    // and (A, B + u delta, C + u A)
    let u = Fr::from(5);
    let b = (*proof.b() + key.verifying.points().delta_g2 * u).into_affine();
    let c = (*proof.c() + *proof.a() * u).into_affine();
    assert_eq!(verify(&prepared, &statement, &Proof::new(*proof.a(), b, c).unwrap()), Ok(()));
}

#[test]
fn changed_points_are_refused() {
    let mut key = SquareKey::new(2);
    let (statement, proof) = key.prove(1, 12);
    let (_, other) = key.prove(1, 13);
    let prepared = key.verifying.prepare();
    let (a, b, c) = (*proof.a(), *proof.b(), *proof.c());
    let table: [(&str, G1Affine, G2Affine, G1Affine); 9] = [
        ("A and C swapped", c, b, a),
        ("A negated", -a, b, c),
        ("B negated", a, -b, c),
        ("C negated", a, b, -c),
        ("A of another proof", *other.a(), b, c),
        ("B of another proof", a, *other.b(), c),
        ("C of another proof", a, b, *other.c()),
        ("A is alpha", key.verifying.points().alpha_g1, b, c),
        ("generators", G1Affine::generator(), g2_generator(), G1Affine::generator()),
    ];
    for (what, a, b, c) in table {
        let proof = Proof::new(a, b, c).unwrap();
        assert_eq!(verify(&prepared, &statement, &proof), Err(VerifyError::InvalidProof), "{what}");
    }
}

/// B5 and B6.
#[test]
fn malformed_points_are_refused_by_name() {
    let mut key = SquareKey::new(3);
    let (_, proof) = key.prove(1, 12);
    let (a, b, c) = (*proof.a(), *proof.b(), *proof.c());
    let off_g1 = G1Affine::new_unchecked(a.x, a.y + Fq::from(1));
    let off_g2 = G2Affine::new_unchecked(b.x, b.y + Fq2::from(1));
    let refused = |a, b, c| match Proof::new(a, b, c) {
        Err(ProofError::Point { name, source }) => (name, source),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(off_g1, b, c), (ProofPoint::A, PointError::NotOnCurve));
    assert_eq!(refused(a, off_g2, c), (ProofPoint::B, PointError::NotOnCurve));
    assert_eq!(refused(a, b, off_g1), (ProofPoint::C, PointError::NotOnCurve));
    assert_eq!(refused(a, outside_the_subgroup(), c), (ProofPoint::B, PointError::NotInSubgroup));
    assert_eq!(refused(G1Affine::zero(), b, c), (ProofPoint::A, PointError::Identity));
    assert_eq!(refused(a, G2Affine::zero(), c), (ProofPoint::B, PointError::Identity));
    assert_eq!(refused(a, b, G1Affine::zero()), (ProofPoint::C, PointError::Identity));
}

/// B1 and C3, for the compressed form.
#[test]
fn proof_bytes_have_one_form() {
    let mut key = SquareKey::new(4);
    let (_, proof) = key.prove(1, 12);
    let bytes = proof.to_bytes();
    assert_eq!(Proof::from_bytes(&bytes), Ok(proof));
    assert_eq!(Proof::from_hex(&proof.to_hex()), Ok(proof));
    for length in [0, 1, 64, 127, 129, 256] {
        let mut other = bytes.to_vec();
        other.resize(length, 0);
        assert_eq!(Proof::from_bytes(&other), Err(ProofError::Length { found: length }));
    }
    // every coordinate x replaced by x + q, where that still fits below the flag bits
    let modulus = Fq::MODULUS.0;
    for start in [0, 32, 64, 96] {
        let mut other = bytes;
        let mut carry = 0_u128;
        for (chunk, limb) in other[start..start + 32].chunks_mut(8).zip(modulus) {
            let sum =
                u128::from(u64::from_le_bytes((&*chunk).try_into().unwrap())) + u128::from(limb) + carry;
            chunk.copy_from_slice(&u64::try_from(sum & u128::from(u64::MAX)).unwrap().to_le_bytes());
            carry = sum >> 64;
        }
        assert!(Proof::from_bytes(&other).is_err(), "x + q at {start}");
        // x replaced by one that has no point
        let mut other = bytes;
        other[start..start + 32].fill(0);
        other[start..start + 8].copy_from_slice(&x_off_the_curve().into_bigint().0[0].to_le_bytes());
        let refused = Proof::from_bytes(&other);
        assert!(matches!(refused, Err(ProofError::Point { .. })), "no point at {start}: {refused:?}");
    }
    for bad in [
        proof.to_hex().to_uppercase(),
        proof.to_hex()[2..].to_owned(),
        format!("{}00", proof.to_hex()),
        format!(" {}", proof.to_hex()),
        proof.to_hex().replacen("0x", "0X", 1),
    ] {
        assert_eq!(Proof::from_hex(&bad), Err(ProofError::Hex));
    }
}

#[test]
fn every_single_bit_flip_of_a_proof_is_refused() {
    let mut key = SquareKey::new(5);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    let bytes = proof.to_bytes();
    let mut decoded = 0;
    for bit in 0..8 * bytes.len() {
        let mut flipped = bytes;
        flipped[bit / 8] ^= 1 << (bit % 8);
        if let Ok(other) = Proof::from_bytes(&flipped) {
            assert_eq!(other.to_bytes(), flipped, "bit {bit} decodes to another form");
            assert_eq!(verify(&prepared, &statement, &other), Err(VerifyError::InvalidProof), "bit {bit}");
            decoded += 1;
        }
    }
    assert!(decoded > 50, "the flips reached the pairing");
}

/// A10: every public input is bound; B1: an input is a field element, so x + r is the same element and not another.
#[test]
fn every_changed_public_input_is_refused() {
    let mut key = SquareKey::new(6);
    let (statement, proof) = key.prove(1, 12);
    let foreign = key.verifying.prepare().as_foreign();
    let inputs = statement.public_inputs().as_slice().to_vec();
    assert_eq!(foreign.verify(&inputs, &proof), Ok(()));
    for index in 0..inputs.len() {
        for change in [Fr::from(1), -Fr::from(1), Fr::from(u64::MAX)] {
            let mut changed = inputs.clone();
            changed[index] += change;
            assert_eq!(foreign.verify(&changed, &proof), Err(VerifyError::InvalidProof), "{index}");
        }
    }
    let mut swapped = inputs;
    swapped.swap(0, 1);
    assert_eq!(foreign.verify(&swapped, &proof), Err(VerifyError::InvalidProof));
}

/// B2 and B12.
#[test]
fn statements_and_keys_that_do_not_belong_together_are_refused() {
    let mut key = SquareKey::new(7);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    assert_eq!(
        verify(&prepared, &OneTooFew(statement.clone()), &proof),
        Err(VerifyError::InputCount { expected: 5, found: 4 })
    );
    assert_eq!(
        verify(&prepared, &OneTooMany(statement.clone()), &proof),
        Err(VerifyError::InputCount { expected: 5, found: 6 })
    );
    assert!(matches!(
        verify(&prepared, &OtherFact(statement.clone()), &proof),
        Err(VerifyError::OtherFact { .. })
    ));
    let foreign = prepared.as_foreign();
    for count in [0, 1, 1 << 12] {
        let inputs = vec![Fr::from(1); count];
        assert!(matches!(foreign.verify(&inputs, &proof), Err(VerifyError::InputCount { .. })));
    }
    let other = SquareKey::new(8).verifying.prepare();
    assert_eq!(verify(&other, &statement, &proof), Err(VerifyError::InvalidProof));
    let changed = SquareStatement::new(2, Fr::from(144));
    assert_eq!(verify(&prepared, &changed, &proof), Err(VerifyError::InvalidProof));
}

/// B7: what the key lint refuses, one row each.
#[test]
fn dangerous_keys_are_refused_with_their_finding() {
    use workproof_verifier::keys::KeyPointName;
    let key = SquareKey::new(9);
    let sound = points_of(&key.ark);
    assert!(lint_key(&sound).is_empty());
    type Change = fn(&mut VerifyingKeyPoints);
    let table: [(Change, KeyFinding); 8] = [
        (|p| p.delta_g2 = p.gamma_g2, KeyFinding::GammaIsDelta),
        (|p| p.delta_g2 = -p.gamma_g2, KeyFinding::GammaIsDelta),
        (|p| p.delta_g2 = g2_generator(), KeyFinding::DeltaIsGenerator),
        (|p| p.delta_g2 = -g2_generator(), KeyFinding::DeltaIsGenerator),
        (|p| p.ic[3] = p.ic[1], KeyFinding::DuplicateInput { first: 1, second: 3 }),
        (|p| p.ic[4] = -p.ic[0], KeyFinding::DuplicateInput { first: 0, second: 4 }),
        (
            |p| p.ic = (1..=10_u64).map(|k| (p.alpha_g1 * Fr::from(k)).into_affine()).collect(),
            KeyFinding::TooManyInputs { found: 9 },
        ),
        (
            |p| {
                p.gamma_g2 = g2_generator();
                p.delta_g2 = g2_generator();
            },
            KeyFinding::GammaIsDelta,
        ),
    ];
    for (change, finding) in table {
        let mut points = sound.clone();
        change(&mut points);
        assert!(lint_key(&points).contains(&finding), "{finding}");
        assert!(!finding.remedy().is_empty());
        let refused = VerifyingKey::new(circuit_id("square-1"), points.clone());
        assert_eq!(refused, Err(KeyError::Dangerous { finding }));
        let foreign = ForeignVerifyingKey::new(points);
        if !matches!(finding, KeyFinding::TooManyInputs { .. }) {
            assert!(matches!(foreign, Err(KeyError::Dangerous { .. })));
        }
    }
    let identities: [(Change, KeyPointName); 5] = [
        (|p| p.alpha_g1 = G1Affine::zero(), KeyPointName::Alpha),
        (|p| p.beta_g2 = G2Affine::zero(), KeyPointName::Beta),
        (|p| p.gamma_g2 = G2Affine::zero(), KeyPointName::Gamma),
        (|p| p.delta_g2 = G2Affine::zero(), KeyPointName::Delta),
        (|p| p.ic[2] = G1Affine::zero(), KeyPointName::Input(2)),
    ];
    for (change, name) in identities {
        let mut points = sound.clone();
        change(&mut points);
        assert!(lint_key(&points).contains(&KeyFinding::Identity(name)));
        let refused = VerifyingKey::new(circuit_id("square-1"), points);
        assert_eq!(refused, Err(KeyError::Point { name, source: PointError::Identity }));
    }
    let mut points = sound.clone();
    points.beta_g2 = outside_the_subgroup();
    assert!(matches!(
        VerifyingKey::new(circuit_id("square-1"), points),
        Err(KeyError::Point { source: PointError::NotInSubgroup, .. })
    ));
    // gamma at the generator is where snarkjs puts it, and is no finding
    let mut points = sound;
    points.gamma_g2 = g2_generator();
    assert!(VerifyingKey::new(circuit_id("square-1"), points).is_ok());
}

/// B7: what the lint is for. Under delta = gamma anyone proves anything: A = alpha, B = beta, C = -(sum of inputs).
#[test]
fn the_forgery_that_the_lint_prevents_works() {
    let key = SquareKey::new(10);
    let mut points = points_of(&key.ark);
    points.delta_g2 = points.gamma_g2;
    let statement = SquareStatement::new(1, Fr::from(2));
    let inputs = statement.public_inputs().as_slice().to_vec();
    let sum = inputs.iter().zip(&points.ic[1..]).fold(points.ic[0].into_group(), |sum, (x, p)| sum + *p * x);
    let forged = Proof::new(points.alpha_g1, points.beta_g2, (-sum).into_affine()).unwrap();
    let unlinted = ForeignVerifyingKey::insecure_unlinted(points).unwrap();
    assert!(unlinted.findings().contains(&KeyFinding::GammaIsDelta));
    assert_eq!(unlinted.prepare().verify(&inputs, &forged), Ok(()));
}

#[test]
fn development_keys_are_a_kind_of_their_own() {
    let key = SquareKey::new(11);
    let mut points = points_of(&key.ark);
    assert_eq!(
        DevelopmentVerifyingKey::insecure_new(circuit_id("square-1"), points.clone()),
        Err(KeyError::NotDevelopment)
    );
    points.delta_g2 = development_delta();
    assert_eq!(VerifyingKey::new(circuit_id("square-1"), points.clone()), Err(KeyError::Development));
    let development = DevelopmentVerifyingKey::insecure_new(circuit_id("square-1"), points.clone()).unwrap();
    let bytes = development.to_bytes();
    assert_eq!(VerifyingKey::from_bytes(&bytes), Err(KeyError::Development));
    assert_eq!(DevelopmentVerifyingKey::insecure_from_bytes(&bytes).as_ref(), Ok(&development));
    assert!(development.insecure_prepare().is_development());
    let json = development.to_snarkjs_json();
    assert_eq!(
        VerifyingKey::from_snarkjs_json(circuit_id("square-1"), json.as_bytes()),
        Err(KeyError::Development)
    );
    assert_eq!(ForeignVerifyingKey::from_snarkjs_json(json.as_bytes()), Err(KeyError::Development));
    points.delta_g2 = -development_delta();
    assert_eq!(VerifyingKey::new(circuit_id("square-1"), points.clone()), Err(KeyError::Development));
    assert_eq!(
        DevelopmentVerifyingKey::insecure_new(circuit_id("square-1"), points),
        Err(KeyError::NotDevelopment)
    );
}
