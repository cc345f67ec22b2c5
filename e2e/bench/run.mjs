// Measures the built page in a real browser: what it weighs, when it shows the first result, how fast it answers.
// `cargo xtask bench page` builds the page and starts this with --page DIR [--runs N] [--save README].
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';
import { observe } from './observe.mjs';
import { median, quantile, report } from './report.mjs';

const { values: options } = parseArgs({
  options: { page: { type: 'string' }, runs: { type: 'string', default: '5' }, save: { type: 'string' } },
});

/** Typed key by key: without accents, with them, as a phrase, with an exclusion. */
const QUERIES = ['dien hat nhan', 'đối tác chiến lược', '"hoà bình"', 'hop tac -asean'];

/** From one key to the next, in milliseconds: unhurried typing, so that every key has its own answer. */
const PAUSE = 300;

/** A slow phone as Lighthouse applies it (core/config/constants.js, mobileSlow4G): kilobits a second, milliseconds. */
const SLOW = { down: 1474.56, up: 675, latency: 562.5, cpu: 4 };

/** How long one looks at the first result of a slow visit, in milliseconds: what still shifts or blocks counts. */
const LOOK = 3000;

/** Makes a page as slow as that. */
async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  const bytes = (kilobits) => (kilobits * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: bytes(SLOW.down),
    uploadThroughput: bytes(SLOW.up),
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
}

/** One visit by somebody who was never here: a new browser with an empty profile. */
async function visit(url, { typing = false, slow = false }) {
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
    await page.addInitScript(observe);
    if (slow) await slowDown(page);
    await page.goto(url);
    const firstResult = await page.evaluate(() => window.measured.firstResult);
    const firstPaint = await page.evaluate(() => window.measured.firstPaint());
    await page.waitForLoadState('networkidle');
    if (slow) await page.waitForTimeout(LOOK);
    const [blocked, shifted] = await page.evaluate(() => [window.measured.blocked(), window.measured.shifted()]);
    const keys = typing ? await typeAll(page) : [];
    const longest = await page.evaluate(() => window.measured.longest());
    return { browser: browser.version(), firstPaint, firstResult, blocked, shifted, keys, longest };
  } finally {
    await browser.close();
  }
}

/** Types every query, and returns how long each key took until its results were painted. */
async function typeAll(page) {
  const box = page.getByRole('combobox').first();
  for (const query of QUERIES) {
    await box.fill('');
    await page.waitForTimeout(500);
    await page.evaluate(() => window.measured.startKeys());
    for (const key of query) {
      // Letters with accents come from an input method, not from a key.
      if (/[\x20-\x7e]/.test(key)) await page.keyboard.press(key === ' ' ? 'Space' : key);
      else await page.keyboard.insertText(key);
      await page.waitForTimeout(PAUSE);
    }
    await page.evaluate(() => window.measured.stopKeys());
  }
  return page.evaluate(() => window.measured.keys);
}

const server = await serve({ mounts: { '/': options.page }, brotli: true });
try {
  const url = `${server.url}/`;
  // The first visit makes the server compress the files, so only what it loads counts, not how long that takes.
  await visit(url, {});
  const files = [...server.sent];
  const visits = [];
  for (let run = 0; run < Number(options.runs); run += 1) visits.push(await visit(url, { typing: true }));
  const slow = [];
  for (let run = 0; run < Number(options.runs); run += 1) slow.push(await visit(url, { slow: true }));
  const keys = visits.flatMap((visit) => visit.keys);
  const middle = (visits) => {
    const of = (field) => median(visits.map((visit) => visit[field]));
    return Object.fromEntries(['firstPaint', 'firstResult', 'blocked', 'shifted'].map((field) => [field, of(field)]));
  };
  const table = report({
    files,
    here: middle(visits),
    slow: middle(slow),
    key: {
      median: median(keys),
      p95: quantile(keys, 0.95),
      count: keys.length,
      longest: Math.max(...visits.map(({ longest }) => longest)),
    },
    runs: visits.length,
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Chromium ${visits[0].browser}`,
  });
  console.log(`\n${table}`);
  if (options.save) await save(options.save, table);
} finally {
  await server.close();
}

/** Puts the table between the two marks of a file. */
async function save(file, table) {
  const text = await readFile(file, 'utf8');
  const block = /(<!-- bench:start -->\n)[\s\S]*?(<!-- bench:end -->)/;
  if (!block.test(text)) throw new Error(`${file} has no <!-- bench:start --> and <!-- bench:end -->`);
  await writeFile(file, text.replace(block, (_, start, end) => `${start}\n${table}\n${end}`));
  console.log(`\nwritten to ${file}`);
}
