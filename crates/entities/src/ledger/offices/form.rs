//! The normal form of a title: `Ngoại trưởng` is `Bộ trưởng Bộ Ngoại giao`.

use super::spelling::{capitals, portfolio, shown};
use crate::fold::fold;
use crate::gazetteer::{Class, Gazetteer, RoleClass, Strength};
use crate::ledger::reading::Reading;
use crate::model::MentionKind;
use crate::text::{Case, Gap};
use std::ops::Range;

/// Titles that say the same as another one.
const SAME: &[(&str, &str)] = &[
    ("ngoại trưởng", "Bộ trưởng Bộ Ngoại giao"),
    ("tổng trưởng ngoại giao", "Bộ trưởng Bộ Ngoại giao"),
    ("phó ngoại trưởng", "Thứ trưởng Bộ Ngoại giao"),
    ("quyền ngoại trưởng", "Quyền Bộ trưởng Bộ Ngoại giao"),
    ("trợ lý ngoại trưởng", "Trợ lý Bộ trưởng Bộ Ngoại giao"),
    ("thủ tướng chính phủ", "Thủ tướng"),
    ("thủ tướng liên bang", "Thủ tướng"),
    ("tổng lý", "Thủ tướng"),
    ("phó thủ tướng chính phủ", "Phó Thủ tướng"),
    ("phó thủ tướng thường trực chính phủ", "Phó Thủ tướng Thường trực"),
    ("chủ tịch nước việt nam", "Chủ tịch nước"),
    ("tổng bí thư ban chấp hành trung ương đảng", "Tổng Bí thư"),
    ("chủ tịch đuma quốc gia", "Chủ tịch Duma Quốc gia"),
    ("chủ tịch duma", "Chủ tịch Duma Quốc gia"),
    ("phát ngôn nhân", "Người phát ngôn"),
    ("hạ nghị sỹ", "Hạ nghị sĩ"),
    ("thượng nghị sỹ", "Thượng nghị sĩ"),
    ("nghị sỹ", "Nghị sĩ"),
    (
        "bộ trưởng chủ nhiệm văn phòng chính phủ",
        "Chủ nhiệm Văn phòng Chính phủ",
    ),
    ("tbt", "Tổng Bí thư"),
    ("chủ tịch hđnd", "Chủ tịch HĐND"),
    ("chủ tịch hđqt", "Chủ tịch HĐQT"),
    ("nhà vua", "Quốc vương"),
    ("vua", "Quốc vương"),
];

/// Words before a title, which still names an office that was held: `cựu Tổng thống`; and what becomes of them.
const PREFIXES: &[(&str, &str)] = &[("cựu", ""), ("nguyên", ""), ("quyền", "Quyền "), ("tân", "")];
/// Words of which `quyền` is the second syllable: `chính quyền Tổng thống A`.
const POWERS: &[&str] = &["chính", "nhân", "chủ", "thẩm", "cầm", "đặc"];

/// Chambers and governments that belong to the title of their head.
const CHAMBERS: &[&str] = &[
    "quốc hội",
    "hạ viện",
    "thượng viện",
    "nghị viện",
    "duma quốc gia",
    "hội đồng liên bang",
    "viện dân biểu",
];

/// A title in its normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// Folded words, to compare by.
    pub(super) key: String,
    /// As it is shown.
    pub(super) text: String,
}

impl Form {
    pub(super) fn words(&self) -> usize {
        self.key.split(' ').count()
    }

    /// `TT` of headlines: the head of government of Việt Nam, the head of state elsewhere.
    pub(super) fn spelt_out(self, vietnamese: bool) -> Self {
        let title = if vietnamese {
            "Thủ tướng"
        } else {
            "Tổng thống"
        };
        if self.key == "tt" {
            Self::new(title.to_owned())
        } else {
            self
        }
    }

    fn new(text: String) -> Self {
        let key = text
            .split(' ')
            .map(|word| fold(&viet::normalise(word)).into_owned())
            .collect::<Vec<_>>()
            .join(" ");
        Self { key, text }
    }
}

