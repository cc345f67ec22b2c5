//! The names beside the nodes of a network: those that find room, the others when they are asked for.

use super::drawn::{Drawn, Node};
use crate::components::chart::{Anchor, width_of};

/// How far a name is from the middle of its node.
const BESIDE: i32 = 12;
/// Half of what a node covers.
const NODE_HALF: i32 = 9;
/// How high a name is, with its accents.
const HIGH: i32 = 16;
/// What is left free at the end of lines: how wide a name is can only be guessed.
const EDGE: i32 = 6;
/// Most letters of a name that is cut.
const SHORT: usize = 18;

/// A name beside a node.
pub(super) struct Label {
    pub(super) text: String,
    pub(super) place: (i32, i32),
    pub(super) anchor: Anchor,
    /// There is no room for it.
    pub(super) hidden: bool,
}

/// Left, top, right and below of what is covered.
type Cover = (i32, i32, i32, i32);

/// The names of all nodes, those with most ties first served.
pub(super) fn labels(drawn: &Drawn, names: &[String]) -> Vec<Label> {
    let mut taken: Vec<Cover> = drawn
        .nodes
        .iter()
        .map(|node| {
            let (x, y) = node.place;
            (x - NODE_HALF, y - NODE_HALF, x + NODE_HALF, y + NODE_HALF)
        })
        .collect();
    // Nodes come in the order of their strongest ties.
    let nodes = drawn.nodes.iter().zip(names);
    let label = |(node, name): (&Node, &String)| {
        let whole = [name.clone(), cut(name)];
        let tries = whole
            .iter()
            .flat_map(|text| around(node.place).map(|(place, anchor)| (text, place, anchor)));
        let free = tries.filter_map(|(text, place, anchor)| {
            let covered = covers(text, place, anchor);
            let inside = covered.0 >= EDGE
                && covered.2 <= drawn.width - EDGE
                && covered.1 >= 0
                && covered.3 <= drawn.height;
            let is_free = inside && !taken.iter().any(|other| overlap(*other, covered));
            let crossed = || drawn.lines.iter().filter(|line| crosses(**line, covered)).count();
            is_free.then(|| (crossed(), text, place, anchor, covered))
        });
        // Where the fewest lines go through it.
        match free.min_by_key(|(crossed, ..)| *crossed) {
            Some((_, text, place, anchor, covered)) => {
                taken.push(covered);
                Label {
                    text: text.clone(),
                    place,
                    anchor,
                    hidden: false,
                }
            }
            None => hidden(name, node.place, drawn.width),
        }
    };
    nodes.map(label).collect()
}

/// Whether a line goes through something.
fn crosses(((x1, y1), (x2, y2)): ((i32, i32), (i32, i32)), (left, top, right, below): Cover) -> bool {
    if x1.max(x2) < left || x1.min(x2) > right || y1.max(y2) < top || y1.min(y2) > below {
        return false;
    }
    // On which side of it a corner is.
    let side = |x: i32, y: i32| ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)).signum();
    let first = side(left, top);
    [side(right, top), side(left, below), side(right, below)]
        .into_iter()
        .any(|other| other != first)
}

/// A name that is seen when its node is asked for: above it, and in the picture.
fn hidden(name: &str, (x, y): (i32, i32), width: i32) -> Label {
    let half = width_of(name) / 2;
    let x = x.min(width - half).max(half.min(width / 2));
    Label {
        text: name.to_owned(),
        place: (x, y - BESIDE),
        anchor: Anchor::Middle,
        hidden: true,
    }
}

/// Where a name may stand: right of its node, left, below, above.
fn around((x, y): (i32, i32)) -> [((i32, i32), Anchor); 4] {
    [
        ((x + BESIDE, y + 4), Anchor::Start),
        ((x - BESIDE, y + 4), Anchor::End),
        ((x, y + BESIDE + HIGH - 4), Anchor::Middle),
        ((x, y - BESIDE - 2), Anchor::Middle),
    ]
}

fn covers(text: &str, (x, y): (i32, i32), anchor: Anchor) -> Cover {
    let wide = width_of(text);
    let left = match anchor {
        Anchor::End => x - wide,
        Anchor::Middle => x - wide / 2,
        Anchor::Start | Anchor::Turned => x,
    };
    (left, y - HIGH + 4, left + wide, y + 4)
}

const fn overlap(one: Cover, other: Cover) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

fn cut(name: &str) -> String {
    if name.chars().count() <= SHORT {
        return name.to_owned();
    }
    let kept: String = name.chars().take(SHORT - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_what_lies_on_its_way() {
        let cover = (10, 10, 50, 26);
        assert!(crosses(((0, 0), (60, 36)), cover));
        assert!(crosses(((30, 0), (30, 100)), cover));
        assert!(!crosses(((0, 20), (60, 100)), cover));
        assert!(!crosses(((0, 0), (9, 9)), cover));
    }

    #[test]
    fn names_without_room_are_hidden_and_none_lies_over_another() {
        let node = |at: u32, x: i32| Node { at, place: (x, 60) };
        let drawn = Drawn {
            width: 300,
            height: 120,
            nodes: (0..12).map(|at| node(at, 20 + 22 * at as i32)).collect(),
            ..Drawn::default()
        };
        let names: Vec<String> = (0..12).map(|at| format!("Nguyễn Văn A {at}")).collect();
        let labels = labels(&drawn, &names);
        let covers: Vec<Cover> = labels
            .iter()
            .filter(|label| !label.hidden)
            .map(|label| covers(&label.text, label.place, label.anchor))
            .collect();
        assert!((2..12).contains(&covers.len()), "{}", covers.len());
        for (at, one) in covers.iter().enumerate() {
            assert!(covers.iter().skip(at + 1).all(|other| !overlap(*one, *other)));
        }
    }
}
