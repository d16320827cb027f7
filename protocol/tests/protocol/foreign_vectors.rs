//! Agreement with circomlibjs, zk-kit and Semaphore on stored vectors. Each file names the packages it came from.

use serde::Deserialize;
use workproof_protocol::babyjubjub::{scalar_to_decimal, scalar_to_field};
use workproof_protocol::{
    AttesterPath, EdwardsPoint, Fr, Identity, LeanImt, PublicKey, Signature, SigningKey, fr_from_decimal,
    fr_to_decimal, poseidon,
};

fn field(text: &str) -> Fr {
    fr_from_decimal(text).unwrap()
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = hexadecimal.strip_prefix("0x").unwrap();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Vec<T> {
    #[derive(Deserialize)]
    struct File<T> {
        source: String,
        vectors: Vec<T>,
    }
    let file: File<T> = serde_json::from_str(json).unwrap();
    assert!(file.source.contains('@') && !file.vectors.is_empty());
    file.vectors
}

#[test]
fn poseidon_agrees_with_circomlibjs_for_every_arity_a15() {
    #[derive(Deserialize)]
    struct Vector {
        inputs: Vec<String>,
        output: String,
    }
    fn hash<const N: usize>(inputs: &[Fr]) -> Fr {
        poseidon::hash::<N>(inputs.try_into().unwrap())
    }
    let hashes: [fn(&[Fr]) -> Fr; 16] = [
        hash::<1>, hash::<2>, hash::<3>, hash::<4>, hash::<5>, hash::<6>, hash::<7>, hash::<8>, hash::<9>,
        hash::<10>, hash::<11>, hash::<12>, hash::<13>, hash::<14>, hash::<15>, hash::<16>,
    ];
    let mut seen = [0; 16];
    for Vector { inputs, output } in read::<Vector>(include_str!("../vectors/poseidon.json")) {
        let inputs: Vec<Fr> = inputs.iter().map(|input| field(input)).collect();
        assert_eq!(hashes[inputs.len() - 1](&inputs), field(&output), "{inputs:?}");
        seen[inputs.len() - 1] += 1;
    }
    assert_eq!(seen, [3; 16]);
}

#[test]
fn eddsa_agrees_with_zk_kit_byte_for_byte() {
    #[derive(Deserialize)]
    struct Signed {
        message: String,
        r8: [String; 2],
        s: String,
        packed: String,
    }
    #[derive(Deserialize)]
    struct Vector {
        private_key: String,
        secret_scalar: String,
        public_key: [String; 2],
        packed_public_key: String,
        signatures: Vec<Signed>,
    }
    for vector in read::<Vector>(include_str!("../vectors/eddsa.json")) {
        let private_key = bytes(&vector.private_key);
        let key = SigningKey::from_private_key(&private_key).unwrap();
        let [x, y] = &vector.public_key;
        assert_eq!(*key.public_key(), PublicKey::from_coordinates(field(x), field(y)).unwrap());
        let identity = Identity::from_private_key(&private_key).unwrap();
        assert_eq!(fr_to_decimal(identity.secret_scalar().expose_secret()), vector.secret_scalar);
        // zk-kit prints a packed key as an integer of up to 256 bits.
        let packed = key.public_key().to_bytes();
        assert_eq!(PublicKey::from_bytes(&packed), Ok(*key.public_key()));
        assert_eq!(integer_text(&packed), vector.packed_public_key);
        for signed in &vector.signatures {
            let message = field(&signed.message);
            let signature = key.sign(message);
            let [x, y] = &signed.r8;
            assert_eq!(signature.r, EdwardsPoint { x: field(x), y: field(y) });
            assert_eq!(scalar_to_decimal(&signature.s), signed.s);
            assert_eq!(signature.to_bytes().as_slice(), bytes(&signed.packed));
            assert_eq!(Signature::from_bytes(&signature.to_bytes()), Ok(signature));
            assert_eq!(key.public_key().verify(message, &signature), Ok(()));
        }
    }
}

/// The decimal form of little-endian bytes; the top bit is worth 2^255, which no field element holds.
fn integer_text(bytes: &[u8; 32]) -> String {
    let mut digits = vec![0_u32];
    for byte in bytes.iter().rev() {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += *digit << 8;
            *digit = carry % 10;
            carry /= 10;
        }
        while carry > 0 {
            digits.push(carry % 10);
            carry /= 10;
        }
    }
    digits.iter().rev().map(|digit| char::from_digit(*digit, 10).unwrap()).collect()
}

