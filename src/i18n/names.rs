//! Names of entities and facet values in the reader's language.

use crate::i18n::text;
use crate::view::Lang;
use engine::protocol::{EntitySummary, Facet, FacetValue, TopicSummary, ZoneKind};
use yew::AttrValue;

/// A name and the language it is in, where that is not the interface's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: AttrValue,
    /// For a `lang` attribute.
    pub(crate) lang: Option<&'static str>,
}

/// A name in the reader's language; where it has none, in English before Vietnamese, which fewer read.
fn choose(lang: Lang, vietnamese: &str, english: Option<&str>, russian: Option<&str>) -> Name {
    let english = english.map(|name| (name, Lang::En));
    let russian = russian.map(|name| (name, Lang::Ru));
    let own = match lang {
        Lang::Vi => None,
        Lang::En => english,
        Lang::Ru => russian.or(english),
    };
    let (text, of) = own.unwrap_or((vietnamese, Lang::Vi));
    // Without accents it may as well be a number, or a name in any language.
    let plain = of == Lang::Vi && text.is_ascii();
    Name {
        text: AttrValue::from(text.to_owned()),
        lang: (of != lang && !plain).then_some(of.code()),
    }
}

/// The name of an entity.
pub(crate) fn entity_name(lang: Lang, entity: &EntitySummary) -> Name {
    choose(
        lang,
        &entity.name,
        entity.name_en.as_deref(),
        entity.name_ru.as_deref(),
    )
}

/// The name of a topic.
pub(crate) fn topic_name(lang: Lang, topic: &TopicSummary) -> Name {
    choose(
        lang,
        &topic.name,
        topic.name_en.as_deref(),
        topic.name_ru.as_deref(),
    )
}

/// The name of a value of a facet; the interface names zones and the bucket of undated articles.
pub(crate) fn value_name(lang: Lang, facet: Facet, value: &FacetValue) -> Name {
    let t = text(lang);
    let own = match (facet, value.slug.as_str()) {
        (Facet::Year, "undated") => Some(t.results.no_year),
        (Facet::Zone, slug) => zone_of(slug).map(t.results.zone),
        _ => None,
    };
    match own {
        Some(own) => Name {
            text: AttrValue::Static(own),
            lang: None,
        },
        None if value.name.is_empty() => choose(lang, &value.slug, None, None),
        None => choose(
            lang,
            &value.name,
            value.name_en.as_deref(),
            value.name_ru.as_deref(),
        ),
    }
}

fn zone_of(slug: &str) -> Option<ZoneKind> {
    Some(match slug {
        "title" => ZoneKind::Title,
        "body" => ZoneKind::Body,
        "caption" => ZoneKind::Caption,
        "byline" => ZoneKind::Byline,
        "dateline" => ZoneKind::Dateline,
        "navigation" => ZoneKind::Navigation,
        "related" => ZoneKind::Related,
        "source" => ZoneKind::Source,
        _ => return None,
    })
}

/// The language of a short piece of a source, told by its script: for `lang` attributes only.
pub(crate) fn language_of(text: &str) -> Option<&'static str> {
    if text.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c)) {
        Some("ru")
    } else if text.is_ascii() {
        None
    } else {
        Some("vi")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_translation_says_its_language() {
        let value = FacetValue {
            slug: "to-lam".into(),
            name: "Tô Lâm".into(),
            name_en: None,
            name_ru: None,
            count: 1,
            total: 2,
        };
        assert_eq!(value_name(Lang::En, Facet::Person, &value).lang, Some("vi"));
        assert_eq!(value_name(Lang::Vi, Facet::Person, &value).lang, None);
    }

    #[test]
    fn a_name_is_russian_where_it_has_one_and_english_before_vietnamese() {
        let named = |name: &str, en: Option<&str>, ru: Option<&str>| {
            let entity = EntitySummary {
                name: name.into(),
                name_en: en.map(str::to_owned),
                name_ru: ru.map(str::to_owned),
                ..crate::fixtures::entity("place:hue", "", None)
            };
            let name = entity_name(Lang::Ru, &entity);
            (name.text.to_string(), name.lang)
        };
        let (nga, lao) = (("Nga", Some("Russia")), ("Lào", Some("Laos")));
        assert_eq!(named(nga.0, nga.1, Some("Россия")), ("Россия".into(), None));
        assert_eq!(named(lao.0, lao.1, None), ("Laos".into(), Some("en")));
        assert_eq!(named("Huế", None, None), ("Huế".into(), Some("vi")));
        assert_eq!(named("ASEAN", None, None), ("ASEAN".into(), None));
    }

    #[test]
    fn the_interface_names_the_undated_bucket() {
        let value = FacetValue {
            slug: "undated".into(),
            name: String::new(),
            name_en: None,
            name_ru: None,
            count: 1,
            total: 2,
        };
        assert_eq!(value_name(Lang::En, Facet::Year, &value).text, "No year");
        assert_eq!(value_name(Lang::Vi, Facet::Year, &value).text, "không rõ năm");
        assert_eq!(value_name(Lang::Ru, Facet::Year, &value).text, "год неизвестен");
    }

    #[test]
    fn cyrillic_is_taken_for_russian() {
        assert_eq!(language_of("Татьяна Гуринович"), Some("ru"));
        assert_eq!(language_of("Đậu Tiến Đạt"), Some("vi"));
        assert_eq!(language_of("TTXVN"), None);
    }
}
