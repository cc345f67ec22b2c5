import { expect, test } from '../support/test';

const NUCLEAR = 'điện hạt nhân';

for (const [how, query] of [
  ['without accents', 'dien hat nhan'],
  ['with accents', NUCLEAR],
  ['with decomposed accents', NUCLEAR.normalize('NFD')],
  ['in capitals', NUCLEAR.toUpperCase()],
]) {
  test(`a word typed ${how} is found and marked as a whole`, async ({ explorer }) => {
    await explorer.open();
    await explorer.ask(query);
    await explorer.expectDocs('003', '004');
    await expect(explorer.count).toHaveText(/^2 of 5 articles, \d+ passages$/);
    expect(await explorer.marks(explorer.results)).toEqual([NUCLEAR]);
  });
}

for (const query of ['"hoà bình"', '"hòa bình"']) {
  test(`the phrase ${query} is found in either tone placement`, async ({ explorer }) => {
    await explorer.open();
    await explorer.ask(query);
    await explorer.expectDocs('000', '001', '002', '003');
    for (const mark of await explorer.marks(explorer.results)) expect(mark).toMatch(/^(hoà|hòa) bình$/);
  });
}

test('an accent that is typed binds, and leaving it open is offered', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('"hóa bình"');
  await expect(explorer.count).toHaveText(/^0 of 5 articles/);
  await expect(explorer.cards).toHaveCount(0);
  await page.getByRole('button', { name: /^Ignore accents.*4 articles/ }).click();
  await explorer.expectDocs('000', '001', '002', '003');
  await expect(explorer.searchBox).not.toHaveValue('"hóa bình"');
});

test('zero results name the part that finds nothing and offer to leave it out', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('"hợp tác" zzyzx');
  await expect(explorer.count).toHaveText(/^0 of 5 articles/);
  await expect(page.getByText('“zzyzx” leaves no article')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: /^Leave out “zzyzx”.*articles?/ }).click();
  await expect(explorer.searchBox).toHaveValue('"hợp tác"');
  await expect(explorer.count).toHaveText(/^[1-5] of 5 articles, /);
});

test('the address of a source is neither found nor marked', async ({ explorer }) => {
  await explorer.open();
  await explorer.ask('"tuyen bo chung"');
  await expect(explorer.count).toHaveText(/passages?$/);
  expect(await explorer.marks(explorer.results)).toEqual(['tuyên bố chung']);
  await explorer.title(explorer.card('002')).click();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  expect(await explorer.marks(explorer.reader)).toEqual(['tuyên bố chung']);
});

test('captions are searched only when asked for', async ({ explorer }) => {
  await explorer.open();
  await explorer.ask('kremlin');
  await expect(explorer.count).toHaveText(/^0 of 5 articles/);
  await explorer.ask('kremlin in:caption');
  await explorer.expectDocs('002');
  expect(await explorer.marks(explorer.results)).toEqual(['kremlin']);
});

test('a word can be excluded', async ({ explorer }) => {
  await explorer.open();
  await explorer.ask('"hòa bình" -ASEAN');
  await expect(explorer.count).toHaveText(/passages?$/);
  const without = await explorer.docs();
  await explorer.ask('"hòa bình" ASEAN');
  await expect.poll(async () => (await explorer.docs()).some((doc) => without.includes(doc))).toBe(false);
  const found = await explorer.docs();
  expect([...found, ...without].sort()).toEqual(['000', '001', '002', '003']);
});

test('an unclosed quotation mark is explained and the rest still searches', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('"hạt nhân');
  await expect(page.getByText('closing quotation mark missing')).toBeVisible();
  await explorer.expectDocs('003', '004');
  await expect(explorer.searchBox).toHaveValue('"hạt nhân');
});

test('what is typed while the corpus loads is answered when it is there', async ({ explorer, page }) => {
  await page.goto('/?lang=en');
  await explorer.searchBox.fill('dien hat nhan');
  await explorer.expectDocs('003', '004');
});
