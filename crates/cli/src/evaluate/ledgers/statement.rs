//! Statements: what is said, where it stands.

use super::Context;
use super::row::{Row, is_one};

/// 1 where the evidence is the same by half of the longer, else 0.
pub(super) fn fit(gold: &Row, found: &Row) -> usize {
    let longer = gold.evidence.length().max(found.evidence.length());
    usize::from(2 * gold.evidence.shared(found.evidence) >= longer)
}

/// As [`fit`], or 1 where what was found covers four fifths of the evidence and runs on past a semicolon.
pub(super) fn fit_running_on(context: &Context<'_>, gold: &Row, found: &Row) -> usize {
    let covers = 5 * gold.evidence.shared(found.evidence) >= 4 * gold.evidence.length();
    let beyond = context.document.text.get(gold.evidence.end..found.evidence.end);
    let runs_on = beyond.is_some_and(|beyond| beyond.contains(&';'));
    fit(gold, found).max(usize::from(covers && runs_on))
}

/// What is right about a match.
pub(super) fn facts(context: &Context<'_>, gold: &Row, found: &Row) -> Vec<(&'static str, bool)> {
    vec![
        (
            "act",
            is_one(found.act.as_ref(), gold.act.as_ref(), &gold.act_alt),
        ),
        (
            "actor",
            context.same(found.actor.as_ref(), gold.actor.as_ref(), &gold.actor_alt),
        ),
    ]
}
