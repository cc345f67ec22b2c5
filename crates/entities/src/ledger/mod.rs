//! Ledgers: the tables behind the prose, each row with the stretch of text that proves it.
//!
//! A row says what one article says, and no more: the same meeting told by several sentences of an article is one row,
//! and nothing is concluded from other articles. Every row names the rule that made it and how far that rule is to be
//! trusted; what is below [`SURE`] is for a list of doubtful rows, not for a table.

mod agreements;
mod figures;
mod holders;
mod meetings;
mod model;
mod offices;
mod people;
mod phrases;
mod reading;
mod seats;
mod statements;
mod states;
#[cfg(test)]
mod trial;
mod when;

pub use model::{
    Act, Actor, Agreement, Confidence, Figure, FigureRole, Ledgers, Meeting, MeetingLevel, Office, Row, SURE,
    Statement, Status,
};

pub use when::compatible;

use crate::gazetteer::Gazetteer;
use crate::model::Analysis;
use crate::topics;
use corpus::Article;
use holders::Holders;
use people::People;
use reading::Reading;

/// Longer sentences, in tokens, are no sentences and say nothing.
const LONGEST: usize = 600;

/// The ledgers of articles with their mentions, rows in the order of the articles and of their evidence.
pub fn ledgers(articles: &[Article], analysis: &Analysis) -> Ledgers {
    let gazetteer = Gazetteer::embedded();
    let mut ledgers = Ledgers::default();
    let is_known = |id: &str| {
        let entities = &analysis.entities;
        entities
            .binary_search_by(|entity| entity.id.as_str().cmp(id))
            .is_ok()
    };
    for (number, (article, mentions)) in (0_u32..).zip(articles.iter().zip(&analysis.mentions)) {
        let reading = Reading::new(number, article, mentions, gazetteer);
        let claims = offices::claims::find(&reading, gazetteer);
        let holders = Holders::of(&reading, gazetteer, &claims);
        ledgers.offices.extend(offices::find(&reading, gazetteer, claims));
        ledgers.figures.extend(figures::find(&reading));
        ledgers
            .statements
            .extend(statements::find(&reading, gazetteer, &holders));
        let people = People::read(&reading, gazetteer, &holders);
        let meetings = meetings::find(&reading, &people, gazetteer);
        ledgers.agreements.extend(agreements::find(
            &reading, &people, gazetteer, &meetings, &is_known,
        ));
        ledgers.meetings.extend(meetings);
        ledgers.topics.push(topics::of_text(&reading.text));
    }
    ledgers
}
