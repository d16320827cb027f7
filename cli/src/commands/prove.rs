//! `prove`: from files to a claim, or to the proof of a foreign circuit.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;
use thiserror::Error;
use workproof_circuits::r1cs::SynthesisError;
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_protocol::{
    Fr, GoldClaimant, GoldError, GoldRequest, GoldStatement, GoldViolation, Identity, LeanImtError,
    LeanImtProof, RELAY_CAPACITIES, RegistryRoot, RelayError, RelayRequest, RelayStatement, RelayTerms,
    RelayViolation, Statement, Voucher,
};
use workproof_verifier::ClaimJsonError;

use super::prove_foreign::{ProveForeignError, prove_foreign};
use super::proving::{DEVELOPMENT_WARNING, Means, ProofFailure, Proven, prove_statement};
use super::statement_view::StatementView;
use super::task::{message_of, scope_of};
use crate::args::{Claimant, ProveArgs, ProveCommand, ProveGold, ProveOptions, ProveRelay};
use crate::circuit_choice::{UnknownCircuit, gold_by_name, relay_by_name};
use crate::files::{
    Existing, FileError, read_answers, read_attesters, read_gold, read_identity, read_registry,
    read_vouchers, require_free, write_public, write_secret_witness,
};
use crate::session::Session;
use crate::verdict::Verdict;

/// Why no claim was made.
#[derive(Debug, Error)]
pub(crate) enum ProveCommandError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// A fact and a foreign key are given, or neither.
    #[error(
        "prove a fact (relay, gold), or a foreign circuit with --zkey, --wtns, --out and --public; not both"
    )]
    FactOrKey,
    /// There is no proof of a foreign circuit.
    #[error(transparent)]
    Foreign(#[from] ProveForeignError),
    /// The circuit does not exist, or proves another fact.
    #[error(transparent)]
    Circuit(#[from] UnknownCircuit),
    /// The identity is not in the registry.
    #[error(
        "your id {id} cannot be found in {path}; ask for it to be added, or use the registry it was added to"
    )]
    NotAMember {
        /// The registry.
        path: PathBuf,
        /// The id.
        id: String,
        #[source]
        source: LeanImtError,
    },
    /// One voucher cannot be used.
    #[error("{path} cannot be used")]
    Voucher {
        /// The voucher.
        path: PathBuf,
        #[source]
        source: RelayError,
    },
    /// The parts make no relay claim.
    #[error("no relay claim can be made of this")]
    Relay(#[source] RelayError),
    /// The parts make no gold claim.
    #[error("no gold claim can be made of this")]
    Gold(#[source] GoldError),
    /// Two sets are too large for any circuit.
    #[error("the items do not fit any circuit; split the batch")]
    TooManyItems,
    /// The relay claim was not proven.
    #[error("the relay claim was not proven")]
    RelayProof(#[from] ProofFailure<RelayViolation>),
    /// The gold claim was not proven.
    #[error("the gold claim was not proven")]
    GoldProof(#[from] ProofFailure<GoldViolation>),
    /// The witness could not be filled once more, for its file.
    #[error("the witness could not be filled")]
    Synthesis(#[from] SynthesisError),
    /// The claim could not be written.
    #[error("the claim cannot be written as JSON")]
    Claim(#[from] ClaimJsonError),
}

impl ProveCommandError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::File(_) | Self::FactOrKey | Self::Circuit(_) | Self::Claim(_) => Verdict::BadInput,
            Self::Foreign(error) => error.verdict(),
            Self::RelayProof(failure) => failure.verdict(),
            Self::GoldProof(failure) => failure.verdict(),
            _ => Verdict::Refused,
        }
    }
}

/// Runs `prove`.
pub(crate) fn prove(args: &ProveArgs, session: &Session) -> Result<(), ProveCommandError> {
    session.cancel_on_interrupt();
    match (&args.fact, args.foreign.files()) {
        (Some(_), _) if args.foreign.is_given() => Err(ProveCommandError::FactOrKey),
        (Some(ProveCommand::Relay(args)), _) => {
            require_free_places(&args.options)?;
            prove_relay(args, session)
        }
        (Some(ProveCommand::Gold(args)), _) => {
            require_free_places(&args.options)?;
            prove_gold(args, session)
        }
        (None, Some(files)) => Ok(prove_foreign(&args.foreign, files, session)?),
        (None, None) => Err(ProveCommandError::FactOrKey),
    }
}

/// Proving may take minutes, so what would fail at its end fails now.
fn require_free_places(options: &ProveOptions) -> Result<(), FileError> {
    let places = core::iter::once(&options.out).chain(&options.wtns_out);
    places.into_iter().try_for_each(|path| require_free(path, existing(options)))
}

#[derive(Serialize)]
struct ProveReport {
    claim: PathBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    witness: Option<PathBuf>,
    circuit: String,
    key_id: String,
    development_key: bool,
    seconds: f64,
    statement: StatementView,
}

impl fmt::Display for ProveReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "proven with {} in {:.2} s; the proof was verified", self.circuit, self.seconds)?;
        writeln!(formatter, "{}", self.statement)?;
        let kind = if self.development_key { " (DEVELOPMENT KEY)" } else { "" };
        writeln!(formatter, "key    {}{kind}", self.key_id)?;
        writeln!(formatter, "claim  {}", self.claim.display())?;
        if let Some(witness) = &self.witness {
            writeln!(
                formatter,
                "witness  {} (it holds your secrets: keep it to yourself)",
                witness.display()
            )?;
        }
        Ok(())
    }
}

