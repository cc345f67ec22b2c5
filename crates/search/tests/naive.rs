//! Totals, hits, facet counts and histograms equal those of a scan that knows nothing of indexes.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

mod support;

use corpus::{CivilDate, ZoneKind};
use proptest::prelude::*;
use search::{
    Answer, Bar, DiagnosticCode, Facet, Histogram, Packed, Request, ResultSet, Stretch, UNDATED, Unit,
    article as read, parse, search,
};
use std::collections::{BTreeMap, BTreeSet};
use support::{
    Article, Asked, Days, LANGUAGES, Look, OUTLETS, PEOPLE, Question, article, articles, index, question,
};

/// Days from the first of an article that are spread over bars: more of them are no picture.
const MOST_BARS: i32 = 400;

/// The histogram, day by day.
fn histogram(request: &Request, days: &[Option<Days>]) -> Histogram {
    let month = |date: CivilDate| (date.year, date.month);
    let unit = match (request.from, request.to) {
        (Some(from), Some(to)) if month(from) == month(to) => Unit::Day,
        (Some(from), Some(to)) if from.year == to.year => Unit::Month,
        _ => Unit::Year,
    };
    let start = |day: CivilDate| CivilDate {
        year: day.year,
        month: if unit == Unit::Year { 1 } else { day.month },
        day: if unit == Unit::Day { day.day } else { 1 },
    };
    let end = |day: CivilDate| match unit {
        Unit::Year => CivilDate::year(day.year).unwrap().1,
        Unit::Month => CivilDate::month(day.year, day.month).unwrap().1,
        Unit::Day => day,
    };
    let calendar = (2014..2023)
        .flat_map(|year| (1..=12).map(move |month| (year, month)))
        .flat_map(|(year, month)| (1..=31).filter_map(move |day| CivilDate::new(year, month, day)));
    let starts: Vec<CivilDate> = calendar.filter(|day| *day == start(*day)).collect();
    let mut counts: BTreeMap<CivilDate, (u32, u32)> = BTreeMap::new();
    for (first, last) in days.iter().flatten() {
        let in_view = |bar: &&CivilDate| {
            let (from, to) = (**bar, end(**bar));
            let spread = unit != Unit::Day || from.ordinal() - first.ordinal() < MOST_BARS;
            let limited =
                request.from.is_some_and(|limit| to < limit) || request.to.is_some_and(|limit| limit < from);
            from <= *last && *first <= to && spread && !limited
        };
        for bar in starts.iter().filter(in_view) {
            let row = counts.entry(*bar).or_default();
            row.0 += 1;
            row.1 += u32::from(start(*first) != start(*last));
        }
    }
    let bar = |(from, (count, partial))| Bar { from, count, partial };
    let mut long: BTreeMap<Days, u32> = BTreeMap::new();
    for (first, last) in days.iter().flatten() {
        if start(*first) != start(*last) {
            *long.entry((*first, *last)).or_default() += 1;
        }
    }
    let stretch = |((from, to), count)| Stretch { from, to, count };
    Histogram {
        unit,
        bars: counts.into_iter().map(bar).collect(),
        stretches: long.into_iter().map(stretch).collect(),
        undated: days.iter().filter(|days| days.is_none()).count() as u32,
    }
}

fn check(articles: &[Article], question: &Question) -> Result<(), TestCaseError> {
    let bytes = index(articles, 0, 0).packed();
    let packed = Packed::open(&bytes).unwrap();
    let request = question.request();
    let (query, diagnostics) = parse(&request.query);
    let harmless = |code| code == DiagnosticCode::NothingToExcludeFrom;
    let understood = diagnostics.iter().all(|diagnostic| harmless(diagnostic.code));
    prop_assert!(understood, "{:?} of {}", diagnostics, request.query);
    let answer = search(&[packed.segment()], &request).answer().unwrap();
    let zones = question.zones();
    let view = Look {
        open_facet: None,
        zones: &zones,
    };
    let finds = |at: &u32| question.finds(articles, &articles[*at as usize], &view);
    let expected: Vec<u32> = (0..articles.len() as u32).filter(finds).collect();
    let mut found: Vec<u32> = answer.hits.iter().map(|hit| hit.document).collect();
    found.sort_unstable();
    prop_assert_eq!(&found, &expected, "{} as {:?}", request.query, query);
    prop_assert_eq!(answer.total as usize, expected.len());
    let days: Vec<Option<Days>> = expected.iter().map(|at| articles[*at as usize].days).collect();
    prop_assert_eq!(&answer.histogram, &histogram(&request, &days));
    let set = ResultSet::new(&[packed.segment()], &request).answer().unwrap();
    prop_assert_eq!(&answer.histogram, &set.histogram().answer().unwrap());
    for hit in &answer.hits {
        let marked = hit.passages.iter().all(|passage| !passage.marks.is_empty());
        let wanted = question.marks(&articles[hit.document as usize]);
        prop_assert!(marked && hit.passages.is_empty() != wanted, "{}", request.query);
        let again = read(&[packed.segment()], hit.document, &request).unwrap();
        let again = again.answer().unwrap();
        prop_assert_eq!(&again.marks, &hit.marks, "{}", request.query);
        prop_assert_eq!(&again.title_marks, &hit.title_marks, "{}", request.query);
    }
    facets(articles, question, &answer)?;
    for offer in &answer.offers {
        prop_assert!(answer.total == 0 && offer.total > 0);
    }
    Ok(())
}

