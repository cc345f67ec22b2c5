//! The articles of a corpus as static pages, one each, with lists of them: for visitors without scripts or WebAssembly,
//! for previews of links and for search engines.
//!
//! What it does not do: read or write files, or analyse anything. It asks the engine, so that titles, dates and the
//! anchors of paragraphs are those of the explorer, and hands over each file as it is made; of a large corpus it keeps
//! no more than the line of each article in the list.
//!
//! ```
//! let text = "Hai bên hội đàm tại Hà Nội.".into();
//! let corpus = engine::compile(vec![engine::SourceFile { name: "a.txt".into(), bytes: text }])?;
//! let engine = engine::Engine::open(&corpus.bytes)?;
//! let mut names = Vec::new();
//! let mut ask = |request: &_| Ok(engine.answer(request));
//! let mut take = |name: &str, _: &str| Ok(names.push(name.to_owned()));
//! assert_eq!(static_pages::write(&mut ask, None, &mut take), Ok(1));
//! assert_eq!(names, ["articles/style.css", "articles/a.html", "articles/index.html"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants: text of articles never becomes markup; every link but those with the site's address is relative, so that
//! the pages work under any path; nothing is said of an article that the engine does not know.

mod article;
mod head;
mod html;
mod json;
mod list;
mod name;
mod site;
mod sitemap;
mod when;

pub use name::file_name;
pub use site::Site;

use engine::protocol::{
    ArticleRequest, ArticleResponse, DateSummary, Request, Response, SearchRequest, Sort,
};

/// The folder of all pages, seen from the explorer.
pub const FOLDER: &str = "articles";

/// The picture that previews of links show, seen from the explorer.
pub const PICTURE: &str = "articles/social.png";

/// How many articles a page of the list shows.
const PAGE: u32 = 250;

const STYLE: &str = concat!(
    include_str!("../../../static/css/tokens.css"),
    include_str!("../style.css")
);

/// Gives the answer to a request of a corpus.
pub type Ask<'a> = dyn FnMut(&Request) -> Result<Response, String> + 'a;

/// Takes a file: its name seen from the explorer, and its text.
pub type Take<'a> = dyn FnMut(&str, &str) -> Result<(), String> + 'a;

/// An article as lists and neighbours name it.
struct Entry {
    doc: String,
    file: String,
    title: String,
    untitled: bool,
    date: Option<DateSummary>,
    source: Option<String>,
}

/// Makes the pages of all articles, newest first, and gives each to `take`; how many articles there are. With the
/// address of the site also what has to name it: canonical addresses, a sitemap, and at the root of a host `robots.txt`.
///
/// # Errors
/// What `ask` and `take` say went wrong, or that an answer is not to its question.
pub fn write(ask: &mut Ask<'_>, site: Option<&Site>, take: &mut Take<'_>) -> Result<usize, String> {
    let entries = entries(ask)?;
    take(&format!("{FOLDER}/style.css"), STYLE)?;
    for (at, entry) in entries.iter().enumerate() {
        let newer = at.checked_sub(1).and_then(|at| entries.get(at));
        let page = article::Page {
            article: &whole(ask, &entry.doc)?,
            file: &entry.file,
            newer,
            older: entries.get(at + 1),
            list: at / PAGE as usize,
            site,
        };
        take(&format!("{FOLDER}/{}", entry.file), &page.html())?;
    }
    let lists = list::pages(&entries, site);
    let names: Vec<String> = (0..lists.len()).map(list::file).collect();
    for (name, html) in names.iter().zip(lists) {
        take(&format!("{FOLDER}/{name}"), &html)?;
    }
    if let Some(site) = site {
        let files = names.iter().chain(entries.iter().map(|entry| &entry.file));
        for (name, text) in sitemap::files(site, files) {
            take(&name, &text)?;
        }
    }
    Ok(entries.len())
}

/// All articles in the order of the list.
fn entries(ask: &mut Ask<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    loop {
        let request = SearchRequest {
            sort: Sort::Newest,
            offset: entries.len() as u32,
            limit: PAGE,
            ..SearchRequest::default()
        };
        let Response::Search(found) = ask(&Request::Search(request))? else {
            return Err("the corpus does not say which articles it has".into());
        };
        if found.hits.is_empty() {
            return Ok(entries);
        }
        entries.extend(found.hits.into_iter().map(|hit| Entry {
            file: file_name(&hit.doc),
            title: hit.title.text,
            untitled: hit.untitled,
            date: hit.date,
            source: hit.source,
            doc: hit.doc,
        }));
    }
}

fn whole(ask: &mut Ask<'_>, doc: &str) -> Result<ArticleResponse, String> {
    let request = ArticleRequest {
        doc: doc.to_owned(),
        ..ArticleRequest::default()
    };
    match ask(&Request::Article(request))? {
        Response::Article(article) => Ok(*article),
        _ => Err(format!("the corpus does not give the article {doc}")),
    }
}
