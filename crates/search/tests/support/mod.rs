//! Random small corpora and queries of the whole language, and what a scan that knows nothing of indexes says of them.
#![allow(dead_code)] // each file of laws uses its part

use corpus::{CivilDate, Zone, ZoneKind};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use regex_lite::Regex;
use search::{Builder, Document, Facet, Filter, Preparer, Request, UNDATED, Written};
use std::collections::BTreeSet;
use viet::{Span, Syllable};

// All shorter than what is taken for a slip: nothing is corrected here.
const SYLLABLES: [&str; 14] = [
    "hòa", "hoà", "hóa", "Hoa", "ân", "An", "Nga", "ngày", "đối", "Đội", "Ân", "kỳ", "kỹ", "3",
];
const TYPED: [&str; 14] = [
    "hoa", "hòa", "hóa", "ân", "an", "an", "nga", "doi", "đoi", "ky", "kỹ", "h", "đ", "d",
];
const WRITTEN: [&str; 6] = ["Nga", "nga", "hoà", "An", "Ân", "Đội"];
const SEPARATORS: [&str; 8] = [" ", " ", " - ", "-", ", ", ". ", "\n", " ("];
const REGEXES: [&str; 10] = [
    "ho", "[hđ]o", "a n", "^Nga", "n $", "x*", "Ân|An", "(?i)HÓA", r"\. ", "3.{0,3}N",
];
pub(crate) const PEOPLE: [&str; 3] = ["an", "binh", "chi"];
pub(crate) const OUTLETS: [&str; 2] = ["bao", "dai"];
pub(crate) const LANGUAGES: [&str; 2] = ["vi", "en"];

/// First and last day of something.
pub(crate) type Days = (CivilDate, CivilDate);

/// An article taken apart: zones with their text, a title beside the text, days, people, outlet, language.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) zones: Vec<(ZoneKind, String)>,
    pub(crate) title: Option<String>,
    pub(crate) days: Option<Days>,
    pub(crate) people: BTreeSet<usize>,
    pub(crate) outlet: usize,
    pub(crate) language: usize,
}

/// A part of a query.
#[derive(Clone, Debug)]
pub(crate) enum Asked {
    /// A syllable, perhaps with `*`.
    Term(usize, bool),
    /// Syllables side by side.
    Phrase(Vec<usize>),
    /// Syllables with so many others between them.
    Near(Vec<usize>, u32),
    /// Tokens as they are written.
    Literal(Vec<usize>),
    /// A regular expression.
    Regex(usize),
    /// One of these people, one of whom nobody is.
    Person(Vec<usize>),
    Outlet(usize),
    Language(usize),
    /// Days, with the text after `date`.
    Date(String, Option<CivilDate>, Option<CivilDate>, bool),
    /// In these zones.
    Scope(Vec<ZoneKind>, Box<Asked>),
    Not(Box<Asked>),
    /// All of them, perhaps in the zones named (or in all others).
    And(Vec<Asked>, Option<(Vec<ZoneKind>, bool)>),
    Or(Vec<Asked>),
}

/// What is asked, with all that stands beside the query.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) asked: Vec<Asked>,
    pub(crate) open: bool,
    pub(crate) zones: Vec<ZoneKind>,
    pub(crate) people: (Vec<usize>, Vec<usize>, bool),
    pub(crate) years: (Vec<u16>, bool),
    pub(crate) outlets: Vec<usize>,
    pub(crate) from: Option<CivilDate>,
    pub(crate) to: Option<CivilDate>,
}

/// A facet left out of account, and the zones looked into.
pub(crate) struct Look<'a> {
    pub(crate) open_facet: Option<Facet>,
    pub(crate) zones: &'a [ZoneKind],
}

fn words(max: usize) -> impl Strategy<Value = String> {
    let pair = (0..SYLLABLES.len(), 0..SEPARATORS.len());
    vec(pair, 0..max).prop_map(|pairs| {
        pairs
            .into_iter()
            .flat_map(|(s, sep)| [SYLLABLES[s], SEPARATORS[sep]])
            .collect()
    })
}

fn kind() -> impl Strategy<Value = ZoneKind> {
    select(vec![
        ZoneKind::Body,
        ZoneKind::Title,
        ZoneKind::Caption,
        ZoneKind::Body,
    ])
}

