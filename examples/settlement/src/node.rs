//! A local node, and the few things one says to it.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use alloy::network::TransactionBuilder;
use alloy::primitives::{Address, Bytes};
use alloy::providers::{Provider, ProviderBuilder, RootProvider};
use alloy::rpc::types::{TransactionReceipt, TransactionRequest};
use alloy::sol_types::SolCall;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Failure;

/// anvil on the loopback interface; it ends with this value.
pub(crate) struct Node {
    provider: RootProvider,
    _process: Child,
}

impl Node {
    /// Starts anvil from the npm packages of `contracts/`, or the one on the path.
    pub(crate) async fn start() -> Result<Self, Failure> {
        let mut process = Command::new(program())
            .args(["--host", "127.0.0.1", "--port", "0"])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("anvil does not start: {error}; run npm ci in contracts/"))?;
        let mut lines = BufReader::new(process.stdout.take().ok_or("anvil has a standard output")?).lines();
        let address = loop {
            let line = lines.next_line().await?.ok_or("anvil ended before it listened")?;
            if let Some(address) = line.strip_prefix("Listening on ") {
                break address.to_owned();
            }
        };
        // it would stop when nobody reads what it says
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let provider = ProviderBuilder::default().connect_http(format!("http://{address}").parse()?);
        Ok(Self { provider, _process: process })
    }

    /// Accounts with funds, whose keys the node holds.
    pub(crate) async fn accounts(&self) -> Result<Vec<Address>, Failure> {
        Ok(self.provider.get_accounts().await?)
    }

    /// The number of the chain.
    pub(crate) async fn chain_id(&self) -> Result<u64, Failure> {
        Ok(self.provider.get_chain_id().await?)
    }

    /// The time of the latest block.
    pub(crate) async fn now(&self) -> Result<u64, Failure> {
        let block = self.provider.get_block_by_number(alloy::eips::BlockNumberOrTag::Latest).await?;
        Ok(block.ok_or("there is a latest block")?.header.timestamp)
    }

    /// Lets time pass.
    pub(crate) async fn wait(&self, seconds: u64) -> Result<(), Failure> {
        let _: serde_json::Value = self.provider.raw_request("evm_increaseTime".into(), [seconds]).await?;
        let _: serde_json::Value = self.provider.raw_request("evm_mine".into(), ()).await?;
        Ok(())
    }

    /// Creates a contract.
    pub(crate) async fn deploy(
        &self,
        from: Address,
        code: Bytes,
        arguments: &[u8],
    ) -> Result<Address, Failure> {
        let data = [code.as_ref(), arguments].concat();
        let request = TransactionRequest::default().with_from(from).with_deploy_code(data);
        let receipt = self.provider.send_transaction(request).await?.get_receipt().await?;
        receipt.contract_address.ok_or_else(|| "the contract was not created".into())
    }

    /// Calls a function in a transaction that must succeed.
    pub(crate) async fn send<C: SolCall>(
        &self,
        from: Address,
        to: Address,
        call: &C,
    ) -> Result<TransactionReceipt, Failure> {
        let receipt = self.provider.send_transaction(request(from, to, call)).await?.get_receipt().await?;
        if receipt.status() { Ok(receipt) } else { Err(format!("{} was reverted", C::SIGNATURE).into()) }
    }

    /// Asks what a function would answer.
    pub(crate) async fn read<C: SolCall>(
        &self,
        from: Address,
        to: Address,
        call: &C,
    ) -> Result<C::Return, Failure> {
        let answer = self.provider.call(request(from, to, call)).await?;
        Ok(C::abi_decode_returns(&answer)?)
    }

    /// Asks for something that must be refused, and gives the reason.
    pub(crate) async fn refusal<C: SolCall>(
        &self,
        from: Address,
        to: Address,
        call: &C,
    ) -> Result<Bytes, Failure> {
        match self.provider.call(request(from, to, call)).await {
            Ok(_) => Err("this should have been refused".into()),
            Err(error) => {
                let payload = error.as_error_resp().ok_or("a refusal comes with a reason")?;
                payload.as_revert_data().ok_or_else(|| "a refusal comes with its data".into())
            }
        }
    }
}

fn request<C: SolCall>(from: Address, to: Address, call: &C) -> TransactionRequest {
    TransactionRequest::default().with_from(from).with_to(to).with_input(call.abi_encode())
}

/// npm puts the program into a package for each system.
fn program() -> PathBuf {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contracts/node_modules/@foundry-rs");
    let found =
        packages.read_dir().into_iter().flatten().flatten().map(|entry| entry.path().join("bin/anvil"));
    found.into_iter().find(|path| path.exists()).unwrap_or_else(|| "anvil".into())
}
