//! Institutions up to their boundary: `Ủy ban Đối ngoại Quốc hội`, `Đại sứ quán Việt Nam tại Liên bang Nga`.

use super::{plural, second_syllable, stop};
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, HeadKind};
use crate::model::MentionKind;
use crate::text::{Case, Gap, Text};

/// Lower-case words that say of what kind a name is without being part of it: `hãng tin Reuters`.
const OUTSIDE: &[&str] = &[
    "báo", "tờ", "hãng", "đài", "kênh", "trang", "tạp", "nhật", "nhóm", "tổ", "phong", "công", "tập", "tổng",
    "liên",
];
/// Fields that go on in lower case inside the name of an institute, centre or committee.
const FIELDS: &[(&str, &str)] = &[
    ("chiến", "lược"),
    ("quốc", "tế"),
    ("quốc", "gia"),
    ("khoa", "học"),
    ("công", "nghệ"),
    ("kinh", "tế"),
    ("xã", "hội"),
    ("văn", "hóa"),
    ("văn", "hoá"),
    ("an", "ninh"),
    ("trung", "ương"),
    ("hạt", "nhân"),
    ("năng", "lượng"),
    ("chính", "trị"),
    ("luật", "pháp"),
    ("hòa", "bình"),
    ("hoà", "bình"),
    ("môi", "trường"),
    ("y", "tế"),
    ("giáo", "dục"),
    ("nhà", "nước"),
    ("liên", "bang"),
    ("khu", "vực"),
    ("toàn", "cầu"),
    ("dân", "tộc"),
    ("tôn", "giáo"),
    ("báo", "chí"),
    ("truyền", "thông"),
    ("đối", "ngoại"),
    ("quốc", "phòng"),
    ("thương", "mại"),
];
/// Fields that are verbs elsewhere: only right after the first word of the name, or after `và`.
const ACTIVITIES: &[(&str, &str)] = &[
    ("nghiên", "cứu"),
    ("phát", "triển"),
    ("đào", "tạo"),
    ("hợp", "tác"),
    ("điều", "phối"),
    ("cải", "cách"),
];

/// Institutions that need no further name.
const BARE: &[&str] = &["quốc hội", "chính phủ", "thượng viện", "hạ viện", "nghị viện"];

pub(super) fn at(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    head: usize,
    free: bool,
) -> Option<Found> {
    let to = without_bare_head(text, gazetteer, head, extent(text, gazetteer, draft, at, head));
    if many(text, at) && !proper(text, draft, at, to) {
        return None;
    }
    let lower = free && text.word(at).case == Case::Lower;
    // `nhà báo`, `thông báo`: other words.
    if matches!(
        text.before(at),
        "nhà" | "thông" | "cảnh" | "họp" | "dự" | "tàu" | "điện"
    ) {
        return None;
    }
    let media = matches!(text.norm(at), "hãng" | "báo" | "tờ" | "kênh");
    if media || lower && (OUTSIDE.contains(&text.norm(at)) || text.norm(at) == "ngân" && to == head) {
        return outlet(text, gazetteer, draft, head);
    }
    if to > head {
        // `Hội nghị`, `Đoàn Việt Nam`: a head with nothing but a country after it is an institution only sometimes.
        let only_place = draft
            .starting(head)
            .is_some_and(|f| f.kind == MentionKind::Place && f.to == to);
        if only_place
            && head == at + 1
            && matches!(
                text.norm(at),
                "bộ" | "ban"
                    | "viện"
                    | "nhóm"
                    | "trường"
                    | "hãng"
                    | "sở"
                    | "vụ"
                    | "cục"
                    | "tòa"
                    | "đoàn"
                    | "phòng"
                    | "đài"
                    | "quỹ"
            )
        {
            return None;
        }
        return Some(Found::new(at, to, MentionKind::Org, "grammar/organisation"));
    }
    let name = format!("{} {}", text.norm(at), text.norm(at + 1));
    let bare = head == at + 2 && BARE.contains(&name.as_str()) && text.capital(at);
    bare.then(|| Found::new(at, head, MentionKind::Org, "grammar/institution"))
}

