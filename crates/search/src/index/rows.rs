//! Writing: which syllables stand side by side in many articles, in rows of two to four.
//!
//! A row is frequent where it stands in at least one article of about a hundred, or of eighty if it is longer than a pair.
//! Below the key of a frequent row each of its other spellings, frequent or not, is listed too: what has no place in the
//! lists below such a key stands nowhere side by side.

use super::terms::row_key;
use super::write::TermRow;
use crate::model::ZoneSet;
use crate::text::{FIRST_TOKEN, Prepared, runs_on, zone_of_marker};
use corpus::ZoneKind;
use rustc_hash::FxHashMap;

/// Most syllables of a row.
pub(crate) const LONGEST: usize = 4;

/// The numbers of its forms, or of their keys, 32 bits each, the last one lowest.
type Row = u128;

/// Documents that a row stands in, as lists are written from: in their titles, and in their bodies.
#[derive(Clone, Debug, Default)]
struct Places([Vec<(u32, u32)>; 2]);

impl Places {
    fn add(&mut self, document: u32, kind: ZoneKind) {
        let list = &mut self.0[usize::from(kind != ZoneKind::Title)];
        if list.last() != Some(&(document, 1)) {
            list.push((document, 1));
        }
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    fn into_lists(self) -> Vec<(ZoneKind, Vec<(u32, u32)>)> {
        let lists = [ZoneKind::Title, ZoneKind::Body].into_iter().zip(self.0);
        lists.filter(|(_, list)| !list.is_empty()).collect()
    }
}

/// A form of the dictionary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'a> {
    pub(super) norm: &'a str,
    /// Number of its key.
    pub(super) bare: u32,
    /// Number of places in zones of the articles: it stands in so many articles at most.
    pub(super) places: u32,
}

/// What rows are made of.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub(super) articles: &'a [Prepared],
    /// By the numbers of the codes.
    pub(super) forms: &'a [Name<'a>],
    /// By [`Name::bare`].
    pub(super) bares: &'a [&'a str],
    /// In so many articles a pair, and a longer row, is frequent.
    pub(super) least: [u32; 2],
}

/// For each code of each article whether a frequent row ends there.
type Ends = Vec<Vec<bool>>;

