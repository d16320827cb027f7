//! Mutation
