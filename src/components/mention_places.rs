//! All places of an article that name the same thing.

use super::act::follow;
use super::mention_card::Props;
use super::name_index::{Entry, surface};
use crate::i18n::Messages;
use crate::state::Action;
use yew::prelude::*;

/// The places, each with its paragraph and the words that stand there.
pub(super) fn view_places(t: &'static Messages, props: &Props, entry: &Entry) -> Html {
    let places = entry.places.iter().filter_map(|place| {
        let block = props.article.blocks.get(place.0)?;
        let mention = block.mentions.get(place.1)?;
        let label = block.number.map_or_else(
            || (t.results.zone)(block.zone).to_owned(),
            |number| (t.reader.paragraph)(number),
        );
        let go = follow(&props.dispatch, Action::GoTo(block.anchor.clone()));
        Some(html! {
            <li aria-current={(props.picked == *place).then_some("true")}>
                <a href={format!("#{}", block.anchor)} onclick={go}>{ label }</a>
                { " " }
                <span lang="vi">{ surface(&block.text, mention) }</span>
            </li>
        })
    });
    html! {
        <details class="mention-places">
            <summary>{ (t.reader.places)(entry.places.len() as u32) }</summary>
            <ul>{ for places }</ul>
        </details>
    }
}
