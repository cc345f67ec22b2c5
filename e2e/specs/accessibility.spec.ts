import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** What axe finds has to be nothing: each rule that is broken, with the element. */
async function nothingWrong(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect(found).toEqual([]);
}

const VIEWS = [
  ['the first visit', ''],
  ['results with filters', 'q=hop tac&person=vladimir-putin,-sergey-lavrov&from=2018'],
  ['an open article', 'q=hop tac&doc=002'],
  ['an article beside others', 'doc=001&beside=1&new=1&with=000&raw=1'],
  ['meetings', 'lens=meetings'],
  ['figures beside an article', 'lens=figures&doc=000'],
  ['an entity', 'entity=person:vladimir-putin'],
  ['a concordance', 'q=hop tac&lens=kwic&group=left'],
  ['words near matches', 'q=Nga&lens=words&tell=near'],
  ['words by year', 'lens=words&tell=years&words=Nga,hợp tác'],
  ['a timeline', 'lens=timeline'],
  ['a timeline of days', 'lens=timeline&from=2018-03&to=2018-03'],
  ['a network', 'lens=network'],
  ['the sentences of a tie', 'lens=network&tie=met&edge=met~person:le-hoai-trung~person:sergey-lavrov'],
  ['two views beside each other', 'q=nga&lens=compare&by=person&b=from%3D2025'],
  ['words of two views', 'lens=compare&by=words&from=2025'],
  ['figures in a chart', 'lens=figures&show=chart'],
  ['meetings in a calendar', 'lens=meetings&show=calendar'],
  ['who meets whom', 'lens=meetings&show=matrix'],
  ['offices in a chart', 'lens=offices&show=chart'],
  ['rules', 'lens=audit'],
  ['what a rule found', 'lens=audit&rule=gazetteer/surname'],
  ['unsure rows', 'lens=audit&tell=unsure'],
  ['what is left out', 'lens=audit&tell=dropped'],
  ['coverage', 'lens=audit&tell=coverage&order=named'],
  ['no results', 'q="hóa bình"'],
  ['a name in another script', 'q=Путин'],
  ['notices', 'q=hop tac&from=xx&doc=nope'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test.describe(`in ${colorScheme} on ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });

      for (const [name, search] of VIEWS) {
        test(`axe finds nothing wrong with ${name}`, async ({ explorer, page }) => {
          await explorer.open(search);
          const drawn = /show=|lens=(timeline|network)/.test(search);
          if (search.includes('rule=')) await expect(page.getByRole('listitem').locator('mark').first()).toBeVisible();
          else if (drawn) await expect(page.getByRole('region').getByRole('group').getByRole('link').first()).toBeVisible();
          else if (search.includes('lens=') && !search.includes('doc=')) await expect(page.getByRole('table').first()).toBeVisible();
          if (search.includes('with=')) await expect(explorer.reader.getByRole('deletion').first()).toBeVisible();
          if (search.includes('doc=002')) await expect(explorer.reader.locator('mark').first()).toBeVisible();
          await nothingWrong(page);
        });
      }
    });
  }
}

test('axe finds nothing wrong with references', async ({ explorer, page }) => {
  await explorer.open('doc=003');
  await explorer.reader.getByRole('button', { name: 'Cite' }).click();
  await expect(explorer.reader.getByRole('group', { name: 'RIS' })).toBeVisible();
  await nothingWrong(page);
});

test('axe finds nothing wrong with suggestions', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.searchBox.pressSequentially('vladimir pu');
  await expect(explorer.suggestions.getByRole('option', { name: /Vladimir Putin/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(explorer.suggestions.getByRole('option', { selected: true })).toBeVisible();
  await nothingWrong(page);
});

test('axe finds nothing wrong with the sheet of keys', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await nothingWrong(page);
});

test('axe finds nothing wrong with the Vietnamese interface', async ({ page }) => {
  await page.goto('/?q=hop+tac&doc=002');
  await expect(page.getByRole('article').locator('mark').first()).toBeVisible();
  await nothingWrong(page);
});

for (const width of [1280, 360]) {
  test.describe(`corrections on ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test('axe finds nothing wrong with the form and the list', async ({ explorer, page }) => {
      const check = () => nothingWrong(page);
      await explorer.open('entity=person:to-lam');
      await explorer.reader.getByText('Correct…').click();
      for (const what of ['Same as another', 'Another kind', 'Rename']) {
        await explorer.reader.getByRole('combobox', { name: 'What is right' }).selectOption(what);
        await check();
      }
      await explorer.reader.getByRole('textbox', { name: 'Name in Vietnamese' }).fill('Đồng chí Tô Lâm');
      await explorer.reader.getByRole('button', { name: 'Apply' }).click();
      await expect(page.getByRole('article', { name: 'Đồng chí Tô Lâm' })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '1 correction of yours' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check();
    });
  });
}
