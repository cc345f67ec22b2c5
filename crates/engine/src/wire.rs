//! From the engine's types to those of the protocol.

use crate::protocol as wire;
use corpus::{Article, Basis, DateFact, DateKind, Language, Precision};
use entities::{Entity, MentionKind};
use viet::{Level, Span};

pub(crate) fn zone(kind: corpus::ZoneKind) -> wire::ZoneKind {
    use corpus::ZoneKind as From;
    match kind {
        From::Title => wire::ZoneKind::Title,
        From::Body => wire::ZoneKind::Body,
        From::Caption => wire::ZoneKind::Caption,
        From::Byline => wire::ZoneKind::Byline,
        From::Dateline => wire::ZoneKind::Dateline,
        From::Navigation => wire::ZoneKind::Navigation,
        From::Related => wire::ZoneKind::Related,
        From::Source => wire::ZoneKind::Source,
    }
}

pub(crate) const fn kind(kind: MentionKind) -> wire::EntityKind {
    match kind {
        MentionKind::Person => wire::EntityKind::Person,
        MentionKind::Role => wire::EntityKind::Role,
        MentionKind::Org => wire::EntityKind::Org,
        MentionKind::Place => wire::EntityKind::Place,
        MentionKind::Event => wire::EntityKind::Event,
        MentionKind::Agreement => wire::EntityKind::Agreement,
        MentionKind::Date => wire::EntityKind::Date,
        MentionKind::Money => wire::EntityKind::Money,
        MentionKind::Percent => wire::EntityKind::Percent,
        MentionKind::Quantity => wire::EntityKind::Quantity,
    }
}

pub(crate) const fn facet(facet: wire::Facet) -> search::Facet {
    match facet {
        wire::Facet::Person => search::Facet::Person,
        wire::Facet::Place => search::Facet::Place,
        wire::Facet::Org => search::Facet::Org,
        wire::Facet::Role => search::Facet::Role,
        wire::Facet::Topic => search::Facet::Topic,
        wire::Facet::Agreement => search::Facet::Agreement,
        wire::Facet::Event => search::Facet::Event,
        wire::Facet::Source => search::Facet::Source,
        wire::Facet::Year => search::Facet::Year,
        wire::Facet::Zone => search::Facet::Zone,
    }
}

/// The facet of interfaces; `None` for those that only queries name.
pub(crate) const fn shown_facet(facet: search::Facet) -> Option<wire::Facet> {
    Some(match facet {
        search::Facet::Person => wire::Facet::Person,
        search::Facet::Place => wire::Facet::Place,
        search::Facet::Org => wire::Facet::Org,
        search::Facet::Source => wire::Facet::Source,
        search::Facet::Year => wire::Facet::Year,
        search::Facet::Zone => wire::Facet::Zone,
        search::Facet::Role => wire::Facet::Role,
        search::Facet::Topic => wire::Facet::Topic,
        search::Facet::Agreement => wire::Facet::Agreement,
        search::Facet::Event => wire::Facet::Event,
        search::Facet::Lang => return None,
    })
}

/// How well something matched.
pub const fn level(level: Level) -> wire::MatchLevel {
    match level {
        Level::Exact => wire::MatchLevel::Exact,
        Level::Variant => wire::MatchLevel::Variant,
        Level::AccentFree => wire::MatchLevel::AccentFree,
        Level::Edit => wire::MatchLevel::Edit,
    }
}

pub(crate) const fn basis(basis: &Basis) -> wire::Basis {
    match basis {
        Basis::Written => wire::Basis::Written,
        Basis::Inferred(_) => wire::Basis::Inferred,
        Basis::Curated => wire::Basis::Curated,
    }
}

pub(crate) fn date(fact: &DateFact) -> wire::DateSummary {
    wire::DateSummary {
        from: fact.from.to_string(),
        to: fact.to.to_string(),
        precision: match fact.precision {
            Precision::Day => wire::Precision::Day,
            Precision::Month => wire::Precision::Month,
            Precision::Year => wire::Precision::Year,
        },
        kind: match fact.kind {
            DateKind::Published => wire::DateKind::Published,
            DateKind::Event => wire::DateKind::Event,
        },
        basis: basis(&fact.basis),
        rule: match &fact.basis {
            Basis::Inferred(rule) => Some(rule.clone()),
            Basis::Written | Basis::Curated => None,
        },
    }
}

pub(crate) fn language(language: Language) -> Option<String> {
    (language != Language::Unknown).then(|| language.code().to_owned())
}

pub(crate) fn entity(entity: &Entity) -> wire::EntitySummary {
    let name = |language: &str| entity.names.get(language).cloned();
    let vietnamese = name("vi").unwrap_or_else(|| entity.id.clone());
    wire::EntitySummary {
        id: entity.id.clone(),
        kind: kind(entity.kind),
        name_en: name("en").filter(|en| *en != vietnamese),
        name_ru: name("ru"),
        name: vietnamese,
    }
}

pub(crate) fn topic(topic: &entities::topics::Topic) -> wire::TopicSummary {
    let other = |name: &str| (name != topic.vi).then(|| name.to_owned());
    wire::TopicSummary {
        slug: topic.slug.to_owned(),
        name: topic.vi.to_owned(),
        name_en: other(topic.en),
        name_ru: other(topic.ru),
    }
}

/// `part` of an article's text with those of `marks` that lie in it. Invisible control characters become spaces
/// of the same length, so that offsets hold.
pub(crate) fn marked(text: &str, part: Span, marks: &[Span]) -> wire::Marked {
    wire::Marked {
        text: shown(part.of(text)),
        marks: within(part, marks),
    }
}

/// Those of the ascending `marks` that overlap `part`, cut to it and counted from its start.
pub(crate) fn within(part: Span, marks: &[Span]) -> Vec<(u32, u32)> {
    let first = marks.partition_point(|mark| mark.end <= part.start);
    let inside = marks[first..].iter().take_while(|mark| mark.start < part.end);
    inside
        .map(|m| {
            (
                m.start.max(part.start) - part.start,
                m.end.min(part.end) - part.start,
            )
        })
        .collect()
}

/// `text` as a page may show it: control characters, which have no picture, as spaces. All of them that matter are
/// ASCII, so no offset moves.
pub(crate) fn shown(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_ascii_control() && !matches!(c, '\n' | '\t') {
                ' '
            } else {
                c
            }
        })
        .collect()
}

/// Title or first sentence of an article, with the matches in it.
pub(crate) fn title(article: &Article, marks: &[Span], title_marks: &[Span]) -> (wire::Marked, bool) {
    let heading = article.title_or_first_sentence();
    let shown = match heading.span {
        Some(span) => marked(&article.text, span.trimmed(&article.text), marks),
        None => wire::Marked {
            text: heading.text.to_owned(),
            marks: title_marks.iter().map(|mark| (mark.start, mark.end)).collect(),
        },
    };
    (shown, heading.is_first_sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_cut_to_the_part_they_fall_in() {
        let marks = [Span::new(0, 3), Span::new(5, 9), Span::new(12, 14)];
        assert_eq!(within(Span::new(2, 13), &marks), [(0, 1), (3, 7), (10, 11)]);
        assert_eq!(within(Span::new(9, 12), &marks), []);
    }

    #[test]
    fn control_characters_are_shown_as_spaces_without_moving_anything() {
        assert_eq!(shown("a\u{0}b\u{1b}\nĐ"), "a b \nĐ");
    }
}
