//! A key before its first contribution: the circuit at the secret point of the first phase.
//!
//! Byte for byte what `snarkjs groth16 setup` writes. **Anyone can forge proofs for it**; the lint refuses it.

use std::path::Path;

use ark_bn254::Fr;
use ark_ff::One;
use thiserror::Error;
use workproof_prover::circom_files::{R1csReadError, R1csView};
use workproof_prover::zkey::{G1Points, G2Points, Section, ZkeyHeader, encode_coefficient};
use workproof_prover::{Cancelled, CpuBackend, EngineError};
use workproof_verifier::{PointError, check_g1, check_g2};

use super::circuit_hash::{InitialSections, circuit_hash};
use super::columns::Columns;
use super::composer::Composer;
use super::key_file::{ExistingFile, KeyFileError, KeyFileWriter};
use super::record::CeremonyRecord;
use crate::lagrange::LagrangeBases;
use crate::phase1::PtauFile;
use crate::point_check::{check_g1_points, check_g2_points};
use crate::progress::{CeremonyOptions, Stage};
use crate::sections::widen;

/// The largest domain of a key.
const MOST_LOG: u32 = 27;

/// Why a key was not begun.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum NewKeyError {
    /// The circuit is malformed.
    #[error("the circuit is refused: {0}")]
    Circuit(#[from] R1csReadError),
    /// The circuit is too large for the first phase's file.
    #[error(
        "the circuit needs powers of tau for a domain of 2^{wanted}, this file has them for 2^{found}; take a larger \
         one"
    )]
    Phase1TooSmall {
        /// The power wanted.
        wanted: u32,
        /// The file's power.
        found: u32,
    },
    /// The circuit has more rows than any key.
    #[error("the circuit is too large for a key")]
    TooLarge,
    /// A point of the first phase is malformed.
    #[error("point {index} of the first phase's {section} is refused: {source}")]
    Point {
        /// Which section.
        section: &'static str,
        /// Which of its points, from 0.
        index: usize,
        /// What is wrong with it.
        source: PointError,
    },
    /// The key could not be written.
    #[error(transparent)]
    File(#[from] KeyFileError),
    /// The engine failed.
    #[error(transparent)]
    Engine(EngineError),
    /// Somebody cancelled. Nothing is left behind.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for NewKeyError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<EngineError> for NewKeyError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Cancelled => Self::Cancelled,
            other => Self::Engine(other),
        }
    }
}

/// The power of two that a circuit's domain is, as snarkjs chooses it.
pub(crate) fn log_domain(circuit: R1csView<'_>) -> Option<u32> {
    let rows = circuit.constraints().checked_add(circuit.public_inputs())?;
    Some(rows.max(1).ilog2() + 1).filter(|log| *log <= MOST_LOG)
}

/// The counts of a key's header.
pub(crate) fn counts(circuit: R1csView<'_>, log: u32) -> Option<[u32; 3]> {
    let narrow = |count: usize| u32::try_from(count).ok();
    Some([narrow(circuit.variables())?, narrow(circuit.public_inputs())?, 1 << log])
}

