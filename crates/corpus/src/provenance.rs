//! Who wrote an article and where it was taken from, read out of its zones.

use crate::model::{Basis, Fact, Origin, OriginKind, Zone, ZoneKind};
use crate::zones::furniture;
use crate::zones::lexicon::OUTLETS;
use crate::zones::piece::{is_blank, key_of, trimmed};
use crate::zones::sentence::before_note;
use viet::Span;

/// The headline, where there is a title zone.
pub(crate) fn title(text: &str, zones: &[Zone]) -> Option<Fact> {
    let zone = zones.iter().find(|zone| zone.kind == ZoneKind::Title)?;
    Some(written(text, trimmed(text, zone.span)))
}

/// The author, editor or agency as signed, without a note such as `(Theo AFP)`: the first signature that is not an attribution to an outlet; a second
/// author on the next line is not part of it.
pub(crate) fn author(text: &str, zones: &[Zone]) -> Option<Fact> {
    let bylines = || {
        zones
            .iter()
            .filter(|zone| zone.kind == ZoneKind::Byline)
            .map(|zone| trimmed(text, zone.span))
    };
    let span = bylines().find(|span| !furniture::is_attribution(span.of(text)))?;
    let name = furniture::signature(span.of(text)).and_then(|name| part(text, span, name));
    let stray = |c: char| is_blank(c) || matches!(c, '-' | '–' | '|' | '•' | '·' | ',' | '/' | '.' | '*');
    let plain = span.of(text).trim_matches(stray);
    let plain = before_note(plain).unwrap_or(plain);
    Some(written(text, name.or_else(|| part(text, span, plain))?))
}

/// The outlet: the host of the source line's address, else the name it gives, else the agency's prefix, else what
/// `Theo …` attributes the text to.
pub(crate) fn source(text: &str, zones: &[Zone]) -> Option<Fact> {
    let origin = *origins(text, zones).first()?;
    let host = match origin.kind {
        OriginKind::Address => part(text, origin.span, host_of(origin.span.of(text))?)?,
        _ => origin.span,
    };
    Some(written(text, host))
}

/// Where a text says that it is from, the nearest first: the addresses and names of its source lines, agencies before the
/// text or on a date line, and those whom a signature attributes it to. What is said twice is there once.
///
/// ```
/// let text = "TPO - Hai bên hội đàm tại Moscow.\n\nTheo TTXVN\n\nLink nội dung: https://example.vn/a.html";
/// let article = corpus::read("a.txt", text.as_bytes());
/// let origins = corpus::origins(&article.text, &article.zones);
/// let said: Vec<&str> = origins.iter().map(|origin| origin.span.of(&article.text)).collect();
/// assert_eq!(said, ["https://example.vn/a.html", "TPO", "TTXVN"]);
/// ```
pub fn origins(text: &str, zones: &[Zone]) -> Vec<Origin> {
    let mut origins: Vec<Origin> = Vec::new();
    for kind in [
        OriginKind::Address,
        OriginKind::Named,
        OriginKind::Prefix,
        OriginKind::Credit,
    ] {
        for zone in zones.iter().filter(|zone| zone.kind == kind.zone()) {
            let line = trimmed(text, zone.span);
            let own = line.of(text);
            let said = match kind {
                OriginKind::Address => address_of(own),
                OriginKind::Named => name_of(own),
                OriginKind::Prefix => agency_of(own),
                OriginKind::Credit if furniture::is_attribution(own) => furniture::signature(own),
                OriginKind::Credit => None,
            };
            let Some(span) = said.and_then(|said| part(text, line, said)) else {
                continue;
            };
            let same =
                |known: &Origin| known.kind == kind && key_of(known.span.of(text)) == key_of(span.of(text));
            if !origins.iter().any(same) {
                origins.push(Origin { kind, span });
            }
        }
    }
    origins
}

impl OriginKind {
    /// The zones in which it stands.
    const fn zone(self) -> ZoneKind {
        match self {
            Self::Address | Self::Named => ZoneKind::Source,
            Self::Prefix => ZoneKind::Dateline,
            Self::Credit => ZoneKind::Byline,
        }
    }
}

