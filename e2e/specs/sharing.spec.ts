import { expect, test } from '../support/test';
import { Explorer } from '../support/explorer';

/** A view with a query, an included and an excluded value, an order and an open article, made step by step. */
async function makeView(explorer: Explorer) {
  await explorer.open();
  await explorer.ask('hop tac');
  await expect(explorer.count).toHaveText(/passages$/);
  await explorer.value('People', 'Vladimir Putin').click();
  await explorer.expectDocs('000', '002', '003', '004');
  await explorer.exclude('People', 'Sergey Lavrov').click();
  await explorer.expectDocs('002', '003');
  await explorer.sort.selectOption('Oldest');
  await explorer.expectOrder('002', '003');
  await explorer.title(explorer.card('003')).click();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
}

test('a copied link shows the same view in a new tab', async ({ explorer, context, page }) => {
  await makeView(explorer);
  expect(explorer.address()).toBe('?q=hop+tac&person=vladimir-putin,-sergey-lavrov&sort=date&doc=003');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(explorer.notice(/clipboard/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const before = await explorer.view();

  const other = new Explorer(await context.newPage());
  await other.page.goto(link);
  await other.settled();
  await expect(other.reader.locator('mark').first()).toBeVisible();
  expect(await other.view()).toEqual(before);
});

test('Back undoes the steps one by one, and Forward does them again', async ({ explorer, page }) => {
  await makeView(explorer);
  const full = await explorer.view();

  await page.goBack();
  await expect(explorer.reader).toBeHidden();
  await explorer.expectOrder('002', '003');
  await page.goBack();
  await expect(explorer.sort.locator('option:checked')).toHaveText('Relevance');
  await page.goBack();
  await explorer.expectDocs('000', '002', '003', '004');
  await page.goBack();
  await expect(explorer.value('People', 'Vladimir Putin')).toHaveAttribute('aria-pressed', 'false');
  await expect(explorer.searchBox).toHaveValue('hop tac');

  for (let step = 0; step < 4; step += 1) await page.goForward();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  await expect.poll(() => explorer.view()).toEqual(full);
});

test('a reload keeps the view', async ({ explorer, page }) => {
  await makeView(explorer);
  const before = await explorer.view();
  await page.reload();
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  await expect.poll(() => explorer.view()).toEqual(before);
});

test('typing makes no steps in the history', async ({ explorer, page }) => {
  await explorer.open();
  const before = await page.evaluate(() => history.length);
  await explorer.searchBox.pressSequentially('dien hat nhan', { delay: 30 });
  await explorer.expectDocs('003', '004');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('Back returns to where the list was scrolled', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 400, height: 500 });
  await explorer.open('q=hop tac');
  const card = explorer.cards.last();
  await card.scrollIntoViewIfNeeded();
  const title = explorer.title(card);
  await title.scrollIntoViewIfNeeded();
  await title.click();
  await expect(explorer.reader).toBeVisible();
  await page.goBack();
  await expect(explorer.reader).toBeHidden();
  await expect(title).toBeInViewport();
});

test('hostile and stale parameters do no harm, are named, and the rest applies', async ({ explorer, page }) => {
  page.on('dialog', () => {
    throw new Error('a parameter was executed');
  });
  await explorer.open('q=hop tac&person=<script>alert(1)</script>&from=xx&sort=date&place=atlantis&lens=<img src=x>');
  await expect(explorer.count).toHaveText(/passages$/);
  await expect(explorer.notice(/from/)).toBeVisible();
  await expect(explorer.notice(/script/)).toBeVisible();
  await expect(explorer.notice(/atlantis/)).toBeVisible();
  await expect(explorer.searchBox).toHaveValue('hop tac');
  await expect(explorer.sort.locator('option:checked')).toHaveText('Oldest');
  await expect(explorer.cards).toHaveCount(5);
  await expect(explorer.applied).toBeHidden();
});

test('a link to an article that is not there says so and shows the rest', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&doc=nope');
  await expect(page.getByText(/nope/)).toBeVisible();
  await expect(explorer.cards).toHaveCount(5);
});
