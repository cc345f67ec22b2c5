//! The rules of each ledger, each with rows that come out otherwise without it; and laws.

use super::{Ledger, LedgerFigures, Names, Row, score};
use crate::evaluate::document::{Document, Mention, Prediction};
use crate::evaluate::matching;
use crate::evaluate::reading::Reading;
use entities::MentionKind;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Statements stand at 0 to 10 and 12 to 22, Nga at 23, Bộ Ngoại giao at 27.
const TEXT: &str = "aaaaaaaaaa; bbbbbbbbbb Nga Bộ Ngoại giao.";

fn document() -> Document {
    let mention = |start, end, kind| Mention {
        resolved: None,
        reading: Reading { start, end, kind },
        alternatives: Vec::new(),
        optional: false,
        canonical: Some("place:russia".into()),
        values: Vec::new(),
    };
    Document {
        id: "a".into(),
        text: TEXT.chars().collect(),
        gold: vec![
            mention(23, 26, MentionKind::Place),
            mention(27, 40, MentionKind::Org),
        ],
        predictions: Vec::new(),
    }
}

/// Rows of a ledger, all with the same evidence unless they say otherwise.
fn rows(ledger: &str, rows: &[Value]) -> Vec<Row> {
    let rows = rows.iter().map(|row| {
        let mut whole = json!({"doc": "a", "ledger": ledger, "evidence": {"start": 0, "end": 10}});
        let fields = row.as_object().unwrap().clone();
        whole.as_object_mut().unwrap().extend(fields);
        serde_json::from_value(whole).unwrap()
    });
    rows.collect()
}

fn scored(gold: &[Row], found: &[Row]) -> LedgerFigures {
    let mut figures = LedgerFigures::default();
    score(
        &document(),
        &Names::default(),
        usize::MAX,
        (gold, found),
        &mut figures,
    );
    figures
}

/// Compares matched, spurious and missed of a ledger.
#[track_caller]
fn check(ledger: Ledger, gold: &[Value], found: &[Value], expected: [u64; 3]) -> LedgerFigures {
    let figures = scored(&rows(ledger.name(), gold), &rows(ledger.name(), found));
    let counts = figures.rows(ledger);
    assert_eq!(
        [counts.matched, counts.spurious, counts.missed],
        expected,
        "{found:?}"
    );
    figures
}

/// Compares what is right about the only match.
#[track_caller]
fn check_facts(ledger: Ledger, gold: &Value, found: &Value, expected: &[(&str, bool)]) {
    let figures = check(
        ledger,
        std::slice::from_ref(gold),
        std::slice::from_ref(found),
        [1, 0, 0],
    );
    let facts: Vec<_> = figures
        .facts(ledger)
        .iter()
        .map(|(fact, share)| (*fact, share.right == 1))
        .collect();
    assert_eq!(facts, expected);
}

#[test]
fn optional_rows_leave_both_counts_and_come_last() {
    let optional = json!({"person": "person:x", "office": "Thủ tướng", "optional": true});
    let required = json!({"person": "person:x", "office": "Thủ tướng"});
    check(Ledger::Office, std::slice::from_ref(&optional), &[], [0, 0, 0]);
    check(
        Ledger::Office,
        std::slice::from_ref(&optional),
        std::slice::from_ref(&required),
        [0, 0, 0],
    );
    check(
        Ledger::Office,
        &[optional, required.clone()],
        &[required],
        [1, 0, 0],
    );
}

#[test]
fn rows_match_within_article_and_ledger_as_far_as_it_is_labelled() {
    let row = json!({"person": "person:x", "office": "Thủ tướng"});
    let gold = rows("office", std::slice::from_ref(&row));
    let mut found = gold.clone();
    found[0].doc = "b".into();
    assert_eq!(scored(&gold, &found).rows(Ledger::Office).missed, 1);
    let figures = scored(&gold, &rows("statement", &[row]));
    assert_eq!(
        (
            figures.rows(Ledger::Office).missed,
            figures.rows(Ledger::Statement).spurious
        ),
        (1, 1)
    );
    let mut figures = LedgerFigures::default();
    score(&document(), &Names::default(), 9, (&[], &gold), &mut figures);
    assert_eq!(figures.rows(Ledger::Office).spurious, 0);
}

