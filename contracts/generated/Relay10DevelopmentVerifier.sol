// SPDX-License-Identifier: MIT OR Apache-2.0
// Written by `workproof export evm` for the circuit relay-10.
// DEVELOPMENT KEY: anyone can forge proofs for it. Never let this contract decide about money.
pragma solidity ^0.8.28;

/// @title What the contract below answers. Call it through this interface.
/// @notice A proof says that a statement is true. It does not say that the statement is new, or yours: whoever pays
/// computes scope and message for itself and remembers nullifiers. `WorkSettlement` does.
/// @dev False does not prove that a proof is false: a call that is given too little gas may answer so as well. Never punish for it.
/// A point that is on no curve takes 63 of 64 parts of the gas with it: cap the gas of a call whose proof others choose.
interface IRelay10DevelopmentVerifier {
    /// The calldata is not what an encoder of the ABI writes: too short, or lists that do not follow each other. (`verifyProof`
    /// answers false where it is too short.)
    error MalformedCalldata();
    /// A shared input is not below r, or one that the circuit lacks is not 0.
    error InputOutOfRange();

    /// @notice The digest of the key's canonical bytes, as `workproof keys list` prints it.
    function keyId() external view returns (bytes32);

    /// @notice The circuit's name: relay-10.
    function circuit() external view returns (string memory);

    /// @notice The fact, as a scope holds it: the text "workproof/v1/fact/relay" as an integer.
    function fact() external view returns (uint256);

    /// @notice How many public inputs the circuit has: 7.
    function inputCount() external view returns (uint256);

    /// @notice Whether a proof holds for these public inputs. The form of snarkjs' verifiers.
    /// @param a A.
    /// @param b B, the imaginary part of each coordinate first.
    /// @param c C.
    /// @param inputs The public inputs: scope, nullifier, message, amount, contributor_root, attester_root, terms.
    function verifyProof(
        uint256[2] calldata a,
        uint256[2][2] calldata b,
        uint256[2] calldata c,
        uint256[7] calldata inputs
    ) external view returns (bool);

    /// @notice What a relay claim says, typed.
    struct Statement {
        uint256 scope;
        uint256 nullifier;
        uint256 message;
        uint256 amount;
        uint256 contributorRoot;
        uint256 contributorCount;
        uint256 attesterRoot;
        uint256 slot;
        uint256 slotWidth;
        uint256 attesters;
    }

    /// @notice Whether a proof holds for a statement.
    /// @param statement The statement. Fields that do not fit their places in `terms` are refused.
    /// @param proof A, B, C as EIP-197 words.
    function verifyStatement(Statement calldata statement, uint256[8] calldata proof) external view returns (bool);

    /// @notice Whether all proofs hold for their inputs: n + 3 pairings. False for an empty batch, and for lists of different lengths.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    /// @param inputs Of each claim, the public inputs.
    function verifyBatch(uint256[8][] calldata proofs, uint256[7][] calldata inputs)
        external
        view
        returns (bool);

    /// @notice Whether all proofs hold for inputs that all claims share, and the inputs of each claim: cheaper than `verifyBatch` by
    /// the calldata and the checks of what is shared.
    /// @param shared The inputs 0 and 4 to 6.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifySharedBatch(uint256[4] calldata shared, uint256[4][] calldata claims, uint256[8][] calldata proofs)
        external
        view
        returns (bool);

    /// @notice Adds up the part of the public inputs that many claims share: scope, roots and terms.
    /// @param shared The inputs 0 and 4 to 6.
    /// @return x The point that `verifyPrepared` and `verifyPreparedBatch` begin with.
    /// @return y Its other coordinate.
    function prepare(uint256[4] calldata shared) external view returns (uint256 x, uint256 y);

    /// @notice Whether a proof holds for a point from `prepare` and the inputs of one claim.
    /// @dev The caller answers for the point: it must come from `prepare`.
    /// @param words The point; the inputs 1 to 3 (nullifier, message, amount) and input 7, which must be 0 here; and A, B, C as
    /// EIP-197 words.
    function verifyPrepared(uint256[14] calldata words) external view returns (bool);

    /// @notice Whether all proofs hold for a point from `prepare` and the inputs of each claim.
    /// @dev As `verifyBatch`; the caller answers for the point.
    /// @param base The point.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifyPreparedBatch(uint256[2] calldata base, uint256[4][] calldata claims, uint256[8][] calldata proofs)
        external
        view
        returns (bool);
}

