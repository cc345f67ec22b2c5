// A view within another page, handed to another program, and on paper.
import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Share' });

test('a view in a frame has nothing around it and leads to itself', async ({ explorer, page, context, baseURL }) => {
  const outer = `<!doctype html><link rel="icon" href="data:,"><iframe src="${baseURL}/?q=hop+tac&doc=003&lang=en&embed=1" title="there" width="700" height="500"></iframe>`;
  await page.route('**/outer.html', (route) => route.fulfill({ contentType: 'text/html', body: outer }));
  await page.goto('/outer.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('article')).toBeVisible();
  await expect(frame.getByRole('search')).toHaveCount(0);
  await expect(frame.getByRole('contentinfo')).toHaveCount(0);
  await expect(frame.getByRole('complementary')).toHaveCount(0);
  // But for the way through the articles found, which belongs to the article.
  await expect(frame.getByRole('navigation')).toHaveCount(await frame.getByRole('article').getByRole('navigation').count());
  const [tab] = await Promise.all([context.waitForEvent('page'), frame.getByRole('link', { name: 'Open in Song Phương' }).click()]);
  await expect(tab.getByRole('search')).toBeVisible();
  expect(new URL(tab.url()).search).toBe('?q=hop+tac&doc=003&lang=en');
  await tab.close();
  await explorer.open('embed=1&q=hop tac');
  await expect(explorer.cards.first()).toBeVisible();
  await explorer.title(explorer.cards.first()).click();
  await expect(explorer.reader).toBeVisible();
  expect(page.url()).toContain('embed=1');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test('a view is shared by its link and by a code that embeds it', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&doc=003');
  await explorer.reader.getByRole('button', { name: 'Share' }).click();
  await sheet(page).getByRole('button', { name: 'Copy the link' }).click();
  await expect(sheet(page).getByRole('status')).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  await sheet(page).getByRole('button', { name: 'Copy embed code' }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<iframe src="http.*&amp;embed=1" /);
  expect(code).toBeTruthy();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test('another program is offered where the browser knows one', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: (data: { url: string }) => {
        document.documentElement.dataset.shared = data.url;
        return Promise.reject(new DOMException('none chosen', 'AbortError'));
      },
    });
  });
  await explorer.open('q=hop tac');
  await page.getByRole('button', { name: 'Share' }).click();
  await sheet(page).getByRole('button', { name: 'Send with another app…' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-shared', page.url());
});

test('and not where it knows none', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: undefined });
  });
  await explorer.open('q=hop tac');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Copy the link' })).toBeVisible();
  await expect(sheet(page).getByRole('button', { name: 'Send with another app…' })).toHaveCount(0);
});

test('on paper there are the article, what is known of it and where it is found', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&doc=003');
  await expect(explorer.reader).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(explorer.reader.getByRole('heading').first()).toBeVisible();
  await expect(explorer.reader.getByText('4 Sep 2025').first()).toBeVisible();
  await expect(explorer.reader.getByText(page.url(), { exact: true })).toBeVisible();
  for (const role of ['search', 'contentinfo', 'complementary', 'navigation', 'banner'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0);
  }
  await expect(explorer.reader.getByRole('button', { name: /Star|Copy link|Share|Cite/ })).toHaveCount(0);
});
