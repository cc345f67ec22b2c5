//! A network as a chart: a line for each tie, a mark for what it is between, and what they mean.

use super::drawn::{Drawn, Node};
use super::labels::{Label, labels};
use super::names::{tie_id, tie_name};
use crate::components::chart::{Anchor, Area, Chart, Mark, Part, SMALLEST, Shape, Tone, width_of};
use crate::components::entity_button::{facet_of, slug_of};
use crate::i18n::{entity_name, networks, text};
use crate::view::{Choice, Lang, ViewState};
use engine::protocol::{EntityKind, EntitySummary, NetworkResponse, TIED, Tie, TieKind};

/// How high a line of what things mean is.
const LINE: i32 = 22;
/// How far lines between the same two are apart.
const BESIDE: i32 = 8;
/// How thick what can be hit around a line is.
const REACH: i32 = 14;

/// What a network is drawn from.
pub(super) struct Network<'a> {
    pub(super) lang: Lang,
    pub(super) view: &'a ViewState,
    pub(super) found: &'a NetworkResponse,
}

impl Network<'_> {
    /// The chart with its nodes where they were put.
    pub(super) fn chart(&self, drawn: &Drawn) -> Chart {
        let mut parts: Vec<Part> = Vec::new();
        for tie in self.ties(drawn) {
            parts.extend(self.line(drawn, tie));
        }
        let names: Vec<String> = drawn.nodes.iter().map(|node| self.name(node.at)).collect();
        let labels = labels(drawn, &names);
        for ((node, name), label) in drawn.nodes.iter().zip(&names).zip(labels) {
            parts.extend(self.node(node, name, label, drawn));
        }
        let below = self.meaning(drawn, &mut parts);
        Chart {
            name: networks(self.lang).picture.to_owned(),
            width: drawn.width,
            height: drawn.height + below,
            parts,
        }
    }

    fn ties<'d>(&'d self, drawn: &'d Drawn) -> impl Iterator<Item = &'d Tie> {
        drawn.ties.iter().filter_map(|at| self.found.ties.get(*at))
    }

    fn entity(&self, at: u32) -> Option<&EntitySummary> {
        self.found.nodes.get(at as usize)
    }

    fn name(&self, at: u32) -> String {
        let entity = self.entity(at);
        entity.map_or_else(String::new, |entity| {
            entity_name(self.lang, entity).text.to_string()
        })
    }

    /// A tie, which opens its places.
    fn line(&self, drawn: &Drawn, tie: &Tie) -> Option<Part> {
        let id = tie_id(self.found, tie)?;
        let (from, to) = (drawn.place(tie.ends.0)?, drawn.place(tie.ends.1)?);
        let same: Vec<TieKind> = self
            .ties(drawn)
            .filter(|other| other.ends == tie.ends)
            .map(|other| other.kind)
            .collect();
        let at = same.iter().filter(|kind| **kind < tie.kind).count() as i32;
        let ends = shifted(from, to, (2 * at - same.len() as i32 + 1) * BESIDE / 2);
        let current = self.view.network.open.as_ref() == Some(&id);
        let mut to = self.view.clone();
        to.network.open = Some(id);
        Some(Part::from(Mark {
            name: tie_name(self.lang, self.found, tie),
            to,
            current,
            slot: None,
            area: Area::default(),
            shapes: vec![
                Shape::stroke(Tone::Reach, ends, REACH, ""),
                Shape::stroke(Tone::Tie, ends, thickness(tie.places), dashes(tie.kind)),
            ],
        }))
    }

    /// An entity, which narrows the view to the articles that name it.
    fn node(&self, node: &Node, name: &str, label: Label, drawn: &Drawn) -> Option<Part> {
        let entity = self.entity(node.at)?;
        let ties = self
            .ties(drawn)
            .filter(|tie| [tie.ends.0, tie.ends.1].contains(&node.at));
        let (x, y) = node.place;
        let to = narrowed(self.view, entity);
        let tone = if label.hidden { Tone::Hint } else { Tone::Name };
        Some(Part::from(Mark {
            name: (networks(self.lang).node)(name, ties.count() as u32),
            current: to == *self.view,
            to,
            slot: None,
            area: Area(x - SMALLEST / 2, y - SMALLEST / 2, SMALLEST, SMALLEST),
            shapes: vec![
                shape(entity.kind, node.place),
                Shape::text(tone, label.place, label.anchor, label.text),
            ],
        }))
    }

    /// What lines and marks mean, below; how high that is.
    fn meaning(&self, drawn: &Drawn, parts: &mut Vec<Part>) -> i32 {
        let (t, words) = (networks(self.lang), text(self.lang));
        let (mut x, mut y) = (0, drawn.height + LINE / 2);
        let mut put = |sample: &dyn Fn((i32, i32)) -> Shape, room: i32, name: &str| {
            let wide = room + 8 + width_of(name);
            if x > 0 && x + wide > drawn.width {
                (x, y) = (0, y + LINE);
            }
            parts.push(sample((x, y)).into());
            parts.push(Shape::text(Tone::Label, (x + room + 6, y + 4), Anchor::Start, name).into());
            x += wide + 16;
        };
        for kind in TieKind::ALL {
            if self.ties(drawn).any(|tie| tie.kind == kind) {
                let sample = |(x, y)| Shape::stroke(Tone::Tie, ((x, y), (x + 36, y)), 3, dashes(kind));
                put(&sample, 36, t.kinds[kind as usize]);
            }
        }
        let there = |kind: EntityKind| {
            let mut nodes = drawn.nodes.iter().filter_map(|node| self.entity(node.at));
            nodes.any(|entity| entity.kind == kind)
        };
        for kind in TIED.into_iter().filter(|kind| there(*kind)) {
            put(&|(x, y)| shape(kind, (x + 8, y)), 16, (words.reader.kinds)(kind));
        }
        y + LINE / 2 - drawn.height
    }
}