/// Whether several institutions of a kind are meant: `giữa các Ủy ban chuyên môn`, `hai Bộ Ngoại giao`.
fn many(text: &Text<'_>, at: usize) -> bool {
    let before = text.before(at);
    plural(text, at) && before != "một" || matches!(before, "hai" | "ba" | "bốn" | "mỗi" | "từng" | "mấy")
}

/// Whether a name says which institution it is, be it by a country, a person or a word that is not Vietnamese.
fn proper(text: &Text<'_>, draft: &Draft, at: usize, to: usize) -> bool {
    // `các Bộ Công Thương, Tài chính`, `hai đảng Dân chủ và Cộng hòa`: a list of those that are meant.
    let listed = text.norm(at) == "đảng" && to > at + 1
        || text.norm(at) == "bộ" && matches!(text.gap(to), Gap::CommaSpace | Gap::Colon);
    listed
        || draft.starting(at).is_some()
        || (at + 1..to)
            .any(|token| draft.at(token).is_some() || text.capital(token) && !text.word(token).vietnamese)
}

/// The end `to` of a name, without a last `và Nhóm` that only begins another.
fn without_bare_head(text: &Text<'_>, gazetteer: &Gazetteer, head: usize, to: usize) -> usize {
    let bare = |and: &usize| {
        text.norm(*and) == "và"
            && gazetteer
                .longest(text, *and + 1, |class| class == Class::Head(HeadKind::Org))
                .is_some_and(|(end, _)| end >= to)
    };
    let from = to.saturating_sub(5).max(head);
    (from..to).rev().find(bare).unwrap_or(to)
}

/// The token after the institution's name.
fn extent(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, from: usize, head: usize) -> usize {
    let embassy = matches!(text.norm(head.saturating_sub(1)), "quán" | "đsq");
    let (mut at, mut good) = (head, head);
    // A word of all lower case after the head (`ủy ban này`) never begins the name, save for a ministry's field.
    while at < head + 30 {
        let gap = text.gap(at);
        let dash = gap.is_dash();
        if !(gap == Gap::Space || dash || gap == Gap::CommaSpace && good == at && at > head) {
            break;
        }
        if let Some((end, _)) = gazetteer.longest(text, at, |class| class == Class::Portfolio)
            && (gap != Gap::CommaSpace || text.capital(at) && text.capital(at.saturating_sub(1)))
            && (text.capital(at) || at == head && (text.capital(from) || text.norm(from) == "bộ"))
            && gap != Gap::CommaSpace
            && draft
                .at(at)
                .is_none_or(|found| found.from >= at && found.to <= end)
        {
            (at, good) = (end, end);
            continue;
        }
        if gap == Gap::CommaSpace {
            break;
        }
        if let Some(end) = field(text, draft, from, head, at) {
            (at, good) = (end, end);
            continue;
        }
        match draft.starting(at) {
            Some(found) if matches!(found.kind, MentionKind::Place | MentionKind::Org) => {
                (at, good) = (found.to, found.to);
                let country = found.kind == MentionKind::Place;
                let more = text.gap(at).is_dash() && draft.starting(at).is_some();
                let at_post =
                    embassy && text.norm(at) == "tại" && draft.kind(at + 1) == Some(MentionKind::Place);
                if at_post {
                    good = draft.at(at + 1).map_or(good, |place| place.to);
                    break;
                }
                if text.norm(at) == "về" && matches!(text.norm(from), "ủy" | "uỷ" | "tiểu" | "nhóm")
                {
                    return subject(text, draft, at).max(good);
                }
                if country && !more && !goes_on_between(text, draft, from, at) {
                    break;
                }
                continue;
            }
            // `Học viện Chính trị quốc gia Hồ Chí Minh`, `Đại học Kim Nhật Thành`
            Some(found) if found.kind == MentionKind::Person && named_after(text, found, at == head) => {
                (at, good) = (found.to, found.to);
                continue;
            }
            Some(_) => break,
            None if draft.at(at).is_some() => break,
            None => {}
        }
        let word = text.word(at);
        if text.capital(at) && at > head && !word.vietnamese && text.word(at - 1).vietnamese {
            // `đảng Cộng hoà Doug Heye`: a foreign name after Vietnamese words is somebody's.
            let more = text.gap(at + 1) == Gap::Space && text.capital(at + 1);
            if more && word.case != Case::Upper {
                break;
            }
        }
        if text.capital(at) {
            // Another institution's or office's beginning ends this one: `Bộ Ngoại giao Phó Thủ tướng`.
            at += 1;
            good = at;
            continue;
        }
        if word.case == Case::Digit && word.letters == 0 && good == at && at == head && text.capital(from) {
            at += 1;
            good = at;
            continue;
        }
        if second_syllable(text, draft, at) && at > head {
            at += 1;
            good = at;
            continue;
        }
        // `Đảng và Nhà nước`: two.
        if at == head && text.norm(from) == "đảng" && text.norm(at) == "và" {
            break;
        }
        if text.norm(at) == "và"
            && another(text, gazetteer, at + 1)
            && !goes_on_between(text, draft, from, at)
        {
            break;
        }
        match bridge(text, draft, from, at) {
            Some(next) if good > head || at == head && text.capital(from) => at = next,
            _ => break,
        }
    }
    good
}

