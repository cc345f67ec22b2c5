import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCENT_FREE, BINDING, Scan, truths } from './scan.mjs';

/** Whether the rule finds `query` in `text`. */
const finds = (rule, query, text, kind = 'multi') =>
  new Scan([{ title: '', text }], rule).find({ kind, query }).length === 1;
const binding = (query, text, kind) => finds(BINDING, query, text, kind);
const free = (query, text, kind) => finds(ACCENT_FREE, query, text, kind);

test('typed accents bind, missing ones stand for any', () => {
  for (const [query, text, expected] of [
    ['hòa', 'hòa', true],
    ['hoa', 'hòa', true],
    ['hoa', 'hoá', true],
    ['hòa', 'hóa', false],
    ['hòa', 'hoa', false],
    ['đoi', 'đối', true],
    ['đoi', 'dồi', false],
    ['doi', 'đội', true],
    ['đôi', 'đối', true],
    ['đôi', 'đói', false],
    ['hoà binh', 'hòa bình', true],
    ['hoà binh', 'hóa bình', false],
  ]) {
    assert.equal(binding(query, text), expected, `${query} in ${text}`);
  }
});

test('without accents all of them are one', () => {
  assert.ok(free('hóa', 'hòa'));
  assert.ok(free('dôi', 'đói'));
  assert.ok(!free('hoa', 'hoan'));
});

test('tone placement and final i and y are spellings of one word', () => {
  for (const [a, b] of [
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['kỹ', 'kĩ'],
    ['tỷ', 'tỉ'],
    ['quý', 'quí'],
  ]) {
    assert.ok(binding(a, b) && binding(b, a), `${a} ${b}`);
  }
  assert.ok(!binding('thuý', 'thúi'));
  assert.ok(!binding('tay', 'tai'));
});

test('composed and decomposed, upper and lower case, hidden characters are the same', () => {
  for (const [query, text] of [
    ['điện hạt nhân'.normalize('NFD'), 'Điện hạt nhân'],
    ['điện hạt nhân', 'Điện hạt nhân'.normalize('NFD')],
    ['ĐIỆN', '\u00d0iện'],
    ['Putin', 'Pu\u00adtin\u200e'],
  ]) {
    assert.ok(binding(query, text), `${query} in ${text}`);
  }
  assert.ok(free('DIEN', 'Điện'.normalize('NFD')));
});

test('words end at punctuation and need not stand together', () => {
  assert.ok(binding('nga việt', 'Việt-Nga'));
  assert.ok(binding('55 3', '3,55'));
  assert.ok(!binding('việt nga', 'Việt Nam'));
});

test('a tone that was typed twice is one', () => {
  assert.ok(binding('được', 'đượ\u0323c', 'single'));
  assert.ok(!binding('được', 'đượ\u0301c', 'single'));
  assert.ok(!binding('triển', 'trỉển', 'single'));
});

test('a phrase is in sequence, and not across title and text', () => {
  assert.ok(binding('hợp tác', 'sự hợp tác', 'phrase'));
  assert.ok(!binding('tác hợp', 'sự hợp tác', 'phrase'));
  assert.ok(!binding('hợp hợp tác', 'hợp tác', 'phrase'));
  assert.ok(binding('hợp tác', 'sự phối hợp.\nTác giả', 'phrase'));
  const apart = new Scan([{ title: 'sự hợp', text: 'tác' }], BINDING);
  assert.deepEqual(apart.find({ kind: 'phrase', query: 'hợp tác' }), []);
  assert.deepEqual(apart.find({ kind: 'multi', query: 'hợp tác' }), [0]);
});

test('only the last word of a prefix may be longer', () => {
  assert.ok(binding('hợp t', 'hợp tác', 'prefix'));
  assert.ok(binding('hợp ta', 'hợp tác', 'prefix'));
  assert.ok(!binding('hợp tà', 'hợp tác', 'prefix'));
  assert.ok(!binding('hợ tác', 'hợp tác', 'prefix'));
  assert.ok(binding('ky', 'kỳ', 'prefix') && binding('ky', 'kì', 'prefix'));
  assert.ok(free('hợp tà', 'hợp tác', 'prefix'));
});

test('truths tell both rules apart and leave typos to their articles', () => {
  const articles = [
    { title: '', text: 'hòa với Lavrov' },
    { title: 'hóa', text: '' },
  ];
  const queries = [
    { kind: 'single', query: 'hòa' },
    { kind: 'typo', query: 'Lavrop', meant: 'Lavrov' },
  ];
  assert.deepEqual(truths(articles, queries), [{ binding: 1, accentFree: 2 }, { places: [0] }]);
});

test('the scan agrees with a comparison of strings', () => {
  const texts = ['a b c', 'b c a', 'c c', 'a', 'ab c', ''];
  const scan = new Scan(
    texts.map((text) => ({ title: '', text })),
    ACCENT_FREE,
  );
  for (const query of ['a', 'b', 'c', 'a b', 'b c', 'c a', 'c c', 'a c', 'ab', 'd']) {
    const padded = texts.map((text) => ` ${text} `);
    const expect = (fits) => padded.flatMap((text, at) => (fits(text) ? [at] : []));
    assert.deepEqual(
      scan.find({ kind: 'phrase', query }),
      expect((text) => text.includes(` ${query} `)),
      query,
    );
    assert.deepEqual(
      scan.find({ kind: 'multi', query }),
      expect((text) => query.split(' ').every((word) => text.includes(` ${word} `))),
      query,
    );
    assert.deepEqual(
      scan.find({ kind: 'prefix', query }),
      expect((text) =>
        query.split(' ').every((word, at, all) => text.includes(` ${word}${at === all.length - 1 ? '' : ' '}`)),
      ),
      query,
    );
  }
});
