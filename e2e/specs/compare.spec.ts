// Two views beside each other: what each has, and what makes the difference.
import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test';

const side = (page: Page, name: 'A' | 'B') => page.getByRole('group', { name, exact: true });
const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const bar = (page: Page, name: string) => page.getByRole('group', { name: /: A and B$/ }).getByRole('link', { name, exact: true });
const row = (page: Page, name: string) => page.getByRole('table').getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test('a view is kept as B, A goes on, and the address shows another the same', async ({ explorer, page, context }) => {
  await explorer.open('lens=compare&by=person');
  await expect(page.getByText('The view is the whole corpus')).toBeVisible();
  await explorer.value('Year', '2025').click();
  await expect(status(page, /^A: 2 articles, B: 3 articles$/)).toBeVisible();
  await side(page, 'B').getByRole('button', { name: 'Keep this view as B' }).click();
  await expect(status(page, 'A: 2 articles, B: 2 articles, 2 in both')).toBeVisible();
  await expect(page.getByText('A and B are the same articles')).toBeVisible();
  await explorer.value('Year', '2025').click();
  await explorer.value('Year', '2018').click();
  await expect(status(page, /^A: 1 article, B: 2 articles$/)).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?year=2018&lens=compare&b=year=2025&by=person');
  await expect(side(page, 'A')).toContainText('1 article, 2018');
  await expect(side(page, 'B')).toContainText('2 articles, 2025');
  await expect(row(page, 'Vladimir Putin')).toContainText('100%');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(status(other, /^A: 1 article, B: 2 articles$/)).toBeVisible();
  await expect(side(other, 'B')).toContainText('2025');
  await other.close();

  await page.getByRole('button', { name: 'Swap A and B' }).click();
  await expect(status(page, /^A: 2 articles, B: 1 article$/)).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?year=2025&lens=compare&b=year=2018&by=person');
  await page.goBack();
  await expect(status(page, /^A: 1 article, B: 2 articles$/)).toBeVisible();
  await side(page, 'B').getByRole('button', { name: 'B is all others' }).click();
  await expect(status(page, /^A: 1 article, B: 4 articles$/)).toBeVisible();
});

test('counts lead to their side narrowed by the value', async ({ explorer, page }) => {
  await explorer.open('q=nga&lens=compare&by=person&a=from%3D2025&b=to%3D2018');
  await expect(status(page, /^A: 2 articles, B: 1 article$/)).toBeVisible();
  await bar(page, 'Vladimir Putin, A: 2 (100%)').click();
  await expect.poll(() => explorer.address()).toBe('?person=vladimir-putin&from=2025');
  await expect(explorer.cards).toHaveCount(2);
  await page.goBack();
  await row(page, 'Vladimir Putin').getByRole('link', { name: /^B:/ }).click();
  await expect(explorer.cards).toHaveCount(1);
  await expect.poll(() => explorer.address()).toBe('?person=vladimir-putin&to=2018');
  await page.goBack();
  await side(page, 'A').getByRole('link', { name: 'A: Open this view' }).click();
  await expect.poll(() => explorer.address()).toBe('?from=2025');
});

test('words lead to their places, ledgers to their rows', async ({ explorer, page }) => {
  await explorer.open('lens=compare&by=words&from=2025');
  await expect(page.getByRole('region', { name: 'More often in A', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'More often in B', exact: true })).toBeVisible();
  await page.getByRole('table', { name: 'More often in A' }).getByRole('link', { name: /^A: \d/ }).first().click();
  await expect(page.getByRole('table', { name: 'Concordance' })).toBeVisible();
  await expect(explorer.address()).toContain('lens=kwic');
  await page.goBack();
  await page.getByRole('combobox', { name: 'Compare by' }).selectOption('Rows of ledgers');
  await row(page, 'Meetings').getByRole('link', { name: /^A:/ }).click();
  await expect(page.getByRole('table', { name: 'Meetings' })).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?from=2025&lens=meetings');
});

