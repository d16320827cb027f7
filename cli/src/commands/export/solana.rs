//! `export solana`: a program for one key in sBPF assembly, and the key as a constant for the crate `groth16-solana`.
//!
//! The program takes no accounts. Its instruction data is a proof in Solana's form (256 bytes, A negated) followed by the public
//! inputs (32 bytes big-endian each). It ends with 0 where the proof holds and with another number where not:
//!
//! | ends with | where |
//! |---|---|
//! | 1 | accounts were given, or the data has another length |
//! | 2 | an input is not below r |
//! | 3 | a point is none, or a coordinate is not below q |
//! | 4 | the proof does not hold |
//!
//! Coordinates are compared with q here: the system calls take the highest bit of a y for a flag and pass over it, so that a proof
//! would have other spellings.
//!
//! Every constant is an immediate, stored into the heap: one compute unit for each half, less than any copy costs.

use workproof_verifier::forms::{eip197, solana};

use super::{ExportedClaim, ExportedKey, File, hexadecimal};

const README: &str = include_str!("../../../templates/solana/README.md");

/// Where a program's heap begins.
const HEAP: &str = "0x300000000";
/// Places in the heap: the sum of the inputs' points, the next product behind it, a factor behind that.
const SUM: usize = 0;
const PRODUCT: usize = 64;
const FACTOR: usize = 128;
/// Where the pairs begin, and what the pairing says.
const PAIRS: usize = 256;
const RESULT: usize = PAIRS + 4 * 192;

/// r, in 64-bit limbs, the highest first.
const ORDER_R: [u64; 4] = [0x30644e72e131a029, 0xb85045b68181585d, 0x2833e84879b97091, 0x43e1f593f0000001];
/// q, likewise.
const ORDER_Q: [u64; 4] = [0x30644e72e131a029, 0xb85045b68181585d, 0x97816a916871ca8d, 0x3c208c16d87cfd47];

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let count = key.points.ic.len().saturating_sub(1);
    let readme = README
        .replace("{{circuit}}", key.circuit.name().as_str())
        .replace("{{bytes}}", &(solana::PROOF_BYTES + 32 * count).to_string());
    vec![
        File::text("verifier.s", program(key, count)),
        File::text("verifying_key.rs", constants(key)),
        File::text("README.md", readme),
    ]
}

/// The instruction data of a claim.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let proof = solana::proof_to_bytes(&claim.proof);
    let compressed = solana::proof_to_compressed_bytes(&claim.proof);
    let inputs: Vec<[u8; 32]> = claim.input_words().collect();
    let data: Vec<u8> = proof.iter().chain(inputs.iter().flatten()).copied().collect();
    File::json(
        format!("{}.solana.json", claim.name),
        &serde_json::json!({
            "instruction_data": hexadecimal(&data),
            "proof": hexadecimal(&proof),
            "compressed_proof": hexadecimal(&compressed),
            "inputs": inputs.iter().map(|word| hexadecimal(word)).collect::<Vec<_>>(),
        }),
    )
}

fn constants(key: &ExportedKey) -> String {
    let list = |bytes: &[u8]| bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    let points = &key.points;
    let mut text = format!(
        "// Written by `workproof export solana` for the circuit {}, key {}.{}\n\nuse groth16_solana::groth16::\
         Groth16Verifyingkey;\n\n/// The key. Verify with `Groth16Verifier::verify`, never with `verify_unchecked`: that one \
         takes a nullifier in\n/// several spellings.\npub const VERIFYING_KEY: Groth16Verifyingkey<'static> = \
         Groth16Verifyingkey {{\n    nr_pubinputs: {},\n",
        key.circuit.name(),
        key.key_id,
        key.warning("\n// ", "program"),
        points.ic.len().saturating_sub(1),
    );
    let mut field = |name: &str, bytes: &[u8]| text.push_str(&format!("    {name}: [{}],\n", list(bytes)));
    field("vk_alpha_g1", &eip197::g1_to_bytes(&points.alpha_g1));
    field("vk_beta_g2", &eip197::g2_to_bytes(&points.beta_g2));
    field("vk_gamma_g2", &eip197::g2_to_bytes(&points.gamma_g2));
    field("vk_delta_g2", &eip197::g2_to_bytes(&points.delta_g2));
    text.push_str("    vk_ic: &[\n");
    for point in &points.ic {
        text.push_str(&format!("        [{}],\n", list(&eip197::g1_to_bytes(point))));
    }
    text.push_str("    ],\n    vk_commitment: None,\n};\n");
    text
}

/// Lines of assembly.
struct Assembly(String);

