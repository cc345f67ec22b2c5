// One session: a browser that was never used, one contestant, everything that is measured of it.
import { chromium } from 'playwright-core';
import { launchOptions } from '../e2e/support/chromium.mjs';
import { firstOf } from './passes.mjs';

/** A page that is not ready by then has failed. */
const PATIENCE = 180_000;

/** Warm passes; the least time of them is what a query costs when nothing else runs. */
export const PASSES = 3;

/** So many queries between two looks at the clock of the pass. */
const CHUNK = 20;

/** Starts a browser with an empty profile, whose pages may ask at once how much memory they hold. */
export const launch = () =>
  chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, '--enable-blink-features=ForceEagerMeasureMemory'],
  });

/**
 * Opens the page of a contestant and waits until it can be asked; gives the page and the time since navigation.
 * The server counts from there on.
 */
export async function openPage(context, server, url) {
  const page = await context.newPage();
  // The first navigation of a browser pays for starting its processes; that is nobody's fault.
  await page.goto(`${server.url}/blank`);
  server.sent = { requests: 0, bytes: 0 };
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.contestant !== undefined, undefined, { timeout: PATIENCE, polling: 10 });
  const { ready, failed, isolated } = await page.evaluate(() => ({
    ready: window.contestant.ready,
    failed: window.contestant.failed,
    isolated: crossOriginIsolated,
  }));
  if (failed !== undefined) throw new Error(failed);
  if (!isolated) throw new Error('the page is not isolated, so its clock is too coarse');
  return { page, ready };
}

/** Asks some queries one after the other while the budget lasts. An engine that never answers has failed. */
export const ask = (page, queries, budget) => within(PATIENCE, evaluateAll(page, queries, budget));

/** What a promise gives, unless that takes longer. */
async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

const evaluateAll = (page, queries, budget) =>
  page.evaluate(
    async ([queries, budget]) => {
      const answers = [];
      let used = 0;
      for (const query of queries) {
        if (used > budget) break;
        const start = performance.now();
        let answer;
        try {
          answer = await window.contestant.engine.search(query);
        } catch (error) {
          answer = { total: -1, ids: [], error: String(error).slice(0, 200) };
        }
        const milliseconds = performance.now() - start;
        used += milliseconds;
        answers.push({ milliseconds, total: answer.total, ids: answer.ids, error: answer.error });
      }
      return answers;
    },
    [queries.map(({ kind, query }) => ({ kind, query })), budget],
  );

/** All queries once, as far as the budget goes. */
async function pass(page, queries, budget) {
  const answers = [];
  let left = budget;
  while (answers.length < queries.length && left > 0) {
    const some = await ask(page, queries.slice(answers.length, answers.length + CHUNK), left);
    answers.push(...some);
    left -= some.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  }
  return answers;
}

/** Memory after a collection, in bytes: the script heap of the page, the wasm it names, and what the browser counts. */
async function memory(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  const { wasm, agent } = await page.evaluate(async () => ({
    wasm: window.contestant.engine.memory?.() ?? 0,
    // Workers too, which the heap of the page leaves out.
    agent: (await performance.measureUserAgentSpecificMemory()).bytes,
  }));
  return { heap: usedSize, buffers: backingStorageSize ?? 0, wasm, agent };
}

/** The cost of a first answer in pages whose cache is empty: bytes and time since navigation. */
async function firstAnswers(browser, server, url, queries) {
  const firsts = [];
  for (const query of queries) {
    const context = await browser.newContext();
    const { page, ready } = await openPage(context, server, url);
    const [{ milliseconds }] = await ask(page, [query], Infinity);
    firsts.push({ kind: query.kind, ...server.sent, milliseconds: ready + milliseconds });
    await context.close();
  }
  return firsts;
}

/** One query of each kind: the first answers that are taken. */
const oneOfEach = (queries) =>
  [...new Map(queries.toReversed().map((query) => [query.kind, query])).values()].toReversed();

/**
 * Measures one contestant. `budget` is what each pass may take in milliseconds, `cold` the first one of an engine that
 * fetches what it needs as it is asked. With `firsts`, and if answers make the page load more, fresh pages find out what the
 * first answer costs.
 */
export async function session({ contestant, server, queries, budget, cold: patience, firsts }) {
  const browser = await launch();
  try {
    const url = `${server.url}/page/${contestant.name}`;
    const context = await browser.newContext();
    const { page, ready } = await openPage(context, server, url);
    const loaded = { ...server.sent };
    const before = await memory(page);
    const cold = await pass(page, queries, contestant.lazy ? patience : budget);
    const after = { ...server.sent };
    const warm = [];
    for (let turn = 0; turn < PASSES; turn += 1) warm.push(await pass(page, queries, budget));
    const answers = firstOf([cold, ...warm]);
    const lazy = after.requests > loaded.requests;
    return {
      browser: browser.version(),
      ready,
      loaded,
      lazy,
      memory: { before, after: await memory(page) },
      cold: cold.map(({ milliseconds }) => milliseconds),
      answers: answers.map(({ total, ids }) => ({ total, ids })),
      errors: [...new Set(answers.flatMap(({ error }) => error ?? []))].slice(0, 3),
      // The least of the passes, where a query was reached at all.
      warm: warm[0].map((_, at) => Math.min(...warm.map((answers) => answers[at]?.milliseconds ?? Infinity))),
      firsts: firsts && lazy ? await firstAnswers(browser, server, url, oneOfEach(queries)) : undefined,
    };
  } finally {
    await browser.close();
  }
}
