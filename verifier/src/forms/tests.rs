//! Each form against its definition, against arkworks, and against everything that is nearly right.

use super::*;
use crate::curve::{Bn254, Fq, Fq2, Fr, G1Affine, G1Projective, G2Affine, G2Projective};
use crate::keys::{KeyError, VerifyingKeyPoints};
use crate::points::PointError;
use crate::proof::{Proof, ProofError, ProofPoint};
use alloc::vec::Vec;
use ark_ec::{CurveGroup, PrimeGroup};
use ark_ff::{BigInteger, PrimeField, UniformRand};
use ark_serialize::CanonicalSerialize;
use rand_core::SeedableRng;

type Read = fn(&[u8]) -> Result<Proof, ProofError>;
type ReadKey = fn(&[u8]) -> Result<VerifyingKeyPoints, KeyError>;

/// Names a form with what writes and reads its proofs and keys.
struct Form {
    name: &'static str,
    write: fn(&Proof) -> Vec<u8>,
    read: Read,
    write_key: fn(&VerifyingKeyPoints) -> Vec<u8>,
    read_key: ReadKey,
    big_endian: bool,
}

const FORMS: [Form; 6] = [
    Form {
        name: "eip197",
        write: |proof| eip197::proof_to_bytes(proof).to_vec(),
        read: eip197::proof_from_bytes,
        write_key: eip197::key_to_bytes,
        read_key: eip197::key_from_bytes,
        big_endian: true,
    },
    Form {
        name: "solana",
        write: |proof| solana::proof_to_bytes(proof).to_vec(),
        read: solana::proof_from_bytes,
        write_key: solana::key_to_bytes,
        read_key: solana::key_from_bytes,
        big_endian: true,
    },
    Form {
        name: "solana compressed",
        write: |proof| solana::proof_to_compressed_bytes(proof).to_vec(),
        read: solana::proof_from_compressed_bytes,
        write_key: solana::key_to_bytes,
        read_key: solana::key_from_bytes,
        big_endian: true,
    },
    Form {
        name: "soroban",
        write: |proof| soroban::proof_to_bytes(proof).to_vec(),
        read: soroban::proof_from_bytes,
        write_key: soroban::key_to_bytes,
        read_key: soroban::key_from_bytes,
        big_endian: true,
    },
    Form {
        name: "arkworks compressed",
        write: |proof| arkworks_compressed::proof_to_bytes(proof).to_vec(),
        read: arkworks_compressed::proof_from_bytes,
        write_key: arkworks_compressed::key_to_bytes,
        read_key: arkworks_compressed::key_from_bytes,
        big_endian: false,
    },
    Form {
        name: "arkworks uncompressed",
        write: |proof| arkworks_uncompressed::proof_to_bytes(proof).to_vec(),
        read: arkworks_uncompressed::proof_from_bytes,
        write_key: arkworks_uncompressed::key_to_bytes,
        read_key: arkworks_uncompressed::key_from_bytes,
        big_endian: false,
    },
];

fn points() -> impl Iterator<Item = (G1Affine, G2Affine)> {
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(5);
    core::iter::repeat_with(move || {
        let (left, right) = (Fr::rand(&mut rng), Fr::rand(&mut rng));
        let g1 = (G1Projective::generator() * left).into_affine();
        (g1, (G2Projective::generator() * right).into_affine())
    })
}

fn proofs() -> Vec<Proof> {
    let points: Vec<_> = points().take(40).collect();
    points.windows(2).map(|pair| Proof::new(pair[0].0, pair[0].1, pair[1].0).unwrap()).collect()
}

fn key() -> VerifyingKeyPoints {
    let points: Vec<_> = points().take(8).collect();
    VerifyingKeyPoints {
        alpha_g1: points[0].0,
        beta_g2: points[1].1,
        gamma_g2: points[2].1,
        delta_g2: points[3].1,
        ic: points.iter().map(|(g1, _)| *g1).collect(),
    }
}

#[test]
fn every_form_reads_what_it_writes() {
    for form in &FORMS {
        for proof in proofs() {
            assert_eq!((form.read)(&(form.write)(&proof)), Ok(proof), "{}", form.name);
        }
        assert_eq!((form.read_key)(&(form.write_key)(&key())), Ok(key()), "{}", form.name);
    }
}

#[test]
fn eip197_is_big_endian_with_the_imaginary_part_first() {
    let proof = proofs()[0];
    let bytes = eip197::proof_to_bytes(&proof);
    let coordinates = [
        proof.a().x,
        proof.a().y,
        proof.b().x.c1,
        proof.b().x.c0,
        proof.b().y.c1,
        proof.b().y.c0,
        proof.c().x,
        proof.c().y,
    ];
    for (word, coordinate) in bytes.chunks(32).zip(coordinates) {
        assert_eq!(word, coordinate.into_bigint().to_bytes_be());
    }
}

