//! Parts of the page of an entity: its other names, what is named with it, articles that name it.

use super::here::{Here, Look};
use super::when::when;
use engine::protocol::{EntityKind, EntitySummary, Hit};
use yew::prelude::*;

/// The names in the other languages, each once.
pub(super) fn other_names<'a>(entity: &'a EntitySummary, shown: &'a str) -> impl Iterator<Item = Html> + 'a {
    let names = [
        ("vi", Some(&entity.name)),
        ("en", entity.name_en.as_ref()),
        ("ru", entity.name_ru.as_ref()),
    ];
    let others = names
        .into_iter()
        .filter_map(move |(lang, name)| Some((lang, name.filter(|name| *name != shown)?)));
    others.map(|(lang, name)| html! { <span {lang}>{ name }</span> })
}

/// What is named in the same articles, by kind.
pub(super) fn view_with(here: &Here, with: &[(EntitySummary, u32)]) -> Html {
    let group = |kind: EntityKind| {
        let mut some = with.iter().filter(|(entity, _)| entity.kind == kind).peekable();
        some.peek()?;
        Some(html! {
            <>
                <h4 class="name-kind">{ (here.t.reader.kinds)(kind) }</h4>
                <ul class="card-names" role="list">
                    for (entity, count) in some {
                        <li class="name">{ here.entity(entity) }<span class="legend-count">{ count }</span></li>
                    }
                </ul>
            </>
        })
    };
    html! {
        if !with.is_empty() {
            <h3>{ here.t.tables.with }</h3>
            { for EntityKind::ALL.into_iter().filter_map(group) }
        }
    }
}

/// An article that names it.
pub(super) fn view_hit(here: &Here, hit: &Hit) -> Html {
    let look = Look {
        lang: Some("vi"),
        ..Look::default()
    };
    html! {
        <li class="proof">
            { here.link(look, here.opened(&hit.doc, ""), html! { { &hit.title.text } }) }
            <p class="card-facts">
                { when(here.lang, hit.date.as_ref()) }
                if let Some(source) = &hit.source {
                    <span class="card-source">{ source }</span>
                }
            </p>
        </li>
    }
}
