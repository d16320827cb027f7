//! The project's chores. `cargo xtask test` runs everything that a change must pass; each of its steps can be
//! called by itself. `cargo xtask --help` lists them.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person who called it")]

extern crate alloc;

mod attacks;
mod book;
mod cargo_tools;
mod ceremony_peers;
mod circuits;
mod clauses;
mod command;
mod debian_packages;
mod deny;
mod directions;
mod examples;
mod fuzz;
mod kernels;
mod no_std;
mod node_packages;
mod onchain;
mod outcome;
mod page;
mod peers;
mod repository;
mod signing_timing;
mod soundness;
mod test;
mod test_counts;
mod vectors;
mod verdicts;
mod wasm;

use std::env;
use std::process::ExitCode;

use outcome::Outcome;

const HELP: &str = "\
cargo xtask NAME [OPTIONS]

  test [STEP...]       everything a change must pass, or only the named steps; sets up what is missing
  directions           which crate may depend on which
  clauses              every clause id stands in the book, protocol/, circuits/ and a test
  vectors [--check]    write test-vectors/ with other people's packages, or compare
  circuits [--check]   write the pinned sizes and digests of the circuits, or compare
  kernels [--check]    write the assembly of the prover's vector arithmetic, or compare
  no-std               protocol and verifier build without the standard library
  examples             run every example that the tests have built
  book                 build the book into target/book
  deny                 licences, sources, duplicate crates and advisories, by cargo-deny
  soundness [--check]  prove the circuits deterministic, mutate them, attack them: write circuits/soundness.json and the
                       book's tables, or compare with a sample of mutants
  attacks [--check]    only the attacks, each also against a twin that lacks a check
  signing-timing [N]   whether the time of a signature depends on secrets; on a quiet machine
  node-packages        install the npm packages of interop/
  onchain [STEP...] [--write]
                       the contracts and the chains: contracts, fixtures, rust, evm, solana, soroban, sui, aptos,
                       cosmwasm, starknet, verdicts, settlement, costs, lints; with --write, make contracts, fixtures
                       and the book's tables again instead of comparing
  verdicts [--check] [--json]
                       ask every verifier about the same ten thousand proofs: write onchain/verdicts/verdicts.json and
                       the book's table, or compare with a sample
  fuzz [--minutes N | --hours N] [--log] [TARGET...]
                       fuzz the decoders, ten minutes in all unless told otherwise; with --log, add to the book's table
  wasm [--test]        build the npm package into wasm/dist, and test it in Node.js and in a browser
  page                 build the page that checks claims into wasm/dist/page
  peers [CIRCUIT...] [--runs N] [--threads N] [--json]
                       measure our prover beside ark-groth16 and snarkjs
  ceremony-peers [CIRCUIT...] [--json]
                       measure key ceremonies beside snarkjs, on the same files; takes minutes

Steps of `test`, in their order:
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (name, options) = match arguments.split_first() {
        Some((name, options)) => (name.as_str(), options),
        None => ("--help", [].as_slice()),
    };
    let check_only = options.iter().any(|option| option == "--check");
    let outcome = match name {
        "--help" | "-h" | "help" => {
            println!("{HELP}  {}", test::step_names().join(", "));
            return ExitCode::SUCCESS;
        }
        "test" => return test::run(options),
        "peers" => return peers::run(options),
        "onchain" => return onchain::run(options),
        "fuzz" => return fuzz::run(options),
        "verdicts" => return verdicts::run(options),
        "wasm" => return wasm::run(options),
        "page" => page::run(),
        "ceremony-peers" => return ceremony_peers::run(options),
        "directions" => directions::run(),
        "clauses" => clauses::run(),
        "vectors" => vectors::run(check_only),
        "circuits" => circuits::run(check_only),
        "kernels" => kernels::run(check_only),
        "soundness" => {
            soundness::run(if check_only { soundness::Mode::Check } else { soundness::Mode::Write })
        }
        "attacks" => attacks::run(if check_only { soundness::Mode::Check } else { soundness::Mode::Write }),
        "signing-timing" => signing_timing::run(options),
        "no-std" => no_std::run(),
        "examples" => examples::run(),
        "book" => book::run(),
        "deny" => deny::run(),
        "node-packages" => node_packages::run(),
        unknown => {
            eprintln!("no chore is called {unknown:?}; see cargo xtask --help");
            return ExitCode::from(2);
        }
    };
    println!("{name}: {outcome}");
    if matches!(outcome, Outcome::Failed(_)) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
