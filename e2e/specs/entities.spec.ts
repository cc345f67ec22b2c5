import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const profile = (page: Page) => page.getByRole('article', { name: 'Vladimir Putin' });

test('an entity has a page with its ledgers, its company and its articles, and an address', async ({ explorer, page, context }) => {
  await explorer.open('entity=person:vladimir-putin');
  const putin = profile(page);
  await expect(putin).toContainText('named in 4 of 4 articles');
  await expect(putin.getByText('Владимир Путин')).toHaveAttribute('lang', 'ru');
  await expect(putin.getByRole('table', { name: 'Offices' })).toContainText('Tổng thống');
  await expect(putin.getByRole('table', { name: 'Meetings' })).toContainText('Lương Cường');
  await putin.getByRole('link', { name: 'Tô Lâm', exact: true }).last().click();
  await expect(page.getByRole('article', { name: 'Tô Lâm' })).toBeVisible();
  await expect.poll(() => explorer.address()).toContain('entity=person:to-lam');
  await page.goBack();
  await expect(putin).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(profile(other)).toBeVisible();
});

test('all meetings of a person are one click from the page of that person', async ({ explorer, page }) => {
  await explorer.open('entity=person:le-hoai-trung');
  const trung = page.getByRole('article', { name: 'Lê Hoài Trung' });
  await trung.getByRole('link', { name: /^Whole table/ }).first().click();
  await expect(page.getByRole('table', { name: 'Meetings', exact: true })).toBeVisible();
  await expect.poll(() => explorer.address()).toContain('person=le-hoai-trung');
  await expect(explorer.applied).toContainText('Lê Hoài Trung');
});

test('an article covers the page of an entity and gives it back', async ({ explorer, page }) => {
  await explorer.open('entity=person:vladimir-putin');
  await profile(page).getByRole('blockquote').first().getByRole('link').click();
  await expect(profile(page)).toBeHidden();
  await expect(explorer.reader).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(profile(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(profile(page)).toBeHidden();
  await expect.poll(() => explorer.address()).toBe('');
});

test('a mention says who is meant, what office was held then, and how it was found', async ({ explorer, page }) => {
  await explorer.open('doc=001');
  const short = explorer.reader.getByRole('button', { name: /^ông Sơn|^Sơn/ }).first();
  await short.click();
  const card = page.getByRole('group', { name: 'Bùi Thanh Sơn' });
  await expect(card).toContainText('Bộ trưởng Bộ Ngoại giao');
  await expect(card).toContainText('says this article');
  await expect(card).toContainText('Found by');
  await card.getByRole('link', { name: 'Open profile' }).click();
  await expect(page.getByRole('heading', { name: 'Bùi Thanh Sơn' })).toBeVisible();
});

test('an entity that the corpus does not know is left out with a notice', async ({ explorer, page }) => {
  await explorer.open('entity=person:nobody-at-all&q=nga');
  await expect(explorer.notice(/nobody-at-all/)).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?q=nga');
});

test('a name in another script finds the same articles', async ({ explorer }) => {
  await explorer.open('q=Путин');
  const docs = await explorer.docs();
  expect(docs.length).toBeGreaterThan(0);
  await explorer.open('q=Putin');
  await explorer.expectDocs(...docs);
});

test('offices, topics, agreements and events narrow the view', async ({ explorer, page }) => {
  for (const [search, chip] of [
    ['role=chu-tich-nuoc', 'Chủ tịch nước'],
    ['topic=nuclear', 'Nuclear'],
    ['event=victory-day', ''],
  ] as const) {
    await explorer.open(search);
    if (chip) await expect(explorer.applied).toContainText(chip);
    else await expect(explorer.notice(/victory-day/)).toBeVisible();
  }
  await explorer.open('role=chu-tich-nuoc');
  await explorer.expectDocs('003');
});

test('kinds that are not highlighted are part of the address', async ({ explorer, page, context }) => {
  await explorer.open('doc=003');
  const places = page.getByRole('switch', { name: 'Places' });
  await places.click();
  await expect.poll(() => explorer.address()).toContain('hide=place');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('switch', { name: 'Places' })).toHaveAttribute('aria-checked', 'false');
  await expect(other.getByRole('switch', { name: 'People' })).toHaveAttribute('aria-checked', 'true');
});

test('a day without a year says which year is meant, and why', async ({ explorer, page }) => {
  await explorer.open('doc=003');
  await explorer.reader.getByRole('button', { name: /^ngày 3\.9/ }).first().click();
  const card = page.getByRole('group', { name: /^ngày 3\.9/ });
  await expect(card).toContainText(/3\sSep\s2025/);
  await expect(card).toContainText('inferred');
  await expect(card).toContainText('the nearest such day before publication');
});

test('a mention looked at up close is part of the address', async ({ explorer, page, context }) => {
  await explorer.open('doc=001');
  const short = explorer.reader.getByRole('button', { name: /^ông Sơn|^Sơn/ }).first();
  await short.click();
  await expect(page.getByRole('group', { name: 'Bùi Thanh Sơn' })).toContainText('Bộ trưởng Bộ Ngoại giao');
  await expect.poll(() => explorer.address()).toMatch(/mention=p-[a-z0-9-]+\.\d+/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('group', { name: 'Bùi Thanh Sơn' })).toContainText('Bộ trưởng Bộ Ngoại giao');
  await other.close();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Bùi Thanh Sơn' })).toBeHidden();
  await expect(short).toBeFocused();
  await expect.poll(() => explorer.address()).not.toContain('mention');

  await explorer.open('doc=001&mention=p-0000.1');
  await expect(explorer.notice(/p-0000\.1/)).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?doc=001');
});
