// A corpus that looks like Vietnamese news to a search engine and says nothing: syllables that Vietnamese spelling
// allows, drawn as unevenly as words are, put together to compounds, topics, names, dates, sentences and articles. The
// same size gives the same bytes everywhere.
import { between, pick, random, shuffled, zipf } from './random.mjs';

const ONSETS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'gi',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'p',
  'ph',
  'qu',
  'r',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
];

/** The vowel that carries the tone stands between dots. */
const RHYMES = `
  .a. .a.i .a.o .a.u .a.y .a.m .a.n .a.ng .a.nh .a.p .a.t .a.c .a.ch .ă.m .ă.n .ă.ng .ă.p .ă.t .ă.c .â.m .â.n .â.ng
  .â.p .â.t .â.c .â.u .â.y .e. .e.m .e.n .e.ng .e.p .e.t .e.o .ê. .ê.m .ê.n .ê.nh .ê.p .ê.t .ê.ch .ê.u .i. .i.m .i.n
  .i.nh .i.p .i.t .i.ch .i.u .i.a i.ê.m i.ê.n i.ê.ng i.ê.p i.ê.t i.ê.c i.ê.u .o. .o.i .o.m .o.n .o.ng .o.p .o.t .o.c
  .ô. .ô.i .ô.m .ô.n .ô.ng .ô.p .ô.t .ô.c .ơ. .ơ.i .ơ.m .ơ.n .ơ.p .ơ.t .u. .u.i .u.m .u.n .u.ng .u.p .u.t .u.c .u.a
  u.ô.i u.ô.m u.ô.n u.ô.ng u.ô.t u.ô.c .ư. .ư.i .ư.ng .ư.t .ư.c .ư.u .ư.a ư.ơ.i ư.ơ.m ư.ơ.n ư.ơ.ng ư.ơ.p ư.ơ.t ư.ơ.c
  o.a. o.a.i o.a.n o.a.ng o.a.nh o.a.t o.a.ch o.ă.n o.ă.c o.e. o.e.n u.ê. u.â.n u.â.t u.y. uy.ê.n uy.ê.t u.y.nh
`
  .trim()
  .split(/\s+/)
  .map((rhyme) => rhyme.split('.'));

/** Combining marks; the first is no tone. */
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
/** Syllables that end in a stop have one of two tones. */
const STOPPED = ['\u0301', '\u0323'];

/** How an onset is written before the first letter of a rhyme; nothing where the two do not meet. */
function spelt(onset, rhyme) {
  const first = rhyme.join('')[0];
  const front = 'eêi'.includes(first);
  const rounded = rhyme[0] === 'o' || rhyme[0].startsWith('u');
  if (rounded && ['b', 'm', 'p', 'ph', 'v', 'g', 'gi', 'qu', 'r'].includes(onset)) return undefined;
  if (onset === 'qu') return 'uoôươ'.includes(first) ? undefined : onset;
  if (onset === 'gi') return first === 'i' ? undefined : onset;
  if (onset === '') return first === 'i' && rhyme[0] === 'i' ? undefined : onset;
  if (!front) return onset;
  return { c: 'k', g: 'gh', ng: 'ngh' }[onset] ?? onset;
}

/** Syllables by their letters, each with all its tones, put in the new place (`hoà`). */
function syllables() {
  const all = [];
  for (const onset of ONSETS) {
    for (const rhyme of RHYMES) {
      const written = spelt(onset, rhyme);
      if (written === undefined) continue;
      const [before, vowel, after] = rhyme;
      const tones = /^(p|t|c|ch)$/.test(after) ? STOPPED : TONES;
      all.push(tones.map((tone) => (written + before + vowel + tone + after).normalize('NFC')));
    }
  }
  return all;
}

