//! A progress bar on standard error, where a person watches it.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use workproof_ceremony::{CeremonyProgress, Stage};
use workproof_prover::{Phase, Progress};

use crate::output::Output;

const TEMPLATE: &str = "{spinner} {msg:<24} {bar:32} {percent:>3} %  {elapsed}";

/// Shows how far long work has come. It is gone when dropped.
#[derive(Debug)]
pub(crate) struct ProgressDisplay {
    bar: ProgressBar,
}

impl ProgressDisplay {
    /// A bar, or nothing at all where nobody watches.
    pub(crate) fn new(output: Output) -> Self {
        let bar = ProgressBar::with_draw_target(
            Some(1),
            if output.shows_progress() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
        );
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(std::time::Duration::from_millis(100));
        Self { bar }
    }

    /// Says what is being done, for work that does not report how far it is.
    pub(crate) fn say(&self, what: &str) {
        self.bar.set_message(what.to_owned());
    }

    /// Takes a report of the prover.
    pub(crate) fn show(&self, progress: Progress) {
        self.bar.set_message(name_of(progress.phase));
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
    }

    /// Takes a report of a ceremony.
    pub(crate) fn show_stage(&self, progress: CeremonyProgress) {
        self.bar.set_message(name_of_stage(progress.stage));
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
    }
}

impl Drop for ProgressDisplay {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

const fn name_of(phase: Phase) -> &'static str {
    match phase {
        Phase::KeyPolynomials => "key: polynomials",
        Phase::KeyPoints => "key: points",
        Phase::KeyCheck => "key: checking it",
        Phase::KeyTable => "table: multiples of the key's points",
        Phase::StatementCheck => "checking the statement",
        Phase::Witness => "witness",
        Phase::Quotient => "quotient",
        Phase::MultiScalar => "multi-scalar sums",
        Phase::Verification => "verifying the proof",
        _ => "working",
    }
}

const fn name_of_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::PointCheck => "checking points",
        Stage::Lagrange => "Lagrange bases",
        Stage::Columns => "the circuit's columns",
        Stage::ApplySecret => "applying the secret",
        Stage::Sums => "random sums",
        Stage::Hash => "hashing",
        Stage::Contributions => "contributions",
        _ => "working",
    }
}
