//! The network of a view: who met whom, who is party to an agreement with whom, and whom sentences name together.
//!
//! Ledgers are looked through for all articles of the view, sentences for as many as any answer reads. A row that is not sure
//! enough to be shown in its table ties nobody.

mod ledgers;
mod places;
mod sentences;
mod ties;

use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{EntityKind, NetworkRequest, NetworkResponse, TIED, TieKind};
use crate::view::{Read, View, both};
use crate::wire;
use places::opened;
use search::Sort;
use ties::Ties;

/// A tie by its kind and the places of its ends among the entities of the corpus, the lower one first.
type Key = (TieKind, (u32, u32));

pub(crate) fn response(engine: &Engine<'_>, request: &NetworkRequest) -> Result<NetworkResponse, Needs> {
    let view = View::of(engine, &request.view, Sort::Relevance)?;
    let open = request.open.as_ref().and_then(|name| key(engine, name));
    let wanted = |kind: TieKind| {
        let opened = open.is_some_and(|(opened, _)| opened == kind);
        opened || request.kind.is_none_or(|only| only == kind)
    };
    let reads = wanted(TieKind::Together);
    let read = if reads { view.read() } else { Ok(Vec::new()) };
    let (read, rows) = both(read, ledgers::rows(engine, &view.numbers(), wanted))?;
    let dates: Vec<Option<String>> = read.iter().map(date).collect();
    let mut ties = Ties::new(open, |at| is_wanted(engine, request, at));
    for row in rows.sure {
        ties.add(&row.ties, row.place);
    }
    for (read, date) in read.iter().zip(&dates) {
        for (span, named) in sentences::named(engine, read) {
            ties.add_sentence(&named, sentences::place(read, span, date.as_deref()));
        }
    }
    let (ties, opened_places) = ties.finish();
    let listed = ties::listed(request, ties);
    let total = listed.len() as u32;
    let (nodes, ties) = ties::shown(request.limit, listed);
    Ok(NetworkResponse {
        articles: view.articles,
        articles_read: if reads { read.len() as u32 } else { view.articles },
        total,
        nodes: nodes
            .iter()
            .filter_map(|at| engine.head.entities.get(*at as usize).map(wire::entity))
            .collect(),
        ties,
        unsure: rows.unsure,
        open: match open {
            Some(key) => opened(
                engine,
                &view,
                key,
                opened_places,
                (request.offset, request.places),
            )?,
            None => None,
        },
        unknown: view.unknown,
    })
}

/// A tie among the entities of the corpus; none where it does not know them both, or they cannot be tied.
fn key(engine: &Engine<'_>, name: &str) -> Option<Key> {
    let (kind, one, other) = TieKind::split(name)?;
    let (one, other) = (tied(engine, one)?, tied(engine, other)?);
    (one != other).then_some((kind, (one.min(other), one.max(other))))
}

/// The place of an entity among those of the corpus, where it is of a kind that can be tied.
fn tied(engine: &Engine<'_>, id: &str) -> Option<u32> {
    let at = engine.head.entity_at(id)?;
    kind_of(engine, at).filter(|kind| TIED.contains(kind)).map(|_| at)
}

fn kind_of(engine: &Engine<'_>, at: u32) -> Option<EntityKind> {
    Some(wire::kind(engine.head.entities.get(at as usize)?.kind))
}

/// Whether ties with an entity are asked for.
fn is_wanted(engine: &Engine<'_>, request: &NetworkRequest, at: u32) -> bool {
    let between = match request.between.as_slice() {
        [] => &TIED,
        some => some,
    };
    kind_of(engine, at).is_some_and(|kind| TIED.contains(&kind) && between.contains(&kind))
}

fn date(read: &Read) -> Option<String> {
    read.article.date().map(corpus::DateFact::iso)
}
