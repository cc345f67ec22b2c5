//! References to the open article, or to the passage of it that the address names.

use super::dom::{copy_text, download, resolve};
use super::here::Here;
use super::links::Links;
use crate::cite::Reference;
use crate::i18n::{surveys, value_date};
use crate::state::{Action, AppState};
use crate::view::{Lang, ViewState};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A reference in each form, to be copied or saved.
pub(crate) fn cite_pane(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let Some(article) = state.article.shown() else {
        return html! {};
    };
    let here = Here::new(state, links, dispatch);
    // What somebody else is to see: the article, not the way to it.
    let view = ViewState {
        doc: state.view.doc.clone(),
        passage: state.lasting().passage,
        ..ViewState::default()
    };
    let link = resolve(&links.href.emit(view));
    let doubt = |date: &engine::protocol::DateSummary| (here.t.results.basis)(date.basis).to_owned();
    let made = Reference::to(article, state.view.passage.as_deref(), link, doubt);
    let forms = [
        (surveys(here.lang).plain, "txt", "text/plain", plain(&here, &made)),
        ("BibTeX", "bib", "application/x-bibtex", made.bibtex()),
        ("RIS", "ris", "application/x-research-info-systems", made.ris()),
        (
            "CSL-JSON",
            "json",
            "application/vnd.citationstyles.csl+json",
            made.csl(),
        ),
    ];
    html! {
        <section class="cite" aria-label={here.t.reader.cite}>
            if made.quote.is_none() {
                <p class="facet-note">{ surveys(here.lang).cite_passage }</p>
            }
            for (name, ending, kind, text) in forms {
                <Form lang={here.lang} {name} file={format!("{}.{ending}", made.key)} {kind} {text} />
            }
        </section>
    }
}

/// «Quotation» — title, outlet, date with what is doubtful about it, paragraph, link.
fn plain(here: &Here, made: &Reference) -> String {
    let t = surveys(here.lang);
    let mut out = String::new();
    if let Some(quote) = &made.quote {
        out.push_str(&(here.t.results.quoted)(quote));
        out.push_str(" — ");
    }
    let date = made.iso().map_or_else(
        || here.t.results.no_year.to_owned(),
        |date| match &made.note {
            Some(note) => format!("{} ({note})", value_date(here.lang, &date)),
            None => value_date(here.lang, &date),
        },
    );
    let paragraph = made.paragraph.map(t.paragraph);
    let facts = [
        Some(made.title.clone()),
        made.author.clone(),
        made.outlet.clone(),
        Some(date),
        paragraph,
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    out.push_str(&facts.join(", "));
    out.push_str(". ");
    out.push_str(&made.link);
    out
}

#[derive(PartialEq, Properties)]
struct Props {
    lang: Lang,
    name: &'static str,
    file: String,
    kind: &'static str,
    text: String,
}

/// One form of a reference.
#[component]
fn Form(props: &Props) -> Html {
    let t = surveys(props.lang);
    let copied = use_state_eq(|| None::<(String, bool)>);
    let oncopy = {
        let (copied, text) = (copied.setter(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, text) = (copied.clone(), text.clone());
            spawn_local(async move {
                let done = copy_text(&text).await;
                copied.set(Some((text, done)));
            });
        })
    };
    let onsave = {
        let (file, kind, text) = (props.file.clone(), props.kind, props.text.clone());
        Callback::from(move |_: MouseEvent| download(&file, kind, &text))
    };
    let said = match &*copied {
        Some((text, true)) if *text == props.text => t.copied,
        Some((text, false)) if *text == props.text => t.not_copied,
        _ => "",
    };
    html! {
        <div class="cite-form" role="group" aria-label={props.name}>
            <div class="exports">
                <h3>{ props.name }</h3>
                <button type="button" class="text-button" onclick={oncopy}>{ t.copy }</button>
                <button type="button" class="text-button" onclick={onsave}>{ t.save }</button>
                <span class="facet-note" role="status">
                    { said }
                </span>
            </div>
            <pre class="cite-text" tabindex="0">{ &props.text }</pre>
        </div>
    }
}
