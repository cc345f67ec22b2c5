//! From an article to tokens and how they are written: the part of the work that needs no other article.

use super::Case;
use crate::model::{Document, Facet};
use corpus::{CivilDate, ZoneKind};
use rustc_hash::FxHashMap;
use viet::Span;

/// Codes of the markers (see the grammar in [`super`]).
pub(crate) const SENTENCE: u32 = 0;
/// The title beside the text begins.
pub(crate) const BESIDE: u32 = 9;
/// The kind of zone that a marker begins; `None` for one that only begins a sentence.
pub(crate) fn zone_of_marker(code: u32) -> Option<ZoneKind> {
    match code {
        SENTENCE => None,
        BESIDE => Some(ZoneKind::Title),
        code => Some(zone_of_code(code - 1)),
    }
}

/// Whether a phrase goes on over a marker in a zone of this kind. Sentences end too often by mistake (an abbreviation, a
/// broken line) to stop it, and so do the paragraphs of the body; other zones are texts of their own.
pub(crate) fn runs_on(marker: u32, kind: ZoneKind) -> bool {
    marker == SENTENCE || (marker == 1 + ZoneKind::Body as u32 && kind == ZoneKind::Body)
}

/// The kind of zone of this number in [`ZoneKind::ALL`]; the body where there is none.
pub(crate) fn zone_of_code(code: u32) -> ZoneKind {
    let kind = ZoneKind::ALL.get(code as usize);
    kind.copied().unwrap_or(ZoneKind::Body)
}

/// The first code that is a token.
pub(crate) const FIRST_TOKEN: u32 = 10;

/// How one token is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Piece {
    pub(crate) case: Case,
    /// What stands before it.
    pub(crate) separator: String,
    /// Bytes of the separator that end the sentence before.
    pub(crate) tail: u32,
    /// Bytes of the separator that begin its own sentence.
    pub(crate) lead: u32,
    /// The token itself where no case makes it of its form.
    pub(crate) spelt: Option<String>,
}

/// An article made ready for [`crate::Builder::add`].
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    pub(crate) id: String,
    pub(crate) date: Option<(CivilDate, CivilDate)>,
    pub(crate) facets: Vec<(Facet, String)>,
    pub(crate) payload: Vec<u8>,
    pub(crate) beside: String,
    /// What follows the last token of the text and of the title beside it, and how much of it ends a sentence.
    pub(crate) rests: [(u32, String); 2],
    pub(crate) zones: Vec<(ZoneKind, Span)>,
    /// The forms of its tokens, each once.
    pub(crate) forms: Vec<String>,
    /// Markers, and tokens as `FIRST_TOKEN` + number in `forms`.
    pub(crate) codes: Vec<u32>,
    /// One for each token, as a number in `styles`.
    pub(crate) pieces: Vec<u32>,
    pub(crate) styles: Vec<Piece>,
    /// Bytes of the text.
    pub(crate) bytes: u64,
}

impl Prepared {
    /// Calls `then` with kind and text of each zone, without what follows its last token; `norm` gives the form of a
    /// number in its codes.
    pub(crate) fn each_zone<'f>(&self, norm: impl Fn(u32) -> &'f str, mut then: impl FnMut(ZoneKind, &str)) {
        let (mut kind, mut text) = (ZoneKind::Body, String::new());
        let mut pieces = self.pieces.iter();
        for code in &self.codes {
            let Some(form) = code.checked_sub(FIRST_TOKEN) else {
                if let Some(begun) = zone_of_marker(*code) {
                    then(kind, &text);
                    text.clear();
                    kind = begun;
                }
                continue;
            };
            let piece = pieces.next().and_then(|piece| self.styles.get(*piece as usize));
            if let Some(piece) = piece {
                text.push_str(&piece.separator);
                match &piece.spelt {
                    Some(spelt) => text.push_str(spelt),
                    None => piece.case.write(norm(form), &mut text),
                }
            }
        }
        then(kind, &text);
    }
}

/// Makes articles ready. Keeps what it learnt about tokens, so that each written form is read once.
#[derive(Clone, Debug, Default)]
pub struct Preparer {
    /// Written token → number of its form, and case.
    known: FxHashMap<String, (u32, Case)>,
    /// All forms, and their numbers.
    forms: Vec<String>,
    numbers: FxHashMap<String, u32>,
}

/// Most written tokens that are remembered: a bound for endless input.
const MOST_KNOWN: usize = 1 << 20;

