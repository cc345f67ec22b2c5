// Who is measured, and how each is set up.

/** What is done for every engine that lets its words be given. */
const FOLDED = 'folded words';

/** What that means, for the report. */
export const FOLDING = [
  'Folded words: NFD, marks removed, đ as d, lower case, cut at all but letters and digits; the same for every engine that',
  'lets its words be given.',
].join('\n');

/**
 * `name` is the one in tables and options; `module` names its files in `peers/`: what runs in the page and what builds its
 * index; `judged` names the truth its totals are held against; `lazy` ones fetch what an answer needs when it is asked for.
 */
export const CONTESTANTS = [
  {
    name: 'ours',
    module: 'ours',
    lazy: true,
    judged: 'binding',
    setting: 'as shipped: typed accents bind, missing ones stand for any; ten titles and passages with each answer',
  },
  {
    name: 'ours-ids',
    module: 'ours',
    variant: 'ids',
    judged: 'binding',
    setting: 'the same, but numbers of articles alone, as the other engines give them (`detail: \'ids\'`)',
  },
  {
    name: 'minisearch',
    module: 'minisearch',
    package: 'minisearch',
    judged: 'accentFree',
    setting: `${FOLDED}; AND, BM25+; last word as prefix or one edit where the kind asks for it; no phrases`,
  },
  {
    name: 'flexsearch-forward',
    module: 'flexsearch',
    variant: 'forward',
    package: 'flexsearch',
    judged: 'accentFree',
    setting: `${FOLDED}; tokenize forward, so every word is also a prefix; no phrases, no edits`,
  },
  {
    name: 'flexsearch-strict',
    module: 'flexsearch',
    variant: 'strict',
    package: 'flexsearch',
    judged: 'accentFree',
    setting: `${FOLDED}; tokenize strict; no prefixes, no phrases, no edits`,
  },
  {
    name: 'lunr',
    module: 'lunr',
    package: 'lunr',
    judged: 'accentFree',
    setting: `${FOLDED}; no stemmer, all terms required; trailing wildcard or one edit where the kind asks for it; no phrases`,
  },
  {
    name: 'sqlite',
    module: 'sqlite',
    package: '@sqlite.org/sqlite-wasm',
    judged: 'accentFree',
    setting: `FTS5 fed with ${FOLDED}; contentless, prefix='1 2', optimised; best ten by rank and count(*); no edits; index built by the same wasm in Node`,
  },
  {
    name: 'pagefind',
    module: 'pagefind',
    lazy: true,
    package: 'pagefind',
    judged: 'accentFree',
    setting:
      'its own words and folding (they cannot be given), language vi; quotes for phrases; ten titles and excerpts with each answer',
  },
  {
    name: 'tantivy',
    module: 'tantivy',
    crate: 'tantivy',
    judged: 'accentFree',
    setting: `${FOLDED}; AND, BM25, best ten and count; regex as prefix, one edit, phrases; opened from memory`,
  },
];

/** The contestants that a comma-separated list of peers asks for: ours and those, or all. */
export function chosen(peers) {
  if (peers === undefined) return CONTESTANTS;
  const wanted = peers
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of wanted) {
    if (!CONTESTANTS.some((contestant) => contestant.name === name)) {
      const known = CONTESTANTS.map((contestant) => contestant.name).join(', ');
      throw new Error(`${name} is no contestant: there are ${known}`);
    }
  }
  return CONTESTANTS.filter(({ name }) => name === 'ours' || wanted.includes(name));
}
