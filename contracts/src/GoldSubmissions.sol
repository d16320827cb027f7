// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {Mode, Task} from "./TaskTypes.sol";
import {TaskBook} from "./TaskBook.sol";
import {WorkScope} from "./WorkScope.sol";

/// @title Answers that were handed in: recorded before gold is shown to anyone, one for each contributor.
/// @notice The course of a gold task:
/// 1. `openTask` publishes the gold commitment;
/// 2. until `answersClose`, answer commitments are handed in, each keeping its reward aside;
/// 3. until `gradingCloses`, each is proven to have passed (`claimGold`), or by the grader to have failed (`rejectGold`);
/// 4. afterwards, what nobody proved anything about is paid (`payByDefault`): silence does not save the requester anything.
///
/// Where contributors prove, the requester must show them the gold set after `answersClose` and say so by `confirmOpening`.
/// Without that word, submissions are paid by default. With it, a submission without a claim lapses after `gradingCloses`.
abstract contract GoldSubmissions is TaskBook {
    enum State {
        None,
        HandedIn,
        Paid,
        Rejected,
        Lapsed
    }

    /// One slot.
    struct Submission {
        address recipient;
        uint64 deadline;
        State state;
    }

    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;

    mapping(bytes32 taskAndCommitment => Submission) private _submissions;
    mapping(bytes32 taskAndContributor => bool) private _admitted;

    event AnswersHandedIn(
        bytes32 indexed taskId, uint256 indexed contributor, uint256 answerCommitment, address recipient, uint256 deadline
    );
    event OpeningConfirmed(bytes32 indexed taskId);
    event SubmissionSettled(bytes32 indexed taskId, uint256 answerCommitment, State state);

    error AnswersClosed(uint256 closed);
    error AnswersOpen(uint256 closes);
    error CommitmentRefused(uint256 answerCommitment);
    error ContributorAdmitted(uint256 contributor);
    error DeadlineTooEarly(uint256 deadline, uint256 needed);
    error GradingClosed(uint256 closed);
    error GradingOpen(uint256 closes);
    error NotHolder(uint256 contributor);
    error OpeningWasConfirmed();
    error OpeningWasNotConfirmed();
    error SubmissionNotOpen(State state);

    /// @notice Hands in answers: the operator for anyone, or with a registry on chain a contributor for themselves.
    /// @param contributor The contributor's id, whose one submission this is.
    /// @param answerCommitment The commitment, made for this task's scope and the message below.
    /// @param recipient Whom to pay; with the deadline, what the message inside the commitment says.
    /// @param deadline The last moment of payment: not before the task closes.
    function handInAnswers(
        Task calldata task,
        uint256 contributor,
        uint256 answerCommitment,
        address recipient,
        uint64 deadline
    ) external {
        bytes32 taskId = _requireTask(task);
        if (task.mode == Mode.Metered) revert WrongMode();
        if (block.timestamp > task.answersClose) revert AnswersClosed(task.answersClose);
        if (deadline < task.closes) revert DeadlineTooEarly(deadline, task.closes);
        if (recipient == address(0) || recipient == address(this)) revert CommitmentRefused(answerCommitment);
        if (answerCommitment == 0 || answerCommitment >= R) revert CommitmentRefused(answerCommitment);
        if (task.operator != address(0)) {
            if (msg.sender != task.operator) revert NotOperator(task.operator);
        } else if (msg.sender != task.contributors.holderOf(contributor)) {
            revert NotHolder(contributor);
        }
        bytes32 admission = WorkScope.pairOf(taskId, contributor);
        if (_admitted[admission]) revert ContributorAdmitted(contributor);
        _admitted[admission] = true;
        Submission storage found = _submissions[_keyOf(taskId, answerCommitment)];
        if (found.state != State.None) revert CommitmentRefused(answerCommitment);
        _take(taskId, uint256(task.rate) * task.leastAmount);
        (found.recipient, found.deadline, found.state) = (recipient, deadline, State.HandedIn);
        emit AnswersHandedIn(taskId, contributor, answerCommitment, recipient, deadline);
    }

    /// @notice Gold by the contributor: the requester says that the gold set was shown to every contributor of the task.
    function confirmOpening(Task calldata task) external {
        bytes32 taskId = _requireTask(task);
        if (task.mode != Mode.GoldByContributor) revert WrongMode();
        if (msg.sender != task.requester) revert NotRequester(task.requester);
        _requireAnswersClosed(task);
        if (block.timestamp > task.gradingCloses) revert GradingClosed(task.gradingCloses);
        _accounts[taskId].opened = true;
        emit OpeningConfirmed(taskId);
    }

    /// @notice Gold by the contributor: frees what was kept for a submission that was shown the gold set and not claimed.
    function lapse(Task calldata task, uint256 answerCommitment) external {
        bytes32 taskId = _requireTask(task);
        if (task.mode != Mode.GoldByContributor) revert WrongMode();
        if (block.timestamp <= task.gradingCloses) revert GradingOpen(task.gradingCloses);
        if (!_accounts[taskId].opened) revert OpeningWasNotConfirmed();
        _settle(taskId, answerCommitment, State.Lapsed);
        _release(taskId, uint256(task.rate) * task.leastAmount);
    }

    /// @notice What was handed in under a commitment.
    function submission(bytes32 taskId, uint256 answerCommitment) external view returns (Submission memory) {
        return _submissions[_keyOf(taskId, answerCommitment)];
    }

    /// @dev Ends a submission, once.
    function _settle(bytes32 taskId, uint256 answerCommitment, State state)
        internal
        returns (address recipient, uint256 deadline)
    {
        Submission storage found = _submissions[_keyOf(taskId, answerCommitment)];
        if (found.state != State.HandedIn) revert SubmissionNotOpen(found.state);
        found.state = state;
        emit SubmissionSettled(taskId, answerCommitment, state);
        return (found.recipient, found.deadline);
    }

    /// @dev Nobody can prove any more, and nobody had to.
    function _requireUnproven(Task calldata task) internal view returns (bytes32 taskId) {
        taskId = _requireTask(task);
        if (task.mode == Mode.Metered) revert WrongMode();
        if (block.timestamp <= task.gradingCloses) revert GradingOpen(task.gradingCloses);
        if (_accounts[taskId].opened) revert OpeningWasConfirmed();
    }

    function _requireAnswersClosed(Task calldata task) internal view override {
        if (block.timestamp <= task.answersClose) revert AnswersOpen(task.answersClose);
    }

    function _keyOf(bytes32 taskId, uint256 answerCommitment) private pure returns (bytes32) {
        return WorkScope.pairOf(taskId, answerCommitment);
    }
}