fn prove_relay(args: &ProveRelay, session: &Session) -> Result<(), ProveCommandError> {
    let (contributors, membership, identity) = membership(&args.identity, &args.contributors)?;
    let attesters = read_attesters(&args.attesters)?;
    let (paths, vouchers): (Vec<PathBuf>, Vec<Voucher>) = read_vouchers(&args.vouchers)?.into_iter().unzip();
    let request = RelayRequest {
        scope: scope_of(&args.scope)?,
        message: message_of(&args.message)?,
        identity: &identity,
        contributors,
        membership: &membership,
        attesters: &attesters,
        vouchers: &vouchers,
        slot: args.slot,
        slot_width: args.slot_width.unwrap_or(RelayTerms::whole_registry(0).slot_width),
        amount: args.amount,
        least_attesters: args.min_attesters,
    };
    let refuse = |error: RelayError| match error {
        RelayError::Voucher { voucher, .. } | RelayError::UnregisteredAttester { voucher, .. } => {
            let path = paths.get(voucher).cloned().unwrap_or_default();
            ProveCommandError::Voucher { path, source: error }
        }
        error => ProveCommandError::Relay(error),
    };
    let chosen = args.options.circuit.as_deref().map(relay_by_name).transpose()?;
    let largest = RELAY_CAPACITIES.into_iter().fold(0, usize::max);
    let capacity = chosen.as_ref().map_or(largest, Circuit::capacity);
    let (statement, witness) = request.assemble(capacity).map_err(refuse)?;
    let given = witness.vouchers.len();
    let smallest = RELAY_CAPACITIES.into_iter().find(|capacity| given <= *capacity);
    let circuit = chosen.or_else(|| RelayCircuit::new(smallest?));
    let circuit =
        circuit.ok_or(RelayError::TooManyVouchers { given, capacity, next: None }).map_err(refuse)?;
    let proven = prove_statement(circuit, &statement, &witness, means(&args.options), session)?;
    write_witness(&circuit, &statement, &witness, &args.options)?;
    finish::<RelayStatement>(&proven, &args.options, session)
}

