//! Treaties, statements and plans: long names that run to a boundary.

use super::{pauses, plural, second_syllable};
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, HeadKind};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};

/// Words that follow a treaty's first word without a capital and still make it a name.
const SUBJECTS: &[&str] = &[
    "thương", "về", "hợp", "tránh", "khung", "đối", "bảo", "khuyến", "tương", "vận", "hàng", "miễn", "giữa",
    "dẫn", "hữu", "hạt", "khí", "biến",
];

/// A treaty, statement or plan.
pub(super) fn at(
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
    // `thỏa thuận hợp tác` may be any; what a treaty does away with or ends is one.
    let any =
        matches!(norm, "thỏa" | "thoả") && !matches!(text.norm(head), "hạt" | "khí" | "biến" | "thương");
    if text.word(at).case == Case::Lower && any {
        return None;
    }
    // `Đối tác Chiến lược` names a relation.
    if text.norm(at) == "chiến" && text.before(at) == "tác" {
        return None;
    }
    let numbered = text.norm(head) == "số" && text.word(head + 1).case == Case::Digit;
    let short = head == at + 2 && !matches!(norm, "kế" | "hiệp");
    if short && !(opens || numbered) {
        return None;
    }
    let to = walk(text, gazetteer, draft, head);
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
    (!plural(text, at)).then(|| Found::new(at, to, MentionKind::Agreement, "grammar/agreement"))
}

/// Where a treaty's name ends: over names, capitals, years, and after `về` its subject, up to a stop or mark.
fn walk(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, from: usize) -> usize {
    let (mut at, mut good) = (from, from);
    let mut subject = false;
    let mut between = false;
    while at < from + 60 {
        let gap = text.gap(at);
        let dash = gap.is_dash();
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
        // `năm 2015 – việc Pháp …`: another thought.
        let aside = gap == Gap::SpacedHyphen && text.word(at).case == Case::Lower && draft.free(at);
        if !(gap == Gap::Space || dash || comma) || aside {
            break;
        }
        if let Some(found) = draft.starting(at) {
            if !belongs(text, found) {
                break;
            }
            at = found.to;
            good = at;
            continue;
        }
        let word = text.word(at);
        let norm = word.norm.as_str();
        if norm == "ảnh" {
            break;
        }
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
                let goes_on = connects(text, draft, at, subject, between);
                if !goes_on {
                    break;
                }
                if norm == "trong" {
                    subject = true;
                }
            }
            _ if pauses(text, at) && !(good == at && second_syllable(text, draft, at)) => break,
            _ => {}
        }
        at += 1;
        // Plain words count once a subject is being told, or as the second syllable of a capitalised word.
        let second = good + 1 == at && second_syllable(text, draft, at - 1);
        if subject && !matches!(norm, "về" | "và" | "của" | "trong") || second && word.vietnamese {
            good = at;
        }
    }
    while good > from
        && matches!(
            text.norm(good - 1),
            "của" | "các" | "và" | "về" | "những" | "với" | "trong" | "cách" | "một" | "giữa" | "việc"
        )
    {
        good -= 1;
    }
    // `thương mại tự do`, `hợp tác quốc phòng` alone is a name only where something is named in it.
    let date = |token: usize| draft.kind(token) == Some(MentionKind::Date);
    let anchored = (from..good)
        .any(|token| !date(token) && (text.capital(token) || draft.kind(token).is_some()))
        || subject
        // `Công ước 1982`
        || text.before(from) == "ước" && text.before(from.saturating_sub(1)) == "công" && date(from);
    if text.line(from) == LineCase::Title {
        from
    } else if anchored {
        good
    } else {
        from
    }
}

/// Whether a find is part of a treaty's name.
fn belongs(text: &Text<'_>, found: &Found) -> bool {
    match found.kind {
        MentionKind::Role | MentionKind::Person | MentionKind::Money | MentionKind::Percent => false,
        // A date that says when something else happens: `trong năm 2019`.
        MentionKind::Date => {
            matches!(found.rule, "scan/year" | "scan/period" | "scan/bare-year")
                && !matches!(text.before(found.from), "trong" | "vào" | "từ")
        }
        _ => true,
    }
}

/// Whether a name goes on after the connective at `at`.
fn connects(text: &Text<'_>, draft: &Draft, at: usize, subject: bool, between: bool) -> bool {
    let named = text.capital(at + 1) || draft.starting(at + 1).is_some();
    match text.norm(at) {
        "xuyên" => true,
        "cho" => false,
        "và" => between || named || subject && !pauses(text, at + 1),
        "trong" => named || subject && !pauses(text, at + 1) || text.norm(at + 1) == "giai",
        "của" => named || subject && !pauses(text, at + 1),
        "tại" => named && subject,
        _ => named,
    }
}
