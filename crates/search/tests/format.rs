//! The index as bytes: the same for the same input, all of it back, and harmless whatever happened to them.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed
#![allow(clippy::cast_sign_loss, clippy::cast_possible_wrap)] // lengths of short texts

use corpus::{CivilDate, Zone, ZoneKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use search::{
    Builder, Change, Chunks, Detail, Document, Facet, Filter, Index, IndexError, Loaded, Packed, Preparer,
    Request, Segment, Sort, Written, article, search, write,
};
use viet::Span;

const TEXT: &str = "Việt Nam và Nga. Hai bên hợp tác, hoà bình - ổn định.\nẢnh: TTXVN";

/// An article that owns its parts.
#[derive(Clone, Debug)]
struct Article {
    id: String,
    text: String,
    title: Option<String>,
    zones: Vec<Zone>,
    date: Option<(CivilDate, CivilDate)>,
    payload: Vec<u8>,
    facets: Vec<(Facet, String)>,
}

impl Article {
    fn document(&self) -> Document<'_> {
        Document {
            id: &self.id,
            text: &self.text,
            zones: &self.zones,
            title: self.title.as_deref(),
            date: self.date,
            payload: &self.payload,
            facets: self.facets.clone(),
        }
    }
}

fn built(articles: &[Article]) -> Written {
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for article in articles {
        builder.add(preparer.prepare(&article.document()));
    }
    builder.finish()
}

fn day(year: u16, month: u8, day: u8) -> CivilDate {
    CivilDate { year, month, day }
}

fn zone(kind: ZoneKind, start: usize, end: usize) -> Zone {
    let span = Span::new(start, end);
    Zone { span, kind }
}

/// A dozen articles with a bit of everything: pairs, captions, dates, values, a title beside the text, payloads.
fn sample() -> Vec<Article> {
    let value = |facet, slug: &str| (facet, slug.to_owned());
    (0..12)
        .map(|at: u8| {
            let text = match at % 3 {
                0 => TEXT.to_owned(),
                1 => format!(
                    "Bản tin {at}\r\nĐoàn đại biểu Việt Nam tới Mátxcơva, điện hạt nhân; rượu RƯỢU rƯợu {at}"
                ),
                _ => String::new(),
            };
            let body = text.find(". ").map_or(text.len(), |at| at + 2);
            let caption = text.find('\n').map_or(text.len(), |at| at + 1).max(body);
            Article {
                id: format!("{at:03}"),
                zones: vec![
                    zone(ZoneKind::Title, 0, body),
                    zone(ZoneKind::Body, body, caption),
                    zone(ZoneKind::Caption, caption, text.len()),
                ],
                title: at.is_multiple_of(4).then(|| "Hội đàm Việt - Nga".to_owned()),
                date: (!at.is_multiple_of(5))
                    .then(|| (day(2018 + u16::from(at), 3, 1), day(2019 + u16::from(at), 3, 31))),
                payload: vec![at; usize::from(at)],
                facets: vec![
                    value(Facet::Place, "russia"),
                    value(
                        Facet::Person,
                        ["vladimir-putin", "sergey-lavrov"][usize::from(at % 2)],
                    ),
                    value(Facet::Lang, "vi"),
                ],
                text,
            }
        })
        .collect()
}

const QUERIES: [&str; 30] = [
    "",
    "viet nam",
    "\"hòa bình\" n",
    "-nga",
    "hop tcá",
    "ho* in:title,body",
    "\"x y\"",
    "đoàn OR nga",
    "(việt nam OR \"hợp tác\") -anh",
    "NOT (nga OR doan)",
    "-(viet nam) OR -\"điện hạt\"",
    "title:(viet nga)",
    "in:caption ảnh",
    "caption:\"ttxvn\" OR in:title,body:hop",
    "\"hop binh\"~5",
    "\"nga viet nam\"~100 nam",
    "=\"Việt Nam\"",
    "=RƯỢU",
    "/hợp.tác/",
    "/(?i)VIỆT|ttxvn/ -/x*/",
    "person:vladimir-putin place:russia",
    "-person:sergey-lavrov lang:vi source:nobody",
    "date:2020..2022",
    "date!:2019-03 OR date>=2024",
    "v",
    "đ*",
    "viẹn~ tac~1 hat~",
    "nhaan dienj",
    "\"hoi dam viet nga\"",
    "điện hạt nhân",
];

