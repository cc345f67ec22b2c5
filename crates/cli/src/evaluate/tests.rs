//! The rules of scoring, each with an article of its own that comes out otherwise without it; and laws.

use super::document::{Document, Mention, Prediction};
use super::links::Links;
use super::reading::Reading;
use super::report::Figures;
use super::score::{Counts, Share};
use super::{matching, mistakes};
use entities::MentionKind;
use proptest::prelude::*;

/// The article most rules are tried on.
const TEXT: &str = "Ngày 2/4, Ủy ban Hợp tác Việt - Nga (UHN) họp tại Hà Nội. Năm 2030 đạt 10 tỷ USD.";

impl Document {
    fn of(text: &str) -> Self {
        Self {
            id: "a".into(),
            text: text.chars().collect(),
            ..Self::default()
        }
    }

    /// The first place where a text stands.
    #[track_caller]
    fn place(&self, kind: &str, surface: &str) -> Reading {
        let text: String = self.text.iter().collect();
        let start = text[..text.find(surface).unwrap()].chars().count();
        Reading::new(start, start + surface.chars().count(), kind, self.text.len()).unwrap()
    }

    /// Labels a mention.
    fn gold(mut self, kind: &str, surface: &str) -> Self {
        self.gold.push(Mention {
            resolved: None,
            reading: self.place(kind, surface),
            alternatives: Vec::new(),
            optional: false,
            canonical: None,
            values: Vec::new(),
        });
        self
    }

    fn last(&mut self) -> &mut Mention {
        self.gold.last_mut().unwrap()
    }

    /// Says of the last label that another reading is as right.
    fn or(mut self, kind: &str, surface: &str) -> Self {
        let reading = self.place(kind, surface);
        self.last().alternatives.push(reading);
        self
    }

    fn optional(mut self) -> Self {
        self.last().optional = true;
        self
    }

    fn worth(mut self, values: &[&str]) -> Self {
        self.last().values = values.iter().map(ToString::to_string).collect();
        self
    }

    fn named(mut self, canonical: &str) -> Self {
        self.last().canonical = Some(canonical.into());
        self
    }

    /// Finds a mention.
    fn found(mut self, kind: &str, surface: &str) -> Self {
        self.predictions.push(Prediction {
            resolved: None,
            reading: self.place(kind, surface),
            entity: None,
            value: None,
            rule: "test/rule".into(),
        });
        self
    }

    fn found_worth(self, kind: &str, surface: &str, value: &str) -> Self {
        let mut document = self.found(kind, surface);
        document.predictions.last_mut().unwrap().value = Some(value.into());
        document
    }

    fn linked(mut self, entity: &str) -> Self {
        self.predictions.last_mut().unwrap().entity = Some(entity.into());
        self
    }

    fn figures(&self) -> Figures<'_> {
        let mut figures = Figures::default();
        figures.add(self, &matching::exact(self));
        figures
    }

    /// Compares matched, spurious and missed, exact and by overlap, over all types.
    #[track_caller]
    fn check(&self, exact: [u64; 3], overlap: [u64; 3]) {
        let figures = self.figures();
        let shown = |counts: Counts| [counts.matched, counts.spurious, counts.missed];
        let found = [shown(figures.exact.all()), shown(figures.overlap.all())];
        assert_eq!(found, [exact, overlap]);
    }
}

#[test]
fn an_equal_span_of_an_equal_type_is_a_match() {
    let document = Document::of(TEXT).gold("PLACE", "Hà Nội");
    document.check([0, 0, 1], [0, 0, 1]);
    document.found("PLACE", "Hà Nội").check([1, 0, 0], [1, 0, 0]);
    let other = Document::of(TEXT).gold("PLACE", "Hà Nội").found("ORG", "Hà Nội");
    other.check([0, 1, 1], [0, 1, 1]);
}

#[test]
fn a_shared_character_is_an_overlap() {
    let document = Document::of(TEXT)
        .gold("PLACE", "Hà Nội")
        .found("PLACE", "tại Hà");
    document.check([0, 1, 1], [1, 0, 0]);
    Document::of(TEXT)
        .gold("PLACE", "Hà Nội")
        .found("PLACE", "tại")
        .check([0, 1, 1], [0, 1, 1]);
}

