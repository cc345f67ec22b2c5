//! A search from request to answer.

use crate::docset::DocSet;
use crate::evaluate::{Mark, clause_cohesion, marks, spans};
use crate::histogram::Bars;
use crate::interpret::parts;
use crate::model::{Facet, ZoneSet};
use crate::offers::{LITTLE, meant, offers};
use crate::order::InOrder as _;
use crate::passages;
use crate::plan::{Manner, Plan};
use crate::query::{Query, parse};
use crate::rank::{Scores, Statistics, cohesion_weight, explain, score};
use crate::request::{Answer, Detail, Histogram, Hit, Request, Sort};
use crate::resolve::{Kinds, Matched};
use crate::result_set::ResultSet;
use crate::scan::Scanner;
use crate::source::{Need, Segment, Source, missing, sources};
use crate::text::Article;
use crate::view::{View, known_only, ordered, zones};
use corpus::ZoneKind;
use std::cmp::Ordering;
use viet::{Level, Span};

/// Most articles of a corpus in which sentences that match are counted and stretches of a run looked for: both want
/// every text.
pub const COUNTED: u32 = 200;
/// Most articles whose texts are read to see how well a run holds together.
const MOST_READ: usize = 24;

/// What comes of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<T> {
    /// It is answered.
    Answer(T),
    /// These chunks have to be there first; then ask again.
    Needs(Vec<Need>),
}

impl<T> Outcome<T> {
    /// The answer, where all chunks are there.
    pub fn answer(self) -> Option<T> {
        match self {
            Self::Answer(answer) => Some(answer),
            Self::Needs(_) => None,
        }
    }
}

impl<T> From<Result<T, Vec<Need>>> for Outcome<T> {
    fn from(result: Result<T, Vec<Need>>) -> Self {
        match result {
            Ok(answer) => Self::Answer(answer),
            Err(needs) => Self::Needs(needs),
        }
    }
}

/// Answers a request from these segments, whose documents are numbered through.
pub fn search<'a>(segments: &[Segment<'a>], request: &Request) -> Outcome<Answer<'a>> {
    answer(segments, request).into()
}

fn answer<'a>(segments: &[Segment<'a>], request: &Request) -> Result<Answer<'a>, Vec<Need>> {
    let (query, diagnostics) = parse(&request.query);
    let (request, unknown) = known_only(&sources(segments), request);
    let manner = Manner::read(&request);
    let mut answer = Search::new(sources(segments), &query, &request, manner)?.answer(&request, &query)?;
    let wanted = request.offset == 0 && (answer.hits.len() as u32) < request.limit && binds(&query, segments);
    if wanted && request.sort == Sort::Relevance {
        let manner = Manner {
            accent_free: true,
            ..manner
        };
        let relaxed = Request {
            detail: if request.detail == Detail::Full {
                Detail::Hits
            } else {
                request.detail
            },
            ..request.clone()
        };
        answer.near = Search::new(sources(segments), &query, &relaxed, manner)?.near(&relaxed, &answer)?;
    }
    if request.detail == Detail::Full {
        if answer.total == 0 {
            answer.offers = offers(segments, &request, &query)?;
        } else if answer.total <= LITTLE && request.offset == 0 && !answer.corrected {
            answer.offers = meant(segments, &request, &query, answer.total)?;
        }
    }
    answer.diagnostics = diagnostics;
    answer.unknown_values.extend(unknown);
    Ok(answer)
}

/// Whether some accent typed binds, and may be asked not to: a phrase is looked for in texts, which is too dear to be
/// done twice in a large corpus.
fn binds(query: &Query, segments: &[Segment]) -> bool {
    let documents: u32 = segments.iter().map(|segment| segment.index.len()).sum();
    let phrase = query.wanted().any(|(_, phrase)| phrase);
    (!phrase || documents <= COUNTED) && query.wanted().any(|(term, _)| term.syllable.has_accents())
}

