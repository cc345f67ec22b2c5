// A static host on 127.0.0.1 that counts what it sends. It isolates the page from others (COOP, COEP), which gives it
// clocks with steps of 5 µs, sends the brotli copies that lie beside the files, and lets the browser cache.
import { createServer } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'public, max-age=31536000, immutable',
};

const BLANK = '<!doctype html><meta charset="utf-8"><title>blank</title>';

/** The file that a path means below one of the mounts (`{'/library/': folder}`), or nothing. */
async function find(mounts, path) {
  const prefix = Object.keys(mounts).find((prefix) => path.startsWith(prefix));
  if (prefix === undefined) return undefined;
  try {
    const folder = await realpath(mounts[prefix]);
    const file = await realpath(join(folder, path.slice(prefix.length)));
    return file.startsWith(folder + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Starts the host. `pages` are documents by their path, `mounts` folders by theirs; both may be changed while it runs.
 * `sent` of the result counts requests and bytes of bodies since it was last set to nought.
 */
export async function serve() {
  const state = { pages: {}, mounts: {}, sent: { requests: 0, bytes: 0 } };
  const answer = async (request, response) => {
    const send = (status, type, body, headers = {}) => {
      state.sent.requests += 1;
      state.sent.bytes += body.length;
      response
        .writeHead(status, { ...HEADERS, 'Content-Type': type, 'Content-Length': body.length, ...headers })
        .end(body);
    };
    const { pathname } = new URL(request.url, 'http://localhost');
    const page = pathname === '/blank' ? BLANK : state.pages[pathname];
    if (page !== undefined) return send(200, TYPES['.html'], Buffer.from(page), { 'Cache-Control': 'no-cache' });
    const file = await find(state.mounts, decodeURIComponent(pathname));
    const body = file && (await readFile(file).catch(() => undefined));
    if (body === undefined) return send(404, 'text/plain', Buffer.from('Not found\n'), { 'Cache-Control': 'no-store' });
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const copy = await readFile(`${file}.br`).catch(() => undefined);
    return send(200, type, copy ?? body, copy && { 'Content-Encoding': 'br' });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${server.address().port}`;
  state.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return state;
}

/** The page of a contestant: opens its index, notes when it can be asked. */
export const pageOf = ({ name, module, variant }) => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>${name}</title>
<script type="module">
const index = new URL('/indexes/${name}/', location).href;
const fetched = async (file) => {
  const response = await fetch(index + file);
  if (!response.ok) throw new Error(file + ': ' + response.status);
  return response;
};
try {
  const { open } = await import('/library/${module}.js');
  const engine = await open({
    index,
    library: new URL('/library/', location).href,
    engine: new URL('/engine/', location).href,
    variant: ${JSON.stringify(variant ?? null)},
    text: async (file) => (await fetched(file)).text(),
    bytes: async (file) => new Uint8Array(await (await fetched(file)).arrayBuffer()),
  });
  window.contestant = { ready: performance.now(), engine };
} catch (error) {
  window.contestant = { failed: String(error?.stack ?? error) };
}
</script>
`;
