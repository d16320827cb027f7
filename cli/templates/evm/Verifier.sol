// SPDX-License-Identifier: MIT OR Apache-2.0
// Written by `workproof export evm` for the circuit {{circuit}}.{{warning}}
pragma solidity ^0.8.28;

/// @title What the contract below answers. Call it through this interface.
/// @notice A proof says that a statement is true. It does not say that the statement is new, or yours: whoever pays
/// computes scope and message for itself and remembers nullifiers. `WorkSettlement` does.
/// @dev False does not prove that a proof is false: a call that is given too little gas may answer so as well. Never punish for it.
/// A point that is on no curve takes 63 of 64 parts of the gas with it: cap the gas of a call whose proof others choose.
interface I{{contract}} {
    /// The calldata is not what an encoder of the ABI writes: too short, or lists that do not follow each other. (`verifyProof`
    /// answers false where it is too short.)
    error MalformedCalldata();
    /// A shared input is not below r, or one that the circuit lacks is not 0.
    error InputOutOfRange();

    /// @notice The digest of the key's canonical bytes, as `workproof keys list` prints it.
    function keyId() external view returns (bytes32);

    /// @notice The circuit's name: {{circuit}}.
    function circuit() external view returns (string memory);

    /// @notice The fact, as a scope holds it: the text "workproof/v1/fact/{{fact}}" as an integer.
    function fact() external view returns (uint256);

    /// @notice How many public inputs the circuit has: {{count}}.
    function inputCount() external view returns (uint256);

    /// @notice Whether a proof holds for these public inputs. The form of snarkjs' verifiers.
    /// @param a A.
    /// @param b B, the imaginary part of each coordinate first.
    /// @param c C.
    /// @param inputs The public inputs: {{input_names}}.
    function verifyProof(
        uint256[2] calldata a,
        uint256[2][2] calldata b,
        uint256[2] calldata c,
        uint256[{{count}}] calldata inputs
    ) external view returns (bool);{{statement_interface}}

    /// @notice Whether all proofs hold for their inputs: n + 3 pairings. False for an empty batch, and for lists of different lengths.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    /// @param inputs Of each claim, the public inputs.
    function verifyBatch(uint256[8][] calldata proofs, uint256[{{count}}][] calldata inputs)
        external
        view
        returns (bool);

    /// @notice Whether all proofs hold for inputs that all claims share, and the inputs of each claim: cheaper than `verifyBatch` by
    /// the calldata and the checks of what is shared.
    /// @param shared The inputs 0 and 4 to 6{{shared_note}}.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifySharedBatch(uint256[4] calldata shared, uint256[4][] calldata claims, uint256[8][] calldata proofs)
        external
        view
        returns (bool);

    /// @notice Adds up the part of the public inputs that many claims share: scope, roots and terms.
    /// @param shared The inputs 0 and 4 to 6{{shared_note}}.
    /// @return x The point that `verifyPrepared` and `verifyPreparedBatch` begin with.
    /// @return y Its other coordinate.
    function prepare(uint256[4] calldata shared) external view returns (uint256 x, uint256 y);

    /// @notice Whether a proof holds for a point from `prepare` and the inputs of one claim.
    /// @dev The caller answers for the point: it must come from `prepare`.
    /// @param words The point; the inputs 1 to 3 (nullifier, message, amount) and input 7{{claim_note}}; and A, B, C as
    /// EIP-197 words.
    function verifyPrepared(uint256[14] calldata words) external view returns (bool);

    /// @notice Whether all proofs hold for a point from `prepare` and the inputs of each claim.
    /// @dev As `verifyBatch`; the caller answers for the point.
    /// @param base The point.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifyPreparedBatch(uint256[2] calldata base, uint256[4][] calldata claims, uint256[8][] calldata proofs)
        external
        view
        returns (bool);
}