#[test]
fn matches_are_one_to_one() {
    let halves = Document::of(TEXT)
        .gold("PLACE", "Hà Nội")
        .found("PLACE", "Hà")
        .found("PLACE", "Nội");
    halves.check([0, 2, 1], [1, 1, 0]);
    let whole = Document::of(TEXT)
        .gold("PLACE", "Việt")
        .gold("PLACE", "Nga")
        .found("PLACE", "Việt - Nga");
    whole.check([0, 1, 2], [1, 0, 1]);
    let twice = Document::of(TEXT).gold("PLACE", "Hà").gold("PLACE", "Nội");
    twice
        .found("PLACE", "Hà Nội")
        .found("PLACE", "Nội")
        .check([1, 1, 1], [2, 0, 0]);
}

#[test]
fn an_optional_label_is_neither_rewarded_nor_penalised() {
    let document = Document::of(TEXT).gold("PLACE", "Hà Nội").optional();
    document.check([0, 0, 0], [0, 0, 0]);
    document.found("PLACE", "Hà Nội").check([0, 0, 0], [0, 0, 0]);
    let document = Document::of(TEXT).gold("PLACE", "Hà Nội").optional();
    document
        .found("PLACE", "Hà")
        .found("PLACE", "Nội")
        .check([0, 2, 0], [0, 0, 0]);
}

#[test]
fn labels_that_count_are_matched_first() {
    let document = Document::of(TEXT).gold("ORG", "UHN").optional();
    let document = document.gold("ORG", "Ủy ban Hợp tác Việt - Nga").or("ORG", "UHN");
    document.found("ORG", "UHN").check([1, 0, 0], [1, 0, 0]);
}

#[test]
fn another_right_reading_is_the_match_and_further_ones_are_ignored() {
    let document = || {
        Document::of(TEXT)
            .gold("ORG", "Ủy ban Hợp tác Việt - Nga")
            .or("ORG", "UHN")
            .or("EVENT", "họp")
    };
    document().found("ORG", "UHN").check([1, 0, 0], [1, 0, 0]);
    document()
        .found("EVENT", "họp")
        .found("ORG", "UHN")
        .check([1, 0, 0], [1, 0, 0]);
    document().found("PERSON", "UHN").check([0, 1, 1], [0, 1, 1]);
}

#[test]
fn equal_spans_are_matched_before_others() {
    let document = Document::of(TEXT)
        .gold("ORG", "Ủy ban")
        .gold("EVENT", "họp")
        .or("ORG", "Ủy ban Hợp tác")
        .found("ORG", "Ủy ban Hợp tác");
    let overlap = document.figures().overlap;
    assert_eq!(
        (
            overlap.of(MentionKind::Event).matched,
            overlap.of(MentionKind::Org).missed
        ),
        (1, 1)
    );
}

#[test]
fn a_label_prefers_its_own_span_to_another_reading() {
    let document = Document::of(TEXT)
        .gold("DATE", "Năm 2030")
        .worth(&["2030"])
        .or("DATE", "2/4");
    let document = document
        .found_worth("DATE", "2/4", "--04-02")
        .found_worth("DATE", "2030", "2030");
    assert_eq!(document.figures().values.dates.right, 1);
}

#[test]
fn a_match_counts_for_the_type_of_the_label() {
    let document = Document::of(TEXT)
        .gold("ORG", "UHN")
        .or("EVENT", "UHN")
        .found("EVENT", "UHN");
    let figures = document.figures();
    assert_eq!(figures.exact.of(MentionKind::Org).matched, 1);
    assert_eq!(figures.exact.of(MentionKind::Event), Counts::default());
}

#[test]
fn what_lies_within_a_label_of_another_type_is_ignored() {
    let document = || Document::of(TEXT).gold("ORG", "Ủy ban Hợp tác Việt - Nga");
    document().found("PLACE", "Nga").check([0, 0, 1], [0, 0, 1]);
    document().found("ORG", "Nga").check([0, 1, 1], [1, 0, 0]);
    document()
        .found("PLACE", "Ủy ban Hợp tác Việt - Nga")
        .check([0, 1, 1], [0, 1, 1]);
    document().found("PLACE", "Nga (UHN)").check([0, 1, 1], [0, 1, 1]);
}

#[test]
fn what_lies_beyond_the_labels_is_ignored() {
    let mut document = Document::of(TEXT)
        .found("DATE", "Ngày 2/4")
        .found("PLACE", "Hà Nội");
    let until = document.place("PLACE", "Hà Nội").end;
    document.cut(until);
    document.check([0, 2, 0], [0, 2, 0]);
    document.cut(until - 1);
    document.check([0, 1, 0], [0, 1, 0]);
}

