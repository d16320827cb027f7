//! A fact for tests, "y is a square", with keys and proofs made by ark-groth16.

use ark_ec::AffineRepr;
use ark_ff::Field;
use ark_groth16::Groth16;
use ark_relations::gr1cs::{
    ConstraintSynthesizer, ConstraintSystemRef, LinearCombination, SynthesisError, Variable,
};
use ark_snark::{CircuitSpecificSetupSNARK, SNARK};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use serde::{Deserialize, Serialize};
use workproof_protocol::{
    CommonInputs, Fr as Field254, Message, Nullifier, PublicInputs, Scope, Statement, fr_from_decimal,
};
use workproof_verifier::curve::{Bn254, Fr, G2Affine};
use workproof_verifier::{CircuitDigest, CircuitId, CircuitName, Proof, VerifyingKey, VerifyingKeyPoints};

/// "y is a square."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SquareStatement {
    pub(crate) scope: Scope,
    pub(crate) amount: u32,
    pub(crate) y: String,
    #[serde(skip, default = "no_common")]
    common: Option<CommonInputs>,
}

fn no_common() -> Option<CommonInputs> {
    None
}

impl SquareStatement {
    pub(crate) fn new(scope: u64, y: Fr) -> Self {
        let scope = Scope::from_field(Field254::from(scope));
        Self { scope, amount: 4, y: workproof_protocol::fr_to_decimal(&y), common: None }
    }
}

impl Statement for SquareStatement {
    const FACT: &'static str = "square";
    const INPUT_NAMES: &'static [&'static str] = &["scope", "nullifier", "message", "amount", "y"];

    fn common(&self) -> &CommonInputs {
        self.common.as_ref().expect("not asked for in these tests")
    }

    fn public_inputs(&self) -> PublicInputs {
        let common = CommonInputs {
            scope: self.scope,
            nullifier: Nullifier::from_field(Field254::from(2_u8)),
            message: Message::from_field(Field254::from(3_u8)),
            amount: u64::from(self.amount),
        };
        let [scope, nullifier, message, amount] = common.to_fields();
        PublicInputs::new([scope, nullifier, message, amount, fr_from_decimal(&self.y).unwrap()])
    }
}

/// The same public inputs under the name of another fact.
#[derive(Clone, Debug)]
pub(crate) struct OtherFact(pub(crate) SquareStatement);

impl Statement for OtherFact {
    const FACT: &'static str = "other";
    const INPUT_NAMES: &'static [&'static str] = SquareStatement::INPUT_NAMES;
    fn common(&self) -> &CommonInputs {
        self.0.common()
    }
    fn public_inputs(&self) -> PublicInputs {
        self.0.public_inputs()
    }
}

/// The same fact with one public input too few.
#[derive(Clone, Debug)]
pub(crate) struct OneTooFew(pub(crate) SquareStatement);

impl Statement for OneTooFew {
    const FACT: &'static str = "square";
    const INPUT_NAMES: &'static [&'static str] = &["scope", "nullifier", "message", "amount"];
    fn common(&self) -> &CommonInputs {
        self.0.common()
    }
    fn public_inputs(&self) -> PublicInputs {
        let inputs = self.0.public_inputs();
        let [a, b, c, d, _] = inputs.as_slice() else { panic!("five inputs") };
        PublicInputs::new([*a, *b, *c, *d])
    }
}

/// The same fact with one public input too many: zero, which changes no sum.
#[derive(Clone, Debug)]
pub(crate) struct OneTooMany(pub(crate) SquareStatement);

impl Statement for OneTooMany {
    const FACT: &'static str = "square";
    const INPUT_NAMES: &'static [&'static str] = &["scope", "nullifier", "message", "amount", "y", "zero"];
    fn common(&self) -> &CommonInputs {
        self.0.common()
    }
    fn public_inputs(&self) -> PublicInputs {
        let inputs = self.0.public_inputs();
        let [a, b, c, d, e] = inputs.as_slice() else { panic!("five inputs") };
        PublicInputs::new([*a, *b, *c, *d, *e, Fr::from(0)])
    }
}

/// The circuit, with its public inputs and the root.
#[derive(Clone)]
struct SquareCircuit {
    inputs: Vec<Fr>,
    root: Fr,
}

impl ConstraintSynthesizer<Fr> for SquareCircuit {
    fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), SynthesisError> {
        let inputs: Vec<Variable> =
            self.inputs.iter().map(|value| cs.new_input_variable(|| Ok(*value))).collect::<Result<_, _>>()?;
        let root = cs.new_witness_variable(|| Ok(self.root))?;
        let form = |variable: Variable| LinearCombination::from(variable);
        let last = *inputs.last().unwrap();
        cs.enforce_r1cs_constraint(|| form(root), || form(root), || form(last))?;
        for input in inputs {
            let copy =
                cs.new_witness_variable(|| cs.assigned_value(input).ok_or(SynthesisError::Unsatisfiable))?;
            cs.enforce_r1cs_constraint(|| form(copy), || form(Variable::One), || form(input))?;
        }
        Ok(())
    }
}

/// A key with the means to prove under it.
pub(crate) struct SquareKey {
    proving: ark_groth16::ProvingKey<Bn254>,
    pub(crate) verifying: VerifyingKey,
    pub(crate) ark: ark_groth16::VerifyingKey<Bn254>,
    rng: ChaCha20Rng,
}

impl SquareKey {
    pub(crate) fn new(seed: u64) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let blank = SquareCircuit { inputs: vec![Fr::from(1); 5], root: Fr::from(1) };
        let (proving, ark) = Groth16::<Bn254>::setup(blank, &mut rng).unwrap();
        let verifying = VerifyingKey::new(circuit_id("square-1"), points_of(&ark)).unwrap();
        Self { proving, verifying, ark, rng }
    }

    /// A statement about the square of `root`, and its proof.
    pub(crate) fn prove(&mut self, scope: u64, root: u64) -> (SquareStatement, Proof) {
        let root = Fr::from(root);
        let statement = SquareStatement::new(scope, root.square());
        let inputs = statement.public_inputs().as_slice().to_vec();
        (statement, self.prove_inputs(inputs, root))
    }

    /// A proof of any five inputs of which the last is the square of `root`.
    pub(crate) fn prove_inputs(&mut self, inputs: Vec<Fr>, root: Fr) -> Proof {
        let proof =
            Groth16::<Bn254>::prove(&self.proving, SquareCircuit { inputs, root }, &mut self.rng).unwrap();
        Proof::new(proof.a, proof.b, proof.c).unwrap()
    }
}

pub(crate) fn circuit_id(name: &str) -> CircuitId {
    CircuitId::new(CircuitName::new(name).unwrap(), CircuitDigest::new([9; 32]))
}

pub(crate) fn points_of(key: &ark_groth16::VerifyingKey<Bn254>) -> VerifyingKeyPoints {
    VerifyingKeyPoints {
        alpha_g1: key.alpha_g1,
        beta_g2: key.beta_g2,
        gamma_g2: key.gamma_g2,
        delta_g2: key.delta_g2,
        ic: key.gamma_abc_g1.clone(),
    }
}

pub(crate) fn g2_generator() -> G2Affine {
    G2Affine::generator()
}
