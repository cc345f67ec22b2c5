//! The page of an article.

use crate::head::{FOOT, Head, top};
use crate::html::{beginning, encoded, escaped};
use crate::{Entry, FOLDER, PICTURE, Site, json, list, when};
use engine::protocol::{ArticleResponse, Block, DateKind, DateSummary, EntitySummary, ZoneKind};
use std::fmt::Write as _;

/// How many characters of the text describe an article.
const DESCRIPTION: usize = 200;

/// How many of its topics are named, those that most words are about.
const TOPICS: usize = 6;

/// How many of the names of an article its page lists.
const NAMES: usize = 24;

/// What the page of an article is made of.
pub(crate) struct Page<'a> {
    pub(crate) article: &'a ArticleResponse,
    pub(crate) file: &'a str,
    pub(crate) newer: Option<&'a Entry>,
    pub(crate) older: Option<&'a Entry>,
    /// The page of the list that names it.
    pub(crate) list: usize,
    pub(crate) site: Option<&'a Site>,
}

impl Page<'_> {
    /// The page.
    pub(crate) fn html(&self) -> String {
        let article = self.article;
        let description = self.description();
        let neighbours = [("prev", self.newer), ("next", self.older)];
        let links: Vec<(&str, &str)> = neighbours
            .iter()
            .filter_map(|(relation, entry)| Some((*relation, entry.as_ref()?.file.as_str())))
            .collect();
        let title = beginning(&article.title.text, DESCRIPTION);
        let head = Head {
            lang: self.lang(),
            title: &title,
            description: &description,
            file: self.file,
            kind: "article",
            published: self.published().filter(|day| day.len() == 10),
            data: &self.data(&description),
            site: self.site,
            links: &links,
        };
        let explorer = format!("../?doc={}", encoded(&article.doc));
        head.page(&format!(
            "{}<main id=\"text\">\n<article>\n{}{}{}{}</article>\n{}</main>\n{FOOT}",
            top(&explorer),
            self.heading(),
            self.facts(),
            self.text(),
            self.names(),
            self.neighbours()
        ))
    }

    fn lang(&self) -> &str {
        self.article.language.as_deref().unwrap_or("vi")
    }

    /// The day, month or year of publication.
    fn published(&self) -> Option<&str> {
        let date = self.article.date.as_ref()?;
        (date.kind == DateKind::Published).then(|| when::machine(&date.from, date.precision))
    }

    /// How the text begins.
    fn description(&self) -> String {
        let body = |block: &&Block| block.zone == ZoneKind::Body;
        let blocks = &self.article.blocks;
        let text = blocks
            .iter()
            .find(body)
            .map_or(&self.article.title.text, |block| &block.text);
        beginning(text, DESCRIPTION)
    }

    /// What is known, and nothing else: a day of an event is no day of publication, a first sentence no headline.
    fn data(&self, description: &str) -> String {
        let article = self.article;
        let mut known = vec![
            ("@context", json::text("https://schema.org")),
            ("@type", json::text("NewsArticle")),
            ("inLanguage", json::text(self.lang())),
            ("description", json::text(description)),
        ];
        if !article.untitled {
            known.push(("headline", json::text(&article.title.text)));
        }
        if let Some(day) = self.published() {
            known.push(("datePublished", json::text(day)));
        }
        if let Some(event) = article.dates.iter().find(|date| date.kind == DateKind::Event) {
            known.push(("temporalCoverage", json::text(&period(event))));
        }
        if let Some((source, _)) = &article.source {
            let organisation = [
                ("@type", json::text("Organization")),
                ("name", json::text(source)),
            ];
            known.push(("sourceOrganization", json::object(&organisation)));
        }
        if let Some(author) = &article.author {
            known.push(("creditText", json::text(author)));
        }
        let topics = article
            .topics
            .iter()
            .take(TOPICS)
            .map(|about| json::text(&about.topic.name));
        let topics: Vec<String> = topics.collect();
        if !topics.is_empty() {
            known.push(("keywords", json::list(&topics)));
        }
        if let Some(site) = self.site {
            let address = json::text(&site.page(&format!("{FOLDER}/{}", self.file)));
            known.extend([
                ("url", address.clone()),
                ("mainEntityOfPage", address),
                ("image", json::text(&site.page(PICTURE))),
            ]);
        }
        json::object(&known)
    }

    fn heading(&self) -> String {
        let title = escaped(&self.article.title.text);
        if self.article.untitled {
            return format!(
                "<h1 class=\"sentence\">{title}</h1>\n<p class=\"note\" lang=\"vi\">Bài không có tít; đây là câu đầu của \
                 bài.</p>\n"
            );
        }
        format!("<h1>{title}</h1>\n")
    }

    fn facts(&self) -> String {
        let article = self.article;
        let mut facts = vec![("Ngày", when::html(article.date.as_ref()))];
        if let Some((source, _)) = &article.source {
            facts.push(("Nguồn", escaped(source)));
        }
        if let Some(author) = &article.author {
            facts.push(("Tác giả", escaped(author)));
        }
        let topics: Vec<String> = article
            .topics
            .iter()
            .take(TOPICS)
            .map(|about| {
                let slug = encoded(&about.topic.slug);
                format!("<a href=\"../?topic={slug}\">{}</a>", escaped(&about.topic.name))
            })
            .collect();
        if !topics.is_empty() {
            facts.push(("Chủ đề", topics.join(", ")));
        }
        if let Some(note) = &article.curator_note {
            facts.push(("Người tuyển bài ghi", escaped(note)));
        }
        let rows = facts
            .iter()
            .map(|(name, value)| format!("<div><dt>{name}</dt><dd>{value}</dd></div>\n"));
        format!(
            "<dl class=\"facts\" lang=\"vi\">\n{}</dl>\n",
            rows.collect::<String>()
        )
    }

    /// Paragraphs and captions, and folded below them what stood around the article.
    fn text(&self) -> String {
        let (told, around): (Vec<_>, Vec<_>) =
            self.article.blocks.iter().partition(|block| is_told(block.zone));
        let mut out: String = told.into_iter().map(block).collect();
        if !around.is_empty() {
            let blocks: String = around.iter().copied().map(block).collect();
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "<details class=\"around\" data-nosnippet>\n<summary lang=\"vi\">Quanh bài, trên trang gốc: {} \
                 dòng</summary>\n{blocks}</details>\n",
                around.len()
            );
        }
        out
    }

    /// The first of the names in the text, with what the explorer knows of them.
    fn names(&self) -> String {
        let told = self.article.blocks.iter().filter(|block| is_told(block.zone));
        let mentions = told.flat_map(|block| &block.mentions);
        let mut named: Vec<&EntitySummary> = Vec::new();
        for id in mentions.filter_map(|mention| mention.entity.as_ref()) {
            let known = self.article.entities.iter().find(|entity| entity.id == *id);
            if let Some(entity) = known.filter(|entity| !named.contains(entity)) {
                named.push(entity);
            }
        }
        if named.is_empty() {
            return String::new();
        }
        let items = named.iter().take(NAMES).map(|entity| {
            let address = encoded(&entity.id);
            format!(
                "<li><a href=\"../?entity={address}\">{}</a></li>\n",
                escaped(&entity.name)
            )
        });
        format!(
            "<section class=\"names\" lang=\"vi\" aria-labelledby=\"names\">\n<h2 id=\"names\">Nhắc đến</h2>\n\
             <ul>\n{}</ul>\n</section>\n",
            items.collect::<String>()
        )
    }

    fn neighbours(&self) -> String {
        let link = |label: &str, relation: &str, entry: Option<&Entry>| {
            entry.map_or_else(String::new, |entry| {
                format!(
                    "<a rel=\"{relation}\" href=\"{}\"><small>{label}</small> {}</a>\n",
                    escaped(&entry.file),
                    escaped(&beginning(&entry.title, 90))
                )
            })
        };
        format!(
            "<nav class=\"neighbours\" lang=\"vi\" aria-label=\"Bài khác\">\n{}{}<a href=\"{}\">Tất cả các bài</a>\n\
             </nav>\n",
            link("Bài mới hơn", "prev", self.newer),
            link("Bài cũ hơn", "next", self.older),
            list::file(self.list)
        )
    }
}

