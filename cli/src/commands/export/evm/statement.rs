//! `verifyStatement`, for the facts whose fields are known.

use super::assembly::{argument, line, selector, store};
use super::fill;

const CASE: &str = include_str!("../../../../templates/evm/Statement.yul");
const RELAY: &str = include_str!("../../../../templates/evm/RelayStatement.sol");
const GOLD: &str = include_str!("../../../../templates/evm/GoldStatement.sol");

/// A typed statement: what the interface says of it, and how the contract packs it.
pub(super) struct TypedStatement {
    /// The struct and the function.
    pub(super) interface: String,
    /// The function's assembly.
    pub(super) case: String,
}

impl TypedStatement {
    /// That of a fact whose circuit has so many inputs; empty where the fact has none.
    pub(super) fn of(fact: &str, count: usize, verify_proof: &str) -> Self {
        let (interface, fields, root_name, terms_names) = match fact {
            "relay" if count == 7 => {
                (RELAY, 10, "attesterRoot", "slot, slotWidth, attesters, contributorCount")
            }
            "gold" if count == 8 => {
                (GOLD, 11, "goldCommitment", "upperBound, goldCount, tolerance, contributorCount")
            }
            _ => return Self { interface: String::new(), case: String::new() },
        };
        let proof = 0x04 + 32 * fields;
        let last_input = if count == 8 {
            format!("\n{}{}", line("// answerCommitment"), store(0x200, &argument(0x144, 0)))
        } else {
            String::new()
        };
        let words = vec!["uint256"; fields].join(",");
        let values = [
            ("select_verify_statement", selector(&format!("verifyStatement(({words}),uint256[8])"))),
            ("select_verify_proof", verify_proof.to_owned()),
            ("statement_proof", format!("{proof:#x}")),
            ("statement_end", format!("{:#x}", proof + 0x100)),
            ("root_name", root_name.to_owned()),
            ("terms_names", terms_names.to_owned()),
            ("last_input", last_input),
            ("call_bytes", format!("{:#x}", 0x104 + 32 * count)),
        ];
        Self { interface: format!("\n\n{interface}"), case: format!("\n{}", fill(CASE, values)) }
    }
}
