//! Whether a step has been taken, or is only wanted, announced or thought of.

use crate::ledger::reading::{Reading, Sentence};
use crate::text::Gap;
use std::ops::Range;

/// How far a step is from being done, where words say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    Done,
    /// Wanted or announced: `sẽ ký`, `đề nghị ký`.
    Wanted,
    /// Thought of: `nếu ký`, `có thể ký`.
    Supposed,
}

/// Words of what is still to come, and how many tokens before the step they may stand.
const WANTED: &[(&[&str], usize)] = &[
    (&["sẽ"], FAR),
    (&["sắp"], FAR),
    (&["sớm"], NEAR),
    (&["cần"], NEAR),
    (&["tiến", "tới"], NEAR),
    (&["hướng", "tới"], NEAR),
    (&["chuẩn", "bị"], NEAR),
    (&["thúc", "đẩy"], NEAR),
    (&["đẩy", "nhanh"], NEAR),
    (&["dự", "kiến"], FAR),
    (&["đề", "nghị"], FAR),
    (&["đề", "xuất"], NEAR),
    (&["kêu", "gọi"], FAR),
    (&["yêu", "cầu"], FAR),
    (&["mong"], FAR),
    (&["muốn"], FAR),
    (&["hy", "vọng"], FAR),
    (&["hi", "vọng"], FAR),
    (&["kỳ", "vọng"], FAR),
    (&["trông", "đợi"], FAR),
    (&["kế", "hoạch"], NEAR),
    (&["mục", "đích"], NEAR),
    (&["cố", "gắng"], NEAR),
    (&["nỗ", "lực"], NEAR),
    (&["phấn", "đấu"], NEAR),
    (&["nghiên", "cứu"], NEAR),
    (&["xem", "xét"], NEAR),
    (&["ủng", "hộ"], NEAR),
    (&["việc"], NEAR),
    (&["sẵn", "sàng"], NEAR),
    (&["đồng", "ý"], BESIDE),
    (&["nhất", "trí"], BESIDE),
    (&["cam", "kết"], BESIDE),
];
/// Of these what says it of an agreement that is named before its verb: `đề nghị Hiệp định … được ký`.
const WISHES: &[&[&str]] = &[
    &["mong"],
    &["muốn"],
    &["hy", "vọng"],
    &["hi", "vọng"],
    &["kỳ", "vọng"],
    &["trông", "đợi"],
    &["đề", "nghị"],
    &["kêu", "gọi"],
];
const FAR: usize = 24;
const NEAR: usize = 6;
const BESIDE: usize = 4;

/// Words after a comma with which the same clause goes on.
const GOES_ON: &[&str] = &[
    "đồng", "và", "cũng", "hướng", "tiến", "sớm", "để", "qua", "nhằm", "tích", "đẩy",
];

/// What the words before a step say of it: of several the nearest.
pub(super) fn before(reading: &Reading, sentence: &Sentence, step: usize) -> Option<Outlook> {
    if condition(reading, sentence, step) {
        return Some(Outlook::Supposed);
    }
    let text = &reading.text;
    // `là một bên ký Hiệp định`, `các bên tham gia ký` says who they are.
    if text.before(step) == "bên" && text.before(step - 1) == "một"
        || text.before(step) == "gia" && text.before(step - 2) == "bên"
    {
        return Some(Outlook::Supposed);
    }
    let adopts = matches!(text.norm(step), "thông" | "phê");
    let (mut possible, mut purpose) = (false, false);
    for at in clause(reading, sentence, step).rev() {
        if reading.mention_at(at).is_some() {
            continue;
        }
        let norm = text.norm(at);
        if matches!(norm, "đã" | "vừa" | "từng") {
            return Some(if possible {
                Outlook::Supposed
            } else {
                Outlook::Done
            });
        }
        let wanted = |(words, reach): &(&[&str], usize)| {
            // `nhất trí thông qua` is a way to adopt, and `đã đề xuất và ký` tells of both.
            step - at <= *reach
                && reading.says(at, words)
                && !(adopts && *reach == BESIDE)
                && text.norm(at + words.len()) != "và"
        };
        // `mong có thể ký` is wanted.
        if WANTED.iter().any(wanted) && !(norm == "việc" && possible) {
            return Some(Outlook::Wanted);
        }
        possible |= reading.says(at, &["có", "thể"]) || reading.says(at, &["khả", "năng"]);
        purpose |= step - at <= 2 && matches!(norm, "để" | "nhằm");
    }
    match (possible, purpose) {
        (true, _) => Some(Outlook::Supposed),
        (false, true) => Some(Outlook::Wanted),
        (false, false) => None,
    }
}

/// What the words before an agreement say of a step that is told after it.
pub(super) fn around(reading: &Reading, sentence: &Sentence, name: &Range<usize>) -> Option<Outlook> {
    let lead = |at: usize| reading.text.before(at);
    let start = name.start;
    // `nếu Hiệp định … được ký`, `trước khi …`, `khi …`, but `sau khi …`.
    if condition(reading, sentence, start) || lead(start) == "khi" && lead(start - 1) == "trước" {
        return Some(Outlook::Supposed);
    }
    if lead(start) == "khi" {
        let past = matches!(lead(start - 1), "sau" | "từ" | "kể");
        return Some(if past { Outlook::Done } else { Outlook::Wanted });
    }
    let wish = |at: usize| WISHES.iter().any(|words| reading.says(at, words));
    clause(reading, sentence, start)
        .any(wish)
        .then_some(Outlook::Wanted)
}

/// Whether something happens only if something else does.
fn condition(reading: &Reading, sentence: &Sentence, step: usize) -> bool {
    let from = sentence.tokens.start.max(step.saturating_sub(30));
    let words = |at: usize| {
        matches!(reading.text.norm(at), "nếu" | "liệu" | "giả")
            && (reading.text.norm(at) != "giả" || reading.text.norm(at + 1) == "sử")
            && (reading.text.norm(at) != "liệu" || !matches!(reading.text.before(at), "tài" | "dữ" | "số"))
    };
    (from..step).any(words)
}

/// The tokens of the clause before a token.
fn clause(reading: &Reading, sentence: &Sentence, end: usize) -> Range<usize> {
    let text = &reading.text;
    let low = sentence.tokens.start.max(end.saturating_sub(FAR));
    let closed = |at: usize| match text.gap(at) {
        Gap::CommaSpace => !GOES_ON.contains(&text.norm(at)),
        Gap::Stop | Gap::Colon | Gap::Break => true,
        _ => false,
    };
    let start = (low + 1..=end).rev().find(|at| closed(*at) && *at < end);
    start.unwrap_or(low)..end
}
