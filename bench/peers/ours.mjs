// The engine of this project in the page, as everybody gets it: its own module, not bundled with anything.

export async function open({ index, engine, variant }) {
  const songphuong = await import(`${engine}songphuong.js`);
  const opened = await songphuong.open(`${index}index.bin`);
  return {
    memory: () => opened.memory(),
    async search({ kind, query }) {
      const { total, hits, near } = await opened.search({
        query: kind === 'phrase' ? `"${query}"` : query,
        limit: 10,
        open: kind === 'prefix',
        detail: variant,
      });
      return { total, ids: [...hits, ...(near ?? [])].map((hit) => hit.id) };
    },
  };
}
