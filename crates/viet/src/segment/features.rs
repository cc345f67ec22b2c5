//! The features of a gap: what the model weighs.

use super::model::Dictionary;
use super::unit::{Gap, Unit};
use crate::hash::pair;

/// Calls `feature` with the hash of each feature of the gap before `units[at]`, where the word that may go on begins at
/// `units[start]`. The number of calls is fixed.
#[expect(
    clippy::many_single_char_names,
    reason = "syllables in their order, the gap between b and c"
)]
pub fn features(
    units: &[Unit],
    start: usize,
    at: usize,
    dictionary: Dictionary<'_>,
    mut feature: impl FnMut(u32),
) {
    let window = Window::around(units, at);
    let [z, a, b, c, d, e] = window.units;
    let gap = u32::from(c.gap == Gap::Hyphen);
    let shape = |units: &[Unit]| units.iter().fold(0, |sum, unit| sum * 8 + unit.kind as u32);
    let near = shape(&[b, c]) * 2 + gap;
    let has = |units: &[Unit]| u32::from(dictionary.has_word(units));
    let bits = |bits: &[u32]| bits.iter().fold(0, |sum, bit| sum * 2 + bit);

    let across = has(&[b, c]);
    let (left3, right3) = (has(&[a, b, c]), has(&[b, c, d]));
    let across4 = has(&[z, a, b, c]) | has(&[a, b, c, d]) | has(&[b, c, d, e]);
    let (before, after) = (has(&[a, b]), has(&[c, d]));
    let (before3, after3) = (has(&[z, a, b]), has(&[c, d, e]));
    let (alone_b, alone_c) = (has(&[b]), has(&[c]));
    let covered = bits(&[across, left3, right3, across4]);
    let rivals = bits(&[before, after, before3, after3]);
    let alone = bits(&[alone_b, alone_c]);
    let same = bits(&[
        u32::from(b.key == c.key),
        u32::from(b.onset == c.onset && b.onset != 0),
        u32::from(a.key == c.key && a.key != 0),
        u32::from(b.key == d.key),
    ]);

    let mut id = 0;
    let mut emit = |hash: u32| {
        id += 1;
        feature(pair(hash, id));
    };
    emit(gap);
    emit(b.key);
    emit(c.key);
    emit(a.key);
    emit(d.key);
    emit(pair(b.key, c.key));
    emit(pair(a.key, b.key));
    emit(pair(c.key, d.key));
    emit(pair(a.key, c.key));
    emit(pair(b.key, d.key));
    emit(near);
    emit(shape(&[a, b, c, d]) * 2 + gap);
    emit(pair(b.key, c.kind as u32));
    emit(pair(c.key, b.kind as u32));
    emit(pair(near, covered));
    emit(covered * 16 + rivals);
    emit((covered * 16 + rivals) * 4 + alone);
    emit(pair(b.key, across * 4 + bits(&[before, after])));
    emit(pair(c.key, across * 4 + bits(&[before, after])));
    emit(same * 2 + across);
    emit(pair(near, rivals * 2 + across));
    emit(shape(&[z, a, b, c, d, e]));
    let so_far = at.saturating_sub(start).min(4) as u32;
    let word = units.get(start..at).filter(|_| so_far < 4).unwrap_or_default();
    let longer = units.get(start..=at).filter(|_| so_far < 4).unwrap_or_default();
    let history = bits(&[has(word), has(longer)]) * 8 + so_far;
    emit(history);
    emit(pair(history, near));
    emit(pair(history, covered * 16 + rivals));
    emit(pair(history, b.key));
    emit(pair(history, c.key));
}

/// The units around a gap, three to each side; what lies beyond a break is an edge.
struct Window {
    units: [Unit; 6],
}

impl Window {
    fn around(units: &[Unit], at: usize) -> Self {
        let mut window = [Unit::EDGE; 6];
        let get = |at: Option<usize>| at.and_then(|at| units.get(at)).copied().unwrap_or(Unit::EDGE);
        let mut open = true;
        for back in 1..=3 {
            if open {
                let unit = get(at.checked_sub(back));
                window[3 - back] = unit;
                open = unit.gap != Gap::Break;
            }
        }
        window[3] = get(Some(at));
        for ahead in 1..=2 {
            let unit = get(at.checked_add(ahead));
            if unit.gap == Gap::Break {
                break;
            }
            window[3 + ahead] = unit;
        }
        Self { units: window }
    }
}