#[test]
fn solana_negates_a_and_nothing_else() {
    for proof in proofs() {
        let (theirs, ours) = (solana::proof_to_bytes(&proof), eip197::proof_to_bytes(&proof));
        assert_eq!((&theirs[..32], &theirs[64..]), (&ours[..32], &ours[64..]));
        let mut sum = [0_u8; 32];
        let mut carry = 0_u16;
        for index in (0..32).rev() {
            let byte = u16::from(theirs[32 + index]) + u16::from(ours[32 + index]) + carry;
            (sum[index], carry) = (u8::try_from(byte & 0xff).unwrap(), byte >> 8);
        }
        assert_eq!(sum.to_vec(), Fq::MODULUS.to_bytes_be());
    }
    assert_eq!(solana::key_to_bytes(&key()), eip197::key_to_bytes(&key()));
}

#[test]
fn soroban_negates_the_key_in_g2_and_nothing_else() {
    let (key, words) = (key(), soroban::key_to_bytes(&key()));
    let plain = eip197::key_to_bytes(&key);
    assert_eq!((&words[..64], &words[448..]), (&plain[..64], &plain[448..]));
    for (index, point) in [key.beta_g2, key.gamma_g2, key.delta_g2].into_iter().enumerate() {
        let at = 64 + 128 * index;
        assert_eq!(words[at..at + 128], eip197::g2_to_bytes(&-point));
    }
    assert_eq!(soroban::proof_to_bytes(&proofs()[0]), eip197::proof_to_bytes(&proofs()[0]));
}

#[test]
fn arkworks_forms_are_those_of_arkworks() {
    for proof in proofs() {
        let (mut compressed, mut uncompressed) = (Vec::new(), Vec::new());
        for point in [proof.a(), proof.c()] {
            point.serialize_compressed(&mut compressed).unwrap();
            point.serialize_uncompressed(&mut uncompressed).unwrap();
            if point == proof.a() {
                proof.b().serialize_compressed(&mut compressed).unwrap();
                proof.b().serialize_uncompressed(&mut uncompressed).unwrap();
            }
        }
        assert_eq!(arkworks_compressed::proof_to_bytes(&proof).to_vec(), compressed);
        assert_eq!(arkworks_compressed::proof_to_bytes(&proof), proof.to_bytes());
        assert_eq!(arkworks_uncompressed::proof_to_bytes(&proof).to_vec(), uncompressed);
    }
    let key = key();
    let theirs = ark_groth16::VerifyingKey::<Bn254> {
        alpha_g1: key.alpha_g1,
        beta_g2: key.beta_g2,
        gamma_g2: key.gamma_g2,
        delta_g2: key.delta_g2,
        gamma_abc_g1: key.ic.clone(),
    };
    let (mut compressed, mut uncompressed) = (Vec::new(), Vec::new());
    theirs.serialize_compressed(&mut compressed).unwrap();
    theirs.serialize_uncompressed(&mut uncompressed).unwrap();
    assert_eq!(arkworks_compressed::key_to_bytes(&key), compressed);
    assert_eq!(arkworks_uncompressed::key_to_bytes(&key), uncompressed);
}

#[test]
fn refuses_other_lengths_c1() {
    for form in &FORMS {
        let proof = (form.write)(&proofs()[0]);
        let key = (form.write_key)(&key());
        for bytes in [&proof[..proof.len() - 1], &[&proof[..], &[0]].concat(), &[]] {
            let error = ProofError::FormLength { expected: proof.len(), found: bytes.len() };
            assert_eq!((form.read)(bytes), Err(error), "{}", form.name);
        }
        for length in 0..key.len() {
            let read = (form.read_key)(&key[..length]);
            // a form without a count reads a key with fewer inputs where the cut falls between two points
            assert!(
                read.is_err() || (form.big_endian && (key.len() - length).is_multiple_of(64)),
                "{}",
                form.name
            );
        }
        assert!((form.read_key)(&[&key[..], &[0]].concat()).is_err(), "{}", form.name);
    }
}

#[test]
fn refuses_a_count_that_is_not_the_number_of_points_c1() {
    type WriteKey = fn(&VerifyingKeyPoints) -> Vec<u8>;
    let forms: [(&str, WriteKey, ReadKey, usize); 2] = [
        ("compressed", arkworks_compressed::key_to_bytes, arkworks_compressed::key_from_bytes, 224),
        ("uncompressed", arkworks_uncompressed::key_to_bytes, arkworks_uncompressed::key_from_bytes, 448),
    ];
    for (name, write, read, at) in forms {
        for count in [0_u64, 7, 9, u64::MAX] {
            let mut bytes = write(&key());
            bytes[at..at + 8].copy_from_slice(&count.to_le_bytes());
            assert!(matches!(read(&bytes), Err(KeyError::InputCount { found: 7, .. })), "{name}: {count}");
        }
    }
}

