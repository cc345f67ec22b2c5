//! Meetings and visits: who met whom, who travelled where.
//!
//! Each sentence is read for itself; what speaks of the same meeting becomes one row, whose level is the most exact
//! word and whose date and place are the most exact ones that any of its sentences has.

mod arrivals;
mod draft;
mod encounters;
mod groups;
mod merge;
mod scene;
mod traces;
mod trip;
mod visits;
mod whom;
mod words;

#[cfg(test)]
mod tests;

use super::people::People;
use super::reading::Reading;
use super::{LONGEST, Meeting, Row};
use crate::gazetteer::Gazetteer;
use corpus::ZoneKind;
use scene::Scene;

/// The meetings and visits of an article, ordered by their evidence.
pub(crate) fn find(reading: &Reading, people: &People, gazetteer: &Gazetteer) -> Vec<Row<Meeting>> {
    let (mut drafts, mut bare) = (Vec::new(), Vec::new());
    for (number, sentence) in reading.sentences.iter().enumerate() {
        if sentence.tokens.len() > LONGEST {
            continue;
        }
        if matches!(
            sentence.zone,
            ZoneKind::Related | ZoneKind::Byline | ZoneKind::Source
        ) {
            continue;
        }
        let scene = Scene::new(reading, people, gazetteer, number, sentence);
        encounters::find(&scene, &mut drafts, &mut bare);
        traces::welcome(&scene, &mut drafts);
        traces::together(&scene, &mut drafts);
        traces::caption(&scene, &mut drafts);
        visits::find(&scene, &mut drafts);
    }
    merge::rows(reading, people, drafts, &bare)
}
