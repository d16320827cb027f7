//! Nothing to use: the tests run the contract in CosmWasm's own virtual machine.
