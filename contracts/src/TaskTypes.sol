// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {IContributorRegistry, IAttesterRegistry} from "./IRegistries.sol";
import {IWorkVerifier} from "./IWorkVerifier.sol";

/// How a task is claimed.
enum Mode {
    /// Metered work (relay): units, paid by the unit.
    Metered,
    /// Gold, proven by the contributor, who is shown the gold set after the answers closed.
    GoldByContributor,
    /// Gold, proven by the grader, who never shows the gold set.
    GoldByGrader
}

/// Everything about a task. It never changes: the task's id is the hash of all of it, and the scope of its claims contains
/// that hash, so a claim is good for these terms only.
struct Task {
    /// The network that defines the work and its unit.
    bytes32 network;
    /// The requester's own number of the task or epoch. Two tasks that differ in nothing else differ in this.
    bytes32 name;
    /// Who asked for the work and gets back what is left.
    address requester;
    /// What pays.
    address token;
    /// What checks claims: fixes circuit and key.
    IWorkVerifier verifier;
    /// How it is claimed.
    Mode mode;
    /// Tokens for a unit.
    uint128 rate;
    /// Metered: the least amount of a claim. Gold: the pass mark; a submission that reaches it is paid rate * leastAmount.
    uint64 leastAmount;
    /// The last moment of a claim, in seconds since 1970. Afterwards the requester takes back what is left.
    uint64 closes;
    /// Who posts roots, or 0 to read them from the registries below.
    address operator;
    /// The registry of contributors, or 0 where the operator posts.
    IContributorRegistry contributors;
    /// The registry of attesters, or 0 where the operator posts. Metered only.
    IAttesterRegistry attesters;
    /// For how many seconds roots that were posted are good.
    uint64 rootWindow;
    /// Metered: how many slots a contributor may claim for. 1 with a width of the whole registry means: once.
    uint32 slots;
    /// Metered: how many attester indices a slot has.
    uint32 slotWidth;
    /// Metered: the least number of attesters of a claim.
    uint32 leastAttesters;
    /// Gold: the commitment to the gold labels.
    uint256 goldCommitment;
    /// Gold: the number of gold items.
    uint32 goldCount;
    /// Gold: the largest difference that still is a match.
    uint32 tolerance;
    /// Gold: the last moment to hand in answers. Gold is shown to nobody before.
    uint64 answersClose;
    /// Gold: the last moment to prove. Afterwards submissions are paid by default.
    uint64 gradingCloses;
}

/// What the contract pays for claims under one set of roots: posted, good for a while, and given back with every claim, since
/// calldata is cheaper than storage. The contract stores only its hash with the moment at which it ends.
struct Offer {
    bytes32 taskId;
    IWorkVerifier verifier;
    address token;
    uint256 rate;
    uint256 leastAmount;
    /// The shared public inputs, added up by the verifier's `prepare`.
    uint256 baseX;
    uint256 baseY;
}

/// A metered claim. Scope, roots and terms are in the offer; the message is computed from the recipient and the deadline.
struct Claim {
    uint256 nullifier;
    uint64 amount;
    address recipient;
    /// The last moment at which the contributor lets this be settled.
    uint64 deadline;
}
