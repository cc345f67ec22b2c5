//! Corrections on small corpora, and the file they are kept in.

#[cfg(feature = "curation")]
mod file;

use super::{Change, Correction, Names, Overrides, Surface};
use crate::model::{Analysis, MentionKind};
use crate::tests::article;
use crate::{analyse, analyse_with};
use corpus::Article;
use proptest::prelude::*;

fn corpus(texts: &[&str]) -> Vec<Article> {
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(at, text)| article(&at.to_string(), text))
        .collect()
}

fn names(vi: &str) -> Names {
    Names::from([("vi".to_owned(), vi.to_owned())])
}

fn surface(surface: &str, article: Option<&str>) -> Surface {
    Surface {
        surface: surface.to_owned(),
        article: article.map(str::to_owned),
    }
}

fn merge(from: &str, into: &str) -> Change {
    Change::Merge {
        from: from.to_owned(),
        into: into.to_owned(),
    }
}

fn overrides(changes: Vec<Change>) -> Overrides {
    let correction = |change| Correction {
        change,
        why: "a test".to_owned(),
    };
    Overrides {
        corrections: changes.into_iter().map(correction).collect(),
    }
}

/// What the corrected analysis links, article by article: surface, id and rule, those of the corrections alone; then what
/// was unused.
fn corrected(articles: &[Article], changes: Vec<Change>) -> (Analysis, Vec<String>, Vec<String>) {
    let overrides = overrides(changes);
    let (analysis, unused) = analyse_with(articles, &overrides, &mut |_| {});
    let unused = unused.into_iter().map(ToString::to_string).collect();
    let mut touched = Vec::new();
    for (article, mentions) in articles.iter().zip(&analysis.mentions) {
        let by_curator = mentions.iter().filter(|m| m.rule.starts_with("curator/"));
        touched.extend(by_curator.map(|m| {
            let id = m.entity.as_deref().unwrap_or("-");
            format!("{} {} {id} {}", article.id, m.span.of(&article.text), m.rule)
        }));
    }
    (analysis, touched, unused)
}

fn vi<'a>(analysis: &'a Analysis, id: &str) -> Option<&'a str> {
    let entity = analysis.entities.iter().find(|entity| entity.id == id)?;
    Some(&entity.names["vi"])
}

#[test]
fn a_merge_goes_through_chains_and_leaves_one_entity() {
    let articles = corpus(&["Ông Trần Văn Hoà gặp ông Trần Văn Hoàn và ông Trần Văn Hoàng."]);
    let changes = vec![
        merge("person:tran-van-hoan", "person:tran-van-hoang"),
        merge("person:tran-van-hoa", "person:tran-van-hoan"),
        merge("person:nobody", "person:tran-van-hoan"),
    ];
    let (analysis, touched, unused) = corrected(&articles, changes);
    assert_eq!(
        touched,
        [
            "0 Trần Văn Hoà person:tran-van-hoang curator/merge",
            "0 Trần Văn Hoàn person:tran-van-hoang curator/merge",
        ]
    );
    assert_eq!(unused, ["merge person:nobody into person:tran-van-hoan"]);
    let ids: Vec<_> = analysis.entities.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["person:tran-van-hoang"]);
    assert_eq!(vi(&analysis, "person:tran-van-hoang"), Some("Trần Văn Hoàng"));
}

#[test]
fn merges_in_a_circle_change_nothing() {
    let articles = corpus(&["Ông Trần Văn Hoà gặp ông Trần Văn Hoàn."]);
    let changes = vec![
        merge("person:tran-van-hoa", "person:tran-van-hoan"),
        merge("person:tran-van-hoan", "person:tran-van-hoa"),
    ];
    let (analysis, touched, unused) = corrected(&articles, changes);
    assert_eq!((touched.len(), unused.len()), (0, 2));
    assert_eq!(analysis, analyse(&articles));
}

#[test]
fn a_new_id_is_called_what_the_merged_one_was() {
    let articles = corpus(&["Ông Trần Văn Hoà phát biểu."]);
    let (analysis, ..) = corrected(&articles, vec![merge("person:tran-van-hoa", "person:x")]);
    assert_eq!(vi(&analysis, "person:x"), Some("Trần Văn Hoà"));
}

