            case {{select_verify_statement}} {
                // verifyStatement: the fields from 0x04, the proof behind them. Asks verifyProof, whose selector ends at 0x20.
                if lt(calldatasize(), {{statement_end}}) { malformed() }
                let count := calldataload(0xa4)
                let first := calldataload(0xe4)
                let second := calldataload(0x104)
                let third := calldataload(0x124)
                if shr(32, or(or(first, second), or(third, count))) { answer(0) }
                mstore(0x00, {{select_verify_proof}})
                calldatacopy(0x020, {{statement_proof}}, 0x100)
                // scope, nullifier, message, amount, contributorRoot
                calldatacopy(0x120, 0x04, 0xa0)
                // {{root_name}}
                mstore(0x1c0, calldataload(0xc4))
                // terms: {{terms_names}}
                mstore(0x1e0, or(or(first, shl(32, second)), or(shl(64, third), shl(96, count)))){{last_input}}
                // The answer goes to a word that is still 0: what is at this address may be silent, under a delegated call.
                let ok := staticcall(gas(), address(), 0x1c, {{call_bytes}}, 0x220, 0x20)
                answer(and(ok, mload(0x220)))
            }
