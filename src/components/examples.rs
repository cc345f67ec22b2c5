//! Questions to begin with, made from what the corpus names most: pure.

use crate::i18n::{Messages, entity_name};
use crate::state::Action;
use crate::view::{Choice, Lang};
use engine::protocol::{EntityKind, EntitySummary, Facet, Profile};

/// A question, what it shows, and what a click does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Example {
    /// As it would be typed; none where the question is a filter.
    pub(crate) query: Option<String>,
    pub(crate) shows: String,
    pub(crate) action: Action,
}

/// At most five questions, each showing another thing the page can do; fewer where the corpus names too little.
pub(crate) fn examples(lang: Lang, t: &'static Messages, profile: &Profile) -> Vec<Example> {
    let of = |kind: EntityKind| profile.top.iter().map(|(e, _)| e).filter(move |e| e.kind == kind);
    let mut people = of(EntityKind::Person);
    let (first, second) = (people.next(), people.next());
    let several = |entity: &&EntitySummary| entity.name.contains(' ');
    let things = || {
        of(EntityKind::Org)
            .chain(of(EntityKind::Agreement))
            .chain(of(EntityKind::Place))
    };
    let plain = profile
        .top
        .iter()
        .map(|(entity, _)| entity)
        .find(|entity| !entity.name.is_ascii() && entity.name.contains(' '));

    let mut examples = Vec::new();
    if let Some(entity) = plain {
        let query = viet::slug(&entity.name).replace('-', " ");
        examples.push(ask(query, t.states.example_plain.to_owned()));
    }
    if let Some(entity) = things().find(several) {
        examples.push(ask(quoted(entity), t.states.example_phrase.to_owned()));
    }
    if let (Some(with), Some(without)) = (first, second) {
        let query = format!("{} -{}", quoted(with), quoted(without));
        let shows =
            (t.states.example_without)(&entity_name(lang, with).text, &entity_name(lang, without).text);
        examples.push(ask(query, shows));
    }
    if let Some(entity) = first {
        let slug = entity.id.split_once(':').map_or("", |(_, slug)| slug);
        examples.push(Example {
            query: None,
            shows: (t.states.example_person)(&entity_name(lang, entity).text),
            action: Action::Choose(Facet::Person, slug.to_owned(), Choice::Included),
        });
    }
    if profile.undated > 0 {
        examples.push(Example {
            query: None,
            shows: t.states.example_undated.to_owned(),
            action: Action::Choose(Facet::Year, "undated".to_owned(), Choice::Included),
        });
    } else if let Some(entity) = things().next() {
        examples.push(ask(
            format!("in:caption {}", quoted(entity)),
            t.states.example_caption.to_owned(),
        ));
    }
    examples
}

fn quoted(entity: &EntitySummary) -> String {
    if entity.name.contains(' ') {
        format!("\"{}\"", entity.name)
    } else {
        entity.name.clone()
    }
}

fn ask(query: String, shows: String) -> Example {
    Example {
        query: Some(query.clone()),
        shows,
        action: Action::Ask(query),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use crate::i18n::text;

    #[test]
    fn questions_come_from_the_corpus() {
        let examples = examples(Lang::En, text(Lang::En), &fixtures::profile());
        let queries: Vec<_> = examples.iter().filter_map(|e| e.query.as_deref()).collect();
        assert_eq!(
            queries,
            [
                "viet nam",
                "\"Liên Hợp Quốc\"",
                "\"Vladimir Putin\" -\"Sergey Lavrov\""
            ]
        );
        assert_eq!(examples.len(), 5);
    }

    #[test]
    fn a_corpus_that_names_nothing_has_no_questions() {
        assert!(examples(Lang::Vi, text(Lang::Vi), &Profile::default()).is_empty());
    }
}
