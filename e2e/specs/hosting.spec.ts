// What a host has besides the explorer: the articles as pages that need no script.
import { test, expect } from '../support/test';

const below = process.env.PAGE_SUB_PATH!;

test('without scripts the page leads to all articles, and each can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Đọc các bài dạng trang tĩnh' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tất cả các bài' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(5);
  await page.getByRole('link', { name: /^Việt Nam và Nga quyết tâm nâng tầm/ }).click();
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toContainText('Việt Nam và Nga quyết tâm');
  await expect(article.getByText('4/9/2025', { exact: true })).toBeVisible();
  await expect(article.getByText('hội kiến với Tổng thống Nga Vladimir Putin')).toBeVisible();
  await page.getByRole('link', { name: /^Bài cũ hơn/ }).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.getByRole('link', { name: /^Bài mới hơn/ }).click();
  await expect(article.getByRole('heading', { level: 1 })).toContainText('Việt Nam và Nga quyết tâm');
  await context.close();
});

for (const root of ['/', below]) {
  test(`an article leads to itself in the explorer, by the same anchors (${root})`, async ({ page, explorer }) => {
    await page.goto(`${root}articles/003.html`);
    const number = page.getByRole('link', { name: 'Đoạn 2', exact: true });
    const anchor = await number.getAttribute('href');
    const text = await number.locator('..').textContent();
    await page.getByRole('link', { name: 'Mở trong trình khám phá' }).click();
    await expect(explorer.reader).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(root);
    const there = explorer.reader.getByRole('link', { name: 'Đoạn 2', exact: true });
    await expect(there).toHaveAttribute('href', anchor!);
    await expect(explorer.reader.getByText(text!.replace(/^2 /, '').slice(0, 60))).toBeVisible();
  });
}

test('every link of every static page leads somewhere', async ({ page, request }) => {
  await page.goto('/articles/index.html');
  const seen = new Set<string>();
  const wait = [page.url()];
  while (wait.length > 0) {
    const address = wait.pop()!;
    if (seen.has(address)) continue;
    seen.add(address);
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    if (!address.includes('/articles/') || !address.endsWith('.html')) continue;
    const html = await response.text();
    for (const [, href] of html.matchAll(/(?:href|src)="([^"#]+)[^"]*"/g)) {
      const next = new URL(href.replaceAll('&amp;', '&'), address);
      next.search = '';
      wait.push(next.href);
    }
  }
  expect([...seen].filter((address) => /articles\/\d+\.html$/.test(address))).toHaveLength(5);
});

test('static pages are read at any width, in the dark and on paper', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['articles/index.html', 'articles/003.html', 'articles/004.html']) {
      await page.goto(`/${path}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${path} at ${width}`).toBe(0);
    }
  }
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(dark).not.toBe('rgb(251, 249, 244)');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('previews of links have a picture', async ({ request }) => {
  const page = await (await request.get('/')).text();
  expect(page).toMatch(/og:image/);
  const picture = await request.get('/articles/social.png');
  expect(picture.headers()['content-type']).toBe('image/png');
  const bytes = await picture.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});
