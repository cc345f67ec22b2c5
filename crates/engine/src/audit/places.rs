//! What was found, where it stands.

use super::rules::{counts, date_rule};
use super::{LedgerRow, Page, Sources};
use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{Evidence, Finds, FoundPlace, Ledger, LedgerCount, RuleCount};
use crate::store::Kept;
use crate::tables::{Quoted, Quotes, evidence};
use crate::wire;
use entities::Mention;

/// What a rule found, and the places that are wanted.
pub(super) fn found(
    sources: &Sources,
    rule: &str,
    page: &Page,
) -> Result<(Option<RuleCount>, Vec<FoundPlace>), Needs> {
    let count = counts(sources).into_iter().find(|count| count.rule == rule);
    let of_ledger = count
        .iter()
        .flat_map(|count| &count.finds)
        .any(|finds| matches!(finds, Finds::Row(_)));
    let places = if of_ledger {
        let rows = sources.rows.iter().filter(|(_, row)| row.rule == rule).copied();
        row_places(sources.engine, &page.of(rows))?
    } else {
        let all = sources.read.iter().flat_map(|(number, kept)| {
            let found = found_in(kept, rule);
            found.map(move |what| (*number, kept, what))
        });
        let wanted = page.of(all);
        let articles = wanted.iter().map(|(number, kept, _)| (*number, &kept.article));
        let quotes = Quotes::new(sources.engine, articles);
        let place = |(number, _, what): &(u32, &Kept, What)| place(sources.engine, quotes.of(*number)?, what);
        wanted.iter().filter_map(place).collect()
    };
    Ok((count, places))
}

/// The ledgers, and the rows of them that are not sure enough to be shown, those that are wanted; how many there are.
pub(super) fn unsure(
    engine: &Engine<'_>,
    rows: &[LedgerRow<'_>],
    page: &Page,
) -> Result<(u32, Vec<LedgerCount>, Vec<FoundPlace>), Needs> {
    let of = |ledger: Ledger| {
        let rows = || rows.iter().filter(move |(of, _)| *of == ledger);
        LedgerCount {
            ledger,
            rows: rows().count() as u32,
            unsure: rows().filter(|(_, row)| !row.is_sure()).count() as u32,
        }
    };
    let counts: Vec<LedgerCount> = Ledger::ALL.into_iter().map(of).collect();
    let unsure = rows.iter().filter(|(_, row)| !row.is_sure()).copied();
    let total = counts.iter().map(|count| count.unsure).sum();
    Ok((total, counts, row_places(engine, &page.of(unsure))?))
}

fn row_places(engine: &Engine<'_>, rows: &[LedgerRow<'_>]) -> Result<Vec<FoundPlace>, Needs> {
    let said = evidence(engine, rows.iter().map(|(_, row)| *row))?;
    let place = |((ledger, _), said): (&LedgerRow<'_>, Evidence)| FoundPlace {
        finds: Finds::Row(*ledger),
        said,
        entity: None,
        value: None,
    };
    Ok(rows.iter().zip(said).map(place).collect())
}

/// What a rule found in an article.
enum What<'k> {
    Mention(&'k Mention),
    /// The year of this one.
    Completion(&'k Mention),
    Date(&'k corpus::DateFact),
}

fn found_in<'k>(kept: &'k Kept, rule: &str) -> impl Iterator<Item = What<'k>> {
    let mentions = kept.mentions.iter().flat_map(move |mention| {
        let found = (mention.rule == rule).then_some(What::Mention(mention));
        let resolved = mention.resolved.as_ref();
        let completed = resolved.is_some_and(|resolved| resolved.rule == rule);
        found
            .into_iter()
            .chain(completed.then_some(What::Completion(mention)))
    });
    let dates = kept.article.dates.iter();
    let dates = dates.filter(move |fact| date_rule(fact) == rule).map(What::Date);
    mentions.chain(dates)
}

fn place(engine: &Engine<'_>, quoted: &Quoted<'_>, what: &What) -> Option<FoundPlace> {
    let (finds, span, rule, value) = match what {
        What::Mention(mention) => (
            Finds::Mention(wire::kind(mention.kind)),
            Some(mention.span),
            mention.rule.clone(),
            mention.value.clone(),
        ),
        What::Completion(mention) => {
            let resolved = mention.resolved.clone()?;
            (
                Finds::Completion,
                Some(mention.span),
                resolved.rule,
                Some(resolved.value),
            )
        }
        What::Date(fact) => (Finds::Date, fact.span, date_rule(fact), Some(fact.iso())),
    };
    let entity = match what {
        What::Mention(Mention { entity: Some(id), .. }) => engine.head.entity(id).map(wire::entity),
        _ => None,
    };
    Some(FoundPlace {
        finds,
        said: quoted.evidence(span, &rule, 0),
        entity,
        value,
    })
}
