//! Who stands with whom in the articles of a view: a picture of their ties, the places of the one that is open, and a table.

#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "of what is drawn there are hundreds, and pixels are thousands"
)]

mod controls;
mod drawn;
mod focus;
mod labels;
mod layout;
mod names;
mod picture;
mod places;
mod sheet;
mod table;

use super::by_ptr::ByPtr;
use super::chart::{USUAL_WIDTH, draw, use_width};
use super::exports::{Picture, exports_with, picture};
use super::here::Here;
use super::survey::{Props, partly, survey, use_survey};
use crate::i18n::networks;
use crate::state::Survey;
use drawn::Drawn;
use engine::protocol::NetworkResponse;
use focus::{keys, use_focus_on_opening};
use picture::Network;
use std::rc::Rc;
use yew::prelude::*;

/// The lens.
#[component]
pub(crate) fn NetworkPane(props: &Props) -> Html {
    let here = props.here();
    let found = use_survey(&props.state, |survey| match survey {
        Survey::Network(found, _) => found.open(),
        _ => None,
    });
    let all = found.as_ref().as_ref();
    let frame = use_node_ref();
    let width = use_width(&frame, all.is_some_and(|found| !found.ties.is_empty()));
    let drawn = use_memo((ByPtr(Rc::clone(&found)), width), |(found, width)| {
        let found = found.0.as_ref().as_ref();
        found.map_or_else(Drawn::default, |found| Drawn::new(found, *width))
    });
    let section = use_node_ref();
    use_focus_on_opening(all, &section);
    let said = all.map(|found| (networks(here.lang).said)(found.total, found.articles));
    let shown = all.map(|_| rows(&here, &found, &drawn, (&frame, &section)));
    survey(props, said, controls::controls(&here), shown.unwrap_or_default())
}

/// The picture, the places of the open tie, and the table.
fn rows(
    here: &Here,
    found: &Rc<Option<NetworkResponse>>,
    drawn: &Drawn,
    (frame, section): (&NodeRef, &NodeRef),
) -> Html {
    let Some(all) = found.as_ref() else {
        return html! {};
    };
    let t = networks(here.lang);
    let network = Network {
        lang: here.lang,
        view: here.view,
        found: all,
    };
    let (shown, left) = (all.ties.len(), all.ties.len() - drawn.ties.len());
    html! {
        <>
            { partly(here, all.articles_read, all.articles) }
            if shown > 0 {
                <p class="facet-note">{ t.why }</p>
                <div onkeydown={keys()}>{ draw(here, &network.chart(drawn), frame) }</div>
                if left > 0 {
                    <p class="facet-note">{ (t.in_table)(left as u32) }</p>
                }
            } else {
                { controls::nothing(here) }
            }
            if let Some(open) = &all.open {
                { places::places(here, open, section) }
            }
            if shown > 0 {
                { table::table(here, all) }
                { exports_with(here, "network", (shown, all.total), sheet::sheet(here.lang, all), Some(saved(here, found))) }
            }
            if all.unsure > 0 {
                <p class="facet-note">{ (t.unsure)(all.unsure) }</p>
            }
        </>
    }
}

/// What writes the picture as a file.
fn saved(here: &Here, found: &Rc<Option<NetworkResponse>>) -> Picture {
    let (found, view, lang) = (Rc::clone(found), here.view.clone(), here.lang);
    picture(here, move || {
        let chart = found.as_ref().as_ref().map(|found| {
            let network = Network {
                lang,
                view: &view,
                found,
            };
            network.chart(&Drawn::new(found, USUAL_WIDTH))
        });
        chart.unwrap_or_default()
    })
}
