//! The engine: a corpus file opened, and every request answered.

use crate::alias::Expanded;
use crate::close_up::{CloseUp, close_up};
use crate::names::Names;
use crate::protocol::{ArticleRequest, ArticleResponse, Failure, Request, Response, SearchRequest, Sort};
use crate::store::{self, Head, Kept, Parts, StoreError};
use crate::tables::Tables;
use crate::words::Lexis;
use crate::{article, period, profile, results, wire};
use corpus::Article;
use entities::Entity;
use search::{Answer, Detail, Filter, Need, Outcome, Segment};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

/// An opened corpus. All answers are pure functions of its bytes and the request.
#[derive(Debug)]
pub struct Engine<'a> {
    pub(crate) head: Head,
    parts: Parts<'a>,
    /// The names of entities, made when they are first asked for.
    called: OnceLock<Names>,
    pub(crate) tables: Tables,
    pub(crate) lexis: OnceLock<Lexis>,
    version: u32,
}

/// Limits of the date that are none: the name of the parameter and what it holds.
pub type BadDates = Vec<(&'static str, String)>;

/// Chunks that have to be added before a request can be answered (see [`Engine::add`]).
pub type Needs = Vec<u32>;

impl<'a> Engine<'a> {
    /// Opens a corpus file.
    ///
    /// # Errors
    /// What is wrong with the bytes, and what helps.
    pub fn open(bytes: &'a [u8]) -> Result<Self, StoreError> {
        let (head, parts, version) = store::open(bytes)?;
        Ok(Self {
            called: OnceLock::new(),
            tables: Tables::default(),
            lexis: OnceLock::new(),
            head,
            parts,
            version,
        })
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.head.docs.len()
    }

    /// Whether there is no article.
    pub fn is_empty(&self) -> bool {
        self.head.docs.is_empty()
    }

    /// The files to fetch for chunks, ascending: each the chunks in it.
    pub fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        self.segment().index.files(wanted)
    }

    /// The name of the file with these chunks.
    pub fn file_name(&self, chunks: &Range<u32>) -> String {
        self.segment().index.file_name(chunks, 0)
    }

    /// Adds the chunks of a file of a corpus whose chunks are apart.
    ///
    /// # Errors
    /// Where the bytes are not those of these chunks: cut short, damaged, or of another corpus. What is good of them stays.
    pub fn add(&self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), StoreError> {
        match &self.parts {
            Parts::Here(_) => Ok(()),
            Parts::Apart(loaded) => Ok(loaded.add_file(chunks, bytes)?),
        }
    }

    /// Answers any request of a corpus whose chunks are all there.
    pub fn answer(&self, request: &Request) -> Response {
        self.try_answer(request).unwrap_or_else(|needs| {
            let message = format!("{} parts of the corpus are missing", needs.len());
            Response::Failed(Failure::NoAnswer { message })
        })
    }

    /// Answers any request.
    ///
    /// # Errors
    /// The chunks that have to be added first; then ask again.
    pub fn try_answer(&self, request: &Request) -> Result<Response, Needs> {
        self.try_answer_by(request, close_up)
    }

    /// The same for programs that have [`close_up`] come later.
    ///
    /// # Errors
    /// The chunks that have to be added first; then ask again.
    pub fn try_answer_by(&self, request: &Request, close_up: CloseUp) -> Result<Response, Needs> {
        Ok(match request {
            Request::Profile => Response::Profile(profile::profile(&self.head, self.version)),
            Request::Search(request) => Response::Search(results::response(self, request)?),
            Request::Suggest(request) => Response::Suggestions(self.suggest(request)?),
            Request::Ledger(_)
            | Request::Entity(_)
            | Request::Concordance(_)
            | Request::Words(_)
            | Request::Timeline(_)
            | Request::Network(_)
            | Request::Audit(_)
            | Request::Beside(_)
            | Request::Diff(_)
            | Request::Compare(_) => {
                return close_up(self, request);
            }
            Request::Article(request) => match self.article(request)? {
                Some(article) => Response::Article(Box::new(article)),
                None => Response::Failed(Failure::NoSuchArticle {
                    doc: request.doc.clone(),
                }),
            },
        })
    }

    /// Ids of the articles; a hit's document number counts them.
    pub fn ids(&self) -> &[String] {
        &self.head.ids
    }

    /// The text of an article as it was read, byte for byte; `None` where there is no such article.
    ///
    /// # Errors
    /// The chunks that have to be added first.
    pub fn text(&self, document: u32) -> Result<Option<String>, Needs> {
        let read = search::article(&[self.segment()], document, &search::Request::default());
        read.map(|read| Ok(done(read)?.text)).transpose()
    }

    /// What the mentions of the articles link to, by id.
    pub fn entities(&self) -> &[Entity] {
        &self.head.entities
    }

    /// Searches, with spans in bytes of the articles' texts: what [`Request::Search`] is answered from. Limits of the
    /// date that are none are given back as the second value, by the parameter's name.
    ///
    /// The last syllable of a query counts as unfinished only where the query finds nothing as it stands, so that a
    /// finished word never finds more than itself.
    ///
    /// # Errors
    /// The chunks that have to be added first.
    pub fn find(&self, request: &SearchRequest) -> Result<(Answer<'_>, BadDates), Needs> {
        let found = self.found(request)?;
        Ok((found.answer, found.bad))
    }

    /// The same answer, in which each hit says how its score is made up.
    ///
    /// # Errors
    /// As [`Engine::find`].
    pub fn explain(&self, request: &SearchRequest) -> Result<Answer<'_>, Needs> {
        let (asked, ..) = self.asked(request)?;
        self.search(&search::Request {
            explain: true,
            ..asked
        })
    }

    /// What [`Engine::find`] gives, with what the query became.
    pub(crate) fn found(&self, request: &SearchRequest) -> Result<Found<'_>, Needs> {
        let (asked, bad, expanded) = self.asked(request)?;
        let mut answer = self.search(&asked)?;
        if answer.total == 0 && expanded.is_some() {
            // What to change is told of the query as it was typed.
            let plain = search::Request {
                query: request.query.clone(),
                ..asked
            };
            answer.offers = self.search(&plain)?.offers;
        }
        Ok(Found {
            answer,
            bad,
            expanded,
        })
    }

    /// The number of the article with this id, or this short one.
    pub(crate) fn number(&self, doc: &str) -> Option<u32> {
        let find = |ids: &[String]| ids.iter().position(|id| id == doc);
        let at = find(&self.head.docs).or_else(|| find(&self.head.ids));
        at.map(|at| at as u32)
    }

    /// An article, whole; `None` where there is none.
    pub(crate) fn whole(&self, document: u32) -> Result<Option<Article>, Needs> {
        let read = search::article(&[self.segment()], document, &search::Request::default());
        Ok(read.map(done).transpose()?.and_then(Kept::whole))
    }

    /// A request as `search` takes it, the limits of the date that are none, and what the query became.
    pub(crate) fn asked(
        &self,
        request: &SearchRequest,
    ) -> Result<(search::Request, BadDates, Option<Expanded>), Needs> {
        let mut bad = Vec::new();
        let mut limit = |name: &'static str, text: &Option<String>| {
            let text = text.as_ref()?;
            let days = period::days(text);
            if days.is_none() {
                bad.push((name, text.clone()));
            }
            days
        };
        let (from, to) = (limit("from", &request.from), limit("to", &request.to));
        let expanded = self.expanded_if(request.aliases, &request.query)?;
        let query = expanded
            .as_ref()
            .map_or(&request.query, |expanded| &expanded.query);
        let asked = search::Request {
            query: query.clone(),
            open: self.is_open(query, zone_filters(&request.selections), !request.aliases)?,
            filters: request.selections.iter().map(filter).collect(),
            from: from.map(|days| days.0),
            to: to.map(|days| days.1),
            sort: match request.sort {
                Sort::Relevance => search::Sort::Relevance,
                Sort::Newest => search::Sort::Newest,
                Sort::Oldest => search::Sort::Oldest,
            },
            offset: request.offset,
            limit: request.limit,
            as_written: !request.aliases,
            ..search::Request::default()
        };
        Ok((asked, bad, expanded))
    }

    fn expanded_if(&self, wanted: bool, query: &str) -> Result<Option<Expanded>, Needs> {
        if wanted { self.expanded(query) } else { Ok(None) }
    }

    /// The names of the corpus's entities.
    pub(crate) fn names(&self) -> &Names {
        self.called.get_or_init(|| Names::new(&self.head.entities))
    }

    pub(crate) fn segment(&self) -> Segment<'_> {
        self.parts.segment()
    }

    pub(crate) fn search(&self, request: &search::Request) -> Result<Answer<'_>, Needs> {
        done(search::search(&[self.segment()], request))
    }

    /// Whether the last syllable of a query counts as unfinished: filters and dates have no say in this, so that they
    /// never change what is marked.
    fn is_open(&self, query: &str, zones: Vec<Filter>, as_written: bool) -> Result<bool, Needs> {
        let plain = search::Request {
            query: query.to_owned(),
            filters: zones,
            as_written,
            detail: Detail::Hits,
            ..search::Request::default()
        };
        let answer = self.search(&plain)?;
        if answer.total > 0 && !answer.corrected {
            return Ok(false);
        }
        let unfinished = self.search(&search::Request { open: true, ..plain })?;
        Ok(unfinished.total > 0)
    }

    fn article(&self, request: &ArticleRequest) -> Result<Option<ArticleResponse>, Needs> {
        let Some(at) = self.number(&request.doc) else {
            return Ok(None);
        };
        let zones = zone_filters(&request.selections);
        let expanded = self.expanded_if(request.aliases, &request.query)?;
        let query = expanded.map_or_else(|| request.query.clone(), |expanded| expanded.query);
        let asked = search::Request {
            open: self.is_open(&query, zones.clone(), !request.aliases)?,
            as_written: !request.aliases,
            query,
            filters: zones,
            ..search::Request::default()
        };
        let Some(read) = search::article(&[self.segment()], at, &asked) else {
            return Ok(None);
        };
        Ok(article::article(self, at as usize, done(read)?))
    }
}

