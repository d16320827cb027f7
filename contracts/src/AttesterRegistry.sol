// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {PoseidonT5} from "poseidon-solidity/PoseidonT5.sol";
import {PoseidonT6} from "poseidon-solidity/PoseidonT6.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IAttesterRegistry} from "./IRegistries.sol";

/// @title A registry of attesters on chain: a quinary tree of seven levels, as `workproof-protocol` keeps it.
/// @notice A leaf is H_4(tag, x, y, cap), a node H_5 of its children, an empty place 0. The owner vouches that each key is a
/// point of the prime subgroup of Baby Jubjub: this contract cannot tell.
contract AttesterRegistry is Ownable2Step, IAttesterRegistry {
    uint256 public constant DEPTH = 7;
    uint256 public constant CAPACITY = 78_125;
    /// "workproof/v1/attester-leaf"
    uint256 private constant LEAF = 0x776f726b70726f6f662f76312f61747465737465722d6c656166;
    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;

    /// How many places were ever taken.
    uint256 public size;
    uint256 private _root;
    /// The root of an empty subtree of each height.
    uint256[DEPTH] private _zeros;
    /// Nodes that are not those of an empty subtree.
    mapping(uint256 level => mapping(uint256 index => uint256)) private _nodes;
    mapping(bytes32 key => bool) private _enrolled;
    mapping(uint256 index => bytes32) private _keys;

    event Enrolled(uint256 indexed index, uint256 x, uint256 y, uint64 cap, uint256 root);
    event Removed(uint256 indexed index, uint256 root);

    error Full();
    error KeyEnrolled();
    error KeyRefused();
    error NobodyThere(uint256 index);

    constructor(address owner) Ownable(owner) {
        uint256 zero = 0;
        for (uint256 level = 0; level < DEPTH; ++level) {
            _zeros[level] = zero;
            zero = PoseidonT6.hash([zero, zero, zero, zero, zero]);
        }
        _root = zero;
    }

    /// @notice Enrols a key with the most units that it may ever sign for one contributor in one scope.
    function enrol(uint256 x, uint256 y, uint64 cap) external onlyOwner returns (uint256 index) {
        if (x >= R || y >= R || x == 0) revert KeyRefused();
        bytes32 key = keccak256(abi.encode(x, y));
        if (_enrolled[key]) revert KeyEnrolled();
        index = size++;
        if (index >= CAPACITY) revert Full();
        (_enrolled[key], _keys[index]) = (true, key);
        _set(index, PoseidonT5.hash([LEAF, x, y, uint256(cap)]));
        emit Enrolled(index, x, y, cap, _root);
    }

    /// @notice Empties a place. It is not given to anyone else: vouchers name places.
    function remove(uint256 index) external onlyOwner {
        bytes32 key = _keys[index];
        if (key == 0) revert NobodyThere(index);
        delete _keys[index];
        delete _enrolled[key];
        _set(index, 0);
        emit Removed(index, _root);
    }

    /// @inheritdoc IAttesterRegistry
    function root() external view returns (uint256) {
        return _root;
    }

    function _set(uint256 index, uint256 leaf) private {
        uint256 node = leaf;
        for (uint256 level = 0; level < DEPTH; ++level) {
            _nodes[level][index] = node;
            uint256 first = index - (index % 5);
            uint256[5] memory children;
            for (uint256 child = 0; child < 5; ++child) {
                uint256 stored = _nodes[level][first + child];
                children[child] = stored == 0 ? _zeros[level] : stored;
            }
            node = PoseidonT6.hash(children);
            index /= 5;
        }
        _root = node;
    }
}
