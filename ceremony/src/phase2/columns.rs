//! A circuit by columns: for each variable where it occurs, in A, B and C.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry as Place;

use ark_bn254::Fr;
use workproof_prover::circom_files::{R1csReadError, R1csTerms, R1csView};

/// Where one variable occurs in one matrix: the row, and which of the circuit's coefficients.
type Entry = (u32, u32);

/// The columns of all matrices. Coefficients, of which circuits have few, are kept once.
pub(crate) struct Columns {
    coefficients: Vec<Fr>,
    pub(crate) a: ColumnMatrix,
    pub(crate) b: ColumnMatrix,
    pub(crate) c: ColumnMatrix,
}

/// The columns of one matrix.
pub(crate) struct ColumnMatrix {
    /// Where each column's entries end, after a leading zero.
    bounds: Vec<usize>,
    entries: Vec<Entry>,
}

impl Columns {
    /// Reads the rows twice: once to count, once to fill. A has one more row for the constant and for each public input.
    pub(crate) fn new(circuit: R1csView<'_>) -> Result<Self, R1csReadError> {
        let variables = circuit.variables();
        let mut counts = [vec![0_usize; variables], vec![0; variables], vec![0; variables]];
        for row in circuit.rows() {
            let row = row?;
            for (counts, terms) in counts.iter_mut().zip([row.a, row.b, row.c]) {
                for term in terms.iter() {
                    place(counts, term.wire()).into_iter().for_each(|count| *count += 1);
                }
            }
        }
        let own_rows = circuit.public_inputs() + 1;
        let [a, b, c] = &mut counts;
        a.iter_mut().take(own_rows).for_each(|count| *count += 1);
        let mut filler = Filler {
            matrices: [a, b, c].map(|counts| ColumnMatrix::empty(counts)),
            coefficients: vec![Fr::from(1_u8)],
            known: BTreeMap::from([(ONE, 0)]),
        };
        for (number, row) in (0_u32..).zip(circuit.rows()) {
            let row = row?;
            for (matrix, terms) in [row.a, row.b, row.c].into_iter().enumerate() {
                filler.fill(matrix, number, terms);
            }
        }
        let first_own = u32::try_from(circuit.constraints()).unwrap_or(u32::MAX);
        let Filler { matrices: [mut a, mut b, mut c], coefficients, .. } = filler;
        for (wire, row) in (0..).zip(first_own..).take(own_rows) {
            a.push(wire, (row, 0));
        }
        [&mut a, &mut b, &mut c].into_iter().for_each(ColumnMatrix::close);
        Ok(Self { coefficients, a, b, c })
    }

    /// The rows and values of one column.
    pub(crate) fn column<'a>(
        &'a self,
        matrix: &'a ColumnMatrix,
        variable: usize,
    ) -> impl Iterator<Item = (usize, Fr)> + 'a {
        matrix.entries(variable).iter().filter_map(|(row, coefficient)| {
            let value = usize::try_from(*coefficient).ok().and_then(|place| self.coefficients.get(place))?;
            Some((usize::try_from(*row).ok()?, *value))
        })
    }
}

/// The bytes of the coefficient 1.
const ONE: [u8; 32] = {
    let mut bytes = [0; 32];
    bytes[0] = 1;
    bytes
};

struct Filler {
    matrices: [ColumnMatrix; 3],
    coefficients: Vec<Fr>,
    /// By bytes, so that a coefficient is read once.
    known: BTreeMap<[u8; 32], u32>,
}

impl Filler {
    fn fill(&mut self, matrix: usize, row: u32, terms: R1csTerms<'_>) {
        for term in terms.iter() {
            let coefficient = match self.known.entry(*term.coefficient_bytes()) {
                Place::Occupied(known) => *known.get(),
                Place::Vacant(place) => {
                    let next = u32::try_from(self.coefficients.len()).unwrap_or(u32::MAX);
                    self.coefficients.push(term.coefficient());
                    *place.insert(next)
                }
            };
            if let Some(matrix) = self.matrices.get_mut(matrix) {
                matrix.push(term.wire(), (row, coefficient));
            }
        }
    }
}

impl ColumnMatrix {
    /// Room for so many entries in each column. Until it is closed, a bound is where a column's next entry goes.
    fn empty(counts: &[usize]) -> Self {
        let mut total = 0;
        let mut bounds = Vec::with_capacity(counts.len() + 1);
        for count in counts {
            bounds.push(total);
            total += count;
        }
        Self { bounds, entries: vec![(0, 0); total] }
    }

    fn push(&mut self, column: u32, entry: Entry) {
        let Some(next) = place(&mut self.bounds, column) else { return };
        if let Some(place) = self.entries.get_mut(*next) {
            *place = entry;
        }
        *next += 1;
    }

    /// Where a column's next entry would go is where the next column begins.
    fn close(&mut self) {
        self.bounds.insert(0, 0);
    }

    /// The number of columns.
    pub(crate) fn columns(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    fn entries(&self, column: usize) -> &[Entry] {
        match self.bounds.get(column..).and_then(<[usize]>::first_chunk) {
            Some([start, end]) => self.entries.get(*start..*end).unwrap_or_default(),
            None => &[],
        }
    }
}

fn place(places: &mut [usize], index: u32) -> Option<&mut usize> {
    usize::try_from(index).ok().and_then(|index| places.get_mut(index))
}
