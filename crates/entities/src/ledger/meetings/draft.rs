//! What sentences say of meetings before it is known which of them are the same.

use crate::ledger::MeetingLevel;
use corpus::ZoneKind;
use viet::Span;

/// Whether persons meet or somebody travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Meeting,
    Visit,
}

/// One sentence's word on a meeting or visit.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) who: Vec<String>,
    pub(super) whom: Vec<String>,
    pub(super) level: MeetingLevel,
    pub(super) place: Option<String>,
    pub(super) date: Option<String>,
    /// Whether it is still to come, where the sentence says so.
    pub(super) planned: Option<bool>,
    /// The words before it look ahead to it: `trước cuộc gặp`, `chuẩn bị cho chuyến thăm`.
    pub(super) ahead: bool,
    pub(super) evidence: Span,
    pub(super) zone: ZoneKind,
    /// Number of its sentence.
    pub(super) sentence: usize,
    pub(super) rule: Rule,
}

/// A meeting that is mentioned without saying whose.
#[derive(Clone, Debug)]
pub(super) struct Bare {
    pub(super) level: MeetingLevel,
    /// `tại hội đàm, hai bên …`
    pub(super) both: bool,
    pub(super) date: Option<String>,
    /// Number of its sentence.
    pub(super) sentence: usize,
}

/// The rule that found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    /// `X hội đàm với Y`.
    Verb,
    /// `X được Y tiếp`.
    Passive,
    /// `X và Y hội đàm`.
    Both,
    /// `cuộc gặp giữa X và Y`.
    Between,
    /// `trong cuộc gặp với Y, X`.
    Noun,
    /// `tại hội đàm, X và Y`.
    NounBoth,
    /// `X trao đổi với Y`.
    Exchange,
    /// `X thăm Nga`.
    Visit,
    /// `chuyến thăm Nga của X`.
    VisitNoun,
    /// `X mời Y thăm Nga`.
    Invitation,
    /// `X đến Hà Nội`.
    Arrival,
    /// `X đón Y`.
    Welcome,
    /// `X và Y đã trao đổi …`.
    Together,
    /// A caption with two names, in an article of a meeting.
    Caption,
}

impl Rule {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Verb => "meeting/verb",
            Self::Passive => "meeting/passive",
            Self::Both => "meeting/both",
            Self::Between => "meeting/between",
            Self::Noun => "meeting/noun",
            Self::NounBoth => "meeting/noun-both",
            Self::Exchange => "meeting/exchange",
            Self::Visit => "visit/verb",
            Self::VisitNoun => "visit/noun",
            Self::Invitation => "visit/invitation",
            Self::Arrival => "visit/arrival",
            Self::Welcome => "meeting/welcome",
            Self::Together => "meeting/together",
            Self::Caption => "meeting/caption",
        }
    }

    /// The share of its rows that were right in labelled articles and in others that were read, with four rows of
    /// which 60 % are right added to them.
    pub(super) const fn confidence(self) -> u8 {
        match self {
            Self::Both => 92,
            Self::VisitNoun => 87,
            Self::NounBoth => 86,
            Self::Verb | Self::Visit | Self::Invitation => 84,
            Self::Noun | Self::Welcome => 80,
            Self::Between => 79,
            Self::Exchange => 78,
            Self::Passive | Self::Arrival => 77,
            Self::Together | Self::Caption => 70,
        }
    }

    /// Whether it names no meeting but follows from one.
    pub(super) const fn weak(self) -> bool {
        matches!(self, Self::Welcome | Self::Together | Self::Caption)
    }
}
