import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { asLines, fingerprint, keepCorpus, parseArticle, readCorpus } from './corpus.mjs';
import { synthetic } from './synthetic.mjs';

const folder = await mkdtemp(join(tmpdir(), 'songphuong-corpus-'));
after(() => rm(folder, { recursive: true }));

const LINES = '{"id":"a","title":"Một","text":"hai ba"}\n\n{"id":"b","title":"Bốn","text":"năm"}\n{"text":"sáu"}\n';

test('the synthetic corpus is the same on every machine', () => {
  assert.equal(fingerprint(asLines(synthetic(20))), 'd4985dfdbbe1');
});

test('synthetic articles look like articles', () => {
  const articles = synthetic(50);
  assert.equal(new Set(articles.map(({ id }) => id)).size, 50);
  const text = articles.map(({ text }) => text).join('\n');
  assert.equal(text, text.normalize('NFC'));
  // Both places of the tone, dates, names.
  assert.match(text, /o[àáảãạ](?!\p{L})/u);
  assert.match(text, /[òóỏõọ]a(?!\p{L})/u);
  assert.match(text, /ngày \d+\/\d+/);
  assert.match(text, /Nguyễn \p{Lu}/u);
  // As uneven as a language: the hundred commonest words cover a third of the text and more.
  const counts = new Map();
  const words = text.toLowerCase().match(/\p{L}+/gu);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts.values()]
    .toSorted((a, b) => b - a)
    .slice(0, 100)
    .reduce((sum, times) => sum + times);
  assert.ok(common / words.length > 0.33 && common / words.length < 0.8, String(common / words.length));
});

test('lines are read, blank ones passed over, up to the size', async () => {
  const path = join(folder, 'lines.jsonl');
  await writeFile(path, LINES);
  const { name, articles } = await readCorpus({ path });
  assert.equal(name, 'lines.jsonl');
  assert.deepEqual(
    articles.map(({ id, title }) => [id, title]),
    [
      ['a', 'Một'],
      ['b', 'Bốn'],
      ['lines.jsonl:4', ''],
    ],
  );
  assert.equal((await readCorpus({ path, size: 2 })).articles.length, 2);
});

test('files of xz are unpacked', { skip: spawnSync('xz', ['--version']).status !== 0 }, async () => {
  const path = join(folder, 'packed.jsonl.xz');
  await writeFile(path, spawnSync('xz', ['-c'], { input: LINES }).stdout);
  assert.equal((await readCorpus({ path })).articles.length, 3);
  assert.equal((await readCorpus({ path, size: 1 })).articles.length, 1);
  await writeFile(path, 'no xz');
  await assert.rejects(readCorpus({ path }), /xz cannot unpack/);
});

test('a missing xz is named', async () => {
  const path = process.env.PATH;
  process.env.PATH = folder;
  try {
    await writeFile(join(folder, 'x.xz'), '');
    await assert.rejects(readCorpus({ path: join(folder, 'x.xz') }), /the program xz is missing/);
  } finally {
    process.env.PATH = path;
  }
});

test('a folder gives an article for each text file', async () => {
  await writeFile(join(folder, '2.txt'), 'Một tiêu đề\n\nMột bài.\n');
  await writeFile(join(folder, '1.txt'), 'Không có tiêu đề');
  const { articles } = await readCorpus({ path: folder });
  assert.deepEqual(
    articles.map(({ id, title }) => [id, title]),
    [
      ['1', ''],
      ['2', 'Một tiêu đề'],
    ],
  );
});

test('what is no article is refused with its place', async () => {
  assert.throws(() => parseArticle('{', 'file:7'), /file:7 is no JSON/);
  assert.throws(() => parseArticle('null', 'file:7'), /file:7 has no "text"/);
  const path = join(folder, 'twice.jsonl');
  await writeFile(path, '{"id":1,"text":""}\n{"id":"1","text":""}\n');
  await assert.rejects(readCorpus({ path }), /two articles have the id 1/);
  await assert.rejects(readCorpus({ path: join(folder, 'none') }), /is not there/);
});

test('a corpus is kept under its hash', async () => {
  const articles = synthetic(3);
  const kept = await keepCorpus(folder, articles);
  assert.equal(await readFile(join(kept, 'corpus.jsonl'), 'utf8'), asLines(articles));
  assert.notEqual(await keepCorpus(folder, synthetic(4)), kept);
});
