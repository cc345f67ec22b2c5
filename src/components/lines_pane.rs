//! The concordance: every place where the query matches, a line each, what matched in the middle.

use super::choice::Choice;
use super::dom::resolve;
use super::exports::exports;
use super::here::{Here, Look};
use super::more_rows::more_rows;
use super::slider::Slider;
use super::survey::{Props, change, partly, survey, use_survey};
use super::when::when;
use crate::export::{Sheet, Value};
use crate::i18n::{language_of, surveys, value_date};
use crate::state::Survey;
use engine::protocol::{
    ConcordanceLine, ConcordanceResponse, LineGroup, LineGrouping, LineOrder, MOST_CONTEXT, ZoneKind,
};
use yew::prelude::*;

const ORDERS: [LineOrder; 10] = [
    LineOrder::Place,
    LineOrder::Left(1),
    LineOrder::Left(2),
    LineOrder::Left(3),
    LineOrder::Right(1),
    LineOrder::Right(2),
    LineOrder::Right(3),
    LineOrder::Node,
    LineOrder::Newest,
    LineOrder::Oldest,
];

const GROUPINGS: [LineGrouping; 6] = [
    LineGrouping::None,
    LineGrouping::Node,
    LineGrouping::Left,
    LineGrouping::Right,
    LineGrouping::Article,
    LineGrouping::Year,
];

/// The lens.
#[component]
pub(crate) fn LinesPane(props: &Props) -> Html {
    let here = props.here();
    let lines = use_survey(&props.state, |survey| match survey {
        Survey::Lines(lines) => lines.open(),
        _ => None,
    });
    let lines = lines.as_ref().as_ref();
    let said = lines.map(|lines| (surveys(here.lang).lines)(lines.total, lines.articles_read));
    let rows = lines.map(|lines| rows(&here, lines)).unwrap_or_default();
    survey(props, said, controls(&here), rows)
}

fn controls(here: &Here) -> Html {
    let (t, lines) = (surveys(here.lang), &here.view.lines);
    html! {
        <>
            <Choice
                label={here.t.results.sort_by}
                show_label=true
                options={t.orders.map(|name| (name, None)).to_vec()}
                current={ORDERS.iter().position(|order| *order == lines.order).unwrap_or_default()}
                onchoose={change(here, |view, index| view.lines.order = ORDERS.get(index).copied().unwrap_or_default())}
            />
            <Choice
                label={t.group_by}
                show_label=true
                options={t.groupings.map(|name| (name, None)).to_vec()}
                current={GROUPINGS.iter().position(|grouping| *grouping == lines.grouping).unwrap_or_default()}
                onchoose={change(here, |view, index| view.lines.grouping = GROUPINGS.get(index).copied().unwrap_or_default())}
            />
            <Slider
                label={t.context}
                most={MOST_CONTEXT}
                value={lines.context}
                onchoose={change(here, |view, context| view.lines.context = context)}
            />
        </>
    }
}

fn rows(here: &Here, lines: &ConcordanceResponse) -> Html {
    let t = surveys(here.lang);
    if lines.no_words {
        return html! { <p class="facet-note">{ t.lines_want_words }</p> };
    }
    let [left, node, right, article] = t.line_columns;
    html! {
        <>
            { partly(here, lines.articles_read, lines.articles) }
            <table class="kwic" role="table" aria-label={t.concordance}>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="kwic-left">{ left }</th>
                        <th role="columnheader" scope="col" class="kwic-node">{ node }</th>
                        <th role="columnheader" scope="col" class="kwic-right">{ right }</th>
                        <th role="columnheader" scope="col">{ article }</th>
                    </tr>
                </thead>
                { for lines.lines.chunk_by(|a, b| a.group == b.group).map(|some| body(here, lines, some)) }
            </table>
            { more_rows(here, lines.lines.len(), lines.total) }
            { exports(here, "kwic", lines.lines.len(), lines.total, sheet(here, lines)) }
        </>
    }
}

/// Lines of one group, under its name.
fn body(here: &Here, all: &ConcordanceResponse, lines: &[ConcordanceLine]) -> Html {
    let group = lines
        .first()
        .and_then(|line| all.groups.get(line.group? as usize));
    html! {
        <tbody role="rowgroup">
            if let Some(group) = group {
                <tr role="row" class="kwic-group">
                    <th role="rowheader" scope="rowgroup" colspan="4">
                        { group_name(here, group) }{ " " }
                        <span class="facet-note">{ (surveys(here.lang).group)(group.lines, group.articles) }</span>
                    </th>
                </tr>
            }
            { for lines.iter().map(|line| view_line(here, line)) }
        </tbody>
    }
}

fn group_name(here: &Here, group: &LineGroup) -> Html {
    match here.view.lines.grouping {
        LineGrouping::Year if group.key == "undated" => html! { { here.t.results.no_year } },
        LineGrouping::Year => html! { { value_date(here.lang, &group.key) } },
        _ if group.name.is_empty() => html! { { surveys(here.lang).no_word } },
        _ => html! { <span lang={language_of(&group.name)}>{ &group.name }</span> },
    }
}

fn view_line(here: &Here, line: &ConcordanceLine) -> Html {
    let aside = (line.zone != ZoneKind::Body).then_some("kwic-aside");
    let look = Look {
        class: classes!("kwic-link"),
        ..Look::default()
    };
    let node = html! { <mark>{ &line.node }</mark> };
    html! {
        <tr role="row" class={classes!(aside)}>
            <td role="cell" class="kwic-left" lang="vi">
                <span>{ if line.cut.0 { "… " } else { "" } }{ &line.left }</span>
            </td>
            <td role="cell" class="kwic-node" lang="vi">{ here.link(look, here.opened(&line.doc, &line.anchor), node) }</td>
            <td role="cell" class="kwic-right" lang="vi">
                <span>{ &line.right }{ if line.cut.1 { " …" } else { "" } }</span>
            </td>
            <td role="cell" class="kwic-where">
                <cite lang={language_of(&line.title)}>{ &line.title }</cite>{ " " }
                { when(here.lang, line.date.as_ref()) }
                if line.zone != ZoneKind::Body {
                    { " " }<span class="badge">{ (here.t.results.zone)(line.zone) }</span>
                }
            </td>
        </tr>
    }
}

/// What makes a table of the lines for other programs.
fn sheet(here: &Here, lines: &ConcordanceResponse) -> impl Fn() -> Sheet + use<> {
    let view = here.view.clone();
    let href = here.links.href.clone();
    let lines = lines.lines.clone();
    let columns = [
        "left",
        "node",
        "right",
        "doc",
        "article",
        "article_date",
        "source",
        "zone",
        "link",
    ];
    move || {
        let row = |line: &ConcordanceLine| {
            let date = line.date.as_ref().map(|date| date.from.clone());
            let there = view.opened(&line.doc, Some(&line.anchor));
            vec![
                Value::text(line.left.as_str()),
                Value::text(line.node.as_str()),
                Value::text(line.right.as_str()),
                Value::text(line.doc.as_str()),
                Value::text(line.title.as_str()),
                Value::Text(date.unwrap_or_default()),
                Value::Text(line.source.clone().unwrap_or_default()),
                Value::text(line.zone.name()),
                Value::Text(resolve(&href.emit(there))),
            ]
        };
        Sheet {
            columns: columns.map(str::to_owned).to_vec(),
            rows: lines.iter().map(row).collect(),
        }
    }
}
