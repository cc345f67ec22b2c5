//! Agreements: what was agreed between whom, and how far it has come.
//!
//! Named ones are mentions; unnamed ones show by a first word and what it is about (`bản ghi nhớ về hợp tác …`). The
//! verb that governs a mention says what happens to it; of several mentions the first that says something decides.

mod words;

#[cfg(test)]
mod tests;

use super::people::People;
use super::reading::{Reading, Sentence, same_word};
use super::when::{dates, is_day};
use super::{Agreement, LONGEST, Meeting, Row, Status};
use crate::fold::fold;
use crate::gazetteer::{Class, Gazetteer};
use crate::link::tidy;
use crate::model::MentionKind;
use crate::text::{Case, Gap};
use corpus::ZoneKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use viet::Span;
use words::{ADOPTED, ADVERBS, AFTER, ALONE, BEFORE, BETWEEN, ENDS, HEADS, PLANNED, SUBJECTS, VERBAL};

/// How many agreements back one is looked for under another name.
const REACH: usize = 40;
/// Blocs that conclude agreements.
const BLOCS: &[&str] = &["org:eu", "org:eaeu", "org:asean", "org:efta"];

/// How an agreement is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Named,
    /// `bản ghi nhớ về …`
    Described,
    /// `15 văn kiện hợp tác`
    Counted,
    /// What one state or body decides alone.
    Alone,
}

/// One place that names an agreement.
struct Place {
    name: Range<usize>,
    id: Option<String>,
    form: Form,
    status: Status,
    planned: bool,
    evidence: Range<usize>,
    date: Option<String>,
    parties: Vec<String>,
    zone: ZoneKind,
}

/// The agreements of an article, ordered by their evidence.
pub(crate) fn find(
    reading: &Reading,
    people: &People,
    gazetteer: &Gazetteer,
    meetings: &[Row<Meeting>],
) -> Vec<Row<Agreement>> {
    let mut places: Vec<Place> = Vec::new();
    for sentence in &reading.sentences {
        if sentence.tokens.len() > LONGEST {
            continue;
        }
        if matches!(
            sentence.zone,
            ZoneKind::Related | ZoneKind::Byline | ZoneKind::Source | ZoneKind::Dateline
        ) {
            continue;
        }
        sentence_places(reading, gazetteer, sentence, &mut places);
    }
    let sides = Sides::of(reading, people, gazetteer, meetings);
    rows(reading, gazetteer, places, &sides)
}

fn sentence_places(reading: &Reading, gazetteer: &Gazetteer, sentence: &Sentence, places: &mut Vec<Place>) {
    let first = places.len();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let Some((name, id, form)) =
            named(reading, sentence, at).or_else(|| described(reading, sentence, at))
        else {
            at += 1;
            continue;
        };
        let end = name.end.max(at + 1);
        let before = places.get(first..).and_then(<[Place]>::last);
        let place = place(reading, gazetteer, sentence, name, id, form, before);
        places.push(place);
        at = end;
    }
}

/// The mention at a token.
fn named(reading: &Reading, sentence: &Sentence, at: usize) -> Option<(Range<usize>, Option<String>, Form)> {
    let number = reading.mention_at(at)?;
    let mention = reading.mentions.get(number)?;
    let tokens = reading.tokens_of(number);
    if mention.kind != MentionKind::Agreement || tokens.start != at {
        return None;
    }
    let alone = ALONE.iter().any(|words| reading.says(at, words));
    let form = if alone { Form::Alone } else { Form::Named };
    Some((
        at..tokens.end.min(sentence.tokens.end),
        mention.entity.clone(),
        form,
    ))
}

