//! Which ties of a network are drawn, and where their ends stand.

use super::layout::{Ground, places};
use engine::protocol::{NetworkResponse, Tie};

/// Most nodes that are drawn, however wide the page is.
const MOST_NODES: usize = 40;
/// About so many pixels of its width a node wants.
const ROOM: i32 = 15;
/// Most ties to a node that are drawn, on average: more are a thicket.
const THICKET: usize = 2;
/// How near nodes may be.
const GAP: i32 = 30;

/// A network on its ground.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawn {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) nodes: Vec<Node>,
    /// The ties that are drawn, by their places in the answer.
    pub(super) ties: Vec<usize>,
    /// From where to where those go.
    pub(super) lines: Vec<((i32, i32), (i32, i32))>,
}

/// An end of ties.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// Its place in [`NetworkResponse::nodes`].
    pub(super) at: u32,
    pub(super) place: (i32, i32),
}

impl Drawn {
    /// The first ties, as many as so many pixels have room for the ends of.
    pub(super) fn new(found: &NetworkResponse, width: i32) -> Self {
        let most = usize::try_from(width / ROOM)
            .unwrap_or_default()
            .clamp(12, MOST_NODES);
        let mut ends: Vec<u32> = Vec::new();
        let mut ties = Vec::new();
        for (at, tie) in found.ties.iter().enumerate() {
            let new = || {
                [tie.ends.0, tie.ends.1]
                    .into_iter()
                    .filter(|end| !ends.contains(end))
            };
            if ends.len() + new().count() <= most && ties.len() < most * THICKET {
                let new: Vec<u32> = new().collect();
                ends.extend(new);
                ties.push(at);
            }
        }
        let number = ends.len() as i32;
        let ground = Ground {
            width,
            height: (140 + 14 * number).clamp(180, (width * 3 / 4).max(320)),
            margin: ((width / 8).clamp(20, 72), 24),
            gap: GAP,
        };
        let names: Vec<&str> = ends
            .iter()
            .map(|end| {
                found
                    .nodes
                    .get(*end as usize)
                    .map_or("", |entity| entity.id.as_str())
            })
            .collect();
        let number = |end: u32| ends.iter().position(|known| *known == end);
        let pair = |tie: &Tie| number(tie.ends.0).zip(number(tie.ends.1));
        let pairs: Vec<_> = ties.iter().filter_map(|at| pair(&found.ties[*at])).collect();
        let places = places(&names, &pairs, ground);
        let lines = pairs
            .iter()
            .map(|(one, other)| (places[*one], places[*other]))
            .collect();
        let node = |(at, place): (&u32, (i32, i32))| Node { at: *at, place };
        Self {
            width,
            height: ground.height,
            nodes: ends.iter().zip(places).map(node).collect(),
            ties,
            lines,
        }
    }

    /// Where an end stands.
    pub(super) fn place(&self, end: u32) -> Option<(i32, i32)> {
        let node = self.nodes.iter().find(|node| node.at == end);
        node.map(|node| node.place)
    }
}
