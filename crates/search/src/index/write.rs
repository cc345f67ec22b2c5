//! Writing: articles in, root and chunks out.

use super::lengths::round;
use super::rows::{Name, Rows};
use super::terms::{Lists, Term, TermsWriter, is_syllable};
use super::words::put_words;
use super::{EXTRAS, MAGIC, MOST_FORMS, PREAMBLE, TERMS_BYTES, TEXTS_BYTES, VERSION};
use crate::codes::{put, put_after, put_text};
use crate::model::{Document, Facet};
use crate::postings::{Times, put_list};
use crate::text::{FIRST_TOKEN, Piece, Prepared, Preparer, Styles, is_expected, pack, zone_of_marker};
use corpus::{CivilDate, ZoneKind};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use viet::Syllable;

/// An index as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What a reader needs first.
    pub root: Vec<u8>,
    /// What it asks for by number.
    pub chunks: Vec<Vec<u8>>,
}

impl Written {
    /// All of it in one piece, for [`crate::Packed::open`].
    pub fn packed(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self.root.len() as u32);
        out.extend_from_slice(&self.root);
        for chunk in &self.chunks {
            out.extend_from_slice(chunk);
        }
        out
    }
}

/// The index of `documents`, which are numbered in the order given, in one piece for [`crate::Packed::open`].
///
/// ```
/// let document = search::Document { id: "a", text: "Hòa bình", zones: &[], title: None, date: None, payload: &[], facets: vec![] };
/// let bytes = search::write(&[document]);
/// assert_eq!(search::Packed::open(&bytes)?.index().len(), 1);
/// # Ok::<(), search::IndexError>(())
/// ```
pub fn write(documents: &[Document]) -> Vec<u8> {
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for document in documents {
        builder.add(preparer.prepare(document));
    }
    builder.finish().packed()
}

/// Number of places, and their documents by kind of zone.
type ByKind = (usize, [Vec<u32>; 8]);

/// Key, form and lists of a term.
pub(super) type TermRow = (String, String, Lists);

/// One place of a form: document, kind of zone, how often.
type Place = (u32, ZoneKind, u32);

#[derive(Clone, Debug, Default)]
struct FormRow {
    norm: String,
    bare: String,
    places: Vec<Place>,
    /// Number of its tokens in the corpus.
    tokens: u32,
}

/// A pair of syllables has a list where it stands in at least one article of so many, a longer row likewise,
const SHARE: [u32; 2] = [94, 78];
/// and in at least so many: the texts of a small corpus are soon read.
pub(super) const LEAST: [u32; 2] = [2, 10];

/// Collects articles into an index. Equal articles in equal order give equal bytes on every machine.
#[derive(Clone, Debug)]
pub struct Builder {
    articles: Vec<Prepared>,
    numbers: FxHashMap<String, u32>,
    forms: Vec<FormRow>,
    styles: FxHashMap<Piece, u32>,
    values: BTreeMap<(Facet, String), Vec<(u32, u32)>>,
    lengths: Vec<[u32; 8]>,
    bytes: u64,
    least: [u32; 2],
    extras: [Vec<u8>; EXTRAS as usize],
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            numbers: FxHashMap::default(),
            forms: Vec::new(),
            styles: FxHashMap::default(),
            values: BTreeMap::new(),
            lengths: Vec::new(),
            bytes: 0,
            least: LEAST,
            extras: Default::default(),
        }
    }
}

impl Builder {
    /// One that lists pairs, and longer rows, which stand in so many articles.
    #[cfg(test)]
    pub(crate) fn with_least(least: [u32; 2]) -> Self {
        Self {
            least,
            ..Self::default()
        }
    }

