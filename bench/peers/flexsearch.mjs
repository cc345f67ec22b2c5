// FlexSearch in the page. It has no count of its own: the total is the length of the whole answer.
import { Index } from 'flexsearch';
import { options } from './flexsearch.options.mjs';

export async function open({ text, variant }) {
  const { articles, parts } = JSON.parse(await text('index.json'));
  const index = new Index(options(variant));
  for (const [name, content] of parts) index.import(name, content);
  return {
    search({ query }) {
      const ids = index.search(query, { limit: articles });
      return { total: ids.length, ids: ids.slice(0, 10) };
    },
  };
}
