//! Numbers in four words of 64 bits, as arkworks stores them, and in nine limbs of 29 bits, as they are multiplied.

/// Four words of 64 bits, the lowest first.
pub(crate) type Words = [u64; 4];

/// Nine limbs, the lowest first. Limbs of a stored number have 29 bits, limbs that products add up in have up to 63.
pub(crate) type Limbs = [u64; LIMBS];

/// How many limbs a number has: 9 times 29 bits are 261.
pub(crate) const LIMBS: usize = 9;
/// Bits of a limb.
pub(crate) const LIMB_BITS: u32 = 29;
/// The bits of a limb, set.
pub(crate) const LIMB_MASK: u64 = (1 << LIMB_BITS) - 1;

/// The limbs of a number.
#[inline(always)]
pub(crate) const fn to_limbs(words: &Words) -> Limbs {
    let [a, b, c, d] = *words;
    [
        a & LIMB_MASK,
        a >> 29 & LIMB_MASK,
        (a >> 58 | b << 6) & LIMB_MASK,
        b >> 23 & LIMB_MASK,
        (b >> 52 | c << 12) & LIMB_MASK,
        c >> 17 & LIMB_MASK,
        (c >> 46 | d << 18) & LIMB_MASK,
        d >> 11 & LIMB_MASK,
        d >> 40,
    ]
}

/// The limbs of 32 times a number: 261 bits are five more than 256.
#[inline(always)]
pub(crate) const fn to_limbs_times_32(words: &Words) -> Limbs {
    let [a, b, c, d] = *words;
    [
        a << 5 & LIMB_MASK,
        a >> 24 & LIMB_MASK,
        (a >> 53 | b << 11) & LIMB_MASK,
        b >> 18 & LIMB_MASK,
        (b >> 47 | c << 17) & LIMB_MASK,
        c >> 12 & LIMB_MASK,
        (c >> 41 | d << 23) & LIMB_MASK,
        d >> 6 & LIMB_MASK,
        d >> 35,
    ]
}

/// The number below 2^256 that limbs of up to 63 bits add up to. A carry has at most 34 bits and one, so that no sum overflows.
#[inline(always)]
pub(crate) const fn to_words(limbs: Limbs) -> Words {
    let [a, b, c, d, e, f, g, h, i] = limbs;
    let b = b + (a >> LIMB_BITS);
    let c = c + (b >> LIMB_BITS);
    let d = d + (c >> LIMB_BITS);
    let e = e + (d >> LIMB_BITS);
    let f = f + (e >> LIMB_BITS);
    let g = g + (f >> LIMB_BITS);
    let h = h + (g >> LIMB_BITS);
    let i = i + (h >> LIMB_BITS);
    let [a, b, c, d] = [a & LIMB_MASK, b & LIMB_MASK, c & LIMB_MASK, d & LIMB_MASK];
    let [e, f, g, h] = [e & LIMB_MASK, f & LIMB_MASK, g & LIMB_MASK, h & LIMB_MASK];
    [
        a | b << 29 | c << 58,
        c >> 6 | d << 23 | e << 52,
        e >> 12 | f << 17 | g << 46,
        g >> 18 | h << 11 | i << 40,
    ]
}

#[cfg(test)]
mod tests {
    use ark_ff::{BigInt, BigInteger};
    use proptest::prelude::*;

    use super::*;

    fn value(limbs: &Limbs) -> (Words, bool) {
        let mut value = BigInt([0; 4]);
        let mut overflow = false;
        for limb in limbs.iter().rev() {
            overflow |= value.0[3] >> (64 - LIMB_BITS) != 0;
            value <<= LIMB_BITS;
            overflow |= value.add_with_carry(&BigInt::from(*limb));
        }
        (value.0, overflow)
    }

    #[test]
    fn every_bit_finds_its_place() {
        for bit in 0..256 {
            let mut words = [0; 4];
            words[bit / 64] = 1 << (bit % 64);
            let at =
                |place: usize| core::array::from_fn(|limb| u64::from(limb == place / 29) << (place % 29));
            assert_eq!(to_limbs(&words), at(bit), "bit {bit}");
            assert_eq!(to_limbs_times_32(&words), at(bit + 5), "bit {bit}, times 32");
            assert_eq!(to_words(at(bit)), words, "bit {bit}, back");
        }
    }

    proptest! {
        #[test]
        fn limbs_are_29_bits_of_the_number(words: Words) {
            let limbs = to_limbs(&words);
            prop_assert!(limbs.iter().chain(&to_limbs_times_32(&words)).all(|limb| *limb <= LIMB_MASK));
            prop_assert_eq!(value(&limbs), (words, false));
            prop_assert_eq!(to_words(limbs), words);
        }

        /// Every limb carries into the next, as far as 63 bits go.
        #[test]
        fn long_limbs_are_carried(limbs: Limbs, long in 29_u32..=63) {
            let mut limbs = limbs.map(|limb| limb >> (64 - long));
            // the number stays below 2^256
            limbs[7] &= (1 << 51) - 1;
            limbs[8] &= (1 << 23) - 1;
            let (expected, overflow) = value(&limbs);
            prop_assert!(!overflow);
            prop_assert_eq!(to_words(limbs), expected);
        }
    }
}
