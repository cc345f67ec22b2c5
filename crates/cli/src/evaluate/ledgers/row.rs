//! A row of a ledger: one form for what was labelled and for what was found.

use super::names::words;
use crate::evaluate::reading::Span;
use serde::Deserialize;

/// The ledgers, in the order they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::evaluate) enum Ledger {
    Office,
    Meeting,
    Agreement,
    Figure,
    Statement,
}

impl Ledger {
    pub(in crate::evaluate) const ALL: [Self; 5] = [
        Self::Office,
        Self::Meeting,
        Self::Agreement,
        Self::Figure,
        Self::Statement,
    ];

    pub(in crate::evaluate) fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Meeting => "meeting",
            Self::Agreement => "agreement",
            Self::Figure => "figure",
            Self::Statement => "statement",
        }
    }
}

/// A row as it stands in a line; what another ledger has is empty. The names ending in `_alt` are other values that are
/// right, which only gold has.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::evaluate) struct Row {
    pub(super) doc: String,
    pub(super) ledger: Ledger,
    pub(super) evidence: Span,
    /// Neither rewarded nor penalised.
    #[serde(default)]
    pub(super) optional: bool,

    pub(super) person: Option<String>,
    pub(super) office: Option<String>,
    #[serde(default)]
    pub(super) office_alt: Vec<String>,
    pub(super) country: Option<String>,
    #[serde(default)]
    pub(super) country_alt: Vec<Option<String>>,

    #[serde(default)]
    pub(super) who: Vec<String>,
    #[serde(default)]
    pub(super) whom: Vec<String>,
    #[serde(default)]
    pub(super) whom_alt: Vec<Vec<String>>,
    pub(super) level: Option<String>,
    #[serde(default)]
    pub(super) level_alt: Vec<Option<String>>,
    pub(super) place: Option<String>,
    #[serde(default)]
    pub(super) place_alt: Vec<Option<String>>,
    pub(super) date: Option<String>,
    pub(super) date_resolved: Option<String>,
    #[serde(default)]
    pub(super) date_alt: Vec<Option<String>>,
    pub(super) planned: Option<bool>,
    pub(super) planned_alt: Option<bool>,

    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) name_alt: Vec<String>,
    /// The agreement as an entity.
    pub(super) canonical: Option<String>,
    pub(super) status: Option<String>,
    #[serde(default)]
    pub(super) status_alt: Vec<Option<String>>,

    pub(super) value: Option<f64>,
    pub(super) unit: Option<String>,
    pub(super) indicator: Option<String>,
    pub(super) period: Option<String>,
    #[serde(default)]
    pub(super) period_alt: Vec<Option<String>>,
    pub(super) role: Option<String>,
    #[serde(default)]
    pub(super) role_alt: Vec<Option<String>>,

    pub(super) actor: Option<String>,
    #[serde(default)]
    pub(super) actor_alt: Vec<Option<String>>,
    pub(super) act: Option<String>,
    #[serde(default)]
    pub(super) act_alt: Vec<Option<String>>,
}

/// Whether a text is one of those that are right, word by word.
pub(super) fn is_one(found: Option<&String>, right: Option<&String>, others: &[Option<String>]) -> bool {
    let key = |text: &String| words(text);
    let found = found.map(key);
    either(right, others).any(|right| right.map(key) == found)
}

/// A value and the others that are as right.
pub(super) fn either<'a>(
    right: Option<&'a String>,
    others: &'a [Option<String>],
) -> impl Iterator<Item = Option<&'a String>> {
    std::iter::once(right).chain(others.iter().map(Option::as_ref))
}

impl Row {
    /// Whether a date is right: as written, with the year the labels add, or another.
    pub(super) fn has_date(&self, found: Option<&String>) -> bool {
        let same = |right: Option<&String>| right == found;
        same(self.date.as_ref())
            || self.date_resolved.is_some() && same(self.date_resolved.as_ref())
            || self.date_alt.iter().any(|date| same(date.as_ref()))
    }

    /// What identifies the row, in a line.
    pub(super) fn says(&self) -> String {
        let join = |names: &[String]| (!names.is_empty()).then(|| names.join(" + "));
        let parts = match self.ledger {
            Ledger::Office => [self.person.clone(), self.office.clone(), self.country.clone()],
            Ledger::Meeting => [join(&self.who), join(&self.whom), self.level.clone()],
            Ledger::Agreement => [self.name.clone(), self.status.clone(), self.date.clone()],
            Ledger::Figure => [
                self.value.map(|value| value.to_string()),
                self.unit.clone(),
                self.role.clone(),
            ],
            Ledger::Statement => [self.actor.clone(), self.act.clone(), None],
        };
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(", ")
    }
}
