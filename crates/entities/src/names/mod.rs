//! Names: known ones from the tables, persons' names by their form, countries' short names.

mod country;
mod person;

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer};
use crate::model::MentionKind;
use crate::text::{Gap, LineCase, Text};
use std::collections::BTreeSet;

pub(crate) use person::{honorific, honours, joined, run};

/// Finds known names and the persons that show by their form alone.
///
/// `evidence` are the countries the article names beyond doubt, once they are known: it lets their short names stand
/// at the head of a sentence too.
pub(crate) fn find(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &mut Draft,
    evidence: Option<&BTreeSet<String>>,
) {
    let mut at = 0;
    while at < text.len() {
        let found = find_at(text, gazetteer, draft, at, evidence);
        at = match found {
            Some(found) => {
                let next = found.to.max(at + 1);
                draft.put(found);
                next
            }
            None => at + 1,
        };
    }
}

/// The countries an article names inside its sentences.
pub(crate) fn countries(draft: &Draft, text: &Text<'_>) -> BTreeSet<String> {
    let places = draft
        .ordered()
        .into_iter()
        .filter(|found| found.kind == MentionKind::Place && !text.starts(found.from));
    places.filter_map(|found| found.entity.clone()).collect()
}

fn find_at(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    evidence: Option<&BTreeSet<String>>,
) -> Option<Found> {
    if text.tok(at).is_none_or(|tok| tok.address) || draft.at(at).is_some() {
        return None;
    }
    let known = gazetteer.named(text, at);
    let person = person::vietnamese(text, gazetteer, draft, at)
        .or_else(|| person::foreign(text, gazetteer, draft, at));
    let known_end = known.as_ref().map_or(at, |(end, _)| *end);
    // In a line of capitals a name by its form runs on into what follows; a known one does not.
    let sure = known
        .as_ref()
        .is_some_and(|(_, item)| item.kind == MentionKind::Person)
        && text.line(at) != LineCase::Sentence;
    // `Thái Lan Don …`: the name of a place, then somebody's.
    let place = known
        .as_ref()
        .is_some_and(|(end, item)| item.kind == MentionKind::Place && *end > at + 1)
        && !honorific(text.before(at));
    if let Some(person) = person.filter(|person| person.to > known_end && !sure && !place) {
        return Some(person);
    }
    if let Some((end, item)) = known {
        let rule = match item.kind {
            MentionKind::Place => "gazetteer/place",
            MentionKind::Org => "gazetteer/organisation",
            MentionKind::Agreement => "gazetteer/agreement",
            MentionKind::Event => "gazetteer/event",
            _ => "gazetteer/person",
        };
        // `Hữu Nghị`, `Nhân Dân` in a line of capitals are words; one-word names of outlets need a plain line.
        let alone = end == at + 1 && text.line(at) != LineCase::Sentence && text.word(at).vietnamese;
        // `các Đảng`: many, so none by that name.
        let many = end == at + 1 && matches!(text.before(at), "các" | "hai" | "những" | "nhiều");
        if (alone || many && text.word(at).vietnamese) && item.kind == MentionKind::Org {
            return None;
        }
        // One foreign word that goes on is part of a longer name: `Georgia Tech`, `Jakarta Post`.
        if end == at + 1 && item.kind == MentionKind::Place && goes_on(text, gazetteer, at) {
            return None;
        }
        return Some(Found::new(at, end, item.kind, rule).linked(&item.id));
    }
    country::short_country(text, gazetteer, draft, at, evidence).or_else(|| surname(text, gazetteer, at))
}

fn goes_on(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    let next = at + 1;
    text.gap(next) == Gap::Space
        && text.capital(next)
        && text.line(at) == LineCase::Sentence
        && matches!(
            text.norm(next),
            "post"
                | "times"
                | "tech"
                | "university"
                | "today"
                | "daily"
                | "news"
                | "airlines"
                | "bank"
                | "journal"
        )
        && gazetteer.named(text, next).is_none()
}

/// A single name that suffices: `Putin`.
fn surname(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> Option<Found> {
    let (end, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Surname(_)))?;
    let Class::Surname(number) = entry.class else {
        return None;
    };
    let foreign = |at: usize| text.capital(at) && !text.word(at).vietnamese;
    // Another foreign capitalised word beside it makes it a different name, unless an initial leads.
    let led = at > 0 && text.gap(at) == Gap::Space && foreign(at - 1);
    let goes_on = text.gap(end) == Gap::Space && foreign(end) && gazetteer.named(text, end).is_none();
    // `thượng đỉnh Trump - Kim`, `Tháp Trump`: part of another name.
    let inside = matches!(text.before(at), "đỉnh" | "nghị" | "tháp");
    if led || goes_on || inside {
        return None;
    }
    let from = initials(text, at);
    Some(Found::new(from, end, MentionKind::Person, "gazetteer/surname").linked(&gazetteer.item(number)?.id))
}

/// The first of the initials before token `at`: `V. Putin`, `Sergei V.Mikhailov`.
fn initials(text: &Text<'_>, at: usize) -> usize {
    let mut from = at;
    while from > 0
        && from + 2 > at
        && matches!(text.gap(from), Gap::Dot | Gap::DotSpace)
        && text.word(from - 1).letters <= 2
        && text.capital(from - 1)
    {
        from -= 1;
    }
    from
}
