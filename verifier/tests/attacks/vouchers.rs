//! Vouchers that cannot be redeemed, or were not meant for this work (A3, A9, A19, C1).

use crate::attack::{Twin, carry_out};
use crate::fixtures::{Network, attester_key, scope_of};
use workproof_protocol::mutants::Twin::{VoucherCap, VoucherContributor, VoucherLength, VoucherScope};
use workproof_protocol::{Attester, DecodeError, Fact, Identity, VOUCHER_BYTES, Voucher, VoucherError};

fn enrolled(number: u8) -> Attester {
    Attester::new(*attester_key(number).public_key(), 1000)
}

#[test]
fn a_voucher_of_another_scope_is_not_accepted_a9() {
    let network = Network::new();
    let voucher = Voucher::issue(&attester_key(2), scope_of(Fact::GOLD), network.identity.id(), 10, 2);
    let attack = || voucher.accept(network.scope, network.identity.id(), 2, &enrolled(2));
    let what = "an attester signs for another scope: work that can never be claimed";
    carry_out("A9", what, VoucherError::Scope, Twin::Protocol(VoucherScope), attack);
}

#[test]
fn a_voucher_for_somebody_else_is_not_accepted_a19() {
    let network = Network::new();
    let other = Identity::from_text("somebody else").unwrap().id();
    let voucher = Voucher::issue(&attester_key(2), network.scope, other, 10, 2);
    let attack = || voucher.accept(network.scope, network.identity.id(), 2, &enrolled(2));
    let what = "an attester signs for another contributor";
    carry_out("A19", what, VoucherError::Contributor, Twin::Protocol(VoucherContributor), attack);
}

#[test]
fn a_voucher_above_the_cap_is_not_accepted_a3() {
    let network = Network::new();
    let voucher = network.voucher(2, 1001);
    let attack = || voucher.accept(network.scope, network.identity.id(), 2, &enrolled(2));
    let what = "an attester signs more than their cap, which no claim can hold";
    let refusal = VoucherError::OverCap { units: 1001, cap: 1000 };
    carry_out("A3", what, refusal, Twin::Protocol(VoucherCap), attack);
}

#[test]
fn a_voucher_with_a_tail_is_no_other_voucher_c1() {
    let voucher = Network::new().voucher(2, 10);
    let mut bytes = voucher.to_bytes().to_vec();
    bytes.extend([0; 1000]);
    let attack = || {
        assert_eq!(Voucher::from_bytes(&bytes)?, voucher);
        Ok(())
    };
    let what = "bytes after a voucher: any number of forms of one voucher";
    let refusal = DecodeError::Length { expected: VOUCHER_BYTES, found: bytes.len() };
    carry_out("C1", what, refusal, Twin::Protocol(VoucherLength), attack);
}
