//! The table behind a timeline.

use super::layout::Timeline;
use crate::components::here::{Here, Look};
use crate::export::{Sheet, Value};
use crate::i18n::{charts, grouped, surveys, value_date};
use crate::view::{Lens, ViewState};
use engine::protocol::{TimeBar, TimelineResponse};
use yew::prelude::*;

/// The bars in which there are articles for certain.
pub(super) fn bars(found: &TimelineResponse) -> impl Iterator<Item = &TimeBar> {
    found.bars.iter().filter(|bar| bar.articles > 0)
}

/// A row for each bar, each stretch, and the undated.
pub(super) fn table(here: &Here, line: &Timeline) -> Html {
    let t = charts(here.lang);
    let name = t.units[line.found.unit as usize];
    let loose = !line.found.stretches.is_empty();
    let bars = self::bars(line.found).map(|bar| {
        let to = line.within(&bar.at, &bar.at);
        (
            value_date(here.lang, &bar.at),
            to,
            bar.articles,
            Some(bar.perhaps),
        )
    });
    let stretches = line.found.stretches.iter().map(|stretch| {
        let to = line.within_stretch(stretch);
        (value_date(here.lang, &stretch.value), to, stretch.articles, None)
    });
    let undated = (line.found.undated > 0).then(|| {
        let name = here.t.results.no_year.to_owned();
        (name, line.view.undated(), line.found.undated, None)
    });
    let row = |(name, to, articles, perhaps): (String, ViewState, u32, Option<u32>)| {
        let mut list = to.clone();
        list.look(Lens::Articles);
        let number = html! { { grouped(here.lang, articles) } };
        html! {
            <tr>
                <th scope="row">{ here.link(Look::default(), to, html! { { name } }) }</th>
                <td class="number">
                    if articles > 0 { { here.link(Look::default(), list, number) } } else { { number } }
                </td>
                if loose {
                    <td class="number">{ perhaps.map(|number| grouped(here.lang, number)) }</td>
                }
            </tr>
        }
    };
    html! {
        <>
            <div class="numbers-frame" role="region" aria-label={t.table} tabindex="0">
                <table class="numbers">
                    <caption class="unseen">{ name }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ t.when }</th>
                            <th scope="col" class="number">{ surveys(here.lang).articles }</th>
                            if loose { <th scope="col" class="number">{ t.perhaps }</th> }
                        </tr>
                    </thead>
                    <tbody>{ for bars.chain(stretches).chain(undated).map(row) }</tbody>
                </table>
            </div>
            if loose {
                <p class="facet-note">{ t.perhaps_why }</p>
            }
        </>
    }
}

/// The same for other programs: dates as `2018-03`, stretches as `2025-04-02/2025-04-04`.
pub(super) fn sheet(found: &TimelineResponse) -> impl Fn() -> Sheet + use<> {
    let found = found.clone();
    move || {
        let row = |when: &str, articles: u32, perhaps: Option<u32>| {
            let perhaps = perhaps.map_or_else(|| Value::text(""), Value::count);
            vec![Value::text(when), Value::count(articles), perhaps]
        };
        let bars = self::bars(&found).map(|bar| row(&bar.at, bar.articles, Some(bar.perhaps)));
        let stretches = found
            .stretches
            .iter()
            .map(|stretch| row(&stretch.value, stretch.articles, None));
        let undated = (found.undated > 0).then(|| row("undated", found.undated, None));
        Sheet {
            columns: ["when", "articles", "perhaps"].map(str::to_owned).to_vec(),
            rows: bars.chain(stretches).chain(undated).collect(),
        }
    }
}
