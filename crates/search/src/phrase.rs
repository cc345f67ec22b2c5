//! Phrases in many texts, fast: which texts hold some atoms in a row, how often, and how well.
//!
//! All beginnings of the phrase that the codes read so far may be are bits of one number; a code moves each of them on
//! or drops it (R. Baeza-Yates and G. Gonnet, "A new approach to text searching", 1992). Three such numbers lie side by
//! side in one word, one for each accent level. Where one atom is written in few ways, all others are looked at only round
//! its places (see [`crate::anchor`]). What it finds is what [`crate::scan::Scanner::phrase`] finds.

use crate::anchor::{Anchor, Walk};
use crate::plan::Atom;
use crate::text::{FIRST_TOKEN, Lexicon, TextChunk, next_base, runs_on, zone_of_marker};
use corpus::ZoneKind;
use rustc_hash::FxHashMap;
use viet::Level;

/// Most atoms: a third of a word.
const MOST: usize = 21;
const LEVELS: [Level; 3] = [Level::Exact, Level::Variant, Level::AccentFree];

/// A phrase made ready for the texts of one segment.
#[derive(Debug)]
pub(crate) struct Phrase<'p> {
    /// For each code the atoms it may be, level by level.
    masks: Vec<u64>,
    shared: usize,
    /// Masks of the forms that the lexicon lacks.
    rare: FxHashMap<&'p [u8], u64>,
    first: u64,
    last: u64,
    length: usize,
    /// The atom to look for, where one is fit for it.
    anchor: Option<Anchor>,
}

impl<'p> Phrase<'p> {
    /// `None` for phrases that are not of this plain kind: with beginnings or slips, or very long.
    pub(crate) fn new(atoms: &'p [Atom], lexicon: &Lexicon) -> Option<Self> {
        let plain = |atom: &Atom| {
            atom.stem.is_none()
                && atom
                    .found
                    .iter()
                    .all(|found| found.whole && found.level < Level::Edit)
        };
        if atoms.is_empty() || atoms.len() > MOST || !atoms.iter().all(plain) {
            return None;
        }
        let shared = (FIRST_TOKEN + lexicon.len()) as usize;
        let lanes = |bit: usize, from: usize| {
            (from..LEVELS.len()).fold(0, |bits, lane| bits | 1 << (lane * MOST + bit))
        };
        let mut phrase = Self {
            masks: vec![0; shared],
            shared,
            rare: FxHashMap::default(),
            first: lanes(0, 0),
            last: lanes(atoms.len() - 1, 0),
            length: atoms.len(),
            anchor: anchor(atoms, lexicon),
        };
        for (at, atom) in atoms.iter().enumerate() {
            for found in &atom.found {
                let bits = lanes(at, found.level as usize);
                let code = lexicon
                    .rank(&found.form.norm)
                    .map(|rank| (FIRST_TOKEN + rank) as usize);
                match code.and_then(|code| phrase.masks.get_mut(code)) {
                    Some(mask) => *mask |= bits,
                    None => *phrase.rare.entry(found.form.norm.as_bytes()).or_default() |= bits,
                }
            }
        }
        Some(phrase)
    }

    /// Makes ready for the texts of a chunk.
    pub(crate) fn enter(&mut self, chunk: &TextChunk) {
        if self.rare.is_empty() {
            return;
        }
        self.masks.truncate(self.shared);
        let mask = |form: &[u8]| self.rare.get(form).copied().unwrap_or(0);
        self.masks.extend(chunk.local_bytes().map(mask));
    }

    /// Calls `found` with the kind of zone and the level of each place of the phrase in a text.
    pub(crate) fn find(&self, stream: &[u8], mut found: impl FnMut(ZoneKind, Level)) {
        let Some(anchor) = &self.anchor else {
            return self.find_by_bits(stream, found);
        };
        let mut walk = Walk::new(stream);
        anchor.each(stream, |end| {
            if let Some((kind, level)) = self.round(anchor.atom, end + 1, &mut walk) {
                found(kind, level);
            }
        });
    }

