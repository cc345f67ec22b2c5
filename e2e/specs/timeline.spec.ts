// When the articles of a view are from: each bar leads into its time.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const chart = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const bar = (page: Page, name: string) => page.getByRole('group', { name: /^Articles by/ }).getByRole('link', { name, exact: true });
const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Period' });
const limits = (page: Page) => page.getByRole('form', { name: 'Date range' });
const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('bars lead from years to months to days, and the way back up is there', async ({ explorer, page, context }) => {
  await explorer.open();
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(status(page, '5 articles, 2 of them without a date')).toBeVisible();
  await expect(bar(page, '2018: 1 article')).toBeVisible();
  await expect(bar(page, 'No year: 2 articles')).toBeVisible();
  await bar(page, '2025: 2 articles').click();
  await expect(chart(page, 'Articles by month: 2025')).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?from=2025&to=2025&lens=timeline');
  await bar(page, 'Sep 2025: 1 article').click();
  await expect(chart(page, 'Articles by day: Sep 2025')).toBeVisible();
  await expect(bar(page, '4 Sep 2025: 1 article')).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?from=2025-09&to=2025-09&lens=timeline');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(bar(other, '4 Sep 2025: 1 article')).toBeVisible();

  await crumbs(page).getByRole('link', { name: '2025', exact: true }).click();
  await expect(chart(page, 'Articles by month: 2025')).toBeVisible();
  await crumbs(page).getByRole('link', { name: 'All' }).click();
  await expect.poll(() => explorer.address()).toBe('?lens=timeline');
  await page.goBack();
  await expect(chart(page, 'Articles by month: 2025')).toBeVisible();
});

test('an article known by its month is drawn across the month and in none of its days', async ({ explorer, page }) => {
  await explorer.open('lens=timeline&from=2018-03&to=2018-03');
  await expect(bar(page, 'Mar 2018: 1 article, day unknown')).toBeVisible();
  await expect(page.getByRole('group', { name: /^Articles by day/ }).getByRole('link')).toHaveCount(1);
  const row = page.getByRole('table').getByRole('row').filter({ hasText: 'Mar 2018' });
  await row.getByRole('link', { name: '1', exact: true }).click();
  await explorer.expectDocs('000');
});

test('the undated are a bar of their own, which filters', async ({ explorer, page }) => {
  await explorer.open('lens=timeline');
  await bar(page, 'No year: 2 articles').click();
  await expect.poll(() => explorer.address()).toBe('?year=undated&lens=timeline');
  await expect(status(page, '2 articles, 2 of them without a date')).toBeVisible();
});

test('several bars are chosen by dragging across them', async ({ explorer, page }) => {
  await explorer.open('lens=timeline');
  const [from, to] = [await bar(page, '2018: 1 article').boundingBox(), await bar(page, '2025: 2 articles').boundingBox()];
  const y = from!.y + from!.height / 2;
  await page.mouse.move(from!.x + from!.width * 1.5, y);
  await page.mouse.down();
  await page.mouse.move(from!.x + from!.width * 2.5, y);
  await page.mouse.move(to!.x + to!.width / 2, y);
  await expect(status(page, 'Choosing 2019 – 2025')).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => explorer.address()).toBe('?from=2019&to=2025&lens=timeline');
  await expect(status(page, /^2 articles$/)).toBeVisible();
});

test('several bars are chosen by keys alone', async ({ explorer, page }) => {
  await explorer.open('lens=timeline');
  await bar(page, '2018: 1 article').focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar(page, '2025: 2 articles')).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(status(page, 'Choosing 2024 – 2025: Enter filters')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(status(page, '5 articles, 2 of them without a date')).toBeVisible();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.address()).toBe('?from=2024&to=2025&lens=timeline');
  // Without a choice Enter follows the bar.
  await bar(page, '2025: 2 articles').focus();
  await page.keyboard.press('Enter');
  await expect(chart(page, 'Articles by month: 2025')).toBeVisible();
});

test('the limits can be typed', async ({ explorer, page }) => {
  await explorer.open('lens=timeline');
  await limits(page).getByRole('textbox', { name: 'From' }).fill('3/2018');
  await limits(page).getByRole('textbox', { name: 'To' }).fill('2018');
  await limits(page).getByRole('button', { name: 'Filter' }).click();
  await expect.poll(() => explorer.address()).toBe('?from=2018-03&to=2018&lens=timeline');
  await expect(bar(page, 'Mar 2018: 1 article')).toBeVisible();
});

test('the chart and its table can be taken along', async ({ explorer, page }) => {
  await explorer.open('lens=timeline');
  const text = async (name: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('group', { name: 'Download the table' }).getByRole('button', { name }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(`songphuong-timeline.${name.toLowerCase()}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  expect(await text('CSV')).toContain('2018,1,0');
  expect(JSON.parse(await text('JSON'))).toContainEqual({ when: 'undated', articles: 2, perhaps: '' });
  const svg = await text('SVG');
  expect(svg).toContain('<title>2025: 2 articles</title>');
  expect(svg).not.toContain('class=');
  const drawn = await page.evaluate((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null, svg);
  expect(drawn).toBe(true);
});

for (const width of [320, 360]) {
  test(`the page needs no scrolling sideways on ${width} pixels`, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const search of ['lens=timeline', 'lens=timeline&from=2018-03&to=2018-03']) {
      await explorer.open(search);
      await expect(page.getByRole('group', { name: /^Articles by/ }).getByRole('link').first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
}
