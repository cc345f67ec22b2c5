//! The corpus at a glance, and questions to begin with.

use super::act::act;
use super::by_ptr::ByPtr;
use super::entity_button::EntityButton;
use super::examples::examples;
use crate::i18n::{Messages, grouped, text};
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{EntityKind, Profile};
use yew::prelude::*;

/// How many people are named.
const PEOPLE: usize = 8;

/// The corpus.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) profile: ByPtr<Profile>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn FirstRun(props: &Props) -> Html {
    let Props {
        lang,
        profile,
        dispatch,
    } = props;
    let t = text(*lang);
    let years = match profile.years {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => "–".to_owned(),
    };
    let people: Vec<_> = profile
        .top
        .iter()
        .filter(|(entity, _)| entity.kind == EntityKind::Person)
        .take(PEOPLE)
        .collect();
    html! {
        <div class="first-run">
            <h2 class="column-name">{ t.states.first_heading }</h2>
            <dl class="figures">
                { figure(t.states.profile_articles, profile.articles.to_string()) }
                { figure(t.states.profile_years, years) }
                { figure(t.states.profile_tokens, grouped(*lang, profile.tokens)) }
            </dl>
            if profile.undated > 0 {
                <p class="figures-note">{ (t.states.undated)(profile.undated) }</p>
            }
            { view_examples(t, props) }
            if !people.is_empty() {
                <h3 class="first-run-name">{ t.states.top_people }</h3>
                <ul class="card-names" role="list">
                    for (entity, count) in people {
                        <li>
                            <EntityButton
                                lang={*lang}
                                entity={entity.clone()}
                                chosen={None::<bool>}
                                count={*count}
                                dispatch={dispatch.clone()}
                            />
                        </li>
                    }
                </ul>
            }
            if !profile.skipped.is_empty() {
                <details class="skipped">
                    <summary>{ (t.states.skipped)(profile.skipped.len() as u32) }</summary>
                    <ul>
                        for file in &profile.skipped {
                            <li><span class="file-name">{ &file.name }</span>{ ": " }<span lang="en">{ &file.reason }</span></li>
                        }
                    </ul>
                </details>
            }
        </div>
    }
}

fn figure(label: &'static str, value: String) -> Html {
    html! { <div class="figure"><dt>{ label }</dt><dd>{ value }</dd></div> }
}

fn view_examples(t: &'static Messages, props: &Props) -> Html {
    let examples = examples(props.lang, t, &props.profile);
    if examples.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3 class="first-run-name">{ t.states.try_these }</h3>
            <ul class="examples" role="list">
                for example in examples {
                    <li>
                        <button type="button" class="example" onclick={act(&props.dispatch, example.action)}>
                            if let Some(query) = example.query {
                                <span class="example-query" lang="vi">{ query }</span>
                            }
                            <span class="example-shows">{ example.shows }</span>
                        </button>
                    </li>
                }
            </ul>
        </>
    }
}
