//! `songphuong concordance`.

use crate::format::Format;
use crate::json_line;
use crate::opened::Opened;
use crate::view::{View, warn};
use clap::ValueEnum;
use engine::protocol::{
    ConcordanceLine, ConcordanceRequest, ConcordanceResponse, LineGroup, LineGrouping, LineOrder, Request,
    Response,
};
use serde::Serialize;
use std::fmt::Write as _;

/// What `concordance` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    view: View,
    /// How many words to print on each side, 1 to 20.
    #[arg(long, default_value_t = 6)]
    context: u32,
    /// What to sort by; left2 is the two words on the left, the nearest first.
    #[arg(long, value_enum, default_value_t = Sort::Place)]
    sort: Sort,
    /// What puts lines into groups.
    #[arg(long, value_enum, default_value_t = Group::None)]
    group: Group,
    /// How many lines to print at most (up to 500).
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// A table for people, or a JSON object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sort {
    Place,
    Left,
    Left2,
    Left3,
    Right,
    Right2,
    Right3,
    Node,
    Oldest,
    Newest,
}

impl From<Sort> for LineOrder {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Place => Self::Place,
            Sort::Left => Self::Left(1),
            Sort::Left2 => Self::Left(2),
            Sort::Left3 => Self::Left(3),
            Sort::Right => Self::Right(1),
            Sort::Right2 => Self::Right(2),
            Sort::Right3 => Self::Right(3),
            Sort::Node => Self::Node,
            Sort::Oldest => Self::Oldest,
            Sort::Newest => Self::Newest,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Group {
    None,
    Node,
    Left,
    Right,
    Article,
    Year,
}

impl From<Group> for LineGrouping {
    fn from(group: Group) -> Self {
        match group {
            Group::None => Self::None,
            Group::Node => Self::Node,
            Group::Left => Self::Left,
            Group::Right => Self::Right,
            Group::Article => Self::Article,
            Group::Year => Self::Year,
        }
    }
}

/// The lines, as a table or as objects.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let stored = arguments.view.read()?;
    let opened = Opened::new(&stored)?;
    let request = ConcordanceRequest {
        view: arguments.view.request(),
        context: arguments.context,
        order: arguments.sort.into(),
        grouping: arguments.group.into(),
        offset: 0,
        limit: arguments.limit,
    };
    let Response::Concordance(answer) = opened.answer(&Request::Concordance(request))? else {
        return Err("the engine gave no answer".into());
    };
    let answer = answer
        .open()
        .ok_or("the engine gave an answer that cannot be read")?;
    if answer.no_words {
        eprintln!("songphuong: the query looks for no words, so there is nothing to show");
    }
    warn(&answer.unknown);
    match arguments.format {
        Format::Text => Ok(table(&answer)),
        Format::Jsonl => objects(&answer),
    }
}

#[derive(Serialize)]
struct Summary<'a> {
    total: u32,
    articles: u32,
    articles_read: u32,
    groups: &'a [LineGroup],
}

fn objects(answer: &ConcordanceResponse) -> Result<String, String> {
    let lines: String = answer.lines.iter().map(json_line).collect::<Result<_, _>>()?;
    let summary = json_line(&Summary {
        total: answer.total,
        articles: answer.articles,
        articles_read: answer.articles_read,
        groups: &answer.groups,
    })?;
    Ok(lines + &summary)
}

fn table(answer: &ConcordanceResponse) -> String {
    let width = |text: &str| text.chars().count();
    let widest =
        |of: fn(&ConcordanceLine) -> &str| answer.lines.iter().map(|line| width(of(line))).max().unwrap_or(0);
    let (left, right) = (widest(|line| &line.left), widest(|line| &line.right));
    let mut out = format!(
        "{} lines; {} of {} articles looked through\n",
        answer.total, answer.articles_read, answer.articles
    );
    let mut group = None;
    for line in &answer.lines {
        let own = line.group.and_then(|at| answer.groups.get(at as usize));
        if let Some(own) = own.filter(|_| line.group != group) {
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "\n{}: {} lines in {} articles",
                own.name, own.lines, own.articles
            );
        }
        group = line.group;
        let flat = |text: &str| text.replace(['\n', '\t'], " ");
        let (before, after) = (flat(&line.left), flat(&line.right));
        let _ = writeln!(
            out,
            "{before:>left$}[{}]{after:<right$}  {}#{}",
            flat(&line.node),
            line.doc,
            line.anchor
        );
    }
    out
}
