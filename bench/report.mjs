// What the sessions measured, as tables.
import { FOLDING } from './contestants.mjs';
import { KINDS } from './queries.mjs';
import { digits, median, megabytes, percent, quantile, seconds, table } from './tables.mjs';

/** What a contestant's sessions come to: each number the median of its rounds. */
export function summarise({ sessions, queries, truths, judged, ids }) {
  const done = sessions.filter((session) => session !== undefined && session.failed === undefined);
  if (done.length === 0) return undefined;
  const [first] = done;
  const middle = (value) => median(done.map(value));
  const perQuery = (field) => queries.map((_, at) => median(done.map((session) => session[field][at] ?? Infinity)));
  const firsts = done.find((session) => session.firsts !== undefined)?.firsts;
  return {
    ready: middle((session) => session.ready),
    readyRange: [Math.min(...done.map(({ ready }) => ready)), Math.max(...done.map(({ ready }) => ready))],
    loaded: middle((session) => session.loaded.bytes),
    // Nothing more is fetched for an answer unless the session saw it.
    firstAnswer: firsts ? median(firsts.map(({ bytes }) => bytes)) : middle((session) => session.loaded.bytes),
    memory: middle(memoryOf),
    agent: middle(({ memory }) => memory.after.agent),
    warm: latencies(perQuery('warm'), queries),
    cold: latencies(perQuery('cold'), queries),
    right: rightTotals(first, { queries, truths, judged, ids }),
    rounds: done.length,
    errors: first.errors,
  };
}

/** Median and slowest hundredth, of all queries and of each kind, of those that were reached. */
export function latencies(times, queries) {
  const of = (wanted) => {
    const reached = times.filter((time, at) => Number.isFinite(time) && wanted(queries[at]));
    return { count: reached.length, p50: quantile(reached, 0.5), p99: quantile(reached, 0.99) };
  };
  return {
    all: of(() => true),
    ...Object.fromEntries(KINDS.map((kind) => [kind, of((query) => query.kind === kind)])),
  };
}

/**
 * How many of the queries that were answered in any pass have the right total, of each kind and over all. A typo has no right total:
 * there it counts whether one of the first ten holds what was meant, and the sum leaves it out.
 */
export function rightTotals({ answers }, { queries, truths, judged, ids }) {
  const sums = Object.fromEntries(['all', ...KINDS].map((kind) => [kind, { right: 0, of: 0 }]));
  answers.forEach((answer, at) => {
    const { kind } = queries[at];
    const truth = truths[at];
    const typo = kind === 'typo';
    const meant = typo && new Set(truth.places.map((place) => ids[place]));
    const right = typo ? answer.ids.some((id) => meant.has(id)) : answer.total === truth[judged];
    for (const sum of typo ? [sums.typo] : [sums[kind], sums.all]) {
      sum.of += 1;
      sum.right += right ? 1 : 0;
    }
  });
  return sums;
}

const memoryOf = ({ memory: { after } }) => after.heap + after.buffers + after.wasm;

/** The numbers whose ratio to the first contestant's is shown; times of the first `reached` queries of a kind of passes. */
const COMPARED = {
  ready: ({ ready }) => ready,
  'bytes until ready': ({ loaded }) => loaded.bytes,
  memory: memoryOf,
  'warm p50': ({ warm }, reached) => quantile(warm.slice(0, reached.warm), 0.5),
  'warm p99': ({ warm }, reached) => quantile(warm.slice(0, reached.warm), 0.99),
  'cold p50': ({ cold }, reached) => quantile(cold.slice(0, reached.cold), 0.5),
  'cold p99': ({ cold }, reached) => quantile(cold.slice(0, reached.cold), 0.99),
};

/**
 * How many times as much `other` takes as `base`: within each round, over the queries that both reached, then the median
 * of the rounds.
 */
export function ratios(base, other) {
  const ratio = (value) => {
    const each = other.map((session, round) => {
      const own = base[round];
      if (own === undefined || own.failed !== undefined || session.failed !== undefined) return NaN;
      const both = (passes) => Math.min(own[passes].length, session[passes].length);
      const reached = { warm: both('warm'), cold: both('cold') };
      return value(session, reached) / value(own, reached);
    });
    return median(each);
  };
  return Object.fromEntries(Object.entries(COMPARED).map(([name, value]) => [name, ratio(value)]));
}

const tick = (result) => (result === true ? 'Y' : result === false ? '-' : '?');

/** The whole report in Markdown. */
export function report({ run, contestants }) {
  const measured = contestants.filter(({ summary }) => summary !== undefined);
  const sections = [
    about(run, measured),
    settings(measured),
    ...loading(measured),
    ...speed(measured, run),
    ...totals(measured),
    ...comparison(measured),
    ...correctness(contestants),
    ...missing(contestants),
  ];
  return `${sections.join('\n\n')}\n`;
}

function about(run, measured) {
  const [first] = measured;
  const { corpus, rounds, budget, cold, passes, queries, packing, machine, command, partial } = run;
  const lazy = measured.filter((contestant) => contestant.lazy).map(({ name }) => name);
  return [
    `Corpus: ${corpus.name}, ${corpus.articles} articles, ${megabytes(corpus.bytes)} MB of text, hash ${corpus.hash}.`,
    `Machine: ${machine.cpus}, ${machine.system}, Node ${machine.node}, Chromium ${machine.browser}, load ${machine.load} during the rounds.`,
    `Command: \`${command}\`.`,
    '',
    `${queries} queries of eight kinds, drawn from the corpus. Rounds: ${rounds}${partial ? ' (the time was up before more)' : ''}; in each round every`,
    'engine has a session of its own, one after the other: a new Chromium with an empty profile. Files come from 127.0.0.1',
    `compressed beforehand (${packing}). A session asks all queries once (cold) and ${passes} times more; of`,
    `these the least time counts (warm). A pass ends after ${seconds(budget)} s, the first one of engines that fetch as they are`,
    `asked (${lazy.join(', ') || 'nobody here'}) after ${seconds(cold)} s; the columns n say how many queries were reached.`,
    `Numbers are medians of the rounds; ratios are to ${first?.name ?? 'nobody'}, taken within each round over what both reached.`,
  ].join('\n');
}

