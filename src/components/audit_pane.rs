//! How far the other lenses are to be trusted: rules, what is unsure, what is left out, how much is covered.

#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "of what is drawn there are hundreds, and pixels are thousands"
)]

mod bars;
mod coverage;
mod dropped;
mod found;
mod rules;
mod table;
#[cfg(test)]
mod tests;

use super::changed::use_changed;
use super::chart::use_width;
use super::choice::Choice;
use super::here::{Here, Look};
use super::survey::{Props, change, partly, survey, use_survey};
use crate::i18n::{audits, rule_words};
use crate::state::{Action, Notice, Survey};
use crate::view::ViewState;
use engine::protocol::{AuditAsked, AuditResponse, AuditTold, CoverageOrder};
use yew::prelude::*;

/// The lens.
#[component]
pub(crate) fn AuditPane(props: &Props) -> Html {
    let here = props.here();
    let audit = use_survey(&props.state, |survey| match survey {
        Survey::Audit(audit) => audit.open(),
        _ => None,
    });
    let audit = audit.as_ref().as_ref();
    let frame = use_node_ref();
    let has_chart = audit.is_some_and(|audit| matches!(audit.told, AuditTold::Coverage(_)));
    let width = use_width(&frame, has_chart).max(1);
    let strange = strange_rule(here.view);
    {
        let (dispatch, view) = (here.dispatch.clone(), here.view.clone());
        use_changed(strange.clone(), move || {
            if let Some(rule) = strange {
                dispatch.emit(without_rule(view, rule));
            }
        });
    }
    let said = audit.map(|audit| said(&here, audit));
    let rows = audit.map(|audit| rows(&here, audit, (&frame, width)));
    survey(props, said, controls(&here), rows.unwrap_or_default())
}

/// What can be told, in the order of the list.
const ASKED: [AuditAsked; 4] = [
    AuditAsked::Rules,
    AuditAsked::Unsure,
    AuditAsked::Dropped,
    AuditAsked::Coverage(BY_ARTICLE),
];

const BY_ARTICLE: CoverageOrder = CoverageOrder {
    column: engine::protocol::CoverageColumn::Article,
    descending: false,
};

/// Which of the list it is; what a rule found belongs to the rules.
fn place_of(asked: &AuditAsked) -> usize {
    match asked {
        AuditAsked::Rules | AuditAsked::Found(_) => 0,
        AuditAsked::Unsure => 1,
        AuditAsked::Dropped => 2,
        AuditAsked::Coverage(_) => 3,
    }
}

fn controls(here: &Here) -> Html {
    let t = audits(here.lang);
    let all = ViewState {
        audit: AuditAsked::Rules,
        ..here.view.clone()
    };
    html! {
        <>
            <Choice
                label={t.tell}
                show_label=true
                options={t.tells.map(|name| (name, None)).to_vec()}
                current={place_of(&here.view.audit)}
                onchoose={change(here, |view, index: usize| view.audit = ASKED.get(index).cloned().unwrap_or_default())}
            />
            if let AuditAsked::Found(_) = here.view.audit {
                { here.link(Look::default(), all, html! { { t.all_rules } }) }
            }
        </>
    }
}

/// What is told, in a sentence.
fn said(here: &Here, audit: &AuditResponse) -> String {
    let t = audits(here.lang);
    match &audit.told {
        AuditTold::Rules(rules) => (t.rules_said)(rules.len() as u32, audit.articles_read),
        AuditTold::Found(count, _) => {
            let articles = count.as_ref().map_or(0, |count| count.articles);
            (t.found_said)(audit.total, articles)
        }
        AuditTold::Unsure(counts, _) => {
            let rows = counts.iter().map(|count| count.rows).sum();
            (t.unsure_said)(audit.total, rows, audit.articles)
        }
        AuditTold::Dropped(dropped) => {
            let searched = dropped.zones.iter().filter(|zone| zone.zone.is_searched());
            let bytes = searched.map(|zone| zone.bytes).sum();
            (t.dropped_said)(percent(bytes, dropped.bytes), audit.articles_read)
        }
        AuditTold::Coverage(coverage) => {
            let share = percent(coverage.all.named, coverage.all.sentences);
            (t.coverage_said)(share, audit.articles_read)
        }
    }
}

fn rows(here: &Here, audit: &AuditResponse, (frame, width): (&NodeRef, i32)) -> Html {
    let told = match &audit.told {
        AuditTold::Rules(rules) => rules::rules(here, rules),
        AuditTold::Found(count, places) => found::found(here, count.as_ref(), places, audit.total),
        AuditTold::Unsure(counts, places) => found::unsure(here, counts, places, audit.total),
        AuditTold::Dropped(dropped) => dropped::dropped(here, dropped, audit.total),
        AuditTold::Coverage(coverage) => coverage::coverage(here, coverage, audit.total, (frame, width)),
    };
    html! {
        <>
            { partly(here, audit.articles_read, audit.articles) }
            <p class="facet-note">{ audits(here.lang).tells_why[place_of(&here.view.audit)] }</p>
            { told }
        </>
    }
}

/// A rule in the address that there is not.
fn strange_rule(view: &ViewState) -> Option<String> {
    match &view.audit {
        AuditAsked::Found(rule) if rule_words(crate::view::Lang::Vi, rule).is_none() => Some(rule.clone()),
        _ => None,
    }
}

/// All rules instead of it, and a notice.
fn without_rule(view: ViewState, rule: String) -> Action {
    let view = ViewState {
        audit: AuditAsked::Rules,
        ..view
    };
    let notice = Notice::BadParameter {
        parameter: "rule".to_owned(),
        value: rule,
    };
    Action::Navigate(Box::new(view), vec![notice])
}

/// How many of a hundred, rounded.
fn percent(part: u32, whole: u32) -> u32 {
    let hundred = u64::from(part) * 100 + u64::from(whole) / 2;
    // A part of the whole is a hundred of a hundred at most.
    hundred.checked_div(whole.into()).unwrap_or_default() as u32
}

/// A part of a whole in words.
fn part_of(here: &Here, part: u32, whole: u32) -> String {
    (audits(here.lang).part)(part, whole, percent(part, whole))
}
