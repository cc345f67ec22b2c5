//! Treaties, statements, plans and events: long names that run to a boundary.

use super::stop;
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, HeadKind};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};

/// Words that follow a treaty's first word without a capital and still make it a name.
const SUBJECTS: &[&str] = &[
    "thương", "về", "hợp", "tránh", "khung", "đối", "bảo", "khuyến", "tương", "vận", "hàng", "miễn", "giữa",
    "dẫn", "hữu",
];
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

/// A treaty, statement or plan.
pub(super) fn agreement(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    head: usize,
) -> Option<Found> {
    let norm = text.norm(at);
    // Laws, strategies and initiatives are named by capitals only; treaties also by their subject.
    let treaty = matches!(
        norm,
        "hiệp" | "công" | "nghị" | "tuyên" | "bản" | "biên" | "thỏa" | "thoả" | "kế" | "thông"
    );
    let joint = text.norm(head.saturating_sub(1)) == "chung";
    let opens = text.capital(head)
        || draft.starting(head).is_some()
        || SUBJECTS.contains(&text.norm(head)) && treaty
        || joint && treaty;
    if text.word(at).case == Case::Lower && !SUBJECTS.contains(&text.norm(head)) {
        return None;
    }
    // `Đối tác Chiến lược` names a relation.
    if text.norm(at) == "chiến" && text.before(at) == "tác" {
        return None;
    }
    let numbered = text.norm(head) == "số" && text.word(head + 1).case == Case::Digit;
    if !opens && !numbered && head == at + 2 && !(norm == "kế" || norm == "hiệp") {
        return None;
    }
    let to = walk(text, gazetteer, draft, head, head, true);
    if to <= head {
        return None;
    }
    if matches!(
        text.norm(at),
        "luật" | "sáng" | "chiến" | "đề" | "khung" | "khuôn" | "lộ"
    ) && !(head..to).any(|i| text.capital(i))
    {
        return None;
    }
    let only_date = (head..to).all(|token| draft.kind(token) == Some(MentionKind::Date));
    (!only_date && !plural(text, at)).then(|| Found::new(at, to, MentionKind::Agreement, "grammar/agreement"))
}

fn plural(text: &Text<'_>, at: usize) -> bool {
    matches!(text.before(at), "các" | "những" | "nhiều" | "một" | "mọi" | "số")
}

/// An event.
pub(super) fn event(text: &Text<'_>, draft: &Draft, at: usize, head: usize) -> Option<Found> {
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
    let lower = text.word(at).case == Case::Lower;
    let to = walk_event(text, draft, head);
    let anchored = (head..to).any(|token| {
        text.capital(token) || draft.kind(token).is_some() || text.word(token).case == Case::Digit
    });
    (to > head && anchored && (!lower || to > head))
        .then(|| Found::new(at, to, MentionKind::Event, "grammar/event"))
}

/// Where a treaty's name ends: over names, capitals, years, and after `về` its subject, up to a stop or mark.
fn walk(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    from: usize,
    head: usize,
    title: bool,
) -> usize {
    let (mut at, mut good) = (from, from);
    let mut subject = false;
    let mut between = false;
    while at < head + 60 && title {
        let gap = text.gap(at);
        let dash = matches!(gap, Gap::Hyphen | Gap::SpacedHyphen);
        if matches!(gap, Gap::Dot | Gap::Comma)
            && text.word(at).case == Case::Digit
            && good == at
            && at > from
        {
            at += 1;
            good = at;
            continue;
        }
        let comma = gap == Gap::CommaSpace
            && text.capital(at)
            && text.capital(at.saturating_sub(1))
            && draft.at(at).is_none()
            && good == at;
        if !(gap == Gap::Space || dash || comma) {
            break;
        }
        if let Some(found) = draft.starting(at) {
            match found.kind {
                MentionKind::Role | MentionKind::Person | MentionKind::Money | MentionKind::Percent => break,
                MentionKind::Date
                    if !matches!(found.rule, "scan/year" | "scan/period" | "scan/bare-year") =>
                {
                    break;
                }
                // A date that says when something else happens: `trong năm 2019`, `Năm 2017`.
                MentionKind::Date if matches!(text.norm(at.saturating_sub(1)), "trong" | "vào" | "từ") => {
                    break;
                }
                MentionKind::Quantity
                | MentionKind::Date
                | MentionKind::Place
                | MentionKind::Org
                | MentionKind::Event
                | MentionKind::Agreement => {
                    at = found.to;
                    good = at;
                    continue;
                }
            }
        }
        let word = text.word(at);
        let norm = word.norm.as_str();
        if text.capital(at) {
            let again = gazetteer
                .longest(text, at, |class| class == Class::Head(HeadKind::Agreement))
                .is_some();
            if again && text.norm(at.saturating_sub(1)) == "và" {
                break;
            }
            at += 1;
            good = at;
            continue;
        }
        if word.case == Case::Digit {
            at += 1;
            good = at;
            continue;
        }
        match norm {
            "về" => subject = true,
            "giữa" => between = true,
            "và" | "với" | "của" | "trong" | "đến" | "tại" | "ở" | "xuyên" | "cho" => {
                let goes_on = subject && matches!(norm, "và" | "trong" | "của") && !pauses(text, at + 1)
                    || matches!(norm, "xuyên")
                    || norm == "và" && between
                    || (text.capital(at + 1) || draft.starting(at + 1).is_some())
                        && norm != "cho"
                        && !(norm == "tại" && !subject)
                    || norm == "trong" && text.norm(at + 1) == "giai";
                if !goes_on {
                    break;
                }
                if norm == "trong" {
                    subject = true;
                }
            }
            _ if pauses(text, at) => break,
            _ => {}
        }
        at += 1;
        // Plain words count once a subject is being told, or as the second syllable of a capitalised word.
        let second = text.word(at.saturating_sub(2)).case == Case::Title
            && good + 1 == at
            && !matches!(norm, "về" | "giữa" | "và");
        if subject && !matches!(norm, "về" | "và" | "của" | "trong") || second && word.vietnamese {
            good = at;
        }
    }
    // `thương mại tự do`, `hợp tác quốc phòng` alone is a name only where something is named in it.
    let anchored = (from..good)
        .any(|token| text.capital(token) || draft.kind(token).is_some_and(|k| k != MentionKind::Date))
        || subject;
    if text.line(from) == LineCase::Title {
        from
    } else if anchored {
        good
    } else {
        from
    }
}

