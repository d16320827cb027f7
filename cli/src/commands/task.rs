//! `scope` and `message`: what parties agree on before any work.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;
use workproof_protocol::{Message, Payment, Scope, ScopeFields};

use crate::args::{MessageArgs, MessageChoice, ScopeArgs, ScopeChoice};
use crate::files::{Existing, FileError, read_payment, read_policy, read_scope_fields, write_public_json};
use crate::session::Session;

#[derive(Serialize)]
struct ScopeReport {
    scope: Scope,
    fields: ScopeFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<PathBuf>,
}

impl fmt::Display for ScopeReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.scope.fmt(formatter)
    }
}

#[derive(Serialize)]
struct MessageReport {
    message: Message,
    payment: Payment,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<PathBuf>,
}

impl fmt::Display for MessageReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(formatter)
    }
}

/// Runs `scope`.
pub(crate) fn scope(args: &ScopeArgs, session: &Session) -> Result<(), FileError> {
    let policy = match (&args.policy, &args.policy_file) {
        (Some(word), _) => word.0,
        (None, Some(path)) => read_policy(path)?,
        (None, None) => [0; 32],
    };
    let fields = ScopeFields {
        network: args.network.0,
        chain_id: args.chain_id,
        settlement: args.settlement.0,
        fact: args.fact.clone(),
        task: args.task.0,
        policy,
    };
    if let Some(path) = &args.out {
        write_public_json(path, &fields, Existing::from_force(args.force))?;
    }
    session.output.result(&ScopeReport { scope: fields.scope(), fields, file: args.out.clone() });
    Ok(())
}

/// Runs `message`.
pub(crate) fn message(args: &MessageArgs, session: &Session) -> Result<(), FileError> {
    let payment = Payment {
        recipient: args.recipient.0,
        chain_id: args.chain_id,
        settlement: args.settlement.0,
        token: args.token.0,
        deadline: args.deadline,
    };
    if let Some(path) = &args.out {
        write_public_json(path, &payment, Existing::from_force(args.force))?;
    }
    session.output.result(&MessageReport { message: payment.message(), payment, file: args.out.clone() });
    Ok(())
}

/// The scope that was chosen; the command line makes sure that one was.
pub(super) fn scope_of(choice: &ScopeChoice) -> Result<Scope, FileError> {
    match (&choice.scope_file, choice.scope) {
        (Some(path), _) => Ok(read_scope_fields(path)?.scope()),
        (None, scope) => Ok(scope.unwrap_or(Scope::from_field(Default::default()))),
    }
}

/// The message that was chosen; the command line makes sure that one was.
pub(super) fn message_of(choice: &MessageChoice) -> Result<Message, FileError> {
    match (&choice.payment, choice.message) {
        (Some(path), _) => Ok(read_payment(path)?.message()),
        (None, message) => Ok(message.unwrap_or(Message::from_field(Default::default()))),
    }
}
