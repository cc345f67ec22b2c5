// What is promised of every lens: its address is the view, keys lead to it, it fits a phone and speaks Russian.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** The name in English and in Russian, and what the address says. */
const LENSES = [
  ['Articles', 'Статьи', ''],
  ['Concordance', 'Конкорданс', 'kwic'],
  ['Timeline', 'Хронология', 'timeline'],
  ['Meetings', 'Встречи', 'meetings'],
  ['Offices', 'Должности', 'offices'],
  ['Agreements', 'Договорённости', 'agreements'],
  ['Figures', 'Показатели', 'figures'],
  ['Statements', 'Заявления', 'statements'],
  ['Words', 'Слова', 'words'],
  ['Network', 'Связи', 'network'],
  ['Compare', 'Сравнение', 'compare'],
  ['Audit', 'Проверка', 'audit'],
] as const;

/** A query, and a filter, so that there is something to restore and something to compare. */
const VIEW = { q: 'hop tac', place: 'russia', from: '2025' };

const link = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });

/** What the results say once nothing comes any more. */
async function shown(page: Page, heading: string) {
  const results = page.getByRole('region', { name: heading, exact: true });
  await expect(results).toBeVisible();
  await expect(results.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  let before = '';
  await expect
    .poll(async () => {
      const now = await results.innerText();
      const same = now === before && now.length > 100;
      before = now;
      return same;
    })
    .toBe(true);
  return before;
}

test('there is a link to each lens, and to no other', async ({ explorer, page }) => {
  await explorer.open();
  const names = await page.getByRole('navigation', { name: 'Look at' }).getByRole('link').allTextContents();
  expect(names.toSorted()).toEqual(LENSES.map(([english]) => english as string).toSorted());
});

for (const [english, russian, lens] of LENSES) {
  test(`${english}: the address shows the same in a new tab, and Back leads out of it`, async ({ explorer, page, context }) => {
    const search = new URLSearchParams(VIEW);
    await explorer.open(search.toString());
    await link(page, english).click();
    await expect(link(page, english)).toHaveAttribute('aria-current', 'true');
    const here = await shown(page, 'Results');
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(link(other, english)).toHaveAttribute('aria-current', 'true');
    expect(await shown(other, 'Results')).toBe(here);
    await other.close();
    if (lens === '') return;
    await expect.poll(() => new URL(page.url()).searchParams.get('lens')).toBe(lens);
    await page.goBack();
    await expect(link(page, 'Articles')).toHaveAttribute('aria-current', 'true');
    await expect(explorer.cards.first()).toBeVisible();
  });

  test(`${english}: on a phone, in Russian, nothing is left in another language or sticks out`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const search = new URLSearchParams({ ...VIEW, ...(lens && { lens }), lang: 'ru' });
    await page.goto(`/?${search}`);
    await expect(page.getByRole('navigation', { name: 'Представление' }).getByRole('link', { name: russian })).toHaveAttribute('aria-current', 'true');
    await shown(page, 'Результаты');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    // Every control is named in Russian, or by a name or text that says which language it is in.
    const names = await page
      .getByRole('region', { name: 'Результаты', exact: true })
      .locator('button, select, input, summary')
      .evaluateAll((controls) =>
        controls
          .filter((control) => !control.closest('[lang="vi"]') && !control.querySelector('[lang="vi"]'))
          .map((control) => control.getAttribute('aria-label') ?? control.textContent ?? '')
          .filter((name) => /[ăâđêôơưạảãàáậẩẫầấặẳẵằắẹẻẽèéệểễềếịỉĩìíọỏõòóộổỗồốợởỡờớụủũùúựửữừứỵỷỹỳý]/i.test(name)),
      );
    expect(names).toEqual([]);
  });
}

test('keys alone lead from lens to lens', async ({ explorer, page }) => {
  await explorer.open(new URLSearchParams(VIEW).toString());
  await link(page, LENSES[0][0]).focus();
  for (const name of await page.getByRole('navigation', { name: 'Look at' }).getByRole('link').allTextContents()) {
    await expect(link(page, name)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(link(page, name)).toHaveAttribute('aria-current', 'true');
    await expect(link(page, name)).toBeFocused();
    await shown(page, 'Results');
    await page.keyboard.press('Tab');
  }
});
