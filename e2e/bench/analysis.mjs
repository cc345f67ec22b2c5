// Measures the analysis in the reader's browser: how long a new worker takes for so much news, and where the time goes.
// `cargo xtask bench analysis` builds the page and starts this with --page DIR [--corpus FILE] [--runs N] [--save FILE].
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { readCorpus } from '../../bench/corpus.mjs';
import { digits, median, table } from '../../bench/tables.mjs';
import { launchOptions } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';

const { values: options } = parseArgs({
  options: {
    page: { type: 'string' },
    corpus: { type: 'string' },
    runs: { type: 'string', default: '5' },
    save: { type: 'string' },
  },
});

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MB = 1_000_000;

/** Files of articles, of `bytes` together, or all there are. */
function files(articles, bytes) {
  const files = [];
  let sum = 0;
  for (const { title, text } of articles) {
    if (sum >= bytes) break;
    const content = `${title}\n\n${text}\n`;
    files.push([`${String(files.length).padStart(6, '0')}.txt`, content]);
    sum += Buffer.byteLength(content);
  }
  return files;
}

/** One article without a space, of `bytes`. */
function unbroken(articles, bytes) {
  const text = Buffer.from(articles.map(({ text }) => text).join('').replaceAll(/\s/g, ''));
  const whole = Buffer.concat(Array(Math.ceil(bytes / text.length)).fill(text)).subarray(0, bytes);
  return [['unbroken.txt', whole.toString().replace(/\ufffd+$/, '')]];
}

/** Analyses files in a new worker, which the browser has never seen either; all times are from its start. */
async function measure(url, files) {
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/manifest.webmanifest`);
    const measured = await page.evaluate(
      (files) =>
        new Promise((resolve, reject) => {
          const contents = files.map(([name, text]) => [name, new TextEncoder().encode(text).buffer]);
          const start = performance.now();
          const seen = {};
          const worker = new Worker('/analyst/worker.js', { type: 'module' });
          worker.onerror = ({ message }) => reject(new Error(message || 'the analyst could not be loaded'));
          worker.onmessage = ({ data: { progress, corpus, failed } }) => {
            const now = performance.now() - start;
            if (failed) reject(new Error(failed));
            if (corpus) resolve({ seen: { ...seen, done: now }, bytes: corpus.byteLength });
            if (!progress) return;
            const [stage, done, of] = progress;
            seen[stage] ??= now;
            if (done === of) seen[`${stage} done`] = now;
          };
          worker.postMessage({ files: contents });
        }),
      files,
    );
    return { ...measured, browser: browser.version() };
  } finally {
    await browser.close();
  }
}

/** Milliseconds of each stage. */
const stages = ({ seen }) => ({
  load: seen.reading,
  read: seen.recognising - seen.reading,
  recognise: seen['recognising done'] - seen.recognising,
  link: seen.ledgers - seen['recognising done'],
  ledgers: seen.indexing - seen.ledgers,
  index: seen.done - seen.indexing,
  analysis: seen.done - seen.reading,
});

async function row(url, name, files, runs) {
  const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await measure(url, files));
  const middle = (stage) => median(all.map((one) => stages(one)[stage]));
  console.log(`    ${name}: ${all.map((one) => Math.round(stages(one).analysis)).join(', ')} ms`);
  const [load, ...times] = Object.keys(stages(all[0])).map(middle);
  const least = Math.min(...all.map((one) => stages(one).analysis));
  const analysis = times.at(-1);
  return {
    load,
    browser: all[0].browser,
    cells: [name, files.length, digits(bytes / MB), ...[...times, least, (analysis * MB) / bytes].map(digits)],
  };
}

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** What a folder's files weigh, raw and with brotli, each by itself as a host sends them. */
async function weight(folder, wanted) {
  const sum = { raw: 0, packed: 0 };
  for (const name of (await readdir(folder)).filter(wanted)) {
    const bytes = await readFile(join(folder, name));
    sum.raw += bytes.length;
    sum.packed += brotli(bytes);
  }
  return sum;
}

async function weights() {
  const at = (...parts) => join(ROOT, ...parts);
  const rows = [
    ['the program, loaded when it is wanted', await weight(join(options.page, 'analyst'), () => true)],
    ['in it: tables of names and words', await weight(at('data'), (name) => name.endsWith('.tsv'))],
    ['in it: words of page furniture, anniversaries', await weight(at('crates/corpus/data'), () => true)],
  ];
  return table([
    ['What is transferred, kB', 'as it is', 'brotli'],
    ...rows.map(([name, { raw, packed }]) => [name, kilobytes(raw), kilobytes(packed)]),
  ]);
}

const { name, articles } = await readCorpus({ path: options.corpus, size: options.corpus ? undefined : 2500 });
const server = await serve({ mounts: { '/': options.page } });
try {
  const runs = Number(options.runs);
  const rows = [
    await row(server.url, 'news', files(articles, MB), runs),
    await row(server.url, 'news', files(articles, 4 * MB), runs),
    await row(server.url, 'one article without a space', unbroken(articles, 5 * MB), runs),
  ];
  const report = [
    `Corpus: ${name}. Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Chromium ${rows[0].browser}, load ${digits(loadavg()[0])}.`,
    `Medians of ${runs} new browsers each, in milliseconds, and the least of all stages together; until the program was`,
    `there ${digits(rows[0].load)} ms from the same machine.`,
    '',
    table([
      ['', 'articles', 'MB', 'reading', 'recognition', 'linking', 'ledgers', 'indexing', 'together', 'least', 'a MB'],
      ...rows.map(({ cells }) => cells),
    ]),
    '',
    await weights(),
    '',
  ].join('\n');
  console.log(`\n${report}`);
  if (options.save) await save(options.save, report);
} finally {
  await server.close();
}

/** Puts the report between the two marks of a file. */
async function save(file, report) {
  const text = await readFile(file, 'utf8');
  const block = /(<!-- analysis:start -->\n)[\s\S]*?(<!-- analysis:end -->)/;
  if (!block.test(text)) throw new Error(`${file} has no <!-- analysis:start --> and <!-- analysis:end -->`);
  await writeFile(file, text.replace(block, (_, start, end) => `${start}\n${report}\n${end}`));
  console.log(`\nwritten to ${file}`);
}
