//! The words of a view: how often they stand there, what is characteristic of it, what stands near matches, and when.

use super::chart::{Chart, USUAL_WIDTH, draw, use_width};
use super::choice::Choice;
use super::dom::sent;
use super::exports::{Picture, exports_with, picture};
use super::here::Here;
use super::more_rows::more_rows;
use super::slider::Slider;
use super::survey::{Props, change, partly, survey, use_survey};
use super::text_field::TextField;
use super::trend_chart::Trends;
use super::word_sheet::word_sheet;
use super::word_tables::word_table;
use crate::i18n::surveys;
use crate::state::Survey;
use crate::view::{MOST_WORDS, Tell};
use engine::protocol::{CollocateOrder, MOST_REACH, WordsResponse, WordsTold};
use std::rc::Rc;
use yew::prelude::*;

pub(super) const TELLS: [Tell; 5] = [Tell::Frequencies, Tell::More, Tell::Less, Tell::Near, Tell::Years];

const ORDERS: [CollocateOrder; 3] = [
    CollocateOrder::LogLikelihood,
    CollocateOrder::LogDice,
    CollocateOrder::Count,
];

/// The lens.
#[component]
pub(crate) fn WordsPane(props: &Props) -> Html {
    let here = props.here();
    let words = use_survey(&props.state, |survey| match survey {
        Survey::Words(words) => words.open(),
        _ => None,
    });
    let frame = use_node_ref();
    let trends = words
        .as_ref()
        .as_ref()
        .is_some_and(|words| trends(&here, words).is_some());
    let width = use_width(&frame, trends);
    let said = words
        .as_ref()
        .as_ref()
        .map(|words| (surveys(here.lang).words)(words.total, words.articles_read, words.words));
    let rows = rows(&here, &words, (&frame, width.max(1)));
    survey(props, said, controls(&here), rows)
}

fn controls(here: &Here) -> Html {
    let (t, words) = (surveys(here.lang), &here.view.words);
    html! {
        <>
            <Choice
                label={t.tell}
                show_label=true
                options={t.tells.map(|name| (name, None)).to_vec()}
                current={place_of(words.tell)}
                onchoose={change(here, |view, index: usize| view.words.tell = TELLS.get(index).copied().unwrap_or_default())}
            />
            if words.tell == Tell::Near {
                <Choice
                    label={here.t.results.sort_by}
                    show_label=true
                    options={t.collocate_orders.map(|name| (name, None)).to_vec()}
                    current={ORDERS.iter().position(|order| *order == words.order).unwrap_or_default()}
                    onchoose={change(here, |view, index: usize| view.words.order = *ORDERS.get(index).unwrap_or(&ORDERS[0]))}
                />
                <Slider
                    label={t.reach}
                    most={MOST_REACH}
                    value={words.reach}
                    onchoose={change(here, |view, reach| view.words.reach = reach)}
                />
            }
            if words.tell == Tell::Years {
                { trend_form(here) }
            } else {
                <button
                    type="button"
                    class="switch"
                    role="switch"
                    aria-checked={words.several.to_string()}
                    onclick={change(here, |view, _: MouseEvent| view.words.several = !view.words.several)}
                >
                    { t.several }
                </button>
            }
        </>
    }
}

pub(super) fn place_of(tell: Tell) -> usize {
    TELLS.iter().position(|other| *other == tell).unwrap_or_default()
}

/// Which words' years are told.
fn trend_form(here: &Here) -> Html {
    let t = surveys(here.lang);
    let set = change(here, |view, typed: String| {
        let named = typed.split(',').map(str::trim).filter(|word| !word.is_empty());
        view.words.trend = named.take(MOST_WORDS).map(str::to_owned).collect();
    });
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        set.emit(sent(&event, "words"));
    });
    html! {
        <form class="survey-form" {onsubmit}>
            <TextField name="words" label={t.trend} value={here.view.words.trend.join(", ")} />
            <button type="submit" class="text-button">{ t.show }</button>
        </form>
    }
}

fn rows(here: &Here, told: &Rc<Option<WordsResponse>>, (frame, width): (&NodeRef, i32)) -> Html {
    let Some(words) = told.as_ref() else {
        return html! {};
    };
    let t = surveys(here.lang);
    let why = t.tells_why[place_of(here.view.words.tell)];
    let (shown, table) = word_table(here, words);
    let trends = trends(here, words);
    let picture = trends.as_ref().map(|_| saved(here, told));
    // A row is a year there, not a word.
    let saved = trends.as_ref().map_or((shown, words.total), |trends| {
        (trends.years.len(), trends.years.len() as u32)
    });
    html! {
        <>
            { partly(here, words.articles_read, words.articles) }
            <p class="facet-note">{ why }</p>
            if let Some(trends) = trends {
                { draw(here, &trends.chart(width), frame) }
            }
            { table }
            { more_rows(here, shown, words.total) }
            { exports_with(here, "words", saved, word_sheet(&words.told), picture) }
        </>
    }
}

/// What is told of years, if it is and there are any.
fn trends<'a>(here: &Here<'a>, words: &'a WordsResponse) -> Option<Trends<'a>> {
    match &words.told {
        WordsTold::Trend { years, trends } if !years.is_empty() => Some(Trends {
            lang: here.lang,
            view: here.view,
            years,
            words: trends,
        }),
        _ => None,
    }
}

/// The chart of the years as a file.
fn saved(here: &Here, told: &Rc<Option<WordsResponse>>) -> Picture {
    let (told, lang, view) = (Rc::clone(told), here.lang, here.view.clone());
    picture(here, move || {
        match told.as_ref().as_ref().map(|words| &words.told) {
            Some(WordsTold::Trend { years, trends }) => {
                let trends = Trends {
                    lang,
                    view: &view,
                    years,
                    words: trends,
                };
                trends.chart(USUAL_WIDTH)
            }
            _ => Chart::default(),
        }
    })
}