/// From one day of some years to another: mostly a year, a month or a day, sometimes a few years.
fn days() -> impl Strategy<Value = Days> {
    let start = (2015_u16..2019, 1_u8..=12, select(vec![1_u8, 5, 28]));
    (start, 0..4_usize, 0_u16..3).prop_map(|((year, month, day), precision, more)| {
        let only = CivilDate { year, month, day };
        match precision {
            0 => (only, only),
            1 => CivilDate::month(year, month).unwrap(),
            2 => CivilDate::year(year).unwrap(),
            _ => (only, CivilDate::year(year + more).unwrap().1),
        }
    })
}

pub(crate) fn article() -> impl Strategy<Value = Article> {
    (
        vec((kind(), words(9)), 0..4),
        proptest::option::of(words(4)),
        proptest::option::of(days()),
        btree_set(0..PEOPLE.len(), 0..3),
        0..OUTLETS.len(),
        0..LANGUAGES.len(),
    )
        .prop_map(|(zones, title, days, people, outlet, language)| Article {
            zones,
            title,
            days,
            people,
            outlet,
            language,
        })
}

pub(crate) fn articles(most: usize) -> impl Strategy<Value = Vec<Article>> {
    vec(article(), 0..most)
}

/// A period as it is written after `date`.
fn date() -> impl Strategy<Value = Asked> {
    let end = || {
        (
            2015_u16..2020,
            proptest::option::of((1_u8..=12, proptest::option::of(1_u8..=28))),
        )
    };
    let read = |(year, rest): (u16, Option<(u8, Option<u8>)>)| match rest {
        None => (format!("{year}"), CivilDate::year(year).unwrap()),
        Some((month, None)) => (format!("{month}/{year}"), CivilDate::month(year, month).unwrap()),
        Some((month, Some(day))) => {
            let only = CivilDate { year, month, day };
            (format!("{year}-{month:02}-{day:02}"), (only, only))
        }
    };
    (end(), end(), 0..6_usize, any::<bool>()).prop_map(move |(a, b, shape, strict)| {
        let (mut a, mut b) = (read(a), read(b));
        if b.1 < a.1 {
            std::mem::swap(&mut a, &mut b);
        }
        let sign = if strict { "!" } else { "" };
        let (text, from, to) = match shape {
            0 => (format!("{sign}:{}", a.0), Some(a.1.0), Some(a.1.1)),
            1 => (format!("{sign}>={}", a.0), Some(a.1.0), None),
            2 => (format!("{sign}<={}", a.0), None, Some(a.1.1)),
            3 => (format!("{sign}:{}..", a.0), Some(a.1.0), None),
            4 => (format!("{sign}:..{}", a.0), None, Some(a.1.1)),
            // One of them may lie within the other: the order of their ends is what it says.
            _ => (format!("{sign}:{}..{}", a.0, b.0), Some(a.1.0), Some(b.1.1)),
        };
        Asked::Date(text, from, to, strict)
    })
}

/// Parts of all kinds, with groups in groups.
fn asked() -> impl Strategy<Value = Asked> {
    let typed = || 0..TYPED.len();
    let several = |most: usize| vec(0..TYPED.len(), 1..most);
    let zones = || subsequence(vec![ZoneKind::Title, ZoneKind::Body, ZoneKind::Caption], 1..3);
    let leaf = prop_oneof![
        8 => (typed(), proptest::bool::weighted(0.2)).prop_map(|(t, star)| Asked::Term(t, star)),
        3 => several(4).prop_map(Asked::Phrase),
        3 => (vec(0..TYPED.len(), 2..4), 1_u32..5).prop_map(|(terms, slop)| Asked::Near(terms, slop)),
        2 => vec(0..WRITTEN.len(), 1..3).prop_map(Asked::Literal),
        2 => (0..REGEXES.len()).prop_map(Asked::Regex),
        1 => vec(0..=PEOPLE.len(), 1..3).prop_map(Asked::Person),
        1 => (0..OUTLETS.len()).prop_map(Asked::Outlet),
        1 => (0..LANGUAGES.len()).prop_map(Asked::Language),
        2 => date(),
    ];
    leaf.prop_recursive(3, 8, 3, move |inner| {
        let group = (
            vec(inner.clone(), 1..3),
            proptest::option::weighted(0.3, (zones(), any::<bool>())),
        );
        prop_oneof![
            3 => group.prop_map(|(parts, zones)| Asked::And(parts, zones)),
            3 => vec(inner.clone(), 2..4).prop_map(Asked::Or),
            2 => inner.clone().prop_map(|part| Asked::Not(Box::new(part))),
            2 => (zones(), inner).prop_map(|(zones, part)| Asked::Scope(zones, Box::new(part))),
        ]
    })
}

