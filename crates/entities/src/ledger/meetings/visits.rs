//! Who visits what.

use super::arrivals::arrival;
use super::draft::{Draft, Kind, Rule};
use super::groups::Group;
use super::scene::Scene;
use super::trip::{Trip, trip};
use super::words::{DONE, MANY};
use crate::ledger::seats;
use std::ops::Range;

/// How many words before a noun are looked at for what is wanted.
const NEAR: usize = 3;
/// Words of what happens at a visit that is still to come.
const SOON: &[&[&str]] = &[&["sẽ"], &["sắp"], &["dự", "kiến"]];

/// The visits of a sentence.
pub(super) fn find(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut at = scene.sentence.tokens.start;
    while at < scene.sentence.tokens.end {
        at = if let Some(trip) = trip(scene, at) {
            let next = trip.tokens.end.max(at + 1);
            visit(scene, &trip, drafts);
            next
        } else {
            arrival(scene, at, drafts);
            at + 1
        };
    }
}

fn visit(scene: &Scene, trip: &Trip, drafts: &mut Vec<Draft>) {
    let at = trip.tokens.start;
    if trip.sight || scene.negated(at) {
        return;
    }
    if invitation(scene, trip, drafts) {
        return;
    }
    let Some(visitor) = visitor(scene, trip) else {
        return;
    };
    let mut who = travellers(scene, visitor, trip);
    let with = companion(scene, visitor).map(|group| travellers(scene, group, trip));
    let together = with.is_some();
    for id in with
        .into_iter()
        .flatten()
        .rev()
        .filter(|id| !visitor.ids.contains(id))
    {
        who.insert(0, id);
    }
    let many = matches!(scene.before(at), "chuyến" | "cuộc") && MANY.contains(&scene.before(at - 1));
    if many && trip.whose.is_none() {
        return;
    }
    if who.len() > 1
        && !together
        && trip.noun
        && trip.whose.is_none()
        && scene.people.home(&who[0]) != scene.people.home(&who[1])
    {
        return;
    }
    let start = match visitor.tokens.start {
        before if before < at && !trip.noun => before,
        // `chuyến` belongs to it.
        _ => at - usize::from(trip.noun && scene.norm(at) != "chuyến"),
    };
    let rule = if trip.noun { Rule::VisitNoun } else { Rule::Visit };
    let planned = foreseen(scene, trip).or_else(|| coming(scene, trip)).or_else(|| {
        let verb = !trip.noun && visitor.tokens.end <= at;
        verb.then(|| scene.planned(visitor.tokens.end, at)).flatten()
    });
    if each_time(scene, trip, &who, drafts) {
        return;
    }
    let home = |id: &String| scene.people.home(id);
    let apart = who.iter().any(|id| home(id) != who.first().and_then(home));
    if many || apart && !together {
        for one in &who {
            let one = std::slice::from_ref(one);
            push(
                scene,
                trip,
                rule,
                start..trip.tokens.end,
                one,
                &[],
                planned,
                drafts,
            );
        }
        return;
    }
    push(
        scene,
        trip,
        rule,
        start..trip.tokens.end,
        &who,
        &[],
        planned,
        drafts,
    );
}

/// Whoever travels: whose visit it is, else whoever acts before it and does not live there, else after it.
fn visitor<'a>(scene: &'a Scene, trip: &Trip) -> Option<&'a Group> {
    let at = trip.tokens.start;
    let abroad = |group: &&Group| !at_home(scene, group, trip);
    if let Some(group) = trip.whose {
        return scene.groups.get(group).filter(abroad);
    }
    // `X sẽ gặp Y trước khi kết thúc chuyến đi tới Hà Nội`: who is met does not travel, if somebody else does.
    let met = |group: &&Group| {
        let relative = scene.norm(group.tokens.end) == "người";
        trip.noun && matches!(scene.led_by(group), "với" | "gặp") && !relative
    };
    let acting = || {
        let before = scene.groups.iter().rev();
        before
            .filter(|group| group.tokens.end <= at && !group.ids.is_empty())
            .filter(|group| !owner(scene, group))
            .filter(abroad)
    };
    let before = acting()
        .find(|group| !met(group))
        .or_else(|| acting().next())
        // `dưới thời X, việc một tàu sân bay Mỹ thăm`.
        .filter(|group| (group.tokens.end..at).all(|at| scene.norm(at) != "tàu"));
    let first = scene.groups.first().is_none_or(|group| group.tokens.start > at);
    before.or_else(|| {
        let after = scene.subject_after(trip.tokens.end).filter(abroad);
        after.filter(|_| trip.noun || first)
    })
}

