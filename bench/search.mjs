// Measures search beside its peers. `cargo xtask bench search` prepares what this needs and starts it.
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, type } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, copyEngine, versionOf } from './bundle.mjs';
import { checkArticles, runChecks } from './checks.mjs';
import { chosen } from './contestants.mjs';
import { fingerprint, keepCorpus, readCorpus } from './corpus.mjs';
import { ensureIndex } from './indexes.mjs';
import { METHOD } from './pack.mjs';
import { drawQueries } from './queries.mjs';
import { replaced, report, summarise } from './report.mjs';
import { truths } from './scan.mjs';
import { pageOf, serve } from './server.mjs';
import { PASSES, ask, launch, openPage, session } from './session.mjs';
import { digits, median, megabytes, quantile, seconds } from './tables.mjs';

const HELP = `usage: node search.mjs --out FOLDER [--corpus FILE.jsonl[.xz]|FOLDER] [--size N] [--rounds N] [--peers a,b]
         [--budget SECONDS] [--cold SECONDS] [--minutes N] [--engine FOLDER] [--tantivy FOLDER] [--save FILE]`;

const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    corpus: { type: 'string' },
    size: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string' },
    budget: { type: 'string', default: '8' },
    cold: { type: 'string', default: '90' },
    minutes: { type: 'string', default: '15' },
    engine: { type: 'string' },
    tantivy: { type: 'string' },
    save: { type: 'string' },
  },
});

const here = fileURLToPath(new URL('.', import.meta.url));
const say = (text) => console.log(`    ${text}`);