impl Manner {
    /// As a request wants its query read.
    pub(crate) const fn read(request: &Request) -> Self {
        Self {
            open: request.open,
            accent_free: false,
            correct: true,
            transliterate: !request.as_written,
        }
    }
}

/// The number of articles a request finds.
pub(crate) fn count(segments: &[Segment], request: &Request) -> Result<u32, Vec<Need>> {
    let (query, _) = parse(&request.query);
    let sources = sources(segments);
    let (request, _) = known_only(&sources, request);
    let request = Request {
        detail: Detail::Hits,
        ..request
    };
    let search = Search::new(sources, &query, &request, Manner::read(&request))?;
    Ok(search.results.iter().map(DocSet::count).sum())
}

/// A query matched against all segments.
pub(crate) struct Search<'a> {
    pub(crate) segments: Vec<Matched<'a>>,
    /// Documents that match, whatever the filters say, and those of them in view.
    found: Vec<DocSet>,
    pub(crate) results: Vec<DocSet>,
    views: Vec<View>,
    pub(crate) zones: ZoneSet,
    pub(crate) unknown: Vec<(Facet, String)>,
}

/// An article with its score.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    segment: usize,
    document: u32,
    /// Where its scores stand.
    row: usize,
    /// Counted through all segments.
    number: u32,
    whole: bool,
    score: f32,
    date: (u32, u32),
}

impl<'a> Search<'a> {
    pub(crate) fn new(
        sources: Vec<Source<'a>>,
        query: &Query,
        request: &Request,
        manner: Manner,
    ) -> Result<Self, Vec<Need>> {
        let mut unknown = Vec::new();
        let zones = zones(request, &mut unknown);
        let kinds = if request.detail == Detail::Full {
            Kinds::Apart
        } else {
            Kinds::Together
        };
        let mut plans = plans(&sources, query, manner);
        // A word of one segment is one in all of them: they score alike.
        let is_word = |bares: &[&str]| {
            let mut lexicons = sources.iter().filter_map(Source::lexicon);
            lexicons.any(|lexicon| lexicon.has_word(bares))
        };
        for plan in &mut plans {
            plan.find_words(is_word);
        }
        let views: Vec<View> = sources.iter().map(|source| View::new(source, request)).collect();
        complete(&sources)?;
        let segments: Vec<Matched> = sources
            .into_iter()
            .zip(plans)
            .map(|(source, plan)| Matched::new(source, plan, zones, kinds))
            .collect();
        let found: Vec<DocSet> = segments.iter().map(|segment| segment.documents(zones)).collect();
        let results = views
            .iter()
            .zip(&found)
            .map(|(view, found)| view.of(found))
            .collect();
        let search = Self {
            segments,
            found,
            results,
            views,
            zones,
            unknown,
        };
        search.check()?;
        Ok(search)
    }

    /// Whether everything that was looked at was there.
    pub(crate) fn check(&self) -> Result<(), Vec<Need>> {
        complete(self.segments.iter().map(|segment| &segment.source))
    }

    /// Number of articles of all segments.
    pub(crate) fn len(&self) -> u32 {
        self.segments.iter().map(|segment| segment.source.len()).sum()
    }

