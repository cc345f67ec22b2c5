//! Bytes to text: which encoding they are in, and what could not be read.

use crate::cp1258;
use crate::model::{Diagnostic, DiagnosticCode, Encoding};
use viet::Span;

/// A text and how it was read.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: Encoding,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How many bytes at the start are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 1 << 16;

/// Reads any bytes. A byte order mark decides; without one, NUL bytes tell UTF-16 and invalid sequences tell
/// Windows-1258 from damaged UTF-8. What cannot be read becomes U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (text, encoding, guessed) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (lossy_utf8(rest), Encoding::Utf8Bom, false),
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16Le, false),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16Be, false),
        _ => match guess(bytes) {
            Encoding::Utf16Le => (utf16(bytes, u16::from_le_bytes), Encoding::Utf16Le, true),
            Encoding::Utf16Be => (utf16(bytes, u16::from_be_bytes), Encoding::Utf16Be, true),
            Encoding::Windows1258 => (windows_1258(bytes), Encoding::Windows1258, true),
            Encoding::Utf8 | Encoding::Utf8Bom => (lossy_utf8(bytes), Encoding::Utf8, false),
        },
    };
    let mut diagnostics = Vec::new();
    if guessed {
        diagnostics.push(Diagnostic {
            detail: Some(encoding.name().to_owned()),
            ..Diagnostic::new(DiagnosticCode::GuessedEncoding)
        });
    }
    diagnostics.extend(text.invalid.into_diagnostic(DiagnosticCode::InvalidBytes));
    let mut controls = Tally::default();
    let mut marks = Tally::default();
    for (at, c) in text.text.char_indices() {
        if c.is_control() && !matches!(c, '\n' | '\r' | '\t') {
            controls.note(at, c);
        } else if viet::is_mark(c) {
            marks.note(at, c);
        }
    }
    diagnostics.extend(controls.into_diagnostic(DiagnosticCode::ControlCharacters));
    diagnostics.extend(marks.into_diagnostic(DiagnosticCode::Decomposed));
    Decoded {
        text: text.text,
        encoding,
        diagnostics,
    }
}

/// How often something was seen, and where first.
#[derive(Default)]
struct Tally {
    count: u32,
    first: Option<Span>,
}

impl Tally {
    fn note(&mut self, at: usize, c: char) {
        self.count = self.count.saturating_add(1);
        self.first.get_or_insert(Span::new(at, at + c.len_utf8()));
    }

    fn into_diagnostic(self, code: DiagnosticCode) -> Option<Diagnostic> {
        (self.count > 0).then(|| Diagnostic {
            span: self.first,
            count: self.count,
            ..Diagnostic::new(code)
        })
    }
}

/// A text under construction and what was replaced in it.
#[derive(Default)]
struct Text {
    text: String,
    invalid: Tally,
}

impl Text {
    fn replace(&mut self) {
        let at = self.text.len();
        self.invalid.note(at, char::REPLACEMENT_CHARACTER);
        self.text.push(char::REPLACEMENT_CHARACTER);
    }
}

fn lossy_utf8(bytes: &[u8]) -> Text {
    let mut out = Text::default();
    out.text.reserve(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            out.replace();
        }
    }
    out
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Text {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut out = Text::default();
    out.text.reserve(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(c) => out.text.push(c),
            Err(_) => out.replace(),
        }
    }
    if !rest.is_empty() {
        out.replace();
    }
    out
}

fn windows_1258(bytes: &[u8]) -> Text {
    let mut out = Text::default();
    out.text.reserve(bytes.len() * 2);
    for byte in bytes {
        match cp1258::decode_byte(*byte) {
            char::REPLACEMENT_CHARACTER => out.replace(),
            c => out.text.push(c),
        }
    }
    out
}

fn guess(bytes: &[u8]) -> Encoding {
    if let Some(encoding) = guess_utf16(bytes) {
        return encoding;
    }
    let mut sequences = 0_usize;
    let mut errors = 0_usize;
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        errors += usize::from(!chunk.invalid().is_empty());
    }
    // Text in a one-byte code page hardly ever forms a valid sequence: damaged UTF-8 keeps many.
    if errors > 0 && sequences * 4 < errors && looks_like_1258(bytes) {
        return Encoding::Windows1258;
    }
    Encoding::Utf8
}

