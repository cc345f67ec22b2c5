// The articles that are searched: made up, from a file of one JSON object a line (also packed by xz), or from a folder.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { synthetic } from './synthetic.mjs';

/** Articles of a corpus where none is given and no size either. */
export const SIZE = 10_000;

/** `{name, articles}` of the corpus that is meant. */
export async function readCorpus({ path, size }) {
  if (path === undefined) return { name: 'synthetic', articles: synthetic(size ?? SIZE) };
  const folder = (await stat(path).catch(() => fail(`${path} is not there`))).isDirectory();
  const articles = folder ? await readFolder(path, size) : await readLines(path, size);
  if (articles.length === 0) fail(`${path} holds no articles`);
  const seen = new Set();
  for (const { id } of articles) {
    if (seen.has(id)) fail(`${path}: two articles have the id ${id}`);
    seen.add(id);
  }
  return { name: basename(path), articles };
}

function fail(message) {
  throw new Error(message);
}

/** One article out of a line; `place` says where it stands if it is none. */
export function parseArticle(line, place) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    fail(`${place} is no JSON`);
  }
  if (value === null || typeof value.text !== 'string') fail(`${place} has no "text"`);
  return { id: String(value.id ?? place), title: String(value.title ?? ''), text: value.text };
}

async function readLines(path, size = Infinity) {
  const { input, done } = path.endsWith('.xz')
    ? await unpack(path)
    : { input: createReadStream(path), done: async () => {} };
  const articles = [];
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (articles.length >= size) break;
    number += 1;
    if (line.trim() !== '') articles.push(parseArticle(line, `${basename(path)}:${number}`));
  }
  await done(articles.length >= size);
  return articles;
}

/** What the program xz makes of a file, as a stream; `done` waits for its end unless the rest is not wanted. */
async function unpack(path) {
  const xz = spawn('xz', ['-dc', '--', path], { stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise((resolve, reject) => {
    xz.once('spawn', resolve);
    const remedy = 'install it (Debian: xz-utils) or unpack the file yourself';
    xz.once('error', () => reject(new Error(`the program xz is missing, which unpacks ${path}: ${remedy}`)));
  });
  let complaint = '';
  xz.stderr.on('data', (text) => (complaint += text));
  const end = new Promise((resolve, reject) => {
    xz.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`xz cannot unpack ${path}: ${complaint.trim()}`)),
    );
  });
  // It may fail before anybody waits for it.
  end.catch(() => {});
  const done = (enough) => {
    if (!enough) return end;
    xz.kill();
    return undefined;
  };
  return { input: xz.stdout, done };
}

/** Text files, each an article with its first line as title where that is short enough for one. */
async function readFolder(path, size = Infinity) {
  const names = (await readdir(path)).filter((name) => name.endsWith('.txt')).toSorted();
  const articles = [];
  for (const name of names.slice(0, size)) {
    const text = (await readFile(join(path, name), 'utf8')).trim();
    const [first] = text.split('\n', 1);
    articles.push({
      id: basename(name, '.txt'),
      title: first.length <= 200 && first !== text ? first.trim() : '',
      text,
    });
  }
  return articles;
}

/** The corpus as a file of lines, the same bytes for the same articles. */
export const asLines = (articles) =>
  articles.map(({ id, title, text }) => `${JSON.stringify({ id, title, text })}\n`).join('');

/** The first digits of a hash that names something made of `parts`. */
export function fingerprint(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** Writes the corpus below `root` into a folder named by its hash, and returns that folder. */
export async function keepCorpus(root, articles) {
  const lines = asLines(articles);
  const folder = join(root, `${articles.length}-${fingerprint(lines)}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'corpus.jsonl');
  // Renamed when whole, as the name promises what is inside.
  await writeFile(`${file}.part`, lines);
  await rename(`${file}.part`, file);
  return folder;
}
