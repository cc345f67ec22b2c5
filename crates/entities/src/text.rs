//! The tokens of an article as the stages see them: words with their keys and case, and what stands between them.

use crate::fold::{fold, looks_vietnamese};
use crate::gazetteer::{Class, Gazetteer};
use corpus::{Article, Zone, ZoneKind};
use std::collections::HashMap;
use viet::{Span, Syllable, token_spans};

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

/// How the line of a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineCase {
    Sentence,
    Title,
    Upper,
}

/// One distinct written form.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) norm: String,
    /// Id in the gazetteer's vocabulary.
    pub(crate) key: Option<u32>,
    pub(crate) case: Case,
    pub(crate) letters: usize,
    pub(crate) vietnamese: bool,
    /// The value of a token of ASCII digits.
    pub(crate) number: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Tok {
    pub(crate) span: Span,
    word: u32,
    pub(crate) gap: Gap,
    pub(crate) line: LineCase,
    /// Part of an address of the web.
    pub(crate) address: bool,
}

/// A tokenised article.
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    toks: Vec<Tok>,
    words: Vec<Word>,
    blank: Word,
}

impl<'a> Text<'a> {
    pub(crate) fn read(article: &'a Article, gazetteer: &Gazetteer) -> Self {
        Self::read_zones(&article.text, &article.zones, gazetteer)
    }

    fn read_zones(text: &'a str, zones: &[Zone], gazetteer: &Gazetteer) -> Self {
        let mut this = Self {
            text,
            toks: Vec::new(),
            words: Vec::new(),
            blank: word("", gazetteer),
        };
        let mut seen: HashMap<&str, u32> = HashMap::new();
        for zone in zones {
            if zone.kind == ZoneKind::Navigation {
                continue;
            }
            let body = zone.span.of(text);
            let mut end = 0;
            let mut addresses = Addresses::default();
            for (index, inner) in token_spans(body).enumerate() {
                let (start, stop) = (inner.start as usize, inner.end as usize);
                let between = body.get(end..start).unwrap_or("");
                let gap = if index == 0 { Gap::Break } else { gap_of(between) };
                let surface = inner.of(body);
                let word = *seen.entry(surface).or_insert_with(|| {
                    this.words.push(word(surface, gazetteer));
                    this.words.len() as u32 - 1
                });
                this.toks.push(Tok {
                    span: inner.shifted(zone.span.start),
                    word,
                    gap,
                    line: LineCase::Sentence,
                    address: addresses.covers(body, start),
                });
                end = stop;
            }
        }
        this.mark_lines(gazetteer);
        this
    }

    /// A text of its own, such as a name.
    pub(crate) fn line_of(text: &'a str, gazetteer: &Gazetteer) -> Self {
        let zone = Zone {
            span: Span::new(0, text.len()),
            kind: ZoneKind::Body,
        };
        Self::read_zones(text, &[zone], gazetteer)
    }

    pub(crate) fn len(&self) -> usize {
        self.toks.len()
    }

    pub(crate) fn tok(&self, at: usize) -> Option<&Tok> {
        self.toks.get(at)
    }

    pub(crate) fn word(&self, at: usize) -> &Word {
        self.toks
            .get(at)
            .and_then(|tok| self.words.get(tok.word as usize))
            .unwrap_or(&self.blank)
    }

    /// The normalised form of a token; empty beyond the end.
    pub(crate) fn norm(&self, at: usize) -> &str {
        &self.word(at).norm
    }

    /// The normalised form of the token before `at` when nothing but white space lies between.
    pub(crate) fn before(&self, at: usize) -> &str {
        match at.checked_sub(1) {
            Some(previous) if self.gap(at) == Gap::Space => self.norm(previous),
            _ => "",
        }
    }

    /// What stands before token `at`; a break beyond the end.
    pub(crate) fn gap(&self, at: usize) -> Gap {
        self.toks.get(at).map_or(Gap::Break, |tok| tok.gap)
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        matches!(self.word(at).case, Case::Title | Case::Upper | Case::Mixed)
    }

    pub(crate) fn line(&self, at: usize) -> LineCase {
        self.toks.get(at).map_or(LineCase::Sentence, |tok| tok.line)
    }

    /// Whether a sentence, quotation or line begins with token `at`.
    pub(crate) fn starts(&self, at: usize) -> bool {
        match self.gap(at) {
            Gap::Break | Gap::Stop | Gap::Quote | Gap::Colon => true,
            Gap::DotSpace => at.checked_sub(1).is_none_or(|previous| !self.initial(previous)),
            Gap::SpacedHyphen => at
                .checked_sub(2)
                .is_none_or(|previous| self.gap(previous + 1) == Gap::Break),
            _ => false,
        }
    }

