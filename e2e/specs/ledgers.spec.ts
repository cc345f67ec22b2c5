import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test';

const lenses = (page: Page) => page.getByRole('navigation', { name: 'Look at' });
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
/** Rows of the table, each with the sentence that proves it. */
const rows = (table: Locator) => table.getByRole('rowgroup').filter({ has: table.page().getByRole('blockquote') });
const status = (page: Page) => page.getByRole('status').filter({ hasText: /rows?, from/ });

test('a lens shows a ledger of the articles found, and its address restores it', async ({ explorer, page, context }) => {
  await explorer.open();
  await lenses(page).getByRole('link', { name: 'Meetings' }).click();
  await expect(status(page)).toHaveText('13 of 13 rows, from 5 articles');
  const meetings = table(page, 'Meetings');
  await expect(rows(meetings)).toHaveCount(13);
  const lam = rows(meetings).filter({ hasText: 'Vladimir Putin' }).filter({ hasText: 'talks' });
  await expect(lam).toContainText('Tô Lâm');
  await expect(lam).toContainText(/10\sMay\s2025/);
  await expect.poll(() => explorer.address()).toContain('lens=meetings');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(rows(table(other, 'Meetings'))).toHaveCount(13);
});

test('the rows are those of the view', async ({ explorer, page }) => {
  await explorer.open('lens=figures');
  await expect(status(page)).toHaveText('3 of 3 rows, from 5 articles');
  const figures = table(page, 'Figures');
  // What was promised beside what was reached.
  await expect(rows(figures).filter({ hasText: 'target' })).toContainText(/10\sbillion\sUSD/);
  await expect(rows(figures).filter({ hasText: 'actual' })).toContainText(/3\.55\sbillion\sUSD/);
  await explorer.value('Year', '2025').click();
  await expect(page.getByText('No row in this table')).toBeVisible();
  await explorer.value('Year', '2025').click();
  await explorer.value('Year', '2018').click();
  await expect(status(page)).toHaveText('3 of 3 rows, from 1 article');
  await page.goBack();
  await expect(status(page)).toHaveText('3 of 3 rows, from 5 articles');
});

test('three people are foreign ministers of Việt Nam, each with a sentence', async ({ explorer, page }) => {
  await explorer.open('lens=offices');
  const offices = table(page, 'Offices');
  await expect(offices.getByRole('columnheader', { name: 'First seen in this corpus' })).toBeVisible();
  const words = page.getByRole('searchbox', { name: 'Find in the table' });
  await words.fill('bo truong bo ngoai giao');
  await expect(status(page)).toHaveText('4 of 10 rows, from 5 articles');
  const ministers = rows(offices).filter({ hasText: 'Vietnam' });
  await expect(ministers).toHaveCount(3);
  for (const name of ['Phạm Bình Minh', 'Bùi Thanh Sơn', 'Lê Hoài Trung']) {
    const minister = ministers.filter({ hasText: name });
    await expect(minister.getByRole('blockquote').first().getByRole('mark').first()).toBeVisible();
  }
  await expect.poll(() => explorer.address()).toContain('find=bo+truong+bo+ngoai+giao');
});

test('a row leads to its sentence in the article', async ({ explorer, page }) => {
  await explorer.open('lens=statements&q="ông Sơn đề nghị"');
  const statements = table(page, 'Statements');
  const row = rows(statements).filter({ hasText: 'proposes' });
  await expect(row).toContainText('Bùi Thanh Sơn');
  await row.getByRole('blockquote').getByRole('link').click();
  await expect(explorer.reader.getByText(/^Ông Sơn đề nghị/)).toBeInViewport();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#p-[0-9a-f]+/);
  // The table stays where it was.
  await expect(rows(statements).first()).toBeVisible();
  await page.goBack();
  await expect(explorer.reader).toBeHidden();
});

test('columns sort up, down and no more, and the address says how', async ({ explorer, page }) => {
  await explorer.open('lens=meetings');
  const header = table(page, 'Meetings').getByRole('columnheader', { name: 'Date' });
  const first = rows(table(page, 'Meetings')).first();
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(first).toContainText('Jun 2024');
  await expect.poll(() => explorer.address()).toContain('order=date');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toContainText('3 Sep 2025');
  await expect.poll(() => explorer.address()).toContain('order=-date');
  await header.getByRole('button').click();
  await expect(header).not.toHaveAttribute('aria-sort', /.+/);
});

test('what is not sure is kept back and can be looked at', async ({ explorer, page }) => {
  await explorer.open('lens=agreements');
  const unsure = page.getByRole('switch', { name: /^Unsure rows \(\d+\)$/ });
  await expect(unsure).toHaveAttribute('aria-checked', 'false');
  const sure = await rows(table(page, 'Agreements')).count();
  await unsure.click();
  await expect(unsure).toHaveAttribute('aria-checked', 'true');
  await expect.poll(() => explorer.address()).toContain('unsure=1');
  await expect.poll(() => rows(table(page, 'Agreements')).count()).toBeLessThan(sure);
});

test('a ledger can be worked with by keys alone', async ({ explorer, page }) => {
  await explorer.open();
  const link = lenses(page).getByRole('link', { name: 'Offices' });
  await link.focus();
  await page.keyboard.press('Enter');
  const offices = table(page, 'Offices');
  await expect(rows(offices).first()).toBeVisible();
  const person = offices.getByRole('columnheader', { name: 'Person' });
  await person.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(person).toHaveAttribute('aria-sort', 'ascending');
  await expect(person.getByRole('button')).toBeFocused();
  await offices.getByRole('link', { name: 'Vladimir Putin', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vladimir Putin' })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('rows of a ledger are cards and nothing moves sideways', async ({ explorer, page }) => {
    for (const lens of ['meetings', 'offices', 'agreements', 'figures', 'statements']) {
      await explorer.open(`lens=${lens}`);
      await expect(page.getByRole('blockquote').first()).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, lens).toBeLessThanOrEqual(0);
    }
  });
});
