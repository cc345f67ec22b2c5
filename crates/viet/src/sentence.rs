//! Sentences: spans of a paragraph that end where a reader would pause.

use crate::{Span, is_lower, is_upper, to_lower};

/// Abbreviations that end with a full stop inside a sentence, lower case, without their stop.
const ABBREVIATIONS: &[&str] = &[
    "tp", "ts", "ths", "gs", "pgs", "bs", "tx", "tt", "q", "p", "st", "mr", "mrs", "ms", "dr", "vs", "no",
    "tr", "nxb",
];

/// The sentences of `text` in order, without the white space between them. A line break always ends one; a full
/// stop does not where it follows an initial (`V. Putin`), an abbreviation (`TP. Hồ Chí Minh`) or stands between
/// digits (`3.9`), and no sentence goes on in lower case.
///
/// ```
/// let text = "Chiều 3.9, ông V. Putin đến TP. Huế. Hai bên hội đàm.";
/// let first = viet::sentences(text)[0];
/// assert_eq!(first.of(text), "Chiều 3.9, ông V. Putin đến TP. Huế.");
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                push(&mut found, text, start, end);
                start = end;
            }
            '.' | '!' | '?' | '…' => {
                let mut end = end;
                while let Some((next, c)) = chars.next_if(|(_, c)| is_closing(*c)) {
                    end = next + c.len_utf8();
                }
                if ends_sentence(&text[start..at], c, &text[end..]) {
                    push(&mut found, text, start, end);
                    start = end;
                }
            }
            _ => {}
        }
    }
    push(&mut found, text, start, text.len());
    found
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let span = Span::new(start, end).trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}

const fn is_closing(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '/' | '"' | '”' | '’' | '»' | ')' | ']' | '\''
    )
}

fn ends_sentence(before: &str, mark: char, after: &str) -> bool {
    let Some(next) = after.chars().next() else {
        return true;
    };
    if !next.is_whitespace() {
        return false;
    }
    let continues = after
        .trim_start()
        .chars()
        .next()
        .is_some_and(|c| is_lower(c) || c == ',' || c == ';');
    if continues {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(is_upper);
    // An abbreviation is written with a capital: `tr.` ends a sentence as `TP.` does not.
    let capital = word.chars().next().is_some_and(is_upper);
    let is_written = |letters: &&str| word.chars().map(to_lower).eq(letters.chars());
    let abbreviation = capital && ABBREVIATIONS.iter().any(is_written);
    !initial && !abbreviation
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ends_at_stops_and_line_breaks() {
        check("Một. Hai!\nBa", &["Một.", "Hai!", "Ba"]);
        check("Việt Nam - Nga./.", &["Việt Nam - Nga./."]);
        check("Ông nói: “Tốt.” Rồi đi.", &["Ông nói: “Tốt.”", "Rồi đi."]);
    }

    #[test]
    fn does_not_end_inside_names_numbers_and_pauses() {
        check("Ông Sergei V. Mikhailov đến.", &["Ông Sergei V. Mikhailov đến."]);
        check("Ngày 2.9. GS. TS. Nam", &["Ngày 2.9.", "GS. TS. Nam"]);
        check("kỹ thuật quân sự..., mở rộng", &["kỹ thuật quân sự..., mở rộng"]);
        check("vận tải… đồng thời", &["vận tải… đồng thời"]);
    }

    proptest! {
        #[test]
        fn sentences_are_ordered_and_lose_only_white_space(text in "\\PC{0,80}") {
            let mut last = 0;
            for span in sentences(&text) {
                prop_assert!(text[last..span.start as usize].trim().is_empty());
                last = span.end as usize;
            }
            prop_assert!(text[last..].trim().is_empty());
        }
    }
}
