//! Tables of words.

use super::here::{Here, Look};
use crate::i18n::{grouped, hundredths, language_of, surveys};
use crate::view::{Lens, Tell, ViewState};
use engine::protocol::{
    Collocate, Hundredths, Keyword, Trend, TrendPoint, WordCount, WordsResponse, WordsTold, YearWords,
};
use yew::prelude::*;

/// Columns of numbers behind the word, and the rows.
struct Table {
    columns: Vec<AttrValue>,
    rows: Vec<(Html, Vec<Html>)>,
}

/// What is told as a table, and how many rows it has.
pub(super) fn word_table(here: &Here, words: &WordsResponse) -> (usize, Html) {
    let t = surveys(here.lang);
    let table = match &words.told {
        WordsTold::Frequencies(rows) => frequencies(here, rows),
        WordsTold::Keyness { rows, .. } => keywords(here, rows),
        WordsTold::Collocates { rows, .. } => collocates(here, rows),
        WordsTold::Trend { years, trends } => return (words.total as usize, trend(here, years, trends)),
        WordsTold::NoWords => return (0, html! { <p>{ t.words_want_query }</p> }),
    };
    (table.rows.len(), view(here, t.word, table))
}

fn view(here: &Here, first: &'static str, table: Table) -> Html {
    let t = surveys(here.lang);
    if table.rows.is_empty() {
        return html! { <p>{ t.nothing }</p> };
    }
    let name = t.tells[super::words_pane::place_of(here.view.words.tell)];
    html! {
        <div class="numbers-frame" role="region" aria-label={name} tabindex="0">
            <table class="numbers">
                <caption class="unseen">{ name }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ first }</th>
                        { for table.columns.iter().map(|column| html! { <th scope="col" class="number">{ column }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    for (head, cells) in table.rows {
                        <tr>
                            <th scope="row">{ head }</th>
                            { for cells.into_iter().map(|cell| html! { <td class="number">{ cell }</td> }) }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn names(names: &[&'static str]) -> Vec<AttrValue> {
    names.iter().copied().map(AttrValue::from).collect()
}

/// A word, which leads to its places, and to its years.
fn word(here: &Here, word: &str) -> Html {
    let mut places = here.view.clone();
    places.query = if word.contains(' ') {
        format!("\"{word}\"")
    } else {
        word.to_owned()
    };
    places.look(Lens::Concordance);
    let mut years = here.view.clone();
    years.words.tell = Tell::Years;
    years.words.trend = vec![word.to_owned()];
    let quiet = || Look {
        class: classes!("word-more"),
        ..Look::default()
    };
    let look = Look {
        lang: language_of(word),
        ..Look::default()
    };
    html! {
        <>
            { here.link(look, places, html! { { word } }) }{ " " }
            { here.link(quiet(), years, html! { <><span class="unseen">{ word }{ ": " }</span>{ surveys(here.lang).by_year }</> }) }
        </>
    }
}

fn number(here: &Here, number: u32) -> Html {
    html! { { grouped(here.lang, number) } }
}

/// What is told of words that stand often enough.
fn told(here: &Here, number: Option<Hundredths>) -> Html {
    number.map_or_else(
        || html! { "–" },
        |number| html! { { hundredths(here.lang, number) } },
    )
}

pub(super) const fn plus(amount: u32) -> Hundredths {
    Hundredths { minus: false, amount }
}

fn frequencies(here: &Here, rows: &[WordCount]) -> Table {
    let t = surveys(here.lang);
    let row = |row: &WordCount| {
        let cells = vec![
            number(here, row.count),
            number(here, row.articles),
            told(here, row.per_thousand.map(plus)),
        ];
        (word(here, &row.word), cells)
    };
    Table {
        columns: names(&[t.count, t.articles, t.per_thousand]),
        rows: rows.iter().map(row).collect(),
    }
}

fn keywords(here: &Here, rows: &[Keyword]) -> Table {
    let t = surveys(here.lang);
    let row = |row: &Keyword| {
        let cells = vec![
            number(here, row.here.count),
            number(here, row.here.articles),
            number(here, row.elsewhere),
            told(here, row.keyness.map(|keyness| keyness.log_likelihood)),
            told(here, row.keyness.map(|keyness| keyness.log_ratio)),
        ];
        (word(here, &row.here.word), cells)
    };
    Table {
        columns: names(&[t.count, t.articles, t.elsewhere, t.log_likelihood, t.log_ratio]),
        rows: rows.iter().map(row).collect(),
    }
}

fn collocates(here: &Here, rows: &[Collocate]) -> Table {
    let t = surveys(here.lang);
    let row = |row: &Collocate| {
        let cells = vec![
            number(here, row.count),
            number(here, row.articles),
            number(here, row.in_view),
            told(here, row.strength.map(|strength| plus(strength.expected))),
            told(here, row.strength.map(|strength| strength.log_likelihood)),
            told(here, row.strength.map(|strength| strength.log_dice)),
        ];
        (word(here, &row.word), cells)
    };
    Table {
        columns: names(&[
            t.count,
            t.articles,
            t.in_view,
            t.expected,
            t.log_likelihood,
            t.log_dice,
        ]),
        rows: rows.iter().map(row).collect(),
    }
}

/// A row a year, a column a word; each year leads to its articles.
fn trend(here: &Here, years: &[YearWords], trends: &[Trend]) -> Html {
    let t = surveys(here.lang);
    let most = trends.iter().flat_map(|trend| &trend.points).map(height).max();
    let row = |(at, year): (usize, &YearWords)| {
        let points = trends
            .iter()
            .map(|trend| trend.points.get(at).copied().unwrap_or_default());
        let counts = [number(here, year.articles)];
        let cells = points.map(|point| view_point(here, point, most.unwrap_or_default()));
        let head = year.year.map_or_else(
            || {
                here.link(
                    Look::default(),
                    here.view.undated(),
                    html! { { here.t.results.no_year } },
                )
            },
            |year| here.link(Look::default(), in_year(here.view, year), html! { { year } }),
        );
        (head, counts.into_iter().chain(cells).collect())
    };
    let columns = trends.iter().map(|trend| {
        trend
            .word
            .as_ref()
            .map_or(t.matches.into(), |word| word.clone().into())
    });
    let table = Table {
        columns: std::iter::once(t.articles.into()).chain(columns).collect(),
        rows: years.iter().enumerate().map(row).collect(),
    };
    view(here, t.year, table)
}

pub(super) fn in_year(view: &ViewState, year: u16) -> ViewState {
    let year = Some(year.to_string());
    ViewState {
        from: year.clone(),
        to: year,
        ..view.clone()
    }
}

/// What the bar of a year shows: how often in a thousand words, or nothing where that is not told.
fn height(point: &TrendPoint) -> u32 {
    point.per_thousand.unwrap_or_default()
}

/// A number with a bar, whose length is that of the largest at most.
fn view_point(here: &Here, point: TrendPoint, most: u32) -> Html {
    const LENGTH: u32 = 80;
    let length = (height(&point) * LENGTH).checked_div(most).unwrap_or_default();
    let share = point.per_thousand.map(|share| hundredths(here.lang, plus(share)));
    html! {
        <>
            { number(here, point.count) }
            if let Some(share) = share {
                <span class="facet-note">{ " (" }{ share }{ " ‰)" }</span>
            }
            <svg class="bar" width={LENGTH.to_string()} height="8" aria-hidden="true">
                <rect width={length.to_string()} height="8" />
            </svg>
        </>
    }
}
