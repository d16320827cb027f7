//! A network made with the program alone: attesters, contributors, a scope, a payment, vouchers.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::program::{Run, json, text, workproof};

pub(crate) const CAP: u64 = 2_000;

/// A network in a directory of its own.
pub(crate) struct RelayWorld {
    directory: TempDir,
    /// The contributor's id.
    pub(crate) id: String,
}

impl RelayWorld {
    /// A network with some attesters, two contributors and no vouchers yet.
    pub(crate) fn new(attesters: usize) -> Self {
        let directory = TempDir::new().unwrap();
        let at = directory.path();
        for index in 0..attesters {
            let key = format!("attester-{index}.json");
            json(at, &["attester", "new", "--out", &key]);
            let cap = CAP.to_string();
            let enrolled =
                json(at, &["attesters", "add", "--file", "attesters.json", "--key", &key, "--cap", &cap]);
            assert_eq!(enrolled["index"], index);
        }
        json(at, &["identity", "new", "--out", "other.json"]);
        let id = text(&json(at, &["identity", "new", "--out", "me.json"]), "/id");
        let other = text(&json(at, &["identity", "show", "other.json"]), "/id");
        json(at, &["registry", "add", "--file", "contributors.json", &other, &id]);
        scope(at, "epoch-7", "scope.json");
        let payment =
            ["--recipient", "0xc0ffee0000000000000000000000000000000000", "--deadline", "1900000000"];
        let place = ["--chain-id", "1", "--settlement", "0x5e77000000000000000000000000000000000000"];
        json(at, &[&["message"], &payment[..], &place, &["--out", "payment.json"]].concat());
        Self { directory, id }
    }

    /// The directory.
    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }

    /// A file in it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Signs a voucher of an attester for the contributor, without asking the registry.
    pub(crate) fn sign(&self, attester: usize, units: u64) -> String {
        let (key, index, units) =
            (format!("attester-{attester}.json"), attester.to_string(), units.to_string());
        let out = format!("voucher-{attester}.json");
        let arguments =
            ["voucher", "sign", "--key", &key, "--index", &index, "--units", &units, "--out", &out];
        json(
            self.path(),
            &[&arguments[..], &["--contributor", &self.id, "--scope-file", "scope.json"]].concat(),
        );
        out
    }

    /// Proves with these vouchers and more arguments.
    pub(crate) fn prove(&self, vouchers: &[&str], more: &[&str]) -> Run {
        workproof(self.path(), &self.prove_arguments(vouchers, more))
    }

    /// The arguments of a proof with these vouchers.
    pub(crate) fn prove_arguments<'a>(&self, vouchers: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
        let mut arguments =
            vec!["prove", "relay", "--identity", "me.json", "--contributors", "contributors.json"];
        arguments.extend([
            "--attesters",
            "attesters.json",
            "--scope-file",
            "scope.json",
            "--payment",
            "payment.json",
        ]);
        arguments.extend(["--out", "claim.json", "--vouchers"]);
        arguments.extend(vouchers);
        arguments.extend(more);
        arguments
    }
}

/// Makes a scope for the relay fact.
pub(crate) fn scope(directory: &Path, task: &str, out: &str) {
    let arguments = ["scope", "--network", "test-network", "--fact", "relay", "--task", task, "--out", out];
    let place = ["--chain-id", "1", "--settlement", "0x5e77000000000000000000000000000000000000"];
    json(directory, &[&arguments[..], &place].concat());
}
