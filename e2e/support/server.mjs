// A static host as the page meets them: files by their type, 404 for everything else. Browsers keep what carries a hash
// in its name and ask again for the rest.
// Run as a program it serves what the end-to-end tests look at, three pages and the module; the measurements import it.
import { createServer } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Already compressed by their format. */
const PACKED = new Set(['.png', '.ico', '.woff2']);

/** A name that changes with the content, as Trunk makes them. */
const HASHED = /-[0-9a-f]{12,16}(_bg)?\.\w+$/;

/** The file that `path` names below the longest fitting mount, or nothing. */
async function find(mounts, path) {
  const mount = Object.keys(mounts)
    .sort((a, b) => b.length - a.length)
    .find((prefix) => path.startsWith(prefix));
  if (mount === undefined) return undefined;
  const rest = path.slice(mount.length);
  try {
    const folder = await realpath(mounts[mount]);
    const file = await realpath(join(folder, rest === '' ? 'index.html' : rest));
    return file.startsWith(folder + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves folders on 127.0.0.1.
 *
 * `mounts` says which folder is seen below which path. With `brotli` files are sent as a host sends them that has
 * compressed them beforehand. `sent` of the result lists what was asked for: path, bytes of the file, bytes sent.
 */
export async function serve({ mounts, port = 0, brotli = false }) {
  const sent = [];
  const packed = new Map();

  const body = (file, bytes) => {
    if (!brotli || PACKED.has(extname(file))) return { bytes };
    if (!packed.has(file)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      packed.set(file, brotliCompressSync(bytes, { params }));
    }
    return { bytes: packed.get(file), encoding: 'br' };
  };

  const server = createServer(async (request, response) => {
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const file = await find(mounts, path);
    if (file === undefined || !['GET', 'HEAD'].includes(request.method)) {
      response.writeHead(file === undefined ? 404 : 405, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    const raw = await readFile(file);
    const { bytes, encoding } = body(file, raw);
    sent.push({ path, raw: raw.length, bytes: bytes.length });
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      'Cache-Control': HASHED.test(file) ? 'max-age=600' : 'no-cache',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    sent,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { PAGE_AT_ROOT, PAGE_BELOW, PAGE_SUB_PATH, PAGE_APART, PAGE_APART_PATH, PAGE_ENGINE, PAGE_PORT } = process.env;
  const mounts = {
    '/': PAGE_AT_ROOT,
    [PAGE_SUB_PATH]: PAGE_BELOW,
    [PAGE_APART_PATH]: PAGE_APART,
    '/engine/': PAGE_ENGINE,
  };
  const { url } = await serve({ mounts, port: Number(PAGE_PORT) });
  console.log(url);
}
