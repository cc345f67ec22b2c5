// The truth about a query, found by reading every article. It follows the rules that the README states and shares nothing
// with the engine, neither index nor code, so that the two can disagree.
import { accentFreeWords } from './fold.mjs';

const TONES = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
const isMark = (letter) => /^[\u0300-\u036f]$/.test(letter);

/** What is written inside words and shows nothing: joiners, direction marks, soft hyphen, byte order mark. */
const INVISIBLE = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]/gu;

/** Runs of letters and digits with their marks. */
const words = (text) =>
  text.replace(INVISIBLE, '').match(/[\p{Alphabetic}\p{N}][\p{Alphabetic}\p{N}\u0300-\u036f]*/gu) ?? [];

const OPEN_Y = new Set(['hy', 'ky', 'ly', 'my', 'sy', 'ty', 'quy']);

/** A written syllable: its bare letters, what each of them carries, and the tone of the whole. */
function takeApart(word) {
  const letters = [];
  const tones = [];
  for (const sign of word.replace(/[ÐƉ]/g, 'Đ').replace(/[ðɖ]/g, 'đ').toLowerCase().normalize('NFD')) {
    const last = letters.at(-1);
    if (!isMark(sign) || last === undefined)
      letters.push({ letter: sign === 'đ' ? 'd' : sign, marks: sign === 'đ' ? ['-'] : [], tone: '' });
    else if (!TONES.has(sign)) last.marks.push(sign);
    // The same tone once more on the same letter is a slip of the keyboard.
    else if (!tones.some(([letter, tone]) => letter === last && tone === sign)) tones.push([last, sign]);
  }
  // One tone is the syllable's, wherever it is put; more than one make it a foreign word.
  const tone = tones.length === 1 ? tones[0][1] : '';
  if (tones.length > 1) for (const [letter, sign] of tones) letter.tone += sign;
  for (const letter of letters) letter.marks = letter.marks.toSorted().join('');
  const bare = letters.map(({ letter }) => letter).join('');
  // A y that ends an open syllable may as well be written i.
  const spelling = OPEN_Y.has(bare) ? `${bare.slice(0, -1)}i` : bare;
  return { letters, tone, bare, spelling };
}

const binds = (typed, written) => typed === '' || typed === written;

/** Whether every accent of the typed letters stands in the written ones. */
const accentsBind = (typed, written) =>
  binds(typed.tone, written.tone) &&
  typed.letters.every(
    ({ marks, tone }, at) => binds(marks, written.letters[at].marks) && binds(tone, written.letters[at].tone),
  );

/** The rule of ours: accents that are typed bind, accents that are missing stand for any. */
const whole = (typed, written) => typed.spelling === written.spelling && accentsBind(typed, written);

const begins = (typed, written) =>
  whole(typed, written) || (written.bare.startsWith(typed.bare) && accentsBind(typed, written));

/** Typed accents bind. */
export const BINDING = { words, read: takeApart, whole, begins };

/** No accent counts: what an engine does whose words are folded. */
export const ACCENT_FREE = {
  words: accentFreeWords,
  read: (word) => word,
  whole: (typed, written) => typed === written,
  begins: (typed, written) => written.startsWith(typed),
};

/** Articles to be read through, under one of the two rules. */
export class Scan {
  /** Words get numbers, so that a word is compared with each spelling once and not at each place. */
  constructor(articles, rule) {
    this.rule = rule;
    this.forms = [];
    const numbers = new Map();
    const number = (word) => {
      let known = numbers.get(word);
      if (known === undefined) {
        known = this.forms.length;
        numbers.set(word, known);
        this.forms.push(rule.read(word));
      }
      return known;
    };
    // Title and text are apart: no phrase reaches from the one into the other.
    this.articles = articles.map(({ title, text }) => {
      const parts = [title, text].map((part) => Int32Array.from(rule.words(part), number));
      return { parts, distinct: [...new Set(parts.flatMap((part) => [...part]))] };
    });
  }

  /** The places in the list of the articles that hold the query, which is read as its kind says. */
  find({ kind, query }) {
    const typed = this.rule.words(query);
    const accepted = typed.map((word, at) => {
      const form = this.rule.read(word);
      const fits = kind === 'prefix' && at === typed.length - 1 ? this.rule.begins : this.rule.whole;
      return Uint8Array.from(this.forms, (written) => (fits(form, written) ? 1 : 0));
    });
    const found = [];
    this.articles.forEach(({ parts, distinct }, at) => {
      if (!accepted.every((fits) => holdsOne(distinct, fits))) return;
      if (kind !== 'phrase' || parts.some((part) => inSequence(part, accepted))) found.push(at);
    });
    return found;
  }
}

function holdsOne(words, fits) {
  for (let at = 0; at < words.length; at += 1) if (fits[words[at]] === 1) return true;
  return false;
}

/** Whether the words stand one after the other. */
function inSequence(words, accepted) {
  for (let start = 0; start + accepted.length <= words.length; start += 1) {
    let length = 0;
    while (length < accepted.length && accepted[length][words[start + length]] === 1) length += 1;
    if (length === accepted.length) return true;
  }
  return false;
}

/**
 * For each query the right totals: `binding` for ours, `accentFree` for the peers; for a typo no total but the `places`
 * of the articles that hold what was meant.
 */
export function truths(articles, queries) {
  const binding = new Scan(articles, BINDING);
  const accentFree = new Scan(articles, ACCENT_FREE);
  return queries.map((query) =>
    query.kind === 'typo'
      ? { places: accentFree.find({ kind: 'single', query: query.meant }) }
      : { binding: binding.find(query).length, accentFree: accentFree.find(query).length },
  );
}
