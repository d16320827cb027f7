//! The protocol as others use it: whole claims and every way to break them, signatures at the edges, vectors of other libraries.

#[cfg(test)]
mod eddsa_edge_cases;
#[cfg(test)]
mod fixtures;
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
#[cfg(feature = "serde")]
mod shared_vectors;
#[cfg(test)]
mod vouchers;