pub(crate) fn question() -> impl Strategy<Value = Question> {
    let some = |n: usize| vec(0..n, 0..3);
    let people = (some(PEOPLE.len() + 1), vec(0..3_usize, 0..2), any::<bool>());
    let years = (vec(2015_u16..2020, 0..2), any::<bool>());
    let ends = vec![(1, 1), (7, 1), (3, 5), (6, 30), (12, 31), (3, 20)];
    let limit = || {
        proptest::option::weighted(
            0.25,
            (2015_u16..2019, select(ends.clone())).prop_map(|(year, (month, day))| CivilDate {
                year,
                month,
                day,
            }),
        )
    };
    let filters = (people, years, some(OUTLETS.len()));
    // Most questions are not narrowed by everything at once.
    let filters = prop_oneof![
        2 => Just(((Vec::new(), Vec::new(), false), (Vec::new(), false), Vec::new())),
        1 => filters,
    ];
    (
        vec(asked(), 0..4),
        any::<bool>(),
        vec(kind(), 0..3),
        filters,
        (limit(), limit()),
    )
        .prop_map(
            |(asked, open, zones, (people, years, outlets), (from, to))| Question {
                asked,
                open,
                zones,
                people,
                years,
                outlets,
                from,
                to,
            },
        )
}

fn join(words: &[&str], chosen: &[usize]) -> String {
    chosen.iter().map(|at| words[*at]).collect::<Vec<_>>().join(" ")
}

fn names(zones: &[ZoneKind]) -> String {
    zones.iter().map(|zone| zone.name()).collect::<Vec<_>>().join(",")
}

#[allow(clippy::trivially_copy_pass_by_ref)] // goes through rows of them
fn slug(at: &usize) -> String {
    PEOPLE.get(*at).unwrap_or(&"nobody").to_string()
}

