//! Installs Debian packages where that is allowed: as root, on a system with apt-get.

use std::fs;
use std::path::Path;

use crate::command::{execute, is_installed, output_of, program};

/// Installs these packages, or says why it cannot.
pub(crate) fn install(packages: &[&str]) -> Result<(), String> {
    if !Path::new("/etc/debian_version").exists() || !is_installed("apt-get") {
        return Err("this is not a Debian system".to_owned());
    }
    if !is_root() {
        return Err(format!("not root; install them with: apt-get install {}", packages.join(" ")));
    }
    let lists_present = fs::read_dir("/var/lib/apt/lists").is_ok_and(|entries| entries.count() > 2);
    if !lists_present {
        execute(program("apt-get").args(["-o", "DPkg::Lock::Timeout=600", "update"]))?;
    }
    execute(
        program("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-o", "DPkg::Lock::Timeout=600", "install", "--yes", "--no-install-recommends"])
            .args(packages),
    )
}

fn is_root() -> bool {
    output_of(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
