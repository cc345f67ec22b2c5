// What the reader keeps in his own browser: views, stars, what he looked at last.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Saved' });
const views = (page: Page) => sheet(page).getByRole('list', { name: 'Saved views' }).getByRole('listitem');
const stars = (page: Page) => sheet(page).getByRole('list', { name: 'Starred passages' }).getByRole('listitem');
const recent = (page: Page) => sheet(page).getByRole('list', { name: 'Recent views' }).getByRole('listitem');

async function open(page: Page) {
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await expect(sheet(page)).toBeVisible();
}

async function close(page: Page) {
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
}

async function save(page: Page, name?: string) {
  const box = sheet(page).getByRole('textbox', { name: 'Name', exact: true });
  if (name !== undefined) await box.fill(name);
  await box.press('Enter');
}

test('a view is saved under a name, opened on another visit, renamed and removed', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&person=vladimir-putin&lens=meetings');
  await open(page);
  await expect(sheet(page).getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(/hop tac · .*vladimir-putin · Meetings/);
  await save(page, 'Talks <b>with</b> Putin');
  await expect(views(page)).toHaveCount(1);
  await close(page);
  expect(explorer.address()).not.toMatch(/saved|Talks/);

  await explorer.open();
  await open(page);
  await sheet(page).getByRole('link', { name: 'Talks <b>with</b> Putin' }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(explorer.searchBox).toHaveValue('hop tac');
  await expect(page.getByRole('table', { name: 'Meetings' })).toBeVisible();
  await page.goBack();
  await expect(explorer.searchBox).toHaveValue('');

  await open(page);
  await sheet(page).getByRole('button', { name: 'Rename Talks <b>with</b> Putin' }).click();
  const name = sheet(page).getByRole('textbox', { name: 'New name' });
  await name.fill('Talks');
  await name.press('Enter');
  await expect(sheet(page).getByRole('link', { name: 'Talks', exact: true })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Remove Talks', exact: true }).click();
  await expect(sheet(page)).toContainText('No view is saved yet.');
});

test('passages with a star are listed and lead to their place', async ({ explorer, page }) => {
  await explorer.open('doc=003');
  const star = explorer.reader.getByRole('button', { name: 'Star paragraph 4' });
  const anchor = await explorer.reader.getByRole('link', { name: 'Paragraph 4', exact: true }).getAttribute('href');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await explorer.open('q=nga');
  await open(page);
  await stars(page).getByRole('link').click();
  await expect(explorer.reader).toBeVisible();
  expect(page.url()).toContain(anchor);
  await expect(explorer.searchBox).toHaveValue('nga');
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await open(page);
  await stars(page).getByRole('button', { name: /^Remove article 003/ }).click();
  await expect(sheet(page)).toContainText('None yet.');
  await close(page);
  await expect(star).toHaveAttribute('aria-pressed', 'false');
});

test('views looked at last are remembered, until that is switched off', async ({ explorer, page }) => {
  await explorer.open('q=hop tac');
  // A view counts that is looked at and not only passed by.
  await page.waitForTimeout(1800);
  await explorer.open('q=nga&lens=meetings');
  await page.waitForTimeout(1800);
  await open(page);
  await expect(recent(page)).toHaveCount(2);
  await expect(recent(page).first()).toContainText('nga · Meetings');
  await recent(page).last().getByRole('button').click();
  await expect(recent(page)).toHaveCount(1);
  await sheet(page).getByRole('switch', { name: 'Remember the last 20 views' }).click();
  await expect(sheet(page)).toContainText('Nothing yet.');
  await explorer.open('q=putin');
  await page.waitForTimeout(1800);
  await open(page);
  await expect(sheet(page)).toContainText('Nothing yet.');
  await expect(sheet(page).getByRole('switch')).toHaveAttribute('aria-checked', 'false');
});

test('queries asked before are offered in an empty box, and behind other suggestions, and can be removed', async ({ explorer, page }) => {
  await explorer.open('q=hợp tác');
  await page.waitForTimeout(1800);
  await explorer.open('q=hội đàm');
  await page.waitForTimeout(1800);
  await explorer.open();
  await explorer.searchBox.click();
  const options = explorer.suggestions.getByRole('option');
  await expect(options).toHaveText(['hội đàm', 'hợp tác']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Delete');
  await expect(options).toHaveText(['hợp tác']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(explorer.searchBox).toHaveValue('hợp tác');
  await explorer.searchBox.fill('hợp');
  await expect(explorer.suggestions.getByRole('group').last().getByRole('option')).toHaveText(['hợp tác']);
});

test('all of it is taken to another browser, where nothing is overwritten', async ({ explorer, page, browser, baseURL }) => {
  await explorer.open('q=nga');
  await open(page);
  await save(page, 'Russia');
  const [download] = await Promise.all([page.waitForEvent('download'), sheet(page).getByRole('button', { name: 'Export as JSON' }).click()]);
  expect(download.suggestedFilename()).toBe('songphuong-saved.json');
  const file = await readFile(await download.path());
  expect(JSON.parse(file.toString()).views).toEqual([{ name: 'Russia', address: '?q=nga&lang=en' }]);

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto('/?q=putin&lang=en');
  await open(other);
  await save(other, 'Putin');
  const input = sheet(other).getByLabel('Import from JSON');
  const give = (text: string | Buffer) => input.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const said = sheet(other).getByRole('status');
  await give('<b>');
  await expect(said).toHaveText('This file is not JSON; nothing was changed.');
  await give('{"format": "other"}');
  await expect(said).toHaveText('This file was not exported by Song Phương; nothing was changed.');
  await give(file);
  await expect(said).toHaveText('1 entry added.');
  await expect(views(other)).toHaveCount(2);
  const bad = { format: 'songphuong-saved', version: 1, views: [{ name: 'x', address: 'javascript:alert(1)' }], stars: [], recent: [] };
  await give(JSON.stringify(bad));
  await expect(said).toHaveText('0 entries added; 1 was not understood and left out.');
  await expect(views(other)).toHaveCount(2);
  await context.close();
});

test('where the browser keeps nothing that is said, and nothing is lost on the screen', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await explorer.open('doc=003');
  const star = explorer.reader.getByRole('button', { name: 'Star paragraph 1', exact: true });
  await star.click();
  await expect(explorer.notice(/The browser keeps nothing/)).toBeVisible();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await open(page);
  await save(page, 'Here');
  await expect(views(page)).toHaveCount(1);
  await expect(stars(page)).toHaveCount(1);
});

test('the sheet is reached and left by the keyboard, and axe finds nothing wrong with it', async ({ explorer, page }) => {
  await explorer.open('q=nga');
  const button = page.getByRole('button', { name: 'Saved', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeVisible();
  await save(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await close(page);
  await expect(button).toBeFocused();
});

test('a short look around is offered once, walked through by the keyboard, and stays in the help', async ({ explorer, page }) => {
  await explorer.open();
  const offer = page.getByRole('button', { name: 'A two-minute look around' });
  await offer.focus();
  await page.keyboard.press('Enter');
  const guide = page.getByRole('region', { name: /^\d\/5/ });
  for (const heading of ['1/5 · The search box', '2/5 · Filters', '3/5 · Lenses', '4/5 · Results and reader', '5/5 · Keep and send']) {
    await expect(guide.getByRole('heading', { name: heading })).toBeFocused();
    if (heading.startsWith('5')) break;
    await guide.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
  }
  // It is beside the page and not in its way.
  await explorer.ask('hop tac');
  await expect(explorer.count).toHaveText(/passages$/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await guide.getByRole('button', { name: 'Done' }).click();
  await expect(guide).toHaveCount(0);
  await explorer.open();
  await expect(explorer.cards.first()).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'A two-minute look around' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await guide.getByRole('button', { name: 'Skip' }).click();
  await expect(guide).toHaveCount(0);
});
