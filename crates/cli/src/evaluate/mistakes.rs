//! What went wrong, mistake by mistake.

use super::document::Document;
use super::matching::Matching;
use super::reading::{Reading, Span};
use super::values;
use serde::Serialize;

/// How many characters are shown on each side.
const CONTEXT: usize = 40;

/// One thing that went wrong.
#[derive(Debug, Serialize)]
pub(super) struct Mistake {
    doc: String,
    start: usize,
    #[serde(rename = "mistake")]
    what: Kind,
    r#type: &'static str,
    gold: Option<String>,
    predicted: Option<String>,
    rule: Option<String>,
    context: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Missed,
    Spurious,
    WrongSpan,
    WrongType,
    WrongValue,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Spurious => "spurious",
            Self::WrongSpan => "wrong span",
            Self::WrongType => "wrong type",
            Self::WrongValue => "wrong value",
        }
    }
}

/// The mistakes in an article, in reading order.
pub(super) fn of(document: &Document, exact: &Matching) -> Vec<Mistake> {
    let mut out = Vec::new();
    for (label, prediction) in &exact.pairs {
        let (mention, found) = (&document.gold[*label], &document.predictions[*prediction]);
        if values::is_right(document, mention, found) == Some(false) {
            out.push(document.mistake(Kind::WrongValue, Some(*label), Some(*prediction)));
        }
    }
    let mut missed = exact.missed.clone();
    let mut spurious = exact.spurious.clone();
    let span = |label: Reading, found: Reading| label.kind == found.kind && touch(label, found);
    let both = document.pair(&mut missed, &mut spurious, span).into_iter();
    out.extend(both.map(|(label, found)| document.mistake(Kind::WrongSpan, Some(label), Some(found))));
    let both = document.pair(&mut missed, &mut spurious, touch).into_iter();
    out.extend(both.map(|(label, found)| document.mistake(Kind::WrongType, Some(label), Some(found))));
    let missed = missed.into_iter();
    out.extend(missed.map(|label| document.mistake(Kind::Missed, Some(label), None)));
    let spurious = spurious.into_iter();
    out.extend(spurious.map(|found| document.mistake(Kind::Spurious, None, Some(found))));
    out.sort_by_key(|mistake| mistake.start);
    out
}

fn touch(a: Reading, b: Reading) -> bool {
    a.span().shared(b.span()) > 0
}

impl Document {
    /// Takes labels and predictions that fit out of the lists, one for one.
    fn pair(
        &self,
        missed: &mut Vec<usize>,
        spurious: &mut Vec<usize>,
        fit: impl Fn(Reading, Reading) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        missed.retain(|label| {
            let reading = self.gold[*label].reading;
            let fitting = |found: &usize| fit(reading, self.predictions[*found].reading);
            let Some(at) = spurious.iter().position(fitting) else {
                return true;
            };
            pairs.push((*label, spurious.remove(at)));
            false
        });
        pairs
    }

    fn mistake(&self, what: Kind, label: Option<usize>, found: Option<usize>) -> Mistake {
        let label = label.map(|label| &self.gold[label]);
        let found = found.map(|found| &self.predictions[found]);
        let readings = label.map(|label| label.reading).into_iter();
        let readings = readings.chain(found.map(|found| found.reading));
        let start = readings.clone().map(|reading| reading.start).min().unwrap_or(0);
        let end = readings.clone().map(|reading| reading.end).max().unwrap_or(start);
        let kinds: Vec<&str> = readings.map(|reading| reading.kind.label()).collect();
        let shown = |reading: Reading, more: String| {
            let surface = line(&self.surface(reading.span()));
            match what {
                Kind::WrongValue => format!("{surface} = {more}"),
                Kind::WrongType => format!("{surface} {}", reading.kind.label()),
                _ => surface,
            }
        };
        let value = |found: &super::document::Prediction| found.value.clone().unwrap_or_else(|| "–".into());
        Mistake {
            doc: self.id.clone(),
            start,
            what,
            r#type: kinds.first().copied().unwrap_or(""),
            gold: label.map(|label| shown(label.reading, label.values.join(" or "))),
            predicted: found.map(|found| shown(found.reading, value(found))),
            rule: found.map(|found| found.rule.clone()),
            context: self.context(Span { start, end }),
        }
    }

    /// A span in brackets with what stands around it, in one line.
    fn context(&self, span: Span) -> String {
        let before = self.surface(Span {
            start: span.start.saturating_sub(CONTEXT),
            end: span.start,
        });
        let after = self.surface(Span {
            start: span.end,
            end: (span.end + CONTEXT).min(self.text.len()),
        });
        line(&format!("{before}[{}]{after}", self.surface(span)))
    }
}

/// A text in one line, without what separates columns.
fn line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".into());
        write!(
            f,
            "{}:{}\t{}\t{}\t{}\t{}\t{}\t{}",
            self.doc,
            self.start,
            self.what.name(),
            self.r#type,
            shown(&self.gold),
            shown(&self.predicted),
            shown(&self.rule),
            self.context
        )
    }
}
