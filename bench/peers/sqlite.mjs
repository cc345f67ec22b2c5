// SQLite's FTS5 in the page, over a database that is read whole into memory.
import start from '@sqlite.org/sqlite-wasm';
import { accentFreeWords } from '../fold.mjs';

/** The query in FTS5's own language: words side by side are all wanted, quotes make a phrase, a star a beginning. */
function expression(kind, query) {
  const words = accentFreeWords(query);
  if (kind === 'phrase') return `"${words.join(' ')}"`;
  return words.map((word, at) => `"${word}"${kind === 'prefix' && at === words.length - 1 ? '*' : ''}`).join(' ');
}

export async function open({ bytes, library }) {
  const [sqlite, content] = await Promise.all([start({ locateFile: (name) => library + name }), bytes('index.db')]);
  const { capi, oo1, wasm } = sqlite;
  const database = new oo1.DB();
  const size = content.byteLength;
  const place = wasm.allocFromTypedArray(content);
  database.checkRc(
    capi.sqlite3_deserialize(database.pointer, 'main', place, size, size, capi.SQLITE_DESERIALIZE_FREEONCLOSE),
  );
  const best = database.prepare('SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10');
  const count = database.prepare('SELECT count(*) FROM articles WHERE articles MATCH ?');
  return {
    memory: () => wasm.heap8u().byteLength,
    search({ kind, query }) {
      const wanted = expression(kind, query);
      const ids = [];
      best.bind(wanted);
      while (best.step()) ids.push(best.getInt(0));
      best.reset();
      count.bind(wanted).step();
      const total = count.getInt(0);
      count.reset();
      return { total, ids };
    },
  };
}
