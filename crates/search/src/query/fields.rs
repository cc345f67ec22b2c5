//! Fields of an article that a query asks for, and what may be written after their names.

use super::DiagnosticCode;
use super::chars::{is_colon, is_comparison, is_negation, narrow};
use corpus::ZoneKind;

/// A field with values that have slugs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A person who is mentioned.
    Person,
    /// An office that somebody holds.
    Role,
    /// An organisation that is mentioned.
    Org,
    /// A place that is mentioned.
    Place,
    /// What the article is about.
    Topic,
    /// A treaty, plan or statement that is mentioned.
    Agreement,
    /// An event that is mentioned.
    Event,
    /// Where it appeared.
    Source,
    /// The language it is in: `vi`, `en` or `ru`.
    Lang,
}

impl Field {
    /// All fields, in the order they are listed to people.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Role,
        Self::Org,
        Self::Place,
        Self::Topic,
        Self::Agreement,
        Self::Event,
        Self::Source,
        Self::Lang,
    ];

    /// The name in a query, before the colon.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Role => "role",
            Self::Org => "org",
            Self::Place => "place",
            Self::Topic => "topic",
            Self::Agreement => "agreement",
            Self::Event => "event",
            Self::Source => "source",
            Self::Lang => "lang",
        }
    }

    /// The field of this [`Field::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The value that `written` names: a slug, whether a slug or a name was written.
    pub(super) fn value(self, written: &str) -> Result<String, DiagnosticCode> {
        let slug = match self {
            Self::Source => viet::dotted_slug(written),
            _ => viet::slug(written),
        };
        let is_language = |slug: &str| matches!(slug, "vi" | "en" | "ru");
        if slug.is_empty() || written.starts_with(is_negation) {
            Err(DiagnosticCode::InvalidValue)
        } else if self == Self::Lang && !is_language(&slug) {
            Err(DiagnosticCode::UnknownLanguage)
        } else {
            Ok(slug)
        }
    }
}

/// What the name of a field says that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// `person:`: a list of values.
    Value(Field),
    /// `title:`: what to look for there.
    Scope(ZoneKind),
    /// `in:`: a list of zones.
    In,
    /// `date:`, `date>=`: a period.
    Date { strict: bool },
    /// A name that is no field.
    Unknown,
}

/// The head that `rest` begins with and its length in bytes, the colon included and a sign of comparison not. A colon
/// at the end of a word that names no field is punctuation, and `://` belongs to an address.
pub(super) fn head(rest: &str, has_value: impl Fn(&str) -> bool) -> Option<(Head, usize)> {
    let name_len = rest
        .find(|c| !narrow(c).is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let (name, after) = rest.split_at(name_len);
    if name.is_empty() {
        return None;
    }
    let name: String = name.chars().map(|c| narrow(c).to_ascii_lowercase()).collect();
    if name == "date" {
        return date_head(after).map(|(head, len)| (head, name_len + len));
    }
    let colon = after.chars().next().filter(|c| is_colon(*c))?;
    let value = after.get(colon.len_utf8()..).unwrap_or("");
    let head = if name == "in" {
        Head::In
    } else if let Some(field) = Field::from_name(&name) {
        Head::Value(field)
    } else if let Some(zone) = ZoneKind::from_name(&name) {
        Head::Scope(zone)
    } else if has_value(value) && !value.starts_with("//") {
        Head::Unknown
    } else {
        return None;
    };
    Some((head, name_len + colon.len_utf8()))
}

fn date_head(after: &str) -> Option<(Head, usize)> {
    let mark = after.chars().next().filter(|c| narrow(*c) == '!');
    let mark_len = mark.map_or(0, char::len_utf8);
    let next = after.get(mark_len..).and_then(|rest| rest.chars().next())?;
    let len = match next {
        c if is_colon(c) => mark_len + c.len_utf8(),
        c if is_comparison(c) => mark_len,
        _ => return None,
    };
    let strict = mark.is_some();
    Some((Head::Date { strict }, len))
}
