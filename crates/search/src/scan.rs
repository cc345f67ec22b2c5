//! The scan: where the syllables of a plan stand in one text, read from the codes of its tokens. Everything that needs
//! positions asks here: phrases, nearness, and what is marked.

use crate::lookup::function_words;
use crate::model::ZoneSet;
use crate::order::InOrder as _;
use crate::plan::Plan;
use crate::text::{FIRST_TOKEN, Lexicon, TextChunk, codes, runs_on, zone_of_marker};
use corpus::ZoneKind;
use rustc_hash::FxHashMap;
use viet::{Level, Syllable};

/// One place where an atom of the plan matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Its token (the first of a phrase).
    pub(crate) position: u32,
    /// Code of the form that stands there.
    pub(crate) code: u32,
    pub(crate) kind: ZoneKind,
    pub(crate) level: Level,
    /// Nothing had to be continued.
    pub(crate) whole: bool,
    /// A function word stands there.
    pub(crate) minor: bool,
    /// Number of its zone in the stream, the title beside the text among them.
    pub(crate) zone: u32,
    /// Number of the stretch of zones that phrases run on in.
    pub(crate) stretch: u32,
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    atom: u32,
    level: Level,
    whole: bool,
    minor: bool,
}

/// A plan's forms by their codes.
#[derive(Debug)]
pub(crate) struct Scanner<'p> {
    /// For each code the number of its row plus one, or 0.
    table: Vec<u32>,
    /// Number of codes that all chunks share.
    shared: usize,
    rows: Vec<Vec<Reading>>,
    by_form: FxHashMap<&'p str, u32>,
    /// Some form is none of those that all chunks share.
    rare: bool,
    /// Beginnings, by atom.
    stems: Vec<(u32, &'p Syllable, bool)>,
    /// The places found in the last text, atom by atom.
    places: Vec<Vec<Occurrence>>,
}

impl<'p> Scanner<'p> {
    pub(crate) fn new(plan: &'p Plan<'_>, lexicon: &'p Lexicon) -> Self {
        let shared = (FIRST_TOKEN + lexicon.len()) as usize;
        let mut scanner = Self {
            table: vec![0; shared],
            shared,
            rows: Vec::new(),
            by_form: FxHashMap::default(),
            rare: false,
            stems: Vec::new(),
            places: vec![Vec::new(); plan.atoms.len()],
        };
        for (number, atom) in (0..).zip(&plan.atoms) {
            for found in &atom.found {
                let norm = found.form.norm.as_str();
                scanner.add(lexicon, norm, number, found.level, found.whole);
            }
            if let (Some(stem), Some(union)) = (&atom.stem, &atom.union) {
                scanner.stems.push((number, stem, union.whole));
                for norm in lexicon.beginning(&stem.letters_as_written()) {
                    // What is found by itself is there already.
                    let level = stem.matches_prefix(&Syllable::new(norm));
                    let known = atom.found.iter().any(|found| found.form.norm == norm);
                    if let Some(level) = level.filter(|_| !known) {
                        scanner.add(lexicon, norm, number, level, union.whole);
                    }
                }
            }
        }
        scanner
    }

    fn add(&mut self, lexicon: &Lexicon, norm: &'p str, atom: u32, level: Level, whole: bool) {
        let next = self.rows.len() as u32;
        let row = *self.by_form.entry(norm).or_insert(next);
        if row == next {
            self.rows.push(Vec::new());
            let code = lexicon.rank(norm).map(|rank| (FIRST_TOKEN + rank) as usize);
            self.rare |= code.is_none();
            if let Some(slot) = code.and_then(|code| self.table.get_mut(code)) {
                *slot = row + 1;
            }
        }
        if let Some(readings) = self.rows.get_mut(row as usize) {
            let minor = function_words().contains(norm);
            readings.push(Reading {
                atom,
                level,
                whole,
                minor,
            });
        }
    }

    /// Makes ready for the texts of a chunk.
    pub(crate) fn enter(&mut self, chunk: &TextChunk) {
        self.table.truncate(self.shared);
        if !self.rare && self.stems.is_empty() {
            return;
        }
        for form in chunk.local() {
            let mut row = self.by_form.get(form).map_or(0, |row| row + 1);
            for (atom, stem, whole) in &self.stems {
                // The first letter tells most of them apart.
                let level = begins_alike(stem, form)
                    .then(|| stem.matches_prefix(&Syllable::new(form)))
                    .flatten();
                if let Some(level) = level {
                    let reading = Reading {
                        atom: *atom,
                        level,
                        whole: *whole,
                        minor: false,
                    };
                    if row == 0 {
                        self.rows.push(Vec::new());
                        row = self.rows.len() as u32;
                    }
                    let readings = self.rows.get_mut(row as usize - 1);
                    if let Some(readings) =
                        readings.filter(|readings| readings.iter().all(|other| other.atom != *atom))
                    {
                        readings.push(reading);
                    }
                }
            }
            self.table.push(row);
        }
    }

    /// Reads a text; afterwards [`Scanner::places`] has what was found.
    pub(crate) fn scan(&mut self, stream: &[u8]) {
        self.read(&codes(stream));
    }

