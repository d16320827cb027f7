//! The keys that are asked, and the claims that hold under each.
//!
//! Two are the development keys of the fixtures, for which contracts and programs are committed. The other two are the same with
//! delta doubled: keys in their own right (no longer development keys), and since `e(C, delta) = e(C / 2, 2 delta)` every
//! claim becomes one under them.

use core::error::Error;

use ark_bn254::Fr;
use ark_ec::CurveGroup;
use ark_ff::Field;
use onchain_evm::fixture::{Fixture, gold_claim};
use workproof_protocol::Statement;
use workproof_verifier::{
    Claim, DevelopmentVerifyingKey, PreparedVerifyingKey, Proof, VerifyingKey, VerifyingKeyPoints,
};

use crate::number::{Word, of_fr, of_g1, of_g2};

/// A claim that holds: its public inputs and its proof.
#[derive(Clone, Debug)]
pub struct Proven {
    /// The public inputs.
    pub inputs: Vec<Word>,
    /// The proof.
    pub proof: Proof,
}

impl Proven {
    fn of<S: Statement>(claim: &Claim<S>) -> Self {
        let inputs = claim.statement().public_inputs().as_slice().iter().map(of_fr).collect();
        Self { inputs, proof: *claim.proof() }
    }

    /// A, B, C as EIP-197 words.
    pub fn words(&self) -> [Word; 8] {
        words_of(&self.proof)
    }
}

/// A proof as EIP-197 words.
pub fn words_of(proof: &Proof) -> [Word; 8] {
    let ([ax, ay], [cx, cy]) = (of_g1(proof.a()), of_g1(proof.c()));
    let [bx1, bx0, by1, by0] = of_g2(proof.b());
    [ax, ay, bx1, bx0, by1, by0, cx, cy]
}

/// A key with what holds under it.
#[derive(Clone, Debug)]
pub struct Key {
    /// What it is called here and in files.
    pub name: &'static str,
    /// Its canonical bytes.
    pub bytes: Vec<u8>,
    /// Its text as snarkjs writes it.
    pub snarkjs: String,
    /// Its points.
    pub points: VerifyingKeyPoints,
    /// Ready to check.
    pub prepared: PreparedVerifyingKey,
    /// Claims that hold, at least three.
    pub claims: Vec<Proven>,
}

impl Key {
    /// The number of public inputs.
    pub fn inputs(&self) -> usize {
        self.points.ic.len() - 1
    }

    /// The fact of its circuit.
    pub fn fact(&self) -> &str {
        self.prepared.circuit().name().fact()
    }

    fn development(name: &'static str, key: &DevelopmentVerifyingKey, claims: Vec<Proven>) -> Self {
        Self {
            name,
            bytes: key.to_bytes(),
            snarkjs: key.to_snarkjs_json(),
            points: key.points().clone(),
            prepared: key.insecure_prepare(),
            claims,
        }
    }

    /// The same circuit under a key with twice the delta.
    fn doubled(&self, name: &'static str) -> Result<Self, Box<dyn Error>> {
        let delta_g2 = (self.points.delta_g2 + self.points.delta_g2).into_affine();
        let points = VerifyingKeyPoints { delta_g2, ..self.points.clone() };
        let key = VerifyingKey::new(self.prepared.circuit().clone(), points.clone())?;
        let half = Fr::from(2_u8).inverse().ok_or("two is not zero")?;
        let claim = |Proven { inputs, proof }: &Proven| {
            let c = (*proof.c() * half).into_affine();
            Ok(Proven { inputs: inputs.clone(), proof: Proof::new(*proof.a(), *proof.b(), c)? })
        };
        let claims = self.claims.iter().map(claim).collect::<Result<_, Box<dyn Error>>>()?;
        let (bytes, snarkjs, prepared) = (key.to_bytes(), key.to_snarkjs_json(), key.prepare());
        Ok(Self { name, bytes, snarkjs, points, prepared, claims })
    }
}

/// All keys.
#[derive(Clone, Debug)]
pub struct Keys(Vec<Key>);

impl Keys {
    /// The place of the development key of relay-10.
    pub const RELAY: usize = 0;
    /// The place of the development key of gold-256.
    pub const GOLD: usize = 1;
    /// The place of the other key of relay-10.
    pub const OTHER_RELAY: usize = 2;
    /// The place of the other key of gold-256.
    pub const OTHER_GOLD: usize = 3;

    /// Reads the fixtures.
    ///
    /// # Errors
    /// Where they are no keys and claims.
    pub fn load() -> Result<Self, Box<dyn Error>> {
        let fixture = Fixture::load();
        let relay: Vec<Proven> = fixture.relay_claims().iter().map(Proven::of).collect();
        let gold = [&fixture.gold_by_contributor, &fixture.gold_accepted, &fixture.gold_rejected];
        let gold = gold.map(|document| Proven::of(&gold_claim(document))).to_vec();
        let relay = Key::development("relay", &fixture.relay_key(), relay);
        let gold = Key::development("gold", &fixture.gold_key(), gold);
        let (other_relay, other_gold) = (relay.doubled("other-relay")?, gold.doubled("other-gold")?);
        Ok(Self(vec![relay, gold, other_relay, other_gold]))
    }

    /// A key by its place.
    ///
    /// # Panics
    /// Where there is none.
    pub fn at(&self, place: usize) -> &Key {
        &self.0[place]
    }

    /// All of them, in the order of their places.
    pub fn all(&self) -> &[Key] {
        &self.0
    }
}
