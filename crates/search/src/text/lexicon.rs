//! The forms and styles that the texts of a corpus share.

use super::Case;
use crate::codes::Reader;
use viet::{Span, Syllable};

/// The tokens and styles that a corpus shares.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    /// All forms, one after the other, and where each ends.
    text: String,
    ends: Vec<u32>,
    /// Bytes of each form, by case.
    lengths: Vec<[u32; 4]>,
    /// The ranks in the order of their forms.
    sorted: Vec<u32>,
    /// First letters without accents, ascending, with the rank of their form.
    by_letters: Vec<(String, u32)>,
    styles: Vec<(Case, String, u32, u32)>,
}

/// How a token is written (see the grammar in [`super`]).
#[derive(Clone, Copy, Debug)]
pub(super) struct Style<'a> {
    pub(super) case: Case,
    pub(super) separator: &'a str,
    pub(super) tail: u32,
    pub(super) lead: u32,
}

impl Lexicon {
    /// Reads a lexicon: `count:number form:text* count:number style*`.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let mut lexicon = Self::default();
        for _ in 0..reader.number().min(bytes.len() as u32) {
            let form = reader.text();
            lexicon.text.push_str(form);
            lexicon.ends.push(lexicon.text.len() as u32);
            let length = |case: Case| case.length(form) as u32;
            lexicon
                .lengths
                .push([Case::Lower, Case::First, Case::Upper, Case::Spelt].map(length));
        }
        for _ in 0..reader.number().min(bytes.len() as u32) {
            let style = Style::read(&mut reader);
            let separator = style.separator.to_owned();
            lexicon
                .styles
                .push((style.case, separator, style.tail, style.lead));
        }
        let mut sorted: Vec<u32> = (0..lexicon.len()).collect();
        sorted.sort_by_key(|rank| lexicon.form(*rank));
        lexicon.sorted = sorted;
        let letters = |rank| (Syllable::new(lexicon.form(rank)).letters_as_written(), rank);
        let mut by_letters: Vec<(String, u32)> = (0..lexicon.len()).map(letters).collect();
        by_letters.sort();
        lexicon.by_letters = by_letters;
        lexicon
    }

    /// The rank of a form.
    pub(crate) fn rank(&self, form: &str) -> Option<u32> {
        let at = self
            .sorted
            .binary_search_by_key(&form, |rank| self.form(*rank))
            .ok()?;
        self.sorted.get(at).copied()
    }

    /// Number of forms.
    pub(crate) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The form of this rank.
    pub(crate) fn form(&self, rank: u32) -> &str {
        let end = self.ends.get(rank as usize).copied().unwrap_or(0);
        let start = rank
            .checked_sub(1)
            .and_then(|before| self.ends.get(before as usize));
        let span = Span {
            start: start.copied().unwrap_or(0),
            end,
        };
        span.of(&self.text)
    }

    /// Bytes of the form of this rank in this case; `None` where there is no such form.
    #[inline]
    pub(super) fn length(&self, rank: u32, case: Case) -> Option<u32> {
        let lengths = self.lengths.get(rank as usize)?;
        Some(lengths[case as usize])
    }

    /// The forms that begin with these letters, whatever their accents.
    pub(crate) fn beginning(&self, letters: &str) -> impl Iterator<Item = &str> {
        let from = self.by_letters.partition_point(|(key, _)| key.as_str() < letters);
        let rest = self.by_letters.get(from..).unwrap_or(&[]);
        let letters = letters.to_owned();
        let alike = rest.iter().take_while(move |(key, _)| key.starts_with(&letters));
        alike.map(|(_, rank)| self.form(*rank))
    }

    /// A row of the table of styles.
    pub(super) fn style(&self, row: u32) -> Option<Style<'_>> {
        let (case, separator, tail, lead) = self.styles.get(row as usize)?;
        Some(Style {
            case: *case,
            separator,
            tail: *tail,
            lead: *lead,
        })
    }
}

impl<'a> Style<'a> {
    pub(super) fn read(reader: &mut Reader<'a>) -> Self {
        let case = Case::from_code(reader.byte());
        let (tail, lead) = (reader.number(), reader.number());
        Self {
            case,
            separator: reader.text(),
            tail,
            lead,
        }
    }

    /// How a token is written where nothing else is said.
    pub(super) const fn expected(begins_sentence: bool) -> Self {
        Self {
            case: if begins_sentence { Case::First } else { Case::Lower },
            separator: " ",
            tail: 0,
            lead: 0,
        }
    }
}