fn facets(articles: &[Article], question: &Question, answer: &Answer) -> Result<(), TestCaseError> {
    let zones = question.zones();
    let count = |open_facet, zones: &[ZoneKind], has: &dyn Fn(&Article) -> bool| {
        let look = Look { open_facet, zones };
        let found = |a: &&Article| has(a) && question.finds(articles, a, &look);
        articles.iter().filter(found).count() as u32
    };
    for (facet, values) in &answer.facets {
        let mut seen = 0;
        for (slug, here, total) in values {
            let has = |a: &Article| match facet {
                Facet::Person => a.people.iter().any(|p| PEOPLE[*p] == slug),
                Facet::Source => OUTLETS[a.outlet] == slug,
                Facet::Lang => LANGUAGES[a.language] == slug,
                Facet::Year if slug == UNDATED => a.days.is_none(),
                Facet::Year => a.years().iter().any(|year| year.to_string() == *slug),
                _ => a.has_text(&[ZoneKind::from_name(slug).unwrap()]),
            };
            let open_facet = Some(*facet).filter(|f| *f != Facet::Person || !question.people.2);
            let expected = match facet {
                Facet::Zone => count(None, &[ZoneKind::from_name(slug).unwrap()], &has),
                _ => count(open_facet, &zones, &has),
            };
            prop_assert_eq!(*here, expected, "{:?} {} of {}", facet, slug, question.text());
            prop_assert_eq!(*total as usize, articles.iter().filter(|a| has(a)).count());
            seen += total;
        }
        let kinds = |a: &Article| {
            ZoneKind::ALL
                .into_iter()
                .filter(|kind| a.has_text(&[*kind]))
                .count()
        };
        let all: usize = match facet {
            Facet::Person => articles.iter().map(|a| a.people.len()).sum(),
            Facet::Source | Facet::Lang => articles.len(),
            Facet::Year => articles.iter().map(|a| a.years().len().max(1)).sum(),
            Facet::Zone => articles.iter().map(kinds).sum(),
            _ => 0,
        };
        prop_assert_eq!(seen as usize, all, "all values of {:?}", facet);
    }
    Ok(())
}

#[test]
fn what_was_found_once_stays_found() {
    let article = |zones: &[(ZoneKind, &str)]| Article {
        zones: zones
            .iter()
            .map(|(kind, text)| (*kind, (*text).to_owned()))
            .collect(),
        title: None,
        days: None,
        people: BTreeSet::new(),
        outlet: 0,
        language: 0,
    };
    let plain = Question {
        asked: Vec::new(),
        open: false,
        zones: Vec::new(),
        people: (Vec::new(), Vec::new(), false),
        years: (Vec::new(), false),
        outlets: Vec::new(),
        from: None,
        to: None,
    };
    let asks = |asked: Vec<Asked>| Question {
        asked,
        ..plain.clone()
    };
    // An article without text.
    check(&[article(&[])], &plain).unwrap();
    // Exclusions are of each kind of zones by itself: -"ân" -nga.
    let not = |asked| Asked::Not(Box::new(asked));
    let question = asks(vec![not(Asked::Phrase(vec![3])), not(Asked::Term(6, false))]);
    let zones = [(ZoneKind::Title, "Nga "), (ZoneKind::Caption, "ân ")];
    check(&[article(&zones)], &question).unwrap();
    // What stands near each other in two sentences is marked in both: "doi an"~1.
    let question = asks(vec![Asked::Near(vec![7, 4], 1)]);
    check(&[article(&[(ZoneKind::Body, "đối hòa. An ")])], &question).unwrap();
    // Each of two syllables has a token of its own, though the first fits both: "hoa hòa"~1.
    let question = asks(vec![Asked::Near(vec![0, 1], 1)]);
    check(&[article(&[(ZoneKind::Body, "hóa hòa ")])], &question).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]
    #[test]
    fn every_count_equals_a_scan(articles in articles(7), question in question()) {
        check(&articles, &question)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    /// In a corpus with lists of beginnings, with pairs that are too rare for a list, and too large to be read whole.
    #[test]
    fn every_count_of_a_large_corpus_equals_a_scan(
        articles in proptest::collection::vec(article(), 250..400),
        questions in proptest::collection::vec(question(), 1..8),
    ) {
        for question in questions {
            check(&articles, &question)?;
        }
    }
}
