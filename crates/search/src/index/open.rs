//! Reading an index in place.

use super::bytes::{Table, crc32, number, partition};
use super::{BESIDE, FIRST_BIT, KIND_SHIFT, LENGTH_MASK, MAGIC, NO_ZONE, PREAMBLE, Section, VERSION};
use crate::model::{Facet, ZoneSet};
use corpus::{CivilDate, ZoneKind};
use std::ops::Range;
use viet::Span;

/// Why bytes are not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// Something else entirely.
    #[error("expected a search index, but these bytes begin like something else")]
    NotAnIndex,
    /// Written by another version of this program.
    #[error("expected version {VERSION} of the search index, but found version {0}; build the index again")]
    Version(u32),
    /// Cut short.
    #[error("the search index is incomplete; load or build it again")]
    Truncated,
    /// Changed after it was written.
    #[error("the search index is damaged (its checksum does not fit); load or build it again")]
    Damaged,
}

/// An index, read in place.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    sections: [Table<'a>; Section::ALL.len()],
    /// Number of tokens in zones of each kind.
    totals: [u64; 8],
}

/// One token of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) begins_sentence: bool,
    pub(crate) kind: ZoneKind,
    /// It stands in the title beside the text, to which its span then refers.
    pub(crate) beside: bool,
}

/// One sentence of a document that has tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// Its first token.
    pub(crate) first: u32,
    /// One past its last token.
    pub(crate) end: u32,
    pub(crate) characters: u32,
    /// `None` in the title beside the text.
    pub(crate) zone: Option<u32>,
}

/// The places of one form in one document.
#[derive(Clone, Debug)]
pub(crate) struct Entry<P> {
    pub(crate) document: u32,
    pub(crate) positions: P,
}