    /// Adds an article, which gets the next number. Ties between hits are broken by number: add by id.
    pub fn add(&mut self, mut article: Prepared) {
        let document = self.articles.len() as u32;
        let forms = std::mem::take(&mut article.forms);
        let mut counts = vec![[0_u32; 8]; forms.len()];
        let mut lengths = [0; 8];
        let numbers: Vec<u32> = forms.into_iter().map(|norm| self.number(norm)).collect();
        let mut kind = ZoneKind::Body;
        let (mut begins, mut at) = (true, 0);
        for code in &mut article.codes {
            let Some(form) = code.checked_sub(FIRST_TOKEN) else {
                kind = zone_of_marker(*code).unwrap_or(kind);
                begins = true;
                continue;
            };
            if let Some(count) = counts
                .get_mut(form as usize)
                .and_then(|row| row.get_mut(kind as usize))
            {
                *count += 1;
            }
            lengths[kind as usize] += 1;
            *code = FIRST_TOKEN + numbers.get(form as usize).copied().unwrap_or(0);
            let style = article
                .pieces
                .get(at)
                .and_then(|style| article.styles.get(*style as usize));
            if let Some(piece) = style.filter(|piece| piece.spelt.is_none() && !is_expected(piece, begins)) {
                match self.styles.get_mut(piece) {
                    Some(count) => *count += 1,
                    None => _ = self.styles.insert(piece.clone(), 1),
                }
            }
            (begins, at) = (false, at + 1);
        }
        for (number, counts) in numbers.iter().zip(counts) {
            if let Some(form) = self.forms.get_mut(*number as usize) {
                form.tokens += counts.iter().sum::<u32>();
                let there = ZoneKind::ALL
                    .into_iter()
                    .zip(counts)
                    .filter(|(_, count)| *count > 0);
                form.places
                    .extend(there.map(|(kind, count)| (document, kind, count)));
            }
        }
        let mut facets = std::mem::take(&mut article.facets);
        facets.retain(|(facet, _)| !matches!(facet, Facet::Year | Facet::Zone));
        facets.sort();
        facets.dedup();
        for value in facets {
            self.values.entry(value).or_default().push((document, 1));
        }
        self.bytes += article.bytes;
        self.lengths.push(lengths);
        self.articles.push(article);
    }

    /// Keeps bytes for others, in a chunk of its own that [`crate::extra`] finds by this number, below [`EXTRAS`].
    pub fn keep(&mut self, number: u32, bytes: Vec<u8>) {
        if let Some(extra) = self.extras.get_mut(number as usize) {
            *extra = bytes;
        }
    }

    /// Number of articles so far.
    pub fn len(&self) -> u32 {
        self.articles.len() as u32
    }

    /// Whether there is none yet.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Bytes of their texts.
    pub fn text_bytes(&self) -> u64 {
        self.bytes
    }

    fn number(&mut self, norm: String) -> u32 {
        if let Some(number) = self.numbers.get(&norm) {
            return *number;
        }
        let number = self.forms.len() as u32;
        self.numbers.insert(norm.clone(), number);
        self.forms.push(FormRow {
            bare: Syllable::new(&norm).bare().to_owned(),
            norm,
            ..FormRow::default()
        });
        number
    }

    /// The index of the articles.
    pub fn finish(mut self) -> Written {
        let styles = Styles::new(std::mem::take(&mut self.styles));
        let ranks = self.ranks();
        let mut lexicon = self.lexicon(&ranks, &styles);
        let beside = || {
            put_words(&self.articles, |form| self.norm(form), &mut lexicon);
            (self.texts(&ranks, &styles), self.syllables())
        };
        let (mut rows, ((texts, counts), mut listed)) = both(|| self.rows(), beside);
        let second = rows.split_off(rows.len() / 2);
        let (first, second) = both(|| coded(rows), || coded(second));
        listed.extend(first.into_iter().chain(second));
        let (terms, starts, keys) = terms(listed);
        let facets = Facet::ALL.map(|facet| self.facet(facet));
        let mut root = Vec::new();
        put(&mut root, self.articles.len() as u32);
        for kind in ZoneKind::ALL {
            let total: u64 = self.lengths.iter().map(|row| u64::from(row[kind as usize])).sum();
            put(&mut root, u32::try_from(total).unwrap_or(u32::MAX));
        }
        let mut written = Written::default();
        let mut chunk = |root: &mut Vec<u8>, bytes: Vec<u8>| {
            put(root, bytes.len() as u32);
            root.extend(crate::checksum(&bytes).to_le_bytes());
            written.chunks.push(bytes);
        };
        let extras = std::mem::take(&mut self.extras);
        let single = [lexicon, keys, self.dates()];
        let single = single.into_iter().chain(facets).chain(extras);
        single.for_each(|bytes| chunk(&mut root, bytes));
        for many in [terms, texts] {
            put(&mut root, many.len() as u32);
            for bytes in many {
                chunk(&mut root, bytes);
            }
        }
        let mut before = "";
        for start in &starts {
            put_after(&mut root, before, start);
            before = start;
        }
        for count in counts {
            put(&mut root, count);
        }
        self.put_lengths(&mut root);
        written.root = framed(VERSION, &root);
        written
    }

