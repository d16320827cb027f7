//! Tables of the chapter on chains: what is measured, and what is written there.

use std::fs;

use super::Files;
use crate::repository::root;

const CHAPTER: &str = "book/src/chains.md";

/// Compares a table with the book's, or puts it there: between two comments that have its name.
pub(super) fn in_the_book(name: &str, table: &str, files: Files) -> Result<(), String> {
    let path = root().join(CHAPTER);
    let chapter = fs::read_to_string(&path).map_err(|error| format!("{CHAPTER}: {error}"))?;
    let (start, end) =
        (format!("<!-- {name}: cargo xtask onchain --write -->"), format!("<!-- end of {name} -->"));
    let (before, rest) = chapter.split_once(&start).ok_or(format!("{CHAPTER} has no place for {name}"))?;
    let (_, after) = rest.split_once(&end).ok_or(format!("{CHAPTER}: the table of {name} has no end"))?;
    let wanted = format!("{before}{start}\n\n{}\n\n{end}{after}", table.trim_end());
    if wanted == chapter {
        return Ok(());
    }
    if files == Files::Compare {
        return Err(format!("the {name} in {CHAPTER} are others; run cargo xtask onchain --write"));
    }
    fs::write(path, wanted).map_err(|error| format!("{CHAPTER}: {error}"))
}
