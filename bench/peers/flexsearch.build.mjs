import { Index } from 'flexsearch';
import { options } from './flexsearch.options.mjs';

export async function build({ articles, variant, timed, write }) {
  const index = await timed(() => {
    const index = new Index(options(variant));
    articles.forEach(({ title, text }, place) => index.add(place, `${title}\n${text}`));
    return index;
  });
  const parts = [];
  await index.export((name, content) => {
    if (typeof content === 'string') parts.push([name, content]);
  });
  await write('index.json', JSON.stringify({ articles: articles.length, parts }));
}
