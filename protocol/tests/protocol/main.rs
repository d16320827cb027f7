//! The protocol as others use it: whole claims and every way to break them, signatures at the edges, foreign vectors.

#[cfg(test)]
mod eddsa_edge_cases;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
#[cfg(feature = "serde")]
mod foreign_vectors;
#[cfg(test)]
mod gold_clauses;
#[cfg(test)]
mod gold_requests;
#[cfg(test)]
#[cfg(feature = "serde")]
mod json_forms;
#[cfg(test)]
mod public_input_order;
#[cfg(test)]
mod relay_clauses;
#[cfg(test)]
mod relay_requests;
#[cfg(test)]
mod secrets_are_redacted;
#[cfg(test)]
mod vouchers;
