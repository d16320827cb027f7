//! The verifying key inside a Solidity verifier, for the lint: constants in the source as snarkjs writes it.
//!
//! Two forms are known. Today's has a constant for each coordinate (`alphax`, `betax1`, `IC0x`, ...; capitals and
//! underscores make no difference), the older one a point for each statement
//! (`vk.beta2 = Pairing.G2Point([x1, x0], [y1, y0])`). In G2 the imaginary part comes first, as the EVM has it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ark_ff::{BigInt, PrimeField};
use thiserror::Error;

use super::VerifyingKeyPoints;
use crate::curve::{Fq, Fq2, G1Affine, G2Affine};

/// The most bytes of a contract's source that are looked at.
pub const MAX_SOLIDITY_BYTES: usize = 4 * 1024 * 1024;

/// Why no key was found in a contract's source.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SolidityKeyError {
    /// The source is longer than any verifier.
    #[error("the source has {found} bytes, too many for a verifier")]
    Length {
        /// Bytes found.
        found: usize,
    },
    /// A constant is missing.
    #[error("the source has no constant `{name}`; is it a Groth16 verifier as snarkjs writes it?")]
    Missing {
        /// The constant's name, in small letters.
        name: String,
    },
    /// A constant occurs twice.
    #[error("the source gives `{name}` twice")]
    Repeated {
        /// The constant's name, in small letters.
        name: String,
    },
    /// A constant is no coordinate.
    #[error("`{name}` is not below the base field's order")]
    Coordinate {
        /// The constant's name, in small letters.
        name: String,
    },
}

impl VerifyingKeyPoints {
    /// Finds the points in a contract's source. They are not checked in any way: the lint and the constructors of keys do.
    ///
    /// # Errors
    /// [`SolidityKeyError`].
    pub fn from_solidity_source(source: &str) -> Result<Self, SolidityKeyError> {
        if source.len() > MAX_SOLIDITY_BYTES {
            return Err(SolidityKeyError::Length { found: source.len() });
        }
        let constants = Constants::read(source)?;
        let mut ic = Vec::new();
        while constants.0.contains_key(&format!("ic{}x", ic.len())) {
            ic.push(constants.g1(&format!("ic{}", ic.len()))?);
        }
        if ic.is_empty() {
            return Err(SolidityKeyError::Missing { name: "ic0x".to_string() });
        }
        Ok(Self {
            alpha_g1: constants.g1("alpha")?,
            beta_g2: constants.g2("beta")?,
            gamma_g2: constants.g2("gamma")?,
            delta_g2: constants.g2("delta")?,
            ic,
        })
    }
}

/// Coordinates by their names, in small letters without underscores.
struct Constants(BTreeMap<String, String>);

impl Constants {
    fn read(source: &str) -> Result<Self, SolidityKeyError> {
        let mut constants = Self(BTreeMap::new());
        for statement in without_comments(source).split(';') {
            let Some((left, right)) = statement.split_once('=') else { continue };
            let name = assigned_name(left);
            let numbers: Vec<&str> =
                words(right).filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
            let point = match name.as_str() {
                "alfa1" | "alpha1" => "alpha",
                "beta2" => "beta",
                "gamma2" => "gamma",
                "delta2" => "delta",
                other => other,
            };
            match numbers[..] {
                [value] => constants.insert(name, value)?,
                [x, y] => {
                    constants.insert(format!("{point}x"), x)?;
                    constants.insert(format!("{point}y"), y)?;
                }
                [x1, x0, y1, y0] => {
                    for (part, value) in [("x1", x1), ("x2", x0), ("y1", y1), ("y2", y0)] {
                        constants.insert(format!("{point}{part}"), value)?;
                    }
                }
                _ => {}
            }
        }
        Ok(constants)
    }

    fn insert(&mut self, name: String, value: &str) -> Result<(), SolidityKeyError> {
        // other things are assigned too, and more than once; only names of coordinates matter
        let known = ["alpha", "beta", "gamma", "delta", "ic"].iter().any(|start| name.starts_with(start));
        if known && self.0.insert(name.clone(), value.to_string()).is_some() {
            return Err(SolidityKeyError::Repeated { name });
        }
        Ok(())
    }

    fn g1(&self, name: &str) -> Result<G1Affine, SolidityKeyError> {
        let at = |part: &str| self.coordinate(format!("{name}{part}"));
        Ok(G1Affine::new_unchecked(at("x")?, at("y")?))
    }

    fn g2(&self, name: &str) -> Result<G2Affine, SolidityKeyError> {
        let at = |part: &str| self.coordinate(format!("{name}{part}"));
        let (x, y) = (Fq2::new(at("x2")?, at("x1")?), Fq2::new(at("y2")?, at("y1")?));
        Ok(G2Affine::new_unchecked(x, y))
    }

    fn coordinate(&self, name: String) -> Result<Fq, SolidityKeyError> {
        match self.0.get(&name) {
            None => Err(SolidityKeyError::Missing { name }),
            Some(value) => integer(value)
                .and_then(|limbs| Fq::from_bigint(BigInt(limbs)))
                .ok_or(SolidityKeyError::Coordinate { name }),
        }
    }
}

/// Words: letters, digits and underscores.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).filter(|word| !word.is_empty())
}

/// The last name on the left of an assignment, with its index if it has one: `vk.IC[3]` is `ic3`.
fn assigned_name(left: &str) -> String {
    let all: Vec<&str> = words(left).collect();
    let name = match all[..] {
        [.., name, index] if left.trim_end().ends_with(']') => format!("{name}{index}"),
        [.., name] => name.to_string(),
        [] => String::new(),
    };
    name.chars().filter(|letter| *letter != '_').collect::<String>().to_ascii_lowercase()
}