/// The first address in a source line, where it has a host.
fn address_of(line: &str) -> Option<&str> {
    host_of(line)?;
    let at = line.find("://").or_else(|| line.find("www."))?;
    let before = line.get(..at)?;
    let start = before
        .rfind(|c: char| !c.is_ascii_alphanumeric())
        .map_or(0, |last| {
            last + before
                .get(last..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    line.get(start..)?.split(char::is_whitespace).next()
}

/// The outlet that a source line without an address names.
fn name_of(line: &str) -> Option<&str> {
    let (_, name) = line.split_once(':').filter(|_| host_of(line).is_none())?;
    let name = name.trim_matches(|c| is_blank(c) || c == '.');
    (!name.is_empty() && name.len() <= 80 && !name.contains("://")).then_some(name)
}

fn written(text: &str, span: Span) -> Fact {
    let words: Vec<&str> = span
        .of(text)
        .split(is_blank)
        .filter(|word| !word.is_empty())
        .collect();
    Fact {
        value: words.join(" "),
        basis: Basis::Written,
        span: Some(span),
    }
}

/// The span of `piece`, a part of the text at `within`.
fn part(text: &str, within: Span, piece: &str) -> Option<Span> {
    let at = within.of(text).find(piece)?;
    let start = within.start as usize + at;
    Some(Span::new(start, start + piece.len()))
}

/// The host of the first address in `line`, without `www.`
fn host_of(line: &str) -> Option<&str> {
    let rest = match line.split_once("://") {
        Some((_, rest)) => rest,
        None => line.get(line.find("www.")?..)?,
    };
    let end = rest
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-')))
        .unwrap_or(rest.len());
    let host = rest.get(..end)?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.starts_with('.')).then_some(host)
}

/// The outlet in an agency's prefix or on a date line: `TPO -`, `Hà Nội (TTXVN) -`, `VOV | 12/05/2025`.
fn agency_of(line: &str) -> Option<&str> {
    let marks = |c: char| matches!(c, '(' | ')' | '|' | '–' | '—' | '-' | '/' | ',');
    let parts = || line.split(marks).map(str::trim).filter(|part| !part.is_empty());
    let known = parts().find(|part| OUTLETS.has(&key_of(part)) || is_site(part));
    // What an outlet's list does not know yet: the whole prefix before its dash.
    let dashed = line.trim_end().ends_with(['-', '–', '—']);
    known.or_else(|| parts().next().filter(|_| dashed))
}

fn is_site(part: &str) -> bool {
    !part.contains(char::is_whitespace)
        && [".vn", ".com", ".net", ".org", ".ru"]
            .iter()
            .any(|end| part.to_lowercase().ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_read_out_of_an_address() {
        assert_eq!(
            host_of("Link nội dung: https://www.example.vn/a.html"),
            Some("example.vn")
        );
        assert_eq!(host_of("www.nhandan.vn"), Some("nhandan.vn"));
        assert_eq!(host_of("Nguồn: TTXVN"), None);
        assert_eq!(host_of("https:///x"), None);
    }

    #[test]
    fn an_address_ends_with_its_line_or_a_space() {
        let line = "Link nội dung: https://www.example.vn/a.html (bản in)";
        assert_eq!(address_of(line), Some("https://www.example.vn/a.html"));
        assert_eq!(address_of("Nguồn:www.nhandan.vn"), Some("www.nhandan.vn"));
        assert_eq!(address_of("Ừ://x.vn"), Some("://x.vn"));
        assert_eq!(address_of("Nguồn: TTXVN"), None);
        assert_eq!(name_of("Nguồn: TTXVN."), Some("TTXVN"));
        assert_eq!(name_of("Nguồn: www.nhandan.vn"), None);
    }

    #[test]
    fn the_agency_is_read_out_of_a_prefix() {
        assert_eq!(agency_of("TPO -"), Some("TPO"));
        assert_eq!(agency_of("Hà Nội (TTXVN) -"), Some("TTXVN"));
        assert_eq!(agency_of("(Dân trí) –"), Some("Dân trí"));
        assert_eq!(agency_of("MOSCOW, 12 tháng 5. /TASS/."), Some("TASS"));
        assert_eq!(agency_of("VOV.VN -"), Some("VOV.VN"));
        assert_eq!(agency_of("04/09/2025 07:52 GMT+7"), None);
    }
}