#[test]
fn an_office_is_a_person_and_a_title_without_countries_and_institutions() {
    let gold =
        [json!({"person": "person:x-y", "office": "Bộ trưởng Bộ Quốc phòng", "office_alt": ["Bộ trưởng"]})];
    let check = |person: &str, office: &str, expected| {
        check(
            Ledger::Office,
            &gold,
            &[json!({"person": person, "office": office})],
            expected,
        );
    };
    check("person:x-y", "bộ trưởng Bộ Quốc phòng", [1, 0, 0]);
    check("X Y", "Bộ trưởng", [1, 0, 0]);
    check("person:z", "Bộ trưởng Bộ Quốc phòng", [0, 1, 1]);
    check("person:x-y", "Bộ trưởng Bộ Quốc phòng Nga", [1, 0, 0]);
    check("person:x-y", "Bộ trưởng Bộ Ngoại giao", [1, 0, 0]); // the institution is left out, not the title
    check("person:x-y", "Thứ trưởng Bộ Ngoại giao", [0, 1, 1]);
    check("person:x-y", "Bộ Ngoại giao", [0, 1, 1]);
    let office = |office: &str| json!({"person": "person:x", "office": office});
    let same = |gold: &str, found: &str, matched| {
        let expected = [matched, 1 - matched, 1 - matched];
        self::check(Ledger::Office, &[office(gold)], &[office(found)], expected);
    };
    same("Đại sứ tại Nga", "Đại sứ", 1);
    same("Chủ tịch nước", "Chủ tịch nước Nga", 1);
    same("Chủ tịch nước", "Chủ tịch", 0);
}

#[test]
fn joined_titles_match_each_part() {
    let gold = ["Phó Thủ tướng", "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"];
    let gold = gold.map(|office| json!({"person": "person:x", "office": office}));
    let joined = |office: &str| json!({"person": "person:x", "office": office});
    check(
        Ledger::Office,
        &gold,
        &[joined("Phó Thủ tướng kiêm Đại sứ")],
        [1, 1, 1],
    );
    check(
        Ledger::Office,
        &gold,
        &[joined("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch")],
        [1, 0, 1],
    );
    check(Ledger::Office, &gold, &[joined("Bộ trưởng, Đại sứ")], [0, 1, 2]);
    let gold = ["Phó Thủ tướng", "Đại sứ"].map(joined);
    check(
        Ledger::Office,
        &gold,
        &[joined("Phó Thủ tướng, Đại sứ")],
        [2, 0, 0],
    );
}

#[test]
fn the_country_of_an_office_may_be_another_right_one() {
    let gold =
        json!({"person": "person:x", "office": "Đại sứ", "country": "place:vietnam", "country_alt": [null]});
    for (country, right) in [
        (json!("place:vietnam"), true),
        (json!(null), true),
        (json!("place:russia"), false),
    ] {
        let found = json!({"person": "person:x", "office": "Đại sứ", "country": country});
        check_facts(Ledger::Office, &gold, &found, &[("country", right)]);
    }
}

#[test]
fn a_meeting_is_those_who_take_part() {
    let gold = [json!({"who": ["person:x"], "whom": ["person:y"], "level": "hội đàm", "date": "2018"})];
    let check = |who: &[&str], whom: &[&str], expected| {
        check(
            Ledger::Meeting,
            &gold,
            &[json!({"who": who, "whom": whom})],
            expected,
        );
    };
    check(&["person:y"], &["person:x"], [1, 0, 0]);
    check(&["person:x", "person:y"], &[], [1, 0, 0]);
    check(&["person:x"], &[], [0, 1, 1]);
    check(&["person:x"], &["person:y", "person:z"], [0, 1, 1]);
}

