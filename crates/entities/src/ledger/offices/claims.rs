//! Which person a title belongs to.

use crate::gazetteer::{Class, Gazetteer, RoleClass};
use crate::ledger::model::Confidence;
use crate::ledger::reading::{Reading, Sentence};
use crate::model::MentionKind;
use crate::names::honorific;
use crate::text::{Case, Gap};
use corpus::ZoneKind;
use std::ops::Range;

/// Words that join a title to what it is a title of.
const LINKS: &[&str] = &[
    "của", "nước", "tại", "ở", "thuộc", "và", "kiêm", "phụ", "trách", "về", "các", "vấn", "đề", "khu", "vực",
    "tỉnh", "thành", "phố", "bang", "vùng", "chủ", "nhà", "phía", "đặc", "mệnh", "toàn", "quyền", "cộng",
    "hòa", "hoà",
];
/// Words of bodies that are no mention, after titles that need one.
const BODIES: &[&str] = &[
    "công",
    "ty",
    "tập",
    "đoàn",
    "tổ",
    "chức",
    "uỷ",
    "ủy",
    "ban",
    "đảng",
    "quỹ",
    "trường",
    "đại",
    "học",
    "viện",
    "nghiên",
    "cứu",
    "trung",
    "tâm",
    "quan",
    "hệ",
    "quốc",
    "tế",
    "chương",
    "trình",
    "chính",
    "sách",
    "đối",
    "ngoại",
    "cơ",
    "hội",
    "đồng",
    "hiệp",
    "liên",
    "minh",
    "phòng",
    "thương",
    "mại",
    "kinh",
    "điều",
    "hành",
    "châu",
    "chi",
    "nhánh",
    "sở",
    "vụ",
    "cục",
    "ngân",
    "hàng",
    "báo",
    "quân",
    "lực",
    "lượng",
    "hải",
    "an",
    "ninh",
    "bộ",
];
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
/// Titles of those who serve the holder of another office, which may follow.
const AIDES: &[&str] = &["trợ", "cố", "thư", "phát", "người", "phái", "đặc", "chánh"];
/// Offices that nobody holds beside serving somebody.
const HEADS: &[&[&str]] = &[
    &["tổng", "thống"],
    &["thủ", "tướng"],
    &["chủ", "tịch", "nước"],
    &["quốc", "vương"],
];
/// Words that a mission's name begins with.
const MISSIONS: &[&[&str]] = &[&["đại", "sứ", "quán"], &["tổng", "lãnh", "sự"], &["phái", "đoàn"]];
/// Words before a title that several hold together.
const SEVERAL: &[&str] = &["các", "hai", "ba", "những", "nhiều", "bốn"];

/// How a person and a title stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
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
            Self::TitleName => "title-name",
            Self::TitleFar => "title-far-name",
            Self::Joined => "joined-titles",
            Self::NameTitle => "name-title",
            Self::NameTitleOpen => "name-title-open",
            Self::Several => "title-names",
        }
    }

    pub(super) const fn confidence(self) -> Confidence {
        match self {
            Self::TitleName => 95,
            Self::TitleFar => 75,
            Self::Joined => 90,
            Self::NameTitle => 85,
            Self::NameTitleOpen => 60,
            Self::Several => 75,
        }
    }
}

/// A title beside a person.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// The mention of the person.
    pub(super) person: usize,
    /// The tokens of the title.
    pub(super) title: Range<usize>,
    /// Mentions of places between them, those of the posting left out.
    pub(super) places: Vec<usize>,
    /// Mentions of institutions between them.
    pub(super) orgs: Vec<usize>,
    /// The tokens of title and person.
    pub(super) evidence: Range<usize>,
    pub(super) rule: Rule,
    pub(super) in_headline: bool,
}

/// What follows a title up to its holder or to where it ends.
#[derive(Default)]
struct Tail {
    places: Vec<usize>,
    orgs: Vec<usize>,
    end: usize,
    person: Option<usize>,
    /// Words between that are no mention.
    words: usize,
    comma: bool,
    /// Another title goes on, with or without a comma before it.
    next: Option<(usize, bool)>,
    /// Whoever comes next is served by the holder: `của` stood last.
    served: bool,
}

