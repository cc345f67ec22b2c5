//! Which person a title belongs to.

use super::tail::{Tail, aide, person_at};
use crate::gazetteer::{Class, Gazetteer};
use crate::ledger::model::Confidence;
use crate::ledger::reading::{Reading, Sentence};
use crate::model::MentionKind;
use crate::names::honorific;
use crate::text::Gap;
use corpus::ZoneKind;
use std::ops::Range;

/// Words before a title that make it somebody else's.
const OF_ANOTHER: &[&str] = &[
    "phu nhân",
    "vợ",
    "con gái",
    "con trai",
    "em gái",
    "chị gái",
    "anh trai",
    "em trai",
    "chồng",
    "thay",
    "thay thế",
];
/// Verbs of saying, whose subject is the person and not only the title before them.
const SPEECH: &[&str] = &[
    "cho", "nói", "nhận", "khẳng", "đánh", "phát", "chia", "viết", "tuyên", "nhấn", "bình", "trả", "cảnh",
    "phân",
];
/// Offices that nobody holds beside serving somebody.
const HEADS: &[&[&str]] = &[
    &["tổng", "thống"],
    &["thủ", "tướng"],
    &["chủ", "tịch", "nước"],
    &["quốc", "vương"],
];
/// First words of titles that no head of state or government has beside.
const SERVANTS: &[&str] = &["đại", "ngoại", "thứ", "tham", "lãnh"];
/// Words before a title that several hold together.
const SEVERAL: &[&str] = &["các", "hai", "ba", "những", "nhiều", "bốn"];

/// How a person and a title stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// `Tổng thống Nga Vladimir Putin`.
    TitleName,
    /// `Chủ tịch Ủy ban …, ông A`: words between that are no mention, or a comma.
    TitleFar,
    /// `Phó Thủ tướng, Bộ trưởng Ngoại giao A`.
    Joined,
    /// `A, Bộ trưởng …`.
    NameTitle,
    /// The same where what follows may be the title's own clause: `… của A, Bộ trưởng Ngoại giao nói`.
    NameTitleOpen,
    /// `các Thượng nghị sĩ A và B`.
    Several,
}

impl Rule {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::TitleName => "office/title-name",
            Self::TitleFar => "office/title-far-name",
            Self::Joined => "office/joined-titles",
            Self::NameTitle => "office/name-title",
            Self::NameTitleOpen => "office/name-title-open",
            Self::Several => "office/title-names",
        }
    }

    /// The share of right rows on labelled articles; where these have few, also on others that were read.
    pub(super) const fn confidence(self) -> Confidence {
        match self {
            Self::TitleName => 95,
            Self::Joined => 89,
            Self::NameTitle => 80,
            Self::TitleFar => 75,
            Self::Several => 70,
            Self::NameTitleOpen => 60,
        }
    }
}

/// A title beside a person.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// The mention of the person.
    pub(crate) person: usize,
    /// The tokens of the title.
    pub(crate) title: Range<usize>,
    /// Mentions of places between them, those of the posting left out.
    pub(crate) places: Vec<usize>,
    /// Mentions of institutions between them.
    pub(crate) orgs: Vec<usize>,
    /// The tokens of title and person.
    pub(crate) evidence: Range<usize>,
    pub(crate) rule: Rule,
    /// Words of a body that is no mention follow the title.
    pub(crate) of_body: bool,
    pub(crate) in_headline: bool,
}

/// All claims of an article, in the order of the text.
pub(crate) fn find(reading: &Reading<'_>, gazetteer: &Gazetteer) -> Vec<Claim> {
    let mut claims = Vec::new();
    for sentence in &reading.sentences {
        if !matches!(
            sentence.zone,
            ZoneKind::Related | ZoneKind::Byline | ZoneKind::Source
        ) {
            in_sentence(reading, gazetteer, sentence, &mut claims);
        }
    }
    claims
}

fn in_sentence(reading: &Reading<'_>, gazetteer: &Gazetteer, sentence: &Sentence, claims: &mut Vec<Claim>) {
    // Titles whose holder is not known yet: they go on in the next one.
    let mut open: Vec<(Vec<Range<usize>>, Tail)> = Vec::new();
    // Where a title that stands after its holder ends, and who that is.
    let mut after: Option<(usize, usize)> = None;
    let roles = sentence.mentions.clone().filter(|number| {
        let mention = reading.mentions.get(*number);
        mention.is_some_and(|mention| mention.kind == MentionKind::Role)
    });
    for number in roles {
        let tokens = reading.tokens_of(number);
        let parts = parts(reading, gazetteer, tokens.clone());
        if of_another(reading, tokens.start) {
            open.clear();
            continue;
        }
        let tail = Tail::read(reading, gazetteer, sentence, tokens.clone());
        let mut claim = |parts: &[Range<usize>], person: usize, tail: &Tail, rule: Rule| {
            add(reading, claims, parts, person, tail, rule, sentence.zone);
        };
        if let Some(person) = tail.person {
            let several = SEVERAL.contains(&reading.text.before(tokens.start));
            let rule = match (several, tail.comma || tail.words > 0) {
                (true, _) => Rule::Several,
                (_, true) => Rule::TitleFar,
                _ => Rule::TitleName,
            };
            if several && tail.comma {
                continue;
            }
            claim(&parts, person, &tail, rule);
            for (earlier, mut own) in open.drain(..) {
                // The country that stands last is that of all of them.
                if own.places.is_empty() && own.orgs.is_empty() {
                    own.places.clone_from(&tail.places);
                }
                own.end = tail.end;
                claim(&earlier, person, &own, Rule::Joined);
            }
            if several {
                for other in others(reading, sentence, person) {
                    claim(&parts, other, &tail, Rule::Several);
                }
            }
            after = None;
            continue;
        }
        let holder = before(reading, tokens.start).or_else(|| {
            let (end, person) = after?;
            (end == tokens.start && separated(reading, end)).then_some(person)
        });
        if let Some(person) = holder {
            let closed = closed(reading, sentence, person, tail.end);
            claim(
                &parts,
                person,
                &tail,
                if closed {
                    Rule::NameTitle
                } else {
                    Rule::NameTitleOpen
                },
            );
            after = Some((tail.end, person));
            open.clear();
        } else if tail.goes_on.is_some() {
            open.retain(|(_, earlier)| earlier.goes_on == Some(tokens.start));
            open.push((parts, tail));
        } else {
            open.clear();
        }
    }
}

