//! A fact that workproof does not ship, in one file: *readings*.
//!
//! "A registered device signed at least `amount` of my readings, at different times, and their values lie in the band
//! `[low, high]`." The values and the times stay hidden. This is a whole fact: a statement, a witness, a check in plain
//! Rust and a circuit. Keys, proofs, verification and the claim envelope come from the other crates, for free.
//!
//! Run it with `cargo run --release -p workproof-circuits --example own_fact`.

use core::fmt;
use workproof_circuits::Circuit;
use workproof_circuits::circuit::public_inputs;
use workproof_circuits::gadgets::range::{boolean, enforce_in_range};
use workproof_circuits::gadgets::secret_scalar::SecretScalarVar;
use workproof_circuits::gadgets::{eddsa, poseidon as poseidon_gadget};
use workproof_circuits::r1cs::{ConstraintSystem, Linear, SynthesisError};
use workproof_protocol::{
    CommonInputs, ContributorId, Fr, Identity, IdentitySecret, Message, Nullifier, PublicInputs, PublicKey,
    Scope, Signature, SigningKey, Statement, poseidon,
};

/// How many readings a claim holds.
const CAPACITY: usize = 4;

/// A domain tag of our own: other hashes cannot be mistaken for a reading.
fn reading_tag() -> Fr {
    use ark_ff::PrimeField;
    Fr::from_be_bytes_mod_order(b"example.org/v1/reading")
}

/// What is public: the first four inputs are the same for every fact, then come the device and the band.
#[derive(Clone, Debug)]
struct ReadingsStatement {
    common: CommonInputs,
    device: PublicKey,
    low: u32,
    high: u32,
}

impl Statement for ReadingsStatement {
    const FACT: &'static str = "readings";
    const INPUT_NAMES: &'static [&'static str] =
        &["scope", "nullifier", "message", "amount", "device_x", "device_y", "band"];

    fn common(&self) -> &CommonInputs {
        &self.common
    }

    fn public_inputs(&self) -> PublicInputs {
        let [scope, nullifier, message, amount] = self.common.to_fields();
        let band = Fr::from(self.low) + Fr::from(self.high) * Fr::from(1u64 << 32);
        PublicInputs::new([scope, nullifier, message, amount, self.device.x(), self.device.y(), band])
    }
}

/// What stays secret.
struct ReadingsWitness {
    secret: IdentitySecret,
    readings: Vec<Reading>,
}

#[derive(Clone)]
struct Reading {
    time: u32,
    value: u32,
    signature: Signature,
}

/// What the device signs.
fn reading_message(scope: Scope, contributor: ContributorId, time: u32, value: u32) -> Fr {
    poseidon::hash([reading_tag(), scope.to_field(), contributor.to_field(), Fr::from(time), Fr::from(value)])
}

/// One variant for each clause.
#[derive(Debug, PartialEq, Eq)]
enum ReadingsViolation {
    Secret,
    NoReadings,
    Nullifier,
    TooMany,
    Signature(usize),
    TimesIncrease(usize),
    Band(usize),
    Amount,
}

impl fmt::Display for ReadingsViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret => write!(f, "the secret is not a scalar"),
            Self::NoReadings => write!(f, "there is no reading: a claim needs at least one"),
            Self::Nullifier => write!(f, "the nullifier is not that of the secret and the scope"),
            Self::TooMany => write!(f, "a claim holds {CAPACITY} readings: split them"),
            Self::Signature(i) => {
                write!(f, "reading {i} is not signed by the device for this contributor and scope")
            }
            Self::TimesIncrease(i) => write!(f, "reading {i} is not later than the one before"),
            Self::Band(i) => write!(f, "reading {i} lies outside the band: leave it out"),
            Self::Amount => write!(f, "fewer readings than the claimed amount"),
        }
    }
}

impl core::error::Error for ReadingsViolation {}

struct ReadingsCircuit;

impl Circuit for ReadingsCircuit {
    type Statement = ReadingsStatement;
    type Witness = ReadingsWitness;
    type Violation = ReadingsViolation;

    fn name(&self) -> String {
        format!("readings-{CAPACITY}")
    }

    fn capacity(&self) -> usize {
        CAPACITY
    }

    fn check(
        &self,
        statement: &ReadingsStatement,
        witness: &ReadingsWitness,
    ) -> Result<(), ReadingsViolation> {
        let common = &statement.common;
        if common.nullifier != Nullifier::contributor(common.scope, &witness.secret, 0) {
            return Err(ReadingsViolation::Nullifier);
        }
        if witness.readings.is_empty() {
            return Err(ReadingsViolation::NoReadings);
        }
        if witness.readings.len() > CAPACITY {
            return Err(ReadingsViolation::TooMany);
        }
        let id = witness.secret.contributor_id().ok_or(ReadingsViolation::Secret)?;
        let mut before = 0;
        for (index, reading) in witness.readings.iter().enumerate() {
            let message = reading_message(common.scope, id, reading.time, reading.value);
            if statement.device.verify(message, &reading.signature).is_err() {
                return Err(ReadingsViolation::Signature(index));
            }
            if reading.time <= before {
                return Err(ReadingsViolation::TimesIncrease(index));
            }
            before = reading.time;
            if reading.value < statement.low || reading.value > statement.high {
                return Err(ReadingsViolation::Band(index));
            }
        }
        let count = u64::try_from(witness.readings.len()).unwrap_or(u64::MAX);
        if common.amount > count { Err(ReadingsViolation::Amount) } else { Ok(()) }
    }