/// The little-endian form of the coordinate at `index`, raised by q: the same field element, spelled otherwise.
fn raised(bytes: &[u8], index: usize, big_endian: bool) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    let word = &mut bytes[32 * index..32 * (index + 1)];
    if big_endian {
        word.reverse();
    }
    let mut carry = 0_u16;
    for (byte, q) in word.iter_mut().zip(Fq::MODULUS.to_bytes_le()) {
        let sum = u16::from(*byte) + u16::from(q) + carry;
        (*byte, carry) = (u8::try_from(sum & 0xff).unwrap(), sum >> 8);
    }
    if big_endian {
        word.reverse();
    }
    (carry == 0).then_some(bytes)
}

#[test]
fn refuses_coordinates_above_the_order_b4() {
    for form in &FORMS {
        let mut refused = 0;
        for proof in proofs() {
            let bytes = (form.write)(&proof);
            for index in 0..bytes.len() / 32 {
                let Some(raised) = raised(&bytes, index, form.big_endian) else { continue };
                assert!(matches!((form.read)(&raised), Err(ProofError::Point { .. })), "{}", form.name);
                refused += 1;
            }
        }
        assert!(refused > 40, "{}: {refused}", form.name);
    }
}

#[test]
fn refuses_points_that_are_none_b5_b6() {
    for form in &FORMS {
        let bytes = (form.write)(&proofs()[0]);
        let unit = bytes.len() / 4;
        for (name, range) in
            [(ProofPoint::A, 0..unit), (ProofPoint::B, unit..3 * unit), (ProofPoint::C, 3 * unit..4 * unit)]
        {
            let mut identity = bytes.clone();
            identity[range.clone()].fill(0);
            if form.name.contains("compressed") && !form.name.contains("uncompressed") {
                // zeros are the point with x = 0, of which G1 has none on this curve
                let flag = if form.big_endian { range.start } else { range.end - 1 };
                identity[flag] = 0x40;
            }
            let refused = Err(ProofError::Point { name, source: PointError::Identity });
            assert_eq!((form.read)(&identity), refused, "{}", form.name);
        }
    }
    let mut outside = eip197::proof_to_bytes(&proofs()[0]);
    outside[63] ^= 1;
    let refused = Err(ProofError::Point { name: ProofPoint::A, source: PointError::NotOnCurve });
    assert_eq!(eip197::proof_from_bytes(&outside), refused);
    let off = off_the_subgroup();
    outside = eip197::proof_to_bytes(&proofs()[0]);
    outside[64..192].copy_from_slice(&eip197::g2_to_bytes(&off));
    let refused = Err(ProofError::Point { name: ProofPoint::B, source: PointError::NotInSubgroup });
    assert_eq!(eip197::proof_from_bytes(&outside), refused);
    let mut outside = arkworks_uncompressed::proof_to_bytes(&proofs()[0]);
    outside[64..192].copy_from_slice(&arkworks_uncompressed::g2_to_bytes(&off));
    assert_eq!(arkworks_uncompressed::proof_from_bytes(&outside), refused);
}

#[test]
fn refuses_a_sign_that_contradicts_y_c3() {
    for last in [63, 191, 255] {
        let mut bytes = arkworks_uncompressed::proof_to_bytes(&proofs()[0]);
        bytes[last] ^= 0x80;
        let read = arkworks_uncompressed::proof_from_bytes(&bytes);
        assert!(matches!(read, Err(ProofError::Point { source: PointError::NotCanonical, .. })), "{last}");
    }
}

#[test]
fn refuses_inputs_that_are_not_below_r_b1() {
    let inputs = [Fr::from(7_u8), -Fr::from(1_u8)];
    assert_eq!(inputs_from_be_bytes(&inputs_to_be_bytes(&inputs)), Ok(inputs.to_vec()));
    assert_eq!(inputs_from_le_bytes(&inputs_to_le_bytes(&inputs)), Ok(inputs.to_vec()));
    assert!(inputs_from_be_bytes(&Fr::MODULUS.to_bytes_be()).is_err());
    assert!(inputs_from_le_bytes(&Fr::MODULUS.to_bytes_le()).is_err());
    assert!(inputs_from_be_bytes(&[0; 33]).is_err());
    assert!(inputs_from_le_bytes(&[0xff; 32]).is_err());
}

/// A point of the twist outside the subgroup.
fn off_the_subgroup() -> G2Affine {
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(3);
    loop {
        let x = Fq2::rand(&mut rng);
        if let Some(point) = G2Affine::get_point_from_x_unchecked(x, true) {
            return point;
        }
    }
}
