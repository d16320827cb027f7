//! Nothing to use: the tests run the contract that `workproof export soroban` writes, in Soroban's own host.