    fn answer(&self, request: &Request, query: &Query) -> Result<Answer<'a>, Vec<Need>> {
        let mut answer = Answer {
            total: self.results.iter().map(DocSet::count).sum(),
            unknown_values: self.unknown.clone(),
            partial: self.segments.iter().any(|segment| segment.partial),
            corrected: self.segments.iter().any(|segment| segment.plan.corrects()),
            ..Answer::default()
        };
        if request.detail == Detail::Full {
            answer.facets = Facet::ALL.map(|facet| (facet, self.facet(facet))).into();
            answer.histogram = self.histogram(request);
            answer.parts = parts(self, query);
            answer.passages = self.count_passages();
            if request.limit > 0 {
                // Texts are written with it: it comes along with the rest, not after it.
                self.segments
                    .iter()
                    .for_each(|segment| _ = segment.source.lexicon());
            }
            self.check()?;
        }
        answer.hits = self.page(request, &self.results)?;
        Ok(answer)
    }

    /// What matches here and not in `answer`.
    fn near(&self, request: &Request, answer: &Answer) -> Result<Vec<Hit<'a>>, Vec<Need>> {
        let limit = request.limit.saturating_sub(answer.hits.len() as u32);
        let mut results = self.results.clone();
        let mut base = 0;
        for (result, segment) in results.iter_mut().zip(&self.segments) {
            let mut hits = DocSet::none(segment.source.len());
            // All hits are on the page, which is not full.
            answer
                .hits
                .iter()
                .for_each(|hit| hits.insert(hit.document.wrapping_sub(base)));
            result.subtract(&hits);
            base += segment.source.len();
        }
        let request = Request {
            limit,
            ..request.clone()
        };
        self.page(&request, &results)
    }

    /// When the articles in view are from.
    pub(crate) fn histogram(&self, request: &Request) -> Histogram {
        let mut bars = Bars::new(request);
        for (segment, result) in self.segments.iter().zip(&self.results) {
            bars.add(&segment.source, result);
        }
        bars.finish()
    }

    fn facet(&self, facet: Facet) -> Vec<(String, u32, u32)> {
        if facet == Facet::Zone {
            return self.zone_values();
        }
        let mut counts = Vec::new();
        for ((segment, view), found) in self.segments.iter().zip(&self.views).zip(&self.found) {
            view.count(&segment.source, facet, found, &mut counts);
        }
        ordered(facet, counts)
    }

    /// How many articles in view would match in each kind of zones alone. Where nothing is wanted they must have text
    /// there.
    fn zone_values(&self) -> Vec<(String, u32, u32)> {
        let mut values = Vec::new();
        for kind in ZoneKind::ALL {
            let (mut here, mut all) = (0, 0);
            for (segment, view) in self.segments.iter().zip(&self.views) {
                let mut there = DocSet::none(segment.source.len());
                segment
                    .source
                    .index
                    .zone_documents(kind)
                    .for_each(|document| there.insert(document));
                all += there.count();
                let found = segment.documents(ZoneSet::EMPTY.with(kind));
                here += view.of(&found).count_common(&there);
            }
            if all > 0 {
                values.push((kind.name().to_owned(), here, all));
            }
        }
        values
    }

    fn count_passages(&self) -> Option<u32> {
        if self.len() > COUNTED {
            return None;
        }
        let mut count = 0;
        for (segment, result) in self.segments.iter().zip(&self.results) {
            let Some(lexicon) = segment.source.lexicon() else {
                continue;
            };
            let mut scanner = Scanner::new(&segment.plan, lexicon);
            for document in result.iter() {
                let (article, marks) = read(segment, &mut scanner, document, self.zones)?;
                count += passages::count(&article, &marks);
            }
        }
        Some(count)
    }

    /// The hits of one page.
    pub(crate) fn page(&self, request: &Request, results: &[DocSet]) -> Result<Vec<Hit<'a>>, Vec<Need>> {
        let last = request.offset.saturating_add(request.limit) as usize;
        if last == 0 {
            return Ok(Vec::new());
        }
        let wants = self.segments.iter().any(|segment| segment.plan.wants());
        let sort = match request.sort {
            Sort::Relevance if !wants => Sort::Newest,
            sort => sort,
        };
        let statistics = Statistics::new(&self.segments);
        let scores: Vec<Scores> = self
            .segments
            .iter()
            .zip(results)
            .map(|(segment, result)| score(segment, result, &statistics))
            .collect();
        let mut scanners: Vec<Option<Scanner>> = self.segments.iter().map(|_| None).collect();
        let mut ranked = self.ranked(&scores, sort, last);
        if sort == Sort::Relevance {
            self.raise(&mut ranked, &scores, last, &mut scanners);
        }
        self.check()?;
        let page: Vec<Ranked> = ranked
            .into_iter()
            .take(last)
            .skip(request.offset as usize)
            .collect();
        let mut hits = Vec::with_capacity(page.len());
        for ranked in page {
            let (segment, scores) = (&self.segments[ranked.segment], &scores[ranked.segment]);
            let mut hit = Hit {
                document: ranked.number,
                score: f64::from(ranked.score),
                level: wants.then(|| scores.level(ranked.row)),
                ..Hit::default()
            };
            if request.detail == Detail::Ids {
                let (chunk, at) = segment.source.text(ranked.document);
                hit.id = chunk.record(at).id;
                hits.push(hit);
                continue;
            }
            let Some(scanner) = ready(&mut scanners[ranked.segment], segment) else {
                // So that the text comes along with what it is read by.
                segment.source.text(ranked.document);
                continue;
            };
            let Some((article, marks)) = read(segment, scanner, ranked.document, self.zones) else {
                continue;
            };
            show(&mut hit, article, &marks);
            if request.explain {
                let text = |clause: &crate::plan::Clause, leaf: usize| name(segment, clause, leaf, request);
                let cohesion = |clause: &crate::plan::Clause| {
                    clause_cohesion(&segment.plan, scanner, clause, self.zones)
                };
                hit.explanation = explain(segment, ranked.document, &statistics, text, cohesion);
            }
            hits.push(hit);
        }
        self.check()?;
        Ok(hits)
    }

    /// The first `last` articles in their order.
    fn ranked(&self, scores: &[Scores], sort: Sort, last: usize) -> Vec<Ranked> {
        let mut best = Best::new(last, sort);
        let mut base = 0;
        for (at, (segment, scores)) in self.segments.iter().zip(scores).enumerate() {
            let dates = if sort == Sort::Relevance {
                &[]
            } else {
                segment.source.dates()
            };
            for (row, (document, score)) in scores.documents.iter().zip(&scores.score).enumerate() {
                // What is told apart by its score alone is mostly out at once.
                let out = |bar: &Ranked| bar.whole && *score < bar.score;
                if sort == Sort::Relevance && best.bar.as_ref().is_some_and(out) {
                    continue;
                }
                best.push(Ranked {
                    segment: at,
                    document: *document,
                    row,
                    number: base + document,
                    whole: scores.is_whole(row),
                    score: *score,
                    date: dates.get(*document as usize).copied().unwrap_or((0, 0)),
                });
            }
            base += segment.source.len();
        }
        best.finish()
    }

    /// Reads the texts of articles that may rise to the first `last` places, which `ranked` holds in order, and puts
    /// them among those.
    fn raise<'s>(
        &'s self,
        ranked: &mut Vec<Ranked>,
        scores: &[Scores],
        last: usize,
        scanners: &mut [Option<Scanner<'s>>],
    ) {
        let bar = ranked
            .last()
            .filter(|_| ranked.len() >= last)
            .map(|last| (last.whole, last.score));
        // Their scores are for now what they could be at best.
        let mut rising = Best::new(MOST_READ, Sort::Relevance);
        let mut base = 0;
        for (at, (segment, scores)) in self.segments.iter().zip(scores).enumerate() {
            let columns = scores.documents.iter().zip(&scores.score).zip(&scores.ceiling);
            for (row, ((document, score), ceiling)) in columns.enumerate() {
                if ceiling <= score || bar.is_some_and(|bar| (scores.is_whole(row), *ceiling) < bar) {
                    continue;
                }
                rising.push(Ranked {
                    segment: at,
                    document: *document,
                    row,
                    number: base + document,
                    whole: scores.is_whole(row),
                    score: *ceiling,
                    date: (0, 0),
                });
            }
            base += segment.source.len();
        }
        // The highest first: once one cannot reach the page, none behind it can.
        for risen in rising.finish() {
            let order = |a: &Ranked, b: &Ranked| a.cmp_by(Sort::Relevance, b);
            let bar = last.checked_sub(1).and_then(|last| ranked.get(last));
            if bar.is_some_and(|bar| order(&risen, bar) == Ordering::Greater) {
                break;
            }
            let (segment, scores) = (&self.segments[risen.segment], &scores[risen.segment]);
            let Some(scanner) = ready(&mut scanners[risen.segment], segment) else {
                continue;
            };
            let (chunk, at) = segment.source.text(risen.document);
            scanner.enter(&chunk);
            scanner.scan(chunk.stream(at));
            let clauses = segment.plan.wanted().zip(&scores.sums);
            let score = clauses.fold(0.0, |score, (clause, sums)| {
                let cohesion = clause_cohesion(&segment.plan, scanner, clause, self.zones);
                score + sums[risen.row] * cohesion_weight(cohesion)
            });
            ranked.retain(|known| known.number != risen.number);
            let risen = Ranked { score, ..risen };
            let place = ranked.partition_point(|known| order(known, &risen) == Ordering::Less);
            ranked.insert(place, risen);
        }
    }
}