    /// The form of this number.
    fn norm(&self, number: u32) -> &str {
        self.forms.get(number as usize).map_or("", |form| &form.norm)
    }

    /// The code of each form in the streams, where the lexicon has it.
    fn ranks(&self) -> Vec<Option<u32>> {
        let mut order: Vec<u32> = (0..self.forms.len() as u32).collect();
        let row = |number: &u32| &self.forms[*number as usize];
        order.retain(|number| row(number).tokens > 1);
        order.sort_by_key(|number| (Reverse(row(number).tokens), &row(number).norm));
        order.truncate(MOST_FORMS);
        let mut ranks = vec![None; self.forms.len()];
        for (rank, number) in (0..).zip(order) {
            ranks[number as usize] = Some(rank);
        }
        ranks
    }

    fn lexicon(&self, ranks: &[Option<u32>], styles: &Styles) -> Vec<u8> {
        let mut rows: Vec<(u32, &str)> = ranks
            .iter()
            .zip(&self.forms)
            .filter_map(|(rank, form)| rank.map(|rank| (rank, form.norm.as_str())))
            .collect();
        rows.sort_unstable();
        let mut out = Vec::new();
        put(&mut out, rows.len() as u32);
        for (_, norm) in rows {
            put_text(&mut out, norm);
        }
        out.extend_from_slice(styles.bytes());
        out
    }

    /// Chunks of texts, with the number of documents in each.
    fn texts(&self, ranks: &[Option<u32>], styles: &Styles) -> (Vec<Vec<u8>>, Vec<u32>) {
        let shared = ranks.iter().flatten().count() as u32;
        let (mut chunks, mut counts) = (Vec::new(), Vec::new());
        let mut open = TextsWriter::default();
        for article in &self.articles {
            open.add(article, &self.forms, ranks, shared, styles);
            if open.body.len() >= TEXTS_BYTES {
                counts.push(open.count);
                chunks.push(std::mem::take(&mut open).finish());
            }
        }
        if open.count > 0 {
            counts.push(open.count);
            chunks.push(open.finish());
        }
        (chunks, counts)
    }

    /// The terms of a syllable, and of its beginning.
    fn syllables(&self) -> Vec<Term> {
        let mut terms = coded(self.beginnings());
        terms.extend(self.forms.iter().map(|form| {
            let mut lists = Lists::new();
            for kind in ZoneKind::ALL {
                let places = form.places.iter().filter(|place| place.1 == kind);
                let places: Vec<(u32, u32)> = places.map(|place| (place.0, place.2)).collect();
                if !places.is_empty() {
                    lists.push((kind, places));
                }
            }
            Term::new(form.bare.clone(), form.norm.clone(), &lists)
        }));
        terms
    }

    /// Rows of syllables that stand side by side in many articles.
    fn rows(&self) -> Vec<TermRow> {
        let (bares, numbers) = self.bares();
        let names = self.forms.iter().zip(numbers);
        let names: Vec<Name> = names
            .map(|(form, bare)| Name {
                norm: &form.norm,
                bare,
                places: form.places.len() as u32,
            })
            .collect();
        let shares = SHARE.map(|share| self.articles.len() as u32 / share);
        let rows = Rows {
            articles: &self.articles,
            forms: &names,
            bares: &bares,
            least: [0, 1].map(|length| shares[length].max(self.least[length])),
        };
        rows.listed()
    }

