//! Each rule with its precondition and without it.

use crate::form::Form;
use crate::system::{Row, System};
use crate::{Given, Report, Status};
use ark_bn254::Fr;
use workproof_circuits::gadgets::montgomery::PointVar;
use workproof_circuits::gadgets::{range, secret_scalar::SecretScalarVar};
use workproof_circuits::r1cs::{ConstraintSystem, Domain, FreeInput, Linear};

fn form(terms: &[(u32, i64)]) -> Form {
    Form::new(terms.iter().map(|(column, k)| (*column, Fr::from(*k))))
}

fn row(a: &[(u32, i64)], b: &[(u32, i64)], c: &[(u32, i64)]) -> Row {
    Row { a: form(a), b: form(b), c: form(c) }
}

/// The statuses of columns from 1 on, where these are free and the last column is looked at.
fn statuses(variables: u32, free: &[u32], rows: Vec<Row>) -> Vec<Status> {
    let system = System::new(usize::try_from(variables).unwrap(), rows);
    let free = free.iter().map(|column| FreeInput::new(*column, "input", Domain::Any)).collect();
    let given = Given { public: Vec::new(), free, outputs: vec![variables - 1] };
    Report::of(&system, &given).statuses[1..].to_vec()
}

#[test]
fn a_quotient_needs_a_divisor_that_is_never_zero_a1() {
    let quotient = row(&[(1, 1)], &[(3, 1)], &[(2, 1)]);
    let guard = row(&[(1, 1)], &[(4, 1)], &[(0, 1)]);
    assert_eq!(statuses(4, &[1, 2], vec![quotient.clone()])[2], Status::Unknown);
    assert_eq!(statuses(5, &[1, 2], vec![quotient, guard])[2], Status::ByLemma);
}

#[test]
fn a_test_for_zero_needs_both_rows_a1() {
    // inverse · x = flag and (1 − flag) · x = 0
    let rows = [row(&[(2, 1)], &[(1, 1)], &[(3, 1)]), row(&[(0, 1), (3, -1)], &[(1, 1)], &[])];
    assert_eq!(statuses(4, &[1], rows.to_vec()), [Status::Free, Status::Inert, Status::ByLemma]);
    for only in rows {
        assert_eq!(statuses(4, &[1], vec![only])[2], Status::Unknown);
    }
    // about another number than the first row
    let other = row(&[(0, 1), (3, -1)], &[(4, 1)], &[]);
    let first = row(&[(2, 1)], &[(1, 1)], &[(3, 1)]);
    assert_eq!(statuses(5, &[1, 4], vec![first, other])[2], Status::Unknown);
}

/// The report on a gadget, without one of its rows if so wanted.
fn gadget(gadget: impl Fn(&mut ConstraintSystem), without: Option<usize>) -> Report {
    let mut cs = ConstraintSystem::shape();
    gadget(&mut cs);
    let shape = cs.into_shape().unwrap();
    let mut system = System::from_r1cs(&shape);
    if let Some(row) = without {
        system = system.with_row(row, Row::default());
    }
    Report::of(&system, &Given::of_shape(&shape, &[]))
}

#[test]
fn every_row_of_a_range_is_needed_a3_a4() {
    let eight_bits = |cs: &mut ConstraintSystem| {
        let x = cs.free_input("number", Domain::Between(0, 255), Fr::default);
        range::enforce_in_range(cs, &x, 8);
    };
    assert!(gadget(eight_bits, None).is_clean());
    for row in 0..8 {
        assert!(!gadget(eight_bits, Some(row)).is_clean(), "without row {row}");
    }
}

/// Points that nothing keeps apart may be equal, and then the slope is free.
#[test]
fn an_addition_needs_points_that_never_meet_a18() {
    let sum = |doubled: bool| {
        gadget(
            move |cs| {
                let points = [0, 1].map(|_| {
                    let point = PointVar::free(cs, "point", Default::default);
                    point.enforce_on_curve(cs);
                    point
                });
                let [p, q] = points;
                // three doublings bring a point into the subgroup; a fixed point of order 8 is in another coset
                let _sum = if doubled {
                    let t8 = workproof_protocol::babyjubjub::montgomery::T8;
                    let p = p.double(cs, None).double(cs, None).double(cs, None);
                    p.add(cs, &PointVar::constant(&t8))
                } else {
                    p.add(cs, &q)
                };
            },
            None,
        )
    };
    assert!(sum(true).is_clean());
    // the slope, and the two coordinates after it
    assert_eq!(sum(false).count(Status::Unknown), 3);
}

/// Without the curve's equation nothing is known of a point's coset, and without any one bit's row nothing of a table.
#[test]
fn a_scalar_multiplication_needs_the_bits_that_its_tables_are_made_of_a1_a18() {
    let multiply = |cs: &mut ConstraintSystem| {
        SecretScalarVar::new(cs, None);
    };
    assert!(gadget(multiply, None).is_clean());
    for bit in [0, 1, 125, 249, 250] {
        assert!(!gadget(multiply, Some(bit)).is_clean(), "without the row of bit {bit}");
    }
}

/// A form that is not the argument is not taken for it.
#[test]
fn a_copy_that_nothing_ties_is_unknown_a2() {
    let report = gadget(
        |cs| {
            let x = cs.free_input("number", Domain::Any, Fr::default);
            let copy = cs.hint(Fr::default);
            cs.product(&copy, &copy);
            cs.product(&x, &Linear::from(Fr::from(3u8)));
        },
        None,
    );
    assert_eq!(report.count(Status::Unknown), 2);
}
