//! `key table`: multiples of a key's points, made once for programs that stay.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Serialize;
use thiserror::Error;
use workproof_prover::{
    Levels, OpenOptions, ProvingKey, ProvingKeyError, TableError, TableFile, TableOptions, make_table,
};

use crate::args::KeyTable;
use crate::files::{Existing, FileError, require_free};
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::table::grouped;
use crate::verdict::Verdict;

/// Why there is no table.
#[derive(Debug, Error)]
pub(crate) enum KeyTableError {
    /// There is a table already.
    #[error(transparent)]
    File(#[from] FileError),
    /// The key is refused.
    #[error(transparent)]
    Key(#[from] ProvingKeyError),
    /// The table was not made.
    #[error(transparent)]
    Table(#[from] TableError),
}

impl KeyTableError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Key(ProvingKeyError::Cancelled) | Self::Table(TableError::Cancelled) => {
                Verdict::Interrupted
            }
            _ => Verdict::BadInput,
        }
    }
}

#[derive(Serialize)]
struct KeyTableReport {
    key: PathBuf,
    table: PathBuf,
    levels: usize,
    key_bytes: u64,
    table_bytes: u64,
    /// What it takes in the memory of a program that proves with it.
    memory_bytes: u64,
    seconds: f64,
}

impl fmt::Display for KeyTableReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { levels, seconds, .. } = self;
        writeln!(formatter, "a table of {levels} levels, made in {seconds:.1} s")?;
        writeln!(formatter, "key     {}, {} bytes", self.key.display(), grouped(self.key_bytes))?;
        writeln!(formatter, "table   {}, {} bytes", self.table.display(), grouped(self.table_bytes))?;
        writeln!(formatter, "memory  {} bytes in a program that proves with it", grouped(self.memory_bytes))
    }
}

/// Runs `key table`.
pub(crate) fn key_table(args: &KeyTable, session: &Session) -> Result<(), KeyTableError> {
    session.cancel_on_interrupt();
    let table = TableFile::path_beside(&args.file);
    require_free(&table, Existing::from_force(args.force))?;
    let display = ProgressDisplay::new(session.output);
    let sink = |progress| display.show(progress);
    let mut opening = OpenOptions::default();
    opening.progress = Some(&sink);
    opening.cancel = session.cancel.clone();
    // what the key is worth is a matter of whoever proves with it
    let key = ProvingKey::insecure_open_foreign_unlinted(&args.file, &opening)?;
    let start = Instant::now();
    let made = table_of(&key, args.levels, session, &display)?;
    let seconds = start.elapsed().as_secs_f64();
    drop(display);
    session.output.result(&KeyTableReport {
        key: args.file.clone(),
        table,
        levels: made.levels().count(),
        key_bytes: key.file_bytes(),
        table_bytes: made.file_bytes(),
        memory_bytes: made.memory_bytes(),
        seconds,
    });
    Ok(())
}

/// Makes a key's table.
fn table_of(
    key: &ProvingKey,
    levels: Levels,
    session: &Session,
    display: &ProgressDisplay,
) -> Result<TableFile, TableError> {
    let sink = |progress| display.show(progress);
    let mut options = TableOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    make_table(key, levels, &options)
}

/// The table beside a key, made anew where there is none of so many levels.
pub(crate) fn find_or_make_table(
    key: &ProvingKey,
    levels: Levels,
    session: &Session,
) -> Result<TableFile, TableError> {
    match TableFile::open(key) {
        Ok(table) if table.levels() == levels => Ok(table),
        _ => {
            let display = ProgressDisplay::new(session.output);
            display.say(&format!("table of {}", name_of(key.path())));
            table_of(key, levels, session, &display)
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