impl Asked {
    /// As it is typed.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Term(term, star) => format!("{}{}", TYPED[*term], if *star { "*" } else { "" }),
            Self::Phrase(phrase) => format!("\"{}\"", join(&TYPED, phrase)),
            Self::Near(terms, slop) => format!("\"{}\"~{slop}", join(&TYPED, terms)),
            Self::Literal(tokens) => format!("=\"{}\"", join(&WRITTEN, tokens)),
            Self::Regex(at) => format!("/{}/", REGEXES[*at]),
            Self::Person(people) => {
                format!("person:{}", people.iter().map(slug).collect::<Vec<_>>().join(","))
            }
            Self::Outlet(at) => format!("source:{}", OUTLETS[*at]),
            Self::Language(at) => format!("lang:{}", LANGUAGES[*at]),
            Self::Date(text, ..) => format!("date{text}"),
            Self::Scope(zones, part) => match &zones[..] {
                [zone] => format!("{}:{}", zone.name(), part.text()),
                zones => format!("in:{}:{}", names(zones), part.text()),
            },
            // Two signs in a row are one.
            Self::Not(part) if matches!(**part, Self::Not(_)) => format!("-({})", part.text()),
            Self::Not(part) => format!("-{}", part.text()),
            Self::And(parts, zones) => {
                let zones = zones
                    .as_ref()
                    .map(|(zones, others)| format!("{}in:{} ", if *others { "-" } else { "" }, names(zones)));
                let parts: Vec<String> = parts.iter().map(Self::text).collect();
                format!("({}{})", zones.unwrap_or_default(), parts.join(" "))
            }
            Self::Or(parts) => {
                let parts: Vec<String> = parts.iter().map(Self::text).collect();
                format!("({})", parts.join(" OR "))
            }
        }
    }

    /// Whether an article has it where `zones` are looked into; its last syllable may go on.
    fn stands(&self, article: &Article, zones: &[ZoneKind], open: bool) -> bool {
        match self {
            Self::Term(term, star) => in_a_row(article, zones, &[*term], *star || open),
            Self::Phrase(phrase) => in_a_row(article, zones, phrase, false),
            Self::Near(terms, slop) => near(article, zones, terms, *slop as usize),
            Self::Literal(tokens) => as_written(article, zones, tokens),
            Self::Regex(at) => expression(article, zones, REGEXES[*at]),
            Self::Person(people) => people.iter().any(|person| article.people.contains(person)),
            Self::Outlet(at) => article.outlet == *at,
            Self::Language(at) => article.language == *at,
            Self::Date(_, from, to, strict) => article.days.is_some_and(|(first, last)| {
                let (after, before) = if *strict { (first, last) } else { (last, first) };
                from.is_none_or(|from| from <= after) && to.is_none_or(|to| before <= to)
            }),
            Self::Scope(zones, part) => part.stands(article, zones, open),
            Self::Not(part) => !part.stands(article, zones, false),
            Self::And(parts, named) => {
                let named = named_zones(named.as_ref());
                let zones = named.as_deref().unwrap_or(zones);
                parts.iter().all(|part| part.stands(article, zones, false))
            }
            Self::Or(parts) => parts.iter().any(|part| part.stands(article, zones, false)),
        }
    }

    /// Whether something of it is to be marked in an article: what is looked for in texts, excluded nowhere.
    fn marks(&self, article: &Article, zones: &[ZoneKind], open: bool) -> bool {
        match self {
            Self::Term(..) | Self::Phrase(_) | Self::Near(..) | Self::Literal(_) | Self::Regex(_) => {
                self.stands(article, zones, open)
            }
            Self::Person(_) | Self::Outlet(_) | Self::Language(_) | Self::Date(..) | Self::Not(_) => false,
            Self::Scope(zones, part) => part.marks(article, zones, open),
            Self::And(parts, named) => {
                let named = named_zones(named.as_ref());
                let zones = named.as_deref().unwrap_or(zones);
                parts.iter().any(|part| part.marks(article, zones, false))
            }
            Self::Or(parts) => parts.iter().any(|part| part.marks(article, zones, false)),
        }
    }
}

/// The zones that `in:` and `-in:` name.
fn named_zones(named: Option<&(Vec<ZoneKind>, bool)>) -> Option<Vec<ZoneKind>> {
    let (zones, others) = named?;
    let named = |zone: &ZoneKind| zones.contains(zone) != *others;
    Some(ZoneKind::ALL.into_iter().filter(named).collect())
}

impl Question {
    /// The query as it is typed.
    pub(crate) fn text(&self) -> String {
        self.asked.iter().map(Asked::text).collect::<Vec<_>>().join(" ")
    }

    /// Where it looks.
    pub(crate) fn zones(&self) -> Vec<ZoneKind> {
        if self.zones.is_empty() {
            return vec![ZoneKind::Title, ZoneKind::Body];
        }
        self.zones.clone()
    }

    pub(crate) fn request(&self) -> Request {
        let years = self.years.0.iter().map(u16::to_string);
        let filter = |facet, include: Vec<String>, exclude, all| Filter {
            facet,
            include,
            exclude,
            all,
        };
        Request {
            query: self.text(),
            open: self.open,
            zones: self.zones.clone(),
            filters: vec![
                filter(
                    Facet::Person,
                    self.people.0.iter().map(slug).collect(),
                    self.people.1.iter().map(slug).collect(),
                    self.people.2,
                ),
                filter(
                    Facet::Year,
                    years.chain(self.years.1.then(|| UNDATED.to_owned())).collect(),
                    Vec::new(),
                    false,
                ),
                filter(
                    Facet::Source,
                    self.outlets.iter().map(|o| OUTLETS[*o].to_owned()).collect(),
                    Vec::new(),
                    false,
                ),
            ],
            from: self.from,
            to: self.to,
            limit: 1000,
            ..Request::default()
        }
    }

    fn answered_by(&self, article: &Article, zones: &[ZoneKind]) -> bool {
        let last = self.asked.len();
        (1..).zip(&self.asked).all(|(at, asked)| {
            let open = self.open && at == last;
            asked.stands(article, zones, open)
        })
    }

    /// Whether something is to be marked in an article.
    pub(crate) fn marks(&self, article: &Article) -> bool {
        let (last, zones) = (self.asked.len(), self.zones());
        (1..).zip(&self.asked).any(|(at, asked)| {
            let open = self.open && at == last;
            asked.marks(article, &zones, open)
        })
    }

