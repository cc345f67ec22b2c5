//! The pages of the five seeds, and of articles that mean ill.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

use engine::{Engine, SourceFile, compile};
use static_pages::Site;
use std::collections::BTreeMap;

/// All files made of these articles.
fn made(files: Vec<SourceFile>, site: Option<&str>) -> BTreeMap<String, String> {
    let corpus = compile(files).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let site = site.map(|address| Site::new(address).unwrap());
    let mut made = BTreeMap::new();
    let mut ask = |request: &_| Ok(engine.answer(request));
    let mut take = |name: &str, text: &str| {
        assert!(
            made.insert(name.to_owned(), text.to_owned()).is_none(),
            "{name} twice"
        );
        Ok(())
    };
    static_pages::write(&mut ask, site.as_ref(), &mut take).unwrap();
    made
}

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn seeds() -> Vec<SourceFile> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let files = std::fs::read_dir(folder).unwrap();
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_name()?.to_str()?.to_owned();
        let bytes = std::fs::read(&path).unwrap();
        path.is_file().then_some(SourceFile { name, bytes })
    };
    files.filter_map(read).collect()
}

/// The JSON-LD of a page.
fn data(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(data).unwrap()
}

#[test]
fn a_page_of_the_seeds_as_people_review_it() {
    let made = made(seeds(), None);
    insta::assert_snapshot!(made["articles/003.html"]);
}

#[test]
fn every_article_has_a_page_and_stands_in_the_list() {
    let made = made(seeds(), None);
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "articles/000.html",
            "articles/001.html",
            "articles/002.html",
            "articles/003.html",
            "articles/004.html",
            "articles/index.html",
            "articles/style.css",
        ]
    );
    let list = &made["articles/index.html"];
    let places: Vec<usize> = ["003", "000", "001"]
        .iter()
        .map(|doc| list.find(&format!("<li><a href=\"{doc}.html\">")).unwrap())
        .collect();
    assert!(places.is_sorted(), "newest first, undated last: {places:?}");
}

#[test]
fn anchors_are_those_of_the_explorer() {
    let corpus = compile(seeds()).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let made = made(seeds(), None);
    for id in engine.ids() {
        let request = engine::protocol::ArticleRequest {
            doc: id.clone(),
            ..Default::default()
        };
        let answer = engine.answer(&engine::protocol::Request::Article(request));
        let engine::protocol::Response::Article(article) = answer else {
            panic!("{answer:?}")
        };
        let page = &made[&format!("articles/{}", static_pages::file_name(&article.doc))];
        for block in &article.blocks {
            assert_eq!(page.matches(&format!("<p id=\"{}\"", block.anchor)).count(), 1);
        }
    }
}

#[test]
fn nothing_is_invented_of_an_article() {
    let made = made(seeds(), None);
    let month = data(&made["articles/000.html"]);
    assert_eq!(month["datePublished"], "2018-03");
    // No title, no year.
    let bare = data(&made["articles/004.html"]);
    assert!(bare.get("datePublished").is_none(), "{bare}");
    for page in made.values() {
        assert!(!page.contains("canonical") && !page.contains("og:image") && !page.contains("og:url"));
        assert!(!page.contains("https://") || page.contains("\"https://schema.org\""));
    }
    assert!(!made["articles/004.html"].contains("article:published_time"));
}

#[test]
fn a_site_with_an_address_has_canonical_addresses_and_a_map() {
    let made = made(seeds(), Some("https://example.org/song-phuong"));
    let page = &made["articles/003.html"];
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/song-phuong/articles/003.html\">",
        "<meta property=\"og:image\" content=\"https://example.org/song-phuong/articles/social.png\">",
        "<meta property=\"og:url\" content=\"https://example.org/song-phuong/articles/003.html\">",
        "content=\"summary_large_image\"",
    ] {
        assert!(page.contains(part), "no {part}");
    }
    let map = &made["sitemap.xml"];
    assert_eq!(map.matches("<loc>").count(), 7);
    assert!(!made.contains_key("robots.txt"));
}

#[test]
fn text_of_articles_never_becomes_markup() {
    let hostile = "\"><script>alert(1)</script>\n\nChiều 3/9/2025, </script><img src=x onerror=alert(1)> Tổng thống \
                   Nga <b>Putin</b> & \"Lavrov\" '--><!-- ]]> {{x}} hội đàm tại Hà Nội \u{2028} \u{0}.\n\n\
                   <style>*{}</style> Ảnh: </p><a href=javascript:alert(1)>TTXVN</a>\n";
    let name = "a\"><script>alert(2)</script>&'.txt";
    let made = made(
        vec![file(name, hostile), file("b.txt", hostile)],
        Some("http://a.org"),
    );
    for (name, page) in made.iter().filter(|(_, page)| page.starts_with("<!doctype")) {
        assert_eq!(page.matches("<script").count(), 1, "{name}: {page}");
        assert_eq!(page.matches("</script").count(), 1, "{name}");
        for tag in ["<img", "<style", "<b>", "<!--", "<a href=javascript", "\0"] {
            assert!(!page.contains(tag), "{tag} in {name}");
        }
        // Inside a tag there is no quote that text could have brought.
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split_once('>')) {
            assert_eq!(tag.0.matches('"').count() % 2, 0, "{name}: <{}>", tag.0);
        }
        data(page);
    }
}

#[test]
fn a_long_list_has_pages() {
    let files = (0..251).map(|n| file(&format!("a{n}.txt"), "Hai bên hội đàm."));
    let made = made(files.collect(), None);
    assert!(made["articles/index.html"].contains("<link rel=\"next\" href=\"index-2.html\">"));
    let second = &made["articles/index-2.html"];
    assert!(second.contains("<link rel=\"prev\" href=\"index.html\">") && !second.contains("rel=\"next\""));
    assert_eq!(second.matches("<li>").count(), 1);
}

#[test]
fn a_corpus_without_articles_has_a_list_all_the_same() {
    let made = made(Vec::new(), Some("https://a.org"));
    assert!(made["articles/index.html"].contains("0 bài"));
    assert!(made.contains_key("robots.txt"));
}