#[test]
fn the_first_word_of_a_date_may_be_left_out() {
    let document = Document::of(TEXT).gold("DATE", "Ngày 2/4").gold("DATE", "2030");
    document
        .found("DATE", "2/4")
        .found("DATE", "Năm 2030")
        .check([2, 0, 0], [2, 0, 0]);
    let document = Document::of(TEXT).gold("QUANTITY", "2030");
    document.found("QUANTITY", "Năm 2030").check([0, 1, 1], [1, 0, 0]);
}

#[test]
fn names_are_persons_institutions_and_places() {
    let document = Document::of(TEXT)
        .gold("ORG", "UHN")
        .gold("PLACE", "Hà Nội")
        .gold("PERSON", "Nga");
    let document = document
        .gold("ROLE", "Ủy")
        .gold("DATE", "2/4")
        .found("EVENT", "họp");
    let names = document.figures().exact.names();
    assert_eq!((names.missed, names.spurious), (3, 0));
}

#[test]
fn a_value_is_right_if_it_is_one_of_the_gold() {
    let document = || {
        Document::of(TEXT)
            .gold("DATE", "Ngày 2/4")
            .worth(&["--04-02", "2025-04-02"])
    };
    let dates = |document: Document| document.figures().values.dates;
    let share = |right, of| Share { right, of };
    assert_eq!(
        dates(document().found_worth("DATE", "2/4", "--04-02")),
        share(1, 1)
    );
    assert_eq!(
        dates(document().found_worth("DATE", "2/4", "2025-04-02")),
        share(1, 1)
    );
    assert_eq!(
        dates(document().found_worth("DATE", "2/4", "--02-04")),
        share(0, 1)
    );
    assert_eq!(dates(document().found("DATE", "2/4")), share(0, 1));
    // Neither what was found elsewhere, nor what has no value, nor what does not count.
    assert_eq!(dates(document().found_worth("DATE", "2", "--04-02")), share(0, 0));
    assert_eq!(
        dates(document().optional().found_worth("DATE", "2/4", "--04-02")),
        share(0, 0)
    );
    assert_eq!(
        dates(document().worth(&[]).found_worth("DATE", "2/4", "--04-02")),
        share(0, 0)
    );
}

#[test]
fn amounts_are_counted_apart_from_dates() {
    let document = Document::of(TEXT)
        .gold("MONEY", "10 tỷ USD")
        .worth(&["USD 10000000000"]);
    let values = document
        .found_worth("MONEY", "10 tỷ USD", "USD 10000000000")
        .figures()
        .values;
    assert_eq!((values.amounts.right, values.dates.of), (1, 0));
}

#[test]
fn an_end_of_an_interval_is_right_where_it_alone_was_read() {
    let text = "Từ 2019 đến 2020.";
    let document = || {
        let document = Document::of(text)
            .gold("DATE", "2019 đến 2020")
            .worth(&["2019/2020"]);
        document.or("DATE", "2019").or("DATE", "2020")
    };
    let right = |document: Document| document.figures().values.dates.right;
    assert_eq!(right(document().found_worth("DATE", "2020", "2020")), 1);
    assert_eq!(right(document().found_worth("DATE", "2020", "2021")), 0);
    assert_eq!(right(document().found_worth("DATE", "2019 đến 2020", "2020")), 0);
}

/// Mentions a to d; e is found elsewhere, f is optional, g has no name in the gold: they do not count.
fn clusters(linked: [Option<&str>; 4]) -> Document {
    let mut document = Document::of("a b c d e f g x");
    for (surface, canonical) in [
        ("a", "1"),
        ("b", "1"),
        ("c", "1"),
        ("d", "2"),
        ("e", "2"),
        ("f", "1"),
    ] {
        document = document.gold("ORG", surface).named(canonical);
    }
    document = document.optional().gold("ORG", "g");
    for (surface, entity) in ["a", "b", "c", "d"].into_iter().zip(linked) {
        document = document.found("ORG", surface);
        document.predictions.last_mut().unwrap().entity = entity.map(Into::into);
    }
    for surface in ["x", "f", "g"] {
        document = document.found("ORG", surface).linked("A");
    }
    document
}

#[track_caller]
fn check_links(linked: [Option<&str>; 4], pairs: [u64; 3], b_cubed: f64) {
    let document = clusters(linked);
    let links = document.figures().links;
    let counts = links.pairwise();
    assert_eq!(links.mentions(), 4);
    assert_eq!(
        [counts.matched, counts.spurious, counts.missed],
        pairs,
        "{linked:?}"
    );
    let found = links.b_cubed().unwrap();
    assert!((found - b_cubed).abs() < 1e-9, "{found}, expected {b_cubed}");
}

