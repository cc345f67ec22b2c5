//! Writing: documents in, bytes out.

use super::bytes::crc32;
use super::{BESIDE, FIRST_BIT, KIND_SHIFT, LENGTH_MASK, MAGIC, NO_ZONE, PREAMBLE, Section, VERSION};
use crate::model::{Document, Facet, UNDATED};
use corpus::{CivilDate, ZoneKind};
use std::collections::BTreeMap;
use viet::Span;

/// The index of `documents`, which are numbered in the order given. Equal input gives equal bytes everywhere.
///
/// ```
/// let document = search::Document { id: "a", text: "Hòa bình", zones: &[], title: None, date: None, facets: vec![] };
/// let bytes = search::write(&[document]);
/// assert_eq!(search::Index::open(&bytes)?.len(), 1);
/// # Ok::<(), search::IndexError>(())
/// ```
pub fn write(documents: &[Document]) -> Vec<u8> {
    let mut writer = Writer::default();
    let values = collect_values(documents);
    for (number, document) in documents.iter().enumerate() {
        writer.document(number as u32, document, &values);
    }
    writer.dictionary();
    for ((facet, slug), (_, total)) in &values {
        let slug = writer.string(slug);
        writer.row(Section::Values, &[facet.code(), slug.0, slug.1, *total]);
    }
    writer.finish()
}

/// Every value with its number and how many documents have it.
type Values = BTreeMap<(Facet, String), (u32, u32)>;

/// Places of one form: document and token.
type Places = Vec<(u32, u32)>;

#[derive(Default)]
struct Writer {
    sections: [Vec<u8>; Section::ALL.len()],
    dictionary: BTreeMap<String, BTreeMap<String, Places>>,
}

impl Writer {
    fn section(&mut self, section: Section) -> &mut Vec<u8> {
        &mut self.sections[section as usize]
    }

    fn rows(&self, section: Section) -> u32 {
        (self.sections[section as usize].len() / section.row_bytes()) as u32
    }

    fn row(&mut self, section: Section, fields: &[u32]) {
        let bytes = self.section(section);
        for field in fields {
            bytes.extend_from_slice(&field.to_le_bytes());
        }
    }

    fn string(&mut self, text: &str) -> (u32, u32) {
        let strings = self.section(Section::Strings);
        let offset = strings.len() as u32;
        strings.extend_from_slice(text.as_bytes());
        (offset, text.len() as u32)
    }

    fn document(&mut self, number: u32, document: &Document, values: &Values) {
        let id = self.string(document.id);
        let tokens = self.rows(Section::Tokens);
        let sentences = self.rows(Section::Sentences);
        let mut lengths = [0; 8];
        if let Some(title) = document.title {
            let added = self.zone(number, tokens, title, Span::new(0, title.len()), BESIDE, NO_ZONE);
            lengths[ZoneKind::Title as usize] += added;
        }
        for (at, zone) in document.zones.iter().enumerate() {
            let kind = zone.kind as u32;
            let added = self.zone(number, tokens, document.text, zone.span, kind, at as u32);
            lengths[zone.kind as usize] += added;
        }
        let first_value = self.rows(Section::Valued);
        for value in values_of(document) {
            if let Some((value, _)) = values.get(&value) {
                self.row(Section::Valued, &[*value]);
            }
        }
        let (from, to) = document.date.map_or((0, 0), |(from, to)| (pack(from), pack(to)));
        let mut row = vec![
            id.0,
            id.1,
            from,
            to,
            tokens,
            self.rows(Section::Tokens),
            sentences,
            self.rows(Section::Sentences),
            first_value,
            self.rows(Section::Valued),
        ];
        row.extend(lengths);
        self.row(Section::Documents, &row);
    }

