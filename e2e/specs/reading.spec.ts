// An article among the others: the way to its neighbours, where matches stand in it, what is like it and what is new.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const way = (page: Page, name: RegExp) => page.getByRole('article').getByRole('link', { name }).first();
const NEXT = /^Next article: /;
const PREVIOUS = /^Previous article: /;
const strip = '[aria-hidden="true"]:has(> svg > path)';

test('an article leads to the next one found and back, and the focus stays on the way', async ({ explorer, page }) => {
  await explorer.open('q=Nga&doc=003');
  const docs = await explorer.docs();
  const at = docs.indexOf('003');
  await explorer.title(explorer.card(docs[0])).click();
  await expect(explorer.reader.getByRole('status').filter({ hasText: `Article 1 of ${docs.length}` })).toBeVisible();
  await expect(explorer.reader.getByRole('link', { name: 'This is the first article' })).toBeDisabled();
  for (const doc of docs.slice(1)) {
    await way(page, NEXT).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => explorer.address()).toContain(`doc=${doc}`);
    await expect(explorer.reader.getByRole('heading', { level: 2 })).toBeVisible();
  }
  const last = explorer.reader.getByRole('link', { name: 'This is the last article' });
  await expect(last).toBeFocused();
  await expect(last).toBeDisabled();
  await page.goBack();
  await expect.poll(() => explorer.address()).toContain(`doc=${docs.at(-2)}`);
  await way(page, PREVIOUS).click();
  await expect.poll(() => explorer.address()).toContain(`doc=${docs.at(-3)}`);
  expect(at).toBeGreaterThanOrEqual(0);
});

test('the end of an article leads on to the start of the next', async ({ explorer, page }) => {
  await explorer.open('q=Nga&sort=date');
  await explorer.title(explorer.cards.first()).click();
  const end = explorer.reader.getByRole('link', { name: NEXT }).last();
  await end.scrollIntoViewIfNeeded();
  await end.click();
  await expect(explorer.reader.getByRole('heading', { level: 2 })).toBeInViewport();
  await expect(explorer.reader.getByRole('link').and(page.locator(':focus'))).toHaveAttribute('aria-label', /article/);
});