    /// Whether an article of a corpus is in the view.
    pub(crate) fn finds(&self, articles: &[Article], article: &Article, look: &Look) -> bool {
        let (include, exclude, all) = &self.people;
        let (include, exclude) = (known(articles, include), known(articles, exclude));
        let has = |value: &usize| article.people.contains(value);
        let person = match (include.is_empty(), all) {
            (true, _) => true,
            (_, true) => include.iter().all(has),
            _ => include.iter().any(has) || look.open_facet == Some(Facet::Person),
        };
        let there = |year: &&u16| articles.iter().any(|a| a.years().contains(year));
        let chosen: Vec<&u16> = self.years.0.iter().filter(there).collect();
        let undated = self.years.1 && articles.iter().any(|a| a.days.is_none());
        let year = (chosen.is_empty() && !undated)
            || look.open_facet == Some(Facet::Year)
            || (article.days.is_none() && undated)
            || chosen.iter().any(|year| article.years().contains(year));
        let outlets: Vec<&usize> = self
            .outlets
            .iter()
            .filter(|o| articles.iter().any(|a| a.outlet == **o))
            .collect();
        let outlet = outlets.is_empty()
            || look.open_facet == Some(Facet::Source)
            || outlets.contains(&&article.outlet);
        let dated = match article.days {
            None => self.from.is_none() && self.to.is_none(),
            Some((first, last)) => {
                self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
            }
        };
        person && !exclude.iter().any(has) && year && outlet && dated && self.answered_by(article, look.zones)
    }
}

/// People that somebody in the corpus is: the only values that count as chosen.
fn known(articles: &[Article], chosen: &[usize]) -> Vec<usize> {
    let known = |value: &&usize| articles.iter().any(|a| a.people.contains(value));
    chosen.iter().filter(known).copied().collect()
}

/// One token of a text.
struct Token {
    span: Span,
    syllable: Syllable,
}

impl Article {
    /// The texts looked into, each a zone of its own.
    fn texts(&self, zones: &[ZoneKind]) -> Vec<&str> {
        let title = self.title.as_ref().map(|text| (ZoneKind::Title, text));
        let texts = self.zones.iter().map(|(kind, text)| (*kind, text)).chain(title);
        let looked_into = texts.filter(|(kind, _)| zones.contains(kind));
        looked_into.map(|(_, text)| text.as_str()).collect()
    }

    /// What phrases run on in: paragraphs of the body that follow each other are one, other zones are each their own.
    fn stretches(&self, zones: &[ZoneKind]) -> Vec<Vec<(&str, Token)>> {
        let mut found: Vec<(ZoneKind, Vec<(&str, Token)>)> = Vec::new();
        let title = self.title.as_ref().map(|text| (ZoneKind::Title, text.as_str()));
        let body = self.zones.iter().map(|(kind, text)| (*kind, text.as_str()));
        for (kind, text) in title.into_iter().chain(body) {
            let tokens = sentences(text).into_iter().flatten().map(|token| (text, token));
            match found.last_mut() {
                Some((ZoneKind::Body, before)) if kind == ZoneKind::Body => before.extend(tokens),
                _ => found.push((kind, tokens.collect())),
            }
        }
        let looked_into = found.into_iter().filter(|(kind, _)| zones.contains(kind));
        looked_into.map(|(_, tokens)| tokens).collect()
    }

    /// Whether there is a syllable in these zones.
    pub(crate) fn has_text(&self, zones: &[ZoneKind]) -> bool {
        self.texts(zones)
            .into_iter()
            .any(|text| !sentences(text).is_empty())
    }

    /// The years it may be from.
    pub(crate) fn years(&self) -> Vec<u16> {
        let years = self.days.map(|(first, last)| first.year..=last.year);
        years.into_iter().flatten().collect()
    }
}

/// The sentences of a text as lists of tokens, without empty ones.
fn sentences(text: &str) -> Vec<Vec<Token>> {
    let within = |sentence: Span| -> Vec<Token> {
        let tokens = viet::tokens(text).filter(|token| sentence.contains(token.span));
        let keep = |token: viet::Token| Token {
            span: token.span,
            syllable: token.syllable,
        };
        tokens.map(keep).collect()
    };
    let all = viet::sentences(text).into_iter().map(within);
    all.filter(|sentence| !sentence.is_empty()).collect()
}

