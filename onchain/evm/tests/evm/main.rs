//! The contracts as deployed, attacked.
#![allow(missing_docs)]

mod measure;
