//! The key in the contract's storage. It was checked when it came, and is read with the same checks every time.

use cosmwasm_std::Storage;
use workproof_verifier::{DevelopmentVerifyingKey, PreparedVerifyingKey, VerifyingKey};

use crate::{ContractError, InstantiateMsg};

/// Where a key is kept, by what it is.
const KEY: &[u8] = b"key";
const DEVELOPMENT_KEY: &[u8] = b"insecure_development_key";

/// A checked key, and whether it is a development key.
pub(crate) enum HeldKey {
    Sound(VerifyingKey),
    Development(DevelopmentVerifyingKey),
}

impl HeldKey {
    pub(crate) fn from_message(message: &InstantiateMsg) -> Result<Self, ContractError> {
        match message {
            InstantiateMsg::Key(bytes) => Self::sound(bytes.as_slice()),
            InstantiateMsg::InsecureDevelopmentKey(bytes) => Self::development(bytes.as_slice()),
        }
    }

    pub(crate) fn load(storage: &dyn Storage) -> Result<Self, ContractError> {
        match (storage.get(KEY), storage.get(DEVELOPMENT_KEY)) {
            (Some(bytes), _) => Self::sound(&bytes),
            (None, Some(bytes)) => Self::development(&bytes),
            (None, None) => Err(ContractError::NoKey),
        }
    }

    pub(crate) fn save(&self, storage: &mut dyn Storage) {
        match self {
            Self::Sound(key) => storage.set(KEY, &key.to_bytes()),
            Self::Development(key) => storage.set(DEVELOPMENT_KEY, &key.to_bytes()),
        }
    }

    pub(crate) fn prepare(&self) -> PreparedVerifyingKey {
        match self {
            Self::Sound(key) => key.prepare(),
            Self::Development(key) => key.insecure_prepare(),
        }
    }

    pub(crate) fn circuit(&self) -> String {
        match self {
            Self::Sound(key) => key.circuit().name().to_string(),
            Self::Development(key) => key.circuit().name().to_string(),
        }
    }

    pub(crate) fn id(&self) -> String {
        match self {
            Self::Sound(key) => key.key_id().to_string(),
            Self::Development(key) => key.key_id().to_string(),
        }
    }

    pub(crate) const fn is_development(&self) -> bool {
        matches!(self, Self::Development(_))
    }

    fn sound(bytes: &[u8]) -> Result<Self, ContractError> {
        VerifyingKey::from_bytes(bytes).map(Self::Sound).map_err(ContractError::Key)
    }

    fn development(bytes: &[u8]) -> Result<Self, ContractError> {
        DevelopmentVerifyingKey::insecure_from_bytes(bytes).map(Self::Development).map_err(ContractError::Key)
    }
}
