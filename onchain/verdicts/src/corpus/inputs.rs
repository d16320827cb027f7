//! Public inputs: aliases, other values, other counts.

use alloy_primitives::U256;
use onchain_evm::contracts::order_r;
use rand_core::RngCore;

use super::Maker;
use crate::case::Class;
use crate::number::{Word, integer, word};

/// Claims of each key whose inputs are changed.
const CLAIMS: usize = 2;

impl Maker<'_> {
    /// Whatever can be done to inputs.
    pub(super) fn changed_inputs(&mut self) {
        for key in 0..self.keys.all().len() {
            for index in 0..CLAIMS {
                self.aliases(key, index);
                self.other_values(key, index);
                self.exchanged(key, index);
                self.counts(key, index);
            }
        }
    }

    /// x + k r, as long as it fits.
    fn aliases(&mut self, key: usize, index: usize) {
        let proven = self.proven(key, index);
        for place in 0..proven.inputs.len() {
            for times in 1..=5_u64 {
                let sum = (order_r() * U256::from(times)).checked_add(integer(&proven.inputs[place]));
                let Some(alias) = sum else { continue };
                let name = format!("claim {index}, input {place} plus {times} r");
                self.with_input(Class::InputAlias, name, (key, index), (place, word(alias)));
            }
        }
    }

    fn other_values(&mut self, key: usize, index: usize) {
        let (proven, other) = (self.proven(key, index), self.proven(key, index + 1));
        let (order, one) = (order_r(), U256::from(1));
        for place in 0..proven.inputs.len() {
            let input = integer(&proven.inputs[place]);
            let mut random = [0; 32];
            self.rng.fill_bytes(&mut random);
            let values = [
                ("plus 1", (input + one) % order),
                ("minus 1", (input + order - one) % order),
                ("negated", (order - input) % order),
                ("0", U256::ZERO),
                ("r - 1", order - one),
                ("another claim's", integer(&other.inputs[place])),
                ("any", integer(&random) % order),
                ("with its lowest bit flipped", input ^ one),
                ("doubled", input.saturating_add(input) % order),
            ];
            for (what, value) in values.into_iter().filter(|(_, value)| *value != input) {
                let name = format!("claim {index}, input {place}: {what}");
                self.with_input(Class::ChangedInput, name, (key, index), (place, word(value)));
            }
        }
    }

    fn exchanged(&mut self, key: usize, index: usize) {
        let proven = self.proven(key, index);
        for first in 0..proven.inputs.len() {
            for second in first + 1..proven.inputs.len() {
                let mut inputs = proven.inputs.clone();
                inputs.swap(first, second);
                if inputs != proven.inputs {
                    let name = format!("claim {index}, inputs {first} and {second} exchanged");
                    self.push_words(Class::ChangedInput, name, key, &inputs, proven.words());
                }
            }
        }
    }

    /// Too few, and too many: zeros, the last one again, another claim's.
    fn counts(&mut self, key: usize, index: usize) {
        let (proven, other) = (self.proven(key, index), self.proven(key, index + 1));
        let mut push = |name: String, inputs: &[Word]| {
            self.push_words(Class::WrongCount, format!("claim {index}, {name}"), key, inputs, proven.words());
        };
        let count = proven.inputs.len();
        for fewer in 0..count {
            push(format!("the first {fewer}"), &proven.inputs[..fewer]);
        }
        push("without the first".to_owned(), &proven.inputs[1..]);
        for more in [1, 2, 8, 100] {
            push(format!("{more} zeros more"), &[&proven.inputs[..], &vec![[0; 32]; more]].concat());
        }
        let last = *proven.inputs.last().unwrap_or(&[0; 32]);
        push("the last one twice".to_owned(), &[&proven.inputs[..], &[last]].concat());
        push("another claim's behind".to_owned(), &[&proven.inputs[..], &other.inputs].concat());
        push("a zero in front".to_owned(), &[&[[0; 32]][..], &proven.inputs].concat());
    }

    fn with_input(
        &mut self,
        class: Class,
        name: String,
        (key, index): (usize, usize),
        (place, value): (usize, Word),
    ) {
        let proven = self.proven(key, index);
        let mut inputs = proven.inputs.clone();
        inputs[place] = value;
        self.push_words(class, name, key, &inputs, proven.words());
    }
}