const NAME = 'engine';

const settings = (measured) =>
  [
    'Engines and how they are set up:',
    '',
    ...measured.map(({ name, version, setting }) => `- **${name}** ${version}: ${setting}.`),
    '',
    FOLDING,
  ].join('\n');

function loading(measured) {
  const rows = measured.map(({ name, summary, index }) => [
    name,
    digits(summary.ready),
    `${digits(summary.readyRange[0])}–${digits(summary.readyRange[1])}`,
    megabytes(summary.loaded),
    megabytes(summary.firstAnswer),
    megabytes(summary.memory),
    megabytes(summary.agent),
    megabytes(index.size.sent),
    index.size.files,
    seconds(index.milliseconds),
  ]);
  const head = [
    NAME,
    'ready ms',
    'min–max',
    'MB until ready',
    'MB until 1st answer',
    'memory MB',
    'scripts with workers MB',
    'index MB',
    'files',
    'build s',
  ];
  return [
    '### Loading, memory, index',
    [
      'Ready: from the start of navigation until the first query can be asked. Bytes are bodies as sent, script and wasm of the',
      'engine included; until the first answer: median of first queries of each kind with an empty cache. Memory: script heap,',
      'buffers and wasm of the page after all passes and a collection; scripts with workers: what the browser counts for the',
      'scripts of the page and its workers together, without any wasm. Build: making the index on this machine, natively or in Node.',
    ].join('\n'),
    table([head, ...rows]),
  ];
}

function speed(measured, run) {
  const cell = ({ count, p50, p99 }) => (count === 0 ? '–' : `${digits(p50)} / ${digits(p99)}`);
  const rows = measured.map(({ name, summary: { warm, cold } }) => [
    name,
    `${warm.all.count}/${run.queries}`,
    digits(warm.all.p50),
    digits(warm.all.p99),
    `${cold.all.count}/${run.queries}`,
    digits(cold.all.p50),
    digits(cold.all.p99),
  ]);
  return [
    '### Latency in milliseconds',
    table([[NAME, 'warm n', 'warm p50', 'warm p99', 'cold n', 'cold p50', 'cold p99'], ...rows]),
    'Warm, by kind: p50 / p99.',
    table([
      [NAME, ...KINDS],
      ...measured.map(({ name, summary }) => [name, ...KINDS.map((kind) => cell(summary.warm[kind]))]),
    ]),
  ];
}

function totals(measured) {
  const share = ({ right, of }) => percent(right, of);
  return [
    '### Right totals',
    [
      'The share of queries, of those answered in any pass, whose total is that of a plain reading of all articles: for ours by its own rule (typed accents bind,',
      'missing ones stand for any, spelling variants are one word), for the others with all accents removed. Typos have no right',
      'total; there it counts whether the first ten hold an article with the word that was meant.',
    ].join('\n'),
    table([
      [NAME, 'all but typo', ...KINDS],
      ...measured.map(({ name, summary: { right } }) => [name, ...['all', ...KINDS].map((kind) => share(right[kind]))]),
    ]),
  ];
}

function comparison([base, ...others]) {
  if (base === undefined || others.length === 0) return [];
  const names = Object.keys(COMPARED);
  const rows = others.map(({ name, sessions }) => {
    const each = ratios(base.sessions, sessions);
    return [name, ...names.map((column) => digits(each[column]))];
  });
  return [`### Ratios: how many times as much as ${base.name}`, table([[NAME, ...names], ...rows])];
}

function correctness(contestants) {
  const checked = contestants.filter(({ checks }) => checks !== undefined);
  if (checked.length === 0) return [];
  const titles = Object.keys(checked[0].checks);
  const rows = titles.map((title) => [title, ...checked.map(({ checks }) => tick(checks[title]))]);
  const sum = checked.map(
    ({ checks }) => `${titles.filter((title) => checks[title] === true).length}/${titles.length}`,
  );
  return [
    '### Vietnamese',
    'Crafted articles among others of the corpus; Y right, - wrong, ? an error.',
    table([['check', ...checked.map(({ name }) => name)], ...rows, ['**right**', ...sum]]),
  ];
}

function missing(contestants) {
  const lines = contestants.flatMap(({ name, failed, summary }) => [
    ...(failed === undefined ? [] : [`- ${name} was not measured: ${failed}`]),
    ...(summary?.errors?.length > 0 ? [`- ${name} failed on some queries: ${summary.errors.join('; ')}`] : []),
  ]);
  return lines.length === 0 ? [] : ['### Left out', lines.join('\n')];
}

const START = '<!-- search:start -->\n';
const END = '<!-- search:end -->';

/** A document with what stands between the two marks replaced. */
export function replaced(document, text) {
  const [start, end] = [document.indexOf(START), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`the document has no ${START.trim()} and ${END}`);
  return `${document.slice(0, start + START.length)}\n${text}\n${document.slice(end)}`;
}
