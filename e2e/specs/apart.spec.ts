// A corpus that is too large to be embedded: its index is in files beside the page, fetched as questions want them.
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Explorer } from '../support/explorer';
import { expect, test } from '../support/test';

const path = process.env.PAGE_APART_PATH!;

/** The parts of the corpus beside the page, and packs of several of them. */
const PART = /\/corpus\/(\d+-){1,2}[0-9a-f]{8}\.bin$/;
const PACK = /\/\d+-\d+-[0-9a-f]{8}\.bin$/;

test('search and reading fetch parts of the corpus from where the page is, each once', async ({ explorer, watch }) => {
  await explorer.open('', path);
  await explorer.ask('dien hat nhan');
  await explorer.expectDocs('003', '004');
  await explorer.title(explorer.card('004')).click();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  // `watch` fails on requests to other hosts.
  const parts = watch.requests.filter((request) => PART.test(request));
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.toSorted()).toEqual([...new Set(parts)].toSorted());
  const paths = watch.requests.map((request) => new URL(request).pathname);
  expect(paths.filter((requested) => !requested.startsWith(path))).toEqual([]);
});

test('a link to an article within a search restores both at once', async ({ explorer }) => {
  await explorer.open('q=hợp tác&doc=002', path);
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  await expect(explorer.card('002')).toBeVisible();
});

test('after it has loaded nothing but parts of the corpus is fetched, and the page says so', async ({
  explorer,
  page,
  watch,
}) => {
  await explorer.open('', path);
  await page.waitForLoadState('networkidle');
  const loaded = watch.requests.length;
  await explorer.ask('hòa bình');
  await expect(explorer.cards.locator('mark').first()).toBeVisible();
  const later = watch.requests.slice(loaded);
  expect(later.filter((request) => !PART.test(request))).toEqual([]);
  await expect(page.getByText(/the page fetches parts of the corpus from where it came from/)).toBeVisible();
});

test('a question asked before fetches nothing', async ({ explorer, watch }) => {
  await explorer.open('q=dien hat nhan', path);
  await explorer.expectDocs('003', '004');
  await explorer.ask('viet nga');
  await explorer.expectDocs('000', '001', '002', '003', '004');
  const fetched = watch.requests.length;
  await explorer.ask('dien hat nhan');
  await explorer.expectDocs('003', '004');
  expect(watch.requests.length).toBe(fetched);
});

test('ten results come first, more as one gets near them, and Back finds the place again', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await explorer.open('', path);
  await expect(explorer.cards).toHaveCount(10);
  await explorer.cards.last().scrollIntoViewIfNeeded();
  await expect(explorer.cards).toHaveCount(50);
  await page.getByRole('button', { name: /^Show more, 15 articles left/ }).click();
  await expect(explorer.cards).toHaveCount(65);
  const last = explorer.card('155');
  await last.scrollIntoViewIfNeeded();
  // Where it is scrolled to is remembered once it stands still.
  await page.waitForTimeout(400);
  await explorer.value('Year', '2018').click();
  await expect(explorer.cards).toHaveCount(1);
  await page.goBack();
  await expect(explorer.cards).toHaveCount(65);
  await expect(last).toBeInViewport();
  await page.reload();
  await expect(explorer.cards).toHaveCount(65);
  await expect(last).toBeInViewport();
});

test('a part that cannot be fetched or is damaged is asked for once more, of a pack each part', async ({ explorer, context, watch }) => {
  watch.expectError(/ERR_FAILED/);
  const asked = new Map<string, number>();
  await context.route(PART, async (route) => {
    const url = route.request().url();
    const times = (asked.get(url) ?? 0) + 1;
    asked.set(url, times);
    if (times > 1) await route.continue();
    else if (asked.size % 2) await route.abort();
    else await route.fulfill({ body: 'not a part' });
  });
  await explorer.open('q=dien hat nhan', path);
  await explorer.expectDocs('003', '004');
  expect(asked.size).toBeGreaterThan(1);
  for (const [url, times] of asked) expect([url, times]).toEqual([url, PACK.test(url) ? 1 : 2]);
});

/** Asks for something whose parts the host does not have; the trouble that the page tells of. */
async function askForWhatIsMissing(explorer: Explorer, context: BrowserContext, page: Page): Promise<Locator> {
  await explorer.open('', path);
  await page.waitForLoadState('networkidle');
  await context.route(PART, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await explorer.ask('dien hat nhan');
  const trouble = page.getByRole('alert').filter({ hasText: 'A part of the corpus could not be loaded' });
  await expect(trouble).toBeVisible();
  return trouble;
}

test('a missing part is named, and the rest keeps working', async ({ explorer, context, page, watch }) => {
  watch.expectError(/404/);
  const trouble = await askForWhatIsMissing(explorer, context, page);
  await expect(trouble.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  await trouble.getByText('Details').click();
  await expect(trouble.getByText(/\d+-[0-9a-f]{8}\.bin: the host answered 404/)).toBeVisible();
  // Trying again is one press, as often as it takes.
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await expect(trouble).toBeVisible();
  await context.unroute(PART);
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await explorer.expectDocs('003', '004');
  await expect(trouble).toBeHidden();
});

test('what was loaded stays where another part is missing', async ({ explorer, context, page, watch }) => {
  watch.expectError(/404/);
  const trouble = await askForWhatIsMissing(explorer, context, page);
  // What was loaded before is there.
  await explorer.ask('');
  await expect(explorer.card('000')).toBeVisible();
  await expect(trouble).toBeHidden();
  // And what is missing is tried again.
  await context.unroute(PART);
  await explorer.ask('dien hat nhan');
  await explorer.expectDocs('003', '004');
});

test('parts that take long are counted as they come', async ({ explorer, context, page }) => {
  await explorer.open('', path);
  await page.waitForLoadState('networkidle');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let parts = 0;
  await context.route(PART, async (route) => {
    // The first comes at once, the others when they are let go.
    if (++parts > 1) await held;
    await route.continue();
  });
  await explorer.ask('dien hat nhan');
  const progress = page.getByRole('progressbar', { name: /^Loading the corpus: \d+ of \d+ parts$/ });
  await expect(progress).toBeVisible();
  release();
  await explorer.expectDocs('003', '004');
  await expect(progress).toBeHidden();
});
