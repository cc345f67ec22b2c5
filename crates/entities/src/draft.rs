//! What the stages have found so far: spans of tokens that never overlap.

use crate::model::{Mention, MentionKind};
use crate::text::Text;
use std::collections::HashSet;
use viet::Span;

/// One find.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// First token.
    pub(crate) from: usize,
    /// Token after the last.
    pub(crate) to: usize,
    pub(crate) kind: MentionKind,
    pub(crate) entity: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) rule: &'static str,
    /// Where signs beside the tokens belong to it (`$5`, `31 %`).
    pub(crate) span: Option<Span>,
}

impl Found {
    pub(crate) fn new(from: usize, to: usize, kind: MentionKind, rule: &'static str) -> Self {
        Self {
            from,
            to,
            kind,
            entity: None,
            value: None,
            rule,
            span: None,
        }
    }

    pub(crate) fn linked(mut self, id: &str) -> Self {
        self.entity = Some(id.to_owned());
        self
    }

    pub(crate) fn valued(mut self, value: String) -> Self {
        self.value = Some(value);
        self
    }

    pub(crate) fn len(&self) -> usize {
        self.to - self.from
    }
}

/// The finds of one article, by token.
pub(crate) struct Draft {
    owner: Vec<u32>,
    /// First and last parts of persons' names of two parts and more.
    names: HashSet<String>,
    found: Vec<Option<Found>>,
}

const FREE: u32 = u32::MAX;

impl Draft {
    pub(crate) fn new(tokens: usize) -> Self {
        Self {
            names: HashSet::new(),
            owner: vec![FREE; tokens],
            found: Vec::new(),
        }
    }

    /// The find that covers a token.
    pub(crate) fn at(&self, token: usize) -> Option<&Found> {
        let owner = *self.owner.get(token)?;
        self.found.get(owner as usize)?.as_ref()
    }

    pub(crate) fn free(&self, token: usize) -> bool {
        self.owner.get(token) == Some(&FREE)
    }

    pub(crate) fn kind(&self, token: usize) -> Option<MentionKind> {
        self.at(token).map(|found| found.kind)
    }

    /// Notes the parts of the persons' names found so far.
    pub(crate) fn learn_names(&mut self, text: &Text<'_>) {
        let persons = self
            .found
            .iter()
            .flatten()
            .filter(|f| f.kind == MentionKind::Person && f.len() >= 2);
        self.names = persons
            .flat_map(|f| [text.norm(f.from).to_owned(), text.norm(f.to - 1).to_owned()])
            .collect();
    }

    /// Whether a person's name begins or ends with this part.
    pub(crate) fn named(&self, norm: &str) -> bool {
        self.names.contains(norm)
    }

    /// The find that begins at a token.
    pub(crate) fn starting(&self, token: usize) -> Option<&Found> {
        self.at(token).filter(|found| found.from == token)
    }

    /// The find that ends right before a token.
    pub(crate) fn ending(&self, token: usize) -> Option<&Found> {
        token
            .checked_sub(1)
            .and_then(|last| self.at(last))
            .filter(|found| found.to == token)
    }

    /// Adds a find; whatever it overlaps is dropped.
    pub(crate) fn put(&mut self, found: Found) {
        let to = found.to.min(self.owner.len());
        if found.from >= to {
            return;
        }
        for token in found.from..to {
            self.clear(token);
        }
        let number = self.found.len() as u32;
        for owner in self.owner.get_mut(found.from..to).unwrap_or_default() {
            *owner = number;
        }
        self.found.push(Some(Found { to, ..found }));
    }

    /// Drops the find that covers a token.
    pub(crate) fn clear(&mut self, token: usize) {
        let Some(owner) = self.owner.get(token).copied().filter(|owner| *owner != FREE) else {
            return;
        };
        if let Some(found) = self.found.get_mut(owner as usize).and_then(Option::take) {
            for owner in self.owner.get_mut(found.from..found.to).unwrap_or_default() {
                *owner = FREE;
            }
        }
    }

    /// The finds in reading order.
    pub(crate) fn ordered(&self) -> Vec<&Found> {
        let mut all: Vec<&Found> = self.found.iter().flatten().collect();
        all.sort_unstable_by_key(|found| found.from);
        all
    }

    pub(crate) fn mentions(&self, text: &Text<'_>) -> Vec<Mention> {
        let mut last = 0;
        let mut mentions = Vec::new();
        for found in self.ordered() {
            let span = found.span.unwrap_or_else(|| text.span(found.from, found.to));
            if span.start < last || span.is_empty() {
                continue;
            }
            last = span.end;
            mentions.push(Mention {
                span,
                kind: found.kind,
                entity: found.entity.clone(),
                value: found.value.clone(),
                resolved: None,
                rule: found.rule.to_owned(),
            });
        }
        mentions
    }
}
