//! One line that says how the query was read; every part can be taken back.

use super::act::act;
use super::runs::layout;
use crate::i18n::{Messages, text};
use crate::icons::Icon;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{QueryDiagnostic, QueryPart, Reading};
use yew::prelude::*;

/// The query and what was made of it.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) query: AttrValue,
    pub(crate) parts: Vec<QueryPart>,
    pub(crate) diagnostics: Vec<QueryDiagnostic>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn QueryReading(props: &Props) -> Html {
    let t = text(props.lang);
    html! {
        <div class="query-reading" id="reading">
            if props.query.trim().is_empty() || (props.parts.is_empty() && props.diagnostics.is_empty()) {
                <p class="reading-hint">{ t.results.syntax }</p>
            } else {
                <p class="reading-parts">
                    <span class="reading-label">{ t.results.read_as }</span>
                    for part in &props.parts {
                        { view_part(t, part, &props.dispatch) }
                    }
                </p>
                if !props.diagnostics.is_empty() {
                    { view_errors(t, &props.query, &props.diagnostics) }
                }
            }
        </div>
    }
}

fn view_part(t: &'static Messages, part: &QueryPart, dispatch: &Callback<Action>) -> Html {
    let forms = part
        .forms
        .iter()
        .map(|(form, count)| format!("{form} {count}"))
        .collect::<Vec<_>>()
        .join(" · ");
    html! {
        <span class={classes!("part", matches!(part.reading, Reading::Excluded).then_some("part-not"))}>
            <span class="part-how">{ how(t, &part.reading) }</span>
            <span class="part-text" lang="vi">{ &part.text }</span>
            if !forms.is_empty() {
                <span class="part-forms" lang="vi">{ forms }</span>
            }
            <button
                type="button"
                class="chip-button"
                aria-label={(t.results.leave_out)(&part.text)}
                onclick={act(dispatch, Action::Ask(part.without.clone()))}
            >
                { Icon::Close.draw() }
            </button>
        </span>
    }
}

fn how(t: &'static Messages, reading: &Reading) -> String {
    match reading {
        Reading::Terms => t.results.terms.to_owned(),
        Reading::Phrase => t.results.phrase.to_owned(),
        Reading::Excluded => t.results.excluded.to_owned(),
        Reading::Prefix => t.results.prefix.to_owned(),
        Reading::Corrected { to } => (t.results.corrected)(to),
        Reading::Transliterated { to } => (t.results.transliterated)(to),
        Reading::Near { slop } => (t.results.near)(*slop),
        Reading::Literal => t.results.literal.to_owned(),
        Reading::Regex => t.results.regex.to_owned(),
        Reading::Value { field, .. } => field.clone(),
        Reading::Dates { strict, .. } => (t.results.dates)(*strict).to_owned(),
        Reading::Zones { zones } => {
            let zones: Vec<&str> = zones.iter().map(|zone| (t.results.zone)(*zone)).collect();
            (t.results.only_in)(&zones.join(", "))
        }
    }
}

fn view_errors(t: &'static Messages, query: &str, diagnostics: &[QueryDiagnostic]) -> Html {
    let ranges: Vec<_> = diagnostics.iter().map(|d| (d.start, d.end)).collect();
    let said = |code: &str| (t.results.diagnostic)(code).unwrap_or(t.results.diagnostic_other);
    html! {
        <p class="reading-errors">
            <span class="reading-query">
                for run in layout(query, &ranges, &[]) {
                    <span class={run.mention.map(|_| "wrong")}>{ run.text }</span>
                }
            </span>
            <span>{ diagnostics.iter().map(|d| said(&d.code)).collect::<Vec<_>>().join("; ") }</span>
        </p>
    }
}
