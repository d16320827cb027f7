// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IWorkVerifier} from "./IWorkVerifier.sol";
import {Mode, Offer, Task} from "./TaskTypes.sol";
import {WorkScope} from "./WorkScope.sol";

/// @title Tasks, their funds, the verifiers they may name, and the offers under which they are claimed.
abstract contract TaskBook is Ownable2Step, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// What changes about a task. One slot.
    struct Account {
        /// Tokens that are not paid, and not kept for a submission.
        uint128 remaining;
        /// The task's end; 0 means that there is no such task.
        uint64 closes;
        /// Gold by the contributor: the requester said that the gold set was shown.
        bool opened;
    }

    /// What an offer is for.
    enum Purpose {
        Metered,
        GoldByContributor,
        GoldByGrader,
        Rejection
    }

    /// Whether new tasks may name a verifier.
    enum VerifierState {
        Unknown,
        Active,
        Retired
    }

    /// Why a task is not opened.
    enum TaskFault {
        /// It closes before it opens.
        ClosesBeforeItOpens,
        /// The rate is 0.
        PaysNothing,
        /// The least amount is 0, so claims of nothing would be paid.
        NoLeastAmount,
        /// Roots would be stale at once.
        NoRootWindow,
        /// The verifier's fact does not fit the mode.
        OtherFact,
        /// Slots are 1 to 2^17, their width 1 to 2^17 - 1.
        Slots,
        /// The least number of attesters is 2^8 or more.
        Attesters,
        /// The gold commitment is 0 or not below r; or it is not 0, and the task is not gold.
        GoldCommitment,
        /// The gold count is 2^16 or more, or the tolerance 2^8 or more.
        GoldTerms,
        /// The pass mark is above the number of gold items.
        PassMark,
        /// The task's moments are not in their order: answers, grading, the end.
        Order,
        /// There is neither an operator nor the registries.
        NobodyPostsRoots
    }

    uint256 internal constant MAX_REGISTRY_SIZE = 1 << 20;
    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;
    /// "workproof/v1/fact/gold"
    uint256 private constant FACT_GOLD = 0x776f726b70726f6f662f76312f666163742f676f6c64;

    mapping(bytes32 taskId => Account) internal _accounts;
    /// When an offer ends, by the hash of its purpose and itself.
    mapping(bytes32 => uint256) private _offerEnds;
    mapping(address verifier => VerifierState) public verifierState;
    /// One verifier for each key, for ever: a key's nullifiers can never meet another contract.
    mapping(bytes32 keyId => address) public verifierOf;
    /// How many verifiers were ever added: the version of the next is this plus one.
    uint256 public verifierVersion;

    event VerifierAdded(uint256 indexed version, bytes32 indexed keyId, address verifier);
    event VerifierRetired(bytes32 indexed keyId, address verifier);
    event TaskOpened(bytes32 indexed taskId, uint256 scope, Task task, uint256 funds);
    event OfferPosted(
        bytes32 indexed taskId,
        Purpose purpose,
        Offer offer,
        uint256 ends,
        uint256 contributorRoot,
        uint256 contributorCount,
        uint256 second,
        uint256 terms
    );
    event OfferWithdrawn(bytes32 indexed taskId, bytes32 key);
    event Reclaimed(bytes32 indexed taskId, uint256 funds);

    error InsufficientFunds(uint256 remaining, uint256 needed);
    error KeyTaken(bytes32 keyId, address verifier);
    error NotOperator(address operator);
    error NotRequester(address requester);
    error OfferStale(uint256 ended);
    error OfferUnknown();
    error RegistrySizeRefused(uint256 size);
    error RootRefused(uint256 root);
    error SlotRefused(uint256 slot, uint256 slots);
    error TaskExists(bytes32 taskId);
    error TaskRefused(TaskFault fault);
    error TaskStillOpen(uint256 closes);
    error TaskUnknown(bytes32 taskId);
    error TokenTakesFee(uint256 sent, uint256 received);
    error VerifierNotActive(address verifier);
    error WrongMode();

    constructor(address owner) Ownable(owner) {}

    /// @notice Lets new tasks name a verifier: the next version.
    function addVerifier(IWorkVerifier verifier) external onlyOwner {
        bytes32 keyId = verifier.keyId();
        if (verifierOf[keyId] != address(0)) revert KeyTaken(keyId, verifierOf[keyId]);
        verifierOf[keyId] = address(verifier);
        verifierState[address(verifier)] = VerifierState.Active;
        emit VerifierAdded(++verifierVersion, keyId, address(verifier));
    }

    /// @notice New tasks may no longer name this verifier. Tasks that do keep it.
    function retireVerifier(IWorkVerifier verifier) external onlyOwner {
        if (verifierState[address(verifier)] != VerifierState.Active) revert VerifierNotActive(address(verifier));
        verifierState[address(verifier)] = VerifierState.Retired;
        emit VerifierRetired(verifier.keyId(), address(verifier));
    }

    /// @notice Stops all payments. Nothing that was paid or spent is forgotten.
    function pause() external onlyOwner {
        _pause();
    }

    /// @notice Goes on.
    function unpause() external onlyOwner {
        _unpause();
    }

    /// @notice Opens a task and takes its funds.
    function openTask(Task calldata task, uint128 funds) external nonReentrant returns (bytes32 taskId) {
        taskId = WorkScope.idOf(task);
        if (_accounts[taskId].closes != 0) revert TaskExists(taskId);
        if (msg.sender != task.requester) revert NotRequester(task.requester);
        if (verifierState[address(task.verifier)] != VerifierState.Active) {
            revert VerifierNotActive(address(task.verifier));
        }
        uint256 fact = task.verifier.fact();
        _checkTerms(task, fact);
        _accounts[taskId] = Account({remaining: funds, closes: task.closes, opened: false});
        emit TaskOpened(taskId, WorkScope.scopeOf(task, fact), task, funds);
        uint256 before = IERC20(task.token).balanceOf(address(this));
        IERC20(task.token).safeTransferFrom(msg.sender, address(this), funds);
        uint256 received = IERC20(task.token).balanceOf(address(this)) - before;
        if (received != funds) revert TokenTakesFee(funds, received);
    }

    /// @notice Says under which roots claims of a task are good from now on. The operator's roots, or with no operator
    /// those of the registries, in which case anyone may ask.
    /// @param contributorRoot The root of the registry of contributors; ignored without an operator.
    /// @param contributorCount Its number of members, which says as much as the root; ignored without an operator.
    /// @param attesterRoot Metered: the root of the registry of attesters; ignored without an operator, and for gold.
    /// @param slot Metered: the slot.
    function postOffer(
        Task calldata task,
        uint256 contributorRoot,
        uint256 contributorCount,
        uint256 attesterRoot,
        uint256 slot
    ) external returns (Offer memory offer) {
        bytes32 taskId = _requireTask(task);
        if (task.mode == Mode.GoldByGrader) {
            // there is no registry to speak of, so there is nothing to say that anyone could say wrongly
            (contributorRoot, contributorCount) = (0, 0);
        } else if (task.operator != address(0)) {
            if (msg.sender != task.operator) revert NotOperator(task.operator);
        } else {
            (contributorRoot, contributorCount) = task.contributors.rootAndSize();
            if (task.mode == Mode.Metered) attesterRoot = task.attesters.root();
        }
        if (task.mode == Mode.Metered) {
            if (slot >= task.slots) revert SlotRefused(slot, task.slots);
            if (attesterRoot == 0) revert RootRefused(attesterRoot);
            uint256 terms = slot | (uint256(task.slotWidth) << 32) | (uint256(task.leastAttesters) << 64);
            _requireRegistry(contributorRoot, contributorCount);
            return _post(task, taskId, Purpose.Metered, contributorRoot, contributorCount, attesterRoot, terms);
        }
        _requireAnswersClosed(task);
        if (task.mode == Mode.GoldByContributor) _requireRegistry(contributorRoot, contributorCount);
        uint256 goldTerms = _goldTerms(task, task.goldCount);
        return _post(
            task, taskId, _purposeOf(task.mode), contributorRoot, contributorCount, task.goldCommitment, goldTerms
        );
    }

    /// @notice Gold by the grader: says under which inputs a score below the pass mark is proven. Anyone may ask.
    function postRejection(Task calldata task) external returns (Offer memory offer) {
        bytes32 taskId = _requireTask(task);
        if (task.mode != Mode.GoldByGrader) revert WrongMode();
        _requireAnswersClosed(task);
        uint256 terms = _goldTerms(task, task.leastAmount - 1);
        return _post(task, taskId, Purpose.Rejection, 0, 0, task.goldCommitment, terms);
    }

    /// @notice Takes an offer back before it ends, for example because an attester was removed.
    function withdrawOffer(Task calldata task, Offer calldata offer) external {
        bytes32 taskId = _requireTask(task);
        // of a grader's task nobody may take the offers back: they say nothing that could go stale
        if (task.mode == Mode.GoldByGrader) revert WrongMode();
        if (msg.sender != task.operator) revert NotOperator(task.operator);
        if (offer.taskId != taskId) revert OfferUnknown();
        bytes32 key = _keyOfOffer(_purposeOf(task.mode), offer);
        if (_offerEnds[key] == 0) revert OfferUnknown();
        _offerEnds[key] = 1;
        emit OfferWithdrawn(taskId, key);
    }

    /// @notice After the end, gives back what is left.
    function reclaim(Task calldata task) external whenNotPaused {
        bytes32 taskId = _requireTask(task);
        if (block.timestamp <= task.closes) revert TaskStillOpen(task.closes);
        uint256 funds = _accounts[taskId].remaining;
        _accounts[taskId].remaining = 0;
        emit Reclaimed(taskId, funds);
        IERC20(task.token).safeTransfer(task.requester, funds);
    }

    /// @notice What is left of a task's funds, its end, and whether its gold set was shown.
    function account(bytes32 taskId) external view returns (Account memory) {
        return _accounts[taskId];
    }

    /// @notice The scope of a task's claims on this chain and contract.
    function scopeOf(Task calldata task) external view returns (uint256) {
        return WorkScope.scopeOf(task, task.verifier.fact());
    }

    /// @notice The id of a task.
    function idOf(Task calldata task) external pure returns (bytes32) {
        return WorkScope.idOf(task);
    }

    function _requireTask(Task calldata task) internal view returns (bytes32 taskId) {
        taskId = WorkScope.idOf(task);
        if (_accounts[taskId].closes == 0) revert TaskUnknown(taskId);
    }

    function _requireLive(Purpose purpose, Offer calldata offer) internal view {
        uint256 ends = _offerEnds[_keyOfOffer(purpose, offer)];
        if (ends == 0) revert OfferUnknown();
        if (block.timestamp > ends) revert OfferStale(ends);
    }

    function _take(bytes32 taskId, uint256 payout) internal {
        Account storage found = _accounts[taskId];
        uint256 remaining = found.remaining;
        if (payout > remaining) revert InsufficientFunds(remaining, payout);
        unchecked {
            // payout <= remaining < 2^128
            found.remaining = uint128(remaining - payout);
        }
    }

    function _release(bytes32 taskId, uint256 reward) internal {
        // what was taken before fits again
        _accounts[taskId].remaining += uint128(reward);
    }

    function _requireAnswersClosed(Task calldata task) internal view virtual;

    function _purposeOf(Mode mode) internal pure returns (Purpose) {
        return Purpose(uint8(mode));
    }

    /// @dev keccak256(abi.encode(purpose, offer)) of seven words that the ABI decoder has looked at.
    function _keyOfOffer(Purpose purpose, Offer calldata offer) private pure returns (bytes32 key) {
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, purpose)
            calldatacopy(add(words, 0x20), offer, 0xe0)
            key := keccak256(words, 0x100)
        }
    }

    function _requireRegistry(uint256 root, uint256 size) private pure {
        if (root == 0) revert RootRefused(root);
        if (size == 0 || size > MAX_REGISTRY_SIZE) revert RegistrySizeRefused(size);
    }

    /// @dev Everybody's upper bound is the same, so that a claim tells nothing but that it passed, or failed.
    function _goldTerms(Task calldata task, uint256 upperBound) private pure returns (uint256) {
        return upperBound | (uint256(task.goldCount) << 32) | (uint256(task.tolerance) << 64);
    }

    function _post(
        Task calldata task,
        bytes32 taskId,
        Purpose purpose,
        uint256 contributorRoot,
        uint256 contributorCount,
        uint256 second,
        uint256 terms
    ) private returns (Offer memory offer) {
        terms |= contributorCount << 96;
        uint256 scope = WorkScope.scopeOf(task, task.verifier.fact());
        (uint256 x, uint256 y) = task.verifier.prepare([scope, contributorRoot, second, terms]);
        offer = Offer(taskId, task.verifier, task.token, task.rate, task.leastAmount, x, y);
        uint256 last = task.mode == Mode.Metered ? task.closes : task.gradingCloses;
        uint256 ends = block.timestamp + task.rootWindow;
        if (ends > last || task.mode == Mode.GoldByGrader) ends = last;
        _offerEnds[keccak256(abi.encode(purpose, offer))] = ends;
        emit OfferPosted(taskId, purpose, offer, ends, contributorRoot, contributorCount, second, terms);
    }

    function _checkTerms(Task calldata task, uint256 fact) private view {
        if (task.closes <= block.timestamp) revert TaskRefused(TaskFault.ClosesBeforeItOpens);
        if (task.rate == 0) revert TaskRefused(TaskFault.PaysNothing);
        if (task.leastAmount == 0) revert TaskRefused(TaskFault.NoLeastAmount);
        if (task.rootWindow == 0) revert TaskRefused(TaskFault.NoRootWindow);
        bool registries = address(task.contributors) != address(0);
        if (task.mode == Mode.Metered) {
            // the scope leaves the gold commitment out, so without this two tasks could share a scope
            if (task.goldCommitment != 0) revert TaskRefused(TaskFault.GoldCommitment);
            if (fact == FACT_GOLD) revert TaskRefused(TaskFault.OtherFact);
            if (task.slots == 0 || task.slots > 1 << 17) revert TaskRefused(TaskFault.Slots);
            if (task.slotWidth == 0 || task.slotWidth >= 1 << 17) revert TaskRefused(TaskFault.Slots);
            if (task.leastAttesters >= 1 << 8) revert TaskRefused(TaskFault.Attesters);
            registries = registries && address(task.attesters) != address(0);
        } else {
            if (fact != FACT_GOLD) revert TaskRefused(TaskFault.OtherFact);
            if (task.goldCommitment == 0 || task.goldCommitment >= R) revert TaskRefused(TaskFault.GoldCommitment);
            if (task.goldCount >= 1 << 16 || task.tolerance >= 1 << 8) revert TaskRefused(TaskFault.GoldTerms);
            if (task.leastAmount > task.goldCount) revert TaskRefused(TaskFault.PassMark);
            if (task.answersClose <= block.timestamp) revert TaskRefused(TaskFault.Order);
            if (task.gradingCloses <= task.answersClose || task.closes <= task.gradingCloses) {
                revert TaskRefused(TaskFault.Order);
            }
        }
        if (task.operator == address(0) && !registries) revert TaskRefused(TaskFault.NobodyPostsRoots);
    }
}
