//! The tokens of an article as the stages see them: words with their keys and case, and what stands between them.

mod word;

use crate::gazetteer::{Class, Gazetteer, NameHints};
use corpus::{Article, Zone, ZoneKind};
use std::rc::Rc;
use viet::{Span, token_spans};
use word::{Addresses, gap_of, word};

pub(crate) use word::{Case, Gap, Table, Word};

/// How the line of a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineCase {
    Sentence,
    Title,
    Upper,
}

#[derive(Clone, Debug)]
pub(crate) struct Tok {
    pub(crate) span: Span,
    word: Rc<Word>,
    pub(crate) gap: Gap,
    pub(crate) line: LineCase,
    /// Part of an address of the web.
    pub(crate) address: bool,
}

/// A tokenised article.
pub(crate) struct Text<'a> {
    pub(crate) source: &'a str,
    toks: Vec<Tok>,
    blank: Rc<Word>,
}

impl<'a> Text<'a> {
    pub(crate) fn read(article: &'a Article, gazetteer: &Gazetteer) -> Self {
        Self::read_zones(&article.text, &article.zones, gazetteer)
    }

    fn read_zones(text: &'a str, zones: &[Zone], gazetteer: &Gazetteer) -> Self {
        let mut this = Self {
            source: text,
            toks: Vec::new(),
            blank: word("", gazetteer),
        };
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
                this.toks.push(Tok {
                    span: inner.shifted(zone.span.start),
                    word: word(inner.of(body), gazetteer),
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
        self.toks.get(at).map_or(&self.blank, |tok| &tok.word)
    }

    /// The normalised form of a token; empty beyond the end.
    pub(crate) fn norm(&self, at: usize) -> &str {
        &self.word(at).norm
    }

    /// The key that all spellings of a token share; empty beyond the end.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.word(at).folded()
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

    /// Whether a token stands alone in brackets.
    pub(crate) fn bracketed(&self, at: usize) -> bool {
        self.gap(at) == Gap::Open
            && matches!(self.gap(at + 1), Gap::Close | Gap::Other | Gap::Stop | Gap::Break)
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
        (from..to).map(|at| self.folded(at).to_owned()).collect()
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
            if self.word(at).hints.has(NameHints::FAMILY) && self.capital(at) && self.capital(at + 1) {
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
