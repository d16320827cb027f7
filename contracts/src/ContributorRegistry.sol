// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {InternalLeanIMT, LeanIMTData} from "@zk-kit/lean-imt.sol/InternalLeanIMT.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IContributorRegistry} from "./IRegistries.sol";

/// @title A registry of contributors on chain: a LeanIMT over Semaphore identity commitments.
/// @notice Who may work is for the owner to say; enrol only ids whose owner showed that they know the secret. A root here is
/// good for a claim only together with the size.
contract ContributorRegistry is Ownable2Step, IContributorRegistry {
    using InternalLeanIMT for LeanIMTData;

    uint256 private constant MAX_SIZE = 1 << 20;

    LeanIMTData private _tree;
    mapping(uint256 id => address) public holderOf;

    event Enrolled(uint256 indexed index, uint256 indexed id, address holder, uint256 root);
    event Removed(uint256 indexed id, uint256 root);

    error Full();
    error NoHolder();

    constructor(address owner) Ownable(owner) {}

    /// @notice Enrols an id, and the account that may hand in answers for it.
    function enrol(uint256 id, address holder) external onlyOwner {
        if (_tree.size >= MAX_SIZE) revert Full();
        if (holder == address(0)) revert NoHolder();
        uint256 index = _tree.size;
        holderOf[id] = holder;
        emit Enrolled(index, id, holder, _tree._insert(id));
    }

    /// @notice Removes an id: its leaf becomes 0 and the size stays.
    /// @param siblings The path from the leaf to the root.
    function remove(uint256 id, uint256[] calldata siblings) external onlyOwner {
        delete holderOf[id];
        emit Removed(id, _tree._remove(id, siblings));
    }

    /// @inheritdoc IContributorRegistry
    function rootAndSize() external view returns (uint256 root, uint256 size) {
        return (_tree._root(), _tree.size);
    }
}
