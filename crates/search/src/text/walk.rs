//! The walk through an article, token by token: its codes and its layout side by side.

use super::Case;
use super::lexicon::{Lexicon, Style};
use super::pack::SHORT;
use super::prepare::{BESIDE, FIRST_TOKEN, zone_of_marker};
use crate::codes::Reader;

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

impl<'a> Iterator for Ops<'a> {
    /// Tokens written as expected since the op before, and how the one after them is written.
    type Item = (u32, Writing<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let mut skipped = 0;
        while !self.rest.is_empty() {
            let op = self.rest.byte();
            skipped += u32::from(op & 7);
            if op == 7 {
                continue;
            }
            let row = u32::from(op >> 3);
            let more = if row == SHORT { self.rest.number() } else { 0 };
            if row == SHORT && more == 0 {
                let style = Style::read(&mut self.rest);
                let spelt = (style.case == Case::Spelt).then(|| self.rest.text());
                return Some((skipped, Writing { style, spelt }));
            }
            let row = if row == SHORT { SHORT + more - 1 } else { row };
            let style = self.lexicon.style(row).unwrap_or(Style::expected(false));
            return Some((skipped, Writing { style, spelt: None }));
        }
        None
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

/// Appends the tokens of a text from a place on to `out` until it has `length` bytes or more; whether it has.
pub(super) fn write(
    forms: &Forms,
    codes: &[u32],
    layout: &[u8],
    place: Place,
    length: u32,
    out: &mut String,
) -> bool {
    let mut ops = Ops::new(forms, layout, place.op);
    let mut next = ops.next();
    let mut skipped = place.skipped;
    let (mut begins, mut beside) = (true, false);
    for code in codes.get(place.code as usize..).unwrap_or(&[]) {
        if *code < FIRST_TOKEN {
            begins = true;
            if zone_of_marker(*code).is_some() {
                beside = *code == BESIDE;
            }
            continue;
        }
        if out.len() >= length as usize {
            return true;
        }
        let writing = match &next {
            Some((after, writing)) if *after <= skipped => {
                let writing = *writing;
                next = ops.next();
                skipped = 0;
                writing
            }
            _ => {
                skipped += 1;
                Writing::expected(begins)
            }
        };
        begins = false;
        if !beside {
            writing.write(*code, forms, out);
        }
    }
    out.len() >= length as usize
}
