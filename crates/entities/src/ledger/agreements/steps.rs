//! What happens to an agreement, and when.

use super::outlook::{self, Outlook};
use super::words::{ADVERBS, AFTER, APART, BEFORE, BETWEEN};
use crate::ledger::Status;
use crate::ledger::reading::{Reading, Sentence};
use crate::ledger::when::dates;
use crate::model::MentionKind;
use crate::text::Gap;
use std::ops::Range;

/// What happens to an agreement, by a verb beside it.
pub(super) struct Step {
    pub(super) status: Status,
    /// It is wanted or announced.
    pub(super) planned: bool,
    /// The token at the far end of what says so.
    pub(super) edge: usize,
}

impl Step {
    /// A step that is only thought of does not happen: the agreement is named and no more.
    fn new(status: Status, outlook: Option<Outlook>, edge: usize) -> Self {
        let taken = matches!(status, Status::Signed | Status::Ratified | Status::InForce);
        let supposed = taken && outlook == Some(Outlook::Supposed);
        Self {
            status: if supposed { Status::Recalled } else { status },
            planned: taken && outlook == Some(Outlook::Wanted),
            edge,
        }
    }
}

/// What is said of an agreement after its name.
pub(super) fn after(reading: &Reading, sentence: &Sentence, name: &Range<usize>) -> Option<Step> {
    let text = &reading.text;
    let mut at = name.end;
    // Its acronym.
    if text.gap(at) == Gap::Open {
        while at < sentence.tokens.end && at < name.end + 4 && (at == name.end || text.gap(at) != Gap::Close)
        {
            at += 1;
        }
    }
    let mut outlook = None;
    for _ in 0..7 {
        if at >= sentence.tokens.end {
            return None;
        }
        if let Some(verb) = AFTER.iter().find(|verb| reading.says(at, verb.words)) {
            let edge = at + verb.words.len();
            // `Hiệp định được ký năm 2010`
            let dated = (edge..edge + 3).any(|at| reading.kind_at(at) == Some(MentionKind::Date));
            let outlook = outlook.or_else(|| {
                let around = outlook::around(reading, sentence, name);
                around.filter(|outlook| !dated || *outlook != Outlook::Wanted)
            });
            return Some(Step::new(verb.status, outlook, edge));
        }
        if !BETWEEN.contains(&text.norm(at)) {
            return None;
        }
        outlook = match text.norm(at) {
            "đã" | "vừa" => Some(Outlook::Done),
            "sẽ" | "sớm" | "cần" | "dự" | "chưa" | "sắp" => Some(Outlook::Wanted),
            "có" if outlook.is_none() => Some(Outlook::Supposed),
            _ => outlook,
        };
        at += 1;
    }
    None
}

/// The verb before an agreement, whether its step is wanted, and where it begins.
pub(super) fn governed(reading: &Reading, sentence: &Sentence, start: usize) -> Option<Step> {
    let text = &reading.text;
    let mut at = start;
    let first = sentence.tokens.start.max(start.saturating_sub(14));
    if start > first && matches!(text.norm(start - 1), "và" | "hoặc" | "gồm") {
        return None;
    }
    while at > first {
        // A comma ends the phrase unless adverbs or a verb joined to it follow.
        let gap = text.gap(at);
        let open = matches!(
            gap,
            Gap::Space | Gap::Quote | Gap::SpacedHyphen | Gap::Hyphen | Gap::Slash
        ) || gap == Gap::CommaSpace && at < start && ADVERBS.contains(&text.norm(at));
        if !open {
            return None;
        }
        at -= 1;
        if matches!(
            reading.kind_at(at),
            Some(MentionKind::Agreement | MentionKind::Person | MentionKind::Date)
        ) {
            return None;
        }
        if APART.contains(&text.norm(at)) && BEFORE.at(reading, at.saturating_sub(1)).next().is_none() {
            return None;
        }
        let Some(verb) = BEFORE.at(reading, at).find(|verb| at + verb.words.len() <= start) else {
            continue;
        };
        if reading.mention_at(at).is_some() {
            continue;
        }
        // `Hội nghị ra Tuyên bố` but not `diễn ra`; `đạt` only with an object.
        if verb.words == ["ra"]
            && matches!(
                text.before(at),
                "diễn" | "đề" | "xảy" | "đưa" | "tạo" | "mở" | "nêu"
            )
        {
            continue;
        }
        let denied = (at.saturating_sub(3).max(sentence.tokens.start)..at)
            .any(|at| matches!(text.norm(at), "chưa" | "không"));
        if denied && matches!(verb.status, Status::Signed | Status::Ratified) {
            return Some(Step::new(Status::Recalled, None, at));
        }
        let outlook = outlook::before(reading, sentence, at);
        // `rút khỏi` begins a word earlier.
        let edge = at - usize::from(verb.words == ["khỏi"] && text.before(at) == "rút");
        return Some(Step::new(verb.status, outlook, edge));
    }
    None
}

/// The date of the step, or of the agreement where it is only named.
pub(super) fn date(
    reading: &Reading,
    sentence: &Sentence,
    name: &Range<usize>,
    status: Status,
) -> Option<String> {
    let text = &reading.text;
    let year = |at: usize| {
        let number = text.word(at).number?;
        ((1900..2100).contains(&number) && matches!(text.before(at), "năm" | "biển" | "paris" | "")
            || (1900..2100).contains(&number) && text.gap(at) == Gap::Space)
            .then(|| number.to_string())
    };
    let dates = dates(reading, sentence);
    let beside = dates.iter().find(|when| {
        when.tokens.start >= name.end
            && when.tokens.start - name.end <= 4
            && (name.end..when.tokens.start).all(|at| {
                matches!(
                    text.norm(at),
                    "ký" | "được" | "kết" | "năm" | "ngày" | "vào" | "hồi" | "đã"
                ) || text.gap(at) == Gap::Open
            })
    });
    let signed = || {
        dates
            .iter()
            .filter(|when| when.is_day())
            .find(|when| when.tokens.start >= name.end)
            .or_else(|| {
                dates
                    .iter()
                    .rev()
                    .find(|when| when.tokens.end <= name.start && when.is_day())
            })
    };
    beside
        .map(|when| when.value.clone())
        .or_else(|| {
            // `Công ước … năm 1982`, not `đến năm 2030`.
            name.clone()
                .find_map(|at| {
                    year(at).filter(|_| {
                        !matches!(text.before(at), "đến" | "đoạn" | "tới")
                            && !matches!(text.before(at.saturating_sub(1)), "đến" | "đoạn" | "tới")
                    })
                })
                .filter(|year| year.as_str() < "2020")
        })
        .or_else(|| {
            (status == Status::Signed)
                .then(signed)
                .flatten()
                .map(|when| when.value.clone())
        })
}