/// Who travels with somebody: `X tháp tùng Y`, `X cùng Y`.
fn companion<'a>(scene: &'a Scene, visitor: &Group) -> Option<&'a Group> {
    let start = visitor.tokens.start;
    let with = match scene.before(start) {
        "tùng" | "tống" => 2,
        "cùng" => 1,
        _ => return None,
    };
    scene
        .groups
        .iter()
        .find(|group| group.tokens.end + with <= start && group.tokens.end + with + 2 >= start)
}

/// `từng thăm Việt Nam ba lần, lần đầu vào năm 2010, …`: one visit a date.
fn each_time(scene: &Scene, trip: &Trip, who: &[String], drafts: &mut Vec<Draft>) -> bool {
    let times: Vec<_> = scene
        .dates
        .iter()
        .filter(|when| when.tokens.start >= trip.tokens.end)
        .filter(|when| {
            (when.tokens.start.saturating_sub(7).max(trip.tokens.end)..when.tokens.start)
                .any(|at| scene.norm(at) == "lần")
        })
        .collect();
    if times.len() < 2 {
        return false;
    }
    for when in times {
        let before = drafts.len();
        push(
            scene,
            trip,
            Rule::Visit,
            trip.tokens.start..trip.tokens.end,
            who,
            &[],
            Some(false),
            drafts,
        );
        for draft in drafts.get_mut(before..).unwrap_or_default() {
            draft.date = Some(when.value.clone());
            draft.evidence = scene.reading.span(trip.tokens.start..when.tokens.end);
        }
    }
    true
}

/// Whether a group only says whose something is, before a visit.
fn owner(scene: &Scene, group: &Group) -> bool {
    matches!(scene.led_by(group), "của" | "theo" | "do")
}

/// Whether all of a group serve the country that is visited.
pub(super) fn at_home(scene: &Scene, group: &Group, trip: &Trip) -> bool {
    travellers(scene, group, trip).is_empty()
}

/// Those of a group who do not serve the country that is visited.
fn travellers(scene: &Scene, group: &Group, trip: &Trip) -> Vec<String> {
    let host = |id: &String| {
        !trip.places.is_empty()
            && scene.people.home(id).is_some_and(|home| {
                trip.places
                    .iter()
                    .all(|place| place == home || seats::country(place) == Some(home))
            })
    };
    group.ids.iter().filter(|id| !host(id)).cloned().collect()
}

/// Whether a visit is still to come, or is or has been, by the words before it. What is wanted far before a noun is
/// seldom the visit: `muốn tận dụng chuyến thăm`.
fn foreseen(scene: &Scene, trip: &Trip) -> Option<bool> {
    let at = trip.tokens.start;
    let near = trip.noun.then(|| at.saturating_sub(NEAR));
    let planned = scene.planned(scene.clause(at).max(near.unwrap_or_default()), at);
    if planned.is_some() || !trip.noun {
        return planned;
    }
    // `sẽ ký … trong chuyến thăm`, `đã ký … sau chuyến thăm`: the nearest decides.
    let from = scene.clause(at).max(at.saturating_sub(24));
    (from..at).rev().find_map(|at| {
        let soon = SOON.iter().any(|words| scene.says(at, words));
        (soon || DONE.contains(&scene.norm(at))).then_some(soon)
    })
}

/// `sắp tới` after a visit.
fn coming(scene: &Scene, trip: &Trip) -> Option<bool> {
    let end = trip.tokens.end;
    (scene.says(end.saturating_sub(1), &["tới", "đây"])
        || scene.says(end, &["sắp", "tới"])
        || scene.says(end, &["tới", "đây"])
        || scene.says(end, &["sắp", "diễn", "ra"]))
    .then_some(true)
}

