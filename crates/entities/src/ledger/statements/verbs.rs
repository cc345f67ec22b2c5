//! Verbs that report what somebody says, with the act in its normal form.

use crate::fold::fold;
use crate::ledger::Act;
use crate::text::{Gap, Table, Text};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use viet::Syllable;

/// How surely a verb reports speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Wherever it stands with a subject.
    Speech,
    /// It says as much what somebody thinks, wants or does: it needs a subject of its own and no verb above it.
    Attitude,
    /// It tells of a talk or names its topic when it leads a sentence, and reports only after its subject.
    Setting,
}

/// A verb or phrase of the table.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    words: Vec<String>,
    pub(super) act: Act,
    pub(super) strength: Strength,
}

/// A verb in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) act: Act,
    pub(super) strength: Strength,
}

const ROWS: &str = include_str!("../../../../../data/reporting.tsv");

const ACTS: [Act; 12] = [
    Act::Affirm,
    Act::Propose,
    Act::Stress,
    Act::Agree,
    Act::Commit,
    Act::Express,
    Act::Thank,
    Act::Wish,
    Act::Trust,
    Act::Welcome,
    Act::Inform,
    Act::Other,
];

/// Words after a verb of the table that make it a noun or another verb.
const NOT_BEFORE: &[&str] = &[
    "của", "chung", "này", "đó", "nói", "đầu", "được", "bị", "mới", "ấy",
];

/// First words of phrases that stay verbs before such a word: `chuyển lời cảm ơn của …`.
const WITH_OBJECT: &[&str] = &["chuyển", "gửi", "bày", "đưa", "nêu", "đạt"];

/// Verbs that report only with a word of these after them: without it they tell of a talk (`trao đổi, chia sẻ`).
const ONLY_BEFORE: &[(&str, &[&str])] = &[
    ("xem", &["đây", "việc", "quan"]),
    ("gọi", &["đây", "ông", "việc"]),
];

/// Words after a verb that turn it into the topic of a talk.
const TOPIC_AFTER: &[(&str, &[&str])] = &[
    ("đánh giá", &["về", "lại"]),
    ("chia sẻ", &["về", "và"]),
    ("đề cập", &["đến", "tới", "về"]),
    ("thông báo", &["cho"]),
    ("viết", &["về"]),
    ("nhắc lại", &["về"]),
    ("phân tích", &["về"]),
    ("chúc", &["rượu"]),
    ("kết luận", &["về"]),
    ("gợi ý", &["về"]),
    ("thống nhất", &["đất"]),
    ("muốn", &["nói"]),
    ("tuyên bố", &["chủ"]),
    ("bình luận", &["viên"]),
    ("yêu cầu", &["bồi"]),
];

/// Act, strength and phrases of a line of the table; none of a comment.
fn row(line: &str) -> Option<(Act, Strength, &str)> {
    let [act, strength, phrases] = line.split('\t').collect::<Vec<_>>()[..] else {
        return None;
    };
    let act = ACTS.into_iter().find(|known| known.label() == act)?;
    let strength = match strength {
        "speech" => Strength::Speech,
        "attitude" => Strength::Attitude,
        "setting" => Strength::Setting,
        _ => return None,
    };
    Some((act, strength, phrases))
}

fn table() -> &'static FxHashMap<String, Vec<Verb>> {
    static TABLE: OnceLock<FxHashMap<String, Vec<Verb>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<String, Vec<Verb>> = FxHashMap::default();
        for (act, strength, phrases) in ROWS.lines().filter_map(row) {
            for phrase in phrases.split('|') {
                let words: Vec<String> = phrase
                    .split(' ')
                    .map(|word| fold(Syllable::new(word).norm()).into_owned())
                    .collect();
                let first = words.first().cloned().unwrap_or_default();
                table
                    .entry(first)
                    .or_default()
                    .push(Verb { words, act, strength });
            }
        }
        for verbs in table.values_mut() {
            verbs.sort_by_key(|verb| std::cmp::Reverse(verb.words.len()));
        }
        table
    })
}

/// The longest verb of the table at a token.
pub(super) fn verb_at(text: &Text<'_>, at: usize) -> Option<Spoken> {
    let word = text.word(at);
    let verbs = || table().get(word.folded());
    if !word.begins(Table::Reports, |_| verbs().is_some()) {
        return None;
    }
    let verb = verbs()?.iter().find(|verb| {
        verb.words
            .iter()
            .zip(at..)
            .all(|(word, token)| text.folded(token) == word && (token == at || text.gap(token) == Gap::Space))
    })?;
    let to = at + verb.words.len();
    let next = if text.gap(to) == Gap::Space {
        text.norm(to)
    } else {
        ""
    };
    let of = |table: &[(&str, &[&str])]| {
        table
            .iter()
            .find(|(words, _)| {
                words
                    .split(' ')
                    .map(fold)
                    .eq(verb.words.iter().map(String::as_str))
            })
            .map(|(_, after)| after.contains(&next))
    };
    let noun = NOT_BEFORE.contains(&next) && !WITH_OBJECT.contains(&text.norm(at));
    if noun || of(TOPIC_AFTER) == Some(true) || of(ONLY_BEFORE) == Some(false) {
        return None;
    }
    Some(Spoken {
        from: at,
        to,
        act: verb.act,
        strength: verb.strength,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_table_is_well_formed() {
        let lines: Vec<&str> = ROWS.lines().filter(|line| !line.starts_with('#')).collect();
        let rows: Vec<_> = lines.iter().filter_map(|line| row(line)).collect();
        assert_eq!(rows.len(), lines.len());
        assert!(ACTS.iter().all(|act| rows.iter().any(|(known, ..)| known == act)));
        let mut seen = HashSet::new();
        for phrase in rows.iter().flat_map(|(.., phrases)| phrases.split('|')) {
            assert!(
                !phrase.is_empty() && phrase.trim() == phrase && seen.insert(phrase),
                "{phrase}"
            );
        }
    }
}
