//! Words of a view: frequencies, keyness, collocates, trends.
//!
//! Looked at is the text of the zones that the view looks into, title and body unless it says otherwise, and of the zones
//! where its query matches.

mod collocates;
mod compared;
mod frequencies;
mod lexis;
mod statistics;
mod text;
mod trend;
mod vocabulary;

pub(crate) use compared::compared;
pub(crate) use lexis::{Cutter, Lexis};
pub(crate) use statistics::{is_enough, log_dice, prevalence};
pub(crate) use text::{Token, tokens};
pub(crate) use vocabulary::Vocabulary;

use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{MOST_ROWS, WordsAsked, WordsRequest, WordsResponse, WordsTold};
use crate::view::{Read, View, both, spread};
use corpus::ZoneKind;
use search::Sort;
use text::{Text, texts};

pub(crate) fn response(engine: &Engine<'_>, request: &WordsRequest) -> Result<WordsResponse, Needs> {
    let view = View::of(engine, &request.view, Sort::Relevance)?;
    let others = match request.asked {
        WordsAsked::Keyness(_) => others(engine, &view),
        _ => Vec::new(),
    };
    let sample = spread(&others);
    let ((read, other_read), lexis) = both(both(view.read(), view.read_those(&sample)), engine.lexis())?;
    let zones = zones(&view, &read);
    let mut vocabulary = Vocabulary::new(request.several);
    let cutter = Cutter::new(lexis, &mut vocabulary);
    let here = texts(&read, &zones, &cutter, &mut vocabulary);
    let elsewhere = texts(&other_read, &zones, &cutter, &mut vocabulary);
    let no_words = !view.looks_for_words();
    let mut total = 0;
    let told = match &request.asked {
        WordsAsked::Frequencies => {
            let rows = frequencies::rows(&here, &vocabulary);
            WordsTold::Frequencies(page(request, rows, &mut total))
        }
        WordsAsked::Keyness(side) => {
            let (words, rows) = frequencies::keywords(&here, &elsewhere, *side, &vocabulary);
            WordsTold::Keyness {
                others: others.len() as u32,
                others_read: other_read.len() as u32,
                words,
                rows: page(request, rows, &mut total),
            }
        }
        WordsAsked::Collocates { .. } if no_words => WordsTold::NoWords,
        WordsAsked::Collocates { reach, order } => {
            let found = collocates::Found::new(&here, *reach, &vocabulary);
            WordsTold::Collocates {
                nodes: found.nodes,
                near: found.near.total,
                rows: page(request, found.rows(*order, &vocabulary), &mut total),
            }
        }
        WordsAsked::Trend(words) if words.is_empty() && no_words => WordsTold::NoWords,
        WordsAsked::Trend(words) => {
            let (years, trends) = trend::trends(&here, words, &vocabulary);
            total = trends.len() as u32;
            WordsTold::Trend { years, trends }
        }
    };
    Ok(WordsResponse {
        articles: view.articles,
        articles_read: read.len() as u32,
        words: here.iter().map(Text::len).sum(),
        total,
        told,
        unknown: view.unknown,
    })
}

/// The articles that are not in a view, ascending.
pub(crate) fn others(engine: &Engine<'_>, view: &View<'_>) -> Vec<u32> {
    let mut inside = view.numbers().into_iter().peekable();
    let all = 0..engine.len() as u32;
    all.filter(|number| inside.next_if_eq(number).is_none()).collect()
}

/// The zones whose words are counted.
fn zones(view: &View<'_>, read: &[Read]) -> Vec<ZoneKind> {
    let mut zones = view.zones();
    for paragraph in read.iter().flat_map(Read::paragraphs) {
        if !paragraph.nodes.is_empty() && !zones.contains(&paragraph.kind) {
            zones.push(paragraph.kind);
        }
    }
    zones
}

/// The rows that a request wants; tells how many there are.
fn page<T>(request: &WordsRequest, rows: Vec<T>, total: &mut u32) -> Vec<T> {
    *total = rows.len() as u32;
    let rest = rows.into_iter().skip(request.offset as usize);
    rest.take(request.limit.min(MOST_ROWS) as usize).collect()
}
