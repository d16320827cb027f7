//! Points of a proof: aliases, signs, places, other curves.

use core::error::Error;

use alloy_primitives::U256;
use ark_bn254::{Fq, Fq2, G1Affine, G2Affine};
use ark_ec::scalar_mul::double_and_add_affine;
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{BigInt, Field, PrimeField};
use onchain_evm::contracts::order_q;

use super::Maker;
use crate::case::Class;
use crate::keys::Proven;
use crate::number::{Word, g2_of, integer, of_g1, of_g2, word};

/// Claims of each key whose points are changed.
const CLAIMS: usize = 2;
/// Points of the twist for each of them.
const TWIST_POINTS: usize = 16;

/// A proof's words, point by point.
fn join(a: [Word; 2], b: [Word; 4], c: [Word; 2]) -> [Word; 8] {
    let ([ax, ay], [bx1, bx0, by1, by0], [cx, cy]) = (a, b, c);
    [ax, ay, bx1, bx0, by1, by0, cx, cy]
}

impl Maker<'_> {
    /// Whatever can be done to points.
    pub(super) fn changed_points(&mut self) -> Result<(), Box<dyn Error>> {
        for key in 0..self.keys.all().len() {
            for index in 0..CLAIMS {
                let proven = self.proven(key, index);
                self.coordinate_aliases(key, index, &proven);
                self.exchanged_points(key, index, &proven);
                self.signs(key, index, &proven);
                self.identities(key, index, &proven);
                self.off_the_curve(key, index, &proven);
                self.outside_the_subgroup(key, index, &proven)?;
            }
        }
        Ok(())
    }

    fn coordinate_aliases(&mut self, key: usize, index: usize, proven: &Proven) {
        let words = proven.words();
        for place in 0..words.len() {
            let coordinate = integer(&words[place]);
            for times in 1..=5_u64 {
                let Some(alias) = (order_q() * U256::from(times)).checked_add(coordinate) else { continue };
                let mut aliased = words;
                aliased[place] = word(alias);
                let name = format!("claim {index}, coordinate {place} plus {times} q");
                self.push_words(Class::CoordinateAlias, name, key, &proven.inputs, aliased);
            }
            // what q - y modulo 2^256 and then modulo q takes for y, and -y, as well
            let around = U256::ZERO.wrapping_sub(order_q()) % order_q();
            for (what, alias) in [
                ("plus 2^256 mod q", coordinate.wrapping_add(around)),
                ("minus 2^256 mod q", coordinate.wrapping_sub(around)),
                ("2^256 - 1", U256::MAX),
                ("q itself", order_q()),
                ("its complement", !coordinate),
                ("with bit 255", coordinate | U256::from(1) << 255),
                ("with bit 254", coordinate | U256::from(1) << 254),
                ("with both bits", coordinate | U256::from(3) << 254),
            ] {
                let mut aliased = words;
                aliased[place] = word(alias);
                let name = format!("claim {index}, coordinate {place}: {what}");
                self.push_words(Class::CoordinateAlias, name, key, &proven.inputs, aliased);
            }
        }
    }

    fn exchanged_points(&mut self, key: usize, index: usize, proven: &Proven) {
        let (a, b, c) = (of_g1(proven.proof.a()), of_g2(proven.proof.b()), of_g1(proven.proof.c()));
        let other = self.proven(key, index + 1).proof;
        let (other_a, other_b, other_c) = (of_g1(other.a()), of_g2(other.b()), of_g1(other.c()));
        let points = self.keys.at(key).points.clone();
        let (alpha, beta) = (of_g1(&points.alpha_g1), of_g2(&points.beta_g2));
        let (gamma, delta) = (of_g2(&points.gamma_g2), of_g2(&points.delta_g2));
        let (one, two) = (of_g1(&G1Affine::generator()), of_g2(&G2Affine::generator()));
        let table = [
            ("A and C exchanged", join(c, b, a)),
            ("A twice", join(a, b, a)),
            ("C twice", join(c, b, c)),
            ("A of another claim", join(other_a, b, c)),
            ("B of another claim", join(a, other_b, c)),
            ("C of another claim", join(a, b, other_c)),
            ("A and B of another claim", join(other_a, other_b, c)),
            ("A and C of another claim", join(other_a, b, other_c)),
            ("B and C of another claim", join(a, other_b, other_c)),
            ("A is alpha", join(alpha, b, c)),
            ("B is beta", join(a, beta, c)),
            ("A and B are alpha and beta", join(alpha, beta, c)),
            ("B is gamma", join(a, gamma, c)),
            ("B is delta", join(a, delta, c)),
            ("A is the generator", join(one, b, c)),
            ("B is the generator", join(a, two, c)),
            ("C is the generator", join(a, b, one)),
            ("all are generators", join(one, two, one)),
            ("C is the constant's point", join(a, b, of_g1(&points.ic[0]))),
        ];
        for (what, words) in table {
            self.push_words(
                Class::ExchangedPoints,
                format!("claim {index}, {what}"),
                key,
                &proven.inputs,
                words,
            );
        }
    }

    /// -A, -B and -C, one, two or three at once; -A with -B is another proof of the same, and stands with those.
    fn signs(&mut self, key: usize, index: usize, proven: &Proven) {
        for signs in 1..8_u8 {
            let (mut a, mut b, mut c) = (*proven.proof.a(), *proven.proof.b(), *proven.proof.c());
            if signs & 1 != 0 {
                a = -a;
            }
            if signs & 2 != 0 {
                b = -b;
            }
            if signs & 4 != 0 {
                c = -c;
            }
            let class = if signs == 3 { Class::Rerandomised } else { Class::NegatedPoints };
            let words = join(of_g1(&a), of_g2(&b), of_g1(&c));
            self.push_words(class, format!("claim {index}, signs {signs:03b}"), key, &proven.inputs, words);
        }
    }

    fn identities(&mut self, key: usize, index: usize, proven: &Proven) {
        for which in 1..8_u8 {
            let mut words = proven.words();
            for (bit, range) in [(1, 0..2), (2, 2..6), (4, 6..8)] {
                if which & bit != 0 {
                    words[range].fill([0; 32]);
                }
            }
            let name = format!("claim {index}, infinity {which:03b}");
            self.push_words(Class::Identity, name, key, &proven.inputs, words);
        }
        // one coordinate is zero, which is no infinity
        for place in 0..8 {
            let mut words = proven.words();
            words[place] = [0; 32];
            let name = format!("claim {index}, coordinate {place} is 0");
            self.push_words(Class::OffCurve, name, key, &proven.inputs, words);
        }
    }

    fn off_the_curve(&mut self, key: usize, index: usize, proven: &Proven) {
        let words = proven.words();
        let mut push = |what: String, changed: [Word; 8]| {
            self.push_words(Class::OffCurve, format!("claim {index}, {what}"), key, &proven.inputs, changed);
        };
        for place in 0..8 {
            for (what, step) in [("plus 1", U256::from(1)), ("minus 1", order_q() - U256::from(1))] {
                let mut changed = words;
                changed[place] = word((integer(&words[place]) + step) % order_q());
                push(format!("coordinate {place} {what}"), changed);
            }
        }
        for (what, first, second) in [
            ("x and y of A exchanged", [0, 0], [1, 1]),
            ("x and y of C exchanged", [6, 6], [7, 7]),
            ("x and y of B exchanged", [2, 3], [4, 5]),
            ("the parts of B's coordinates exchanged", [2, 4], [3, 5]),
            ("the parts of B's x exchanged", [2, 2], [3, 3]),
            ("the parts of B's y exchanged", [4, 4], [5, 5]),
        ] {
            let mut changed = words;
            changed.swap(first[0], second[0]);
            if first[0] != first[1] {
                changed.swap(first[1], second[1]);
            }
            push(what.to_owned(), changed);
        }
        // a point of y^2 = x^3 + 3 u^6 is one of ours only scaled: the curve with another constant
        let scaled = |x: usize, y: usize| {
            let mut changed = words;
            let reduced = |word: &Word| Fq::from_be_bytes_mod_order(word);
            changed[x] = crate::number::of_fq(&(reduced(&words[x]) * Fq::from(4_u8)));
            changed[y] = crate::number::of_fq(&(reduced(&words[y]) * Fq::from(8_u8)));
            changed
        };
        push("A on a curve with another constant".to_owned(), scaled(0, 1));
        push("C on a curve with another constant".to_owned(), scaled(6, 7));
        let mut flat = words;
        (flat[0], flat[1]) = (word(U256::from(1)), word(U256::from(1)));
        push("A is (1, 1)".to_owned(), flat);
    }

    /// Points of the twist, and B moved by a point whose order divides the twist's cofactor: what a check of the curve alone lets
    /// through, and a pairing may not see.
    fn outside_the_subgroup(
        &mut self,
        key: usize,
        index: usize,
        proven: &Proven,
    ) -> Result<(), Box<dyn Error>> {
        let (a, c) = (of_g1(proven.proof.a()), of_g1(proven.proof.c()));
        let order = BigInt::<4>(ark_bn254::Fr::MODULUS.0);
        for number in 0..TWIST_POINTS {
            let point = self.twist_point()?;
            let torsion = double_and_add_affine(&point, order).into_affine();
            let moved = (*proven.proof.b() + torsion).into_affine();
            for (what, b) in [("a point of the twist", point), ("of small order", torsion), ("moved", moved)]
            {
                let name = format!("claim {index}, B {number}: {what}");
                let words = join(a, of_g2(&b), c);
                self.push_words(Class::OutsideSubgroup, name, key, &proven.inputs, words);
            }
        }
        Ok(())
    }

    fn twist_point(&mut self) -> Result<G2Affine, Box<dyn Error>> {
        for _ in 0..256 {
            let x = Fq2::new(Fq::from(self.below(1 << 32) as u64), Fq::from(self.below(1 << 32) as u64));
            let larger = self.below(2) == 1;
            if let Some(point) = g2_of(x.square(), larger)
                && !point.is_in_correct_subgroup_assuming_on_curve()
            {
                return Ok(point);
            }
        }
        Err("no point of the twist was found".into())
    }
}
