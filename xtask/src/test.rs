//! `cargo xtask test`: every check there is, the same for people and for CI.

use crate::{
    Result, browser_tests, engine, finish,
    output::{Steps, note},
    page, run,
    setup::Toolbox,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Runs all tests, or one kind of them with arguments for its runner.
///
/// # Errors
/// At the first step that fails, with its name.
pub(crate) fn test(args: &[String]) -> Result<()> {
    let mut steps = Steps::default();
    match args.split_first() {
        None => {
            let mut tools = Toolbox::new()?;
            steps.step("Set-up", || {
                tools.page()?;
                tools.browser_tests()?;
                tools.suite()
            })?;
            native(&mut steps, &[])?;
            browser(&mut steps, &tools, &[])?;
            end_to_end(&mut steps, &tools, &[])?;
        }
        Some((kind, rest)) => {
            let mut tools = Toolbox::new()?;
            match kind.as_str() {
                "native" => native(&mut steps, rest)?,
                "browser" => {
                    steps.step("Set-up", || tools.browser_tests())?;
                    browser(&mut steps, &tools, rest)?;
                }
                "e2e" => {
                    steps.step("Set-up", || tools.page().and_then(|()| tools.suite()))?;
                    end_to_end(&mut steps, &tools, rest)?;
                }
                other => {
                    return Err(format!(
                        "there are no `{other}` tests, only native, browser and e2e"
                    ));
                }
            }
        }
    }
    steps.summary();
    Ok(())
}

/// With `args` only `cargo test` with them.
fn native(steps: &mut Steps, args: &[String]) -> Result<()> {
    if args.is_empty() {
        steps.step("Formatting", || cargo(&["fmt", "--all", "--check"], &[]))?;
        steps.step("Lints", || {
            cargo(
                &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
                &[],
            )
        })?;
    }
    let one_package = args.iter().any(|arg| arg == "-p" || arg == "--package");
    let words: &[&str] = if one_package {
        &["test"]
    } else {
        &["test", "--workspace"]
    };
    steps.step("Native tests", || cargo(words, args))?;
    if args.is_empty() {
        scripts(steps)?;
    }
    Ok(())
}

/// The tests of the measurements' scripts, which need nothing but Node, and without Node are no use either.
fn scripts(steps: &mut Steps) -> Result<()> {
    let Some(node) = run::which("node") else {
        note("there is no node, so the tests of bench/ are left out");
        return Ok(());
    };
    let tests = test_scripts(&crate::paths::root().join("bench"))?;
    steps.step("Tests of the measurements", || {
        run::run(Command::new(node).arg("--test").args(tests))
    })
}

/// The files of a folder that are tests for Node. They are named one by one, as its versions disagree about folders.
fn test_scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut tests = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            tests.push(path);
        }
    }
    tests.sort();
    Ok(tests)
}

fn cargo(words: &[&str], args: &[String]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.current_dir(crate::paths::root()).args(words).args(args);
    run::run(&mut command)
}

fn browser(steps: &mut Steps, tools: &Toolbox, args: &[String]) -> Result<()> {
    steps.step("Tests inside the browser", || browser_tests::run(tools, args))
}

/// Builds the page twice from one compilation, for the root of a host and for a path of one, once more with the chunks
/// of its corpus apart, and the module, and drives them.
fn end_to_end(steps: &mut Steps, tools: &Toolbox, args: &[String]) -> Result<()> {
    let (at_root, below) = (page::built("root"), page::built("below"));
    let (apart, module) = (page::built("apart"), page::built("engine"));
    let corpus = page::built("corpus.bin");
    let (flags, args): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| *arg == "--no-build");
    if flags.is_empty() {
        steps.step("The page", || {
            page::release(tools, &at_root, None)?;
            finish::embedded(&corpus)
        })?;
        steps.step("The page for a sub-path", || {
            page::release(tools, &below, Some(page::SUB_PATH))
        })?;
        steps.step("The page with its corpus apart", || {
            page::release_apart(tools, &apart)
        })?;
        steps.step("The module for other pages", || {
            engine::build(tools, &module)?;
            engine::sample(&module)
        })?;
    }
    let port = page::free_port(4180)?;
    steps.step("End-to-end tests", || {
        let mut node = tools.command("node");
        node.current_dir(crate::paths::root().join("e2e"))
            .args(["node_modules/@playwright/test/cli.js", "test"])
            .args(args)
            .env("CHROME", &tools.chrome)
            .env("PAGE_AT_ROOT", &at_root)
            .env("PAGE_BELOW", &below)
            .env("PAGE_APART", &apart)
            .env("PAGE_APART_PATH", page::APART_PATH)
            .env("PAGE_SUB_PATH", page::SUB_PATH)
            .env("PAGE_ENGINE", &module)
            .env("PAGE_CORPUS", &corpus)
            .env("PAGE_PORT", port.to_string());
        run::run(&mut node)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_that_are_tests_are_found() {
        let found = test_scripts(&crate::paths::root().join("bench")).unwrap();
        assert!(found.len() > 1 && found.iter().any(|path| path.ends_with("bench/scan.test.mjs")));
        assert!(!found.iter().any(|path| path.ends_with("bench/scan.mjs")));
    }
}