/// Whether a lower-case word ends a name. Inside a subject many verbs are nouns, so only few words end it.
fn pauses(text: &Text<'_>, at: usize) -> bool {
    let norm = text.norm(at);
    // `tự do`
    if norm == "do" && text.before(at) == "tự" {
        return false;
    }
    norm.is_empty()
        || stop(norm)
            && !matches!(
                (norm, text.norm(at + 1)),
                ("các", _)
                    | ("những", _)
                    | ("chính", "phủ" | "trị" | "sách")
                    | ("nước", "cộng")
                    | ("hội", "nhập")
                    | ("thông", "tin")
                    | ("nhân", "dân" | "văn" | "quyền" | "đạo")
                    | ("bao", _)
                    | ("liên", _)
                    | ("chủ", _)
                    | ("tham", "nhũng")
                    | ("phát", "triển" | "xít")
                    | ("đồng", "bộ")
                    | ("hiện", "đại")
                    | ("phản", _)
                    | ("tổ", "chức")
                    | ("thực", _)
                    | ("tạo", _)
                    | ("dự", "án")
                    | ("hội", "nghị")
                    | ("mới", _)
                    | ("nhất", "thể")
            )
        || norm == "bao" && matches!(text.norm(at + 1), "gồm")
        || norm == "thực" && text.norm(at + 1) == "hiện"
        || norm == "tạo" && text.norm(at + 1) == "điều"
}

/// Where an event's name ends.
fn walk_event(text: &Text<'_>, draft: &Draft, from: usize) -> usize {
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
                MentionKind::Date => !matches!(found.rule, "scan/day" | "scan/month"),
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
        if text.capital(at) && at > from && matches!(text.norm(at - 1), "và" | "trong") && norm == "năm" {
            break;
        }
        if text.capital(at) || word.case == Case::Digit {
            at += 1;
            good = at;
            continue;
        }
        let joins = match norm {
            "của" => {
                draft.starting(at + 1).is_some_and(|f| f.kind == MentionKind::Org)
                    || text.norm(at + 1) == "nhân"
            }
            "trong" | "về" | "và" | "tại" => text.capital(at + 1) || draft.starting(at + 1).is_some(),
            "lần" | "thứ" | "kỷ" | "niệm" | "năm" | "duyệt" | "binh" | "diễu" | "cấp" | "cao" | "thượng"
            | "đỉnh" => true,
            _ => !pauses(text, at),
        };
        if !joins || norm.is_empty() || at > good + 5 {
            break;
        }
        at += 1;
        let second = text.word(at.saturating_sub(2)).case == Case::Title
            && text.word(at.saturating_sub(2)).vietnamese
            && good + 1 == at;
        let of_people = matches!(norm, "giới" | "dân") && (from..at).any(|i| text.norm(i) == "nhân");
        if second && !matches!(norm, "về" | "và" | "tại" | "của" | "trong" | "lần" | "năm") || of_people
        {
            good = at;
        }
    }
    good
}
