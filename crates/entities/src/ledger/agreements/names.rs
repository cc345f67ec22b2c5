//! Where an agreement is named or described.

use super::Form;
use super::words::{ALONE, BEFORE, ENDS, HEADS, LINKS, SHARED, SUBJECTS, VERBAL};
use crate::ledger::reading::{Reading, Sentence, same_word};
use crate::model::MentionKind;
use crate::text::{Case, Gap};
use std::ops::Range;

/// The mention at a token.
pub(super) fn named(
    reading: &Reading,
    sentence: &Sentence,
    at: usize,
) -> Option<(Range<usize>, Option<String>, Form)> {
    let number = reading.mention_at(at)?;
    let mention = reading.mentions.get(number)?;
    let tokens = reading.tokens_of(number);
    if mention.kind != MentionKind::Agreement || tokens.start != at {
        return None;
    }
    // `Kế hoạch hợp tác` is of two, `Kế hoạch giải phóng` is not.
    let plan = reading.says(at, &["kế", "hoạch"])
        && !tokens.clone().any(|at| SHARED.contains(&reading.text.norm(at)));
    let alone = plan || ALONE.iter().any(|words| reading.says(at, words));
    let form = if alone { Form::Alone } else { Form::Named };
    Some((
        at..tokens.end.min(sentence.tokens.end),
        mention.entity.clone(),
        form,
    ))
}

/// An agreement without a name.
pub(super) fn described(
    reading: &Reading,
    sentence: &Sentence,
    at: usize,
) -> Option<(Range<usize>, Option<String>, Form)> {
    let text = &reading.text;
    let counted = reading.kind_at(at) == Some(MentionKind::Quantity);
    let head_at = if counted { at + 1 } else { at };
    if !counted && reading.mention_at(at).is_some() || counted && text.word(at).case != Case::Digit {
        return None;
    }
    let head = HEADS.at(reading, head_at).next()?;
    let mut end = head_at + head.len();
    if counted {
        end = end.max(reading.tokens_of(reading.mention_at(at)?).end);
    }
    let inside = |at: usize| at < sentence.tokens.end;
    let numeral = ["hai", "ba", "bốn", "năm", "sáu", "nhiều", "loạt"].contains(&text.before(at));
    let about = inside(end)
        && text.gap(end) == Gap::Space
        && SUBJECTS.iter().any(|word| same_word(text.norm(end), word));
    if !(about || counted && text.gap(end) != Gap::Space) {
        return None;
    }
    let verbal = head.first() == Some(&"thỏa") && VERBAL.contains(&text.before(at));
    let generic = matches!(head[0], "văn" | "hợp") && !counted && !numeral;
    if verbal || generic && text.norm(end) != "về" || text.before(at) == "hợp" {
        return None;
    }
    // A whole is as long as its phrase.
    let start = end;
    while inside(end) && end < start + 40 {
        let listed = text.gap(end) == Gap::CommaSpace
            && text.word(end).case == Case::Lower
            && reading.mention_at(end).is_none()
            && !ENDS.contains(&text.norm(end))
            && goes_on(reading, sentence, end);
        let open = matches!(
            text.gap(end),
            Gap::Space | Gap::SpacedHyphen | Gap::Hyphen | Gap::Quote
        ) || listed;
        let kind = reading.kind_at(end);
        let whole =
            matches!((text.before(end), text.norm(end)), ("tự", "do")) || text.norm(end + 1) == "phương";
        let stops = ENDS.contains(&text.norm(end)) && kind.is_none() && !whole
            || matches!(
                kind,
                Some(MentionKind::Person | MentionKind::Agreement | MentionKind::Role)
            )
            || text.norm(end) == "nhân" && matches!(text.norm(end + 1), "dịp" | "chuyến" | "kỷ" | "ngày")
            || text.norm(end) == "trong"
                && matches!(
                    text.norm(end + 1),
                    "chuyến" | "khuôn" | "dịp" | "tuần" | "năm" | "thời"
                );
        if !open || stops {
            break;
        }
        end = match reading.mention_at(end) {
            Some(number) => reading.tokens_of(number).end.max(end + 1),
            None => end + 1,
        };
    }
    // `hiệp ước thương mại với Mexico trong`.
    while end > start && LINKS.contains(&text.norm(end - 1)) && reading.mention_at(end - 1).is_none() {
        end -= 1;
    }
    let form = if counted || numeral && head[0] == "văn" {
        Form::Counted
    } else {
        Form::Described
    };
    Some((at..end.min(sentence.tokens.end), None, form))
}

/// Whether a list goes on after a comma: its last member is joined by `và` before the next comma.
fn goes_on(reading: &Reading, sentence: &Sentence, at: usize) -> bool {
    (at..sentence.tokens.end.min(at + 12))
        .take_while(|token| *token == at || matches!(reading.text.gap(*token), Gap::Space | Gap::CommaSpace))
        .any(|token| reading.text.norm(token) == "và")
        && BEFORE.at(reading, at).next().is_none()
}
