//! A result set as a whole, for those who look through its articles: concordances, counts of words.

use crate::docset::DocSet;
use crate::evaluate::spans;
use crate::model::Facet;
use crate::plan::Manner;
use crate::query::parse;
use crate::request::{Detail, Histogram, Request};
use crate::scan::Scanner;
use crate::search::{Marked, Outcome, Search, read};
use crate::source::{Need, Segment, sources};
use crate::view::known_only;
use corpus::ZoneKind;

/// What a request finds, before any of its texts was read: the query is matched once, whatever is asked afterwards.
/// Documents are numbered through all segments.
///
/// ```
/// use search::{Document, Packed, Request, ResultSet, write};
/// # use corpus::{Zone, ZoneKind};
/// let text = "Hai bên bàn về điện hạt nhân.";
/// let zones = [Zone { span: viet::Span::new(0, text.len()), kind: ZoneKind::Body }];
/// let bytes = write(&[Document { id: "003", text, zones: &zones, title: None, date: None, payload: &[], facets: vec![] }]);
/// let index = Packed::open(&bytes)?;
/// let request = Request { query: "hat nhan".into(), ..Request::default() };
/// let found = ResultSet::new(&[index.segment()], &request).answer().unwrap();
/// assert_eq!(found.documents(), [0]);
/// let article = &found.read(&[0]).answer().unwrap()[0];
/// assert_eq!(article.marks[0].of(&article.text), "hạt nhân");
/// # Ok::<(), search::IndexError>(())
/// ```
pub struct ResultSet<'a> {
    search: Search<'a>,
    request: Request,
    unknown: Vec<(Facet, String)>,
}

impl<'a> ResultSet<'a> {
    /// Matches a request. Its offset and limit have no say, nor has how much it wants to know.
    pub fn new(segments: &[Segment<'a>], request: &Request) -> Outcome<Self> {
        Self::matched(segments, request).into()
    }

    pub(crate) fn matched(segments: &[Segment<'a>], request: &Request) -> Result<Self, Vec<Need>> {
        let (query, _) = parse(&request.query);
        let (request, mut unknown) = known_only(&sources(segments), request);
        let request = Request {
            detail: Detail::Ids,
            explain: false,
            ..request
        };
        let search = Search::new(sources(segments), &query, &request, Manner::read(&request))?;
        unknown.extend(search.unknown.iter().cloned());
        Ok(Self {
            search,
            request,
            unknown,
        })
    }

    /// All documents, ascending. No text is read for it.
    pub fn documents(&self) -> Vec<u32> {
        let mut documents = Vec::new();
        let mut base = 0;
        for (segment, result) in self.search.segments.iter().zip(&self.search.results) {
            documents.extend(result.iter().map(|document| base + document));
            base += segment.source.len();
        }
        documents
    }

    /// Number of documents.
    pub fn len(&self) -> u32 {
        self.search.results.iter().map(DocSet::count).sum()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.search.results.iter().all(DocSet::is_empty)
    }

    /// When they are from. No text is read for it.
    pub fn histogram(&self) -> Outcome<Histogram> {
        let histogram = self.search.histogram(&self.request);
        self.search.check().map(|()| histogram).into()
    }

    /// The first `limit` documents in the order that the request wants. What is missing of their texts is asked for
    /// together, so that [`ResultSet::read`] finds them there.
    pub fn first(&self, limit: u32) -> Outcome<Vec<u32>> {
        let request = Request {
            offset: 0,
            limit,
            ..self.request.clone()
        };
        for segment in &self.search.segments {
            segment.source.lexicon();
        }
        let hits = self.search.page(&request, &self.search.results);
        let numbers = hits.map(|hits| hits.iter().map(|hit| hit.document).collect());
        numbers.into()
    }

    /// Articles with what the query marks in them, in the order of `documents`; nothing is marked in one that was not
    /// found, and one that there is not is left out.
    pub fn read(&self, documents: &[u32]) -> Outcome<Vec<Marked<'a>>> {
        self.texts(documents).into()
    }

    pub(crate) fn texts(&self, documents: &[u32]) -> Result<Vec<Marked<'a>>, Vec<Need>> {
        let mut articles = Vec::with_capacity(documents.len());
        let mut scanners: Vec<Option<Scanner>> = self.search.segments.iter().map(|_| None).collect();
        for document in documents {
            let Some((at, local)) = self.place(*document) else {
                continue;
            };
            let segment = &self.search.segments[at];
            // Missing texts are noted, and asked for once all of them were looked for.
            let Some(lexicon) = segment.source.lexicon() else {
                segment.source.text(local);
                continue;
            };
            let scanner = scanners[at].get_or_insert_with(|| Scanner::new(&segment.plan, lexicon));
            let Some((article, mut marks)) = read(segment, scanner, local, self.search.zones) else {
                continue;
            };
            if !self.search.results[at].contains(local) {
                marks.clear();
            }
            let (spans, title_spans) = spans(&article, &marks);
            let mut levels: Vec<_> = marks.iter().map(|mark| mark.level).collect();
            articles.push(Marked {
                id: article.id,
                title: article.beside,
                title_levels: levels.drain(..title_spans.len()).collect(),
                levels,
                marks: spans,
                title_marks: title_spans,
                payload: article.payload,
                text: article.text.into_whole(),
                zones: article.zones,
            });
        }
        self.search.check().map(|()| articles)
    }