/// An agreement without a name.
fn described(
    reading: &Reading,
    sentence: &Sentence,
    at: usize,
) -> Option<(Range<usize>, Option<String>, Form)> {
    let text = &reading.text;
    let counted = reading.kind_at(at) == Some(MentionKind::Quantity);
    let head_at = if counted { at + 1 } else { at };
    if !counted && reading.mention_at(at).is_some() || counted && text.word(at).case != Case::Digit {
        return None;
    }
    let head = HEADS.iter().find(|words| reading.says(head_at, words))?;
    let mut end = head_at + head.len();
    if counted {
        end = end.max(reading.tokens_of(reading.mention_at(at)?).end);
    }
    let inside = |at: usize| at < sentence.tokens.end;
    let numeral = ["hai", "ba", "bốn", "năm", "sáu", "nhiều", "loạt"].contains(&text.before(at));
    let about = inside(end)
        && text.gap(end) == Gap::Space
        && SUBJECTS.iter().any(|word| same_word(text.norm(end), word));
    let quoted = inside(end) && matches!(text.gap(end), Gap::Quote);
    let ends = counted && text.gap(end) != Gap::Space;
    if !(about || ends || quoted && !counted) {
        return None;
    }
    let verbal = head.first() == Some(&"thỏa") && VERBAL.contains(&text.before(at));
    let generic = matches!(head[0], "văn" | "hợp") && !counted && !numeral;
    if verbal || generic && text.norm(end) != "về" || text.before(at) == "hợp" {
        return None;
    }
    // A whole is as long as its phrase.
    let start = end;
    while inside(end) && end < start + 40 {
        let listed = text.gap(end) == Gap::CommaSpace
            && text.word(end).case == Case::Lower
            && reading.mention_at(end).is_none()
            && !ENDS.contains(&text.norm(end))
            && goes_on(reading, sentence, end);
        let open = matches!(
            text.gap(end),
            Gap::Space | Gap::SpacedHyphen | Gap::Hyphen | Gap::Quote
        ) || listed;
        let kind = reading.kind_at(end);
        let stops = ENDS.contains(&text.norm(end)) && kind.is_none()
            || matches!(
                kind,
                Some(MentionKind::Person | MentionKind::Agreement | MentionKind::Role)
            )
            || text.norm(end) == "nhân" && matches!(text.norm(end + 1), "dịp" | "chuyến" | "kỷ" | "ngày")
            || text.norm(end) == "trong"
                && matches!(
                    text.norm(end + 1),
                    "chuyến" | "khuôn" | "dịp" | "tuần" | "năm" | "thời"
                );
        if !open || stops {
            break;
        }
        end = match reading.mention_at(end) {
            Some(number) => reading.tokens_of(number).end.max(end + 1),
            None => end + 1,
        };
    }
    let form = if counted || numeral && head[0] == "văn" {
        Form::Counted
    } else {
        Form::Described
    };
    Some((at..end.min(sentence.tokens.end), None, form))
}

/// Whether a list goes on after a comma: its last member is joined by `và` before the next comma.
fn goes_on(reading: &Reading, sentence: &Sentence, at: usize) -> bool {
    (at..sentence.tokens.end.min(at + 12))
        .take_while(|token| *token == at || matches!(reading.text.gap(*token), Gap::Space | Gap::CommaSpace))
        .any(|token| reading.text.norm(token) == "và")
        && !BEFORE.iter().any(|verb| reading.says(at, verb.words))
}

