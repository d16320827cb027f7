//! Writes `seeds/`: what each decoder accepts, from the repository's vectors and from a ceremony of two rows.
//!
//! `cargo run -p workproof-decoders --example seeds`

#![expect(
    clippy::indexing_slicing,
    reason = "an index that is not in the vectors ends the program, as it should"
)]

use core::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use serde_json::{Value, json};
use workproof_ceremony::{
    Beacon, CeremonyOptions, CeremonyPolicy, CeremonyTranscript, ContributionName, ExistingFile, FileDigests,
    PtauFile, apply_beacon, contribute, create_initial_key, insecure_write_ptau, verify_key,
};
use workproof_circuits::r1cs::R1cs;
use workproof_protocol::{
    AnswerSet, Fr, GoldSet, GoldStatement, LeanImt, RelayStatement, Salt, Statement, Voucher,
};
use workproof_prover::ZkeyFile;
use workproof_prover::circom_files::{R1csView, write_r1cs, write_wtns};
use workproof_prover::zkey::Section;
use workproof_verifier::forms::{
    arkworks_compressed, arkworks_uncompressed, eip197, inputs_to_be_bytes, inputs_to_le_bytes, solana,
};
use workproof_verifier::{Claim, ForeignVerifyingKey, VerifyingKey};

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |file: &str| fs::read_to_string(repository.join("test-vectors").join(file));
    let vectors: Value = serde_json::from_str(&read("claims.json")?)?;
    proofs(&vectors)?;
    keys(&vectors)?;
    network(&vectors, &serde_json::from_str(&read("identity.json")?)?)?;
    files()
}

/// Writes a seed.
fn write(name: &str, number: usize, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join(number.to_string()), bytes)?)
}

fn proofs(vectors: &Value) -> Result<(), Failure> {
    for (number, claim) in [(0, &vectors["claims"][1]), (1, &vectors["claims"][3])] {
        let text = claim["claim"].to_string();
        let (proof, inputs) = if number == 0 {
            taken_apart::<RelayStatement>(&text)?
        } else {
            taken_apart::<GoldStatement>(&text)?
        };
        write("proof", number, proof.to_bytes())?;
        write("proof-hex", number, proof.to_hex())?;
        write("proof-snarkjs", number, proof.to_snarkjs_json())?;
        write("proof-eip197", number, eip197::proof_to_bytes(&proof))?;
        write("proof-solana", number, solana::proof_to_bytes(&proof))?;
        write("proof-solana-compressed", number, solana::proof_to_compressed_bytes(&proof))?;
        write("proof-arkworks-compressed", number, arkworks_compressed::proof_to_bytes(&proof))?;
        write("proof-arkworks-uncompressed", number, arkworks_uncompressed::proof_to_bytes(&proof))?;
        write("inputs-be", number, inputs_to_be_bytes(&inputs))?;
        write("inputs-le", number, inputs_to_le_bytes(&inputs))?;
        let fact = claim["claim"]["fact"].as_str().unwrap_or_default();
        write(&format!("claim-{fact}"), 0, serde_json::to_string_pretty(&claim["claim"])?)?;
        write(&format!("statement-{fact}"), 0, claim["claim"]["statement"].to_string())?;
    }
    let short = b"\x03\x00\x00\x00abc\x00\x00\x00\x00\x01\x00\x00\x00d";
    write("claims-of-a-page", 0, short)
}

fn taken_apart<S: Statement + serde::de::DeserializeOwned>(
    claim: &str,
) -> Result<(workproof_verifier::Proof, Vec<Fr>), Failure> {
    let claim = Claim::<S>::from_json(claim.as_bytes())?;
    Ok((*claim.proof(), claim.statement().public_inputs().as_slice().to_vec()))
}

fn hexadecimal(text: &Value) -> Result<Vec<u8>, Failure> {
    let digits = text.as_str().and_then(|text| text.strip_prefix("0x")).ok_or("hexadecimal digits")?;
    let byte = |at: usize| Ok(u8::from_str_radix(digits.get(at..at + 2).ok_or("two digits")?, 16)?);
    (0..digits.len()).step_by(2).map(byte).collect()
}

fn keys(vectors: &Value) -> Result<(), Failure> {
    write("key-development", 0, hexadecimal(&vectors["keys"][0]["bytes"])?)?;
    for (number, key) in [(0, &vectors["keys"][1]), (1, &vectors["keys"][3])] {
        let bytes = hexadecimal(&key["bytes"])?;
        let points = VerifyingKey::from_bytes(&bytes)?.points().clone();
        write("key", number, &bytes)?;
        let foreign = ForeignVerifyingKey::new(points.clone())?;
        write("key-snarkjs", number, foreign.to_snarkjs_json())?;
        write("key-eip197", number, eip197::key_to_bytes(&points))?;
        write("key-solana", number, solana::key_to_bytes(&points))?;
        write("key-arkworks-compressed", number, arkworks_compressed::key_to_bytes(&points))?;
        write("key-arkworks-uncompressed", number, arkworks_uncompressed::key_to_bytes(&points))?;
    }
    // a short source: one coordinate for each name, today's form and the older one
    let mut today = String::from("// SPDX\npragma solidity ^0.8.0; contract V { /* x = 1; */\n");
    let names = "alphax alphay betax1 betax2 betay1 betay2 gammax1 gammax2 gammay1 gammay2 deltax1 deltax2 deltay1 \
                 deltay2 IC0x IC0y IC1x IC1y";
    for (number, name) in (1..).zip(names.split_whitespace()) {
        today.push_str(&format!("uint256 constant {name} = {};\n", number * 1_000_003));
    }
    write("key-solidity", 0, today + "}")?;
    let older = "vk.alfa1 = Pairing.G1Point(1, 0x2);\nvk.beta2 = Pairing.G2Point([3, 4], [5, 6]);\nvk.gamma2 = \
                 Pairing.G2Point([7, 8], [9, 10]);\nvk.delta2 = Pairing.G2Point([11, 12], [13, 14]);\nvk.IC = new \
                 Pairing.G1Point[](1);\nvk.IC[0] = Pairing.G1Point(15, 16);\n";
    write("key-solidity", 1, older)
}

