//! The walk through an article, token by token: its codes and its layout side by side.

use super::Case;
use super::lexicon::{Lexicon, Style};
use super::pack::SHORT;
use super::prepare::{BESIDE, FIRST_TOKEN, zone_of_marker};
use crate::codes::Reader;
use viet::Span;

/// The forms that the codes in a chunk stand for.
#[derive(Clone, Debug)]
pub(super) struct Forms<'a> {
    lexicon: &'a Lexicon,
    /// As bytes: few of them are ever looked at.
    local: Vec<&'a [u8]>,
}

impl<'a> Forms<'a> {
    /// Those of the lexicon, and those of the chunk alone.
    pub(super) fn new(lexicon: &'a Lexicon, local: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut forms = Self {
            lexicon,
            local: Vec::with_capacity(64),
        };
        forms.local.extend(local);
        forms
    }

    /// The form of a token's code; empty where there is none.
    fn form(&self, code: u32) -> &'a str {
        let rank = code.saturating_sub(FIRST_TOKEN);
        match rank.checked_sub(self.lexicon.len()) {
            None => self.lexicon.form(rank),
            Some(local) => {
                let form = self.local.get(local as usize).copied().unwrap_or(&[]);
                std::str::from_utf8(form).unwrap_or("")
            }
        }
    }

    /// Its bytes where it is written as its form is.
    #[inline]
    pub(super) fn lower(&self, code: u32) -> u32 {
        let rank = code.saturating_sub(FIRST_TOKEN);
        self.lexicon.length(rank, Case::Lower).unwrap_or_else(|| {
            let local = rank.saturating_sub(self.lexicon.len());
            self.local.get(local as usize).map_or(0, |form| form.len() as u32)
        })
    }

    /// Its bytes where it is written in this case.
    #[inline]
    pub(super) fn length(&self, code: u32, case: Case) -> u32 {
        let rank = code.saturating_sub(FIRST_TOKEN);
        let shared = self.lexicon.length(rank, case);
        shared.unwrap_or_else(|| case.length(self.form(code)) as u32)
    }
}

/// How a token is written that is not written as expected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writing<'a> {
    pub(super) style: Style<'a>,
    /// The token itself, where no case makes it of its form.
    spelt: Option<&'a str>,
}

impl Writing<'_> {
    /// How a token is written where nothing else is said.
    pub(super) const fn expected(begins_sentence: bool) -> Self {
        Self {
            style: Style::expected(begins_sentence),
            spelt: None,
        }
    }

    /// Appends a token to a text, with what stands before it.
    pub(super) fn write(&self, code: u32, forms: &Forms, out: &mut String) {
        match self.style.separator {
            " " => out.push(' '),
            separator => out.push_str(separator),
        }
        match self.spelt {
            Some(spelt) => out.push_str(spelt),
            None => self.style.case.write(forms.form(code), out),
        }
    }

    /// Bytes of a token, without what stands before it.
    #[inline]
    pub(super) fn length(&self, code: u32, forms: &Forms) -> u32 {
        match self.spelt {
            Some(spelt) => spelt.len() as u32,
            None => forms.length(code, self.style.case),
        }
    }
}

/// The ops of a layout.
#[derive(Clone, Debug)]
pub(super) struct Ops<'a> {
    lexicon: &'a Lexicon,
    layout: &'a [u8],
    rest: Reader<'a>,
}

impl<'a> Ops<'a> {
    /// Those from byte `from` of a layout on.
    pub(super) fn new(forms: &Forms<'a>, layout: &'a [u8], from: u32) -> Self {
        Self {
            lexicon: forms.lexicon,
            layout,
            rest: Reader::new(layout.get(from as usize..).unwrap_or(&[])),
        }
    }

    /// Bytes of the layout before the next op.
    pub(super) const fn at(&self) -> u32 {
        (self.layout.len() - self.rest.len()) as u32
    }
}

impl Ops<'_> {
    /// Tokens written as expected since the op before, and the row of the style of the one after them; no row where the
    /// style itself comes next.
    #[inline]
    fn head(&mut self) -> Option<(u32, Option<u32>)> {
        let mut skipped = 0;
        while !self.rest.is_empty() {
            let op = self.rest.byte();
            skipped += u32::from(op & 7);
            if op == 7 {
                continue;
            }
            let row = u32::from(op >> 3);
            if row < SHORT {
                return Some((skipped, Some(row)));
            }
            let more = self.rest.number();
            return Some((skipped, more.checked_sub(1).map(|more| SHORT + more)));
        }
        None
    }

    /// The next op as [`Iterator::next`] gives it, but how much the token is and not how it is written.
    #[inline]
    pub(super) fn next_size(&mut self) -> Option<(u32, Size)> {
        let (skipped, row) = self.head()?;
        let size = row.map(|row| self.lexicon.size(row).unwrap_or(Size::EXPECTED));
        let size = size.unwrap_or_else(|| {
            let style = Style::read(&mut self.rest);
            let spelt = (style.case == Case::Spelt).then(|| self.rest.text().len() as u32);
            Size {
                spelt,
                ..Size::of(&style)
            }
        });
        Some((skipped, size))
    }
}

