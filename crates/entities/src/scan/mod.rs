//! Scanners for figures and dates.

mod amount;
mod date;
mod day;
mod number;

use crate::draft::Draft;
use crate::gazetteer::Gazetteer;
use crate::text::Text;

/// Finds dates, amounts of money, percentages and quantities.
pub(crate) fn scan(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft) {
    let mut at = 0;
    while at < text.len() {
        if text.tok(at).is_some_and(|tok| tok.address) {
            at += 1;
            continue;
        }
        let found = date::at(text, gazetteer, draft, at).or_else(|| amount::at(text, gazetteer, at));
        at = match found {
            Some(found) => {
                let next = found.to.max(at + 1);
                draft.put(found);
                next
            }
            None => number::read(text, at).map_or(at + 1, |number| number.to.max(at + 1)),
        };
    }
}
