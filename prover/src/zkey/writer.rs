//! Writes a `.zkey`, section by section, and hashes it on the way.

use std::io::{self, Write};

use ark_bn254::Fr;
use blake2::{Blake2b512, Digest};

use super::coefficients::encode_coefficient;
use super::header::widen;
use super::layout::{COEFFICIENT_BYTES, G1_BYTES, G2_BYTES, GROTH16, MAGIC, VERSION};
use super::{KeyMetadata, Section, ZkeyHeader};

/// Everything that decides the lengths of the sections.
pub(crate) struct ZkeyShape {
    pub(crate) header: ZkeyHeader,
    pub(crate) entries: u32,
    pub(crate) metadata: KeyMetadata,
}

impl ZkeyShape {
    fn length(&self, section: Section) -> u64 {
        let header = &self.header;
        let (variables, inputs) = (u64::from(header.variables), u64::from(header.public_inputs));
        match section {
            Section::Protocol => 4,
            Section::Header => widen(header.encode().len()),
            Section::Ic => (inputs + 1) * widen(G1_BYTES),
            Section::Coefficients => 4 + u64::from(self.entries) * widen(COEFFICIENT_BYTES),
            Section::A | Section::B1 => variables * widen(G1_BYTES),
            Section::B2 => variables * widen(G2_BYTES),
            Section::L => (variables - inputs - 1) * widen(G1_BYTES),
            Section::H => u64::from(header.domain) * widen(G1_BYTES),
            Section::Contributions => 64 + 4,
            Section::Metadata => widen(self.metadata.encode().len()),
        }
    }
}

/// Writes the sections in the order of [`Section::ALL`].
pub(crate) struct ZkeyWriter<W> {
    out: W,
    hash: Blake2b512,
    shape: ZkeyShape,
}

impl<W: Write> ZkeyWriter<W> {
    /// Writes the container's head and the sections up to the IC points, which come next.
    pub(crate) fn begin(out: W, shape: ZkeyShape) -> io::Result<Self> {
        let mut writer = Self { out, hash: Blake2b512::new(), shape };
        writer.write(&MAGIC)?;
        writer.write(&VERSION.to_le_bytes())?;
        let sections = u32::try_from(Section::ALL.len()).unwrap_or(u32::MAX);
        writer.write(&sections.to_le_bytes())?;
        writer.section(Section::Protocol)?;
        writer.write(&GROTH16.to_le_bytes())?;
        writer.section(Section::Header)?;
        let header = writer.shape.header.encode();
        writer.write(&header)?;
        Ok(writer)
    }

    /// Writes the head of the next section.
    pub(crate) fn section(&mut self, section: Section) -> io::Result<()> {
        let length = self.shape.length(section);
        self.write(&section.number().to_le_bytes())?;
        self.write(&length.to_le_bytes())
    }

    /// Writes bytes of the section begun last.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.out.write_all(bytes)
    }

    /// Writes the coefficients section from `(matrix, constraint, signal, value)`, sorted by constraint.
    pub(crate) fn coefficients(
        &mut self,
        entries: impl Iterator<Item = (u32, u32, u32, Fr)>,
    ) -> io::Result<()> {
        const FLUSH: usize = 1 << 20;
        self.section(Section::Coefficients)?;
        let mut buffer = Vec::with_capacity(FLUSH + COEFFICIENT_BYTES);
        buffer.extend(self.shape.entries.to_le_bytes());
        for (matrix, constraint, signal, value) in entries {
            encode_coefficient(&mut buffer, matrix, constraint, signal, &value);
            if buffer.len() >= FLUSH {
                self.write(&buffer)?;
                buffer.clear();
            }
        }
        self.write(&buffer)
    }

    /// Writes the sections after the points: no contributions, an empty circuit hash, and the metadata. Returns the
    /// BLAKE2b-512 of the whole file.
    pub(crate) fn finish(mut self) -> io::Result<[u8; 64]> {
        self.section(Section::Contributions)?;
        self.write(&[0; 64 + 4])?;
        self.section(Section::Metadata)?;
        let metadata = self.shape.metadata.encode();
        self.write(&metadata)?;
        self.out.flush()?;
        Ok(self.hash.finalize().into())
    }
}
