//! The articles as static pages beside the page, and what needs to know where all this is published.

use crate::{Result, output::note, paths, run};
use std::{env, fs, path::Path, process::Command};

/// The picture for previews of links, as `index.html` names it.
const PICTURE: &str = "articles/social.png";

/// Writes the pages of the corpus that a build script left in `folder` into `staging`. `SONGPHUONG_PAGES=never` leaves
/// them out.
///
/// # Errors
/// For an address that is none, where the pages cannot be written, where `index.html` is not as it should be.
pub(crate) fn write(folder: &Path, staging: &Path) -> Result<()> {
    let site = site(
        variable("SONGPHUONG_SITE").as_deref(),
        variable("TRUNK_PUBLIC_URL").as_deref(),
    );
    if let Some(site) = &site {
        let index = staging.join("index.html");
        let page = with_address(&paths::read(&index)?, site)?;
        fs::write(&index, page).map_err(|error| format!("{} cannot be written: {error}", index.display()))?;
    }
    match variable("SONGPHUONG_PAGES").as_deref() {
        None | Some("always") => {}
        Some("never") => return Ok(()),
        Some(other) => return Err(format!("SONGPHUONG_PAGES is `always` or `never`, not `{other}`")),
    }
    let mut pages = Command::new("cargo");
    pages.current_dir(paths::root());
    pages.args(["run", "--quiet", "--package", "songphuong-cli", "--", "pages"]);
    pages.arg("--index").arg(folder);
    pages.arg("--chunks").arg(folder.join("chunks"));
    pages.arg("--out").arg(staging);
    if let Some(site) = &site {
        pages.args(["--site", site]);
    }
    run::run(&mut pages)?;
    note("the articles are beside the page as static pages");
    Ok(())
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The address of the site: the one given, else where Trunk is told a whole address that.
fn site(given: Option<&str>, public_url: Option<&str>) -> Option<String> {
    let whole = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let site = given.or_else(|| public_url.filter(whole))?;
    Some(format!("{}/", site.trim_end_matches('/')))
}

/// The page with its picture's address whole, as those who make previews want it, and with its own.
fn with_address(page: &str, site: &str) -> Result<String> {
    let unlike = || format!("index.html does not name {PICTURE} as it used to");
    if site.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '&')) {
        return Err(format!("SONGPHUONG_SITE is no address: {site}"));
    }
    let (before, after) = page.split_once(PICTURE).ok_or_else(unlike)?;
    // The address may stand without quotes, which allow all that an address of a site has.
    let (tag, rest) = after.split_once('>').ok_or_else(unlike)?;
    Ok(format!(
        "{before}{site}{PICTURE}{tag}><meta property=\"og:url\" content=\"{site}\">\
         <link rel=\"canonical\" href=\"{site}\">{rest}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_site_is_given_or_the_public_one() {
        let slash = |site: Option<String>| site.unwrap_or_default();
        assert_eq!(
            slash(site(Some("https://a.org/b"), Some("/c/"))),
            "https://a.org/b/"
        );
        assert_eq!(slash(site(None, Some("https://a.org/c/"))), "https://a.org/c/");
        assert_eq!(site(None, Some("/c/")), None);
        assert_eq!(site(None, Some("./")), None);
    }

    #[test]
    fn the_page_says_where_it_is() {
        for page in [
            "<meta content=articles/social.png property=og:image><title>",
            "<meta property=\"og:image\" content=\"articles/social.png\" /><title>",
        ] {
            let page = with_address(page, "https://a.org/b/").unwrap();
            assert!(page.contains("https://a.org/b/articles/social.png"), "{page}");
            assert!(page.ends_with("<link rel=\"canonical\" href=\"https://a.org/b/\"><title>"));
        }
        assert!(with_address("<title>", "https://a.org/").is_err());
        assert!(with_address(PICTURE, "https://a.org/\"><script>").is_err());
    }

    #[test]
    fn the_picture_is_named_in_the_page() {
        let page = paths::read(&paths::root().join("index.html")).unwrap();
        assert_eq!(page.matches(PICTURE).count(), 1);
    }

    #[test]
    fn what_publishes_the_page_uses_what_is_pinned_and_may_do_little() {
        let workflow = paths::read(&paths::root().join(".github/workflows/pages.yml")).unwrap();
        let used: Vec<&str> = workflow
            .lines()
            .filter_map(|line| line.split_once("uses: "))
            .map(|(_, action)| action)
            .collect();
        assert!(!used.is_empty());
        for action in used {
            let (_, pin) = action.split_once('@').unwrap();
            let (commit, version) = pin.split_once(" # v").unwrap();
            assert!(
                commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()),
                "{action}"
            );
            assert!(version.matches('.').count() == 2, "{action}");
        }
        let may_write: Vec<&str> = workflow
            .lines()
            .filter(|line| line.ends_with(": write"))
            .collect();
        assert_eq!(may_write, ["      pages: write", "      id-token: write"]);
        assert!(workflow.contains("- run: cargo xtask build\n") && workflow.contains("path: dist\n"));
        assert!(workflow.contains("\npermissions:\n  contents: read\n"));
    }
}
