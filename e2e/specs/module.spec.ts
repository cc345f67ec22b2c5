// The search as a module: its example page, and what a page of somebody else's does with it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const EXAMPLE = '/engine/example.html';

/** The parts of the index beside the example. */
const PART = /\/engine\/\d+-[0-9a-f]{8}\.bin$/;

/** Many parts in one file. */
const PACK = /\/\d+-\d+-[0-9a-f]{8}\.bin$/;

const box = (page: Page) => page.getByRole('searchbox', { name: 'Tìm trong kho bài' });
const status = (page: Page) => page.getByRole('status');
const marks = (page: Page) => page.getByRole('list', { name: 'Kết quả' }).locator('mark');

test('the example searches while one types and marks what it finds', async ({ page, watch }) => {
  await page.goto(EXAMPLE);
  await expect(status(page)).toHaveText('5 trên 5 bài');
  await box(page).pressSequentially('dien hat nhan');
  await expect(status(page)).toHaveText('2 trên 5 bài');
  await expect(marks(page).first()).toHaveText(/điện hạt nhân/i);
  // `watch` fails on requests to other hosts; there were requests, and no part came twice.
  const parts = watch.requests.filter((request) => PART.test(request));
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.toSorted()).toEqual([...new Set(parts)].toSorted());
});

test('the same question again asks for nothing more', async ({ page, watch }) => {
  await page.goto(EXAMPLE);
  await box(page).fill('hòa bình');
  await expect(marks(page).first()).toBeVisible();
  const requests = watch.requests.length;
  await box(page).fill('');
  await expect(marks(page)).toHaveCount(0);
  await box(page).fill('hòa bình');
  await expect(marks(page).first()).toBeVisible();
  expect(watch.requests.length).toBe(requests);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 } });

    test('axe finds nothing wrong with the example', async ({ page }) => {
      await page.goto(EXAMPLE);
      await box(page).fill('dien hat nhan');
      await expect(marks(page).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });
}

test('a damaged part is asked for once more', async ({ page }) => {
  const asked = new Map<string, number>();
  await page.route(PART, async (route) => {
    const url = route.request().url();
    asked.set(url, (asked.get(url) ?? 0) + 1);
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: asked.get(url) === 1 ? body.subarray(0, body.length / 2) : body });
  });
  await page.goto(EXAMPLE);
  await box(page).fill('dien hat nhan');
  await expect(status(page)).toHaveText('2 trên 5 bài');
  await expect(marks(page).first()).toHaveText(/điện hạt nhân/i);
  expect(asked.size).toBeGreaterThan(0);
  expect([...asked.values()]).toEqual(Array(asked.size).fill(2));
});

test('many parts come in packs, and one by one where a pack is damaged or missing', async ({ page, watch }) => {
  watch.expectError(/404/);
  await page.goto(EXAMPLE);
  const asked = (pattern: RegExp, from: number) => watch.requests.slice(from).filter((request) => pattern.test(request));
  const ask = () =>
    page.evaluate(async () => {
      const { open } = await import('/engine/songphuong.js' as string);
      const engine = await open('/engine/many/index.bin');
      const { total, hits } = await engine.search({ query: '/điện\\s+hạt nhân/', limit: 40 });
      return { total, documents: engine.documents, ids: hits.map((hit: { id: string }) => hit.id) };
    });
  const whole = await ask();
  expect(whole).toMatchObject({ total: 40, documents: 100 });
  expect(asked(PACK, 0).length).toBeGreaterThan(0);
  for (const answer of [{ status: 404, body: 'Not found' }, { status: 200, body: 'not a pack' }]) {
    const before = watch.requests.length;
    await page.unroute(PACK);
    await page.route(PACK, (route) => route.fulfill(answer));
    expect(await ask()).toEqual(whole);
    const packs = asked(PACK, before);
    expect(packs).toEqual([...new Set(packs)]);
    expect(asked(/\/many\/\d+-[0-9a-f]{8}\.bin$/, before).length).toBeGreaterThan(packs.length);
  }
});

test('a missing part fails one search, says which file, and the next search works', async ({ page, watch }) => {
  watch.expectError(/404/);
  await page.goto(EXAMPLE);
  await expect(status(page)).toHaveText('5 trên 5 bài');
  const lost: string[] = [];
  await page.route(PART, (route) => {
    lost.push(route.request().url());
    return route.fulfill({ status: 404, body: 'Not found' });
  });
  await box(page).fill('dien hat nhan');
  await expect(status(page)).toHaveText(/^\d+-[0-9a-f]{8}\.bin could not be loaded \(HTTP 404\); .* beside its index\.bin/);
  expect(lost.length).toBe(2 * new Set(lost).size);
  await page.unroute(PART);
  await box(page).fill('dien hat nhan Ninh Thuan');
  await box(page).fill('dien hat nhan');
  await expect(status(page)).toHaveText('2 trên 5 bài');
});

