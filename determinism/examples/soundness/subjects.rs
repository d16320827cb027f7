//! The circuits that are looked at: gadgets alone, with their arguments as free inputs, and whole facts.

use workproof_circuits::gadgets::attester_path::{self, PathLevel};
use workproof_circuits::gadgets::lean_imt_path::{self, Path};
use workproof_circuits::gadgets::secret_scalar::SecretScalarVar;
use workproof_circuits::gadgets::{eddsa, poseidon, range, sponge};
use workproof_circuits::r1cs::{ConstraintSystem, Domain, Linear, R1cs, shape_and_values};
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_protocol::{Fr, Scalar, SigningKey};
use workproof_prover::sample_claims;

use crate::Failure;

/// A circuit, satisfying assignments of it, and how much of it is mutated.
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) shape: R1cs,
    /// Public inputs that are to be proven, not given.
    pub(crate) outputs: Vec<u32>,
    pub(crate) honest: Vec<Vec<Fr>>,
    /// Every so manieth row is mutated; 0 for none.
    pub(crate) stride: usize,
    /// The same for a full run.
    pub(crate) full_stride: usize,
}

/// A name, and what makes the subject.
type Entry = (&'static str, fn(&str) -> Result<Subject, Failure>);

/// All subjects, the small ones first.
pub(crate) const ALL: &[Entry] = &[
    ("range-64", |name| {
        gadget(name, 1, 1, &|cs, seed| {
            let bound = Domain::Between(0, u64::MAX);
            let x = cs.free_input("number", bound, || Fr::from(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
            range::enforce_in_range(cs, &x, 64);
        })
    }),
    ("nonzero-test", |name| {
        gadget(name, 1, 1, &|cs, seed| {
            let x = cs.free_input("number", Domain::Any, || Fr::from(seed / 2));
            range::is_nonzero(cs, &x);
        })
    }),
    ("hash-of-2", |name| {
        gadget(name, 1, 1, &|cs, seed| {
            let [x, y] = anything(cs, seed);
            poseidon::hash(cs, [&x, &y]);
        })
    }),
    ("hash-of-5", |name| {
        gadget(name, 8, 1, &|cs, seed| {
            let inputs: [Linear; 5] = anything(cs, seed);
            poseidon::hash(cs, inputs.each_ref());
        })
    }),
    ("list-of-20", |name| {
        gadget(name, 60, 4, &|cs, seed| {
            let inputs: [Linear; 20] = anything(cs, seed);
            sponge::commit(cs, &inputs);
        })
    }),
    ("attester-path-2", |name| {
        gadget(name, 4, 1, &|cs, seed| {
            let [leaf] = anything(cs, seed);
            let level = |position: u64| PathLevel {
                siblings: [31, 32, 33, 34].map(|s| Fr::from(s * seed)),
                position: u8::try_from(position % 5).unwrap_or_default(),
            };
            attester_path::root_and_position(cs, &leaf, 2, &[level(seed), level(seed / 5)]);
        })
    }),
    ("contributor-path-3", |name| {
        gadget(name, 4, 1, &|cs, seed| {
            let [leaf] = anything(cs, seed);
            // last position and position, so that levels are skipped, taken from the left and from the right
            let places = [(7, 3), (4, 4), (5, 2), (7, 7), (6, 6), (0, 0), (4, 3), (6, 1)];
            let place = usize::try_from(seed % 8).ok().and_then(|index| places.get(index));
            let (last, position) = place.copied().unwrap_or_default();
            let bits: Vec<Linear> = (0..3)
                .map(|bit| range::free_boolean(cs, "bit of the last position", || last >> bit & 1 == 1))
                .collect();
            let siblings = (1..4).map(|level| Some(Fr::from(100 * seed + level))).collect();
            lean_imt_path::root(cs, &leaf, &bits, &Path { position, siblings });
        })
    }),
    ("secret-scalar", |name| {
        gadget(name, 32, 4, &|cs, seed| {
            SecretScalarVar::new(cs, Some(&(Scalar::from(seed) * -Scalar::from(0xdead_beef_u64))));
        })
    }),
    ("signature", |name| {
        gadget(name, 80, 8, &|cs, seed| {
            let seed = u8::try_from(seed).unwrap_or_default();
            let Ok(key) = SigningKey::from_private_key(&[seed; 32]) else { return };
            let message = Fr::from(u64::from(seed));
            let public = *key.public_key();
            let (x, y) = (cs.hint(|| public.x()), cs.hint(|| public.y()));
            let signed = cs.free_input("message", Domain::Any, || message);
            eddsa::enforce_signature(cs, &x, &y, &signed, Some(&key.sign(message)));
        })
    }),
    ("relay-2", |_| relay(2, 4_000, 1_000)),
    ("relay-10", |_| relay(10, 0, 0)),
    ("gold-256", |_| gold(256, 8_000, 2_000)),
    ("gold-1024", |_| gold(1_024, 0, 0)),
];

/// So many free inputs of any value.
fn anything<const N: usize>(cs: &mut ConstraintSystem, seed: u64) -> [Linear; N] {
    let mut value = seed;
    core::array::from_fn(|_| {
        value = (value * 31 + 7) % 1_000_003;
        cs.free_input("argument", Domain::Any, || Fr::from(value))
    })
}

fn gadget(
    name: &str,
    stride: usize,
    full_stride: usize,
    gadget: &dyn Fn(&mut ConstraintSystem, u64),
) -> Result<Subject, Failure> {
    let (shape, _) = shape_and_values(|cs| gadget(cs, 1))?;
    let run = |seed| shape_and_values(|cs| gadget(cs, seed)).map(|(_, values)| values.to_vec());
    let honest =
        [1, 20, 2, 3, 10, 11, 28, 30, 31, 40, 5, 24].into_iter().map(run).collect::<Result<_, _>>()?;
    Ok(Subject { name: name.to_owned(), shape, outputs: Vec::new(), honest, stride, full_stride })
}

/// The nullifier and the contributors' root follow from the rest.
fn relay(capacity: u8, stride: usize, full_stride: usize) -> Result<Subject, Failure> {
    let circuit = RelayCircuit::with_capacity_for_tests(capacity);
    let (statement, witness) = sample_claims::relay(usize::from(capacity))?;
    let mut fewer = witness.clone();
    fewer.vouchers.truncate(1);
    let mut smaller = statement.clone();
    smaller.terms.attesters = 1;
    smaller.common.amount = 1;
    let honest = [(&statement, &witness), (&smaller, &fewer)];
    let honest = honest
        .into_iter()
        .map(|(statement, witness)| circuit.assignment(statement, witness).map(|values| values.to_vec()))
        .collect::<Result<_, _>>()?;
    Ok(Subject {
        name: circuit.name(),
        shape: circuit.r1cs()?,
        outputs: vec![2, 5],
        honest,
        stride,
        full_stride,
    })
}

/// The nullifier and both commitments follow from the rest.
fn gold(capacity: usize, stride: usize, full_stride: usize) -> Result<Subject, Failure> {
    let circuit = GoldCircuit::new(capacity).ok_or("no such capacity")?;
    let (statement, witness) = sample_claims::gold(capacity)?;
    let honest = vec![circuit.assignment(&statement, &witness)?.to_vec()];
    Ok(Subject {
        name: circuit.name(),
        shape: circuit.r1cs()?,
        outputs: vec![2, 6, 8],
        honest,
        stride,
        full_stride,
    })
}
