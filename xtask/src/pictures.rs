//! `cargo xtask pictures`: the pictures of the documentation, taken from the real page, and the one of previews of links.

use crate::{Result, page, paths, run};

/// Builds the page as published and takes its pictures into `docs/`; draws `static/social.png` from its SVG.
///
/// # Errors
/// For arguments, which it takes none of, tools that are missing, a build or a picture that fails.
pub(crate) fn pictures(args: &[String]) -> Result<()> {
    if let Some(word) = args.first() {
        return Err(format!("pictures does not know {word}"));
    }
    let (mut node, dist) = page::shown_to("e2e/pictures.mjs")?;
    let root = paths::root();
    run::run(node.arg(dist).arg(root.join("docs")).arg(root.join("static")))
}