/// Asks whatever can be asked.
fn use_everything(segments: &[Segment]) {
    let documents: u32 = segments.iter().map(|segment| segment.index.len()).sum();
    let filter = |facet, include: &str, exclude: &str, all| Filter {
        facet,
        include: vec![include.to_owned()],
        exclude: vec![exclude.to_owned()],
        all,
    };
    for (at, query) in QUERIES.into_iter().enumerate() {
        for open in [false, true] {
            let narrowed = at % 3 == 1;
            let request = Request {
                query: query.to_owned(),
                open,
                zones: [vec![], vec![ZoneKind::Caption], ZoneKind::ALL.to_vec()][at / 2 % 3].clone(),
                filters: if narrowed {
                    vec![
                        filter(Facet::Place, "russia", "laos", at % 2 == 0),
                        filter(Facet::Year, "2021", "2019", false),
                        filter(Facet::Zone, "body", "caption", false),
                    ]
                } else {
                    Vec::new()
                },
                from: narrowed.then(|| day(2019, 1, 1)),
                to: (at % 5 == 1).then(|| day(2019, 12, 31)),
                detail: if at % 4 == 3 { Detail::Hits } else { Detail::Full },
                explain: true,
                as_written: at % 2 == 1,
                sort: [Sort::Relevance, Sort::Newest, Sort::Oldest][at % 3],
                offset: u32::from(at % 7 == 0),
                limit: 10,
            };
            let answer = search(segments, &request).answer().unwrap();
            assert!(answer.hits.len() <= 10 && answer.total <= documents);
            for document in [0, 1, documents.saturating_sub(1), documents, u32::MAX] {
                let read = article(segments, document, &request);
                assert_eq!(read.is_some(), document < documents);
            }
        }
    }
}