/** `hoà` as `hòa`: half of the outlets write the tone of open oa, oe, uy on the first vowel. */
function oldPlace(text) {
  return text
    .normalize('NFD')
    .replace(/(?<!q)([ou])([aey])([\u0300\u0301\u0309\u0303\u0323])(?![\p{L}\p{M}])/gu, (whole, first, second, tone) =>
      ['oa', 'oe', 'uy'].includes(first + second) ? first + tone + second : whole,
    )
    .normalize('NFC');
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Names of people and places elsewhere, out of pieces that no Vietnamese syllable looks like. */
function foreignNames(next, count) {
  const starts = [
    'Bran',
    'Kor',
    'Vel',
    'Stan',
    'Mar',
    'Dolg',
    'Fren',
    'Gra',
    'Hol',
    'Jar',
    'Lub',
    'Nor',
    'Ost',
    'Pet',
    'Rud',
    'Ser',
    'Tver',
    'Ulm',
    'Wal',
    'Zel',
  ];
  const middles = ['a', 'e', 'i', 'o', 'ana', 'eri', 'ilo', 'ova', 'uri', 'emi', 'aze', 'obe'];
  const ends = [
    'nov',
    'vsky',
    'ter',
    'dze',
    'lund',
    'mann',
    'ric',
    'stein',
    'ton',
    'vik',
    'ska',
    'burg',
    'rov',
    'leth',
    'dor',
  ];
  const names = new Set();
  while (names.size < count) names.add(pick(next, starts) + pick(next, middles) + pick(next, ends));
  return [...names];
}

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];

/** The words the articles are made of. */
function lexicon(next) {
  // Few letters and many tones: most syllables have sisters that differ in the tone alone, as in the language.
  const sisters = shuffled(next, syllables()).slice(0, 800).flat();
  const known = shuffled(
    next,
    sisters.filter(() => next() < 0.7),
  );
  const syllable = zipf(next, known, { shift: 40 });
  const compounds = new Set();
  while (compounds.size < 12000) {
    const [first, second] = [syllable(), syllable()];
    if (first !== second) compounds.add(`${first} ${second}`);
  }
  const ranked = [...compounds];
  const topics = Array.from({ length: 80 }, () => {
    const own = Array.from({ length: 150 }, () => pick(next, ranked));
    return zipf(next, own, { shift: 3 });
  });
  const given = Array.from(
    { length: 2500 },
    () => `${pick(next, FAMILIES)} ${capital(syllable())} ${capital(syllable())}`,
  );
  return {
    function: zipf(next, known.slice(0, 250), { shift: 5 }),
    compound: zipf(next, ranked, { shift: 60 }),
    name: zipf(next, given, { shift: 5 }),
    // Steeper than the rest: most of these are met once or twice in the whole corpus.
    foreign: zipf(next, foreignNames(next, 3000), { steep: true, shift: 30 }),
    topics,
  };
}

function date(next) {
  const [day, month, year] = [between(next, 1, 28), between(next, 1, 12), between(next, 2015, 2026)];
  return pick(next, [`ngày ${day}/${month}/${year}`, `ngày ${day}/${month}`, `tháng ${month}.${year}`, `năm ${year}`]);
}

function word(next, words, topic) {
  const kind = next();
  if (kind < 0.3) return words.function();
  if (kind < 0.55) return words.compound();
  if (kind < 0.93) return topic();
  if (kind < 0.96) return words.name();
  if (kind < 0.98) return words.foreign();
  return date(next);
}

function sentence(next, words, topic, length) {
  let text = capital(word(next, words, topic));
  for (let at = 1; at < length; at += 1) text += (next() < 0.06 ? ', ' : ' ') + word(next, words, topic);
  return text;
}

/** `size` articles. */
export function synthetic(size, seed = 2026) {
  const next = random(seed);
  const words = lexicon(next);
  return Array.from({ length: size }, (_, at) => {
    const topic = pick(next, words.topics);
    const title = sentence(next, words, topic, between(next, 5, 9));
    const paragraphs = Array.from({ length: between(next, 4, 12) }, () =>
      Array.from({ length: between(next, 1, 4) }, () => `${sentence(next, words, topic, between(next, 8, 24))}.`).join(
        ' ',
      ),
    );
    const place = next() < 0.5 ? oldPlace : (text) => text;
    return { id: `s-${String(at + 1).padStart(6, '0')}`, title: place(title), text: place(paragraphs.join('\n')) };
  });
}