    fn synthesize(
        &self,
        cs: &mut ConstraintSystem,
        instance: Option<(&ReadingsStatement, &ReadingsWitness)>,
    ) -> Result<(), SynthesisError> {
        let (statement, witness) = instance.unzip();
        let [scope, nullifier, message, amount, device_x, device_y, band] = public_inputs(cs, statement);
        cs.enter_clause("clause:readings-message-bound");
        cs.product(&message, &message);

        cs.enter_clause("clause:readings-nullifier");
        let secret = SecretScalarVar::new(cs, witness.and_then(|w| w.secret.to_scalar()).as_deref());
        let id = poseidon_gadget::hash(cs, [&secret.public_x, &secret.public_y]);
        let tag = Linear::from(workproof_protocol::DomainTag::Nullifier.to_field());
        let derived = poseidon_gadget::hash(cs, [&tag, &scope, &secret.scalar, &Linear::zero()]);
        cs.enforce_equal(&derived, &nullifier);

        cs.enter_clause("clause:readings-band");
        let low = cs.hint(|| statement.map_or_else(Fr::default, |s| Fr::from(s.low)));
        let high = cs.hint(|| statement.map_or_else(Fr::default, |s| Fr::from(s.high)));
        enforce_in_range(cs, &low, 32);
        enforce_in_range(cs, &high, 32);
        cs.enforce_equal(&(&low + high.times(Fr::from(1u64 << 32))), &band);

        // Every slot holds a signed reading: an empty one repeats the first, and its flag keeps it from being counted.
        let mut before = Linear::zero();
        let mut enabled_sum = Linear::zero();
        for index in 0..CAPACITY {
            let reading = witness.and_then(|w| w.readings.get(index).or(w.readings.first()));
            let is_filled = witness.is_some_and(|w| index < w.readings.len());
            cs.enter_clause("clause:readings-slot");
            let enabled = boolean(cs, || is_filled);
            let time = cs.hint(|| Fr::from(reading.map_or(0, |r| r.time)));
            let value = cs.hint(|| Fr::from(reading.map_or(0, |r| r.value)));

            cs.enter_clause("clause:readings-signature");
            let tag = Linear::from(reading_tag());
            let signed = poseidon_gadget::hash(cs, [&tag, &scope, &id, &time, &value]);
            eddsa::enforce_signature(cs, &device_x, &device_y, &signed, reading.map(|r| &r.signature));

            cs.enter_clause("clause:readings-times-increase");
            enforce_in_range(cs, &time, 32);
            let step = cs.product(&enabled, &(&time - &before));
            enforce_in_range(cs, &(&step - &enabled), 32);
            before = before + step;

            cs.enter_clause("clause:readings-band");
            let above = cs.product(&enabled, &(&value - &low));
            let below = cs.product(&enabled, &(&high - &value));
            enforce_in_range(cs, &above, 32);
            enforce_in_range(cs, &below, 32);
            enabled_sum = enabled_sum + enabled;
        }

        cs.enter_clause("clause:readings-amount");
        enforce_in_range(cs, &amount, 8);
        enforce_in_range(cs, &(enabled_sum - &amount), 8);
        Ok(())
    }
}

#[expect(clippy::print_stdout, reason = "the example shows what it did")]
fn main() -> Result<(), Box<dyn core::error::Error>> {
    let device = SigningKey::from_private_key(b"the device's private key, 32 byte")?;
    let identity = Identity::from_private_key(b"the contributor's private key")?;
    let scope = Scope::from_field(Fr::from(2026u64));
    let id = identity.id();
    let readings = [(10, 215), (20, 219), (35, 221)]
        .map(|(time, value)| Reading {
            time,
            value,
            signature: device.sign(reading_message(scope, id, time, value)),
        })
        .to_vec();
    let common = CommonInputs {
        scope,
        nullifier: Nullifier::contributor(scope, identity.secret_scalar(), 0),
        message: Message::from_field(Fr::from(7u64)),
        amount: 3,
    };
    let statement = ReadingsStatement { common, device: *device.public_key(), low: 200, high: 230 };
    let mut witness = ReadingsWitness { secret: identity.secret_scalar().clone(), readings };

    let circuit = ReadingsCircuit;
    circuit.check(&statement, &witness)?;
    let shape = circuit.r1cs()?;
    let assignment = circuit.assignment(&statement, &witness)?;
    assert_eq!(shape.first_unsatisfied_row(&assignment), None);

    // A reading replayed at the same time is refused by the check and by the rows.
    let again = witness.readings.get(1).cloned();
    witness.readings.truncate(2);
    witness.readings.extend(again);
    assert_eq!(circuit.check(&statement, &witness), Err(ReadingsViolation::TimesIncrease(2)));
    assert!(circuit.assignment(&statement, &witness).is_err());

    println!(
        "{}: {} constraints, satisfied; a replayed reading is refused",
        circuit.name(),
        shape.constraints()
    );
    Ok(())
}
