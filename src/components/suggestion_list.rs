//! What the query may go on with: the list below the search box.

use crate::i18n::{entity_name, language_of, text};
use crate::icons::Icon;
use crate::view::Lang;
use engine::protocol::{Suggestion, SuggestionKind, Suggestions};
use std::rc::Rc;
use yew::prelude::*;

/// The suggestions and the one that is chosen.
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) found: Rc<Suggestions>,
    /// The place in the list that the keyboard is on.
    pub(crate) active: Option<usize>,
    /// The place of the suggestion that was clicked.
    pub(crate) ontake: Callback<usize>,
    /// The place of the query of old that is to be forgotten.
    pub(crate) onforget: Callback<usize>,
}

/// The element of the list.
pub(crate) const LIST: &str = "suggestions";

/// The element of a suggestion.
pub(crate) fn option_id(place: usize) -> String {
    format!("suggestion-{place}")
}

pub(crate) fn suggestion_list(props: &Props) -> Html {
    let t = text(props.lang);
    let numbered: Vec<(usize, &Suggestion)> = props.found.list.iter().enumerate().collect();
    let groups = numbered.chunk_by(|a, b| a.1.kind == b.1.kind);
    // A press does not take the focus out of the box; only the click behind it does something.
    let onmousedown = Callback::from(|press: MouseEvent| press.prevent_default());
    html! {
        <div id={LIST} class="suggestions" role="listbox" aria-label={t.suggest.label} {onmousedown}>
            for group in groups {
                <div class="suggestion-group" role="group" aria-label={(t.suggest.kind)(group[0].1.kind)}>
                    <p class="suggestion-kind" role="presentation" aria-hidden="true">
                        { (t.suggest.kind)(group[0].1.kind) }
                    </p>
                    for (place, suggestion) in group {
                        { view_option(props, *place, suggestion) }
                    }
                </div>
            }
        </div>
    }
}

fn view_option(props: &Props, place: usize, suggestion: &Suggestion) -> Html {
    let t = text(props.lang);
    let active = props.active == Some(place);
    let ontake = props.ontake.reform(move |_: MouseEvent| place);
    let onforget = props.onforget.reform(move |click: MouseEvent| {
        click.stop_propagation();
        place
    });
    let name = suggestion
        .entity
        .as_ref()
        .map(|entity| entity_name(props.lang, entity));
    let (shown, language) = match name {
        Some(name) => (name.text, name.lang),
        None => (suggestion.text.clone().into(), language_of(&suggestion.text)),
    };
    let kind = suggestion
        .entity
        .as_ref()
        .map(|entity| (t.reader.kind)(entity.kind));
    // The accents of a word are its own; a field is what the query language calls it.
    let language = language.filter(|_| suggestion.kind != SuggestionKind::Field);
    html! {
        <div
            id={option_id(place)}
            class={classes!("suggestion", active.then_some("suggestion-active"))}
            role="option"
            aria-selected={active.to_string()}
            onclick={ontake}
        >
            <span class="suggestion-text" lang={language}>{ shown }</span>
            if let Some(kind) = kind {
                <span class="badge">{ kind }</span>
            }
            if let Some(articles) = suggestion.articles {
                <span class="suggestion-count">{ (t.results.articles)(articles) }</span>
            }
            if suggestion.kind == SuggestionKind::Recent {
                // For pointers; there is a key for it too.
                <span class="suggestion-count" aria-hidden="true" onclick={onforget}>{ Icon::Close.draw() }</span>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{entity, render};

    fn suggestion(kind: SuggestionKind, text: &str, articles: Option<u32>) -> Suggestion {
        Suggestion {
            kind,
            text: text.into(),
            entity: None,
            articles,
            query: text.into(),
            cursor: 0,
        }
    }

    #[component]
    fn Listed() -> Html {
        suggestion_list(&Props {
            lang: Lang::En,
            found: Rc::new(Suggestions {
                list: vec![
                    suggestion(SuggestionKind::Word, "hợp tác", Some(1)),
                    suggestion(SuggestionKind::Word, "<b>", Some(2)),
                    Suggestion {
                        entity: Some(entity("place:russia", "Nga", Some("Russia"))),
                        ..suggestion(SuggestionKind::Entity, "place:russia", Some(5))
                    },
                    suggestion(SuggestionKind::Field, "person:", None),
                ],
                ..Suggestions::default()
            }),
            active: Some(2),
            ontake: Callback::noop(),
            onforget: Callback::noop(),
        })
    }

    #[test]
    fn suggestions_stand_in_groups_and_one_is_chosen() {
        let html = render::<Listed>(|| ());
        assert_eq!(html.matches("role=\"group\"").count(), 3);
        assert_eq!(html.matches("role=\"option\"").count(), 4);
        assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
        let chosen = html.split("aria-selected=\"true\"").nth(1).unwrap();
        assert!(chosen.contains(">Russia<") && chosen.contains(">place<") && chosen.contains(">5 articles<"));
        assert!(
            html.contains("&lt;b&gt;") && html.contains(">1 article<"),
            "{html}"
        );
    }
}
