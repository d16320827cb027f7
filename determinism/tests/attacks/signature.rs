//! Attacks on the rows of a signature, all without the attester's secret.

use crate::attack::{Check, Title, carry_out, here};
use ark_ff::{Field, PrimeField};
use std::sync::OnceLock;
use workproof_circuits::gadgets::eddsa::{DIGITS, enforce_signature};
use workproof_circuits::r1cs::{Domain, FreeInput, R1cs, shape_and_values};
use workproof_determinism::attack::Solver;
use workproof_determinism::mutation::{Fate, Laboratory, Mutation};
use workproof_determinism::{Given, System};
use workproof_protocol::babyjubjub::montgomery::{MontgomeryPoint, T2, T8};
use workproof_protocol::babyjubjub::{BASE8, wide_integer_to_scalar};
use workproof_protocol::{EdwardsPoint, Fr, Scalar, Signature, fr_to_le_bytes, poseidon};

/// What a filled gadget is about. Columns: 1, key, message, then the hint for an eighth of the key.
struct Filled {
    key: EdwardsPoint,
    message: Fr,
    signature: Signature,
}

const KEY_X: usize = 1;
const MESSAGE: usize = 3;
const EIGHTH: usize = 4;

impl Filled {
    fn shape_and_values(&self) -> (R1cs, Vec<Fr>) {
        let (shape, values) = shape_and_values(|cs| {
            let (x, y) = (cs.hint(|| self.key.x), cs.hint(|| self.key.y));
            let message = cs.free_input("message", Domain::Any, || self.message);
            enforce_signature(cs, &x, &y, &message, Some(&self.signature));
        })
        .unwrap();
        (shape, values.to_vec())
    }
}

/// Signs with a secret and a nonce under a key, which need not be the secret's.
fn sign(key: &EdwardsPoint, secret: Scalar, message: Fr) -> Signature {
    let nonce = Scalar::from(31_337u64);
    let r = BASE8.mul(&nonce);
    let h = challenge(&r, key, message);
    Signature { r, s: nonce + Scalar::from(8u64) * h * secret }
}

fn challenge(r: &EdwardsPoint, key: &EdwardsPoint, message: Fr) -> Scalar {
    wide_integer_to_scalar(&fr_to_le_bytes(&poseidon::hash([r.x, r.y, key.x, key.y, message])))
}

fn attester() -> (EdwardsPoint, Scalar) {
    let secret = Scalar::from(987_654_321u64);
    (BASE8.mul(&secret), secret)
}

fn shape() -> &'static R1cs {
    static SHAPE: OnceLock<R1cs> = OnceLock::new();
    SHAPE.get_or_init(|| {
        let (key, secret) = attester();
        let message = Fr::from(1u64);
        Filled { key, message, signature: sign(&key, secret, message) }.shape_and_values().0
    })
}

/// Everything that follows from the free inputs, and from the key where the rows that fix it are taken out.
fn solve(values: &[Fr], key_is_free: bool) -> Vec<Fr> {
    let system = System::from_r1cs(shape());
    let mut given = Given::of_shape(shape(), &[]);
    if key_is_free {
        let keys = [1, 2].map(|column| FreeInput::new(column, "chosen in the twin", Domain::Any));
        given.free.extend(keys);
    }
    Solver::new(&system, &given).solve(values)
}

/// The rows that say what the key's coordinates are: those with the key's abscissa as the only factor on the left.
fn key_rows() -> Check<'static> {
    let is_key = |row: &usize| shape().a.row(*row).eq([(u32::try_from(KEY_X).unwrap(), Fr::ONE)]);
    let row = (0..shape().constraints()).find(is_key).unwrap();
    Check::two_rows(shape(), row, "the key is the point that is multiplied")
}

/// Columns of free inputs whose meaning begins so.
fn columns(meaning: &str) -> Vec<usize> {
    let free = shape().free_inputs.iter().filter(|free| free.meaning.starts_with(meaning));
    free.map(|free| usize::try_from(free.column).unwrap()).collect()
}

fn affine(point: &MontgomeryPoint) -> (Fr, Fr) {
    point.coordinates().unwrap()
}

/// The ladder multiplies another key than the one that is hashed and enrolled: whoever owns that one signs for everybody.
#[test]
fn a_key_of_ones_own_is_not_multiplied_a2() {
    let title = Title {
        id: "A2",
        what: "signed with another secret than that of the key in the leaf",
        test: here!(),
    };
    let (victim, _) = attester();
    let own = Scalar::from(5_555_555u64);
    let message = Fr::from(300u64);
    let signature = sign(&victim, own, message);
    let (_, mut values) = Filled { key: victim, message, signature }.shape_and_values();
    let own_key = MontgomeryPoint::from_edwards(&BASE8.mul(&own));
    let eighth = own_key.mul(&Scalar::from(8u64).inverse().unwrap());
    (values[EIGHTH], values[EIGHTH + 1]) = affine(&eighth);
    // the digits are chosen as points: the same digits, of the other key
    let unit = |key: &MontgomeryPoint| affine(&key.double().double().double().add(&T2));
    let (old, new) = (unit(&MontgomeryPoint::from_edwards(&victim)), unit(&own_key));
    let digits = columns("digit of the challenge, as a point");
    assert_eq!(digits.len(), 2 * DIGITS);
    for pair in digits.chunks(2) {
        let (x, y) = (pair[0], pair[1]);
        if values[x] == old.0 {
            (values[x], values[y]) = (new.0, if values[y] == old.1 { new.1 } else { -new.1 });
        }
    }
    carry_out(&title, &key_rows(), &solve(&values, true));
}