#[test]
fn a_visit_without_a_host_is_also_its_place_or_date() {
    let gold = [
        json!({"who": ["person:x"], "place": "place:hanoi", "date": "--03-02", "date_resolved": "2018-03-02"}),
    ];
    let check = |gold: &[Value], place: &str, date: Option<&str>, expected| {
        check(
            Ledger::Meeting,
            gold,
            &[json!({"who": ["person:x"], "place": place, "date": date})],
            expected,
        );
    };
    check(&gold, "place:hanoi", None, [1, 0, 0]);
    check(&gold, "place:hue", Some("2018-03-02"), [1, 0, 0]);
    check(&gold, "place:hue", None, [0, 1, 1]);
    check(&gold, "place:hue", Some("--03-03"), [0, 1, 1]);
    check(&[json!({"who": ["person:x"]})], "place:hue", None, [1, 0, 0]);
    check(
        &[json!({"who": ["person:x"], "whom_alt": [["person:x"]], "place": "place:hanoi"})],
        "place:hue",
        None,
        [1, 0, 0],
    );
}

#[test]
fn level_or_date_decides_between_meetings_of_the_same_people() {
    let people = |level: &str, date: &str| json!({"who": ["person:x"], "whom": ["person:y"], "level": level, "date": date});
    let gold = [people("gặp", "2017"), people("hội đàm", "2018")];
    let figures = check(Ledger::Meeting, &gold, &[people("hội đàm", "2018")], [1, 0, 1]);
    let right: Vec<u64> = figures
        .facts(Ledger::Meeting)
        .iter()
        .map(|(_, share)| share.right)
        .collect();
    assert_eq!(right, [1, 1, 1, 1]);
}

#[test]
fn facts_of_a_meeting_may_have_other_right_values() {
    let gold = json!({"who": ["person:x"], "whom": ["person:y"], "level": "gặp", "level_alt": ["khác"], "place": null,
        "place_alt": ["place:hanoi"], "date": null, "date_resolved": "2018", "planned": true});
    let found = json!({"who": ["person:x"], "whom": ["person:y"], "level": "Khác", "place": "place:hanoi", "date": "2018"});
    check_facts(
        Ledger::Meeting,
        &gold,
        &found,
        &[
            ("level", true),
            ("place", true),
            ("date", true),
            ("planned", false),
        ],
    );
    let mut found = found;
    let mut dated = gold.clone();
    dated["date_alt"] = json!(["2017"]);
    found["date"] = "2017".into();
    let figures = check(Ledger::Meeting, &[dated], &[found], [1, 0, 0]);
    assert_eq!(figures.facts(Ledger::Meeting)[2].1.right, 1);
    let mut lenient = gold;
    lenient["planned_alt"] = false.into();
    let found = json!({"who": ["person:x"], "whom": ["person:y"], "level": "hội đàm", "place": "place:hue", "date": "2019"});
    check_facts(
        Ledger::Meeting,
        &lenient,
        &found,
        &[
            ("level", false),
            ("place", false),
            ("date", false),
            ("planned", true),
        ],
    );
}

#[test]
fn an_agreement_is_its_entity_its_evidence_or_its_name() {
    let gold =
        [json!({"name": "Hiệp định thương mại tự do", "canonical": "agreement:fta", "name_alt": ["FTA"]})];
    let far = json!({"start": 12, "end": 22});
    let check = |found: Value, expected| {
        check(Ledger::Agreement, &gold, &[found], expected);
    };
    check(
        json!({"name": "x", "canonical": "agreement:fta", "evidence": far}),
        [1, 0, 0],
    );
    check(json!({"name": "x", "evidence": far}), [0, 1, 1]);
    check(
        json!({"name": "x", "evidence": {"start": 5, "end": 10}}),
        [1, 0, 0],
    );
    check(
        json!({"name": "x", "evidence": {"start": 6, "end": 10}}),
        [0, 1, 1],
    );
    check(
        json!({"name": "hiệp định thương mại", "evidence": far}),
        [1, 0, 0],
    );
    check(json!({"name": "hiệp định đầu tư", "evidence": far}), [0, 1, 1]);
    check(json!({"name": "FTA", "evidence": far}), [1, 0, 0]);
}

