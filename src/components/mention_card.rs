//! A mention up close: what it names, how it was found, where else it stands.

use super::act::act;
use super::block_text::mention_id;
use super::by_ptr::ByPtr;
use super::dom::{focus, focus_id};
use super::entity_button::{facet_of, slug_of};
use super::legend::kind_class;
use super::mention_places::view_places;
use super::name_index::{Entry, Place};
use super::name_list::entry_name;

use crate::i18n::{Messages, text};
use crate::icons::Icon;
use crate::state::Action;
use crate::view::{Choice, Lang, ViewState};
use engine::protocol::{ArticleResponse, BlockMention};
use yew::prelude::*;

/// Which mention, in which article.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) article: ByPtr<ArticleResponse>,
    pub(crate) entries: ByPtr<Vec<Entry>>,
    pub(crate) picked: Option<Place>,
    pub(crate) onpick: Callback<Option<Place>>,
    pub(crate) view: ViewState,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn MentionCard(props: &Props) -> Html {
    let t = text(props.lang);
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with(props.picked, move |picked| {
            if picked.is_some() {
                focus(&card);
            }
        });
    }
    // The focus goes back to where it came from.
    let leave = {
        let (onpick, picked) = (props.onpick.clone(), props.picked);
        Callback::from(move |()| {
            onpick.emit(None);
            if let Some(place) = picked {
                focus_id(&mention_id(place));
            }
        })
    };
    let close = leave.reform(|_: MouseEvent| ());
    let onkeydown = {
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                leave.emit(());
            }
        })
    };
    let entry = props
        .picked
        .and_then(|place| props.entries.iter().find(|entry| entry.places.contains(&place)));
    let (Some(entry), Some(mention)) = (
        entry,
        props.picked.and_then(|place| mention_at(&props.article, place)),
    ) else {
        return html! {};
    };
    let name = entry_name(props.lang, entry);
    html! {
        <div ref={card} class="mention-card" role="group" aria-label={name.text.clone()} tabindex="-1" {onkeydown}>
            <div class="mention-card-head">
                <p class="mention-card-name">
                    <span class={classes!("mention", kind_class(entry.kind))} lang={name.lang}>{ name.text }</span>
                    <span class="mention-card-kind">{ (t.reader.kind)(entry.kind) }</span>
                </p>
                <button type="button" class="icon-button" aria-label={t.frame.close} onclick={close}>
                    { Icon::Close.draw() }
                </button>
            </div>
            <dl class="facts">
                if let Some(value) = &mention.value {
                    <div class="fact"><dt>{ t.reader.value }</dt><dd>{ value }</dd></div>
                }
                <div class="fact"><dt>{ t.reader.found_by }</dt><dd><code>{ &mention.rule }</code></dd></div>
            </dl>
            { view_places(t, props, entry) }
            { view_filters(t, props, entry) }
        </div>
    }
}

fn mention_at(article: &ArticleResponse, (block, mention): Place) -> Option<&BlockMention> {
    article.blocks.get(block)?.mentions.get(mention)
}

fn view_filters(t: &'static Messages, props: &Props, entry: &Entry) -> Html {
    let Some((entity, facet)) = entry.entity.as_ref().and_then(|e| Some((e, facet_of(e.kind)?))) else {
        return html! { <p class="facet-note">{ t.reader.not_linked }</p> };
    };
    let slug = slug_of(&entity.id);
    let button = |label: &'static str, to: Choice| {
        let on = props.view.choice(facet, slug) == to;
        let next = if on { Choice::Open } else { to };
        html! {
            <button
                type="button"
                class="text-button"
                aria-pressed={on.to_string()}
                onclick={act(&props.dispatch, Action::Choose(facet, slug.to_owned(), next))}
            >
                { label }
            </button>
        }
    };
    html! {
        <div class="mention-card-acts">
            { button(t.reader.filter_by, Choice::Included) }
            { button(t.reader.exclude, Choice::Excluded) }
        </div>
    }
}
