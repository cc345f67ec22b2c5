//! Whether a figure was reached, is aimed at, is a change or a forecast.

use crate::ledger::model::FigureRole;
use crate::ledger::reading::{Reading, Sentence};
use crate::model::MentionKind;
use crate::text::Gap;

/// Verbs of change straight before a figure.
const CHANGES: &[&[&str]] = &[
    &["tăng"],
    &["giảm"],
    &["tăng", "thêm"],
    &["giảm", "bớt"],
    &["tăng", "trưởng"],
    &["cao", "hơn"],
    &["thấp", "hơn"],
    &["nhiều", "hơn"],
    &["tăng", "tới"],
    &["giảm", "tới"],
    &["giảm", "đi"],
    &["cắt", "giảm"],
    &["sụt", "giảm"],
    &["tăng", "đến"],
    &["mức", "tăng"],
    &["mức", "tăng", "trưởng"],
    &["tốc", "độ", "tăng", "trưởng"],
    &["tăng", "bình", "quân"],
    &["tăng", "trung", "bình"],
    &["tăng", "trưởng", "bình", "quân"],
    &["tăng", "trưởng", "trung", "bình"],
];
/// Words that may stand between a verb and its figure.
const ABOUT: &[&str] = &[
    "hơn", "gần", "khoảng", "trên", "dưới", "xấp", "xỉ", "chừng", "tới", "đến", "thêm", "ít", "nhất", "tối",
    "đa", "thiểu", "mức", "con", "số", "tổng", "cộng", "ước", "đạt", "là", "vào", "được", "chỉ", "đã",
];
/// Words of aims.
const AIMS: &[&[&str]] = &[
    &["mục", "tiêu"],
    &["phấn", "đấu"],
    &["hướng", "tới"],
    &["hướng", "đến"],
    &["tiến", "tới"],
    &["chỉ", "tiêu"],
    &["quyết", "tâm"],
    &["nỗ", "lực", "đưa"],
    &["nhằm", "đưa"],
    &["nhằm", "nâng"],
    &["nhằm", "đạt"],
    &["sớm", "đưa"],
    &["sớm", "đạt"],
    &["sớm", "nâng"],
    &["để", "đưa"],
    &["để", "nâng"],
    &["để", "đạt"],
    &["muốn", "đưa"],
    &["muốn", "nâng"],
    &["muốn", "thúc", "đẩy"],
    &["mong", "muốn", "đưa"],
    &["mong", "muốn", "nâng"],
    &["mong", "muốn", "đạt"],
    &["tham", "vọng"],
    &["kỳ", "vọng", "đưa"],
    &["đặt", "ra"],
    &["cam", "kết", "đưa"],
    &["cùng", "đưa"],
    &["sẽ", "đưa"],
    &["sẽ", "nâng"],
];
/// Words of forecasts.
const FORECASTS: &[&[&str]] = &[
    &["dự", "kiến"],
    &["dự", "báo"],
    &["dự", "tính"],
    &["ước", "tính", "sẽ"],
    &["kỳ", "vọng"],
];
/// Words of offers, conditions and what is to come, which say nothing beyond their clause.
const OFFERS: &[&[&str]] = &[
    &["dự", "đoán"],
    &["có", "thể"],
    &["nếu"],
    &["sẽ"],
    &["đề", "xuất"],
    &["đề", "nghị"],
    &["cam", "kết"],
    &["đe", "dọa"],
    &["đe", "doạ"],
    &["dọa"],
    &["kế", "hoạch"],
    &["sắp"],
    &["hứa"],
    &["tiềm", "năng"],
];
/// Verbs that lift something to a figure.
const LIFTS: &[&str] = &["nâng", "đưa"];
/// Words that want something, before such a verb.
const WANTED: &[&str] = &[
    "sẽ", "để", "nhằm", "trí", "đấu", "nhất", "tiêu", "sớm", "cần", "muốn", "hướng", "nỗ", "quyết", "cam",
    "đồng", "tục",
];
/// What a decision lifts at once.
const SET_BY_LAW: &[&str] = &["thuế", "lương", "phí", "giá", "tuổi", "phạt"];
/// Words that say that something was reached.
const REACHED: &[&[&str]] = &[
    &["đã", "đạt"],
    &["đã", "lên"],
    &["đã", "tăng"],
    &["hiện", "đạt"],
    &["hiện", "đang"],
    &["đã"],
];

