import { expect, test } from '../support/test';

test('the interface is Vietnamese unless asked otherwise', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('combobox', { name: 'Tìm trong kho bài' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Kết quả' }).locator(':scope > li')).toHaveCount(5);
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
});

test('the language chosen is kept for the next visit', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('English');
  await expect(page.getByRole('combobox', { name: 'Search the corpus' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('about:blank');
  await page.goto('/');
  await expect(page.getByRole('combobox', { name: 'Search the corpus' })).toBeVisible();
});

test('Russian is kept for the next visit, and a link can ask for it', async ({ page, watch }) => {
  const russian = page.getByRole('combobox', { name: 'Поиск по корпусу' });
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('Русский');
  await expect(russian).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.getByRole('status').filter({ hasText: '5 из 5 статей' })).toBeVisible();
  await page.reload();
  await expect(russian).toBeVisible();
  expect(watch.requests.filter((request) => /-english\.wasm$/.test(request))).toEqual([]);
  await page.getByRole('combobox', { name: 'Язык' }).selectOption('Tiếng Việt');
  await expect(russian).toBeHidden();
  await page.goto('/?lang=ru');
  await expect(russian).toBeVisible();
  await expect(page.getByRole('list', { name: 'Результаты' }).locator(':scope > li')).toHaveCount(5);
  await page.getByRole('combobox', { name: 'Язык' }).selectOption('English');
  await expect(page).toHaveURL(/\?lang=en$/);
});

test('the language of a link wins over the one kept', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Ngôn ngữ' }).selectOption('English');
  await expect(page.getByRole('combobox', { name: 'Search the corpus' })).toBeVisible();
  await page.goto('/?lang=vi');
  await expect(page.getByRole('combobox', { name: 'Tìm trong kho bài' })).toBeVisible();
});

test('the theme chosen is kept for the next visit and is in force before the first paint', async ({ explorer, page }) => {
  const dark = () =>
    page.evaluate(() => {
      const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g)!.map(Number);
      return red + green + blue < 1.5 * 255;
    });
  await explorer.open();
  expect(await dark()).toBe(false);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect.poll(dark).toBe(true);
  await page.goto('about:blank');
  await page.goto('/', { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
  expect(await dark()).toBe(true);
});

test.describe('on a system that is dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the page is dark', async ({ explorer, page }) => {
    await explorer.open();
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red, green, blue] = background.match(/[\d.]+/g)!.map(Number);
    expect(red + green + blue).toBeLessThan(1.5 * 255);
  });
});
