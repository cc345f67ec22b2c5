//! Analyses `seeds/` and leaves the corpus file where the worker includes it.
//!
//! `SONGPHUONG_SEEDS` names another folder; a relative one is seen from here.

use engine::{SourceFile, compile};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let seeds = root.join(env::var("SONGPHUONG_SEEDS").unwrap_or_else(|_| "seeds".into()));
    println!("cargo::rerun-if-env-changed=SONGPHUONG_SEEDS");
    // A folder stands for everything in it: changed, added and removed files.
    println!("cargo::rerun-if-changed={}", seeds.display());

    let compiled = compile(read(&seeds)?)?;
    for warning in &compiled.warnings {
        println!("cargo::warning={}", warning.replace(['\n', '\r'], " "));
    }
    let out = Path::new(&env::var("OUT_DIR")?).join("corpus.bin");
    fs::write(&out, &compiled.bytes).map_err(|error| format!("cannot write {}: {error}", out.display()))?;
    // What page and worker must agree on: this corpus and this protocol.
    println!(
        "cargo::rustc-env=SONGPHUONG_BUILD={}",
        engine::build_id(&compiled.bytes)
    );
    Ok(())
}

/// The files of a folder; a missing folder is an empty corpus.
fn read(folder: &Path) -> Result<Vec<SourceFile>, Box<dyn Error>> {
    if !folder.exists() {
        println!(
            "cargo::warning=there is no folder {}, the corpus is empty",
            folder.display()
        );
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let bytes =
                fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            files.push(SourceFile { name, bytes });
        } else {
            println!("cargo::warning={} was left out: it is not a file", path.display());
        }
    }
    Ok(files)
}
