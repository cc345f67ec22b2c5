// The scripts that the pages load: each peer with its library in one minified file, ours as it is built.
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packFolder } from './pack.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

/**
 * Fills `folder` with a script for each of `modules` and the wasm those want; `tantivy` is where its crate was built to.
 */
export async function bundle({ folder, modules, tantivy }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: modules.map((module) => `./peers/${module}.mjs`),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
    alias: tantivy && { 'tantivy-peer': join(tantivy, 'tantivy_peer.js') },
  });
  if (modules.includes('sqlite'))
    await cp(require.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm'), join(folder, 'sqlite3.wasm'));
  if (modules.includes('tantivy'))
    await cp(join(tantivy, 'tantivy_peer_bg.wasm'), join(folder, 'tantivy_peer_bg.wasm'));
  await packFolder(folder);
}

/** Copies the engine to where brotli copies may lie beside it. */
export async function copyEngine(engine, folder) {
  await rm(folder, { recursive: true, force: true });
  await cp(engine, folder, { recursive: true });
  await packFolder(folder);
}

/** The version of a contestant: of its npm package, of its crate as locked, of the project. */
export async function versionOf({ package: npm, crate }) {
  if (npm !== undefined) {
    const { version } = JSON.parse(await readFile(join(here, 'node_modules', npm, 'package.json'), 'utf8'));
    return version;
  }
  const [file, name] = crate === undefined ? ['../Cargo.lock', 'songphuong'] : ['tantivy/Cargo.lock', crate];
  const lock = await readFile(join(here, dirname(file), 'Cargo.lock'), 'utf8');
  return lock.match(new RegExp(`name = "${name}"\\nversion = "([^"]+)"`))?.[1] ?? 'unknown';
}
