//! The step from `n` places of a relay circuit to `n + 1`: one block of rows more, over columns of its own.
//!
//! What is proven of the variables of two places holds for any number of places by induction if (1) every place has the
//! same rows, over its own columns and those that all share; (2) the running index of a place has the same rows, over the
//! columns of the place and the running index of the place before; (3) the remaining rows treat all places alike. Then the
//! derivation for the second place is one for the next, and that for the sums needs only that all places are known.

use alloc::collections::BTreeSet;
use core::ops::Range;
use workproof_circuits::r1cs::R1cs;
use workproof_circuits::{Circuit, RelayCircuit};
use workproof_protocol::Fr;

/// Rows for each place in `clause:relay-indices-increase`, after one that all share; columns likewise.
const INDEX_ROWS: usize = 18;
const INDEX_COLUMNS: usize = 17;

/// What a column is, seen from some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    /// The constant, a public input, or a variable of the contributor's or the terms' rows.
    Shared(usize),
    /// A column of a place, counted from the place that looks.
    OfPlace(isize, Part, usize),
    /// A column of the rows over all places.
    OfAll(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Flag,
    Voucher,
    RunningIndex,
}

/// A row by the names of its columns.
type Row = [Vec<(Name, Fr)>; 3];

struct Relay {
    shape: R1cs,
    places: usize,
    first_flag: usize,
    first_voucher: usize,
    voucher_columns: usize,
}

impl Relay {
    fn new(places: u8) -> Self {
        let shape = RelayCircuit::with_capacity_for_tests(places).r1cs().unwrap();
        let of_first_bit = |part: &Range<usize>| {
            let column = shape.a.row(part.start).map(|(column, _)| column).find(|column| *column != 0);
            usize::try_from(column.unwrap()).unwrap()
        };
        // units and cap come before the bits of the units
        let starts: Vec<usize> =
            parts(&shape, "clause:relay-units-range").iter().map(|part| of_first_bit(part) - 2).collect();
        let flags = parts(&shape, "clause:relay-disabled-slots");
        let (first_flag, first_voucher) = (of_first_bit(&flags[0]), starts[0]);
        let voucher_columns = starts[1] - starts[0];
        Self { first_flag, first_voucher, voucher_columns, places: usize::from(places), shape }
    }

    fn name(&self, column: usize, own: usize) -> Name {
        let relative = |place: usize| place.cast_signed() - own.cast_signed();
        let vouchers_end = self.first_voucher + self.places * self.voucher_columns;
        // one shared product, then a running index and its bits for each place
        let (index, indices_end) = (vouchers_end + 1, vouchers_end + 1 + self.places * INDEX_COLUMNS);
        let of_place = |first: usize, width: usize, part: Part| {
            let from_first = column - first;
            Name::OfPlace(relative(from_first / width), part, from_first % width)
        };
        if column < self.first_flag {
            Name::Shared(column)
        } else if column < self.first_voucher {
            of_place(self.first_flag, 1, Part::Flag)
        } else if column < vouchers_end {
            of_place(self.first_voucher, self.voucher_columns, Part::Voucher)
        } else if column >= index && column < indices_end {
            of_place(index, INDEX_COLUMNS, Part::RunningIndex)
        } else {
            Name::OfAll(if column < index { 0 } else { column + 1 - indices_end })
        }
    }

    fn rows(&self, rows: Range<usize>, own: usize) -> Vec<Row> {
        let named = |terms: &mut dyn Iterator<Item = (u32, Fr)>| -> Vec<(Name, Fr)> {
            terms.map(|(column, k)| (self.name(usize::try_from(column).unwrap(), own), k)).collect()
        };
        let R1cs { a, b, c, .. } = &self.shape;
        rows.map(|row| [a, b, c].map(|matrix| named(&mut matrix.row(row)))).collect()
    }

    /// From the units to the signature.
    fn rows_of_place(&self, place: usize) -> Vec<Row> {
        let start = parts(&self.shape, "clause:relay-units-range")[place].start;
        self.rows(start..parts(&self.shape, "clause:relay-signature")[place].end, place)
    }

    fn index_rows_of_place(&self, place: usize) -> Vec<Row> {
        let start = parts(&self.shape, "clause:relay-indices-increase")[0].start + 1 + INDEX_ROWS * place;
        self.rows(start..start + INDEX_ROWS, place)
    }

