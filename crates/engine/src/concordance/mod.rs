//! The concordance of a view: every place where its query matches, each on a line with the words around it (key word in
//! context), in an order that brings alike contexts together.

mod group;
mod line;
mod order;

use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{ConcordanceRequest, ConcordanceResponse, LineOrder, MOST_CONTEXT, MOST_ROWS};
use crate::view::{Read, View};
use group::grouped;
use line::{Line, Passage, Shown};
use search::Sort;

pub(crate) fn response(
    engine: &Engine<'_>,
    request: &ConcordanceRequest,
) -> Result<ConcordanceResponse, Needs> {
    let sort = match request.order {
        LineOrder::Oldest => Sort::Oldest,
        LineOrder::Newest => Sort::Newest,
        _ => Sort::Relevance,
    };
    let view = View::of(engine, &request.view, sort)?;
    let answer = ConcordanceResponse {
        articles: view.articles,
        unknown: view.unknown.clone(),
        ..ConcordanceResponse::default()
    };
    if !view.looks_for_words() {
        return Ok(ConcordanceResponse {
            no_words: true,
            ..answer
        });
    }
    let read = view.read()?;
    let passages = passages(&read);
    let mut lines: Vec<Line<'_>> = passages.iter().flat_map(Passage::lines).collect();
    // What is grouped has to be in the order of the articles, which is the order of lines that are equal too.
    let groups = grouped(engine, request.grouping, &mut lines);
    order::sort(request.order, &mut lines);
    let page = lines
        .iter()
        .skip(request.offset as usize)
        .take(request.limit.min(MOST_ROWS) as usize);
    let mut shown = Shown::default();
    let context = request.context.clamp(1, MOST_CONTEXT) as usize;
    Ok(ConcordanceResponse {
        total: lines.len() as u32,
        articles_read: read.len() as u32,
        groups,
        lines: page
            .filter_map(|line| shown.line(engine, line, context))
            .collect(),
        ..answer
    })
}

/// The paragraphs with places, in the order of the articles.
fn passages(read: &[Read]) -> Vec<Passage<'_>> {
    let of = |read| Read::paragraphs(read).map(move |paragraph| (read, paragraph));
    let marked = read.iter().flat_map(of);
    marked
        .filter(|(_, paragraph)| !paragraph.nodes.is_empty())
        .map(|(read, paragraph)| Passage::new(read, paragraph))
        .collect()
}
