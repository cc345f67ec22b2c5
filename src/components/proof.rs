//! What says so: the sentence, the article it stands in, and how far the rule that read it is to be trusted.

use super::here::Here;
use super::marked::marked;
use super::when::when;
use crate::i18n::language_of;
use engine::protocol::{Evidence, LedgerRow};
use yew::prelude::*;

/// The first place that proves a row, the others behind a disclosure.
pub(super) fn proofs(here: &Here, row: &LedgerRow) -> Html {
    let t = here.t;
    let Some((first, others)) = row.evidence.split_first() else {
        return html! {};
    };
    html! {
        <>
            { proof(here, first) }
            if !others.is_empty() {
                <details>
                    <summary>{ (t.tables.more_places)(others.len() as u32 + row.more) }</summary>
                    { for others.iter().map(|said| proof(here, said)) }
                    if row.more > 0 {
                        <p>{ (t.tables.unseen_places)(row.more) }</p>
                    }
                </details>
            }
        </>
    }
}

/// A sentence that leads to its place in the article, with how far its rule is to be trusted where one read it.
pub(super) fn proof(here: &Here, said: &Evidence) -> Html {
    let trust = html! {
        if !said.rule.is_empty() {
            <span>{ (here.t.tables.trust)(&said.rule, said.confidence) }</span>
        }
    };
    proof_with(here, said, trust)
}

/// The same with something else said of it.
pub(super) fn proof_with(here: &Here, said: &Evidence, more: Html) -> Html {
    let quote = marked(&said.quote.text, &said.quote.marks);
    html! {
        <div class="proof">
            <blockquote class="snippet">
                { here.passage("proof-quote", language_of(&said.quote.text), said, quote) }
            </blockquote>
            <p class="card-facts">
                <cite lang={language_of(&said.title)}>{ &said.title }</cite>
                { when(here.lang, said.date.as_ref()) }
                if let Some(source) = &said.source {
                    <span class="card-source">{ source }</span>
                }
                { more }
            </p>
        </div>
    }
}
