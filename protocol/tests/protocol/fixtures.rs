//! One small network: six attesters, three contributors, one relay epoch and one labelling task.

use workproof_protocol::{
    AnswerSet, Attester, AttesterTree, Fact, Fr, GoldClaimant, GoldRequest, GoldSet, GoldStatement,
    GoldWitness, Identity, LeanImt, LeanImtProof, Message, Payment, RelayRequest, RelayStatement,
    RelayWitness, Salt, Scope, ScopeFields, SigningKey, Voucher,
};

pub(crate) const RELAY_CAPACITY: usize = 10;
pub(crate) const GOLD_CAPACITY: usize = 256;

pub(crate) fn scope_of(fact: Fact) -> Scope {
    let word = |byte| [byte; 32];
    ScopeFields { network: word(1), chain_id: 10, settlement: word(2), fact, task: word(3), policy: word(4) }
        .scope()
}

pub(crate) fn message() -> Message {
    Payment { recipient: [7; 32], chain_id: 10, settlement: [2; 32], token: [0; 32], deadline: 2_000_000_000 }
        .message()
}

pub(crate) fn attester_key(number: u8) -> SigningKey {
    SigningKey::from_private_key(&[b'a', number]).unwrap()
}

pub(crate) struct Network {
    pub(crate) scope: Scope,
    pub(crate) identity: Identity,
    pub(crate) contributors: LeanImt,
    pub(crate) membership: LeanImtProof,
    pub(crate) attesters: AttesterTree,
    pub(crate) vouchers: Vec<Voucher>,
}

impl Network {
    /// Vouchers of 100, 200, 300 units from the attesters at 1, 3 and 4, given out of order.
    pub(crate) fn new() -> Self {
        let scope = scope_of(Fact::RELAY);
        let identity = Identity::from_text("contributor").unwrap();
        let ids = [Fr::from(11_u64), identity.commitment(), Fr::from(13_u64)];
        let contributors = LeanImt::from_leaves(ids).unwrap();
        let membership = contributors.proof_of(identity.commitment()).unwrap();
        let enrolled = (0..6).map(|number| Attester::new(*attester_key(number).public_key(), 1000));
        let attesters = AttesterTree::from_attesters(enrolled).unwrap();
        let mut network = Self { scope, identity, contributors, membership, attesters, vouchers: Vec::new() };
        network.vouchers = vec![network.voucher(3, 200), network.voucher(1, 100), network.voucher(4, 300)];
        network
    }

    pub(crate) fn voucher(&self, number: u8, units: u64) -> Voucher {
        Voucher::issue(&attester_key(number), self.scope, self.identity.id(), units, u32::from(number))
    }

    pub(crate) fn request(&self) -> RelayRequest<'_> {
        RelayRequest {
            scope: self.scope,
            message: message(),
            identity: &self.identity,
            contributors: self.contributors.registry_root().unwrap(),
            membership: &self.membership,
            attesters: &self.attesters,
            vouchers: &self.vouchers,
            slot: 0,
            slot_width: 100,
            amount: Some(550),
            least_attesters: Some(3),
        }
    }

    pub(crate) fn claim(&self) -> (RelayStatement, RelayWitness) {
        self.request().assemble(RELAY_CAPACITY).unwrap()
    }
}

pub(crate) struct Task {
    pub(crate) scope: Scope,
    pub(crate) identity: Identity,
    pub(crate) contributors: LeanImt,
    pub(crate) membership: LeanImtProof,
    pub(crate) gold: GoldSet,
    pub(crate) answers: AnswerSet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Contributor,
    Grader,
}

impl Task {
    /// 40 items, every fifth is gold: 8 gold items, of which one is unanswered, one is off by one, one by three.
    pub(crate) fn new() -> Self {
        let identity = Identity::from_text("labeller").unwrap();
        let contributors = LeanImt::from_leaves([identity.commitment(), Fr::from(5_u64)]).unwrap();
        let membership = contributors.proof(0).unwrap();
        let gold: Vec<u8> = (0..40_u8).map(|item| if item % 5 == 0 { 100 + item } else { 0 }).collect();
        let mut answers: Vec<u8> = (0..40_u8).map(|item| 100 + item).collect();
        answers[5] = 0;
        answers[10] += 1;
        answers[15] -= 3;
        Self {
            scope: scope_of(Fact::GOLD),
            identity,
            contributors,
            membership,
            gold: GoldSet::new(gold, Salt::from_bytes(&[1; 31])).unwrap(),
            answers: AnswerSet::new(answers, Salt::from_bytes(&[2; 31])).unwrap(),
        }
    }

    pub(crate) fn request(&self, mode: Mode) -> GoldRequest<'_> {
        let contributor = self.identity.id();
        GoldRequest {
            scope: self.scope,
            message: message(),
            claimant: match mode {
                Mode::Contributor => GoldClaimant::Contributor {
                    identity: &self.identity,
                    contributors: self.contributors.registry_root().unwrap(),
                    membership: &self.membership,
                },
                Mode::Grader => GoldClaimant::Grader { contributor },
            },
            gold: &self.gold,
            answers: &self.answers,
            gold_commitment: self.gold.commitment(self.scope, GOLD_CAPACITY).unwrap(),
            answer_commitment: self
                .answers
                .commitment(self.scope, contributor, message(), GOLD_CAPACITY)
                .unwrap(),
            tolerance: 1,
            amount: 5,
            upper_bound: Some(7),
        }
    }

    pub(crate) fn claim(&self, mode: Mode) -> (GoldStatement, GoldWitness) {
        self.request(mode).assemble(GOLD_CAPACITY).unwrap()
    }
}
