//! Mentions of persons, offices, institutions, places, events, treaties, dates and figures, and what they link to.
//!
//! Reads [`corpus::Article`]s; knows nothing of indexes, queries or pages, does no I/O and never fails on a text.
//! Stages, each of which says in [`Mention::rule`] what it found: scanners for dates and figures, the tables of
//! `data/` over a trie of syllables, grammars for offices and for names that show by their first word, the memory
//! of a document, linking over all articles, curators' corrections, and the years of dates written without one.
//!
//! ```
//! use corpus::{Article, Encoding, Language, Zone, ZoneKind};
//! let text = "Tổng thống Nga Vladimir Putin đến Hà Nội ngày 20/6.".to_owned();
//! let span = viet::Span::new(0, text.len());
//! let article = Article {
//!     id: "1".into(), text, encoding: Encoding::Utf8, language: Language::Vi,
//!     zones: vec![Zone { span, kind: ZoneKind::Body }],
//!     title: None, source: None, author: None, dates: vec![], curator_note: None, diagnostics: vec![],
//! };
//! let analysis = entities::analyse(&[article]);
//! let ids: Vec<_> = analysis.mentions[0].iter().filter_map(|m| m.entity.as_deref()).collect();
//! assert_eq!(ids, ["place:russia", "person:vladimir-putin", "place:hanoi"]);
//! ```
//!
//! Invariants: mentions are in reading order, never overlap and lie on character boundaries; the same text in NFC
//! and NFD gives the same mentions; the result depends on texts and tables only.

mod body;
mod context;
mod draft;
mod fold;
mod gazetteer;
mod heads;
pub mod ledger;
mod link;
mod memory;
mod model;
mod names;
pub mod overrides;
mod recognise;
mod resolve;
mod roles;
mod rules;
mod scan;
mod text;
pub mod topics;

#[cfg(test)]
mod tests;

pub use gazetteer::Gazetteer;
pub use link::link;
pub use model::{Analysis, Entity, Mention, MentionKind, Resolved};
pub use recognise::recognise;
pub use rules::RULES;

use overrides::{Correction, Overrides};

/// Mentions and entities of a corpus.
pub fn analyse(articles: &[corpus::Article]) -> Analysis {
    analyse_with(articles, &Overrides::default(), &mut |_| {}).0
}

/// The same as a curator corrects it, with the corrections that hit nothing; `tell` hears how many articles have been
/// read, before each and after the last.
///
/// ```
/// # use entities::overrides::{Change, Correction, Overrides};
/// let change = Change::Merge { from: "person:nobody".into(), into: "person:somebody".into() };
/// let overrides = Overrides { corrections: vec![Correction { change, why: "an example".into() }] };
/// let (analysis, unused) = entities::analyse_with(&[], &overrides, &mut |_| {});
/// assert!(analysis.entities.is_empty());
/// assert_eq!(unused[0].to_string(), "merge person:nobody into person:somebody");
/// ```
pub fn analyse_with<'o>(
    articles: &[corpus::Article],
    overrides: &'o Overrides,
    tell: &mut dyn FnMut(u32),
) -> (Analysis, Vec<&'o Correction>) {
    let gazetteer = Gazetteer::embedded();
    let mut mentions: Vec<Vec<Mention>> = Vec::with_capacity(articles.len());
    for article in articles {
        tell(mentions.len() as u32);
        mentions.push(recognise(article, gazetteer));
    }
    tell(mentions.len() as u32);
    let references: Vec<&corpus::Article> = articles.iter().collect();
    let entities = link(&references, &mut mentions, gazetteer);
    let mut analysis = Analysis { mentions, entities };
    let unused = overrides::apply(articles, &mut analysis, overrides, gazetteer);
    for (article, mentions) in articles.iter().zip(&mut analysis.mentions) {
        resolve::resolve(article, mentions);
    }
    (analysis, unused)
}
