//! What differs between two views, as rows that a chart, a table and a file are made of.

use super::views::{narrowed, sides, with_word};
use crate::components::here::Here;
use crate::i18n::{Name, comparing, language_of, value_name};
use crate::view::{Lens, ViewState};
use engine::protocol::{
    CompareBy, CompareResponse, Compared, ComparedValue, Hundredths, Keyness, Keyword, Ledger,
};

/// Rows of one kind.
pub(super) struct Section {
    pub(super) name: &'static str,
    /// What its file is called.
    pub(super) file: &'static str,
    /// What the shares are of.
    pub(super) of: Share,
    /// Number of rows there are.
    pub(super) total: u32,
    pub(super) rows: Vec<Row>,
}

/// What a share is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// Articles that have something, of a hundred.
    Articles,
    /// Rows, to a hundred articles.
    Rows,
    /// Places, to a thousand words.
    Words,
}

/// Something that stands in both views, or in one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: Name,
    /// How often, in A and in B.
    pub(super) counts: [u32; 2],
    /// In how many articles, where that is another number.
    pub(super) articles: Option<[u32; 2]>,
    /// In hundredths; none of a view without articles.
    pub(super) shares: [Option<u32>; 2],
    /// Whether the shares say something; else they are drawn and not told.
    pub(super) told: bool,
    pub(super) keyness: Option<Keyness>,
    /// The articles behind the counts, where an address says which these are.
    pub(super) to: [Option<ViewState>; 2],
}

impl Row {
    /// How far the shares are from each other.
    pub(super) fn difference(&self) -> Option<Hundredths> {
        let [a, b] = [self.shares[0]?, self.shares[1]?];
        self.told.then_some(Hundredths {
            minus: a < b,
            amount: a.abs_diff(b),
        })
    }
}

/// `count` to `times` of `all`, in hundredths.
fn share(count: u32, times: u64, all: u32) -> Option<u32> {
    let all = u64::from(all);
    let scaled = (u64::from(count) * times * 100 + all / 2).checked_div(all)?;
    u32::try_from(scaled).ok()
}

/// What was asked for.
pub(super) fn sections(here: &Here, found: &CompareResponse) -> Vec<Section> {
    let t = comparing(here.lang);
    let sides = sides(here.view).map(|side| side.map(|side| around(here.view, side)));
    let all = [0, 1].map(|side| found.sides[side].articles);
    match &found.compared {
        Compared::Values(values) => {
            let row = |value: &ComparedValue| value_row(here, value, &sides, all);
            vec![Section {
                name: heading(here),
                file: "compare",
                of: Share::Articles,
                total: found.total,
                rows: values.iter().map(row).collect(),
            }]
        }
        Compared::Ledgers(ledgers) => {
            let row = |(ledger, counts): &(Ledger, [u32; 2])| ledger_row(here, *ledger, *counts, &sides, all);
            vec![Section {
                name: t.ledgers,
                file: "compare",
                of: Share::Rows,
                total: found.total,
                rows: ledgers.iter().map(row).collect(),
            }]
        }
        Compared::Words {
            words,
            totals,
            more,
            less,
            ..
        } => {
            let section = |at: usize, file, rows: &Vec<Keyword>| Section {
                name: t.more[at],
                file,
                of: Share::Words,
                total: totals[at],
                rows: rows.iter().map(|row| word_row(row, &sides, *words)).collect(),
            };
            vec![section(0, "compare-a", more), section(1, "compare-b", less)]
        }
    }
}

fn heading(here: &Here) -> &'static str {
    match here.view.compare.by {
        CompareBy::Facet(facet) => (here.t.filters.facet)(facet),
        CompareBy::Ledgers | CompareBy::Words => "",
    }
}

/// A side as a view of its own, in the page that is shown.
pub(super) fn around(view: &ViewState, side: ViewState) -> ViewState {
    ViewState {
        lang: view.lang,
        embed: view.embed,
        hidden: view.hidden.clone(),
        ..side
    }
}

/// Where the counts lead: nowhere where there is nothing.
fn leading(
    sides: &[Option<ViewState>; 2],
    counts: [u32; 2],
    to: impl Fn(&ViewState) -> Option<ViewState>,
) -> [Option<ViewState>; 2] {
    [0, 1].map(|side| {
        let there = sides[side].as_ref().filter(|_| counts[side] > 0);
        there.and_then(&to)
    })
}

fn value_row(here: &Here, found: &ComparedValue, sides: &[Option<ViewState>; 2], all: [u32; 2]) -> Row {
    let counts = [found.value.count, found.b];
    let slug = found.value.slug.as_str();
    let (name, to) = match here.view.compare.by {
        CompareBy::Facet(facet) => (
            value_name(here.lang, facet, &found.value),
            leading(sides, counts, |side| narrowed(side, facet, slug)),
        ),
        // Another answer is on its way.
        CompareBy::Ledgers | CompareBy::Words => (plain(found.value.name.clone()), [None, None]),
    };
    Row {
        id: slug.to_owned(),
        name,
        counts,
        articles: None,
        shares: [0, 1].map(|side| share(counts[side], 100, all[side])),
        told: true,
        keyness: found.keyness,
        to,
    }
}

fn ledger_row(
    here: &Here,
    ledger: Ledger,
    counts: [u32; 2],
    sides: &[Option<ViewState>; 2],
    all: [u32; 2],
) -> Row {
    let lens = Lens::Ledger(ledger);
    Row {
        id: ledger.name().to_owned(),
        name: plain((here.t.tables.lens)(lens).to_owned()),
        counts,
        articles: None,
        shares: [0, 1].map(|side| share(counts[side], 100, all[side])),
        told: true,
        keyness: None,
        to: leading(sides, counts, |side| Some(ViewState { lens, ..side.clone() })),
    }
}

fn word_row(found: &Keyword, sides: &[Option<ViewState>; 2], words: [u32; 2]) -> Row {
    let word = &found.here.word;
    let counts = [found.here.count, found.elsewhere];
    Row {
        id: word.clone(),
        name: Name {
            lang: language_of(word),
            ..plain(word.clone())
        },
        counts,
        articles: Some([found.here.articles, found.articles_elsewhere]),
        shares: [0, 1].map(|side| share(counts[side], 1000, words[side])),
        told: found.keyness.is_some(),
        keyness: found.keyness,
        to: leading(sides, counts, |side| {
            Some(ViewState {
                lens: Lens::Concordance,
                ..with_word(side, word)
            })
        }),
    }
}

/// A name in the language of the interface.
fn plain(text: String) -> Name {
    Name {
        text: text.into(),
        lang: None,
    }
}