/** A number of at least one that an option gives. */
function positive(name) {
  if (options[name] === undefined) return undefined;
  const number = Number(options[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} wants a number, not ${options[name]}`);
  return number;
}

/** So many other articles stand among those of the checks. */
const BALLAST = 300;

/** What must be there before a contestant can be measured, or why it is not. */
function lacks({ name, module }) {
  if (module === 'ours') {
    const engine = options.engine && join(options.engine, 'songphuong.js');
    if (!engine || !existsSync(engine)) return `${basename(engine ?? 'songphuong.js')} is not built yet`;
    if (!process.env.SONGPHUONG || !existsSync(process.env.SONGPHUONG))
      return 'the program songphuong is not built yet';
  }
  if (name === 'tantivy' && !(options.tantivy && existsSync(join(options.tantivy, 'tantivy_peer.js'))))
    return 'its crate is not built';
  return undefined;
}

/** The queries of a corpus with their truths: worked out once, kept beside it. */
async function questionsOf(folder, articles) {
  const sources = ['queries.mjs', 'scan.mjs', 'fold.mjs', 'random.mjs'].map((file) => readFile(join(here, file)));
  const file = join(folder, `questions-${fingerprint(...(await Promise.all(sources)))}.json`);
  const known = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (known !== undefined) return known;
  say('drawing the queries and reading all articles for the right totals');
  const queries = drawQueries(articles);
  const questions = { queries, truths: truths(articles, queries) };
  await writeFile(file, JSON.stringify(questions));
  return questions;
}

/** Serves the indexes of a corpus to the pages. */
function show(server, contestants, indexes, { library, engine }) {
  server.mounts = { '/library/': library, '/engine/': engine };
  for (const contestant of contestants) {
    const index = indexes.get(contestant.name);
    if (index.place === undefined) continue;
    server.pages[`/page/${contestant.name}`] = pageOf(contestant);
    server.mounts[`/indexes/${contestant.name}/`] = index.place;
  }
}

/** Builds what is missing of the indexes of a corpus; by name. */
async function indexAll(contestants, folder) {
  const indexes = new Map();
  for (const contestant of contestants) indexes.set(contestant.name, await ensureIndex(contestant, folder, say));
  return indexes;
}

/** Puts the checks to one contestant. */
async function check(server, { name }, ids) {
  const browser = await launch();
  try {
    const { page } = await openPage(await browser.newContext(), server, `${server.url}/page/${name}`);
    return await runChecks(async (query) => {
      const [answer] = await ask(page, [query], Infinity);
      return { ...answer, ids: answer.ids.map((id) => (typeof id === 'number' ? ids[id] : id)) };
    });
  } finally {
    await browser.close();
  }
}

/** One line on the terminal about a session. */
function line(round, name, result) {
  if (result.failed !== undefined) return `round ${round + 1}  ${name.padEnd(18)} failed: ${result.failed}`;
  const { ready, loaded, warm } = result;
  const times = `p50 ${digits(quantile(warm, 0.5))} p99 ${digits(quantile(warm, 0.99))} ms`;
  return `round ${round + 1}  ${name.padEnd(18)} ready ${digits(ready)} ms  ${megabytes(loaded.bytes)} MB  ${warm.length} queries ${times}`;
}

async function main() {
  if (options.out === undefined) throw new Error(HELP);
  const out = resolve(options.out);
  const rounds = positive('rounds');
  const budget = positive('budget') * 1000;
  const cold = Math.max(positive('cold') * 1000, budget);
  const corpus = await readCorpus({ path: options.corpus, size: positive('size') });
  const contestants = chosen(options.peers).map((contestant) => ({
    ...contestant,
    sessions: [],
    failed: lacks(contestant),
  }));
  for (const { name, failed } of contestants) if (failed !== undefined) say(`${name} is left out: ${failed}`);
  const present = contestants.filter(({ failed }) => failed === undefined);
  if (present.length === 0) throw new Error('nobody is left to be measured');
  for (const contestant of contestants) contestant.version = await versionOf(contestant);

  const places = { library: join(out, 'library'), engine: join(out, 'engine') };
  await mkdir(out, { recursive: true });
  await bundle({
    folder: places.library,
    modules: [...new Set(present.map(({ module }) => module))],
    tantivy: options.tantivy,
  });
  if (present.some(({ module }) => module === 'ours')) await copyEngine(options.engine, places.engine);

  const corpora = join(out, 'corpora');
  const folder = await keepCorpus(corpora, corpus.articles);
  say(`${corpus.name}: ${corpus.articles.length} articles, kept as ${basename(folder)}`);
  const crafted = checkArticles(corpus.articles.slice(0, BALLAST));
  const craftedFolder = await keepCorpus(corpora, crafted);
  const { queries, truths: right } = await questionsOf(folder, corpus.articles);
  const indexes = await indexAll(present, folder);
  const craftedIndexes = await indexAll(present, craftedFolder);
  for (const contestant of present) {
    contestant.index = indexes.get(contestant.name);
    contestant.failed = contestant.index.failed ?? craftedIndexes.get(contestant.name).failed;
    if (contestant.failed !== undefined) say(`${contestant.name} is left out: ${contestant.failed}`);
  }
  const able = present.filter(({ failed }) => failed === undefined);

  const server = await serve();
  const ids = corpus.articles.map(({ id }) => id);
  const loads = [];
  let browser = 'unknown';
  let partial = false;
  try {
    show(server, able, craftedIndexes, places);
    const craftedIds = crafted.map(({ id }) => id);
    for (const contestant of able) {
      contestant.checks = await check(server, contestant, craftedIds).catch((error) => {
        say(`the checks of ${contestant.name} failed: ${error.message}`);
      });
    }
    show(server, able, indexes, places);
    const end = performance.now() + positive('minutes') * 60_000;
    for (let round = 0; round < rounds; round += 1) {
      // The first round is always whole; later ones are begun while there is time.
      if (round > 0 && performance.now() > end) {
        partial = true;
        break;
      }
      for (const contestant of able) {
        // What fails once is not tried again: it costs minutes.
        if (contestant.sessions[0]?.failed !== undefined) continue;
        loads.push(loadavg()[0]);
        const result = await session({ contestant, server, queries, budget, cold, firsts: round === 0 }).catch((error) => ({
          failed: String(error.message ?? error).split('\n')[0],
        }));
        for (const answer of result.answers ?? [])
          answer.ids = answer.ids.map((id) => (typeof id === 'number' ? ids[id] : id));
        contestant.sessions[round] = result;
        browser = result.browser ?? browser;
        say(line(round, contestant.name, result));
      }
    }
  } finally {
    await server.close();
  }

  for (const contestant of able) {
    const { sessions, judged } = contestant;
    contestant.failed = sessions[0]?.failed;
    contestant.summary = summarise({ sessions, queries, truths: right, judged, ids });
  }
  const size = await stat(join(folder, 'corpus.jsonl'));
  const done = Math.max(...able.map(({ sessions }) => sessions.length));
  const run = {
    corpus: {
      name: corpus.name,
      articles: corpus.articles.length,
      bytes: size.size,
      hash: basename(folder).split('-')[1],
    },
    queries: queries.length,
    rounds: done,
    partial,
    budget,
    cold,
    passes: PASSES,
    packing: METHOD,
    machine: {
      cpus: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
      system: `${type()} ${release().split('-')[0]}`,
      node: process.versions.node,
      browser,
      load: digits(median(loads)),
    },
    command: commandLine(),
  };
  if (able.every(({ summary }) => summary === undefined)) throw new Error('no session went to its end');
  const text = report({ run, contestants });
  await writeFile(join(out, 'results.json'), JSON.stringify({ run, queries, truths: right, contestants }));
  await writeFile(join(out, 'search.md'), text);
  console.log(`\n${text}`);
  say(`kept as ${join(out, 'search.md')} and results.json`);
  if (options.save !== undefined) {
    await writeFile(options.save, replaced(await readFile(options.save, 'utf8'), text));
    say(`written to ${options.save}`);
  }
}

/** What one would type to get the same; a corpus by its name alone. */
function commandLine() {
  const words = ['cargo xtask bench search'];
  if (options.corpus !== undefined) words.push(`--corpus ${basename(options.corpus)}`);
  for (const name of ['size', 'peers']) if (options[name] !== undefined) words.push(`--${name} ${options[name]}`);
  if (options.rounds !== '3') words.push(`--rounds ${options.rounds}`);
  return words.join(' ');
}

const started = performance.now();
main().then(
  () => say(`all of it took ${seconds(performance.now() - started)} s`),
  (error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  },
);
