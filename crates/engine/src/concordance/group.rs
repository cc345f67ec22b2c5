//! Groups of lines.

use super::line::Line;
use crate::Engine;
use crate::protocol::{LineGroup, LineGrouping};
use crate::wire;
use search::{InOrder as _, UNDATED};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use viet::collation_key;

/// Puts lines, which stand in the order of the articles, into groups: tells each its own, and gives back all of them in
/// their order.
pub(super) fn grouped(engine: &Engine<'_>, grouping: LineGrouping, lines: &mut [Line<'_>]) -> Vec<LineGroup> {
    if grouping == LineGrouping::None {
        return Vec::new();
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    for line in lines.iter_mut() {
        let key = key(engine, grouping, line);
        let at = *known.entry(alike(grouping, &key)).or_insert_with(|| {
            groups.push(Group::new(key, name(grouping, line)));
            groups.len() as u32 - 1
        });
        line.group = Some(at);
        if let Some(group) = groups.get_mut(at as usize) {
            group.take_in(line);
        }
    }
    let order = in_order(grouping, &groups);
    let mut places = vec![0; groups.len()];
    for (place, at) in (0_u32..).zip(&order) {
        places[*at] = place;
    }
    for line in lines {
        line.group = line.group.and_then(|at| places.get(at as usize).copied());
    }
    order.iter().map(|at| groups[*at].shown.clone()).collect()
}

struct Group {
    shown: LineGroup,
    /// The number of the article that was taken in last.
    last: Option<u32>,
}

impl Group {
    fn new(key: String, name: Option<String>) -> Self {
        Self {
            shown: LineGroup {
                name: name.unwrap_or_else(|| key.clone()),
                key,
                lines: 0,
                articles: 0,
            },
            last: None,
        }
    }

    fn take_in(&mut self, line: &Line<'_>) {
        let number = Some(line.read().number);
        self.shown.lines += 1;
        self.shown.articles += u32::from(self.last != number);
        self.last = number;
    }
}

/// The places of groups, which stand in the order of their first lines, in the order in which they are shown.
fn in_order(grouping: LineGrouping, groups: &[Group]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    let of = |at: &usize| &groups[*at].shown;
    match grouping {
        // They came in the order of the articles.
        LineGrouping::None | LineGrouping::Article => {}
        // What is no number comes last.
        LineGrouping::Year => order.order_by_key(|at| of(at).key.parse::<u32>().unwrap_or(u32::MAX)),
        LineGrouping::Node | LineGrouping::Left | LineGrouping::Right => {
            order.order_by_cached_key(|at| (Reverse(of(at).lines), collation_key(&of(at).key)));
        }
    }
    order
}

fn key(engine: &Engine<'_>, grouping: LineGrouping, line: &Line<'_>) -> String {
    match grouping {
        LineGrouping::None => String::new(),
        LineGrouping::Node => {
            let node = line.node();
            let words = viet::token_spans(node).map(|word| viet::normalise(word.of(node)));
            words.collect::<Vec<_>>().join(" ")
        }
        LineGrouping::Left => line.left().next().map_or_else(String::new, viet::normalise),
        LineGrouping::Right => line.right().next().map_or_else(String::new, viet::normalise),
        LineGrouping::Article => {
            let doc = engine.head.docs.get(line.read().number as usize);
            doc.cloned().unwrap_or_default()
        }
        LineGrouping::Year => {
            let date = line.read().article.date();
            date.map_or_else(|| UNDATED.to_owned(), |date| date.from.year.to_string())
        }
    }
}

/// What the keys of one group have in common.
fn alike(grouping: LineGrouping, key: &str) -> String {
    match grouping {
        LineGrouping::Node | LineGrouping::Left | LineGrouping::Right => collation_key(key),
        LineGrouping::None | LineGrouping::Article | LineGrouping::Year => key.to_owned(),
    }
}

/// What a group is called, where that is not its key.
fn name(grouping: LineGrouping, line: &Line<'_>) -> Option<String> {
    (grouping == LineGrouping::Article).then(|| wire::title(&line.read().article, &[], &[]).0.text)
}