/// The normal form of the title in these tokens, with the institution that follows it; nothing for a rank.
pub(super) fn of(
    reading: &Reading<'_>,
    gazetteer: &Gazetteer,
    title: Range<usize>,
    org: Option<usize>,
) -> Option<Form> {
    let text = &reading.text;
    let mut from = title.start;
    let mut prefix = "";
    let known = |at: usize| gazetteer.longest(text, at, |class| matches!(class, Class::Role(_)));
    if text.norm(from) == "quyền" && POWERS.contains(&text.before(from)) {
        from += 1;
    } else if let Some((_, shown)) = PREFIXES.iter().find(|(word, _)| *word == text.norm(from))
        && title.len() > 1
        && known(from).is_none_or(|(end, _)| end < title.end && text.norm(from) != "quyền")
    {
        from += 1;
        prefix = shown;
    }
    let rank = |at: usize| {
        known(at).is_some_and(|(end, entry)| entry.class == Class::Role(RoleClass::Rank) && end == title.end)
    };
    if from >= title.end || rank(from) || text.norm(from) == "phó" && rank(from + 1) {
        return None;
    }
    let plain = words(reading, from..title.end);
    let main = if let Some((_, same)) = SAME.iter().find(|(other, _)| *other == plain) {
        (*same).to_owned()
    } else if let Some(ministry) = ministry(reading, gazetteer, from..title.end, org) {
        ministry
    } else if let Some(chamber) = org.and_then(|org| chamber(reading, org)).filter(|_| head(&plain)) {
        format!("{} {}", capitals(&plain), capitals(&chamber))
    } else if let Some(whole) = org.filter(|_| plain.ends_with("văn phòng")) {
        capitals(&format!("{plain} {}", words(reading, reading.tokens_of(whole))))
    } else if plain.chars().count() <= 4 && text.word(from).case == Case::Upper {
        plain.to_uppercase()
    } else {
        capitals(&plain)
    };
    Some(Form::new(prefixed(prefix, &main)))
}

fn words(reading: &Reading<'_>, tokens: Range<usize>) -> String {
    let shown: Vec<String> = tokens.map(|at| shown(reading.text.norm(at))).collect();
    shown.join(" ")
}

fn head(plain: &str) -> bool {
    matches!(
        plain,
        "chủ tịch" | "phó chủ tịch" | "quyền chủ tịch" | "tổng thư ký"
    )
}

/// `Cựu ` and `Bộ trưởng …` as one title.
fn prefixed(prefix: &str, main: &str) -> String {
    if prefix.is_empty() {
        main.to_owned()
    } else {
        format!("{prefix}{main}")
    }
}

/// A minister's title, with its ministry from the title or from the institution beside it.
fn ministry(
    reading: &Reading<'_>,
    gazetteer: &Gazetteer,
    title: Range<usize>,
    org: Option<usize>,
) -> Option<String> {
    let text = &reading.text;
    let (end, entry) =
        gazetteer.longest(text, title.start, |class| class == Class::Role(RoleClass::Field))?;
    if entry.class != Class::Role(RoleClass::Field) || end > title.end {
        return None;
    }
    let head = capitals(
        &(title.start..end)
            .map(|at| shown(text.norm(at)))
            .collect::<Vec<_>>()
            .join(" "),
    );
    let of = usize::from(end < title.end && text.norm(end) == "bộ");
    if end + of < title.end {
        let field = reading.span(end + of..title.end).of(text.source);
        return Some(format!("{head} Bộ {}", portfolio(field)));
    }
    // `Bộ trưởng` + `Bộ Ngoại giao Nga`, an institution of its own.
    let own = reading.tokens_of(org?);
    if text.norm(own.start) != "bộ" || own.len() < 2 {
        return None;
    }
    let stop = (own.start + 1..own.end)
        .find(|at| country_at(reading, gazetteer, *at, own.end).is_some())
        .unwrap_or(own.end);
    let field = reading.span(own.start + 1..stop).of(text.source);
    Some(format!("{head} Bộ {}", portfolio(field)))
}

/// The country that is named at a token of an institution's name; one-syllable names only at its end (`Bộ Tư Pháp`).
pub(super) fn country_at<'g>(
    reading: &Reading<'_>,
    gazetteer: &'g Gazetteer,
    at: usize,
    end: usize,
) -> Option<&'g str> {
    let wanted = |class| matches!(class, Class::Named(_) | Class::Short(..));
    let (to, entry) = gazetteer.longest(&reading.text, at, wanted)?;
    let number = match entry.class {
        Class::Named(number) => number,
        Class::Short(number, strength) if strength != Strength::Weak && to == end => number,
        _ => return None,
    };
    let id = gazetteer.item(number)?.id.as_str();
    gazetteer.is_country(id).then_some(id)
}

/// The chamber that an institution is, without its country.
fn chamber(reading: &Reading<'_>, org: usize) -> Option<String> {
    let mention = reading
        .mentions
        .get(org)
        .filter(|mention| mention.kind == MentionKind::Org)?;
    let _ = mention;
    let tokens = reading.tokens_of(org);
    let words: Vec<String> = tokens
        .clone()
        .take_while(|at| *at == tokens.start || reading.text.gap(*at) == Gap::Space)
        .map(|at| shown(reading.text.norm(at)))
        .collect();
    let written = words.join(" ");
    CHAMBERS
        .iter()
        .find(|chamber| {
            written
                .strip_prefix(**chamber)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
        .map(|chamber| (*chamber).to_owned())
}
