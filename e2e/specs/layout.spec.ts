import { expect, test } from '../support/test';

const VIEWS = [
  ['the first visit', ''],
  ['results', 'q=hop tac&person=vladimir-putin,-sergey-lavrov'],
  ['an open article', 'q=hop tac&doc=002'],
  ['no results', 'q="hóa bình"'],
];

for (const width of [320, 768, 1440]) {
  for (const [name, search] of VIEWS) {
    test(`${name} needs no scrolling sideways on ${width} pixels`, async ({ explorer, page }) => {
      await page.setViewportSize({ width, height: 640 });
      await explorer.open(search);
      if (search.includes('doc=')) await expect(explorer.reader.locator('mark').first()).toBeVisible();
      const over = await page.evaluate(() => {
        const wide = document.documentElement.clientWidth;
        return {
          page: document.documentElement.scrollWidth - wide,
          // What sticks out is named, so that a failure says where to look.
          elements: [...document.querySelectorAll('body *')]
            .filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 0 && box.height > 0 && box.left >= 0 && box.right > wide + 1;
            })
            .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
            .slice(0, 5),
        };
      });
      expect(over.page, over.elements.join(', ')).toBeLessThanOrEqual(0);
    });
  }
}

test('filters are at hand on a phone', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await explorer.open();
  await expect(explorer.value('People', 'Vladimir Putin')).toBeHidden();
  await page.getByRole('button', { name: /^Filters/ }).click();
  await explorer.value('People', 'Vladimir Putin').click();
  await page.keyboard.press('Escape');
  await expect(explorer.value('People', 'Vladimir Putin')).toBeHidden();
  await explorer.expectDocs('000', '002', '003', '004');
});

test('on a phone the lenses take one line, with the one looked through on the screen', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await explorer.open('lens=audit');
  const lenses = page.getByRole('navigation', { name: 'Look at' });
  await expect(lenses.getByRole('link', { name: 'Audit' })).toBeInViewport({ ratio: 1 });
  expect((await lenses.boundingBox())!.height).toBeLessThan(64);
  await lenses.getByRole('link', { name: 'Articles' }).click();
  await page.goBack();
  await expect(lenses.getByRole('link', { name: 'Audit' })).toBeInViewport({ ratio: 1 });
});

test('stacked accents are not clipped', async ({ explorer, page }) => {
  await explorer.open('q=hop tac&doc=002');
  await expect(explorer.reader.locator('mark').first()).toBeVisible();
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, p, button, legend, mark')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const cut = style.overflowY === 'hidden' || style.overflowY === 'clip';
        return cut && element.textContent!.trim() !== '' && element.scrollHeight > element.clientHeight + 1;
      })
      .map((element) => element.textContent!.trim().slice(0, 40)),
  );
  expect(clipped).toEqual([]);
});
