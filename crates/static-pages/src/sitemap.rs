//! What search engines look for first.

use crate::html::escaped;
use crate::{FOLDER, Site};
use std::fmt::Write as _;

/// The protocol allows so many addresses in a file (<https://www.sitemaps.org/protocol.html>).
const MOST: usize = 50_000;

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `sitemap.xml` of the explorer and these pages, in parts where one is not enough, and `robots.txt`, which is heeded
/// at the root of a host alone. No page says when it was changed last: nobody knows.
pub(crate) fn files<'a>(site: &Site, pages: impl Iterator<Item = &'a String>) -> Vec<(String, String)> {
    files_of(site, pages, MOST)
}

fn files_of<'a>(site: &Site, pages: impl Iterator<Item = &'a String>, most: usize) -> Vec<(String, String)> {
    let pages = pages.map(|file| site.page(&format!("{FOLDER}/{file}")));
    let addresses: Vec<String> = std::iter::once(site.page("")).chain(pages).collect();
    let mut files = Vec::new();
    if addresses.len() <= most {
        files.push(("sitemap.xml".to_owned(), listed("urlset", "url", &addresses)));
    } else {
        for (number, part) in (1..).zip(addresses.chunks(most)) {
            files.push((format!("sitemap-{number}.xml"), listed("urlset", "url", part)));
        }
        let parts: Vec<String> = files.iter().map(|(name, _)| site.page(name)).collect();
        files.push((
            "sitemap.xml".to_owned(),
            listed("sitemapindex", "sitemap", &parts),
        ));
    }
    if site.is_root() {
        let text = format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}\n",
            site.page("sitemap.xml")
        );
        files.push(("robots.txt".to_owned(), text));
    }
    files
}

fn listed(root: &str, item: &str, addresses: &[String]) -> String {
    let mut out = format!("{OPEN}<{root} {SPACE}>\n");
    for address in addresses {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "<{item}><loc>{}</loc></{item}>", escaped(address));
    }
    let _ = writeln!(out, "</{root}>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_pages_than_a_sitemap_may_have_are_in_parts() {
        let site = Site::new("https://a.org/b/").unwrap();
        let pages = ["1.html".to_owned(), "2.html".to_owned(), "3.html".to_owned()];
        let files = files_of(&site, pages.iter(), 2);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        assert!(
            files[1]
                .1
                .contains("<url><loc>https://a.org/b/articles/3.html</loc></url>")
        );
        assert!(
            files[2]
                .1
                .contains("<sitemap><loc>https://a.org/b/sitemap-2.xml</loc></sitemap>")
        );
    }

    #[test]
    fn robots_are_told_at_the_root_of_a_host() {
        let root = files(&Site::new("https://a.org").unwrap(), [].iter());
        assert_eq!(root[1].0, "robots.txt");
        assert!(root[1].1.contains("Sitemap: https://a.org/sitemap.xml\n"));
        assert_eq!(files(&Site::new("https://a.org/b").unwrap(), [].iter()).len(), 1);
    }
}
