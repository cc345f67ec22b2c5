//! The text of a block: mentions, and matches of the query over them.

use super::block::Props;
use super::hits::hit_id;
use super::legend::kind_class;
use super::runs::{Run, layout};
use crate::i18n::text;
use crate::view::Place;
use engine::protocol::Block;
use yew::prelude::*;

/// The text of a block with its mentions and matches.
pub(super) fn view_text(props: &Props, block: &Block) -> Html {
    let mentions: Vec<(u32, u32)> = block
        .mentions
        .iter()
        .map(|mention| {
            // An empty range takes no text, and keeps the others at their places in the list.
            let hidden = props.hidden.contains(&mention.kind);
            (mention.start, if hidden { mention.start } else { mention.end })
        })
        .collect();
    let runs = layout(&block.text, &mentions, &block.marks, &props.news);
    let mut seen = None;
    runs.chunk_by(touch)
        .map(|runs| view_runs(props, block, runs, &mut seen))
        .collect()
}

fn touch(a: &Run, b: &Run) -> bool {
    (a.mark.is_some() && a.mark == b.mark) || (a.mention.is_some() && a.mention == b.mention)
}

/// A match is one element wherever possible: around the mentions it holds, within a mention that holds it. Only where
/// the two cross is it drawn in parts.
fn view_runs(props: &Props, block: &Block, runs: &[Run], seen: &mut Option<usize>) -> Html {
    let mark = runs.first().and_then(|run| run.mark);
    let whole = mark.filter(|_| runs.iter().all(|run| run.mark == mark));
    let mentions = runs.chunk_by(|a, b| a.mention == b.mention);
    let inner = mentions.map(|part| {
        let marks = part.chunk_by(|a, b| a.mark == b.mark);
        let text = marks
            .map(|run| view_mark(props, run, whole.is_none(), seen))
            .collect();
        match part.first().and_then(|run| run.mention) {
            Some(mention) => view_mention(props, block, mention, text),
            None => text,
        }
    });
    let inner: Html = inner.collect();
    match whole {
        Some(mark) => mark_element(props, mark, true, inner),
        None => inner,
    }
}

fn view_mark(props: &Props, runs: &[Run], own: bool, seen: &mut Option<usize>) -> Html {
    let text: Html = runs.iter().map(view_run).collect();
    match runs.first().and_then(|run| run.mark) {
        Some(mark) if own => {
            let first = *seen != Some(mark);
            *seen = Some(mark);
            mark_element(props, mark, first, text)
        }
        _ => text,
    }
}

fn view_run(run: &Run) -> Html {
    if run.new {
        html! { <u class="new">{ run.text }</u> }
    } else {
        html! { { run.text } }
    }
}

fn mark_element(props: &Props, mark: usize, first: bool, inner: Html) -> Html {
    let id = first.then(|| hit_id(props.first_hit + mark));
    let class = (props.hit == Some(mark)).then_some("mark-now");
    html! { <mark {id} {class}>{ inner }</mark> }
}

/// The element of a mention.
pub(super) fn mention_id((block, mention): Place) -> String {
    format!("mention-{block}-{mention}")
}

/// Clicks and keys are handled once for the whole article.
fn view_mention(props: &Props, block: &Block, at: usize, inner: Html) -> Html {
    let Some(mention) = block.mentions.get(at) else {
        return inner;
    };
    let t = text(props.lang);
    let picked = props.picked == Some(at);
    let class = classes!(
        "mention",
        kind_class(mention.kind),
        picked.then_some("mention-picked")
    );
    html! {
        <span
            {class}
            id={mention_id((props.index, at))}
            role="button"
            tabindex={if props.stop == Some(at) { "0" } else { "-1" }}
            aria-pressed={picked.then_some("true")}
            title={(t.reader.kind)(mention.kind)}
            data-place={format!("{}-{at}", props.index)}
        >
            { inner }
        </span>
    }
}
