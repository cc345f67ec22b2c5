//! The corpus at a glance, and questions to begin with.

use super::act::act;
use super::entity_button::entity_button;
use super::examples::examples;
use crate::i18n::{Messages, grouped, text};
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{EntityKind, Profile};
use yew::prelude::*;

/// How many people are named.
const PEOPLE: usize = 8;

/// The corpus in numbers, questions and names.
pub(crate) fn first_run(lang: Lang, profile: &Profile, dispatch: &Callback<Action>) -> Html {
    let t = text(lang);
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
                { figure(t.states.profile_tokens, grouped(lang, profile.tokens)) }
            </dl>
            if profile.undated > 0 {
                <p class="figures-note">{ (t.states.undated)(profile.undated) }</p>
            }
            { view_examples(t, lang, profile, dispatch) }
            if !people.is_empty() {
                <h3 class="first-run-name">{ t.states.top_people }</h3>
                <ul class="card-names" role="list">
                    for (entity, count) in people {
                        <li>
                            { entity_button(lang, entity, None, Some(*count), dispatch) }
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

fn view_examples(t: &'static Messages, lang: Lang, profile: &Profile, dispatch: &Callback<Action>) -> Html {
    let examples = examples(lang, t, profile);
    if examples.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3 class="first-run-name">{ t.states.try_these }</h3>
            <ul class="examples" role="list">
                for example in examples {
                    <li>
                        <button type="button" class="example" onclick={act(dispatch, example.action)}>
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
