//! One valid relay claim, with the keys of all parties at hand so that a test can sign altered vouchers again.

use workproof_circuits::RelayCircuit;
use workproof_protocol::{
    Attester, AttesterTree, Fr, Identity, LeanImt, Message, RelayRequest, RelayStatement, RelayWitness,
    Scope, SigningKey, Voucher,
};

pub(crate) const CAPACITY: u8 = 3;
pub(crate) const SLOT_WIDTH: u32 = 40;
pub(crate) const SLOT: u32 = 1;

/// Attesters are enrolled at indices 0 to 99; the claim's slot holds indices 40 to 79.
pub(crate) struct RelayWorld {
    pub(crate) scope: Scope,
    pub(crate) identity: Identity,
    pub(crate) registry: LeanImt,
    pub(crate) attesters: AttesterTree,
    keys: Vec<SigningKey>,
}

pub(crate) struct Claim {
    pub(crate) statement: RelayStatement,
    pub(crate) witness: RelayWitness,
}

impl RelayWorld {
    pub(crate) fn new() -> Self {
        let key = |i: u32| SigningKey::from_private_key(format!("attester {i}").as_bytes()).unwrap();
        let keys: Vec<SigningKey> = (0..100).map(key).collect();
        let identity = Identity::from_text("contributor").unwrap();
        let others = (1..7u64).map(|i| Fr::from(1000 + i));
        let registry = LeanImt::from_leaves(others.chain([identity.commitment()])).unwrap();
        let cap = |i: usize| 1_000 * (1 + u64::try_from(i).unwrap());
        let attesters = keys.iter().enumerate().map(|(i, key)| Attester::new(*key.public_key(), cap(i)));
        let attesters = AttesterTree::from_attesters(attesters).unwrap();
        Self { scope: Scope::from_field(Fr::from(4711u64)), identity, registry, attesters, keys }
    }

    pub(crate) fn voucher(&self, index: u32, units: u64) -> Voucher {
        let key = &self.keys[usize::try_from(index).unwrap()];
        Voucher::issue(key, self.scope, self.identity.id(), units, index)
    }

    /// A claim over vouchers of attesters 45 and 70: 300 and 400 units.
    pub(crate) fn claim(&self) -> Claim {
        self.claim_over(&[self.voucher(45, 300), self.voucher(70, 400)])
    }

    pub(crate) fn claim_over(&self, vouchers: &[Voucher]) -> Claim {
        let request = RelayRequest {
            scope: self.scope,
            message: Message::from_field(Fr::from(99u64)),
            identity: &self.identity,
            contributors: self.registry.registry_root().unwrap(),
            membership: &self.registry.proof_of(self.identity.commitment()).unwrap(),
            attesters: &self.attesters,
            vouchers,
            slot: SLOT,
            slot_width: SLOT_WIDTH,
            amount: None,
            least_attesters: None,
        };
        let (statement, witness) = request.assemble(usize::from(CAPACITY)).unwrap();
        Claim { statement, witness }
    }

    /// Signs a voucher of the witness again, after its units or index changed.
    pub(crate) fn sign_again(&self, claim: &mut Claim, position: usize) {
        let voucher = &mut claim.witness.vouchers[position];
        let key = &self.keys[usize::try_from(voucher.index).unwrap()];
        voucher.signature =
            key.sign(Voucher::message(self.scope, self.identity.id(), voucher.units, voucher.index));
    }
}

pub(crate) fn circuit() -> RelayCircuit {
    RelayCircuit::with_capacity_for_tests(CAPACITY)
}
