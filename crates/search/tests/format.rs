//! The index as bytes: the same for the same input, and harmless whatever happened to them.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use corpus::{CivilDate, Zone, ZoneKind};
use proptest::prelude::*;
use search::{Document, Facet, Filter, Index, IndexError, Matcher, Request, parse, search, write};
use viet::Span;

const TEXT: &str = "Việt Nam và Nga. Hai bên hợp tác, hoà bình - ổn định.\nẢnh: TTXVN";

fn bytes() -> Vec<u8> {
    let zones = [
        Zone {
            span: Span::new(0, 19),
            kind: ZoneKind::Title,
        },
        Zone {
            span: Span::new(19, TEXT.len()),
            kind: ZoneKind::Body,
        },
    ];
    let day = CivilDate {
        year: 2025,
        month: 9,
        day: 4,
    };
    let document = |id, title, date| Document {
        id,
        text: TEXT,
        zones: &zones,
        title,
        date,
        facets: vec![(Facet::Place, "russia".to_owned())],
    };
    write(&[
        document("a", Some("Hội đàm Việt - Nga"), None),
        document("b", None, Some((day, day))),
    ])
}

fn use_everything(index: &Index) {
    for query in [
        "viet nam",
        "\"hòa bình\" n",
        "-nga",
        "hop tcá",
        "ho* in:title,body",
        "\"x y\"",
    ] {
        for open in [false, true] {
            let answer = search(
                index,
                &Request {
                    query: query.to_owned(),
                    open,
                    filters: vec![Filter {
                        facet: Facet::Place,
                        include: vec!["russia".to_owned()],
                        exclude: vec!["laos".to_owned()],
                        all: false,
                    }],
                    limit: 10,
                    ..Request::default()
                },
            );
            assert!(answer.hits.len() <= 10);
            let (query, _) = parse(query);
            let matcher = Matcher::new(&query, index, &[], open);
            for document in 0..index.len().min(3) {
                matcher.marks(document);
                matcher.title_marks(document);
            }
        }
    }
}

#[test]
fn equal_documents_give_equal_bytes() {
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_title_beside_the_text_is_searched_and_marked_apart() {
    let bytes = bytes();
    let index = Index::open(&bytes).unwrap();
    let matcher = Matcher::new(&parse("\"viet nga\"").0, &index, &[], false);
    assert!(matcher.matches(0) && !matcher.matches(1));
    assert_eq!(matcher.marks(0), []);
    let title = "Hội đàm Việt - Nga";
    let marked: Vec<_> = matcher.title_marks(0).iter().map(|m| m.of(title)).collect();
    assert_eq!(marked, ["Việt - Nga"]);
}

#[test]
fn other_bytes_are_refused_with_the_reason() {
    let good = bytes();
    let refused = |bytes: &[u8]| Index::open(bytes).err();
    assert_eq!(refused(b""), Some(IndexError::NotAnIndex));
    assert_eq!(refused(b"SPINDEX\n\x01\0\0\0"), Some(IndexError::Truncated));
    assert_eq!(refused(&good[..good.len() - 1]), Some(IndexError::Truncated));
    let mut newer = good.clone();
    newer[8] = 99;
    assert_eq!(refused(&newer), Some(IndexError::Version(99)));
    let mut damaged = good;
    damaged[200] ^= 1;
    assert_eq!(refused(&damaged), Some(IndexError::Damaged));
}

/// The checksum of the format, reckoned bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

proptest! {
    #[test]
    fn a_change_is_noticed(at in 0usize..4000, bit in 0u8..8) {
        let mut bytes = bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert!(Index::open(&bytes).is_err());
    }

    #[test]
    fn cut_bytes_are_refused(keep in 0usize..4000) {
        let bytes = bytes();
        let keep = keep % bytes.len();
        prop_assert!(Index::open(&bytes[..keep]).is_err());
    }

    #[test]
    fn lies_with_a_right_checksum_do_no_harm(
        changes in proptest::collection::vec((16usize..8000, prop_oneof![any::<u8>(), Just(255), Just(0), Just(1)]), 1..12),
    ) {
        let mut bytes = bytes();
        for (at, value) in changes {
            let at = 16 + at % (bytes.len() - 16);
            bytes[at] = value;
        }
        let sum = crc32(&bytes[16..]);
        bytes[12..16].copy_from_slice(&sum.to_le_bytes());
        if let Ok(index) = Index::open(&bytes) {
            use_everything(&index);
        }
    }

    #[test]
    fn any_query_has_an_answer(query in "\\PC{0,30}") {
        let bytes = bytes();
        let index = Index::open(&bytes).unwrap();
        let answer = search(&index, &Request { query, open: true, limit: 3, ..Request::default() });
        prop_assert!(answer.hits.len() <= 3 && answer.total <= 2);
    }
}
