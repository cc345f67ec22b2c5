//! The figures, for people and for programs.

use super::links::Links;
use super::score::{ByKind, Counts, Share};
use super::values::Values;
use crate::json_line;
use entities::MentionKind;
use serde::Serialize;
use std::fmt::Write;

/// How well mentions are recognised.
#[derive(Debug, Default)]
pub(super) struct Figures<'a> {
    pub(super) articles: usize,
    pub(super) exact: ByKind,
    pub(super) overlap: ByKind,
    pub(super) values: Values,
    pub(super) links: Links<'a>,
}

/// The counts of a type, or of some together.
#[derive(Serialize)]
struct Row {
    r#type: &'static str,
    exact: Counts,
    overlap: Counts,
}

#[derive(Serialize)]
struct Totals {
    articles: usize,
    dates: Accuracy,
    amounts: Accuracy,
    /// Of dates with an inferred year, those that were inferred here too.
    resolved: Accuracy,
    /// All of them.
    resolvable: u64,
    links: LinkFigures,
}

/// How many of some are right, with the quotient.
#[derive(Serialize)]
pub(super) struct Accuracy {
    #[serde(flatten)]
    share: Share,
    accuracy: Option<f64>,
}

impl From<Share> for Accuracy {
    fn from(share: Share) -> Self {
        Self {
            share,
            accuracy: share.accuracy(),
        }
    }
}

#[derive(Serialize)]
struct LinkFigures {
    mentions: usize,
    pairwise: Counts,
    b3_f1: Option<f64>,
}

impl Figures<'_> {
    fn rows(&self) -> Vec<Row> {
        let row = |kind: MentionKind| Row {
            r#type: kind.label(),
            exact: self.exact.of(kind),
            overlap: self.overlap.of(kind),
        };
        let mut rows: Vec<Row> = MentionKind::ALL.into_iter().map(row).collect();
        rows.push(Row {
            r#type: "PERSON+ORG+PLACE",
            exact: self.exact.names(),
            overlap: self.overlap.names(),
        });
        rows.push(Row {
            r#type: "all",
            exact: self.exact.all(),
            overlap: self.overlap.all(),
        });
        rows
    }

    /// An object a type, then one of the rest.
    pub(super) fn jsonl(&self) -> Result<String, String> {
        let rows = self.rows().iter().map(json_line).collect::<Result<String, _>>()?;
        let totals = Totals {
            articles: self.articles,
            dates: self.values.dates.into(),
            amounts: self.values.amounts.into(),
            resolved: self.values.resolved.into(),
            resolvable: self.values.resolvable,
            links: LinkFigures {
                mentions: self.links.mentions(),
                pairwise: self.links.pairwise(),
                b3_f1: self.links.b_cubed(),
            },
        };
        Ok(rows + &json_line(&totals)?)
    }

    /// A table.
    pub(super) fn text(&self) -> String {
        let mut out = String::from(
            "                    exact                   overlap\n\
             type                 P      R      F1       P      R      F1    gold  found\n",
        );
        // Writing to a string cannot fail.
        for row in self.rows() {
            let _ = write!(out, "{:<16}", row.r#type);
            for counts in [row.exact, row.overlap] {
                let [p, r, f1] = [counts.precision(), counts.recall(), counts.f1()].map(shown);
                let _ = write!(out, "  {p} {r} {f1} ");
            }
            let (gold, found) = (
                row.exact.matched + row.exact.missed,
                row.exact.matched + row.exact.spurious,
            );
            let _ = writeln!(out, " {gold:>6} {found:>6}");
        }
        let share = |share: Share| format!("{} ({} of {})", shown(share.accuracy()), share.right, share.of);
        let _ = writeln!(out, "\nvalues of dates    {}", share(self.values.dates));
        let _ = writeln!(out, "values of amounts  {}", share(self.values.amounts));
        let _ = writeln!(
            out,
            "years of dates     {}, of {} that a reader infers",
            share(self.values.resolved),
            self.values.resolvable
        );
        let pairwise = self.links.pairwise();
        let [p, r, f1] = [pairwise.precision(), pairwise.recall(), pairwise.f1()].map(shown);
        let _ = writeln!(
            out,
            "links              pairwise P {p} R {r} F1 {f1}, B³ F1 {} ({} mentions)",
            shown(self.links.b_cubed()),
            self.links.mentions()
        );
        let _ = writeln!(out, "articles           {}", self.articles);
        out
    }
}

/// A figure of 0 to 1, in one width.
pub(super) fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "     –".to_owned(), |figure| format!("{figure:.4}"))
}
