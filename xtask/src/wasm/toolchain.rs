//! A compiler for `wasm32-unknown-unknown`: the one in use with its target, or Debian's for the web with its sources.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{cargo, execute, is_installed, output_of, program};
use crate::debian_packages;

/// The target of the npm package's modules.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler for the web, its cargo, and the sources of the libraries that it does not bring for this target.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

/// How to build.
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// The compiler in use has the target.
    InUse,
    /// Debian's compiler builds `core` and `alloc` on the way, and a linker is borrowed from the compiler in use.
    Debian {
        /// The linker.
        linker: PathBuf,
    },
}

impl Toolchain {
    /// Looks for a compiler for a target, and installs one where that is allowed; or says why there is none.
    pub(crate) fn find(target: &str) -> Result<Self, String> {
        let libraries = sysroot()?.join("lib/rustlib").join(target).join("lib");
        if libraries.exists() || has_rustup_target(target) {
            return Ok(Self::InUse);
        }
        Self::that_builds_its_libraries().map_err(|reason| {
            format!("no compiler for {target}: rustup target add {target} would bring one ({reason})")
        })
    }

    /// A compiler that builds the standard library on the way, for programs that must do without WebAssembly's extensions: what
    /// comes with the target is built with some.
    pub(crate) fn that_builds_its_libraries() -> Result<Self, String> {
        if !has_debian_compiler() {
            debian_packages::install(DEBIAN_PACKAGES)?;
        }
        Ok(Self::Debian { linker: find_linker()? })
    }

    /// A cargo command that builds for the target, without its arguments.
    pub(crate) fn cargo(&self) -> Command {
        match self {
            Self::InUse => cargo(),
            Self::Debian { linker } => {
                let mut command = program(DEBIAN_CARGO);
                command
                    .env("RUSTC", DEBIAN_RUSTC)
                    // it is a stable compiler, and building its own libraries is not
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env("CARGO_TARGET_WASM32V1_NONE_LINKER", linker)
                    .env_remove("RUSTUP_TOOLCHAIN");
                command
            }
        }
    }

    /// What follows `build`.
    pub(crate) const fn options(&self) -> &'static [&'static str] {
        match self {
            Self::InUse => &[],
            Self::Debian { .. } => {
                &["-Zbuild-std=core,alloc,compiler_builtins", "-Zbuild-std-features=optimize_for_size"]
            }
        }
    }

    /// What follows `build` for a program that needs the whole standard library.
    pub(crate) const fn options_with_std(&self) -> &'static [&'static str] {
        match self {
            Self::InUse => &[],
            Self::Debian { .. } => &["-Zbuild-std=std,panic_abort"],
        }
    }
}

/// Where the compiler in use keeps its libraries.
fn sysroot() -> Result<PathBuf, String> {
    let compiler = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let path = output_of(program(&compiler).args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(path.trim()))
}

/// Asks rustup for the target. It fails without a network, and quietly: there is another way.
fn has_rustup_target(target: &str) -> bool {
    let mut command = program("rustup");
    command.args(["target", "add", target]).stdout(Stdio::null()).stderr(Stdio::null());
    is_installed("rustup") && execute(&mut command).is_ok()
}

/// Are Debian's compiler and its sources there, of the same version?
fn has_debian_compiler() -> bool {
    let version = || {
        let text = output_of(program(DEBIAN_RUSTC).arg("--version")).ok()?;
        text.split(' ').nth(1).map(str::to_owned)
    };
    Path::new(DEBIAN_RUSTC).exists()
        && Path::new(DEBIAN_CARGO).exists()
        && version().is_some_and(|version| Path::new(&format!("/usr/src/rustc-{version}")).exists())
}

/// The linker that comes with a rustup toolchain, or one of Debian's.
fn find_linker() -> Result<PathBuf, String> {
    let rustlib = sysroot()?.join("lib/rustlib");
    let host = output_of(program("rustc").arg("-vV"))?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let bundled = rustlib.join(host).join("bin/rust-lld");
    if bundled.exists() {
        return Ok(bundled);
    }
    let installed = ["wasm-ld", "wasm-ld-22", "wasm-ld-19"].into_iter().find(|name| is_installed(name));
    match installed {
        Some(name) => Ok(PathBuf::from(name)),
        None => debian_packages::install(&["lld-22"]).map(|()| PathBuf::from("wasm-ld-22")),
    }
}
