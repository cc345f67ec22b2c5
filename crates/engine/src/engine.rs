//! The engine: a corpus file opened, and every request answered.

use crate::compile::{entity_slug, facet_of, source_slug};
use crate::protocol::{ArticleRequest, Failure, Request, Response, SearchRequest, Sort};
use crate::store::{self, StoreError, Stored};
use crate::{article, period, profile, results, wire};
use corpus::{Article, ZoneKind};
use entities::Entity;
use search::{Answer, Facet, Filter, Index, Matcher};
use std::collections::{BTreeMap, BTreeSet};
use viet::Span;

/// An opened corpus. All answers are pure functions of its bytes and the request.
#[derive(Debug)]
pub struct Engine<'a> {
    pub(crate) stored: Stored,
    pub(crate) index: Index<'a>,
    /// Short ids for addresses, article by article.
    pub(crate) docs: Vec<String>,
    /// Blocks of each article with their anchors.
    pub(crate) anchors: Vec<Vec<(Span, String)>>,
    version: u32,
}

impl<'a> Engine<'a> {
    /// Opens a corpus file.
    ///
    /// # Errors
    /// What is wrong with the bytes, and what helps.
    pub fn open(bytes: &'a [u8]) -> Result<Self, StoreError> {
        let (stored, index, version) = store::open(bytes)?;
        let index = Index::open(index).map_err(|error| StoreError::Index(error.to_string()))?;
        let docs = short_ids(&stored.articles);
        let anchors = stored.articles.iter().map(article::anchored_blocks).collect();
        Ok(Self {
            stored,
            index,
            docs,
            anchors,
            version,
        })
    }

    /// Answers any request.
    pub fn answer(&self, request: &Request) -> Response {
        match request {
            Request::Profile => Response::Profile(profile::profile(&self.stored, &self.docs, self.version)),
            Request::Search(request) => Response::Search(results::response(self, request)),
            Request::Article(request) => match self.article(request) {
                Some(article) => Response::Article(Box::new(article)),
                None => Response::Failed(Failure::NoSuchArticle {
                    doc: request.doc.clone(),
                }),
            },
        }
    }

    /// The articles of the corpus, by id; a hit's document number counts them.
    pub fn articles(&self) -> &[Article] {
        &self.stored.articles
    }

    /// What the mentions of the articles link to, by id.
    pub fn entities(&self) -> &[Entity] {
        &self.stored.entities
    }

