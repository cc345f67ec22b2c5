import { serve } from '../support/server.mjs';
import { expect, test } from '../support/test';

/** With a host of its own, which knows what it was asked for, by the page and by its worker. */
const alone = test.extend<{ host: Awaited<ReturnType<typeof serve>>; sent: () => string[] }>({
  host: async ({}, use) => {
    const host = await serve({ mounts: { '/': process.env.PAGE_AT_ROOT! } });
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
  sent: async ({ host }, use) => use(() => host.sent.map(({ path }) => path)),
});

test('once loaded the page asks for parts of the program that are new to it, each once, and for nothing else', async ({ explorer, page, watch }) => {
  await explorer.open();
  await page.waitForLoadState('networkidle');
  const loaded = watch.requests.length;
  await explorer.ask('dien hat nhan');
  await explorer.expectDocs('003', '004');
  await explorer.title(explorer.card('003')).click();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  await page.goBack();
  await explorer.value('People', 'Vladimir Putin').click();
  await explorer.sort.selectOption('Oldest');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Tiếng Việt');
  await expect(page.getByRole('combobox', { name: 'Tìm trong kho bài' })).toBeVisible();
  const later = watch.requests.slice(loaded).map((request) => new URL(request).pathname);
  expect(later.filter((path) => !/^\/app-[0-9a-f]+-\w+\.(wasm|bin)$/.test(path))).toEqual([]);
  expect(later).toEqual([...new Set(later)]);
  // The same again wants nothing more.
  const come = watch.requests.length;
  await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('English');
  await explorer.title(explorer.card('003')).click();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  expect(watch.requests.slice(come)).toEqual([]);
});

alone('nothing is loaded twice', async ({ explorer, page, sent }) => {
  await explorer.open();
  await page.waitForLoadState('networkidle');
  expect(sent().toSorted()).toEqual([...new Set(sent())].toSorted());
  // The worker runs the page's module.
  expect(sent().filter((path) => path.endsWith('_bg.wasm'))).toHaveLength(1);
});

test('the first paint does not wait for wasm', async ({ page }) => {
  await page.route(/\.wasm$/, () => {});
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: /Song Phương/, level: 1 })).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('without JavaScript the page says what it needs', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByText(/cần JavaScript và WebAssembly/)).toBeVisible();
  await context.close();
});

test.describe('below a path of a host', () => {
  const path = process.env.PAGE_SUB_PATH!;

  test('the page searches, opens and reloads', async ({ explorer, page }) => {
    await explorer.open('q=dien hat nhan', path);
    await explorer.expectDocs('003', '004');
    await explorer.title(explorer.card('004')).click();
    await expect(explorer.reader.locator('mark').first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(path);
    await page.reload();
    await expect(explorer.reader.locator('mark').first()).toBeVisible();
    await explorer.expectDocs('003', '004');
  });

  test('everything is loaded from there', async ({ explorer, watch }) => {
    await explorer.open('', path);
    const paths = watch.requests.map((request) => new URL(request).pathname);
    expect(paths.filter((requested) => !requested.startsWith(path))).toEqual([]);
  });
});

test('a worker that could not be started before the program is started by the program', async ({
  context,
  explorer,
  watch,
}) => {
  // The program says so where it has taken the worker over before the failure was known.
  watch.expectError(/ERR_FAILED|the worker could not be loaded/);
  let tries = 0;
  await context.route(/\/worker\.js$/, (route) => {
    tries += 1;
    return tries > 1 ? route.continue() : route.abort();
  });
  await explorer.open('q=dien hat nhan');
  await explorer.expectDocs('003', '004');
  expect(tries).toBe(2);
});

alone('a worker that dies is started again, the page says so, and search goes on', async ({
  explorer,
  page,
  sent,
  watch,
}) => {
  watch.expectError(/broken by a test/);
  await explorer.open();
  const loaded = sent().length;
  const [worker] = page.workers();
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken by a test');
    });
  });
  await expect(explorer.notice(/started again/)).toBeVisible();
  await explorer.ask('dien hat nhan');
  await explorer.expectDocs('003', '004');
  // With the program that is there.
  expect(sent().slice(loaded)).toEqual(['/worker.js']);
});

test('a worker that cannot become the program is tried again, then given up, and the page says so', async ({
  context,
  explorer,
  page,
  watch,
}) => {
  watch.expectError(/broken by a test|ERR_FAILED/);
  await explorer.open();
  let tries = 0;
  await context.route(/\/app-\w+\.js$/, (route) => {
    tries += 1;
    return route.abort();
  });
  const [worker] = page.workers();
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken by a test');
    });
  });
  await expect(page.getByText('The search engine could not start.')).toBeVisible();
  expect(tries).toBe(3);
});
