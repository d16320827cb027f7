// SPDX-License-Identifier: MIT OR Apache-2.0
// Written by `workproof export evm` for the circuit {{circuit}}.{{warning}}
pragma solidity ^0.8.28;

/// @title Checks claims of the circuit {{circuit}}: one, many at once, or many that share their roots.
/// @notice A proof says that a statement is true. It does not say that the statement is new, or yours: whoever pays
/// computes scope and message for itself and remembers nullifiers. `WorkSettlement` does.
/// @dev Groth16 over BN254. With the key's points alpha, beta, gamma, delta and IC, a proof (A, B, C) of inputs x holds when
///
///     e(A, B) e(IC[0] + sum x[i] IC[i + 1], -gamma) e(C, -delta) e(alpha, -beta) = 1.
///
/// The key's points are negated here once and for all, and the proof's are not: the precompile sees each coordinate as it
/// was given, so none has a second spelling. Every coordinate must be below q and every input below r; the precompile
/// itself checks curve and subgroup. Precompiles are given all the gas there is, so a change of their price breaks nothing.
contract {{contract}} {
    /// The digest of the key's canonical bytes, as `workproof keys list` prints it.
    bytes32 public constant keyId = {{key_id}};
    /// The circuit's name.
    string public constant circuit = "{{circuit}}";
    /// The fact, as a scope holds it: the text "workproof/v1/fact/{{fact}}" as an integer.
    uint256 public constant fact = {{fact_word}};
    /// How many public inputs the circuit has.
    uint256 public constant inputCount = {{count}};

    // The field of coordinates and the field of inputs.
    uint256 private constant Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47;
    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;

    // The key. In G2 the imaginary part comes first, as the precompile takes it.
{{key_constants}}

    // Begins what the weights of a batch are hashed from: keccak-256 of "workproof/v1/evm-batch" and of
    // "workproof/v1/evm-prepared-batch".
    bytes32 private constant BATCH = {{batch_tag}};
    bytes32 private constant PREPARED_BATCH = {{prepared_batch_tag}};
    // Weights have 128 bits.
    uint256 private constant WEIGHT = 0xffffffffffffffffffffffffffffffff;

{{statement}}
    /// @notice Whether a proof holds for these public inputs. The form of snarkjs' verifiers.
    /// @dev The arguments are read from their places in the calldata, which costs less than by name (and makes the compiler
    /// warn that the names are not used): a at 0x04, b at 0x44, c at 0xc4, inputs from 0x104. That the calldata is long
    /// enough is checked before.
    /// @param a A.
    /// @param b B, the imaginary part of each coordinate first.
    /// @param c C.
    /// @param inputs The public inputs: {{input_names}}.
    function verifyProof(
        uint256[2] calldata a,
        uint256[2][2] calldata b,
        uint256[2] calldata c,
        uint256[{{count}}] calldata inputs
    ) external view returns (bool) {
        assembly {
            let ok := and(
                {{proof_coordinates}},
                {{inputs_below_r}}
            )
            // the sum of the inputs' points grows at 0x00; each next product stands behind it, at 0x40
            mstore(0x00, IC0_X)
            mstore(0x20, IC0_Y)
{{proof_terms}}
            mstore(0x40, MINUS_GAMMA_X1)
            mstore(0x60, MINUS_GAMMA_X0)
            mstore(0x80, MINUS_GAMMA_Y1)
            mstore(0xa0, MINUS_GAMMA_Y0)
            // A, B and C stand one behind the other in the calldata, and as pairs as well
            calldatacopy(0xc0, 0x04, 0x100)
{{other_pairs}}
            ok := and(ok, staticcall(gas(), 8, 0x00, 0x300, 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)
        }
    }

    /// @notice Adds up the part of the public inputs that many claims share: scope, roots and terms.
    /// @param shared The inputs 0 and 4 to 6{{shared_note}}.
    /// @return x The point that `verifyPrepared` and `verifyPreparedBatch` begin with.
    /// @return y Its other coordinate.
    function prepare(uint256[4] calldata shared) external view returns (uint256 x, uint256 y) {
        bool ok;
        assembly {
            ok := {{shared_ok}}
            let free := mload(0x40)
            mstore(free, IC0_X)
            mstore(add(free, 0x20), IC0_Y)
{{shared_terms}}
            x := mload(free)
            y := mload(add(free, 0x20))
        }
        require(ok, "an input is not below r");
    }

    /// @notice Whether a proof holds for a point from `prepare` and the inputs of one claim.
    /// @dev The caller answers for the point: it must come from `prepare`.
    /// @param words The point, from 0x04 of the calldata; the inputs 1 to 3 (nullifier, message, amount) and
    /// input 7{{claim_note}}, from 0x44; and A, B, C as EIP-197 words, from 0xc4.
    function verifyPrepared(uint256[14] calldata words) external view returns (bool) {
        assembly {
            let ok := and(
                {{prepared_coordinates}},
                {{claim_ok}}
            )
            calldatacopy(0x00, 0x04, 0x40)
{{claim_terms}}
            mstore(0x40, MINUS_GAMMA_X1)
            mstore(0x60, MINUS_GAMMA_X0)
            mstore(0x80, MINUS_GAMMA_Y1)
            mstore(0xa0, MINUS_GAMMA_Y0)
            calldatacopy(0xc0, 0xc4, 0x100)
{{other_pairs}}
            ok := and(ok, staticcall(gas(), 8, 0x00, 0x300, 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)
        }
    }

    /// @notice Whether all proofs hold for their inputs: n + 3 pairings.
    /// @dev With weights w nobody could foresee, all equations hold (but for 2^-128) when their product does, each to
    /// the power of its weight. The weights are hashed from the key, the number of claims, all proofs and all inputs; the first
    /// is 1, which loses nothing, since only the others' ratios to it count. False for an empty batch.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    /// @param inputs Of each claim, the public inputs.
    function verifyBatch(uint256[8][] calldata proofs, uint256[{{count}}][] calldata inputs)
        external
        view
        returns (bool)
    {
        assembly {
            let n := proofs.length
            let ok := and(gt(n, 0), eq(n, inputs.length))
            mstore(0x00, BATCH)
            mstore(0x20, keyId)
            mstore(0x40, n)
            let size := shl(8, n)
            calldatacopy(0x60, proofs.offset, size)
            calldatacopy(add(0x60, size), inputs.offset, mul(n, {{input_bytes}}))
            // 0x00 and 0x20 hold what weights are hashed from, 0x40 the sum of the C, 0x80 a product's point and factor,
            // 0xe0 the sum of the weights, from 0x100 the weighted sums of the inputs; then come the pairs
            mstore(0x00, keccak256(0x00, add(0x60, add(size, mul(n, {{input_bytes}})))))
            calldatacopy(0x40, calldatasize(), {{batch_zeros}})
            let pair := {{batch_pairs}}
            let proof := proofs.offset
            let claim := inputs.offset
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                let weight := 1
{{batch_claim}}
                // the inputs
                let input := 0
{{batch_sums}}
                proof := add(proof, 0x100)
                claim := add(claim, {{input_bytes}})
                pair := add(pair, 0xc0)
            }
            if iszero(ok) {
                mstore(0x00, 0)
                return(0x00, 0x20)
            }
            // what the inputs add up to, against -gamma
            mstore(pair, IC0_X)
            mstore(add(pair, 0x20), IC0_Y)
            mstore(add(pair, 0x40), mload(0xe0))
            ok := and(ok, staticcall(gas(), 7, pair, 0x60, pair, 0x40))
{{batch_terms}}
{{batch_end}}
        }
    }

    /// @notice Whether all proofs hold for inputs that all claims share, and the inputs of each claim: cheaper than `verifyBatch` by
    /// the calldata of what is shared.
    /// @param shared The inputs 0 and 4 to 6{{shared_note}}.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifySharedBatch(
        uint256[4] calldata shared,
        uint256[4][] calldata claims,
        uint256[8][] calldata proofs
    ) external view returns (bool) {
        (uint256 x, uint256 y) = this.prepare(shared);
        return this.verifyPreparedBatch([x, y], claims, proofs);
    }

    /// @notice Whether all proofs hold for a point from `prepare` and the inputs of each claim.
    /// @dev As `verifyBatch`; the caller answers for the point.
    /// @param base The point.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifyPreparedBatch(
        uint256[2] calldata base,
        uint256[4][] calldata claims,
        uint256[8][] calldata proofs
    ) external view returns (bool) {
        assembly {
            let n := proofs.length
            let ok := and(gt(n, 0), eq(n, claims.length))
            mstore(0x00, PREPARED_BATCH)
            mstore(0x20, keyId)
            mstore(0x40, n)
            calldatacopy(0x60, base, 0x40)
            let size := shl(8, n)
            calldatacopy(0xa0, proofs.offset, size)
            calldatacopy(add(0xa0, size), claims.offset, shl(7, n))
            mstore(0x00, keccak256(0x00, add(0xa0, add(size, shl(7, n)))))
            calldatacopy(0x40, calldatasize(), {{prepared_zeros}})
            let pair := {{prepared_pairs}}
            let proof := proofs.offset
            let claim := claims.offset
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                let weight := 1
{{batch_claim}}
                let input := 0
{{prepared_sums}}
                proof := add(proof, 0x100)
                claim := add(claim, 0x80)
                pair := add(pair, 0xc0)
            }
            if iszero(ok) {
                mstore(0x00, 0)
                return(0x00, 0x20)
            }
            calldatacopy(pair, base, 0x40)
            mstore(add(pair, 0x40), mload(0xe0))
            ok := and(ok, staticcall(gas(), 7, pair, 0x60, pair, 0x40))
{{prepared_terms}}
{{batch_end}}
        }
    }
}
