//! Words of travelling with where they lead and whose journey it is.

use super::scene::Scene;
use super::words::NOUNS;
use crate::ledger::MeetingLevel;
use crate::ledger::phrases::{Phrases, Table};
use crate::ledger::seats;
use crate::model::MentionKind;
use crate::text::Gap;
use std::ops::Range;

/// Words of travelling.
static VISITS: Phrases = Phrases::new(
    Table::Visits,
    &[
        &["viếng", "thăm"],
        &["thăm", "viếng"],
        &["thăm"],
        &["công", "du"],
        &["chuyến", "đi"],
        &["chuyến", "đến"],
        &["chuyến", "tới"],
    ],
);

/// Words after `thăm` that make it something else.
const NOT_AFTER: &[&str] = &["dò", "hỏi", "quan", "khám", "nom", "thị"];

/// Words between `thăm` and where it leads.
const ROADS: &[&str] = &[
    "đến", "tới", "sang", "ở", "tại", "lại", "và", "làm", "việc", "dự", "về", "trở",
];

/// Words of what kind a visit is.
const LEVELS: &[(&[&str], MeetingLevel)] = &[
    (&["cấp", "nhà", "nước"], MeetingLevel::StateVisit),
    (&["chính", "thức"], MeetingLevel::OfficialVisit),
    (&["làm", "việc"], MeetingLevel::WorkingVisit),
    (&["hữu", "nghị"], MeetingLevel::Other),
    (&["cấp", "cao"], MeetingLevel::Other),
    (&["lịch", "sử"], MeetingLevel::Other),
    (&["song", "phương"], MeetingLevel::Other),
    (&["đầu", "tiên"], MeetingLevel::Other),
    (&["ngắn"], MeetingLevel::Other),
    (&["xã", "giao"], MeetingLevel::Other),
];

/// A word of travelling with what is said of it at once.
pub(super) struct Trip {
    pub(super) tokens: Range<usize>,
    pub(super) noun: bool,
    pub(super) level: MeetingLevel,
    pub(super) places: Vec<String>,
    /// Whose it is: `chuyến thăm của X`.
    pub(super) whose: Option<usize>,
    /// It leads to something that is no country, city or the like.
    pub(super) sight: bool,
}

pub(super) fn trip(scene: &Scene, at: usize) -> Option<Trip> {
    if scene.reading.mention_at(at).is_some() {
        return None;
    }
    let words = scene.first(&VISITS, at)?;
    let mut end = at + words.len();
    if scene.joined(end) && NOT_AFTER.contains(&scene.norm(end))
        || matches!(scene.before(at), "khảo" | "tham")
    {
        return None;
    }
    let journey = words[0] == "chuyến";
    // `chuyến đến Mỹ`: the second word leads to the place.
    end -= usize::from(journey && words[1] != "đi");
    let noun =
        matches!(scene.before(at), "chuyến" | "cuộc" | "lần") || NOUNS.contains(&scene.before(at)) || journey;
    let mut level = before(scene, at);
    let mut whose = None;
    let mut places: Vec<String> = Vec::new();
    let mut sight = false;
    while scene.sentence.tokens.contains(&end) {
        let gap = scene.reading.text.gap(end);
        let listed = !places.is_empty()
            && (gap == Gap::CommaSpace && scene.destination(end).is_some()
                || scene.norm(end) == "và" && scene.destination(end + 1).is_some());
        // `Chuyến thăm Ấn Độ (19 và 20-2) của …`
        if let Some(next) = bracket(scene, end).filter(|_| noun) {
            end = next;
            continue;
        }
        if gap != Gap::Space && !listed && !(noun && gap == Gap::Close) {
            break;
        }
        if let Some((words, kind)) = LEVELS.iter().find(|(words, _)| scene.says(end, words)) {
            // `chuyến thăm không chính thức`
            if scene.before(end) != "không" {
                level = higher(level, *kind);
            }
            end += words.len();
        } else if let Some(next) = posted(scene, end).filter(|_| places.is_empty()) {
            places.extend(next.1);
            end = next.0;
        } else if let Some((next, id)) = scene
            .destination(end)
            .filter(|_| whose.is_none() || places.is_empty())
        {
            if !places.is_empty() && !listed {
                break;
            }
            // `Tokyo, Nhật Bản` is one place.
            if places.last().and_then(|city| seats::country(city)) != Some(id.as_str()) {
                places.push(id);
            }
            end = next;
        } else if listed && let Some((next, id)) = scene.destination(end + 1) {
            places.push(id);
            end = next;
        } else if scene.norm(end) == "của" {
            match scene.group_at(end + 1).filter(|group| !group.ids.is_empty()) {
                Some(group) if whose.is_none() => {
                    whose = scene
                        .groups
                        .iter()
                        .position(|g| g.tokens.start == group.tokens.start);
                    end = group.tokens.end;
                }
                Some(_) => break,
                // Of a ship, a delegation, a country.
                None => return None,
            }
        } else if noun && scene.reading.kind_at(end) == Some(MentionKind::Date) {
            end = scene
                .reading
                .tokens_of(scene.reading.mention_at(end).unwrap_or_default())
                .end;
        } else if ROADS.contains(&scene.norm(end)) && scene.reading.mention_at(end).is_none()
            || noun && whose.is_none() && reaches_owner(scene, end)
            || noun && places.is_empty() && reaches_place(scene, end)
        {
            end += 1;
        } else {
            sight = places.is_empty()
                && !noun
                && (scene.reading.mention_at(end).is_some()
                    || !scene.norm(end).is_empty() && gap == Gap::Space);
            break;
        }
    }
    if journey && places.is_empty() {
        return None;
    }
    // `gặp Y tại Moscow, trong chuyến thăm chính thức`.
    if noun && places.is_empty() && whose.is_none() {
        let met = scene.place(&(scene.sentence.tokens.start..at), scene.sentence.tokens.start);
        places.extend(met.map(|place| seats::country(&place).map_or(place.clone(), str::to_owned)));
    }
    Some(Trip {
        tokens: at..end,
        noun,
        level,
        places,
        whose,
        sight,
    })
}

