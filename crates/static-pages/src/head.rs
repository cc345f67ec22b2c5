//! The head of a page: what browsers, previews of links and search engines read.

use crate::html::escaped;
use crate::{FOLDER, PICTURE, Site};
use std::fmt::Write as _;

/// What the head of a page is made of.
pub(crate) struct Head<'a> {
    pub(crate) lang: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// The name of its file.
    pub(crate) file: &'a str,
    /// `article` or `website`.
    pub(crate) kind: &'static str,
    /// When it was published, where the day is known.
    pub(crate) published: Option<&'a str>,
    /// JSON-LD.
    pub(crate) data: &'a str,
    pub(crate) site: Option<&'a Site>,
    /// Further links: the pages before and after this one.
    pub(crate) links: &'a [(&'static str, &'a str)],
}

/// No script, no request to another host: what is not the style or an icon of this site is not loaded.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; \
                      form-action 'none'";

impl Head<'_> {
    /// A whole page with this body.
    pub(crate) fn page(&self, body: &str) -> String {
        let mut head = String::new();
        let mut meta = |attribute: &str, name: &str, content: &str| {
            // Writing to a string cannot fail.
            let content = escaped(content);
            let _ = writeln!(head, "<meta {attribute}=\"{name}\" content=\"{content}\">");
        };
        meta("http-equiv", "Content-Security-Policy", POLICY);
        meta("name", "viewport", "width=device-width, initial-scale=1");
        meta("name", "color-scheme", "light dark");
        meta("name", "referrer", "no-referrer");
        meta("name", "description", self.description);
        meta("property", "og:site_name", "Song Phương");
        meta("property", "og:type", self.kind);
        meta("property", "og:title", self.title);
        meta("property", "og:description", self.description);
        meta("property", "og:locale", locale(self.lang));
        if let Some(day) = self.published {
            meta("property", "article:published_time", day);
        }
        // Readers of these want whole addresses.
        let card = if let Some(site) = self.site {
            let picture = site.page(PICTURE);
            meta("property", "og:url", &self.address(site));
            meta("property", "og:image", &picture);
            meta("property", "og:image:width", "1200");
            meta("property", "og:image:height", "630");
            meta("property", "og:image:alt", "Song Phương: đọc kỹ tin ngoại giao");
            meta("name", "twitter:image", &picture);
            "summary_large_image"
        } else {
            "summary"
        };
        meta("name", "twitter:card", card);
        meta("name", "twitter:title", self.title);
        meta("name", "twitter:description", self.description);
        let mut link = |relation: &str, address: &str| {
            let _ = writeln!(head, "<link rel=\"{relation}\" href=\"{}\">", escaped(address));
        };
        if let Some(site) = self.site {
            link("canonical", &self.address(site));
        }
        for (relation, address) in self.links {
            link(relation, address);
        }
        link("icon", "../favicon.svg");
        link("stylesheet", "style.css");
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n{head}\
             <script type=\"application/ld+json\">{}</script>\n</head>\n<body>\n{body}</body>\n</html>\n",
            escaped(self.lang),
            escaped(&format!("{} – Song Phương", self.title)),
            self.data
        )
    }

    fn address(&self, site: &Site) -> String {
        site.page(&format!("{FOLDER}/{}", self.file))
    }
}

fn locale(lang: &str) -> &'static str {
    match lang {
        "en" => "en_GB",
        "ru" => "ru_RU",
        _ => "vi_VN",
    }
}

/// The top of every page, with a link to a view of the explorer.
pub(crate) fn top(explorer: &str) -> String {
    format!(
        "<a class=\"skip\" lang=\"vi\" href=\"#text\">Đến nội dung</a>\n<header class=\"top\" lang=\"vi\">\n\
         <a class=\"brand\" href=\"../\">Song Phương</a>\n<nav aria-label=\"Trang\">\n\
         <a href=\"index.html\">Tất cả các bài</a>\n<a href=\"{}\">Mở trong trình khám phá</a>\n</nav>\n</header>\n",
        escaped(explorer)
    )
}

/// The foot of every page.
pub(crate) const FOOT: &str = "<footer lang=\"vi\">\n<p>Trang tĩnh của <a href=\"../\">Song Phương</a>, đọc được \
                               không cần JavaScript. Bài thuộc về nơi đã đăng.</p>\n</footer>\n";
