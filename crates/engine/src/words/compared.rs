//! The words of two sets of articles beside each other.

use super::frequencies::keywords;
use super::text::{Text, texts};
use super::{Cutter, Vocabulary, zones};
use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{Compared, Side};
use crate::view::{View, both, spread};

/// Which words stand on one side more often than on the other. Each side is its articles, and the view that reads them; of
/// those, as many are read as of any view, in runs that stand evenly among them.
pub(crate) fn compared(
    engine: &Engine<'_>,
    views: [&View<'_>; 2],
    articles: [&[u32]; 2],
    (offset, limit): (usize, usize),
) -> Result<Compared, Needs> {
    let [a, b] = [0, 1].map(|side| views[side].read_those(&spread(articles[side])));
    let ((a, b), lexis) = both(both(a, b), engine.lexis())?;
    // Words are counted in the same zones on both sides.
    let mut looked = zones(views[0], &a);
    for zone in zones(views[1], &b) {
        if !looked.contains(&zone) {
            looked.push(zone);
        }
    }
    let mut vocabulary = Vocabulary::new(false);
    let cutter = Cutter::new(lexis, &mut vocabulary);
    let read = [a.len() as u32, b.len() as u32];
    let [a, b] = [a, b].map(|read| texts(&read, &looked, &cutter, &mut vocabulary));
    let [more, less] = [Side::More, Side::Less].map(|side| keywords(&a, &b, side, &vocabulary).1);
    let totals = [more.len() as u32, less.len() as u32];
    let [more, less] = [more, less].map(|rows| rows.into_iter().skip(offset).take(limit).collect());
    Ok(Compared::Words {
        read,
        words: [a, b].map(|texts| texts.iter().map(Text::len).sum()),
        totals,
        more,
        less,
    })
}
