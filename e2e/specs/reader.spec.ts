import { expect, test } from '../support/test';

test('an article opens beside the list with its matches marked', async ({ explorer }) => {
  await explorer.open('q=dien hat nhan');
  const title = await explorer.title(explorer.card('003')).textContent();
  await explorer.title(explorer.card('003')).click();
  await expect(explorer.reader.getByRole('heading', { name: title! })).toBeVisible();
  expect(await explorer.marks(explorer.reader)).toEqual(['điện hạt nhân']);
  expect(explorer.address()).toContain('doc=003');
});

test('n and Shift+n walk the matches around the ends', async ({ explorer, page }) => {
  await explorer.open('q=hợp tác&doc=002');
  const place = explorer.reader.getByText(/^\S+\/\d+$/);
  await expect(place).toBeVisible();
  const total = Number((await place.textContent())!.split('/')[1]);
  expect(total).toBeGreaterThan(2);
  const at = (n: number) => expect(place).toHaveText(`${n}/${total}`);
  await page.keyboard.press('n');
  await at(1);
  await page.keyboard.press('n');
  await at(2);
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Shift+N');
  await at(total);
  await explorer.reader.getByRole('button', { name: 'Next match' }).click();
  await at(1);
  await explorer.reader.getByRole('button', { name: 'Previous match' }).click();
  await at(total);
});

test('the match that is walked to is in sight', async ({ explorer, page }) => {
  await explorer.open('q=hợp tác&doc=002');
  const marks = explorer.reader.locator('mark');
  await expect(marks.first()).toBeVisible();
  await page.keyboard.press('Shift+N');
  await expect(marks.last()).toBeInViewport();
});

test('kinds of highlights are switched off one by one', async ({ explorer, page }) => {
  await explorer.open('doc=002');
  const people = page.getByRole('group', { name: 'Highlight' }).getByRole('switch', { name: 'People' });
  const putin = explorer.reader.getByRole('button', { name: /Putin/ }).first();
  await expect(putin).toBeVisible();
  await expect(people).toBeChecked();
  await people.click();
  await expect(people).not.toBeChecked();
  await expect(explorer.reader.getByRole('button', { name: /Putin/ })).toHaveCount(0);
});

test('closing the article leads back to the list', async ({ explorer }) => {
  await explorer.open('q=dien hat nhan&doc=004');
  await explorer.reader.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(explorer.reader).toBeHidden();
  await explorer.expectDocs('003', '004');
  expect(explorer.address()).toBe('?q=dien hat nhan'.replaceAll(' ', '+'));
});

test('a link to a paragraph opens the article there', async ({ explorer, page }) => {
  await explorer.open('doc=002');
  const links = explorer.reader.getByRole('link', { name: /^Paragraph \d+$/ });
  const last = links.last();
  await expect(last).toBeVisible();
  const fragment = new URL((await last.getAttribute('href'))!, page.url()).hash;
  expect(fragment).toMatch(/^#p-[0-9a-f]+$/);
  await page.goto('about:blank');
  await page.goto(`/?doc=002&lang=en${fragment}`);
  await expect(page.locator(fragment)).toBeInViewport();
});

test('the facts of an article tell the way it took, and where it says so', async ({ explorer, page }) => {
  await explorer.open('doc=002');
  await expect(explorer.reader.getByText('Source chain')).toBeVisible();
  await explorer.reader.getByRole('link', { name: /^https:\/\/doanhnghiepvaphattrien\.com/ }).click();
  await expect.poll(() => page.url()).toMatch(/doc=002.*#p-/);
  await expect(explorer.reader.getByText('Link nội dung:')).toBeVisible();
});