/// Adds a claim for each part of a title.
fn add(
    reading: &Reading<'_>,
    claims: &mut Vec<Claim>,
    parts: &[Range<usize>],
    person: usize,
    tail: &Tail,
    rule: Rule,
    zone: ZoneKind,
) {
    let holder = reading.tokens_of(person);
    for (index, part) in parts.iter().enumerate() {
        let evidence = if holder.start < part.start {
            holder.start..part.end.max(tail.end)
        } else {
            part.start..holder.end.max(tail.end)
        };
        claims.push(Claim {
            person,
            title: part.clone(),
            places: tail.places.clone(),
            // The institution is that of the last title.
            orgs: if index + 1 == parts.len() {
                tail.orgs.clone()
            } else {
                Vec::new()
            },
            evidence,
            rule: if parts.len() > 1 && rule == Rule::TitleName {
                Rule::Joined
            } else {
                rule
            },
            of_body: index + 1 == parts.len() && tail.words > 1,
            in_headline: zone == ZoneKind::Title,
        });
    }
}

/// A joined title in its parts.
fn parts(reading: &Reading<'_>, gazetteer: &Gazetteer, tokens: Range<usize>) -> Vec<Range<usize>> {
    let text = &reading.text;
    let mut parts = Vec::new();
    let mut from = tokens.start;
    let mut at = from + 1;
    while at < tokens.end {
        let comma = matches!(text.gap(at), Gap::CommaSpace | Gap::Comma | Gap::SpacedHyphen);
        let word = text.norm(at) == "kiêm";
        let next = at + usize::from(word);
        let title = gazetteer.longest(text, next, |class| matches!(class, Class::Role(_)));
        if (comma || word) && title.is_some() && next < tokens.end {
            parts.push(from..at);
            from = next;
            at = next;
        }
        at += 1;
    }
    parts.push(from..tokens.end);
    parts.retain(|part| !part.is_empty());
    // `theo người phát ngôn, Tổng thống Nga A`: nobody holds both.
    if let [.., last] = parts.as_slice()
        && HEADS.iter().any(|head| reading.says(last.start, head))
        && (aide(reading, tokens.start) || SERVANTS.contains(&text.norm(tokens.start)))
    {
        parts = vec![last.clone()];
    }
    parts
}

/// The person that ends before a title, with a comma, dash or bracket between.
fn before(reading: &Reading<'_>, title: usize) -> Option<usize> {
    if !separated(reading, title) {
        return None;
    }
    let person = reading.mention_at(title.checked_sub(1)?)?;
    (reading.mentions.get(person)?.kind == MentionKind::Person).then_some(person)
}

/// Whether a title after a name can only be in apposition: it ends where a clause does, or the name is the subject.
fn closed(reading: &Reading<'_>, sentence: &Sentence, person: usize, end: usize) -> bool {
    let text = &reading.text;
    let from = reading.tokens_of(person).start;
    // A verb of saying has the name for its subject, and `của` goes on with the title.
    let says = SPEECH.contains(&text.norm(end)) || text.norm(end) == "của";
    let honoured = from > 0 && (honorific(text.norm(from - 1)) || text.before(from) == "chí");
    says || end >= sentence.tokens.end
        || text.gap(end) != Gap::Space
        || honoured
        || from == sentence.tokens.start
}

fn separated(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.text.gap(at),
        Gap::CommaSpace | Gap::SpacedHyphen | Gap::Open | Gap::Hyphen
    )
}

/// Persons after the first of a list: `A, B và C`.
fn others(reading: &Reading<'_>, sentence: &Sentence, first: usize) -> Vec<usize> {
    let mut others = Vec::new();
    let mut at = reading.tokens_of(first).end;
    while at < sentence.tokens.end {
        let from = at + usize::from(text_and(reading, at));
        if from == at && reading.text.gap(at) != Gap::CommaSpace {
            break;
        }
        let Some(person) = person_at(reading, from) else {
            break;
        };
        others.push(person);
        at = reading.tokens_of(person).end;
    }
    others
}

fn text_and(reading: &Reading<'_>, at: usize) -> bool {
    reading.text.norm(at) == "và" && matches!(reading.text.gap(at), Gap::Space | Gap::CommaSpace)
}

/// Whether the words before a title say that the name after it is not its holder's.
fn of_another(reading: &Reading<'_>, title: usize) -> bool {
    let text = &reading.text;
    let one = text.before(title);
    let two = title.checked_sub(1).map_or("", |at| text.before(at));
    OF_ANOTHER.contains(&one) || OF_ANOTHER.contains(&format!("{two} {one}").as_str())
}
