//! The interface in the reader's language.
//!
//! Every message is a field of a struct and every language one constant of it, so that a language with a message
//! missing does not compile. Messages with numbers are functions: each language has its own plural rules.

mod audits;
mod comparing;
mod dates;
mod en;
mod keeping;
mod messages;
mod names;
mod numbers;
mod ru;
/// What the lenses say that come when they are wanted, and bring it along in every language.
pub(crate) fn surveys(lang: Lang) -> &'static Surveys {
    match lang {
        Lang::Vi => &vi::surveys::SURVEYS,
        Lang::En => &en::surveys::SURVEYS,
        Lang::Ru => &ru::surveys::SURVEYS,
    }
}

/// What charts say, which come likewise.
pub(crate) fn charts(lang: Lang) -> &'static Charts {
    match lang {
        Lang::Vi => &vi::charts::CHARTS,
        Lang::En => &en::charts::CHARTS,
        Lang::Ru => &ru::charts::CHARTS,
    }
}

/// What the network says, which come likewise.
pub(crate) fn networks(lang: Lang) -> &'static Networks {
    match lang {
        Lang::Vi => &vi::networks::NETWORKS,
        Lang::En => &en::networks::NETWORKS,
        Lang::Ru => &ru::networks::NETWORKS,
    }
}

/// What the reader says of more than the article itself, and brings along in every language.
pub(crate) fn readings(lang: Lang) -> &'static Readings {
    match lang {
        Lang::Vi => &vi::readings::READINGS,
        Lang::En => &en::readings::READINGS,
        Lang::Ru => &ru::readings::READINGS,
    }
}

#[cfg(test)]
pub(crate) mod tests;
mod vi;

use crate::parts::messages;
use crate::view::Lang;
pub(crate) use audits::{audits, rule_words};
pub(crate) use comparing::comparing;
pub(crate) use dates::{date, normalise_date, short_date, typed_date, value_date};
pub(crate) use keeping::keeping;
pub(crate) use messages::{Charts, Messages, Networks, Readings, Surveys};
pub(crate) use names::{Name, entity_name, language_of, topic_name, value_name};
pub(crate) use numbers::{amount, grouped, hundredths};

/// The messages of the language that the page comes with.
pub(crate) static VIETNAMESE: Messages = vi::MESSAGES;
/// Those of a language that comes when it is wanted.
pub(crate) static ENGLISH: Messages = en::MESSAGES;
/// Likewise.
pub(crate) static RUSSIAN: Messages = ru::MESSAGES;

/// The messages of a language; until they are there, those that the page comes with.
pub(crate) fn text(lang: Lang) -> &'static Messages {
    messages(lang).unwrap_or(&VIETNAMESE)
}