impl Rows<'_> {
    /// Key, form and lists of each frequent row; the form is empty for all spellings below a key that are too rare.
    pub(super) fn listed(&self) -> Vec<TermRow> {
        let least = self.least[0];
        let usable = |form: u32| {
            let form = self.forms.get(form as usize);
            form.is_some_and(|form| form.places >= least && form.norm.chars().all(char::is_alphabetic))
        };
        let usable: Vec<bool> = (0..self.forms.len() as u32).map(usable).collect();
        let usable = |code: &u32| {
            let form = code.checked_sub(FIRST_TOKEN);
            form.and_then(|form| usable.get(form as usize).copied())
                .unwrap_or(false)
        };
        let ends_of = |article: &Prepared| article.codes.iter().map(usable).collect();
        // A row can be frequent only where the two in it that are shorter by one are.
        let mut ends: Ends = self.articles.iter().map(ends_of).collect();
        let mut listed = Vec::new();
        for length in 2..=LONGEST {
            self.of_length(length, &mut ends, &mut listed);
        }
        listed
    }

    /// Adds the frequent rows of one length. `ends` are those of the rows that are shorter by one, and then of these.
    fn of_length(&self, length: usize, ends: &mut Ends, listed: &mut Vec<TermRow>) {
        let frequent = self.frequent(length, ends);
        let mut chosen = Filter::default();
        let mut below: FxHashMap<Row, Places> = FxHashMap::default();
        for row in frequent.keys() {
            let bare = self.bare(*row, length);
            chosen.add(bare);
            below.insert(bare, Places::default());
        }
        let mut places: FxHashMap<Row, Places> =
            frequent.into_keys().map(|row| (row, Places::default())).collect();
        for ((document, article), ends) in (0..).zip(self.articles).zip(ends) {
            ends.fill(false);
            each_row(article, length, |at, row, kind, _| {
                let bare = self.bare(row, length);
                if !chosen.may_have(bare) {
                    return;
                }
                let frequent = places.get_mut(&row);
                if let Some(end) = ends.get_mut(at) {
                    *end = frequent.is_some();
                }
                if let Some(places) = frequent.or_else(|| below.get_mut(&bare)) {
                    places.add(document, kind);
                }
            });
        }
        below.retain(|_, places| !places.is_empty());
        let key = |bare: Row| {
            let names = numbers(bare, length).map(|number| self.bares.get(number).copied().unwrap_or(""));
            row_key(&names.collect::<Vec<_>>())
        };
        for (row, places) in places {
            let norms =
                numbers(row, length).map(|number| self.forms.get(number).map_or("", |form| form.norm));
            let form = norms.collect::<Vec<_>>().join(" ");
            listed.push((key(self.bare(row, length)), form, places.into_lists()));
        }
        for (bare, places) in below {
            listed.push((key(bare), String::new(), places.into_lists()));
        }
    }

    /// The rows of one length that stand in enough articles, with the last one that they were met in and how many.
    fn frequent(&self, length: usize, ends: &Ends) -> FxHashMap<Row, (u32, u32)> {
        let least = self.least[usize::from(length > 2)];
        // Of pairs there are too many to count each of them; of longer rows few are left.
        let crowds = (length == 2).then(|| Crowds::of(self.articles, ends));
        let mut counts: FxHashMap<Row, (u32, u32)> = FxHashMap::default();
        for ((document, article), ends) in (1..).zip(self.articles).zip(ends) {
            each_row(article, length, |at, row, _, before| {
                let shorter = |at: usize| ends.get(at) == Some(&true);
                let crowded = || crowds.as_ref().is_none_or(|crowds| crowds.count(row) >= least);
                if shorter(at) && shorter(before) && crowded() {
                    let (met, count) = counts.entry(row).or_default();
                    *count += u32::from(*met != document);
                    *met = document;
                }
            });
        }
        counts.retain(|_, (_, count)| *count >= least);
        counts
    }

    /// The same row of keys.
    fn bare(&self, row: Row, length: usize) -> Row {
        let bares = numbers(row, length).map(|number| self.forms.get(number).map_or(0, |form| form.bare));
        bares.fold(0, |row, number| row << 32 | Row::from(number))
    }
}

/// In how many articles the pairs of each of many crowds stand: so many does each of them at most.
struct Crowds(Vec<(u32, u32)>);

impl Crowds {
    fn of(articles: &[Prepared], ends: &Ends) -> Self {
        // A few pairs share one, whatever there are in all.
        let tokens: usize = articles.iter().map(|article| article.codes.len()).sum();
        let bits = (tokens / 4).max(1).ilog2().clamp(8, 22);
        let mut crowds = Self(vec![(0, 0); 1 << bits]);
        for ((document, article), ends) in (1..).zip(articles).zip(ends) {
            each_row(article, 2, |at, row, _, before| {
                let usable = |at: usize| ends.get(at) == Some(&true);
                let place = crowds.place(row);
                if let Some((met, count)) = crowds.0.get_mut(place).filter(|_| usable(at) && usable(before)) {
                    *count += u32::from(*met != document);
                    *met = document;
                }
            });
        }
        crowds
    }

    fn count(&self, row: Row) -> u32 {
        self.0.get(self.place(row)).map_or(0, |(_, count)| *count)
    }

    fn place(&self, row: Row) -> usize {
        (mixed(row) >> (64 - self.0.len().ilog2())) as usize
    }
}

/// Says quickly of most rows that they are not in a set (B. H. Bloom, "Space/time trade-offs in hash coding with
/// allowable errors", 1970; with one hash).
struct Filter(Vec<u64>);

impl Default for Filter {
    fn default() -> Self {
        Self(vec![0; 1 << 14])
    }
}

impl Filter {
    fn add(&mut self, row: Row) {
        let hash = mixed(row);
        if let Some(word) = self.0.get_mut((hash >> 50) as usize) {
            *word |= 1 << (hash >> 44 & 63);
        }
    }