    /// The same from its codes.
    pub(crate) fn read(&mut self, codes: &[u32]) {
        self.places.iter_mut().for_each(Vec::clear);
        let (mut position, mut zone, mut stretch) = (0, 0, 0);
        let mut kind = ZoneKind::Body;
        for code in codes.iter().copied() {
            if code < FIRST_TOKEN {
                stretch += u32::from(!runs_on(code, kind));
                if let Some(begun) = zone_of_marker(code) {
                    zone += 1;
                    kind = begun;
                }
                continue;
            }
            let row = self.table.get(code as usize).copied().unwrap_or(0);
            if row > 0 {
                for reading in self.rows.get(row as usize - 1).map_or(&[][..], Vec::as_slice) {
                    if let Some(places) = self.places.get_mut(reading.atom as usize) {
                        places.push(Occurrence {
                            position,
                            code,
                            kind,
                            level: reading.level,
                            whole: reading.whole,
                            minor: reading.minor,
                            zone,
                            stretch,
                        });
                    }
                }
            }
            position += 1;
        }
    }

    /// Where an atom stands in the text that was read last, ascending.
    pub(crate) fn places(&self, atom: usize) -> &[Occurrence] {
        self.places.get(atom).map_or(&[], Vec::as_slice)
    }

    /// Where atoms stand in a row in zones of these kinds: the place of the first, with the worst level.
    pub(crate) fn phrase(&self, atoms: std::ops::Range<usize>, zones: ZoneSet) -> Vec<Occurrence> {
        let Some(first) = atoms.clone().next() else {
            return Vec::new();
        };
        let mut rest: Vec<&[Occurrence]> = atoms.skip(1).map(|atom| self.places(atom)).collect();
        let starts = self.places(first).iter().filter(|start| zones.has(start.kind));
        starts.filter_map(|start| extend(*start, &mut rest)).collect()
    }

    /// Stretches that hold all atoms in one zone of these kinds with at most `slop` other tokens between them, in any
    /// order, none within another: first and last place.
    pub(crate) fn near(
        &self,
        atoms: std::ops::Range<usize>,
        slop: u32,
        zones: ZoneSet,
    ) -> Vec<(Occurrence, u32)> {
        let count = atoms.len();
        let mut all: Vec<(Occurrence, usize)> = Vec::new();
        for (number, atom) in atoms.enumerate() {
            let there = self.places(atom).iter().filter(|place| zones.has(place.kind));
            all.extend(there.map(|place| (*place, number)));
        }
        all.order_by_key(|(place, atom)| (place.position, *atom));
        let most = (count as u32).saturating_add(slop);
        let mut start = 0;
        let mut found: Vec<(Occurrence, u32)> = Vec::new();
        for (end, (last, _)) in all.iter().enumerate() {
            let next = all.get(end + 1);
            if next.is_some_and(|(next, _)| next.position == last.position) {
                continue;
            }
            let too_far =
                |first: &Occurrence| first.zone != last.zone || last.position - first.position >= most;
            while all.get(start).is_some_and(|(first, _)| too_far(first)) {
                start += 1;
            }
            let stretch = |from: usize| all.get(from..=end).unwrap_or(&[]);
            if !each_has_its_own(stretch(start), count) {
                continue;
            }
            // The shortest stretch that ends here; one that ends later begins no earlier.
            while each_has_its_own(stretch(start + 1), count) {
                start += 1;
            }
            let Some((first, _)) = all.get(start) else { break };
            let level = stretch(start).iter().map(|(place, _)| place.level).max();
            let mut place = *first;
            place.level = level.unwrap_or(place.level);
            if found.last().is_none_or(|(_, end)| *end < place.position) {
                found.push((place, last.position));
            }
        }
        found
    }
}

/// Whether two may begin with the same letter: quickly, and `true` where that is not quick.
fn begins_alike(stem: &Syllable, form: &str) -> bool {
    let (typed, written) = (stem.bare().bytes().next(), form.bytes().next());
    match (typed, written) {
        (Some(typed), Some(written)) if written.is_ascii() => typed == written,
        _ => true,
    }
}

/// Whether each of `count` atoms can have a token of its own, where one token may match several of them.
fn each_has_its_own(places: &[(Occurrence, usize)], count: usize) -> bool {
    if places.len() < count {
        return false;
    }
    let mut owners = Vec::with_capacity(count);
    (0..count).all(|atom| claim(atom, places, &mut owners, &mut Vec::new()))
}

/// Gives an atom a token, if need be one whose owner can have another (H. W. Kuhn, "The Hungarian method for the
/// assignment problem", 1955). `owners` are tokens with their atoms, `tried` tokens that were asked for.
fn claim(
    atom: usize,
    places: &[(Occurrence, usize)],
    owners: &mut Vec<(u32, usize)>,
    tried: &mut Vec<u32>,
) -> bool {
    for (place, _) in places.iter().filter(|(_, of)| *of == atom) {
        if tried.contains(&place.position) {
            continue;
        }
        tried.push(place.position);
        let Some(slot) = owners.iter().position(|(token, _)| *token == place.position) else {
            owners.push((place.position, atom));
            return true;
        };
        if claim(owners[slot].1, places, owners, tried) {
            owners[slot].1 = atom;
            return true;
        }
    }
    false
}

/// The phrase that begins at `start`, where the next tokens are in `rest`, list by list. Lists are cut at the front
/// as far as no later start can need them.
fn extend(start: Occurrence, rest: &mut [&[Occurrence]]) -> Option<Occurrence> {
    let mut whole = start;
    for (position, list) in (start.position.saturating_add(1)..).zip(rest) {
        let passed = list.partition_point(|place| place.position < position);
        *list = list.get(passed..).unwrap_or(&[]);
        let next = list
            .first()
            .filter(|place| place.position == position && place.stretch == start.stretch)?;
        whole.level = whole.level.max(next.level);
        whole.whole &= next.whole;
    }
    Some(whole)
}