impl<'a> Iterator for Ops<'a> {
    /// Tokens written as expected since the op before, and how the one after them is written.
    type Item = (u32, Writing<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (skipped, row) = self.head()?;
        if let Some(row) = row {
            let style = self.lexicon.style(row).unwrap_or(Style::expected(false));
            return Some((skipped, Writing { style, spelt: None }));
        }
        let style = Style::read(&mut self.rest);
        let spelt = (style.case == Case::Spelt).then(|| self.rest.text());
        Some((skipped, Writing { style, spelt }))
    }
}

/// Bytes of a token that is not written as expected, and of what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    case: Case,
    pub(super) separator: u32,
    /// What of the separator ends the sentence before, and what begins its own.
    pub(super) tail: u32,
    pub(super) lead: u32,
    spelt: Option<u32>,
}

impl Size {
    /// Where nothing is said.
    const EXPECTED: Self = Self {
        case: Case::Lower,
        separator: 1,
        tail: 0,
        lead: 0,
        spelt: None,
    };

    /// Where a token is written so.
    pub(super) const fn of(style: &Style) -> Self {
        Self {
            case: style.case,
            separator: style.separator.len() as u32,
            tail: style.tail,
            lead: style.lead,
            spelt: None,
        }
    }

    /// Bytes of the token itself.
    #[inline]
    pub(super) fn token(&self, code: u32, forms: &Forms) -> u32 {
        self.spelt.unwrap_or_else(|| forms.length(code, self.case))
    }
}

/// Where the first token of a sentence stands: what a walk goes on from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Codes before it.
    pub(super) code: u32,
    /// Bytes of the layout before the op for the next token that is not written as expected.
    pub(super) op: u32,
    /// Tokens since the op before that one.
    pub(super) skipped: u32,
}

/// The tokens of a text from the beginning of a sentence on, each with how it is written.
#[derive(Clone, Debug)]
pub(super) struct Walk<'c, 'a> {
    codes: &'c [u32],
    ops: Ops<'a>,
    next: Option<(u32, Writing<'a>)>,
    skipped: u32,
    /// The next token begins a sentence.
    begins: bool,
    /// The title beside the text is walked through.
    beside: bool,
}

impl<'c, 'a> Walk<'c, 'a> {
    pub(super) fn new(forms: &Forms<'a>, codes: &'c [u32], layout: &'a [u8], place: Place) -> Self {
        let mut ops = Ops::new(forms, layout, place.op);
        Self {
            codes: codes.get(place.code as usize..).unwrap_or(&[]),
            next: ops.next(),
            ops,
            skipped: place.skipped,
            begins: true,
            beside: false,
        }
    }

    /// How many tokens that come next are written as is expected within a sentence.
    fn expected(&self) -> u32 {
        match &self.next {
            _ if self.begins => 0,
            Some((after, _)) => after.saturating_sub(self.skipped),
            None => u32::MAX,
        }
    }
}

impl<'a> Iterator for Walk<'_, 'a> {
    /// The code of a token and how it is written.
    type Item = (u32, Writing<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let code = loop {
            let (code, rest) = self.codes.split_first()?;
            self.codes = rest;
            if *code >= FIRST_TOKEN {
                break *code;
            }
            self.begins = true;
            if zone_of_marker(*code).is_some() {
                self.beside = *code == BESIDE;
            }
        };
        let begins = std::mem::replace(&mut self.begins, false);
        match &self.next {
            Some((after, writing)) if *after <= self.skipped => {
                let writing = *writing;
                self.next = self.ops.next();
                self.skipped = 0;
                Some((code, writing))
            }
            _ => {
                self.skipped += 1;
                Some((code, Writing::expected(begins)))
            }
        }
    }
}

/// Appends the tokens of a text, but not of the title beside it, to `out` until it has `length` bytes or more; whether
/// it has.
pub(super) fn write(mut walk: Walk, forms: &Forms, length: u32, out: &mut String) -> bool {
    while out.len() < length as usize {
        let Some((code, writing)) = walk.next() else {
            return false;
        };
        if !walk.beside {
            writing.write(code, forms, out);
        }
    }
    true
}

/// Where the tokens of a walk stand.
#[derive(Clone, Debug)]
pub(super) struct Spans<'c, 'a> {
    walk: Walk<'c, 'a>,
    forms: &'c Forms<'a>,
    end: u32,
}

impl<'c, 'a> Spans<'c, 'a> {
    /// Those of a walk whose first token follows so many bytes.
    pub(super) const fn new(walk: Walk<'c, 'a>, forms: &'c Forms<'a>, before: u32) -> Self {
        let end = before;
        Self { walk, forms, end }
    }
}

impl Spans<'_, '_> {
    /// Passes over so many tokens of a sentence: those that are written as expected are only added up.
    pub(super) fn pass(&mut self, mut count: u32) {
        while count > 0 {
            let expected = self.walk.expected().min(count);
            let (passed, rest) = self
                .walk
                .codes
                .split_at(self.walk.codes.len().min(expected as usize));
            for code in passed {
                self.end = self.end.wrapping_add(1 + self.forms.lower(*code));
            }
            self.walk.codes = rest;
            self.walk.skipped += expected;
            count -= expected;
            if count > 0 {
                self.next();
                count -= 1;
            }
        }
    }
}

impl Iterator for Spans<'_, '_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let (code, writing) = self.walk.next()?;
        let start = self.end.saturating_add(writing.style.separator.len() as u32);
        self.end = start.saturating_add(writing.length(code, self.forms));
        Some(Span { start, end: self.end })
    }
}
