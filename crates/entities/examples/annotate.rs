//! Prints texts with their mentions marked: `cargo run -p entities --example annotate -- FILE…`; with `--table` one
//! mention a line (file, first byte, byte after the last, type, id, value, rule). Every line counts as a paragraph.

use corpus::{Article, Encoding, Language, Zone, ZoneKind};
use std::io::Write as _;
use viet::Span;

fn article(id: &str, text: String) -> Article {
    let mut zones = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        zones.push(Zone {
            span: Span::new(start, start + line.len()),
            kind: ZoneKind::Body,
        });
        start += line.len();
    }
    Article {
        id: id.to_owned(),
        text,
        encoding: Encoding::Utf8,
        language: Language::Vi,
        zones,
        title: None,
        source: None,
        author: None,
        dates: Vec::new(),
        curator_note: None,
        diagnostics: Vec::new(),
    }
}

fn main() -> std::io::Result<()> {
    let table = std::env::args().any(|arg| arg == "--table");
    let mut articles = Vec::new();
    for path in std::env::args().skip(1).filter(|arg| !arg.starts_with("--")) {
        articles.push(article(&path, std::fs::read_to_string(&path)?));
    }
    let analysis = entities::analyse(&articles);
    let mut out = std::io::stdout().lock();
    for (article, mentions) in articles.iter().zip(&analysis.mentions) {
        let mut end = 0;
        for mention in mentions {
            let (id, value) = (
                mention.entity.as_deref().unwrap_or(""),
                mention.value.as_deref().unwrap_or(""),
            );
            let (kind, rule, span) = (mention.kind.label(), &mention.rule, mention.span);
            if table {
                writeln!(
                    out,
                    "{}\t{}\t{}\t{kind}\t{id}\t{value}\t{rule}",
                    article.id, span.start, span.end
                )?;
                continue;
            }
            let before = Span {
                start: end,
                end: span.start,
            }
            .of(&article.text);
            write!(out, "{before}[{kind} {}]", span.of(&article.text))?;
            end = span.end;
        }
        if !table {
            writeln!(out, "{}", article.text.get(end as usize..).unwrap_or(""))?;
        }
    }
    Ok(())
}
