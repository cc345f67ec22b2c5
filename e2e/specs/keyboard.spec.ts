import { expect, test } from '../support/test';

test('everything needed to find and read is done by the keyboard alone', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('/');
  await expect(explorer.searchBox).toBeFocused();
  await page.keyboard.type('dien hat nhan');
  await explorer.expectDocs('003', '004');
  const [first, second] = await explorer.docs();

  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(explorer.searchBox).not.toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(explorer.title(explorer.card(first))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.reader).toBeVisible();
  expect(explorer.address()).toContain(`doc=${first}`);

  await page.keyboard.press('n');
  await expect(explorer.reader.getByText(/^1\/\d+$/)).toBeVisible();
  await page.keyboard.press('j');
  await expect.poll(() => explorer.address()).toContain(`doc=${second}`);
  await page.keyboard.press('Escape');
  await expect(explorer.reader).toBeHidden();
  await explorer.expectDocs('003', '004');
});

test('the sheet of keys opens and closes, and the focus returns', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Help: queries and keys' });
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('/');
  await expect(explorer.searchBox).toBeFocused();
});

test('arrows lead through the results, and what they reach is focused', async ({ explorer, page }) => {
  await explorer.open();
  const docs = await explorer.docs();
  for (const doc of docs.slice(0, 3)) {
    await page.keyboard.press('ArrowDown');
    await expect(explorer.title(explorer.card(doc))).toBeFocused();
  }
  await page.keyboard.press('ArrowUp');
  await expect(explorer.title(explorer.card(docs[1]))).toBeFocused();
});

test('letters typed into the search box are text', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.focus();
  await page.keyboard.type('j/k?nu');
  await expect(explorer.searchBox).toHaveValue('j/k?nu');
});

test('single letters can be switched off', async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole('button', { name: 'Help: queries and keys' }).click();
  await page.getByRole('dialog').getByRole('switch', { name: 'Use single-letter keys' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(explorer.searchBox).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(explorer.searchBox).toBeFocused();
});

test('every control reached by Tab has a name and shows that it is reached', async ({ explorer, page }) => {
  await explorer.open('q=dien hat nhan');
  await page.locator('body').focus();
  const seen = new Set<string>();
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const style = getComputedStyle(element);
      const name = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.innerText;
      const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return { name: name?.trim() ?? '', tag: element.tagName, ring };
    });
    if (at.tag === 'BODY') break;
    expect(at.name, `name of the ${at.tag} after ${[...seen].at(-1)}`).not.toBe('');
    expect(at.ring, `focus ring of “${at.name}”`).toBe(true);
    seen.add(at.name);
  }
  expect(seen.size).toBeGreaterThan(5);
});
