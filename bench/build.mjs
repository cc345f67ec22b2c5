// Builds one index: `node build.mjs NAME CORPUS FOLDER`. A process of its own, so that neither the memory nor the warm
// code of one builder helps or hurts the next.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTESTANTS } from './contestants.mjs';
import { packFolder } from './pack.mjs';

/** Where what is known of a finished index is noted. */
export const noteOf = (folder) => `${folder}.built.json`;

async function buildIndex(name, corpus, folder) {
  const { module, variant } = CONTESTANTS.find((contestant) => contestant.name === name);
  const { build } = await import(`./peers/${module}.build.mjs`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const lines = (await readFile(corpus, 'utf8')).split('\n').filter((line) => line !== '');
  let milliseconds;
  await build({
    articles: lines.map((line) => JSON.parse(line)),
    corpus,
    folder,
    variant,
    write: (file, content) => writeFile(join(folder, file), content),
    /** Runs the work whose time counts: making the index out of articles that are in memory already. */
    async timed(work) {
      const start = performance.now();
      const made = await work();
      milliseconds = performance.now() - start;
      return made;
    },
    /** For a builder that is a program and takes its own time. */
    took: (own) => (milliseconds = own),
  });
  const size = await packFolder(folder);
  if (size.raw === 0) throw new Error(`the builder of ${name} has written nothing`);
  return { milliseconds, size, memory: process.resourceUsage().maxRSS * 1024 };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name, corpus, folder, stamp] = process.argv.slice(2);
  const built = await buildIndex(name, corpus, folder);
  await writeFile(noteOf(folder), JSON.stringify({ stamp, ...built }));
  process.exit(0);
}
