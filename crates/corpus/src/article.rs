//! From bytes to an article, and what may be asked of one.

use crate::decode::decode;
use crate::model::{Article, Diagnostic, DiagnosticCode, Zone, ZoneKind};
use crate::{dates, language_of, provenance, zones};
use viet::Span;

/// The longest file that is read, in bytes: offsets are 32 bits wide and a page has to hold the text several times.
pub const MAX_BYTES: u64 = 64 << 20;

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorpusError {
    /// The file is longer than [`MAX_BYTES`].
    #[error("{name}: the file has {len} bytes; an article may have {MAX_BYTES} (64 MiB) at most. Split it.")]
    TooLong {
        /// The file's name.
        name: String,
        /// Its length in bytes.
        len: u64,
    },
}

/// Whether a file of `len` bytes may be read as an article: ask before loading it.
///
/// # Errors
///
/// [`CorpusError::TooLong`] above [`MAX_BYTES`].
pub fn check_size(name: &str, len: u64) -> Result<(), CorpusError> {
    if len <= MAX_BYTES {
        return Ok(());
    }
    Err(CorpusError::TooLong {
        name: name.to_owned(),
        len,
    })
}

/// Reads an article from the bytes of the file `name`. Never fails: what could not be read is said in
/// [`Article::diagnostics`]. Files that [`check_size`] refuses should not get here.
///
/// ```
/// let article = corpus::read("tin.txt", "Hai bên hội đàm. (Ảnh: TTXVN)".as_bytes());
/// assert_eq!(article.id, "tin");
/// assert_eq!(article.text, "Hai bên hội đàm. (Ảnh: TTXVN)");
/// ```
pub fn read(name: &str, bytes: &[u8]) -> Article {
    let decoded = decode(bytes);
    let text = decoded.text;
    let mut diagnostics = decoded.diagnostics;
    diagnostics.extend(shape(&text));
    let zones = zones::find(&text);
    let title = provenance::title(&text, &zones);
    let source = provenance::source(&text, &zones);
    let author = provenance::author(&text, &zones);
    Article {
        id: name.strip_suffix(".txt").unwrap_or(name).to_owned(),
        encoding: decoded.encoding,
        language: language_of(&text),
        dates: dates::of_article(&text, &zones),
        title,
        source,
        author,
        zones,
        text,
        curator_note: None,
        diagnostics,
    }
}

/// What the lines of a text give reason to say.
fn shape(text: &str) -> Option<Diagnostic> {
    let visible = |line: &&str| !line.chars().all(zones::piece::is_blank);
    match text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .filter(visible)
        .take(2)
        .count()
    {
        0 => Some(Diagnostic::new(DiagnosticCode::Empty)),
        1 => Some(Diagnostic::new(DiagnosticCode::SingleLine)),
        _ => None,
    }
}

/// What stands for an article in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// The title, or the first sentence of the text.
    pub text: &'a str,
    /// Where it stands; `None` for a curator's title.
    pub span: Option<Span>,
    /// Whether it is a sentence of the text because the article has no title.
    pub is_first_sentence: bool,
}

impl Article {
    /// The zones of this kind, in reading order.
    pub fn zones_of(&self, kind: ZoneKind) -> impl Iterator<Item = &Zone> {
        self.zones.iter().filter(move |zone| zone.kind == kind)
    }

    /// The paragraphs of the article itself, without the white space around them.
    ///
    /// ```
    /// let article = corpus::read("a.txt", "Hai bên hội đàm.\n\nHai bên nhất trí.\n".as_bytes());
    /// let texts: Vec<_> = article.paragraphs().map(|span| span.of(&article.text)).collect();
    /// assert_eq!(texts, ["Hai bên hội đàm.", "Hai bên nhất trí."]);
    /// ```
    pub fn paragraphs(&self) -> impl Iterator<Item = Span> {
        self.zones_of(ZoneKind::Body)
            .map(|zone| zones::piece::trimmed(&self.text, zone.span))
            .filter(|span| !span.is_empty())
    }

    /// The title, or the first sentence of the first paragraph (of the first zone, where there is no paragraph) and
    /// that it is one. The text is empty only where the article is.
    pub fn title_or_first_sentence(&self) -> Heading<'_> {
        if let Some(title) = &self.title {
            return Heading {
                text: &title.value,
                span: title.span,
                is_first_sentence: false,
            };
        }
        let whole = || zones::piece::trimmed(&self.text, Span::new(0, self.text.len()));
        let block = self.paragraphs().next().unwrap_or_else(whole);
        // A paragraph may be the whole of a long file; its first sentence ends long before this.
        let mut end = block.len().min(4000);
        while !block.of(&self.text).is_char_boundary(end) {
            end -= 1;
        }
        let start = block.start as usize;
        let head = Span::new(start, start + end);
        let sentence = viet::sentences(head.of(&self.text))
            .first()
            .map_or(head, |s| s.shifted(head.start));
        Heading {
            text: sentence.of(&self.text),
            span: Some(sentence),
            is_first_sentence: true,
        }
    }
}
