//! Passage anchors: short names of paragraphs that survive a rebuild.

use search::InOrder as _;

/// An anchor for each text: `p-` and the first hex digits, four or more, of a hash of its syllables. Case,
/// punctuation and spelling of the tone do not matter, so a link survives small corrections; equal paragraphs
/// get a number at the end.
///
/// ```
/// let anchors = engine::anchors(["Hòa bình.", "hoà  bình", "Ổn định"]);
/// assert_eq!(anchors[1], format!("{}-2", anchors[0]));
/// ```
pub fn anchors<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let hashes: Vec<u64> = texts.into_iter().map(hash).collect();
    let mut sorted = hashes.clone();
    sorted.order_by(Ord::cmp);
    sorted.dedup();
    let mut seen = vec![0; sorted.len()];
    let mut out = Vec::with_capacity(hashes.len());
    for hash in hashes {
        let at = sorted.partition_point(|other| *other < hash);
        let digits = digits_needed(hash, at, &sorted);
        let name = format!("p-{}", &format!("{hash:016x}")[..digits]);
        seen[at] += 1;
        out.push(match seen[at] {
            1 => name,
            count => format!("{name}-{count}"),
        });
    }
    out
}

/// Syllables of a beginning.
const BEGINNING: usize = 4;

/// What a passage begins with, in four hex digits: a hash of its first syllables, as [`anchors`] are of all. Whoever looks
/// for a passage whose anchor is gone may find one that begins like it.
///
/// ```
/// let text = "Hai bên nhất trí tăng cường hợp tác.";
/// assert_eq!(engine::beginning(text), engine::beginning("Hai bên nhất trí thúc đẩy hợp tác."));
/// assert_ne!(engine::beginning(text), engine::beginning("Hai bên trao đổi."));
/// ```
pub fn beginning(text: &str) -> String {
    let all = format!("{:016x}", hash_of(viet::tokens(text).take(BEGINNING)));
    all[..4].to_owned()
}

/// How many hex digits, at least four, tell `hash`, which stands at a place, from all others: one more than it shares with a neighbour.
fn digits_needed(hash: u64, at: usize, sorted: &[u64]) -> usize {
    let shared = |other: Option<&u64>| other.map_or(0, |other| (other ^ hash).leading_zeros() as usize / 4);
    let before = at.checked_sub(1).and_then(|at| sorted.get(at));
    (shared(before).max(shared(sorted.get(at + 1))) + 1).clamp(4, 16)
}

/// FNV-1a (Fowler, Noll, Vo; 64 bits) over the bare syllables.
fn hash(text: &str) -> u64 {
    hash_of(viet::tokens(text))
}

fn hash_of(tokens: impl Iterator<Item = viet::Token>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    tokens.fold(0xcbf2_9ce4_8422_2325, |hash, token| {
        step(token.syllable.bare().bytes().fold(hash, step), b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn different_paragraphs_get_different_anchors() {
        let texts: Vec<String> = (0..2000).map(|n| format!("đoạn {n}")).collect();
        let found = anchors(texts.iter().map(String::as_str));
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), texts.len());
        assert!(found.iter().all(|a| a.len() >= 6));
    }

    #[test]
    fn an_anchor_is_fixed_by_the_text_alone() {
        assert_eq!(anchors(["Hai bên nhất trí."]), anchors(["hai bên nhất trí"]));
        assert_ne!(anchors(["Hai bên nhất trí."]), anchors(["Hai bên"]));
    }
}
