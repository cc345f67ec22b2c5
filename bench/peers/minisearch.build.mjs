import MiniSearch from 'minisearch';
import { options } from './minisearch.options.mjs';

export async function build({ articles, timed, write }) {
  const index = await timed(() => {
    const index = new MiniSearch(options);
    index.addAll(articles.map((article, place) => ({ ...article, place })));
    return index;
  });
  await write('index.json', JSON.stringify(index));
}
