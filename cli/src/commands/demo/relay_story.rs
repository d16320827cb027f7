//! A contributor relays traffic for gateways and proves how much.

use rand_core::{OsRng, RngCore};
use workproof_circuits::RelayCircuit;
use workproof_protocol::{
    Attester, AttesterTree, Fact, Identity, LeanImt, RelayRequest, RelayStatement, RelayTerms, Scope,
    SigningKey, Voucher,
};
use zeroize::Zeroizing;

use super::{DemoError, FactRow, Stage, payment, scope_fields, verify_and_report};
use crate::commands::proving::{Means, prove_statement};
use crate::files::{
    Existing, write_attester_key, write_attesters, write_identity, write_public_json, write_registry,
};
use crate::table::grouped;

const GATEWAYS: u32 = 12;
const CAP: u64 = 2_000_000_000;
const CONTRIBUTORS: usize = 20;
const CLAIMED_BYTES: u64 = 5_000_000_000;
const CLAIMED_GATEWAYS: u32 = 5;
const CAPACITY: usize = 10;

/// Plays the story and leaves its files on the stage.
pub(super) fn play(stage: &Stage<'_>) -> Result<FactRow, DemoError> {
    stage.begin("relay", "\"I relayed at least N bytes, counter-signed by registered gateways\"");
    let fields = scope_fields(Fact::RELAY, 42);
    write_public_json(&stage.file("relay.scope.json"), &fields, Existing::Keep)?;
    write_public_json(&stage.file("payment.json"), &payment(), Existing::Keep)?;

    let (keys, attesters) = enrol_gateways(stage)?;
    stage.tell(&format!(
        "1. The network enrols {GATEWAYS} gateways, each with a cap, and publishes one root of them."
    ));

    let identity = Identity::generate(&mut OsRng);
    write_identity(&stage.file("identity.json"), &identity, Existing::Keep)?;
    let registry = register(&identity)?;
    write_registry(&stage.file("contributors.json"), &registry)?;
    stage.tell(&format!(
        "2. A contributor makes an identity. Its public id joins {} others in a registry; the secret never leaves \
         their machine.",
        registry.len() - 1
    ));

    let vouchers = sign_vouchers(stage, &keys, &attesters, fields.scope(), &identity)?;
    let sum: u64 = vouchers.iter().map(|voucher| voucher.units).sum();
    stage.tell(&format!(
        "3. {} gateways count the traffic and sign running totals, {} bytes in all. The contributor checks each one.",
        vouchers.len(),
        grouped(sum)
    ));

    stage.tell(&format!(
        "4. The contributor proves: at least {} bytes, by at least {CLAIMED_GATEWAYS} gateways. (The first run makes \
         a development key on the way.)",
        grouped(CLAIMED_BYTES)
    ));
    let membership = registry.proof_of(identity.commitment())?;
    let request = RelayRequest {
        scope: fields.scope(),
        message: payment().message(),
        identity: &identity,
        contributors: registry.registry_root().ok_or(DemoError::EmptyRegistry)?,
        membership: &membership,
        attesters: &attesters,
        vouchers: &vouchers,
        slot: 0,
        slot_width: RelayTerms::whole_registry(0).slot_width,
        amount: Some(CLAIMED_BYTES),
        least_attesters: Some(CLAIMED_GATEWAYS),
    };
    let (statement, witness) = request.assemble(CAPACITY)?;
    let circuit = RelayCircuit::new(CAPACITY).ok_or(DemoError::NoCircuit)?;
    let proven = prove_statement(circuit, &statement, &witness, Means::default(), stage.session)?;

    stage
        .tell(&format!("5. A verifier gets 128 bytes of proof, made in {:.2} s.", proven.time.as_secs_f64()));
    let says = format!("at least {} bytes, by at least {CLAIMED_GATEWAYS} gateways", grouped(CLAIMED_BYTES));
    let with_common = |statement: &RelayStatement, common| RelayStatement { common, ..statement.clone() };
    let row = verify_and_report(stage, &proven, says, with_common)?;
    stage.tell_who_sees_what([
        ["gateway", "the contributor's id, its own count", "other gateways' counts, which claim is whose"],
        ["verifier", "bounds, roots, whom to pay, a nullifier", "who, which gateways, how much from each"],
        ["everybody", "a second claim has the same nullifier", "that claims of two epochs are one person's"],
    ]);
    Ok(row)
}

fn enrol_gateways(stage: &Stage<'_>) -> Result<(Vec<SigningKey>, AttesterTree), DemoError> {
    let mut tree = AttesterTree::new();
    let mut keys = Vec::new();
    for index in 0..GATEWAYS {
        let mut private_key = Zeroizing::new([0; 32]);
        OsRng.fill_bytes(&mut *private_key);
        let path = stage.file(&format!("gateway-{index}.json"));
        let key = write_attester_key(&path, &private_key, Existing::Keep)?;
        tree.append(Attester::new(*key.public_key(), CAP))?;
        keys.push(key);
    }
    write_attesters(&stage.file("attesters.json"), &tree)?;
    Ok((keys, tree))
}

/// A registry with the contributor among others.
fn register(identity: &Identity) -> Result<LeanImt, DemoError> {
    let mut ids: Vec<_> = (1..CONTRIBUTORS).map(|_| Identity::generate(&mut OsRng).commitment()).collect();
    ids.insert(CONTRIBUTORS / 2, identity.commitment());
    Ok(LeanImt::from_leaves(ids)?)
}

/// Vouchers of two gateways in three.
fn sign_vouchers(
    stage: &Stage<'_>,
    keys: &[SigningKey],
    attesters: &AttesterTree,
    scope: Scope,
    identity: &Identity,
) -> Result<Vec<Voucher>, DemoError> {
    let mut vouchers = Vec::new();
    for (index, key) in (0..).zip(keys).filter(|(index, _)| index % 3 != 1) {
        let units = 650_000_000 + u64::from(index) * 12_345_678;
        let voucher = Voucher::issue(key, scope, identity.id(), units, index);
        if let Some(attester) = attesters.attester(index) {
            voucher.accept(scope, identity.id(), index, attester)?;
        }
        write_public_json(&stage.file(&format!("voucher-{index}.json")), &voucher, Existing::Keep)?;
        vouchers.push(voucher);
    }
    Ok(vouchers)
}
