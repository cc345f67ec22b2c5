//! What shows a meeting without naming it: a welcome, what two do together, a caption.

use super::draft::{Draft, Rule};
use super::encounters::draft;
use super::scene::Scene;
use super::words::{AGREE, TOGETHER, WELCOMES};
use crate::ledger::MeetingLevel;
use crate::model::MentionKind;
use crate::text::Gap;
use corpus::ZoneKind;

/// `X đón Y`.
pub(super) fn welcome(scene: &Scene, drafts: &mut Vec<Draft>) {
    for at in scene.sentence.tokens.clone() {
        let Some(words) = scene.first(&WELCOMES, at) else {
            continue;
        };
        let end = at + words.len();
        if words.len() == 1 && matches!(scene.before(at), "tiếp" | "lễ" | "chờ" | "mong" | "sớm" | "được")
        {
            continue;
        }
        let mut from = end;
        while matches!(
            scene.norm(from),
            "mừng" | "chào" | "chính" | "thức" | "trọng" | "thể"
        ) {
            from += 1;
        }
        let (Some(whom), Some(who)) = (scene.group_at(from), scene.subject_before(at)) else {
            continue;
        };
        // `trong khi Kim bắt tay Z`: another name between.
        let shakes = words[0] == "bắt";
        if shakes && (who.tokens.end..at).any(|at| scene.reading.text.capital(at)) {
            continue;
        }
        let who: Vec<String> = who
            .ids
            .iter()
            .filter(|id| !whom.ids.contains(id))
            .cloned()
            .collect();
        let planned = scene.planned(scene.clause(at), at);
        if who.is_empty() || whom.ids.is_empty() || planned == Some(true) || scene.negated(at) {
            continue;
        }
        let phrase = at..whom.tokens.end;
        drafts.push(draft(
            scene,
            Rule::Welcome,
            MeetingLevel::Other,
            phrase,
            at,
            who,
            whom.ids.clone(),
            planned,
        ));
    }
}

/// `X và Y đã trao đổi …`, `X cùng Y chủ trì …`.
pub(super) fn together(scene: &Scene, drafts: &mut Vec<Draft>) {
    for (number, group) in scene.groups.iter().enumerate() {
        let end = group.tokens.end;
        let act = (end..end + 6).find_map(|at| {
            let words = TOGETHER.iter().find(|words| scene.says(at, words))?;
            let light = at < end + 4 || (end..at).any(|at| matches!(scene.norm(at), "hôm" | "ngày"));
            light.then_some(at..at + words.len())
        });
        let acts = act.is_some() && (end..end + 3).all(|at| scene.joined(at));
        // What two agree on they may have agreed on anywhere, unless the sentence says at what occasion.
        let agree = (end..end + 4).any(|at| AGREE.iter().any(|words| scene.says(at, words)));
        let acts = acts && (!agree || occasion(scene));
        let Some(act) = act.filter(|act| acts && !scene.negated(act.start)) else {
            continue;
        };
        if scene.sentence.zone == ZoneKind::Title {
            continue;
        }
        let mut ids = group.ids.clone();
        let mut start = group.tokens.start;
        if ids.len() == 1
            && scene.before(start) == "cùng"
            && let Some(first) = number.checked_sub(1).and_then(|before| scene.groups.get(before))
            && start - first.tokens.end < 8
        {
            start = first.tokens.start;
            ids.splice(0..0, first.ids.iter().cloned());
        }
        let [first, second] = ids.as_slice() else { continue };
        let homes = (scene.people.home(first), scene.people.home(second));
        if first == second || homes.0.is_some() && homes.0 == homes.1 {
            continue;
        }
        let phrase = start..act.end;
        let (who, whom) = (vec![first.clone()], vec![second.clone()]);
        let planned = scene.planned(end, end + 3);
        drafts.push(draft(
            scene,
            Rule::Together,
            MeetingLevel::Other,
            phrase,
            end,
            who,
            whom,
            planned,
        ));
    }
}

/// Whether a sentence names an occasion: `tại phiên họp`, `trong chuyến thăm`.
fn occasion(scene: &Scene) -> bool {
    scene.sentence.tokens.clone().any(|at| {
        let event = scene.reading.kind_at(at) == Some(MentionKind::Event);
        matches!(scene.before(at), "tại" | "trong" | "sau" | "thúc")
            && (event
                || matches!(
                    scene.norm(at),
                    "cuộc" | "phiên" | "kỳ" | "chuyến" | "hội" | "buổi" | "đối"
                ))
    })
}

/// A line that is two names and no more.
pub(super) fn caption(scene: &Scene, drafts: &mut Vec<Draft>) {
    let tokens = &scene.sentence.tokens;
    let [group] = scene.groups.as_slice() else { return };
    let [first, second] = group.ids.as_slice() else {
        return;
    };
    let line = group.tokens.start == tokens.start && scene.reading.text.gap(group.tokens.end) != Gap::Space;
    let rest = tokens.end.saturating_sub(group.tokens.end);
    let homes = (scene.people.home(first), scene.people.home(second));
    if homes.0.is_some() && homes.0 == homes.1 || !line || rest > 8 || scene.sentence.zone == ZoneKind::Title
    {
        return;
    }
    let phrase = group.tokens.clone();
    let (who, whom) = (vec![first.clone()], vec![second.clone()]);
    drafts.push(draft(
        scene,
        Rule::Caption,
        MeetingLevel::Other,
        phrase,
        group.tokens.end,
        who,
        whom,
        None,
    ));
}
