//! With whom somebody meets.

use super::groups::Group;
use super::scene::Scene;
use super::words::{DESCRIPTIONS, Takes, Word};
use crate::model::MentionKind;
use std::ops::Range;

/// Words before somebody who is met.
const BEFORE_PERSONS: &[&str] = &["đồng", "chí", "ngài", "nguyên", "nhà", "lãnh", "đạo"];

/// With whom, as far as the words after a word of meeting say it.
pub(super) enum Other<'a> {
    Nobody,
    /// They are not named.
    Unnamed,
    Whom(&'a Group),
    Both(Range<usize>, Vec<String>),
}

/// Whom a word of meeting takes, as the words after it say.
pub(super) fn other<'a>(scene: &'a Scene, word: &Word, end: usize, noun: bool) -> Other<'a> {
    let direct = word.takes == Takes::Object;
    let mut at = end;
    while at < end + 14 && (scene.joined(at) || at == end && scene.sentence.tokens.contains(&at)) {
        if at > end && !scene.joined(at) {
            break;
        }
        let skipped = at - end;
        if direct
            && skipped
                <= if matches!(word.words, ["tiếp" | "chào"]) {
                    0
                } else {
                    2
                }
            && scene.joined(at)
            && let Some(group) = scene.group_from(at, BEFORE_PERSONS)
        {
            // `cuộc gặp Trump - Kim`.
            let end = group.tokens.end;
            let dash = scene.reading.text.gap(end).is_dash();
            if let Some(other) = scene.group_at(end).filter(|_| dash) {
                let ids: Vec<String> = group.ids.iter().chain(&other.ids).cloned().collect();
                return both(group.tokens.start..other.tokens.end, ids);
            }
            return if group.ids.is_empty() || dash {
                Other::Unnamed
            } else {
                Other::Whom(group)
            };
        }
        match scene.norm(at) {
            "với" | "cùng" if word.takes != Takes::OnlyWith || skipped < 4 => {
                let named = scene.group_from(at + 1, BEFORE_PERSONS);
                return match named.or_else(|| described(scene, at + 1)) {
                    Some(group) if !group.ids.is_empty() => Other::Whom(group),
                    _ => Other::Unnamed,
                };
            }
            "giữa" | "của" if word.takes != Takes::OnlyWith || noun => {
                let Some(group) = scene.group_from(at + 1, BEFORE_PERSONS) else {
                    return Other::Unnamed;
                };
                let with = group.tokens.end;
                if matches!(scene.norm(with), "với" | "cùng")
                    && let Some(more) = scene.group_from(with + 1, BEFORE_PERSONS)
                {
                    let ids: Vec<String> = group.ids.iter().chain(&more.ids).cloned().collect();
                    return both(group.tokens.start..more.tokens.end, ids);
                }
                return both(group.tokens.clone(), group.ids.clone());
            }
            // `tiếp Đoàn đại biểu Lào do X dẫn đầu`, `gặp bốn lãnh đạo gồm: X, Y và Z`
            "do" if !noun => match scene.group_at(at + 1).filter(|group| heads(scene, group)) {
                Some(group) if !group.ids.is_empty() => return Other::Whom(group),
                _ => break,
            },
            "gồm" => match scene.group_at(at + 1) {
                Some(group) if group.ids.len() > 1 => return Other::Whom(group),
                _ => break,
            },
            "các" | "những" | "đại" | "cộng" if direct && skipped == 0 && !delegation(scene, at) => {
                return Other::Unnamed;
            }
            "khi" | "mà" | "để" | "và" | "nhưng" | "sẽ" | "là" | "đã" => break,
            _ => {}
        }
        at = match scene.reading.mention_at(at) {
            Some(mention) if scene.reading.kind_at(at) != Some(MentionKind::Person) => {
                scene.reading.tokens_of(mention).end.max(at + 1)
            }
            Some(_) => break,
            None => at + 1,
        };
    }
    Other::Nobody
}

/// Whether somebody leads those who are met: `do X dẫn đầu`, `do X làm Trưởng đoàn`.
fn heads(scene: &Scene, group: &Group) -> bool {
    let end = group.tokens.end;
    let leads = |at: usize| {
        ["dẫn", "làm", "phụ"].contains(&scene.norm(at))
            && ["đầu", "trưởng", "trách"].contains(&scene.norm(at + 1))
            && scene.sentence.tokens.contains(&at)
    };
    (end..end + 4).any(leads)
}

/// Whether a delegation is met whose head is named.
fn delegation(scene: &Scene, at: usize) -> bool {
    (at..at + 16)
        .take_while(|at| scene.joined(*at))
        .any(|at| matches!(scene.norm(at), "do" | "gồm"))
}

/// Somebody after words that say what they are, and their country or institution.
fn described<'a>(scene: &'a Scene, from: usize) -> Option<&'a Group> {
    let mut at = from;
    while at < from + 10 && scene.joined(at) {
        if let Some(group) = scene.group_at(at).filter(|_| at > from) {
            return Some(group);
        }
        at = match scene.reading.mention_at(at) {
            Some(mention) => {
                let kind = scene.reading.kind_at(at);
                matches!(kind, Some(MentionKind::Place | MentionKind::Org)).then_some(())?;
                scene.reading.tokens_of(mention).end
            }
            None => DESCRIPTIONS.contains(&scene.norm(at)).then_some(at + 1)?,
        };
    }
    None
}

fn both<'a>(tokens: Range<usize>, ids: Vec<String>) -> Other<'a> {
    if ids.len() < 2 {
        return Other::Unnamed;
    }
    Other::Both(tokens, ids)
}
