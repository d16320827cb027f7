//! Makes a table and writes it.

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::path::Path;

use ark_ec::AffineRepr;

use super::header::{BodyHash, Header};
use super::multiples::{double_points, present_g1, present_g2};
use super::{TableError, TableFile};
use crate::cancel_token::CancelToken;
use crate::engine::Levels;
use crate::progress::{Phase, ProgressSink, Reporter};
use crate::proving_key::ProvingKey;
use crate::whole_file::replace_file;
use crate::zkey::{encode_g1, encode_g2};

/// Points that are doubled, on all threads, before they are written.
const WAVE: usize = 1 << 14;

/// How to make a table.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct TableOptions<'a> {
    /// Where progress is reported.
    pub progress: Option<ProgressSink<'a>>,
    /// What ends the work early.
    pub cancel: CancelToken,
}

impl core::fmt::Debug for TableOptions<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TableOptions").field("cancel", &self.cancel).finish_non_exhaustive()
    }
}

/// Makes the table of a key and writes it beside the key, by way of a temporary file. It uses the rayon pool it is called in.
///
/// # Errors
/// [`TableError`]; whatever happens, the file holds a whole table or what it held before.
pub fn make_table(
    key: &ProvingKey,
    levels: Levels,
    options: &TableOptions<'_>,
) -> Result<TableFile, TableError> {
    let path = TableFile::path_beside(key.path());
    let failed = |source: io::Error| TableError::Io { path: path.clone(), source };
    replace_file(&path, |partial| write_table(key, levels, partial, options), failed)?;
    TableFile::open(key)
}

fn write_table(
    key: &ProvingKey,
    levels: Levels,
    path: &Path,
    options: &TableOptions<'_>,
) -> Result<(), TableError> {
    let failed = |source: io::Error| TableError::Io { path: path.to_path_buf(), source };
    let zkey = key.zkey();
    let (a, b2) = (present_g1(zkey.a()), present_g2(zkey.b2()));
    let (l, h) = (present_g1(zkey.l()), present_g1(zkey.h()));
    let counts = [a.len(), b2.len(), l.len(), h.len()].map(widen);
    let header = Header::new(levels, counts, *key.file_digest());
    let file = File::create(path).map_err(failed)?;
    let mut out = BufWriter::new(&file);
    out.write_all(&header.encode()).map_err(failed)?;
    // a point of G2 takes about three times as long
    let [in_a, in_b2, in_l, in_h] = counts;
    let steps = widen(levels.count() - 1);
    let total = steps * (in_a + 3 * in_b2 + in_l + in_h);
    let mut writer = LevelWriter { out, hash: BodyHash::new(header), path, levels, options, done: 0, total };
    writer.write(a, 1, encode_g1)?;
    writer.write(b2, 3, encode_g2)?;
    writer.write(l, 1, encode_g1)?;
    writer.write(h, 1, encode_g1)?;
    let LevelWriter { mut out, hash, .. } = writer;
    out.rewind().map_err(failed)?;
    out.write_all(&hash.finish().encode()).map_err(failed)?;
    out.flush().map_err(failed)?;
    drop(out);
    file.sync_all().map_err(failed)
}

fn widen(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Writes levels and hashes them on the way.
struct LevelWriter<'a, W> {
    out: W,
    hash: BodyHash,
    path: &'a Path,
    levels: Levels,
    options: &'a TableOptions<'a>,
    done: u64,
    total: u64,
}

impl<W: Write> LevelWriter<'_, W> {
    /// All levels of a section. `weight` says how much work a point is.
    fn write<P: AffineRepr>(
        &mut self,
        mut points: Vec<P>,
        weight: u64,
        encode: impl Fn(&mut Vec<u8>, &P),
    ) -> Result<(), TableError> {
        let failed = |source: io::Error| TableError::Io { path: self.path.to_path_buf(), source };
        let reporter = Reporter(self.options.progress);
        for _ in 1..self.levels.count() {
            for points in points.chunks_mut(WAVE) {
                double_points(points, self.levels.bits(), &self.options.cancel)?;
                let mut bytes = Vec::new();
                points.iter().for_each(|point| encode(&mut bytes, point));
                self.hash.update(&bytes);
                self.out.write_all(&bytes).map_err(failed)?;
                self.done += weight * widen(points.len());
                reporter.report(Phase::KeyTable, self.done, self.total);
            }
        }
        Ok(())
    }
}