/// The token after a date in brackets: `(19 và 20/2)`.
fn bracket(scene: &Scene, at: usize) -> Option<usize> {
    let text = &scene.reading.text;
    let day = (at..at + 3).find(|at| scene.reading.kind_at(*at) == Some(MentionKind::Date))?;
    let end = scene.reading.tokens_of(scene.reading.mention_at(day)?).end;
    (text.gap(at) == Gap::Open && text.gap(end) == Gap::Close).then_some(end)
}

/// A seat of power, whose country is visited: `thăm Nhà Trắng`.
fn posted(scene: &Scene, at: usize) -> Option<(usize, Option<String>)> {
    let number = scene.reading.mention_at(at)?;
    let mention = scene.reading.mentions.get(number)?;
    let id = mention.entity.as_deref()?;
    let seat = matches!(id, "org:white-house" | "org:kremlin" | "org:pentagon");
    seat.then(|| {
        (
            scene.reading.tokens_of(number).end,
            seats::country(id).map(str::to_owned),
        )
    })
}

/// `chính thức thăm`, `thăm và làm việc`.
fn before(scene: &Scene, at: usize) -> MeetingLevel {
    if scene.before(at) == "thức" && scene.before(at - 1) == "chính" && scene.before(at - 2) != "không" {
        return MeetingLevel::OfficialVisit;
    }
    MeetingLevel::Other
}

fn higher(a: MeetingLevel, b: MeetingLevel) -> MeetingLevel {
    a.min(b)
}

/// Whether `của` and somebody follow soon: `chuyến thăm kéo dài hai ngày của X`.
fn reaches_owner(scene: &Scene, at: usize) -> bool {
    (at..at + 9)
        .take_while(|at| scene.joined(*at))
        .any(|at| matches!(scene.norm(at), "của") && scene.group_at(at + 1).is_some())
}

/// Whether a place follows soon: `chuyến thăm bất ngờ tới Trung Quốc`.
fn reaches_place(scene: &Scene, at: usize) -> bool {
    (at..at + 7)
        .take_while(|at| scene.joined(*at) && scene.reading.mention_at(*at).is_none())
        .any(|at| matches!(scene.norm(at), "tới" | "đến" | "sang") && scene.destination(at + 1).is_some())
}