/// The view narrowed to the articles that name an entity, on top of what is chosen.
fn narrowed(view: &ViewState, entity: &EntitySummary) -> ViewState {
    let mut to = view.clone();
    if let Some(facet) = facet_of(entity.kind) {
        to.choose(facet, slug_of(&entity.id).to_owned(), Choice::Included);
        let chosen = to.selections.iter_mut().find(|chosen| chosen.facet == facet);
        // One more of several of which any is enough would widen it.
        if let Some(chosen) = chosen.filter(|chosen| chosen.include.len() > 1) {
            chosen.all = true;
        }
    }
    to
}

/// A mark that tells what kind of entity it is: a disc, a square, a square on its corner.
fn shape(kind: EntityKind, (x, y): (i32, i32)) -> Shape {
    match kind {
        EntityKind::Person => Shape::disc(Tone::Full, (x, y), 7),
        EntityKind::Org => Shape::rect(Tone::Outline, Area(x - 6, y - 6, 12, 12)),
        _ => Shape::path(Tone::Outline, format!("M{} {y}l8-8l8 8l-8 8z", x - 8)),
    }
}

/// How thick the line of a tie is, which grows with the number of its places ever more slowly.
fn thickness(places: u32) -> i32 {
    (places.ilog2() as i32 + 2).min(8)
}

/// How the line of a tie is broken.
const fn dashes(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Met => "",
        TieKind::Signed => "10 4",
        TieKind::Together => "2 3",
    }
}

/// A line moved sideways.
fn shifted(from: (i32, i32), to: (i32, i32), by: i32) -> ((i32, i32), (i32, i32)) {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let aside = |way: f64| (way / length * f64::from(by)).round() as i32;
    let (x, y) = (aside(-dy), aside(dx));
    ((from.0 + x, from.1 + y), (to.0 + x, to.1 + y))
}

#[cfg(test)]
mod tests;
