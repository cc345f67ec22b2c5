//! Nodes in normal form: what means the same by its shape alone is built the same. Both parsers build with these.
//!
//! A group of nothing but [`NodeKind::Zones`] looks for nothing, so there is no such node but the root itself.

use super::{Node, NodeKind, Query, Term};
use corpus::ZoneKind;
use viet::Span;

/// The tree of a whole query.
pub(super) fn query(source: &str, nodes: Vec<Node>) -> Query {
    let span = Span::new(0, source.len());
    let nodes = match all(span, nodes) {
        Ok(Node {
            kind: NodeKind::And(nodes),
            ..
        }) => nodes,
        Ok(only) => vec![only],
        Err(zones) => zones,
    };
    let root = Node {
        span,
        kind: NodeKind::And(nodes),
    };
    let source = source.to_owned();
    Query { source, root }
}

/// A node that asks for all of `nodes`. Where nothing is looked for, they come back as they are.
pub(super) fn all(span: Span, mut nodes: Vec<Node>) -> Result<Node, Vec<Node>> {
    if nodes.iter().all(is_zones) {
        return Err(nodes);
    }
    if nodes.len() == 1 {
        return nodes.pop().ok_or_else(Vec::new);
    }
    let mut flat = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node.kind {
            // What says itself where to look stays a group of its own.
            NodeKind::And(inner) if !inner.iter().any(is_zones) => flat.extend(inner),
            kind => flat.push(Node {
                span: node.span,
                kind,
            }),
        }
    }
    Ok(Node {
        span,
        kind: NodeKind::And(flat),
    })
}

/// A node for what stands in parentheses, which take up `span`; the node takes up as much, so that it can be cut out
/// of the text. Where nothing is looked for, `None`.
pub(super) fn group(span: Span, nodes: Vec<Node>) -> Option<Node> {
    let Node { kind, .. } = all(span, nodes).ok()?;
    Some(Node { span, kind })
}

/// A node that asks for all of `nodes`, one side of an `OR`. Where nothing is looked for, the place of that.
pub(super) fn side(nodes: Vec<Node>) -> Result<Node, Span> {
    let span = hull(&nodes);
    all(span, nodes).map_err(|_| span)
}

/// From the start of the first to the end of the last.
fn hull(nodes: &[Node]) -> Span {
    match nodes {
        [first, .., last] => Span {
            end: last.span.end,
            ..first.span
        },
        [only] => only.span,
        [] => Span::default(),
    }
}

/// A node that asks for one of `nodes`; nothing where there are none.
pub(super) fn any(mut nodes: Vec<Node>) -> Option<Node> {
    let span = hull(&nodes);
    if nodes.len() < 2 {
        return nodes.pop();
    }
    let mut flat = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node.kind {
            NodeKind::Or(inner) => flat.extend(inner),
            kind => flat.push(Node {
                span: node.span,
                kind,
            }),
        }
    }
    Some(Node {
        span,
        kind: NodeKind::Or(flat),
    })
}

/// A run of terms, one at least, that take up `span`.
pub(super) const fn run(span: Span, terms: Vec<Term>) -> Node {
    let kind = NodeKind::Run(terms);
    Node { span, kind }
}

/// A node that `node` must not hold. Not to look in some zones is to look in all others; nothing where none is left.
pub(super) fn not(span: Span, node: Node) -> Option<Node> {
    let kind = match node.kind {
        NodeKind::Zones(zones) => {
            let mut others = ZoneKind::ALL.to_vec();
            others.retain(|zone| !zones.contains(zone));
            if others.is_empty() {
                return None;
            }
            NodeKind::Zones(others)
        }
        _ => NodeKind::Not(Box::new(node)),
    };
    Some(Node { span, kind })
}

/// A node that looks for `node` in these zones only; nothing where `node` says no more than where to look.
pub(super) fn scope(span: Span, zones: Vec<ZoneKind>, node: Node) -> Option<Node> {
    let node = Box::new(node);
    (!is_zones(&node)).then_some(Node {
        span,
        kind: NodeKind::Scope { zones, node },
    })
}

pub(super) const fn is_zones(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Zones(_))
}

/// The first exclusion of a query that asks for nothing else, so that all other articles match.
pub(super) fn only_excludes(query: &Query) -> Option<Span> {
    let mut exclusion = None;
    let positive = query
        .nodes()
        .iter()
        .any(|node| asks_for_something(node, &mut exclusion));
    exclusion.filter(|_| !positive)
}

fn asks_for_something(node: &Node, exclusion: &mut Option<Span>) -> bool {
    match &node.kind {
        NodeKind::And(nodes) | NodeKind::Or(nodes) => {
            nodes.iter().any(|node| asks_for_something(node, exclusion))
        }
        NodeKind::Scope { node, .. } => asks_for_something(node, exclusion),
        NodeKind::Not(_) => {
            exclusion.get_or_insert(node.span);
            false
        }
        NodeKind::Zones(_) => false,
        _ => true,
    }
}
