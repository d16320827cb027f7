//! The schedule of a Montgomery product of eight elements, two vectors of four lanes side by side.
//!
//! Product scanning: column k collects the halves of `a_i b_j` and `m_i p_j` with i + j = k (low halves) and
//! i + j = k - 1 (high halves). Three columns are open at a time and rotate through registers. The reduction of column
//! k, a chain of dependent instructions, is woven into the products of column k + 1, which covers its latency.
//!
//! Registers: `rdi` result, `rsi` and `rdx` factors (a square has one, a sum of products two in each place), `rcx` the constants of the modulus, `rsp` the
//! quotient digits and, for a square, the doubled digits. The result may lie where a factor lies: digit k is written
//! after digits up to k of both factors have been read for the last time.

#![expect(clippy::indexing_slicing, reason = "arrays have an entry for each of the two vectors")]

use super::instructions::{LANES, Memory, Register, VECTOR, alternate, spread};

/// What a kernel computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    /// `a b / 2^255`.
    Multiply,
    /// `a^2 / 2^255`.
    Square,
    /// `(a_0 b_0 + a_1 b_1) / 2^255`: two products, one reduction.
    SumOfProducts,
}

/// Vectors side by side.
const VECTORS: usize = 2;
const DIGITS: usize = 5;
/// Constants that stay in registers: what rounds to a multiple of 2^51, and the same plus what makes a low half readable.
const ROUND: Register = Register(6);
const ROUND_AND_READ: Register = Register(7);
/// A product and its right factor. One pair is enough: the machine renames registers.
const PRODUCT: Register = Register(8);
const FACTOR: Register = Register(9);
/// Three registers of each vector for the reduction of a column.
const REDUCTION: [[Register; 3]; VECTORS] =
    [[Register(10), Register(11), Register(12)], [Register(13), Register(14), Register(15)]];

/// A row of the table of constants. The order is that of `KernelConstants` in the prover.
#[derive(Clone, Copy, Debug)]
enum Constant {
    Round,
    RoundAndRead,
    DigitMask,
    ReadDigit,
    ReadBalancedDigit,
    NegativeInverse,
    ReadSum,
    Modulus(usize),
    LowFactor,
    Bias(Operation, usize),
}

impl Constant {
    fn memory(self) -> Memory {
        let row = match self {
            Self::Round => 0,
            Self::RoundAndRead => 1,
            Self::DigitMask => 2,
            Self::ReadDigit => 3,
            Self::ReadBalancedDigit => 4,
            Self::NegativeInverse => 5,
            Self::ReadSum => 6,
            Self::Modulus(digit) => 7 + digit,
            Self::LowFactor => 32,
            Self::Bias(Operation::Multiply, column) => 12 + column,
            Self::Bias(Operation::Square, column) => 22 + column,
            Self::Bias(Operation::SumOfProducts, column) => 33 + column,
        };
        Memory { register: "rcx", offset: VECTOR * row }
    }
}

fn digit(register: &'static str, vector: usize, digit: usize) -> Memory {
    Memory { register, offset: LANES * vector + VECTOR * digit }
}

fn quotient_digit(vector: usize, digit: usize) -> Memory {
    Memory { register: "rsp", offset: VECTOR * (VECTORS * digit + vector) }
}

fn doubled_digit(vector: usize, digit: usize) -> Memory {
    Memory { register: "rsp", offset: VECTORS * LANES + LANES * vector + VECTOR * digit }
}

/// A product of two digits of one vector.
struct Product {
    vector: usize,
    left: Memory,
    right: Memory,
}

/// The products `a_i b_j` of a column.
fn factor_products(operation: Operation, column: usize) -> Vec<Product> {
    let terms = if operation == Operation::SumOfProducts { 2 } else { 1 };
    let mut products = Vec::new();
    for (term, i) in (0..terms).flat_map(|term| (0..DIGITS).map(move |i| (term, i))) {
        let Some(j) = column.checked_sub(i).filter(|j| *j < DIGITS) else { continue };
        if operation == Operation::Square && j < i {
            continue;
        }
        for vector in 0..VECTORS {
            // the second term's factors stand behind the first one's
            let place = VECTORS * term + vector;
            let right = match operation {
                Operation::Multiply | Operation::SumOfProducts => digit("rdx", place, j),
                Operation::Square if i == j => digit("rsi", place, j),
                Operation::Square => doubled_digit(vector, j),
            };
            products.push(Product { vector, left: digit("rsi", place, i), right });
        }
    }
    products
}