    /// Whether the query looks for words, so that there may be something to mark.
    pub fn looks_for_words(&self) -> bool {
        self.search.segments.iter().any(|segment| segment.plan.wants())
    }

    /// The kinds of zones that are looked into where the query names none.
    pub fn zones(&self) -> Vec<ZoneKind> {
        let zones = ZoneKind::ALL.into_iter();
        zones.filter(|kind| self.search.zones.has(*kind)).collect()
    }

    /// Chosen values that the corpus does not have. They are left out.
    pub fn unknown_values(&self) -> &[(Facet, String)] {
        &self.unknown
    }

    /// Which segment a document is in, and its number there.
    fn place(&self, document: u32) -> Option<(usize, u32)> {
        let mut local = document;
        for (at, segment) in self.search.segments.iter().enumerate() {
            let documents = segment.source.len();
            if local < documents {
                return Some((at, local));
            }
            local -= documents;
        }
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
mod tests {
    use super::*;
    use crate::{Document, Filter, Packed, Sort, search, write};
    use corpus::Zone;
    use proptest::prelude::*;
    use proptest::sample::select;
    use viet::Span;

    fn index(bodies: &[String]) -> Vec<u8> {
        let zones: Vec<[Zone; 1]> = bodies
            .iter()
            .map(|body| {
                [Zone {
                    span: Span::new(0, body.len()),
                    kind: ZoneKind::Body,
                }]
            })
            .collect();
        let ids: Vec<String> = (0..bodies.len()).map(|at| format!("{at:03}")).collect();
        let documents: Vec<Document> = (0..bodies.len())
            .map(|at| Document {
                id: &ids[at],
                text: &bodies[at],
                zones: &zones[at],
                title: (at % 2 == 1).then_some("Hòa bình"),
                date: None,
                payload: &[],
                facets: vec![(Facet::Person, format!("p{}", at % 3))],
            })
            .collect();
        write(&documents)
    }

    fn body() -> impl Strategy<Value = String> {
        let word = select(vec!["hòa", "hoà", "hóa", "bình", "binh", "thế"]);
        proptest::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn says_the_same_as_a_search_with_all_hits(
            bodies in proptest::collection::vec(body(), 0..9),
            query in select(vec!["", "hòa bình", "hoa", "\"binh the\"", "hòa -thế", "person:p1", "hòa OR thế"]),
            person in select(vec![None, Some("p0"), Some("px")]),
            sort in select(vec![Sort::Relevance, Sort::Newest, Sort::Oldest]),
        ) {
            let bytes = index(&bodies);
            let index = Packed::open(&bytes).unwrap();
            let segments = [index.segment()];
            let filter = |slug: &str| Filter {
                facet: Facet::Person,
                include: vec![slug.to_owned()],
                exclude: Vec::new(),
                all: false,
            };
            let request = Request {
                query: query.into(),
                filters: person.map(filter).into_iter().collect(),
                detail: Detail::Hits,
                sort,
                limit: 100,
                ..Request::default()
            };
            let answer = search(&segments, &request).answer().unwrap();
            let found = ResultSet::new(&segments, &request).answer().unwrap();
            let first = found.first(100).answer().unwrap();
            prop_assert_eq!(&first, &answer.hits.iter().map(|hit| hit.document).collect::<Vec<_>>());
            prop_assert_eq!(found.unknown_values(), answer.unknown_values);
            prop_assert_eq!((found.len(), found.is_empty()), (answer.total, answer.total == 0));
            let mut sorted = first.clone();
            sorted.sort_unstable();
            prop_assert_eq!(found.documents(), sorted);
            for (hit, read) in answer.hits.iter().zip(found.read(&first).answer().unwrap()) {
                prop_assert_eq!((hit.id, hit.text.whole(), hit.title), (read.id, read.text.as_str(), read.title));
                prop_assert_eq!((&hit.marks, &hit.title_marks), (&read.marks, &read.title_marks));
                prop_assert_eq!((read.marks.len(), read.title_marks.len()), (read.levels.len(), read.title_levels.len()));
                prop_assert!(found.looks_for_words() || read.marks.is_empty());
            }
            let others: Vec<u32> = (0..bodies.len() as u32 + 2).filter(|at| !first.contains(at)).collect();
            let others = found.read(&others).answer().unwrap();
            prop_assert_eq!(others.len() + first.len(), bodies.len());
            prop_assert!(others.iter().all(|read| read.marks.is_empty() && read.title_marks.is_empty()));
        }
    }
}