#[test]
fn links_are_compared_as_clusters() {
    // What an entity is called does not matter.
    check_links([Some("B"), Some("B"), Some("B"), Some("A")], [3, 0, 0], 1.0);
    // Precision of the mentions 2/3 2/3 1 1/3, recall 2/3 2/3 1/3 1: both 2/3.
    check_links([Some("A"), Some("A"), Some("C"), Some("A")], [1, 2, 2], 2.0 / 3.0);
    // All in one cluster: precision 3/4 3/4 3/4 1/4, recall 1.
    check_links([Some("A"); 4], [3, 3, 0], 10.0 / 13.0);
}

#[test]
fn a_mention_without_an_entity_is_a_cluster_of_its_own() {
    // Precision 1, recall 1/3 1/3 1/3 1.
    check_links([None; 4], [0, 0, 3], 2.0 / 3.0);
}

#[test]
fn clusters_reach_over_articles() {
    let [a, b] = ["x", "y"].map(|entity| {
        let document = Document::of("Nga").gold("PLACE", "Nga").named("russia");
        document.found("PLACE", "Nga").linked(entity)
    });
    let mut links = Links::default();
    links.add(&a, &matching::exact(&a));
    links.add(&b, &matching::exact(&b));
    assert_eq!(links.pairwise().missed, 1);
}

#[test]
fn mistakes_are_told_by_kind() {
    let document = Document::of(TEXT)
        .gold("DATE", "Ngày 2/4")
        .worth(&["--04-02"])
        .gold("ORG", "Ủy ban Hợp tác Việt - Nga")
        .gold("PLACE", "Hà Nội")
        .gold("DATE", "Năm 2030")
        .found_worth("DATE", "Ngày 2/4", "--02-04")
        .found("ORG", "Ủy ban")
        .found("EVENT", "họp")
        .found("ORG", "Hà Nội");
    let mistakes = mistakes::of(&document, &matching::exact(&document));
    let lines: Vec<String> = mistakes
        .iter()
        .map(|mistake| mistake.to_string().replace('\t', " | "))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    a:0 | wrong value | DATE | Ngày 2/4 = --04-02 | Ngày 2/4 = --02-04 | test/rule | [Ngày 2/4], Ủy ban Hợp tác Việt - Nga (UHN) họp tạ
    a:10 | wrong span | ORG | Ủy ban Hợp tác Việt - Nga | Ủy ban | test/rule | Ngày 2/4, [Ủy ban Hợp tác Việt - Nga] (UHN) họp tại Hà Nội. Năm 2030 đạt 10 t
    a:42 | spurious | EVENT | – | họp | test/rule | ày 2/4, Ủy ban Hợp tác Việt - Nga (UHN) [họp] tại Hà Nội. Năm 2030 đạt 10 tỷ USD.
    a:50 | wrong type | PLACE | Hà Nội PLACE | Hà Nội ORG | test/rule | Ủy ban Hợp tác Việt - Nga (UHN) họp tại [Hà Nội]. Năm 2030 đạt 10 tỷ USD.
    a:58 | missed | DATE | Năm 2030 | – | – | ợp tác Việt - Nga (UHN) họp tại Hà Nội. [Năm 2030] đạt 10 tỷ USD.
    ");
}

