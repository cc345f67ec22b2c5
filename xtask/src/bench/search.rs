//! `cargo xtask bench search`: search in the browser beside its peers.
//!
//! What is measured, and how, is in `bench/`; this prepares it: tools, packages, tantivy as wasm, our own engine.

use crate::{Result, engine, output::note, paths, program, run, setup::Toolbox};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

/// Measures search; `--save` writes the tables into `docs/benchmarks.md`.
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build or a measurement that fails.
pub(super) fn bench(args: &[String]) -> Result<()> {
    let flags = flags(args)?;
    let mut tools = Toolbox::new()?;
    tools.search_bench()?;
    let place = paths::root().join("target/bench");
    let mut node = tools.command("node");
    node.arg("bench/search.mjs").arg("--out").arg(&place).args(&flags);
    tools.wasm()?;
    if wants(&flags, "tantivy") {
        let (program, glue) = tantivy(&tools, &place)?;
        node.arg("--tantivy").arg(glue).env("TANTIVY_INDEX", program);
    }
    let (program, folder) = ours(&tools)?;
    node.arg("--engine").arg(folder).env("SONGPHUONG", program);
    run::run(node.env("CHROME", &tools.chrome))
}

/// The arguments as the scripts want them, with paths that do not depend on where they run.
fn flags(args: &[String]) -> Result<Vec<String>> {
    let mut flags = Vec::new();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        let mut value = || {
            let text = words.next().filter(|text| !text.starts_with("--"));
            text.cloned().ok_or_else(|| format!("{word} wants a value"))
        };
        match word.as_str() {
            "--save" => {
                let document = paths::root().join("docs/benchmarks.md");
                flags.extend([word.clone(), document.display().to_string()]);
            }
            "--size" | "--rounds" | "--budget" | "--cold" | "--minutes" => {
                let text = value()?;
                if !text.parse::<u32>().is_ok_and(|number| number > 0) {
                    return Err(format!("{word} wants a number, not {text}"));
                }
                flags.extend([word.clone(), text]);
            }
            "--corpus" => {
                let path = std::path::absolute(value()?).map_err(|error| format!("{word}: {error}"))?;
                flags.extend([word.clone(), path.display().to_string()]);
            }
            "--peers" => flags.extend([word.clone(), value()?]),
            other => return Err(format!("bench search does not know {other}")),
        }
    }
    Ok(flags)
}

/// Whether a peer takes part.
fn wants(flags: &[String], peer: &str) -> bool {
    let peers = flags.iter().skip_while(|flag| *flag != "--peers").nth(1);
    peers.is_none_or(|peers| peers.split(',').any(|name| name.trim() == peer))
}

/// Builds tantivy's index builder and its wasm; the first is a program, the second a folder with a script.
fn tantivy(tools: &Toolbox, place: &Path) -> Result<(PathBuf, PathBuf)> {
    let target = place.join("cargo");
    let cargo = |mut command: Command, words: &[&str]| {
        command
            .current_dir(paths::root().join("bench/tantivy"))
            .env("CARGO_TARGET_DIR", &target)
            .args(["build", "--locked"])
            .args(words);
        run::run(&mut command)
            .map_err(|error| format!("{error}; `--peers` without tantivy measures the others"))
    };
    let wasm = target.join("wasm32-unknown-unknown/release/tantivy_peer.wasm");
    if !wasm.exists() {
        note("compiling tantivy, once natively and once to wasm (once; 3 to 15 minutes)");
    }
    cargo(
        Command::new("cargo"),
        &["--profile", "native", "--bin", "tantivy-index"],
    )?;
    cargo(
        tools.command("cargo"),
        &["--release", "--lib", "--target", "wasm32-unknown-unknown"],
    )?;
    let glue = place.join("tantivy");
    let optimised = glue.join("tantivy_peer_bg.wasm");
    if modified(&optimised) < modified(&wasm) {
        bind(tools, &wasm, &glue, &optimised)?;
    }
    let program = format!("native/tantivy-index{}", std::env::consts::EXE_SUFFIX);
    Ok((target.join(program), glue))
}

/// Makes the script around the wasm and the wasm small. The result appears when it is whole.
fn bind(tools: &Toolbox, wasm: &Path, glue: &Path, optimised: &Path) -> Result<()> {
    let raw = glue.join("raw");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run::run(bindgen.arg(&raw).arg(wasm))?;
    let bound = raw.join("tantivy_peer_bg.wasm");
    if tools.has("wasm-opt") {
        let small = raw.join("small.wasm");
        let mut opt = tools.command("wasm-opt");
        opt.arg("-O3")
            .args(run::WASM_FEATURES)
            .arg(&bound)
            .arg("-o")
            .arg(&small);
        run::run(&mut opt)?;
        moved(&small, &bound)?;
    } else {
        note("there is no wasm-opt, so tantivy's wasm stays larger than it need be");
    }
    moved(&raw.join("tantivy_peer.js"), &glue.join("tantivy_peer.js"))?;
    moved(&bound, optimised)
}

fn moved(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| format!("{}: {error}", to.display()))
}

/// When a file was written, or the beginning of time.
fn modified(path: &Path) -> SystemTime {
    path.metadata()
        .and_then(|data| data.modified())
        .unwrap_or(SystemTime::UNIX_EPOCH)
}

/// Our own program, which writes indexes, and the folder of the module that answers in the browser.
fn ours(tools: &Toolbox) -> Result<(PathBuf, PathBuf)> {
    let folder = paths::root().join("dist/engine");
    engine::build(tools, &folder)?;
    Ok((program::build()?, folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Vec<String>> {
        flags(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn numbers_and_values_are_wanted() {
        for (text, expected) in [
            ("--rounds none", "--rounds wants a number, not none"),
            ("--size 0", "--size wants a number, not 0"),
            ("--corpus", "--corpus wants a value"),
            ("--peers --save", "--peers wants a value"),
            ("--runs 3", "bench search does not know --runs"),
        ] {
            assert_eq!(parsed(text), Err(expected.to_owned()));
        }
    }

    #[test]
    fn a_corpus_is_named_by_its_whole_path() {
        let flags = parsed("--corpus news.jsonl.xz --size 100").unwrap();
        assert!(Path::new(&flags[1]).is_absolute(), "{flags:?}");
        assert!(flags[1].ends_with("news.jsonl.xz"), "{flags:?}");
        assert_eq!(flags[2..], ["--size", "100"]);
    }

    #[test]
    fn a_peer_takes_part_unless_others_are_named() {
        let wants = |text| wants(&parsed(text).unwrap(), "tantivy");
        assert!(wants("--rounds 2"));
        assert!(wants("--peers lunr,tantivy"));
        assert!(!wants("--peers lunr"));
    }
}
