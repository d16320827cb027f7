//! Adds up the summary lines of the test runner.

/// Tests that passed, failed and were ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TestCounts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) ignored: u64,
}

impl TestCounts {
    /// Adds a line such as `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; ...` of cargo, or `# pass 12` of
    /// Node.js; skips any other line.
    pub(crate) fn add_line(&mut self, line: &str) {
        self.add_line_of_node(line);
        let Some((_, counts)) = line.strip_prefix("test result:").and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for part in counts.split("; ") {
            match part.split_once(' ').map(|(number, word)| (number.parse::<u64>(), word)) {
                Some((Ok(number), "passed")) => self.passed += number,
                Some((Ok(number), "failed")) => self.failed += number,
                Some((Ok(number), "ignored")) => self.ignored += number,
                _ => {}
            }
        }
    }
}

impl TestCounts {
    fn add_line_of_node(&mut self, line: &str) {
        let counted = line.strip_prefix("# ").and_then(|rest| rest.split_once(' '));
        match counted.map(|(word, number)| (word, number.parse::<u64>())) {
            Some(("pass", Ok(number))) => self.passed += number,
            Some(("fail", Ok(number))) => self.failed += number,
            Some(("skipped", Ok(number))) => self.ignored += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_summary_lines_and_skips_others() {
        let mut counts = TestCounts::default();
        counts.add_line("running 3 tests");
        counts.add_line(
            "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.01s",
        );
        counts.add_line(
            "test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s",
        );
        for line in ["# tests 9", "# pass 0", "# fail 0", "# skipped 0", "# duration_ms 12.5", "# a comment"]
        {
            counts.add_line(line);
        }
        assert_eq!(counts, TestCounts { passed: 7, failed: 1, ignored: 1 });
    }
}