fn without_comments(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find('/') {
        let (before, comment) = rest.split_at(start);
        kept.push_str(before);
        let end = match comment.as_bytes() {
            [b'/', b'/', ..] => comment.find('\n'),
            [b'/', b'*', ..] => comment.find("*/").map(|end| end + 2),
            _ => {
                kept.push('/');
                Some(1)
            }
        };
        rest = end.and_then(|end| comment.get(end..)).unwrap_or_default();
    }
    kept.push_str(rest);
    kept
}

/// A decimal or hexadecimal number below 2^256.
fn integer(text: &str) -> Option<[u64; 4]> {
    let (radix, digits) = match text.strip_prefix("0x") {
        Some(digits) => (16, digits),
        None => (10, text),
    };
    let mut limbs = [0_u64; 4];
    for digit in digits.chars().filter(|letter| *letter != '_') {
        let mut carry = u128::from(digit.to_digit(radix)?);
        for limb in &mut limbs {
            let sum = u128::from(*limb) * u128::from(radix) + carry;
            *limb = u64::try_from(sum & u128::from(u64::MAX)).ok()?;
            carry = sum >> 64;
        }
        if carry != 0 {
            return None;
        }
    }
    (!digits.is_empty()).then_some(limbs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::Fr;
    use crate::keys::{KeyFinding, lint_key};
    use ark_ec::{AffineRepr, CurveGroup};

    fn key() -> VerifyingKeyPoints {
        let g1 = |scalar: u64| (G1Affine::generator() * Fr::from(scalar)).into_affine();
        let g2 = |scalar: u64| (G2Affine::generator() * Fr::from(scalar)).into_affine();
        VerifyingKeyPoints {
            alpha_g1: g1(2),
            beta_g2: g2(3),
            gamma_g2: g2(1),
            delta_g2: g2(1),
            ic: [g1(6), g1(7)].to_vec(),
        }
    }

    fn today(points: &VerifyingKeyPoints) -> String {
        let mut source = String::from(
            "// a = 1;\npragma solidity >=0.7.0;\ncontract V {\n/* uint256 constant alphax = 5; */\n\
             uint256 constant r = 21888242871839275222246405745257275088548364400416034343698204186575808495617;\n",
        );
        let mut constant =
            |name: &str, value: &Fq| source.push_str(&format!("uint256 constant {name} = {value};\n"));
        constant("alphax", &points.alpha_g1.x);
        constant("alphay", &points.alpha_g1.y);
        for (name, point) in
            [("beta", points.beta_g2), ("gamma", points.gamma_g2), ("delta", points.delta_g2)]
        {
            constant(&format!("{name}x1"), &point.x.c1);
            constant(&format!("{name}x2"), &point.x.c0);
            constant(&format!("{name}y1"), &point.y.c1);
            constant(&format!("{name}y2"), &point.y.c0);
        }
        for (index, point) in points.ic.iter().enumerate() {
            constant(&format!("IC{index}x"), &point.x);
            constant(&format!("IC{index}y"), &point.y);
        }
        source + "uint16 constant pVk = 0; }"
    }

    fn older(points: &VerifyingKeyPoints) -> String {
        let g1 = |name: &str, p: &G1Affine| format!("vk.{name} = Pairing.G1Point({}, {:#});\n", p.x, p.y);
        let g2 = |name: &str, p: &G2Affine| {
            format!("vk.{name} = Pairing.G2Point(\n[{},\n {}],\n[{}, {}]);\n", p.x.c1, p.x.c0, p.y.c1, p.y.c0)
        };
        let ic: String =
            points.ic.iter().enumerate().map(|(index, p)| g1(&format!("IC[{index}]"), p)).collect();
        format!(
            "function verifyingKey() {{ {}{}{}{} vk.IC = new Pairing.G1Point[]({});\n{ic} }}",
            g1("alfa1", &points.alpha_g1),
            g2("beta2", &points.beta_g2),
            g2("gamma2", &points.gamma_g2),
            g2("delta2", &points.delta_g2),
            points.ic.len(),
        )
    }

    #[test]
    fn b7_finds_the_key_of_a_contract_and_its_danger() {
        for source in [today(&key()), today(&key()).replace("alphax", "ALPHA_X"), older(&key())] {
            let points = VerifyingKeyPoints::from_solidity_source(&source).unwrap();
            assert_eq!(points, key());
            assert!(lint_key(&points).contains(&KeyFinding::GammaIsDelta));
        }
    }

    #[test]
    fn refuses_sources_without_a_key() {
        let read = VerifyingKeyPoints::from_solidity_source;
        let missing = |name: &str| Err(SolidityKeyError::Missing { name: name.to_string() });
        let source = today(&key());
        assert_eq!(read(""), missing("ic0x"));
        assert_eq!(read(&source.replace("deltax2", "unknown")), missing("deltax2"));
        assert_eq!(
            read(&source.replace("IC1x", "IC0x")),
            Err(SolidityKeyError::Repeated { name: "ic0x".to_string() })
        );
        let above = source.replace("alphax = ", "alphax = 9");
        assert_eq!(read(&above), Err(SolidityKeyError::Coordinate { name: "alphax".to_string() }));
        assert!(matches!(read(&" ".repeat(MAX_SOLIDITY_BYTES + 1)), Err(SolidityKeyError::Length { .. })));
    }
}
