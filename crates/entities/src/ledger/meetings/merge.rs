//! Which sentences speak of the same meeting.

use super::draft::{Bare, Draft, Kind, Rule};
use super::words::AREAS;
use crate::gazetteer::Gazetteer;
use crate::ledger::people::People;
use crate::ledger::reading::Reading;
use crate::ledger::seats::country;
use crate::ledger::when::{compatible, is_day, resolved};
use crate::ledger::{Meeting, MeetingLevel, Row};
use corpus::ZoneKind;
use std::collections::BTreeSet;

/// The country a place lies in, or is.
fn land(place: &str) -> &str {
    country(place).unwrap_or(place)
}

/// Whether one arrives there: a country or one of its cities.
pub(super) fn is_stop(gazetteer: &Gazetteer, place: &str) -> bool {
    gazetteer.is_country(place) || country(place).is_some()
}

/// The confidence of a visit without a destination, or of a journey through a region.
const NOWHERE: u8 = 60;

/// More meetings than these no article tells of; each is compared with all others.
const MOST: usize = 500;

/// The drafts of one meeting.
struct Affair {
    drafts: Vec<Draft>,
}

/// One row for each meeting.
pub(super) fn rows(
    reading: &Reading,
    homes: &People,
    mut drafts: Vec<Draft>,
    bare: &[Bare],
) -> Vec<Row<Meeting>> {
    drafts.truncate(MOST);
    let mut affairs: Vec<Affair> = Vec::new();
    // Headlines join what the text says, and weak ones what is said outright.
    let (weak, sure): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|draft| draft.rule.weak());
    let (heads, sure): (Vec<Draft>, Vec<Draft>) = sure.into_iter().partition(headline);
    // What names its place or day comes first: the rest joins it.
    let (known, vague): (Vec<Draft>, Vec<Draft>) = sure
        .into_iter()
        .partition(|draft| draft.kind == Kind::Meeting || draft.place.is_some());
    for draft in known.into_iter().chain(vague).chain(heads) {
        join(&mut affairs, draft);
    }
    let met = affairs.iter().any(|affair| affair.kind() == Kind::Meeting);
    for mut draft in weak {
        if draft.rule == Rule::Caption && (met || !bare.iter().any(|bare| bare.both)) {
            continue;
        }
        if !met && draft.rule != Rule::Welcome {
            draft.level = bare.iter().map(|bare| bare.level).min().unwrap_or(draft.level);
        }
        if let Some(affair) = affairs
            .iter_mut()
            .find(|affair| affair.kind() == Kind::Meeting && affair.people() == people(&draft))
        {
            if affair.drafts.iter().all(|other| other.rule.weak()) {
                affair.drafts.push(draft);
            }
        } else {
            affairs.push(Affair { drafts: vec![draft] });
        }
    }
    told_apart(&mut affairs);
    details(&mut affairs, bare);
    hosts(&mut affairs, homes);
    let mut rows: Vec<Row<Meeting>> = affairs.iter().map(|affair| affair.row(reading)).collect();
    rows.sort_by_key(|row| (row.evidence.start, row.evidence.end));
    rows
}

/// Drops `X gặp Y và Z` where the article tells of each meeting by itself.
fn told_apart(affairs: &mut Vec<Affair>) {
    let alone: Vec<BTreeSet<String>> = affairs
        .iter()
        .filter(|affair| affair.kind() == Kind::Meeting)
        .map(|affair| affair.people().into_iter().map(str::to_owned).collect())
        .collect();
    affairs.retain(|affair| {
        let Some(draft) = affair.drafts.first().filter(|draft| draft.kind == Kind::Meeting) else {
            return true;
        };
        let each = |whom: &String| {
            let pair: BTreeSet<String> = draft.who.iter().chain(Some(whom)).cloned().collect();
            alone.contains(&pair)
        };
        draft.whom.len() < 2 || !draft.whom.iter().all(each)
    });
}

/// How many sentences after a meeting what it does without saying whose it is may be told.
const SOON_AFTER: usize = 6;

/// Gives the only meeting of its level the day that a later sentence tells: `Trong cuộc điện đàm ngày 28/6, …`.
fn details(affairs: &mut [Affair], bare: &[Bare]) {
    for told in bare.iter().filter(|bare| bare.date.is_some()) {
        let mut same = affairs.iter_mut().filter(|affair| {
            let level = affair.drafts.iter().map(|draft| draft.level).min();
            affair.kind() == Kind::Meeting && level == Some(told.level)
        });
        let (Some(affair), None) = (same.next(), same.next()) else {
            continue;
        };
        let near = |draft: &Draft| (draft.sentence..=draft.sentence + SOON_AFTER).contains(&told.sentence);
        let dated = affair.drafts.iter().any(|draft| draft.date.is_some());
        if !dated
            && affair.drafts.iter().any(near)
            && let Some(draft) = affair.drafts.first_mut()
        {
            draft.date.clone_from(&told.date);
        }
    }
}

