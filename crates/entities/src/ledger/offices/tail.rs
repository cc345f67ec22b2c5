//! What follows a title: of which country and institution it is, and who holds it.

use crate::gazetteer::{Class, Gazetteer, RoleClass};
use crate::ledger::reading::{Reading, Sentence};
use crate::model::MentionKind;
use crate::names::{honorific, honours};
use crate::text::{Case, Gap};
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
/// Words that a mission's name begins with.
const MISSIONS: &[&[&str]] = &[&["đại", "sứ", "quán"], &["tổng", "lãnh", "sự"], &["phái", "đoàn"]];
/// Titles of those who serve the holder of another office, which may follow.
const AIDES: &[&str] = &["trợ", "cố", "thư", "phát", "người", "phái", "đặc", "chánh"];
/// Words between a title and its holder, at most.
const MOST: usize = 12;

/// What follows a title up to its holder or to where it ends.
#[derive(Default)]
pub(super) struct Tail {
    /// Mentions of places, those of the posting left out.
    pub(super) places: Vec<usize>,
    /// Mentions of institutions, those of the posting left out.
    pub(super) orgs: Vec<usize>,
    /// The token after it.
    pub(super) end: usize,
    /// The mention of the holder.
    pub(super) person: Option<usize>,
    /// How many words between are no mention.
    pub(super) words: usize,
    /// A comma or dash stands before the holder.
    pub(super) comma: bool,
    /// The token with which another title of the same holder begins.
    pub(super) goes_on: Option<usize>,
    /// What stands after `tại` is where the holder works, not of what.
    posted: bool,
    /// Somebody else is served, who may be named next.
    serves: bool,
}

/// Whether to read on.
type Step = Option<usize>;

impl Tail {
    /// Reads on from a title: countries and institutions, forms of address, the person.
    pub(super) fn read(
        reading: &Reading<'_>,
        gazetteer: &Gazetteer,
        sentence: &Sentence,
        title: Range<usize>,
    ) -> Self {
        let mut tail = Self {
            end: title.end,
            ..Self::default()
        };
        let mut at = title.end;
        while at < sentence.tokens.end {
            let mention = reading
                .mention_at(at)
                .filter(|number| reading.tokens_of(*number).start == at);
            let kind = mention.and_then(|number| Some((number, reading.mentions.get(number)?.kind)));
            let step = match kind {
                Some((person, MentionKind::Person)) => tail.person(reading, person, at),
                Some((_, MentionKind::Role)) => tail.role(reading, at),
                Some((other, kind)) => tail.name(reading, other, kind, at),
                None => tail.word(reading, gazetteer, &title, at),
            };
            let Some(next) = step else { break };
            at = next;
        }
        tail
    }

    fn person(&mut self, reading: &Reading<'_>, person: usize, at: usize) -> Step {
        let gap = reading.text.gap(at);
        let near = matches!(gap, Gap::Space | Gap::Hyphen) && !self.serves;
        let of_something = !self.places.is_empty() || !self.orgs.is_empty();
        let apposed = matches!(gap, Gap::CommaSpace | Gap::SpacedHyphen) && of_something;
        if (near || apposed) && !matches!(reading.text.before(at), "và" | "của") {
            self.comma = apposed;
            self.person = Some(person);
        }
        None
    }

    fn role(&mut self, reading: &Reading<'_>, at: usize) -> Step {
        let gap = reading.text.gap(at);
        if matches!(gap, Gap::CommaSpace | Gap::SpacedHyphen) && self.places.is_empty() {
            self.goes_on = Some(at);
        }
        // `A, phát ngôn viên của Tổng thống Nga B`: the country is that of both.
        if gap == Gap::Space && self.places.is_empty() && self.orgs.is_empty() {
            let end = reading
                .mention_at(at)
                .map_or(at, |role| reading.tokens_of(role).end);
            let place = reading.mention_at(end).filter(|place| {
                let mention = reading.mentions.get(*place);
                reading.text.gap(end) == Gap::Space && mention.is_some_and(|m| m.kind == MentionKind::Place)
            });
            self.places.extend(place);
        }
        None
    }

    /// A country, an institution or what else may belong to a title.
    fn name(&mut self, reading: &Reading<'_>, other: usize, kind: MentionKind, at: usize) -> Step {
        if !matches!(reading.text.gap(at), Gap::Space | Gap::SpacedHyphen | Gap::Hyphen) {
            return None;
        }
        match kind {
            MentionKind::Place if !self.posted => self.places.push(other),
            MentionKind::Org if !self.posted || mission(reading, other) => self.orgs.push(other),
            MentionKind::Place | MentionKind::Org | MentionKind::Event => {}
            _ => return None,
        }
        self.end = reading.tokens_of(other).end;
        Some(self.end)
    }

