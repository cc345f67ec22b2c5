//! One line that says how the query was read; every part can be taken back.

use super::act::act;
use super::runs::layout;
use crate::i18n::{Messages, entity_name, language_of, short_date, text, value_name};
use crate::icons::Icon;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{Facet, QueryDiagnostic, QueryPart, Reading, SearchResponse};
use yew::prelude::*;

/// How the query was read, once it is answered; else what can be asked.
pub(crate) fn query_reading(
    lang: Lang,
    query: &str,
    found: Option<&SearchResponse>,
    dispatch: &Callback<Action>,
) -> Html {
    let t = text(lang);
    let found = found.filter(|found| {
        let read = !found.interpretation.is_empty() || !found.diagnostics.is_empty();
        read && !query.trim().is_empty()
    });
    html! {
        <div class="query-reading" id="reading">
            if let Some(found) = found {
                <p class="reading-parts">
                    <span class="reading-label">{ t.results.read_as }</span>
                    for part in &found.interpretation {
                        { view_part((lang, dispatch), t, found, part) }
                    }
                </p>
                if !found.diagnostics.is_empty() {
                    { view_errors(t, query, &found.diagnostics) }
                }
            } else {
                <p class="reading-hint">
                    { t.results.syntax }
                    { " · " }
                    <button
                        type="button"
                        class="quiet reading-help"
                        aria-haspopup="dialog"
                        onclick={act(dispatch, Action::Help(true))}
                    >
                        { t.keys.query_help }
                    </button>
                </p>
            }
        </div>
    }
}

fn view_part(
    (lang, dispatch): (Lang, &Callback<Action>),
    t: &'static Messages,
    found: &SearchResponse,
    part: &QueryPart,
) -> Html {
    let forms = part
        .forms
        .iter()
        .map(|(form, count)| format!("{form} ({})", (t.results.articles)(*count)))
        .collect::<Vec<_>>()
        .join(" · ");
    let said = said(lang, found, part);
    html! {
        <span class={classes!("part", matches!(part.reading, Reading::Excluded).then_some("part-not"))}>
            <span class="part-how">{ how(t, &part.reading) }</span>
            <span class="part-text" lang={language_of(&said)}>{ &said }</span>
            if !forms.is_empty() {
                <span class="part-forms" lang="vi">{ forms }</span>
            }
            if let Reading::Alias { entity, literal, .. } = &part.reading {
                <span class="part-entity" lang={entity_name(lang, entity).lang}>
                    { entity_name(lang, entity).text }
                </span>
                <button type="button" class="quiet" onclick={act(dispatch, Action::Ask(literal.clone()))}>
                    { t.results.as_written }
                </button>
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
        Reading::Value { field, .. } => (t.results.field)(field).unwrap_or(field).to_owned(),
        Reading::Dates { strict, .. } => (t.results.dates)(*strict).to_owned(),
        Reading::Zones { zones } => {
            let zones: Vec<&str> = zones.iter().map(|zone| (t.results.zone)(*zone)).collect();
            (t.results.only_in)(&zones.join(", "))
        }
        Reading::Alias { names, .. } => {
            let names: Vec<String> = names.iter().map(|name| (t.results.quoted)(name)).collect();
            (t.results.alias)(&names.join(", "))
        }
    }
}

/// What the part asks for: values and days by their names, everything else in the query's own words.
fn said(lang: Lang, found: &SearchResponse, part: &QueryPart) -> String {
    match &part.reading {
        Reading::Value { field, any } => {
            let facet = Facet::ALL.into_iter().find(|facet| facet.name() == field);
            let names = any.iter().map(|slug| value_called(lang, found, facet, slug));
            names.collect::<Vec<_>>().join(" / ")
        }
        Reading::Dates { from, to, .. } => {
            let (t, day) = (text(lang), |day: &str| short_date(lang, day));
            match (from, to) {
                (Some(first), Some(last)) if first == last => day(first),
                (Some(first), Some(last)) => format!("{} – {}", day(first), day(last)),
                (Some(first), None) => (t.filters.from_date)(&day(first)),
                (None, Some(last)) => (t.filters.to_date)(&day(last)),
                (None, None) => part.text.clone(),
            }
        }
        _ => part.text.clone(),
    }
}

/// The name of a value, where the answer has it among its facets.
fn value_called(lang: Lang, found: &SearchResponse, facet: Option<Facet>, slug: &str) -> String {
    let counts = facet.and_then(|facet| found.facets.iter().find(|counts| counts.facet == facet));
    let value = counts.and_then(|counts| counts.values.iter().find(|value| value.slug == slug));
    match (facet, value) {
        (Some(facet), Some(value)) => value_name(lang, facet, value).text.to_string(),
        _ => slug.to_owned(),
    }
}

fn view_errors(t: &'static Messages, query: &str, diagnostics: &[QueryDiagnostic]) -> Html {
    let ranges: Vec<_> = diagnostics.iter().map(|d| (d.start, d.end)).collect();
    let said = |code: &str| (t.results.diagnostic)(code).unwrap_or(t.results.diagnostic_other);
    html! {
        <p class="reading-errors">
            <span class="reading-query">
                for run in layout(query, &ranges, &[], &[]) {
                    <span class={run.mention.map(|_| "wrong")}>{ run.text }</span>
                }
            </span>
            <span>{ diagnostics.iter().map(|d| said(&d.code)).collect::<Vec<_>>().join("; ") }</span>
        </p>
    }
}
