//! Every operation beside arkworks', in BN254's two fields and in one with a shorter prime.

use core::fmt::Debug;

use ark_bn254::{FqConfig, FrConfig};
use ark_ff::{BigInteger, PrimeField, UniformRand};
use ark_std::rand::{SeedableRng, rngs::StdRng};
use proptest::prelude::*;

use super::*;
use crate::limbs::{LIMB_BITS, Words};

fn wide<P: MontConfig<4>>(value: Narrow<P>) -> Wide<P> {
    Fp::new_unchecked(value.0)
}

/// The field of Baby Jubjub's scalars, whose prime has 251 bits.
mod short {
    #![expect(unexpected_cfgs, reason = "the derive asks for the feature `asm` of the crate it is used in")]
    #[derive(ark_ff::MontConfig)]
    #[modulus = "2736030358979909402780800718157159386076813972158567259200215660948447373041"]
    #[generator = "31"]
    pub(super) struct Config;
}

/// Elements below the prime by their bits: around zero and the prime, and limbs and words full, empty and nearly so.
fn edges<P: MontConfig<4>>() -> Vec<Wide<P>> {
    let mut numbers: Vec<Words> = vec![P::R.0, P::R2.0, [u64::MAX; 4]];
    for bit in 0..256 {
        let mut power = BigInt([0; 4]);
        power.0[bit / 64] = 1 << (bit % 64);
        if bit % 29 < 2 || bit % 64 < 2 || bit % 64 == 63 {
            let (mut less, mut more) = (power, P::MODULUS);
            less.sub_with_borrow(&BigInt::from(1_u64));
            more.sub_with_borrow(&power);
            numbers.extend([power.0, less.0, more.0]);
        }
    }
    for limb in [0x1fff_ffff_u64, 0x1fff_fffe, 0x1000_0000, 0x0aaa_aaaa, 1] {
        for every in [1, 2] {
            let mut number = BigInt([0; 4]);
            for place in (0..9).rev() {
                number <<= LIMB_BITS;
                number.0[0] |= if place % every == 0 { limb } else { 0 };
            }
            numbers.push(number.0);
        }
    }
    let near = [1_u64, 2, 3, 1 << 29, 1 << 63].map(|less| {
        let mut number = P::MODULUS;
        number.sub_with_borrow(&BigInt::from(less));
        number.0
    });
    numbers.extend(near.into_iter().chain([[0; 4], [1, 0, 0, 0], [2, 0, 0, 0]]));
    let below = numbers.into_iter().map(|mut words| {
        // the top bits away, as few as it takes
        while BigInt(words) >= P::MODULUS {
            words[3] &= !(1 << (63 - words[3].leading_zeros()));
        }
        words
    });
    let mut below: Vec<Words> = below.collect();
    below.sort_unstable();
    below.dedup();
    below.into_iter().map(|words| Fp::new_unchecked(BigInt(words))).collect()
}

fn same<P: MontConfig<4>, T: PartialEq + Debug>(what: &str, inputs: &[Wide<P>], found: T, expected: T) {
    assert_eq!(found, expected, "{what} of {:?}", inputs.iter().map(|input| input.0.0).collect::<Vec<_>>());
}

/// Everything that takes two or four elements.
fn agree<P: MontConfig<4>>(a: Wide<P>, b: Wide<P>, c: Wide<P>, d: Wide<P>) {
    let [na, nb, nc, nd] = [a, b, c, d].map(narrow);
    let inputs = [a, b, c, d];
    same("product", &inputs, (na * nb).0, (a * b).0);
    same("sum", &inputs, (na + nb).0, (a + b).0);
    same("difference", &inputs, (na - nb).0, (a - b).0);
    let sum = Narrow::<P>::sum_of_products(&[na, nc], &[nb, nd]);
    same("sum of two products", &inputs, sum.0, (a * b + c * d).0);
}

/// Everything that takes one element.
fn agree_alone<P: MontConfig<4>>(a: Wide<P>) {
    let na = narrow(a);
    same("square", &[a], na.square().0, a.square().0);
    same("double", &[a], na.double().0, a.double().0);
    same("negative", &[a], (-na).0, (-a).0);
    same("integer", &[a], na.into_bigint(), a.into_bigint());
    same(
        "element",
        &[a],
        Narrow::<P>::from_bigint(a.0).map(|value| value.0),
        Wide::<P>::from_bigint(a.0).map(|value| value.0),
    );
    same(
        "three products",
        &[a],
        Narrow::<P>::sum_of_products(&[na; 3], &[na; 3]).0,
        (a * a * Wide::<P>::from(3_u64)).0,
    );
}

fn agree_slowly<P: MontConfig<4>>(a: Wide<P>) {
    let na = narrow(a);
    same("inverse", &[a], na.inverse().map(|value| value.0), a.inverse().map(|value| value.0));
    same("root", &[a], na.sqrt().map(|value| value.0), a.sqrt().map(|value| value.0));
    same("legendre", &[a], na.legendre(), a.legendre());
}