/// @title Checks claims of the circuit relay-10: one, many at once, or many that share their roots.
/// @dev Groth16 over BN254. With the key's points alpha, beta, gamma, delta and IC, a proof (A, B, C) of inputs x holds when
///
///     e(A, B) e(IC[0] + sum x[i] IC[i + 1], -gamma) e(C, -delta) e(alpha, -beta) = 1.
///
/// The key's points are negated here once and for all, and the proof's are not: the precompile sees each coordinate as it
/// was given, so none has a second spelling. Every coordinate must be below q and every input below r; the precompile
/// itself checks curve and subgroup. Precompiles are given all the gas there is, so a change of their price breaks nothing.
///
/// All functions of the interface are one fallback. It tells them apart by itself, the one that is asked most by itself first, and
/// takes their arguments where they lie in the calldata: the compiler's way there costs more than all checks of a proof.
contract Relay10DevelopmentVerifier {
    // The field of coordinates and the field of inputs.
    uint256 private constant Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47;
    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;

    // The key. In G2 the imaginary part comes first, as the precompile takes it.
    uint256 private constant KEY_ID = 0xfd7547bcb3ecf8a409a1f67498c253eed61d2994ccb3b80e227838e6dbbb637f;
    uint256 private constant ALPHA_X = 0x2ad939cb2a4511b6deda89a9d2e7bab1cbf166c82873be4fb4b3df75ec2c161d;
    uint256 private constant ALPHA_Y = 0x13b2bfc10656d30952a1d0256a3a68f253bc70a633ad1a48def73cf7b4d5c083;
    uint256 private constant MINUS_BETA_X1 = 0x1611a921ef763272bdc287a4729c258e54fbbfa6fca98763cd5e882761c72e72;
    uint256 private constant MINUS_BETA_X0 = 0x1d0594fb6a4ba298c6d641bc09c2e7b9b26119d827b3b8968a8e36713dcbad6c;
    uint256 private constant MINUS_BETA_Y1 = 0x137f98e8bd4194e0b3771aebebff2f6a22c9dd2658d61aa47a58f02af072db53;
    uint256 private constant MINUS_BETA_Y0 = 0x19f2e6c19d971f899a22e36be6315ee3d6ec6abe7e1b3841602f3f67fe14794c;
    uint256 private constant MINUS_GAMMA_X1 = 0x198e9393920d483a7260bfb731fb5d25f1aa493335a9e71297e485b7aef312c2;
    uint256 private constant MINUS_GAMMA_X0 = 0x1800deef121f1e76426a00665e5c4479674322d4f75edadd46debd5cd992f6ed;
    uint256 private constant MINUS_GAMMA_Y1 = 0x275dc4a288d1afb3cbb1ac09187524c7db36395df7be3b99e673b13a075a65ec;
    uint256 private constant MINUS_GAMMA_Y0 = 0x1d9befcd05a5323e6da4d435f3b617cdb3af83285c2df711ef39c01571827f9d;
    uint256 private constant MINUS_DELTA_X1 = 0x0c1df724ae9da510ca7e25df5119d1a6b364b95a98fb0800f0818ad75c491093;
    uint256 private constant MINUS_DELTA_X0 = 0x28100b6076ee1cc60a72a2b503cb2e281b6ee09254443cd91a8e6c0dc8a540b1;
    uint256 private constant MINUS_DELTA_Y1 = 0x0d0e2955bf1f66a4ba5b3c7ef3c87f1053a2e39196b1bbba99a3f64daed82098;
    uint256 private constant MINUS_DELTA_Y0 = 0x175b0ca1916183d8cf1030d66d5e8a46b31f683fb7da236f9cb49de1a4399bca;
    uint256 private constant IC0_X = 0x244d00a1d5408552b1ca09d6237fceb4bb3c59bcb8d5696c2e88df3010cf9e5a;
    uint256 private constant IC0_Y = 0x19efc7ed932a3283bac334ea1341acc70380a15b1567a89cfd8ea41f5b3775d1;
    uint256 private constant IC1_X = 0x23b0ced4c6c25a7bdcd572ed1101d4c03f1e38a14458fcad74393b2c1ebc310b;
    uint256 private constant IC1_Y = 0x28a48e2c0b4afb6ecefc7e1f763e116c0e1adbc07082c7e997e2e9e5460bc630;
    uint256 private constant IC2_X = 0x0dd48701398822c16b7816bc4a0ae297eb460d3c33e78019469f8a525c41c08e;
    uint256 private constant IC2_Y = 0x2584307f75abb4e0d5262085086976625949b3c6f3a9989a2ecc09d5dff4512b;
    uint256 private constant IC3_X = 0x1e9b294bbe9d3d4feb10690c9b829ffc4945cef38e1cac7472fbc5261c29ee0c;
    uint256 private constant IC3_Y = 0x01c19aa260f48517e0c738aa519bbb69467352b86d8e1d361ea08e02e94f1198;
    uint256 private constant IC4_X = 0x2510c4cadc6ea96e2c7f2bbba455063b50778d4e6ac45a2e053ca2435b1507b1;
    uint256 private constant IC4_Y = 0x1879bd9895537b9a818005380d87fffb5c0a7d27e46c4c6d334dc7b546d4de38;
    uint256 private constant IC5_X = 0x2da5dba9ad76dee9bd5b64b4b8230c56f9373bc43a5fd98f126e577477ab4d8e;
    uint256 private constant IC5_Y = 0x0ae48f93a099bbbe14cb66761841f6367d5782ecadee49b535c404bce994869a;
    uint256 private constant IC6_X = 0x2b967d3e6bab0469d2d7fa740a1e78b82054f09a9ab0ebd680443da7824aed9a;
    uint256 private constant IC6_Y = 0x2d02a89dc85f2d61200efeb5103054683854067d56c7ff8dd862ae983c58f8a9;
    uint256 private constant IC7_X = 0x0b67a89b52c55f27f184cbeea62be8ae9e3aabb7aa71269352ba3edb703d0127;
    uint256 private constant IC7_Y = 0x0daab101d854ccf20e496920def3f93944e1acce8dbdca44ce2df12656f4881f;

    // Begins what a batch's weights are hashed from: keccak-256 of "workproof/v1/evm-batch".
    uint256 private constant BATCH = 0xcc4db56eecfd2b850abadbd8e12f204d6b2a9959a413281fcea8bd67a5989233;

    fallback() external {
        assembly {
            if eq(shr(224, calldataload(0x00)), 0xc894e757) {
                // verifyProof: A at 0x04 of the calldata, B at 0x44, C at 0xc4, the inputs from 0x104
                let ok := and(
                    and(gt(calldatasize(), 0x1e3), and(lt(calldataload(0x04), Q), and(lt(calldataload(0x24), Q), and(lt(calldataload(0x44), Q), and(lt(calldataload(0x64), Q), and(lt(calldataload(0x84), Q), and(lt(calldataload(0xa4), Q), and(lt(calldataload(0xc4), Q), lt(calldataload(0xe4), Q))))))))),
                    and(lt(calldataload(0x104), R), and(lt(calldataload(0x124), R), and(lt(calldataload(0x144), R), and(lt(calldataload(0x164), R), and(lt(calldataload(0x184), R), and(lt(calldataload(0x1a4), R), lt(calldataload(0x1c4), R)))))))
                )
                // The memory becomes what the pairing takes, four points of G1, each with one of G2 behind it:
                //
                //     0x000 X: IC[0] + sum x[i] IC[i + 1]      0x040 -gamma
                //     0x0c0 A                                  0x100 B
                //     0x180 C                                  0x1c0 -delta
                //     0x240 alpha                              0x280 -beta
                //
                // Until -gamma is there, 0x040 takes each product, next to the sum that it is added to. Until -delta is, the
                // inputs lie from 0x200: a point of the key in the two words in front of one is what a multiplication takes.
                calldatacopy(0x0c0, 0x04, 0x100)
                calldatacopy(0x200, 0x104, 0xe0)
                mstore(0x000, IC0_X)
                mstore(0x020, IC0_Y)
                mstore(0x1c0, IC1_X)
                mstore(0x1e0, IC1_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1c0, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x1e0, IC2_X)
                mstore(0x200, IC2_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1e0, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x200, IC3_X)
                mstore(0x220, IC3_Y)
                ok := and(ok, staticcall(gas(), 7, 0x200, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x220, IC4_X)
                mstore(0x240, IC4_Y)
                ok := and(ok, staticcall(gas(), 7, 0x220, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x240, IC5_X)
                mstore(0x260, IC5_Y)
                ok := and(ok, staticcall(gas(), 7, 0x240, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x260, IC6_X)
                mstore(0x280, IC6_Y)
                ok := and(ok, staticcall(gas(), 7, 0x260, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x280, IC7_X)
                mstore(0x2a0, IC7_Y)
                ok := and(ok, staticcall(gas(), 7, 0x280, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x040, MINUS_GAMMA_X1)
                mstore(0x060, MINUS_GAMMA_X0)
                mstore(0x080, MINUS_GAMMA_Y1)
                mstore(0x0a0, MINUS_GAMMA_Y0)
                mstore(0x1c0, MINUS_DELTA_X1)
                mstore(0x1e0, MINUS_DELTA_X0)
                mstore(0x200, MINUS_DELTA_Y1)
                mstore(0x220, MINUS_DELTA_Y0)
                mstore(0x240, ALPHA_X)
                mstore(0x260, ALPHA_Y)
                mstore(0x280, MINUS_BETA_X1)
                mstore(0x2a0, MINUS_BETA_X0)
                mstore(0x2c0, MINUS_BETA_Y1)
                mstore(0x2e0, MINUS_BETA_Y0)
                // The answer goes to a word that is still 0: where a chain lacks the precompile, the call succeeds and says nothing.
                ok := and(ok, staticcall(gas(), 8, 0x000, 0x300, 0x300, 0x20))
                mstore(0x000, and(ok, mload(0x300)))
                return(0x000, 0x20)
            }

            // The word is read in another way than above: the compiler would keep it for here, at a cost there.
            calldatacopy(0x1c, 0x00, 0x04)
            switch mload(0x00)
            case 0x2b55bb6c {
                // verifyPrepared: X so far at 0x04, the claim's inputs from 0x44, A at 0xc4, B at 0x104, C at 0x184
                if lt(calldatasize(), 0x1c4) { malformed() }
                let ok := and(
                    and(lt(calldataload(0xc4), Q), and(lt(calldataload(0xe4), Q), and(lt(calldataload(0x104), Q), and(lt(calldataload(0x124), Q), and(lt(calldataload(0x144), Q), and(lt(calldataload(0x164), Q), and(lt(calldataload(0x184), Q), lt(calldataload(0x1a4), Q)))))))),
                    and(lt(calldataload(0x44), R), and(lt(calldataload(0x64), R), and(lt(calldataload(0x84), R), iszero(calldataload(0xa4)))))
                )
                // as in verifyProof
                calldatacopy(0x000, 0x04, 0x40)
                calldatacopy(0x0c0, 0xc4, 0x100)
                calldatacopy(0x200, 0x44, 0x80)
                mstore(0x1c0, IC2_X)
                mstore(0x1e0, IC2_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1c0, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x1e0, IC3_X)
                mstore(0x200, IC3_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1e0, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x200, IC4_X)
                mstore(0x220, IC4_Y)
                ok := and(ok, staticcall(gas(), 7, 0x200, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x040, MINUS_GAMMA_X1)
                mstore(0x060, MINUS_GAMMA_X0)
                mstore(0x080, MINUS_GAMMA_Y1)
                mstore(0x0a0, MINUS_GAMMA_Y0)
                mstore(0x1c0, MINUS_DELTA_X1)
                mstore(0x1e0, MINUS_DELTA_X0)
                mstore(0x200, MINUS_DELTA_Y1)
                mstore(0x220, MINUS_DELTA_Y0)
                mstore(0x240, ALPHA_X)
                mstore(0x260, ALPHA_Y)
                mstore(0x280, MINUS_BETA_X1)
                mstore(0x2a0, MINUS_BETA_X0)
                mstore(0x2c0, MINUS_BETA_Y1)
                mstore(0x2e0, MINUS_BETA_Y0)
                ok := and(ok, staticcall(gas(), 8, 0x000, 0x300, 0x300, 0x20))
                answer(and(ok, mload(0x300)))
            }
            case 0x70dfc91e {
                // verifyPreparedBatch: X so far at 0x04, two offsets, the claims behind their number, the proofs behind theirs
                let n := calldataload(0x84)
                let proofs := add(0xc4, shl(7, n))
                requireLists(n, calldataload(sub(proofs, 0x20)), add(proofs, shl(8, n)))
                requireOffsets(sub(calldataload(0x44), 0x80), sub(calldataload(0x64), sub(proofs, 0x24)))
                answer(preparedBatch(calldataload(0x04), calldataload(0x24), 0xa4, proofs, n))
            }
            case 0x8b655618 {
                // verifyBatch: two offsets, the proofs behind their number, the claims' inputs behind theirs
                let n := calldataload(0x44)
                let claims := add(0x84, shl(8, n))
                requireLists(n, calldataload(sub(claims, 0x20)), add(claims, mul(n, 0xe0)))
                requireOffsets(sub(calldataload(0x04), 0x40), sub(calldataload(0x24), sub(claims, 0x24)))
                answer(batch(0x64, claims, n))
            }
            case 0x97a555c1 {
                // verifySharedBatch: what is shared from 0x04, two offsets, the claims behind their number, the proofs behind theirs
                let n := calldataload(0xc4)
                let proofs := add(0x104, shl(7, n))
                requireLists(n, calldataload(sub(proofs, 0x20)), add(proofs, shl(8, n)))
                requireOffsets(sub(calldataload(0x84), 0xc0), sub(calldataload(0xa4), sub(proofs, 0x24)))
                if iszero(prepareShared()) { answer(0) }
                answer(preparedBatch(mload(0x00), mload(0x20), 0xe4, proofs, n))
            }
            case 0x2c46237c {
                // prepare: what is shared from 0x04
                if lt(calldatasize(), 0x84) { malformed() }
                if iszero(prepareShared()) {
                    mstore(0x00, 0xce7cdb65)
                    revert(0x1c, 0x04)
                }
                return(0x00, 0x40)
            }
            case 0x5ceba1f8 {
                // verifyStatement: the fields from 0x04, the proof behind them. Asks verifyProof, whose selector ends at 0x20.
                if lt(calldatasize(), 0x244) { malformed() }
                let count := calldataload(0xa4)
                let first := calldataload(0xe4)
                let second := calldataload(0x104)
                let third := calldataload(0x124)
                if shr(32, or(or(first, second), or(third, count))) { answer(0) }
                mstore(0x00, 0xc894e757)
                calldatacopy(0x020, 0x144, 0x100)
                // scope, nullifier, message, amount, contributorRoot
                calldatacopy(0x120, 0x04, 0xa0)
                // attesterRoot
                mstore(0x1c0, calldataload(0xc4))
                // terms: slot, slotWidth, attesters, contributorCount
                mstore(0x1e0, or(or(first, shl(32, second)), or(shl(64, third), shl(96, count))))
                // The answer goes to a word that is still 0: what is at this address may be silent, under a delegated call.
                let ok := staticcall(gas(), address(), 0x1c, 0x1e4, 0x220, 0x20)
                answer(and(ok, mload(0x220)))
            }
            // keyId, fact, inputCount, circuit
            case 0xaf7c2a36 { answer(KEY_ID) }
            case 0x73e3ce80 { answer(0x000000000000000000776f726b70726f6f662f76312f666163742f72656c6179) }
            case 0xe7dc36ad { answer(7) }
            case 0x1dfe0324 {
                // a string is its offset, its length and its bytes
                mstore(0x00, 0x20)
                mstore(0x020, 8)
                mstore(0x040, 0x72656c61792d3130000000000000000000000000000000000000000000000000)
                return(0x00, 0x60)
            }
            default { revert(0x00, 0x00) }

            function answer(word) {
                mstore(0x00, word)
                return(0x00, 0x20)
            }

            function malformed() {
                mstore(0x00, 0x59170bf0)
                revert(0x1c, 0x04)
            }

            // Two lists of n items are taken to stand one behind the other, as every encoder writes them. `other` is the number
            // in front of the second, `end` is where it ends; once n is no more than the calldata has bytes, nothing overflows.
            function requireLists(n, other, end) {
                if or(or(iszero(n), gt(n, calldatasize())), sub(n, other)) { answer(0) }
                if lt(calldatasize(), end) { malformed() }
            }

            // The differences between the lists' offsets and those.
            function requireOffsets(first, second) {
                if or(first, second) { malformed() }
            }

            // The sum of IC[0] and the points of the shared inputs, which lie from 0x04 of the calldata. To 0x00.
            function prepareShared() -> ok {
                ok := and(lt(calldataload(0x04), R), and(lt(calldataload(0x24), R), and(lt(calldataload(0x44), R), lt(calldataload(0x64), R))))
                mstore(0x000, IC0_X)
                mstore(0x020, IC0_Y)
                mstore(0x080, calldataload(0x04))
                mstore(0x040, IC1_X)
                mstore(0x060, IC1_Y)
                ok := and(ok, staticcall(gas(), 7, 0x040, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x080, calldataload(0x24))
                mstore(0x040, IC5_X)
                mstore(0x060, IC5_Y)
                ok := and(ok, staticcall(gas(), 7, 0x040, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x080, calldataload(0x44))
                mstore(0x040, IC6_X)
                mstore(0x060, IC6_Y)
                ok := and(ok, staticcall(gas(), 7, 0x040, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
                mstore(0x080, calldataload(0x64))
                mstore(0x040, IC7_X)
                mstore(0x060, IC7_Y)
                ok := and(ok, staticcall(gas(), 7, 0x040, 0x60, 0x040, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x000, 0x80, 0x000, 0x40))
            }

            // Whether all proofs hold, each for its inputs.
            function batch(proofs, claims, n) -> ok {
                // The weight of the proof k places before the last is rho^k, where rho is the hash of the key and the whole calldata.
                mstore(0x00, BATCH)
                mstore(0x20, KEY_ID)
                calldatacopy(0x40, 0x00, calldatasize())
                let rho := keccak256(0x00, add(0x40, calldatasize()))
                let weights := 1
                mstore(0x100, 1)
                // The memory becomes
                //
                //     0x000 A, 0x040 B, 0x0c0 C of one proof, 0x100 its weight
                //     0x120 the inputs of one claim
                //     0x200 the weighted sum of each input
                //     0x2e0 X, 0x320 -gamma
                //     0x3a0 the weighted sum of the C, 0x3e0 -delta
                //     0x460 alpha times the sum of the weights, 0x4a0 -beta
                //     0x520 of each proof, its weighted A and its B
                //
                // and precompiles take a point with a factor behind it, or two points, where they lie. Proofs come from the last to the
                // first, as their weights grow; inputs from the first to the last, by Horner's rule. The inputs' sums stay below 2r, and
                // multiplications take them as they are.
                let proof := add(proofs, shl(8, sub(n, 1)))
                let claim := claims
                let pair := 0x5e0
                calldatacopy(0x00, proof, 0x100)
                calldatacopy(0x200, claim, 0xe0)
                ok := and(
                    and(lt(mload(0x000), Q), and(lt(mload(0x020), Q), and(lt(mload(0x040), Q), and(lt(mload(0x060), Q), and(lt(mload(0x080), Q), and(lt(mload(0x0a0), Q), and(lt(mload(0x0c0), Q), lt(mload(0x0e0), Q)))))))),
                    and(lt(mload(0x200), R), and(lt(mload(0x220), R), and(lt(mload(0x240), R), and(lt(mload(0x260), R), and(lt(mload(0x280), R), and(lt(mload(0x2a0), R), lt(mload(0x2c0), R)))))))
                )
                mcopy(0x520, 0x00, 0xc0)
                mcopy(0x3a0, 0xc0, 0x40)
                for {} gt(proof, proofs) {} {
                    proof := sub(proof, 0x100)
                    claim := add(claim, 0xe0)
                    calldatacopy(0x00, proof, 0x100)
                    calldatacopy(0x120, claim, 0xe0)
                    ok := and(
                        and(ok, and(lt(mload(0x000), Q), and(lt(mload(0x020), Q), and(lt(mload(0x040), Q), and(lt(mload(0x060), Q), and(lt(mload(0x080), Q), and(lt(mload(0x0a0), Q), and(lt(mload(0x0c0), Q), lt(mload(0x0e0), Q))))))))),
                        and(lt(mload(0x120), R), and(lt(mload(0x140), R), and(lt(mload(0x160), R), and(lt(mload(0x180), R), and(lt(mload(0x1a0), R), and(lt(mload(0x1c0), R), lt(mload(0x1e0), R)))))))
                    )
                    // A point that is none takes almost all gas with it, so nothing more is asked after one.
                    if iszero(ok) { answer(0) }
                    let weight := mulmod(mload(0x100), rho, R)
                    weights := addmod(weights, weight, R)
                    mstore(0x100, weight)
                    mcopy(add(pair, 0x40), 0x40, 0x80)
                    mstore(0x40, weight)
                    ok := and(ok, staticcall(gas(), 7, 0x000, 0x60, pair, 0x40))
                    ok := and(ok, staticcall(gas(), 7, 0x0c0, 0x60, 0x3e0, 0x40))
                    ok := and(ok, staticcall(gas(), 6, 0x3a0, 0x80, 0x3a0, 0x40))
                    pair := add(pair, 0xc0)
                    mstore(0x200, add(mulmod(mload(0x200), rho, R), mload(0x120)))
                    mstore(0x220, add(mulmod(mload(0x220), rho, R), mload(0x140)))
                    mstore(0x240, add(mulmod(mload(0x240), rho, R), mload(0x160)))
                    mstore(0x260, add(mulmod(mload(0x260), rho, R), mload(0x180)))
                    mstore(0x280, add(mulmod(mload(0x280), rho, R), mload(0x1a0)))
                    mstore(0x2a0, add(mulmod(mload(0x2a0), rho, R), mload(0x1c0)))
                    mstore(0x2c0, add(mulmod(mload(0x2c0), rho, R), mload(0x1e0)))
                }
                if iszero(ok) { leave }
                mstore(0x2e0, IC0_X)
                mstore(0x300, IC0_Y)
                mstore(0x320, weights)
                ok := and(ok, staticcall(gas(), 7, 0x2e0, 0x60, 0x2e0, 0x40))
                mstore(0x1c0, IC1_X)
                mstore(0x1e0, IC1_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1c0, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x1e0, IC2_X)
                mstore(0x200, IC2_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1e0, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x200, IC3_X)
                mstore(0x220, IC3_Y)
                ok := and(ok, staticcall(gas(), 7, 0x200, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x220, IC4_X)
                mstore(0x240, IC4_Y)
                ok := and(ok, staticcall(gas(), 7, 0x220, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x240, IC5_X)
                mstore(0x260, IC5_Y)
                ok := and(ok, staticcall(gas(), 7, 0x240, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x260, IC6_X)
                mstore(0x280, IC6_Y)
                ok := and(ok, staticcall(gas(), 7, 0x260, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x280, IC7_X)
                mstore(0x2a0, IC7_Y)
                ok := and(ok, staticcall(gas(), 7, 0x280, 0x60, 0x320, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                mstore(0x320, MINUS_GAMMA_X1)
                mstore(0x340, MINUS_GAMMA_X0)
                mstore(0x360, MINUS_GAMMA_Y1)
                mstore(0x380, MINUS_GAMMA_Y0)
                mstore(0x3e0, MINUS_DELTA_X1)
                mstore(0x400, MINUS_DELTA_X0)
                mstore(0x420, MINUS_DELTA_Y1)
                mstore(0x440, MINUS_DELTA_Y0)
                mstore(0x460, ALPHA_X)
                mstore(0x480, ALPHA_Y)
                mstore(0x4a0, weights)
                ok := and(ok, staticcall(gas(), 7, 0x460, 0x60, 0x460, 0x40))
                mstore(0x4a0, MINUS_BETA_X1)
                mstore(0x4c0, MINUS_BETA_X0)
                mstore(0x4e0, MINUS_BETA_Y1)
                mstore(0x500, MINUS_BETA_Y0)
                // where a chain lacks the precompile, the call succeeds and says nothing
                mstore(0x00, 0)
                ok := and(ok, staticcall(gas(), 8, 0x2e0, sub(pair, 0x2e0), 0x00, 0x20))
                ok := and(ok, mload(0x00))
            }

            // Whether all proofs hold, each for the inputs of its claim added to X so far, which is (x, y).
            function preparedBatch(x, y, claims, proofs, n) -> ok {
                // The weight of the proof k places before the last is rho^k, where rho is the hash of the key and the whole calldata.
                mstore(0x00, BATCH)
                mstore(0x20, KEY_ID)
                calldatacopy(0x40, 0x00, calldatasize())
                let rho := keccak256(0x00, add(0x40, calldatasize()))
                let weights := 1
                mstore(0x100, 1)
                // The memory becomes
                //
                //     0x000 A, 0x040 B, 0x0c0 C of one proof, 0x100 its weight
                //     0x120 the inputs of one claim
                //     0x1a0 the weighted sum of each input
                //     0x220 X, 0x260 -gamma
                //     0x2e0 the weighted sum of the C, 0x320 -delta
                //     0x3a0 alpha times the sum of the weights, 0x3e0 -beta
                //     0x460 of each proof, its weighted A and its B
                //
                // and precompiles take a point with a factor behind it, or two points, where they lie. Proofs come from the last to the
                // first, as their weights grow; inputs from the first to the last, by Horner's rule. The inputs' sums stay below 2r, and
                // multiplications take them as they are.
                let proof := add(proofs, shl(8, sub(n, 1)))
                let claim := claims
                let pair := 0x520
                calldatacopy(0x00, proof, 0x100)
                calldatacopy(0x1a0, claim, 0x80)
                ok := and(
                    and(lt(mload(0x000), Q), and(lt(mload(0x020), Q), and(lt(mload(0x040), Q), and(lt(mload(0x060), Q), and(lt(mload(0x080), Q), and(lt(mload(0x0a0), Q), and(lt(mload(0x0c0), Q), lt(mload(0x0e0), Q)))))))),
                    and(lt(mload(0x1a0), R), and(lt(mload(0x1c0), R), and(lt(mload(0x1e0), R), iszero(mload(0x200)))))
                )
                mcopy(0x460, 0x00, 0xc0)
                mcopy(0x2e0, 0xc0, 0x40)
                for {} gt(proof, proofs) {} {
                    proof := sub(proof, 0x100)
                    claim := add(claim, 0x80)
                    calldatacopy(0x00, proof, 0x100)
                    calldatacopy(0x120, claim, 0x80)
                    ok := and(
                        and(ok, and(lt(mload(0x000), Q), and(lt(mload(0x020), Q), and(lt(mload(0x040), Q), and(lt(mload(0x060), Q), and(lt(mload(0x080), Q), and(lt(mload(0x0a0), Q), and(lt(mload(0x0c0), Q), lt(mload(0x0e0), Q))))))))),
                        and(lt(mload(0x120), R), and(lt(mload(0x140), R), and(lt(mload(0x160), R), iszero(mload(0x180)))))
                    )
                    // A point that is none takes almost all gas with it, so nothing more is asked after one.
                    if iszero(ok) { answer(0) }
                    let weight := mulmod(mload(0x100), rho, R)
                    weights := addmod(weights, weight, R)
                    mstore(0x100, weight)
                    mcopy(add(pair, 0x40), 0x40, 0x80)
                    mstore(0x40, weight)
                    ok := and(ok, staticcall(gas(), 7, 0x000, 0x60, pair, 0x40))
                    ok := and(ok, staticcall(gas(), 7, 0x0c0, 0x60, 0x320, 0x40))
                    ok := and(ok, staticcall(gas(), 6, 0x2e0, 0x80, 0x2e0, 0x40))
                    pair := add(pair, 0xc0)
                    mstore(0x1a0, add(mulmod(mload(0x1a0), rho, R), mload(0x120)))
                    mstore(0x1c0, add(mulmod(mload(0x1c0), rho, R), mload(0x140)))
                    mstore(0x1e0, add(mulmod(mload(0x1e0), rho, R), mload(0x160)))
                }
                if iszero(ok) { leave }
                mstore(0x220, x)
                mstore(0x240, y)
                mstore(0x260, weights)
                ok := and(ok, staticcall(gas(), 7, 0x220, 0x60, 0x220, 0x40))
                mstore(0x160, IC2_X)
                mstore(0x180, IC2_Y)
                ok := and(ok, staticcall(gas(), 7, 0x160, 0x60, 0x260, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x220, 0x80, 0x220, 0x40))
                mstore(0x180, IC3_X)
                mstore(0x1a0, IC3_Y)
                ok := and(ok, staticcall(gas(), 7, 0x180, 0x60, 0x260, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x220, 0x80, 0x220, 0x40))
                mstore(0x1a0, IC4_X)
                mstore(0x1c0, IC4_Y)
                ok := and(ok, staticcall(gas(), 7, 0x1a0, 0x60, 0x260, 0x40))
                ok := and(ok, staticcall(gas(), 6, 0x220, 0x80, 0x220, 0x40))
                mstore(0x260, MINUS_GAMMA_X1)
                mstore(0x280, MINUS_GAMMA_X0)
                mstore(0x2a0, MINUS_GAMMA_Y1)
                mstore(0x2c0, MINUS_GAMMA_Y0)
                mstore(0x320, MINUS_DELTA_X1)
                mstore(0x340, MINUS_DELTA_X0)
                mstore(0x360, MINUS_DELTA_Y1)
                mstore(0x380, MINUS_DELTA_Y0)
                mstore(0x3a0, ALPHA_X)
                mstore(0x3c0, ALPHA_Y)
                mstore(0x3e0, weights)
                ok := and(ok, staticcall(gas(), 7, 0x3a0, 0x60, 0x3a0, 0x40))
                mstore(0x3e0, MINUS_BETA_X1)
                mstore(0x400, MINUS_BETA_X0)
                mstore(0x420, MINUS_BETA_Y1)
                mstore(0x440, MINUS_BETA_Y0)
                // where a chain lacks the precompile, the call succeeds and says nothing
                mstore(0x00, 0)
                ok := and(ok, staticcall(gas(), 8, 0x220, sub(pair, 0x220), 0x00, 0x20))
                ok := and(ok, mload(0x00))
            }
        }
    }
}
