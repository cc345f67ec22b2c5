//! The figures of the ledgers, and what went wrong row by row.

use super::row::{Ledger, Row};
use super::{Matched, quoted};
use crate::evaluate::document::Document;
use crate::evaluate::report::{Accuracy, shown};
use crate::evaluate::score::{Counts, Share};
use crate::json_line;
use serde::Serialize;
use serde_json::json;
use std::fmt::{self, Display, Write};

/// How well the rows of each ledger are found, and what is right about those that are.
#[derive(Debug, Default)]
pub(in crate::evaluate) struct LedgerFigures {
    rows: [Counts; Ledger::ALL.len()],
    /// Statements, where one that runs on past a semicolon may cover another.
    pub(super) running_on: Counts,
    /// In the order they were first counted.
    facts: [Vec<(&'static str, Share)>; Ledger::ALL.len()],
}

impl LedgerFigures {
    pub(super) fn count(&mut self, ledger: Ledger, matched: &Matched) {
        self.rows[ledger as usize] += matched.counts();
    }

    pub(super) fn count_running_on(&mut self, matched: &Matched) {
        self.running_on += matched.counts();
    }

    pub(super) fn count_fact(&mut self, ledger: Ledger, fact: &'static str, right: bool) {
        let facts = &mut self.facts[ledger as usize];
        if !facts.iter().any(|(name, _)| *name == fact) {
            facts.push((fact, Share::default()));
        }
        let counted = facts.iter_mut().filter(|(name, _)| *name == fact);
        counted.for_each(|(_, share)| share.count(right));
    }

    pub(in crate::evaluate) fn rows(&self, ledger: Ledger) -> Counts {
        self.rows[ledger as usize]
    }

    /// How often a fact is right.
    pub(in crate::evaluate) fn facts(&self, ledger: Ledger) -> &[(&'static str, Share)] {
        &self.facts[ledger as usize]
    }

    /// An object a ledger.
    pub(in crate::evaluate) fn jsonl(&self) -> Result<String, String> {
        let line = |ledger: Ledger| {
            let facts = self.facts(ledger).iter();
            let facts = facts.map(|(fact, share)| ((*fact).to_owned(), json!(Accuracy::from(*share))));
            let mut line = json!({
                "ledger": ledger.name(),
                "rows": self.rows(ledger),
                "facts": facts.collect::<serde_json::Map<_, _>>(),
            });
            if ledger == Ledger::Statement {
                line["running_on"] = json!(self.running_on);
            }
            json_line(&line)
        };
        Ledger::ALL.into_iter().map(line).collect()
    }

    /// A table.
    pub(in crate::evaluate) fn text(&self) -> String {
        let mut out =
            String::from("ledger               P      R      F1    gold  found  right of those matched\n");
        // Writing to a string cannot fail.
        for ledger in Ledger::ALL {
            row(&mut out, ledger.name(), self.rows(ledger));
            let facts = self.facts(ledger).iter();
            let facts = facts.map(|(fact, share)| format!("{fact} {}", shown(share.accuracy())));
            let facts = facts.collect::<Vec<_>>().join(", ");
            let _ = writeln!(out, "{}{facts}", if facts.is_empty() { "" } else { "  " });
        }
        row(&mut out, "… running on", self.running_on);
        out + "  a prediction past a semicolon may cover a statement\n"
    }
}

fn row(out: &mut String, name: &str, counts: Counts) {
    let [p, r, f1] = [counts.precision(), counts.recall(), counts.f1()].map(shown);
    let (gold, found) = (counts.matched + counts.missed, counts.matched + counts.spurious);
    let _ = write!(out, "{name:<16}  {p} {r} {f1}  {gold:>6} {found:>6}");
}

impl Matched {
    fn counts(&self) -> Counts {
        Counts {
            matched: self.pairs.len() as u64,
            spurious: self.spurious.len() as u64,
            missed: self.missed.len() as u64,
        }
    }
}

/// A row, or something about it, that is wrong.
#[derive(Debug, Serialize)]
pub(in crate::evaluate) struct RowMistake {
    doc: String,
    start: usize,
    #[serde(rename = "mistake")]
    what: String,
    ledger: &'static str,
    gold: Option<String>,
    predicted: Option<String>,
    evidence: String,
}

impl RowMistake {
    pub(super) fn new(document: &Document, what: &str, gold: Option<&Row>, found: Option<&Row>) -> Self {
        let row = gold.or(found);
        Self {
            doc: document.id.clone(),
            start: row.map_or(0, |row| row.evidence.start),
            what: what.to_owned(),
            ledger: row.map_or("", |row| row.ledger.name()),
            gold: gold.map(Row::says),
            predicted: found.map(Row::says),
            evidence: row.map(|row| quoted(document, row.evidence)).unwrap_or_default(),
        }
    }

    pub(super) fn start(&self) -> usize {
        self.start
    }
}

impl Display for RowMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".into());
        write!(
            f,
            "{}:{}\t{}\t{}\t{}\t{}\t{}",
            self.doc,
            self.start,
            self.what,
            self.ledger,
            shown(&self.gold),
            shown(&self.predicted),
            self.evidence
        )
    }
}