    /// Whether a token is an initial or an abbreviation that a full stop follows inside a name.
    pub(crate) fn initial(&self, at: usize) -> bool {
        let word = self.word(at);
        self.capital(at)
            && (word.letters == 1 || matches!(word.norm.as_str(), "tp" | "st" | "jr" | "ts" | "gs"))
    }

    /// The bytes from token `from` up to the end of token `to - 1`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (
            self.toks.get(from),
            to.checked_sub(1).and_then(|last| self.toks.get(last)),
        ) {
            (Some(first), Some(last)) => Span {
                start: first.span.start,
                end: last.span.end,
            },
            _ => Span::default(),
        }
    }

    /// The folded keys of some tokens, for comparison of names.
    pub(crate) fn keys(&self, from: usize, to: usize) -> Vec<String> {
        (from..to).map(|at| fold(self.norm(at))).collect()
    }

    fn mark_lines(&mut self, gazetteer: &Gazetteer) {
        let mut from = 0;
        while from < self.toks.len() {
            let mut to = from + 1;
            while to < self.toks.len() && self.gap(to) != Gap::Break {
                to += 1;
            }
            let line = self.line_case(from, to, gazetteer);
            for tok in self.toks.get_mut(from..to).unwrap_or_default() {
                tok.line = line;
            }
            from = to;
        }
    }

    /// Whether capitals prevail even without known names, offices and people's names: a headline in Title Case and
    /// not a line that is mostly names.
    fn plain_capitals(&self, from: usize, to: usize, gazetteer: &Gazetteer) -> bool {
        let (mut at, mut lower, mut all) = (from, 0, 0);
        while at < to {
            if let Some((end, _)) = gazetteer.longest(self, at, |class| {
                !matches!(class, Class::Unit(_) | Class::Head(_))
            }) {
                at = end;
                continue;
            }
            if gazetteer.hints(self.norm(at)).family && self.capital(at) && self.capital(at + 1) {
                let run = (at..to.min(at + 4))
                    .take_while(|token| self.capital(*token))
                    .count();
                at += run.max(1);
                continue;
            }
            lower += usize::from(self.word(at).case == Case::Lower);
            all += usize::from(!matches!(self.word(at).case, Case::Digit));
            at += 1;
        }
        all >= 5 && lower * 3 <= all
    }

    fn line_case(&self, from: usize, to: usize, gazetteer: &Gazetteer) -> LineCase {
        let count = |test: &dyn Fn(Case) -> bool| (from..to).filter(|at| test(self.word(*at).case)).count();
        let lower = count(&|case| case == Case::Lower);
        let upper = count(&|case| case == Case::Upper);
        let all = lower + count(&|case| matches!(case, Case::Title | Case::Upper | Case::Mixed));
        if all >= 4 && upper * 5 >= all * 4 {
            LineCase::Upper
        } else if all >= 6 && lower * 3 <= all && self.plain_capitals(from, to, gazetteer) {
            LineCase::Title
        } else {
            LineCase::Sentence
        }
    }
}

fn word(surface: &str, gazetteer: &Gazetteer) -> Word {
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
    Word {
        key: gazetteer.key(&fold(&norm)),
        case,
        letters,
        vietnamese: looks_vietnamese(&syllable.letters_as_written()),
        number: if digits { norm.parse().ok() } else { None },
        norm,
    }
}

/// Classifies what stands between two tokens.
fn gap_of(between: &str) -> Gap {
    if between.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Gap::Break;
    }
    let spaced = between.contains(is_blank);
    let mut marks = between
        .chars()
        .filter(|c| !is_blank(*c) && !viet::is_invisible(*c));
    let (first, more) = (marks.next(), marks.next());
    let Some(first) = first else { return Gap::Space };
    let all = || between.chars().filter(|c| !is_blank(*c));
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
        _ if all().any(|c| matches!(c, '.' | '!' | '?' | '…' | ';')) => Gap::Stop,
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
struct Addresses {
    end: usize,
    inside: bool,
}

impl Addresses {
    fn covers(&mut self, body: &str, start: usize) -> bool {
        if start >= self.end {
            let rest = body.get(start..).unwrap_or("");
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let run = rest.get(..len).unwrap_or("");
            self.inside = run.contains("://") || run.starts_with("www.") || run.contains('@');
            self.end = start + len;
        }
        self.inside
    }
}
