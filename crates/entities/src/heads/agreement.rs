//! Treaties, statements and plans: long names that run to a boundary.

use super::{pauses, plural, second_syllable};
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, HeadKind};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};

/// Words that follow a treaty's first word without a capital and still make it a name.
const SUBJECTS: &[&str] = &[
    "thương", "về", "hợp", "tránh", "khung", "đối", "bảo", "khuyến", "tương", "vận", "hàng", "miễn", "giữa",
    "dẫn", "hữu", "hạt", "khí", "biến", "ứng",
];
/// Acronyms for kinds of treaties that stand inside a name: `Hiệp định thương mại tự do (FTA) Việt Nam - EU`.
const KINDS: &[&str] = &[
    "fta", "epa", "cepa", "pca", "bta", "mou", "dta", "bit", "ipa", "rta",
];

/// A treaty, statement or plan.
pub(super) fn at(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    head: usize,
) -> Option<Found> {
    let norm = text.norm(at);
    // Laws, strategies and initiatives are named by capitals only; treaties also by their subject.
    let treaty = matches!(
        norm,
        "hiệp" | "công" | "nghị" | "tuyên" | "bản" | "biên" | "thỏa" | "thoả" | "kế" | "thông"
    );
    let joint = text.norm(head.saturating_sub(1)) == "chung";
    let opens = text.capital(head)
        || sides(text, head)
        || draft.starting(head).is_some()
        || SUBJECTS.contains(&text.norm(head)) && treaty
        || joint && treaty;
    if text.word(at).case == Case::Lower && !SUBJECTS.contains(&text.norm(head)) {
        return None;
    }
    // `thỏa thuận hợp tác` may be any; what a treaty does away with or ends is one.
    let any =
        matches!(norm, "thỏa" | "thoả") && !matches!(text.norm(head), "hạt" | "khí" | "biến" | "thương");
    if text.word(at).case == Case::Lower && any {
        return None;
    }
    // `luật pháp Mỹ` and `kế hoạch biến đất hoang thành …` are no names.
    if text.norm(at) == "luật" && text.norm(head) == "pháp"
        || text.norm(head) == "biến" && text.norm(head + 1) != "đổi"
    {
        return None;
    }
    // `Đối tác Chiến lược` names a relation.
    if text.norm(at) == "chiến" && text.before(at) == "tác" {
        return None;
    }
    let numbered = text.norm(head) == "số" && text.word(head + 1).case == Case::Digit;
    let short = head == at + 2 && !matches!(norm, "kế" | "hiệp");
    if short && !(opens || numbered) {
        return None;
    }
    let to = walk(text, gazetteer, draft, head);
    if to <= head {
        return None;
    }
    if matches!(
        text.norm(at),
        "luật" | "sáng" | "chiến" | "đề" | "khung" | "khuôn" | "lộ"
    ) && !(head..to).any(|i| text.capital(i))
    {
        return None;
    }
    (!plural(text, at)).then(|| Found::new(at, to, MentionKind::Agreement, "grammar/agreement"))
}

/// A way over the words of a treaty's name.
struct Walk<'w> {
    text: &'w Text<'w>,
    gazetteer: &'w Gazetteer,
    draft: &'w Draft,
    from: usize,
    at: usize,
    /// The token after what is certain so far.
    good: usize,
    /// What it is about is being told: plain words count.
    subject: bool,
    between: bool,
    /// Its acronym follows: plain words suffice (`Hiệp định bảo hộ đầu tư (EVIPA)`).
    explained: bool,
}

/// Where a treaty's name ends: over names, capitals, years, and after `về` its subject, up to a stop or mark.
fn walk(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, from: usize) -> usize {
    let mut walk = Walk {
        text,
        gazetteer,
        draft,
        from,
        at: from,
        good: from,
        subject: false,
        between: false,
        explained: false,
    };
    while walk.at < from + 60 && walk.step() {}
    walk.end()
}

