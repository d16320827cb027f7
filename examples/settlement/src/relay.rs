//! Metered work: gateways sign vouchers, a contributor proves their sum and is paid by the unit.

use alloy::primitives::U256;
use alloy::sol_types::SolError;
use onchain_evm::contracts::WorkSettlement;
use onchain_evm::fixture::proof_words;
use onchain_evm::world::{
    Claim, Task, attester_keys, attesters, contributors, identities, scope_on, word_of,
};
use rand_core::OsRng;
use workproof_circuits::RelayCircuit;
use workproof_protocol::{RelayRequest, RelayTerms, Voucher};
use workproof_prover::{ProveOptions, Prover, SetupOptions};

use crate::{DAY, Failure, Stage};

pub(crate) async fn play(stage: &Stage) -> Result<(), Failure> {
    let closes = stage.node.now().await? + 30 * DAY;
    let width = RelayTerms::whole_registry(0).slot_width;
    let task =
        Task { slots: 1, slotWidth: width, leastAttesters: 2, ..stage.task(1, stage.relay_verifier, closes) };
    stage.open(&task).await?;
    println!("2. A requester opens a relay task and funds it.");

    let registry = contributors();
    let roots = registry.registry_root().ok_or("the registry has members")?;
    let post = WorkSettlement::postOfferCall {
        task: task.clone(),
        contributorRoot: word_of(&roots.root()),
        contributorCount: U256::from(roots.size()),
        attesterRoot: word_of(&attesters().root()),
        slot: U256::ZERO,
    };
    let offer = stage.node.read(stage.operator, stage.settlement, &post).await?;
    let receipt = stage.node.send(stage.operator, stage.settlement, &post).await?;
    println!("3. The operator posts the registries' roots for a day: {} gas.", receipt.gas_used);

    let scope = scope_on(&task, stage.chain_id, stage.settlement);
    let identity = &identities()[0];
    let vouchers: Vec<Voucher> = (0..)
        .zip(attester_keys())
        .map(|(index, key)| Voucher::issue(&key, scope, identity.id(), 5_000_000, index))
        .collect();
    let [recipient, _] = stage.recipients;
    let request = RelayRequest {
        scope,
        message: stage.payment(recipient, closes).message(),
        identity,
        contributors: roots,
        membership: &registry.proof_of(identity.commitment())?,
        attesters: &attesters(),
        vouchers: &vouchers,
        slot: 0,
        slot_width: width,
        amount: None,
        least_attesters: Some(2),
    };
    let (statement, witness) = request.assemble(10)?;
    let circuit = RelayCircuit::new(10).ok_or("there is a circuit relay-10")?;
    let key = stage.keys.insecure_development_key(&circuit, None, &SetupOptions::default())?;
    let proven = Prover::new(circuit, key)?.prove(&statement, &witness, &mut OsRng, &ProveOptions::new())?;
    println!("4. A contributor proves {} units, and whom to pay.", statement.common.amount);

    let claim = WorkSettlement::claimMeteredCall {
        offer,
        one: Claim {
            nullifier: word_of(&statement.common.nullifier.to_field()),
            amount: statement.common.amount,
            recipient,
            deadline: closes,
        },
        proof: proof_words(proven.proof()),
    };
    let receipt = stage.node.send(stage.anyone, stage.settlement, &claim).await?;
    println!(
        "5. Somebody hands it in: paid {} to {recipient}, {} gas.",
        stage.balance(recipient).await?,
        receipt.gas_used
    );
    let reason = stage.node.refusal(stage.anyone, stage.settlement, &claim).await?;
    let refused = WorkSettlement::AlreadyPaid::abi_decode(&reason)?;
    println!("6. Handed in again, it is refused: AlreadyPaid({}).", refused.nullifier);
    Ok(())
}
