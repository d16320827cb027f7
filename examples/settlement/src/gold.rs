//! Gold: answers are handed in before anybody sees gold; the grader proves that they pass.

use alloy::primitives::U256;
use alloy::sol_types::SolError;
use onchain_evm::contracts::WorkSettlement;
use onchain_evm::fixture::proof_words;
use onchain_evm::world::{
    GOLD_EVERY, ITEMS, PASS_MARK, Task, gold_set, identities, mode, right_label, scope_on, word_of,
};
use rand_core::OsRng;
use workproof_circuits::GoldCircuit;
use workproof_protocol::{AnswerSet, GoldClaimant, GoldRequest, Salt};
use workproof_prover::{ProveOptions, Prover, SetupOptions};

use crate::{DAY, Failure, Stage};

pub(crate) async fn play(stage: &Stage) -> Result<(), Failure> {
    let now = stage.node.now().await?;
    let mut task = Task {
        mode: mode::GOLD_BY_GRADER,
        leastAmount: PASS_MARK,
        goldCount: (ITEMS / GOLD_EVERY) as u32,
        answersClose: now + DAY,
        gradingCloses: now + 3 * DAY,
        ..stage.task(2, stage.gold_verifier, now + 4 * DAY)
    };
    let (gold, scope) = (gold_set(), scope_on(&task, stage.chain_id, stage.settlement));
    let gold_commitment = gold.commitment(scope, ITEMS)?;
    task.goldCommitment = word_of(&gold_commitment);
    stage.open(&task).await?;
    println!("\n7. A requester opens a gold task: the commitment to the hidden labels is part of it.");

    let [_, recipient] = stage.recipients;
    let deadline = task.closes;
    let message = stage.payment(recipient, deadline).message();
    let identity = &identities()[1];
    let answers = AnswerSet::new((0..ITEMS).map(right_label).collect(), Salt::generate(&mut OsRng))?;
    let answer_commitment = answers.commitment(scope, identity.id(), message, ITEMS)?;
    let hand_in = WorkSettlement::handInAnswersCall {
        task: task.clone(),
        contributor: word_of(&identity.commitment()),
        answerCommitment: word_of(&answer_commitment),
        recipient,
        deadline,
    };
    let receipt = stage.node.send(stage.operator, stage.settlement, &hand_in).await?;
    println!(
        "8. A contributor's answers are handed in, as a commitment: {} gas. Their reward is kept aside.",
        receipt.gas_used
    );

    stage.node.wait(DAY + 1).await?;
    let post = WorkSettlement::postOfferCall {
        task: task.clone(),
        contributorRoot: U256::ZERO,
        contributorCount: U256::ZERO,
        attesterRoot: U256::ZERO,
        slot: U256::ZERO,
    };
    let offer = stage.node.read(stage.anyone, stage.settlement, &post).await?;
    stage.node.send(stage.anyone, stage.settlement, &post).await?;
    let request = GoldRequest {
        scope,
        message,
        claimant: GoldClaimant::Grader { contributor: identity.id() },
        gold: &gold,
        answers: &answers,
        gold_commitment,
        answer_commitment,
        tolerance: 0,
        amount: PASS_MARK,
        upper_bound: None,
    };
    let (statement, witness) = request.assemble(ITEMS)?;
    let circuit = GoldCircuit::new(ITEMS).ok_or("there is a circuit gold-256")?;
    let key = stage.keys.insecure_development_key(&circuit, None, &SetupOptions::default())?;
    let proven = Prover::new(circuit, key)?.prove(&statement, &witness, &mut OsRng, &ProveOptions::new())?;
    println!(
        "9. Answers close. The grader proves that at least {PASS_MARK} of {} gold labels match.",
        task.goldCount
    );

    let claim = WorkSettlement::claimGoldCall {
        mode: mode::GOLD_BY_GRADER,
        offer,
        answerCommitment: word_of(&answer_commitment),
        nullifier: word_of(&statement.common.nullifier.to_field()),
        amount: U256::from(statement.common.amount),
        proof: proof_words(proven.proof()),
    };
    let receipt = stage.node.send(stage.anyone, stage.settlement, &claim).await?;
    println!("10. Paid {} to {recipient}, {} gas.", stage.balance(recipient).await?, receipt.gas_used);
    let reason = stage.node.refusal(stage.anyone, stage.settlement, &claim).await?;
    WorkSettlement::SubmissionNotOpen::abi_decode(&reason)?;
    println!("11. Handed in again, it is refused: the submission was paid.");
    Ok(())
}
