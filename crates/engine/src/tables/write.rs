//! From the ledgers that `entities` reads to tables.

use super::{Row, Table};
use crate::protocol::{Cell, Ledger};
use corpus::Article;
use entities::Entity;
use entities::ledger::{Actor, Agreement, Figure, Ledgers, Meeting, Office, Statement};

/// The table of each ledger. `entities` are ascending by id; topics are counted as [`entities::topics::all`] lists them.
pub(crate) fn tables(articles: &[Article], ledgers: &Ledgers, entities: &[Entity]) -> Vec<(Ledger, Table)> {
    let names = Names(entities);
    let table = |rows: Vec<Row>| {
        let mut numbers: Vec<u32> = rows.iter().map(|row| row.article).collect();
        numbers.dedup();
        let date = |number: u32| articles.get(number as usize)?.date().map(corpus::DateFact::iso);
        let dates = numbers.into_iter().map(|number| (number, date(number)));
        Table {
            dates: dates.collect(),
            rows,
        }
    };
    Ledger::ALL
        .into_iter()
        .map(|ledger| {
            let rows = match ledger {
                Ledger::Offices => rows(&ledgers.offices, |fact| names.office(fact)),
                Ledger::Meetings => rows(&ledgers.meetings, |fact| names.meeting(fact)),
                Ledger::Agreements => rows(&ledgers.agreements, |fact| names.agreement(fact)),
                Ledger::Figures => rows(&ledgers.figures, figure),
                Ledger::Statements => rows(&ledgers.statements, |fact| names.statement(fact)),
            };
            (ledger, table(rows))
        })
        .collect()
}

fn rows<T>(rows: &[entities::ledger::Row<T>], cells: impl Fn(&T) -> Vec<Cell>) -> Vec<Row> {
    let row = |row: &entities::ledger::Row<T>| Row {
        article: row.article,
        evidence: row.evidence,
        confidence: row.confidence,
        rule: row.rule.clone(),
        cells: cells(&row.fact),
    };
    rows.iter().map(row).collect()
}

/// The entities of the corpus, ascending by id.
struct Names<'a>(&'a [Entity]);

impl Names<'_> {
    fn at(&self, id: &str) -> Option<u32> {
        let at = self.0.binary_search_by(|entity| entity.id.as_str().cmp(id));
        at.ok().map(|at| at as u32)
    }

    fn entities<'i>(&self, ids: impl IntoIterator<Item = &'i String>, inferred: bool) -> Cell {
        let at: Vec<u32> = ids.into_iter().filter_map(|id| self.at(id)).collect();
        if at.is_empty() {
            Cell::Empty
        } else {
            Cell::Entities { at, inferred }
        }
    }

    fn office(&self, office: &Office) -> Vec<Cell> {
        vec![
            self.entities([&office.person], false),
            Cell::Text(office.office.clone()),
            self.entities(&office.country, office.country_inferred),
            self.entities(&office.org, false),
            Cell::Empty,
            Cell::Empty,
        ]
    }

    fn meeting(&self, meeting: &Meeting) -> Vec<Cell> {
        vec![
            date(meeting.date.as_ref(), meeting.date_resolved.as_ref()),
            Cell::Level(meeting.level),
            self.entities(&meeting.who, false),
            self.entities(&meeting.whom, false),
            self.entities(&meeting.place, false),
            planned(meeting.planned),
        ]
    }

    fn agreement(&self, agreement: &Agreement) -> Vec<Cell> {
        vec![
            Cell::Named {
                text: agreement.name.clone(),
                at: agreement.id.as_ref().and_then(|id| self.at(id)),
            },
            Cell::Status(agreement.status),
            self.entities(&agreement.parties, false),
            date(agreement.date.as_ref(), None),
            planned(agreement.planned),
        ]
    }

    fn statement(&self, statement: &Statement) -> Vec<Cell> {
        let topics = entities::topics::all();
        let topic = |slug: &String| topics.iter().position(|topic| topic.slug == slug);
        let about: Vec<u32> = statement
            .topics
            .iter()
            .filter_map(topic)
            .map(|at| at as u32)
            .collect();
        vec![
            match &statement.actor {
                Actor::One(id) => self.entities([id], false),
                Actor::Both => Cell::BothSides,
            },
            Cell::Act(statement.act),
            if about.is_empty() {
                Cell::Empty
            } else {
                Cell::Topics(about)
            },
        ]
    }
}

fn figure(figure: &Figure) -> Vec<Cell> {
    vec![
        Cell::Text(figure.indicator.clone()),
        Cell::Number {
            value: figure.value.clone(),
            max: figure.value_max.clone(),
            unit: figure.unit.clone(),
        },
        Cell::Role(figure.role),
        date(figure.period.as_ref(), None),
    ]
}

fn planned(planned: bool) -> Cell {
    if planned { Cell::Planned } else { Cell::Empty }
}

fn date(written: Option<&String>, resolved: Option<&String>) -> Cell {
    let Some(value) = resolved.or(written) else {
        return Cell::Empty;
    };
    Cell::Date {
        value: value.clone(),
        written: written.filter(|written| *written != value).cloned(),
    }
}
