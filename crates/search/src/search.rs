//! A search from request to answer.

use crate::index::Index;
use crate::interpret::parts;
use crate::matcher::Matcher;
use crate::offers::offers;
use crate::passages;
use crate::query::{Query, parse};
use crate::rank::Ranker;
use crate::request::{Answer, Hit, Request, Sort};
use crate::view::{Counts, Verdict, View};
use corpus::{CivilDate, ZoneKind};
use std::cmp::Ordering;
use viet::{Level, Span};

/// Answers a request.
pub fn search(index: &Index, request: &Request) -> Answer {
    let (query, diagnostics) = parse(&request.query);
    let view = View::new(index, request);
    let matcher = Matcher::within(&query, index, view.zones, request.open);
    let mut counts = Counts::new(index);
    let mut answer = Answer::default();
    let mut found = Vec::new();
    let ranker = Ranker::new(&matcher);
    for document in matcher.candidates() {
        let verdict = view.judge(index, document);
        if verdict == Verdict::Out {
            continue;
        }
        if verdict == Verdict::In {
            counts.zones(matcher.alone(document));
        }
        if !matcher.matches(document) {
            continue;
        }
        counts.document(index, document, verdict);
        if verdict == Verdict::In {
            let evaluation = matcher.evaluate(document);
            answer.passages += passages::count(&matcher, document, &evaluation.marks);
            found.push(Ranked {
                document,
                score: ranker.score(document, &evaluation),
                level: evaluation.level,
                whole: evaluation.whole,
                date: index.date(document),
            });
        }
    }
    let sort = match request.sort {
        Sort::Relevance if !matcher.wants() => Sort::Newest,
        sort => sort,
    };
    found.sort_by(|a, b| {
        a.cmp_by(sort, b)
            .then_with(|| index.id(a.document).cmp(index.id(b.document)))
            .then(a.document.cmp(&b.document))
    });
    let page = found
        .iter()
        .skip(request.offset as usize)
        .take(request.limit as usize);
    answer.hits = page.map(|ranked| hit(&matcher, ranked)).collect();
    answer.total = found.len() as u32;
    answer.facets = counts.finish(index);
    answer.parts = parts(&matcher, &query);
    answer.diagnostics = diagnostics;
    if found.is_empty() {
        answer.offers = offers(index, request, &query, &view);
    }
    answer.unknown_values = view.unknown;
    answer
}

/// What to mark in the text of one article for a query, ascending and disjoint: what [`search`] marks, and nothing
/// where it does not find the article. Zones as in [`Request::zones`].
pub fn marks(index: &Index, document: u32, query: &Query, zones: &[ZoneKind], open: bool) -> Vec<Span> {
    Matcher::new(query, index, zones, open).marks(document)
}

/// The number of articles a request finds.
pub(crate) fn count(index: &Index, request: &Request) -> u32 {
    let (query, _) = parse(&request.query);
    let view = View::new(index, request);
    let matcher = Matcher::within(&query, index, view.zones, request.open);
    let found = |document: &u32| matcher.matches(*document) && view.judge(index, *document) == Verdict::In;
    matcher.candidates().into_iter().filter(found).count() as u32
}

#[derive(Clone, Copy, Debug)]
struct Ranked {
    document: u32,
    score: f64,
    level: Option<Level>,
    whole: bool,
    date: Option<(CivilDate, CivilDate)>,
}

impl Ranked {
    fn cmp_by(&self, sort: Sort, other: &Self) -> Ordering {
        match sort {
            Sort::Relevance => {
                let complete_first = other.whole.cmp(&self.whole);
                complete_first.then(other.score.total_cmp(&self.score))
            }
            Sort::Newest => {
                let day = |ranked: &Self| ranked.date.map(|(from, to)| (to, from));
                day(other).cmp(&day(self))
            }
            Sort::Oldest => match (self.date, other.date) {
                (Some(a), Some(b)) => a.cmp(&b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            },
        }
    }
}

fn hit(matcher: &Matcher, ranked: &Ranked) -> Hit {
    let marks = matcher.evaluate(ranked.document).marks;
    let (passages, more) = passages::passages(matcher, ranked.document, &marks);
    Hit {
        document: ranked.document,
        score: ranked.score,
        level: ranked.level,
        passages,
        more,
    }
}