/// All claims of an article, in the order of the text.
pub(super) fn find(reading: &Reading<'_>, gazetteer: &Gazetteer) -> Vec<Claim> {
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
    for number in sentence.mentions.clone() {
        if reading
            .mentions
            .get(number)
            .is_none_or(|mention| mention.kind != MentionKind::Role)
        {
            continue;
        }
        let tokens = reading.tokens_of(number);
        let parts = parts(reading, gazetteer, tokens.clone());
        let tail = tail(reading, gazetteer, sentence, tokens.clone());
        if of_another(reading, tokens.start) || parts.is_empty() {
            open.clear();
            continue;
        }
        let several = SEVERAL.contains(&reading.text.before(tokens.start));
        let mut claim = |parts: &[Range<usize>], person: usize, tail: &Tail, rule: Rule| {
            let holder = reading.tokens_of(person);
            for (index, part) in parts.iter().enumerate() {
                let last = index + 1 == parts.len();
                let rule = if parts.len() > 1 && rule == Rule::TitleName {
                    Rule::Joined
                } else {
                    rule
                };
                let to = holder.end.max(tail.end).max(part.end);
                let evidence = if holder.start < part.start {
                    holder.start..part.end.max(tail.end)
                } else {
                    part.start..to
                };
                claims.push(Claim {
                    person,
                    title: part.clone(),
                    places: tail.places.clone(),
                    orgs: if last { tail.orgs.clone() } else { Vec::new() },
                    evidence,
                    rule,
                    in_headline: sentence.zone == ZoneKind::Title,
                });
            }
        };
        if let Some(person) = tail.person {
            let rule = match (several, tail.comma || tail.words > 0) {
                (true, _) => Rule::Several,
                (_, true) => Rule::TitleFar,
                _ => Rule::TitleName,
            };
            claim(&parts, person, &tail, rule);
            for (earlier, mut own) in open.drain(..) {
                let joined = own.next.is_some_and(|(_, comma)| comma);
                // Only what all of them share says of which country an earlier title is.
                if own.places.is_empty() && own.orgs.is_empty() {
                    own.places.clone_from(&tail.places);
                }
                own.end = tail.end;
                if joined {
                    claim(&earlier, person, &own, Rule::Joined);
                }
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
            after
                .filter(|(end, _)| *end == tokens.start && separated(reading, *end))
                .map(|(_, person)| person)
        });
        if let Some(person) = holder {
            let rule = if closed(reading, sentence, person, tail.end) {
                Rule::NameTitle
            } else {
                Rule::NameTitleOpen
            };
            claim(&parts, person, &tail, rule);
            after = Some((tail.end, person));
            open.clear();
        } else if let Some((next, comma)) = tail.next {
            let mut all = parts;
            open.retain(|(_, tail)| tail.next.is_some_and(|(at, _)| at == tokens.start));
            if comma {
                let _ = next;
                open.push((std::mem::take(&mut all), tail));
            } else {
                open.clear();
            }
        } else {
            open.clear();
        }
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
        && aide(reading, tokens.start)
    {
        parts = vec![last.clone()];
    }
    parts
}

/// Reads on from a title: countries and institutions, forms of address, the person.
fn tail(reading: &Reading<'_>, gazetteer: &Gazetteer, sentence: &Sentence, title: Range<usize>) -> Tail {
    let text = &reading.text;
    let mut tail = Tail {
        end: title.end,
        ..Tail::default()
    };
    let loose = loose(reading, gazetteer, title.clone());
    let (mut at, mut posted, mut skipped) = (title.end, false, 0);
    while at < sentence.tokens.end {
        let gap = text.gap(at);
        let mention = reading
            .mention_at(at)
            .filter(|number| reading.tokens_of(*number).start == at);
        let kind = mention
            .and_then(|number| reading.mentions.get(number))
            .map(|mention| mention.kind);
        match (mention, kind) {
            (Some(person), Some(MentionKind::Person)) => {
                let addressed =
                    at > 0 && honorific(text.norm(at - 1)) && reading.mention_at(at - 1).is_none();
                let comma = gap == Gap::CommaSpace;
                let near = gap == Gap::Space || addressed || gap == Gap::Hyphen;
                let apposed = matches!(gap, Gap::CommaSpace | Gap::SpacedHyphen) && !tail.places.is_empty();
                if (near || apposed) && !tail.served && text.before(at) != "và" {
                    tail.comma |= comma;
                    tail.person = Some(person);
                    tail.words = skipped;
                }
                break;
            }
            (Some(role), Some(MentionKind::Role)) => {
                let joined = matches!(gap, Gap::CommaSpace | Gap::SpacedHyphen) && tail.places.is_empty();
                if joined || gap == Gap::Space && !tail.served {
                    tail.next = Some((reading.tokens_of(role).start, joined));
                }
                // `A, phát ngôn viên của Tổng thống Nga`
                if gap == Gap::Space && tail.places.is_empty() && tail.orgs.is_empty() {
                    let tokens = reading.tokens_of(role);
                    let place = reading.mention_at(tokens.end).filter(|place| {
                        text.gap(tokens.end) == Gap::Space
                            && reading
                                .mentions
                                .get(*place)
                                .is_some_and(|m| m.kind == MentionKind::Place)
                    });
                    tail.places.extend(place);
                }
                break;
            }
            (Some(other), Some(kind)) => {
                if !matches!(gap, Gap::Space | Gap::SpacedHyphen | Gap::Hyphen) {
                    break;
                }
                match kind {
                    MentionKind::Place if !posted => tail.places.push(other),
                    MentionKind::Org if !posted || embassy(reading, other) => tail.orgs.push(other),
                    MentionKind::Place | MentionKind::Org | MentionKind::Event => {}
                    _ => break,
                }
                at = reading.tokens_of(other).end;
                tail.end = at;
                tail.served &= kind == MentionKind::Place;
            }
            _ => {
                let word = text.norm(at);
                let address = honorific(word) || word == "đồng" && text.norm(at + 1) == "chí";
                if address && matches!(gap, Gap::Space | Gap::CommaSpace | Gap::SpacedHyphen) {
                    let comma = gap != Gap::Space;
                    let to = at + 1 + usize::from(word == "đồng");
                    let person = reading.mention_at(to).filter(|number| {
                        reading.tokens_of(*number).start == to
                            && reading
                                .mentions
                                .get(*number)
                                .is_some_and(|m| m.kind == MentionKind::Person)
                    });
                    // `trợ lý của Tổng thống Nga, ông A`; `Thủ tướng Nga, ông A, Bộ trưởng …` is a list.
                    let listed = comma && (text.before(title.start) == "của" || posted && !loose)
                        || comma && person.is_some_and(|person| titled_after(reading, person));
                    tail.comma |= comma;
                    tail.person = person.filter(|_| {
                        text.gap(to) == Gap::Space && !listed && !tail.served && text.norm(at - 1) != "và"
                    });
                    tail.words = skipped;
                    break;
                }
                // `phát ngôn viên của Tổng thống Nga`: the country is that of both.
                if gap == Gap::Space && aide(reading, title.start) && reading.mention_at(at).is_none() {
                    let other =
                        gazetteer.longest(text, at, |class| matches!(class, Class::Role(RoleClass::Whole)));
                    if let Some((end, _)) = other {
                        tail.served = true;
                        at = end;
                        tail.end = at;
                        continue;
                    }
                }
                let kiem = word == "kiêm";
                let link = LINKS.contains(&word) && !kiem;
                let body = loose
                    && (BODIES.contains(&word) || text.capital(at) && text.word(at).case != Case::Digit);
                if kiem && reading.kind_at(at + 1) == Some(MentionKind::Role) {
                    tail.next = Some((at + 1, true));
                    break;
                }
                if gap != Gap::Space || !(link || body) || skipped > 12 {
                    break;
                }
                posted |= matches!(word, "tại" | "ở");
                tail.served = word == "của";
                // `và` joins the halves of a body's name, not two bodies.
                if word == "và" && !loose {
                    break;
                }
                skipped += usize::from(!matches!(word, "của" | "nước" | "tại" | "ở"));
                at += 1;
            }
        }
    }
    tail
}

/// Whether a title wants a body, whose name need not be a mention.
fn loose(reading: &Reading<'_>, gazetteer: &Gazetteer, title: Range<usize>) -> bool {
    title
        .clone()
        .filter_map(|at| gazetteer.longest(&reading.text, at, |class| matches!(class, Class::Role(_))))
        .filter(|(end, _)| *end == title.end)
        .any(|(_, entry)| matches!(entry.class, Class::Role(RoleClass::Body | RoleClass::Field)))
        || matches!(
            reading.text.norm(title.start),
            "trợ" | "cố" | "đại" | "đặc" | "trưởng" | "điều" | "phó"
        )
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
    let honoured = from > 0 && (honorific(text.norm(from - 1)) || text.before(from) == "chí");
    end >= sentence.tokens.end || text.gap(end) != Gap::Space || honoured || from == sentence.tokens.start
}

/// Whether an institution is a mission, whose country its staff is of wherever they are.
fn embassy(reading: &Reading<'_>, org: usize) -> bool {
    let at = reading.tokens_of(org).start;
    MISSIONS.iter().any(|words| reading.says(at, words))
}

/// Whether a title follows a person after a comma.
fn titled_after(reading: &Reading<'_>, person: usize) -> bool {
    let end = reading.tokens_of(person).end;
    reading.text.gap(end) == Gap::CommaSpace && reading.kind_at(end) == Some(MentionKind::Role)
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
        let person = reading.mention_at(from).filter(|number| {
            reading.tokens_of(*number).start == from
                && reading
                    .mentions
                    .get(*number)
                    .is_some_and(|m| m.kind == MentionKind::Person)
        });
        let Some(person) = person else { break };
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

fn aide(reading: &Reading<'_>, title: usize) -> bool {
    AIDES.contains(&reading.text.norm(title))
}
