//! `songphuong search`.

use crate::json::{Offer, Part};
use crate::json_line;
use crate::offsets::Scalars;
use crate::opened::{Opened, Place, Scores};
use corpus::ZoneKind;
use engine::protocol::{MatchLevel, QueryDiagnostic};
use engine::{Passage, shown};
use serde::Serialize;
use viet::Span;

/// How many hits are printed at most.
const MOST: u32 = 500;

/// What `search` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// How many hits to print at most (up to 500).
    #[arg(long, default_value_t = 10)]
    pub(crate) limit: u32,
    /// Say of each hit how its score is made up.
    #[arg(long)]
    explain: bool,
    /// The query; quote it for the shell.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
}

#[derive(Serialize)]
struct Output {
    total: u32,
    interpretation: Vec<Part>,
    diagnostics: Vec<QueryDiagnostic>,
    offers: Vec<Offer>,
    hits: Vec<Hit>,
}

#[derive(Serialize)]
struct Hit {
    id: String,
    title: String,
    /// Whether the title is the first sentence, there being no title.
    untitled: bool,
    score: f64,
    level: Option<MatchLevel>,
    snippets: Vec<Snippet>,
    /// Number of further sentences that match.
    more: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Vec<ScorePart>>,
}

#[derive(Serialize)]
struct Snippet {
    start: usize,
    end: usize,
    text: String,
    zone: &'static str,
    marks: Vec<Mark>,
}

#[derive(Serialize)]
struct Mark {
    start: usize,
    end: usize,
}

/// What a part of the query adds to a score (see [`search::ScorePart`]).
#[derive(Serialize)]
struct ScorePart {
    text: String,
    documents: u32,
    idf: f32,
    frequency: f32,
    level: f32,
    continued: f32,
    cohesion: f32,
    score: f32,
}

/// One JSON object with the best articles for the query.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let stored = arguments.place.read()?;
    let opened = Opened::new(&stored)?;
    if opened.len() == 0 {
        eprintln!("songphuong: there is no article to search");
    }
    let scores = if arguments.explain {
        Scores::Explained
    } else {
        Scores::Alone
    };
    let answer = opened.search(&arguments.query, arguments.limit.min(MOST), scores)?;
    json_line(&Output {
        total: answer.total,
        interpretation: answer
            .parts
            .into_iter()
            .map(|part| Part::from(shown::part(part)))
            .collect(),
        diagnostics: answer.diagnostics.iter().map(shown::diagnostic).collect(),
        offers: answer
            .offers
            .into_iter()
            .filter_map(shown::offer)
            .map(Offer::from)
            .collect(),
        hits: answer.hits.into_iter().map(|found| hit(found, scores)).collect(),
    })
}

fn hit(found: search::Hit<'_>, scores: Scores) -> Hit {
    let (title, untitled) = heading(&found);
    let explanation = found.explanation.into_iter().map(|part| ScorePart {
        text: part.text,
        documents: part.documents,
        idf: part.idf,
        frequency: part.frequency,
        level: part.level,
        continued: part.continued,
        cohesion: part.cohesion,
        score: part.score,
    });
    Hit {
        id: found.id.to_owned(),
        title,
        untitled,
        score: found.score,
        level: found.level.map(shown::level),
        snippets: snippets(found.text.whole(), &found.passages),
        more: found.more,
        explanation: (scores == Scores::Explained).then(|| explanation.collect()),
    }
}

/// The title of an article, or its first sentence and that it is none.
fn heading(found: &search::Hit<'_>) -> (String, bool) {
    if let Some((title, untitled)) = shown::heading(found) {
        return (title.text, untitled);
    }
    if !found.title.is_empty() {
        return (found.title.to_owned(), false);
    }
    let of = |kind| found.zones.iter().find(|zone| zone.kind == kind);
    if let Some(title) = of(ZoneKind::Title) {
        return (found.text.of(title.span).trim().to_owned(), false);
    }
    let first = of(ZoneKind::Body).map_or_else(Default::default, |zone| found.text.of(zone.span));
    let sentence = viet::sentences(&first).first().map_or("", |span| span.of(&first));
    (sentence.to_owned(), true)
}

/// The passages that stand in the text; of a title beside it there is no place to give.
fn snippets(text: &str, passages: &[Passage]) -> Vec<Snippet> {
    let scalars = Scalars::new(text);
    let mark = |span: &Span| {
        let (start, end) = scalars.of(*span);
        Mark { start, end }
    };
    let snippet = |passage: &Passage| {
        let (start, end) = scalars.of(passage.span);
        Snippet {
            start,
            end,
            text: passage.text.clone(),
            zone: passage.kind.name(),
            marks: passage.marks.iter().map(mark).collect(),
        }
    };
    passages
        .iter()
        .filter(|passage| passage.zone.is_some())
        .map(snippet)
        .collect()
}
