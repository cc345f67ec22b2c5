//! The table behind the bars.

use super::layout::percent;
use super::rows::{Row, Section, Share};
use super::sides::NAMES;
use crate::components::here::{Here, Look};
use crate::components::word_sheet::hundredths as value;
use crate::export::{Sheet, Value};
use crate::i18n::{comparing, grouped, hundredths, surveys};
use engine::protocol::Hundredths;
use std::rc::Rc;
use yew::prelude::*;

/// A row for each value: counts and shares of both sides, the difference, and how sure that is where something says so.
pub(super) fn table(here: &Here, section: &Section) -> Html {
    let (t, measures) = (comparing(here.lang), surveys(here.lang));
    let sure = section.rows.iter().any(|row| row.keyness.is_some());
    let share = t.shares[section.of as usize];
    let number = |name: String| html! { <th scope="col" class="number">{ name }</th> };
    html! {
        <div class="numbers-frame" role="region" aria-label={section.name} tabindex="0">
            <table class="numbers">
                <caption class="unseen">{ section.name }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ if section.of == Share::Words { measures.word } else { t.value } }</th>
                        for side in NAMES {
                            { number(side.to_owned()) }
                            { number(format!("{side}, {share}")) }
                        }
                        { number(t.difference.to_owned()) }
                        if sure {
                            { number(measures.log_likelihood.to_owned()) }
                            { number(measures.log_ratio.to_owned()) }
                        }
                    </tr>
                </thead>
                <tbody>{ for section.rows.iter().map(|row| view_row(here, section.of, row, sure)) }</tbody>
            </table>
        </div>
    }
}

fn view_row(here: &Here, of: Share, row: &Row, sure: bool) -> Html {
    let lang = here.lang;
    let cell = |inner: Html| html! { <td class="number">{ inner }</td> };
    let told = |number: Option<Hundredths>| {
        let said = number.map(|number| hundredths(lang, number));
        cell(html! { { said.unwrap_or_else(|| "–".to_owned()) } })
    };
    let side = |at: usize| {
        let number = html! { { grouped(lang, row.counts[at]) } };
        let number = match &row.to[at] {
            Some(to) => here.link(
                Look::default(),
                to.clone(),
                html! { <><span class="unseen">{ NAMES[at] }{ ": " }</span>{ number }</> },
            ),
            None => number,
        };
        let share = row.shares[at].filter(|_| row.told);
        let share = match (of, share) {
            (Share::Articles, Some(share)) => cell(html! { { percent(lang, share) } }),
            (_, share) => told(share.map(|amount| Hundredths { minus: false, amount })),
        };
        html! { <>{ cell(number) }{ share }</> }
    };
    html! {
        <tr>
            <th scope="row" lang={row.name.lang}>{ &row.name.text }</th>
            { side(0) }
            { side(1) }
            { told(row.difference()) }
            if sure {
                { told(row.keyness.map(|keyness| keyness.log_likelihood)) }
                { told(row.keyness.map(|keyness| keyness.log_ratio)) }
            }
        </tr>
    }
}

/// The same for other programs, with the ids of values.
pub(super) fn sheet(section: &Rc<Section>) -> impl Fn() -> Sheet + use<> {
    let section = Rc::clone(section);
    move || {
        let columns = [
            "id",
            "name",
            "a",
            "b",
            "articles_a",
            "articles_b",
            "share_a",
            "share_b",
            "difference",
            "log_likelihood",
            "log_ratio",
        ];
        let plus = |amount: Option<u32>| value(amount.map(|amount| Hundredths { minus: false, amount }));
        let row = |row: &Row| {
            let articles = row.articles.map(|articles| articles.map(Value::count));
            let [in_a, in_b] = articles.unwrap_or_else(|| [0, 1].map(|_| Value::text("")));
            let shares = row.shares.map(|share| share.filter(|_| row.told));
            vec![
                Value::text(row.id.as_str()),
                Value::text(row.name.text.as_str()),
                Value::count(row.counts[0]),
                Value::count(row.counts[1]),
                in_a,
                in_b,
                plus(shares[0]),
                plus(shares[1]),
                value(row.difference()),
                value(row.keyness.map(|keyness| keyness.log_likelihood)),
                value(row.keyness.map(|keyness| keyness.log_ratio)),
            ]
        };
        let mut sheet = Sheet {
            columns: columns.map(str::to_owned).to_vec(),
            rows: section.rows.iter().map(row).collect(),
        };
        // Where articles are counted, these are the counts.
        sheet.leave_out(|column| column.starts_with("articles"));
        sheet
    }
}