fn place(
    reading: &Reading,
    gazetteer: &Gazetteer,
    sentence: &Sentence,
    name: Range<usize>,
    id: Option<String>,
    form: Form,
    before: Option<&Place>,
) -> Place {
    let text = &reading.text;
    let after = after(reading, sentence, name.end);
    let governed = governed(reading, sentence, name.start);
    // `ký A, B và C`: what is joined to another agreement shares its verb.
    let joined = before.filter(|other| {
        let listed = matches!(text.gap(name.start), Gap::Stop | Gap::Colon)
            && name.start < other.name.end + 16
            && other.status == Status::Signed;
        let near = name.start >= other.name.end && name.start - other.name.end <= 6;
        listed
            || near
                && (other.name.end..name.start).all(|at| {
                    matches!(
                        text.norm(at),
                        "và" | "cùng"
                            | "các"
                            | "cũng"
                            | "như"
                            | "bao"
                            | "gồm"
                            | "trong"
                            | "đó"
                            | "có"
                            | "nhân"
                            | "dịp"
                            | "này"
                    )
                })
                && text.gap(name.start) != Gap::Open
    });
    let (status, planned, from, to) = match (after, governed, joined) {
        (Some((status, planned, to)), _, _) => (status, planned, name.start, to),
        (None, Some((status, planned, from)), _) => (status, planned, from, name.end),
        (None, None, Some(other)) => (other.status, other.planned, name.start, name.end),
        (None, None, None) => (Status::Recalled, false, name.start, name.end),
    };
    let remembered = |at: usize| reading.says(at, &["kỷ", "niệm"]) || reading.says(at, &["năm", "ký"]);
    let anniversary = status == Status::Signed
        && (text.before(from) == "năm" || (from.saturating_sub(7)..from).any(remembered));
    let status = match status {
        _ if anniversary => Status::Recalled,
        // What is no treaty is adopted, not ratified.
        Status::Ratified if ADOPTED.contains(&text.norm(name.start)) => Status::Other,
        other => other,
    };
    Place {
        date: date(reading, sentence, &name, status),
        parties: parties(reading, gazetteer, name.clone()),
        id,
        form,
        status,
        planned: planned && matches!(status, Status::Signed | Status::Ratified | Status::InForce),
        evidence: from..to,
        name,
        zone: sentence.zone,
    }
}

/// What is said of an agreement after its name.
fn after(reading: &Reading, sentence: &Sentence, end: usize) -> Option<(Status, bool, usize)> {
    let text = &reading.text;
    let mut at = end;
    // Its acronym.
    if text.gap(at) == Gap::Open {
        while at < sentence.tokens.end && at < end + 4 && (at == end || text.gap(at) != Gap::Close) {
            at += 1;
        }
    }
    let mut planned = false;
    for _ in 0..6 {
        if at >= sentence.tokens.end {
            return None;
        }
        if let Some(verb) = AFTER.iter().find(|verb| reading.says(at, verb.words)) {
            return Some((verb.status, planned, at + verb.words.len()));
        }
        if !BETWEEN.contains(&text.norm(at)) {
            return None;
        }
        planned |= matches!(text.norm(at), "sẽ" | "sớm" | "cần" | "dự" | "chưa");
        at += 1;
    }
    None
}

/// The verb before an agreement, whether its step is wanted, and where it begins.
fn governed(reading: &Reading, sentence: &Sentence, start: usize) -> Option<(Status, bool, usize)> {
    let text = &reading.text;
    let mut at = start;
    let first = sentence.tokens.start.max(start.saturating_sub(14));
    if start > first && matches!(text.norm(start - 1), "và" | "hoặc" | "gồm") {
        return None;
    }
    while at > first {
        // A comma ends the phrase unless adverbs or a verb joined to it follow.
        let gap = text.gap(at);
        let open = matches!(
            gap,
            Gap::Space | Gap::Quote | Gap::SpacedHyphen | Gap::Hyphen | Gap::Slash
        ) || gap == Gap::CommaSpace && at < start && ADVERBS.contains(&text.norm(at));
        if !open {
            return None;
        }
        at -= 1;
        if matches!(
            reading.kind_at(at),
            Some(MentionKind::Agreement | MentionKind::Person | MentionKind::Date)
        ) {
            return None;
        }
        let Some(verb) = BEFORE
            .iter()
            .find(|verb| at + verb.words.len() <= start && reading.says(at, verb.words))
        else {
            continue;
        };
        if reading.mention_at(at).is_some() {
            continue;
        }
        // `Hội nghị ra Tuyên bố` but not `diễn ra`; `đạt` only with an object.
        if verb.words == ["ra"]
            && matches!(
                text.before(at),
                "diễn" | "đề" | "xảy" | "đưa" | "tạo" | "mở" | "nêu"
            )
        {
            continue;
        }
        let wanted = (at.saturating_sub(6).max(sentence.tokens.start)..at)
            .any(|at| PLANNED.iter().any(|words| reading.says(at, words)));
        let done = (at.saturating_sub(6).max(sentence.tokens.start)..at)
            .any(|at| matches!(text.norm(at), "đã" | "vừa" | "lễ" | "kiến"));
        return Some((verb.status, wanted && !done, at));
    }
    None
}

