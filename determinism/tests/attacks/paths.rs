//! Attacks on the paths of the two registries.

use crate::attack::{Check, Title, carry_out, here};
use ark_ff::{AdditiveGroup, Field};
use workproof_circuits::gadgets::attester_path::{self, PathLevel};
use workproof_circuits::gadgets::lean_imt_path::{self, Path};
use workproof_circuits::r1cs::{Domain, FreeInput, R1cs, shape_and_values};
use workproof_determinism::attack::Solver;
use workproof_determinism::{Given, System};
use workproof_protocol::{Fr, LeanImt, poseidon};

/// What a path leads to, and the index that it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reached {
    root: Fr,
    position: Fr,
}

/// Rows of a level of the attester's path: three bits, then the one that keeps the position below five.
const BELOW_FIVE: usize = 3;

/// Two levels from a leaf. Columns: 1, leaf, root, position, then the children and bits of the first level.
fn attester(leaf: Fr, levels: &[PathLevel; 2], reached: Reached) -> (R1cs, Vec<Fr>) {
    let (shape, values) = shape_and_values(|cs| {
        let [leaf, root, position] =
            [leaf, reached.root, reached.position].map(|value| cs.free_input("given", Domain::Any, || value));
        let (found, index) = attester_path::root_and_position(cs, &leaf, 2, levels);
        cs.enforce_equal(&found, &root);
        cs.enforce_equal(&index, &position);
    })
    .unwrap();
    (shape, values.to_vec())
}

const FIRST_CHILD: usize = 4;
const FIRST_BIT: usize = FIRST_CHILD + 5;

fn level(position: u8) -> PathLevel {
    PathLevel { siblings: [31, 32, 33, 34].map(|sibling: u64| Fr::from(sibling)), position }
}

/// The root of a leaf that is the fifth child of the first of five nodes.
fn attester_root(leaf: Fr) -> Fr {
    let siblings = level(0).siblings;
    let node = poseidon::hash([siblings[0], siblings[1], siblings[2], siblings[3], leaf]);
    poseidon::hash([node, siblings[0], siblings[1], siblings[2], siblings[3]])
}

/// Everything that follows from the free inputs.
fn solve(shape: &R1cs, values: &[Fr]) -> Vec<Fr> {
    let system = System::from_r1cs(shape);
    Solver::new(&system, &Given::of_shape(shape, &[])).solve(values)
}

#[test]
fn an_attester_at_two_indices_a6() {
    let title =
        Title { id: "A6", what: "the fifth child as the sixth: one attester at two indices", test: here!() };
    let leaf = Fr::from(77u64);
    let honest = Reached { root: attester_root(leaf), position: Fr::from(4u64) };
    let (shape, values) = attester(leaf, &[level(4), level(0)], honest);
    assert_eq!(shape.first_unsatisfied_row(&values), None);
    let sixth = Reached { position: Fr::from(5u64), ..honest };
    let (shape, mut values) = attester(leaf, &[level(4), level(0)], sixth);
    values[FIRST_BIT] = Fr::ONE;
    let check = Check::row(&shape, BELOW_FIVE, "a position is below five");
    carry_out(&title, &check, &solve(&shape, &values));
}

/// `c0 + (c1 − c0)·x` takes every value for an `x` that is no bit.
#[test]
fn any_leaf_is_an_attester_a11() {
    let title = Title {
        id: "A11",
        what: "a bit of an attester's position that is no bit: any leaf is in the registry",
        test: here!(),
    };
    let enrolled = Fr::from(77u64);
    let siblings = level(0).siblings;
    let stranger = Fr::from(666u64);
    // the real children, with the first two mixed to make the stranger
    let bit = (stranger - siblings[0]) * (siblings[1] - siblings[0]).inverse().unwrap();
    let reached = Reached { root: attester_root(enrolled), position: bit };
    let (shape, mut values) = attester(stranger, &[level(0), level(0)], reached);
    let children = [siblings[0], siblings[1], siblings[2], siblings[3], enrolled];
    values[FIRST_CHILD..FIRST_BIT].copy_from_slice(&children);
    values[FIRST_BIT] = bit;
    // and their parent, which is the first child of the next level
    let child = |free: &&FreeInput| free.meaning.starts_with("child");
    let parent = shape.free_inputs.iter().filter(child).nth(5).unwrap().column;
    values[usize::try_from(parent).unwrap()] = poseidon::hash(children);
    let check = Check::row(&shape, 0, "a bit of the position is a bit");
    carry_out(&title, &check, &solve(&shape, &values));
}

