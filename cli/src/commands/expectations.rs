//! What a verifier expects of a statement, item by item.

use std::fmt::Display;

use workproof_protocol::{CommonInputs, Fr, GoldStatement, RelayStatement, Statement, fr_to_decimal};

use crate::args::Expectations;
use crate::files::{FileError, read_payment, read_scope_fields};

/// One item of a statement beside what was expected of it.
#[derive(Clone, Debug)]
pub(crate) struct Comparison {
    name: &'static str,
    outcome: Outcome,
}

#[derive(Clone, Debug)]
enum Outcome {
    /// Nothing was expected.
    NotCompared,
    /// It is as expected.
    Met,
    /// It is not: what is there, what was expected.
    Mismatch(String),
    /// The statement is of a fact that has no such item, and nothing was expected of it.
    OfOtherFact,
}

impl Comparison {
    /// The item.
    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether something was expected.
    pub(crate) const fn is_compared(&self) -> bool {
        matches!(self.outcome, Outcome::Met | Outcome::Mismatch(_))
    }

    /// Whether statements of this fact have such an item.
    pub(crate) const fn is_of_this_fact(&self) -> bool {
        !matches!(self.outcome, Outcome::OfOtherFact)
    }

    /// What differs, in words.
    pub(crate) fn mismatch(&self) -> Option<String> {
        match &self.outcome {
            Outcome::Mismatch(text) => Some(format!("{} {text}", self.name)),
            _ => None,
        }
    }

    fn equal<T: PartialEq + Display>(name: &'static str, found: T, expected: Option<T>) -> Self {
        Self::new(
            name,
            expected.map(|expected| (found == expected, format!("is {found}, expected {expected}"))),
        )
    }

    fn equal_field(name: &'static str, found: &Fr, expected: Option<&Fr>) -> Self {
        Self::equal(name, fr_to_decimal(found), expected.map(fr_to_decimal))
    }

    fn at_least<T: PartialOrd + Display>(name: &'static str, found: T, least: Option<T>) -> Self {
        Self::new(name, least.map(|least| (found >= least, format!("is {found}, expected at least {least}"))))
    }

    fn at_most<T: PartialOrd + Display>(name: &'static str, found: T, most: Option<T>) -> Self {
        Self::new(name, most.map(|most| (found <= most, format!("is {found}, expected at most {most}"))))
    }

    /// An item that this fact does not have: an expectation about it is never met.
    fn absent(name: &'static str, fact: &str, expected: bool) -> Self {
        let outcome = if expected {
            Outcome::Mismatch(format!("was expected, and a {fact} claim has none"))
        } else {
            Outcome::OfOtherFact
        };
        Self { name, outcome }
    }

    fn new(name: &'static str, outcome: Option<(bool, String)>) -> Self {
        let outcome = match outcome {
            None => Outcome::NotCompared,
            Some((true, _)) => Outcome::Met,
            Some((false, text)) => Outcome::Mismatch(text),
        };
        Self { name, outcome }
    }
}

/// A statement that can be compared with expectations.
pub(crate) trait Expected {
    /// Compares item by item.
    fn compare(&self, expected: &Expectations) -> Result<Vec<Comparison>, FileError>;
}

impl Expected for RelayStatement {
    fn compare(&self, expected: &Expectations) -> Result<Vec<Comparison>, FileError> {
        let mut all = compare_common(&self.common, expected)?;
        let terms = &self.terms;
        all.extend([
            Comparison::equal_field(
                "contributor root",
                &self.contributors.root(),
                expected.contributor_root.as_ref(),
            ),
            Comparison::equal("contributors", self.contributors.size(), expected.contributor_count),
            Comparison::equal_field("attester root", &self.attester_root, expected.attester_root.as_ref()),
            Comparison::at_least("attesters", terms.attesters, expected.min_attesters),
            Comparison::equal("slot", terms.slot, expected.slot),
            Comparison::equal("slot width", terms.slot_width, expected.slot_width),
        ]);
        all.extend(
            [
                ("gold commitment", expected.gold_commitment.is_some()),
                ("answer commitment", expected.answer_commitment.is_some()),
                ("gold count", expected.gold_count.is_some()),
                ("upper bound", expected.max_upper_bound.is_some()),
                ("tolerance", expected.max_tolerance.is_some()),
            ]
            .map(|(name, is_expected)| Comparison::absent(name, Self::FACT, is_expected)),
        );
        Ok(all)
    }
}

impl Expected for GoldStatement {
    fn compare(&self, expected: &Expectations) -> Result<Vec<Comparison>, FileError> {
        let mut all = compare_common(&self.common, expected)?;
        let terms = &self.terms;
        let root = self.contributors.map(|registry| registry.root()).unwrap_or_default();
        let count = self.contributors.map(|registry| registry.size()).unwrap_or_default();
        all.extend([
            Comparison::equal_field("contributor root", &root, expected.contributor_root.as_ref()),
            Comparison::equal("contributors", count, expected.contributor_count),
            Comparison::equal_field(
                "gold commitment",
                &self.gold_commitment,
                expected.gold_commitment.as_ref(),
            ),
            Comparison::equal_field(
                "answer commitment",
                &self.answer_commitment,
                expected.answer_commitment.as_ref(),
            ),
            Comparison::equal("gold count", terms.gold_count, expected.gold_count),
            Comparison::at_most("upper bound", terms.upper_bound, expected.max_upper_bound),
            Comparison::at_most("tolerance", terms.tolerance, expected.max_tolerance),
        ]);
        all.extend(
            [
                ("attester root", expected.attester_root.is_some()),
                ("attesters", expected.min_attesters.is_some()),
                ("slot", expected.slot.is_some()),
                ("slot width", expected.slot_width.is_some()),
            ]
            .map(|(name, is_expected)| Comparison::absent(name, Self::FACT, is_expected)),
        );
        Ok(all)
    }
}

/// The items that every fact has.
fn compare_common(found: &CommonInputs, expected: &Expectations) -> Result<Vec<Comparison>, FileError> {
    let scope = match &expected.scope_file {
        Some(path) => Some(read_scope_fields(path)?.scope()),
        None => expected.scope,
    };
    let mut all = vec![
        Comparison::equal("scope", found.scope, scope),
        Comparison::equal("nullifier", found.nullifier, expected.nullifier),
        Comparison::at_least("amount", found.amount, expected.min_amount),
    ];
    let message = match &expected.payment {
        Some(path) => {
            let payment = read_payment(path)?;
            if let Some(recipient) = expected.recipient {
                all.push(Comparison::equal(
                    "recipient",
                    Recipient(payment.recipient),
                    Some(Recipient(recipient.0)),
                ));
            }
            Some(payment.message())
        }
        None => expected.message,
    };
    all.push(Comparison::equal("message", found.message, message));
    Ok(all)
}

/// A recipient, printed as hexadecimal.
#[derive(PartialEq)]
struct Recipient([u8; 32]);

impl Display for Recipient {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&workproof_protocol::json::bytes_to_hexadecimal(&self.0))
    }
}