/// An answer with what was made of its request.
pub(crate) struct Found<'a> {
    pub(crate) answer: Answer<'a>,
    /// Limits of the date that are none, by the parameter's name.
    pub(crate) bad: BadDates,
    /// The query that was asked, where that is not the one typed.
    pub(crate) expanded: Option<Expanded>,
}

/// What is needed of the one segment there is.
pub(crate) fn done<T>(outcome: Outcome<T>) -> Result<T, Needs> {
    match outcome {
        Outcome::Answer(answer) => Ok(answer),
        Outcome::Needs(needs) => Err(needs.into_iter().map(|(_, chunk): Need| chunk).collect()),
    }
}

fn filter(selection: &crate::protocol::Selection) -> Filter {
    Filter {
        facet: wire::facet(selection.facet),
        include: selection.include.clone(),
        exclude: selection.exclude.clone(),
        all: selection.all,
    }
}

/// The choice of zones, which says where to look and so belongs to the query.
fn zone_filters(selections: &[crate::protocol::Selection]) -> Vec<Filter> {
    let zones = |s: &&crate::protocol::Selection| s.facet == crate::protocol::Facet::Zone;
    selections.iter().filter(zones).map(filter).collect()
}

/// Ids for addresses: what stands before the first `_`, where that tells the article from all others.
pub(crate) fn short_ids(ids: &[String]) -> Vec<String> {
    let head = |id: &str| id.split_once('_').map_or(id, |(head, _)| head).to_owned();
    let mut heads: BTreeMap<String, u32> = BTreeMap::new();
    for id in ids {
        *heads.entry(head(id)).or_default() += 1;
    }
    let whole: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    let short = |id: &String| {
        let head = head(id);
        let free = head == *id || !whole.contains(head.as_str());
        if !head.is_empty() && heads[&head] == 1 && free {
            head
        } else {
            id.clone()
        }
    };
    ids.iter().map(short).collect()
}
