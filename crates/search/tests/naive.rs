//! Totals, hits and facet counts equal those of a scan that knows nothing of indexes.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use corpus::{CivilDate, Zone, ZoneKind};
use proptest::prelude::*;
use search::{Document, Facet, Filter, Packed, Request, UNDATED, search, write};
use std::collections::BTreeSet;
use viet::{Span, Syllable};

// All shorter than what is taken for a slip: nothing is corrected here.
const SYLLABLES: [&str; 14] = [
    "hòa", "hoà", "hóa", "Hoa", "ân", "An", "Nga", "ngày", "đối", "Đội", "Ân", "kỳ", "kỹ", "3",
];
const TYPED: [&str; 12] = [
    "hoa", "hòa", "hóa", "ân", "an", "an", "nga", "doi", "đoi", "ky", "kỹ", "h",
];
const SEPARATORS: [&str; 8] = [" ", " ", " - ", "-", ", ", ". ", "\n", " ("];
const PEOPLE: [&str; 3] = ["an", "binh", "chi"];
const OUTLETS: [&str; 2] = ["bao", "dai"];

/// An article taken apart: zones with their text, years, people, outlet.
#[derive(Clone, Debug)]
struct Article {
    zones: Vec<(ZoneKind, String)>,
    title: Option<String>,
    years: Option<(u16, u16)>,
    people: BTreeSet<usize>,
    outlet: usize,
}

#[derive(Clone, Debug)]
enum Asked {
    Term(usize, bool),
    Phrase(Vec<usize>),
    NotTerm(usize),
    NotPhrase(Vec<usize>),
}

#[derive(Clone, Debug)]
struct Question {
    asked: Vec<Asked>,
    open: bool,
    zones: Vec<ZoneKind>,
    people: (Vec<usize>, Vec<usize>, bool),
    years: (Vec<u16>, bool),
    outlets: Vec<usize>,
    from: Option<u16>,
    to: Option<u16>,
}

/// A facet left out of account, and the zones looked into.
struct Look<'a> {
    open_facet: Option<Facet>,
    zones: &'a [ZoneKind],
}

fn words(max: usize) -> impl Strategy<Value = String> {
    let pair = (0..SYLLABLES.len(), 0..SEPARATORS.len());
    proptest::collection::vec(pair, 0..max).prop_map(|pairs| {
        pairs
            .into_iter()
            .flat_map(|(s, sep)| [SYLLABLES[s], SEPARATORS[sep]])
            .collect()
    })
}

fn kind() -> impl Strategy<Value = ZoneKind> {
    (0..4_usize).prop_map(|at| [ZoneKind::Body, ZoneKind::Title, ZoneKind::Caption, ZoneKind::Body][at])
}

fn article() -> impl Strategy<Value = Article> {
    let zones = proptest::collection::vec((kind(), words(9)), 0..4);
    let years = proptest::option::of((2015_u16..2019, 0_u16..3).prop_map(|(a, more)| (a, a + more)));
    let people = proptest::collection::btree_set(0..PEOPLE.len(), 0..3);
    (
        zones,
        proptest::option::of(words(4)),
        years,
        people,
        0..OUTLETS.len(),
    )
        .prop_map(|(zones, title, years, people, outlet)| Article {
            zones,
            title,
            years,
            people,
            outlet,
        })
}

