// Tables taken along as files.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** The file that a press on this button gives: its name and its text. */
async function save(page: Page, name: 'CSV' | 'JSON') {
  const download = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Download the table' }).getByRole('button', { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile((await file.path())!, 'utf8') };
}

test('a ledger is saved with ids, dates and a link to each sentence', async ({ explorer, page, context }) => {
  await explorer.open('lens=meetings');
  const { name, text } = await save(page, 'JSON');
  expect(name).toBe('songphuong-meetings.json');
  const rows: Record<string, string>[] = JSON.parse(text);
  expect(rows).toHaveLength(13);
  const talks = rows.find((row) => row.whom_id?.includes('person:vladimir-putin') && row.who_id?.includes('person:to-lam'))!;
  expect(talks.date).toBe('2025-05-10');
  expect(talks.quote).toContain('Putin');
  const other = await context.newPage();
  await other.goto(talks.link!);
  await expect(other.getByRole('article')).toContainText(talks.quote!.slice(0, 40));
});

test('the articles found are saved from the sheet that shares them', async ({ explorer, page, context }) => {
  await explorer.open('q=hop tac&person=vladimir-putin&sort=date');
  const docs = await explorer.docs();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  const { name, text } = await save(page, 'JSON');
  expect(name).toBe('songphuong-articles.json');
  const rows: Record<string, string>[] = JSON.parse(text);
  expect(rows.map((row) => row.doc)).toEqual(docs);
  const first = rows.find((row) => row.doc === '000')!;
  expect(first.passages).toContain('hợp tác');
  expect(first.entities).toContain('person:vladimir-putin');
  const other = await context.newPage();
  await other.goto(first.link!);
  await expect(other.getByRole('article').locator('mark').first()).toBeVisible();
  expect((await save(page, 'CSV')).text.split('\r\n')[0]).toBe(
    '\ufeffdoc,id,title,untitled,from,to,source,passages,further,entities,link',
  );
});

test('lines of a concordance are saved as they stand', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&lens=kwic&order=right1');
  const shown = await page.getByRole('table', { name: 'Concordance' }).getByRole('row').count();
  const { name, text } = await save(page, 'CSV');
  expect(name).toBe('songphuong-kwic.csv');
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeffleft,node,right,doc,article,article_date,source,zone,link');
  expect(lines).toHaveLength(shown);
});

test('as many rows as an answer holds are shown at once and are in the file then, others stand behind them', async ({ explorer, page }) => {
  await explorer.open('lens=words');
  const rows = page.getByRole('table', { name: 'Frequent here' }).getByRole('row');
  await expect(rows).toHaveCount(51);
  await page.getByRole('button', { name: 'Show 500' }).click();
  await expect(rows).toHaveCount(501);
  const words: { word: string; count: number }[] = JSON.parse((await save(page, 'JSON')).text);
  expect(words).toHaveLength(500);
  expect(words[0]!.count).toBeGreaterThanOrEqual(words[1]!.count);
  await page.getByRole('button', { name: /^Show more, \d+ rows left$/ }).click();
  await expect.poll(() => rows.count()).toBeLessThan(501);
  const behind: { word: string; count: number }[] = JSON.parse((await save(page, 'JSON')).text);
  expect(words.map(({ word }) => word)).not.toContain(behind[0]!.word);
  await page.getByRole('button', { name: 'Back to 1–500' }).click();
  await expect(rows.nth(1)).toContainText(words[0]!.word);
});

test('a passage is cited with its paragraph, date and link, in four forms', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open('doc=003');
  await explorer.reader.getByRole('link', { name: 'Paragraph 2', exact: true }).click();
  const cite = explorer.reader.getByRole('button', { name: 'Cite' });
  await cite.click();
  await expect(cite).toHaveAttribute('aria-expanded', 'true');
  const text = explorer.reader.getByRole('group', { name: 'Text', exact: true });
  await expect(text).toContainText(/Đậu Tiến Đạt, 4\sSep\s2025, paragraph 2/);
  await text.getByRole('button', { name: 'Copy' }).click();
  await expect(text.getByRole('status')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const link = /http\S+$/.exec(copied)![0];
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('article')).toBeVisible();
  expect(new URL(other.url()).hash).toMatch(/^#p-/);
  await other.close();

  const save = page.waitForEvent('download');
  await explorer.reader.getByRole('group', { name: 'BibTeX' }).getByRole('button', { name: 'Save' }).click();
  const file = await save;
  expect(file.suggestedFilename()).toMatch(/^songphuong-003-p-.*\.bib$/);
  const bibtex = await readFile((await file.path())!, 'utf8');
  expect(bibtex).toContain('date = {2025-09-04}');
  expect(bibtex).toContain('author = {{Đậu Tiến Đạt}}');
});
