//! A corpus that is analysed again is the one that all its files at once would have made.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::corrections::{Change, Correction};
use engine::protocol::{Request, Response};
use engine::{
    Compiled, Engine, Overrides, Size, SourceFile, Stage, StoreError, again, compile, compile_apart,
    compile_corrected,
};
use proptest::prelude::*;
use support::seeds;

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile {
        name: name.into(),
        bytes: bytes.into(),
    }
}

fn more(corpus: &Compiled, files: Vec<SourceFile>) -> Compiled {
    again(Some(&corpus.bytes), files, Overrides::default(), &mut |_| {}).unwrap()
}

/// The files that are no articles, as a reader is told.
fn skipped(corpus: &Compiled) -> Vec<(String, String)> {
    let Response::Profile(profile) = Engine::open(&corpus.bytes).unwrap().answer(&Request::Profile) else {
        panic!()
    };
    let skipped = profile.skipped.into_iter();
    skipped.map(|file| (file.name, file.reason)).collect()
}

#[test]
fn with_nothing_added_the_bytes_are_the_same() {
    let corpus = compile(seeds()).unwrap();
    let same = more(&corpus, vec![]);
    assert!(same.bytes == corpus.bytes && same.warnings.is_empty() && same.chunks.is_empty());
    let empty = compile(vec![]).unwrap();
    assert_eq!(more(&empty, vec![]).bytes, empty.bytes);
}

#[test]
fn one_by_one_the_articles_come_to_the_same_as_all_at_once() {
    let mut corpus = compile(vec![]).unwrap();
    for file in seeds() {
        corpus = more(&corpus, vec![file]);
    }
    assert!(corpus.bytes == compile(seeds()).unwrap().bytes);
}

