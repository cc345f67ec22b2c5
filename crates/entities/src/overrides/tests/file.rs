//! The file that corrections are kept in.

use super::merge;
use crate::model::MentionKind;
use crate::overrides::{Change, Correction, Overrides, Surface, read};
use proptest::prelude::*;

/// Corrections that nothing is wrong with: ids of merges are their own.
fn any_correction(number: usize) -> impl Strategy<Value = Correction> {
    let id = "(person|org|place|event|agreement):[a-z0-9]{1,6}";
    let text = || "x[\\\\\"\n\r\t\u{7f}\u{85}\u{2028}\\PC]{0,6}";
    let name = || prop::collection::btree_map("vi|en|ru", text(), 0..4);
    let of =
        || (text(), prop::option::of(text())).prop_map(|(surface, article)| Surface { surface, article });
    let kind = || prop::option::of(prop::sample::select(MentionKind::ALL.to_vec()));
    let change = prop_oneof![
        Just(merge(&format!("org:a{number}"), &format!("org:b{number}"))),
        (of(), name()).prop_map(|(of, names)| Change::Split {
            of,
            from: "place:a".to_owned(),
            into: "place:b".to_owned(),
            names,
        }),
        (id, prop::collection::btree_map("vi|en|ru", text(), 1..4))
            .prop_map(|(id, names)| Change::Rename { id, names }),
        (id, kind()).prop_map(|(id, kind)| Change::RetypeEntity { id, kind }),
        (of(), kind()).prop_map(|(of, kind)| Change::RetypeSurface { of, kind }),
    ];
    (change, text()).prop_map(|(change, why)| Correction { change, why })
}

fn any_overrides() -> impl Strategy<Value = Overrides> {
    let all: Vec<_> = (0..6).map(any_correction).collect();
    (all, 0_usize..=6).prop_map(|(mut corrections, length)| {
        corrections.truncate(length);
        Overrides { corrections }
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same(overrides in any_overrides()) {
        let (read, diagnostics) = read(&overrides.to_toml());
        prop_assert_eq!(diagnostics, []);
        prop_assert_eq!(read, overrides);
    }

    #[test]
    fn reading_never_fails(file in "(\\[\\[merge\\]\\]\n|from = 'org:a'\n|x = 1\n|why = ''\n|\\PC){0,12}") {
        let (overrides, _) = read(&file);
        prop_assert!(overrides.corrections.iter().all(|c| c.problem().is_none()));
    }
}

#[test]
fn nothing_is_dropped_silently() {
    let file = r#"
merges = 1
[[merge]]
from = "person:a"
into = "person:b"
[[merge]]
from = "Putin"
into = "person:b"
why = "x"
[[merge]]
from = "person:a"
into = "org:a"
why = "x"
[[merge]]
form = "person:a"
from = "person:a"
into = "person:b"
why = 5
[[merge]]
form = "person:a"
from = "person:a"
into = "person:b"
why = "x"
[[rename]]
id = "org:a"
why = "x"
[[retype]]
id = "org:a"
kind = "city"
why = "x"
[[retype]]
kind = "place"
why = "x"
[[split]]
surface = " "
from = "org:a"
into = "org:b"
why = "x"
"#;
    insta::assert_snapshot!(details(file), @r#"
    line 2, merges: unknown table, expected [[merge]], [[split]], [[rename]] or [[retype]]
    line 3, [[merge]], `why`: expected a text
    line 6, [[merge]], `from`: expected an id such as person:vladimir-putin, but found "Putin"
    line 10, [[merge]], `into`: expected an id of the kind of person:a, but found org:a; retype one first
    line 18, [[merge]], `why`: expected a text, but found a value of type integer
    line 20, [[merge]], `form`: unknown key
    line 24, [[rename]], `vi`: expected a name in vi, en or ru
    line 29, [[retype]], `kind`: expected one of person, role, org, place, event, agreement, date, money, percent, quantity, none, but found "city"
    line 31, [[retype]], `id`: expected an id, or a `surface`
    line 34, [[split]], `surface`: expected a text
    "#);
    insta::assert_snapshot!(details("[[merge]\n"), @"line 1, unclosed array table, expected `]`");
    insta::assert_snapshot!(details("merge = 1\nsplit = [2]"), @r"
    line 1, merge: expected tables, each headed [[merge]]
    line 2, split: expected tables, each headed [[split]]
    ");
}

#[test]
fn merges_that_contradict_each_other_are_told() {
    let file = "[[merge]]\nfrom = 'org:a'\ninto = 'org:b'\nwhy = 'x'\n\
        [[merge]]\nfrom = 'org:b'\ninto = 'org:c'\nwhy = 'x'\n\
        [[merge]]\nfrom = 'org:c'\ninto = 'org:b'\nwhy = 'x'\n\
        [[merge]]\nfrom = 'org:a'\ninto = 'org:d'\nwhy = 'x'\n";
    insta::assert_snapshot!(details(file), @r"
    line 5, [[merge]], `into`: merging org:b into org:c comes back to org:b
    line 9, [[merge]], `into`: merging org:c into org:b comes back to org:c
    line 13, [[merge]], `from`: org:a becomes org:b already, so it cannot become org:d
    ");
    let left: Vec<_> = read(file).0.corrections.iter().map(ToString::to_string).collect();
    assert_eq!(left, ["merge org:a into org:b"]);
}

#[test]
fn corrections_keep_their_order() {
    let file = "[[rename]]\nid = 'org:b'\nvi = 'B'\nwhy = 'x'\n\
        [[merge]]\nfrom = 'org:a'\ninto = 'org:b'\nwhy = 'x'\n\
        [[rename]]\nid = 'org:c'\nvi = 'C'\nwhy = 'x'\n";
    let (overrides, diagnostics) = read(file);
    assert!(diagnostics.is_empty());
    let told: Vec<_> = overrides.corrections.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["rename org:b", "merge org:a into org:b", "rename org:c"]);
}

fn details(file: &str) -> String {
    let (_, diagnostics) = read(file);
    let details = diagnostics.into_iter().filter_map(|d| d.detail);
    details.collect::<Vec<_>>().join("\n")
}