/// Keeps the first of many, whatever order they come in.
struct Best {
    most: usize,
    sort: Sort,
    /// In order, once there are `most` of them.
    kept: Vec<Ranked>,
    /// What the others have to come before: the last of `most`.
    bar: Option<Ranked>,
}

impl Best {
    const fn new(most: usize, sort: Sort) -> Self {
        Self {
            most,
            sort,
            kept: Vec::new(),
            bar: None,
        }
    }

    #[inline]
    fn push(&mut self, item: Ranked) {
        if let Some(bar) = &self.bar {
            if item.cmp_by(self.sort, bar) == Ordering::Less {
                self.insert(item);
            }
            return;
        }
        self.kept.push(item);
        if self.kept.len() == self.most {
            self.kept.order_by(|a, b| a.cmp_by(self.sort, b));
            self.bar = self.kept.last().copied();
        }
    }

    /// Puts one in its place, and the last one out. Seldom: of thousands in any order some dozens come before the bar.
    fn insert(&mut self, item: Ranked) {
        self.kept.pop();
        let before = |known: &Ranked| known.cmp_by(self.sort, &item) == Ordering::Less;
        let place = self.kept.partition_point(before);
        self.kept.insert(place, item);
        self.bar = self.kept.last().copied();
    }

    fn finish(mut self) -> Vec<Ranked> {
        if self.bar.is_none() {
            self.kept.order_by(|a, b| a.cmp_by(self.sort, b));
        }
        self.kept
    }
}

