//! Articles that name the same things: likeness by the values of facets, for which no text is read.

use crate::model::Facet;
use crate::search::Outcome;
use crate::source::{Segment, Source, missing};

/// What an article names, and how like it the others are in that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Its values, each with all articles that have it, ascending.
    pub values: Vec<(Facet, String, Vec<u32>)>,
    /// Of each article, by its number, how like it is, in thousandths.
    pub likeness: Vec<u32>,
}

/// How like an article the others are in the values of some facets: the cosine of the angle between them, where each value
/// weighs the more the fewer articles have it (log₂ of the inverse of their share). Values that all have weigh nothing.
///
/// All values of the corpus are looked through once. Whole numbers only, so that all machines agree.
///
/// ```
/// use search::{Document, Facet, Packed, alike, write};
/// let article = |id, names: &[&str]| Document {
///     id, text: "", zones: &[], title: None, date: None, payload: &[],
///     facets: names.iter().map(|name| (Facet::Person, (*name).to_owned())).collect(),
/// };
/// let bytes = write(&[article("a", &["x", "y"]), article("b", &["x", "y"]), article("c", &["x", "z"]), article("d", &["z"])]);
/// let index = Packed::open(&bytes)?;
/// let found = alike(&index.segment(), 0, &[Facet::Person]).answer().unwrap();
/// assert_eq!(found.likeness, [1000, 1000, 123, 0]);
/// assert_eq!(found.values[1], (Facet::Person, "y".into(), vec![0, 1]));
/// # Ok::<(), search::IndexError>(())
/// ```
pub fn alike(segment: &Segment<'_>, document: u32, facets: &[Facet]) -> Outcome<Alike> {
    let source = Source::new(*segment);
    let documents = source.len();
    let mut found = Alike::default();
    // Of each article: what it has in common with this one, and all that it has, in squares of weights.
    let mut sums: Vec<(u64, u64)> = vec![(0, 0); documents as usize];
    for facet in facets {
        source.values(*facet, |slug, list| {
            let mut with = Vec::with_capacity(list.len() as usize);
            list.each(|other, _| with.push(other));
            let here = with.binary_search(&document).is_ok();
            let weight = log2_in_16ths(documents, list.len());
            let square = weight * weight;
            for other in &with {
                if let Some((common, all)) = sums.get_mut(*other as usize) {
                    *common += if here { square } else { 0 };
                    *all += square;
                }
            }
            if here {
                found.values.push((*facet, slug.to_owned(), with));
            }
        });
    }
    let needs = missing([&source]);
    if !needs.is_empty() {
        return Outcome::Needs(needs);
    }
    let (_, own) = sums.get(document as usize).copied().unwrap_or_default();
    let cosine = |(common, all): &(u64, u64)| {
        let lengths = (own * all).isqrt();
        (common * 1000).checked_div(lengths).unwrap_or_default().min(1000) as u32
    };
    found.likeness = sums.iter().map(cosine).collect();
    Outcome::Answer(found)
}

/// log₂ of `all / some` in sixteenths, rounded down, by squaring what is left of it.
fn log2_in_16ths(all: u32, some: u32) -> u64 {
    const ONE: u64 = 1 << 31;
    let some = some.max(1);
    let ratio = u64::from(all.max(some)) * ONE / u64::from(some);
    let whole = u64::from(ratio.ilog2()) - 31;
    let mut rest = ratio >> whole;
    let mut log = whole;
    for _ in 0..4 {
        rest = rest * rest / ONE;
        log = log * 2 + u64::from(rest >= 2 * ONE);
        if rest >= 2 * ONE {
            rest /= 2;
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right_to_a_sixteenth() {
        for (all, some) in [
            (1, 1),
            (2, 1),
            (3, 2),
            (5, 4),
            (7, 1),
            (2000, 3),
            (u32::MAX, 1),
            (9, 9),
            (0, 0),
        ] {
            let exact = (f64::from(all.max(some)) / f64::from(some.max(1)))
                .log2()
                .max(0.0)
                * 16.0;
            let found = log2_in_16ths(all, some);
            #[allow(clippy::cast_precision_loss, reason = "below 512")]
            let off = exact - found as f64;
            assert!(
                (-0.001..1.001).contains(&off),
                "{all}/{some}: {found} for {exact}"
            );
        }
    }
}
