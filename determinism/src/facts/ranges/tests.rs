use super::*;
use crate::system::Row;

fn form(terms: &[(u32, i64)]) -> Form {
    Form::new(terms.iter().map(|(column, k)| (*column, Fr::from(*k))))
}

#[test]
fn rows_of_booleans_are_seen_in_every_form() {
    let zero = form(&[]);
    for (a, b, c) in [
        (form(&[(1, 1)]), form(&[(0, -1), (1, 1)]), zero.clone()),
        (form(&[(0, 1), (1, -1)]), form(&[(1, 1)]), zero.clone()),
        (form(&[(1, 1)]), form(&[(1, 1)]), form(&[(1, 1)])),
        (form(&[(1, 5)]), form(&[(1, 7)]), form(&[(1, 35)])),
    ] {
        let system = System::new(2, vec![Row { a, b, c }]);
        assert!(Ranges::derive(&system).is_boolean(1), "{:?}", system.row(0));
    }
}

#[test]
fn other_rows_are_no_booleans_a4_a11() {
    let zero = form(&[]);
    for (a, b, c) in [
        // 0 or 2, 1 or −1, 0 twice, two variables, one that is zero
        (form(&[(1, 1)]), form(&[(0, -2), (1, 1)]), zero.clone()),
        (form(&[(0, -1), (1, 1)]), form(&[(0, 1), (1, 1)]), zero.clone()),
        (form(&[(1, 1)]), form(&[(1, 1)]), zero.clone()),
        (form(&[(1, 1)]), form(&[(0, -1), (2, 1)]), zero.clone()),
        (zero.clone(), form(&[(0, -1), (1, 1)]), zero.clone()),
    ] {
        let system = System::new(3, vec![Row { a, b, c }]);
        assert!(!Ranges::derive(&system).is_boolean(1), "{:?}", system.row(0));
    }
}
