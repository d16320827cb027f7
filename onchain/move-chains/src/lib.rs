//! Reads the byte constants of an exported Move module, so that what is checked is what is deployed.

/// `const NAME: vector<u8> = x"...";`
#[must_use]
pub fn constant(module: &str, name: &str) -> Vec<u8> {
    let (_, rest) = module.split_once(&format!("const {name}: vector<u8> = x\"")).expect("the module has it");
    let (digits, _) = rest.split_once("\";").expect("a constant ends");
    bytes(digits)
}

/// `const NAME: vector<vector<u8>> = vector[ x"...", ... ];`
#[must_use]
pub fn list_constant(module: &str, name: &str) -> Vec<Vec<u8>> {
    let start = format!("const {name}: vector<vector<u8>> = vector[");
    let (_, rest) = module.split_once(&start).expect("the module has it");
    let (list, _) = rest.split_once("];").expect("a list ends");
    list.split("x\"").skip(1).map(|item| bytes(item.split_once('"').expect("an item ends").0)).collect()
}

fn bytes(digits: &str) -> Vec<u8> {
    let byte = |index| u8::from_str_radix(&digits[2 * index..2 * index + 2], 16);
    (0..digits.len() / 2).map(|index| byte(index).expect("digits are hexadecimal")).collect()
}
