//! Who is meant where: names with the titles before them, titles alone, `ông` alone.

use super::holders::Holders;
use super::reading::Reading;
use crate::gazetteer::{Class, Gazetteer, RoleClass};
use crate::ledger::phrases::{Phrases, Table};
use crate::model::MentionKind;
use crate::names::honours;
use crate::text::{Gap, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words before a title that is nobody's, or that many hold.
const NOT_HELD: &[&str] = &[
    "các", "những", "nhiều", "hai", "ba", "bốn", "cấp", "chức", "cử", "làm", "vị", "ghế", "một", "mỗi",
    "từng", "phủ", "dinh", "giữ", "bầu", "thành", "số",
];
/// Words that lead a name, or nobody in particular: `nhà lãnh đạo`, `người đồng cấp`.
static COMPANIONS: Phrases = Phrases::new(
    Table::Companions,
    &[
        &["người", "đồng", "cấp"],
        &["nhà", "lãnh", "đạo"],
        &["lãnh", "đạo"],
        &["đồng", "chí"],
        &["phu", "nhân"],
    ],
);

/// How many names before `ông` are looked at.
const RECENT: usize = 12;

/// Words after a title that stands for its holder.
const GOES_ON: &[&str] = &[
    "đã", "sẽ", "đang", "vừa", "cũng", "và", "cùng", "khẳng", "nhấn", "cho", "bày", "đề", "mong", "nói",
    "chúc", "cảm", "đánh", "tin", "hoan", "trân", "thông", "chia", "nêu", "có", "là", "được", "tiếp", "gặp",
    "hội", "thăm", "đến", "tới", "chủ", "tham", "phát", "gửi", "trao", "chuyển", "mời", "nhắc", "ghi", "ủng",
    "cam", "kêu", "yêu",
];

/// Somebody at one place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Somebody {
    /// The titles and the name.
    pub(crate) tokens: Range<usize>,
    /// Who that is; `None` where it is not certain.
    pub(crate) id: Option<String>,
    /// The country that stands beside the title.
    pub(crate) country: Option<String>,
}

/// Everybody in an article, in reading order.
#[derive(Debug, Default)]
pub(crate) struct People {
    list: Vec<Somebody>,
    homes: BTreeMap<String, String>,
    /// Who is `ông` and who `bà`, as far as the article says so.
    addressed: BTreeMap<String, Option<&'static str>>,
}

/// Titles and a name as they stand together.
struct Phrase {
    tokens: Range<usize>,
    titles: Vec<Range<usize>>,
    country: Option<String>,
    person: Option<usize>,
    /// `ông` alone.
    pronoun: bool,
    /// `nhà lãnh đạo Nga`, `người đồng cấp Nga`.
    leader: bool,
}

