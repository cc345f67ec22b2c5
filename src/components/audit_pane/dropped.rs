//! What is left out of search and tables, and why.

use super::table::table;
use super::{part_of, percent};
use crate::components::exports::exports;
use crate::components::here::{Here, Look};
use crate::components::more_rows::more_rows;
use crate::export::{Sheet, Value};
use crate::i18n::{audits, grouped, language_of, surveys};
use crate::view::{Choice, Lens, ViewState};
use engine::protocol::{Basis, DateCount, Dropped, Facet, LooseName, ZoneCount};
use yew::prelude::*;

/// Text, names, dates, files.
pub(super) fn dropped(here: &Here, dropped: &Dropped, names: u32) -> Html {
    let t = audits(here.lang);
    html! {
        <>
            <h3 class="audit-name">{ t.zones }</h3>
            <p class="facet-note">{ t.zones_why }</p>
            { zones(here, dropped) }
            if names > 0 {
                <h3 class="audit-name">{ t.names }</h3>
                <p class="facet-note">{ t.names_why }</p>
                { loose_names(here, &dropped.names) }
                { more_rows(here, dropped.names.len(), names) }
                { exports(here, "names", dropped.names.len(), names, name_sheet(&dropped.names)) }
            }
            <h3 class="audit-name">{ t.dates }</h3>
            { dates(here, &dropped.dates) }
            <p class="facet-note">{ (t.partial)(dropped.partial.0, dropped.partial.1) }</p>
            <h3 class="audit-name">{ t.files }</h3>
            { files(here, dropped) }
            <p class="facet-note">{ t.not_kept }</p>
        </>
    }
}

/// How much text there is of each kind.
fn zones(here: &Here, dropped: &Dropped) -> Html {
    let (t, words) = (audits(here.lang), surveys(here.lang));
    let columns = [t.zone, t.share, t.bytes, t.blocks, words.articles, t.why].map(Into::into);
    let number = |number| html! { { grouped(here.lang, number) } };
    let row = |zone: &ZoneCount| {
        let name = (here.t.results.zone)(zone.zone);
        vec![
            html! { { name } },
            html! { <>{ percent(zone.bytes, dropped.bytes) }{ " %" }</> },
            number(zone.bytes),
            number(zone.blocks),
            number(zone.articles),
            html! { { (t.zone_why)(zone.zone) } },
        ]
    };
    let count = dropped.zones.len();
    html! {
        <>
            { table(here, t.zones, &columns, dropped.zones.iter().map(row).collect()) }
            { exports(here, "zones", count, count as u32, zone_sheet(&dropped.zones)) }
        </>
    }
}

/// The articles of a view that are not dated, one by one.
fn undated(view: &ViewState) -> ViewState {
    let mut to = view.clone();
    to.look(Lens::Articles);
    to.choose(Facet::Year, "undated".to_owned(), Choice::Included);
    to
}

/// Each name leads to its places, and to the first of them in its article.
fn loose_names(here: &Here, names: &[LooseName]) -> Html {
    let (t, words) = (audits(here.lang), surveys(here.lang));
    let columns = [t.name, t.kind, words.count, words.articles, t.first_place].map(Into::into);
    let row = |name: &LooseName| {
        let mut places = here.view.clone();
        places.query = format!("\"{}\"", name.text.replace('"', " "));
        places.look(Lens::Concordance);
        let look = Look {
            lang: language_of(&name.text),
            ..Look::default()
        };
        let (doc, anchor) = &name.at;
        vec![
            here.link(look, places, html! { { &name.text } }),
            html! { { (here.t.reader.kind)(name.kind) } },
            html! { { grouped(here.lang, name.places) } },
            html! { { grouped(here.lang, name.articles) } },
            here.link(
                Look::default(),
                here.opened(doc, anchor),
                html! { <>{ doc }{ ".txt" }</> },
            ),
        ]
    };
    table(here, t.names, &columns, names.iter().map(row).collect())
}

fn dates(here: &Here, dates: &[DateCount]) -> Html {
    let t = audits(here.lang);
    let columns = [t.exactness, t.basis, surveys(here.lang).articles].map(Into::into);
    let all = dates.iter().map(|date| date.articles).sum();
    let row = |date: &DateCount| {
        let known = (t.precision)(date.precision);
        let known = if date.precision.is_none() {
            here.link(Look::default(), undated(here.view), html! { { known } })
        } else {
            html! { { known } }
        };
        let rule = date.rule.as_ref().map(|rule| (here.t.reader.rule)(rule));
        let basis = date.basis.map(|basis| match (basis, &rule) {
            (Basis::Inferred, Some(rule)) => format!("{}: {rule}", (here.t.results.basis)(basis)),
            _ => (here.t.results.basis)(basis).to_owned(),
        });
        vec![
            known,
            html! { { basis.unwrap_or_else(|| "–".to_owned()) } },
            html! { { part_of(here, date.articles, all) } },
        ]
    };
    table(here, t.dates, &columns, dates.iter().map(row).collect())
}

fn files(here: &Here, dropped: &Dropped) -> Html {
    let t = audits(here.lang);
    if dropped.diagnostics.is_empty() && dropped.skipped.is_empty() {
        return html! { <p>{ t.no_files }</p> };
    }
    let noticed = dropped.diagnostics.iter().map(|(code, articles, times)| {
        let what = (here.t.reader.diagnostic)(&code.replace('_', "-"), *times);
        (t.noticed)(what.as_deref().unwrap_or(code), *articles)
    });
    let skipped = dropped
        .skipped
        .iter()
        .map(|file| (t.skipped)(&file.name, &file.reason));
    html! { <ul>{ for noticed.chain(skipped).map(|line| html! { <li>{ line }</li> }) }</ul> }
}

fn zone_sheet(zones: &[ZoneCount]) -> impl Fn() -> Sheet + use<> {
    let zones = zones.to_vec();
    move || {
        let row = |zone: &ZoneCount| {
            let mut values = vec![Value::text(zone.zone.name())];
            values.extend([zone.bytes, zone.blocks, zone.articles].map(Value::count));
            values.push(Value::text(if zone.zone.is_searched() { "yes" } else { "no" }));
            values
        };
        Sheet {
            columns: ["zone", "bytes", "blocks", "articles", "searched"]
                .map(str::to_owned)
                .to_vec(),
            rows: zones.iter().map(row).collect(),
        }
    }
}

fn name_sheet(names: &[LooseName]) -> impl Fn() -> Sheet + use<> {
    let names = names.to_vec();
    move || {
        let row = |name: &LooseName| {
            vec![
                Value::text(name.text.as_str()),
                Value::text(crate::url::kind_name(name.kind)),
                Value::count(name.places),
                Value::count(name.articles),
                Value::text(name.at.0.as_str()),
                Value::text(name.at.1.as_str()),
            ]
        };
        Sheet {
            columns: ["name", "kind", "places", "articles", "doc", "passage"]
                .map(str::to_owned)
                .to_vec(),
            rows: names.iter().map(row).collect(),
        }
    }
}
