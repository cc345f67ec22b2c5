//! Where the matches stand in the open article, at a glance: a strip with a stroke for each.
//!
//! It is for pointers and for the eye alone: the buttons beside "3/11", and the keys, do the same for everybody, and a
//! stroke could not be as large as a target has to be. A press leads to the match nearest to it.

use super::article_body::shown;
use super::dom::{place_along, reveal};
use super::hits::hit_id;
use crate::state::{Action, title_hits};
use engine::protocol::ArticleResponse;
use std::fmt::Write as _;
use yew::prelude::*;

/// The length of the strip, in its own units.
const LENGTH: usize = 1000;

/// Where the matches of an article stand, in thousandths of what is shown of it.
fn places(article: &ArticleResponse, raw: bool, passage: Option<&str>) -> Vec<usize> {
    let blocks = article.blocks.iter().filter(|block| shown(block, raw, passage));
    let all: usize = blocks.clone().map(|block| block.text.len()).sum();
    let mut places = vec![0; title_hits(article)];
    let mut before = 0;
    for block in blocks {
        let marks = block.marks.iter();
        places.extend(marks.map(|mark| (before + mark.0 as usize) * LENGTH / all.max(1)));
        before += block.text.len();
    }
    places
}

/// The strip; nothing where nothing matches.
pub(super) fn minimap(
    article: &ArticleResponse,
    raw: bool,
    passage: Option<&str>,
    hit: Option<usize>,
    dispatch: &Callback<Action>,
) -> Html {
    let places = places(article, raw, passage);
    if places.is_empty() {
        return html! {};
    }
    let now: Vec<usize> = hit.and_then(|hit| places.get(hit)).copied().into_iter().collect();
    // As it stands beside the text, and as it lies above it on a narrow screen.
    let strips = [
        (
            "minimap-down",
            "0 0 100 1000",
            strokes(&places, down),
            strokes(&now, down),
        ),
        (
            "minimap-along",
            "0 0 1000 100",
            strokes(&places, along),
            strokes(&now, along),
        ),
    ];
    let onclick = dispatch.reform(move |click: MouseEvent| {
        let to = nearest(&places, place_along(&click, LENGTH));
        reveal(&hit_id(to));
        Action::Step(steps(hit, to))
    });
    html! {
        <div class="minimap" aria-hidden="true" {onclick}>
            for (class, view_box, all, now) in strips {
                <svg {class} viewBox={view_box} preserveAspectRatio="none" focusable="false">
                    <path class="minimap-all" d={all} vector-effect="non-scaling-stroke" />
                    <path class="minimap-now" d={now} vector-effect="non-scaling-stroke" />
                </svg>
            }
        </div>
    }
}

fn down(path: &mut String, place: usize) {
    // Writing to a string cannot fail.
    _ = write!(path, "M0 {place}h100");
}

fn along(path: &mut String, place: usize) {
    _ = write!(path, "M{place} 0v100");
}

fn strokes(places: &[usize], stroke: fn(&mut String, usize)) -> String {
    let mut path = String::new();
    for place in places {
        stroke(&mut path, *place);
    }
    path
}

/// The match that is nearest to a place; of those at one place the first.
fn nearest(places: &[usize], place: usize) -> usize {
    let far = |at: &usize| places.get(*at).map_or(usize::MAX, |other| other.abs_diff(place));
    (0..places.len()).min_by_key(far).unwrap_or_default()
}

/// How many steps lead from a match, or from before the first, to another.
fn steps(from: Option<usize>, to: usize) -> i32 {
    let from = from.map_or(-1, |from| i64::try_from(from).unwrap_or_default());
    let to = i64::try_from(to).unwrap_or_default();
    i32::try_from(to - from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use crate::state::{AppState, Remote, hit_count, reduce};
    use std::rc::Rc;

    #[test]
    fn each_match_has_its_place_in_order() {
        let article = fixtures::article();
        let places = places(&article, false, None);
        assert_eq!(places.len(), hit_count(&article));
        assert!(places.is_sorted() && places.iter().all(|place| *place < LENGTH));
        assert_eq!(places[0], 0);
        let mut bare = article;
        bare.blocks.clear();
        bare.untitled = true;
        assert!(super::places(&bare, true, None).is_empty());
    }

    #[test]
    fn a_press_leads_to_the_nearest_match_by_steps() {
        let places = [10, 10, 400, 900];
        assert_eq!([0, 204, 206, 999].map(|at| nearest(&places, at)), [0, 0, 2, 3]);
        let article = Rc::new(fixtures::article());
        for from in [None, Some(0), Some(2)] {
            for to in 0..hit_count(&article) {
                let state = AppState {
                    article: Remote::Ready(Rc::clone(&article)),
                    hit: from,
                    ..AppState::default()
                };
                assert_eq!(reduce(&state, Action::Step(steps(from, to))).hit, Some(to));
            }
        }
    }

    #[test]
    fn strokes_are_one_path() {
        assert_eq!(strokes(&[0, 34], down), "M0 0h100M0 34h100");
        assert_eq!(strokes(&[34], along), "M34 0v100");
    }
}
