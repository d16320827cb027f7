//! Vouchers: what is signed, what is accepted, and the wire form.

use ark_ff::Field;
use proptest::prelude::*;
use workproof_protocol::voucher::{VOUCHER_BYTES, VOUCHER_VERSION};
use workproof_protocol::{
    Attester, ContributorId, DecodeError, DomainTag, Fr, Scope, SignatureError, Voucher, VoucherError,
    poseidon,
};

use crate::fixtures::{Network, attester_key};

fn voucher() -> Voucher {
    Network::new().voucher(3, 200)
}

#[test]
fn signs_the_five_inputs_of_its_definition() {
    let voucher = voucher();
    let message = poseidon::hash([
        DomainTag::Voucher.to_field(),
        voucher.scope.to_field(),
        voucher.contributor.to_field(),
        Fr::from(200_u64),
        Fr::from(3_u64),
    ]);
    assert_eq!(attester_key(3).public_key().verify(message, &voucher.signature), Ok(()));
    assert_eq!(voucher.verify(), Ok(()));
}

#[test]
fn accepts_only_what_proving_can_use() {
    let voucher = voucher();
    let attester = Attester::new(*attester_key(3).public_key(), 200);
    let (scope, id) = (voucher.scope, voucher.contributor);
    let other = Fr::ONE;
    assert_eq!(voucher.accept(scope, id, 3, &attester), Ok(()));
    assert_eq!(voucher.accept(Scope::from_field(other), id, 3, &attester), Err(VoucherError::Scope));
    assert_eq!(
        voucher.accept(scope, ContributorId::from_field(other), 3, &attester),
        Err(VoucherError::Contributor)
    );
    assert_eq!(
        voucher.accept(scope, id, 4, &attester),
        Err(VoucherError::AttesterIndex { expected: 4, found: 3 })
    );
    let stranger = Attester::new(*attester_key(4).public_key(), 200);
    assert_eq!(voucher.accept(scope, id, 3, &stranger), Err(VoucherError::AttesterKey { index: 3 }));
    let capped = Attester::new(attester.public_key, 199);
    assert_eq!(voucher.accept(scope, id, 3, &capped), Err(VoucherError::OverCap { units: 200, cap: 199 }));
    let far = Voucher::issue(&attester_key(3), scope, id, 1, 78_125);
    assert_eq!(far.accept(scope, id, 78_125, &attester), Err(VoucherError::IndexRange { index: 78_125 }));
    let mut forged = voucher.clone();
    forged.units = 100;
    let wrong = VoucherError::Signature(SignatureError::Mismatch);
    assert_eq!(forged.accept(scope, id, 3, &attester), Err(wrong));
    forged = voucher;
    forged.signature.r.x += Fr::ONE;
    assert_eq!(
        forged.accept(scope, id, 3, &attester),
        Err(VoucherError::Signature(SignatureError::NotOnCurve))
    );
}

#[test]
fn wire_form_has_the_documented_layout() {
    let voucher = voucher();
    let bytes = voucher.to_bytes();
    assert_eq!(bytes.len(), 173);
    assert_eq!(bytes[0], VOUCHER_VERSION);
    assert_eq!(bytes[65..73], 200_u64.to_be_bytes());
    assert_eq!(bytes[73..77], 3_u32.to_be_bytes());
    assert_eq!(bytes[77..109], voucher.attester.to_bytes());
    assert_eq!(bytes[109..], voucher.signature.to_bytes());
    assert_eq!(Voucher::from_bytes(&bytes), Ok(voucher));
}

#[test]
fn rejects_every_truncation_and_every_longer_form_c1() {
    let bytes = voucher().to_bytes();
    for length in 0..bytes.len() {
        let expected = DecodeError::Length { expected: VOUCHER_BYTES, found: length };
        assert_eq!(Voucher::from_bytes(&bytes[..length]), Err(expected));
    }
    let longer = [&bytes[..], &[0]].concat();
    assert!(matches!(Voucher::from_bytes(&longer), Err(DecodeError::Length { .. })));
}

#[test]
fn every_flipped_bit_is_refused_or_is_another_voucher_that_does_not_verify_c2_c3() {
    let voucher = voucher();
    let bytes = voucher.to_bytes();
    for bit in 0..8 * bytes.len() {
        let mut flipped = bytes;
        flipped[bit / 8] ^= 1 << (bit % 8);
        if let Ok(decoded) = Voucher::from_bytes(&flipped) {
            assert_eq!(decoded.to_bytes(), flipped, "bit {bit}");
            assert!(decoded.verify().is_err(), "bit {bit}");
        } else if bit < 8 {
            let found = flipped[0];
            assert_eq!(Voucher::from_bytes(&flipped), Err(DecodeError::Version { expected: 1, found }));
        }
    }
}

#[test]
fn rejects_values_at_and_above_the_modulus_b1() {
    let bytes = voucher().to_bytes();
    for at in [1, 33] {
        let mut forged = bytes;
        forged[at..at + 32].fill(0xff);
        assert_eq!(Voucher::from_bytes(&forged), Err(DecodeError::NotCanonical));
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic_and_never_have_two_spellings(mut bytes in proptest::collection::vec(any::<u8>(), VOUCHER_BYTES)) {
        bytes[0] = VOUCHER_VERSION;
        if let Ok(decoded) = Voucher::from_bytes(&bytes) {
            prop_assert_eq!(decoded.to_bytes().to_vec(), bytes);
        }
    }
}
