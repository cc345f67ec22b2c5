// MiniSearch in the page.
import MiniSearch from 'minisearch';
import { options } from './minisearch.options.mjs';

export async function open({ text }) {
  const index = MiniSearch.loadJSON(await text('index.json'), options);
  const lastOnly = (word, at, all) => at === all.length - 1;
  return {
    search({ kind, query }) {
      const hits = index.search(query, {
        combineWith: 'AND',
        prefix: kind === 'prefix' ? lastOnly : false,
        fuzzy: kind === 'typo' ? 1 : false,
      });
      return { total: hits.length, ids: hits.slice(0, 10).map((hit) => hit.id) };
    },
  };
}
