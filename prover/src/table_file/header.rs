//! The head of a table's file, and the digest in it.

use blake2::{Blake2b512, Digest};
use rayon::prelude::*;

use crate::engine::Levels;
use crate::zkey::{G1_BYTES, G2_BYTES};

const MAGIC: [u8; 4] = *b"wptb";
const VERSION: u32 = 1;
/// Bytes before the digest.
const PREFIX_BYTES: usize = 112;
/// Bytes of the whole head.
pub(super) const HEADER_BYTES: usize = PREFIX_BYTES + 64;
/// Bytes that are hashed together.
const CHUNK: usize = 1 << 20;

type Digest512 = [u8; 64];

/// What the head says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) levels: Levels,
    /// Points of sections A, B2, L and H that are not the identity.
    pub(super) counts: [u64; 4],
    pub(super) key_digest: Digest512,
    body_digest: Digest512,
}

impl Header {
    /// The head of a table whose body is still to be hashed.
    pub(super) const fn new(levels: Levels, counts: [u64; 4], key_digest: Digest512) -> Self {
        Self { levels, counts, key_digest, body_digest: [0; 64] }
    }

    fn prefix(&self) -> Vec<u8> {
        let levels = u32::try_from(self.levels.count()).unwrap_or(u32::MAX);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(levels.to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(self.counts.iter().flat_map(|count| count.to_le_bytes()));
        bytes.extend(self.key_digest);
        bytes
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut bytes = self.prefix();
        bytes.extend(self.body_digest);
        bytes
    }

    /// Reads the head of a file and checks it against the file's length.
    pub(super) fn read(file: &[u8]) -> Result<Self, &'static str> {
        let too_short = "it ends within its head";
        let (head, body) = file.split_at_checked(HEADER_BYTES).ok_or(too_short)?;
        let (magic, rest) = head.split_first_chunk::<4>().ok_or(too_short)?;
        if *magic != MAGIC {
            return Err("it is not a table");
        }
        let (numbers, rest) = rest.split_first_chunk::<12>().ok_or(too_short)?;
        let [version, levels, zero] = [0, 4, 8].map(|at| {
            let bytes = numbers.get(at..at + 4).and_then(|bytes| bytes.first_chunk());
            bytes.map_or(u32::MAX, |bytes| u32::from_le_bytes(*bytes))
        });
        if version != VERSION {
            return Err("it has another version than 1");
        }
        let levels = usize::try_from(levels).ok().and_then(Levels::new);
        let levels = levels.ok_or("its number of levels is not 2, 4 or 8")?;
        if zero != 0 {
            return Err("its bytes 12 to 15 are not 0");
        }
        let (counts, digests) = rest.split_first_chunk::<32>().ok_or(too_short)?;
        let mut header = Self::new(levels, [0; 4], [0; 64]);
        for (count, bytes) in header.counts.iter_mut().zip(counts.as_chunks().0) {
            *count = u64::from_le_bytes(*bytes);
        }
        let [key_digest, body_digest] = digests.as_chunks().0 else { return Err(too_short) };
        (header.key_digest, header.body_digest) = (*key_digest, *body_digest);
        if header.body_bytes() != Some(body.len()) {
            return Err("its length is not that of its points");
        }
        Ok(header)
    }

    /// Bytes of each section; saturating, so to be trusted only after [`Self::read`].
    pub(super) fn section_bytes(&self) -> [usize; 4] {
        self.checked_section_bytes().map(|bytes| bytes.unwrap_or(usize::MAX))
    }

    fn checked_section_bytes(&self) -> [Option<usize>; 4] {
        let bytes = |count: u64, point: usize| {
            usize::try_from(count).ok()?.checked_mul(point)?.checked_mul(self.levels.count() - 1)
        };
        let [a, b2, l, h] = self.counts;
        [bytes(a, G1_BYTES), bytes(b2, G2_BYTES), bytes(l, G1_BYTES), bytes(h, G1_BYTES)]
    }

    fn body_bytes(&self) -> Option<usize> {
        self.checked_section_bytes().into_iter().try_fold(0_usize, |sum, bytes| sum.checked_add(bytes?))
    }

    /// Checks the digest of a whole file, on all threads.
    pub(super) fn check_body(&self, file: &[u8]) -> Result<(), &'static str> {
        let body = file.get(HEADER_BYTES..).unwrap_or_default();
        let chunks = body.par_chunks(CHUNK).map(|chunk| Digest512::from(Blake2b512::digest(chunk)));
        let mut root = self.root();
        chunks.collect::<Vec<_>>().iter().for_each(|digest| root.update(digest));
        let found: Digest512 = root.finalize().into();
        if found == self.body_digest { Ok(()) } else { Err("it is damaged: its digest is another") }
    }

    fn root(&self) -> Blake2b512 {
        Blake2b512::new_with_prefix(Blake2b512::digest(self.prefix()))
    }
}

/// Hashes a body as it is written.
pub(super) struct BodyHash {
    header: Header,
    root: Blake2b512,
    chunk: Blake2b512,
    room: usize,
}

impl BodyHash {
    pub(super) fn new(header: Header) -> Self {
        let root = header.root();
        Self { header, root, chunk: Blake2b512::new(), room: CHUNK }
    }

    pub(super) fn update(&mut self, mut bytes: &[u8]) {
        while let Some((now, later)) = bytes.split_at_checked(self.room) {
            self.chunk.update(now);
            self.root.update(self.chunk.finalize_reset());
            self.room = CHUNK;
            bytes = later;
        }
        self.chunk.update(bytes);
        self.room -= bytes.len();
    }

    /// The finished head.
    pub(super) fn finish(mut self) -> Header {
        if self.room < CHUNK {
            self.root.update(self.chunk.finalize());
        }
        self.header.body_digest = self.root.finalize().into();
        self.header
    }
}