/// Whether another institution's name begins, with a word of two syllables or as a ministry: `Đảng Lao động và Ủy ban
/// Quốc vụ`.
fn another(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    let head = gazetteer.longest(text, at, |class| class == Class::Head(HeadKind::Org));
    head.is_some_and(|(end, _)| end > at + 1 || text.norm(at) == "bộ")
}

/// The token after a field in lower case: `Viện Nghiên cứu [chiến lược] [quốc tế]`, `Ủy ban Cải cách [và phát triển]`.
fn field(text: &Text<'_>, draft: &Draft, from: usize, head: usize, at: usize) -> Option<usize> {
    let headed = text.capital(from)
        && matches!(
            text.norm(from),
            "viện" | "trung" | "ủy" | "uỷ" | "hội" | "học" | "cơ" | "ban" | "trường" | "cục" | "tổ"
        );
    let joined = text.norm(at) == "và";
    let first = at + usize::from(joined);
    let pair = (text.norm(first), text.norm(first + 1));
    let plain = text.gap(first) == Gap::Space
        && text.gap(first + 1) == Gap::Space
        && text.word(first).case == Case::Lower
        && text.word(first + 1).case == Case::Lower
        && draft.free(first)
        && draft.free(first + 1);
    let verb = ACTIVITIES.contains(&pair) && (joined && at > head || at == head);
    (headed && plain && (FIELDS.contains(&pair) && (at > head || head > from + 1) || verb))
        .then_some(first + 2)
}

/// Whether an institution bears a person's name.
fn named_after(text: &Text<'_>, person: &Found, first: bool) -> bool {
    let before = text.before(person.from);
    person.entity.as_deref() == Some("person:ho-chi-minh")
        || first && matches!(before, "học" | "trường" | "viện" | "quỹ" | "tàng")
}

/// The token after what a committee is about: `về hợp tác kinh tế-thương mại và khoa học-kỹ thuật`.
fn subject(text: &Text<'_>, draft: &Draft, about: usize) -> usize {
    let mut at = about + 1;
    while at < about + 20
        && matches!(text.gap(at), Gap::Space | Gap::Hyphen | Gap::SpacedHyphen)
        && draft.free(at)
    {
        let last = matches!(text.norm(at), "và" | "," | "của");
        if stop(text.norm(at)) && !matches!(text.norm(at), "hội" | "nhân" | "chính" | "thông") {
            break;
        }
        at += 1;
        if last && !matches!(text.gap(at), Gap::Space) {
            break;
        }
    }
    if matches!(text.norm(at - 1), "và" | "của" | "về") {
        at - 1
    } else {
        at
    }
}

