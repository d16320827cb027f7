//! Every clause of a statement has one id, `clause:NAME`. The id stands in four places: the book, the plain check in
//! `protocol/`, the constraints in `circuits/`, and a test. A test may also name the function or the variant so.

use alloc::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::outcome::Outcome;
use crate::repository::{files_below, read};

const MARK: &str = "clause:";

/// Where a clause must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Book,
    Protocol,
    Circuits,
    Test,
}

impl Place {
    const ALL: [Self; 4] = [Self::Book, Self::Protocol, Self::Circuits, Self::Test];

    const fn name(self) -> &'static str {
        match self {
            Self::Book => "book/src",
            Self::Protocol => "protocol/src",
            Self::Circuits => "circuits/src",
            Self::Test => "any test",
        }
    }
}

/// Checks that every clause id stands in all four places.
pub(crate) fn run() -> Outcome {
    match read_places() {
        Ok(places) => judge(&places),
        Err(reason) => Outcome::Failed(reason),
    }
}

fn judge(places: &BTreeMap<Place, String>) -> Outcome {
    // A test may name clauses of a circuit of its own; those are nobody else's.
    let shipped = places.iter().filter(|(place, _)| **place != Place::Test);
    let ids: BTreeSet<&str> = shipped.flat_map(|(_, text)| ids_in(text)).collect();
    if ids.is_empty() {
        return Outcome::Failed(format!("no {MARK}NAME stands anywhere"));
    }
    let faults: Vec<String> = ids
        .iter()
        .filter_map(|id| {
            let missing: Vec<&str> = Place::ALL
                .into_iter()
                .filter(|place| !places.get(place).is_some_and(|text| mentions(text, id, *place)))
                .map(Place::name)
                .collect();
            (!missing.is_empty()).then(|| format!("{MARK}{id} is missing in {}", missing.join(", ")))
        })
        .collect();
    Outcome::from_faults(&faults, format!("{} clauses", ids.len()))
}

fn mentions(text: &str, id: &str, place: Place) -> bool {
    ids_in(text).any(|found| found == id) || (place == Place::Test && is_named_in_code(text, id))
}

/// Does the code carry the name: in snake case (a function), or as a variant (`Clause::RelayCap`)?
fn is_named_in_code(text: &str, id: &str) -> bool {
    let variant: String = id
        .split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect();
    let is_whole = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    text.contains(&id.replace('-', "_")) || text.split(&format!("Clause::{variant}")).skip(1).any(is_whole)
}

/// The names behind every mark: lower-case letters, digits and hyphens.
fn ids_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(MARK).skip(1).filter_map(|rest| {
        let end = rest
            .find(|letter: char| !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'))
            .unwrap_or(rest.len());
        let id = rest.get(..end)?.trim_end_matches('-');
        (!id.is_empty()).then_some(id)
    })
}

fn read_places() -> Result<BTreeMap<Place, String>, String> {
    let mut places: BTreeMap<Place, String> = BTreeMap::new();
    for path in files_below("book/src", "md") {
        places.entry(Place::Book).or_default().push_str(&read(&path)?);
    }
    for (folder, place) in [("protocol/src", Place::Protocol), ("circuits/src", Place::Circuits)] {
        for path in files_below(folder, "rs") {
            let text = read(&path)?;
            let (source, tests) = split_tests(&path, &text);
            places.entry(place).or_default().push_str(source);
            places.entry(Place::Test).or_default().push_str(tests);
        }
    }
    for folder in ["protocol/tests", "circuits/tests", "prover/tests", "verifier/tests", "cli/tests"] {
        for path in files_below(folder, "rs") {
            places.entry(Place::Test).or_default().push_str(&read(&path)?);
        }
    }
    Ok(places)
}

/// What ships and what tests, of one source file: everything behind `#[cfg(test)]`, or a file of tests, is a test.
fn split_tests<'text>(path: &Path, text: &'text str) -> (&'text str, &'text str) {
    let is_test_file =
        path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
    if is_test_file {
        return ("", text);
    }
    text.find("#[cfg(test)]").map_or((text, ""), |start| text.split_at(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(book: &str, protocol: &str, circuits: &str, test: &str) -> BTreeMap<Place, String> {
        let texts = [book, protocol, circuits, test].map(str::to_owned);
        Place::ALL.into_iter().zip(texts).collect()
    }

    #[test]
    fn finds_ids_with_what_follows_cut_off() {
        let found: Vec<_> = ids_in("`clause:a-b2`, clause:c. {#clause:d} clause: none").collect();
        assert_eq!(found, ["a-b2", "c", "d"]);
    }

    #[test]
    fn accepts_a_test_that_carries_the_name_with_underscores() {
        let all = places("clause:a-b", "clause:a-b", "clause:a-b", "fn rejects_a_b_of_another()");
        assert_eq!(judge(&all), Outcome::Passed("1 clauses".to_owned()));
    }

    #[test]
    fn accepts_a_test_that_names_the_variant() {
        assert!(is_named_in_code("(Clause::RelayCap, break_cap)", "relay-cap"));
        assert!(!is_named_in_code("Clause::RelayCapacity", "relay-cap"));
        assert!(!is_named_in_code("RelayCap", "relay-cap"));
    }

    #[test]
    fn names_each_place_that_lacks_a_clause() {
        let outcome = judge(&places("", "clause:a", "clause:a-longer", "clause:a"));
        assert_eq!(
            outcome.detail(),
            "clause:a is missing in book/src, circuits/src\n\
             clause:a-longer is missing in book/src, protocol/src, any test"
        );
    }

    #[test]
    fn refuses_a_project_without_clauses() {
        assert!(matches!(judge(&places("", "", "", "")), Outcome::Failed(_)));
    }

    #[test]
    fn tells_a_source_from_its_tests() {
        let (source, tests) = split_tests(Path::new("src/a.rs"), "clause:a\n#[cfg(test)]\nclause:b");
        assert!(source.contains("clause:a") && tests.contains("clause:b"));
        assert_eq!(split_tests(Path::new("src/a/tests.rs"), "x"), ("", "x"));
    }
}
