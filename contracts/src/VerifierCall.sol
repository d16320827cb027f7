// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {IWorkVerifier} from "./IWorkVerifier.sol";
import {Offer} from "./TaskTypes.sol";

/// @title Calls of a verifier, written into memory once: what the compiler would copy three times.
/// @dev A verifier that reverts, has no code or answers anything but `true` refuses the proof.
library VerifierCall {
    /// @notice Whether the verifier of an offer accepts one proof.
    function accepts(
        Offer calldata offer,
        uint256 nullifier,
        uint256 message,
        uint256 amount,
        uint256 answerCommitment,
        uint256[8] calldata proof
    ) internal view returns (bool accepted) {
        address verifier = address(offer.verifier);
        bytes4 selector = IWorkVerifier.verifyPrepared.selector;
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, selector)
            // the offer's last two words are the prepared point
            calldatacopy(add(data, 0x04), add(offer, 0xa0), 0x40)
            mstore(add(data, 0x44), nullifier)
            mstore(add(data, 0x64), message)
            mstore(add(data, 0x84), amount)
            mstore(add(data, 0xa4), answerCommitment)
            calldatacopy(add(data, 0xc4), proof, 0x100)
            accepted := staticcall(gas(), verifier, data, 0x1c4, 0x00, 0x20)
            accepted := and(and(accepted, gt(returndatasize(), 0x1f)), eq(mload(0x00), 1))
        }
    }

    /// @notice Begins the call for a batch: room for `count` claims, and the proofs.
    function begin(Offer calldata offer, uint256[8][] calldata proofs, uint256 count)
        internal
        pure
        returns (uint256 data)
    {
        bytes4 selector = IWorkVerifier.verifyPreparedBatch.selector;
        assembly ("memory-safe") {
            data := mload(0x40)
            mstore(data, selector)
            calldatacopy(add(data, 0x04), add(offer, 0xa0), 0x40)
            mstore(add(data, 0x44), 0x80)
            let second := add(0xa0, shl(7, count))
            mstore(add(data, 0x64), second)
            mstore(add(data, 0x84), count)
            let place := add(add(data, 0x04), second)
            mstore(place, proofs.length)
            calldatacopy(add(place, 0x20), proofs.offset, shl(8, proofs.length))
            mstore(0x40, add(add(place, 0x40), shl(8, proofs.length)))
        }
    }

    /// @notice Puts the inputs of a claim into their place.
    function put(uint256 data, uint256 index, uint256 nullifier, uint256 message, uint256 amount) internal pure {
        assembly ("memory-safe") {
            let place := add(add(data, 0xa4), shl(7, index))
            mstore(place, nullifier)
            mstore(add(place, 0x20), message)
            mstore(add(place, 0x40), amount)
            mstore(add(place, 0x60), 0)
        }
    }

    /// @notice Whether the verifier of the offer accepts all proofs.
    function acceptsAll(Offer calldata offer, uint256 data, uint256 claims, uint256 proofs)
        internal
        view
        returns (bool accepted)
    {
        address verifier = address(offer.verifier);
        assembly ("memory-safe") {
            let size := add(0xc4, add(shl(7, claims), shl(8, proofs)))
            accepted := staticcall(gas(), verifier, data, size, 0x00, 0x20)
            accepted := and(and(accepted, gt(returndatasize(), 0x1f)), eq(mload(0x00), 1))
        }
    }
}