/// Three levels from a leaf. Columns: 1, leaf, root, three bits of the last position, the bits of the position.
fn contributor(leaf: Fr, last: u32, path: &Path, root: Fr) -> (R1cs, Vec<Fr>) {
    let (shape, values) = shape_and_values(|cs| {
        let [leaf, root] = [leaf, root].map(|value| cs.free_input("given", Domain::Any, || value));
        let bits: Vec<_> = (0..3)
            .map(|bit| cs.free_input("last position", Domain::Any, || Fr::from(last >> bit & 1)))
            .collect();
        let found = lean_imt_path::root(cs, &leaf, &bits, path);
        cs.enforce_equal(&found, &root);
    })
    .unwrap();
    (shape, values.to_vec())
}

/// The first bit of the position.
const POSITION_BIT: usize = 6;
/// Rows: three bits of the position, then four for each level, the highest first.
const LEVEL_ROWS: usize = 4;
const LOWEST_LEVEL: usize = 3 + 2 * LEVEL_ROWS;

/// With a bit `t` that is no bit the two children are `n + t (s − n)` and `s − t (s − n)`: any two with the sum `n + s`.
#[test]
fn any_identity_is_a_member_a11() {
    let title = Title {
        id: "A11",
        what: "a bit of a contributor's position that is no bit: anybody is a member",
        test: here!(),
    };
    let tree = LeanImt::from_leaves((100..108u64).map(Fr::from)).unwrap();
    let (left, right, stranger) = (Fr::from(100u64), Fr::from(101u64), Fr::from(666u64));
    let mut siblings: Vec<Option<Fr>> = tree.proof(0).unwrap().siblings.into_iter().map(Some).collect();
    let sibling = left + right - stranger;
    siblings[0] = Some(sibling);
    let path = Path { position: 0, siblings };
    let (shape, mut values) = contributor(stranger, 7, &path, tree.root().unwrap());
    values[POSITION_BIT] = (left - stranger) * (sibling - stranger).inverse().unwrap();
    let check = Check::row(&shape, 0, "a bit of the position is a bit");
    carry_out(&title, &check, &solve(&shape, &values));
}

/// Three members, of which the last is the root of a tree of two that somebody made at home.
fn with_a_private_tree() -> (Fr, [Fr; 2], Fr) {
    let own = [Fr::from(501u64), Fr::from(502u64)];
    let members = [Fr::from(100u64), Fr::from(101u64), poseidon::hash(own)];
    let root = LeanImt::from_leaves(members).unwrap().root().unwrap();
    (root, own, poseidon::hash([members[0], members[1]]))
}

/// The last member's lowest level is skipped. A prover who may hash there as well has two members below that leaf.
#[test]
fn a_level_is_not_added_below_a_leaf_a12() {
    let title = Title {
        id: "A12",
        what: "a level more than the registry has: an identity below an enrolled root",
        test: here!(),
    };
    let (root, own, neighbour) = with_a_private_tree();
    let path = Path { position: 2, siblings: vec![Some(own[1]), Some(neighbour), None] };
    let (shape, values) = contributor(own[0], 2, &path, root);
    let row = LOWEST_LEVEL + 2;
    let check = Check::row(&shape, row, "which levels are skipped follows from the size");
    let skip = shape.c.row(row).next().unwrap().0;
    let twin = check.twin();
    let mut given = Given::of_shape(&shape, &[]);
    given.free.push(FreeInput::new(skip, "chosen in the twin", Domain::Any));
    let mut values = values;
    values[usize::try_from(skip).unwrap()] = Fr::ZERO;
    carry_out(&title, &check, &Solver::new(&twin, &given).solve(&values));
}

/// Beyond the last position no level is skipped, so there the same is true without a further trick.
#[test]
fn a_position_beyond_the_last_a12() {
    let title = Title {
        id: "A12",
        what: "a position beyond the last: another identity below an enrolled root",
        test: here!(),
    };
    let (root, own, neighbour) = with_a_private_tree();
    let path = Path { position: 3, siblings: vec![Some(own[0]), Some(neighbour), None] };
    let (shape, values) = contributor(own[1], 2, &path, root);
    let check = Check::row(&shape, LOWEST_LEVEL + 1, "the position is at most the last");
    carry_out(&title, &check, &values);
}
