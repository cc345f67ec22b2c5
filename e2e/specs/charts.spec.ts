// Rows of ledgers as charts: each mark leads to what says so.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const picture = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const show = (page: Page) => page.getByRole('combobox', { name: 'Show as' });
const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('what was promised is plotted beside what was reached, and a point opens its sentence', async ({ explorer, page, context }) => {
  await explorer.open('lens=figures');
  await show(page).selectOption('chart');
  const figures = picture(page, 'Figures by year');
  await expect(figures.getByRole('link')).toHaveCount(3);
  await expect(figures.getByRole('link', { name: /3\.55\sbillion\sUSD, actual, 2017$/ })).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?lens=figures&show=chart');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(picture(other, 'Figures by year').getByRole('link')).toHaveCount(3);

  await figures.getByRole('link', { name: /10\sbillion\sUSD, target, 2020$/ }).click();
  await expect(explorer.reader.getByText(/10 tỷ USD/).first()).toBeInViewport();
  await page.goBack();
  await expect(explorer.reader).toBeHidden();
  await show(page).selectOption('table');
  await expect(page.getByRole('table', { name: 'Figures', exact: true })).toBeVisible();
});

test('meetings stand in a calendar as precise as they are known', async ({ explorer, page }) => {
  await explorer.open('lens=meetings');
  await show(page).selectOption('calendar');
  const calendar = picture(page, 'Meetings by month');
  await expect.poll(() => explorer.address()).toBe('?lens=meetings&show=calendar');
  await expect(calendar.getByRole('link', { name: 'Feb: 2 meetings, year unknown' })).toBeVisible();
  await expect(page.getByText(/rows? cannot be drawn here; see the table/)).toBeVisible();
  await calendar.getByRole('link', { name: 'May 2025: 2 meetings, day unknown: 1' }).click();
  await expect(status(page, '2 of 13 rows, from 5 articles')).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?lens=meetings&find=2025-05');
});

test('who meets whom is a matrix whose cells open their rows', async ({ explorer, page }) => {
  await explorer.open('lens=meetings&show=matrix');
  const matrix = picture(page, 'Who meets whom');
  const cell = matrix.getByRole('link', { name: 'Tô Lâm – Vladimir Putin: 2 rows' });
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.address()).toBe('?lens=meetings&find=Tô+Lâm;+Vladimir+Putin');
  await expect(page.getByRole('table', { name: 'Meetings', exact: true })).toBeVisible();
});

test('offices are drawn as they are seen, and a point opens its sentence', async ({ explorer, page }) => {
  await explorer.open('lens=offices');
  await show(page).selectOption('chart');
  const offices = picture(page, 'Offices, when seen in this corpus');
  await expect(page.getByText('it is not a term of office')).toBeVisible();
  await offices.getByRole('link', { name: /^Vladimir Putin, Tổng thống, Russia: Mar 2018/ }).click();
  await expect(explorer.reader).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/doc=000.*#p-/);
});

test('a chart of a ledger is saved as a file of its own', async ({ explorer, page }) => {
  await explorer.open('lens=figures&show=chart');
  const saved = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Download the table' }).getByRole('button', { name: 'SVG' }).click();
  expect((await saved).suggestedFilename()).toBe('songphuong-figures.svg');
});

test('a view that a ledger does not have is refused with a notice', async ({ explorer, page }) => {
  await explorer.open('lens=statements&show=matrix');
  await expect(explorer.notice(/show/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Statements', exact: true })).toBeVisible();
});

for (const width of [320, 360]) {
  test(`charts move nothing sideways on ${width} pixels`, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const search of ['lens=figures&show=chart', 'lens=meetings&show=calendar', 'lens=meetings&show=matrix', 'lens=offices&show=chart']) {
      await explorer.open(search);
      await expect(page.getByRole('region').getByRole('group').getByRole('link').first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, search).toBeLessThanOrEqual(0);
    }
  });
}
