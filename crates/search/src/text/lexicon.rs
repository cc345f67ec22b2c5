//! The forms and styles that the texts of a corpus share.

use super::Case;
use super::walk::Size;
use crate::codes::Reader;
use crate::index::word_hash;
use crate::order::InOrder as _;
use crate::postings::{Postings, Times};
use rustc_hash::FxHashMap;
use viet::Syllable;

/// What stands for lengths that are no byte.
const LONG: u8 = u8::MAX;

/// The tokens and styles that a corpus shares.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    forms: Vec<Box<str>>,
    /// Their ranks.
    ranks: FxHashMap<Box<str>, u32>,
    /// Bytes of each form, by case; [`LONG`] where there are as many or more. So small that a processor keeps them close.
    lengths: Vec<[u8; 4]>,
    /// First letters without accents, ascending, with the rank of their form.
    by_letters: Vec<(String, u32)>,
    styles: Vec<(Case, String, u32, u32)>,
    /// How much each of them is.
    sizes: Vec<Size>,
    /// Hashes of the words of several syllables, ascending.
    words: Vec<u32>,
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
    /// Reads a lexicon: `count:number form:text* count:number style* words:list`.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let mut lexicon = Self::default();
        for _ in 0..reader.number().min(bytes.len() as u32) {
            let form = reader.text();
            lexicon.ranks.insert(form.into(), lexicon.len());
            lexicon.forms.push(form.into());
            let length = |case: Case| u8::try_from(case.length(form)).unwrap_or(LONG);
            lexicon
                .lengths
                .push([Case::Lower, Case::First, Case::Upper, Case::Spelt].map(length));
        }
        for _ in 0..reader.number().min(bytes.len() as u32) {
            let style = Style::read(&mut reader);
            let separator = style.separator.to_owned();
            lexicon.sizes.push(Size::of(&style));
            lexicon
                .styles
                .push((style.case, separator, style.tail, style.lead));
        }
        let words = Postings::read(&mut reader, Times::Left);
        words.each(|word, _| lexicon.words.push(word));
        let letters = |rank| (Syllable::new(lexicon.form(rank)).letters_as_written(), rank);
        let mut by_letters: Vec<(String, u32)> = (0..lexicon.len()).map(letters).collect();
        by_letters.order_by(Ord::cmp);
        lexicon.by_letters = by_letters;
        lexicon
    }

    /// Whether syllables without accents are a word.
    pub(crate) fn has_word(&self, bares: &[&str]) -> bool {
        self.words.binary_search(&word_hash(bares)).is_ok()
    }

    /// The rank of a form.
    pub(crate) fn rank(&self, form: &str) -> Option<u32> {
        self.ranks.get(form).copied()
    }

    /// Number of forms.
    pub(crate) fn len(&self) -> u32 {
        self.forms.len() as u32
    }

    /// The form of this rank.
    pub(crate) fn form(&self, rank: u32) -> &str {
        self.forms.get(rank as usize).map_or("", |form| form)
    }

    /// Bytes of the form of this rank in this case; `None` where there is no such form.
    #[inline]
    pub(super) fn length(&self, rank: u32, case: Case) -> Option<u32> {
        match self.lengths.get(rank as usize)?[case as usize] {
            LONG => Some(case.length(self.form(rank)) as u32),
            length => Some(u32::from(length)),
        }
    }

    /// The forms that begin with these letters, whatever their accents.
    pub(crate) fn beginning(&self, letters: &str) -> impl Iterator<Item = &str> {
        let from = self.by_letters.partition_point(|(key, _)| key.as_str() < letters);
        let rest = self.by_letters.get(from..).unwrap_or(&[]);
        let letters = letters.to_owned();
        let alike = rest.iter().take_while(move |(key, _)| key.starts_with(&letters));
        alike.map(|(_, rank)| self.form(*rank))
    }

    /// How much a row of the table of styles is.
    #[inline]
    pub(super) fn size(&self, row: u32) -> Option<Size> {
        self.sizes.get(row as usize).copied()
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
