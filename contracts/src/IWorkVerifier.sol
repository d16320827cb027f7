// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

/// @title What `WorkSettlement` asks of a verifier: the contracts that `workproof export evm` writes.
/// @dev Inputs 0, 4, 5 and 6 (scope, roots, terms) are those that many claims share; 1, 2, 3 and 7 (nullifier, message, amount,
/// and for gold the answer commitment) are those of each claim. Positions that a circuit lacks must be 0.
interface IWorkVerifier {
    /// @notice The digest of the verifying key.
    function keyId() external view returns (bytes32);

    /// @notice The fact that the key's circuit proves, as a scope holds it.
    function fact() external view returns (uint256);

    /// @notice Adds up the shared inputs. Reverts where one is not below r.
    function prepare(uint256[4] calldata shared) external view returns (uint256 x, uint256 y);

    /// @notice Whether a proof holds for shared inputs, prepared, and the inputs of its claim.
    /// @param words The prepared point (2), the inputs of the claim (4), A, B, C as EIP-197 words (8).
    function verifyPrepared(uint256[14] calldata words) external view returns (bool);

    /// @notice Whether all proofs hold for shared inputs, prepared, and the inputs of each claim.
    function verifyPreparedBatch(
        uint256[2] calldata base,
        uint256[4][] calldata claims,
        uint256[8][] calldata proofs
    ) external view returns (bool);
}
