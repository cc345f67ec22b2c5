//! Comparisons that can be had at once where the view is the whole corpus: of facets and of times.

use super::pick::{having, most};
use super::views::beside;
use crate::components::here::{Here, Look};
use crate::i18n::{Name, comparing, grouped, short_date, value_name};
use crate::state::AppState;
use crate::view::ViewState;
use engine::protocol::{Facet, FacetCounts};
use yew::prelude::*;

/// Facets whose two most frequent values are worth a look.
const FACETS: [Facet; 4] = [Facet::Source, Facet::Topic, Facet::Person, Facet::Org];

/// Two views with their names and numbers of articles.
type Pair = [(Name, u32, ViewState); 2];

/// That there is nothing else to compare with, and what could be compared.
pub(super) fn offers(here: &Here, state: &AppState) -> Html {
    let t = comparing(here.lang);
    let found = state.results.shown();
    let facets = found.map(|found| found.facets.as_slice()).unwrap_or_default();
    let of = |facet: Facet| facets.iter().find(|counts| counts.facet == facet);
    let times = of(Facet::Year).and_then(|years| halves(here, years));
    let times = times.map(|pair| (here.t.filters.dates, pair));
    let values = FACETS.into_iter().filter_map(|facet| {
        let pair = foremost(here, of(facet)?)?;
        Some(((here.t.filters.facet)(facet), pair))
    });
    html! {
        <>
            <p>{ t.nothing }</p>
            <ul class="offers" role="list" aria-label={t.ready}>
                for (name, pair) in times.into_iter().chain(values) {
                    <li>{ offer(here, name, pair) }</li>
                }
            </ul>
        </>
    }
}

fn offer(here: &Here, name: &'static str, [a, b]: Pair) -> Html {
    let side = |(name, articles, _): &(Name, u32, ViewState)| {
        html! { <><span lang={name.lang}>{ &name.text }</span>{ " (" }{ grouped(here.lang, *articles) }{ ")" }</> }
    };
    let look = Look {
        class: classes!("offer"),
        ..Look::default()
    };
    let inner = html! { <>{ name }{ ": " }{ side(&a) }{ " – " }{ side(&b) }</> };
    here.link(look, beside(here.view, a.2, &b.2), inner)
}

/// The two values that most articles have.
fn foremost(here: &Here, counts: &FacetCounts) -> Option<Pair> {
    let [a, b] = most(counts, 2).try_into().ok()?;
    Some([a, b].map(|value| {
        let name = value_name(here.lang, counts.facet, value);
        (name, value.total, having(counts.facet, &value.slug))
    }))
}

/// The dated articles in two parts, earlier and later, as equal as years let them be.
fn halves(here: &Here, counts: &FacetCounts) -> Option<Pair> {
    let mut years: Vec<(u16, u32)> = counts
        .values
        .iter()
        .filter_map(|value| Some((value.slug.parse().ok()?, value.total)))
        .collect();
    years.sort_unstable();
    let all: u32 = years.iter().map(|(_, articles)| articles).sum();
    let earlier = |at: usize| years.iter().take(at).map(|(_, articles)| articles).sum::<u32>();
    let at = (1..years.len()).min_by_key(|at| (2 * earlier(*at)).abs_diff(all))?;
    let year = |at: usize| years.get(at).map(|(year, _)| year.to_string());
    let (to, from) = (year(at - 1)?, year(at)?);
    let t = &here.t.filters;
    let side = |text: String, articles: u32, view: ViewState| {
        let name = Name {
            text: text.into(),
            lang: None,
        };
        (name, articles, view)
    };
    let before = ViewState {
        to: Some(to.clone()),
        ..ViewState::default()
    };
    let after = ViewState {
        from: Some(from.clone()),
        ..ViewState::default()
    };
    let earlier = earlier(at);
    Some([
        side((t.to_date)(&short_date(here.lang, &to)), earlier, before),
        side((t.from_date)(&short_date(here.lang, &from)), all - earlier, after),
    ])
}