impl Assembly {
    fn line(&mut self, text: &str) {
        self.0.push_str("  ");
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn label(&mut self, name: &str) {
        self.0.push_str(name);
        self.0.push_str(":\n");
    }

    fn note(&mut self, text: &str) {
        self.line(&format!("// {text}"));
    }

    /// Stores bytes at a place in the heap, eight at a time.
    fn store(&mut self, place: usize, bytes: &[u8]) {
        let (words, _) = bytes.as_chunks::<8>();
        for (index, word) in words.iter().enumerate() {
            self.line(&format!("lddw r2, {:#x}", u64::from_le_bytes(*word)));
            self.line(&format!("stxdw [r7 + {}], r2", place + 8 * index));
        }
    }

    /// Copies bytes of the instruction data to a place in the heap.
    fn copy(&mut self, place: usize, from: usize, length: usize) {
        for offset in (0..length).step_by(8) {
            self.line(&format!("ldxdw r2, [r6 + {}]", from + offset));
            self.line(&format!("stxdw [r7 + {}], r2", place + offset));
        }
    }

    /// Calls the curve: 0 adds, 2 multiplies, 3 pairs.
    fn group(&mut self, operation: u8, input: usize, length: usize, result: usize) {
        self.line(&format!("mov64 r1, {operation}"));
        self.line("mov64 r2, r7");
        self.line(&format!("add64 r2, {input}"));
        self.line(&format!("mov64 r3, {length}"));
        self.line("mov64 r4, r7");
        self.line(&format!("add64 r4, {result}"));
        self.line("call sol_alt_bn128_group_op");
        self.line("jne r0, 0, no_point");
    }

    /// Goes on where the number at `from` is below an order.
    fn require_below(&mut self, order: [u64; 4], from: usize, otherwise: &str) {
        for (limb, order) in order.iter().enumerate() {
            self.line(&format!("ldxdw r2, [r6 + {}]", from + 8 * limb));
            self.line("be64 r2");
            self.line(&format!("lddw r3, {order:#x}"));
            self.line(&format!("jlt r2, r3, below_{from}"));
            self.line(&format!("jgt r2, r3, {otherwise}"));
        }
        // equal to the order
        self.line(&format!("ja {otherwise}"));
        self.label(&format!("below_{from}"));
    }
}

fn program(key: &ExportedKey, count: usize) -> String {
    let points = &key.points;
    let mut code = Assembly(format!(
        "// Written by `workproof export solana` for the circuit {}, key {}.{}\n// Instruction data: -A (64), B (128), C \
         (64), then {count} inputs of 32 bytes, all big-endian. No accounts.\n.globl entrypoint\n\n",
        key.circuit.name(),
        key.key_id,
        key.warning("\n// ", "program"),
    ));
    code.label("entrypoint");
    code.note("the number of accounts, the length of the data, the data");
    code.line("ldxdw r2, [r1 + 0]");
    code.line("jne r2, 0, malformed");
    code.line("ldxdw r2, [r1 + 8]");
    code.line(&format!("jne r2, {}, malformed", solana::PROOF_BYTES + 32 * count));
    code.line("mov64 r6, r1");
    code.line("add64 r6, 16");
    code.line(&format!("lddw r7, {HEAP}"));
    for coordinate in (0..solana::PROOF_BYTES).step_by(32) {
        code.require_below(ORDER_Q, coordinate, "no_point");
    }
    for index in 0..count {
        code.require_below(ORDER_R, solana::PROOF_BYTES + 32 * index, "not_below_r");
    }
    code.note("the sum of the inputs' points, each times its input");
    let mut ic = points.ic.iter();
    if let Some(constant) = ic.next() {
        code.store(SUM, &eip197::g1_to_bytes(constant));
    }
    for (index, point) in ic.enumerate() {
        code.store(PRODUCT, &eip197::g1_to_bytes(point));
        code.copy(FACTOR, solana::PROOF_BYTES + 32 * index, 32);
        code.group(2, PRODUCT, 96, PRODUCT);
        code.group(0, SUM, 128, SUM);
    }
    code.note("e(-A, B) e(alpha, beta) e(sum, gamma) e(C, delta) is 1");
    code.copy(PAIRS, 0, 192);
    code.store(PAIRS + 192, &eip197::g1_to_bytes(&points.alpha_g1));
    code.store(PAIRS + 256, &eip197::g2_to_bytes(&points.beta_g2));
    for offset in (0..64).step_by(8) {
        code.line(&format!("ldxdw r2, [r7 + {}]", SUM + offset));
        code.line(&format!("stxdw [r7 + {}], r2", PAIRS + 384 + offset));
    }
    code.store(PAIRS + 448, &eip197::g2_to_bytes(&points.gamma_g2));
    code.copy(PAIRS + 576, 192, 64);
    code.store(PAIRS + 640, &eip197::g2_to_bytes(&points.delta_g2));
    code.group(3, PAIRS, 4 * 192, RESULT);
    code.note("a word of 32 bytes, big-endian: 1");
    for offset in [0, 8, 16] {
        code.line(&format!("ldxdw r2, [r7 + {}]", RESULT + offset));
        code.line("jne r2, 0, refused");
    }
    code.line(&format!("ldxdw r2, [r7 + {}]", RESULT + 24));
    code.line("be64 r2");
    code.line("jne r2, 1, refused");
    code.line("mov64 r0, 0");
    code.line("exit");
    for (name, number) in [("malformed", 1), ("not_below_r", 2), ("no_point", 3), ("refused", 4)] {
        code.label(name);
        code.line(&format!("mov64 r0, {number}"));
        code.line("exit");
    }
    code.0
}
