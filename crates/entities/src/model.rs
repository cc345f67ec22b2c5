//! Mentions and the entities they link to.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use viet::Span;

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MentionKind {
    /// A person's name, without titles.
    Person,
    /// An office held by a person.
    Role,
    /// An institution, company, outlet or bloc.
    Org,
    /// A country, region, city, sea or building.
    Place,
    /// A named event.
    Event,
    /// A named treaty, plan or statement.
    Agreement,
    /// A date or interval.
    Date,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A quantity with its unit.
    Quantity,
}

impl MentionKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Role,
        Self::Org,
        Self::Place,
        Self::Event,
        Self::Agreement,
        Self::Date,
        Self::Money,
        Self::Percent,
        Self::Quantity,
    ];

    /// The label of annotation files: `PERSON`, `ROLE`, …
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Role => "ROLE",
            Self::Org => "ORG",
            Self::Place => "PLACE",
            Self::Event => "EVENT",
            Self::Agreement => "AGREEMENT",
            Self::Date => "DATE",
            Self::Money => "MONEY",
            Self::Percent => "PERCENT",
            Self::Quantity => "QUANTITY",
        }
    }
}

/// A span that names something. Mentions of one article are in reading order and never overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where, in bytes of the article's text.
    pub span: Span,
    /// What kind of thing.
    pub kind: MentionKind,
    /// Id of the entity it links to (`person:vladimir-putin`); none where no candidate is certain.
    pub entity: Option<String>,
    /// Normal form of a date (`2018-03`, `--04-02`, `2025-04-02/2025-04-04`), amount (`USD 3550000000`),
    /// percentage (`31`) or quantity (`2400 MW`).
    pub value: Option<String>,
    /// What a date means that is written without its year, or month, where its article says so.
    pub resolved: Option<Resolved>,
    /// The stage and rule that found it, such as `gazetteer/country` or `grammar/role-name`.
    pub rule: String,
}

/// A date with what its writing leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved {
    /// The whole date: `2025-04-02` of `--04-02`.
    pub value: String,
    /// The rule that completed it, such as `resolve/nearest-before`.
    pub rule: String,
}

/// What mentions link to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Stable id: kind and ASCII slug, `person:vladimir-putin`.
    pub id: String,
    /// Its kind: person, organisation, place, event or agreement.
    pub kind: MentionKind,
    /// Names by language code (`vi`, `en`, `ru`); `vi` is always there.
    pub names: BTreeMap<String, String>,
}

/// What the recogniser makes of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// The mentions of each article, in the order of the articles.
    pub mentions: Vec<Vec<Mention>>,
    /// Everything the mentions link to, ordered by id.
    pub entities: Vec<Entity>,
}
