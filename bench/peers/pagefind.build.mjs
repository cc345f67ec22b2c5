import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** So many records are on their way at once. */
const BATCH = 50;

export async function build({ articles, folder, timed }) {
  await timed(async () => {
    const { index, errors } = await createIndex({ forceLanguage: 'vi' });
    if (errors.length > 0) throw new Error(errors.join('; '));
    for (let start = 0; start < articles.length; start += BATCH) {
      const batch = articles.slice(start, start + BATCH).map(({ title, text }, at) =>
        index.addCustomRecord({
          url: `/${start + at}`,
          content: `${title}\n${text}`,
          language: 'vi',
          meta: { title },
        }),
      );
      const answers = await Promise.all(batch);
      for (const answer of answers) if (answer.errors.length > 0) throw new Error(answer.errors.join('; '));
    }
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  });
  await close();
}
