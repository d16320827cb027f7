//! Gold labels and answers, with the salts that hide them.

use workproof_protocol::gold::{LabelSetError, SALT_BYTES, score};
use workproof_protocol::{AnswerSet, GoldSet, Salt};
use workproof_wasm_call::{Arguments, Refusal};

use super::UNKNOWN;
use crate::objects::{self, Object, with};
use crate::reply::{Reply, field, next_array, parse, refused, text};

pub(super) fn run_gold(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    let made = match operation {
        "new" => GoldSet::new(arguments.next_bytes()?.to_vec(), salt(arguments)?),
        "from_json" => GoldSet::from_json(arguments.next_text()?),
        _ => return with(arguments, |gold, arguments| use_gold(operation, gold, arguments)),
    };
    Ok(objects::keep(Object::Gold(made.map_err(not_labels)?)))
}

pub(super) fn run_answers(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    let made = match operation {
        "new" => AnswerSet::new(arguments.next_bytes()?.to_vec(), salt(arguments)?),
        "from_json" => AnswerSet::from_json(arguments.next_text()?),
        _ => return with(arguments, |answers, arguments| use_answers(operation, answers, arguments)),
    };
    Ok(objects::keep(Object::Answers(made.map_err(not_labels)?)))
}

fn use_gold(operation: &str, gold: &GoldSet, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "commitment" => {
            let commitment = gold.commitment(parse(arguments)?, capacity(arguments)?);
            field(&commitment.map_err(not_labels)?)
        }
        "count" => text(gold.gold_count()),
        "score" => {
            let answers = arguments.next_bytes()?;
            let [tolerance] = next_array(arguments)?;
            text(score(gold.expose_labels(), answers, tolerance))
        }
        "capacity" => text(gold.smallest_capacity().unwrap_or_default()),
        "expose" => Ok(gold.expose_json().as_bytes().to_vec()),
        _ => UNKNOWN,
    }
}

fn use_answers(operation: &str, answers: &AnswerSet, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "commitment" => {
            let (scope, contributor, message) = (parse(arguments)?, parse(arguments)?, parse(arguments)?);
            let commitment = answers.commitment(scope, contributor, message, capacity(arguments)?);
            field(&commitment.map_err(not_labels)?)
        }
        "capacity" => text(answers.smallest_capacity().unwrap_or_default()),
        "expose" => Ok(answers.expose_json().as_bytes().to_vec()),
        _ => UNKNOWN,
    }
}

fn salt(arguments: &mut Arguments<'_>) -> Result<Salt, Refusal> {
    Ok(Salt::from_bytes(&next_array::<SALT_BYTES>(arguments)?))
}

fn capacity(arguments: &mut Arguments<'_>) -> Result<usize, Refusal> {
    Ok(usize::try_from(arguments.next_number()?).unwrap_or(usize::MAX))
}

fn not_labels(error: LabelSetError) -> Refusal {
    match error {
        LabelSetError::Json { .. } => Refusal::of("malformed-value", &error),
        _ => refused(&error),
    }
}