/// Whether the syllables stand one after the other, the last perhaps going on.
fn in_a_row(article: &Article, zones: &[ZoneKind], phrase: &[usize], goes_on: bool) -> bool {
    let typed: Vec<Syllable> = phrase.iter().map(|t| Syllable::new(TYPED[*t])).collect();
    let last = typed.len() - 1;
    let fits = |(at, (typed, written)): (usize, (&Syllable, &Token))| {
        if at == last && goes_on {
            typed.matches_prefix(&written.syllable).is_some()
        } else {
            typed.matches(&written.syllable).is_some()
        }
    };
    let tokens = |window: &[(&str, Token)]| {
        let written = window.iter().map(|(_, token)| token);
        typed.iter().zip(written).enumerate().all(fits)
    };
    let mut stretches = article.stretches(zones).into_iter();
    stretches.any(|stretch| stretch.windows(typed.len()).any(tokens))
}

/// Whether each syllable has a token of its own among so many more of one zone.
fn near(article: &Article, zones: &[ZoneKind], terms: &[usize], slop: usize) -> bool {
    let typed: Vec<Syllable> = terms.iter().map(|t| Syllable::new(TYPED[*t])).collect();
    article.texts(zones).into_iter().any(|text| {
        let tokens: Vec<Syllable> = sentences(text)
            .into_iter()
            .flatten()
            .map(|token| token.syllable)
            .collect();
        (0..tokens.len()).any(|from| {
            let to = (from + typed.len() + slop).min(tokens.len());
            each_has_its_own(&typed, &tokens[from..to], &mut Vec::new())
        })
    })
}

fn each_has_its_own(typed: &[Syllable], tokens: &[Syllable], taken: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = typed.split_first() else {
        return true;
    };
    (0..tokens.len()).any(|at| {
        if taken.contains(&at) || first.matches(&tokens[at]).is_none() {
            return false;
        }
        taken.push(at);
        let found = each_has_its_own(rest, tokens, taken);
        taken.pop();
        found
    })
}

/// Whether tokens stand as they are written.
fn as_written(article: &Article, zones: &[ZoneKind], tokens: &[usize]) -> bool {
    let same = |window: &[(&str, Token)]| {
        let mut pairs = window.iter().zip(tokens);
        pairs.all(|((text, token), wanted)| token.span.of(text) == WRITTEN[*wanted])
    };
    let mut stretches = article.stretches(zones).into_iter();
    stretches.any(|stretch| stretch.windows(tokens.len()).any(same))
}

/// Whether an expression matches in a zone, where there are tokens.
fn expression(article: &Article, zones: &[ZoneKind], pattern: &str) -> bool {
    let regex = Regex::new(pattern).unwrap();
    article.texts(zones).into_iter().any(|text| {
        let tokens: Vec<Token> = sentences(text).into_iter().flatten().collect();
        regex.find_iter(text).any(|found| {
            let touches = |token: &Token| {
                (token.span.start as usize) < found.end() && found.start() < token.span.end as usize
            };
            tokens.iter().any(touches)
        })
    })
}

/// The index of articles whose payload is so many bytes.
pub(crate) fn index(articles: &[Article], first: usize, payload: usize) -> Written {
    let payload = vec![7; payload];
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for (at, article) in (first..).zip(articles) {
        let mut text = String::new();
        let mut zones = Vec::new();
        for (kind, words) in &article.zones {
            let start = text.len();
            text.push_str(words);
            let span = Span::new(start, text.len());
            zones.push(Zone { span, kind: *kind });
        }
        let people = article
            .people
            .iter()
            .map(|person| (Facet::Person, PEOPLE[*person].to_owned()));
        let outlet = (Facet::Source, OUTLETS[article.outlet].to_owned());
        let language = (Facet::Lang, LANGUAGES[article.language].to_owned());
        builder.add(preparer.prepare(&Document {
            id: &format!("{at:04}"),
            text: &text,
            zones: &zones,
            title: article.title.as_deref(),
            date: article.days,
            payload: &payload,
            facets: people.chain([outlet, language]).collect(),
        }));
    }
    builder.finish()
}
