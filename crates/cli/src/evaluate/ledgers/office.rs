//! Offices: a person and a title.

use super::Context;
use super::names::{Word, words};
use super::row::Row;
use crate::evaluate::document::Document;
use entities::MentionKind::{Org, Place};

/// Words that are left over at the end of a title when the name behind them is left out.
const LEFT_OVER: &str = "tại của";

/// 1 where person and title are the same, else 0. A title may have the names of countries in it or not, and one that was
/// found may end in the name of an institution.
pub(super) fn fit(context: &Context<'_>, gold: &Row, found: &Row) -> usize {
    let same_person =
        found.person.is_some() && context.same(found.person.as_ref(), gold.person.as_ref(), &[]);
    let Some(title) = found.office.as_deref().filter(|_| same_person) else {
        return 0;
    };
    let title = words(title);
    let bare = without(context.document, title.clone());
    let short = before_organisation(context.document, &title).map(|title| without(context.document, title));
    let mut right = gold
        .office
        .iter()
        .chain(&gold.office_alt)
        .map(|office| words(office));
    let same = right.any(|right| {
        let forms = [Some(&title), Some(&bare), short.as_ref()];
        forms.contains(&Some(&right)) || bare == without(context.document, right)
    });
    usize::from(same)
}

/// Parts the titles of rows that join some, where no row of the gold has them joined but one has a part.
pub(super) fn part(context: &Context<'_>, gold: &[Row], found: Vec<Row>) -> Vec<Row> {
    let fits = |row: &Row| gold.iter().any(|gold| fit(context, gold, row) > 0);
    let parted = found.into_iter().flat_map(|row| {
        let parts = parts(&row);
        if parts.len() < 2 || fits(&row) || !parts.iter().any(fits) {
            vec![row]
        } else {
            parts
        }
    });
    parted.collect()
}

/// A row for each of the titles joined by commas, semicolons or "kiêm".
fn parts(row: &Row) -> Vec<Row> {
    let title = row.office.as_deref().unwrap_or("");
    let parts = title.split([',', ';']).flat_map(|part| part.split(" kiêm "));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let rows = parts.map(|part| Row {
        office: Some(part.to_owned()),
        ..row.clone()
    });
    rows.collect()
}

/// A title without the names of places in it, and what is left over of them.
fn without(document: &Document, mut title: Vec<Word>) -> Vec<Word> {
    let whole = title.len();
    for place in document.surfaces(Place) {
        while let Some(at) = title.windows(place.len()).position(|window| window == place) {
            title.drain(at..at + place.len());
        }
    }
    let left_over = words(LEFT_OVER);
    while title.len() < whole && title.last().is_some_and(|word| left_over.contains(word)) {
        title.pop();
    }
    title
}

/// A title as far as the institution it ends in.
fn before_organisation(document: &Document, title: &[Word]) -> Option<Vec<Word>> {
    let organisations = document.surfaces(Org).into_iter();
    let longest = organisations
        .filter(|name| title.ends_with(name))
        .max_by_key(Vec::len)?;
    let rest = title.get(..title.len() - longest.len())?;
    (!rest.is_empty()).then(|| rest.to_vec())
}

impl Document {
    /// What the mentions of a type are called, in words.
    fn surfaces(&self, kind: entities::MentionKind) -> Vec<Vec<Word>> {
        let labelled = self.gold.iter().map(|mention| mention.reading);
        let readings = labelled.chain(self.predictions.iter().map(|found| found.reading));
        let of_kind = readings.filter(|reading| reading.kind == kind);
        let words = of_kind.map(|reading| words(&self.surface(reading.span())));
        words.filter(|words| !words.is_empty()).collect()
    }
}
