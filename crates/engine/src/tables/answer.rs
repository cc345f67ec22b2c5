//! Rows of a ledger as they are asked for.

use super::Row;
use super::group::{Group, groups};
use super::sort::sort;
use crate::Engine;
use crate::article::anchored_blocks;
use crate::engine::Needs;
use crate::protocol::{
    Cell, Evidence, Ledger, LedgerRequest, LedgerResponse, LedgerRow, MOST_EVIDENCE, MOST_ROWS, Marked,
    SearchRequest, UnknownValue,
};
use crate::view::{View, all};
use crate::wire;
use corpus::Article;
use search::{InOrder as _, Sort};
use viet::{Needle, Span};

/// The articles of a view.
pub(crate) struct Asked {
    /// Their numbers, ascending.
    pub(crate) articles: Vec<u32>,
    pub(crate) unknown: Vec<UnknownValue>,
}

impl Asked {
    /// The articles that a view finds.
    pub(crate) fn of(engine: &Engine<'_>, view: &SearchRequest) -> Result<Self, Needs> {
        let view = View::of(engine, view, Sort::Newest)?;
        Ok(Self {
            articles: view.numbers(),
            unknown: view.unknown,
        })
    }

    fn has(&self, row: &Row) -> bool {
        self.articles.binary_search(&row.article).is_ok()
    }
}

/// The rows that are asked for, of the articles in the view.
pub(crate) fn response(
    engine: &Engine<'_>,
    request: &LedgerRequest,
    view: &Asked,
) -> Result<LedgerResponse, Needs> {
    let ledger = request.ledger;
    let table = engine.table(ledger)?;
    let entity = request.entity.as_ref().map(|id| engine.head.entity_at(id));
    let of_entity = |row: &Row| match entity {
        None => true,
        Some(at) => at.is_some_and(|at| row.names(at)),
    };
    let there: Vec<&Row> = table
        .rows
        .iter()
        .filter(|row| view.has(row) && of_entity(row))
        .collect();
    let (sure, unsure): (Vec<&Row>, Vec<&Row>) = there.into_iter().partition(|row| row.is_sure());
    let joined = |rows: Vec<_>| groups(ledger, table, rows.into_iter());
    let (sure, unsure) = (joined(sure), joined(unsure));
    let (rows_in_view, unsure_rows) = (sure.len() as u32, unsure.len() as u32);
    let mut groups = if request.unsure { unsure } else { sure };
    for part in request.find.split(';').map(str::trim) {
        let needle = Needle::new(part);
        if !needle.is_empty() {
            groups.retain(|group| group.cells.iter().any(|cell| says(engine, cell, part, &needle)));
        }
    }
    sort(engine, ledger, request.order, &mut groups);
    let total = groups.len() as u32;
    let page = groups
        .into_iter()
        .skip(request.offset as usize)
        .take(request.limit.min(MOST_ROWS) as usize);
    let mut named = Named::default();
    let page: Vec<Group> = page.collect();
    let proofs = page
        .iter()
        .flat_map(|group| group.rows.iter().take(MOST_EVIDENCE).copied());
    let mut proofs = evidence(engine, proofs)?.into_iter();
    let rows = page
        .iter()
        .map(|group| LedgerRow {
            cells: group.cells.iter().map(|cell| named.local(cell)).collect(),
            evidence: proofs
                .by_ref()
                .take(group.rows.len().min(MOST_EVIDENCE))
                .collect(),
            more: group.rows.len().saturating_sub(MOST_EVIDENCE) as u32,
        })
        .collect();
    let entity = |at: &u32| engine.head.entities.get(*at as usize).map(wire::entity);
    let topic = |at: &u32| engine.head.topics.get(*at as usize).cloned();
    Ok(LedgerResponse {
        ledger,
        total,
        rows_in_view,
        unsure: unsure_rows,
        articles: view.articles.len() as u32,
        rows,
        entities: named.entities.iter().filter_map(entity).collect(),
        topics: named.topics.iter().filter_map(topic).collect(),
        unknown: view.unknown.clone(),
    })
}

/// How many rows a ledger has of some articles, ascending, that are sure enough to be shown.
pub(crate) fn number_of_rows(engine: &Engine<'_>, ledger: Ledger, articles: &[u32]) -> Result<u32, Needs> {
    let table = engine.table(ledger)?;
    let there = |row: &&Row| row.is_sure() && articles.binary_search(&row.article).is_ok();
    Ok(groups(ledger, table, table.rows.iter().filter(there)).len() as u32)
}

/// What the cells of an answer name, in the order in which they do.
#[derive(Default)]
struct Named {
    entities: Vec<u32>,
    topics: Vec<u32>,
}

impl Named {
    /// A cell that counts in the lists of the answer and not in those of the corpus.
    fn local(&mut self, cell: &Cell) -> Cell {
        match cell {
            Cell::Entities { at, inferred } => Cell::Entities {
                at: at.iter().map(|at| place(&mut self.entities, *at)).collect(),
                inferred: *inferred,
            },
            Cell::Named { text, at } => Cell::Named {
                text: text.clone(),
                at: at.map(|at| place(&mut self.entities, at)),
            },
            Cell::Topics(at) => Cell::Topics(at.iter().map(|at| place(&mut self.topics, *at)).collect()),
            other => other.clone(),
        }
    }
}

fn place(list: &mut Vec<u32>, at: u32) -> u32 {
    let known = list.iter().position(|known| *known == at);
    known.unwrap_or_else(|| {
        list.push(at);
        list.len() - 1
    }) as u32
}