fn question() -> impl Strategy<Value = Question> {
    let typed = || 0..TYPED.len();
    let phrase = || proptest::collection::vec(0..TYPED.len(), 1..3);
    let asked = prop_oneof![
        4 => (typed(), proptest::bool::weighted(0.2)).prop_map(|(t, star)| Asked::Term(t, star)),
        2 => phrase().prop_map(Asked::Phrase),
        1 => typed().prop_map(Asked::NotTerm),
        1 => phrase().prop_map(Asked::NotPhrase),
    ];
    let some = |n: usize| proptest::collection::vec(0..n, 0..3);
    let people = (
        some(PEOPLE.len() + 1),
        proptest::collection::vec(0..3_usize, 0..2),
        any::<bool>(),
    );
    let years = (proptest::collection::vec(2015_u16..2020, 0..2), any::<bool>());
    let limit = || proptest::option::weighted(0.2, 2014_u16..2021);
    (
        proptest::collection::vec(asked, 0..4),
        any::<bool>(),
        proptest::collection::vec(kind(), 0..3),
        people,
        years,
        some(OUTLETS.len()),
        (limit(), limit()),
    )
        .prop_map(
            |(asked, open, zones, people, years, outlets, (from, to))| Question {
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

impl Question {
    fn text(&self) -> String {
        let join = |phrase: &[usize]| phrase.iter().map(|t| TYPED[*t]).collect::<Vec<_>>().join(" ");
        let part = |asked: &Asked| match asked {
            Asked::Term(term, star) => format!("{}{}", TYPED[*term], if *star { "*" } else { "" }),
            Asked::Phrase(phrase) => format!("\"{}\"", join(phrase)),
            Asked::NotTerm(term) => format!("-{}", TYPED[*term]),
            Asked::NotPhrase(phrase) => format!("-\"{}\"", join(phrase)),
        };
        self.asked.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    fn wants(&self) -> bool {
        let wants = |asked: &Asked| matches!(asked, Asked::Term(..) | Asked::Phrase(_));
        self.asked.iter().any(wants)
    }

    fn zones(&self) -> Vec<ZoneKind> {
        if self.zones.is_empty() {
            return vec![ZoneKind::Title, ZoneKind::Body];
        }
        self.zones.clone()
    }

    fn request(&self) -> Request {
        let slug = |at: &usize| PEOPLE.get(*at).unwrap_or(&"nobody").to_string();
        let day = |year: u16, month, day| CivilDate { year, month, day };
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
            from: self.from.map(|year| day(year, 7, 1)),
            to: self.to.map(|year| day(year, 6, 30)),
            limit: 100,
            ..Request::default()
        }
    }
}

/// Sentences as lists of syllables, for all texts of an article that are looked into.
fn sentences(article: &Article, zones: &[ZoneKind]) -> Vec<Vec<Syllable>> {
    let title = article.title.as_ref().map(|text| (ZoneKind::Title, text));
    let texts = article
        .zones
        .iter()
        .map(|(kind, text)| (*kind, text))
        .chain(title);
    texts
        .filter(|(kind, _)| zones.contains(kind))
        .flat_map(|(_, text)| {
            let sentences = viet::sentences(text);
            let within = |span: Span| {
                let tokens = viet::tokens(text).filter(|token| span.contains(token.span));
                tokens.map(|token| token.syllable).collect::<Vec<_>>()
            };
            sentences.into_iter().map(within).collect::<Vec<_>>()
        })
        .collect()
}

/// Whether the syllables stand one after the other, the last perhaps going on.
fn stands(sentences: &[Vec<Syllable>], phrase: &[usize], goes_on: bool) -> bool {
    let typed: Vec<Syllable> = phrase.iter().map(|t| Syllable::new(TYPED[*t])).collect();
    let last = typed.len() - 1;
    let fits = |(at, (typed, written)): (usize, (&Syllable, &Syllable))| {
        if at == last && goes_on {
            typed.matches_prefix(written).is_some()
        } else {
            typed.matches(written).is_some()
        }
    };
    let window = |window: &[Syllable]| typed.iter().zip(window).enumerate().all(fits);
    sentences
        .iter()
        .any(|sentence| sentence.windows(typed.len()).any(window))
}

fn answers(article: &Article, question: &Question, look: &Look) -> bool {
    let sentences = sentences(article, look.zones);
    let last = question.asked.len();
    question.asked.iter().enumerate().all(|(at, asked)| {
        let open = question.open && at + 1 == last;
        match asked {
            Asked::Term(term, star) => stands(&sentences, &[*term], *star || open),
            Asked::Phrase(phrase) => stands(&sentences, phrase, false),
            Asked::NotTerm(term) => !stands(&sentences, &[*term], false),
            Asked::NotPhrase(phrase) => !stands(&sentences, phrase, false),
        }
    })
}

/// People that somebody in the corpus is: the only values that count as chosen.
fn known(articles: &[Article], chosen: &[usize]) -> Vec<usize> {
    let known = |value: &&usize| articles.iter().any(|a| a.people.contains(value));
    chosen.iter().filter(known).copied().collect()
}

fn in_view(articles: &[Article], article: &Article, question: &Question, look: &Look) -> bool {
    let (include, exclude, all) = &question.people;
    let (include, exclude) = (known(articles, include), known(articles, exclude));
    let has = |value: &usize| article.people.contains(value);
    let person = match (include.is_empty(), all) {
        (true, _) => true,
        (_, true) => include.iter().all(has),
        _ => include.iter().any(has) || look.open_facet == Some(Facet::Person),
    };
    let years = |a: &Article| a.years.map(|(from, to)| from..=to);
    let there = |year: &&u16| {
        articles
            .iter()
            .any(|a| years(a).is_some_and(|y| y.contains(year)))
    };
    let chosen: Vec<&u16> = question.years.0.iter().filter(there).collect();
    let undated = question.years.1 && articles.iter().any(|a| a.years.is_none());
    let year = (chosen.is_empty() && !undated)
        || look.open_facet == Some(Facet::Year)
        || match years(article) {
            None => undated,
            Some(years) => chosen.iter().any(|year| years.contains(year)),
        };
    let outlets: Vec<&usize> = question
        .outlets
        .iter()
        .filter(|o| articles.iter().any(|a| a.outlet == **o))
        .collect();
    let outlet =
        outlets.is_empty() || look.open_facet == Some(Facet::Source) || outlets.contains(&&article.outlet);
    let limited = question.from.is_some() || question.to.is_some();
    let dated = match article.years {
        None => !limited,
        // From 1 July on and to 30 June, and years are whole.
        Some((first, last)) => {
            question.from.is_none_or(|from| last >= from) && question.to.is_none_or(|to| first <= to)
        }
    };
    person && !exclude.iter().any(has) && year && outlet && dated && answers(article, question, look)
}

fn index(articles: &[Article]) -> Vec<u8> {
    let ids: Vec<String> = (0..articles.len()).map(|at| format!("{at:02}")).collect();
    let mut texts = Vec::new();
    for article in articles {
        let mut text = String::new();
        let mut zones = Vec::new();
        for (kind, words) in &article.zones {
            let start = text.len();
            text.push_str(words);
            let span = Span::new(start, text.len());
            zones.push(Zone { span, kind: *kind });
        }
        texts.push((text, zones));
    }
    let documents: Vec<Document> = (0..articles.len())
        .map(|at| {
            let article = &articles[at];
            let people = article
                .people
                .iter()
                .map(|p| (Facet::Person, PEOPLE[*p].to_owned()));
            let outlet = (Facet::Source, OUTLETS[article.outlet].to_owned());
            let day = |year, month, day| CivilDate { year, month, day };
            Document {
                id: &ids[at],
                text: &texts[at].0,
                zones: &texts[at].1,
                title: article.title.as_deref(),
                date: article.years.map(|(from, to)| (day(from, 1, 1), day(to, 12, 31))),
                payload: &[],
                facets: people.chain([outlet]).collect(),
            }
        })
        .collect();
    write(&documents)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn every_count_equals_a_scan(articles in proptest::collection::vec(article(), 0..7), question in question()) {
        let bytes = index(&articles);
        let packed = Packed::open(&bytes).unwrap();
        let answer = search(&[packed.segment()], &question.request()).answer().unwrap();
        let zones = question.zones();
        let count = |look: &Look, has: &dyn Fn(&Article) -> bool| {
            articles.iter().filter(|a| has(a) && in_view(&articles, a, &question, look)).count() as u32
        };
        let view = Look { open_facet: None, zones: &zones };
        let expected: Vec<u32> = (0..articles.len() as u32)
            .filter(|at| in_view(&articles, &articles[*at as usize], &question, &view))
            .collect();
        let mut found: Vec<u32> = answer.hits.iter().map(|hit| hit.document).collect();
        found.sort_unstable();
        prop_assert_eq!(answer.total as usize, expected.len());
        prop_assert_eq!(found, expected, "{}", question.text());
        for hit in &answer.hits {
            let marked = hit.passages.iter().all(|passage| !passage.marks.is_empty());
            prop_assert!(marked && hit.passages.is_empty() != question.wants());
        }
        for (facet, values) in &answer.facets {
            for (slug, here, total) in values {
                let has = |a: &Article| match facet {
                    Facet::Person => a.people.iter().any(|p| PEOPLE[*p] == slug),
                    Facet::Source => OUTLETS[a.outlet] == slug,
                    Facet::Year => match a.years {
                        None => slug == UNDATED,
                        Some((from, to)) => (from..=to).any(|year| year.to_string() == *slug),
                    },
                    _ => {
                        let kind = ZoneKind::from_name(slug).unwrap();
                        sentences(a, &[kind]).iter().any(|sentence| !sentence.is_empty())
                    }
                };
                let open_facet = Some(*facet).filter(|f| *f != Facet::Person || !question.people.2);
                let expected = match facet {
                    Facet::Zone => {
                        let zones = [ZoneKind::from_name(slug).unwrap()];
                        count(&Look { open_facet: None, zones: &zones }, &has)
                    }
                    _ => count(&Look { open_facet, zones: &zones }, &has),
                };
                prop_assert_eq!(*here, expected, "{:?} {} of {}", facet, slug, question.text());
                prop_assert_eq!(*total as usize, articles.iter().filter(|a| has(a)).count());
            }
        }
        for offer in &answer.offers {
            prop_assert!(answer.total == 0 && offer.total > 0);
        }
    }
}