    /// The phrase whose atom of this number ends at `end`.
    fn round(&self, atom: usize, end: usize, walk: &mut Walk) -> Option<(ZoneKind, Level)> {
        let (code, start) = walk.ending(end)?;
        let mut levels = self.levels(code, atom)?;
        let mut place = start;
        for before in (0..atom).rev() {
            let (code, start) = walk.before(place)?;
            levels &= self.levels(code, before)?;
            place = start;
        }
        place = end;
        for after in atom + 1..self.length {
            let (code, end) = walk.after(place)?;
            levels &= self.levels(code, after)?;
            place = end;
        }
        // Each level holds the ones before it.
        let level = LEVELS.get(levels.trailing_zeros() as usize)?;
        Some((walk.kind(start), *level))
    }

    /// The levels at which a code is the atom of this number, a bit for each; `None` where it is not.
    #[inline]
    fn levels(&self, code: u32, atom: usize) -> Option<u32> {
        let mask = self.masks.get(code as usize)? >> atom;
        let bit = |lane: usize| ((mask >> (lane * MOST)) as u32 & 1) << lane;
        Some(bit(0) | bit(1) | bit(2)).filter(|levels| *levels != 0)
    }

    /// The same for any phrase.
    ///
    /// Whether a code has one byte or two is as good as chance, so nothing here branches on it: a byte that does not
    /// end its code leaves the state as it is.
    fn find_by_bits(&self, stream: &[u8], mut found: impl FnMut(ZoneKind, Level)) {
        let (mut state, mut kind) = (0_u64, ZoneKind::Body);
        // The bits of the code so far, and what its number of bytes adds.
        let (mut bits, mut base) = (0_u32, 0_u32);
        for byte in stream {
            bits = bits << 7 | u32::from(byte & 0x7F);
            // Bytes that end no code run over; what they make is a code of nothing.
            let code = bits.wrapping_add(base);
            let ends = *byte >= 0x80;
            let mask = self.masks.get(code as usize).copied().unwrap_or(0);
            let moved = (state << 1 | self.first) & mask;
            let token = code >= FIRST_TOKEN;
            state = if ends && token { moved } else { state };
            if ends && (state & self.last != 0 || !token) {
                if token {
                    let lane = (state & self.last).trailing_zeros() as usize / MOST;
                    found(kind, LEVELS.get(lane).copied().unwrap_or(Level::AccentFree));
                } else {
                    state = if runs_on(code, kind) { state } else { 0 };
                    kind = zone_of_marker(code).unwrap_or(kind);
                }
            }
            base = if ends { 0 } else { next_base(base) };
            bits = if ends { 0 } else { bits };
        }
    }
}

/// The rarest atom of those whose forms all chunks share.
fn anchor(atoms: &[Atom], lexicon: &Lexicon) -> Option<Anchor> {
    let fit = |(at, atom): (usize, &Atom)| {
        let codes: Option<Vec<u32>> = atom
            .found
            .iter()
            .map(|found| Some(FIRST_TOKEN + lexicon.rank(&found.form.norm)?))
            .collect();
        let anchor = Anchor::new(at, codes?.into_iter())?;
        let often: u32 = atom.found.iter().map(|found| found.form.documents()).sum();
        Some((often, anchor))
    };
    let fit = atoms.iter().enumerate().filter_map(fit);
    fit.min_by_key(|(often, _)| *often).map(|(_, anchor)| anchor)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::needless_for_each)] // a test that cannot go on has failed
mod tests {
    use super::*;
    use crate::codes::{put, put_text};
    use crate::model::{Document, ZoneSet};
    use crate::plan::{Manner, Plan};
    use crate::query::parse;
    use crate::scan::Scanner;
    use crate::source::{Packed, Source};
    use crate::write;
    use corpus::Zone;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;
    use std::sync::LazyLock;
    use viet::Span;

