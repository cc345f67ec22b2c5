//! Pieces: the lines of a text and what can be seen of each by itself.

use crate::model::ZoneKind;
use viet::Span;

/// Longest piece, in bytes, that is compared as a whole; longer ones are paragraphs whatever they say.
const SHORT: usize = 700;

/// A line, or a part of one, that belongs to one zone.
#[derive(Debug)]
pub(crate) struct Piece {
    /// Without the white space around it.
    pub(crate) span: Span,
    /// What it is, once a rule has said so.
    pub(crate) kind: Option<ZoneKind>,
    /// Number of words.
    pub(crate) words: usize,
    /// How it ends.
    pub(crate) end: End,
    /// Number of sentences, not counted beyond two.
    pub(crate) sentences: usize,
    /// The normalised text of a short piece, single-spaced; empty for a long one.
    pub(crate) key: String,
}

/// How a piece ends, closing quotes and brackets aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// With a full stop, an exclamation mark or a question mark.
    Stop,
    /// With `…` or `...`.
    Ellipsis,
    /// With a colon, semicolon or comma: something follows.
    Pause,
    /// With a word.
    Word,
}

impl Piece {
    pub(crate) fn new(text: &str, span: Span) -> Self {
        let own = span.of(text);
        let key = if own.len() <= SHORT {
            key_of(own)
        } else {
            String::new()
        };
        let sentences = if own.len() <= SHORT {
            viet::sentences(own).len().min(2)
        } else {
            2
        };
        Self {
            span,
            kind: None,
            words: viet::token_spans(own).count(),
            end: End::of(own),
            sentences,
            key,
        }
    }

    /// Whether no rule has claimed it yet.
    pub(crate) const fn is_open(&self) -> bool {
        self.kind.is_none()
    }

    /// Whether it reads as a paragraph of running text: a sentence of some length, or long without an end (cut off).
    pub(crate) fn is_paragraph(&self) -> bool {
        let ended = matches!(self.end, End::Stop | End::Ellipsis | End::Pause);
        self.words >= 26 || (ended && self.words >= 12) || (self.end == End::Stop && self.sentences > 1)
    }

    /// Whether it has as many words as a headline and no end.
    pub(crate) fn is_headline(&self) -> bool {
        let first = self.key.chars().next();
        let open = self.end == End::Word || self.end == End::Ellipsis || self.key.ends_with('?');
        (3..=35).contains(&self.words)
            && open
            && !first.is_some_and(|c| matches!(c, '-' | '–' | '+' | '*' | '•'))
    }
}

impl End {
    pub(crate) fn of(text: &str) -> Self {
        let closing = |c: char| is_blank(c) || matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']');
        let text = text.trim_end_matches(closing);
        if text.ends_with('…') || text.ends_with("...") {
            return Self::Ellipsis;
        }
        match text.chars().next_back() {
            Some('.' | '!' | '?' | '/') => Self::Stop,
            Some(':' | ';' | ',') => Self::Pause,
            _ => Self::Word,
        }
    }
}

/// The form by which short texts are compared: normalised, single-spaced.
pub(crate) fn key_of(text: &str) -> String {
    let normal = viet::normalise(text);
    let mut key = String::with_capacity(normal.len());
    for word in normal.split(|c: char| c.is_whitespace() || c == '\u{200B}') {
        if !key.is_empty() && !word.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// White space as a reader sees it: also NBSP, control characters and what shows nothing.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{200B}' || viet::is_invisible(c)
}

/// `span` without blanks at both ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let own = span.of(text);
    let inner = own.trim_start_matches(is_blank);
    let start = span.start as usize + own.len() - inner.len();
    Span::new(start, start + inner.trim_end_matches(is_blank).len())
}

/// The lines of `text` that hold something, trimmed; each with whether a blank line precedes it.
fn lines(text: &str) -> Vec<(Span, bool)> {
    let mut found = Vec::new();
    let mut gap = true;
    let mut start = 0;
    let breaks = |c| {
        matches!(
            c,
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    for part in text.split_inclusive(breaks) {
        let span = trimmed(text, Span::new(start, start + part.len()));
        // The second half of a CRLF is not a blank line.
        let half = part == "\n" && text.get(..start).is_some_and(|before| before.ends_with('\r'));
        if !span.is_empty() {
            found.push((span, gap));
            gap = false;
        } else if !half {
            gap = true;
        }
        start += part.len();
    }
    found
}

/// The paragraphs of `text`: its lines, or, where lines were wrapped at a fixed width, what blank lines separate.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    if !is_wrapped(text, &lines) {
        return lines.into_iter().map(|(span, _)| span).collect();
    }
    let mut joined: Vec<Span> = Vec::new();
    for (span, gap) in lines {
        match joined.last_mut().filter(|_| !gap) {
            Some(last) => last.end = span.end,
            None => joined.push(span),
        }
    }
    joined
}

/// Mail and old archives break lines at 60 to 120 characters: many lines of about that width, none longer, and a good
/// part of them going on in lower case.
fn is_wrapped(text: &str, lines: &[(Span, bool)]) -> bool {
    let widths = || lines.iter().map(|(span, _)| span.of(text).chars().count());
    let widest = widths().max().unwrap_or(0);
    if lines.len() < 6 || !(50..=130).contains(&widest) || lines.iter().all(|(_, gap)| *gap) {
        return false;
    }
    let full = widths().filter(|width| width * 4 >= widest * 3).count();
    let lower = |span: &Span| span.of(text).chars().next().is_some_and(char::is_lowercase);
    let going_on = lines.iter().filter(|(span, gap)| !gap && lower(span)).count();
    full * 2 >= lines.len() && going_on * 4 >= lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(
            found("\u{a0}Một \r\n\r\n Hai\rBa\u{2028}Bốn\u{200B}\n"),
            ["Một", "Hai", "Ba", "Bốn"]
        );
        assert!(found(" \n\u{0}\t\n").is_empty());
    }

    #[test]
    fn keys_pass_over_what_shows_nothing() {
        assert_eq!(key_of(" Xem \0\u{7}th\u{AD}êm\u{200B}\u{200E} \0 "), "xem thêm");
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let line = "các bên đã trao đổi về nhiều vấn đề cùng quan tâm và hai bên sẽ còn";
        let text = format!("{line}\n{line}\n{line}\n{line}\n\n{line}\n{line}\n{line}\n");
        assert_eq!(found(&text).len(), 2);
    }

    #[test]
    fn ends_are_seen_through_quotes() {
        assert_eq!(End::of("Ông nói: “Tốt.” "), End::Stop);
        assert_eq!(End::of("Việt Nam - Nga./."), End::Stop);
        assert_eq!(End::of("trong đó có việc"), End::Word);
        assert_eq!(End::of("quân sự..."), End::Ellipsis);
        assert_eq!(End::of("nội dung chính:"), End::Pause);
    }
}