/// The date of the step, or of the agreement where it is only named.
fn date(reading: &Reading, sentence: &Sentence, name: &Range<usize>, status: Status) -> Option<String> {
    let text = &reading.text;
    let year = |at: usize| {
        let number = text.word(at).number?;
        ((1900..2100).contains(&number) && matches!(text.before(at), "năm" | "biển" | "paris" | "")
            || (1900..2100).contains(&number) && text.gap(at) == Gap::Space)
            .then(|| number.to_string())
    };
    let dates = dates(reading, sentence);
    let beside = dates.iter().find(|when| {
        when.tokens.start >= name.end
            && when.tokens.start - name.end <= 4
            && (name.end..when.tokens.start).all(|at| {
                matches!(
                    text.norm(at),
                    "ký" | "được" | "kết" | "năm" | "ngày" | "vào" | "hồi" | "đã"
                ) || text.gap(at) == Gap::Open
            })
    });
    let signed = || {
        dates
            .iter()
            .filter(|when| when.is_day())
            .find(|when| when.tokens.start >= name.end)
            .or_else(|| {
                dates
                    .iter()
                    .rev()
                    .find(|when| when.tokens.end <= name.start && when.is_day())
            })
    };
    beside
        .map(|when| when.value.clone())
        .or_else(|| {
            // `Công ước … năm 1982`, not `đến năm 2030`.
            name.clone()
                .find_map(|at| {
                    year(at).filter(|_| {
                        !matches!(text.before(at), "đến" | "đoạn" | "tới")
                            && !matches!(text.before(at.saturating_sub(1)), "đến" | "đoạn" | "tới")
                    })
                })
                .filter(|year| year.as_str() < "2020")
        })
        .or_else(|| {
            (status == Status::Signed)
                .then(signed)
                .flatten()
                .map(|when| when.value.clone())
        })
}

/// The countries and blocs in a name.
fn parties(reading: &Reading, gazetteer: &Gazetteer, name: Range<usize>) -> Vec<String> {
    let mut parties: Vec<String> = Vec::new();
    let mut at = name.start;
    while at < name.end {
        let known = gazetteer.longest(&reading.text, at, |class| match class {
            Class::Named(number) => gazetteer
                .item(number)
                .is_some_and(|item| matches!(item.kind, MentionKind::Place | MentionKind::Org)),
            Class::Short(..) => true,
            _ => false,
        });
        let Some((end, entry)) = known else {
            at += 1;
            continue;
        };
        let item = match entry.class {
            Class::Named(number) | Class::Short(number, _) => gazetteer.item(number),
            _ => None,
        };
        let party = item.filter(|item| gazetteer.is_country(&item.id) || BLOCS.contains(&item.id.as_str()));
        // `Chính phủ Việt Nam`: the country in another name counts.
        at = if party.is_some() { end.max(at + 1) } else { at + 1 };
        if let Some(item) = party.filter(|item| !parties.contains(&item.id)) {
            parties.push(item.id.clone());
        }
    }
    parties
}

/// Who agrees where an agreement does not say it: the sides of the meeting before it, else the two countries that
/// the article is about.
struct Sides {
    /// The sides of each meeting, and where it stands.
    met: Vec<(u32, Vec<String>)>,
    main: Vec<String>,
}