/// A text as anybody may drop it on the page.
fn texts(most: usize) -> impl Strategy<Value = String> {
    let words = vec![
        "Việt",
        "NAM",
        "nga",
        "Vie\u{323}\u{302}t",
        "hoa\u{300} bi\u{300}nh",
        "đối",
        "ĐỘI",
        "Ðối",
        "rƯợu",
        "3,55",
        "10/5",
        "V.",
        "Mátxcơva-Hà",
        "ﬁn",
        "ß",
        "ẞ",
        "İstanbul",
        "ǅ",
        "ΟΔΟΣ",
        "Москва",
        "中国",
        "ทดสอบ",
        "🇻🇳",
        "👩‍👩‍👧",
    ];
    let between = vec![
        " ", " ", " ", "\n", "\r\n", "\r\n\r\n", "\t", ". ", "! “", "” ", "…", " - ", "\u{200B}", "\u{FEFF}",
        "\u{AD}", "\u{200D}", "\u{A0}", "\u{301}", "\u{323}", "\u{2028}", "\0", "(Ảnh: ", ")",
    ];
    let piece = prop_oneof![
        6 => select(words).prop_map(str::to_owned),
        8 => select(between).prop_map(str::to_owned),
        2 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// Zones anywhere: in each other, backwards, beyond the end, in the middle of a character.
fn zones() -> impl Strategy<Value = Vec<(usize, i32, usize)>> {
    vec((0..8_usize, -3..40_i32, 0..12_usize), 0..6)
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let article = (
        texts(40),
        proptest::option::of(texts(6)),
        zones(),
        vec(any::<u8>(), 0..5),
        "\\PC{0,3}",
    );
    vec(article, 0..5).prop_map(|rows| {
        let make = |(text, title, zones, payload, id): (String, _, Vec<(usize, i32, usize)>, _, _)| {
            let mut start = 0_i32;
            let zones = zones.into_iter().map(|(kind, length, gap)| {
                // Most fit: they end where a character does.
                let mut end = (start + length).max(0);
                if gap > 1 {
                    while !text.is_char_boundary(end as usize) && (end as usize) < text.len() {
                        end += 1;
                    }
                    end = end.min(text.len() as i32);
                }
                let zone = zone(ZoneKind::ALL[kind], start as usize, end as usize);
                start = if gap == 0 { start } else { end };
                zone
            });
            Article {
                id,
                zones: zones.collect(),
                title,
                date: None,
                payload,
                facets: Vec::new(),
                text,
            }
        };
        rows.into_iter().map(make).collect()
    })
}

/// The zones as they are kept: what does not fit the text, or goes back in it, is empty.
fn kept(article: &Article) -> Vec<Zone> {
    let mut last = 0;
    let keep = |zone: &Zone| {
        let fits = article.text.get(zone.span.range()).is_some() && zone.span.start >= last;
        let span = if fits {
            zone.span
        } else {
            Span {
                start: last,
                end: last,
            }
        };
        last = span.end;
        Zone {
            span,
            kind: zone.kind,
        }
    };
    article.zones.iter().map(keep).collect()
}

/// The checksum of the format, reckoned bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

/// Puts the right checksum into a root whose body was changed.
fn sealed(mut root: Vec<u8>) -> Vec<u8> {
    let sum = crc32(&root[16..]);
    root[12..16].copy_from_slice(&sum.to_le_bytes());
    root
}

/// Chunks that nobody verified.
struct Unverified(Vec<Vec<u8>>);

impl Chunks for Unverified {
    fn chunk(&self, number: u32) -> Option<&[u8]> {
        Some(self.0.get(number as usize).map_or(&[], Vec::as_slice))
    }
}

/// A number as the format has it (LEB128).
fn number(mut number: u32) -> Vec<u8> {
    let mut out = Vec::new();
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
    out
}

#[test]
fn equal_documents_give_equal_bytes() {
    let (one, other) = (sample(), sample());
    assert_eq!(built(&one), built(&other));
    let documents: Vec<Document> = one.iter().map(Article::document).collect();
    assert_eq!(write(&documents), built(&other).packed());
}

#[test]
fn what_is_learnt_of_other_texts_changes_no_bytes() {
    let mut preparer = Preparer::default();
    let articles = sample();
    for article in articles.iter().rev() {
        preparer.prepare(&article.document());
    }
    let mut builder = Builder::default();
    for article in &articles {
        builder.add(preparer.prepare(&article.document()));
    }
    assert_eq!(builder.finish(), built(&articles));
}

#[test]
fn the_order_of_values_changes_no_bytes() {
    let mut turned = sample();
    for article in &mut turned {
        article.facets.reverse();
        let again = article.facets.clone();
        article.facets.extend(again);
    }
    assert_eq!(built(&turned), built(&sample()));
}

#[test]
fn a_title_beside_the_text_is_searched_and_marked_apart() {
    let bytes = built(&sample()).packed();
    let packed = Packed::open(&bytes).unwrap();
    let request = Request {
        query: "\"viet nga\"".to_owned(),
        limit: 20,
        ..Request::default()
    };
    let answer = search(&[packed.segment()], &request).answer().unwrap();
    let mut ids: Vec<&str> = answer.hits.iter().map(|hit| hit.id).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["000", "004", "008"]);
    for hit in &answer.hits {
        assert!(hit.marks.is_empty());
        let marked: Vec<&str> = hit.title_marks.iter().map(|mark| mark.of(hit.title)).collect();
        assert_eq!(marked, ["Việt - Nga"]);
    }
}

#[test]
fn other_bytes_are_refused_with_the_reason() {
    let good = built(&sample()).root;
    let refused = |bytes: &[u8]| Index::open(bytes).err();
    assert_eq!(refused(&good), None);
    assert_eq!(refused(b""), Some(IndexError::NotAnIndex));
    assert_eq!(
        refused(b"PK\x03\x04 something else"),
        Some(IndexError::NotAnIndex)
    );
    assert_eq!(refused(b"SPINDEX\n\x02\0\0\0"), Some(IndexError::Truncated));
    assert_eq!(refused(&good[..good.len() - 1]), Some(IndexError::Damaged));
    assert_eq!(
        refused(&sealed(good[..good.len() - 1].to_vec())),
        Some(IndexError::Truncated)
    );
    let mut newer = good.clone();
    newer[8] = 99;
    assert_eq!(refused(&newer), Some(IndexError::Version(99)));
    let mut damaged = good.clone();
    damaged[100] ^= 1;
    assert_eq!(refused(&damaged), Some(IndexError::Damaged));
    let packed = built(&sample()).packed();
    let refused = |bytes: &[u8]| Packed::open(bytes).err();
    assert_eq!(refused(&packed), None);
    assert_eq!(refused(&packed[..packed.len() - 1]), Some(IndexError::Truncated));
    assert_eq!(
        refused(&[&packed[..], &[0]].concat()),
        Some(IndexError::Truncated)
    );
    assert_eq!(refused(&good), Some(IndexError::NotAnIndex));
}

#[test]
fn a_literal_passes_over_what_cannot_be_seen() {
    let text = "Chủ tịch Vie\u{AD}\u{323}\u{302}t\u{FEFF}nam phát biểu.";
    let zones = [zone(ZoneKind::Body, 0, text.len())];
    let document = Document {
        id: "a",
        text,
        zones: &zones,
        title: None,
        date: None,
        payload: &[],
        facets: Vec::new(),
    };
    let bytes = write(&[document]);
    let packed = Packed::open(&bytes).unwrap();
    for (query, total) in [("=\"tịch Việtnam\"", 1), ("=Vi\u{AD}ệtnam", 1), ("=việtnam", 0)] {
        let request = Request {
            query: query.to_owned(),
            ..Request::default()
        };
        let answer = search(&[packed.segment()], &request).answer().unwrap();
        assert_eq!(answer.total, total, "{query}");
    }
}

/// A root that says it has more documents than anybody has memory for.
#[test]
fn a_root_cannot_claim_documents_that_its_chunks_have_no_room_for() {
    let none = built(&[]).root;
    // Without documents: number of documents, eight totals, twelve chunks, no terms, no texts, no lengths.
    assert_eq!(none[16], 0);
    assert_eq!(none[none.len() - 3..], [0, 0, 0]);
    for documents in [1_000, 1 << 20, u32::MAX] {
        let mut root = none[..16].to_vec();
        root.extend(number(documents));
        root.extend(&none[17..none.len() - 2]);
        // One chunk of texts of three bytes, with all of them.
        root.extend([1, 3, 0, 0, 0, 0]);
        root.extend(number(documents));
        root.push(0);
        assert_eq!(
            Index::open(&sealed(root)).err(),
            Some(IndexError::Truncated),
            "{documents}"
        );
    }
}

#[test]
fn a_chunk_that_is_not_the_one_is_refused() {
    let written = built(&sample());
    let loaded = Loaded::open(&written.root).unwrap();
    for (number, chunk) in (0..).zip(&written.chunks) {
        let refused = Err(IndexError::Chunk(number));
        if !chunk.is_empty() {
            let mut changed = chunk.clone();
            *changed.last_mut().unwrap() ^= 1;
            assert_eq!(loaded.add(number, changed), refused);
            assert_eq!(loaded.add(number, chunk[1..].to_vec()), refused);
        }
        assert_eq!(loaded.add(number, [chunk, &[0_u8][..]].concat()), refused);
        assert_eq!(loaded.add(number, chunk.clone()), Ok(()));
        // What is there stays.
        assert_eq!(loaded.add(number, chunk.clone()), Ok(()));
    }
    let beyond = written.chunks.len() as u32;
    assert_eq!(loaded.add(beyond, Vec::new()), Err(IndexError::Chunk(beyond)));
    use_everything(&[loaded.segment()]);
}

#[test]
fn everything_can_be_asked_of_what_was_written() {
    let bytes = built(&sample()).packed();
    let packed = Packed::open(&bytes).unwrap();
    use_everything(&[packed.segment()]);
    use_everything(&[packed.segment(), packed.segment()]);
    use_everything(&[]);
    let none = write(&[]);
    use_everything(&[Packed::open(&none).unwrap().segment()]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn articles_come_back_byte_for_byte(articles in articles()) {
        let written = built(&articles);
        prop_assert_eq!(&written, &built(&articles));
        let bytes = written.packed();
        let packed = Packed::open(&bytes).unwrap();
        let segments = [packed.segment()];
        for (number, wanted) in (0..).zip(&articles) {
            let read = article(&segments, number, &Request::default()).unwrap().answer().unwrap();
            prop_assert_eq!(&read.text, &wanted.text);
            prop_assert_eq!(read.id, &wanted.id);
            prop_assert_eq!(read.title, wanted.title.as_deref().unwrap_or(""));
            prop_assert_eq!(read.payload, &wanted.payload);
            prop_assert_eq!(&read.zones, &kept(wanted));
        }
        let all = search(&segments, &Request { limit: 10, ..Request::default() }).answer().unwrap();
        prop_assert_eq!(all.hits.len(), articles.len());
        for hit in all.hits {
            prop_assert_eq!(hit.text.whole(), &articles[hit.document as usize].text);
        }
    }

    /// What a hit shows is written without the rest of its text, and the same.
    #[test]
    fn a_part_of_a_text_is_what_stands_there(articles in articles(), parts in vec((0..90_u32, 0..50_u32), 6)) {
        let bytes = built(&articles).packed();
        let packed = Packed::open(&bytes).unwrap();
        let segments = [packed.segment()];
        for query in ["", "nga", "\"viet nam\"", "a*", "\"viet nga\"~9", "/[a-zđ]+ ./"] {
            let request = Request { query: query.to_owned(), limit: 10, zones: ZoneKind::ALL.into(), ..Request::default() };
            for hit in search(&segments, &request).answer().unwrap().hits {
                let text = &articles[hit.document as usize].text;
                for (start, length) in &parts {
                    let span = Span { start: *start, end: start + length };
                    prop_assert_eq!(hit.text.of(span), span.of(text), "{:?} of {:?}", span, text);
                }
                for passage in &hit.passages {
                    let whole = if passage.zone.is_some() { text } else { hit.title };
                    prop_assert_eq!(&passage.text, passage.span.of(whole));
                    prop_assert!(!passage.text.is_empty() && passage.sentence.contains(passage.span));
                }
                for zone in &hit.zones {
                    prop_assert_eq!(hit.text.of(zone.span), zone.span.of(text));
                }
                prop_assert_eq!(hit.text.len(), text.len());
                prop_assert_eq!(hit.text.into_whole(), &text[..]);
            }
        }
    }

    /// Every token of a text finds the text, and its mark is a token.
    #[test]
    fn what_stands_in_a_text_finds_it(articles in articles()) {
        let bytes = built(&articles).packed();
        let packed = Packed::open(&bytes).unwrap();
        for (number, wanted) in (0..).zip(&articles) {
            let zones = kept(wanted);
            let token = zones.iter().find_map(|zone| {
                let token = viet::tokens(zone.span.of(&wanted.text)).next()?;
                Some((zone.kind, token.span.shifted(zone.span.start)))
            });
            let Some((kind, token)) = token else { continue };
            // A lone combining letter is no literal, nor is what cannot be seen a part of one.
            let visible = token.of(&wanted.text).replace(viet::is_invisible, "");
            let visible = viet::nfc(&visible);
            if viet::token_spans(&visible).next().is_none_or(|whole| whole.len() < visible.len()) { continue; }
            let request = Request { query: format!("=\"{}\"", token.of(&wanted.text)), zones: vec![kind], ..Request::default() };
            let marked = article(&[packed.segment()], number, &request).unwrap().answer().unwrap();
            prop_assert!(marked.marks.iter().any(|mark| mark.contains(token)), "{:?} in {:?}", request.query, wanted.text);
        }
    }

    #[test]
    fn any_query_has_an_answer(query in "\\PC{0,30}", open in any::<bool>()) {
        let bytes = built(&sample()).packed();
        let packed = Packed::open(&bytes).unwrap();
        let request = Request { query, open, explain: true, limit: 3, ..Request::default() };
        let answer = search(&[packed.segment()], &request).answer().unwrap();
        prop_assert!(answer.hits.len() <= 3 && answer.total <= 12);
        for hit in &answer.hits {
            let marked = article(&[packed.segment()], hit.document, &request).unwrap().answer().unwrap();
            prop_assert_eq!(&marked.marks, &hit.marks);
            prop_assert_eq!(&marked.title_marks, &hit.title_marks);
        }
        for offer in &answer.offers {
            if let Change::RelaxAccents { query } | Change::Respell { query } | Change::DropPart { query, .. } = &offer.change {
                let asked = Request { query: query.clone(), ..request.clone() };
                let answer = search(&[packed.segment()], &asked).answer().unwrap();
                prop_assert!(answer.total > 0, "{:?}", query);
            }
        }
    }

    #[test]
    fn a_change_is_noticed(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let written = built(&sample());
        let mut root = written.root.clone();
        let at_root = at.index(root.len());
        root[at_root] ^= 1 << bit;
        prop_assert!(Index::open(&root).is_err());
        prop_assert!(Index::open(&written.root[..at_root]).is_err());
        let bytes = written.packed();
        prop_assert!(Packed::open(&bytes[..at.index(bytes.len())]).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn lies_with_right_checksums_do_no_harm(
        in_root in vec((any::<prop::sample::Index>(), lie()), 0..3),
        in_chunks in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), lie()), 0..12),
        cut in proptest::option::weighted(0.2, (any::<prop::sample::Index>(), any::<prop::sample::Index>())),
        swapped in proptest::option::weighted(0.2, (any::<prop::sample::Index>(), any::<prop::sample::Index>())),
    ) {
        let Written { root, mut chunks } = built(&sample());
        let mut changed = root.clone();
        for (at, value) in in_root {
            let at = 16 + at.index(root.len() - 16);
            changed[at] = value;
        }
        for (chunk, at, value) in in_chunks {
            let chunk = chunk.get_mut(&mut chunks[..]);
            if !chunk.is_empty() {
                *at.get_mut(&mut chunk[..]) = value;
            }
        }
        if let Some((chunk, at)) = cut {
            let chunk = chunk.get_mut(&mut chunks[..]);
            chunk.truncate(at.index(chunk.len() + 1));
        }
        if let Some((one, other)) = swapped {
            let number = chunks.len();
            chunks.swap(one.index(number), other.index(number));
        }
        for root in [root, sealed(changed)] {
            if let Ok(index) = Index::open(&root) {
                let chunks = Unverified(chunks.clone());
                use_everything(&[Segment { index: &index, chunks: &chunks }]);
            }
        }
    }

    #[test]
    fn lies_in_one_piece_do_no_harm(changes in vec((any::<prop::sample::Index>(), lie()), 1..12)) {
        let written = built(&sample());
        let length = number(written.root.len() as u32).len();
        let mut bytes = written.packed();
        for (at, value) in changes {
            *at.get_mut(&mut bytes[length + 16..]) = value;
        }
        let end = length + written.root.len();
        let root = sealed(bytes[length..end].to_vec());
        bytes[length..end].copy_from_slice(&root);
        if let Ok(packed) = Packed::open(&bytes) {
            use_everything(&[packed.segment()]);
        }
    }
}

fn lie() -> impl Strategy<Value = u8> {
    prop_oneof![3 => any::<u8>(), 1 => Just(0), 1 => Just(1), 1 => Just(0x7F), 1 => Just(0x80), 1 => Just(255)]
}
