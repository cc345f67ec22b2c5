// Ten steps through filters, lenses, an article and its passages, and the way back through all of them.
import type { Page } from '@playwright/test';
import type { Explorer } from '../support/explorer';
import { expect, test } from '../support/test';

const lens = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Look at' }).getByRole('link', { name, exact: true }).click();

/** Each is a step of its own, with what the address says after it. */
const STEPS: [what: string, act: (explorer: Explorer, page: Page) => Promise<unknown>, says: RegExp][] = [
  ['a person is chosen', (explorer) => explorer.value('People', 'Vladimir Putin').click(), /person=vladimir-putin(&|$)/],
  ['another is left out', (explorer) => explorer.exclude('People', 'Lương Cường').click(), /-luong-cuong/],
  ['a year is chosen', (explorer) => explorer.value('Year', '2018').click(), /year=2018/],
  ['the year is given up', (explorer) => explorer.value('Year', '2018').click(), /^(?!.*year=)/],
  ['newest first', (explorer) => explorer.sort.selectOption({ label: 'Newest' }), /sort=-date/],
  ['meetings', (_, page) => lens(page, 'Meetings'), /lens=meetings/],
  ['timeline', (_, page) => lens(page, 'Timeline'), /lens=timeline/],
  ['articles', (_, page) => lens(page, 'Articles'), /^(?!.*lens=)/],
  ['the first article', (explorer) => explorer.title(explorer.cards.first()).click(), /doc=\d+/],
  ['the next article', (explorer) => explorer.reader.getByRole('link', { name: /^Next article: / }).first().click(), /doc=\d+/],
];

test('Back goes through ten steps one by one, and Forward through them again', async ({ explorer, page }) => {
  await explorer.open('q=hop tac');
  const addresses = [explorer.address()];
  for (const [what, act, says] of STEPS) {
    await act(explorer, page);
    await expect.poll(() => explorer.address(), what).not.toBe(addresses.at(-1));
    expect(explorer.address(), what).toMatch(says);
    addresses.push(explorer.address());
  }
  expect(new Set(addresses.slice(-3)).size).toBe(3);
  const reading = await explorer.reader.getByRole('heading').first().textContent();
  for (const address of addresses.slice(0, -1).toReversed()) {
    await page.goBack();
    await expect.poll(() => explorer.address()).toBe(address);
  }
  await expect(explorer.reader).toBeHidden();
  await explorer.settled();
  await expect(explorer.searchBox).toHaveValue('hop tac');
  for (const address of addresses.slice(1)) {
    await page.goForward();
    await expect.poll(() => explorer.address()).toBe(address);
  }
  await expect(explorer.reader.getByRole('heading').first()).toHaveText(reading ?? '');
});