    /// The documents with any syllable that begins with one or two letters, where those are many.
    fn beginnings(&self) -> Vec<(String, String, Lists)> {
        let mut found: FxHashMap<(String, String), ByKind> = FxHashMap::default();
        for form in self.forms.iter().filter(|form| !form.places.is_empty()) {
            for name in beginnings_of(&form.norm) {
                let (count, kinds) = found.entry(name).or_default();
                *count += form.places.len();
                form.places
                    .iter()
                    .for_each(|place| kinds[place.1 as usize].push(place.0));
            }
        }
        let many = (self.articles.len() / 2).max(500);
        found.retain(|_, (count, _)| *count >= many);
        let list = |(kind, mut documents): (ZoneKind, Vec<u32>)| {
            documents.sort_unstable();
            documents.dedup();
            (
                kind,
                documents
                    .into_iter()
                    .map(|document| (document, 1))
                    .collect::<Vec<_>>(),
            )
        };
        let row = |((key, form), (_, kinds)): ((String, String), ByKind)| {
            let kinds = ZoneKind::ALL
                .into_iter()
                .zip(kinds)
                .filter(|(_, documents)| !documents.is_empty());
            (key, form, kinds.map(list).collect())
        };
        found.into_iter().map(row).collect()
    }

    /// The keys, each once, and the number of each form's.
    fn bares(&self) -> (Vec<&str>, Vec<u32>) {
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        let mut names = Vec::new();
        let numbers = self.forms.iter().map(|form| {
            *known.entry(form.bare.as_str()).or_insert_with(|| {
                names.push(form.bare.as_str());
                names.len() as u32 - 1
            })
        });
        let numbers = numbers.collect();
        (names, numbers)
    }

    fn dates(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for article in &self.articles {
            let (from, more) = article.date.map_or((0, 0), |(from, to)| {
                let first = from.ordinal() + 1;
                (first, to.ordinal() + 1 - first)
            });
            put(&mut out, u32::try_from(from).unwrap_or(0));
            put(&mut out, u32::try_from(more).unwrap_or(0));
        }
        out
    }

    fn facet(&self, facet: Facet) -> Vec<u8> {
        let (mut out, mut before) = (Vec::new(), "");
        for ((of, slug), places) in &self.values {
            if *of == facet {
                put_after(&mut out, before, slug);
                put_list(&mut out, places, Times::Left);
                before = slug;
            }
        }
        out
    }

    fn put_lengths(&self, out: &mut Vec<u8>) {
        let has = |kind: &ZoneKind| self.lengths.iter().any(|row| row[*kind as usize] > 0);
        let present: Vec<ZoneKind> = ZoneKind::ALL.into_iter().filter(has).collect();
        out.push(present.iter().fold(0, |bits, kind| bits | 1 << *kind as u8));
        for kind in present {
            out.extend(self.lengths.iter().map(|row| round(row[kind as usize])));
        }
    }
}

fn coded(rows: Vec<TermRow>) -> Vec<Term> {
    rows.into_iter()
        .map(|(key, form, lists)| Term::new(key, form, &lists))
        .collect()
}

/// Chunks of terms, the first key of each, and the chunk of keys.
fn terms(mut terms: Vec<Term>) -> (Vec<Vec<u8>>, Vec<String>, Vec<u8>) {
    terms.sort_unstable_by(|a, b| (&a.key, &a.form).cmp(&(&b.key, &b.form)));
    let (mut chunks, mut starts, mut keys) = (Vec::new(), Vec::new(), Vec::new());
    let mut open = TermsWriter::default();
    let mut before = "";
    for same in terms.chunk_by(|a, b| a.key == b.key) {
        let Some(Term { key, .. }) = same.first() else {
            continue;
        };
        if open.len() == 0 {
            starts.push(key.clone());
        }
        open.add(same);
        if is_syllable(key) {
            let documents = same.iter().map(|term| term.documents).max();
            put_after(&mut keys, before, key);
            put(&mut keys, documents.unwrap_or(0));
            before = key;
        }
        if open.len() >= TERMS_BYTES {
            chunks.push(std::mem::take(&mut open).finish());
        }
    }
    if open.len() > 0 {
        chunks.push(open.finish());
    }
    (chunks, starts, keys)
}