#[test]
fn files_of_every_kind_come_to_the_same() {
    let files = vec![
        // The order of files is not the order of ids: `-` comes before the dot.
        file("a.txt", "Hai bên hội đàm tại Hà Nội."),
        file(
            "a-b.txt",
            "To\u{302}\u{309}ng tho\u{302}\u{301}ng Nga V. Putin the\u{306}m Ha\u{300} No\u{323}\u{302}i",
        ),
        file("bom.txt", "\u{feff}Bộ trưởng Lavrov\r\n\r\nthăm  Việt Nam.\r\n"),
        file("utf16.txt", [0xff, 0xfe, b'N', 0, b'g', 0, b'a', 0]),
        file("1258.txt", [b'h', 0xf2, b'a', b' ', b'b', b'i', 0xcc, b'n', b'h']),
        file("broken.txt", [0xff, 0xc3, 0x28, b'a', 0, 7]),
        file("empty.txt", ""),
        file("blank.txt", "\u{feff} \n\u{a0}"),
        file("notes.md", "x"),
        file(".gitkeep", ""),
        file("long.txt", "hợptác".repeat(5000)),
        file(
            "markup.txt",
            "<script>alert(1)</script> & ông Sơn\n\n(Ảnh: TTXVN)",
        ),
    ];
    let all = compile(files.clone()).unwrap();
    assert_eq!(more(&all, vec![]).bytes, all.bytes);
    for at in 0..files.len() {
        let (before, after) = files.split_at(at);
        let corpus = compile(after.to_vec()).unwrap();
        assert_eq!(more(&corpus, before.to_vec()).bytes, all.bytes, "from {at}");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_named_and_changes_no_article() {
    let corpus = compile(vec![file("a.txt", "Hai bên hội đàm tại Hà Nội.")]).unwrap();
    let taken = more(
        &corpus,
        vec![file("a.txt", "Một bài khác hẳn."), file("b.md", "x")],
    );
    let reason = "the corpus has an article of this name; rename the file";
    assert_eq!(
        taken.warnings,
        [
            format!("a.txt was left out: {reason}"),
            "b.md was left out: only .txt files are read".to_owned(),
        ]
    );
    assert_eq!(skipped(&taken)[0], ("a.txt".to_owned(), reason.to_owned()));
    // Once more changes nothing more.
    assert_eq!(
        more(&taken, vec![file("a.txt", "Lại nữa."), file("b.md", "")]).bytes,
        taken.bytes
    );
}

#[test]
fn of_two_files_of_one_name_one_is_read_whichever_comes_first() {
    let two = vec![file("a.txt", "Bài thứ hai."), file("a.txt", "Bài thứ nhất.")];
    let compiled = compile(two.clone()).unwrap();
    assert_eq!(
        skipped(&compiled),
        [(
            "a.txt".to_owned(),
            "another file of this name was read".to_owned()
        )]
    );
    assert_eq!(
        compile(two.into_iter().rev().collect()).unwrap().bytes,
        compiled.bytes
    );
    assert_eq!(more(&compiled, vec![]).bytes, compiled.bytes);
}

#[test]
fn what_was_said_of_a_file_does_not_stay_once_a_better_one_came() {
    let corpus = compile(vec![file("a.txt", " ")]).unwrap();
    assert_eq!(skipped(&corpus).len(), 1);
    let better = vec![file("a.txt", "Hai bên hội đàm tại Hà Nội.")];
    assert_eq!(
        more(&corpus, better.clone()).bytes,
        compile(better).unwrap().bytes
    );
}

#[cfg(feature = "curation")]
#[test]
fn what_a_curator_wrote_stays() {
    let toml = "title = \"Hội đàm cấp cao\"\ndate = \"2026-02-24\"\nnote = \"Theo trang gốc.\"\n";
    let text =
        "Hai bên đã hội đàm tại Hà Nội và nhất trí nhiều việc quan trọng.\n\nHai bên bàn về năng lượng.\n";
    let corpus = compile(vec![file("a.txt", text), file("a.toml", toml)]).unwrap();
    assert_eq!(more(&corpus, vec![]).bytes, corpus.bytes);
}

#[test]
fn it_says_how_far_it_is() {
    let mut heard = Vec::new();
    let corpus = compile(seeds()).unwrap();
    let files = vec![file("new.txt", "Hai bên hội đàm.")];
    again(
        Some(&corpus.bytes),
        files,
        Overrides::default(),
        &mut |progress| heard.push(progress),
    )
    .unwrap();
    assert!(
        heard.is_sorted_by_key(|progress| (progress.stage, progress.done)),
        "{heard:?}"
    );
    assert_eq!(heard[0].stage, Stage::Reading);
    let last = heard
        .iter()
        .rfind(|progress| progress.stage == Stage::Recognising)
        .unwrap();
    assert_eq!((last.done, last.of), (6, 6));
}

#[test]
fn a_corpus_that_is_damaged_or_apart_is_refused() {
    let refused = |bytes: &[u8]| again(Some(bytes), vec![], Overrides::default(), &mut |_| {}).err();
    assert_eq!(refused(b""), Some(StoreError::NotACorpus));
    let mut bytes = compile(seeds()).unwrap().bytes;
    *bytes.last_mut().unwrap() ^= 1;
    assert_eq!(refused(&bytes), Some(StoreError::Checksum));
    assert_eq!(
        refused(&compile_apart(seeds()).unwrap().bytes),
        Some(StoreError::Apart)
    );
}

/// Pieces that texts are put together of, with what analysis looks for and what encodings trip over.
const PIECES: [&str; 16] = [
    "Tổng thống Nga Vladimir Putin",
    "ông Sơn",
    "Bùi Thanh Sơn",
    "hòa bình",
    "hoa\u{300} bi\u{300}nh",
    "ngày 20/6/2024",
    "3,55 tỷ USD",
    "ASEAN",
    ".",
    "\n\n",
    " \r\n",
    "(Ảnh: TTXVN)",
    "Đ",
    "\u{1f1fb}\u{1f1f3}",
    "Москва",
    " ",
];

fn any_file() -> impl Strategy<Value = SourceFile> {
    let text = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12)
        .prop_map(|pieces| pieces.join(" ").into_bytes());
    let bytes = prop_oneof![8 => text, 1 => prop::collection::vec(any::<u8>(), 0..40)];
    ("[ab_][-_ (0]?(\\.txt|\\.txt|\\.md)", bytes).prop_map(|(name, bytes)| file(&name, bytes))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_files_come_to_the_same(files in prop::collection::vec(any_file(), 0..5), at in any::<prop::sample::Index>()) {
        let all = compile(files.clone()).unwrap();
        prop_assert_eq!(&more(&all, vec![]).bytes, &all.bytes);
        let mut names: Vec<_> = files.iter().map(|file| &file.name).collect();
        names.sort_unstable();
        names.dedup();
        if names.len() == files.len() {
            let (before, after) = files.split_at(at.index(files.len() + 1));
            let corpus = compile(before.to_vec()).unwrap();
            prop_assert_eq!(more(&corpus, after.to_vec()).bytes, all.bytes);
        }
    }
}

#[test]
fn a_corpus_analysed_again_is_corrected_as_before() {
    use engine::{Overrides, Size, compile_corrected};
    use entities::overrides::{Change, Correction};
    let overrides = Overrides {
        corrections: vec![Correction {
            change: Change::Merge {
                from: "person:sergey-lavrov".into(),
                into: "person:vladimir-putin".into(),
            },
            why: "a test".into(),
        }],
    };
    let corpus = compile_corrected(seeds(), Size::ANY, overrides).unwrap();
    assert!(corpus.bytes != compile(seeds()).unwrap().bytes);
    assert!(more(&corpus, vec![]).bytes == corpus.bytes);
}

/// Corrections of the articles in `seeds()`.
fn corrections() -> Vec<Correction> {
    let why = || "told by a test".to_owned();
    let merge = Change::Merge {
        from: "person:pham-binh-minh".into(),
        into: "person:bui-thanh-son".into(),
    };
    let rename = Change::Rename {
        id: "person:to-lam".into(),
        names: [("vi".to_owned(), "Đồng chí Tô Lâm".to_owned())].into(),
    };
    let changes = [merge, rename];
    changes.map(|change| Correction { change, why: why() }).into()
}

#[test]
fn corrections_come_to_the_same_as_if_the_corpus_had_been_made_with_them() {
    let corrected = |corrections: &[Correction]| {
        let corrections = corrections.to_vec();
        compile_corrected(seeds(), Size::ANY, Overrides { corrections }).unwrap()
    };
    let whole = corrected(&corrections());
    assert!(whole.bytes != compile(seeds()).unwrap().bytes);
    for at in 0..=corrections().len() {
        let mut known = corrections();
        let corrections = known.split_off(at);
        let corpus = corrected(&known);
        let further = Overrides { corrections };
        let again = again(Some(&corpus.bytes), vec![], further, &mut |_| {}).unwrap();
        assert!(again.bytes == whole.bytes && again.warnings.is_empty());
    }
}
