//! A chain in memory: revm under Osaka's rules, with what a test needs to send and read.

use alloy_primitives::{Address, Bytes, TxKind, U256};
use alloy_sol_types::{SolCall, SolError};
use revm::context::{BlockEnv, CfgEnv, Context, Journal, TxEnv};
use revm::context_interface::result::{ExecutionResult, Output};
use revm::database::{CacheDB, EmptyDB};
use revm::primitives::hardfork::SpecId;
use revm::state::AccountInfo;
use revm::{ExecuteCommitEvm, MainBuilder, MainContext};

type Database = CacheDB<EmptyDB>;
type ChainContext = Context<BlockEnv, TxEnv, CfgEnv, Database, Journal<Database>, ()>;

/// What is left after a transaction.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Whether it succeeded.
    pub success: bool,
    /// What it returned, or why it was reverted.
    pub output: Bytes,
    /// The gas that its receipt states.
    pub gas: u64,
    /// How many events it left.
    pub events: usize,
    /// The contract that it created.
    pub created: Option<Address>,
}

impl Receipt {
    /// Reads the error that it was reverted with.
    ///
    /// # Panics
    /// Where it succeeded, or was reverted with another error.
    #[track_caller]
    pub fn error<E: SolError>(&self) -> E {
        assert!(!self.success, "the transaction succeeded");
        E::abi_decode(&self.output)
            .unwrap_or_else(|error| panic!("reverted with {} and not {}: {error}", self.output, E::SIGNATURE))
    }
}

/// The chain.
#[derive(Clone, Debug)]
pub struct Chain {
    database: Database,
    /// The number that transactions and contracts see.
    pub chain_id: u64,
    /// The time of the next block, in seconds since 1970.
    pub now: u64,
}

/// What a transaction may use at most, by EIP-7825.
pub const GAS_LIMIT: u64 = 1 << 24;

impl Chain {
    /// An empty chain.
    pub fn new(chain_id: u64, now: u64) -> Self {
        Self { database: CacheDB::new(EmptyDB::default()), chain_id, now }
    }

    /// Sends a transaction.
    pub fn send(&mut self, from: Address, to: TxKind, data: Bytes) -> Receipt {
        let (receipt, database) = self.run(from, to, data);
        self.database = database;
        receipt
    }

    /// What would happen, without anything happening.
    pub fn try_send(&self, from: Address, to: Address, data: Bytes) -> Receipt {
        self.run(from, TxKind::Call(to), data).0
    }

    /// Creates a contract.
    ///
    /// # Panics
    /// Where it is not created.
    #[track_caller]
    pub fn deploy(&mut self, from: Address, code: Bytes, arguments: &[u8]) -> (Address, u64) {
        let data = [code.as_ref(), arguments].concat();
        let receipt = self.send(from, TxKind::Create, data.into());
        assert!(receipt.success, "not deployed: {}", receipt.output);
        (receipt.created.expect("a created contract has an address"), receipt.gas)
    }

    /// Calls a function in a transaction.
    pub fn call<C: SolCall>(&mut self, from: Address, to: Address, call: &C) -> Receipt {
        self.send(from, TxKind::Call(to), call.abi_encode().into())
    }

    /// Calls a function in a transaction that must succeed.
    ///
    /// # Panics
    /// Where it does not.
    #[track_caller]
    pub fn expect<C: SolCall>(&mut self, from: Address, to: Address, call: &C) -> Receipt {
        let receipt = self.call(from, to, call);
        assert!(receipt.success, "{} reverted: {}", C::SIGNATURE, receipt.output);
        receipt
    }

    /// Reads by a function that must succeed.
    ///
    /// # Panics
    /// Where it does not.
    #[track_caller]
    pub fn read<C: SolCall>(&self, to: Address, call: &C) -> C::Return {
        self.read_as(Address::repeat_byte(0xee), to, call)
    }

    /// Reads as somebody.
    ///
    /// # Panics
    /// Where it fails.
    #[track_caller]
    pub fn read_as<C: SolCall>(&self, from: Address, to: Address, call: &C) -> C::Return {
        let receipt = self.try_send(from, to, call.abi_encode().into());
        assert!(receipt.success, "{} reverted: {}", C::SIGNATURE, receipt.output);
        C::abi_decode_returns(&receipt.output).expect("returns what the ABI says")
    }

    /// Puts one account's code and storage in the place of another's.
    ///
    /// # Panics
    /// Where there is no such account.
    pub fn copy_account(&mut self, from: Address, to: Address) {
        let account = self.database.cache.accounts.get(&from).cloned().expect("the account is known");
        self.database.cache.accounts.insert(to, account);
    }

    /// Writes a balance into an OpenZeppelin token, whose balances are the mapping in slot 0.
    ///
    /// # Panics
    /// Where the storage cannot be written.
    pub fn give_balance(&mut self, token: Address, holder: Address, balance: U256) {
        let slot = alloy_primitives::keccak256([holder.into_word().0, [0; 32]].concat());
        self.database.insert_account_storage(token, slot.into(), balance).expect("a database in memory");
    }

    fn run(&self, from: Address, to: TxKind, data: Bytes) -> (Receipt, Database) {
        let mut database = self.database.clone();
        let known = database.cache.accounts.get(&from).map(|account| account.info.clone());
        let account = known.unwrap_or_else(|| AccountInfo { balance: U256::MAX >> 1, ..Default::default() });
        let nonce = account.nonce;
        database.insert_account_info(from, account);
        let context: ChainContext = Context::mainnet().with_db(database);
        let mut evm = context
            .modify_cfg_chained(|cfg| {
                cfg.set_spec_and_mainnet_gas_params(SpecId::OSAKA);
                cfg.chain_id = self.chain_id;
            })
            .modify_block_chained(|block| block.timestamp = U256::from(self.now))
            .build_mainnet();
        let transaction = TxEnv::builder()
            .caller(from)
            .kind(to)
            .data(data)
            .gas_limit(GAS_LIMIT)
            .nonce(nonce)
            .chain_id(Some(self.chain_id))
            .build()
            .expect("the transaction is complete");
        let result = evm.transact_commit(transaction).expect("the transaction is well formed");
        let created = match &result {
            ExecutionResult::Success { output: Output::Create(_, address), .. } => *address,
            _ => None,
        };
        let receipt = Receipt {
            success: result.is_success(),
            output: result.output().cloned().unwrap_or_default(),
            gas: result.tx_gas_used(),
            events: result.logs().len(),
            created,
        };
        (receipt, evm.ctx.journaled_state.database)
    }
}