impl People {
    pub(crate) fn read(reading: &Reading, gazetteer: &Gazetteer, holders: &Holders) -> Self {
        let mut phrases: Vec<(usize, Phrase)> = Vec::new();
        for (number, sentence) in reading.sentences.iter().enumerate() {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                at = match phrase(reading, gazetteer, at, sentence.tokens.end) {
                    Some(found) => {
                        let next = found.tokens.end.max(at + 1);
                        phrases.push((number, found));
                        next
                    }
                    None => at + 1,
                };
            }
        }
        let mut people = Self::default();
        people.serve(reading, &phrases);
        people.address(reading);
        let mut subject: Option<String> = None;
        let mut sentence = usize::MAX;
        // The first of a sentence, who need not be known.
        let mut first: Option<Option<String>> = None;
        for (number, found) in phrases {
            let start = reading
                .sentences
                .get(number)
                .map_or(0, |sentence| sentence.tokens.start);
            if number != sentence {
                sentence = number;
                subject = first.take().unwrap_or(subject);
            }
            let id = match found.person {
                Some(mention) => reading.mentions.get(mention).and_then(|m| m.entity.clone()),
                None if found.pronoun => {
                    people.meant(reading, &found, first.as_ref(), subject.as_ref(), start)
                }
                None if found.titles.is_empty() => found.country.as_deref().and_then(|country| {
                    let at = found.tokens.start;
                    if reading.says(at, &["người", "đồng", "cấp"]) {
                        holders.counterpart(country)
                    } else {
                        holders.leader(country, at)
                    }
                }),
                None if vague(reading, &found) => None,
                None => holders.of_titles(reading, &found.titles, found.country.as_deref()),
            };
            let beside = matches!(
                reading.text.before(found.tokens.start),
                "của" | "với" | "theo" | "do"
            );
            if first.is_none() && !beside {
                first = Some(id.clone());
            }
            people.list.push(Somebody {
                tokens: found.tokens,
                id,
                country: found.country,
            });
        }
        people
    }

    /// Who is named within some tokens.
    pub(crate) fn within(&self, tokens: &Range<usize>) -> &[Somebody] {
        let from = self.list.partition_point(|s| s.tokens.start < tokens.start);
        let to = self.list.partition_point(|s| s.tokens.start < tokens.end);
        self.list.get(from..to).unwrap_or_default()
    }

    /// The country somebody serves, as far as the article says so.
    pub(crate) fn home(&self, id: &str) -> Option<&str> {
        self.homes.get(id).map(String::as_str)
    }

    /// Whom `ông` or `bà` at a token means; `first` is who acts in its sentence, which begins at `start`, and
    /// `subject` who acted in the one before.
    fn meant(
        &self,
        reading: &Reading,
        found: &Phrase,
        first: Option<&Option<String>>,
        subject: Option<&String>,
        start: usize,
    ) -> Option<String> {
        let word = reading.text.norm(found.tokens.start);
        let known = |id: &String| self.addressed.get(id).copied().flatten();
        let fits = |id: &&String| known(id).is_none_or(|address| address == word);
        let here = || self.list.iter().rev().take_while(|s| s.tokens.start >= start);
        if object(reading, found) {
            let other = |s: &&Somebody| s.id.is_some() && first != Some(&s.id);
            return here()
                .filter(other)
                .filter_map(|s| s.id.as_ref())
                .find(fits)
                .cloned();
        }
        // Who speaks does not call himself so.
        if first.is_none() && quoted(reading, start) {
            return None;
        }
        let of_another = || here().find(|s| reading.text.before(s.tokens.start) == "của");
        let nearest = || {
            let before = self.list.iter().rev().take(RECENT).filter_map(|s| s.id.as_ref());
            before.into_iter().find(|id| known(id) == Some(word)).cloned()
        };
        match first {
            Some(None) => None,
            Some(Some(id)) => Some(id).filter(fits).cloned().or_else(nearest),
            None => of_another()
                .and_then(|s| s.id.as_ref())
                .or(subject)
                .filter(fits)
                .cloned()
                .or_else(nearest),
        }
    }

    /// Notes who is called `ông` and who `bà`.
    fn address(&mut self, reading: &Reading) {
        for (number, mention) in reading.mentions.iter().enumerate() {
            let (MentionKind::Person, Some(id)) = (mention.kind, &mention.entity) else {
                continue;
            };
            let name = reading.tokens_of(number);
            let word = match reading.text.before(name.start) {
                "ông" => "ông",
                "bà" => "bà",
                _ if name.len() > 2 && reading.text.norm(name.start + 1) == "thị" => "bà",
                _ => continue,
            };
            let known = self.addressed.entry(id.clone()).or_insert(Some(word));
            *known = known.filter(|known| *known == word);
        }
    }

    /// Which country everybody serves.
    fn serve(&mut self, reading: &Reading, phrases: &[(usize, Phrase)]) {
        let mut vietnamese: BTreeSet<String> = BTreeSet::new();
        for (_, found) in phrases {
            let Some(mention) = found.person.and_then(|mention| reading.mentions.get(mention)) else {
                continue;
            };
            let Some(id) = &mention.entity else { continue };
            if found.titles.is_empty() && found.country.is_none() {
                continue;
            }
            let name = reading.tokens_of(found.person.unwrap_or_default());
            match &found.country {
                Some(country) => {
                    self.homes.entry(id.clone()).or_insert_with(|| country.clone());
                }
                None if name.len() > 1 && name.clone().all(|at| reading.text.word(at).vietnamese) => {
                    vietnamese.insert(id.clone());
                }
                None => {}
            }
        }
        for id in vietnamese {
            self.homes.entry(id).or_insert_with(|| "place:vietnam".to_owned());
        }
    }
}

/// Whether `ông` is not who acts: `mời ông thăm Nga`.
fn object(reading: &Reading, found: &Phrase) -> bool {
    matches!(
        reading.text.before(found.tokens.start),
        "mời" | "với" | "đón" | "tiếp" | "gặp" | "cho" | "cùng" | "chào" | "mừng"
    )
}

/// Whether a quotation opens before a token.
fn quoted(reading: &Reading, at: usize) -> bool {
    let start = reading.span(at..at + 1).start as usize;
    let before = reading.text.source.get(..start).unwrap_or_default();
    before.trim_end_matches(' ').ends_with(['"', '“', '‘', '«'])
}

/// Whether a title goes on in words that are no mention: `Chủ tịch mặt trận Lào xây dựng đất nước`.
fn vague(reading: &Reading, found: &Phrase) -> bool {
    let text = &reading.text;
    let end = found.tokens.end;
    let short = found.titles.iter().all(|title| title.len() == 2) && found.country.is_none();
    short
        && matches!(
            text.norm(end.saturating_sub(2)),
            "chủ" | "giám" | "bí" | "trưởng" | "viện" | "ủy" | "đại"
        )
        && text.gap(end) == Gap::Space
        && (text.capital(end) || !GOES_ON.contains(&text.norm(end)))
}