/// A block under the anchor that the explorer knows it by.
fn block(block: &Block) -> String {
    let anchor = escaped(&block.anchor);
    let mark = match (block.number, zone(block.zone)) {
        (Some(number), _) => {
            format!("<a class=\"number\" href=\"#{anchor}\" aria-label=\"Đoạn {number}\">{number}</a> ")
        }
        (None, Some(name)) => format!("<small class=\"zone\" lang=\"vi\">{name}</small> "),
        (None, None) => String::new(),
    };
    let class = if block.zone == ZoneKind::Body {
        ""
    } else {
        " class=\"beside\""
    };
    format!("<p id=\"{anchor}\"{class}>{mark}{}</p>\n", escaped(&block.text))
}

/// Whether this is of the article, and not of the page around it.
const fn is_told(zone: ZoneKind) -> bool {
    matches!(zone, ZoneKind::Title | ZoneKind::Body | ZoneKind::Caption)
}

/// What a block is that is no paragraph.
const fn zone(zone: ZoneKind) -> Option<&'static str> {
    match zone {
        ZoneKind::Body => None,
        ZoneKind::Title => Some("tít"),
        ZoneKind::Caption => Some("chú thích ảnh"),
        ZoneKind::Byline => Some("tên tác giả"),
        ZoneKind::Dateline => Some("dòng ngày tháng"),
        ZoneKind::Navigation => Some("khung trang"),
        ZoneKind::Related => Some("tin liên quan"),
        ZoneKind::Source => Some("dòng dẫn nguồn"),
    }
}

/// An interval as schema.org writes it, ISO 8601; one day, month or year by itself.
fn period(date: &DateSummary) -> String {
    let cut = |day: &'_ str| when::machine(day, date.precision).to_owned();
    let (from, to) = (cut(&date.from), cut(&date.to));
    if from == to { from } else { format!("{from}/{to}") }
}
