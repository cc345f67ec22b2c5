// The indexes of a corpus: built where they are missing or made by other code, kept where they are not.
import { spawnSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noteOf } from './build.mjs';
import { fingerprint } from './corpus.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A builder that takes longer is given up. */
const PATIENCE = 15 * 60_000;

/** A hash of all that an index is made by, apart from the articles. */
async function stampOf({ name, module, version }) {
  const sources = (await readdir(join(here, 'peers'))).filter((file) => file.startsWith(`${module}.`)).toSorted();
  const files = [...sources.map((file) => join(here, 'peers', file)), join(here, 'fold.mjs')];
  const program = { ours: process.env.SONGPHUONG, tantivy: process.env.TANTIVY_INDEX }[module];
  if (program !== undefined) files.push(program);
  return fingerprint(name, version, ...(await Promise.all(files.map((file) => readFile(file)))));
}

/**
 * The index of one contestant: where it is, its sizes, the time it took; with `failed` where it could not be built. The
 * corpus lies in `folder`, and so does the index.
 */
export async function ensureIndex(contestant, folder, say) {
  const place = join(folder, 'indexes', contestant.name);
  const stamp = await stampOf(contestant);
  const known = await readFile(noteOf(place), 'utf8').then(JSON.parse, () => undefined);
  if (known?.stamp === stamp) return { place, ...known };
  say(`building the index of ${contestant.name}`);
  const args = [
    '--max-old-space-size=12000',
    join(here, 'build.mjs'),
    contestant.name,
    join(folder, 'corpus.jsonl'),
    place,
    stamp,
  ];
  const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: PATIENCE });
  if (status !== 0) {
    const reason = stderr.split('\n').find((line) => /error|fatal/i.test(line)) ?? stderr.trim().split('\n').at(-1);
    return { failed: `its index cannot be built: ${signal ? `stopped (${signal})` : reason}` };
  }
  return { place, ...JSON.parse(await readFile(noteOf(place), 'utf8')) };
}