fn network(vectors: &Value, identities: &Value) -> Result<(), Failure> {
    let voucher: Voucher = serde_json::from_value(vectors["vouchers"][0].clone())?;
    write("voucher", 0, voucher.to_bytes())?;
    write("voucher-json", 0, vectors["vouchers"][0].to_string())?;
    write("signature", 0, voucher.signature.to_bytes())?;
    write("signature-json", 0, serde_json::to_string(&voucher.signature)?)?;
    write("public-key", 0, voucher.attester.to_bytes())?;
    write("public-key-json", 0, serde_json::to_string(&voucher.attester)?)?;
    write("edwards-point", 0, voucher.signature.r.to_bytes())?;
    let mut attesters = vectors["attesters"].clone();
    let places = attesters["attesters"].as_array_mut().ok_or("a list of attesters")?;
    places.truncate(3);
    places.insert(1, Value::Null);
    write("registry-of-attesters", 0, attesters.to_string())?;
    for (number, size) in [(0, 0_u64), (1, 1), (2, 5)] {
        let registry = LeanImt::from_leaves((1..=size).map(Fr::from))?;
        write("registry-of-contributors", number, registry.export())?;
        if size == 5 {
            write("membership", 0, serde_json::to_string(&registry.proof_of(Fr::from(4_u64))?)?)?;
        }
    }
    let salt = || Salt::from_bytes(&[7; 31]);
    write("gold-labels", 0, GoldSet::new(vec![0, 3, 0, 255], salt())?.expose_json().as_bytes())?;
    write("answer-labels", 0, AnswerSet::new(vec![1, 3, 0, 7], salt())?.expose_json().as_bytes())?;
    write("identity", 0, identities["vectors"][0]["export"].as_str().unwrap_or_default())?;
    write("scope", 0, vectors["scope"].to_string())?;
    write("payment", 0, vectors["payment"].to_string())?;
    write("decimal", 0, "21888242871839275222246405745257275088548364400416034343698204186575808495616")?;
    let document = json!({ "version": 1, "proof": ["a\u{1d11e}\n", -1.5e3, true, null, [{}], "7"] });
    write("strict-json", 0, format!(" {document} "))
}

/// x * x = y, y * y = z, z public.
fn circuit() -> R1cs {
    let mut circuit = R1cs::default();
    (circuit.public_inputs, circuit.variables) = (1, 4);
    let one = Fr::from(1_u64);
    for (matrix, columns) in [(&mut circuit.a, [2, 3]), (&mut circuit.b, [2, 3]), (&mut circuit.c, [3, 1])] {
        columns.into_iter().for_each(|column| matrix.push_terms([(column, one)]));
    }
    circuit
}

fn files() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| -> PathBuf { folder.path().join(name) };
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let options = CeremonyOptions::default();
    let mut r1cs = Vec::new();
    write_r1cs(&mut r1cs, &circuit())?;
    write("r1cs", 0, &r1cs)?;
    let mut wtns = Vec::new();
    write_wtns(&mut wtns, &[1_u64, 81, 3, 9].map(Fr::from))?;
    write("wtns", 0, wtns)?;
    for (number, prepared) in [false, true].into_iter().enumerate() {
        insecure_write_ptau(&at("small.ptau"), 1, prepared)?;
        write("ptau", number, fs::read(at("small.ptau"))?)?;
        write("ptau-verified", number, fs::read(at("small.ptau"))?)?;
    }
    insecure_write_ptau(&at("pot.ptau"), 2, true)?;
    let phase1 = PtauFile::open(&at("pot.ptau"))?;
    let view = R1csView::open(&r1cs)?;
    create_initial_key(view, &phase1, (&at("0.zkey"), ExistingFile::Keep), &options)?;
    write("zkey", 0, fs::read(at("0.zkey"))?)?;
    let name = Some(ContributionName::new("Ada")?);
    let out = at("1.zkey");
    contribute(
        &ZkeyFile::open(&at("0.zkey"))?,
        (&out, ExistingFile::Keep),
        (name, "typed"),
        &mut rng,
        &options,
    )?;
    let beacon = (&Beacon::new(vec![1, 2, 3], 10)?, ContributionName::new("source")?);
    let last = at("2.zkey");
    apply_beacon(&ZkeyFile::open(&out)?, (&last, ExistingFile::Keep), beacon, &options)?;
    let key = ZkeyFile::open(&last)?;
    write("zkey", 1, key.bytes())?;
    write("ceremony-record", 0, key.zkey().section(Section::Contributions))?;
    let policy = CeremonyPolicy::default();
    let verified = verify_key(view, &phase1, &key, (&policy, &mut rng), &options)?;
    let transcript = CeremonyTranscript::new(&verified, view, &phase1, FileDigests::of(&r1cs, &phase1, &key));
    write("transcript", 0, serde_json::to_string(&transcript)?)
}
