// Written by `workproof export sui` for the circuit {{circuit}}, key {{key_id}}.{{warning}}
module workproof::{{module}};

use sui::groth16;

/// The verifying key, in arkworks' compressed form.
const KEY: vector<u8> = x"{{key}}";
const INPUT_BYTES: u64 = 32 * {{count}};

/// Whether a proof (128 bytes) holds for public inputs ({{count}} of 32 bytes little-endian). Inputs that are not below r are
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
