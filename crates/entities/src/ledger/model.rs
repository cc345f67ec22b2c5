//! The rows of the ledgers.

use crate::topics::Topical;
use serde::{Deserialize, Serialize};
use viet::Span;

/// How far a row is to be trusted: the share of rows of its rule that were right on labelled articles, in percent.
pub type Confidence = u8;

/// Rows of at least this confidence are shown as such; others are listed as unsure.
pub const SURE: Confidence = 70;

/// A row of a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row<T> {
    /// Number of the article, in the order in which they were given.
    pub article: u32,
    /// What says so, in bytes of the article's text.
    pub evidence: Span,
    /// How far it is to be trusted.
    pub confidence: Confidence,
    /// The rule that made it, such as `office/title-name`.
    pub rule: String,
    /// What it says.
    pub fact: T,
}

/// All ledgers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledgers {
    /// Who held which office.
    pub offices: Vec<Row<Office>>,
    /// Who met whom, and who visited what.
    pub meetings: Vec<Row<Meeting>>,
    /// What was agreed, and how far it has come.
    pub agreements: Vec<Row<Agreement>>,
    /// What was counted or promised.
    pub figures: Vec<Row<Figure>>,
    /// What was said.
    pub statements: Vec<Row<Statement>>,
    /// What each article is about.
    pub topics: Vec<Vec<Topical>>,
}

/// A person in an office: one row for each person and office of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Id of the person.
    pub person: String,
    /// The office in its normal form, such as `Bộ trưởng Bộ Ngoại giao`, without country and institution.
    pub office: String,
    /// Id of the country it is an office of; `None` where that is not certain.
    pub country: Option<String>,
    /// The country does not stand beside the office but follows from the person, the institution or the article.
    pub country_inferred: bool,
    /// Id of the institution it is an office of, where that is a mention of its own (`Tổng giám đốc Rosatom`).
    pub org: Option<String>,
}

/// A meeting or visit: one row for each of an article, past, present or planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Ids of the persons who receive or are the subject of the sentence; of a visit, of those who travel.
    pub who: Vec<String>,
    /// Ids of those they meet; empty for a visit without a named host.
    pub whom: Vec<String>,
    /// The most specific word that the text uses.
    pub level: MeetingLevel,
    /// Id of the place; of a visit, where it leads.
    pub place: Option<String>,
    /// Day or days in the form of [`crate::Mention::value`].
    pub date: Option<String>,
    /// The same with the year that the article's date or other days of the article give it.
    pub date_resolved: Option<String>,
    /// It had not taken place when the article was written.
    pub planned: bool,
}

/// What kind of meeting or visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MeetingLevel {
    /// `hội đàm`: talks of those who hold equal offices.
    Talks,
    /// `hội kiến`: a call on somebody of higher rank.
    Call,
    /// `tiếp`: receives.
    Reception,
    /// `gặp`: meets.
    Encounter,
    /// `điện đàm`: by telephone.
    Telephone,
    /// `thăm cấp nhà nước`.
    StateVisit,
    /// `thăm chính thức`.
    OfficialVisit,
    /// `thăm làm việc`.
    WorkingVisit,
    /// `khác`: any other.
    Other,
}

/// An agreement: one row for each of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its name as written.
    pub name: String,
    /// Its id, where it is a mention with one.
    pub id: Option<String>,
    /// What is happening to it.
    pub status: Status,
    /// The step is wanted or announced, not done.
    pub planned: bool,
    /// Ids of its parties.
    pub parties: Vec<String>,
    /// Day, month or year of that step, in the form of [`crate::Mention::value`].
    pub date: Option<String>,
    /// Where else the article names it, in bytes.
    pub also: Vec<Span>,
}

/// How far an agreement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// `đàm phán`: negotiated.
    Negotiated,
    /// `ký`: signed.
    Signed,
    /// `phê chuẩn`: ratified.
    Ratified,
    /// `có hiệu lực`: in force.
    InForce,
    /// `triển khai`: carried out.
    Implemented,
    /// `nhắc lại`: only named.
    Recalled,
    /// `khác`: any other.
    Other,
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The number in full, a decimal point where there is one: `3550000000`, `31`. The lower end of a range.
    pub value: String,
    /// The upper end of a range.
    pub value_max: Option<String>,
    /// `USD`, `%`, or what is counted: `lượt khách`, `MW`.
    pub unit: String,
    /// What it says something about, in the words of the text.
    pub indicator: String,
    /// Year, half year or interval it is of, in the form of [`crate::Mention::value`].
    pub period: Option<String>,
    /// What it is.
    pub role: FigureRole,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FigureRole {
    /// What was reached.
    Actual,
    /// What is aimed at.
    Target,
    /// A change.
    Growth,
    /// Any other, such as a forecast.
    Other,
}

/// A statement: one row for each verb of saying with a clear actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who says it.
    pub actor: Actor,
    /// What kind of speech act.
    pub act: Act,
    /// What it is about: slugs of topics, ascending.
    pub topics: Vec<String>,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// The person, country or institution of this id.
    One(String),
    /// Both sides together.
    Both,
}

/// Kinds of speech acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Act {
    /// `khẳng định`: affirms.
    Affirm,
    /// `đề nghị`: proposes, asks.
    Propose,
    /// `nhấn mạnh`: stresses.
    Stress,
    /// `nhất trí`: agrees.
    Agree,
    /// `cam kết`: commits.
    Commit,
    /// `bày tỏ`: expresses.
    Express,
    /// `cảm ơn`: thanks.
    Thank,
    /// `mong muốn`: wishes.
    Wish,
    /// `tin tưởng`: trusts.
    Trust,
    /// `hoan nghênh`: welcomes.
    Welcome,
    /// `thông báo`: informs.
    Inform,
    /// `khác`: any other.
    Other,
}

impl MeetingLevel {
    /// Its name in the rows that are printed.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Talks => "hội đàm",
            Self::Call => "hội kiến",
            Self::Reception => "tiếp",
            Self::Encounter => "gặp",
            Self::Telephone => "điện đàm",
            Self::StateVisit => "thăm cấp nhà nước",
            Self::OfficialVisit => "thăm chính thức",
            Self::WorkingVisit => "thăm làm việc",
            Self::Other => "khác",
        }
    }
}

impl Status {
    /// Its name in the rows that are printed.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Negotiated => "đàm phán",
            Self::Signed => "ký",
            Self::Ratified => "phê chuẩn",
            Self::InForce => "có hiệu lực",
            Self::Implemented => "triển khai",
            Self::Recalled => "nhắc lại",
            Self::Other => "khác",
        }
    }
}

impl FigureRole {
    /// Its name in the rows that are printed.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Target => "target",
            Self::Growth => "growth",
            Self::Other => "other",
        }
    }
}

impl Act {
    /// Its name in the rows that are printed.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Affirm => "khẳng định",
            Self::Propose => "đề nghị",
            Self::Stress => "nhấn mạnh",
            Self::Agree => "nhất trí",
            Self::Commit => "cam kết",
            Self::Express => "bày tỏ",
            Self::Thank => "cảm ơn",
            Self::Wish => "mong muốn",
            Self::Trust => "tin tưởng",
            Self::Welcome => "hoan nghênh",
            Self::Inform => "thông báo",
            Self::Other => "khác",
        }
    }
}
