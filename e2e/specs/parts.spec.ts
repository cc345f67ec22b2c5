// Parts of the program come when they are first wanted.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** The file of a part: the name of the program, then that of the part. */
const PART = /app-[0-9a-f]+-(\w+)\.wasm$/;

const lens = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Look at' }).getByRole('link', { name });
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });

test('a lens has its part of the program come once, and not before', async ({ explorer, page, watch }) => {
  const parts = () =>
    watch.requests
      .flatMap((request) => PART.exec(request)?.[1] ?? [])
      // What several parts share has a number for its name.
      .filter((part) => !part.startsWith('chunk_'));
  await explorer.open();
  await page.waitForLoadState('networkidle');
  // The interface of this test; the page comes with the Vietnamese one.
  expect(parts()).toEqual(['english']);
  await lens(page, 'Meetings').click();
  await expect(table(page, 'Meetings')).toBeVisible();
  expect(parts()).toContain('tables');
  expect(parts()).not.toContain('card');
  const come = parts().length;
  await lens(page, 'Offices').click();
  await expect(table(page, 'Offices')).toBeVisible();
  expect(parts()).toHaveLength(come);
});

for (const [which, file] of [
  ['draws', 'tables'],
  ['answers', 'close_up'],
] as const) {
  test(`where what ${which} a lens does not come, it says so and comes when tried again`, async ({
    explorer,
    page,
    context,
    watch,
  }) => {
    watch.expectError(/404|WebAssembly/);
    const address = new RegExp(`-${file}\\.wasm$`);
    await context.route(address, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await explorer.open('lens=meetings');
    const trouble = page.getByRole('alert').filter({ hasText: 'A part of the program could not be loaded' });
    await expect(trouble).toBeVisible();
    // Everything else works.
    await lens(page, 'Articles').click();
    await expect(explorer.card('003')).toBeVisible();
    await lens(page, 'Meetings').click();
    await expect(trouble).toBeVisible();
    await context.unroute(address);
    await trouble.getByRole('button', { name: 'Try again' }).click();
    await expect(table(page, 'Meetings')).toBeVisible();
    await expect(trouble).toBeHidden();
  });
}

for (const [what, file] of [
  ['it', /-english\.wasm$/],
  ['the script that loads parts', /-parts\.js/],
] as const) {
  test(`another language comes when it is chosen, and where ${what} does not come the page stays as it is`, async ({
    page,
    context,
    watch,
  }) => {
    watch.expectError(/404|WebAssembly|dynamically imported module/);
    await page.goto('/?q=Putin');
    await expect(page.getByRole('status').filter({ hasText: /\d+\/\d+ bài/ })).toBeVisible();
    // Neither parts nor what loads them.
    expect(watch.requests.filter((request) => PART.test(request) || request.endsWith('-parts.js'))).toEqual([]);
    await context.route(file, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('English');
    await expect(page.getByRole('alert').filter({ hasText: '(en)' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Tìm trong kho bài' })).toHaveValue('Putin');
    await context.unroute(file);
    await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('Tiếng Việt');
    await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('English');
    await expect(page.getByRole('combobox', { name: 'Search the corpus' })).toHaveValue('Putin');
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Search the corpus' })).toHaveValue('Putin');
  });
}
