//! How much of each article is covered.

use super::bars::bars;
use super::part_of;
use super::table::{Column, table};
use crate::components::chart::{USUAL_WIDTH, draw};
use crate::components::exports::{exports_with, picture};
use crate::components::here::{Here, Look};
use crate::components::more_rows::more_rows;
use crate::components::when::when;
use crate::export::{Sheet, Value};
use crate::i18n::{audits, grouped, language_of};
use crate::view::{Lens, ViewState};
use engine::protocol::{
    AuditAsked, Basis, Coverage, CoverageColumn, CoverageOrder, Covered, CoveredArticle, Ledger, ZoneKind,
};
use yew::prelude::*;

const COLUMNS: [CoverageColumn; 7] = [
    CoverageColumn::Article,
    CoverageColumn::Date,
    CoverageColumn::Told,
    CoverageColumn::Named,
    CoverageColumn::Proven,
    CoverageColumn::Linked,
    CoverageColumn::Rows,
];

/// The chart, and the table behind it.
pub(super) fn coverage(here: &Here, all: &Coverage, total: u32, (frame, width): (&NodeRef, i32)) -> Html {
    let t = audits(here.lang);
    let (chart, more) = bars(here.lang, here.view, all, width);
    let labels: Vec<Column> = COLUMNS
        .into_iter()
        .zip(t.columns)
        .map(|column| sorted(here.view, column))
        .collect();
    let whole = std::iter::once(cells(
        here,
        html! { <strong>{ t.all }</strong> },
        html! { { "–" } },
        &all.all,
    ));
    let rows = whole.chain(all.articles.iter().map(|article| row(here, article)));
    let picture = {
        let (all, view, lang) = (all.clone(), here.view.clone(), here.lang);
        picture(here, move || bars(lang, &view, &all, USUAL_WIDTH).0)
    };
    html! {
        <>
            <p>{ (t.untitled)(total, all.untitled) }</p>
            { draw(here, &chart, frame) }
            if more > 0 {
                <p class="facet-note">{ (t.more_bars)(more) }</p>
            }
            { table(here, t.tells[3], &labels, rows.collect()) }
            <p class="facet-note">{ t.columns_why }</p>
            { more_rows(here, all.articles.len(), total) }
            { exports_with(here, "coverage", (all.articles.len(), total), sheet(&all.articles), Some(picture)) }
        </>
    }
}

/// A column that sorts: from the smallest, from the largest, then as it was.
fn sorted(view: &ViewState, (column, label): (CoverageColumn, &'static str)) -> Column {
    let order = match view.audit {
        AuditAsked::Coverage(order) => order,
        _ => CoverageOrder::default(),
    };
    let sorted = (order.column == column && order != CoverageOrder::default()).then_some(order.descending);
    let next = match sorted {
        None => CoverageOrder {
            column,
            // The order of the corpus is there without sorting.
            descending: column == CoverageColumn::Article,
        },
        Some(false) => CoverageOrder {
            column,
            descending: true,
        },
        Some(true) => CoverageOrder::default(),
    };
    let to = ViewState {
        audit: AuditAsked::Coverage(next),
        ..view.clone()
    };
    Column {
        label,
        sort: Some((to, sorted)),
    }
}

fn row(here: &Here, article: &CoveredArticle) -> Vec<Html> {
    let look = Look {
        lang: language_of(&article.title),
        ..Look::default()
    };
    let title = html! {
        <>
            { here.link(look, here.opened(&article.doc, ""), html! { { &article.title } }) }
            if article.untitled { { " " }<span class="badge">{ here.t.results.untitled }</span> }
        </>
    };
    cells(
        here,
        title,
        when(here.lang, article.date.as_ref()),
        &article.covered,
    )
}

fn cells(here: &Here, title: Html, date: Html, covered: &Covered) -> Vec<Html> {
    let part = |part: u32, whole: u32| html! { { part_of(here, part, whole) } };
    let ledgers = Ledger::ALL.into_iter().zip(covered.rows);
    let ledgers = ledgers.filter(|(_, rows)| *rows > 0).map(|(ledger, rows)| {
        let name = (here.t.tables.lens)(Lens::Ledger(ledger));
        html! { <span class="fact-item">{ name }{ ": " }{ grouped(here.lang, rows) }</span> }
    });
    vec![
        title,
        date,
        part(covered.told(), covered.text()),
        part(covered.named, covered.sentences),
        part(covered.proven, covered.sentences),
        part(covered.linked, covered.names),
        html! { <>{ grouped(here.lang, covered.all_rows()) }{ for ledgers }</> },
    ]
}

/// What makes a table of the articles for other programs.
fn sheet(articles: &[CoveredArticle]) -> impl Fn() -> Sheet + use<> {
    let articles = articles.to_vec();
    move || {
        let mut columns = ["doc", "article", "untitled", "date", "date_basis"]
            .map(str::to_owned)
            .to_vec();
        columns.extend(ZoneKind::ALL.map(|zone| format!("{}_bytes", zone.name())));
        let counts = [
            "sentences",
            "named_sentences",
            "proven_sentences",
            "mentions",
            "names",
            "linked_names",
        ];
        columns.extend(counts.map(str::to_owned));
        columns.extend(Ledger::ALL.map(|ledger| ledger.name().to_owned()));
        Sheet {
            columns,
            rows: articles.iter().map(values).collect(),
        }
    }
}

fn values(article: &CoveredArticle) -> Vec<Value> {
    let (date, covered) = (article.date.as_ref(), &article.covered);
    let basis = date.map_or("", |date| match date.basis {
        Basis::Written => "written",
        Basis::Inferred => "inferred",
        Basis::Curated => "curated",
    });
    let mut values = vec![
        Value::text(article.doc.as_str()),
        Value::text(article.title.as_str()),
        Value::text(if article.untitled { "yes" } else { "no" }),
        Value::text(date.map_or("", |date| &date.from)),
        Value::text(basis),
    ];
    values.extend(covered.bytes.map(Value::count));
    let counts = [
        covered.sentences,
        covered.named,
        covered.proven,
        covered.mentions,
        covered.names,
        covered.linked,
    ];
    values.extend(counts.map(Value::count));
    values.extend(covered.rows.map(Value::count));
    values
}
