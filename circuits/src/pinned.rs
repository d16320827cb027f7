//! The digests under review: what `pins.json` says about each circuit, known without building it.

const PINS: &str = include_str!("../pins.json");

/// The digest of the circuit with this name, such as `relay-46`, as pinned; `None` for any other circuit.
///
/// A test compares the pins with the circuits themselves, so whoever trusts the build may load a key for this digest
/// without recording the shape again, which takes seconds for the large circuits.
#[must_use]
pub fn pinned_digest(name: &str) -> Option<[u8; 32]> {
    let line = PINS.lines().find(|line| line.contains(&format!("\"name\": \"{name}\"")))?;
    let (_, after) = line.split_once("\"digest\": \"")?;
    let (hex, _) = after.split_once('"')?;
    let mut digest = [0; 32];
    if hex.len() != 2 * digest.len() {
        return None;
    }
    for (index, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_circuits_are_pinned() {
        for name in ["relay-10", "relay-46", "relay-190", "gold-256", "gold-1024", "gold-4096"] {
            assert!(pinned_digest(name).is_some(), "{name}");
        }
        for name in ["", "relay", "relay-1", "relay-11", "gold-256\"", "readings-4"] {
            assert!(pinned_digest(name).is_none(), "{name}");
        }
    }
}
