//! The crate `workproof-verifier` itself, through each form that it reads, and its batch check.

use ark_bn254::Fr;
use workproof_protocol::{
    CommonInputs, GoldStatement, Message, Nullifier, PublicInputs, RelayStatement, Scope, Statement,
    fr_from_decimal,
};
use workproof_verifier::forms::{
    arkworks_uncompressed, eip197, inputs_from_be_bytes, inputs_from_le_bytes, solana,
};
use workproof_verifier::{Claim, Proof, verify_batch};

use crate::case::{Case, ProofNumbers};
use crate::form::{Form, NotExpressible, Said};
use crate::keys::{Key, Keys};
use crate::verifier::{OneByOne, Verifier};

/// One verifier for each form, and two for batches.
pub fn verifiers(keys: &Keys) -> Vec<Box<dyn Verifier + '_>> {
    let form = |name, form: Form| -> Box<dyn Verifier + '_> {
        Box::new(OneByOne::new(name, move |_, case: &Case| {
            let key = keys.at(case.key);
            Ok(accepts(key, &form.say(case, key)?, form))
        }))
    };
    let batch = |name, form: Form| -> Box<dyn Verifier + '_> {
        Box::new(OneByOne::new(name, move |place, case: &Case| batch_accepts(keys, place, case, form)))
    };
    vec![
        form("native, compressed", Form::Compressed),
        form("native, EIP-197", Form::Eip197),
        form("native, Solana", Form::Solana),
        form("native, Solana compressed", Form::SolanaCompressed),
        form("native, uncompressed", Form::Uncompressed),
        form("native, snarkjs", Form::Snarkjs),
        form("native, claim", Form::Claim),
        batch("native batch, compressed", Form::Compressed),
        batch("native batch, EIP-197", Form::Eip197),
    ]
}

/// Reads and checks.
pub fn accepts(key: &Key, said: &Said, form: Form) -> bool {
    if let Said::Claim(json) = said {
        return match key.fact() {
            RelayStatement::FACT => claim_holds::<RelayStatement>(key, json),
            _ => claim_holds::<GoldStatement>(key, json),
        };
    }
    let foreign = key.prepared.as_foreign();
    read(said, form).is_some_and(|(inputs, proof)| foreign.verify(&inputs, &proof).is_ok())
}

fn claim_holds<S: Statement + serde::de::DeserializeOwned>(key: &Key, json: &str) -> bool {
    Claim::<S>::from_json(json.as_bytes()).is_ok_and(|claim| claim.verify(&key.prepared).is_ok())
}

/// What the decoders make of it.
fn read(said: &Said, form: Form) -> Option<(Vec<Fr>, Proof)> {
    match said {
        Said::Bytes { proof, inputs } => {
            let (proof, inputs) = match form {
                Form::Compressed => (Proof::from_bytes(proof), inputs_from_le_bytes(inputs)),
                Form::Uncompressed => {
                    (arkworks_uncompressed::proof_from_bytes(proof), inputs_from_le_bytes(inputs))
                }
                Form::Solana => (solana::proof_from_bytes(proof), inputs_from_be_bytes(inputs)),
                Form::SolanaCompressed => {
                    (solana::proof_from_compressed_bytes(proof), inputs_from_be_bytes(inputs))
                }
                Form::Eip197 | Form::Snarkjs | Form::Claim => {
                    (eip197::proof_from_bytes(proof), inputs_from_be_bytes(inputs))
                }
            };
            Some((inputs.ok()?, proof.ok()?))
        }
        Said::Snarkjs { proof, signals } => {
            let inputs = signals.iter().map(|signal| fr_from_decimal(signal).ok()).collect::<Option<_>>()?;
            Some((inputs, Proof::from_snarkjs_json(proof.as_bytes()).ok()?))
        }
        Said::Claim(_) => None,
    }
}

/// The case among claims that hold, at a place that changes from case to case.
fn batch_accepts(keys: &Keys, place: usize, case: &Case, form: Form) -> Result<bool, NotExpressible> {
    let key = keys.at(case.key);
    let mut claims = Vec::new();
    for one in batch_of(keys, place, case) {
        claims.push(read(&form.say(&one, key)?, form));
    }
    let Some(claims) = claims.into_iter().collect::<Option<Vec<_>>>() else { return Ok(false) };
    match key.fact() {
        RelayStatement::FACT => all_hold::<RelayInputs>(key, &claims),
        _ => all_hold::<GoldInputs>(key, &claims),
    }
}

/// The case and two other claims under its key, in the order in which a batch has them.
pub fn batch_of(keys: &Keys, place: usize, case: &Case) -> [Case; 3] {
    let claims = &keys.at(case.key).claims;
    let beside = |index: usize| {
        let proven = &claims[(place + index) % claims.len()];
        Case {
            name: "a claim beside it".to_owned(),
            inputs: proven.inputs.clone(),
            proof: ProofNumbers::Words(proven.words()),
            companion: None,
            ..case.clone()
        }
    };
    let mut first = beside(1);
    if let Some(companion) = &case.companion {
        first.inputs = companion.inputs.clone();
        first.proof = ProofNumbers::Words(companion.proof);
    }
    let mut batch = [case.clone(), first, beside(2)];
    batch.rotate_right(place % 3);
    batch
}

fn all_hold<S: BareInputs>(key: &Key, claims: &[(Vec<Fr>, Proof)]) -> Result<bool, NotExpressible> {
    let mut statements = Vec::new();
    for (inputs, _) in claims {
        statements.push(S::of(public_inputs(inputs)?));
    }
    let proofs = claims.iter().map(|(_, proof)| proof);
    Ok(verify_batch(&key.prepared, statements.iter().zip(proofs)).is_ok())
}

fn public_inputs(inputs: &[Fr]) -> Result<PublicInputs, NotExpressible> {
    fn exactly<const N: usize>(inputs: &[Fr]) -> Option<PublicInputs> {
        <[Fr; N]>::try_from(inputs).ok().map(PublicInputs::new)
    }
    let lengths = [
        exactly::<0>,
        exactly::<1>,
        exactly::<2>,
        exactly::<3>,
        exactly::<4>,
        exactly::<5>,
        exactly::<6>,
        exactly::<7>,
        exactly::<8>,
    ];
    lengths.iter().find_map(|length| length(inputs)).ok_or(NotExpressible::MORE_THAN_EIGHT)
}

/// A statement that says whatever numbers it is given, of any count: what a careless fact would be.
trait BareInputs: Statement {
    fn of(inputs: PublicInputs) -> Self;
}

macro_rules! bare_inputs {
    ($name:ident, $of:ident) => {
        struct $name {
            common: CommonInputs,
            inputs: PublicInputs,
        }

        impl BareInputs for $name {
            fn of(inputs: PublicInputs) -> Self {
                let zero = Fr::from(0_u8);
                let common = CommonInputs {
                    scope: Scope::from_field(zero),
                    nullifier: Nullifier::from_field(zero),
                    message: Message::from_field(zero),
                    amount: 0,
                };
                Self { common, inputs }
            }
        }

        impl Statement for $name {
            const FACT: &'static str = $of::FACT;
            const INPUT_NAMES: &'static [&'static str] = $of::INPUT_NAMES;

            fn common(&self) -> &CommonInputs {
                &self.common
            }

            fn public_inputs(&self) -> PublicInputs {
                self.inputs
            }
        }
    };
}

bare_inputs!(RelayInputs, RelayStatement);
bare_inputs!(GoldInputs, GoldStatement);
