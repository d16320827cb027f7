//! Ceremonies in turn with snarkjs: what one makes the other goes on from, byte for byte where nothing is random.

use rand_core::OsRng;
use workproof_ceremony::{
    CeremonyOptions, CeremonyPolicy, ContributionKind, PtauFault, VerifyPtauError, verify_ptau,
};
use workproof_verifier::VerifyingKeyPoints;

use crate::snarkjs::Snarkjs;
use crate::workshop::{BEACON, Workshop, hexadecimal};

#[test]
fn a_ceremony_alternates_with_snarkjs() {
    let Some(snarkjs) = Snarkjs::find() else { return };
    let workshop = Workshop::new(20);
    let made = snarkjs.run(
        workshop.path(),
        &[
            "ptau-new,6,pot_0.ptau",
            "ptau-contribute,pot_0.ptau,pot_1.ptau,first",
            "ptau-contribute,pot_1.ptau,pot_2.ptau,second",
            &format!("ptau-beacon,pot_2.ptau,pot_3.ptau,source,{BEACON},10"),
            "ptau-prepare,pot_3.ptau,pot.ptau",
            "new,circuit.r1cs,pot.ptau,theirs_0.zkey",
        ],
    );
    // the first phase, prepared and not
    for name in ["pot.ptau", "pot_3.ptau", "pot_1.ptau"] {
        let verified = verify_ptau(&workshop.ptau(name), &mut OsRng, &CeremonyOptions::default()).unwrap();
        let first = &verified.contributions()[0];
        assert_eq!(hexadecimal(first.response_hash()), made[1].as_str().unwrap(), "{name}");
        assert_eq!(first.name().unwrap().as_str(), "first");
    }
    let refused = verify_ptau(&workshop.ptau("pot_0.ptau"), &mut OsRng, &CeremonyOptions::default());
    assert!(matches!(refused, Err(VerifyPtauError::Refused(PtauFault::NoContribution))));

    // the key before any contribution, from both
    assert_eq!(workshop.begin("pot.ptau", "ours_0.zkey"), made[5].as_str().unwrap());
    assert!(workshop.bytes("ours_0.zkey") == workshop.bytes("theirs_0.zkey"));
    assert_eq!(workshop.begin("pot_3.ptau", "unprepared.zkey"), made[5].as_str().unwrap());
    assert!(workshop.bytes("unprepared.zkey") == workshop.bytes("theirs_0.zkey"));

    // in turn: ours, theirs, ours, theirs, then the beacon by both
    let first = workshop.contribute("ours_0.zkey", "key_1.zkey", "Ada");
    let second = snarkjs.run(workshop.path(), &["contribute,key_1.zkey,key_2.zkey,Grace"]);
    let third = workshop.contribute("key_2.zkey", "key_3.zkey", "Zoë");
    let steps = [
        "contribute,key_3.zkey,key_4.zkey,Alan",
        "verify,circuit.r1cs,pot.ptau,key_1.zkey",
        "verify,circuit.r1cs,pot.ptau,key_3.zkey",
        &format!("beacon,key_4.zkey,theirs_final.zkey,drand round 1,{BEACON},10"),
    ];
    let theirs = snarkjs.run(workshop.path(), &steps);
    assert_eq!([&theirs[1], &theirs[2]], ["ok", "ok"]);
    let beacon = workshop.beacon("key_4.zkey", "final.zkey", "drand round 1");
    assert_eq!(theirs[3], beacon.as_str());
    assert!(workshop.bytes("final.zkey") == workshop.bytes("theirs_final.zkey"));

    // both sides verify the result, and see the same contributions
    for ptau in ["pot.ptau", "pot_3.ptau"] {
        let mut policy = CeremonyPolicy::default();
        policy.least_contributions = 4;
        let verified = workshop.verify(ptau, "final.zkey", &policy).unwrap();
        let contributions = verified.record().contributions();
        let hashes: Vec<String> =
            contributions.iter().map(|contribution| hexadecimal(&contribution.hash())).collect();
        let expected = [&first, second[0].as_str().unwrap(), &third, theirs[0].as_str().unwrap(), &beacon];
        assert_eq!(hashes, expected);
        let names: Vec<&str> = contributions.iter().map(|one| one.name().unwrap().as_str()).collect();
        assert_eq!(names, ["Ada", "Grace", "Zoë", "Alan", "drand round 1"]);
        assert!(
            matches!(contributions[4].kind(), ContributionKind::Beacon(beacon) if beacon.exponent() == 10)
        );
    }
    let verified = workshop.verify("pot.ptau", "final.zkey", &CeremonyPolicy::default()).unwrap();
    std::fs::write(workshop.at("our_key.json"), verified.verifying_key().to_snarkjs_json()).unwrap();
    let steps = [
        "verify,circuit.r1cs,pot.ptau,final.zkey",
        "export-key,final.zkey,their_key.json",
        "prove,final.zkey,witness.wtns,proof.json,public.json",
        "verify-proof,our_key.json,public.json,proof.json",
    ];
    let results = snarkjs.run(workshop.path(), &steps);
    assert_eq!(results, ["ok"; 4]);
    let read = |name: &str| VerifyingKeyPoints::from_snarkjs_json(&workshop.bytes(name)).unwrap();
    assert_eq!(read("our_key.json"), read("their_key.json"));
    let value = |name: &str| -> serde_json::Value { serde_json::from_slice(&workshop.bytes(name)).unwrap() };
    let (ours, mut theirs) = (value("our_key.json"), value("their_key.json"));
    // what follows from alpha and beta
    theirs.as_object_mut().unwrap().remove("vk_alphabeta_12").unwrap();
    assert_eq!(ours, theirs);
}

#[test]
fn b7_refuses_what_snarkjs_calls_fine() {
    let Some(snarkjs) = Snarkjs::find() else { return };
    let workshop = Workshop::new(20);
    workshop.insecure_ptau("pot.ptau", 7, true);
    assert_eq!(snarkjs.run(workshop.path(), &["ptau-verify,pot.ptau"]), ["ok"]);
    workshop.begin("pot.ptau", "initial.zkey");
    let steps = [
        "verify,circuit.r1cs,pot.ptau,initial.zkey",
        &format!("beacon,initial.zkey,beacon_only.zkey,source,{BEACON},10"),
        "verify,circuit.r1cs,pot.ptau,beacon_only.zkey",
        "contribute,beacon_only.zkey,after_beacon.zkey,late",
        "verify,circuit.r1cs,pot.ptau,after_beacon.zkey",
        "contribute,initial.zkey,one.zkey,one",
        &format!("beacon,one.zkey,unnamed.zkey,,{BEACON},10"),
        "verify,circuit.r1cs,pot.ptau,unnamed.zkey",
        "plonk-setup,circuit.r1cs,pot.ptau,plonk.zkey",
    ];
    let results = snarkjs.run(workshop.path(), &steps);
    for verified in [0, 2, 4, 7] {
        assert_eq!(results[verified], "ok", "{}", steps[verified]);
    }
    for (key, expected) in [
        ("initial.zkey", "TooFewContributions"),
        ("beacon_only.zkey", "TooFewContributions"),
        ("after_beacon.zkey", "BeaconNotLast"),
        ("unnamed.zkey", "BeaconUnnamed"),
    ] {
        let refused = workshop.verify("pot.ptau", key, &CeremonyPolicy::default()).unwrap_err();
        assert!(format!("{refused:?}").contains(expected), "{key}: {refused:?}");
    }
    let plonk = workproof_prover::ZkeyFile::open(&workshop.at("plonk.zkey"));
    assert!(plonk.is_err(), "a PLONK key");
}
