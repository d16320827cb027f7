// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Claim, Mode, Offer, Task} from "./TaskTypes.sol";
import {GoldSubmissions} from "./GoldSubmissions.sol";
import {TaskBook} from "./TaskBook.sol";
import {VerifierCall} from "./VerifierCall.sol";
import {WorkScope} from "./WorkScope.sol";

/// @title Pays for work that is proven: once for each nullifier, to the recipient that the proof names, at once.
/// @notice A requester opens a task and leaves its funds here. An operator, or registries on this chain, say under which roots
/// claims are good, and for how long. Then anyone may hand in a claim: who sends it changes nothing.
///
/// Rules that every payment obeys:
/// - the scope is computed here from the task, so no claim of another task, chain or contract fits;
/// - the message is computed here from recipient, token and deadline, so nobody can turn a claim to themselves;
/// - a nullifier is stored before anything is called, and nothing ever takes it out again. Everything is written before a
///   token is called, so a token that calls back finds every payment made; `openTask`, which compares balances, is locked;
/// - a task pays out of its own funds alone, and of no other's.
///
/// @dev The owner adds verifiers and can pause payments; it can neither take funds nor change a task. Let it be a timelock.
/// Tokens that take a fee on transfers, or whose balances change by themselves, are not supported: a fee is noticed and
/// refused when a task is opened.
contract WorkSettlement is TaskBook, GoldSubmissions {
    using SafeERC20 for IERC20;

    /// Nullifiers that were paid, by task: the task fixes scope and key.
    mapping(bytes32 taskAndNullifier => bool) private _spent;

    /// To whom and how much, the token's own event says, which comes next.
    event Paid(bytes32 indexed taskId, uint256 nullifier);

    error AlreadyPaid(uint256 nullifier);
    error AmountTooSmall(uint256 amount, uint256 least);
    error ClaimExpired(uint256 deadline);
    error NoClaims();
    error ProofRefused();
    error RecipientRefused(address recipient);

    constructor(address owner) TaskBook(owner) {}

    /// @notice Whether a nullifier was paid in a task.
    function isSpent(bytes32 taskId, uint256 nullifier) external view returns (bool) {
        return _spent[WorkScope.pairOf(taskId, nullifier)];
    }

    /// @notice Pays a metered claim.
    /// @param offer What was posted.
    /// @param one What is claimed.
    /// @param proof A, B, C as EIP-197 words.
    function claimMetered(Offer calldata offer, Claim calldata one, uint256[8] calldata proof)
        external
        whenNotPaused
    {
        _requireLive(Purpose.Metered, offer);
        uint256 message = _admit(offer, one);
        uint256 payout = one.amount * offer.rate;
        _take(offer.taskId, payout);
        if (!VerifierCall.accepts(offer, one.nullifier, message, one.amount, 0, proof)) revert ProofRefused();
        emit Paid(offer.taskId, one.nullifier);
        IERC20(offer.token).safeTransfer(one.recipient, payout);
    }

    /// @notice Pays many metered claims under one offer, or none of them.
    /// @dev If one is bad, all are refused: ask with a call first, and find the bad one off chain.
    function claimMeteredBatch(Offer calldata offer, Claim[] calldata claims, uint256[8][] calldata proofs)
        external
        whenNotPaused
    {
        uint256 count = claims.length;
        if (count == 0) revert NoClaims();
        _requireLive(Purpose.Metered, offer);
        uint256 data = VerifierCall.begin(offer, proofs, count);
        uint256 units = 0;
        for (uint256 i = 0; i < count; ++i) {
            Claim calldata one = claims[i];
            VerifierCall.put(data, i, one.nullifier, _admit(offer, one), one.amount);
            units += one.amount;
        }
        _take(offer.taskId, units * offer.rate);
        if (!VerifierCall.acceptsAll(offer, data, count, proofs.length)) revert ProofRefused();
        IERC20 token = IERC20(offer.token);
        for (uint256 i = 0; i < count; ++i) {
            Claim calldata one = claims[i];
            uint256 payout = one.amount * offer.rate;
            emit Paid(offer.taskId, one.nullifier);
            token.safeTransfer(one.recipient, payout);
        }
    }

    /// @notice Pays a submission that reaches the pass mark. What it pays does not depend on the score.
    /// @param answerCommitment The submission.
    /// @param nullifier The nullifier of the claim.
    /// @param amount The lower bound that is proven: at least the pass mark.
    function claimGold(
        Mode mode,
        Offer calldata offer,
        uint256 answerCommitment,
        uint256 nullifier,
        uint256 amount,
        uint256[8] calldata proof
    ) external whenNotPaused {
        if (mode == Mode.Metered) revert WrongMode();
        _requireLive(_purposeOf(mode), offer);
        if (amount < offer.leastAmount) revert AmountTooSmall(amount, offer.leastAmount);
        (address recipient, uint256 deadline) = _settle(offer.taskId, answerCommitment, State.Paid);
        _spend(offer.taskId, nullifier);
        uint256 message = WorkScope.messageOf(recipient, offer.token, deadline);
        if (!VerifierCall.accepts(offer, nullifier, message, amount, answerCommitment, proof)) revert ProofRefused();
        _payReserved(offer.taskId, offer.token, nullifier, recipient, offer.rate * offer.leastAmount);
    }

    /// @notice Frees what was kept for a submission whose score is proven to be below the pass mark.
    /// @dev The offer's terms hold an upper bound of one less than the pass mark. The amount of the proof is 0.
    function rejectGold(
        Offer calldata offer,
        uint256 answerCommitment,
        uint256 nullifier,
        uint256[8] calldata proof
    ) external whenNotPaused {
        _requireLive(Purpose.Rejection, offer);
        (address recipient, uint256 deadline) = _settle(offer.taskId, answerCommitment, State.Rejected);
        uint256 message = WorkScope.messageOf(recipient, offer.token, deadline);
        if (!VerifierCall.accepts(offer, nullifier, message, 0, answerCommitment, proof)) revert ProofRefused();
        _release(offer.taskId, offer.rate * offer.leastAmount);
    }

    /// @notice Pays a submission that nobody proved anything about in time: the grader did not reject it, or the requester
    /// never said that the gold set was shown to its contributor.
    function payByDefault(Task calldata task, uint256 answerCommitment) external whenNotPaused {
        bytes32 taskId = _requireUnproven(task);
        (address recipient,) = _settle(taskId, answerCommitment, State.Paid);
        _payReserved(taskId, task.token, 0, recipient, uint256(task.rate) * task.leastAmount);
    }

    /// @dev Checks what a claim says of itself, spends its nullifier, and gives its message.
    function _admit(Offer calldata offer, Claim calldata one) private returns (uint256 message) {
        if (block.timestamp > one.deadline) revert ClaimExpired(one.deadline);
        if (one.amount < offer.leastAmount) revert AmountTooSmall(one.amount, offer.leastAmount);
        if (one.recipient == address(0) || one.recipient == address(this)) revert RecipientRefused(one.recipient);
        _spend(offer.taskId, one.nullifier);
        return WorkScope.messageOf(one.recipient, offer.token, one.deadline);
    }

    function _spend(bytes32 taskId, uint256 nullifier) private {
        bytes32 key = WorkScope.pairOf(taskId, nullifier);
        if (_spent[key]) revert AlreadyPaid(nullifier);
        _spent[key] = true;
    }

    function _payReserved(bytes32 taskId, address token, uint256 nullifier, address recipient, uint256 payout) private {
        emit Paid(taskId, nullifier);
        IERC20(token).safeTransfer(recipient, payout);
    }
}
