//! Printing: for people and back into the parser (`Display`), and the shape of the tree on one line (`Debug`).

use super::{Node, NodeKind, Query, Term};
use std::fmt::{Debug, Display, Formatter, Result};

impl Display for Query {
    /// The query in its normal form; parsing that gives an equal query.
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{}", self.root)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter) -> Result {
        match &self.kind {
            NodeKind::And(nodes) => separated(f, nodes, " "),
            NodeKind::Run(terms) => separated(f, terms, " "),
            NodeKind::Phrase(terms) => {
                f.write_str("\"")?;
                separated(f, terms, " ")?;
                f.write_str("\"")
            }
            NodeKind::Not(node) => write!(f, "-{node}"),
            NodeKind::Zones(kinds) => {
                f.write_str("in:")?;
                separated(f, kinds.iter().map(|kind| kind.name()), ",")
            }
        }
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter) -> Result {
        let star = if self.prefix { "*" } else { "" };
        write!(f, "{}{star}", self.syllable.norm())
    }
}

impl Debug for Query {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{:?}", self.root)
    }
}

impl Debug for Node {
    /// As [`Display`], with brackets round runs.
    fn fmt(&self, f: &mut Formatter) -> Result {
        match &self.kind {
            NodeKind::And(nodes) => {
                for (at, node) in nodes.iter().enumerate() {
                    write!(f, "{}{node:?}", if at == 0 { "" } else { " " })?;
                }
                Ok(())
            }
            NodeKind::Run(_) => write!(f, "({self})"),
            NodeKind::Not(node) => write!(f, "-{node:?}"),
            _ => write!(f, "{self}"),
        }
    }
}

impl Debug for Term {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{self}")
    }
}

fn separated<T: Display>(f: &mut Formatter, items: impl IntoIterator<Item = T>, separator: &str) -> Result {
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}
