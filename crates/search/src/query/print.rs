//! Printing: for people and back into the parser (`Display`), and the shape of the tree on one line (`Debug`).

use super::chars::is_slash;
use super::dates::Period;
use super::{LiteralToken, Node, NodeKind, Query, Term};
use corpus::ZoneKind;
use std::fmt::{Debug, Display, Formatter, Result, Write as _};

impl Display for Query {
    /// The query in its normal form; parsing that gives an equal query.
    fn fmt(&self, f: &mut Formatter) -> Result {
        match self.nodes() {
            [only] => write!(f, "{only}"),
            nodes => all(f, nodes),
        }
    }
}

impl Display for Node {
    /// The normal form of its text, without parentheses round it.
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{}", self.kind)
    }
}

impl Display for NodeKind {
    /// As the node prints.
    fn fmt(&self, f: &mut Formatter) -> Result {
        match self {
            NodeKind::And(nodes) => all(f, nodes),
            NodeKind::Or(nodes) => separated(f, nodes, " OR "),
            NodeKind::Not(node) => {
                f.write_str("-")?;
                let doubled = matches!(node.kind, NodeKind::Not(_));
                if doubled {
                    write!(f, "({node})")
                } else {
                    operand(f, node)
                }
            }
            NodeKind::Run(terms) => separated(f, terms, " "),
            NodeKind::Phrase { terms, slop } => {
                f.write_str("\"")?;
                separated(f, terms, " ")?;
                f.write_str("\"")?;
                if *slop > 0 { write!(f, "~{slop}") } else { Ok(()) }
            }
            NodeKind::Literal(tokens) => {
                f.write_str("=\"")?;
                separated(f, tokens, " ")?;
                f.write_str("\"")
            }
            NodeKind::Regex(pattern) => regex(f, pattern),
            NodeKind::RegexAnyCase(pattern) => {
                regex(f, pattern)?;
                f.write_str("i")
            }
            NodeKind::Scope { zones, node } => {
                match zones[..] {
                    // `source:` names where an article appeared, not the line that says so.
                    [zone] if zone != ZoneKind::Source => f.write_str(zone.name())?,
                    _ => list(f, zones)?,
                }
                f.write_str(":")?;
                operand(f, node)
            }
            NodeKind::Zones(zones) => list(f, zones),
            NodeKind::Value { field, any } => {
                write!(f, "{}:", field.name())?;
                separated(f, any, ",")
            }
            NodeKind::Date { from, to, strict } => {
                f.write_str(if *strict { "date!:" } else { "date:" })?;
                let (from, to) = (*from, *to);
                write!(f, "{}", Period { from, to })
            }
        }
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.write_str(self.syllable.norm())?;
        f.write_str(if self.prefix { "*" } else { "" })?;
        f.write_str(if self.edits > 0 { "~1" } else { "" })
    }
}

impl Display for LiteralToken {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.write_str(&self.text)
    }
}

impl Debug for Query {
    fn fmt(&self, f: &mut Formatter) -> Result {
        debug_separated(f, self.nodes(), " ")
    }
}

impl Debug for Node {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{:?}", self.kind)
    }
}

impl Debug for NodeKind {
    /// As [`Display`], with brackets that show the shape: `(run)`, `{and}`, `[one | other]`.
    fn fmt(&self, f: &mut Formatter) -> Result {
        match self {
            NodeKind::And(nodes) => {
                f.write_str("{")?;
                debug_separated(f, nodes, " ")?;
                f.write_str("}")
            }
            NodeKind::Or(nodes) => {
                f.write_str("[")?;
                debug_separated(f, nodes, " | ")?;
                f.write_str("]")
            }
            NodeKind::Run(_) => write!(f, "({self})"),
            NodeKind::Not(node) => write!(f, "-{node:?}"),
            NodeKind::Scope { zones, node } => {
                separated(f, zones.iter().map(|zone| zone.name()), ",")?;
                write!(f, ":{node:?}")
            }
            _ => write!(f, "{self}"),
        }
    }
}

impl Debug for Term {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{self}")
    }
}

impl Debug for LiteralToken {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{self}")
    }
}

/// What must all hold, side by side. Two runs would become one: `AND` keeps them apart.
fn all(f: &mut Formatter, nodes: &[Node]) -> Result {
    let mut after_run = false;
    for (at, node) in nodes.iter().enumerate() {
        let run = matches!(node.kind, NodeKind::Run(_));
        if at > 0 {
            f.write_str(if run && after_run { " AND " } else { " " })?;
        }
        match node.kind {
            NodeKind::And(_) | NodeKind::Or(_) => write!(f, "({node})")?,
            _ => write!(f, "{node}")?,
        }
        after_run = run;
    }
    Ok(())
}

/// A node after a sign or a colon.
fn operand(f: &mut Formatter, node: &Node) -> Result {
    let alone = match &node.kind {
        NodeKind::And(_) | NodeKind::Or(_) => false,
        NodeKind::Run(terms) => terms.len() == 1,
        _ => true,
    };
    if alone {
        write!(f, "{node}")
    } else {
        write!(f, "({node})")
    }
}

fn list(f: &mut Formatter, zones: &[ZoneKind]) -> Result {
    f.write_str("in:")?;
    separated(f, zones.iter().map(|zone| zone.name()), ",")
}

/// A pattern between slashes; slashes of its own are escaped.
fn regex(f: &mut Formatter, pattern: &str) -> Result {
    f.write_str("/")?;
    let mut escaped = false;
    for c in pattern.chars() {
        if is_slash(c) && !escaped {
            f.write_str("\\")?;
        }
        f.write_char(c)?;
        escaped = c == '\\' && !escaped;
    }
    f.write_str("/")
}

fn separated<T: Display>(f: &mut Formatter, items: impl IntoIterator<Item = T>, separator: &str) -> Result {
    for (at, item) in items.into_iter().enumerate() {
        f.write_str(if at > 0 { separator } else { "" })?;
        write!(f, "{item}")?;
    }
    Ok(())
}

fn debug_separated(f: &mut Formatter, nodes: &[Node], separator: &str) -> Result {
    for (at, node) in nodes.iter().enumerate() {
        f.write_str(if at > 0 { separator } else { "" })?;
        write!(f, "{node:?}")?;
    }
    Ok(())
}