    /// A flag's own row, and the one with the flag before.
    fn flag_rows_of_place(&self, place: usize) -> Vec<Row> {
        let start = parts(&self.shape, "clause:relay-disabled-slots")[0].start;
        let order = start + self.places + place - 1;
        let mut rows = self.rows(start + place..start + place + 1, place);
        rows.extend(self.rows(order..order + 1, place));
        rows
    }

    /// The rows before the flags and the rows after the running indices, seen from the last place. Where a row adds up all
    /// places, it says the same of each, which is kept once.
    fn rows_of_all(&self) -> Vec<Row> {
        let flags = parts(&self.shape, "clause:relay-disabled-slots")[0].start;
        let indices = parts(&self.shape, "clause:relay-indices-increase")[0].clone();
        let mut rows = self.rows(0..flags, self.places - 1);
        rows.extend(self.rows(indices.start..indices.start + 1, self.places - 1));
        rows.extend(self.rows(indices.end..self.shape.constraints(), self.places - 1));
        for form in rows.iter_mut().flatten() {
            self.keep_one_of_all_places(form);
        }
        rows
    }

    fn keep_one_of_all_places(&self, form: &mut Vec<(Name, Fr)>) {
        let of = |wanted: isize| -> BTreeSet<(Part, usize, Fr)> {
            let terms = form.iter().filter_map(|(name, k)| match name {
                Name::OfPlace(place, part, offset) if *place == wanted => Some((*part, *offset, *k)),
                _ => None,
            });
            terms.collect()
        };
        let last = of(0);
        let others: BTreeSet<_> = (1..self.places).map(|back| of(-back.cast_signed())).collect();
        let is_sum = others.iter().any(|terms| !terms.is_empty());
        assert!(!is_sum || others == BTreeSet::from([last]), "a sum over all places treats them alike");
        form.retain(|(name, _)| !matches!(name, Name::OfPlace(place, ..) if *place < 0));
    }
}

/// The rows of each part of a clause, in order.
fn parts(shape: &R1cs, clause: &str) -> Vec<Range<usize>> {
    let starts = shape.regions.iter().map(|region| (region.first_row, region.clause));
    let ends = shape.regions.iter().skip(1).map(|region| region.first_row).chain([shape.constraints()]);
    let all = starts.zip(ends).filter(|((_, name), _)| *name == clause);
    all.map(|((start, _), end)| start..end).collect()
}

fn reaches(rows: &[Row]) -> BTreeSet<(isize, Part)> {
    let names = rows.iter().flatten().flatten().filter_map(|(name, _)| match name {
        Name::OfPlace(place, part, _) => Some((*place, *part)),
        _ => None,
    });
    names.collect()
}

#[test]
fn a_place_more_is_one_block_more_a1() {
    let two = Relay::new(2);
    let [place, index, flag] = [two.rows_of_place(1), two.index_rows_of_place(1), two.flag_rows_of_place(1)];
    let of_all = two.rows_of_all();
    assert_eq!(reaches(&place), BTreeSet::from([(0, Part::Flag), (0, Part::Voucher)]), "(1)");
    let own = [(0, Part::Flag), (0, Part::Voucher), (0, Part::RunningIndex)];
    let before = [(-1, Part::RunningIndex)];
    assert_eq!(reaches(&index), own.into_iter().chain(before).collect(), "(2)");
    assert_eq!(reaches(&flag), BTreeSet::from([(-1, Part::Flag), (0, Part::Flag)]));
    for places in [2, 3, 10, 46] {
        let relay = Relay::new(places);
        for number in 0..relay.places {
            assert!(relay.rows_of_place(number) == place, "place {number} of {places}");
            if number > 0 {
                assert!(relay.index_rows_of_place(number) == index, "index {number} of {places}");
                assert!(relay.flag_rows_of_place(number) == flag, "flag {number} of {places}");
            }
        }
        assert!(relay.rows_of_all() == of_all, "the rows over all of {places} places");
        let counted = of_all.len() + relay.places * (place.len() + index.len() + 2) - 1;
        assert_eq!(counted, relay.shape.constraints(), "no row is left out");
    }
}
