//! Phrases in many texts, fast: which texts hold some atoms in a row, how often, and how well.
//!
//! All beginnings of the phrase that the codes read so far may be are bits of one number; a code moves each of them on
//! or drops it (R. Baeza-Yates and G. Gonnet, "A new approach to text searching", 1992). Three such numbers lie side by
//! side in one word, one for each accent level. What it finds is what [`crate::scan::Scanner::phrase`] finds.

use crate::plan::Atom;
use crate::text::{BESIDE, FIRST_TOKEN, Lexicon, TextChunk, next_base};
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
    rare: FxHashMap<&'p str, u64>,
    first: u64,
    last: u64,
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
        };
        for (at, atom) in atoms.iter().enumerate() {
            for found in &atom.found {
                let bits = lanes(at, found.level as usize);
                let code = lexicon
                    .rank(&found.form.norm)
                    .map(|rank| (FIRST_TOKEN + rank) as usize);
                match code.and_then(|code| phrase.masks.get_mut(code)) {
                    Some(mask) => *mask |= bits,
                    None => *phrase.rare.entry(&found.form.norm).or_default() |= bits,
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
        let mask = |form: &str| self.rare.get(form).copied().unwrap_or(0);
        self.masks.extend(chunk.local().into_iter().map(mask));
    }

    /// Calls `found` with the kind of zone and the level of each place of the phrase in a text.
    ///
    /// Whether a code has one byte or two is as good as chance, so nothing here branches on it: a byte that does not
    /// end its code leaves the state as it is.
    pub(crate) fn find(&self, stream: &[u8], mut found: impl FnMut(ZoneKind, Level)) {
        let (mut state, mut kind) = (0_u64, ZoneKind::Body);
        // The bits of the code so far, and what its number of bytes adds.
        let (mut bits, mut base) = (0_u32, 0_u32);
        for byte in stream {
            bits = bits << 7 | u32::from(byte & 0x7F);
            let code = bits + base;
            let ends = *byte >= 0x80;
            let mask = self.masks.get(code as usize).copied().unwrap_or(0);
            let moved = (state << 1 | self.first) & mask;
            state = if ends { moved } else { state };
            if ends && (state & self.last != 0 || code < FIRST_TOKEN) {
                if code >= FIRST_TOKEN {
                    let lane = (state & self.last).trailing_zeros() as usize / MOST;
                    found(kind, LEVELS.get(lane).copied().unwrap_or(Level::AccentFree));
                } else if code > 0 {
                    kind = match code {
                        BESIDE => ZoneKind::Title,
                        code => ZoneKind::ALL
                            .get(code as usize - 1)
                            .copied()
                            .unwrap_or(ZoneKind::Body),
                    };
                }
            }
            base = if ends { 0 } else { next_base(base) };
            bits = if ends { 0 } else { bits };
        }
    }
}