    fn word(
        &mut self,
        reading: &Reading<'_>,
        gazetteer: &Gazetteer,
        title: &Range<usize>,
        at: usize,
    ) -> Step {
        let text = &reading.text;
        let (word, gap) = (text.norm(at), text.gap(at));
        let wants_body = wants_body(reading, gazetteer, title);
        let comrade = word == "đồng" && text.norm(at + 1) == "chí";
        if (honorific(word) || comrade) && matches!(gap, Gap::Space | Gap::CommaSpace | Gap::SpacedHyphen) {
            self.addressed(reading, title, wants_body, at, at + 1 + usize::from(comrade));
            return None;
        }
        if gap != Gap::Space || self.words > MOST {
            return None;
        }
        let named = honours(text, at);
        if named > at {
            self.person = person_at(reading, named).filter(|_| !self.serves);
            return None;
        }
        if aide(reading, title.start) {
            let other = gazetteer.longest(text, at, |class| matches!(class, Class::Role(RoleClass::Whole)));
            if let Some((end, _)) = other {
                self.serves = true;
                self.end = end;
                return Some(end);
            }
        }
        if word == "kiêm" {
            self.goes_on = Some(at + 1).filter(|next| reading.kind_at(*next) == Some(MentionKind::Role));
            return None;
        }
        let body = wants_body
            && (BODIES.contains(&word)
                || text.capital(at) && text.word(at).case != Case::Digit
                || word == "và");
        if !body && !LINKS.contains(&word) {
            return None;
        }
        self.posted |= matches!(word, "tại" | "ở");
        self.words += usize::from(!matches!(word, "của" | "nước" | "tại" | "ở"));
        Some(at + 1)
    }

    /// `ông A` at token `at`, the name at `to`.
    fn addressed(
        &mut self,
        reading: &Reading<'_>,
        title: &Range<usize>,
        wants_body: bool,
        at: usize,
        to: usize,
    ) {
        let text = &reading.text;
        self.comma = text.gap(at) != Gap::Space;
        let Some(person) = person_at(reading, to).filter(|_| text.gap(to) == Gap::Space) else {
            return;
        };
        // `trợ lý của Tổng thống Nga, ông A`; `gặp Thủ tướng Nga, ông A, Bộ trưởng …` lists two.
        let another = if self.comma {
            text.before(title.start) == "của" || self.posted && !wants_body || titled_after(reading, person)
        } else {
            self.serves || matches!(text.before(at), "và" | "của")
        };
        if !another {
            self.person = Some(person);
        }
    }
}

/// Whether a title wants a body, whose name need not be a mention.
fn wants_body(reading: &Reading<'_>, gazetteer: &Gazetteer, title: &Range<usize>) -> bool {
    let ends = title
        .clone()
        .filter_map(|at| gazetteer.longest(&reading.text, at, |class| matches!(class, Class::Role(_))))
        .filter(|(end, _)| *end == title.end);
    let mut classes = ends.map(|(_, entry)| entry.class);
    classes.any(|class| matches!(class, Class::Role(RoleClass::Body | RoleClass::Field)))
        || matches!(
            reading.text.norm(title.start),
            "trợ" | "cố" | "đại" | "đặc" | "trưởng" | "điều" | "phó"
        )
}

/// Whether an institution is a mission, whose country its staff is of wherever they are.
fn mission(reading: &Reading<'_>, org: usize) -> bool {
    let at = reading.tokens_of(org).start;
    MISSIONS.iter().any(|words| reading.says(at, words))
}

/// Whether a title follows a person after a comma that is not the next person's of a list.
fn titled_after(reading: &Reading<'_>, person: usize) -> bool {
    let text = &reading.text;
    let end = reading.tokens_of(person).end;
    let role = reading
        .mention_at(end)
        .filter(|_| reading.kind_at(end) == Some(MentionKind::Role));
    let Some(role) = role.filter(|_| text.gap(end) == Gap::CommaSpace) else {
        return false;
    };
    let mut at = reading.tokens_of(role).end;
    while let Some(MentionKind::Place | MentionKind::Org) = reading.kind_at(at) {
        at = reading
            .mention_at(at)
            .map_or(at + 1, |name| reading.tokens_of(name).end);
    }
    let addressed = honorific(text.norm(at)) && reading.kind_at(at).is_none();
    person_at(reading, at + usize::from(addressed)).is_none()
}

/// Whether a title is of somebody who serves the holder of another.
pub(super) fn aide(reading: &Reading<'_>, title: usize) -> bool {
    AIDES.contains(&reading.text.norm(title))
}

/// The mention of a person that begins at a token.
pub(super) fn person_at(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let person = reading.mention_at(at)?;
    let is_person = reading.mentions.get(person)?.kind == MentionKind::Person;
    (is_person && reading.tokens_of(person).start == at).then_some(person)
}