#[test]
fn short_forms_follow_a_split() {
    let text = "Ông Trần Văn Hoà phát biểu. Ông Hoà nói tiếp.";
    let articles = corpus(&[text, text]);
    let change = Change::Split {
        of: surface("Trần Văn Hòa", Some("1")),
        from: "person:tran-van-hoa".to_owned(),
        into: "person:tran-van-hoa-hue".to_owned(),
        names: names("Trần Văn Hoà (Huế)"),
    };
    let (_, _, unused) = corrected(&articles, vec![change.clone()]);
    assert_eq!(
        unused.len(),
        1,
        "another placement of the accent is another surface"
    );
    let Change::Split {
        from, into, names, ..
    } = change
    else {
        unreachable!()
    };
    let of = surface("Trần Văn Hoà", Some("1"));
    let change = Change::Split {
        of,
        from,
        into,
        names,
    };
    let (analysis, touched, unused) = corrected(&articles, vec![change]);
    assert_eq!(
        touched,
        [
            "1 Trần Văn Hoà person:tran-van-hoa-hue curator/split",
            "1 Hoà person:tran-van-hoa-hue curator/split",
        ]
    );
    assert!(unused.is_empty());
    assert_eq!(
        vi(&analysis, "person:tran-van-hoa-hue"),
        Some("Trần Văn Hoà (Huế)")
    );
    assert_eq!(vi(&analysis, "person:tran-van-hoa"), Some("Trần Văn Hoà"));
}

#[test]
fn a_short_form_that_may_be_somebody_elses_stays() {
    let articles = corpus(&["Ông Sergey Lavrov và ông Sergei Lavrov phát biểu. Ông Lavrov nói tiếp."]);
    let change = Change::Split {
        of: surface("Sergei Lavrov", None),
        from: "person:sergey-lavrov".to_owned(),
        into: "person:x".to_owned(),
        names: Names::new(),
    };
    let (_, touched, _) = corrected(&articles, vec![change]);
    assert_eq!(touched, ["0 Sergei Lavrov person:x curator/split"]);
}