/// `Hội Hữu nghị Việt Nam và Nga`, `Ủy ban … giữa Quốc hội Việt Nam và Duma Quốc gia`.
fn goes_on_between(text: &Text<'_>, draft: &Draft, from: usize, at: usize) -> bool {
    let between = (from..at).any(|token| text.norm(token) == "giữa");
    text.norm(at) == "và"
        && between
        && matches!(draft.kind(at + 1), Some(MentionKind::Place | MentionKind::Org))
}

/// The next capitalised token, place or institution, a few plain lower-case words away.
fn bridge(text: &Text<'_>, draft: &Draft, from: usize, at: usize) -> Option<usize> {
    // `và đại diện Australia` begins something else.
    if text.norm(at) == "và" && !text.capital(at + 1) {
        return None;
    }
    // So does a known institution, save for the second of two that a committee stands between.
    let known = draft.kind(at + 1) == Some(MentionKind::Org);
    if text.norm(at) == "và" && known && !goes_on_between(text, draft, from, at) {
        return None;
    }
    for token in at..at + 5 {
        if token > at && !matches!(text.gap(token), Gap::Space | Gap::Hyphen) {
            return None;
        }
        let word = text.word(token);
        if text.capital(token) {
            let kind = draft.kind(token);
            let usable = matches!(kind, None | Some(MentionKind::Place | MentionKind::Org));
            // After `của`, `về`, `và` a country begins something else.
            let linked = matches!(
                text.norm(token.saturating_sub(1)),
                "của" | "và" | "với" | "tại" | "trong"
            ) && token > at;
            return (usable && token > at && !(linked && kind == Some(MentionKind::Place))).then_some(token);
        }
        if word.norm.is_empty() || word.case != Case::Lower || draft.at(token).is_some() {
            return None;
        }
        let allowed = matches!(
            word.norm.as_str(),
            "chính" | "liên" | "nhân" | "hội" | "chủ" | "đồng" | "thông" | "số" | "phát"
        );
        if stop(&word.norm) && !allowed || matches!(word.norm.as_str(), "với" | "tại" | "trong") {
            return None;
        }
    }
    None
}

/// A capitalised run after `báo`, `hãng tin`, `tập đoàn`: the name without that word.
fn outlet(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, head: usize) -> Option<Found> {
    // `công ty bảo hiểm AIG`: plain words may say more of the kind.
    let plain = |token: &usize| {
        text.gap(*token) == Gap::Space && text.word(*token).case == Case::Lower && !stop(text.norm(*token))
    };
    let company = matches!(text.norm(head - 1), "ty" | "đoàn" | "hãng");
    let skipped = (head..head + 3).take_while(plain).count();
    let head = if company { head + skipped } else { head };
    if text.gap(head) != Gap::Space || !text.capital(head) || draft.at(head).is_some() {
        return None;
    }
    if gazetteer
        .longest(text, head, |class| class == Class::Head(HeadKind::Org))
        .is_some()
    {
        return None;
    }
    // Vietnamese words after `hãng`, `nhóm` are words; after `báo` they may be a name.
    let newspaper = matches!(text.norm(head - 1), "báo" | "tờ" | "chí" | "đài" | "kênh");
    let words = text.word(head).vietnamese && text.word(head).case == Case::Title;
    let short = gazetteer.longest(text, head, |class| matches!(class, Class::Short(..)));
    if text.word(head).letters < 2 || words && !newspaper || short.is_some() {
        return None;
    }
    let mut to = head;
    while to < head + 6
        && text.capital(to)
        && (to == head || matches!(text.gap(to), Gap::Space | Gap::Hyphen))
    {
        to = match draft.at(to) {
            Some(found) if found.kind == MentionKind::Place && found.from == to => found.to,
            Some(_) => break,
            None => to + 1,
        };
    }
    // `tờ Tuổi trẻ`: the second syllable of a word in lower case.
    if second_syllable(text, draft, to) && !stop(text.norm(to)) {
        to += 1;
    }
    let office = gazetteer
        .longest(text, head, |class| matches!(class, Class::Role(_)))
        .is_some();
    (to > head && !office).then(|| Found::new(head, to, MentionKind::Org, "grammar/named-company"))
}
