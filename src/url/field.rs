//! The forms that single values of an address must have.

use super::encode::decode;
use crate::view::Spot;
use engine::protocol::{Facet, Selection, TieKind};

/// Values read of one facet at most.
const MAX_VALUES: usize = 50;
/// Longest slug of a facet value, in bytes.
const MAX_SLUG: usize = 160;
/// Longest id of an article, in bytes.
const MAX_DOC: usize = 255;

/// Whether `text` is a year, a month or a day of the calendar: `2018`, `2018-03`, `2018-03-21`.
///
/// ```
/// use songphuong::url::is_date;
/// assert!(is_date("2024-02-29") && !is_date("2023-02-29") && !is_date("2018-3"));
/// ```
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |length: usize| match parts.next() {
        None => Some(None),
        Some(part) if part.len() == length && part.bytes().all(|b| b.is_ascii_digit()) => {
            part.parse::<u16>().ok().map(Some)
        }
        Some(_) => None,
    };
    let (Some(Some(year)), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let last_day = match month {
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        Some(2) => 28,
        _ => 31,
    };
    parts.next().is_none()
        && year > 0
        && month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| (1..=last_day).contains(&day))
}

/// Whether `text` can be the id of an article: a file name, in any script.
pub(super) fn is_doc(text: &str) -> bool {
    text.len() <= MAX_DOC && !text.contains(|c: char| c.is_control() || matches!(c, '/' | '\\'))
}

/// Whether `fragment` can name a passage.
pub(super) fn is_passage(fragment: &str) -> bool {
    let name = fragment.strip_prefix("p-").unwrap_or_default();
    (1..=32).contains(&name.len()) && name.bytes().all(is_slug_byte)
}

/// The mention that `text` names: `p-3fa2.2`.
pub(super) fn spot(text: &str) -> Option<Spot> {
    let (passage, number) = text.rsplit_once('.')?;
    let written = is_passage(passage) && (1..=6).contains(&number.len()) && !number.starts_with(['0', '+']);
    Some(Spot {
        passage: written.then(|| passage.to_owned())?,
        number: number.parse().ok()?,
    })
}

/// Whether `text` can be the id of an entity: `person:vladimir-putin`.
pub(super) fn is_entity(text: &str) -> bool {
    let parts = text.split_once(':');
    parts.is_some_and(|(kind, slug)| {
        matches!(kind, "person" | "org" | "place" | "event" | "agreement") && is_slug(slug)
    })
}

/// The tie that `text` names, its lower end first: `met~person:to-lam~person:vladimir-putin`.
pub(super) fn edge(text: &str) -> Option<String> {
    let (kind, one, other) = TieKind::split(text)?;
    let ids = is_entity(one) && is_entity(other) && one != other;
    ids.then(|| kind.between(one, other))
}

fn is_slug(text: &str) -> bool {
    (1..=MAX_SLUG).contains(&text.len()) && !text.starts_with('-') && text.bytes().all(is_slug_byte)
}

fn is_slug_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.')
}

/// The choice that a comma-separated, still encoded list describes, and the values in it that cannot be one.
/// A value counts once, as it is chosen first.
pub(super) fn selection(facet: Facet, list: &str) -> (Selection, Vec<String>) {
    let mut refused = Vec::new();
    let mut read = Selection {
        facet,
        include: Vec::new(),
        exclude: Vec::new(),
        all: false,
    };
    // Some programs encode the comma, so the list is decoded before it is split; no slug contains one.
    let list = decode(list).unwrap_or_default();
    for value in list.split(',').filter(|value| !value.is_empty()) {
        let (slug, excluded) = value
            .strip_prefix('-')
            .map_or((value, false), |slug| (slug, true));
        let (same, other) = if excluded {
            (&mut read.exclude, &read.include)
        } else {
            (&mut read.include, &read.exclude)
        };
        if same.iter().any(|known| known == slug) {
            continue;
        }
        let full = same.len() + other.len() >= MAX_VALUES;
        if full || !is_slug(slug) || other.iter().any(|known| known == slug) {
            refused.push(value.to_owned());
        } else {
            same.push(slug.to_owned());
        }
    }
    (read, refused)
}

/// The longest start of `text` of at most `limit` bytes that ends between two parameters.
pub(super) fn cut(text: &str, limit: usize) -> &str {
    if text.len() <= limit {
        return text;
    }
    // `&` is one byte long, so it stands on a boundary even where `limit` does not.
    let head = text.as_bytes().get(..=limit).unwrap_or_default();
    let end = head.iter().rposition(|byte| *byte == b'&').unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        for good in ["0001", "2018", "2018-12", "2018-03-31", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "",
            "18",
            "0000",
            "2018-",
            "2018-00",
            "2018-13",
            "2018-04-31",
            "1900-02-29",
            "2018-03-21-01",
            "+018",
            "2018-03-00",
            "２０１８",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn takes_each_value_once() {
        let (read, refused) = selection(Facet::Person, "a,-b,a,b,-b,,--c,A,vn.express%2Cd");
        assert_eq!(read.include, ["a", "vn.express", "d"]);
        assert_eq!(read.exclude, ["b"]);
        assert_eq!(refused, ["b", "--c", "A"]);
    }

    #[test]
    fn limits_the_number_of_values() {
        let many: Vec<String> = (0..200).map(|n| format!("v{n}")).collect();
        let (read, refused) = selection(Facet::Org, &many.join(","));
        assert_eq!((read.include.len(), refused.len()), (MAX_VALUES, 150));
    }

    #[test]
    fn cuts_between_parameters() {
        assert_eq!(cut("a=1&b=2", 7), "a=1&b=2");
        assert_eq!(cut("a=1&b=2", 6), "a=1");
        assert_eq!(cut("a=1&b=2", 3), "a=1");
        assert_eq!(cut("a=ươ", 3), "");
    }
}
