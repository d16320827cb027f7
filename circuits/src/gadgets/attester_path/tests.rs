use super::*;
use crate::r1cs::shape_and_values;
use core::cell::Cell;

/// The rows that do not hold when a node is claimed to be a child, and the position that the form has.
fn claim(children: [u64; 5], node: u64, bits: u8) -> (Vec<usize>, Fr) {
    let out = Cell::new(Fr::default());
    let (shape, values) = shape_and_values(|cs| {
        let children = children.map(|child| cs.hint(|| Fr::from(child)));
        let node = cs.hint(|| Fr::from(node));
        let position = enforce_chosen(cs, &children, &node, bits);
        if cs.has_values() {
            out.set(position.value());
        }
    })
    .unwrap();
    assert_eq!(shape.constraints(), 8);
    (shape.unsatisfied_rows(&values), out.get())
}

const CHILDREN: [u64; 5] = [10, 20, 30, 40, 50];
/// The rows: three booleans, then the one that keeps the position below five.
const BELOW_FIVE: usize = 3;

#[test]
fn each_child_is_chosen_by_its_position_and_no_other() {
    for (position, child) in (0..5).zip(CHILDREN) {
        assert_eq!(claim(CHILDREN, child, position), (Vec::new(), Fr::from(position)));
        for other in (0..5).filter(|other| *other != position) {
            assert!(!claim(CHILDREN, child, other).0.is_empty(), "{child} at {other}");
        }
    }
}

/// With `z` set, `x` or `y` would make the last child pass at positions that do not exist: another index for the same leaf.
#[test]
fn positions_from_five_on_are_refused_a11_a12() {
    for position in 5..8 {
        assert_eq!(claim(CHILDREN, 50, position).0, [BELOW_FIVE], "{position}");
    }
}

#[test]
fn bits_that_are_no_bits_are_refused_a11() {
    let (shape, values) = shape_and_values(|cs| {
        let children = CHILDREN.map(|child| cs.hint(|| Fr::from(child)));
        let node = cs.hint(|| Fr::from(30u64));
        enforce_chosen(cs, &children, &node, 2);
    })
    .unwrap();
    // columns: 1, five children, the node, x, y, z
    for (row, column) in [(0, 7), (1, 8), (2, 9)] {
        for wrong in [Fr::from(2u64), -Fr::ONE, Fr::from(2u64).inverse().unwrap()] {
            let mut altered = values.to_vec();
            altered[column] = wrong;
            assert!(shape.unsatisfied_rows(&altered).contains(&row), "bit {row} = {wrong}");
        }
    }
}
