// What is asked: eight kinds of queries, drawn from the corpus itself, the same ones for the same corpus.
import { bare } from './fold.mjs';
import { between, pick, pickByRank, random } from './random.mjs';

/** The kinds, in the order of the tables. */
export const KINDS = ['single', 'compound', 'multi', 'rare', 'prefix', 'typo', 'nodia', 'phrase'];

/** So many of each. */
export const PER_KIND = 40;

/** Chains of syllables are counted in so many articles: all of them would fill the memory. */
const SAMPLE = 1000;

/** Pieces of a text that no punctuation interrupts, each a list of words as they are written. */
function* pieces(text) {
  for (const piece of text.normalize('NFC').split(/[^\p{L}\p{M}\p{N} ]+/u)) {
    const words = piece.split(' ').filter((word) => word !== '');
    if (words.length > 0) yield words;
  }
}

const isSyllable = (word) => /^\p{Ll}{1,7}$/u.test(word);

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

/** Keys by falling count, those of equal count by their letters. */
const ranked = (map, fits = () => true) =>
  [...map]
    .filter(([key, times]) => fits(key, times))
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([key]) => key);

/** How many articles hold each word, pair, chain and name. */
function survey(articles, next) {
  const found = { words: new Map(), pairs: new Map(), chains: new Map(), names: new Map(), small: new Set() };
  const share = Math.min(1, SAMPLE / articles.length);
  for (const { title, text } of articles) {
    const sampled = next() < share;
    const seen = { words: new Set(), pairs: new Set(), chains: new Set(), names: new Set() };
    for (const written of pieces(`${title}\n${text}`)) {
      const words = written.map((word) => word.toLowerCase());
      for (let at = 0; at < words.length; at += 1) {
        seen.words.add(words[at]);
        if (words[at] === written[at]) found.small.add(words[at]);
        else if (at > 0 && /^\p{Lu}\p{Ll}{4,}$/u.test(written[at])) seen.names.add(written[at]);
        if (!sampled || !isSyllable(words[at])) continue;
        for (let length = 2; length <= 4 && at + length <= words.length; length += 1) {
          if (!isSyllable(words[at + length - 1])) break;
          (length === 2 ? seen.pairs : seen.chains).add(words.slice(at, at + length).join(' '));
        }
      }
    }
    for (const kind of Object.keys(seen)) for (const key of seen[kind]) count(found[kind], key);
  }
  return found;
}

/** The beginning of a syllable chain, its last syllable cut to one or two letters. */
function cut(next, chain) {
  const words = chain.split(' ');
  const last = [...words.pop()];
  const length = Math.min(Math.max(1, last.length - 1), between(next, 1, 2));
  return [...words, last.slice(0, length).join('')].join(' ');
}

/** A word with one letter too many, too few or wrong, never the first. */
function slip(next, word) {
  const letters = [...word];
  const at = between(next, 1, letters.length - 1);
  const letter = pick(
    next,
    [...'bcdghklmnpqrstvx'].filter((other) => other !== letters[at]),
  );
  letters.splice(at, pick(next, [0, 1, 1]), ...pick(next, [[letter], [letter], []]));
  return letters.join('');
}

/** Up to `PER_KIND` different ones that `draw` finds; fewer where a small corpus has no more. */
function several(draw) {
  const drawn = new Map();
  for (let attempt = 0; attempt < PER_KIND * 100 && drawn.size < PER_KIND; attempt += 1) {
    const query = draw();
    if (query !== undefined && !drawn.has(query.query)) drawn.set(query.query, query);
  }
  return [...drawn.values()];
}

/**
 * The queries of a corpus: `{kind, query}`, for typos with the word that is `meant`. Kinds take turns, so that a part of
 * the list, which is all a slow engine manages, holds as many of each.
 */
export function drawQueries(articles, seed = 40) {
  const next = random(seed);
  const { words, pairs, chains, names, small } = survey(articles, next);
  const singles = ranked(words, (word) => isSyllable(word) && word.length > 1);
  const compounds = ranked(pairs);
  const longer = ranked(chains, (_, times) => times > (articles.length > 100 ? 1 : 0));
  const few = Math.max(5, articles.length / 1000);
  const rare = ranked(names, (name, times) => times <= few && !small.has(name.toLowerCase()));
  const foreign = rare.filter((name) => /^[A-Za-z]{6,}$/.test(name));
  const from =
    (list, make, choose = pickByRank) =>
    () =>
      list.length > 0 ? make(choose(next, list)) : undefined;
  const plain = (kind) => (query) => ({ kind, query });
  const either = () => (next() < 0.5 ? compounds : longer);
  const draws = {
    single: from(singles, plain('single')),
    compound: from(compounds, plain('compound')),
    multi: from(longer, plain('multi')),
    rare: from(rare, plain('rare'), pick),
    prefix: () => from(either(), (chain) => ({ kind: 'prefix', query: cut(next, chain) }))(),
    typo: from(
      foreign,
      (meant) => {
        const query = slip(next, meant);
        return query === meant || words.has(query.toLowerCase()) ? undefined : { kind: 'typo', query, meant };
      },
      pick,
    ),
    nodia: () =>
      from(either(), (chain) => (bare(chain) === chain ? undefined : { kind: 'nodia', query: bare(chain) }))(),
    phrase: from(longer, plain('phrase')),
  };
  const drawn = KINDS.map((kind) => several(draws[kind]));
  return Array.from({ length: PER_KIND }, (_, turn) => drawn.map((list) => list[turn]))
    .flat()
    .filter((query) => query !== undefined);
}