impl Walk<'_> {
    /// Goes on by a word or a name; false where the name ends.
    fn step(&mut self) -> bool {
        let (text, at) = (self.text, self.at);
        let gap = text.gap(at);
        let number = text.word(at).case == Case::Digit;
        if matches!(gap, Gap::Dot | Gap::Comma) && number && self.good == at && at > self.from {
            return self.accept(at + 1);
        }
        if gap == Gap::Open {
            return self.acronym();
        }
        let comma = gap == Gap::CommaSpace
            && text.capital(at)
            && text.capital(at.saturating_sub(1))
            && self.draft.free(at)
            && self.draft.free(at.saturating_sub(1))
            && self.good == at;
        // `năm 2015 – việc Pháp …`: another thought.
        let aside = gap == Gap::SpacedHyphen && text.word(at).case == Case::Lower && self.draft.free(at);
        // `(FTA) Việt Nam - EU`
        let closed = gap == Gap::Close && self.good == at;
        if !(gap == Gap::Space || gap.is_dash() || comma || closed) || aside {
            return false;
        }
        if let Some(found) = self.draft.starting(at) {
            let another = found.kind == MentionKind::Agreement && text.before(at) == "và";
            return belongs(text, found) && !another && self.accept(found.to);
        }
        if text.norm(at) == "ảnh" {
            return false;
        }
        if text.capital(at) {
            // `Bộ Văn hóa, Thể thao và Du lịch`
            let field = self
                .gazetteer
                .longest(text, at, |class| class == Class::Portfolio);
            if let Some((end, _)) = field.filter(|(end, _)| *end > at + 2) {
                return self.accept(end);
            }
            let head = |class| class == Class::Head(HeadKind::Agreement);
            let another = text.before(at) == "và" && self.gazetteer.longest(text, at, head).is_some();
            return !another && self.accept(at + 1);
        }
        if number {
            return self.accept(at + 1);
        }
        self.word()
    }

    /// Takes everything up to a token.
    fn accept(&mut self, to: usize) -> bool {
        self.at = to;
        self.good = to;
        true
    }

    /// An acronym in brackets, after which the name may go on: `Hiệp định thương mại tự do (FTA) Việt Nam - EU`.
    fn acronym(&mut self) -> bool {
        let (text, at) = (self.text, self.at);
        if text.word(at).case != Case::Upper || !text.bracketed(at) {
            return false;
        }
        if !KINDS.contains(&text.norm(at)) {
            self.explained = at > self.from && text.capital(self.from - 2);
            self.good = if self.explained { at } else { self.good };
            return false;
        }
        let next = self.draft.starting(at + 1);
        let goes_on = matches!(text.norm(at + 1), "giữa" | "với" | "của")
            || next.is_some_and(|found| matches!(found.kind, MentionKind::Place | MentionKind::Org));
        goes_on && text.gap(at + 1) == Gap::Close && at > self.from && self.accept(at + 1)
    }

    /// A word in lower case.
    fn word(&mut self) -> bool {
        let (text, at) = (self.text, self.at);
        let norm = text.norm(at);
        if sides(text, at) {
            return self.accept(at + 3);
        }
        match norm {
            "về" => self.subject = true,
            "giữa" => self.between = true,
            "trên" if text.before(at) == "bên" && connects(self) => {}
            "và" | "với" | "của" | "trong" | "đến" | "tại" | "ở" | "xuyên" | "cho" => {
                if !connects(self) {
                    return false;
                }
                self.subject |= norm == "trong";
            }
            _ if pauses(text, at) && !(self.good == at && second_syllable(text, self.draft, at)) => {
                return false;
            }
            _ => {}
        }
        self.at = at + 1;
        // Plain words count once a subject is being told, or as the second syllable of a capitalised word.
        let second = self.good == at && second_syllable(text, self.draft, at);
        if self.subject && !matches!(norm, "về" | "và" | "của" | "trong")
            || second && text.word(at).vietnamese
        {
            self.good = self.at;
        }
        true
    }

    /// The token after the name, or its beginning where nothing makes it one.
    fn end(&self) -> usize {
        let (text, from) = (self.text, self.from);
        let mut good = self.good;
        while good > from
            && matches!(
                text.norm(good - 1),
                "của"
                    | "các"
                    | "và"
                    | "về"
                    | "những"
                    | "với"
                    | "trong"
                    | "cách"
                    | "một"
                    | "giữa"
                    | "việc"
                    | "đối"
            )
        {
            good -= 1;
        }
        // `thương mại tự do`, `hợp tác quốc phòng` alone is a name only where something is named in it.
        let date = |token: usize| self.draft.kind(token) == Some(MentionKind::Date);
        let anchored = (from..good)
            .any(|token| !date(token) && (text.capital(token) || self.draft.kind(token).is_some()))
            || self.subject
            || self.explained
            || good == from + 3 && sides(text, from) && text.gap(good) == Gap::Open
            // `Công ước 1982`
            || text.before(from) == "ước" && text.before(from.saturating_sub(1)) == "công" && date(from);
        if anchored && text.line(from) != LineCase::Title {
            good
        } else {
            from
        }
    }
}

/// Whether a treaty's name says whose conduct it is about: `Tuyên bố ứng xử của các bên`.
fn sides(text: &Text<'_>, at: usize) -> bool {
    text.norm(at) == "của"
        && text.norm(at + 1) == "các"
        && text.norm(at + 2) == "bên"
        && (at..at + 3).all(|token| text.gap(token) == Gap::Space)
        && matches!(text.norm(at - 1), "xử" | "bố")
        && text.norm(at + 3) != "liên"
}

/// Whether a find is part of a treaty's name.
fn belongs(text: &Text<'_>, found: &Found) -> bool {
    match found.kind {
        MentionKind::Role | MentionKind::Person | MentionKind::Money | MentionKind::Percent => false,
        // A date that says when something else happens: `trong năm 2019`.
        MentionKind::Date => {
            matches!(found.rule, "scan/year" | "scan/period" | "scan/bare-year")
                && !matches!(text.before(found.from), "trong" | "vào" | "từ")
        }
        _ => true,
    }
}

/// Whether a name goes on after the connective at `at`.
fn connects(walk: &Walk<'_>) -> bool {
    let Walk {
        text,
        draft,
        at,
        subject,
        between,
        ..
    } = *walk;
    let named = text.capital(at + 1) || draft.starting(at + 1).is_some();
    // `Hiệp định CPTPP và RCEP` are two.
    let head = |class| class == Class::Head(HeadKind::Agreement);
    let another = draft.kind(at + 1) == Some(MentionKind::Agreement)
        || walk.gazetteer.longest(text, at + 1, head).is_some();
    match text.norm(at) {
        "xuyên" => true,
        "cho" => false,
        "và" if another => false,
        "và" => between || named || subject && !pauses(text, at + 1),
        "trong" => named || subject && !pauses(text, at + 1) || text.norm(at + 1) == "giai",
        "của" => named || subject && !pauses(text, at + 1),
        "tại" => named && subject,
        _ => named,
    }
}
