//! Counts and digests of all circuits are pinned: a change shows up in review. `cargo xtask circuits` rewrites the file.

#[path = "../../examples/pins.rs"]
#[expect(dead_code, reason = "the example's own main is not called here")]
mod example;

/// The budgets: rows of a voucher and an item, and what comes once.
const VOUCHER: usize = 5_500;
const VOUCHER_ONCE: usize = 7_000;
const ITEM: usize = 40;
const ITEM_ONCE: usize = 9_000;

#[test]
fn pinned_counts_are_within_the_budgets() {
    for line in include_str!("../../pins.json").lines().filter(|line| line.contains("\"name\"")) {
        let (capacity, constraints) = (number(line, "capacity"), number(line, "constraints"));
        let budget = if line.contains("relay-") {
            VOUCHER_ONCE + VOUCHER * capacity
        } else {
            ITEM_ONCE + ITEM * capacity
        };
        assert!(constraints <= budget, "{line}");
        assert!(constraints + number(line, "public_inputs") < number(line, "domain"), "{line}");
    }
}

#[test]
fn circuits_are_as_pinned() {
    let printed = example::pins().unwrap();
    assert!(
        printed == include_str!("../../pins.json"),
        "the circuits changed. If that is meant, run `cargo xtask circuits` and explain the change:\n{printed}"
    );
}

fn number(line: &str, key: &str) -> usize {
    let after = line.split(&format!("\"{key}\": ")).nth(1).unwrap();
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}
