// Takes the pictures of the documentation, and the one that previews of links show, drawn from its SVG:
// node pictures.mjs PAGE OUT STATIC, as `cargo xtask pictures` does.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from './support/chromium.mjs';
import { serve } from './support/server.mjs';

const [page, out, pictures] = process.argv.slice(2);

/** File, view, and how wide and high the window is. */
const PICTURES = [
  ['screenshot', '?q=dien+hat+nhan&doc=003', 1440, 900, 'light'],
  ['screenshot-dark', '?q=Putin&year=-2018&doc=004&lang=en', 1440, 900, 'dark'],
  ['screenshot-meetings', '?lens=meetings&lang=en', 1440, 900, 'light'],
  ['screenshot-profile', '?lens=figures&entity=person:vladimir-putin', 1440, 900, 'dark'],
  ['lens-concordance', '?q=h%E1%BB%A3p+t%C3%A1c&lens=kwic&order=right1&lang=en', 1200, 720, 'light'],
  ['lens-timeline', '?lens=timeline&lang=en', 1200, 720, 'light'],
  ['lens-figures', '?lens=figures&show=chart&lang=en', 1200, 720, 'dark'],
  ['lens-words', '?person=sergey-lavrov&lens=words&lang=en', 1200, 720, 'dark'],
  ['lens-network', '?lens=network&lang=en', 1200, 720, 'light'],
  ['lens-compare', '?lens=compare&a=to%3D2018&b=from%3D2025&lang=en', 1200, 720, 'dark'],
  ['screenshot-phone', '?q=%22ho%C3%A0+b%C3%ACnh%22', 390, 780, 'light'],
];

const server = await serve({ mounts: { '/': page } });
const browser = await chromium.launch(launchOptions);
try {
  for (const [name, view, width, height, colorScheme] of PICTURES) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'vi-VN', hasTouch: width < 600, isMobile: width < 600 });
    await tab.goto(`${server.url}/${view}`);
    const results = tab.getByRole('list', { name: /^(Kết quả|Results)$/ }).getByRole('listitem');
    const rows = tab.getByRole('table').getByRole('row').nth(1);
    const marks = tab.getByRole('region').getByRole('group').getByRole('link');
    const drawn = /show=|lens=timeline/.test(view) ? marks : rows;
    await (view.includes('lens=') ? drawn : results).first().waitFor();
    if (/doc=|entity=/.test(view)) await tab.getByRole('article').waitFor();
    await tab.screenshot({ path: join(out, `${name}.png`) });
    await tab.close();
    console.log(join(out, `${name}.png`));
  }
  const social = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await social.setContent(`<style>body { margin: 0 }</style>${await readFile(join(pictures, 'social.svg'), 'utf8')}`);
  await social.screenshot({ path: join(pictures, 'social.png') });
  console.log(join(pictures, 'social.png'));
} finally {
  await browser.close();
  await server.close();
}
