// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {Task} from "./TaskTypes.sol";

/// @title Scopes and messages, exactly as the crate `workproof-protocol` makes them.
/// @dev Hash to field: keccak-256 of 32-byte words with the top byte cleared. The first word is a tag: the text as an integer.
library WorkScope {
    /// "workproof/v1/scope"
    uint256 private constant SCOPE = 0x776f726b70726f6f662f76312f73636f7065;
    /// "workproof/v1/message"
    uint256 private constant MESSAGE = 0x00776f726b70726f6f662f76312f6d657373616765;
    /// "workproof/v1/task-policy"
    uint256 private constant TASK_POLICY = 0x776f726b70726f6f662f76312f7461736b2d706f6c696379;
    uint256 private constant FIELD_BITS = (1 << 248) - 1;

    /// @notice The id of a task: the hash of all its terms.
    function idOf(Task calldata task) internal pure returns (bytes32) {
        return keccak256(abi.encode(task));
    }

    /// @notice The scope of a task's claims: network, chain, this contract, fact, name, and as policy all terms but the gold
    /// commitment, which is itself made for this scope. It is a public input of every gold claim.
    function scopeOf(Task calldata task, uint256 fact) internal view returns (uint256) {
        Task memory terms = task;
        terms.goldCommitment = 0;
        bytes32 policy = keccak256(abi.encode(TASK_POLICY, keccak256(abi.encode(terms))));
        bytes memory words =
            abi.encode(SCOPE, task.network, block.chainid, address(this), fact, task.name, policy);
        return uint256(keccak256(words)) & FIELD_BITS;
    }

    /// @notice The message of a claim: whom to pay, where, in what, until when.
    function messageOf(address recipient, address token, uint256 deadline) internal view returns (uint256) {
        // abi.encode(MESSAGE, recipient, block.chainid, address(this), token, deadline), without keeping the memory
        uint256 hash;
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, MESSAGE)
            mstore(add(words, 0x20), shr(96, shl(96, recipient)))
            mstore(add(words, 0x40), chainid())
            mstore(add(words, 0x60), address())
            mstore(add(words, 0x80), shr(96, shl(96, token)))
            mstore(add(words, 0xa0), deadline)
            hash := keccak256(words, 0xc0)
        }
        return hash & FIELD_BITS;
    }

    /// @notice The hash of two words, for the keys of mappings.
    function pairOf(bytes32 left, uint256 right) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            mstore(0x00, left)
            mstore(0x20, right)
            hash := keccak256(0x00, 0x40)
        }
    }
}