/// The role of a figure; `from` is where what belongs to an earlier figure ends.
pub(super) fn of(reading: &Reading<'_>, sentence: &Sentence, number: usize, from: usize) -> FigureRole {
    let at = reading.tokens_of(number).start;
    if change(reading, from, at, number) {
        return FigureRole::Growth;
    }
    // Words of a clause before count first; then those of the whole sentence before.
    let clause = clause(reading, from, at);
    let reached = last(reading, clause, at, REACHED);
    // People and things are counted where an aim is only the sentence's: `các mục tiêu … nơi có 5.000 lính`.
    let counted = reading
        .mentions
        .get(number)
        .is_some_and(|mention| mention.kind == MentionKind::Quantity);
    let near = if counted {
        at.saturating_sub(8)
    } else {
        at.saturating_sub(15)
    };
    let start = if counted {
        clause.max(at.saturating_sub(12))
    } else {
        clause
    };
    let aim = last(reading, start, at, AIMS)
        .filter(|token| reading.text.before(*token) != "các")
        .or_else(|| lifted(reading, clause, at));
    let short = (clause..=at)
        .rev()
        .find(|token| reading.text.gap(*token) == Gap::CommaSpace)
        .unwrap_or(clause);
    let forecast =
        last(reading, clause, at, FORECASTS).or_else(|| last(reading, short.max(near), at, OFFERS));
    let role = match (aim, forecast, reached) {
        (None, None, _) => FigureRole::Actual,
        // `đã đạt … mục tiêu`, `sẽ … đã`: the nearest word decides.
        (aim, forecast, Some(done))
            if aim.is_none_or(|at| at < done) && forecast.is_none_or(|at| at < done) =>
        {
            FigureRole::Actual
        }
        (Some(_), _, _) => FigureRole::Target,
        (None, Some(_), _) => FigureRole::Other,
    };
    later(reading, sentence, number, role)
}

/// `trong năm nay dự kiến`, said after the figure.
fn later(reading: &Reading<'_>, sentence: &Sentence, number: usize, role: FigureRole) -> FigureRole {
    let end = reading.tokens_of(number).end;
    let near = (end..sentence.tokens.end.min(end + 4)).any(|at| reading.says(at, &["mục", "tiêu"]));
    if role == FigureRole::Actual && near {
        FigureRole::Target
    } else {
        role
    }
}

/// Whether a verb of change leads to the figure, which is then the change and not what it led to.
fn change(reading: &Reading<'_>, from: usize, at: usize, number: usize) -> bool {
    let text = &reading.text;
    let percent = reading
        .mentions
        .get(number)
        .is_some_and(|mention| mention.kind == MentionKind::Percent);
    let mut end = at;
    while end > from && text.gap(end) == Gap::Space && ABOUT.contains(&text.norm(end - 1)) {
        // `tăng lên 10 tỷ`, `tăng đến 10 tỷ` is a level.
        if !percent && matches!(text.norm(end - 1), "đến" | "đạt") {
            return false;
        }
        end -= 1;
    }
    if end <= from || end < at && text.gap(end) != Gap::Space {
        return false;
    }
    if end == at && text.gap(at) != Gap::Space {
        return false;
    }
    let ends = |words: &[&str], end: usize| {
        end.checked_sub(words.len())
            .is_some_and(|start| start >= from && reading.says(start, words))
    };
    if CHANGES.iter().any(|words| ends(words, end)) {
        return true;
    }
    // `tăng kim ngạch thêm 20%`, `tăng trưởng kinh tế đạt 7%`: of percentages also a little further.
    percent
        && (from.max(at.saturating_sub(8))..at)
            .rev()
            .take_while(|token| matches!(text.gap(token + 1), Gap::Space) || *token + 1 == at)
            .any(|token| reading.says(token, &["tăng", "trưởng"]) || reading.says(token, &["tăng", "thêm"]))
}

/// Where the clause of a figure begins, not before `from`.
fn clause(reading: &Reading<'_>, from: usize, at: usize) -> usize {
    let text = &reading.text;
    (from..=at)
        .rev()
        .find(|token| matches!(text.gap(*token), Gap::Stop | Gap::Break | Gap::DotSpace))
        .unwrap_or(from)
        .max(at.saturating_sub(40))
}

/// The last of some phrases that begins before `at`.
fn last(reading: &Reading<'_>, from: usize, at: usize, phrases: &[&[&str]]) -> Option<usize> {
    (from..at)
        .rev()
        .find(|token| phrases.iter().any(|words| reading.says(*token, words)))
}

/// `nâng kim ngạch lên`, `đưa … đạt`.
fn lifted(reading: &Reading<'_>, from: usize, at: usize) -> Option<usize> {
    let text = &reading.text;
    let to = (from..at)
        .rev()
        .take(5)
        .any(|token| matches!(text.norm(token), "lên" | "đạt"));
    let verb = (from..at)
        .rev()
        .find(|token| LIFTS.contains(&text.norm(*token)) && reading.mention_at(*token).is_none())?;
    let set = (verb..at).any(|token| SET_BY_LAW.contains(&text.norm(token)));
    // `tăng 60%, nâng số … lên 2.200`: what the rise before led to.
    let wanted = (from.max(verb.saturating_sub(12))..verb).any(|token| WANTED.contains(&text.norm(token)));
    let led = matches!(text.gap(verb), Gap::CommaSpace | Gap::Other) && !wanted;
    (to && !set && !led && text.before(verb) != "đã").then_some(verb)
}
