// Who stands with whom: each line opens the sentences that say so, and the table says the same.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const picture = (page: Page) => page.getByRole('group', { name: 'Who stands with whom' });
const line = (page: Page, name: string | RegExp) => picture(page).getByRole('link', { name });
const table = (page: Page) => page.getByRole('table', { name: 'Ties' });
const rows = (page: Page) => table(page).getByRole('row').filter({ has: page.getByRole('cell') });
const said = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const status = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** What a line says, and what a row says. */
const TIE = /^.+ – .+, (met|agreement|same sentence): \d+ places? in \d+ articles?$/;
const MET = 'Lê Hoài Trung – Sergey Lavrov, met';

test('the table says the same as the picture', async ({ explorer, page }) => {
  await explorer.open('person=sergey-lavrov');
  await page.getByRole('link', { name: 'Network', exact: true }).click();
  await expect.poll(() => explorer.address()).toBe('?person=sergey-lavrov&lens=network');
  await expect(status(page, /^\d+ ties in 3 articles$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Ties' }).selectOption('Met');
  await expect.poll(() => explorer.address()).toBe('?person=sergey-lavrov&lens=network&tie=met');
  await expect(status(page, /^\d ties in 3 articles$/)).toBeVisible();
  const drawn = await line(page, TIE).evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(drawn.length).toBeGreaterThan(2);
  await expect(rows(page)).toHaveCount(drawn.length);
  for (const [at, name] of drawn.entries()) await expect(rows(page).nth(at).getByRole('link', { name: name!, exact: true })).toBeVisible();
  expect(drawn).toContain(`${MET}: 1 place in 1 article`);
});

test('a line opens its sentences, a sentence its article, and Back leads to them', async ({ explorer, page, context }) => {
  await explorer.open('lens=network&tie=met');
  await line(page, `${MET}: 1 place in 1 article`).click();
  await expect.poll(() => explorer.address()).toBe('?lens=network&tie=met&edge=met~person:le-hoai-trung~person:sergey-lavrov');
  const evidence = said(page, MET);
  await expect(evidence).toBeFocused();
  await expect(evidence).toBeInViewport();
  await expect(evidence.getByText('talks', { exact: true })).toBeVisible();
  await expect(evidence.locator('mark').first()).toHaveText(/Lê Hoài Trung|Lavrov/);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(said(other, MET).locator('mark').first()).toBeVisible();
  await expect(line(other, `${MET}: 1 place in 1 article`)).toHaveAttribute('aria-current', 'true');

  await evidence.getByRole('link', { name: /Lavrov/ }).click();
  await expect.poll(() => page.url()).toMatch(/doc=004.*#p-/);
  await expect(explorer.reader.getByText(/Lavrov/).first()).toBeInViewport();
  await page.goBack();
  await expect(explorer.reader).toBeHidden();
  await expect(said(page, MET)).toBeVisible();
  await page.goBack();
  await expect(said(page, MET)).toBeHidden();
  await expect.poll(() => explorer.address()).toBe('?lens=network&tie=met');
});

test('both names are marked in every sentence that names them together', async ({ explorer, page }) => {
  await explorer.open('lens=network&edge=together~person:to-lam~person:vladimir-putin');
  const evidence = said(page, 'Tô Lâm – Vladimir Putin, same sentence');
  const quotes = evidence.getByRole('blockquote');
  await expect(quotes.first()).toBeVisible();
  for (const quote of await quotes.all()) {
    const marks = (await quote.locator('mark').allTextContents()).join(' ');
    expect(marks).toMatch(/Tô Lâm|TÔ LÂM/);
    expect(marks).toMatch(/Putin/i);
  }
  await evidence.getByRole('link', { name: 'Close' }).click();
  await expect(evidence).toBeHidden();
});

test('a name narrows the view to the articles that have it', async ({ explorer, page }) => {
  await explorer.open('lens=network&nodes=person');
  await picture(page).getByRole('link', { name: /^Lương Cường: \d+ ties?$/ }).click();
  await expect.poll(() => explorer.address()).toBe('?person=luong-cuong&lens=network&nodes=person');
  await expect(status(page, /^\d+ ties? in 1 article$/)).toBeVisible();
});

test('what is tied and how often can be chosen, and without ties there is a way out', async ({ explorer, page }) => {
  await explorer.open('lens=network');
  await page.getByRole('switch', { name: 'Places' }).click();
  await page.getByRole('switch', { name: 'Organisations' }).click();
  await expect.poll(() => explorer.address()).toBe('?lens=network&nodes=person');
  await expect(page.getByRole('switch', { name: 'People' })).toBeDisabled();
  await page.getByRole('button', { name: 'Articles', exact: true }).click();
  await expect(table(page).getByRole('columnheader', { name: 'Articles' })).toHaveAttribute('aria-sort', 'descending');
  const slider = page.getByRole('slider', { name: 'Places at least' });
  await slider.press('End');
  await expect.poll(() => explorer.address()).toBe('?lens=network&nodes=person&order=articles&least=20');
  await expect(page.getByRole('heading', { name: 'No ties' })).toBeVisible();
  await page.getByRole('button', { name: 'All ties' }).click();
  await expect.poll(() => explorer.address()).toBe('?lens=network');
  await expect(line(page, TIE).first()).toBeVisible();
});

test('a tie of somebody the corpus does not know is left out with a notice', async ({ explorer, page }) => {
  await explorer.open('lens=network&edge=met~person:nobody~person:to-lam');
  await expect(explorer.notice(/edge/)).toBeVisible();
  await expect.poll(() => explorer.address()).toBe('?lens=network');
  await expect(line(page, TIE).first()).toBeVisible();
});

test('by keys alone from line to line, to the sentences and into an article', async ({ explorer, page }) => {
  await explorer.open('lens=network&tie=met');
  await line(page, TIE).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(line(page, TIE).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.address()).toContain('edge=met~');
  await expect(page.locator(':focus').getByRole('heading', { level: 3 })).toBeVisible();
  // The link that closes, then the first sentence.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(explorer.reader).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/doc=\d+.*#p-/);
});

test('the picture and its table can be taken along', async ({ explorer, page }) => {
  await explorer.open('lens=network&tie=met');
  await expect(line(page, TIE).first()).toBeVisible();
  const text = async (name: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('group', { name: 'Download the table' }).getByRole('button', { name }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(`songphuong-network.${name.toLowerCase()}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  };
  expect(await text('CSV')).toContain('met,person:le-hoai-trung,Lê Hoài Trung,person:sergey-lavrov,Sergey Lavrov,1,1,,,');
  expect(JSON.parse(await text('JSON'))[0]).toMatchObject({ tie: 'met', places: 1, articles: 1 });
  const svg = await text('SVG');
  expect(svg).toContain(`<title>${MET}: 1 place in 1 article</title>`);
  expect(svg).not.toContain('class=');
  const drawn = await page.evaluate((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null, svg);
  expect(drawn).toBe(true);
});

test('in Russian it speaks Russian', async ({ page }) => {
  await page.goto('/?lens=network&tie=met&lang=ru');
  await expect(page.getByRole('group', { name: 'Кто с кем связан' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ (связь|связи|связей) \(5 статей\)$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Список связей' })).toBeVisible();
});

for (const width of [320, 360]) {
  test(`the page needs no scrolling sideways on ${width} pixels`, async ({ explorer, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await explorer.open('lens=network&edge=together~place:russia~place:vietnam');
    await expect(line(page, TIE).first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const frame = page.getByRole('region', { name: 'Who stands with whom' });
    expect(await frame.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
  });
}
