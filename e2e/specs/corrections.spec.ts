// The reader corrects what was recognised, in his own browser.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Explorer } from '../support/explorer';
import { expect, test } from '../support/test';

/** The unfolded form in `place`, for what is to be done. */
async function correct(place: Locator, what: string): Promise<Locator> {
  await place.getByText('Correct…').click();
  await place.getByRole('combobox', { name: 'What is right' }).selectOption(what);
  return place;
}

const apply = (place: Locator) => place.getByRole('button', { name: 'Apply' }).click();
const list = (page: Page) => page.getByRole('dialog', { name: 'Your corrections' });

async function openList(page: Page, count: string) {
  await page.getByRole('button', { name: `${count} of yours` }).click();
  await expect(list(page)).toBeVisible();
}

async function rename(explorer: Explorer, id: string, name: string, why: string) {
  await explorer.open(`entity=${id}`);
  const form = await correct(explorer.reader, 'Rename');
  await form.getByRole('textbox', { name: 'Name in Vietnamese' }).fill(name);
  await form.getByRole('textbox', { name: 'Name in English' }).fill(name);
  await form.getByRole('textbox', { name: 'Reason' }).fill(why);
  await apply(form);
  await expect(explorer.page.getByRole('article', { name })).toBeVisible();
}

test('a person that was renamed has that name everywhere, also on the next visit', async ({ explorer, page }) => {
  await rename(explorer, 'person:vladimir-putin', 'V. V. Putin', 'as the seeds "test" it');
  await expect(explorer.value('People', 'V. V. Putin')).toBeVisible();
  await expect(explorer.value('People', 'Vladimir Putin')).toHaveCount(0);
  await expect(explorer.reader.getByRole('table', { name: 'Meetings' })).toContainText('V. V. Putin');
  await explorer.value('People', 'V. V. Putin').click();
  await expect(explorer.applied).toContainText('V. V. Putin');
  expect(explorer.address()).not.toMatch(/V\. V\.|correct/);
  await explorer.open();
  await expect(explorer.value('People', 'V. V. Putin')).toBeVisible();
  await openList(page, '1 correction');
  await list(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(list(page)).toContainText('There are none.');
  await list(page).getByRole('button', { name: 'Close' }).click();
  await expect(explorer.value('People', 'Vladimir Putin')).toBeVisible();
  await explorer.open();
  await expect(explorer.value('People', 'Vladimir Putin')).toBeVisible();
});

test('two that are one have the articles of both, and it can be taken back', async ({ explorer, page }) => {
  const [from, into] = ['Lê Hoài Trung', 'Bùi Thanh Sơn'];
  const docs = new Set<string>();
  for (const slug of ['le-hoai-trung', 'bui-thanh-son']) {
    await explorer.open(`person=${slug}`);
    for (const doc of await explorer.docs()) docs.add(doc);
  }
  await explorer.open('entity=person:le-hoai-trung');
  const before = await explorer.value('People', into).getAttribute('aria-label');
  const form = await correct(explorer.reader, 'Same as another');
  await apply(form);
  // The browser asks for what is required.
  await expect(page.getByRole('button', { name: /of yours/ })).toHaveCount(0);
  await form.getByRole('combobox', { name: 'The other: name or id' }).fill('nobody');
  await apply(form);
  await expect(form.getByRole('alert')).toContainText('cannot be used');
  await form.getByRole('combobox', { name: 'The other: name or id' }).fill(into);
  await apply(form);
  await expect(page.getByRole('article', { name: into })).toBeVisible();
  await expect(explorer.value('People', from)).toHaveCount(0);
  await expect(explorer.value('People', into)).toHaveAccessibleName(new RegExp(`${docs.size} of ${docs.size}$`));
  await openList(page, '1 correction');
  await list(page).getByRole('button', { name: 'Take back all' }).click();
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(explorer.value('People', from)).toBeVisible();
  if (before) await expect(explorer.value('People', into)).toHaveAttribute('aria-label', before);
});

test('what is no name is none any more', async ({ explorer, page }) => {
  await explorer.open('doc=000');
  const mention = explorer.reader.getByRole('button', { name: 'ASEAN', exact: true }).first();
  await mention.click();
  const form = await correct(page.getByRole('group', { name: 'ASEAN' }), 'Another kind');
  await form.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('not a name');
  await apply(form);
  await expect(form.getByRole('button', { name: 'Apply' })).toHaveCount(0);
  await expect(explorer.value('Organisations', 'ASEAN')).toHaveCount(0);
  await expect(explorer.reader).toBeVisible();
});

test('somebody else of the same name gets a name of his own, and the focus stays at the mention', async ({ explorer, page }) => {
  await explorer.open('doc=001');
  await explorer.reader.getByRole('button', { name: 'Bùi Thanh Sơn', exact: true }).first().click();
  const form = await correct(page.getByRole('group', { name: 'Bùi Thanh Sơn' }), 'Somebody or something else here');
  await form.getByRole('textbox', { name: 'Name of who' }).fill('Bùi Thanh Sơn (khác)');
  await apply(form);
  await expect(explorer.value('People', 'Bùi Thanh Sơn \\(khác\\)')).toBeVisible();
  await expect(page.locator(':focus')).toHaveText('Bùi Thanh Sơn');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Bùi Thanh Sơn (khác)' })).toBeFocused();
});

test('the corrections are exported as a file that says why, and nothing is sent', async ({ explorer, page, watch }) => {
  await rename(explorer, 'person:to-lam', 'Đồng chí Tô Lâm', 'a "reason"');
  await openList(page, '1 correction');
  const before = watch.requests.length;
  const download = page.waitForEvent('download');
  await list(page).getByRole('link', { name: 'Export as overrides.toml' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('overrides.toml');
  const toml = await readFile((await file.path())!, 'utf8');
  expect(toml).toContain('[[rename]]\nid = "person:to-lam"\n');
  expect(toml).toContain('vi = "Đồng chí Tô Lâm"\nwhy = "a \\"reason\\""\n');
  expect(watch.requests.length).toBe(before);
});

test('corrections that cannot be read are dropped with a notice', async ({ explorer, page }) => {
  await explorer.open();
  await page.evaluate(() => localStorage.setItem('songphuong.corrections', '0102ff'));
  await explorer.open();
  await expect(explorer.notice(/cannot be read any more/)).toBeVisible();
  await explorer.open();
  await expect(explorer.count).toBeVisible();
  await expect(explorer.notice(/cannot be read any more/)).toHaveCount(0);
});

test('without the analyst the list is kept and the page goes on', async ({ explorer, page, watch }) => {
  watch.expectError(/404/);
  await page.context().route(/analyst_bg\.wasm/, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await explorer.open('entity=person:to-lam');
  const form = await correct(explorer.reader, 'Rename');
  await apply(form);
  await expect(explorer.notice(/Not everything could be corrected/)).toBeVisible();
  await expect(page.getByRole('button', { name: '1 correction of yours, not applied' })).toBeVisible();
  await explorer.ask('nga');
  await expect(explorer.count).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the form has room', async ({ explorer, page }) => {
    await explorer.open('entity=person:to-lam');
    const form = await correct(explorer.reader, 'Rename');
    for (const control of await form.locator('.correct :is(input, select, button)').all()) {
      const box = (await control.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(360);
      expect(box.height).toBeGreaterThanOrEqual(24);
    }
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
