//! Vouchers, as they arrive.

use workproof_protocol::{Attester, ContributorId, Scope, Voucher, VoucherError};
use workproof_wasm_call::{Arguments, Refusal};

use super::UNKNOWN;
use crate::reply::{DONE, Reply, json, malformed, parse, read, refused};

pub(super) fn run(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "verify" => {
            let voucher: Voucher = read(arguments)?;
            voucher.verify().map_err(|error| Refusal::of("bad-signature", &error))?;
            DONE
        }
        "accept" => accept(arguments),
        "to_bytes" => Ok(read::<Voucher>(arguments)?.to_bytes().to_vec()),
        "from_bytes" => {
            json(&Voucher::from_bytes(arguments.next_bytes()?).map_err(|error| malformed(&error))?)
        }
        _ => UNKNOWN,
    }
}

/// Everything that proving will need, at the moment the voucher is received.
fn accept(arguments: &mut Arguments<'_>) -> Reply {
    let voucher: Voucher = read(arguments)?;
    let (scope, contributor): (Scope, ContributorId) = (parse(arguments)?, parse(arguments)?);
    let (index, attester): (u32, Attester) = (arguments.next_number()?, read(arguments)?);
    voucher.accept(scope, contributor, index, &attester).map_err(|error| match error {
        VoucherError::Signature(_) => Refusal::of("bad-signature", &error),
        _ => refused(&error),
    })?;
    DONE
}
