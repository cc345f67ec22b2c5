//! The list of all articles, in pages.

use crate::head::{FOOT, Head, top};
use crate::html::escaped;
use crate::{Entry, PAGE, Site, json, when};

/// The file of a page of the list, counted from 0.
pub(crate) fn file(page: usize) -> String {
    match page {
        0 => "index.html".to_owned(),
        _ => format!("index-{}.html", page + 1),
    }
}

/// The pages of the list: one at least, also of no article.
pub(crate) fn pages(entries: &[Entry], site: Option<&Site>) -> Vec<String> {
    let mut parts: Vec<&[Entry]> = entries.chunks(PAGE as usize).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    let of = parts.len();
    let pages = parts.into_iter().enumerate();
    pages
        .map(|(number, part)| page(number, of, entries.len(), part, site))
        .collect()
}

fn page(number: usize, of: usize, articles: usize, entries: &[Entry], site: Option<&Site>) -> String {
    let title = match number {
        0 => "Tất cả các bài".to_owned(),
        _ => format!("Tất cả các bài, trang {}", number + 1),
    };
    let description = format!("{articles} bài tin ngoại giao Việt Nam, mới nhất trước, dạng trang tĩnh.");
    let (before, after) = (number.checked_sub(1).map(file), file(number + 1));
    let mut links = Vec::new();
    if let Some(before) = &before {
        links.push(("prev", before.as_str()));
    }
    if number + 1 < of {
        links.push(("next", after.as_str()));
    }
    let data = json::object(&[
        ("@context", json::text("https://schema.org")),
        ("@type", json::text("CollectionPage")),
        ("name", json::text(&title)),
        ("inLanguage", json::text("vi")),
    ]);
    let head = Head {
        lang: "vi",
        title: &title,
        description: &description,
        file: &file(number),
        kind: "website",
        published: None,
        data: &data,
        site,
        links: &links,
    };
    let items: String = entries.iter().map(item).collect();
    head.page(&format!(
        "{}<main id=\"text\">\n<h1>Tất cả các bài</h1>\n<p class=\"count\">{articles} bài, mới nhất trước; bài không \
         rõ năm ở cuối. Tìm, lọc và so sánh thì mở <a href=\"../\">trình khám phá</a> (cần JavaScript).</p>\n\
         <ul class=\"list\">\n{items}</ul>\n{}</main>\n{FOOT}",
        top("../"),
        numbers(number, of)
    ))
}

fn item(entry: &Entry) -> String {
    let untitled = if entry.untitled {
        " <small class=\"zone\" title=\"Bài không có tít; đây là câu đầu của bài\">câu đầu</small>"
    } else {
        ""
    };
    let source = entry
        .source
        .as_ref()
        .map_or_else(String::new, |source| format!(" · {}", escaped(source)));
    format!(
        "<li><a href=\"{}\">{}</a>{untitled}<p>{}{source}</p></li>\n",
        escaped(&entry.file),
        escaped(&entry.title),
        when::html(entry.date.as_ref())
    )
}

/// Links to all pages of the list.
fn numbers(number: usize, of: usize) -> String {
    if of < 2 {
        return String::new();
    }
    let links = (0..of).map(|page| {
        let current = if page == number {
            " aria-current=\"page\""
        } else {
            ""
        };
        format!("<a href=\"{}\"{current}>{}</a>\n", file(page), page + 1)
    });
    format!(
        "<nav class=\"numbers\" aria-label=\"Các trang\">\n{}</nav>\n",
        links.collect::<String>()
    )
}
