//! Everything the article names, as a list: for keyboards, and as an index.

use super::legend::kind_class;
use super::name_index::Entry;
use crate::i18n::{Name, entity_name, text};
use crate::view::Lang;
use crate::view::Place;
use engine::protocol::EntityKind;
use yew::prelude::*;

/// The name of an entry: its entity's, else the words of the text.
pub(crate) fn entry_name(lang: Lang, entry: &Entry) -> Name {
    match &entry.entity {
        Some(entity) => entity_name(lang, entity),
        None => Name {
            text: entry.surface.clone().into(),
            lang: (lang != Lang::Vi).then_some("vi"),
        },
    }
}

/// All entries, by kind; each leads to its first place.
pub(crate) fn name_list(lang: Lang, entries: &[Entry], onpick: &Callback<Option<Place>>) -> Html {
    let t = text(lang);
    if entries.is_empty() {
        return html! {};
    }
    let groups = EntityKind::ALL.into_iter().filter_map(|kind| {
        let entries: Vec<&Entry> = entries.iter().filter(|entry| entry.kind == kind).collect();
        (!entries.is_empty()).then_some((kind, entries))
    });
    html! {
        <details class="name-list">
            <summary>{ t.reader.index }</summary>
            for (kind, entries) in groups {
                <h3 class="name-kind">{ (t.reader.kinds)(kind) }</h3>
                <ul role="list">
                    for entry in entries {
                        <li>{ view_entry(lang, onpick, entry) }</li>
                    }
                </ul>
            }
        </details>
    }
}

fn view_entry(lang: Lang, onpick: &Callback<Option<Place>>, entry: &Entry) -> Html {
    let name = entry_name(lang, entry);
    let place = entry.places.first().copied();
    html! {
        <button type="button" class="name" onclick={onpick.reform(move |_: MouseEvent| place)}>
            <span class={classes!("mention", kind_class(entry.kind))} lang={name.lang}>{ name.text }</span>
            <span class="legend-count">{ entry.places.len() }</span>
        </button>
    }
}