/// Makes the key of a circuit before its first contribution, and returns the circuit's hash.
///
/// # Security
/// Anyone can forge proofs for this key: it is where a ceremony begins.
///
/// # Errors
/// [`NewKeyError`]; whatever happens, `out` holds a whole key or what it held before.
pub fn create_initial_key(
    circuit: R1csView<'_>,
    phase1: &PtauFile,
    (out, existing): (&Path, ExistingFile),
    options: &CeremonyOptions<'_>,
) -> Result<[u8; 64], NewKeyError> {
    let log = log_domain(circuit).ok_or(NewKeyError::TooLarge)?;
    if log > phase1.power() {
        return Err(NewKeyError::Phase1TooSmall { wanted: log, found: phase1.power() });
    }
    let counts = counts(circuit, log).ok_or(NewKeyError::TooLarge)?;
    let columns = Columns::new(circuit)?;
    let mut writer = KeyFileWriter::begin(out, existing)?;
    let header = initial_header(phase1, counts)?;
    writer.whole_section(Section::Protocol, &1_u32.to_le_bytes())?;
    writer.whole_section(Section::Header, &header.encode())?;
    write_coefficients(&mut writer, circuit)?;

    let backend = CpuBackend::new();
    let bases = LagrangeBases::new(phase1, &backend, log);
    let (tau, alpha, beta) = (bases.tau_g1(options)?, bases.alpha_g1(options)?, bases.beta_g1(options)?);
    for (section, points) in [("tau in G1", &tau), ("alpha tau", &alpha), ("beta tau", &beta)] {
        checked(section, check_g1_points(points, options)?)?;
    }
    let composer = Composer { backend: &backend, columns: &columns, options };
    let inputs = circuit.public_inputs() + 1;
    let mixed = |range| composer.mixed(range, [&*beta, &*alpha, &*tau]);
    let ic = mixed(0..inputs)?;
    writer.whole_section(Section::Ic, ic.as_flattened())?;
    let odd = bases.odd_g1(options)?;
    checked("tau in G1", check_g1_points(&odd, options)?)?;
    writer.whole_section(Section::H, odd.as_flattened())?;
    drop(odd);
    let l = mixed(inputs..circuit.variables())?;
    writer.whole_section(Section::L, l.as_flattened())?;
    let a = composer.one(&columns.a, &tau)?;
    writer.whole_section(Section::A, a.as_flattened())?;
    let b1 = composer.one(&columns.b, &tau)?;
    writer.whole_section(Section::B1, b1.as_flattened())?;
    drop((tau, alpha, beta));
    let tau_g2 = bases.tau_g2(options)?;
    checked("tau in G2", check_g2_points(&tau_g2, options)?)?;
    let b2 = composer.one_g2(&columns.b, &tau_g2)?;
    writer.whole_section(Section::B2, b2.as_flattened())?;

    options.report(Stage::Hash, 0, 1);
    let powers = phase1.tau_g1().slice(0, 2 << log);
    checked("tau in G1", check_g1_points(powers.as_bytes(), options)?)?;
    let vanishing_multiples = bases.vanishing_multiples(options)?;
    let sections = InitialSections {
        ic: &ic,
        vanishing_multiples: &vanishing_multiples,
        l: &l,
        a: &a,
        b1: &b1,
        b2: &b2,
    };
    let circuit_hash = circuit_hash(&header, phase1, &sections);
    options.report(Stage::Hash, 1, 1);
    let record = CeremonyRecord { circuit_hash, contributions: Vec::new() };
    writer.whole_section(Section::Contributions, &record.to_bytes())?;
    writer.finish()?;
    Ok(circuit_hash)
}

fn checked(section: &'static str, result: Result<(), (usize, PointError)>) -> Result<(), NewKeyError> {
    result.map_err(|(index, source)| NewKeyError::Point { section, index, source })
}

fn initial_header(phase1: &PtauFile, counts: [u32; 3]) -> Result<ZkeyHeader, NewKeyError> {
    let at = |section: &'static str| move |source| NewKeyError::Point { section, index: 0, source };
    for (section, bytes) in [("alpha tau", phase1.alpha_tau_g1()), ("beta tau", phase1.beta_tau_g1())] {
        bytes.as_bytes().first().map_or(Ok(()), G1Points::check).map_err(at(section))?;
    }
    phase1.beta_g2_bytes().map_or(Ok(()), G2Points::check).map_err(at("beta in G2"))?;
    let (alpha, beta, beta_g2) = (phase1.alpha_g1(), phase1.beta_g1(), phase1.beta_g2());
    check_g1(&alpha).map_err(at("alpha tau"))?;
    check_g1(&beta).map_err(at("beta tau"))?;
    check_g2(&beta_g2).map_err(at("beta in G2"))?;
    Ok(ZkeyHeader::before_contributions(counts, (alpha, beta), beta_g2))
}

fn write_coefficients(writer: &mut KeyFileWriter, circuit: R1csView<'_>) -> Result<(), NewKeyError> {
    let mut entries = widen(circuit.public_inputs() + 1);
    for row in circuit.rows() {
        let row = row?;
        entries += widen(row.a.len() + row.b.len());
    }
    let count = u32::try_from(entries).or(Err(NewKeyError::TooLarge))?;
    writer.section(Section::Coefficients, 4 + entries * 44)?;
    writer.write(&count.to_le_bytes())?;
    for_each_coefficient_row(circuit, |bytes| Ok(writer.write(bytes)?))
}

/// The bytes of the coefficients section, row by row.
pub(crate) fn for_each_coefficient_row<E: From<R1csReadError>>(
    circuit: R1csView<'_>,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut bytes = Vec::new();
    for (number, row) in (0_u32..).zip(circuit.rows()) {
        let row = row?;
        bytes.clear();
        for (matrix, terms) in [(0, row.a), (1, row.b)] {
            for term in terms.iter() {
                encode_coefficient(&mut bytes, matrix, number, term.wire(), &term.coefficient());
            }
        }
        take(&bytes)?;
    }
    let first_own = u32::try_from(circuit.constraints()).unwrap_or(u32::MAX);
    for (wire, row) in (0_u32..).zip(first_own..).take(circuit.public_inputs() + 1) {
        bytes.clear();
        encode_coefficient(&mut bytes, 0, row, wire, &Fr::one());
        take(&bytes)?;
    }
    Ok(())
}