test('a packed index is searched from its bytes, with all there is to ask', async ({ page, watch }) => {
  await page.goto(EXAMPLE);
  await expect(status(page)).toHaveText('5 trên 5 bài');
  const before = watch.requests.length;
  const found = await page.evaluate(async () => {
    const { open } = await import('/engine/songphuong.js' as string);
    const bytes = await (await fetch('packed.bin')).arrayBuffer();
    const engine = await open(bytes);
    const request = { query: 'điện hạt nhân', detail: 'full', explain: true, filters: { lang: ['vi'] } };
    const answer = await engine.search(request);
    const article = await engine.article(answer.hits[0].document, request);
    return {
      documents: engine.documents,
      held: engine.loaded() > 0 && engine.loaded() < bytes.byteLength && engine.memory() > 0,
      total: answer.total,
      lang: answer.facets.lang,
      parts: answer.parts.map((part: { text: string }) => part.text),
      explained: answer.hits[0].explanation.length,
      marked: article.marks.map(([start, end]: [number, number]) => article.text.slice(start, end)),
      zones: article.zones.at(-1).end === article.text.length,
      nothing: await engine.article(99),
    };
  });
  expect(found.documents).toBe(5);
  expect(found.held).toBe(true);
  expect(found.total).toBe(2);
  expect(found.lang).toEqual([{ value: 'vi', count: 2, total: 5 }]);
  expect(found.parts).toEqual(['điện hạt nhân']);
  expect(found.explained).toBeGreaterThan(0);
  expect(found.marked[0]).toMatch(/điện hạt nhân/i);
  expect(found.zones).toBe(true);
  expect(found.nothing).toBeNull();
  // The packed index came in one piece, the module was there.
  expect(watch.requests.slice(before).map((request) => new URL(request).pathname)).toEqual(['/engine/packed.bin']);
});

test('searches at the same time share what they fetch, and an aborted one leaves the others alone', async ({ page, watch }) => {
  await page.goto(EXAMPLE);
  await expect(status(page)).toHaveText('5 trên 5 bài');
  const before = watch.requests.length;
  const outcomes = await page.evaluate(async () => {
    const { open } = await import('/engine/songphuong.js' as string);
    const engine = await open('index.bin');
    const controller = new AbortController();
    const ask = (signal?: AbortSignal) => engine.search({ query: 'hop tac' }, { signal });
    const asked = [ask(), ask(controller.signal), ask()];
    controller.abort();
    const settled = await Promise.allSettled(asked);
    return settled.map((one) => (one.status === 'fulfilled' ? one.value.total > 0 : one.reason.name));
  });
  expect(outcomes).toEqual([true, 'AbortError', true]);
  const parts = watch.requests.slice(before).filter((request) => PART.test(request));
  expect(parts.toSorted()).toEqual([...new Set(parts)].toSorted());
});

test('what cannot be opened or asked says why', async ({ page, watch }) => {
  watch.expectError(/404/);
  await page.goto(EXAMPLE);
  await expect(status(page)).toHaveText('5 trên 5 bài');
  const codes = await page.evaluate(async () => {
    const { open, SongPhuongError } = await import('/engine/songphuong.js' as string);
    const code = (promise: Promise<unknown>) =>
      promise.then(
        () => 'nothing thrown',
        (error) => (error instanceof SongPhuongError ? error.code : String(error)),
      );
    const packed = new Uint8Array(await (await fetch('packed.bin')).arrayBuffer());
    const damaged = packed.slice();
    damaged[100] ^= 1;
    const root = new Uint8Array(await (await fetch('index.bin')).arrayBuffer());
    const engine = await open(packed);
    const closed = await open(packed);
    closed.close();
    const late = await open('index.bin');
    const going = code(late.search({ query: 'Nga' }));
    late.close();
    return {
      text: await code(open(new TextEncoder().encode('Không phải chỉ mục'))),
      nothing: await code(open(new Uint8Array())),
      cut: await code(open(packed.subarray(0, packed.length - 1))),
      damaged: await code(open(damaged)),
      root: await code(open(root)),
      missing: await code(open('no-such.bin')),
      sort: await code(engine.search({ query: 'Nga', sort: 'date' })),
      facet: await code(engine.search({ query: 'Nga', filters: { people: ['a'] } })),
      limit: await code(engine.search({ query: 'Nga', limit: -1 })),
      closed: await code(closed.search({ query: 'Nga' })),
      late: await going,
    };
  });
  expect(codes).toEqual({
    text: 'not-an-index',
    nothing: 'not-an-index',
    cut: 'truncated',
    damaged: 'damaged',
    root: 'source',
    missing: 'missing',
    sort: 'request',
    facet: 'request',
    limit: 'request',
    closed: 'closed',
    late: 'closed',
  });
});
