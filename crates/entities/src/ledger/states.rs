//! Which country a place or an institution of a state speaks for.

use super::holders::{id_of, kind_of};
use super::reading::Reading;
use crate::gazetteer::Gazetteer;
use crate::model::MentionKind;

/// Institutions of states without the state's name in their id.
const STATE_ORGS: &[(&str, &str)] = &[
    ("org:kremlin", "place:russia"),
    ("org:state-duma", "place:russia"),
    ("org:white-house", "place:united-states"),
    ("org:pentagon", "place:united-states"),
    ("org:us-state-department", "place:united-states"),
    ("org:us-congress", "place:united-states"),
    ("org:vpa", "place:vietnam"),
    ("org:pla", "place:china"),
];

/// Capitals that stand for their governments.
const CAPITALS: &[(&str, &str)] = &[
    ("place:beijing", "place:china"),
    ("place:washington", "place:united-states"),
    ("place:moscow", "place:russia"),
    ("place:tokyo", "place:japan"),
    ("place:seoul", "place:south-korea"),
    ("place:pyongyang", "place:north-korea"),
    ("place:tehran", "place:iran"),
    ("place:hanoi", "place:vietnam"),
    ("place:london", "place:united-kingdom"),
    ("place:paris", "place:france"),
    ("place:berlin", "place:germany"),
    ("place:kiev", "place:ukraine"),
    ("place:kyiv", "place:ukraine"),
    ("place:new-delhi", "place:india"),
    ("place:manila", "place:philippines"),
    ("place:jakarta", "place:indonesia"),
    ("place:ankara", "place:turkey"),
    ("place:canberra", "place:australia"),
    ("place:taipei", "place:taiwan"),
    ("place:kremlin-palace", "place:russia"),
];

/// The country a place or an institution of a state speaks for.
pub(crate) fn country_of(reading: &Reading<'_>, gazetteer: &Gazetteer, mention: usize) -> Option<String> {
    let id = id_of(reading, mention)?;
    let listed = |table: &[(&str, &str)]| {
        table
            .iter()
            .find(|(name, _)| *name == id)
            .map(|(_, country)| (*country).to_owned())
    };
    match kind_of(reading, mention)? {
        MentionKind::Place if gazetteer.is_country(id) => Some(id.to_owned()),
        MentionKind::Place => listed(CAPITALS),
        MentionKind::Org => listed(STATE_ORGS).or_else(|| ends_with_country(gazetteer, id)),
        _ => None,
    }
}

/// `org:bo-tai-chinh-united-states` names its country at the end.
fn ends_with_country(gazetteer: &Gazetteer, id: &str) -> Option<String> {
    let slug = id.strip_prefix("org:")?;
    // An embassy's first country sends it, the last receives it.
    for office in ["dai-su-quan-", "tong-lanh-su-quan-", "phai-doan-"] {
        if let Some(of) = slug.strip_prefix(office) {
            let ends = of.match_indices('-').map(|(at, _)| at).chain([of.len()]);
            return ends
                .map(|end| format!("place:{}", of.get(..end).unwrap_or_default()))
                .find(|place| gazetteer.is_country(place));
        }
    }
    slug.match_indices('-')
        .map(|(at, _)| format!("place:{}", slug.get(at + 1..).unwrap_or_default()))
        .find(|place| gazetteer.is_country(place))
}
