//! The one inversion that a batch shares.

use ark_bn254::Fq;
use ark_ff::{AdditiveGroup, Field};

use super::{Block, Settled};
use crate::engine::inverse::invert;

/// The inverses of eight elements by one inversion, or none where one of them is zero.
#[target_feature(enable = "avx2,fma")]
pub(super) fn invert_lanes(block: &Block<Fq, Settled>) -> Option<Block<Fq, Settled>> {
    let values = block.reduce().to_elements();
    let mut before = [Fq::ONE; 8];
    let mut product = Fq::ONE;
    for (before, value) in before.iter_mut().zip(&values) {
        *before = product;
        product *= value;
    }
    if product == Fq::ZERO {
        return None;
    }
    let mut inverse = invert(&product);
    let mut inverses = values;
    for (target, before) in inverses.iter_mut().zip(before).rev() {
        let value = *target;
        *target = inverse * before;
        inverse *= value;
    }
    Some(Block::from_elements(&inverses).widen())
}