/// The products `m_i p_j` of a column with i below `quotients` and j above 0: `m_i p_0` belongs to the reduction.
fn modulus_products(column: usize, quotients: usize) -> Vec<Product> {
    let mut products = Vec::new();
    for i in 0..quotients {
        let Some(j) = column.checked_sub(i).filter(|j| (1..DIGITS).contains(j)) else { continue };
        for vector in 0..VECTORS {
            let right = Constant::Modulus(j).memory();
            products.push(Product { vector, left: quotient_digit(vector, i), right });
        }
    }
    products
}

/// The column a vector sums up, and the two above it.
#[derive(Clone, Copy)]
struct Columns {
    current: Register,
    next: Register,
    after_next: Register,
}

/// A kernel as far as it is written.
struct Schedule {
    operation: Operation,
    columns: [Columns; VECTORS],
    text: Vec<String>,
}

impl Schedule {
    /// Products into the current column, or with `ahead` into the next one. A factor that serves both vectors is loaded
    /// once: loads are what the kernel has most of.
    fn accumulate_all(&self, products: &[Product], ahead: bool) -> Vec<String> {
        let mut text = Vec::new();
        let mut loaded = None;
        for Product { vector, left, right } in products {
            let Columns { current, next, after_next } = self.columns[*vector];
            let (low, high) = if ahead { (next, after_next) } else { (current, next) };
            if loaded != Some(*right) {
                text.push(format!("vmovapd {FACTOR}, {right}"));
                loaded = Some(*right);
            }
            text.extend([
                format!("vmovapd {PRODUCT}, {ROUND}"),
                format!("vfmadd231pd {PRODUCT}, {FACTOR}, {left}"),
                format!("vpaddq {high}, {high}, {PRODUCT}"),
                format!("vsubpd {PRODUCT}, {ROUND_AND_READ}, {PRODUCT}"),
                format!("vfmadd231pd {PRODUCT}, {FACTOR}, {left}"),
                format!("vpaddq {low}, {low}, {PRODUCT}"),
            ]);
        }
        text
    }

    /// Reads the current column's digit into the first reduction register and moves the carry on.
    fn read_digit(&self, vector: usize) -> (Vec<String>, String) {
        let [x, ..] = REDUCTION[vector];
        let Columns { current, next, .. } = self.columns[vector];
        let digit = vec![
            format!("vpand {x}, {current}, {}", Constant::DigitMask.memory()),
            format!("vpor {x}, {x}, {}", Constant::ReadDigit.memory()),
            format!("vsubpd {x}, {x}, {}", Constant::ReadBalancedDigit.memory()),
            format!("vpsrlq {current}, {current}, 51"),
        ];
        (digit, format!("vpaddq {next}, {next}, {current}"))
    }

    /// The reduction of a column: its quotient digit m, the carry, and what of `m p_0` and `m p_1` goes into the next
    /// column, which waits for it. The low half of `m p_1` is made from the column's digit beside m, not from m.
    fn reduce(&self, vector: usize, column: usize) -> Vec<String> {
        let [x, m, t] = REDUCTION[vector];
        let Columns { next, after_next, .. } = self.columns[vector];
        let (inverse, low_factor) = (Constant::NegativeInverse.memory(), Constant::LowFactor.memory());
        let (mut text, carry) = self.read_digit(vector);
        text.extend([
            format!("vmovapd {m}, {x}"),
            format!("vfmadd132pd {m}, {ROUND}, {inverse}"),
            format!("vmovapd {t}, {x}"),
            format!("vfmadd132pd {t}, {ROUND}, {low_factor}"),
            carry,
            format!("vsubpd {m}, {ROUND}, {m}"),
            format!("vsubpd {t}, {ROUND_AND_READ}, {t}"),
            format!("vfmadd231pd {m}, {x}, {inverse}"),
            format!("vfmadd231pd {t}, {x}, {low_factor}"),
            format!("vpaddq {next}, {next}, {t}"),
            format!("vmovapd {x}, {m}"),
            format!("vfmadd132pd {x}, {ROUND}, {}", Constant::Modulus(0).memory()),
            format!("vpaddq {next}, {next}, {x}"),
            format!("vmovapd {}, {m}", quotient_digit(vector, column)),
            format!("vfmadd132pd {m}, {ROUND}, {}", Constant::Modulus(1).memory()),
            format!("vpaddq {after_next}, {after_next}, {m}"),
        ]);
        text
    }