    /// Adds the sentences and tokens of one zone; returns the number of tokens.
    fn zone(&mut self, document: u32, base: u32, text: &str, zone: Span, kind: u32, index: u32) -> u32 {
        let before = self.rows(Section::Tokens);
        for sentence in viet::sentences(zone.of(text)) {
            let sentence = sentence.shifted(zone.start);
            let first = self.rows(Section::Tokens);
            for token in viet::tokens(sentence.of(text)) {
                let here = self.rows(Section::Tokens);
                let begins = if here == first { FIRST_BIT } else { 0 };
                let length = (token.span.len() as u32).min(LENGTH_MASK);
                let start = token.span.start + sentence.start;
                self.row(Section::Tokens, &[start, length | begins | kind << KIND_SHIFT]);
                let key = token.syllable.bare();
                if !self.dictionary.contains_key(key) {
                    self.dictionary.insert(key.to_owned(), BTreeMap::new());
                }
                if let Some(forms) = self.dictionary.get_mut(key) {
                    let place = (document, here - base);
                    match forms.get_mut(token.syllable.norm()) {
                        Some(places) => places.push(place),
                        None => _ = forms.insert(token.syllable.norm().to_owned(), vec![place]),
                    }
                }
            }
            if self.rows(Section::Tokens) > first {
                let characters = sentence.of(text).chars().count() as u32;
                let row = [sentence.start, sentence.end, first - base, characters, index];
                self.row(Section::Sentences, &row);
            }
        }
        self.rows(Section::Tokens) - before
    }

    fn dictionary(&mut self) {
        for (bare, forms) in std::mem::take(&mut self.dictionary) {
            let first_form = self.rows(Section::Forms);
            for (norm, places) in forms {
                let first_entry = self.rows(Section::Entries);
                for same in places.chunk_by(|a, b| a.0 == b.0) {
                    for (_, token) in same {
                        self.row(Section::Positions, &[*token]);
                    }
                    let end = self.rows(Section::Positions);
                    self.row(Section::Entries, &[same.first().map_or(0, |place| place.0), end]);
                }
                let norm = self.string(&norm);
                let end = self.rows(Section::Entries);
                self.row(Section::Forms, &[norm.0, norm.1, first_entry, end]);
            }
            let bare = self.string(&bare);
            let end = self.rows(Section::Forms);
            self.row(Section::Keys, &[bare.0, bare.1, first_form, end]);
        }
    }

    fn finish(self) -> Vec<u8> {
        let mut offset = PREAMBLE + Section::ALL.len() * 8;
        let mut rest = Vec::new();
        for section in &self.sections {
            rest.extend_from_slice(&(offset as u32).to_le_bytes());
            rest.extend_from_slice(&(section.len() as u32).to_le_bytes());
            offset += section.len();
        }
        for section in &self.sections {
            rest.extend_from_slice(section);
        }
        let mut bytes = Vec::with_capacity(PREAMBLE + rest.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&crc32(&rest).to_le_bytes());
        bytes.extend_from_slice(&rest);
        bytes
    }
}

fn collect_values(documents: &[Document]) -> Values {
    let mut values = Values::new();
    for value in documents.iter().flat_map(values_of) {
        values.entry(value).or_default().1 += 1;
    }
    for (number, entry) in values.values_mut().enumerate() {
        entry.0 = number as u32;
    }
    values
}

/// The values of one document, each once, ascending.
fn values_of(document: &Document) -> Vec<(Facet, String)> {
    let given = document
        .facets
        .iter()
        .filter(|(facet, _)| !matches!(facet, Facet::Year | Facet::Zone))
        .cloned();
    let years: Vec<String> = match document.date {
        None => vec![UNDATED.to_owned()],
        Some((from, to)) => (from.year..=to.year.max(from.year))
            .map(|year| year.to_string())
            .collect(),
    };
    let mut values: Vec<_> = given
        .chain(years.into_iter().map(|year| (Facet::Year, year)))
        .collect();
    values.sort();
    values.dedup();
    values
}

fn pack(date: CivilDate) -> u32 {
    u32::from(date.year) << 9 | u32::from(date.month) << 5 | u32::from(date.day)
}
