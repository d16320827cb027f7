//! The figures as a page: one file that needs nothing else. No scripts, no requests, light or dark as the reader has it.

use std::fmt::Write;

use super::report::{BenchReport, CircuitReport, duration, machine_line, memory};
use super::samples::Samples;

const STYLE: &str = include_str!("page.css");

/// Words around the plots.
const CLAIM: &str = "Time for a claim: plain check, witness, proof, and the proof's verification. The bar is the median, \
                     the part at its start the witness; each tick is one run.";
const RATE: &str = "Claims in an hour, one after the other.";
const MEMORY: &str = "Peak of memory while proving, with the touched pages of the key.";
const CHECK: &str = "Time to check a claim. Each tick is one run.";

/// The page.
pub(super) fn page(report: &BenchReport) -> String {
    let title = "workproof bench";
    let mut body = format!("<h1>{title}</h1>\n<p>{}</p>\n", escaped(&machine_line(&report.machine)));
    for warning in &report.warnings {
        body.push_str(&format!("<p class=\"warning\">Warning: {}.</p>\n", escaped(warning)));
    }
    body.push_str(&table(report));
    let rows = |bar: fn(&CircuitReport) -> Bar| report.circuits.iter().map(bar).collect::<Vec<_>>();
    body.push_str(&plot("Claims", CLAIM, &rows(claim_bar)));
    body.push_str(&plot("Claims in an hour", RATE, &rows(rate_bar)));
    body.push_str(&plot("Memory", MEMORY, &rows(memory_bar)));
    body.push_str(&plot("Checks", CHECK, &rows(check_bar)));
    for line in report.table_lines() {
        body.push_str(&format!("<p>{}.</p>\n", escaped(&line)));
    }
    body.push_str("<p>Measured with <code>workproof bench</code>, each circuit in a process of its own, on a claim that fills the circuit.</p>\n");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// One bar of a plot.
struct Bar {
    name: String,
    /// Its length.
    value: f64,
    /// A part of it, from its start, that is drawn in another colour.
    part: f64,
    /// Ticks on it.
    ticks: Vec<f64>,
    text: String,
}

fn claim_bar(row: &CircuitReport) -> Bar {
    let witness = row.figures.witness.median;
    Bar { part: witness, ..time_bar(&row.figures.circuit, &row.figures.proof) }
}

fn check_bar(row: &CircuitReport) -> Bar {
    time_bar(&row.figures.circuit, &row.figures.verification)
}

fn time_bar(name: &str, samples: &Samples) -> Bar {
    Bar {
        name: name.to_owned(),
        value: samples.median,
        part: 0.0,
        ticks: samples.runs.clone(),
        text: duration(samples.median),
    }
}

fn rate_bar(row: &CircuitReport) -> Bar {
    let (name, value) = (row.figures.circuit.clone(), row.proofs_per_hour);
    Bar { name, value, part: 0.0, ticks: Vec::new(), text: format!("{value:.0}") }
}

fn memory_bar(row: &CircuitReport) -> Bar {
    let peak = row.figures.peak_memory;
    // mebibytes fit the range in which doubles are exact
    let value = peak.and_then(|bytes| u32::try_from(bytes >> 20).ok()).map_or(0.0, f64::from);
    let text = peak.map_or_else(|| "not known".to_owned(), memory);
    Bar { name: row.figures.circuit.clone(), value, part: 0.0, ticks: Vec::new(), text }
}

/// A plot of bars from zero. Texts stay outside of the drawing, so that they keep their size on a narrow screen.
fn plot(title: &str, words: &str, bars: &[Bar]) -> String {
    let values = bars.iter().flat_map(|bar| bar.ticks.iter().copied().chain([bar.value]));
    let largest = values.fold(0.0, f64::max);
    let share = |value: f64| if largest > 0.0 { (value / largest * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let mut text = format!("<figure>\n<h2>{title}</h2>\n<figcaption>{words}</figcaption>\n");
    for bar in bars {
        let mut drawing = format!("<rect class=\"bar\" width=\"{:.2}\" height=\"10\"/>", share(bar.value));
        if bar.part > 0.0 {
            add(
                &mut drawing,
                format_args!("<rect class=\"part\" width=\"{:.2}\" height=\"10\"/>", share(bar.part)),
            );
        }
        for tick in &bar.ticks {
            let x = (share(*tick) - 0.15).max(0.0);
            add(
                &mut drawing,
                format_args!("<rect class=\"tick\" x=\"{x:.2}\" width=\"0.3\" height=\"10\"/>"),
            );
        }
        let (name, value) = (escaped(&bar.name), escaped(&bar.text));
        text.push_str(&format!(
            "<div class=\"row\"><span class=\"name\">{name}</span>\
             <svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{name}: {value}\">\
             {drawing}</svg><span class=\"value\">{value}</span></div>\n"
        ));
    }
    text.push_str("</figure>\n");
    text
}

fn table(report: &BenchReport) -> String {
    let mut text = "<div class=\"wide\"><table>\n<tr>".to_owned();
    let head = [
        "circuit",
        "domain",
        "witness",
        "claim",
        "least",
        "CPU",
        "check",
        "memory",
        "claims/hour",
        "per core",
    ];
    for cell in head {
        add(&mut text, format_args!("<th>{cell}</th>"));
    }
    text.push_str("</tr>\n");
    for row in &report.circuits {
        let figures = &row.figures;
        let unknown = || "not known".to_owned();
        let cells = [
            format!("2<sup>{}</sup>", figures.domain.checked_ilog2().unwrap_or_default()),
            duration(figures.witness.median),
            duration(figures.proof.median),
            duration(figures.proof.least),
            figures.proof_cpu.as_ref().map_or_else(unknown, |time| duration(time.median)),
            duration(figures.verification.median),
            figures.peak_memory.map_or_else(unknown, memory),
            format!("{:.0}", row.proofs_per_hour),
            format!("{:.0}", row.proofs_per_hour_and_core),
        ];
        add(&mut text, format_args!("<tr><th>{}</th>", escaped(&figures.circuit)));
        cells.iter().for_each(|cell| add(&mut text, format_args!("<td>{cell}</td>")));
        text.push_str("</tr>\n");
    }
    text.push_str("</table></div>\n");
    text
}

/// Writing to a string does not fail.
fn add(text: &mut String, more: std::fmt::Arguments<'_>) {
    text.write_fmt(more).unwrap_or_default();
}

/// Text that stands for itself in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::machine::Machine;
    use super::super::report::CircuitFigures;
    use super::*;

    fn report() -> BenchReport {
        let figures = CircuitFigures {
            circuit: "relay-10".to_owned(),
            variables: 60_000,
            domain: 1 << 16,
            key_bytes: 40_000_000,
            key_opened: 0.01,
            table: None,
            witness: Samples::new(vec![0.1, 0.1]),
            proof: Samples::new(vec![1.0, 2.0]),
            proof_cpu: None,
            verification: Samples::new(vec![0.003]),
            peak_memory: Some(512 << 20),
        };
        let mut machine = Machine::of(2);
        machine.processor = Some("<Fast & \"cheap\">".to_owned());
        BenchReport::new(machine, 0.5, vec![figures])
    }

    #[test]
    fn the_page_stands_alone_and_escapes_what_the_system_says() {
        let page = page(&report());
        for outside in ["<script", "http:", "https:", "src=", "href=", "url(", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("&lt;Fast &amp; &quot;cheap&quot;&gt;"));
        assert!(page.contains("Warning: the machine is noisy"));
        assert!(page.contains("prefers-color-scheme: dark"));
    }

    #[test]
    fn bars_reach_from_zero_to_the_largest_value() {
        let bars = rows_of_times();
        let plot = plot("times", "words", &bars);
        assert!(plot.contains("class=\"bar\" width=\"75.00\""), "{plot}");
        assert!(plot.contains("class=\"part\" width=\"5.00\""), "{plot}");
        assert!(plot.contains("x=\"99.85\""), "{plot}");
    }

    fn rows_of_times() -> Vec<Bar> {
        report().circuits.iter().map(claim_bar).collect()
    }
}
