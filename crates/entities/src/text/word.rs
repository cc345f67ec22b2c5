//! Single words and what stands between them.

use crate::fold::{fold, looks_vietnamese};
use crate::gazetteer::{Gazetteer, NameHints};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use viet::Syllable;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    /// One capital, at the beginning.
    Title,
    /// Two letters or more, all capitals.
    Upper,
    /// Capitals at the beginning and inside (`VnExpress`).
    Mixed,
    /// It begins with a digit.
    Digit,
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A line break, the beginning of a zone or a zone left out.
    Break,
    Space,
    Dot,
    DotSpace,
    Hyphen,
    SpacedHyphen,
    Slash,
    Comma,
    CommaSpace,
    Colon,
    Apostrophe,
    Open,
    Close,
    Quote,
    /// `!`, `?`, `…`, `;`.
    Stop,
    Other,
}

impl Gap {
    /// Whether it is a dash, with blanks around it or without.
    pub(crate) fn is_dash(self) -> bool {
        matches!(self, Self::Hyphen | Self::SpacedHyphen)
    }
}

/// The tables of phrases that are looked for at every token, each with a bit of every word (see [`Word::begins`]).
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table {
    Meetings,
    Visits,
    Welcomes,
    Agreements,
    Verbs,
    Indicators,
    Voices,
    Leaders,
    Papers,
    Outlets,
    Both,
    BothLeads,
    Sides,
    Companions,
    Reports,
    Topics,
}

/// One distinct written form.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) norm: String,
    /// Its folded form where that is another.
    variant: Option<String>,
    /// Id in the gazetteer's vocabulary.
    pub(crate) key: Option<u32>,
    /// What it may be in a name of a person.
    pub(crate) hints: NameHints,
    /// Where in the trie the names that begin with it are.
    pub(crate) names: Option<u32>,
    pub(crate) case: Case,
    pub(crate) letters: usize,
    pub(crate) vietnamese: bool,
    /// The value of a token of ASCII digits.
    pub(crate) number: Option<u64>,
    /// Of which tables it is known whether one of their phrases begins with it, and of which one does.
    asked: Cell<u32>,
    begins: Cell<u32>,
}

impl Word {
    /// The key that all spellings of the word share (see [`fold`]).
    pub(crate) fn folded(&self) -> &str {
        self.variant.as_deref().unwrap_or(&self.norm)
    }

    /// Whether a phrase of a table begins with the word, as `find` says of its normalised form, which is asked once.
    pub(crate) fn begins(&self, table: Table, find: impl FnOnce(&str) -> bool) -> bool {
        let bit = 1 << table as u32;
        if self.asked.get() & bit == 0 {
            self.asked.set(self.asked.get() | bit);
            if find(&self.norm) {
                self.begins.set(self.begins.get() | bit);
            }
        }
        self.begins.get() & bit != 0
    }
}

/// How many words are remembered, and up to which length in bytes.
const REMEMBERED: usize = 1 << 16;
const LONGEST: usize = 32;

thread_local! {
    /// The words of the texts read so far: an article is read by several stages, and a few thousand words make up
    /// most of any article.
    static WORDS: RefCell<FxHashMap<Box<str>, Rc<Word>>> = RefCell::default();
}

/// What is to be known of a written form.
pub(super) fn word(surface: &str, gazetteer: &Gazetteer) -> Rc<Word> {
    if surface.len() > LONGEST {
        return Rc::new(read(surface, gazetteer));
    }
    WORDS.with_borrow_mut(|words| {
        if let Some(word) = words.get(surface) {
            return Rc::clone(word);
        }
        if words.len() >= REMEMBERED {
            words.clear();
        }
        let word = Rc::new(read(surface, gazetteer));
        words.insert(surface.into(), Rc::clone(&word));
        word
    })
}

fn read(surface: &str, gazetteer: &Gazetteer) -> Word {
    let syllable = Syllable::new(surface);
    let norm = syllable.norm().to_owned();
    let (mut letters, mut capitals, mut first_capital) = (0, 0, false);
    for c in surface.chars().filter(|c| c.is_alphabetic()) {
        first_capital |= letters == 0 && c.is_uppercase();
        letters += 1;
        capitals += usize::from(c.is_uppercase());
    }
    let case = match (surface.starts_with(|c: char| c.is_numeric()), first_capital) {
        (true, _) => Case::Digit,
        (false, false) => Case::Lower,
        (false, true) if capitals == 1 => Case::Title,
        (false, true) if capitals == letters => Case::Upper,
        (false, true) => Case::Mixed,
    };
    let digits = !norm.is_empty() && norm.len() <= 15 && norm.bytes().all(|b| b.is_ascii_digit());
    let folded = fold(&norm);
    let key = gazetteer.key(&folded);
    Word {
        key,
        hints: gazetteer.hints(&norm),
        names: key.and_then(|key| gazetteer.beginning(key)),
        variant: match folded {
            Cow::Owned(variant) => Some(variant),
            Cow::Borrowed(_) => None,
        },
        case,
        letters,
        vietnamese: looks_vietnamese(&syllable.letters_as_written()),
        asked: Cell::new(0),
        begins: Cell::new(0),
        number: if digits { norm.parse().ok() } else { None },
        norm,
    }
}

/// Classifies what stands between two tokens.
pub(super) fn gap_of(between: &str) -> Gap {
    if between.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Gap::Break;
    }
    let spaced = between.contains(is_blank);
    let mut marks = between
        .chars()
        .filter(|c| !is_blank(*c) && !viet::is_invisible(*c));
    let (first, more) = (marks.next(), marks.next());
    let Some(first) = first else { return Gap::Space };
    let all = || {
        let shown = |c: &char| !is_blank(*c) && !viet::is_invisible(*c);
        between.chars().filter(shown)
    };
    match (first, more) {
        ('.', None) => [Gap::Dot, Gap::DotSpace][usize::from(spaced)],
        (',', None) => [Gap::Comma, Gap::CommaSpace][usize::from(spaced)],
        ('-' | '–' | '—' | '‑' | '‐' | '−', None) => {
            [Gap::Hyphen, Gap::SpacedHyphen][usize::from(spaced)]
        }
        ('/', None) => Gap::Slash,
        (':', None) => Gap::Colon,
        ('\'' | '’' | '`' | 'ʹ', None) if !spaced => Gap::Apostrophe,
        ('(' | '[', None) => Gap::Open,
        (')' | ']', None) => Gap::Close,
        _ if all().any(|c| matches!(c, '.' | '!' | '?' | '…' | ';' | '>' | '•' | '●' | '■' | '|' | '*')) => {
            Gap::Stop
        }
        _ if all().all(|c| matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' | ',' | ':')) => {
            Gap::Quote
        }
        _ => Gap::Other,
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200B}'
}

/// Finds out which tokens belong to addresses, looking at each run without white space once.
#[derive(Default)]
pub(super) struct Addresses {
    end: usize,
    inside: bool,
}

impl Addresses {
    pub(super) fn covers(&mut self, body: &str, start: usize) -> bool {
        if start >= self.end {
            let rest = body.get(start..).unwrap_or("");
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let run = rest.get(..len).unwrap_or("");
            // Bytes: a search for a text is dear to begin, and a run is short.
            let bytes = run.as_bytes();
            let scheme = || bytes.windows(3).any(|three| three == b"://");
            self.inside = bytes.contains(&b'@') || scheme() || run.starts_with("www.");
            self.end = start + len;
        }
        self.inside
    }
}
