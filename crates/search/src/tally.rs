//! How many documents of some sets have which values of a facet, for which no text is read.

use crate::docset::DocSet;
use crate::model::Facet;
use crate::search::Outcome;
use crate::source::{Segment, Source, missing};
use crate::view::each_value;

/// The values of a facet, each with how many documents of each set have it: values ascending, of years the undated first.
///
/// ```
/// use search::{Document, Facet, Packed, tally, write};
/// let article = |id, names: &[&str]| Document {
///     id, text: "", zones: &[], title: None, date: None, payload: &[],
///     facets: names.iter().map(|name| (Facet::Person, (*name).to_owned())).collect(),
/// };
/// let bytes = write(&[article("a", &["x", "y"]), article("b", &["x"]), article("c", &["z"])]);
/// let index = Packed::open(&bytes)?;
/// let found = tally(&index.segment(), Facet::Person, [&[0, 1], &[1, 2]]).answer().unwrap();
/// assert_eq!(found, [("x".into(), [2, 1]), ("y".into(), [1, 0]), ("z".into(), [0, 1])]);
/// # Ok::<(), search::IndexError>(())
/// ```
pub fn tally<const SETS: usize>(
    segment: &Segment<'_>,
    facet: Facet,
    sets: [&[u32]; SETS],
) -> Outcome<Vec<(String, [u32; SETS])>> {
    let source = Source::new(*segment);
    let sets = sets.map(|documents| {
        let mut set = DocSet::none(source.len());
        for document in documents {
            set.insert(*document);
        }
        set
    });
    let mut found = Vec::new();
    each_value(&source, facet, |slug, documents| {
        let mut counts = [0; SETS];
        documents(&mut |document| {
            for (count, set) in counts.iter_mut().zip(&sets) {
                *count += u32::from(set.contains(document));
            }
        });
        found.push((slug.to_owned(), counts));
    });
    let needs = missing([&source]);
    if needs.is_empty() {
        Outcome::Answer(found)
    } else {
        Outcome::Needs(needs)
    }
}
