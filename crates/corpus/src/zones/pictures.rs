//! Captions that only their neighbours or the rest of the article give away.

use super::caption;
use super::piece::{End, Piece};
use crate::model::ZoneKind;
use std::collections::HashMap;
use viet::Span;

/// The most words of a caption that carries no credit itself.
const LONGEST: usize = 45;

/// Claims captions: what a picture's credit or number stands beside, what repeats the title or another line, what
/// names a picture, what tells of a scene in words of the article.
pub(crate) fn claim(text: &str, pieces: &mut [Piece]) {
    credits(text, pieces);
    let title = pieces
        .iter()
        .find(|piece| piece.kind == Some(ZoneKind::Title))
        .map(|piece| piece.key.clone());
    let first = pieces.iter().position(Piece::is_open);
    let copies = copies(pieces, first);
    let mut candidates = Vec::new();
    for index in 0..pieces.len() {
        // The first paragraph is never a caption by its neighbours alone.
        let Some(piece) = pieces
            .get(index)
            .filter(|piece| piece.is_open() && Some(index) != first)
        else {
            continue;
        };
        let short = piece.words <= LONGEST && piece.sentences == 1 && !piece.key.is_empty();
        let again = short && piece.end == End::Stop && copies.get(&piece.key).is_some_and(|count| *count > 1);
        let repeats = title.as_ref() == Some(&piece.key) || again;
        if repeats || (short && is_described(text, pieces, index)) || caption::names_a_picture(text, piece) {
            set(pieces, index);
        } else if short && piece.words <= 35 && piece.end == End::Stop {
            candidates.push(index);
        }
    }
    let spans: Vec<Span> = candidates
        .iter()
        .filter_map(|index| pieces.get(*index))
        .map(|p| p.span)
        .collect();
    let repeated = caption::repeated_scenes(text, &spans);
    for (index, _) in candidates
        .into_iter()
        .zip(repeated)
        .filter(|(_, repeated)| *repeated)
    {
        set(pieces, index);
    }
}

fn set(pieces: &mut [Piece], index: usize) {
    if let Some(piece) = pieces.get_mut(index) {
        piece.kind = Some(ZoneKind::Caption);
    }
}

/// `Nguồn: Reuters` under a caption or above a paragraph is the picture's source, not the article's.
fn credits(text: &str, pieces: &mut [Piece]) {
    let last = pieces
        .iter()
        .rposition(|piece| piece.is_open() && piece.is_paragraph());
    for index in 0..pieces.len() {
        let credit = pieces.get(index).is_some_and(|piece| {
            let own = piece.span.of(text);
            piece.kind == Some(ZoneKind::Source)
                && piece.words <= 8
                && !own.contains("://")
                && !own.contains("www.")
        });
        let below = index.checked_sub(1).and_then(|before| pieces.get(before));
        let below = below.is_some_and(|piece| piece.kind == Some(ZoneKind::Caption));
        if credit && (below || last.is_some_and(|last| index < last)) {
            set(pieces, index);
        }
    }
}

/// How often each short line stands in the article: pages give a picture's text more than once. A standfirst that is
/// given twice is none.
fn copies(pieces: &[Piece], first: Option<usize>) -> HashMap<String, usize> {
    let standfirst = first
        .and_then(|first| pieces.get(first))
        .map_or("", |piece| piece.key.as_str());
    let mut copies = HashMap::new();
    for piece in pieces.iter().filter(|piece| (3..=30).contains(&piece.words)) {
        if !piece.key.is_empty() && piece.key != standfirst {
            *copies.entry(piece.key.clone()).or_insert(0) += 1;
        }
    }
    copies
}

/// Whether the line beside is only a credit, or the text for a missing picture.
fn is_described(text: &str, pieces: &[Piece], index: usize) -> bool {
    let caption = |at: Option<usize>| {
        at.and_then(|at| pieces.get(at))
            .filter(|p| p.kind == Some(ZoneKind::Caption))
    };
    let below = caption(Some(index + 1))
        .is_some_and(|p| caption::is_credit_only(text, p) && !caption::is_numbered(p));
    let above = caption(index.checked_sub(1)).is_some_and(caption::is_numbered);
    below || (above && pieces.get(index).is_some_and(|piece| piece.end == End::Word))
}
