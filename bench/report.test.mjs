import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen } from './contestants.mjs';
import { firstOf } from './passes.mjs';
import { latencies, ratios, replaced, report, rightTotals, summarise } from './report.mjs';
import { digits, median, percent, quantile, table } from './tables.mjs';

const queries = [
  { kind: 'single', query: 'a' },
  { kind: 'compound', query: 'a b' },
  { kind: 'typo', query: 'c', meant: 'd' },
];
const truths = [{ binding: 1, accentFree: 2 }, { binding: 3, accentFree: 4 }, { places: [1] }];
const ids = ['zero', 'one'];

/** A session with the times of its queries and their totals. */
const session = (times, totals, more = {}) => ({
  ready: 100,
  loaded: { bytes: 1000, requests: 3 },
  memory: { after: { heap: 1e6, buffers: 2e6, wasm: 3e6, agent: 4e6 } },
  cold: times.map((time) => time * 2),
  warm: times,
  answers: totals.map((total, at) => ({ total, ids: at === 2 ? ['one'] : [] })),
  errors: [],
  ...more,
});

test('quantiles and medians are those of the numbers that are there', () => {
  assert.equal(quantile([3, 1, 2, NaN], 0.5), 2);
  assert.equal(quantile([1, 2], 0.99), 2);
  assert.equal(quantile([], 0.5), undefined);
  assert.equal(median([4, 1, undefined, 2, 3]), 2.5);
  assert.equal(median([]), undefined);
});

test('numbers keep the digits that count', () => {
  assert.deepEqual([1234.5, 12.34, 1.234, 0.1234, 0.01234, undefined].map(digits), [
    '1235',
    '12.3',
    '1.23',
    '0.12',
    '0.012',
    '–',
  ]);
  assert.deepEqual([percent(1, 3), percent(999, 1000), percent(5, 5), percent(0, 0)], ['33 %', '99 %', '100 %', '–']);
});

test('tables are even and safe for Markdown', () => {
  assert.equal(
    table([
      ['a', 'b'],
      ['x|y', 1],
    ]),
    '| a    |   b |\n| ---- | --: |\n| x\\|y |   1 |',
  );
});

test('latencies leave out what was not reached', () => {
  const { all, single, typo } = latencies([1, 3, Infinity], queries);
  assert.deepEqual(all, { count: 2, p50: 1, p99: 3 });
  assert.equal(single.count, 1);
  assert.equal(typo.count, 0);
});

test('totals are held against the rule the engine follows', () => {
  const answers = session([1, 1, 1], [1, 4, 9]).answers;
  const right = (judged) => rightTotals({ answers }, { queries, truths, judged, ids });
  assert.deepEqual(right('binding').all, { right: 1, of: 2 });
  assert.deepEqual(right('binding').single, { right: 1, of: 1 });
  assert.deepEqual(right('accentFree').compound, { right: 1, of: 1 });
  assert.deepEqual(right('accentFree').typo, { right: 1, of: 1 });
  assert.deepEqual(right('accentFree').phrase, { right: 0, of: 0 });
});

test('ratios are taken within a round', () => {
  // The machine was twice as slow in the second round; of that nothing is seen.
  const base = [session([1, 1, 1], []), session([2, 2, 2], []), session([2, 2, 2], [])];
  const other = [session([3, 3, 3], []), session([6, 6, 6], []), { failed: 'gone' }];
  assert.equal(ratios(base, other)['warm p50'], 3);
  assert.equal(ratios(base, other)['ready'], 1);
  assert.equal(ratios(base, [{ failed: 'gone' }])['ready'], undefined);
});

test('ratios are over the queries that both reached', () => {
  const slow = [session([10], [])];
  assert.equal(ratios([session([1, 1, 100], [])], slow)['warm p99'], 10);
});

test('cold ratios are over the queries that both cold passes reached', () => {
  const base = [session([1, 1, 100], [], { cold: [2, 2] })];
  const other = [session([1, 1, 1], [], { cold: [4, 4, 1000] })];
  assert.equal(ratios(base, other)['cold p99'], 2);
  assert.equal(ratios(base, other)['warm p99'], 0.01);
});

test('an answer is that of the first pass that reached its query', () => {
  assert.deepEqual(firstOf([['a'], ['A', 'b', 'c'], ['x', 'y'], ['1', '2', '3', '4']]), ['a', 'b', 'c', '4']);
  assert.deepEqual(firstOf([[], []]), []);
});

test('a summary takes the median of the rounds and ignores failed ones', () => {
  const sessions = [
    session([1, 5, 1], [1, 3, 0], { ready: 90 }),
    session([3, 3, 3], [1, 3, 0], { ready: 110 }),
    { failed: 'x' },
  ];
  const summary = summarise({ sessions, queries, truths, judged: 'binding', ids });
  assert.equal(summary.ready, 100);
  assert.equal(summary.warm.single.p50, 2);
  assert.equal(summary.warm.compound.p50, 4);
  assert.equal(summary.firstAnswer, 1000);
  assert.equal(summary.memory, 6e6);
  assert.equal(summarise({ sessions: [{ failed: 'x' }], queries, truths, judged: 'binding', ids }), undefined);
});

test('the first answer is what fresh pages loaded', () => {
  const firsts = [10, 30, 20].map((bytes) => ({ bytes }));
  const sessions = [session([1, 1, 1], [1, 3, 0], { firsts })];
  assert.equal(summarise({ sessions, queries, truths, judged: 'binding', ids }).firstAnswer, 20);
});

test('the report says who is missing and why', () => {
  const index = { size: { files: 1, raw: 2, sent: 1 }, milliseconds: 10 };
  const one = {
    name: 'minisearch',
    version: '7',
    setting: 'plain',
    sessions: [session([1, 1, 1], [2, 4, 0])],
    index,
    checks: { 'a check': true },
  };
  one.summary = summarise({ sessions: one.sessions, queries, truths, judged: 'accentFree', ids });
  const text = report({
    run: {
      corpus: { name: 'c', articles: 2, bytes: 10, hash: 'abc' },
      rounds: 1,
      budget: 8000,
      cold: 90_000,
      passes: 3,
      queries: 3,
      packing: 'brotli',
      machine: { cpus: '', system: '', node: '', browser: '', load: '' },
      command: 'cargo xtask bench search',
      partial: true,
    },
    contestants: [{ name: 'ours', failed: 'songphuong.js is not built yet', sessions: [] }, one],
  });
  assert.match(text, /- ours was not measured: songphuong\.js is not built yet/);
  assert.match(text, /ratios are to minisearch/);
  assert.match(text, /\| minisearch +\| +3\/3 \|.* 3\/3 \|/);
  assert.match(text, /asked \(nobody here\) after 90\.0 s/);
  assert.match(text, /\| a check +\| +Y \|/);
  assert.match(text, /the time was up/);
});

test('what is saved stands between the marks', () => {
  const document = 'a\n<!-- search:start -->\nold\n<!-- search:end -->\nb\n';
  const once = replaced(document, 'new');
  assert.equal(once, 'a\n<!-- search:start -->\n\nnew\n<!-- search:end -->\nb\n');
  assert.equal(replaced(once, 'new'), once);
  assert.throws(() => replaced('no marks', 'new'), /no <!-- search:start -->/);
});

test('peers are chosen by name beside ours', () => {
  assert.deepEqual(
    chosen('lunr, sqlite').map(({ name }) => name),
    ['ours', 'lunr', 'sqlite'],
  );
  assert.ok(chosen(undefined).length > 5);
  assert.throws(() => chosen('solr'), /solr is no contestant/);
});