test('a whole corpus is offered pairs to begin with', async ({ explorer, page }) => {
  await explorer.open('lens=compare');
  const offers = page.getByRole('list', { name: 'Comparisons to begin with' });
  await offers.getByRole('link', { name: /to 2018 \(1\) – from 2025 \(2\)/ }).click();
  await expect(status(page, /^A: 1 article, B: 2 articles$/)).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?to=2018&lens=compare&b=from=2025');
});

test('a side is chosen from the views that the reader keeps and from the facets', async ({ explorer, page }) => {
  await explorer.open('q="điện hạt nhân"');
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  const name = page.getByRole('dialog', { name: 'Saved' }).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Nuclear power');
  await name.press('Enter');
  await page.keyboard.press('Escape');
  await explorer.open('lens=compare&from=2025');
  await side(page, 'B').getByRole('combobox', { name: 'Choose B' }).selectOption({ label: 'Nuclear power' });
  await expect(side(page, 'B')).toContainText('điện hạt nhân');
  await side(page, 'A').getByRole('combobox', { name: 'Choose A' }).selectOption({ label: 'No year (2)' });
  await expect(status(page, /^A: 2 articles/)).toBeVisible();
  await expect(side(page, 'A')).toContainText('2 undated');
  await side(page, 'A').getByRole('button', { name: 'A follows the view' }).click();
  await expect.poll(() => decodeURIComponent(explorer.address())).toBe('?from=2025&lens=compare&b=q="điện+hạt+nhân"');
});

test('what a side cannot be is told, and the rest applies', async ({ explorer, page }) => {
  await explorer.open('lens=compare&b=to%3D2018%26from%3Dsoon%26person%3Dnobody');
  await expect(explorer.notice(/soon/)).toBeVisible();
  await expect(status(page, /A: 5 articles, B: 1 article, 1 in both/)).toBeVisible();
  await expect(side(page, 'B')).toContainText('nobody');
});

test('all of it is done by the keyboard', async ({ explorer, page }) => {
  await explorer.open('lens=compare&by=person&from=2025');
  await expect(status(page, /^A: 2 articles, B: 3 articles$/)).toBeVisible();
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press('Keep this view as B');
  await expect(status(page, /2 in both/)).toBeVisible();
  await press('B is all others');
  await bar(page, 'Vladimir Putin, A: 2 (100%)').focus();
  await page.keyboard.press('Enter');
  await expect(explorer.cards).toHaveCount(2);
  await expect(explorer.applied).toContainText('Vladimir Putin');
});

test('the bars and their table can be taken along', async ({ explorer, page }) => {
  await explorer.open('lens=compare&by=person&from=2025');
  const text = async (name: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('group', { name: 'Download the table' }).getByRole('button', { name }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(`songphuong-compare.${name.toLowerCase()}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  expect(await text('CSV')).toContain('vladimir-putin,Vladimir Putin,2,');
  const putin = JSON.parse(await text('JSON')).find((row: { id: string }) => row.id === 'vladimir-putin');
  expect(putin).toMatchObject({ a: 2, share_a: 100 });
  const svg = await text('SVG');
  expect(svg).toContain('<title>Vladimir Putin, A: 2 (100%)</title>');
  const drawn = await page.evaluate((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null, svg);
  expect(drawn).toBe(true);
});

for (const width of [320, 360]) {
  test(`the page needs no scrolling sideways on ${width} pixels`, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const search of ['lens=compare', 'lens=compare&by=person&from=2025', 'lens=compare&by=words&q=nga&from=2025']) {
      await explorer.open(search);
      await expect(side(page, 'B')).toContainText('article');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
}

test('it speaks Russian', async ({ page }) => {
  await page.goto('/?lens=compare&by=person&from=2025&lang=ru');
  await expect(page.getByRole('status').filter({ hasText: 'A: 2 статьи, B: 3 статьи' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Поменять A и B местами' })).toBeVisible();
  await expect(row(page, 'Владимир Путин')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});
