// Every place where a query matches, and the words of a view.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const lines = (page: Page) => page.getByRole('table', { name: 'Concordance' });
const line = (page: Page) => lines(page).getByRole('row').filter({ has: page.getByRole('cell') });
const words = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const status = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });

test('the concordance shows each match with its context, and its address restores it', async ({ explorer, page, context }) => {
  await explorer.open('q=hop tac');
  await page.getByRole('link', { name: 'Concordance' }).click();
  await expect(status(page, /\d+ lines from 5 articles/)).toBeVisible();
  const count = await line(page).count();
  expect(count).toBeGreaterThan(20);
  for (const text of await line(page).getByRole('link').allTextContents()) expect(text.toLowerCase()).toBe('hợp tác');

  await page.getByRole('combobox', { name: 'Group by' }).selectOption('article');
  await expect(lines(page).getByRole('rowheader')).toHaveCount(5);
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('word on the right');
  const slider = page.getByRole('slider', { name: 'Words on each side' });
  await slider.press('ArrowLeft');
  await expect.poll(() => explorer.address()).toBe('?q=hop+tac&lens=kwic&context=7&order=right1&group=article');
  const shown = await line(page).allTextContents();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(line(other)).toHaveCount(count);
  expect(await line(other).allTextContents()).toEqual(shown);
  await expect(other.getByRole('slider', { name: 'Words on each side' })).toHaveValue('7');
});

test('lines are in the order of the words beside the match', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&lens=kwic&order=right1');
  await expect(line(page).first()).toBeVisible();
  const right = await line(page).getByRole('cell').nth(2).textContent();
  expect(right).not.toBeNull();
  const cells = await line(page).evaluateAll((rows) => rows.map((row) => row.querySelectorAll('td')[2]!.textContent!));
  const firsts = cells.flatMap((text) => /^\P{L}*(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? []);
  const collator = new Intl.Collator('vi');
  expect(firsts).toEqual(firsts.toSorted(collator.compare));
});

test('a line leads to its place in the article, and Back to the lines', async ({ explorer, page }) => {
  await explorer.open('q=dien hat nhan in:body&lens=kwic');
  await line(page).getByRole('link').first().click();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/doc=\d+.*#p-/);
  await page.goBack();
  await expect(explorer.reader).toBeHidden();
  await expect(lines(page)).toBeVisible();
});

test('without words in the query the lens says what it wants', async ({ explorer, page }) => {
  await explorer.open('lens=kwic');
  await expect(page.getByText('The concordance shows every place where a query matches.')).toBeVisible();
  await explorer.open('lens=words&tell=near');
  await expect(page.getByText('Type words to see what stands near them, and when.')).toBeVisible();
});

test('the words of a view are counted, and lead to their places', async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole('link', { name: 'Words', exact: true }).click();
  const table = words(page, 'Frequent here');
  await expect(table.getByRole('row').nth(1)).toContainText('nga');
  const row = table.getByRole('row').filter({ hasText: 'hợp tác' }).first();
  const places = Number(await row.getByRole('cell').first().textContent());
  await row.getByRole('link', { name: 'hợp tác', exact: true }).click();
  await expect(status(page, new RegExp(`^${places} lines from`))).toBeVisible();
});

test('what is characteristic of a view says how sure and how much', async ({ explorer, page }) => {
  await explorer.open('from=2018&to=2018&lens=words&tell=more');
  const table = words(page, 'More often here than elsewhere');
  await expect(table.getByRole('columnheader').filter({ hasText: 'Log ratio' })).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(5);
});

test('years of chosen words stand side by side and lead to the articles of a year', async ({ explorer, page }) => {
  await explorer.open('lens=words&tell=years');
  await page.getByRole('textbox', { name: 'Words, separated by commas' }).fill('hợp tác, Nga');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const table = words(page, 'By year');
  await expect(table.getByRole('columnheader')).toHaveText(['Year', 'Articles', 'hợp tác', /nga/i]);
  await expect.poll(() => explorer.address()).toContain('words=hợp+tác,Nga');
  await table.getByRole('link', { name: '2018' }).click();
  await expect.poll(() => explorer.address()).toContain('from=2018&to=2018');
  await expect(explorer.applied).toContainText('2018');
});

test('collocates can be ordered, and how far is near is chosen', async ({ explorer, page }) => {
  await explorer.open('q=Nga&lens=words&tell=near');
  const table = words(page, 'Near the matches');
  await expect(table.getByRole('row').nth(1)).toContainText('việt nam');
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('places');
  await page.getByRole('slider', { name: 'Words from the match' }).press('ArrowRight');
  await expect.poll(() => explorer.address()).toContain('reach=6&order=count');
  const counts = async () => (await table.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => Number(row.querySelector('td')!.textContent)))).slice(0, 20);
  await expect.poll(async () => (await counts()).every((count, at, all) => at === 0 || count <= all[at - 1]!)).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('lines and words do not move the page sideways', async ({ explorer, page }) => {
    for (const search of ['q=hop tac&lens=kwic', 'q=Nga&lens=words&tell=near', 'lens=words&tell=years&words=Nga,hợp tác,quan hệ']) {
      await explorer.open(search);
      await expect(page.getByRole('table').first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
});
