// SPDX-License-Identifier: MIT OR Apache-2.0
// Written by `workproof export evm` for the circuit relay-10.
// DEVELOPMENT KEY: anyone can forge proofs for it. Never let this contract decide about money.
pragma solidity ^0.8.28;

/// @title Checks claims of the circuit relay-10: one, many at once, or many that share their roots.
/// @notice A proof says that a statement is true. It does not say that the statement is new, or yours: whoever pays
/// computes scope and message for itself and remembers nullifiers. `WorkSettlement` does.
/// @dev Groth16 over BN254. With the key's points alpha, beta, gamma, delta and IC, a proof (A, B, C) of inputs x holds when
///
///     e(A, B) e(IC[0] + sum x[i] IC[i + 1], -gamma) e(C, -delta) e(alpha, -beta) = 1.
///
/// The key's points are negated here once and for all, and the proof's are not: the precompile sees each coordinate as it
/// was given, so none has a second spelling. Every coordinate must be below q and every input below r; the precompile
/// itself checks curve and subgroup. Precompiles are given all the gas there is, so a change of their price breaks nothing.
contract Relay10DevelopmentVerifier {
    /// The digest of the key's canonical bytes, as `workproof keys list` prints it.
    bytes32 public constant keyId = 0xfd7547bcb3ecf8a409a1f67498c253eed61d2994ccb3b80e227838e6dbbb637f;
    /// The circuit's name.
    string public constant circuit = "relay-10";
    /// The fact, as a scope holds it: the text "workproof/v1/fact/relay" as an integer.
    uint256 public constant fact = 0x000000000000000000776f726b70726f6f662f76312f666163742f72656c6179;
    /// How many public inputs the circuit has.
    uint256 public constant inputCount = 7;

    // The field of coordinates and the field of inputs.
    uint256 private constant Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47;
    uint256 private constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;

    // The key. In G2 the imaginary part comes first, as the precompile takes it.
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

    // Begins what the weights of a batch are hashed from: keccak-256 of "workproof/v1/evm-batch" and of
    // "workproof/v1/evm-prepared-batch".
    bytes32 private constant BATCH = 0xcc4db56eecfd2b850abadbd8e12f204d6b2a9959a413281fcea8bd67a5989233;
    bytes32 private constant PREPARED_BATCH = 0x6d0846c94bd73c046812f6421e23b3e2f2a9db82b89780b322a2fe8e995922c7;
    // Weights have 128 bits.
    uint256 private constant WEIGHT = 0xffffffffffffffffffffffffffffffff;

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
    function verifyStatement(Statement calldata statement, uint256[8] calldata proof) external view returns (bool) {
        uint256 small = statement.slot | statement.slotWidth | statement.attesters | statement.contributorCount;
        if (small >> 32 != 0) return false;
        return this.verifyProof(
            [proof[0], proof[1]],
            [[proof[2], proof[3]], [proof[4], proof[5]]],
            [proof[6], proof[7]],
            [
                statement.scope,
                statement.nullifier,
                statement.message,
                statement.amount,
                statement.contributorRoot,
                statement.attesterRoot,
                statement.slot | (statement.slotWidth << 32) | (statement.attesters << 64)
                    | (statement.contributorCount << 96)
            ]
        );
    }
    /// @notice Whether a proof holds for these public inputs. The form of snarkjs' verifiers.
    /// @dev The arguments are read from their places in the calldata, which costs less than by name (and makes the compiler
    /// warn that the names are not used): a at 0x04, b at 0x44, c at 0xc4, inputs from 0x104. That the calldata is long
    /// enough is checked before.
    /// @param a A.
    /// @param b B, the imaginary part of each coordinate first.
    /// @param c C.
    /// @param inputs The public inputs: scope, nullifier, message, amount, contributor_root, attester_root, terms.
    function verifyProof(
        uint256[2] calldata a,
        uint256[2][2] calldata b,
        uint256[2] calldata c,
        uint256[7] calldata inputs
    ) external view returns (bool) {
        assembly {
            let ok := and(
                and(lt(calldataload(0x04), Q), and(lt(calldataload(0x24), Q), and(lt(calldataload(0x44), Q), and(lt(calldataload(0x64), Q), and(lt(calldataload(0x84), Q), and(lt(calldataload(0xa4), Q), and(lt(calldataload(0xc4), Q), lt(calldataload(0xe4), Q)))))))),
                and(lt(calldataload(0x104), R), and(lt(calldataload(0x124), R), and(lt(calldataload(0x144), R), and(lt(calldataload(0x164), R), and(lt(calldataload(0x184), R), and(lt(calldataload(0x1a4), R), lt(calldataload(0x1c4), R)))))))
            )
            // the sum of the inputs' points grows at 0x00; each next product stands behind it, at 0x40
            mstore(0x00, IC0_X)
            mstore(0x20, IC0_Y)
            mstore(0x40, IC1_X)
            mstore(0x60, IC1_Y)
            mstore(0x80, calldataload(0x104))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC2_X)
            mstore(0x60, IC2_Y)
            mstore(0x80, calldataload(0x124))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC3_X)
            mstore(0x60, IC3_Y)
            mstore(0x80, calldataload(0x144))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC4_X)
            mstore(0x60, IC4_Y)
            mstore(0x80, calldataload(0x164))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC5_X)
            mstore(0x60, IC5_Y)
            mstore(0x80, calldataload(0x184))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC6_X)
            mstore(0x60, IC6_Y)
            mstore(0x80, calldataload(0x1a4))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC7_X)
            mstore(0x60, IC7_Y)
            mstore(0x80, calldataload(0x1c4))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, MINUS_GAMMA_X1)
            mstore(0x60, MINUS_GAMMA_X0)
            mstore(0x80, MINUS_GAMMA_Y1)
            mstore(0xa0, MINUS_GAMMA_Y0)
            // A, B and C stand one behind the other in the calldata, and as pairs as well
            calldatacopy(0xc0, 0x04, 0x100)
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
            ok := and(ok, staticcall(gas(), 8, 0x00, 0x300, 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)
        }
    }

    /// @notice Adds up the part of the public inputs that many claims share: scope, roots and terms.
    /// @param shared The inputs 0 and 4 to 6.
    /// @return x The point that `verifyPrepared` and `verifyPreparedBatch` begin with.
    /// @return y Its other coordinate.
    function prepare(uint256[4] calldata shared) external view returns (uint256 x, uint256 y) {
        bool ok;
        assembly {
            ok := and(lt(calldataload(shared), R), and(lt(calldataload(add(shared, 0x20)), R), and(lt(calldataload(add(shared, 0x40)), R), lt(calldataload(add(shared, 0x60)), R))))
            let free := mload(0x40)
            mstore(free, IC0_X)
            mstore(add(free, 0x20), IC0_Y)
            mstore(add(free, 0x40), IC1_X)
            mstore(add(free, 0x60), IC1_Y)
            mstore(add(free, 0x80), calldataload(shared))
            ok := and(ok, staticcall(gas(), 7, add(free, 0x40), 0x60, add(free, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, free, 0x80, free, 0x40))
            mstore(add(free, 0x40), IC5_X)
            mstore(add(free, 0x60), IC5_Y)
            mstore(add(free, 0x80), calldataload(add(shared, 0x20)))
            ok := and(ok, staticcall(gas(), 7, add(free, 0x40), 0x60, add(free, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, free, 0x80, free, 0x40))
            mstore(add(free, 0x40), IC6_X)
            mstore(add(free, 0x60), IC6_Y)
            mstore(add(free, 0x80), calldataload(add(shared, 0x40)))
            ok := and(ok, staticcall(gas(), 7, add(free, 0x40), 0x60, add(free, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, free, 0x80, free, 0x40))
            mstore(add(free, 0x40), IC7_X)
            mstore(add(free, 0x60), IC7_Y)
            mstore(add(free, 0x80), calldataload(add(shared, 0x60)))
            ok := and(ok, staticcall(gas(), 7, add(free, 0x40), 0x60, add(free, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, free, 0x80, free, 0x40))
            x := mload(free)
            y := mload(add(free, 0x20))
        }
        require(ok, "an input is not below r");
    }

    /// @notice Whether a proof holds for a point from `prepare` and the inputs of one claim.
    /// @dev The caller answers for the point: it must come from `prepare`.
    /// @param words The point, from 0x04 of the calldata; the inputs 1 to 3 (nullifier, message, amount) and
    /// input 7, which must be 0 here, from 0x44; and A, B, C as EIP-197 words, from 0xc4.
    function verifyPrepared(uint256[14] calldata words) external view returns (bool) {
        assembly {
            let ok := and(
                and(lt(calldataload(0xc4), Q), and(lt(calldataload(0xe4), Q), and(lt(calldataload(0x104), Q), and(lt(calldataload(0x124), Q), and(lt(calldataload(0x144), Q), and(lt(calldataload(0x164), Q), and(lt(calldataload(0x184), Q), lt(calldataload(0x1a4), Q)))))))),
                and(lt(calldataload(0x44), R), and(lt(calldataload(0x64), R), and(lt(calldataload(0x84), R), iszero(calldataload(0xa4)))))
            )
            calldatacopy(0x00, 0x04, 0x40)
            mstore(0x40, IC2_X)
            mstore(0x60, IC2_Y)
            mstore(0x80, calldataload(0x44))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC3_X)
            mstore(0x60, IC3_Y)
            mstore(0x80, calldataload(0x64))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, IC4_X)
            mstore(0x60, IC4_Y)
            mstore(0x80, calldataload(0x84))
            ok := and(ok, staticcall(gas(), 7, 0x40, 0x60, 0x40, 0x40))
            ok := and(ok, staticcall(gas(), 6, 0x00, 0x80, 0x00, 0x40))
            mstore(0x40, MINUS_GAMMA_X1)
            mstore(0x60, MINUS_GAMMA_X0)
            mstore(0x80, MINUS_GAMMA_Y1)
            mstore(0xa0, MINUS_GAMMA_Y0)
            calldatacopy(0xc0, 0xc4, 0x100)
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
            ok := and(ok, staticcall(gas(), 8, 0x00, 0x300, 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)
        }
    }

    /// @notice Whether all proofs hold for their inputs: n + 3 pairings.
    /// @dev With weights w nobody could foresee, all equations hold (but for 2^-128) when their product does, each to
    /// the power of its weight. The weights are hashed from the key, the number of claims, all proofs and all inputs; the first
    /// is 1, which loses nothing, since only the others' ratios to it count. False for an empty batch.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    /// @param inputs Of each claim, the public inputs.
    function verifyBatch(uint256[8][] calldata proofs, uint256[7][] calldata inputs)
        external
        view
        returns (bool)
    {
        assembly {
            let n := proofs.length
            let ok := and(gt(n, 0), eq(n, inputs.length))
            mstore(0x00, BATCH)
            mstore(0x20, keyId)
            mstore(0x40, n)
            let size := shl(8, n)
            calldatacopy(0x60, proofs.offset, size)
            calldatacopy(add(0x60, size), inputs.offset, mul(n, 0xe0))
            // 0x00 and 0x20 hold what weights are hashed from, 0x40 the sum of the C, 0x80 a product's point and factor,
            // 0xe0 the sum of the weights, from 0x100 the weighted sums of the inputs; then come the pairs
            mstore(0x00, keccak256(0x00, add(0x60, add(size, mul(n, 0xe0)))))
            calldatacopy(0x40, calldatasize(), 0x1a0)
            let pair := 0x1e0
            let proof := proofs.offset
            let claim := inputs.offset
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                let weight := 1
                ok := and(ok, and(lt(calldataload(proof), Q), and(lt(calldataload(add(proof, 0x20)), Q), and(lt(calldataload(add(proof, 0x40)), Q), and(lt(calldataload(add(proof, 0x60)), Q), and(lt(calldataload(add(proof, 0x80)), Q), and(lt(calldataload(add(proof, 0xa0)), Q), and(lt(calldataload(add(proof, 0xc0)), Q), lt(calldataload(add(proof, 0xe0)), Q)))))))))
                // a point that is none takes almost all gas with it, so nothing more is asked after one
                if iszero(ok) {
                    mstore(0x00, 0)
                    return(0x00, 0x20)
                }
                switch i
                case 0 {
                    calldatacopy(pair, proof, 0xc0)
                    calldatacopy(0x40, add(proof, 0xc0), 0x40)
                }
                default {
                    mstore(0x20, i)
                    weight := and(keccak256(0x00, 0x40), WEIGHT)
                    calldatacopy(0x80, proof, 0x40)
                    mstore(0xc0, weight)
                    ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, pair, 0x40))
                    calldatacopy(add(pair, 0x40), add(proof, 0x40), 0x80)
                    calldatacopy(0x80, add(proof, 0xc0), 0x40)
                    ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, 0x80, 0x40))
                    ok := and(ok, staticcall(gas(), 6, 0x40, 0x80, 0x40, 0x40))
                }
                mstore(0xe0, add(mload(0xe0), weight))
                // the inputs
                let input := 0
                input := calldataload(claim)
                ok := and(ok, lt(input, R))
                mstore(0x100, addmod(mload(0x100), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0x20))
                ok := and(ok, lt(input, R))
                mstore(0x120, addmod(mload(0x120), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0x40))
                ok := and(ok, lt(input, R))
                mstore(0x140, addmod(mload(0x140), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0x60))
                ok := and(ok, lt(input, R))
                mstore(0x160, addmod(mload(0x160), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0x80))
                ok := and(ok, lt(input, R))
                mstore(0x180, addmod(mload(0x180), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0xa0))
                ok := and(ok, lt(input, R))
                mstore(0x1a0, addmod(mload(0x1a0), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0xc0))
                ok := and(ok, lt(input, R))
                mstore(0x1c0, addmod(mload(0x1c0), mulmod(weight, input, R), R))
                proof := add(proof, 0x100)
                claim := add(claim, 0xe0)
                pair := add(pair, 0xc0)
            }
            if iszero(ok) {
                mstore(0x00, 0)
                return(0x00, 0x20)
            }
            // what the inputs add up to, against -gamma
            mstore(pair, IC0_X)
            mstore(add(pair, 0x20), IC0_Y)
            mstore(add(pair, 0x40), mload(0xe0))
            ok := and(ok, staticcall(gas(), 7, pair, 0x60, pair, 0x40))
            mstore(0x80, IC1_X)
            mstore(0xa0, IC1_Y)
            mstore(0xc0, mload(0x100))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC2_X)
            mstore(0xa0, IC2_Y)
            mstore(0xc0, mload(0x120))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC3_X)
            mstore(0xa0, IC3_Y)
            mstore(0xc0, mload(0x140))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC4_X)
            mstore(0xa0, IC4_Y)
            mstore(0xc0, mload(0x160))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC5_X)
            mstore(0xa0, IC5_Y)
            mstore(0xc0, mload(0x180))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC6_X)
            mstore(0xa0, IC6_Y)
            mstore(0xc0, mload(0x1a0))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC7_X)
            mstore(0xa0, IC7_Y)
            mstore(0xc0, mload(0x1c0))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(add(pair, 0x40), MINUS_GAMMA_X1)
            mstore(add(pair, 0x60), MINUS_GAMMA_X0)
            mstore(add(pair, 0x80), MINUS_GAMMA_Y1)
            mstore(add(pair, 0xa0), MINUS_GAMMA_Y0)
            mstore(add(pair, 0xc0), mload(0x40))
            mstore(add(pair, 0xe0), mload(0x60))
            mstore(add(pair, 0x100), MINUS_DELTA_X1)
            mstore(add(pair, 0x120), MINUS_DELTA_X0)
            mstore(add(pair, 0x140), MINUS_DELTA_Y1)
            mstore(add(pair, 0x160), MINUS_DELTA_Y0)
            mstore(add(pair, 0x180), ALPHA_X)
            mstore(add(pair, 0x1a0), ALPHA_Y)
            mstore(add(pair, 0x1c0), mload(0xe0))
            ok := and(ok, staticcall(gas(), 7, add(pair, 0x180), 0x60, add(pair, 0x180), 0x40))
            mstore(add(pair, 0x1c0), MINUS_BETA_X1)
            mstore(add(pair, 0x1e0), MINUS_BETA_X0)
            mstore(add(pair, 0x200), MINUS_BETA_Y1)
            mstore(add(pair, 0x220), MINUS_BETA_Y0)
            ok := and(ok, staticcall(gas(), 8, 0x1e0, sub(add(pair, 0x240), 0x1e0), 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)
        }
    }

    /// @notice Whether all proofs hold for inputs that all claims share, and the inputs of each claim: cheaper than `verifyBatch` by
    /// the calldata of what is shared.
    /// @param shared The inputs 0 and 4 to 6.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifySharedBatch(
        uint256[4] calldata shared,
        uint256[4][] calldata claims,
        uint256[8][] calldata proofs
    ) external view returns (bool) {
        (uint256 x, uint256 y) = this.prepare(shared);
        return this.verifyPreparedBatch([x, y], claims, proofs);
    }

    /// @notice Whether all proofs hold for a point from `prepare` and the inputs of each claim.
    /// @dev As `verifyBatch`; the caller answers for the point.
    /// @param base The point.
    /// @param claims Of each claim, the inputs 1 to 3 and 7, as `verifyPrepared` takes them.
    /// @param proofs Of each claim, A, B, C as EIP-197 words.
    function verifyPreparedBatch(
        uint256[2] calldata base,
        uint256[4][] calldata claims,
        uint256[8][] calldata proofs
    ) external view returns (bool) {
        assembly {
            let n := proofs.length
            let ok := and(gt(n, 0), eq(n, claims.length))
            mstore(0x00, PREPARED_BATCH)
            mstore(0x20, keyId)
            mstore(0x40, n)
            calldatacopy(0x60, base, 0x40)
            let size := shl(8, n)
            calldatacopy(0xa0, proofs.offset, size)
            calldatacopy(add(0xa0, size), claims.offset, shl(7, n))
            mstore(0x00, keccak256(0x00, add(0xa0, add(size, shl(7, n)))))
            calldatacopy(0x40, calldatasize(), 0x120)
            let pair := 0x160
            let proof := proofs.offset
            let claim := claims.offset
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                let weight := 1
                ok := and(ok, and(lt(calldataload(proof), Q), and(lt(calldataload(add(proof, 0x20)), Q), and(lt(calldataload(add(proof, 0x40)), Q), and(lt(calldataload(add(proof, 0x60)), Q), and(lt(calldataload(add(proof, 0x80)), Q), and(lt(calldataload(add(proof, 0xa0)), Q), and(lt(calldataload(add(proof, 0xc0)), Q), lt(calldataload(add(proof, 0xe0)), Q)))))))))
                // a point that is none takes almost all gas with it, so nothing more is asked after one
                if iszero(ok) {
                    mstore(0x00, 0)
                    return(0x00, 0x20)
                }
                switch i
                case 0 {
                    calldatacopy(pair, proof, 0xc0)
                    calldatacopy(0x40, add(proof, 0xc0), 0x40)
                }
                default {
                    mstore(0x20, i)
                    weight := and(keccak256(0x00, 0x40), WEIGHT)
                    calldatacopy(0x80, proof, 0x40)
                    mstore(0xc0, weight)
                    ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, pair, 0x40))
                    calldatacopy(add(pair, 0x40), add(proof, 0x40), 0x80)
                    calldatacopy(0x80, add(proof, 0xc0), 0x40)
                    ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, 0x80, 0x40))
                    ok := and(ok, staticcall(gas(), 6, 0x40, 0x80, 0x40, 0x40))
                }
                mstore(0xe0, add(mload(0xe0), weight))
                let input := 0
                input := calldataload(claim)
                ok := and(ok, lt(input, R))
                mstore(0x100, addmod(mload(0x100), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0x20))
                ok := and(ok, lt(input, R))
                mstore(0x120, addmod(mload(0x120), mulmod(weight, input, R), R))
                input := calldataload(add(claim, 0x40))
                ok := and(ok, lt(input, R))
                mstore(0x140, addmod(mload(0x140), mulmod(weight, input, R), R))
                ok := and(ok, iszero(calldataload(add(claim, 0x60))))
                proof := add(proof, 0x100)
                claim := add(claim, 0x80)
                pair := add(pair, 0xc0)
            }
            if iszero(ok) {
                mstore(0x00, 0)
                return(0x00, 0x20)
            }
            calldatacopy(pair, base, 0x40)
            mstore(add(pair, 0x40), mload(0xe0))
            ok := and(ok, staticcall(gas(), 7, pair, 0x60, pair, 0x40))
            mstore(0x80, IC2_X)
            mstore(0xa0, IC2_Y)
            mstore(0xc0, mload(0x100))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC3_X)
            mstore(0xa0, IC3_Y)
            mstore(0xc0, mload(0x120))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(0x80, IC4_X)
            mstore(0xa0, IC4_Y)
            mstore(0xc0, mload(0x140))
            ok := and(ok, staticcall(gas(), 7, 0x80, 0x60, add(pair, 0x40), 0x40))
            ok := and(ok, staticcall(gas(), 6, pair, 0x80, pair, 0x40))
            mstore(add(pair, 0x40), MINUS_GAMMA_X1)
            mstore(add(pair, 0x60), MINUS_GAMMA_X0)
            mstore(add(pair, 0x80), MINUS_GAMMA_Y1)
            mstore(add(pair, 0xa0), MINUS_GAMMA_Y0)
            mstore(add(pair, 0xc0), mload(0x40))
            mstore(add(pair, 0xe0), mload(0x60))
            mstore(add(pair, 0x100), MINUS_DELTA_X1)
            mstore(add(pair, 0x120), MINUS_DELTA_X0)
            mstore(add(pair, 0x140), MINUS_DELTA_Y1)
            mstore(add(pair, 0x160), MINUS_DELTA_Y0)
            mstore(add(pair, 0x180), ALPHA_X)
            mstore(add(pair, 0x1a0), ALPHA_Y)
            mstore(add(pair, 0x1c0), mload(0xe0))
            ok := and(ok, staticcall(gas(), 7, add(pair, 0x180), 0x60, add(pair, 0x180), 0x40))
            mstore(add(pair, 0x1c0), MINUS_BETA_X1)
            mstore(add(pair, 0x1e0), MINUS_BETA_X0)
            mstore(add(pair, 0x200), MINUS_BETA_Y1)
            mstore(add(pair, 0x220), MINUS_BETA_Y0)
            ok := and(ok, staticcall(gas(), 8, 0x160, sub(add(pair, 0x240), 0x160), 0x00, 0x20))
            mstore(0x00, and(ok, mload(0x00)))
            return(0x00, 0x20)
        }
    }
}
