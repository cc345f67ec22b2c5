//! Chains: how much of a run of terms stands together in one document.

use crate::model::ZoneSet;
use crate::scan::Occurrence;
use viet::Level;

/// A longest stretch of adjacent tokens that matches adjacent terms of a run, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    /// Its first token.
    pub(crate) position: u32,
    /// The first of its terms.
    pub(crate) term: usize,
    /// Number of terms.
    pub(crate) length: usize,
    /// No term had to be continued.
    pub(crate) whole: bool,
    /// Some term of it stands in no better chain of this document.
    pub(crate) kept: bool,
    /// The worst level among its terms.
    pub(crate) level: Level,
    /// A function word by itself.
    pub(crate) minor: bool,
}

impl Chain {
    fn rank(&self) -> (usize, bool) {
        (self.length, self.whole)
    }
}

/// All chains of one run in one document.
#[derive(Clone, Debug)]
pub(crate) struct Chains<'l> {
    pub(crate) chains: Vec<Chain>,
    /// For each term its occurrences in the zones looked into, with the number of their chain.
    links: Vec<Vec<(&'l Occurrence, usize)>>,
}

/// Tokens within which two terms of a run count as near.
const NEAR: u32 = 8;

impl<'l> Chains<'l> {
    /// Joins the occurrences of the terms of a run, given term by term.
    pub(crate) fn new(zones: ZoneSet, terms: impl Iterator<Item = &'l [Occurrence]>) -> Self {
        let mut chains: Vec<Chain> = Vec::new();
        let mut links: Vec<Vec<(&Occurrence, usize)>> = Vec::new();
        for (term, occurrences) in terms.enumerate() {
            let mut before = links.last().map_or(&[][..], Vec::as_slice);
            let mut here = Vec::new();
            for occurrence in occurrences.iter().filter(|o| zones.has(o.kind)) {
                let position = occurrence.position;
                while before
                    .first()
                    .is_some_and(|(b, _)| b.position.saturating_add(1) < position)
                {
                    before = before.get(1..).unwrap_or(&[]);
                }
                let joined = before
                    .first()
                    .filter(|(b, _)| b.position.checked_add(1) == Some(position))
                    .filter(|(b, _)| b.stretch == occurrence.stretch)
                    .map(|(_, chain)| *chain);
                let number = joined.unwrap_or(chains.len());
                match chains.get_mut(number) {
                    Some(chain) => {
                        chain.length += 1;
                        chain.whole &= occurrence.whole;
                        chain.level = chain.level.max(occurrence.level);
                        chain.minor = false;
                    }
                    None => chains.push(Chain {
                        position,
                        term,
                        length: 1,
                        whole: occurrence.whole,
                        kept: false,
                        level: occurrence.level,
                        minor: occurrence.minor,
                    }),
                }
                here.push((occurrence, number));
            }
            links.push(here);
        }
        keep_the_best(&mut chains, links.len());
        Self { chains, links }
    }

    /// The occurrences of one term in chains that are kept.
    pub(crate) fn kept(&self, term: usize) -> impl Iterator<Item = (&'l Occurrence, usize)> + '_ {
        let links = self.links.get(term).map_or(&[][..], Vec::as_slice);
        let kept = |number: usize| self.chains.get(number).is_some_and(|chain| chain.kept);
        links.iter().copied().filter(move |(_, number)| kept(*number))
    }

    /// The chains to draw: those kept, without function words by themselves where there is anything else.
    pub(crate) fn drawn(&self) -> impl Iterator<Item = &Chain> {
        let more = self.chains.iter().any(|chain| chain.kept && !chain.minor);
        self.chains
            .iter()
            .filter(move |chain| chain.kept && !(more && chain.minor))
    }

    /// How well the run holds together: two for each pair of neighbouring terms side by side, one for each near, times
    /// the weight of the pair.
    pub(crate) fn halves(&self, weights: impl Iterator<Item = u32>) -> u32 {
        let pairs = (1..self.links.len()).zip(weights);
        pairs.map(|(term, weight)| self.pair(term) * weight).sum()
    }

    /// 2 where `term` stands beside the one before it, 1 where near it.
    fn pair(&self, term: usize) -> u32 {
        let joined = |chain: &Chain| chain.term < term && term < chain.term + chain.length;
        if self.chains.iter().any(joined) {
            return 2;
        }
        let all = |term: usize| self.links.get(term).map_or(&[][..], Vec::as_slice).iter();
        let mut before = all(term - 1).map(|(o, _)| o.position).peekable();
        let mut last = None;
        for (here, _) in all(term) {
            while let Some(position) = before.next_if(|position| *position <= here.position) {
                last = Some(position);
            }
            let near = |position: u32| here.position.abs_diff(position) <= NEAR;
            if last.is_some_and(near) || before.peek().copied().is_some_and(near) {
                return 1;
            }
        }
        0
    }
}

/// Keeps every chain that is the longest for one of its terms, complete words before continued ones.
fn keep_the_best(chains: &mut [Chain], terms: usize) {
    let mut best = vec![(0, false); terms];
    for chain in &*chains {
        for slot in best.iter_mut().skip(chain.term).take(chain.length) {
            *slot = chain.rank().max(*slot);
        }
    }
    for chain in chains {
        let mut own = best.iter().skip(chain.term).take(chain.length);
        chain.kept = own.any(|slot| *slot == chain.rank());
    }
}