#[test]
fn the_status_of_an_agreement_may_be_another_right_one() {
    let gold = json!({"name": "x", "status": "ký", "status_alt": ["khác"]});
    for (status, right) in [("ký", true), ("khác", true), ("đàm phán", false)] {
        check_facts(
            Ledger::Agreement,
            &gold,
            &json!({"name": "x", "status": status}),
            &[("status", right)],
        );
    }
}

#[test]
fn a_figure_is_a_value_with_its_unit_where_it_stands() {
    let gold = [json!({"value": 2000, "unit": "USD"})];
    let check = |gold: &[Value], found: Value, expected| {
        check(Ledger::Figure, gold, &[found], expected);
    };
    check(&gold, json!({"value": 2010, "unit": "usd"}), [1, 0, 0]);
    check(&gold, json!({"value": 2011, "unit": "USD"}), [0, 1, 1]);
    check(&gold, json!({"value": 2, "unit": "nghìn USD"}), [1, 0, 0]);
    check(&gold, json!({"value": 2000, "unit": "EUR"}), [0, 1, 1]);
    check(
        &gold,
        json!({"value": 2000, "unit": "USD", "evidence": {"start": 10, "end": 12}}),
        [0, 1, 1],
    );
    check(
        &gold,
        json!({"value": 2000, "unit": "USD", "evidence": {"start": 9, "end": 12}}),
        [1, 0, 0],
    );
    check(
        &[json!({"value": 3.5e6, "unit": "lượt khách"})],
        json!({"value": 3.5, "unit": "triệu người"}),
        [1, 0, 0],
    );
    check(
        &[json!({"value": 31, "unit": "%"})],
        json!({"value": 31, "unit": ""}),
        [0, 1, 1],
    );
}

#[test]
fn facts_of_a_figure_compare_indicators_by_content() {
    let gold = json!({"value": 1, "unit": "USD", "role": "actual", "period": "2018", "indicator": "kim ngạch thương mại giữa và của"});
    let found =
        json!({"value": 1, "unit": "USD", "role": "actual", "period": "2018", "indicator": "tổng kim ngạch"});
    check_facts(
        Ledger::Figure,
        &gold,
        &found,
        &[("role", true), ("period", true), ("indicator", true)],
    );
    let mut others = gold.clone();
    others["role_alt"] = json!(["target"]);
    others["period_alt"] = json!([null]);
    let found =
        json!({"value": 1, "unit": "USD", "role": "target", "period": null, "indicator": "giữa và của"});
    check_facts(
        Ledger::Figure,
        &others,
        &found,
        &[("role", true), ("period", true), ("indicator", false)],
    );
    check_facts(
        Ledger::Figure,
        &gold,
        &found,
        &[("role", false), ("period", false), ("indicator", false)],
    );
}

#[test]
fn a_statement_is_half_of_its_evidence() {
    let gold = [json!({"evidence": {"start": 0, "end": 10}})];
    let check = |start: usize, end: usize, expected| {
        check(
            Ledger::Statement,
            &gold,
            &[json!({"evidence": {"start": start, "end": end}})],
            expected,
        );
    };
    check(0, 5, [1, 0, 0]);
    check(0, 4, [0, 1, 1]);
    check(0, 20, [1, 0, 0]);
    check(0, 21, [0, 1, 1]);
}

#[test]
fn a_statement_past_a_semicolon_may_cover_another() {
    let running_on = |gold: (usize, usize), found: (usize, usize)| {
        let evidence = |(start, end): (usize, usize)| json!({"evidence": {"start": start, "end": end}});
        let figures = check_statement(&[evidence(gold)], &[evidence(found)]);
        figures.running_on.matched
    };
    assert_eq!(running_on((0, 10), (0, 22)), 1);
    assert_eq!(running_on((0, 10), (2, 22)), 1);
    assert_eq!(running_on((0, 10), (3, 23)), 0); // seven tenths
    assert_eq!(running_on((12, 16), (12, 22)), 0); // no semicolon
}

fn check_statement(gold: &[Value], found: &[Value]) -> LedgerFigures {
    check(Ledger::Statement, gold, found, [0, 1, 1])
}

