// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

/// @title A registry of contributors that a settlement reads.
interface IContributorRegistry {
    /// @notice The root of the LeanIMT and its number of leaves. The root alone does not say who is a member.
    function rootAndSize() external view returns (uint256 root, uint256 size);

    /// @notice The account that may hand in answers for an id, or 0.
    function holderOf(uint256 id) external view returns (address);
}

/// @title A registry of attesters that a settlement reads.
interface IAttesterRegistry {
    /// @notice The root of the quinary tree.
    function root() external view returns (uint256);
}
