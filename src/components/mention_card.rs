//! A mention up close: what it names, what is known of that, how it was found, where else it stands.

use super::block_text::mention_id;
use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::correct_form::{CorrectForm, others};
use super::dom::{focus, focus_id};
use super::entity_button::entity_filters;
use super::facts::fact;
use super::held::view_known;
use super::here::{Here, Look};
use super::legend::kind_class;
use super::links::Links;
use super::mention_places::view_places;
use super::name_index::{name_index, surface};
use super::name_list::entry_name;
use crate::i18n::value_date;
use crate::icons::Icon;
use crate::state::{Action, AppState};
use crate::view::Place;
use engine::corrections::Correction;
use engine::protocol::{ArticleResponse, Basis, BlockMention, EntityKind};
use std::rc::Rc;
use yew::prelude::*;

/// The mention that is picked in the open article; nothing where there is none.
pub(crate) fn mention_card(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let (Some(picked), Some(article)) = (state.picked(), state.article.shown()) else {
        return html! {};
    };
    html! {
        <MentionCard
            state={ByPtr(state.clone())}
            article={ByPtr(article.clone())}
            {picked}
            links={links.clone()}
            dispatch={dispatch.clone()}
        />
    }
}

/// Which mention, in which article.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    state: ByPtr<AppState>,
    pub(super) article: ByPtr<ArticleResponse>,
    pub(super) picked: Place,
    links: Links,
    pub(super) dispatch: Callback<Action>,
}

#[component]
fn MentionCard(props: &Props) -> Html {
    let entries = use_memo(props.article.clone(), |article| name_index(article));
    let here = Here::new(&props.state, &props.links, &props.dispatch);
    let t = here.t;
    let card = use_node_ref();
    {
        let (card, picked) = (card.clone(), props.picked);
        use_changed(picked, move || focus(&card));
    }
    // The focus goes back to where it came from.
    let leave = {
        let (dispatch, picked) = (props.dispatch.clone(), props.picked);
        Callback::from(move |()| {
            dispatch.emit(Action::Pick(None));
            focus_id(&mention_id(picked));
        })
    };
    let close = leave.reform(|_: MouseEvent| ());
    // What stands at this place may be another one afterwards.
    let oncorrect = {
        let (leave, dispatch) = (leave.clone(), props.dispatch.clone());
        Callback::from(move |correction: Correction| {
            leave.emit(());
            dispatch.emit(Action::Correct(Box::new(correction)));
        })
    };
    let onkeydown = {
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                leave.emit(());
            }
        })
    };
    let entry = entries.iter().find(|entry| entry.places.contains(&props.picked));
    let (Some(entry), Some((mention, written))) = (entry, mention_at(&props.article, props.picked)) else {
        return html! {};
    };
    let name = entry_name(here.lang, entry);
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
                { for mention.value.as_ref().map(|value| fact(t.reader.value, view_value(&here, mention, value))) }
                if let Some(entity) = &entry.entity {
                    { view_known(&here, entity, &props.state.entity) }
                }
                { fact(t.reader.found_by, found_by(&here, &mention.rule)) }
            </dl>
            { view_places(t, props, entry) }
            <div class="mention-card-acts">
                if let Some(entity) = &entry.entity {
                    { here.link(Look { class: classes!("text-button"), ..Look::default() }, here.met(&entity.id), html! { { t.tables.open_profile } }) }
                    { entity_filters(t, here.view, entity, here.dispatch) }
                } else {
                    <p class="facet-note">{ t.reader.not_linked }</p>
                }
            </div>
            <CorrectForm
                lang={here.lang}
                entity={entry.entity.clone()}
                of={Some((written, props.article.id.clone()))}
                others={others(&props.state, entry.entity.as_ref())}
                {oncorrect}
            />
        </div>
    }
}

/// A mention and its text.
fn mention_at(article: &ArticleResponse, (block, mention): Place) -> Option<(&BlockMention, String)> {
    let block = article.blocks.get(block)?;
    let mention = block.mentions.get(mention)?;
    Some((mention, surface(&block.text, mention).to_owned()))
}

/// What a date or an amount comes to; of a date that is not written in full, also by which rule.
fn view_value(here: &Here, mention: &BlockMention, value: &str) -> Html {
    if mention.kind != EntityKind::Date {
        return html! { { value } };
    }
    let Some((resolved, rule)) = &mention.resolved else {
        return html! { { value_date(here.lang, value) } };
    };
    let why = (here.t.reader.rule)(rule);
    html! {
        <>
            { value_date(here.lang, resolved) }{ " " }
            <span class="badge">{ (here.t.results.basis)(Basis::Inferred) }</span>{ " " }
            <span class="fact-how">{ why }</span>
        </>
    }
}

/// The stage of the rule in words, then its code.
fn found_by(here: &Here, rule: &str) -> Html {
    let stage = rule.split('/').next().unwrap_or_default();
    html! {
        <>
            if let Some(words) = (here.t.reader.stage)(stage) {
                { words }{ " " }
            }
            <code>{ rule.to_owned() }</code>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::name_index::Entry;
    use crate::fixtures;
    use crate::state::Remote;
    use crate::view::{Lang, Spot, ViewState};
    use engine::protocol::EntityResponse;

    /// The card of Vladimir Putin in an article.
    fn card(entity: impl FnOnce() -> Remote<EntityResponse> + Send + 'static) -> String {
        fixtures::render::<MentionCard>(move || {
            let article = Rc::new(fixtures::article());
            let entries = name_index(&article);
            let id = "person:vladimir-putin";
            let named = |entry: &&Entry| entry.entity.as_ref().is_some_and(|entity| entity.id == id);
            let picked = entries.iter().find(named).unwrap().places[0];
            let known = fixtures::state(Lang::En);
            Props {
                state: ByPtr(Rc::new(AppState {
                    entity: entity(),
                    view: ViewState {
                        mention: Spot::of(&article, picked),
                        ..known.view
                    },
                    ..known
                })),
                article: ByPtr(article),
                picked,
                links: fixtures::links(),
                dispatch: Callback::noop(),
            }
        })
    }

    #[test]
    fn offices_at_the_date_of_the_article_say_where_they_are_from() {
        let html = card(|| Remote::Ready(Rc::new(fixtures::met())));
        for part in [
            "Tổng thống",
            "Russia",
            "says another article, Mar 2018",
            "named in 3 of 4 articles",
            "Open profile",
            "Filter by this",
            "by the words around it",
            "grammar/role-name",
        ] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        let html = card(|| {
            let mut met = fixtures::met();
            met.held[0].here = true;
            Remote::Ready(Rc::new(met))
        });
        assert!(html.contains("says this article"), "{html}");
    }

    #[test]
    fn what_is_not_known_yet_has_its_place() {
        let html = card(|| Remote::Loading(None));
        assert!(html.contains("Office then") && html.contains("…"), "{html}");
        assert!(html.contains("class=\"held\""), "{html}");
    }
}