/// What two functions give, which take about as long: side by side where there are threads.
fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    if cfg!(target_family = "wasm") {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        // A panic goes on in the thread that waits.
        (
            one.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            other,
        )
    })
}

/// Keys and forms of the lists of beginnings that a form is in: its first one and two letters without accents, and
/// with no accent but the stroke of a leading đ.
fn beginnings_of(norm: &str) -> Vec<(String, String)> {
    let bare = Syllable::new(norm).letters_as_written();
    let stroke = norm.starts_with('đ');
    let mut names = Vec::new();
    for letters in [1, 2] {
        let Some((end, last)) = bare.char_indices().nth(letters - 1) else {
            break;
        };
        let start = &bare[..end + last.len_utf8()];
        let key = format!("{start}*");
        names.push((key.clone(), key.clone()));
        if stroke {
            names.push((key, format!("đ{}*", start.get(1..).unwrap_or(""))));
        }
    }
    names
}

/// Magic, version and checksum before a body.
pub(crate) fn framed(version: u32, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(PREAMBLE + body.len());
    out.extend(MAGIC);
    out.extend(version.to_le_bytes());
    out.extend(crate::checksum(body).to_le_bytes());
    out.extend_from_slice(body);
    out
}

#[derive(Debug, Default)]
struct TextsWriter {
    local: Vec<String>,
    numbers: FxHashMap<u32, u32>,
    lengths: Vec<u8>,
    body: Vec<u8>,
    count: u32,
}

impl TextsWriter {
    fn add(
        &mut self,
        article: &Prepared,
        forms: &[FormRow],
        ranks: &[Option<u32>],
        shared: u32,
        styles: &Styles,
    ) {
        for form in article
            .codes
            .iter()
            .filter_map(|code| code.checked_sub(FIRST_TOKEN))
        {
            let known =
                ranks.get(form as usize).is_none_or(Option::is_some) || self.numbers.contains_key(&form);
            if !known {
                self.numbers.insert(form, self.local.len() as u32);
                self.local.push(
                    forms
                        .get(form as usize)
                        .map_or_else(String::new, |row| row.norm.clone()),
                );
            }
        }
        let code = |form: u32| {
            let rank = ranks.get(form as usize).copied().flatten();
            FIRST_TOKEN + rank.unwrap_or_else(|| shared + self.numbers.get(&form).copied().unwrap_or(0))
        };
        let mut record = Vec::new();
        pack(article, styles, code, &mut record);
        put(&mut self.lengths, record.len() as u32);
        self.body.extend(record);
        self.count += 1;
    }

    fn finish(self) -> Vec<u8> {
        let mut local = Vec::new();
        self.local.iter().for_each(|form| put_text(&mut local, form));
        let mut out = Vec::new();
        for block in [self.lengths, local] {
            put(&mut out, block.len() as u32);
            out.extend(block);
        }
        out.extend(self.body);
        out
    }
}

/// Days since 1 January of the year 1 as a date; `None` beyond the year 9999.
pub(crate) fn day(ordinal: i32) -> Option<CivilDate> {
    let mut year = u16::try_from((ordinal / 366 + 1).clamp(1, 9999)).ok()?;
    while let Some(next) = CivilDate::new(year + 1, 1, 1).filter(|next| next.ordinal() <= ordinal) {
        year = next.year;
    }
    for month in 1..=12 {
        let (first, last) = CivilDate::month(year, month)?;
        if ordinal <= last.ordinal() {
            let day = ordinal - first.ordinal() + 1;
            return CivilDate::new(year, month, u8::try_from(day).ok()?);
        }
    }
    None
}
