//! Keys, signatures and identities.

use super::{bytes, entries, field, file, text};
use serde_json::Value;
use workproof_protocol::babyjubjub::{scalar_to_decimal, scalar_to_field};
use workproof_protocol::{EdwardsPoint, Identity, PublicKey, Signature, SigningKey, fr_to_decimal};

fn point(value: &Value) -> EdwardsPoint {
    EdwardsPoint { x: field(&value[0]), y: field(&value[1]) }
}

#[test]
fn eddsa_agrees_with_circomlibjs_and_zk_kit_byte_for_byte() {
    for vector in entries(&file(include_str!("../../../../test-vectors/eddsa.json")), "valid") {
        let private_key = bytes(&vector["private_key"]);
        let key = SigningKey::from_private_key(&private_key).unwrap();
        assert_eq!(*key.public_key().point(), point(&vector["public_key"]));
        assert_eq!(PublicKey::from_bytes(&key.public_key().to_bytes()), Ok(*key.public_key()));
        let identity = Identity::from_private_key(&private_key).unwrap();
        assert_eq!(fr_to_decimal(identity.secret_scalar().expose_secret()), text(&vector["secret_scalar"]));
        let message = field(&vector["message"]);
        let signature = key.sign(message);
        assert_eq!(signature.r, point(&vector["signature"]["R8"]));
        assert_eq!(scalar_to_decimal(&signature.s), text(&vector["signature"]["S"]));
        assert_eq!(signature.to_bytes().as_slice(), bytes(&vector["packed"]));
        assert_eq!(Signature::from_bytes(&signature.to_bytes()), Ok(signature));
        assert_eq!(key.public_key().verify(message, &signature), Ok(()));
    }
}

#[test]
fn identities_agree_with_semaphore() {
    let file = file(include_str!("../../../../test-vectors/identity.json"));
    for vector in entries(&file, "vectors") {
        let identity = Identity::from_private_key(&bytes(&vector["private_key"])).unwrap();
        let exported = text(&vector["export"]);
        assert_eq!(*identity.export(), exported);
        assert_eq!(fr_to_decimal(identity.secret_scalar().expose_secret()), text(&vector["secret_scalar"]));
        assert_eq!(*identity.public_key().point(), point(&vector["public_key"]));
        assert_eq!(identity.id().to_string(), text(&vector["commitment"]));
        assert_eq!(Identity::import(exported).unwrap().id(), identity.id());
        assert_eq!(identity.secret_scalar().contributor_id(), Some(identity.id()));
        assert_eq!(
            scalar_to_field(&identity.secret_scalar().to_scalar().unwrap()),
            *identity.secret_scalar().expose_secret()
        );
        if vector["form"] == "text" {
            assert_eq!(Identity::from_text(text(&vector["text"])).unwrap().id(), identity.id());
        }
    }
    for vector in entries(&file, "refused") {
        assert!(Identity::from_private_key(&bytes(&vector["private_key"])).is_err(), "{vector}");
    }
}