/// Gives meetings the place that a visit of the article leads to, and visits the country of the host.
fn hosts(affairs: &mut [Affair], homes: &People) {
    let all = || affairs.iter().flat_map(|affair| &affair.drafts);
    let visits: Vec<Draft> = all()
        .filter(|draft| draft.kind == Kind::Visit && draft.place.is_some())
        .cloned()
        .collect();
    let meetings: Vec<Draft> = all()
        .filter(|draft| draft.kind == Kind::Meeting)
        .cloned()
        .collect();
    for affair in affairs {
        if affair.drafts.iter().any(|draft| draft.place.is_some()) {
            continue;
        }
        let place = match affair.kind() {
            Kind::Meeting => stay(affair, &visits, homes),
            Kind::Visit => host(affair, &meetings, homes),
        };
        if let Some(draft) = affair.drafts.first_mut() {
            draft.place = place;
        }
    }
}

/// Where one of those who meet is on a visit: in the same sentence, or with the other at home.
fn stay(affair: &Affair, visits: &[Draft], homes: &People) -> Option<String> {
    let people = affair.people();
    let ahead = affair.drafts.iter().any(|draft| draft.planned == Some(true));
    let then = |visit: &Draft| {
        let day = |draft: &Draft| match (&draft.date, &visit.date) {
            (Some(a), Some(b)) => compatible(a, b),
            _ => true,
        };
        (ahead || visit.planned != Some(true)) && affair.drafts.iter().all(day)
    };
    let mut fitting: Vec<&Draft> = visits
        .iter()
        .filter(|visit| visit.who.iter().any(|who| people.contains(who.as_str())) && then(visit))
        .collect();
    let beside = |visit: &&Draft| affair.drafts.iter().any(|draft| draft.sentence == visit.sentence);
    let at_home = |visit: &&Draft| {
        let land = visit.place.as_deref().map(land);
        people.iter().any(|who| land.is_some() && homes.home(who) == land)
    };
    let town = |visit: &&Draft| {
        visit
            .place
            .as_deref()
            .is_some_and(|place| country(place).is_some())
    };
    fitting.sort_by_key(|visit| (!beside(visit), !town(visit)));
    let best = fitting.iter().copied().find(at_home);
    best.or_else(|| fitting.iter().copied().find(beside))?
        .place
        .clone()
}

/// The country of those whom a visitor meets, where it is one.
fn host(affair: &Affair, meetings: &[Draft], homes: &People) -> Option<String> {
    let people = affair.people();
    let own = people.first().and_then(|who| homes.home(who))?;
    let met: BTreeSet<&str> = meetings
        .iter()
        .map(|draft| draft.who.iter().chain(&draft.whom))
        .filter(|all| all.clone().any(|who| people.contains(who.as_str())))
        .flatten()
        .filter_map(|who| homes.home(who))
        .filter(|home| *home != own)
        .collect();
    let mut met = met.into_iter();
    met.next().filter(|_| met.next().is_none()).map(str::to_owned)
}

fn headline(draft: &Draft) -> bool {
    matches!(draft.zone, ZoneKind::Title | ZoneKind::Caption)
}

fn people(draft: &Draft) -> BTreeSet<&str> {
    match draft.kind {
        Kind::Meeting => draft.who.iter().chain(&draft.whom).map(String::as_str).collect(),
        Kind::Visit => draft.who.iter().map(String::as_str).collect(),
    }
}

fn join(affairs: &mut Vec<Affair>, draft: Draft) {
    match affairs.iter_mut().find(|affair| affair.takes(&draft)) {
        Some(affair) => affair.drafts.push(draft),
        None => affairs.push(Affair { drafts: vec![draft] }),
    }
}

impl Affair {
    fn kind(&self) -> Kind {
        self.drafts.first().map_or(Kind::Meeting, |draft| draft.kind)
    }

    fn people(&self) -> BTreeSet<&str> {
        self.drafts.first().map(people).unwrap_or_default()
    }