#[test]
fn act_and_actor_may_be_another_right_one() {
    let gold = json!({"act": "bày tỏ", "act_alt": ["khác"], "actor": "place:vietnam", "actor_alt": ["both"]});
    for (act, actor, right) in [
        ("bày tỏ", "place:vietnam", [true, true]),
        ("khác", "both", [true, true]),
        ("cam kết", "person:x", [false, false]),
    ] {
        let found = json!({"act": act, "actor": actor});
        check_facts(
            Ledger::Statement,
            &gold,
            &found,
            &[("act", right[0]), ("actor", right[1])],
        );
    }
}

#[test]
fn entities_are_named_by_most_of_the_mentions_they_share_with_the_gold() {
    let mut names = Names::default();
    let mut document = document();
    document.predictions = document
        .gold
        .iter()
        .map(|mention| Prediction {
            resolved: None,
            reading: mention.reading,
            entity: Some("place:nga".into()),
            value: None,
            rule: String::new(),
        })
        .collect();
    names.learn(&document, &matching::exact(&document));
    document.gold[0].canonical = Some("place:ussr".into());
    document.gold.truncate(1);
    names.learn(&document, &matching::exact(&document));
    assert_eq!(names.found("place:nga"), Names::gold("place:russia"));
    assert_eq!(names.found("place:Việt Nam"), "viet-nam");
}

#[test]
fn figures_of_ledgers_are_a_table() {
    let gold = rows("office", &[json!({"person": "person:x", "office": "Đại sứ"})]);
    insta::assert_snapshot!(scored(&gold, &gold).text(), @r"
    ledger               P      R      F1    gold  found  right of those matched
    office            1.0000 1.0000 1.0000       1      1  country 1.0000
    meeting                –      –      –       0      0
    agreement              –      –      –       0      0
    figure                 –      –      –       0      0
    statement              –      –      –       0      0
    … running on           –      –      –       0      0  a prediction past a semicolon may cover a statement
    ");
}

/// Rows that have what identifies them.
fn any_rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..5usize, 0..30usize, 1..12usize, any::<bool>(), 0..3u8, 0..3u8);
    let row = row.prop_map(|(ledger, start, length, optional, a, b)| {
        let office = ["Đại sứ", "Bộ trưởng, Đại sứ", "Nga"][usize::from(b)];
        let fields = json!({
            "evidence": {"start": start, "end": start + length}, "optional": optional,
            "person": a.to_string(), "office": office,
            "who": [a.to_string()], "whom": (0..b).map(|name| name.to_string()).collect::<Vec<_>>(),
            "place": (a > 0).then(|| b.to_string()), "date": (b > 0).then(|| a.to_string()),
            "name": a.to_string(), "value": a, "unit": "%", "act": b.to_string(),
        });
        rows(Ledger::ALL[ledger].name(), &[fields]).remove(0)
    });
    proptest::collection::vec(row, 0..12)
}

proptest! {
    #[test]
    fn rows_against_themselves_are_perfect(gold in any_rows()) {
        let figures = scored(&gold, &gold);
        for ledger in Ledger::ALL {
            let counts = figures.rows(ledger);
            let required = gold.iter().filter(|row| row.ledger == ledger && !row.optional).count() as u64;
            prop_assert_eq!((counts.matched, counts.spurious, counts.missed), (required, 0, 0), "{}", ledger.name());
        }
    }

    #[test]
    fn any_rows_are_scored_between_nothing_and_all(gold in any_rows(), found in any_rows()) {
        let figures = scored(&gold, &found);
        for ledger in Ledger::ALL {
            let counts = figures.rows(ledger);
            let required = gold.iter().filter(|row| row.ledger == ledger && !row.optional).count() as u64;
            prop_assert_eq!(counts.matched + counts.missed, required);
            for share in [counts.precision(), counts.recall(), counts.f1()].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }
        prop_assert!(figures.running_on.matched >= figures.rows(Ledger::Statement).matched);
        let _ = (figures.text(), figures.jsonl());
    }
}