/// The phrase that begins at a token.
fn phrase(reading: &Reading, gazetteer: &Gazetteer, at: usize, end: usize) -> Option<Phrase> {
    let text = &reading.text;
    let mut found = Phrase {
        tokens: at..at,
        titles: Vec::new(),
        country: None,
        person: None,
        pronoun: false,
        leader: false,
    };
    let mut to = at;
    while to < end.min(at + 40) {
        let gap = text.gap(to);
        let kind = reading.kind_at(to);
        let fresh = to == at;
        let named = |to: usize| reading.kind_at(to) == Some(MentionKind::Person);
        let apposition = matches!(gap, Gap::CommaSpace | Gap::SpacedHyphen)
            && !found.titles.is_empty()
            && (named(to) || honorific(text, to) && named(to + 1));
        let honoured = !fresh && named(to) && gap == Gap::Quote && honours(text, to - 1) == to;
        if !(fresh || gap == Gap::Space || apposition || honoured) {
            break;
        }
        let mention = reading
            .mention_at(to)
            .map(|number| (number, reading.tokens_of(number)));
        if mention.as_ref().is_some_and(|(_, tokens)| tokens.start != to) {
            break;
        }
        match (kind, mention) {
            (Some(MentionKind::Person), Some((number, tokens))) => {
                found.person = Some(number);
                found.tokens.end = tokens.end;
                return Some(found);
            }
            (Some(MentionKind::Role), Some((_, tokens))) => {
                found.titles.push(tokens.clone());
                to = tokens.end;
                found.tokens.end = to;
            }
            (Some(MentionKind::Place | MentionKind::Org), Some((number, tokens)))
                if !found.titles.is_empty() || found.tokens.end > at =>
            {
                let id = reading.mentions.get(number).and_then(|m| m.entity.as_deref());
                if found.country.is_none() && id.is_some_and(|id| gazetteer.is_country(id)) {
                    found.country = id.map(str::to_owned);
                }
                to = tokens.end;
                found.tokens.end = to;
            }
            (None, _) => {
                if let Some(words) = COMPANIONS.at(reading, to).next() {
                    to += words.len();
                    found.leader = words.len() == 3;
                    found.tokens.end = to;
                } else if let Some(next) = title(text, gazetteer, to)
                    && (!fresh || !NOT_HELD.contains(&text.before(to)))
                {
                    found.titles.push(to..next);
                    to = next;
                    found.tokens.end = to;
                } else if honorific(text, to) && named(to + 1) && text.gap(to + 1) == Gap::Space {
                    to += 1;
                } else if fresh && alone(reading, to) {
                    found.tokens.end = to + 1;
                    found.pronoun = true;
                    return Some(found);
                } else if !found.titles.is_empty() && filler(reading, to) {
                    to += 1;
                } else if !found.titles.is_empty() && honours(text, to) > to {
                    to = honours(text, to);
                } else {
                    break;
                }
            }
            _ => break,
        }
    }
    let leader = found.leader && found.country.is_some();
    (leader || !found.titles.is_empty()).then_some(found)
}

fn honorific(text: &Text, at: usize) -> bool {
    matches!(text.norm(at), "ông" | "bà" | "ngài")
}

/// `ông` or `bà` that stands for somebody named before.
fn alone(reading: &Reading, at: usize) -> bool {
    let text = &reading.text;
    matches!(text.norm(at), "ông" | "bà")
        && text.gap(at + 1) == Gap::Space
        && reading.mention_at(at + 1).is_none()
        && !text.capital(at + 1)
        && !matches!(
            text.norm(at + 1),
            "ấy" | "này" | "ta" | "cụ" | "chủ" | "con" | "hoàng" | "xã"
        )
        && !matches!(text.before(at), "người" | "đàn" | "các" | "những" | "đôi" | "vợ")
}

/// Words between a title and what it is of.
fn filler(reading: &Reading, at: usize) -> bool {
    let text = &reading.text;
    let mentioned = matches!(
        reading.kind_at(at + 1),
        Some(MentionKind::Place | MentionKind::Org)
    );
    match text.norm(at) {
        "của" | "nước" | "tại" => {
            mentioned || reading.says(at, &["nước", "này"]) || reading.says(at, &["nước", "chủ", "nhà"])
        }
        "chủ" => text.before(at) == "nước" && text.norm(at + 1) == "nhà",
        "nhà" => text.before(at) == "chủ" && text.before(at - 1) == "nước",
        "này" => text.before(at) == "nước",
        "đắc" => text.norm(at + 1) == "cử",
        "cử" => text.before(at) == "đắc",
        _ => false,
    }
}

/// An office that is no mention because nobody was seen to hold it.
fn title(text: &Text, gazetteer: &Gazetteer, at: usize) -> Option<usize> {
    let (mut to, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Role(_)))?;
    let head = gazetteer.longest(text, at, |class| matches!(class, Class::Head(_)));
    let Class::Role(class) = entry.class else {
        return None;
    };
    if matches!(class, RoleClass::Title | RoleClass::Rank) || head.is_some_and(|(end, _)| end > to) {
        return None;
    }
    if class == RoleClass::Field {
        let skipped = usize::from(text.norm(to) == "bộ" && text.gap(to) == Gap::Space);
        let field = gazetteer.longest(text, to + skipped, |class| matches!(class, Class::Portfolio));
        if let Some((end, _)) = field.filter(|_| text.gap(to) == Gap::Space) {
            to = end;
        }
    }
    Some(to)
}