#[test]
fn a_retyped_surface_gets_an_id_of_its_new_kind() {
    let articles = corpus(&["Ông Trần Văn Hoà phát biểu. Ông Hoà nói tiếp."]);
    let retype = |kind| Change::RetypeSurface {
        of: surface("Trần Văn Hoà", None),
        kind,
    };
    let (analysis, touched, _) = corrected(&articles, vec![retype(Some(MentionKind::Place))]);
    assert_eq!(
        touched,
        [
            "0 Trần Văn Hoà place:tran-van-hoa curator/retype",
            "0 Hoà place:tran-van-hoa curator/retype",
        ]
    );
    assert_eq!(analysis.entities[0].kind, MentionKind::Place);
    let (analysis, touched, unused) = corrected(&articles, vec![retype(None)]);
    assert_eq!((touched.len(), unused.len()), (0, 0));
    assert!(analysis.mentions[0].is_empty() && analysis.entities.is_empty());
    let (_, _, unused) = corrected(&articles, vec![retype(Some(MentionKind::Person))]);
    assert_eq!(unused, [r#"retype "Trần Văn Hoà" as person"#]);
}

#[test]
fn what_the_tables_know_keeps_its_id() {
    let articles = corpus(&["Ông Trần Văn Hoà phát biểu ở Hà Nội."]);
    let hanoi = |kind| Change::RetypeSurface {
        of: surface("Hà Nội", None),
        kind: Some(kind),
    };
    let (analysis, ..) = corrected(&articles, vec![hanoi(MentionKind::Org)]);
    let mut ids = analysis.entities.iter().map(|e| (e.id.as_str(), e.kind));
    assert!(ids.any(|(id, kind)| id == "org:ha-noi" && kind == MentionKind::Org));
    let changes = vec![hanoi(MentionKind::Org), hanoi(MentionKind::Place)];
    let (analysis, _, unused) = corrected(&articles, changes);
    assert!(analysis.entities.iter().any(|e| e.id == "place:hanoi"));
    assert!(unused.is_empty());
}

#[test]
fn a_retyped_id_changes_all_its_mentions() {
    let articles = corpus(&["Ông Trần Văn Hoà phát biểu. Ông Hoà nói tiếp."]);
    let retype = |kind| Change::RetypeEntity {
        id: "person:tran-van-hoa".to_owned(),
        kind,
    };
    let (analysis, touched, _) = corrected(&articles, vec![retype(Some(MentionKind::Org))]);
    assert_eq!(touched.len(), 2);
    assert_eq!(vi(&analysis, "org:tran-van-hoa"), Some("Trần Văn Hoà"));
    let (analysis, touched, _) = corrected(&articles, vec![retype(Some(MentionKind::Role))]);
    assert_eq!(
        (touched.len(), analysis.entities.len()),
        (2, 0),
        "offices have no ids"
    );
    let (analysis, ..) = corrected(&articles, vec![retype(None)]);
    assert!(analysis.mentions[0].is_empty());
}

#[test]
fn other_names_leave_mentions_as_they_are() {
    let articles = corpus(&["Tổng thống Nga Vladimir Putin phát biểu."]);
    let rename = |id: &str| Change::Rename {
        id: id.to_owned(),
        names: names("V. V. Putin"),
    };
    let changes = vec![rename("person:vladimir-putin"), rename("person:nobody")];
    let (analysis, touched, unused) = corrected(&articles, changes);
    assert!(touched.is_empty());
    assert_eq!(unused, ["rename person:nobody"]);
    assert_eq!(vi(&analysis, "person:vladimir-putin"), Some("V. V. Putin"));
    assert_eq!(analysis.mentions, analyse(&articles).mentions);
    let putin = analysis.entities.iter().find(|e| e.id == "person:vladimir-putin");
    assert!(putin.unwrap().names.contains_key("ru"));
}

#[test]
fn ledgers_follow() {
    let articles = corpus(&["Tổng thống Nga Vladimir Putin khẳng định hai nước sẽ hợp tác."]);
    let overrides = overrides(vec![merge("person:vladimir-putin", "person:x")]);
    let (analysis, _) = analyse_with(&articles, &overrides, &mut |_| {});
    let ledgers = crate::ledger::ledgers(&articles, &analysis);
    assert_eq!(ledgers.offices[0].fact.person, "person:x");
}

#[test]
fn a_correction_without_a_reason_changes_nothing() {
    let articles = corpus(&["Tổng thống Nga Vladimir Putin phát biểu."]);
    let change = merge("person:vladimir-putin", "person:x");
    let overrides = Overrides {
        corrections: vec![Correction {
            change,
            why: " ".to_owned(),
        }],
    };
    let (analysis, unused) = analyse_with(&articles, &overrides, &mut |_| {});
    assert_eq!((analysis, unused.len()), (analyse(&articles), 1));
}

const SURFACES: &[&str] = &[
    "Trần Văn Hoà",
    "Hoà",
    "Hà Nội",
    "Nga",
    "ngày 2/4",
    "Bộ Ngoại giao Nga",
];
const IDS: &[&str] = &[
    "person:tran-van-hoa",
    "place:hanoi",
    "place:russia",
    "org:bo-ngoai-giao-russia",
    "place:x",
    "person:y",
];

fn any_change() -> impl Strategy<Value = Change> {
    let id = || prop::sample::select(IDS.to_vec()).prop_map(str::to_owned);
    let of = || {
        let article = prop::option::of(prop::sample::select(vec!["0", "1", "2"]));
        (prop::sample::select(SURFACES.to_vec()), article).prop_map(|(text, article)| surface(text, article))
    };
    let kind = || prop::option::of(prop::sample::select(MentionKind::ALL.to_vec()));
    prop_oneof![
        (id(), id()).prop_map(|(from, into)| Change::Merge { from, into }),
        (of(), id(), id()).prop_map(|(of, from, into)| Change::Split {
            of,
            from,
            into,
            names: Names::new()
        }),
        id().prop_map(|id| Change::Rename {
            id,
            names: names("x")
        }),
        (id(), kind()).prop_map(|(id, kind)| Change::RetypeEntity { id, kind }),
        (of(), kind()).prop_map(|(of, kind)| Change::RetypeSurface { of, kind }),
    ]
}

proptest! {
    #[test]
    fn entities_and_mentions_agree_whatever_is_corrected(changes in prop::collection::vec(any_change(), 0..8)) {
        let text = "Ngày 2/4, ông Trần Văn Hoà của Bộ Ngoại giao Nga đến Hà Nội. Ông Hoà rời Nga.";
        let (analysis, ..) = corrected(&corpus(&[text, text]), changes);
        let ids: Vec<_> = analysis.entities.iter().map(|e| (e.id.clone(), e.kind)).collect();
        prop_assert!(ids.is_sorted());
        let mentions = analysis.mentions.iter().flatten();
        let mut linked: Vec<_> = mentions.filter_map(|m| Some((m.entity.clone()?, m.kind))).collect();
        linked.sort();
        linked.dedup();
        prop_assert_eq!(ids, linked);
        prop_assert!(analysis.entities.iter().all(|e| e.names.contains_key("vi")));
        for mentions in &analysis.mentions {
            prop_assert!(mentions.is_sorted_by(|a, b| a.span.end <= b.span.start));
        }
    }
}