    #[inline]
    fn may_have(&self, row: Row) -> bool {
        let hash = mixed(row);
        let word = self.0.get((hash >> 50) as usize);
        word.is_some_and(|word| word >> (hash >> 44 & 63) & 1 == 1)
    }
}

/// A hash whose upper bits depend on all of a row.
#[inline]
const fn mixed(row: Row) -> u64 {
    /// Odd numbers without a pattern: 2⁶⁴ over the golden ratio, and the second constant of `MurmurHash3`.
    const FACTORS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xC4CE_B9FE_1A85_EC53];
    let (low, high) = (row as u64, (row >> 64) as u64);
    let low = (low ^ low >> 32).wrapping_mul(FACTORS[0]);
    (low ^ low >> 29 ^ high.wrapping_mul(FACTORS[1])).wrapping_mul(FACTORS[1])
}

/// The last forms of a row.
const fn tail(row: Row, length: usize) -> Row {
    row & (Row::MAX >> (128 - 32 * length))
}

/// The numbers of a row.
fn numbers(row: Row, length: usize) -> impl Iterator<Item = usize> {
    (0..length)
        .rev()
        .map(move |at| (row >> (32 * at)) as u32 as usize)
}

/// Calls `then` with each row of forms side by side in title and body of an article: where it ends among the codes, the
/// row, the kind of zone, and where the form before its last one stands.
#[inline]
fn each_row(article: &Prepared, length: usize, mut then: impl FnMut(usize, Row, ZoneKind, usize)) {
    let (mut row, mut there, mut before): (Row, usize, usize) = (0, 0, 0);
    let mut kind = ZoneKind::Body;
    for (at, code) in article.codes.iter().enumerate() {
        let Some(form) = code.checked_sub(FIRST_TOKEN) else {
            if !runs_on(*code, kind) {
                there = 0;
            }
            kind = zone_of_marker(*code).unwrap_or(kind);
            continue;
        };
        if !ZoneSet::usual().has(kind) {
            there = 0;
            continue;
        }
        row = tail(row << 32 | Row::from(form), length);
        there += 1;
        if there >= length {
            then(at, row, kind, before);
        }
        before = at;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
mod tests {
    use crate::index::{Builder, Index, Written};
    use crate::{Detail, Document, Loaded, Outcome, Packed, Preparer, Request, search};
    use corpus::{Zone, ZoneKind};
    use proptest::prelude::*;
    use proptest::sample::select;
    use std::collections::BTreeMap;
    use viet::Span;

    /// An index of articles that are a title and a body each, in which rows of so many articles have lists.
    fn written(articles: &[(String, String)], least: [u32; 2]) -> Written {
        let (mut preparer, mut builder) = (Preparer::default(), Builder::with_least(least));
        for (title, body) in articles {
            let text = format!("{title}\n{body}");
            let zone = |start, end, kind| Zone {
                span: Span::new(start, end),
                kind,
            };
            let zones = [
                zone(0, title.len() + 1, ZoneKind::Title),
                zone(title.len() + 1, text.len(), ZoneKind::Body),
            ];
            builder.add(preparer.prepare(&Document {
                id: "a",
                text: &text,
                zones: &zones,
                title: None,
                date: None,
                payload: &[],
                facets: Vec::new(),
            }));
        }
        builder.finish()
    }

    fn listed(articles: &[&str], least: [u32; 2]) -> String {
        let articles: Vec<_> = articles
            .iter()
            .map(|body| (String::new(), (*body).to_owned()))
            .collect();
        let written = written(&articles, least);
        let packed = written.packed();
        let packed = Packed::open(&packed).unwrap();
        let source = crate::source::Source::new(packed.segment());
        let mut rows = BTreeMap::new();
        source.forms_from("", |key, form| {
            let key = String::from_utf8_lossy(key).into_owned();
            let mut documents = Vec::new();
            form.lists
                .iter()
                .for_each(|(_, list)| list.each(|document, _| documents.push(document)));
            if key.contains(' ') {
                rows.insert(format!("{key} {:?}", form.norm), documents);
            }
        });
        let lines = rows
            .iter()
            .map(|(name, documents)| format!("{name} {documents:?}"));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn frequent_rows_are_listed_and_what_else_stands_below_their_keys() {
        let articles = [
            "Hòa bình thế giới.",
            "hòa bình thế giới",
            "Hoá binh thế giới, bình 3",
        ];
        insta::assert_snapshot!(listed(&articles, [2, 2]), @r#"
        binh the "" [2]
        binh the "bình thế" [0, 1]
        hoa binh "" [2]
        hoa binh "hòa bình" [0, 1]
        the gioi "thế giới" [0, 1, 2]
        ~binh the gioi "" [2]
        ~binh the gioi "bình thế giới" [0, 1]
        ~hoa binh the "" [2]
        ~hoa binh the "hòa bình thế" [0, 1]
        ~hoa binh the gioi "" [2]
        ~hoa binh the gioi "hòa bình thế giới" [0, 1]
        "#);
        // Rows go on over punctuation, as phrases do; longer ones may be wanted in more articles.
        insta::assert_snapshot!(listed(&["a b (c d) e", "a b, c d e", "a b"], [2, 3]), @r#"
        a b "a b" [0, 1, 2]
        b c "b c" [0, 1]
        c d "c d" [0, 1]
        d e "d e" [0, 1]
        "#);
    }

    /// Number of articles that match, and which.
    fn found(written: &Written, request: &Request) -> (u32, Vec<u32>) {
        let bytes = written.packed();
        let packed = Packed::open(&bytes).unwrap();
        let answer = search(&[packed.segment()], request).answer().unwrap();
        let mut hits: Vec<u32> = answer.hits.iter().map(|hit| hit.document).collect();
        hits.sort_unstable();
        (answer.total, hits)
    }

    fn body() -> impl Strategy<Value = String> {
        let word = select(vec!["hòa", "hoà", "hóa", "Bình", "binh", "thế", "3"]);
        let between = select(vec![" ", " ", " ", " ", ", ", ". ", "\n"]);
        proptest::collection::vec((word, between), 0..14).prop_map(|pairs| {
            pairs
                .into_iter()
                .flat_map(|(word, between)| [word, between])
                .collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn phrases_are_found_alike_with_lists_of_rows_and_without(
            articles in proptest::collection::vec((body(), body()), 1..8),
            phrase in proptest::collection::vec(select(vec!["hòa", "hoa", "bình", "binh", "the", "3", "bì*"]), 2..6),
            zones in select(vec![vec![], vec![ZoneKind::Title], ZoneKind::ALL.to_vec()]),
            also in select(vec!["", " thế", " -bình"]),
            least in select(vec![[1, 1], [2, 2], [1, 2]]),
        ) {
            let request = Request {
                query: format!("\"{}\"{also}", phrase.join(" ")),
                zones,
                limit: 20,
                ..Request::default()
            };
            let none = written(&articles, [u32::MAX, u32::MAX]);
            prop_assert_eq!(found(&written(&articles, least), &request), found(&none, &request), "{}", request.query);
        }
    }

    #[test]
    fn a_phrase_that_has_a_list_is_counted_without_texts() {
        let article = |at: usize| {
            (
                String::new(),
                format!("Trong đó có {at} người. Cơ quan chức năng."),
            )
        };
        let articles: Vec<_> = (0..12).map(article).collect();
        let written = written(&articles, super::super::write::LEAST);
        let index = Index::open(&written.root).unwrap();
        let count = |query: &str| {
            let loaded = Loaded::open(&written.root).unwrap();
            let request = Request {
                query: query.to_owned(),
                detail: Detail::Hits,
                ..Request::default()
            };
            loop {
                match search(&[loaded.segment()], &request) {
                    Outcome::Answer(answer) => break answer.total,
                    Outcome::Needs(needs) => {
                        for (_, chunk) in needs {
                            assert!(!index.is_text(chunk), "{query} reads texts");
                            loaded.add(chunk, written.chunks[chunk as usize].clone()).unwrap();
                        }
                    }
                }
            }
        };
        assert_eq!(count("\"trong đó có\""), 12);
        assert_eq!(count("\"co quan chuc nang\""), 12);
    }
}