impl Ranked {
    fn cmp_by(&self, sort: Sort, other: &Self) -> Ordering {
        let order = match sort {
            Sort::Relevance => {
                let complete_first = other.whole.cmp(&self.whole);
                complete_first.then(other.score.total_cmp(&self.score))
            }
            Sort::Newest => {
                let day = |ranked: &Self| (ranked.date.1, ranked.date.0);
                day(other).cmp(&day(self))
            }
            Sort::Oldest => {
                let undated = |ranked: &Self| ranked.date.0 == 0;
                (undated(self), self.date).cmp(&(undated(other), other.date))
            }
        };
        order.then(self.number.cmp(&other.number))
    }
}

/// What a leaf is called: its part of the query.
fn name(segment: &Matched, clause: &crate::plan::Clause, leaf: usize, request: &Request) -> String {
    let leaf = segment.plan.leaves.get(leaf);
    let chunk = leaf
        .filter(|_| clause.run)
        .and_then(|leaf| segment.plan.atoms_of(leaf).first())
        .map(|atom| atom.chunk);
    chunk.unwrap_or(clause.span).of(&request.query).to_owned()
}

fn plans<'a>(sources: &[Source<'a>], query: &Query, manner: Manner) -> Vec<Plan<'a>> {
    if sources.len() < 2 || !manner.correct {
        return sources
            .iter()
            .map(|source| Plan::new(source, query, manner))
            .collect();
    }
    // A syllable is taken for a slip only where no segment has it.
    let plain = Manner {
        correct: false,
        ..manner
    };
    let plans: Vec<Plan> = sources
        .iter()
        .map(|source| Plan::new(source, query, plain))
        .collect();
    let atoms = plans.first().map_or(0, |plan| plan.atoms.len());
    let nowhere = |atom: usize| {
        plans.iter().all(|plan| {
            plan.atoms
                .get(atom)
                .is_none_or(|atom| atom.lists().next().is_none())
        })
    };
    if (0..atoms).any(nowhere) {
        return sources
            .iter()
            .map(|source| Plan::new(source, query, manner))
            .collect();
    }
    plans
}

