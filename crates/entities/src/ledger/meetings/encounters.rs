//! Who meets whom.

use super::draft::{Bare, Draft, Kind, Rule};
use super::groups::Group;
use super::scene::Scene;
use super::whom::{Other, other};
use super::words::{MANY, NOT_AFTER, NOT_BEFORE, NOUNS, TALKS, Takes, WORDS, Word};
use crate::ledger::MeetingLevel;
use crate::model::MentionKind;
use crate::text::Gap;
use std::ops::Range;

/// The meetings of a sentence; `bare` takes the levels of meetings that it mentions without saying whose.
pub(super) fn find(scene: &Scene, drafts: &mut Vec<Draft>, bare: &mut Vec<Bare>) {
    let mut at = scene.sentence.tokens.start;
    while at < scene.sentence.tokens.end {
        match word(scene, at) {
            Some(found) => {
                let end = at + found.words.len();
                if !scene.negated(at) {
                    let before = drafts.len();
                    meeting(scene, found, at, end, drafts);
                    if drafts.len() == before
                        && found.takes != Takes::OnlyWith
                        && !matches!(found.level, MeetingLevel::Reception | MeetingLevel::Other)
                    {
                        let opens = opening(scene, at) && scene.circumstance(noun_start(scene, at));
                        bare.push(Bare {
                            level: found.level,
                            both: scene.both_sides(end),
                            date: scene
                                .date(&(at..end))
                                .filter(|_| opens)
                                .map(|when| when.value.clone()),
                            sentence: scene.number,
                        });
                    }
                }
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The token with which a noun of meeting begins: `cuộc gặp`.
fn noun_start(scene: &Scene, at: usize) -> usize {
    at - usize::from(NOUNS.contains(&scene.before(at)))
}

/// The word of meeting at a token.
fn word(scene: &Scene, at: usize) -> Option<&'static Word> {
    if !matches!(scene.reading.kind_at(at), None | Some(MentionKind::Event)) {
        return None;
    }
    let found = scene.first(&WORDS, at)?;
    let next = at + found.words.len();
    if found.words == ["cuộc", "họp"] && scene.norm(next) == "báo" {
        return None;
    }
    if found.words.len() == 1 {
        let next = at + 1;
        if NOT_BEFORE.contains(&scene.before(at))
            || scene.joined(next) && NOT_AFTER.contains(&scene.norm(next))
        {
            return None;
        }
    }
    Some(found)
}

fn meeting(scene: &Scene, word: &Word, at: usize, end: usize, drafts: &mut Vec<Draft>) {
    let session = word.words == ["cuộc", "họp"];
    let noun = NOUNS.contains(&scene.before(at)) || scene.circumstance(at) || session;
    let opening = opening(scene, at);
    match other(scene, word, end, noun) {
        Other::Unnamed => {}
        Other::Both(tokens, ids) => {
            let phrase = at - usize::from(scene.before(at) == "cuộc")..tokens.end;
            push(scene, word, Rule::Between, phrase, &ids, &[], at, drafts);
        }
        Other::Whom(whom) => {
            let after = || scene.subject_after(whom.tokens.end);
            let light = matches!(
                scene.before(at.saturating_sub(usize::from(noun))),
                "có" | "hành" | "tổ" | "dự" | "thực" | "được"
            );
            let plain = noun && !light;
            let before = || {
                // `X nhắc đến Z trước cuộc gặp với Y`: whoever acts first in the clause.
                let acts = plain.then(|| scene.actor(at)).flatten();
                acts.or_else(|| scene.subject_before(at))
            };
            let many = MANY.contains(&scene.before(at))
                || scene.before(at) == "cuộc" && MANY.contains(&scene.before(at - 1));
            let many_light = many
                && matches!(
                    scene.before(at - 1 - usize::from(scene.before(at) == "cuộc")),
                    "có" | "hành"
                );
            if many && !many_light {
                return;
            }
            let who = if noun && !light && opening {
                after().or_else(before)
            } else if noun {
                before().or_else(after)
            } else {
                before()
            };
            // `X cho rằng sau khi gặp Z, Y sẽ …`: who tells of it need not have met.
            let told = who.filter(|who| who.tokens.end <= at && scene.reported(who.tokens.end..at));
            let who = told.and_then(|_| after()).or(who);
            let Some(who) = who else { return };
            // `mong được đón tiếp Y thăm Nga` is an invitation.
            let invites = word.words.contains(&"đón")
                && (whom.tokens.end..whom.tokens.end + 4).any(|at| scene.norm(at) == "thăm")
                && scene.planned(scene.clause(at), at) == Some(true);
            if invites {
                return;
            }
            // `X gặp Y, rồi gặp Z`: who was met a moment ago does not meet.
            let met = drafts
                .iter()
                .rev()
                .take_while(|draft| draft.sentence == scene.number)
                .find(|draft| draft.kind == Kind::Meeting && draft.whom == who.ids);
            let met = met.filter(|_| !noun && who.tokens.end <= at);
            let ids = met.map_or_else(|| who.ids.clone(), |before| before.who.clone());
            let planned = met.and_then(|before| before.planned);
            // `chào A, B, hội đàm với C`: a list that a comma ends.
            let more = if noun { Vec::new() } else { listed(scene, whom) };
            let all: Vec<String> = whom.ids.iter().chain(&more).cloned().collect();
            // Talks are held with one at a time.
            let home = |id: &String| scene.people.home(id);
            let foreign = all.iter().any(|id| {
                home(id).is_some()
                    && all
                        .first()
                        .and_then(home)
                        .is_some_and(|first| home(id) != Some(first))
            });
            let apart = !more.is_empty()
                || all.len() > 2 && word.level != MeetingLevel::Other
                || foreign && ids.len() == 1 && !session
                || all.len() > 1 && (many || matches!(word.level, MeetingLevel::Talks | MeetingLevel::Call))
                || scene.says(at.saturating_sub(2), &["lần", "lượt"]);
            let rule = match word.takes {
                Takes::OnlyWith => Rule::Exchange,
                _ if noun && !light => Rule::Noun,
                _ => Rule::Verb,
            };
            let start = if who.tokens.start < at {
                who.tokens.start
            } else {
                at
            };
            let end = whom
                .tokens
                .end
                .max(if who.tokens.start < at { 0 } else { who.tokens.end });
            let first = drafts.len();
            if apart {
                for other in &all {
                    let other = std::slice::from_ref(other);
                    push(scene, word, rule, start..end, &ids, other, at, drafts);
                }
            } else {
                push(scene, word, rule, start..end, &ids, &all, at, drafts);
            }
            for draft in drafts.get_mut(first..).unwrap_or_default() {
                draft.planned = draft.planned.or(planned);
            }
        }
        Other::Nobody if word.takes == Takes::OnlyWith => {}
        Other::Nobody => alone(scene, word, at, end, noun, opening, drafts),
    }
}

/// Those who follow somebody who is met after commas, if the list ends with one.
fn listed(scene: &Scene, whom: &Group) -> Vec<String> {
    let pause = |at: usize| {
        !scene.sentence.tokens.contains(&at)
            || matches!(scene.reading.text.gap(at), Gap::CommaSpace | Gap::Stop)
    };
    let mut end = whom.tokens.end;
    let mut ids = Vec::new();
    while pause(end)
        && let Some(group) = scene.group_at(end).filter(|group| pause(group.tokens.end))
    {
        ids.extend(group.ids.iter().cloned());
        end = group.tokens.end;
    }
    ids
}

/// A word of meeting that nobody follows: two subjects, or the passive.
fn alone(
    scene: &Scene,
    word: &Word,
    at: usize,
    end: usize,
    noun: bool,
    opening: bool,
    drafts: &mut Vec<Draft>,
) {
    let near = scene
        .groups
        .iter()
        .rev()
        .find(|group| group.tokens.end <= at && !group.ids.is_empty());
    if let Some(host) = near
        && !noun
        && scene.before(host.tokens.start) == "được"
        && at - host.tokens.end < 4
        && let Some(guest) = scene.subject_before(host.tokens.start)
    {
        let phrase = guest.tokens.start..end;
        push(
            scene,
            word,
            Rule::Passive,
            phrase,
            &host.ids,
            &guest.ids,
            at,
            drafts,
        );
        return;
    }
    if matches!(word.words, ["tiếp" | "chào"]) {
        return;
    }
    if let Some(both) = near
        && both.ids.len() >= 2
        && at - both.tokens.end < if noun { 24 } else { 14 }
        && (noun || plain(scene, both.tokens.end..at))
    {
        push(
            scene,
            word,
            Rule::Both,
            both.tokens.start..end,
            &both.ids,
            &[],
            at,
            drafts,
        );
        return;
    }
    // `X chia sẻ với Y trong cuộc điện đàm`.
    if noun
        && let Some(whom) = near
        && scene.circumstance(noun_start(scene, at))
        && scene.before(whom.tokens.start) == "với"
        && at - whom.tokens.end < 8
        && let Some(who) = scene.subject_before(whom.tokens.start)
    {
        push(
            scene,
            word,
            Rule::Noun,
            who.tokens.start..end,
            &who.ids,
            &whom.ids,
            at,
            drafts,
        );
        return;
    }
    if !(noun && opening) {
        return;
    }
    if let Some(group) = scene.subject_after(end) {
        let phrase = at..group.tokens.end;
        if group.ids.len() >= 2 {
            push(scene, word, Rule::NounBoth, phrase, &group.ids, &[], at, drafts);
        } else if let Some(whom) = scene
            .groups
            .iter()
            .find(|other| other.tokens.start >= group.tokens.end)
            && scene.before(whom.tokens.start) == "với"
            && whom.tokens.start - group.tokens.end < 5
        {
            push(scene, word, Rule::Noun, phrase, &group.ids, &whom.ids, at, drafts);
        }
    }
}

/// Whether only adverbs, times and places lie between two who meet and the word that says so.
fn plain(scene: &Scene, tokens: Range<usize>) -> bool {
    tokens.clone().all(|at| {
        scene.reading.mention_at(at).is_some()
            || matches!(
                scene.norm(at),
                "đã" | "sẽ"
                    | "vừa"
                    | "đang"
                    | "có"
                    | "cuộc"
                    | "buổi"
                    | "tiến"
                    | "hành"
                    | "cùng"
                    | "trước"
                    | "khi"
                    | "sau"
                    | "trong"
                    | "tại"
                    | "ở"
                    | "hôm"
                    | "nay"
                    | "qua"
                    | "chiều"
                    | "sáng"
                    | "tối"
                    | "vào"
                    | "ngày"
                    | "bắt"
                    | "đầu"
                    | "dự"
                    | "kiến"
                    | "phải"
                    | "trái"
                    | "thực"
                    | "hiện"
                    | "tổ"
                    | "chức"
            )
    })
}

/// Whether a noun of meeting opens its sentence or clause: nobody acts before it.
fn opening(scene: &Scene, at: usize) -> bool {
    let clause = scene.clause(at);
    let first = scene.sentence.tokens.start;
    let nobody = |from: usize| {
        !scene
            .groups
            .iter()
            .any(|group| group.tokens.start >= from && group.tokens.end <= at)
    };
    nobody(first) || nobody(clause) && clause > first && at - clause < 6
}

#[allow(clippy::too_many_arguments, reason = "a draft has as many parts")]
fn push(
    scene: &Scene,
    word: &Word,
    rule: Rule,
    phrase: Range<usize>,
    who: &[String],
    whom: &[String],
    at: usize,
    drafts: &mut Vec<Draft>,
) {
    let (who, whom) = if whom.is_empty() {
        match who.split_first() {
            Some((first, rest)) => (vec![first.clone()], rest.to_vec()),
            None => return,
        }
    } else {
        (who.to_vec(), whom.to_vec())
    };
    let who: Vec<String> = who.into_iter().filter(|id| !whom.contains(id)).collect();
    if who.is_empty() || whom.is_empty() {
        return;
    }
    let from = if phrase.start < at {
        phrase.start
    } else {
        scene.clause(at)
    };
    // What is wanted before a noun is seldom the meeting.
    let from = match rule {
        Rule::Noun | Rule::Between | Rule::NounBoth => from.max(at.saturating_sub(6)),
        _ => from,
    };
    let planned = scene
        .planned(from, at)
        .or_else(|| scene.to_come(phrase.end))
        .or_else(|| scene.to_come(at + word.words.len()));
    // Wishes to stay in touch.
    let vague = rule == Rule::Exchange
        && (planned == Some(true)
            || matches!(scene.before(at), "trì" | "cường" | "và" | "thể")
            || TALKS.contains(&word.words) && planned.is_none() && !dated(scene, from..at));
    if !vague {
        drafts.push(draft(scene, rule, word.level, phrase, at, who, whom, planned));
    }
}

/// Whether some tokens say when: `hôm nay cũng`.
fn dated(scene: &Scene, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| {
        scene.reading.kind_at(at) == Some(MentionKind::Date)
            || matches!(scene.norm(at), "hôm" | "nay" | "cũng" | "sáng" | "chiều" | "tối")
    })
}

#[allow(clippy::too_many_arguments, reason = "a draft has as many parts")]
pub(super) fn draft(
    scene: &Scene,
    rule: Rule,
    level: MeetingLevel,
    phrase: Range<usize>,
    at: usize,
    who: Vec<String>,
    whom: Vec<String>,
    planned: Option<bool>,
) -> Draft {
    let when = scene.date(&phrase);
    let planned = planned.or_else(|| scene.ahead(when?));
    Draft {
        kind: Kind::Meeting,
        who,
        whom,
        level,
        place: scene.place(&phrase, at),
        date: when.map(|when| when.value.clone()),
        planned,
        ahead: scene.looks_ahead(at),
        evidence: scene.reading.span(phrase),
        zone: scene.sentence.zone,
        sentence: scene.number,
        rule,
    }
}
