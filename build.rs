//! Analyses `seeds/` and leaves the corpus file where the program includes it. Beyond [`EMBEDDED`] the chunks of the
//! index are files of their own in `OUT_DIR/chunks`, from where `cargo xtask finish` takes them to the page.
//!
//! `data/overrides.toml` corrects what is found (see `data/README.md`).
//!
//! `SONGPHUONG_SEEDS` names another folder; a relative one is seen from here. `SONGPHUONG_EMBED`, `always` or `never`,
//! overrides the limit.

use engine::{Size, SourceFile, compile_corrected, read_overrides};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The largest corpus that all of is loaded with the page.
const EMBEDDED: Size = Size {
    bytes: 2_000_000,
    articles: 400,
};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let seeds = root.join(env::var("SONGPHUONG_SEEDS").unwrap_or_else(|_| "seeds".into()));
    let most = match env::var("SONGPHUONG_EMBED").as_deref() {
        Ok("always") => Size::ANY,
        Ok("never") => Size::NONE,
        Ok(other) => return Err(format!("SONGPHUONG_EMBED is `always` or `never`, not `{other}`").into()),
        Err(_) => EMBEDDED,
    };
    println!("cargo::rerun-if-env-changed=SONGPHUONG_SEEDS");
    println!("cargo::rerun-if-env-changed=SONGPHUONG_EMBED");
    // A folder stands for everything in it: changed, added and removed files.
    println!("cargo::rerun-if-changed={}", seeds.display());

    let overrides = root.join("data/overrides.toml");
    println!("cargo::rerun-if-changed={}", overrides.display());
    let (overrides, remarks) = read_overrides("data/overrides.toml", &bytes(&overrides)?);

    let compiled = compile_corrected(read(&seeds)?, most, overrides)?;
    for warning in remarks.iter().chain(&compiled.warnings) {
        println!("cargo::warning={}", warning.replace(['\n', '\r'], " "));
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let chunks = out.join("chunks");
    if chunks.exists() {
        // Those of another corpus.
        fs::remove_dir_all(&chunks)?;
    }
    fs::create_dir(&chunks)?;
    let files = compiled
        .chunks
        .iter()
        .map(|(name, bytes)| (chunks.join(name), bytes));
    for (path, bytes) in files.chain([(out.join("corpus.bin"), &compiled.bytes)]) {
        fs::write(&path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    println!("cargo::rustc-env=SONGPHUONG_CHUNKS={}", compiled.chunks.len());
    parts();
    Ok(())
}

/// The program of a published page has parts that come later (`src/parts.rs`). What cuts them out goes by the notes that
/// the linker makes of who uses what.
fn parts() {
    println!("cargo::rustc-check-cfg=cfg(parts_apart)");
    let wasm = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if wasm && env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rustc-cfg=parts_apart");
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
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
            let bytes = bytes(&path)?;
            files.push(SourceFile { name, bytes });
        } else {
            println!("cargo::warning={} was left out: it is not a file", path.display());
        }
    }
    Ok(files)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()).into())
}
