//! The lists of the sheet of what is kept: each entry leads to its view.

use super::act::follow;
use super::dom::{focus_id, sent};
use super::here::Here;
use super::saved_sheet::NAME;
use crate::i18n::{keeping, short_date};
use crate::recent;
use crate::saved::{Named, Star, change, view};
use crate::state::Action;
use crate::view::{Lens, ViewState};
use yew::prelude::*;

/// A view in a few words: query, what is chosen, the lens, what is open.
pub(super) fn described(here: &Here, view: &ViewState) -> String {
    let t = here.t;
    let mut parts = Vec::new();
    if !view.query.trim().is_empty() {
        parts.push(view.query.trim().to_owned());
    }
    for chosen in &view.selections {
        let not = chosen
            .exclude
            .iter()
            .map(|slug| format!("{} {slug}", t.filters.not));
        let values: Vec<String> = chosen.include.iter().cloned().chain(not).collect();
        parts.push(format!(
            "{}: {}",
            (t.filters.facet)(chosen.facet),
            values.join(", ")
        ));
    }
    if let Some(from) = &view.from {
        parts.push((t.filters.from_date)(&short_date(here.lang, from)));
    }
    if let Some(to) = &view.to {
        parts.push((t.filters.to_date)(&short_date(here.lang, to)));
    }
    if view.lens != Lens::Articles {
        parts.push((t.tables.lens)(view.lens).to_owned());
    }
    parts.extend(view.entity.clone());
    parts.extend(view.doc.as_ref().map(|doc| (keeping(here.lang).article)(doc)));
    if parts.is_empty() {
        return keeping(here.lang).everything.to_owned();
    }
    parts.join(" · ")
}

/// A link to a view, which closes the sheet.
fn link(here: &Here, view: ViewState, text: &str) -> Html {
    let href = here.links.href.emit(view.clone());
    let show = {
        let (dispatch, open) = (here.dispatch.clone(), view);
        Callback::from(move |action: Action| {
            dispatch.emit(action);
            dispatch.emit(Action::Show(Box::new(open.clone())));
        })
    };
    html! { <a {href} onclick={follow(&show, Action::Shelf(None))}>{ text }</a> }
}

/// Does something with what is kept; what was pressed is gone then.
fn changing(here: &Here, how: impl Fn() -> bool + 'static) -> Callback<MouseEvent> {
    here.dispatch.reform(move |_| {
        let kept = how();
        focus_id(NAME);
        Action::Kept(kept)
    })
}

fn remove(here: &Here, name: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={(keeping(here.lang).remove)(name)} {onclick}>
            { crate::icons::Icon::Close.draw() }
        </button>
    }
}

/// The saved views.
pub(super) fn view_list(here: &Here, views: &[Named], renaming: &UseStateHandle<Option<usize>>) -> Html {
    let t = keeping(here.lang);
    if views.is_empty() {
        return html! { <p class="facet-note">{ t.no_views }</p> };
    }
    let entry = |(at, view): (usize, &Named)| {
        let name = view.name.as_str();
        let onrename = {
            let (renaming, dispatch) = (renaming.setter(), here.dispatch.clone());
            Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                let name = sent(&event, "name");
                renaming.set(None);
                dispatch.emit(Action::Kept(change(|saved| saved.rename(at, &name))));
                focus_id(NAME);
            })
        };
        let open = {
            let renaming = renaming.clone();
            Callback::from(move |_: MouseEvent| {
                renaming.set((*renaming != Some(at)).then_some(at));
            })
        };
        let onremove = changing(here, move || {
            change(|saved| {
                if at < saved.views.len() {
                    saved.views.remove(at);
                }
            })
        });
        html! {
            <li>
                <div class="kept">
                    { link(here, view.view(), name) }
                    <button
                        type="button"
                        class="text-button"
                        aria-label={(t.rename)(name)}
                        aria-expanded={(**renaming == Some(at)).to_string()}
                        onclick={open}
                    >
                        { (t.rename)("").trim() }
                    </button>
                    { remove(here, name, onremove) }
                </div>
                if **renaming == Some(at) {
                    <form class="text-field" onsubmit={onrename}>
                        <label for="new-name">{ t.new_name }</label>
                        <input id="new-name" name="name" maxlength="200" autocomplete="off" value={name.to_owned()} />
                        <button class="text-button">{ t.store }</button>
                    </form>
                }
            </li>
        }
    };
    html! { <ul class="corrections" role="list" aria-label={t.views}>{ for views.iter().enumerate().map(entry) }</ul> }
}

