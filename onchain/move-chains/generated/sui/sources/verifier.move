// Written by `workproof export sui` for the circuit relay-10, key 0xfd7547bcb3ecf8a409a1f67498c253eed61d2994ccb3b80e227838e6dbbb637f.
// DEVELOPMENT KEY: anyone can forge proofs for it. Never let this module decide about money.
module workproof::relay_10;

use sui::groth16;

/// The verifying key, in arkworks' compressed form.
const KEY: vector<u8> = x"1d162cec75dfb3b44fbe7328c866f1cbb1bae7d2a989dadeb611452acb39d92a6cadcb3d71368e8a96b8b327d81961b2b9e7c209bc41d6c698a24b6afb94051d722ec76127885ecd6387a9fca6bffb548e259c72a487c2bd723276ef21a91196edf692d95cbdde46ddda5ef7d422436779445c5e66006a42761e1f12efde0018c212f3aeb785e49712e7a9353349aaf1255dfb31b7bf60723a480d9293938e19b140a5c80d6c8e1ad93c445492e06e1b282ecb03b5a2720ac61cee76600b10289310495cd78a81f00008fb985ab964b3a6d11951df257eca10a59dae24f71d8c08000000000000005a9ecf1030df882e6c69d5b8bc593cbbb4ce7f23d609cab1528540d5a1004da40b31bc1e2c3b3974adfc5844a1381e3fc0d40111ed72d5dc7b5ac2c6d4ceb0a38ec0415c528a9f461980e7333c0d46eb97e20a4abc16786bc12288390187d48d0cee291c26c5fb7274ac1c8ef3ce4549fc9f829b0c6910eb4f3d9dbe4b299b1eb107155b43a23c052e5ac46a4e8d77503b0655a4bb2b7f2c6ea96edccac410a58e4dab7774576e128fd95f3ac43b37f9560c23b8b4645bbde9de76ada9dba52d9aed4a82a73d4480d6ebb09a9af05420b8781e0a74fad7d26904ab6b3e7d96ab27013d70db3eba52932671aab7ab3a9eaee82ba6eecb84f1275fc5529ba8670b";
const INPUT_BYTES: u64 = 32 * 7;

/// Whether a proof (128 bytes) holds for public inputs (7 of 32 bytes little-endian). Inputs that are not below r are
/// refused by the native function. Whoever pays computes scope and message itself and keeps the nullifiers.
public fun verify(inputs: vector<u8>, proof: vector<u8>): bool {
    if (inputs.length() != INPUT_BYTES) return false;
    let curve = groth16::bn254();
    let key = groth16::prepare_verifying_key(&curve, &KEY);
    groth16::verify_groth16_proof(
        &curve,
        &key,
        &groth16::public_proof_inputs_from_bytes(inputs),
        &groth16::proof_points_from_bytes(proof),
    )
}
