import { expect, test } from '../support/test';

test('what is typed goes on with words of the corpus', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.pressSequentially('dien h');
  await expect(explorer.searchBox).toHaveAttribute('aria-expanded', 'true');
  const option = explorer.suggestion(/^điện hạt\s*2 articles$/);
  await expect(option).toBeVisible();
  // Nothing is chosen until an arrow key says so: Enter asks for what was typed.
  await page.keyboard.press('Enter');
  await expect(explorer.suggestions).toBeHidden();
  await expect(explorer.searchBox).toHaveValue('dien h');
});

test('arrows choose, Tab takes, and the cursor stands behind what was taken', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.pressSequentially('dien h');
  await expect(explorer.suggestion(/^điện hạt/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const chosen = explorer.suggestions.getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/^điện hạt/);
  await expect(explorer.searchBox).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id'))!);
  await page.keyboard.press('Tab');
  await expect(explorer.searchBox).toHaveValue('dien hạt');
  await expect(explorer.searchBox).toBeFocused();
  await page.keyboard.type(' nhân');
  await expect(explorer.searchBox).toHaveValue('dien hạt nhân');
  await explorer.expectDocs('003', '004');
});

test('Escape puts the list away first and leaves the box second', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.pressSequentially('hop t');
  await expect(explorer.suggestions).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.suggestions).toBeHidden();
  await expect(explorer.searchBox).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(explorer.suggestions).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(explorer.searchBox).not.toBeFocused();
});

for (const typed of ['Путин', 'vladimir pu', 'putin']) {
  test(`a person is found under the name ${typed} and taken with the mouse`, async ({ explorer }) => {
    await explorer.open();
    await explorer.searchBox.pressSequentially(typed);
    await explorer.suggestion(/^Vladimir Putin\s*person/).click();
    await expect(explorer.searchBox).toHaveValue('person:vladimir-putin ');
    await expect(explorer.searchBox).toBeFocused();
    await expect(explorer.count).toHaveText(/^4 of 5 articles/);
  });
}

test('a field that is taken asks for its value', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.pressSequentially('pers');
  await explorer.suggestion(/^person:$/).click();
  await explorer.searchBox.pressSequentially('lav');
  await explorer.suggestion(/^Sergey Lavrov/).click();
  await expect(explorer.searchBox).toHaveValue('person:sergey-lavrov ');
  await expect(page.locator('#reading')).toContainText('Sergey Lavrov');
});

test('keys typed without the input method are understood', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.ask('ddieenj hatj nhaan');
  await expect(explorer.count).toHaveText(/^0 of 5 articles/);
  await page.getByRole('button', { name: /^Did you mean “điện hạt nhân” \(Telex\): 2 articles$/ }).click();
  await explorer.expectDocs('003', '004');
});

test('a composing input method keeps its keys', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.pressSequentially('dien h');
  await expect(explorer.suggestions).toBeVisible();
  await explorer.searchBox.evaluate((box) => {
    for (const key of ['ArrowDown', 'Enter', 'Tab', 'Escape'])
      box.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
  });
  await expect(explorer.suggestions).toBeVisible();
  await expect(explorer.searchBox).toHaveValue('dien h');
  await expect(explorer.searchBox).not.toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Escape');
});
