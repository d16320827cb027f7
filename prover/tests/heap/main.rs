//! No secret is left in memory that was given back: every block is looked through at the moment it is freed (C7).
//!
//! A test says which bytes are secret, does its work and drops everything. Whatever still lies in a freed block would be
//! found there by whoever gets that block next, or by who reads a core file. What was never freed, the stack and registers
//! are not looked at.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test ends at the first surprise")]

mod secrets;
mod watching_allocator;