/// The rows compute with `8A'`, which has no torsion; the key that is hashed has some.
#[test]
fn a_key_with_torsion_a17() {
    let title = Title { id: "A17", what: "A + T as a key: eight enrolled keys of one secret", test: here!() };
    let (key, secret) = attester();
    for multiple in 1..8u64 {
        let key = key.add(&T8.mul_bigint(&[multiple]).to_edwards());
        let message = Fr::from(multiple);
        let (_, values) = Filled { key, message, signature: sign(&key, secret, message) }.shape_and_values();
        carry_out(&title, &key_rows(), &values);
    }
}

/// A bit of the challenge's multiple of `l` that is no bit makes up for any difference of two challenges.
#[test]
fn a_signature_is_not_moved_to_another_message_a4() {
    let title = Title {
        id: "A4",
        what: "a digit of the challenge that is no digit: a signature moved to any message",
        test: here!(),
    };
    let (key, secret) = attester();
    let signed = Fr::from(300u64);
    let signature = sign(&key, secret, signed);
    let (_, mut values) = Filled { key, message: signed, signature }.shape_and_values();
    let message = Fr::from(300_000_000u64);
    let hash = |message| poseidon::hash([signature.r.x, signature.r.y, key.x, key.y, message]);
    let [_, first_multiple, ..] = columns("top digit of the challenge")[..] else { panic!("no top digits") };
    let order = Fr::from(Scalar::MODULUS);
    values[first_multiple] += (hash(message) - hash(signed)) * order.inverse().unwrap();
    values[MESSAGE] = message;
    let column = u32::try_from(first_multiple).unwrap();
    let is_bit =
        |row: &usize| shape().a.row(*row).eq([(column, Fr::ONE)]) && shape().c.row(*row).next().is_none();
    let row = (0..shape().constraints()).find(is_bit).unwrap();
    let check = Check::row(shape(), row, "a bit of the challenge's multiple is a bit");
    carry_out(&title, &check, &solve(&values, false));
}

/// Whoever may put any point in the place of a window's entry chooses R first, and lets that point make up for it.
#[test]
fn an_entry_of_a_window_is_an_entry_a3() {
    let title =
        Title { id: "A3", what: "a point that is in no window: a signature from nothing", test: here!() };
    let (key, _) = attester();
    let message = Fr::from(1u64 << 40);
    let (r, s) = (BASE8.mul(&Scalar::from(271_828u64)), Scalar::from(314_159u64));
    let (_, mut values) = Filled { key, message, signature: Signature { r, s } }.shape_and_values();
    // what S and the challenge lead to, and what is missing to R
    let h = challenge(&r, &key, message) * Scalar::from(8u64);
    let reached = BASE8.mul(&s).add(&key.mul(&h).neg());
    let scale = Scalar::from(3u64).pow([u64::try_from(DIGITS).unwrap()]).inverse().unwrap();
    let missing = MontgomeryPoint::from_edwards(&r.add(&reached.neg())).mul(&scale);
    let window = columns("entry of a window");
    let (x, y) = (window[0], window[1]);
    let entry = MontgomeryPoint::from_edwards(&edwards(values[x], values[y])).add(&missing);
    (values[x], values[y]) = affine(&entry);
    // two rows with zero as their product follow the square of the entry's ordinate
    let column = u32::try_from(y).unwrap();
    let is_square = |row: &usize| shape().a.row(*row).eq([(column, Fr::ONE)]);
    let row = (0..shape().constraints()).find(is_square).unwrap();
    let check = Check::two_rows(shape(), row + 1, "an entry of a window is one of its four");
    carry_out(&title, &check, &solve(&values, false));
}

/// Without one of the six rows of its last round the challenge is no hash: the digits still determine it, so that only an attack, another
/// message, shows what the row is for.
#[test]
fn every_row_of_the_last_round_is_needed_a1() {
    let (key, secret) = attester();
    let message = Fr::from(12u64);
    let (_, values) = Filled { key, message, signature: sign(&key, secret, message) }.shape_and_values();
    let system = System::from_r1cs(shape());
    let given = Given::of_shape(shape(), &[]);
    let honest = [values];
    let laboratory = Laboratory::new(&system, &given, &honest);
    for row in LAST_ROUND..LAST_ROUND + 6 {
        assert_eq!(laboratory.fate(row, Mutation::Drop), Some(Fate::KilledByAttack), "row {row}");
    }
}

/// The first of the six rows that end the hash: 24 for the key, 7 for its tables, then 321.
const LAST_ROUND: u32 = 24 + 7 + 321 - 6;

/// The Edwards coordinates of a point in Montgomery form.
fn edwards(u: Fr, v: Fr) -> EdwardsPoint {
    EdwardsPoint { x: u * v.inverse().unwrap(), y: (u - Fr::ONE) * (u + Fr::ONE).inverse().unwrap() }
}
