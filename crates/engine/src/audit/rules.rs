//! What each rule found.

use super::Sources;
use crate::protocol::{EntityKind, Finds, Ledger, RuleCount, SURE};
use crate::store::Kept;
use crate::wire;
use corpus::{Basis, DateFact};
use entities::Mention;
use search::InOrder as _;
use std::collections::BTreeMap;
use viet::Span;

/// The rules that found something: mentions first, then dates, then ledgers, in each what is most frequent first.
pub(super) fn counts(sources: &Sources) -> Vec<RuleCount> {
    let mut counts = Counts::default();
    for (number, kept) in &sources.read {
        for mention in &kept.mentions {
            let kind = wire::kind(mention.kind);
            let count = counts.add(&mention.rule, Finds::Mention(kind), *number);
            count.loose += u32::from(is_loose(mention, kind));
            count.corrected += u32::from(is_corrected(mention));
            if let Some(resolved) = &mention.resolved {
                let count = counts.add(&resolved.rule, Finds::Completion, *number);
                count.corrected += u32::from(is_corrected(mention));
            }
        }
        for fact in &kept.article.dates {
            let count = counts.add(&date_rule(fact), Finds::Date, *number);
            count.corrected += u32::from(fact.basis == Basis::Curated);
        }
    }
    for (ledger, row) in &sources.rows {
        let count = counts.add(&row.rule, Finds::Row(*ledger), row.article);
        if let Some(level) = count.levels.get_mut(level(row.confidence)) {
            *level += 1;
        }
        let rests = sources.kept(row.article);
        count.corrected += u32::from(rests.is_some_and(|kept| rests_on_correction(kept, row.evidence)));
    }
    let mut counts: Vec<RuleCount> = counts.0.into_values().map(|(count, _)| count).collect();
    for count in &mut counts {
        count.finds.order_by(Ord::cmp);
    }
    counts.order_by(|a, b| (group(a), b.places).cmp(&(group(b), a.places)));
    counts
}

impl Sources<'_> {
    /// An article that was read.
    fn kept(&self, number: u32) -> Option<&Kept> {
        let at = self.read.binary_search_by_key(&number, |(number, _)| *number);
        Some(&self.read.get(at.ok()?)?.1)
    }
}

/// By rule, each with the article it was last counted in.
#[derive(Default)]
struct Counts(BTreeMap<String, (RuleCount, Option<u32>)>);

impl Counts {
    /// Counts a place. The articles of what a rule finds come one after the other.
    fn add(&mut self, rule: &str, finds: Finds, article: u32) -> &mut RuleCount {
        let none = || RuleCount {
            rule: rule.to_owned(),
            finds: Vec::new(),
            places: 0,
            articles: 0,
            levels: [0; 4],
            loose: 0,
            corrected: 0,
        };
        let entry = self.0.entry(rule.to_owned());
        let (count, last) = entry.or_insert_with(|| (none(), None));
        count.places += 1;
        count.articles += u32::from(*last != Some(article));
        *last = Some(article);
        if !count.finds.contains(&finds) {
            count.finds.push(finds);
        }
        count
    }
}

/// Whether a mention might link to something, and does not.
pub(super) fn is_loose(mention: &Mention, kind: EntityKind) -> bool {
    kind.links() && mention.entity.is_none()
}

/// Whether a mention is as it is because of a correction.
fn is_corrected(mention: &Mention) -> bool {
    mention.rule.starts_with("curator/")
}

fn rests_on_correction(kept: &Kept, evidence: Span) -> bool {
    let within = |mention: &&Mention| mention.span.overlaps(evidence);
    kept.mentions.iter().filter(within).any(is_corrected)
}

/// What the rule of an article's date is called.
pub(super) fn date_rule(fact: &DateFact) -> String {
    let rule = match &fact.basis {
        Basis::Written => "written",
        Basis::Curated => "curated",
        Basis::Inferred(rule) => rule,
    };
    format!("date/{rule}")
}

/// Which of [`RuleCount::levels`] a confidence is counted in.
const fn level(confidence: u8) -> usize {
    match confidence {
        90.. => 0,
        80.. => 1,
        SURE.. => 2,
        _ => 3,
    }
}

/// What stands together in the list.
fn group(count: &RuleCount) -> usize {
    match count.finds.first() {
        None | Some(Finds::Mention(_)) => 0,
        Some(Finds::Completion) => 1,
        Some(Finds::Date) => 2,
        Some(Finds::Row(ledger)) => 3 + Ledger::ALL.iter().position(|known| known == ledger).unwrap_or(0),
    }
}