fn prove_gold(args: &ProveGold, session: &Session) -> Result<(), ProveCommandError> {
    let gold = read_gold(&args.gold)?;
    let answers = read_answers(&args.answers)?;
    let (scope, message) = (scope_of(&args.scope)?, message_of(&args.message)?);
    let circuit = match &args.options.circuit {
        Some(name) => gold_by_name(name)?,
        None => {
            let smallest = gold.smallest_capacity().max(answers.smallest_capacity());
            smallest.and_then(GoldCircuit::new).ok_or(ProveCommandError::TooManyItems)?
        }
    };
    let capacity = circuit.capacity();
    let member = match &args.claimant {
        Claimant { identity: Some(identity), contributors: Some(contributors), .. } => {
            Some(membership(identity, contributors)?)
        }
        _ => None,
    };
    let claimant = match &member {
        Some((contributors, membership, identity)) => {
            GoldClaimant::Contributor { identity, contributors: *contributors, membership }
        }
        // the command line makes sure that one of the two is there
        None => GoldClaimant::Grader {
            contributor: args
                .claimant
                .grader_for
                .unwrap_or(workproof_protocol::ContributorId::from_field(Fr::default())),
        },
    };
    let contributor = match claimant {
        GoldClaimant::Contributor { identity, .. } => identity.id(),
        GoldClaimant::Grader { contributor } => contributor,
    };
    // a set that does not fit is refused by name below, so its commitment does not matter
    let gold_commitment =
        args.gold_commitment.unwrap_or_else(|| gold.commitment(scope, capacity).unwrap_or_default());
    let answer_commitment = args
        .answer_commitment
        .unwrap_or_else(|| answers.commitment(scope, contributor, message, capacity).unwrap_or_default());
    let request = GoldRequest {
        scope,
        message,
        claimant,
        gold: &gold,
        answers: &answers,
        gold_commitment,
        answer_commitment,
        tolerance: args.tolerance,
        amount: args.amount,
        upper_bound: args.upper_bound,
    };
    let (statement, witness) = request.assemble(capacity).map_err(ProveCommandError::Gold)?;
    let proven = prove_statement(circuit, &statement, &witness, means(&args.options), session)?;
    write_witness(&circuit, &statement, &witness, &args.options)?;
    finish::<GoldStatement>(&proven, &args.options, session)
}

/// Reads an identity and finds it in a registry.
fn membership(
    identity: &Path,
    contributors: &Path,
) -> Result<(RegistryRoot, LeanImtProof, Identity), ProveCommandError> {
    let identity = read_identity(identity)?;
    let registry = read_registry(contributors)?;
    let not_a_member = |source| {
        let path = contributors.to_path_buf();
        ProveCommandError::NotAMember { path, id: identity.id().to_string(), source }
    };
    let proof = registry.proof_of(identity.commitment()).map_err(not_a_member)?;
    let root = registry.registry_root().ok_or_else(|| not_a_member(LeanImtError::NotAMember))?;
    Ok((root, proof, identity))
}

const fn existing(options: &ProveOptions) -> Existing {
    Existing::from_force(options.force)
}

fn means(options: &ProveOptions) -> Means<'_> {
    let threads = options.threads.map(std::num::NonZeroUsize::get);
    Means { key: options.key.as_deref(), threads }
}

/// Writes the witness of a proven claim, if it is asked for.
fn write_witness<C: Circuit>(
    circuit: &C,
    statement: &C::Statement,
    witness: &C::Witness,
    options: &ProveOptions,
) -> Result<(), ProveCommandError> {
    let Some(path) = &options.wtns_out else { return Ok(()) };
    Ok(write_secret_witness(path, &circuit.assignment(statement, witness)?, existing(options))?)
}

/// Writes the claim and says so.
fn finish<S>(proven: &Proven<S>, options: &ProveOptions, session: &Session) -> Result<(), ProveCommandError>
where
    S: Statement + Clone + Serialize,
    for<'a> StatementView: From<&'a S>,
{
    let mut json = proven.claim.to_json()?;
    json.push('\n');
    write_public(&options.out, json.as_bytes(), existing(options))?;
    if proven.key.is_development() {
        session.output.warn(DEVELOPMENT_WARNING);
    }
    session.output.result(&ProveReport {
        claim: options.out.clone(),
        witness: options.wtns_out.clone(),
        circuit: proven.claim.circuit().to_string(),
        key_id: proven.claim.key_id().to_string(),
        development_key: proven.key.is_development(),
        seconds: proven.time.as_secs_f64(),
        statement: StatementView::from(proven.claim.statement()),
    });
    Ok(())
}
