import { expect, test } from '../support/test';

test('a name in another script finds the names used here, and says so', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('Putin');
  await expect(explorer.count).toHaveText(/passages?$/);
  const docs = await explorer.docs();
  await explorer.ask('Путин');
  await explorer.expectDocs(...docs);
  expect(await explorer.marks(explorer.results)).toEqual(['putin']);
  await expect(page.locator('#reading')).toContainText('name, also as “Putin”');
});

test('one name can be taken as it is written', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('Путин');
  await page.getByRole('button', { name: 'only as written' }).click();
  await expect(explorer.searchBox).toHaveValue('="Путин"');
  await expect(explorer.count).toHaveText(/^0 of 5 articles/);
});

test('other names can be switched off for good, and a link says so', async ({ explorer, page }) => {
  await explorer.open('q=Москва');
  await expect(explorer.count).toHaveText(/^[1-5] of 5 articles/);
  await page.getByRole('button', { name: 'Help: queries and keys' }).click();
  await page.getByRole('switch', { name: 'Find other names too' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => explorer.address()).toContain('alias=0');
  await expect(page.locator('#reading')).not.toContainText('name, also as');
  await page.goto('about:blank');
  await explorer.open('q=Москва');
  await expect(page.locator('#reading')).not.toContainText('name, also as');
  await explorer.open('q=Москва&alias=1');
  await expect(page.locator('#reading')).toContainText('name, also as');
});

test('articles with other accents stand below and are counted nowhere', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('"hóa bình"');
  await expect(explorer.count).toHaveText(/^0 of 5 articles/);
  const near = page.getByRole('list', { name: 'With other accents' });
  await expect(near.locator(':scope > li')).toHaveCount(4);
  await expect(explorer.cards).toHaveCount(0);
  for (const mark of await explorer.marks(near)) expect(mark).toMatch(/^(hoà|hòa) bình$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(near.getByRole('heading').first().getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.reader).toBeVisible();
});

test('all that can be asked is written down', async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole('button', { name: 'All about queries' }).click();
  const sheet = page.getByRole('dialog', { name: 'Help: queries and keys' });
  for (const query of ['date:2018..2025', '="Hòa Bình"', '(Nga OR Mỹ) hội đàm']) {
    await expect(sheet.getByRole('cell', { name: query, exact: true })).toBeVisible();
  }
});