/// `X mời Y thăm Nga`, `chuyển lời mời thăm Việt Nam của X tới Y`, `mong được đón Y thăm Nga`.
fn invitation(scene: &Scene, trip: &Trip, drafts: &mut Vec<Draft>) -> bool {
    let at = trip.tokens.start;
    let Some(invites) = (at.saturating_sub(30).max(scene.sentence.tokens.start)..at)
        .rev()
        .find(|at| matches!(scene.norm(*at), "mời" | "đón") && scene.reading.mention_at(*at).is_none())
    else {
        return false;
    };
    let welcome = scene.norm(invites) == "đón";
    let letter = scene.before(invites) == "lời";
    let near = scene.clause(invites).max(invites.saturating_sub(4));
    if welcome && scene.planned(near, invites) != Some(true) {
        return false;
    }
    let between = scene
        .groups
        .iter()
        .filter(|group| group.tokens.start > invites && group.tokens.end <= at && !group.ids.is_empty())
        .collect::<Vec<_>>();
    let (guest, host) = if letter {
        // `nhận lời mời thăm` is the guest's; `lời mời … của X tới Y` names both.
        let accepted = (invites.saturating_sub(3)..invites).any(|at| scene.norm(at) == "nhận");
        let host = trip.whose.and_then(|group| scene.groups.get(group));
        let guest = if accepted {
            scene.subject_before(invites)
        } else if host.is_some() {
            let end = trip.tokens.end;
            let to = scene.groups.iter().find(|group| group.tokens.start >= end);
            to.filter(|group| matches!(scene.before(group.tokens.start), "tới" | "đến" | "cho"))
        } else {
            between.first().copied()
        };
        if guest.is_none() && host.is_none() {
            return false;
        }
        (
            guest,
            host.or_else(|| scene.subject_before(invites).filter(|_| !accepted)),
        )
    } else {
        let guest = between.first().copied();
        let host = scene
            .groups
            .iter()
            .rev()
            .filter(|group| group.tokens.end <= invites)
            .find(|group| {
                !group.ids.is_empty()
                    && !scene.attribute(group)
                    && guest.is_none_or(|guest| !guest.ids.contains(&group.ids[0]))
            });
        (guest, host)
    };
    // Somebody unknown is invited.
    let unnamed = || {
        let mut between = scene.groups.iter().filter(|group| group.tokens.start > invites);
        between.any(|group| group.tokens.end <= at)
    };
    let Some(guest) = guest else {
        return letter || unnamed();
    };
    let hosts: Vec<String> = host
        .into_iter()
        .flat_map(|group| group.ids.iter().take(1))
        .filter(|id| !guest.ids.contains(id))
        .cloned()
        .collect();
    let phrase = invites..trip.tokens.end;
    let mut places = trip.places.clone();
    if places.is_empty() {
        places.extend(
            hosts
                .first()
                .and_then(|host| scene.people.home(host))
                .map(str::to_owned),
        );
    }
    let trip = Trip {
        tokens: trip.tokens.clone(),
        places,
        ..*trip
    };
    let guests: Vec<String> = guest.ids.clone();
    push(
        scene,
        &trip,
        Rule::Invitation,
        phrase,
        &guests,
        &hosts,
        Some(true),
        drafts,
    );
    true
}

#[allow(clippy::too_many_arguments, reason = "a draft has as many parts")]
pub(super) fn push(
    scene: &Scene,
    trip: &Trip,
    rule: Rule,
    phrase: Range<usize>,
    who: &[String],
    whom: &[String],
    planned: Option<bool>,
    drafts: &mut Vec<Draft>,
) {
    let when = scene.date(&phrase);
    let planned = planned.or_else(|| scene.ahead(when?));
    let date = when.map(|when| when.value.clone());
    let places: Vec<Option<String>> = if trip.places.is_empty() {
        vec![None]
    } else {
        trip.places.iter().cloned().map(Some).collect()
    };
    for place in places {
        drafts.push(Draft {
            kind: Kind::Visit,
            who: who.to_vec(),
            whom: whom.to_vec(),
            level: trip.level,
            place,
            date: date.clone(),
            planned,
            ahead: scene.looks_ahead(trip.tokens.start),
            evidence: scene.reading.span(phrase.clone()),
            zone: scene.sentence.zone,
            sentence: scene.number,
            rule,
        });
    }
}