/// @title Checks claims of the circuit {{circuit}}: one, many at once, or many that share their roots.
/// @dev Groth16 over BN254. With the key's points alpha, beta, gamma, delta and IC, a proof (A, B, C) of inputs x holds when
///
///     e(A, B) e(IC[0] + sum x[i] IC[i + 1], -gamma) e(C, -delta) e(alpha, -beta) = 1.
///
/// The key's points are negated here once and for all, and the proof's are not: the precompile sees each coordinate as it
/// was given, so none has a second spelling. Every coordinate must be below q and every input below r; the precompile
/// itself checks curve and subgroup. Precompiles are given all the gas there is, so a change of their price breaks nothing.
///
/// All functions of the interface are one fallback. It tells them apart by itself, the one that is asked most by itself first, and
/// takes their arguments where they lie in the calldata: the compiler's way there costs more than all checks of a proof.
contract {{contract}} {
    // The field of coordinates and the field of inputs.
    uint256 private constant Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47;
    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;

    // The key. In G2 the imaginary part comes first, as the precompile takes it.
    uint256 private constant KEY_ID = {{key_id}};
{{key_constants}}

    // Begins what a batch's weights are hashed from: keccak-256 of "workproof/v1/evm-batch".
    uint256 private constant BATCH = {{batch_tag}};

    fallback() external {
        assembly {
            if eq(shr(224, calldataload(0x00)), {{select_verify_proof}}) {
                // verifyProof: A at 0x04 of the calldata, B at 0x44, C at 0xc4, the inputs from 0x104
                let ok := and(
                    and(gt(calldatasize(), {{before_proof_end}}), {{proof_coordinates}}),
                    {{inputs_below_r}}
                )
                // The memory becomes what the pairing takes, four points of G1, each with one of G2 behind it:
                //
                //     0x000 X: IC[0] + sum x[i] IC[i + 1]      0x040 -gamma
                //     0x0c0 A                                  0x100 B
                //     0x180 C                                  0x1c0 -delta
                //     0x240 alpha                              0x280 -beta
                //
                // Until -gamma is there, 0x040 takes each product, next to the sum that it is added to. Until -delta is, the
                // inputs lie from 0x200: a point of the key in the two words in front of one is what a multiplication takes.
                calldatacopy(0x0c0, 0x04, 0x100)
                calldatacopy(0x200, 0x104, {{input_bytes}})
                mstore(0x000, IC0_X)
                mstore(0x020, IC0_Y)
{{proof_terms}}
{{key_pairs}}
                // The answer goes to a word that is still 0: where a chain lacks the precompile, the call succeeds and says nothing.
                ok := and(ok, staticcall(gas(), 8, 0x000, 0x300, 0x300, 0x20))
                mstore(0x000, and(ok, mload(0x300)))
                return(0x000, 0x20)
            }

            // The word is read in another way than above: the compiler would keep it for here, at a cost there.
            calldatacopy(0x1c, 0x00, 0x04)
            switch mload(0x00)
            case {{select_verify_prepared}} {
                // verifyPrepared: X so far at 0x04, the claim's inputs from 0x44, A at 0xc4, B at 0x104, C at 0x184
                if lt(calldatasize(), 0x1c4) { malformed() }
                let ok := and(
                    {{prepared_coordinates}},
                    {{claim_ok}}
                )
                // as in verifyProof
                calldatacopy(0x000, 0x04, 0x40)
                calldatacopy(0x0c0, 0xc4, 0x100)
                calldatacopy(0x200, 0x44, 0x80)
{{claim_terms}}
{{key_pairs}}
                ok := and(ok, staticcall(gas(), 8, 0x000, 0x300, 0x300, 0x20))
                answer(and(ok, mload(0x300)))
            }
            case {{select_verify_prepared_batch}} {
                // verifyPreparedBatch: X so far at 0x04, two offsets, the claims behind their number, the proofs behind theirs
                let n := calldataload(0x84)
                let proofs := add(0xc4, shl(7, n))
                requireLists(n, calldataload(sub(proofs, 0x20)), add(proofs, shl(8, n)))
                requireOffsets(sub(calldataload(0x44), 0x80), sub(calldataload(0x64), sub(proofs, 0x24)))
                answer(preparedBatch(calldataload(0x04), calldataload(0x24), 0xa4, proofs, n))
            }
            case {{select_verify_batch}} {
                // verifyBatch: two offsets, the proofs behind their number, the claims' inputs behind theirs
                let n := calldataload(0x44)
                let claims := add(0x84, shl(8, n))
                requireLists(n, calldataload(sub(claims, 0x20)), add(claims, mul(n, {{input_bytes}})))
                requireOffsets(sub(calldataload(0x04), 0x40), sub(calldataload(0x24), sub(claims, 0x24)))
                answer(batch(0x64, claims, n))
            }
            case {{select_verify_shared_batch}} {
                // verifySharedBatch: what is shared from 0x04, two offsets, the claims behind their number, the proofs behind theirs
                let n := calldataload(0xc4)
                let proofs := add(0x104, shl(7, n))
                requireLists(n, calldataload(sub(proofs, 0x20)), add(proofs, shl(8, n)))
                requireOffsets(sub(calldataload(0x84), 0xc0), sub(calldataload(0xa4), sub(proofs, 0x24)))
                if iszero(prepareShared()) { answer(0) }
                answer(preparedBatch(mload(0x00), mload(0x20), 0xe4, proofs, n))
            }
            case {{select_prepare}} {
                // prepare: what is shared from 0x04
                if lt(calldatasize(), 0x84) { malformed() }
                if iszero(prepareShared()) {
                    mstore(0x00, {{select_input_out_of_range}})
                    revert(0x1c, 0x04)
                }
                return(0x00, 0x40)
            }{{statement_case}}
            // keyId, fact, inputCount, circuit
            case {{select_key_id}} { answer(KEY_ID) }
            case {{select_fact}} { answer({{fact_word}}) }
            case {{select_input_count}} { answer({{count}}) }
            case {{select_circuit}} {
                // a string is its offset, its length and its bytes
                mstore(0x00, 0x20)
{{circuit_text}}
            }
            default { revert(0x00, 0x00) }

            function answer(word) {
                mstore(0x00, word)
                return(0x00, 0x20)
            }

            function malformed() {
                mstore(0x00, {{select_malformed_calldata}})
                revert(0x1c, 0x04)
            }

            // Two lists of n items are taken to stand one behind the other, as every encoder writes them. `other` is the number
            // in front of the second, `end` is where it ends; once n is no more than the calldata has bytes, nothing overflows.
            function requireLists(n, other, end) {
                if or(or(iszero(n), gt(n, calldatasize())), sub(n, other)) { answer(0) }
                if lt(calldatasize(), end) { malformed() }
            }

            // The differences between the lists' offsets and those.
            function requireOffsets(first, second) {
                if or(first, second) { malformed() }
            }

            // The sum of IC[0] and the points of the shared inputs, which lie from 0x04 of the calldata. To 0x00.
            function prepareShared() -> ok {
                ok := {{shared_ok}}
                mstore(0x000, IC0_X)
                mstore(0x020, IC0_Y)
{{shared_terms}}
            }

            // Whether all proofs hold, each for its inputs.
            function batch(proofs, claims, n) -> ok {
{{batch}}
            }

            // Whether all proofs hold, each for the inputs of its claim added to X so far, which is (x, y).
            function preparedBatch(x, y, claims, proofs, n) -> ok {
{{prepared_batch}}
            }
        }
    }
}