/// The scanner of a segment, made when it is wanted first; `None` where the lexicon is not there.
fn ready<'r, 's>(scanner: &'r mut Option<Scanner<'s>>, segment: &'s Matched) -> Option<&'r mut Scanner<'s>> {
    let lexicon = segment.source.lexicon()?;
    Some(scanner.get_or_insert_with(|| Scanner::new(&segment.plan, lexicon)))
}

/// Whether everything that was looked at was there.
pub(crate) fn complete<'s, 'a: 's>(
    sources: impl IntoIterator<Item = &'s Source<'a>>,
) -> Result<(), Vec<Need>> {
    let needs = missing(sources);
    if needs.is_empty() { Ok(()) } else { Err(needs) }
}

/// An article with what to mark in it; `None` where its text is not there.
pub(crate) fn read<'a>(
    segment: &Matched<'a>,
    scanner: &mut Scanner,
    document: u32,
    zones: ZoneSet,
) -> Option<(Article<'a>, Vec<Mark>)> {
    let (chunk, at) = segment.source.text(document);
    let article = chunk.article(at, segment.source.lexicon()?);
    scanner.enter(&chunk);
    scanner.read(article.codes());
    let marks = marks(&segment.plan, scanner, &article, zones);
    Some((article, marks))
}

/// Adds to a hit what is shown of it.
fn show<'a>(hit: &mut Hit<'a>, article: Article<'a>, marks: &[Mark]) {
    (hit.passages, hit.more) = passages::passages(&article, marks);
    (hit.marks, hit.title_marks) = spans(&article, marks);
    hit.id = article.id;
    hit.text = article.text;
    hit.title = article.beside;
    hit.zones = article.zones;
    hit.payload = article.payload;
}

/// An article as it is read, with what a query marks in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its text.
    pub text: String,
    /// A title that does not stand in the text; empty where there is none.
    pub title: &'a str,
    /// Its zones.
    pub zones: Vec<corpus::Zone>,
    /// What was kept with it.
    pub payload: &'a [u8],
    /// What to mark in the text, ascending and disjoint: what [`search`] marks, and nothing where it does not find
    /// the article.
    pub marks: Vec<Span>,
    /// How well each of them matched, the best where it is several things.
    pub levels: Vec<Level>,
    /// What to mark in [`Marked::title`].
    pub title_marks: Vec<Span>,
    /// How well each of those matched.
    pub title_levels: Vec<Level>,
}

/// One article, numbered through all segments, with the marks of a request's query; its filters and dates have no say.
/// `None` where there is no such article.
pub fn article<'a>(
    segments: &[Segment<'a>],
    document: u32,
    request: &Request,
) -> Option<Outcome<Marked<'a>>> {
    let documents: u32 = segments.iter().map(|segment| segment.index.len()).sum();
    if document >= documents {
        return None;
    }
    let plain = Request {
        filters: request
            .filters
            .iter()
            .filter(|filter| filter.facet == Facet::Zone)
            .cloned()
            .collect(),
        from: None,
        to: None,
        ..request.clone()
    };
    let marked = ResultSet::matched(segments, &plain).and_then(|found| {
        let read = found.texts(&[document])?;
        Ok(read.into_iter().next().unwrap_or_default())
    });
    Some(marked.into())
}
