//! The table in the book.

use core::fmt::Write as _;

use serde_json::Value;

const START: &str = "<!-- cargo xtask verdicts writes from here -->";
const END: &str = "<!-- to here -->";

/// The chapter with the table that belongs to these figures.
pub(super) fn replaced(chapter: &str, found: &Value) -> Result<String, String> {
    let (before, rest) = chapter.split_once(START).ok_or("the chapter has no place for the table")?;
    let (_, after) = rest.split_once(END).ok_or("the chapter's table has no end")?;
    Ok(format!("{before}{START}\n\n{}\n{END}{after}", of(found)))
}

/// One row for each class: what each verifier had to say, and how many of its cases each verifier judged.
pub(super) fn of(found: &Value) -> String {
    let list = |name: &str| found[name].as_array().cloned().unwrap_or_default();
    let verifiers = list("verifiers");
    let names: Vec<&str> = verifiers.iter().filter_map(Value::as_str).collect();
    let mut lines = vec![
        format!("| class | must be | cases | {} |", names.join(" | ")),
        format!("|{}", "---|".repeat(names.len() + 3)),
    ];
    let classes = list("classes");
    for class in &classes {
        let text = |name: &str| class[name].as_str().unwrap_or_default();
        let mut line = format!("| {} | {} | {} |", text("class"), text("verdict"), class["cases"]);
        for name in &names {
            let cell = match class["judged"].get(*name).and_then(Value::as_u64).unwrap_or_default() {
                0 => "–".to_owned(),
                count => count.to_string(),
            };
            let written = write!(line, " {cell} |");
            debug_assert!(written.is_ok(), "writing to a string cannot fail");
        }
        lines.push(line);
    }
    lines.push(format!(
        "\n{} cases, {} verifiers, **{} disagreements**. What a form has no words for:\n",
        found["cases"],
        names.len(),
        found["disagreements"]
    ));
    lines.push("| reason | verifier: cases |\n|---|---|".to_owned());
    for (reason, counts) in found["not_expressible"].as_object().into_iter().flatten() {
        let counts = counts.as_object().into_iter().flatten();
        let counts: Vec<String> = counts.map(|(name, count)| format!("{name}: {count}")).collect();
        lines.push(format!("| {reason} | {} |", counts.join("; ")));
    }
    lines.join("\n") + "\n"
}
