#![doc = include_str!("../README.md")]

extern crate alloc;

mod arkworks;
pub mod attack;
mod digits;
mod engine;
mod facts;
pub mod form;
mod linear_space;
pub mod mutation;
mod report;
pub mod system;

pub use engine::Proof;
pub use report::{Given, Report, Status};
pub use system::System;
