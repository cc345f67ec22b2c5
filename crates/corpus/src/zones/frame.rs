//! What stands before and after the running text: the headline and what surrounds it, signatures, links, menus.

use super::piece::{End, Piece};
use super::sentence::Sentence;
use super::{caption, furniture};
use crate::model::ZoneKind;

/// Claims what stands before the first paragraph: menus, the title, signatures.
pub(crate) fn before(text: &str, pieces: &mut [Piece]) {
    let Some(body) = pieces
        .iter()
        .position(|piece| piece.is_open() && piece.is_paragraph())
    else {
        return;
    };
    let (header, rest) = pieces.split_at_mut(body);
    let captions: Vec<&str> = rest
        .iter()
        .filter(|p| p.kind == Some(ZoneKind::Caption))
        .map(|p| p.key.as_str())
        .take(200)
        .collect();
    for piece in header
        .iter_mut()
        .filter(|piece| piece.is_open() && furniture::is_section(piece))
    {
        piece.kind = Some(ZoneKind::Navigation);
    }
    let title = title_of(header, &captions);
    if let Some(piece) = title.and_then(|index| header.get_mut(index)) {
        piece.kind = Some(ZoneKind::Title);
    }
    let key = title
        .and_then(|index| header.get(index))
        .map(|piece| piece.key.clone());
    for (index, piece) in header.iter_mut().enumerate().filter(|(_, piece)| piece.is_open()) {
        let above = title.is_some_and(|title| index < title);
        let sentence = Sentence::new(piece.span.of(text));
        // Above the title a name that may be anything is the site's.
        let signed = is_signed(text, piece) && (sentence.is_person() || (title.is_some() && !above));
        piece.kind = if key.as_ref() == Some(&piece.key) {
            Some(ZoneKind::Title)
        } else if signed {
            Some(ZoneKind::Byline)
        } else if above {
            Some(ZoneKind::Navigation)
        } else {
            None
        };
    }
}

/// Which line of the header is the headline: the one that captions repeat, else the first of five words or more,
/// else the first that could be one.
fn title_of(header: &[Piece], captions: &[&str]) -> Option<usize> {
    let candidates = || {
        header
            .iter()
            .enumerate()
            .filter(|(_, piece)| piece.is_open() && !piece.key.is_empty() && piece.is_headline())
    };
    let repeated =
        |piece: &Piece| piece.words >= 4 && captions.iter().any(|caption| caption.starts_with(&piece.key));
    candidates()
        .find(|(_, piece)| repeated(piece))
        .or_else(|| candidates().find(|(_, piece)| piece.words >= 5))
        .or_else(|| candidates().next())
        .map(|(index, _)| index)
}

fn is_signed(text: &str, piece: &Piece) -> bool {
    piece.words <= 12 && piece.end == End::Word && Sentence::new(piece.span.of(text)).is_signature()
}

/// Claims what stands after the last paragraph, and headlines of other articles after their label.
pub(crate) fn after(text: &str, pieces: &mut [Piece]) {
    links(pieces);
    let Some(last) = pieces
        .iter()
        .rposition(|piece| piece.is_open() && piece.is_paragraph())
    else {
        return;
    };
    // Where paragraphs commonly end without a stop, a line without one is no headline.
    let (mut ended, mut open) = (0_usize, 0_usize);
    for piece in pieces
        .iter()
        .take(last)
        .filter(|piece| piece.is_open() && piece.words >= 12)
    {
        *if piece.end == End::Word {
            &mut open
        } else {
            &mut ended
        } += 1;
    }
    let careless = open > ended;
    let headline = |piece: &Piece| piece.is_open() && piece.is_headline() && piece.words >= 4 && !careless;
    let headlines = pieces
        .iter()
        .skip(last + 1)
        .filter(|piece| headline(piece) && !is_signed(text, piece))
        .count();
    for piece in pieces.iter_mut().skip(last + 1).filter(|piece| piece.is_open()) {
        let sentence = Sentence::new(piece.span.of(text));
        piece.kind = if piece.words <= 12 && is_signed(text, piece) {
            Some(ZoneKind::Byline)
        } else if furniture::is_section(piece) {
            Some(ZoneKind::Navigation)
        } else if !headline(piece) || (headlines == 1 && piece.key.ends_with('?')) {
            None
        } else if sentence.only_names()
            || (headlines == 1 && caption::begins_a_scene(piece) && !sentence.has_predicate())
        {
            // One line after the text that names a picture goes with one; links come with a verb or in numbers.
            Some(ZoneKind::Caption)
        } else {
            Some(ZoneKind::Related)
        };
    }
}

/// After a label such as `Tin liên quan`, lines without a full stop are headlines, up to the next paragraph; after a
/// label that only the last third of the page has, every open line is.
fn links(pieces: &mut [Piece]) {
    let total: usize = pieces.iter().map(|piece| piece.words).sum();
    let mut above = 0;
    let mut listing = false;
    let mut ending = false;
    for piece in pieces {
        let label = piece.kind == Some(ZoneKind::Related) && furniture::is_related_label(&piece.key);
        if label {
            listing = true;
            ending |= above * 3 >= total * 2;
        } else if piece.is_open() && (ending || listing) {
            let headline = piece.is_headline() && piece.words >= 4 && piece.words < 26;
            if headline || (ending && piece.words >= 4) {
                piece.kind = Some(ZoneKind::Related);
            } else if piece.is_paragraph() {
                listing = false;
            }
        }
        above += piece.words;
    }
}