    /// The next column becomes the current one; a new one starts from its bias.
    fn rotate(&mut self, column: usize) {
        for columns in &mut self.columns {
            let free = columns.current;
            *columns = Columns { current: columns.next, next: columns.after_next, after_next: free };
            if column + 3 < 2 * DIGITS {
                let bias = Constant::Bias(self.operation, column + 3).memory();
                self.text.push(format!("vmovdqa {free}, {bias}"));
            }
        }
    }

    fn prepare(&mut self) {
        self.text.push(format!("vmovapd {ROUND}, {}", Constant::Round.memory()));
        self.text.push(format!("vmovapd {ROUND_AND_READ}, {}", Constant::RoundAndRead.memory()));
        if self.operation == Operation::Square {
            for (vector, i) in (0..VECTORS).flat_map(|vector| (1..DIGITS).map(move |i| (vector, i))) {
                self.text.push(format!("vmovapd {FACTOR}, {}", digit("rsi", vector, i)));
                self.text.push(format!("vaddpd {FACTOR}, {FACTOR}, {FACTOR}"));
                self.text.push(format!("vmovapd {}, {FACTOR}", doubled_digit(vector, i)));
            }
        }
        for columns in self.columns {
            for (column, register) in [columns.current, columns.next, columns.after_next].iter().enumerate() {
                let bias = Constant::Bias(self.operation, column).memory();
                self.text.push(format!("vmovdqa {register}, {bias}"));
            }
        }
    }

    /// Columns 0 to 4 vanish modulo 2^51, one quotient digit each.
    fn lower_columns(&mut self) {
        let first = self.accumulate_all(&factor_products(self.operation, 0), false);
        self.text.extend(first);
        for column in 0..DIGITS {
            let chains = (0..VECTORS).map(|vector| self.reduce(vector, column)).collect();
            let mut products = factor_products(self.operation, column + 1);
            products.extend(modulus_products(column + 1, column));
            let products = self.accumulate_all(&products, true);
            self.text.extend(spread(alternate(chains), products));
            self.rotate(column);
        }
    }

    /// Columns 5 to 9 are the result's digits.
    fn upper_columns(&mut self) {
        for column in DIGITS..2 * DIGITS - 1 {
            let mut chains = Vec::new();
            for (vector, [x, ..]) in REDUCTION.iter().enumerate() {
                let (mut chain, carry) = self.read_digit(vector);
                chain.insert(3, format!("vmovapd {}, {x}", digit("rdi", vector, column - DIGITS)));
                chain.push(carry);
                chains.push(chain);
            }
            let mut products = Vec::new();
            if column + 1 < 2 * DIGITS - 1 {
                products = factor_products(self.operation, column + 1);
                products.extend(modulus_products(column + 1, DIGITS));
            }
            let products = self.accumulate_all(&products, true);
            self.text.extend(spread(alternate(chains), products));
            self.rotate(column);
        }
        for vector in 0..VECTORS {
            let top = self.columns[vector].current;
            self.text.push(format!("vsubpd {top}, {top}, {}", Constant::ReadSum.memory()));
            self.text.push(format!("vmovapd {}, {top}", digit("rdi", vector, DIGITS - 1)));
        }
    }
}

/// The text of a kernel: the body of a function that keeps the System V convention.
pub(super) fn montgomery_kernel(operation: Operation) -> String {
    let columns = |first| Columns {
        current: Register(first),
        next: Register(first + 1),
        after_next: Register(first + 2),
    };
    let mut schedule = Schedule { operation, columns: [columns(0), columns(3)], text: Vec::new() };
    schedule.prepare();
    schedule.lower_columns();
    schedule.upper_columns();
    let scratch = match operation {
        Operation::Multiply | Operation::SumOfProducts => VECTORS * LANES,
        Operation::Square => 2 * VECTORS * LANES,
    };
    let mut text = String::from("# Written by `cargo xtask kernels`; do not edit.\n");
    let head = ["push rbp", "mov rbp, rsp", "and rsp, -64", &format!("sub rsp, {scratch}")];
    let tail = ["vzeroupper", "mov rsp, rbp", "pop rbp", "ret"];
    let body = schedule.text.iter().map(String::as_str);
    for instruction in head.into_iter().chain(body).chain(tail) {
        text.push_str(instruction);
        text.push('\n');
    }
    text
}
