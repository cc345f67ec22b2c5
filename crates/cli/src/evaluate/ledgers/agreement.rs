//! Agreements: which.

use super::Context;
use super::names::{Names, shared, words};
use super::row::Row;

/// 3 where a row is of the same agreement, 2 where its evidence is the same by half of the longer, 1 where its name is by
/// half of the words of the longer, else 0.
pub(super) fn fit(context: &Context<'_>, gold: &Row, found: &Row) -> usize {
    let entities = gold.canonical.as_ref().zip(found.canonical.as_ref());
    if entities.is_some_and(|(gold, found)| Names::gold(gold) == context.names.found(found)) {
        return 3;
    }
    let common = gold.evidence.shared(found.evidence);
    if 2 * common >= gold.evidence.length().max(found.evidence.length()) {
        return 2;
    }
    let Some(name) = found.name.as_deref().map(words) else {
        return 0;
    };
    let mut names = gold.name.iter().chain(&gold.name_alt).map(|name| words(name));
    usize::from(names.any(|right| {
        let longer = right.len().max(name.len());
        longer > 0 && 2 * shared(&right, &name) >= longer
    }))
}