/// UTF-16 of any European script has a NUL in half of the places for spaces, stops and digits and none elsewhere.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE))?;
    let pairs = sample.len() / 2;
    let nuls = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let many = |count: usize| count >= 2 && count * 10 >= pairs;
    let few = |count: usize| count * 50 <= pairs;
    if many(odd) && few(even) {
        Some(Encoding::Utf16Le)
    } else if many(even) && few(odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether the bytes read as words: no binary noise, and nearly every high letter is Vietnamese and stands beside
/// another letter.
fn looks_like_1258(bytes: &[u8]) -> bool {
    let mut noise = 0_usize;
    let mut good = 0_usize;
    let mut bad = 0_usize;
    let mut before = ' ';
    let mut chars = bytes.iter().map(|b| cp1258::decode_byte(*b)).peekable();
    while let Some(c) = chars.next() {
        if c == char::REPLACEMENT_CHARACTER || (c.is_control() && !c.is_whitespace()) {
            noise += 1;
        } else if cp1258::is_tone(c) {
            *if before.is_alphabetic() {
                &mut good
            } else {
                &mut bad
            } += 1;
        } else if !c.is_ascii() && c.is_alphabetic() {
            let beside = before.is_ascii_alphabetic() || chars.peek().is_some_and(char::is_ascii_alphabetic);
            let fits = cp1258::is_vietnamese(c) && beside;
            *if fits { &mut good } else { &mut bad } += 1;
        }
        before = c;
    }
    good > 0 && noise * 100 <= bytes.len() && bad * 4 <= good
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Việt Nam – Nga: hòa bình, ổn định.\n";

    fn utf16_of(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Encoding) -> Vec<DiagnosticCode> {
        let decoded = decode(bytes);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        decoded.diagnostics.iter().map(|d| d.code).collect()
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_not_part_of_the_text() {
        let bom = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
        assert_eq!(check(TEXT.as_bytes(), TEXT, Encoding::Utf8), []);
        check(&bom(&[0xEF, 0xBB, 0xBF], TEXT.into()), TEXT, Encoding::Utf8Bom);
        check(
            &bom(&[0xFF, 0xFE], utf16_of(TEXT, u16::to_le_bytes)),
            TEXT,
            Encoding::Utf16Le,
        );
        check(
            &bom(&[0xFE, 0xFF], utf16_of(TEXT, u16::to_be_bytes)),
            TEXT,
            Encoding::Utf16Be,
        );
    }

    #[test]
    fn utf_16_without_a_mark_is_told_by_its_nul_bytes() {
        let guessed = [DiagnosticCode::GuessedEncoding];
        assert_eq!(
            check(&utf16_of(TEXT, u16::to_le_bytes), TEXT, Encoding::Utf16Le),
            guessed
        );
        assert_eq!(
            check(&utf16_of(TEXT, u16::to_be_bytes), TEXT, Encoding::Utf16Be),
            guessed
        );
        let russian = "Москва, 2 апреля. Министр прибыл в Россию.";
        check(&utf16_of(russian, u16::to_le_bytes), russian, Encoding::Utf16Le);
    }

    #[test]
    fn text_in_windows_1258_stays_decomposed() {
        let codes = check(
            b"Quan h\xEA\xF2 Vi\xEA\xF2t Nam \x96 Nga \xF0a\xDEng.",
            "Quan hê\u{323} Viê\u{323}t Nam – Nga đa\u{303}ng.",
            Encoding::Windows1258,
        );
        assert_eq!(
            codes,
            [DiagnosticCode::GuessedEncoding, DiagnosticCode::Decomposed]
        );
    }

    #[test]
    fn a_few_bad_bytes_do_not_change_the_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.splice(5..5, [0xFF, 0xFE]);
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert_eq!(decoded.diagnostics[0].code, DiagnosticCode::InvalidBytes);
        assert_eq!(decoded.diagnostics[0].count, 2);
        assert_eq!(decoded.diagnostics[0].span.unwrap().of(&decoded.text), "\u{FFFD}");
        assert_eq!(decode(b"hello \xFF\xFE world").encoding, Encoding::Utf8);
    }

    #[test]
    fn control_characters_and_decomposed_letters_are_kept_and_told() {
        let codes = check("a\u{0}b\u{1b}".as_bytes(), "a\0b\u{1b}", Encoding::Utf8);
        assert_eq!(codes, [DiagnosticCode::ControlCharacters]);
        assert_eq!(
            check("hoa\u{300}".as_bytes(), "hoa\u{300}", Encoding::Utf8),
            [DiagnosticCode::Decomposed]
        );
    }
}