impl<'a> Index<'a> {
    /// Opens the bytes of [`crate::write`].
    ///
    /// # Errors
    /// Where the bytes are not what [`crate::write`] of this version gave.
    pub fn open(bytes: &'a [u8]) -> Result<Self, IndexError> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
            return Err(IndexError::NotAnIndex);
        }
        let rest = bytes.get(PREAMBLE..).ok_or(IndexError::Truncated)?;
        let version = number(bytes, MAGIC.len());
        if version != VERSION {
            return Err(IndexError::Version(version));
        }
        let mut sections = [Table {
            bytes: &[],
            row_bytes: 1,
        }; Section::ALL.len()];
        for (at, (table, section)) in sections.iter_mut().zip(Section::ALL).enumerate() {
            let start = number(rest, at * 8) as usize;
            let end = start.saturating_add(number(rest, at * 8 + 4) as usize);
            table.bytes = bytes.get(start..end).ok_or(IndexError::Truncated)?;
            table.row_bytes = section.row_bytes();
        }
        if number(bytes, MAGIC.len() + 4) != crc32(rest) {
            return Err(IndexError::Damaged);
        }
        let mut index = Self {
            sections,
            totals: [0; 8],
        };
        for (at, kind) in ZoneKind::ALL.into_iter().enumerate() {
            let sum = (0..index.len()).map(|document| u64::from(index.zone_length(document, kind)));
            index.totals[at] = sum.sum();
        }
        Ok(index)
    }

    /// Number of documents.
    pub fn len(&self) -> u32 {
        self.table(Section::Documents).rows()
    }

    /// Whether it holds no documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of a document; empty where there is no such document.
    pub fn id(&self, document: u32) -> &'a str {
        self.string(Section::Documents, document, 0)
    }

    /// When a document is from: first and last day.
    pub fn date(&self, document: u32) -> Option<(CivilDate, CivilDate)> {
        let table = self.table(Section::Documents);
        let (from, to) = (table.get(document, 2), table.get(document, 3));
        (from != 0).then(|| (unpack(from), unpack(to)))
    }

    fn table(&self, section: Section) -> &Table<'a> {
        &self.sections[section as usize]
    }

    fn string(&self, section: Section, row: u32, field: usize) -> &'a str {
        let table = self.table(section);
        let start = table.get(row, field) as usize;
        let end = start.saturating_add(table.get(row, field + 1) as usize);
        let bytes = self.table(Section::Strings).bytes.get(start..end);
        bytes.and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("")
    }

    fn range(&self, section: Section, row: u32, field: usize, of: Section) -> Range<u32> {
        self.table(section).range(row, field, self.table(of).rows())
    }

    /// Number of tokens of a document in zones of one kind.
    pub(crate) fn zone_length(&self, document: u32, kind: ZoneKind) -> u32 {
        self.table(Section::Documents).get(document, 10 + kind as usize)
    }

    /// Number of tokens of all documents in zones of one kind.
    pub(crate) fn zone_total(&self, kind: ZoneKind) -> u64 {
        self.totals[kind as usize]
    }

    /// The kinds of zones in which a document has text.
    pub(crate) fn zones(&self, document: u32) -> ZoneSet {
        let there = |kind: &ZoneKind| self.zone_length(document, *kind) > 0;
        ZoneKind::ALL.into_iter().filter(there).collect()
    }

    /// Number of tokens of a document.
    pub(crate) fn length(&self, document: u32) -> u32 {
        let tokens = self.range(Section::Documents, document, 4, Section::Tokens);
        tokens.end - tokens.start
    }

    /// A token of a document.
    pub(crate) fn token(&self, document: u32, position: u32) -> Token {
        let table = self.table(Section::Tokens);
        let row = self
            .table(Section::Documents)
            .get(document, 4)
            .saturating_add(position);
        let (start, info) = (table.get(row, 0), table.get(row, 1));
        let kind = info >> KIND_SHIFT;
        Token {
            span: Span {
                start,
                end: start.saturating_add(info & LENGTH_MASK),
            },
            begins_sentence: info & FIRST_BIT != 0,
            kind: ZoneKind::ALL
                .get(kind as usize)
                .copied()
                .unwrap_or(ZoneKind::Title),
            beside: kind >= BESIDE,
        }
    }

    /// The sentence of a document that holds a token.
    pub(crate) fn sentence(&self, document: u32, position: u32) -> Sentence {
        let table = self.table(Section::Sentences);
        let rows = self.range(Section::Documents, document, 6, Section::Sentences);
        let after = partition(rows.clone(), |row| table.get(row, 2) <= position);
        let row = after.saturating_sub(1).max(rows.start);
        let length = self.length(document);
        let zone = table.get(row, 4);
        Sentence {
            span: Span {
                start: table.get(row, 0),
                end: table.get(row, 1),
            },
            first: table.get(row, 2).min(position),
            end: if after < rows.end {
                table.get(after, 2).min(length)
            } else {
                length
            },
            characters: table.get(row, 3),
            zone: (zone != NO_ZONE).then_some(zone),
        }
    }

    /// Number of keys of the dictionary.
    pub(crate) fn keys(&self) -> u32 {
        self.table(Section::Keys).rows()
    }

    /// A key of the dictionary, ascending.
    pub(crate) fn key(&self, key: u32) -> &'a str {
        self.string(Section::Keys, key, 0)
    }

    /// The first key that does not come before `bare`.
    pub(crate) fn key_from(&self, bare: &str) -> u32 {
        self.table(Section::Keys).partition(|row| self.key(row) < bare)
    }

    /// The forms below a key.
    pub(crate) fn forms(&self, key: u32) -> Range<u32> {
        self.range(Section::Keys, key, 2, Section::Forms)
    }

    /// A form as [`viet::Syllable::norm`] gives it.
    pub(crate) fn form(&self, form: u32) -> &'a str {
        self.string(Section::Forms, form, 0)
    }

    /// Number of documents in which a form stands.
    pub(crate) fn form_documents(&self, form: u32) -> u32 {
        let entries = self.range(Section::Forms, form, 2, Section::Entries);
        entries.end - entries.start
    }

    /// Where a form stands, document by document.
    pub(crate) fn entries(
        &self,
        form: u32,
    ) -> impl Iterator<Item = Entry<impl Iterator<Item = u32> + '_>> + '_ {
        let (entries, positions) = (self.table(Section::Entries), self.table(Section::Positions));
        let documents = self.len();
        self.range(Section::Forms, form, 2, Section::Entries)
            .map(move |row| {
                let end = entries.get(row, 1).min(positions.rows());
                let start = row.checked_sub(1).map_or(0, |before| entries.get(before, 1));
                let document = entries.get(row, 0);
                let length = self.length(document);
                Entry {
                    document,
                    positions: (start.min(end)..end)
                        .map(move |at| positions.get(at, 0))
                        .filter(move |position| *position < length),
                }
            })
            .filter(move |entry| entry.document < documents)
    }

    /// Number of values of all facets.
    pub(crate) fn values(&self) -> u32 {
        self.table(Section::Values).rows()
    }

    /// A value, ascending by facet and slug: facet, slug, number of documents.
    pub(crate) fn value(&self, value: u32) -> Option<(Facet, &'a str, u32)> {
        let table = self.table(Section::Values);
        let facet = Facet::from_code(table.get(value, 0))?;
        let slug = self.string(Section::Values, value, 1);
        (value < table.rows()).then(|| (facet, slug, table.get(value, 3)))
    }

    /// The number of a value.
    pub(crate) fn find_value(&self, facet: Facet, slug: &str) -> Option<u32> {
        let table = self.table(Section::Values);
        let key = |row: u32| (table.get(row, 0), self.string(Section::Values, row, 1));
        let row = table.partition(|row| key(row) < (facet.code(), slug));
        (row < table.rows() && key(row) == (facet.code(), slug)).then_some(row)
    }

    /// The values of a document, ascending.
    pub(crate) fn document_values(&self, document: u32) -> impl Iterator<Item = u32> + '_ {
        let table = self.table(Section::Valued);
        self.range(Section::Documents, document, 8, Section::Valued)
            .map(move |row| table.get(row, 0))
    }
}

fn unpack(date: u32) -> CivilDate {
    CivilDate {
        year: (date >> 9) as u16,
        month: (date >> 5 & 0xF) as u8,
        day: (date & 0x1F) as u8,
    }
}