impl Sides {
    fn of(reading: &Reading, people: &People, gazetteer: &Gazetteer, meetings: &[Row<Meeting>]) -> Self {
        let pair = |row: &Row<Meeting>| {
            let all = row.fact.who.iter().chain(&row.fact.whom);
            let homes: BTreeSet<&str> = all.filter_map(|id| people.home(id)).collect();
            let homes: Vec<String> = homes.into_iter().map(str::to_owned).collect();
            (homes.len() == 2).then_some((row.evidence.start, homes))
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let ids = reading
            .mentions
            .iter()
            .filter_map(|mention| mention.entity.as_deref());
        for id in ids.filter(|id| gazetteer.is_country(id)) {
            *counts.entry(id).or_default() += 1;
        }
        let mut most: Vec<(&str, usize)> = counts.into_iter().collect();
        most.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
        let main = match most.as_slice() {
            [(a, _), (b, many), rest @ ..] if rest.first().is_none_or(|(_, third)| third * 2 <= *many) => {
                vec![(*a).to_owned(), (*b).to_owned()]
            }
            _ => Vec::new(),
        };
        Self {
            met: meetings.iter().filter_map(pair).collect(),
            main,
        }
    }

    fn at(&self, byte: u32) -> &[String] {
        let before = self.met.partition_point(|(start, _)| *start <= byte);
        let met = self.met.get(before.saturating_sub(1));
        met.map_or(&self.main, |(_, sides)| sides)
    }
}

fn rows(reading: &Reading, gazetteer: &Gazetteer, places: Vec<Place>, sides: &Sides) -> Vec<Row<Agreement>> {
    let mut groups: Vec<Vec<Place>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for place in places {
        // Of very many agreements only the last are looked at: time stays linear.
        let from = groups.len().saturating_sub(REACH);
        let by_id = place.id.as_ref().and_then(|id| known.get(id)).copied();
        let near = || {
            let found = groups
                .iter()
                .skip(from)
                .position(|group| group.iter().take(REACH).any(|other| same(reading, other, &place)))?;
            Some(from + found)
        };
        let at = by_id.or_else(near).unwrap_or(groups.len());
        if let Some(id) = &place.id {
            known.insert(id.clone(), at);
        }
        match groups.get_mut(at) {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
    }
    let opening = |place: &Place| [0, 1].map(|at| fold(reading.text.norm(place.name.start + at)));
    let told: BTreeSet<[String; 2]> = groups
        .iter()
        .flatten()
        .filter(|place| !headline(place))
        .map(opening)
        .collect();
    // A headline's short name of what the text names in full.
    let shown = |group: &Vec<Place>| {
        group.iter().any(|place| !headline(place))
            || !group.iter().all(|place| told.contains(&opening(place)))
    };
    let mut rows: Vec<Row<Agreement>> = groups
        .iter()
        .filter(|group| shown(group))
        .filter_map(|group| row(reading, gazetteer, group, sides))
        .collect();
    rows.sort_by_key(|row| (row.evidence.start, row.evidence.end));
    rows
}

fn same(reading: &Reading, a: &Place, b: &Place) -> bool {
    // `Hiệp ước … (INF)`, with at most a few words that the name should have.
    let acronym = (a.name.end..=a.name.end + 4).contains(&b.name.start)
        && b.name.len() <= 2
        && reading.text.gap(b.name.start) == Gap::Open
        && (a.name.end..b.name.start).all(|at| reading.text.gap(at) == Gap::Space);
    if acronym {
        return true;
    }
    if let (Some(a), Some(b)) = (&a.id, &b.id) {
        return a == b;
    }
    let words = |place: &Place| -> BTreeSet<String> {
        place.name.clone().map(|at| fold(reading.text.norm(at))).collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    shared * 3 >= a.len().max(b.len()) * 2
}

fn headline(place: &Place) -> bool {
    matches!(place.zone, ZoneKind::Title | ZoneKind::Caption)
}

fn row(reading: &Reading, gazetteer: &Gazetteer, group: &[Place], sides: &Sides) -> Option<Row<Agreement>> {
    let told = |place: &&Place| !headline(place);
    let says = group
        .iter()
        .filter(told)
        .find(|place| place.status != Status::Recalled)
        .or_else(|| group.iter().find(|place| place.status != Status::Recalled))
        .or_else(|| group.iter().find(told))
        .or_else(|| group.first())?;
    let named = group.iter().max_by_key(|place| {
        (
            place.id.is_some(),
            place.name.len(),
            std::cmp::Reverse(place.name.start),
        )
    })?;
    let form = match named.form {
        Form::Alone => Form::Alone,
        _ => group.iter().map(|place| place.form).min()?,
    };
    let of_table = |place: &&Place| {
        place
            .id
            .as_deref()
            .is_some_and(|id| gazetteer.item_by_id(id).is_some())
    };
    let id = group.iter().find(of_table).unwrap_or(named).id.clone();
    // What nobody does anything to and that has no name is hardly an agreement.
    if form == Form::Counted && says.status != Status::Signed
        || form == Form::Described && says.status == Status::Recalled && named.parties.len() < 2
    {
        return None;
    }
    let known = group.iter().any(|place| of_table(&place));
    let mut parties = named.parties.clone();
    let sides = sides.at(reading.span(says.evidence.clone()).start);
    if parties.len() < 2
        && (!known || form != Form::Named)
        && !many(reading, &named.name)
        && !parties.iter().any(|party| !sides.contains(party))
    {
        parties = sides.to_vec();
    }
    if parties.len() < 2 {
        parties.clear();
    }
    let name = reading.span(named.name.clone());
    let (rule, confidence) = match (form, says.status) {
        (Form::Named, Status::Recalled) => ("agreement/named", 85),
        (Form::Named, _) => ("agreement/named-verb", 85),
        (Form::Described, Status::Recalled) => ("agreement/described", 60),
        (Form::Described, _) if generic(reading, &named.name) => ("agreement/generic", 60),
        (Form::Described, _) => ("agreement/described-verb", 75),
        (Form::Counted, _) => ("agreement/counted", 70),
        (Form::Alone, _) => ("agreement/alone", 50),
    };
    let evidence = reading.span(says.evidence.clone());
    let also: Vec<Span> = group
        .iter()
        .map(|place| reading.span(place.name.clone()))
        .filter(|span| span.start < evidence.start || span.start >= evidence.end)
        .collect();
    Some(Row {
        article: reading.number,
        evidence,
        confidence,
        rule: rule.to_owned(),
        fact: Agreement {
            name: tidy(name.of(&reading.article.text)),
            id,
            status: says.status,
            planned: says.planned,
            parties,
            date: says
                .date
                .clone()
                .or_else(|| group.iter().find_map(|place| place.date.clone()))
                .filter(|date| is_day(date) || !date.contains('/')),
            also,
        },
    })
}

/// Whether a description fits many: `các thỏa thuận hợp tác`, `thỏa thuận giữa lãnh đạo hai nước`.
fn generic(reading: &Reading, name: &Range<usize>) -> bool {
    let text = &reading.text;
    let plural = matches!(text.before(name.start), "các" | "những" | "nhiều" | "mọi");
    let between = name.clone().any(|at| text.norm(at) == "giữa")
        && name.clone().all(|at| reading.mention_at(at).is_none());
    plural && name.len() <= 5 || between && name.len() <= 10
}

/// Whether a name says that it is of many: of a summit, a bloc.
fn many(reading: &Reading, name: &Range<usize>) -> bool {
    name.clone().any(|at| {
        matches!(reading.text.norm(at), "eas" | "asean" | "apec" | "g20" | "minsk")
            || reading.says(at, &["hội", "nghị"])
            || reading.says(at, &["cấp", "cao"])
    })
}
