//! Do all verifiers agree? One corpus of proofs that hold and proofs that do not, made from a seed; every verifier there is; one
//! table of what they say.
//!
//! A [`Case`] is a key, public inputs and a proof as raw numbers, which need not be below any order or be points. A [`Form`] says
//! it in the bytes or the text of one verifier, or gives the reason why that form has no words for it. A [`Verifier`] accepts or
//! refuses. [`Report`] compares.
//!
//! To add a verifier, implement [`Verifier`] (for one that answers case by case, [`OneByOne`] does it), or write a program that
//! speaks the line protocol of [`External`]; then name it in `src/main.rs`.

pub mod case;
pub mod corpus;
pub mod evm;
pub mod external;
pub mod form;
pub mod keys;
pub mod native;
pub mod number;
pub mod report;
pub mod verifier;

pub use case::{Case, Class, ProofNumbers};
pub use external::External;
pub use form::{Form, NotExpressible, Said};
pub use keys::{Key, Keys, Proven};
pub use number::Word;
pub use report::Report;
pub use verifier::{OneByOne, Verdict, Verifier};