#[test]
fn identities_agree_with_semaphore() {
    #[derive(Deserialize)]
    struct Vector {
        text: Option<String>,
        private_key: String,
        exported: String,
        secret_scalar: String,
        public_key: [String; 2],
        commitment: String,
    }
    for vector in read::<Vector>(include_str!("../vectors/identity.json")) {
        let identity = Identity::from_private_key(&bytes(&vector.private_key)).unwrap();
        assert_eq!(*identity.export(), vector.exported);
        assert_eq!(fr_to_decimal(identity.secret_scalar().expose_secret()), vector.secret_scalar);
        let key = identity.public_key();
        assert_eq!([fr_to_decimal(&key.x()), fr_to_decimal(&key.y())], vector.public_key);
        assert_eq!(identity.id().to_string(), vector.commitment);
        assert_eq!(Identity::import(&vector.exported).unwrap().id(), identity.id());
        assert_eq!(identity.secret_scalar().contributor_id(), Some(identity.id()));
        assert_eq!(
            scalar_to_field(&identity.secret_scalar().to_scalar().unwrap()),
            *identity.secret_scalar().expose_secret()
        );
        if let Some(text) = vector.text {
            assert_eq!(Identity::from_text(&text).unwrap().id(), identity.id());
        }
    }
}

#[test]
fn lean_imt_agrees_with_zk_kit() {
    #[derive(Deserialize)]
    struct Proof {
        leaf_index: usize,
        index: u32,
        siblings: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Vector {
        leaves: Vec<String>,
        root: String,
        depth: usize,
        proofs: Vec<Proof>,
        exported: String,
        updated_position: usize,
        updated_leaf: String,
        updated_root: String,
    }
    for vector in read::<Vector>(include_str!("../vectors/lean_imt.json")) {
        let leaves: Vec<Fr> = vector.leaves.iter().map(|leaf| field(leaf)).collect();
        let mut tree = LeanImt::from_leaves(leaves.iter().copied()).unwrap();
        let mut one_by_one = LeanImt::new();
        for leaf in &leaves {
            one_by_one.insert(*leaf).unwrap();
        }
        assert_eq!(tree, one_by_one);
        assert_eq!((tree.root(), tree.depth()), (Some(field(&vector.root)), vector.depth));
        for expected in &vector.proofs {
            let proof = tree.proof(expected.leaf_index).unwrap();
            let siblings: Vec<Fr> = expected.siblings.iter().map(|sibling| field(sibling)).collect();
            assert_eq!((proof.index, &proof.siblings), (expected.index, &siblings));
            assert_eq!(proof.verify(leaves[expected.leaf_index], field(&vector.root)), Ok(()));
        }
        assert_eq!(tree.export(), vector.exported);
        assert_eq!(LeanImt::import(&vector.exported).unwrap(), tree);
        tree.update(vector.updated_position, field(&vector.updated_leaf)).unwrap();
        assert_eq!(tree.root(), Some(field(&vector.updated_root)));
    }
}

#[test]
fn attester_paths_agree_with_zk_kits_quinary_tree() {
    #[derive(Deserialize)]
    struct Proof {
        leaf_index: u32,
        path_indices: [usize; 7],
        siblings: [[String; 4]; 7],
    }
    #[derive(Deserialize)]
    struct Vector {
        leaves: Vec<String>,
        root: String,
        proofs: Vec<Proof>,
    }
    for vector in read::<Vector>(include_str!("../vectors/imt.json")) {
        for proof in &vector.proofs {
            let siblings =
                proof.siblings.each_ref().map(|level| level.each_ref().map(|sibling| field(sibling)));
            let path = AttesterPath { index: proof.leaf_index, siblings };
            assert_eq!(path.positions(), proof.path_indices);
            let leaf = field(&vector.leaves[usize::try_from(proof.leaf_index).unwrap()]);
            assert_eq!(path.verify(leaf, field(&vector.root)), Ok(()));
        }
    }
}
