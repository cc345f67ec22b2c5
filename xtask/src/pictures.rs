//! `cargo xtask pictures`: the pictures of the documentation, taken from the real page.

use crate::{Result, page, paths, run, setup::Toolbox};

/// Builds the page as published and takes its pictures into `docs/`.
///
/// # Errors
/// For arguments, which it takes none of, tools that are missing, a build or a picture that fails.
pub(crate) fn pictures(args: &[String]) -> Result<()> {
    if let Some(word) = args.first() {
        return Err(format!("pictures does not know {word}"));
    }
    let mut tools = Toolbox::new()?;
    tools.page()?;
    tools.suite()?;
    let dist = page::built("root");
    page::release(&tools, &dist, None)?;
    let mut node = tools.command("node");
    node.arg("e2e/pictures.mjs")
        .arg(&dist)
        .arg(paths::root().join("docs"));
    run::run(node.env("CHROME", &tools.chrome))
}
