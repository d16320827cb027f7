//! Assembles a program: `onchain-solana SOURCE PROGRAM`.

use std::error::Error;
use std::fs;

use sbpf_assembler::{Assembler, AssemblerOption, SbpfArch};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(source), Some(program)) = (arguments.next(), arguments.next()) else {
        return Err("say which source to assemble, and where the program goes".into());
    };
    let assembler = Assembler::new(AssemblerOption::default().with_arch(SbpfArch::V0));
    let bytes = assembler.assemble(&fs::read_to_string(source)?).map_err(|errors| format!("{errors:?}"))?;
    println!("{} bytes", bytes.len());
    fs::write(program, bytes)?;
    Ok(())
}
