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
                //     {{inputs}} the inputs of one claim
                //     {{sums}} the weighted sum of each input
                //     {{pairs}} X, {{minus_gamma}} -gamma
                //     {{sum_of_c}} the weighted sum of the C, {{minus_delta}} -delta
                //     {{alpha}} alpha times the sum of the weights, {{minus_beta}} -beta
                //     {{own_pairs}} of each proof, its weighted A and its B
                //
                // and precompiles take a point with a factor behind it, or two points, where they lie. Proofs come from the last to the
                // first, as their weights grow; inputs from the first to the last, by Horner's rule. The inputs' sums stay below 2r, and
                // multiplications take them as they are.
                let proof := add(proofs, shl(8, sub(n, 1)))
                let claim := claims
                let pair := {{second_own_pair}}
                calldatacopy(0x00, proof, 0x100)
                calldatacopy({{sums}}, claim, {{claim_bytes}})
                ok := and(
                    {{coordinates}},
                    {{first_inputs_ok}}
                )
                mcopy({{own_pairs}}, 0x00, 0xc0)
                mcopy({{sum_of_c}}, 0xc0, 0x40)
                for {} gt(proof, proofs) {} {
                    proof := sub(proof, 0x100)
                    claim := add(claim, {{claim_bytes}})
                    calldatacopy(0x00, proof, 0x100)
                    calldatacopy({{inputs}}, claim, {{claim_bytes}})
                    ok := and(
                        and(ok, {{coordinates}}),
                        {{inputs_ok}}
                    )
                    // A point that is none takes almost all gas with it, so nothing more is asked after one.
                    if iszero(ok) { answer(0) }
                    let weight := mulmod(mload(0x100), rho, R)
                    weights := addmod(weights, weight, R)
                    mstore(0x100, weight)
                    mcopy(add(pair, 0x40), 0x40, 0x80)
                    mstore(0x40, weight)
                    ok := and(ok, staticcall(gas(), 7, 0x000, 0x60, pair, 0x40))
                    ok := and(ok, staticcall(gas(), 7, 0x0c0, 0x60, {{minus_delta}}, 0x40))
                    ok := and(ok, staticcall(gas(), 6, {{sum_of_c}}, 0x80, {{sum_of_c}}, 0x40))
                    pair := add(pair, 0xc0)
{{horner}}
                }
                if iszero(ok) { leave }
                mstore({{pairs}}, {{base_x}})
                mstore({{base_y_place}}, {{base_y}})
                mstore({{minus_gamma}}, weights)
                ok := and(ok, staticcall(gas(), 7, {{pairs}}, 0x60, {{pairs}}, 0x40))
{{terms}}
{{gamma_and_delta}}
                mstore({{alpha}}, ALPHA_X)
                mstore({{alpha_y}}, ALPHA_Y)
                mstore({{minus_beta}}, weights)
                ok := and(ok, staticcall(gas(), 7, {{alpha}}, 0x60, {{alpha}}, 0x40))
{{beta}}
                // where a chain lacks the precompile, the call succeeds and says nothing
                mstore(0x00, 0)
                ok := and(ok, staticcall(gas(), 8, {{pairs}}, sub(pair, {{pairs}}), 0x00, 0x20))
                ok := and(ok, mload(0x00))
