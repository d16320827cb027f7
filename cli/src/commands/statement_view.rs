//! What a statement says, as people and programs read it.

use std::fmt;

use serde::Serialize;
use workproof_protocol::{CommonInputs, GoldStatement, RegistryRoot, RelayStatement, fr_to_decimal};

use crate::table::grouped;

/// The public side of a claim.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum StatementView {
    Relay(RelayStatement),
    Gold(GoldStatement),
}

impl From<&RelayStatement> for StatementView {
    fn from(statement: &RelayStatement) -> Self {
        Self::Relay(statement.clone())
    }
}

impl From<&GoldStatement> for StatementView {
    fn from(statement: &GoldStatement) -> Self {
        Self::Gold(statement.clone())
    }
}

impl fmt::Display for StatementView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Relay(statement) => write_relay(formatter, statement),
            Self::Gold(statement) => write_gold(formatter, statement),
        }
    }
}

fn write_relay(formatter: &mut fmt::Formatter<'_>, statement: &RelayStatement) -> fmt::Result {
    let terms = &statement.terms;
    let indices = terms.indices();
    writeln!(
        formatter,
        "says: at least {} units, counter-signed by at least {} registered attesters",
        grouped(statement.common.amount),
        terms.attesters,
    )?;
    write_common(formatter, &statement.common)?;
    write_registry(formatter, &statement.contributors)?;
    writeln!(formatter, "  attester root      {}", fr_to_decimal(&statement.attester_root))?;
    writeln!(
        formatter,
        "  slot               {} of width {}: attester indices from {} to below {}",
        terms.slot,
        grouped(terms.slot_width),
        grouped(indices.start),
        grouped(indices.end),
    )
}

fn write_gold(formatter: &mut fmt::Formatter<'_>, statement: &GoldStatement) -> fmt::Result {
    let terms = &statement.terms;
    writeln!(
        formatter,
        "says: at least {} and at most {} of {} hidden gold labels are matched, with a tolerance of {}",
        statement.common.amount, terms.upper_bound, terms.gold_count, terms.tolerance,
    )?;
    write_common(formatter, &statement.common)?;
    match &statement.contributors {
        Some(registry) => write_registry(formatter, registry)?,
        None => writeln!(formatter, "  contributor root   0: claimed by the grader")?,
    }
    writeln!(formatter, "  gold commitment    {}", fr_to_decimal(&statement.gold_commitment))?;
    writeln!(formatter, "  answer commitment  {}", fr_to_decimal(&statement.answer_commitment))
}

fn write_registry(formatter: &mut fmt::Formatter<'_>, registry: &RegistryRoot) -> fmt::Result {
    let members = if registry.size() == 1 { "member" } else { "members" };
    let (root, size) = (fr_to_decimal(&registry.root()), grouped(registry.size()));
    writeln!(formatter, "  contributor root   {root} of {size} {members}")
}

fn write_common(formatter: &mut fmt::Formatter<'_>, common: &CommonInputs) -> fmt::Result {
    writeln!(formatter, "  scope              {}", common.scope)?;
    writeln!(formatter, "  nullifier          {}", common.nullifier)?;
    writeln!(formatter, "  message            {}", common.message)
}
