//! Writing: prepared articles, their tokens numbered for the whole corpus, as bytes.

use super::Case;
use super::prepare::{FIRST_TOKEN, Piece, Prepared};
use super::stream::code_bytes;
use crate::codes::{put, put_text};
use rustc_hash::FxHashMap;

/// Rows of the table of styles that an op names by itself.
pub(super) const SHORT: u32 = 31;
/// Most rows.
const MOST: usize = 512;

/// The table of styles of a corpus, the most frequent first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Styles {
    rows: FxHashMap<Piece, u32>,
    bytes: Vec<u8>,
}

impl Styles {
    /// The table for styles with how often each occurs where it is not expected.
    pub(crate) fn new(counts: FxHashMap<Piece, u32>) -> Self {
        let mut counts: Vec<(Piece, u32)> = counts
            .into_iter()
            .filter(|(piece, count)| piece.spelt.is_none() && *count > 2)
            .collect();
        let key = |piece: &Piece| (piece.case, piece.tail, piece.lead);
        counts.sort_by(|a, b| {
            b.1.cmp(&a.1)
                .then_with(|| (key(&a.0), &a.0.separator).cmp(&(key(&b.0), &b.0.separator)))
        });
        counts.truncate(MOST);
        let mut styles = Self::default();
        put(&mut styles.bytes, counts.len() as u32);
        for (row, (piece, _)) in (0..).zip(counts) {
            put_style(&mut styles.bytes, &piece);
            styles.rows.insert(piece, row);
        }
        styles
    }

    /// The table as bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn put_style(out: &mut Vec<u8>, piece: &Piece) {
    out.push(piece.case as u8);
    put(out, piece.tail);
    put(out, piece.lead);
    put_text(out, &piece.separator);
}

/// Appends the record of an article; `code` gives the code of a form by its number in [`Prepared::forms`].
pub(crate) fn pack(article: &Prepared, styles: &Styles, code: impl Fn(u32) -> u32, out: &mut Vec<u8>) {
    let (mut stream, mut layout) = (Vec::new(), Vec::new());
    let mut skipped = 0_u32;
    let mut pieces = article.pieces.iter();
    let mut begins = true;
    for marker in &article.codes {
        let Some(form) = marker.checked_sub(FIRST_TOKEN) else {
            code_bytes(*marker, &mut stream);
            begins = true;
            continue;
        };
        code_bytes(code(form), &mut stream);
        let piece = pieces
            .next()
            .and_then(|number| article.styles.get(*number as usize));
        let Some(piece) = piece else { continue };
        if is_expected(piece, begins) {
            skipped += 1;
        } else {
            while skipped >= 7 {
                layout.push(7);
                skipped -= 7;
            }
            put_op(&mut layout, skipped as u8, piece, styles);
            skipped = 0;
        }
        begins = false;
    }
    put_text(out, &article.id);
    put_text(out, &article.beside);
    put_rest(out, &article.rests[1]);
    put(out, article.zones.len() as u32);
    let mut last = 0;
    for (kind, span) in &article.zones {
        out.push(*kind as u8);
        put(out, span.start.saturating_sub(last));
        put(out, span.len() as u32);
        last = span.end;
    }
    for block in [&stream, &layout] {
        put(out, block.len() as u32);
        out.extend_from_slice(block);
    }
    put_rest(out, &article.rests[0]);
    put(out, article.payload.len() as u32);
    out.extend_from_slice(&article.payload);
}

fn put_rest(out: &mut Vec<u8>, (tail, rest): &(u32, String)) {
    put(out, *tail);
    put_text(out, rest);
}

/// Whether a style needs no op.
pub(crate) fn is_expected(piece: &Piece, begins_sentence: bool) -> bool {
    let case = if begins_sentence { Case::First } else { Case::Lower };
    piece.case == case && piece.separator == " " && piece.tail == 0 && piece.lead == 0
}

fn put_op(out: &mut Vec<u8>, skipped: u8, piece: &Piece, styles: &Styles) {
    match styles.rows.get(piece) {
        Some(row) if *row < SHORT => out.push(skipped | (*row as u8) << 3),
        Some(row) => {
            out.push(skipped | (SHORT as u8) << 3);
            put(out, row - SHORT + 1);
        }
        None => {
            out.push(skipped | (SHORT as u8) << 3);
            put(out, 0);
            put_style(out, piece);
            if let Some(spelt) = &piece.spelt {
                put_text(out, spelt);
            }
        }
    }
}