/// The passages with a star; each opens within the view.
pub(super) fn star_list(here: &Here, stars: &[Star]) -> Html {
    let t = keeping(here.lang);
    if stars.is_empty() {
        return html! { <p class="facet-note">{ t.no_stars }</p> };
    }
    let entry = |star: &Star| {
        let gone = star.clone();
        let onremove = changing(here, move || {
            change(|saved| saved.stars.retain(|star| *star != gone))
        });
        let name = format!("{}: {}", (t.article)(&star.doc), star.text);
        html! {
            <li>
                <div class="kept">
                    { link(here, here.opened(&star.doc, &star.passage), &name) }
                    { remove(here, &name, onremove) }
                </div>
            </li>
        }
    };
    html! { <ul class="corrections" role="list" aria-label={t.stars}>{ for stars.iter().map(entry) }</ul> }
}

/// The views looked at last; `None` where they are not to be kept.
pub(super) fn recent_list(here: &Here, addresses: Option<Vec<String>>) -> Html {
    let t = keeping(here.lang);
    let on = addresses.is_some();
    let addresses = addresses.unwrap_or_default();
    let entry = |address: &String| {
        let view = view(address);
        let name = described(here, &view);
        let gone = address.clone();
        html! {
            <li>
                <div class="kept">
                    { link(here, view, &name) }
                    { remove(here, &name, changing(here, move || recent::forget(&gone))) }
                </div>
            </li>
        }
    };
    html! {
        <>
            <button type="button" class="switch" role="switch" aria-checked={on.to_string()}
                onclick={here.dispatch.reform(move |_: MouseEvent| Action::Kept(recent::restart(!on)))}>
                { t.keep_recent }
            </button>
            if addresses.is_empty() {
                <p class="facet-note">{ t.no_recent }</p>
            } else {
                <ul class="corrections" role="list" aria-label={t.recent}>{ for addresses.iter().map(entry) }</ul>
                <p>
                    <button type="button" class="text-button" onclick={changing(here, || recent::restart(true))}>
                        { t.clear_recent }
                    </button>
                </p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{links, render};
    use crate::state::AppState;
    use crate::view::Lang;

    fn said(address: &str) -> String {
        let state = AppState {
            lang: Lang::En,
            view: view(address),
            ..AppState::default()
        };
        described(&Here::new(&state, &links(), &Callback::noop()), &state.view)
    }

    #[test]
    fn a_view_is_described_in_a_few_words() {
        for (address, words) in [
            ("", "all articles"),
            ("?lang=en", "all articles"),
            ("?q=hop+tac&lens=meetings", "hop tac · Meetings"),
            (
                "?person=vladimir-putin,-sergey-lavrov",
                "People: vladimir-putin, not sergey-lavrov",
            ),
            ("?from=2018&doc=003#p-3fa2", "from 2018 · article 003"),
            ("?entity=person:vladimir-putin", "person:vladimir-putin"),
        ] {
            assert_eq!(said(address), words);
        }
    }

    #[component]
    fn Lists() -> Html {
        let state = AppState::default();
        let (links, dispatch) = (links(), Callback::noop());
        let here = Here::new(&state, &links, &dispatch);
        let star = Star {
            doc: "003".into(),
            passage: "p-3fa2".into(),
            text: "<b>Hai bên</b>".into(),
        };
        html! { <>{ star_list(&here, &[star]) }{ recent_list(&here, None) }</> }
    }

    #[test]
    fn what_is_kept_stays_text_and_a_switch_says_that_nothing_is_remembered() {
        let html = render::<Lists>(|| ());
        assert!(html.contains("bài 003: &lt;b&gt;Hai bên&lt;/b&gt;"), "{html}");
        assert!(
            html.contains("aria-checked=\"false\"") && !html.contains("<b>"),
            "{html}"
        );
    }
}
