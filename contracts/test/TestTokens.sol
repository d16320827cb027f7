// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title An ordinary token for tests.
contract PlainToken is ERC20 {
    constructor(address to, uint256 supply) ERC20("Plain", "PLAIN") {
        _mint(to, supply);
    }
}

/// @title A token that keeps one percent of each transfer.
contract FeeToken is ERC20 {
    constructor(address to, uint256 supply) ERC20("Fee", "FEE") {
        _mint(to, supply);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (from == address(0) || to == address(0)) return super._update(from, to, value);
        super._update(from, address(0xfee), value / 100);
        super._update(from, to, value - value / 100);
    }
}

/// @title A token that answers false where others revert.
contract FalseToken is ERC20 {
    bool public broken;

    constructor(address to, uint256 supply) ERC20("False", "FALSE") {
        _mint(to, supply);
    }

    function breakIt() external {
        broken = true;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return broken ? false : super.transfer(to, value);
    }
}

/// @title A token that calls back into whoever moves it.
contract ReentrantToken is ERC20 {
    address public target;
    bytes public payload;
    bool public lastCallSucceeded;
    bytes public lastResult;

    constructor(address to, uint256 supply) ERC20("Reentrant", "RE") {
        _mint(to, supply);
    }

    /// @notice From now on, every transfer calls this first.
    function arm(address to, bytes calldata data) external {
        (target, payload) = (to, data);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (target != address(0)) {
            (lastCallSucceeded, lastResult) = target.call(payload);
        }
        super._update(from, to, value);
    }
}
