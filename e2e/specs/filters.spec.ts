import { expect, test } from '../support/test';

test('people are included and excluded by one click each', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.value('People', 'Vladimir Putin').click();
  await explorer.expectDocs('000', '002', '003', '004');
  await expect(explorer.value('People', 'Vladimir Putin')).toHaveAttribute('aria-pressed', 'true');
  await explorer.exclude('People', 'Sergey Lavrov').click();
  await explorer.expectDocs('002', '003');
  expect(explorer.address()).toBe('?person=vladimir-putin,-sergey-lavrov');

  await explorer.applied.getByRole('button', { name: 'Remove Vladimir Putin' }).click();
  await explorer.expectDocs('002', '003');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(explorer.cards).toHaveCount(5);
  await expect(explorer.applied).toBeHidden();
});

test('counts say how many of the articles in view and in the corpus have a value', async ({ explorer }) => {
  await explorer.open();
  const putin = explorer.facet('People').getByRole('button', { name: /^Vladimir Putin,/ });
  await expect(putin).toHaveAccessibleName('Vladimir Putin, 4 of 4');
  await explorer.ask('dien hat nhan');
  await expect(putin).toHaveAccessibleName('Vladimir Putin, 2 of 4');
});

test('articles without a date stay in the list, last by date, and have a value of their own', async ({ explorer }) => {
  await explorer.open();
  await explorer.expectDocs('000', '001', '002', '003', '004');
  for (const order of ['Newest', 'Oldest']) {
    await explorer.sort.selectOption(order);
    await expect.poll(async () => (await explorer.docs()).slice(-2).sort()).toEqual(['001', '004']);
  }
  await expect.poll(async () => (await explorer.docs())[0]).toBe('000');
  await explorer.value('Year', 'No year').click();
  await explorer.expectDocs('001', '004');
  expect(explorer.address()).toContain('year=undated');
});

test('dates say how well they are known', async ({ explorer }) => {
  await explorer.open();
  await expect(explorer.card('000')).toContainText('Mar 2018');
  await expect(explorer.card('003')).toContainText(/4 Sept? 2025/);
  await expect(explorer.card('004')).toContainText('No year');
});

test('a range of dates narrows the view', async ({ explorer, page }) => {
  await explorer.open('from=2018-02&to=2018-04');
  await explorer.expectDocs('000');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(explorer.cards).toHaveCount(5);
});

test('all chosen values can be required at once', async ({ explorer }) => {
  await explorer.open('person=vladimir-putin,sergey-lavrov');
  await expect(explorer.cards).toHaveCount(5);
  await explorer.facet('People').getByRole('switch').click();
  await explorer.expectDocs('000', '004');
  expect(explorer.address()).toContain('person.all=1');
});