    /// Searches, with spans in bytes of the articles' texts: what [`Request::Search`] is answered from. Limits of the
    /// date that are none are given back as the second value, by the parameter's name.
    ///
    /// The last syllable of a query counts as unfinished only where the query finds nothing as it stands, so that a
    /// finished word never finds more than itself.
    pub fn find(&self, request: &SearchRequest) -> (Answer, Vec<(&'static str, String)>) {
        let (answer, bad, _) = self.find_reading(request);
        (answer, bad)
    }

    /// [`Engine::find`], and whether the last syllable counted as unfinished: filters and dates have no say in this,
    /// so that they never change what is marked.
    pub(crate) fn find_reading(
        &self,
        request: &SearchRequest,
    ) -> (Answer, Vec<(&'static str, String)>, bool) {
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
        let asked = search::Request {
            query: request.query.clone(),
            open: false,
            zones: Vec::new(),
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
        };
        let plain = search::Request {
            filters: zone_filters(request),
            from: None,
            to: None,
            ..asked.clone()
        };
        let narrowed = plain != asked;
        let (answer, open) = self.read_plain(plain);
        if !narrowed {
            return (answer, bad, open);
        }
        let answer = search::search(&self.index, &search::Request { open, ..asked });
        (answer, bad, open)
    }

    /// Answers a request without filters, and says whether the last syllable counted as unfinished.
    fn read_plain(&self, asked: search::Request) -> (Answer, bool) {
        let answer = search::search(&self.index, &asked);
        let corrected = |part: &search::Part| matches!(part.reading, search::Reading::Corrected { .. });
        if answer.total > 0 && !answer.parts.iter().any(corrected) {
            return (answer, false);
        }
        let unfinished = search::search(&self.index, &search::Request { open: true, ..asked });
        if unfinished.total > 0 {
            (unfinished, true)
        } else {
            (answer, false)
        }
    }

    /// What says which places of the articles a request marks, made once for all of them. `open`: the last syllable
    /// counts as unfinished.
    pub(crate) fn matcher(&self, request: &SearchRequest, open: bool) -> Matcher<'_> {
        let (query, _) = search::parse(&request.query);
        Matcher::new(&query, &self.index, &chosen_zones(request), open)
    }

    fn article(&self, request: &ArticleRequest) -> Option<crate::protocol::ArticleResponse> {
        let known = |id: &String| *id == request.doc;
        let at = self.docs.iter().position(known);
        let at = at.or_else(|| self.stored.articles.iter().position(|article| known(&article.id)))?;
        let asked = SearchRequest {
            query: request.query.clone(),
            selections: request.selections.clone(),
            ..SearchRequest::default()
        };
        let (_, open) = self.read_plain(search::Request {
            query: asked.query.clone(),
            filters: zone_filters(&asked),
            ..search::Request::default()
        });
        let matcher = self.matcher(&asked, open);
        article::article(
            self,
            at,
            &matcher.marks(at as u32),
            &matcher.title_marks(at as u32),
        )
    }

    /// The facet values of entities and outlets: what a slug is called.
    pub(crate) fn names(&self) -> BTreeMap<(Facet, String), crate::protocol::EntitySummary> {
        let entity = |e: &Entity| {
            Some((
                (facet_of(e.kind)?, entity_slug(&e.id).to_owned()),
                wire::entity(e),
            ))
        };
        self.stored.entities.iter().filter_map(entity).collect()
    }

    /// The outlets by facet value.
    pub(crate) fn sources(&self) -> BTreeMap<String, String> {
        let sources = self
            .stored
            .articles
            .iter()
            .filter_map(|article| article.source.as_ref());
        sources
            .map(|source| (source_slug(&source.value), source.value.clone()))
            .collect()
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
fn zone_filters(request: &SearchRequest) -> Vec<Filter> {
    let zones = |s: &&crate::protocol::Selection| s.facet == crate::protocol::Facet::Zone;
    request.selections.iter().filter(zones).map(filter).collect()
}

/// The zones looked into by the choice in their facet; without one title and body.
fn chosen_zones(request: &SearchRequest) -> Vec<ZoneKind> {
    let chosen = request
        .selections
        .iter()
        .find(|s| s.facet == crate::protocol::Facet::Zone);
    let kinds =
        |names: &[String]| -> Vec<ZoneKind> { names.iter().filter_map(|n| ZoneKind::from_name(n)).collect() };
    let mut zones = chosen.map_or_else(Vec::new, |s| kinds(&s.include));
    if zones.is_empty() {
        zones = vec![ZoneKind::Title, ZoneKind::Body];
    }
    if let Some(selection) = chosen {
        let excluded = kinds(&selection.exclude);
        zones.retain(|zone| !excluded.contains(zone));
    }
    zones
}

/// Ids for addresses: what stands before the first `_`, where that tells the article from all others.
fn short_ids(articles: &[Article]) -> Vec<String> {
    let head = |id: &str| id.split_once('_').map_or(id, |(head, _)| head).to_owned();
    let mut heads: BTreeMap<String, u32> = BTreeMap::new();
    for article in articles {
        *heads.entry(head(&article.id)).or_default() += 1;
    }
    let whole: BTreeSet<&str> = articles.iter().map(|a| a.id.as_str()).collect();
    let short = |article: &Article| {
        let head = head(&article.id);
        let free = head == article.id || !whole.contains(head.as_str());
        if !head.is_empty() && heads[&head] == 1 && free {
            head
        } else {
            article.id.clone()
        }
    };
    articles.iter().map(short).collect()
}
