// The analysis in the browser: a program of its own, which makes the same bytes as the build and is loaded when wanted.
import { readFile, readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const SEEDS = new URL('../../seeds/', import.meta.url);
const OVERRIDES = new URL('../../data/overrides.toml', import.meta.url);

/** Files as they cross into the page: name, and content in base64. */
type Files = [string, string][];

interface Analysed {
  corpus?: string;
  warnings?: string[];
  failed?: string;
  progress: [string, number, number][];
}

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

/** The articles as they are in the repository. */
async function seeds(): Promise<Files> {
  const names = await readdir(SEEDS);
  return Promise.all(names.map(async (name): Promise<[string, string]> => [name, base64(await readFile(new URL(name, SEEDS)))]));
}

/** The corpus that the build has put into the page. */
const embedded = async () => base64(await readFile(process.env.PAGE_CORPUS!));

/** The bytes of the corrections in the repository's file, which are merges: a version, their number, then each. */
async function corrections(): Promise<string> {
  const toml = await readFile(OVERRIDES, 'utf8');
  const merges = [...toml.matchAll(/^\[\[merge\]\]\nfrom = "(.*)"\ninto = "(.*)"\nwhy = "(.*)"$/gm)];
  expect(merges.length).toBe(toml.match(/^\[\[/gm)?.length);
  const number = (n: number): number[] => (n < 128 ? [n] : [(n % 128) + 128, ...number(Math.floor(n / 128))]);
  const text = (text: string) => [...number(Buffer.byteLength(text)), ...Buffer.from(text)];
  const merge = ([, ...texts]: string[]) => [0, ...texts.flatMap(text)];
  return Buffer.from([1, ...number(merges.length), ...merges.flatMap((found) => merge([...found]))]).toString('base64');
}

/** What a new analyst answers. */
const analyse = (page: Page, corpus: string | undefined, files: Files, corrections?: string): Promise<Analysed> =>
  page.evaluate(
    ([corpus, files, corrections]) => {
      const buffer = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;
      const progress: [string, number, number][] = [];
      const worker = new Worker('/analyst/worker.js?test', { type: 'module' });
      return new Promise<Analysed>((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => {
          if (data.progress) return progress.push(data.progress);
          worker.terminate();
          let bytes: string | undefined;
          if (data.corpus) {
            bytes = btoa(Array.from(new Uint8Array(data.corpus), (byte) => String.fromCharCode(byte)).join(''));
          }
          resolve({ ...data, corpus: bytes, progress });
        };
        worker.postMessage({
          corpus: corpus && buffer(corpus),
          files: files.map(([name, text]) => [name, buffer(text)]),
          corrections: corrections && buffer(corrections),
        });
      });
    },
    [corpus, files, corrections] as const,
  );

/** That two corpora are the same; a difference of bytes is of no use to a reader. */
function expectSame(corpus: string | undefined, other: string) {
  expect(corpus?.length).toBe(other.length);
  expect(corpus === other, 'the same bytes').toBe(true);
}

test('the articles analysed and corrected in the browser give, byte for byte, what the build has put into the page', async ({ page }) => {
  await page.goto('/');
  const { corpus, warnings, failed } = await analyse(page, undefined, await seeds(), await corrections());
  expect(failed).toBeUndefined();
  expect(warnings).toEqual([]);
  expectSame(corpus, await embedded());
});

test('the embedded corpus analysed again is the same, and so is one made in two steps', async ({ page }) => {
  await page.goto('/');
  const whole = await embedded();
  expectSame((await analyse(page, whole, [])).corpus, whole);
  const [first, ...rest] = await seeds();
  const one = await analyse(page, undefined, [first]);
  expect(one.corpus?.length).toBeLessThan(whole.length);
  expectSame((await analyse(page, one.corpus, rest, await corrections())).corpus, whole);
});

test('further files are added, others are named, and it says how far it is', async ({ page }) => {
  await page.goto('/');
  const whole = await embedded();
  const files: Files = [
    ['new.txt', base64('Tổng thống Nga Vladimir Putin thăm Hà Nội.\n\nHai bên hội đàm.\n')],
    ['notes.md', base64('x')],
  ];
  const { corpus, warnings, progress } = await analyse(page, whole, files);
  expect(corpus?.length).toBeGreaterThan(whole.length);
  expect(warnings).toEqual(['notes.md was left out: only .txt files are read']);
  const stages = progress.map(([stage]) => stage);
  expect([...new Set(stages)]).toEqual(['reading', 'recognising', 'ledgers', 'indexing']);
  expect(progress).toContainEqual(['recognising', 6, 6]);
});

test('what cannot be analysed fails with a reason', async ({ page }) => {
  await page.goto('/');
  const damaged = Buffer.from(await embedded(), 'base64');
  damaged[damaged.length - 1] ^= 1;
  expect((await analyse(page, base64(damaged), [])).failed).toMatch(/checksum differs/);
  expect((await analyse(page, base64('no corpus'), [])).failed).toMatch(/not a whole corpus/);
});

test('corrections that cannot be read fail with a reason', async ({ page }) => {
  await page.goto('/');
  expect((await analyse(page, undefined, [], base64('no corrections'))).failed).toMatch(/corrections cannot be read/);
});

test('a program that cannot be loaded fails with a reason', async ({ page, watch }) => {
  watch.expectError(/404/);
  await page.goto('/');
  await page.context().route(/analyst_bg\.wasm/, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  expect((await analyse(page, undefined, [])).failed).toBeTruthy();
});

test('the page does not load the analyst', async ({ explorer, page, watch, request }) => {
  expect(await (await request.get('/')).text()).not.toContain('analyst');
  await explorer.open('q=dien hat nhan');
  await page.waitForLoadState('networkidle');
  expect(watch.requests.filter((address) => address.includes('analyst'))).toEqual([]);
});