    fn takes(&self, draft: &Draft) -> bool {
        if self.kind() != draft.kind || self.people() != people(draft) {
            return false;
        }
        self.drafts.iter().all(|other| same(other, draft))
    }

    fn row(&self, reading: &Reading) -> Row<Meeting> {
        let best = self.drafts.iter().max_by_key(|draft| {
            (
                !headline(draft),
                draft.rule.confidence(),
                std::cmp::Reverse(draft.evidence.start),
            )
        });
        let first = best.or(self.drafts.first());
        let level = self.drafts.iter().map(|draft| draft.level).min();
        let date = date(&self.drafts);
        let whom = self
            .drafts
            .iter()
            .map(|draft| &draft.whom)
            .max_by_key(|whom| whom.len());
        let mut confidence = first.map_or(0, |draft| draft.rule.confidence());
        let stop = |place: &String| !AREAS.iter().any(|area| place.contains(area));
        if self.kind() == Kind::Visit
            && !self
                .drafts
                .iter()
                .any(|draft| draft.place.as_ref().is_some_and(stop))
        {
            confidence = confidence.min(NOWHERE);
        }
        // An invitation that is told otherwise as well is no invitation any more.
        let visited = self
            .drafts
            .iter()
            .any(|draft| matches!(draft.rule, Rule::Visit | Rule::Arrival) && !headline(draft));
        let ahead = |draft: &Draft| {
            draft.ahead || draft.planned == Some(true) && (!visited || draft.rule != Rule::Invitation)
        };
        let told = || self.drafts.iter().filter(|draft| !headline(draft));
        let planned = self.drafts.iter().all(|draft| draft.planned != Some(false))
            && (self.drafts.iter().any(|draft| ahead(draft) && !draft.ahead)
                || told().next().is_some() && told().all(ahead));
        let place = self
            .drafts
            .iter()
            .filter(|draft| draft.rule != Rule::Arrival)
            .chain(&self.drafts)
            .find_map(|draft| draft.place.clone());
        let fact = Meeting {
            who: first.map(|draft| draft.who.clone()).unwrap_or_default(),
            whom: match self.kind() {
                Kind::Meeting => first.map(|draft| draft.whom.clone()).unwrap_or_default(),
                Kind::Visit => whom.cloned().unwrap_or_default(),
            },
            level: level.unwrap_or(MeetingLevel::Other),
            place,
            date_resolved: date.as_deref().and_then(|date| resolved(reading, date)),
            date,
            planned,
        };
        Row {
            article: reading.number,
            evidence: first.map(|draft| draft.evidence).unwrap_or_default(),
            confidence,
            rule: first.map_or("", |draft| draft.rule.name()).to_owned(),
            fact,
        }
    }
}

/// The most exact date that the sentences give.
fn date(drafts: &[Draft]) -> Option<String> {
    // The day of an invitation is not that of the visit.
    let told = drafts.iter().any(|draft| draft.rule != Rule::Invitation);
    let dates = || {
        let counts = drafts
            .iter()
            .filter(|draft| !told || draft.rule != Rule::Invitation);
        counts.filter_map(|draft| draft.date.as_ref())
    };
    let visit = drafts.first().is_some_and(|draft| draft.kind == Kind::Visit);
    let interval = dates().find(|date| visit && date.contains('/') && is_day(date));
    interval
        .or_else(|| dates().find(|date| is_day(date)))
        .or_else(|| dates().next())
        .cloned()
}

fn same(a: &Draft, b: &Draft) -> bool {
    let days = match (&a.date, &b.date) {
        (Some(a), Some(b)) => compatible(a, b),
        _ => true,
    };
    let plans = headline(a) || headline(b) || !matches!((a.planned, b.planned), (Some(a), Some(b)) if a != b);
    let places = match (&a.place, &b.place) {
        (Some(a), Some(b)) => land(a) == land(b),
        _ => true,
    };
    // Somebody was invited who has come; a visit in an earlier year is another.
    let accepted = |a: &Draft, b: &Draft| {
        let year = |date: &String| date.len() == 4;
        a.rule == Rule::Invitation && b.rule != Rule::Invitation && !b.date.as_ref().is_some_and(year)
    };
    match a.kind {
        Kind::Meeting => {
            let phone = |draft: &Draft| draft.level == MeetingLevel::Telephone;
            let any = |draft: &Draft| draft.level == MeetingLevel::Other;
            days && plans && places && (phone(a) == phone(b) || any(a) || any(b))
        }
        Kind::Visit => days && (plans || accepted(a, b) || accepted(b, a)) && places,
    }
}
