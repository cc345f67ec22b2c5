import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS, checkArticles, runChecks } from './checks.mjs';
import { accentFreeWords, bare } from './fold.mjs';
import { ACCENT_FREE, BINDING, Scan } from './scan.mjs';

const articles = checkArticles([{ id: 'x', title: 'Hợp tác', text: 'quốc phòng lâu dài, ba bá bà' }]);
const free = new Scan(articles, ACCENT_FREE);
const known = new Set(articles.flatMap(({ text }) => accentFreeWords(text)));

/** Whether two words are one letter apart. */
function close(a, b) {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}

/** `query` with each unknown word as the known one that is meant. */
const corrected = (query) =>
  accentFreeWords(query)
    .map((word) => (known.has(word) ? word : ([...known].find((other) => close(word, other)) ?? word)))
    .join(' ');

/** An engine that does all of it right, by reading everything. */
function perfect({ kind, query }) {
  const wanted = kind === 'typo' ? corrected(query) : query;
  const hits = new Scan(articles, BINDING).find({ kind, query: wanted });
  const exact = (place) =>
    wanted
      .normalize('NFC')
      .toLowerCase()
      .split(' ')
      .every((word) => articles[place].text.toLowerCase().split(' ').includes(word));
  const ordered = [...hits.filter(exact), ...hits.filter((place) => !exact(place))];
  const near = free.find({ kind, query: bare(wanted) }).filter((place) => !hits.includes(place));
  return { total: hits.length, ids: [...ordered, ...near].slice(0, 10).map((place) => articles[place].id) };
}

test('an engine that is right passes every check', async () => {
  const results = await runChecks(async (query) => perfect(query));
  assert.deepEqual(
    Object.entries(results).filter(([, result]) => result !== true),
    [],
  );
});

test('an engine that finds nothing, or everything, passes none', async () => {
  const nothing = await runChecks(async () => ({ total: 0, ids: [] }));
  assert.deepEqual(new Set(Object.values(nothing)), new Set([false]));
  const all = articles.map(({ id }) => id).toReversed();
  const everything = await runChecks(async () => ({ total: all.length, ids: all.slice(0, 10) }));
  assert.ok(
    Object.values(everything).every((result) => result === false),
    JSON.stringify(everything),
  );
});

test('words side by side are told from a phrase', async () => {
  const results = await runChecks(async ({ kind, query }) =>
    perfect({ kind: kind === 'phrase' ? 'multi' : kind, query }),
  );
  assert.deepEqual(
    Object.keys(CHECKS).filter((title) => results[title] !== true),
    Object.keys(CHECKS).filter((title) => title.startsWith('phrase')),
  );
});

test('errors are told from wrong answers', async () => {
  const results = await runChecks(async () => ({ total: -1, ids: [], error: 'broken' }));
  assert.deepEqual(new Set(Object.values(results)), new Set(['broken']));
});
