//! One valid gold claim in each mode, over 256 items of which 5 are gold.

use workproof_circuits::GoldCircuit;
use workproof_protocol::{
    AnswerSet, Fr, GoldClaimant, GoldRequest, GoldSet, GoldStatement, GoldWitness, Identity, LeanImt,
    Message, Salt, Scope,
};

pub(crate) const CAPACITY: usize = 256;
pub(crate) const SCORE: u64 = 3;

pub(crate) struct GoldWorld {
    pub(crate) scope: Scope,
    pub(crate) message: Message,
    pub(crate) identity: Identity,
    pub(crate) registry: LeanImt,
    pub(crate) gold: Vec<u8>,
    pub(crate) answers: Vec<u8>,
}

pub(crate) struct Claim {
    pub(crate) statement: GoldStatement,
    pub(crate) witness: GoldWitness,
}

impl GoldWorld {
    pub(crate) fn new() -> Self {
        let identity = Identity::from_text("labeller").unwrap();
        let mut gold = vec![0u8; CAPACITY];
        let mut answers: Vec<u8> = (0..CAPACITY).map(|i| u8::try_from(i % 200 + 1).unwrap()).collect();
        // Exact, within the tolerance of 3, just beyond it, and not answered.
        for (item, label, answer) in [(3, 10, 10), (50, 20, 23), (51, 20, 24), (200, 1, 0), (255, 255, 252)] {
            gold[item] = label;
            answers[item] = answer;
        }
        Self {
            scope: Scope::from_field(Fr::from(815u64)),
            message: Message::from_field(Fr::from(99u64)),
            registry: LeanImt::from_leaves([Fr::from(3u64), identity.commitment()]).unwrap(),
            identity,
            gold,
            answers,
        }
    }

    pub(crate) fn gold_set(&self) -> GoldSet {
        GoldSet::new(self.gold.clone(), Salt::from_bytes(&[7; 31])).unwrap()
    }

    pub(crate) fn answer_set(&self) -> AnswerSet {
        AnswerSet::new(self.answers.clone(), Salt::from_bytes(&[9; 31])).unwrap()
    }

    pub(crate) fn by_contributor(&self) -> Claim {
        let membership = self.registry.proof_of(self.identity.commitment()).unwrap();
        let claimant = GoldClaimant::Contributor {
            identity: &self.identity,
            contributors: self.registry.registry_root().unwrap(),
            membership: &membership,
        };
        self.claim(claimant, 3, SCORE, None)
    }

    pub(crate) fn by_grader(&self) -> Claim {
        self.claim(GoldClaimant::Grader { contributor: self.identity.id() }, 3, SCORE, None)
    }

    pub(crate) fn by_grader_with(&self, tolerance: u8, amount: u64, upper_bound: u32) -> Claim {
        let claimant = GoldClaimant::Grader { contributor: self.identity.id() };
        self.claim(claimant, tolerance, amount, Some(upper_bound))
    }

    fn claim(
        &self,
        claimant: GoldClaimant<'_>,
        tolerance: u8,
        amount: u64,
        upper_bound: Option<u32>,
    ) -> Claim {
        let (gold, answers) = (self.gold_set(), self.answer_set());
        let gold_commitment = gold.commitment(self.scope, CAPACITY).unwrap();
        let answer_commitment =
            answers.commitment(self.scope, self.identity.id(), self.message, CAPACITY).unwrap();
        let request = GoldRequest {
            scope: self.scope,
            message: self.message,
            claimant,
            gold: &gold,
            answers: &answers,
            gold_commitment,
            answer_commitment,
            tolerance,
            amount,
            upper_bound,
        };
        let (statement, witness) = request.assemble(CAPACITY).unwrap();
        Claim { statement, witness }
    }
}

pub(crate) fn circuit() -> GoldCircuit {
    GoldCircuit::new(CAPACITY).unwrap()
}