/// Whether a cell has the words of a needle, in any language.
fn says(engine: &Engine<'_>, cell: &Cell, words: &str, needle: &Needle) -> bool {
    let has = |text: &str| !needle.find(text).is_empty();
    let entity = |at: &u32| {
        let entity = engine.head.entities.get(*at as usize);
        entity.is_some_and(|entity| entity.names.values().any(|name| has(name)))
    };
    match cell {
        Cell::Empty | Cell::Planned | Cell::BothSides => false,
        Cell::Entities { at, .. } => at.iter().any(entity),
        Cell::Text(text) => has(text),
        Cell::Named { text, at } => has(text) || at.as_ref().is_some_and(entity),
        Cell::Date { value, .. } if is_start_of_date(words) => {
            value.split('/').any(|date| date.starts_with(words))
        }
        Cell::Date { value, .. } => has(value),
        Cell::Number { value, unit, .. } => has(value) || has(unit),
        Cell::Level(level) => has(level.label()),
        Cell::Status(status) => has(status.label()),
        Cell::Role(role) => has(role.label()),
        Cell::Act(act) => has(act.label()),
        Cell::Topics(at) => at.iter().any(|at| {
            let topic = engine.head.topics.get(*at as usize);
            topic.is_some_and(|topic| {
                let others = [&topic.name_en, &topic.name_ru];
                has(&topic.name) || others.into_iter().flatten().any(|name| has(name))
            })
        }),
    }
}

/// Whether words are how a date begins as cells have it: `2025-05`, without a year `--05`.
fn is_start_of_date(words: &str) -> bool {
    let date = words.strip_prefix("--").unwrap_or(words);
    let written = date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    written && (date.len() < words.len() || date.len() >= 4)
}

/// What proves some rows, row by row.
pub(crate) fn evidence<'t>(
    engine: &Engine<'_>,
    rows: impl Iterator<Item = &'t Row> + Clone,
) -> Result<Vec<Evidence>, Needs> {
    let mut numbers: Vec<u32> = rows.clone().map(|row| row.article).collect();
    numbers.order_by(Ord::cmp);
    numbers.dedup();
    let articles = all(numbers.iter().map(|number| engine.whole(*number)))?;
    let articles = numbers.iter().zip(&articles);
    let quotes = Quotes::new(
        engine,
        articles.filter_map(|(number, article)| Some((*number, article.as_ref()?))),
    );
    let proof = |row: &Row| {
        let article = quotes.of(row.article)?;
        Some(article.evidence(Some(row.evidence), &row.rule, row.confidence))
    };
    Ok(rows.filter_map(proof).collect())
}

/// Articles to be quoted: the paragraphs of each are found once, however many of its places are.
pub(crate) struct Quotes<'a>(Vec<(u32, Quoted<'a>)>);

impl<'a> Quotes<'a> {
    /// Of these articles by their numbers, ascending; one may be there several times.
    pub(crate) fn new(engine: &'a Engine<'_>, articles: impl Iterator<Item = (u32, &'a Article)>) -> Self {
        let mut quotes: Vec<(u32, Quoted<'a>)> = Vec::new();
        for (number, article) in articles {
            if quotes.last().is_some_and(|(last, _)| *last == number) {
                continue;
            }
            let Some(doc) = engine.head.docs.get(number as usize) else {
                continue;
            };
            let blocks = anchored_blocks(article);
            quotes.push((number, Quoted { doc, article, blocks }));
        }
        Self(quotes)
    }

    /// The article of this number.
    pub(crate) fn of(&self, number: u32) -> Option<&Quoted<'a>> {
        let at = self.0.binary_search_by_key(&number, |(number, _)| *number);
        Some(&self.0.get(at.ok()?)?.1)
    }
}

/// An article with its paragraphs, to be quoted.
pub(crate) struct Quoted<'a> {
    doc: &'a str,
    article: &'a Article,
    blocks: Vec<(Span, String)>,
}

impl Quoted<'_> {
    /// The short id of the article, and the paragraph of a part of its text.
    pub(crate) fn place(&self, span: Span) -> (String, String) {
        (self.doc.to_owned(), self.anchor(span))
    }

    /// What says something: the sentences around a part of the text, or the article's title where no part of it does.
    pub(crate) fn evidence(&self, span: Option<Span>, rule: &str, confidence: u8) -> Evidence {
        let article = self.article;
        let (title, _) = wire::title(article, &[], &[]);
        let (anchor, quote) = match span {
            Some(span) => self.quote(span),
            None => (String::new(), title.clone()),
        };
        Evidence {
            doc: self.doc.to_owned(),
            anchor,
            title: title.text,
            date: article.date().map(wire::date),
            source: article.source.as_ref().map(|source| source.value.clone()),
            quote,
            confidence,
            rule: rule.to_owned(),
        }
    }

    /// The paragraph of a part of the text, and the sentences around it.
    fn quote(&self, span: Span) -> (String, Marked) {
        let text = &self.article.text;
        (self.anchor(span), wire::marked(text, self.around(span), &[span]))
    }

    fn anchor(&self, span: Span) -> String {
        self.block(span)
            .map_or_else(String::new, |(_, anchor)| anchor.clone())
    }

    /// The sentences around a part of the text.
    pub(crate) fn around(&self, span: Span) -> Span {
        self.block(span)
            .map_or(span, |(block, _)| sentences(*block, &self.article.text, span))
    }

    fn block(&self, span: Span) -> Option<&(Span, String)> {
        self.blocks.iter().find(|(block, _)| block.overlaps(span))
    }
}

/// The sentences of a paragraph in which the evidence lies.
fn sentences(block: Span, text: &str, evidence: Span) -> Span {
    let mut around = evidence;
    for sentence in viet::sentences(block.of(text)) {
        let sentence = sentence.shifted(block.start).trimmed(text);
        if sentence.overlaps(evidence) {
            around.start = around.start.min(sentence.start);
            around.end = around.end.max(sentence.end);
        }
    }
    around
}