#[test]
fn figures_are_a_table() {
    let document = Document::of(TEXT)
        .gold("PLACE", "Hà Nội")
        .named("hanoi")
        .gold("ORG", "UHN");
    let document = document
        .found("PLACE", "Hà Nội")
        .linked("h")
        .found("ORG", "Ủy ban");
    insta::assert_snapshot!(document.figures().text(), @r"
                        exact                   overlap
    type                 P      R      F1       P      R      F1    gold  found
    PERSON                 –      –      –        –      –      –       0      0
    ROLE                   –      –      –        –      –      –       0      0
    ORG               0.0000 0.0000 0.0000   0.0000 0.0000 0.0000       1      1
    PLACE             1.0000 1.0000 1.0000   1.0000 1.0000 1.0000       1      1
    EVENT                  –      –      –        –      –      –       0      0
    AGREEMENT              –      –      –        –      –      –       0      0
    DATE                   –      –      –        –      –      –       0      0
    MONEY                  –      –      –        –      –      –       0      0
    PERCENT                –      –      –        –      –      –       0      0
    QUANTITY               –      –      –        –      –      –       0      0
    PERSON+ORG+PLACE  0.5000 0.5000 0.5000   0.5000 0.5000 0.5000       2      2
    all               0.5000 0.5000 0.5000   0.5000 0.5000 0.5000       2      2

    values of dates         – (0 of 0)
    values of amounts       – (0 of 0)
    years of dates          – (0 of 0), of 0 that a reader infers
    links              pairwise P      – R      – F1      –, B³ F1 1.0000 (1 mentions)
    articles           0
    ");
}

/// Readings of a text of twelve characters, in order and apart from each other.
fn readings() -> impl Strategy<Value = Vec<Reading>> {
    proptest::collection::vec((0..3usize, 1..4usize, 0..3usize), 0..6).prop_map(|parts| {
        let mut at = 0;
        let placed = parts.into_iter().map(|(gap, length, kind)| {
            let start = at + gap;
            at = start + length;
            Reading {
                start,
                end: at,
                kind: MentionKind::ALL[kind * 3],
            }
        });
        placed.filter(|reading| reading.end <= 12).collect()
    })
}

fn labels() -> impl Strategy<Value = Vec<Mention>> {
    let more = (
        proptest::collection::vec(readings(), 6),
        proptest::collection::vec(0..9u8, 6),
    );
    (readings(), more).prop_map(|(readings, (alternatives, about))| {
        let labelled = readings.into_iter().zip(alternatives).zip(about);
        let labelled = labelled.map(|((reading, alternatives), about)| Mention {
            resolved: None,
            reading,
            alternatives,
            optional: about % 3 == 0,
            canonical: (about < 6).then(|| about.to_string()),
            values: vec![about.to_string()],
        });
        labelled.collect()
    })
}

fn text() -> impl Strategy<Value = Vec<char>> {
    proptest::collection::vec(proptest::sample::select(vec!['n', 'ă', 'm', ' ', '2']), 12)
}

proptest! {
    #[test]
    fn gold_against_itself_is_perfect(text in text(), gold in labels()) {
        let found = |mention: &Mention| Prediction {
            resolved: None,
            reading: mention.reading,
            entity: mention.canonical.clone(),
            value: mention.values.first().cloned(),
            rule: String::new(),
        };
        let predictions = gold.iter().map(found).collect();
        let document = Document { id: "a".into(), text, gold, predictions };
        let figures = document.figures();
        let required = document.gold.iter().filter(|mention| !mention.optional).count() as u64;
        for counts in [figures.exact.all(), figures.overlap.all()] {
            prop_assert_eq!(counts, Counts { matched: required, ..Counts::default() });
        }
        let links = figures.links.pairwise();
        prop_assert_eq!((links.spurious, links.missed), (0, 0));
        prop_assert!(figures.links.b_cubed().is_none_or(|f1| (f1 - 1.0).abs() < 1e-9));
        prop_assert_eq!(figures.values.dates.right, figures.values.dates.of);
        prop_assert!(mistakes::of(&document, &matching::exact(&document)).is_empty());
    }

    #[test]
    fn any_prediction_is_scored_between_nothing_and_all(
        text in text(),
        gold in labels(),
        found in proptest::collection::vec((readings(), proptest::option::of("[01]")), 0..3),
    ) {
        let predictions = found.into_iter().flat_map(|(readings, entity)| {
            readings.into_iter().map(move |reading| Prediction {
                resolved: None,
                reading,
                entity: entity.clone(),
                value: entity.clone(),
                rule: String::new(),
            })
        });
        let document = Document { id: "a".into(), text, gold, predictions: predictions.collect() };
        let figures = document.figures();
        let required = document.gold.iter().filter(|mention| !mention.optional).count() as u64;
        let (exact, overlap) = (figures.exact.all(), figures.overlap.all());
        for counts in [exact, overlap] {
            prop_assert_eq!(counts.matched + counts.missed, required);
            prop_assert!(counts.matched + counts.spurious <= document.predictions.len() as u64);
        }
        prop_assert!(exact.matched <= overlap.matched);
        let mut shares = vec![figures.links.b_cubed(), figures.values.dates.accuracy(), figures.values.amounts.accuracy()];
        for counts in [exact, overlap, figures.exact.names(), figures.links.pairwise()] {
            shares.extend([counts.precision(), counts.recall(), counts.f1()]);
        }
        for share in shares.into_iter().flatten() {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&share), "{}", share);
        }
        let _ = (figures.text(), mistakes::of(&document, &matching::exact(&document)));
    }
}