impl Preparer {
    /// Makes an article ready.
    pub fn prepare(&mut self, document: &Document) -> Prepared {
        let text = document.text;
        let mut work = Work {
            learnt: self,
            forms: FxHashMap::default(),
            styles: FxHashMap::default(),
            usual: [None; 4],
            out: Prepared {
                id: document.id.to_owned(),
                date: document.date,
                facets: document.facets.clone(),
                payload: document.payload.to_vec(),
                bytes: text.len() as u64,
                ..Prepared::default()
            },
        };
        if let Some(title) = document.title {
            let mut at = Place::default();
            work.zone(title, Span::new(0, title.len()), BESIDE, &mut at);
            title.clone_into(&mut work.out.beside);
            work.out.rests[1] = at.rest(title);
        }
        let mut at = Place::default();
        let mut last = 0;
        for zone in document.zones {
            // A zone that does not fit the text, or goes back in it, is empty.
            let fits = text.get(zone.span.range()).is_some() && zone.span.start >= last;
            let span = if fits {
                zone.span
            } else {
                Span {
                    start: last,
                    end: last,
                }
            };
            last = span.end;
            work.zone(text, span, 1 + zone.kind as u32, &mut at);
            work.out.zones.push((zone.kind, span));
        }
        work.out.rests[0] = at.rest(text);
        let prepared = work.out;
        if self.known.len() > MOST_KNOWN {
            *self = Self::default();
        }
        prepared
    }

    /// The number of a token's form, and its case.
    fn read(&mut self, written: &str) -> (u32, Case) {
        if let Some(known) = self.known.get(written) {
            return *known;
        }
        let form = viet::normalise(written);
        let case = Case::of(&form, written);
        let next = self.forms.len() as u32;
        let number = *self.numbers.entry(form.clone()).or_insert(next);
        if number == next {
            self.forms.push(form);
        }
        self.known.insert(written.to_owned(), (number, case));
        (number, case)
    }
}

/// How far a text was read.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// End of the last token.
    end: u32,
    /// End of the last sentence with tokens.
    sentence: u32,
}

impl Place {
    /// What follows, and how much of it ends the last sentence.
    fn rest(self, text: &str) -> (u32, String) {
        let rest = text.get(self.end as usize..).unwrap_or("");
        (self.sentence.saturating_sub(self.end), rest.to_owned())
    }
}

struct Work<'k> {
    learnt: &'k mut Preparer,
    /// By the numbers of all forms those in this article.
    forms: FxHashMap<u32, u32>,
    styles: FxHashMap<Piece, u32>,
    /// The numbers of styles that only add a space, by case: those of nearly all tokens.
    usual: [Option<u32>; 4],
    out: Prepared,
}

impl Work<'_> {
    fn zone(&mut self, text: &str, zone: Span, marker: u32, at: &mut Place) {
        self.out.codes.push(marker);
        let mut fresh = true;
        for sentence in viet::sentences(zone.of(text)) {
            let sentence = sentence.shifted(zone.start);
            let mut first = true;
            for token in viet::token_spans(sentence.of(text)) {
                let token = token.shifted(sentence.start);
                if first && !fresh {
                    self.out.codes.push(SENTENCE);
                }
                let separator = text.get(at.end as usize..token.start as usize).unwrap_or("");
                let (tail, lead) = if first {
                    (at.sentence.saturating_sub(at.end), token.start - sentence.start)
                } else {
                    (0, 0)
                };
                self.token(token.of(text), separator, tail, lead);
                at.end = token.end;
                (first, fresh) = (false, false);
            }
            if !first {
                at.sentence = sentence.end;
            }
        }
    }

    fn token(&mut self, written: &str, separator: &str, tail: u32, lead: u32) {
        let (form, case) = self.learnt.read(written);
        let next = self.out.forms.len() as u32;
        let number = *self.forms.entry(form).or_insert(next);
        if number == next {
            let form = self.learnt.forms.get(form as usize);
            self.out.forms.push(form.cloned().unwrap_or_default());
        }
        self.out.codes.push(FIRST_TOKEN + number);
        let usual = separator == " " && tail == 0 && lead == 0 && case != Case::Spelt;
        if let Some(number) = self.usual[case as usize].filter(|_| usual) {
            self.out.pieces.push(number);
            return;
        }
        let piece = Piece {
            case,
            separator: separator.to_owned(),
            tail,
            lead,
            spelt: (case == Case::Spelt).then(|| written.to_owned()),
        };
        let number = self.styles.get(&piece).copied().unwrap_or_else(|| {
            let number = self.out.styles.len() as u32;
            self.styles.insert(piece.clone(), number);
            self.out.styles.push(piece);
            number
        });
        if usual {
            self.usual[case as usize] = Some(number);
        }
        self.out.pieces.push(number);
    }
}
