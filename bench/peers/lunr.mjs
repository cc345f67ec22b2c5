// lunr in the page.
import lunr from 'lunr';
import { accentFreeWords } from '../fold.mjs';

const { presence, wildcard } = lunr.Query;

export async function open({ text }) {
  const index = lunr.Index.load(JSON.parse(await text('index.json')));
  return {
    search({ kind, query }) {
      const words = accentFreeWords(query);
      const hits = index.query((terms) => {
        words.forEach((word, at) =>
          terms.term(word, {
            presence: presence.REQUIRED,
            usePipeline: false,
            wildcard: kind === 'prefix' && at === words.length - 1 ? wildcard.TRAILING : wildcard.NONE,
            // Its mere presence, even as nought, makes lunr forget the wildcard.
            ...(kind === 'typo' && { editDistance: 1 }),
          }),
        );
      });
      return { total: hits.length, ids: hits.slice(0, 10).map((hit) => Number(hit.ref)) };
    },
  };
}
