//! Zones: what each part of a page is.
//!
//! Lines are taken apart where two things stand in one (a date marker and a menu, a paragraph and a caption glued to
//! it). Then each piece is claimed by the first rule that is sure of it: what a line says by itself, then what stands
//! before and after the running text, then captions by what they repeat. What nobody claims is body.

mod caption;
pub(crate) mod dateline;
mod frame;
pub(crate) mod furniture;
pub(crate) mod lexicon;
mod pictures;
pub(crate) mod piece;
pub(crate) mod sentence;

use crate::model::{Zone, ZoneKind};
use piece::{Piece, trimmed};
use viet::Span;

/// How many lines from the top may carry a time stamp or an agency's prefix before their own text.
const HEADER: usize = 15;

/// The zones of `text`, tiling it. A text without a visible character is one body zone; an empty text has none.
pub(crate) fn find(text: &str) -> Vec<Zone> {
    let mut pieces = Vec::new();
    let mut agency = false;
    for (index, span) in piece::paragraphs(text).into_iter().enumerate() {
        split(text, span, index < HEADER, &mut agency, &mut pieces);
    }
    for piece in pieces.iter_mut().filter(|piece| piece.kind.is_none()) {
        piece.kind = kind_of(text, piece);
    }
    frame::before(text, &mut pieces);
    pictures::claim(text, &mut pieces);
    frame::after(text, &mut pieces);
    tile(text, &pieces)
}

fn kind_of(text: &str, piece: &Piece) -> Option<ZoneKind> {
    let own = piece.span.of(text);
    if dateline::is_dateline(own) {
        return Some(ZoneKind::Dateline);
    }
    if caption::is_caption(text, piece) {
        return Some(ZoneKind::Caption);
    }
    furniture::kind_of(text, piece)
}

/// Takes one line apart and adds its pieces.
fn split(text: &str, line: Span, in_header: bool, agency: &mut bool, pieces: &mut Vec<Piece>) {
    let mut rest = line;
    let mut add = |from: u32, to: u32, kind: Option<ZoneKind>| {
        let span = trimmed(text, Span { start: from, end: to });
        if !span.is_empty() {
            let mut piece = Piece::new(text, span);
            piece.kind = kind;
            pieces.push(piece);
        }
    };
    if in_header {
        if let Some(len) = dateline::stamp(rest.of(text)) {
            let cut = rest.start + len as u32;
            add(rest.start, cut, Some(ZoneKind::Dateline));
            let stray = |c: char| piece::is_blank(c) || matches!(c, '|' | '-' | '–' | '•');
            let left = Span {
                start: cut,
                end: rest.end,
            }
            .of(text);
            rest.start = rest.end - left.trim_start_matches(stray).len() as u32;
        }
        if !*agency && let Some(len) = dateline::agency_prefix(rest.of(text)) {
            *agency = true;
            let cut = rest.start + len as u32;
            add(rest.start, cut, Some(ZoneKind::Dateline));
            rest = trimmed(
                text,
                Span {
                    start: cut,
                    end: rest.end,
                },
            );
        }
    }
    if let Some(at) = dateline::after_signature(rest.of(text)) {
        let cut = rest.start + at as u32;
        add(rest.start, cut, Some(ZoneKind::Byline));
        add(cut, rest.end, Some(ZoneKind::Dateline));
        return;
    }
    let whole = Piece::new(text, rest);
    if whole.sentences > 1 && !caption::is_caption(text, &whole) {
        let base = rest.start;
        for glued in caption::glued(rest.of(text)) {
            let glued = glued.shifted(base);
            add(rest.start, glued.start, None);
            add(glued.start, glued.end, Some(ZoneKind::Caption));
            rest.start = glued.end;
        }
    }
    if rest == whole.span && rest == trimmed(text, rest) && !rest.is_empty() {
        pieces.push(whole);
    } else {
        add(rest.start, rest.end, None);
    }
}

/// Every byte to a zone: what is between two pieces belongs to the first.
fn tile(text: &str, pieces: &[Piece]) -> Vec<Zone> {
    let end = text.len() as u32;
    if pieces.is_empty() && end > 0 {
        return vec![Zone {
            span: Span { start: 0, end },
            kind: ZoneKind::Body,
        }];
    }
    let starts = pieces.iter().skip(1).map(|piece| piece.span.start).chain([end]);
    let mut start = 0;
    let mut zones = Vec::with_capacity(pieces.len());
    for (piece, end) in pieces.iter().zip(starts) {
        let kind = piece.kind.unwrap_or(ZoneKind::Body);
        zones.push(Zone {
            span: Span { start, end },
            kind,
        });
        start = end;
    }
    zones
}
