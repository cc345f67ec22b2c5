// Pagefind in the page: its script, its wasm and the parts of its index come from the folder that its builder wrote.

export async function open({ index }) {
  const pagefind = await import(`${index}pagefind/pagefind.js`);
  await pagefind.options({ basePath: `${index}pagefind/` });
  await pagefind.init();
  return {
    async search({ kind, query }) {
      const { results } = await pagefind.search(kind === 'phrase' ? `"${query}"` : query);
      const best = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return { total: results.length, ids: best.map(({ url }) => Number(url.match(/\d+/)[0])) };
    },
  };
}
