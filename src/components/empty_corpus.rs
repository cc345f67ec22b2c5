//! A page built without articles explains how to add some.

use crate::i18n::text;
use crate::view::Lang;
use engine::protocol::SkippedFile;
use yew::prelude::*;

/// What to do, and the files that were there but could not be read.
pub(crate) fn empty_corpus(lang: Lang, skipped: &[SkippedFile]) -> Html {
    let t = text(lang);
    html! {
        <div class="trouble">
            <h2 class="trouble-name">{ t.states.empty }</h2>
            <p>{ t.states.empty_text }</p>
            <ol class="steps">
                for step in t.states.empty_steps {
                    <li>{ step }</li>
                }
            </ol>
            if !skipped.is_empty() {
                <h3 class="first-run-name">{ (t.states.skipped)(skipped.len() as u32) }</h3>
                <ul>
                    for file in skipped {
                        <li><span class="file-name">{ &file.name }</span>{ ": " }<span lang="en">{ &file.reason }</span></li>
                    }
                </ul>
            }
        </div>
    }
}