fn at_the_edges<P: MontConfig<4>>() {
    let edges = edges::<P>();
    assert!(edges.len() > 60, "{}", edges.len());
    for (index, a) in edges.iter().enumerate() {
        agree_alone(*a);
        for b in &edges {
            // the other pair goes through all edges too, in another order
            let other = edges[(index * 7 + 3) % edges.len()];
            agree(*a, *b, other, *b);
        }
    }
    for a in edges.iter().step_by(5) {
        agree_slowly(*a);
    }
}

fn at_random<P: MontConfig<4>>(seed: u64, count: usize) {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut next = || Wide::<P>::rand(&mut rng);
    for round in 0..count {
        let (a, b, c, d) = (next(), next(), next(), next());
        agree(a, b, c, d);
        agree_alone(a);
        if round % 1000 == 0 {
            agree_slowly(a);
        }
    }
}

#[test]
fn agrees_with_arkworks_at_the_edges() {
    at_the_edges::<FqConfig>();
    at_the_edges::<FrConfig>();
    at_the_edges::<short::Config>();
}

#[test]
fn agrees_with_arkworks_on_a_hundred_thousand_elements() {
    at_random::<FqConfig>(1, 100_000);
    at_random::<FrConfig>(2, 20_000);
    at_random::<short::Config>(3, 20_000);
}

/// The largest numbers there are in every limb, for the bounds in the module's text: debug builds stop at an overflow.
#[test]
fn the_largest_sums_do_not_overflow() {
    let prime = NarrowLimbs::<FqConfig>::PRIME;
    let largest = {
        let mut number = FqConfig::MODULUS;
        number.0[0] -= 1;
        number.0
    };
    for a in [largest, [u64::MAX; 4]] {
        let found = sum_of_two_products([&a, &a], [&largest, &largest], prime);
        // 2 (-1) a / R, perhaps with the prime once more where `a` is no element
        let element = Wide::<FqConfig>::from_le_bytes_mod_order(&BigInt(a).to_bytes_le());
        let expected = -(element.double() * Wide::<FqConfig>::new_unchecked(BigInt([1, 0, 0, 0])));
        assert_eq!(Wide::<FqConfig>::from_le_bytes_mod_order(&BigInt(found).to_bytes_le()), expected);
    }
}

proptest! {
    /// A factor that is no element, but any number of 256 bits, is brought below the prime.
    #[test]
    fn a_factor_may_have_any_256_bits(a: Words, b: [u8; 32]) {
        let b = Wide::<FqConfig>::from_le_bytes_mod_order(&b);
        let mut found = a;
        multiply(&mut found, &b.0.0, NarrowLimbs::<FqConfig>::PRIME);
        let element = Wide::<FqConfig>::from_le_bytes_mod_order(&BigInt(a).to_bytes_le());
        let one_over_r = Wide::<FqConfig>::new_unchecked(BigInt([1, 0, 0, 0]));
        // `element` stands for `a R`, where `a` itself stands for `a / R`
        prop_assert_eq!(BigInt(found), (element * one_over_r * b).0);
    }

    #[test]
    fn refuses_integers_that_are_not_below_the_prime(words: Words) {
        prop_assert_eq!(
            crate::Fq::from_bigint(BigInt(words)).map(wide),
            ark_bn254::Fq::from_bigint(BigInt(words))
        );
        prop_assert_eq!(
            crate::Fq::from_le_bytes_mod_order(&BigInt(words).to_bytes_le()).0,
            ark_bn254::Fq::from_le_bytes_mod_order(&BigInt(words).to_bytes_le()).0
        );
    }
}

#[test]
fn refuses_the_prime_itself() {
    assert_eq!(crate::Fq::from_bigint(FqConfig::MODULUS), None);
    assert_eq!(crate::Fr::from_bigint(FrConfig::MODULUS), None);
    assert_eq!(crate::Fq::ZERO.inverse(), None);
}

#[test]
fn constants_are_those_of_arkworks() {
    fn check<P: MontConfig<4>>() {
        use ark_ff::FftField;
        assert_eq!(wide(Narrow::<P>::ONE), Wide::<P>::ONE);
        assert_eq!(wide(Narrow::<P>::NEG_ONE), Wide::<P>::NEG_ONE);
        assert_eq!(wide(Narrow::<P>::GENERATOR), Wide::<P>::GENERATOR);
        assert_eq!(wide(Narrow::<P>::TWO_ADIC_ROOT_OF_UNITY), Wide::<P>::TWO_ADIC_ROOT_OF_UNITY);
        assert_eq!(Narrow::<P>::TWO_ADICITY, Wide::<P>::TWO_ADICITY);
        assert_eq!(Narrow::<P>::MODULUS, Wide::<P>::MODULUS);
    }
    check::<FqConfig>();
    check::<FrConfig>();
    check::<short::Config>();
}
