import start from '@sqlite.org/sqlite-wasm';
import { accentFreeWords } from '../fold.mjs';

const folded = (text) => accentFreeWords(text).join(' ');

export async function build({ articles, timed, write }) {
  const { capi, oo1 } = await start();
  const database = new oo1.DB(':memory:');
  await timed(() => {
    database.exec(
      `CREATE VIRTUAL TABLE articles USING fts5(title, text, content='', tokenize='unicode61', prefix='1 2')`,
    );
    database.transaction(() => {
      const insert = database.prepare('INSERT INTO articles(rowid, title, text) VALUES (?, ?, ?)');
      articles.forEach(({ title, text }, place) => insert.bind([place, folded(title), folded(text)]).stepReset());
      insert.finalize();
    });
    database.exec(`INSERT INTO articles(articles) VALUES ('optimize')`);
    database.exec('VACUUM');
  });
  await write('index.db', capi.sqlite3_js_db_export(database));
}
