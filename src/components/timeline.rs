//! When the articles of a view are from: bars by year, month or day, each of which narrows the view to its time.

#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "of what is drawn there are hundreds, and pixels are thousands"
)]

mod brush;
mod crumbs;
mod layout;
mod slots;
mod table;

use super::chart::{USUAL_WIDTH, draw, use_width};
use super::dom::sent;
use super::exports::{exports_with, picture};
use super::here::Here;
use super::survey::{Props, survey, use_survey};
use super::text_field::TextField;
use crate::i18n::{charts, normalise_date, typed_date};
use crate::state::{Action, Survey};
use brush::{Brush, use_brush};
use engine::protocol::TimelineResponse;
use layout::{MOST_LANES, Timeline};
use slots::Slots;
use std::rc::Rc;
use yew::prelude::*;

/// The lens.
#[component]
pub(crate) fn TimelinePane(props: &Props) -> Html {
    let here = props.here();
    let found = use_survey(&props.state, |survey| match survey {
        Survey::Timeline(found) => found.open(),
        _ => None,
    });
    let frame = use_node_ref();
    let width = use_width(&frame, found.is_some());
    let view = here.view;
    let slots = found.as_ref().as_ref().map_or_else(Slots::default, |found| {
        Slots::new(found, view.from.as_deref(), view.to.as_deref())
    });
    let brush = use_brush(&here, &slots);
    let said = found.as_ref().as_ref().map(|found| {
        let chosen = brush.chosen.map(|chosen| brush::said(here.lang, &slots, chosen));
        chosen.unwrap_or_else(|| (charts(here.lang).said)(found.articles, found.undated))
    });
    let shown = said.is_some().then(|| {
        let width = width.max(1);
        rows(&here, &found, &slots, &brush, (&frame, width))
    });
    survey(props, said, controls(&here), shown.unwrap_or_default())
}

/// Where the view is in time, and the limits as text.
fn controls(here: &Here) -> Html {
    let (t, filters) = (charts(here.lang), &here.t.filters);
    let limits = here.dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        let limit = |name| {
            let typed = sent(&event, name);
            // What is no date is told so.
            (!typed.is_empty()).then(|| normalise_date(&typed).unwrap_or(typed))
        };
        Action::Dates(limit("from"), limit("to"))
    });
    let shown = |limit: &Option<String>| {
        let limit = limit.as_ref().map(|limit| typed_date(here.lang, limit));
        AttrValue::from(limit.unwrap_or_default())
    };
    html! {
        <>
            { crumbs::crumbs(here) }
            <form class="survey-form period" aria-label={filters.dates} onsubmit={limits}>
                <TextField name="from" label={filters.from} value={shown(&here.view.from)} />
                <TextField name="to" label={filters.to} value={shown(&here.view.to)} />
                <button type="submit" class="text-button">{ t.apply }</button>
            </form>
        </>
    }
}

/// The chart, and the table behind it.
fn rows(
    here: &Here,
    found: &Rc<Option<TimelineResponse>>,
    slots: &Slots,
    brush: &Brush,
    (frame, width): (&NodeRef, i32),
) -> Html {
    let Some(all) = found.as_ref() else {
        return html! {};
    };
    let t = charts(here.lang);
    let line = Timeline {
        lang: here.lang,
        view: here.view,
        found: all,
        slots,
        chosen: brush.chosen,
    };
    let picture = {
        let (found, slots, view, lang) = (Rc::clone(found), slots.clone(), here.view.clone(), here.lang);
        picture(here, move || {
            let line = found.as_ref().as_ref().map(|found| Timeline {
                lang,
                view: &view,
                found,
                slots: &slots,
                chosen: None,
            });
            line.map(|line| line.chart(USUAL_WIDTH)).unwrap_or_default()
        })
    };
    let number = table::bars(all).count() + all.stretches.len() + usize::from(all.undated > 0);
    html! {
        <>
            { brush.around(draw(here, &line.chart(width), frame)) }
            if slots.keys.len() > 1 {
                <p class="facet-note">{ t.brush }</p>
            }
            if slots.gaps {
                <p class="facet-note">{ t.gaps }</p>
            }
            if all.stretches.len() > MOST_LANES {
                <p class="facet-note">{ (t.more_stretches)((all.stretches.len() - MOST_LANES) as u32) }</p>
            }
            { table::table(here, &line) }
            { exports_with(here, "timeline", (number, number as u32), table::sheet(all), Some(picture)) }
        </>
    }
}