for (const [what, viewport] of [
  ['beside the text', { width: 1280, height: 800 }],
  ['above the text of a phone', { width: 360, height: 740 }],
] as const) {
  test.describe(() => {
    test.use({ viewport });
    test(`a press on the strip ${what} leads to the match there`, async ({ explorer, page }) => {
      await explorer.open('q=hợp tác&doc=002');
      const place = explorer.reader.getByText(/^\S+\/\d+$/);
      await expect(place).toBeVisible();
      const total = Number((await place.textContent())!.split('/')[1]);
      const box = (await explorer.reader.locator(strip).boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
      const end = box.height > box.width ? { x: box.width / 2, y: box.height - 8 } : { x: box.width - 4, y: box.height / 2 };
      await page.mouse.click(box.x + end.x, box.y + end.y);
      await expect(place).toHaveText(`${total}/${total}`);
      await expect(explorer.reader.locator('mark').last()).toBeInViewport();
      await page.mouse.click(box.x + 2, box.y + 2);
      await expect(place).toHaveText(`1/${total}`);
    });
  });
}

test('without a query there is no strip', async ({ explorer }) => {
  await explorer.open('doc=002');
  await expect(explorer.reader.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(explorer.reader.locator(strip)).toHaveCount(0);
});

test('an article as scraped names its zones, and a link shows it so', async ({ explorer, page }) => {
  await explorer.open('doc=003');
  await expect(explorer.reader.getByText('body', { exact: true })).toHaveCount(0);
  await explorer.reader.getByRole('switch', { name: 'Show the page as scraped' }).click();
  await expect(explorer.reader.getByText('body', { exact: true }).first()).toBeVisible();
  await expect(explorer.reader.getByText('caption', { exact: true }).first()).toBeVisible();
  expect(explorer.address()).toContain('raw=1');
  await page.reload();
  await expect(explorer.reader.getByRole('switch', { name: 'Show the page as scraped' })).toBeChecked();
  await expect(explorer.reader.getByText('body', { exact: true }).first()).toBeVisible();
});

test('similar articles say what they share, and are compared word by word', async ({ explorer, page }) => {
  await explorer.open('doc=001');
  const beside = explorer.reader.getByRole('region', { name: 'Beside other articles' });
  await expect(beside).toHaveCount(0);
  await explorer.reader.getByRole('button', { name: 'Beside other articles' }).click();
  await expect(beside.getByText('Names were compared in all 4 other articles')).toBeVisible();
  const first = beside.getByRole('listitem').first();
  await expect(first).toContainText(/shares \d+ % of this article’s phrases/);
  await expect(first).toContainText('Both name');
  await first.getByRole('link', { name: 'Compare word by word' }).click();
  await expect(beside.getByRole('deletion').nth(1)).toBeVisible();
  await expect(beside.getByRole('insertion').nth(1)).toBeVisible();
  expect(explorer.address()).toContain('with=000');
  await page.reload();
  await expect(beside.getByRole('deletion').nth(1)).toBeVisible();
  await first.getByRole('link', { name: 'End the comparison' }).click();
  await expect(beside.getByRole('deletion')).toHaveCount(0);
});

test('what is new is marked and counted; without a date nothing is', async ({ explorer, page }) => {
  await explorer.open('doc=003');
  await explorer.reader.getByRole('switch', { name: 'Mark what is new' }).click();
  await expect(explorer.reader.getByRole('status').filter({ hasText: /^\d+ phrases stand in none of the earlier articles \(read: 2 of 2\)\.$/ })).toBeVisible();
  const marked = explorer.reader.locator('u');
  await expect(marked.first()).toBeVisible();
  expect(await marked.count()).toBeGreaterThan(10);
  expect(explorer.address()).toContain('new=1');
  await explorer.reader.getByRole('button', { name: 'Beside other articles' }).click();
  const phrase = explorer.reader.getByRole('region', { name: 'Beside other articles' }).getByRole('link', { name: 'Tổng thống Nga Vladimir Putin', exact: true });
  await phrase.click();
  expect(new URL(page.url()).hash).toMatch(/^#p-/);
  await explorer.open('doc=001&new=1');
  await expect(explorer.reader.getByText('The article has no date, so nothing is known to be earlier.')).toBeVisible();
  await expect(marked).toHaveCount(0);
});

test('an article that is not there is not compared, and that is said', async ({ explorer }) => {
  await explorer.open('doc=001&with=nope');
  await expect(explorer.notice(/nope/)).toBeVisible();
  await expect(explorer.reader.getByRole('region', { name: 'Beside other articles' })).toBeVisible();
  expect(explorer.address()).not.toContain('with=');
});

test('a copied link finds its passage by the words it begins with', async ({ explorer, page }) => {
  await explorer.open('doc=002');
  await explorer.reader.getByRole('link', { name: 'Paragraph 3', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#p-[0-9a-f]+$/);
  const anchor = new URL(page.url()).hash;
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(explorer.notice(/clipboard/)).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.hash).toMatch(/^#p-[0-9a-f]+\.[0-9a-f]{4}$/);
  expect(link.hash.split('.')[0]).toBe(anchor);
  // As if the end of the passage had been another one when the link was made.
  link.hash = link.hash.replace(/^#p-[0-9a-f]+/, '#p-0');
  await page.goto('about:blank');
  await page.goto(link.href);
  await expect(explorer.notice(/begins with the same words/)).toBeVisible();
  await expect(page.locator(anchor)).toBeInViewport();
  await expect.poll(() => new URL(page.url()).hash).toBe(anchor);
  await page.goto('about:blank');
  link.hash = '#p-0';
  await page.goto(link.href);
  await expect(explorer.notice(/no longer there/)).toBeVisible();
});
