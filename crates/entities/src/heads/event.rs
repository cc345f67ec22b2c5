//! Events by their first word.

use super::{pauses, plural, second_syllable};
use crate::draft::{Draft, Found};
use crate::model::MentionKind;
use crate::text::{Case, Gap, Text};

/// Event words that need a word of this list (or a name) right after them.
const CEREMONIES: &[&str] = &[
    "duyệt",
    "diễu",
    "kỷ",
    "mít",
    "hội",
    "quốc",
    "tưởng",
    "thượng",
    "khai",
];

/// Numbers in words after `lần thứ`.
const ORDINALS: &[&str] = &[
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
];

/// An event.
pub(super) fn at(text: &Text<'_>, draft: &Draft, at: usize, head: usize) -> Option<Found> {
    let first = text.norm(at);
    let next = text.norm(head);
    let named = |token: usize| {
        matches!(
            draft.kind(token),
            Some(MentionKind::Place | MentionKind::Org | MentionKind::Event)
        )
    };
    if draft.kind(at) == Some(MentionKind::Date) || plural(text, at) {
        return None;
    }
    let fits = match first {
        "lễ" => CEREMONIES.contains(&next) || text.norm(at + 1) == "hội",
        // `Năm Việt Nam tại Nga`; a sentence that begins `Năm nay` is none.
        "năm" | "tháng" | "mùa" | "khóa" | "giải" => {
            named(head)
                && matches!(
                    text.norm(draft.at(head).map_or(head, |f| f.to)),
                    "tại" | "ở" | "-" | "2"
                )
                || named(head) && draft.kind(head) == Some(MentionKind::Org)
        }
        "ngày" => text.capital(head) && !text.starts(at),
        "đối" | "tham" | "hội" if text.norm(at + 1) == "đàm" || text.norm(at + 1) == "vấn" => false,
        _ => text.capital(head) || named(head) || matches!(next, "lần" | "cấp" | "thượng" | "toàn" | "đại"),
    };
    if !fits {
        return None;
    }
    let year = matches!(first, "năm" | "những" | "tháng");
    let to = walk(text, draft, head, year);
    let anchored = (head..to).any(|token| {
        text.capital(token) || draft.kind(token).is_some() || text.word(token).case == Case::Digit
    });
    (to > head && anchored).then(|| Found::new(at, to, MentionKind::Event, "grammar/event"))
}

/// Where an event's name ends.
///
/// `placed`: where it takes place is part of the name (`Năm Việt Nam tại Nga`).
fn walk(text: &Text<'_>, draft: &Draft, from: usize, placed: bool) -> usize {
    let (mut at, mut good) = (from, from);
    while at < from + 30 {
        if text.gap(at) == Gap::Dot && text.word(at).case == Case::Digit && good == at && at > from {
            at += 1;
            good = at;
            continue;
        }
        if !matches!(text.gap(at), Gap::Space | Gap::Hyphen | Gap::SpacedHyphen) {
            break;
        }
        if let Some(found) = draft.starting(at) {
            let keeps = match found.kind {
                MentionKind::Place | MentionKind::Org | MentionKind::Event | MentionKind::Quantity => true,
                // `Quốc khánh 2.9`, `APEC 2017`, `năm 2025`.
                MentionKind::Date => {
                    !matches!(found.rule, "scan/day" | "scan/month")
                        && !matches!(text.before(at), "trong" | "vào" | "từ")
                }
                _ => false,
            };
            if !keeps {
                break;
            }
            at = found.to;
            good = at;
            continue;
        }
        let word = text.word(at);
        let norm = word.norm.as_str();
        // A picture's credit, or a name after a number, is something else.
        let beside = at > from && text.word(at - 1).case == Case::Digit && !word.vietnamese;
        if norm == "ảnh" || beside && text.capital(at) {
            break;
        }
        if text.capital(at) && at > from && matches!(text.norm(at - 1), "và" | "trong") && norm == "năm" {
            break;
        }
        if text.capital(at) || word.case == Case::Digit {
            at += 1;
            good = at;
            continue;
        }
        // `lần thứ hai`, `Chiến tranh Thế giới thứ nhất`
        if text.before(at) == "thứ"
            && ORDINALS.contains(&norm)
            && matches!(text.before(at - 1), "lần" | "giới")
        {
            at += 1;
            good = at;
            continue;
        }
        let joins = match norm {
            "của" => {
                draft.starting(at + 1).is_some_and(|f| f.kind == MentionKind::Org)
                    || text.norm(at + 1) == "nhân"
            }
            "tại" if !placed => false,
            "trong" | "về" | "và" | "tại" => text.capital(at + 1) || draft.starting(at + 1).is_some(),
            "lần" | "thứ" | "kỷ" | "niệm" | "năm" | "duyệt" | "binh" | "diễu" | "cấp" | "cao" | "thượng"
            | "đỉnh" => true,
            _ => !pauses(text, at) || second_syllable(text, draft, at),
        };
        if !joins || norm.is_empty() || at > good + 5 {
            break;
        }
        at += 1;
        let second = good + 1 == at && second_syllable(text, draft, at - 1);
        let of_people = matches!(norm, "giới" | "dân") && (from..at).any(|i| text.norm(i) == "nhân");
        if second && !matches!(norm, "về" | "và" | "tại" | "của" | "trong" | "lần" | "năm") || of_people
        {
            good = at;
        }
    }
    good
}
