//! Registries on chain have the roots that `workproof-protocol` computes, and a task may live on them.

use alloy_primitives::{Address, U256};
use alloy_sol_types::SolValue;
use onchain_evm::chain::Chain;
use onchain_evm::contracts::{AttesterRegistry, ContributorRegistry, WorkSettlement, creation_code};
use onchain_evm::world::{
    ANYONE, FUNDS, OWNER, Task, attester_keys, attesters, contributors, identities, recipient, relay_task,
    settlement, word_of,
};

use crate::stage::Stage;

fn libraries(chain: &mut Chain) -> Vec<(&'static str, Address)> {
    let names = ["PoseidonT3", "PoseidonT5", "PoseidonT6"];
    names.map(|name| (name, chain.deploy(OWNER, creation_code(name, &[]), &[]).0)).to_vec()
}

pub(crate) fn deploy_registries(chain: &mut Chain) -> (Address, Address) {
    let libraries = libraries(chain);
    let owner = OWNER.abi_encode();
    let (people, _) = chain.deploy(OWNER, creation_code("ContributorRegistry", &libraries), &owner);
    let (gateways, _) = chain.deploy(OWNER, creation_code("AttesterRegistry", &libraries), &owner);
    for (index, identity) in (0..).zip(identities()) {
        let id = word_of(&identity.commitment());
        chain.expect(OWNER, people, &ContributorRegistry::enrolCall { id, holder: recipient(index) });
    }
    for key in attester_keys() {
        let (x, y) = (word_of(&key.public_key().x()), word_of(&key.public_key().y()));
        chain.expect(OWNER, gateways, &AttesterRegistry::enrolCall { x, y, cap: 1 << 40 });
    }
    (people, gateways)
}

#[test]
fn roots_on_chain_are_those_of_the_protocol() {
    let mut stage = Stage::new();
    let (people, gateways) = deploy_registries(&mut stage.chain);
    let registry = contributors().registry_root().unwrap();
    let read = stage.chain.read(people, &ContributorRegistry::rootAndSizeCall {});
    assert_eq!((read.root, read.size), (word_of(&registry.root()), U256::from(registry.size())));
    let root = stage.chain.read(gateways, &AttesterRegistry::rootCall {});
    assert_eq!(root, word_of(&attesters().root()));
    // a removed attester leaves a hole, and a removed contributor as well
    let mut tree = attesters();
    tree.remove(1).unwrap();
    stage.chain.expect(OWNER, gateways, &AttesterRegistry::removeCall { index: U256::from(1) });
    assert_eq!(stage.chain.read(gateways, &AttesterRegistry::rootCall {}), word_of(&tree.root()));
    let mut registry = contributors();
    let siblings = registry.proof(4).unwrap().siblings.iter().map(word_of).collect();
    let id = word_of(&identities()[4].commitment());
    registry.remove(4).unwrap();
    stage.chain.expect(OWNER, people, &ContributorRegistry::removeCall { id, siblings });
    let read = stage.chain.read(people, &ContributorRegistry::rootAndSizeCall {});
    assert_eq!((read.root, read.size), (word_of(&registry.root().unwrap()), U256::from(registry.len())));
}

#[test]
fn nobody_is_enrolled_twice_or_by_anyone() {
    let mut stage = Stage::new();
    let (people, gateways) = deploy_registries(&mut stage.chain);
    let id = word_of(&identities()[0].commitment());
    let again = ContributorRegistry::enrolCall { id, holder: ANYONE };
    let _: ContributorRegistry::LeafAlreadyExists = stage.chain.call(OWNER, people, &again).error();
    let _: ContributorRegistry::OwnableUnauthorizedAccount = stage.chain.call(ANYONE, people, &again).error();
    let key = attester_keys()[0].clone();
    let (x, y) = (word_of(&key.public_key().x()), word_of(&key.public_key().y()));
    let again = AttesterRegistry::enrolCall { x, y, cap: 1 };
    let _: AttesterRegistry::KeyEnrolled = stage.chain.call(OWNER, gateways, &again).error();
    let zero = AttesterRegistry::enrolCall { x: U256::ZERO, y: U256::from(1), cap: 1 };
    let _: AttesterRegistry::KeyRefused = stage.chain.call(OWNER, gateways, &zero).error();
}

#[test]
fn with_registries_anyone_posts_and_nobody_can_lie() {
    let mut stage = Stage::new();
    let (people, gateways) = deploy_registries(&mut stage.chain);
    let task = Task { operator: Address::ZERO, contributors: people, attesters: gateways, ..relay_task() };
    assert!(stage.open_task(&task, FUNDS).success);
    let lie = |task: &Task| WorkSettlement::postOfferCall {
        task: task.clone(),
        contributorRoot: U256::from(5),
        contributorCount: U256::from(6),
        attesterRoot: U256::from(7),
        slot: U256::ZERO,
    };
    let by_lie = stage.chain.read_as(ANYONE, settlement(), &lie(&task));
    stage.chain.expect(ANYONE, settlement(), &lie(&task));
    // what was said changes nothing: the offer is the one of the registries' roots
    let operated = Task { operator: ANYONE, ..task.clone() };
    assert!(stage.open_task(&operated, FUNDS).success);
    let truth = WorkSettlement::postOfferCall { task, ..crate::stage::post(relay_task()) };
    assert_eq!(stage.chain.read_as(recipient(1), settlement(), &truth), by_lie);
}
