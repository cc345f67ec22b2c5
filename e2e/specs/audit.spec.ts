// How far the other lenses are to be trusted: rules, what is unsure, what is left out, how much is covered.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const row = (page: Page, name: string, text: string | RegExp) => table(page, name).getByRole('row').filter({ hasText: text });
const show = (page: Page) => page.getByRole('combobox', { name: 'Show', exact: true });
const SHORT = /^A short name of a country, such as “Nga”/;
const RULE = '?lens=audit&rule=gazetteer/country-short';

test('a rule leads to what it found, and a sentence to its place in the article', async ({ explorer, page, context }) => {
  await explorer.open();
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(status(page, /^\d+ rules found something in 5 articles$/)).toBeVisible();
  const cells = row(page, 'Rules', 'gazetteer/country-short').getByRole('cell');
  const places = await cells.nth(2).textContent();
  await page.getByRole('link', { name: SHORT }).click();
  await expect.poll(() => explorer.address()).toBe(RULE);
  await expect(status(page, `${places} places in 5 articles`)).toBeVisible();
  await expect(page.getByRole('heading', { name: SHORT })).toBeVisible();
  const sentence = page.getByRole('link').filter({ has: page.locator('mark') }).first();
  await expect(sentence.locator('mark')).toHaveText(/^(Nga|Việt|Mỹ|Anh|Pháp)/);
  const said = (await sentence.textContent())!;

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(status(other, `${places} places in 5 articles`)).toBeVisible();
  await expect(other.getByRole('link').filter({ has: other.locator('mark') }).first()).toHaveText(said);

  await sentence.click();
  await expect.poll(() => page.url()).toMatch(/doc=\d+.*#p-/);
  await expect(explorer.reader).toContainText(said);
  await page.goBack();
  await expect(explorer.reader).toBeHidden();
  await page.goBack();
  await expect.poll(() => explorer.address()).toBe('?lens=audit');
  await expect(table(page, 'Rules')).toBeVisible();
});

test('a rule that there is not is left out with a notice', async ({ explorer, page }) => {
  await explorer.open('lens=audit&rule=scan/nothing');
  await expect(explorer.notice(/scan\/nothing.*rule/)).toBeVisible();
  await expect(table(page, 'Rules')).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?lens=audit');
});

test('unsure rows are those that the tables keep apart', async ({ explorer, page }) => {
  await explorer.open('lens=audit');
  await show(page).selectOption('Unsure rows');
  await expect.poll(() => explorer.address()).toBe('?lens=audit&tell=unsure');
  await expect(status(page, /^\d+ of \d+ rows unsure, from 5 articles$/)).toBeVisible();
  const count = Number(/^\d+/.exec((await status(page, 'unsure, from').textContent())!)![0]);
  const list = page.getByRole('listitem').filter({ hasText: 'right on labelled articles' });
  await expect(list).toHaveCount(Math.min(count, 50));
  await row(page, 'Rows', 'Statements').getByRole('link').click();
  await expect.poll(() => explorer.address()).toMatch(/^\?lens=statements(&unsure=1)?$/);
});

test('what is left out is told with what becomes of it', async ({ explorer, page }) => {
  await explorer.open('lens=audit&tell=dropped');
  await expect(status(page, /^Search looks into \d+ % of the text of 5 articles$/)).toBeVisible();
  await expect(row(page, 'Text by kind', 'menus and forms of the page')).toBeVisible();
  await expect(row(page, 'Dates of articles', 'unknown')).toContainText('40 % (2 of 5)');
  await expect(page.getByText('Not kept in the corpus')).toBeVisible();
  await row(page, 'Dates of articles', 'unknown').getByRole('link').click();
  await explorer.expectDocs('001', '004');
});

test('articles are sorted by how much of them is covered, and opened', async ({ explorer, page }) => {
  await explorer.open('lens=audit&tell=coverage');
  await expect(status(page, /^\d+ % of the sentences of 5 articles name something$/)).toBeVisible();
  const marks = page.getByRole('group', { name: 'Text by kind, article by article' }).getByRole('link');
  await expect(marks).toHaveCount(6);
  const header = table(page, 'Coverage').getByRole('columnheader', { name: 'Searched text' });
  await header.getByRole('link').click();
  await expect.poll(() => explorer.address()).toBe('?lens=audit&tell=coverage&order=text');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const shares = async () => {
    const rows = table(page, 'Coverage').getByRole('row').filter({ has: page.getByRole('cell') });
    const cells = await rows.evaluateAll((all) => all.map((one) => one.querySelectorAll('td')[2]!.textContent!));
    // The first row is of all articles.
    return cells.slice(1).map((text) => parseInt(text, 10));
  };
  const shown = await shares();
  expect(shown).toHaveLength(5);
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  await marks.nth(1).click();
  await expect(explorer.reader.getByRole('heading').first()).toBeVisible();
});

test('tables and the chart can be taken along', async ({ explorer, page }) => {
  const text = async (name: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('group', { name: 'Download the table' }).getByRole('button', { name }).first().click();
    const download = await saved;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  await explorer.open('lens=audit');
  expect(await text('CSV')).toMatch(/gazetteer\/country-short,.*,place,\d+,5,0,0,0,0,/);
  await explorer.open(RULE);
  const found = JSON.parse(await text('JSON'));
  expect(found[0]).toMatchObject({ rule: 'gazetteer/country-short', finds: 'place', confidence: '' });
  expect(found[0].quote).toContain(found[0].marked);
  await explorer.open('lens=audit&tell=coverage');
  const svg = await text('SVG');
  expect(svg).toContain('title and paragraphs');
  expect(svg).not.toContain('class=');
});

test('keys alone lead to a sentence', async ({ explorer, page }) => {
  await explorer.open('lens=audit');
  await page.getByRole('link', { name: SHORT }).focus();
  await page.keyboard.press('Enter');
  const sentence = page.getByRole('link').filter({ has: page.locator('mark') }).first();
  await expect(sentence).toBeVisible();
  await page.getByRole('link', { name: 'All rules' }).focus();
  for (let tabs = 0; tabs < 60 && !(await sentence.evaluate((link) => link === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
  await expect(sentence).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(/#p-/);
});

test('the lens speaks Russian', async ({ page }) => {
  await page.goto('/?lens=audit&lang=ru');
  await expect(status(page, /^Правил с находками: \d+, в 5 статьях$/)).toBeVisible();
  await page.getByRole('link', { name: /^Краткое название страны, например «Nga»/ }).click();
  await expect(status(page, /мест.* в 5 статьях$/)).toBeVisible();
});

for (const width of [320, 360]) {
  test(`the page needs no scrolling sideways on ${width} pixels`, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const search of ['', '&rule=gazetteer/country-short', '&tell=unsure', '&tell=dropped', '&tell=coverage']) {
      await explorer.open(`lens=audit${search}`);
      await expect(page.getByRole('group', { name: 'Download the table' }).first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, search).toBeLessThanOrEqual(0);
    }
  });
}
