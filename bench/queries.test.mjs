import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentFreeWords, bare } from './fold.mjs';
import { KINDS, PER_KIND, drawQueries } from './queries.mjs';
import { BINDING, Scan } from './scan.mjs';
import { synthetic } from './synthetic.mjs';

const articles = synthetic(300);
const queries = drawQueries(articles);
const of = (kind) => queries.filter((query) => query.kind === kind);

/** Edits between two words, as in every textbook. */
function distance(a, b) {
  let row = [...b, ''].map((_, at) => at);
  [...a].forEach((letter, down) => {
    const next = [down + 1];
    [...b].forEach((other, at) =>
      next.push(Math.min(next[at] + 1, row[at + 1] + 1, row[at] + (letter === other ? 0 : 1))),
    );
    row = next;
  });
  return row.at(-1);
}

test('every kind is drawn as often, and no query twice', () => {
  for (const kind of KINDS) {
    assert.equal(of(kind).length, PER_KIND, kind);
    assert.equal(new Set(of(kind).map(({ query }) => query)).size, PER_KIND, kind);
  }
});

test('the same corpus gives the same queries', () => {
  assert.deepEqual(drawQueries(synthetic(300)), queries);
  assert.notDeepEqual(drawQueries(articles, 41), queries);
});

test('kinds take turns, so that a part of the list holds all of them', () => {
  assert.deepEqual(
    queries.slice(0, KINDS.length).map(({ kind }) => kind),
    KINDS,
  );
});

test('what is drawn is found', () => {
  const scan = new Scan(articles, BINDING);
  for (const query of queries) {
    if (query.kind !== 'typo') assert.ok(scan.find(query).length > 0, `${query.kind}: ${query.query}`);
  }
});

test('queries have the shape of their kind', () => {
  const words = (kind) => new Set(of(kind).map(({ query }) => query.split(' ').length));
  assert.deepEqual(words('single'), new Set([1]));
  assert.deepEqual(words('compound'), new Set([2]));
  assert.deepEqual(words('multi'), new Set([3, 4]));
  assert.deepEqual(words('phrase'), new Set([3, 4]));
  for (const { query } of of('nodia')) assert.equal(query, bare(query));
  for (const { query } of of('prefix')) assert.ok([...query.split(' ').at(-1)].length <= 2, query);
  for (const { query } of of('rare')) assert.match(query, /^\p{Lu}/u);
});

test('a typo is one edit from a word of the corpus and no word itself', () => {
  const known = new Set(articles.flatMap(({ title, text }) => accentFreeWords(`${title}\n${text}`)));
  for (const { query, meant } of of('typo')) {
    assert.equal(distance(query, meant), 1, `${query} ${meant}`);
    assert.ok(known.has(meant.toLowerCase()) && !known.has(query.toLowerCase()), query);
  }
});

test('a corpus of one article gives what it has', () => {
  const few = drawQueries([{ id: 'a', title: 'Hội đàm', text: 'Hai bên hội đàm tại Hà Nội với ông Lavrov.' }]);
  assert.ok(few.length > 0 && few.length < KINDS.length * PER_KIND);
  assert.ok(few.some(({ kind, query }) => kind === 'rare' && query === 'Lavrov'));
});