    /// Forms in the order of their codes: some with one byte, some with two, some with three.
    const FORMS: [&str; 10] = ["hòa", "hoà", "hóa", "hoa", "an", "ân", "nga", "kỳ", "kỹ", "ki"];
    const PHRASES: [&str; 12] = [
        "hoa",
        "hòa",
        "hoa an",
        "hòa ân",
        "an an",
        "an an an",
        "hoa hoa",
        "ky",
        "kỹ nga",
        "hoa an hoa an",
        "nga hoà hoa an ân",
        "an hoa an an hoa an",
    ];
    /// Numbers of tokens before the forms that the lexicon has late, and before those that it lacks.
    const FILLERS: [usize; 2] = [150, 16_500];

    /// A lexicon with the first seven forms, the tokens of a chunk with the other three, and the codes of all ten.
    struct Words {
        lexicon: Lexicon,
        chunk: Vec<u8>,
        codes: Vec<u32>,
    }

    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let filler = |at: usize| format!("x{at}");
        let mut shared: Vec<String> = FORMS[..4].iter().map(|form| (*form).to_owned()).collect();
        shared.extend((0..FILLERS[0]).map(filler));
        shared.extend(FORMS[4..7].iter().map(|form| (*form).to_owned()));
        let mut local = vec![FORMS[7].to_owned()];
        local.extend((FILLERS[0]..FILLERS[1]).map(filler));
        local.extend(FORMS[8..].iter().map(|form| (*form).to_owned()));
        let all: Vec<&String> = shared.iter().chain(&local).collect();
        let code = |form: &&str| FIRST_TOKEN + all.iter().position(|known| known == form).unwrap() as u32;
        let codes = FORMS.iter().map(code).collect();
        let mut bytes = Vec::new();
        put(&mut bytes, shared.len() as u32);
        shared.iter().for_each(|form| put_text(&mut bytes, form));
        put(&mut bytes, 0);
        let mut names = Vec::new();
        local.iter().for_each(|form| put_text(&mut names, form));
        let mut chunk = vec![0];
        put(&mut chunk, names.len() as u32);
        chunk.extend(names);
        Words {
            lexicon: Lexicon::read(&bytes),
            chunk,
            codes,
        }
    });

    /// An index in which all forms stand, so that phrases are planned for all of them.
    static INDEX: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let text = FORMS.join(" ");
        let zones = [Zone {
            span: Span::new(0, text.len()),
            kind: ZoneKind::Body,
        }];
        write(&[Document {
            id: "a",
            text: &text,
            zones: &zones,
            title: None,
            date: None,
            payload: &[],
            facets: Vec::new(),
        }])
    });

    /// A code as bytes of seven bits, the highest first, the last with its top bit set (see the grammar of texts).
    fn put_code(code: u32, out: &mut Vec<u8>) {
        let (rest, bytes) = match code {
            0..128 => (code, 1),
            128..16_512 => (code - 128, 2),
            _ => (code - 16_512, 3),
        };
        for place in (0..bytes).rev() {
            let last = if place == 0 { 0x80 } else { 0 };
            out.push((rest >> (7 * place) & 0x7F) as u8 | last);
        }
    }

    /// What the fast way finds in a stream and what the scan does.
    fn both(query: &str, stream: &[u8]) -> [Vec<(ZoneKind, Level)>; 2] {
        let packed = Packed::open(&INDEX).unwrap();
        let source = Source::new(packed.segment());
        let manner = Manner {
            open: false,
            accent_free: false,
            correct: false,
            transliterate: false,
        };
        let plan = Plan::new(&source, &parse(&format!("\"{query}\"")).0, manner);
        let leaf = &plan.leaves[0];
        let chunk = TextChunk::read(&WORDS.chunk);
        let mut fast = Phrase::new(plan.atoms_of(leaf), &WORDS.lexicon).unwrap();
        fast.enter(&chunk);
        let (mut found, mut by_bits) = (Vec::new(), Vec::new());
        fast.find(stream, |kind, level| found.push((kind, level)));
        fast.find_by_bits(stream, |kind, level| by_bits.push((kind, level)));
        // Bytes of which four and more end no code are written by nobody, and each way takes them as it likes.
        if !stream
            .windows(3)
            .any(|bytes| bytes.iter().all(|byte| *byte < 0x80))
        {
            assert_eq!(found, by_bits, "{query}");
        }
        let mut scanner = Scanner::new(&plan, &WORDS.lexicon);
        scanner.enter(&chunk);
        scanner.scan(stream);
        let there = scanner.phrase(leaf.atoms.clone(), ZoneSet::ALL);
        [
            found,
            there.iter().map(|place| (place.kind, place.level)).collect(),
        ]
    }

    proptest! {
        #[test]
        fn finds_what_the_scan_finds(
            query in select(PHRASES.to_vec()),
            codes in vec(prop_oneof![
                12 => (0..FORMS.len()).prop_map(|at| WORDS.codes[at]),
                2 => 0..FIRST_TOKEN,
                1 => FIRST_TOKEN..20_000_u32,
            ], 0..60),
        ) {
            let mut stream = Vec::new();
            codes.iter().for_each(|code| put_code(*code, &mut stream));
            let [fast, scanned] = both(query, &stream);
            prop_assert_eq!(fast, scanned, "{} in {:?}", query, codes);
        }

        #[test]
        fn any_bytes_are_a_stream(query in select(PHRASES.to_vec()), stream in vec(prop_oneof![any::<u8>(), Just(0x7F)], 0..60)) {
            both(query, &stream);
        }
    }

    #[test]
    fn streams_hold_codes_of_each_length_and_phrases_stand_in_them() {
        let lengths: Vec<usize> = [0, 6, 9]
            .iter()
            .map(|at| {
                let mut bytes = Vec::new();
                put_code(WORDS.codes[*at], &mut bytes);
                bytes.len()
            })
            .collect();
        assert_eq!(lengths, [1, 2, 3]);
        let mut stream = Vec::new();
        // kỹ nga, in a caption kì nga, kỹ. nga over the end of a sentence, not kỹ | nga of two captions
        for code in [8, 6].map(|at: usize| WORDS.codes[at]) {
            put_code(code, &mut stream);
        }
        put_code(1 + ZoneKind::Caption as u32, &mut stream);
        for code in [9, 6, 8].map(|at: usize| WORDS.codes[at]) {
            put_code(code, &mut stream);
        }
        put_code(0, &mut stream);
        for code in [6, 8].map(|at: usize| WORDS.codes[at]) {
            put_code(code, &mut stream);
        }
        put_code(1 + ZoneKind::Caption as u32, &mut stream);
        put_code(WORDS.codes[6], &mut stream);
        let [fast, scanned] = both("ky nga", &stream);
        assert_eq!(
            fast.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
            [ZoneKind::Body, ZoneKind::Caption, ZoneKind::Caption]
        );
        assert_eq!(fast, scanned);
    }

    #[test]
    fn other_phrases_are_left_to_the_scan() {
        let packed = Packed::open(&INDEX).unwrap();
        let source = Source::new(packed.segment());
        let manner = Manner {
            open: true,
            accent_free: false,
            correct: false,
            transliterate: false,
        };
        let long = format!("\"{}\"", vec!["an"; MOST + 1].join(" "));
        for query in ["\"hoa an*\"", "\"hoa ab~\"", "\"hoa a", &long] {
            let plan = Plan::new(&source, &parse(query).0, manner);
            assert!(
                Phrase::new(plan.atoms_of(&plan.leaves[0]), &WORDS.lexicon).is_none(),
                "{query}"
            );
        }
    }
}
