import lunr from 'lunr';
import { accentFreeWords } from '../fold.mjs';

export async function build({ articles, timed, write }) {
  const index = await timed(() => {
    // A builder of its own has no English stemmer, trimmer or stop words.
    const builder = new lunr.Builder();
    builder.tokenizer = (text) => accentFreeWords(String(text ?? '')).map((word) => new lunr.Token(word, {}));
    builder.ref('place');
    builder.field('title');
    builder.field('text');
    articles.forEach(({ title, text }, place) => builder.add({ place, title, text }));
    return builder.build();
  });
  await write('index.json', JSON.stringify(index));
}
