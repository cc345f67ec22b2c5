//! Two views beside each other: how many articles each has, and which values, rows and words make the difference.

#![allow(
    clippy::cast_possible_wrap,
    reason = "of what is drawn there are hundreds, and pixels are thousands"
)]

mod layout;
mod offers;
mod pick;
mod rows;
mod sides;
mod table;
mod views;

use super::chart::{draw, use_width};
use super::choice::Choice;
use super::exports::{exports_with, picture};
use super::here::Here;
use super::more_rows::more_rows;
use super::survey::{Props, change, survey, use_survey};
use crate::i18n::{comparing, surveys};
use crate::state::Survey;
use engine::protocol::{CompareBy, CompareOrder, CompareResponse, Compared, Facet};
use rows::Section;
use std::rc::Rc;
use yew::prelude::*;

/// What views can be compared by, in the order that is listed to people.
const BYS: [CompareBy; 11] = [
    CompareBy::Facet(Facet::Topic),
    CompareBy::Facet(Facet::Person),
    CompareBy::Facet(Facet::Role),
    CompareBy::Facet(Facet::Place),
    CompareBy::Facet(Facet::Org),
    CompareBy::Facet(Facet::Agreement),
    CompareBy::Facet(Facet::Event),
    CompareBy::Facet(Facet::Year),
    CompareBy::Facet(Facet::Source),
    CompareBy::Ledgers,
    CompareBy::Words,
];

const ORDERS: [CompareOrder; 2] = [CompareOrder::Difference, CompareOrder::Likelihood];

/// The lens.
#[component]
pub(crate) fn ComparePane(props: &Props) -> Html {
    let here = props.here();
    let found = use_survey(&props.state, |survey| match survey {
        Survey::Compare(found) => found.open(),
        _ => None,
    });
    let found = found.as_ref().as_ref();
    let frame = use_node_ref();
    let drawn = found.is_some_and(|found| !nothing_beside(&here, found) && has_rows(found));
    let width = use_width(&frame, drawn);
    let said = found.map(|found| {
        let [a, b] = [0, 1].map(|side| found.sides[side].articles);
        (comparing(here.lang).said)(a, b, found.both)
    });
    let controls = html! {
        <>
            { sides::sides(&here, &props.state, found) }
            { sides::swap(&here) }
            { controls(&here) }
        </>
    };
    let shown = match found {
        None => html! {},
        Some(found) if nothing_beside(&here, found) => offers::offers(&here, &props.state),
        Some(found) => rows(&here, found, &frame, width.max(1)),
    };
    survey(props, said, controls, shown)
}

/// Whether all articles of the corpus are on one side, so that there are no others.
fn nothing_beside(here: &Here, found: &CompareResponse) -> bool {
    here.view.compare.b.is_none() && found.sides[0].articles == found.corpus
}

fn has_rows(found: &CompareResponse) -> bool {
    match &found.compared {
        Compared::Values(rows) => !rows.is_empty(),
        Compared::Ledgers(rows) => !rows.is_empty(),
        Compared::Words { more, less, .. } => !more.is_empty() || !less.is_empty(),
    }
}

/// By what the views are compared, and in which order.
fn controls(here: &Here) -> Html {
    let (t, compare) = (comparing(here.lang), &here.view.compare);
    let name = |by: CompareBy| match by {
        CompareBy::Facet(facet) => (here.t.filters.facet)(facet),
        CompareBy::Ledgers => t.ledgers,
        CompareBy::Words => t.words,
    };
    let sorted = matches!(compare.by, CompareBy::Facet(facet) if facet != Facet::Year);
    html! {
        <>
            <Choice
                label={t.by}
                show_label=true
                options={BYS.map(|by| (name(by), None)).to_vec()}
                current={BYS.iter().position(|by| *by == compare.by).unwrap_or_default()}
                onchoose={change(here, |view, index: usize| view.compare.by = *BYS.get(index).unwrap_or(&BYS[0]))}
            />
            if sorted {
                <Choice
                    label={here.t.results.sort_by}
                    show_label=true
                    options={t.orders.map(|name| (name, None)).to_vec()}
                    current={compare.order as usize}
                    onchoose={change(here, |view, index: usize| {
                        view.compare.order = ORDERS.get(index).copied().unwrap_or_default();
                    })}
                />
            }
        </>
    }
}

/// What differs: a chart and a table for each section.
fn rows(here: &Here, found: &CompareResponse, frame: &NodeRef, width: i32) -> Html {
    let t = comparing(here.lang);
    let sections = rows::sections(here, found);
    let shown = sections.iter().map(|section| section.rows.len()).max();
    let unwatched = NodeRef::default();
    let drawn = sections.iter().position(|section| !section.rows.is_empty());
    let why = match &found.compared {
        Compared::Values(_) => t.values_why,
        Compared::Ledgers(_) => t.ledgers_why,
        Compared::Words { .. } => t.words_why,
    };
    html! {
        <>
            if found.both > 0 {
                <p class="facet-note">
                    { (t.overlap)(found.both, [0, 1].map(|side| found.sides[side].articles == found.both)) }
                </p>
            }
            { read(here, found) }
            <p class="facet-note">{ why }</p>
            for (at, section) in sections.into_iter().enumerate() {
                // The first that is drawn tells how wide all are.
                { view_section(here, section, if drawn == Some(at) { frame } else { &unwatched }, width) }
            }
            { more_rows(here, shown.unwrap_or_default(), found.total) }
        </>
    }
}

/// How many articles were looked through for words, and how many words stand in them.
fn read(here: &Here, found: &CompareResponse) -> Html {
    let Compared::Words { read, words, .. } = &found.compared else {
        return html! {};
    };
    let side = |at: usize| {
        let all = found.sides[at].articles;
        (comparing(here.lang).read)(sides::NAMES[at], read[at], all, words[at])
    };
    html! { <p class="facet-note">{ side(0) }{ " " }{ side(1) }</p> }
}

fn view_section(here: &Here, section: Section, frame: &NodeRef, width: i32) -> Html {
    if section.rows.is_empty() {
        return html! {
            <section class="compared">
                <h3 class="compared-name">{ section.name }</h3>
                <p>{ surveys(here.lang).nothing }</p>
            </section>
        };
    }
    let section = Rc::new(section);
    let picture = {
        let (section, lang) = (Rc::clone(&section), here.lang);
        picture(here, move || layout::chart(lang, &section, layout::USUAL))
    };
    let (name, shown) = (section.file, section.rows.len());
    html! {
        <section class="compared">
            <h3 class="compared-name">{ section.name }</h3>
            { draw(here, &layout::chart(here.lang, &section, width), frame) }
            { table::table(here, &section) }
            { exports_with(here, name, (shown, section.total), table::sheet(&section), Some(picture)) }
        </section>
    }
}

#[cfg(test)]
mod tests;
