import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { packFolder } from './pack.mjs';
import { pageOf, serve } from './server.mjs';

const folder = await mkdtemp(join(tmpdir(), 'songphuong-server-'));
const server = await serve();
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What is really sent, which `fetch` would unpack. */
const get = (path) =>
  new Promise((resolve, reject) => {
    request(server.url + path, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });

test('files are sent compressed, counted, and kept by the browser', async () => {
  const text = 'một hai ba '.repeat(100);
  await writeFile(join(folder, 'a.js'), text);
  const sizes = await packFolder(folder);
  server.mounts = { '/files/': folder };
  server.sent = { requests: 0, bytes: 0 };
  const { status, headers, body } = await get('/files/a.js');
  assert.equal(status, 200);
  assert.equal(headers['content-encoding'], 'br');
  assert.match(headers['content-type'], /^text\/javascript/);
  assert.match(headers['cache-control'], /max-age/);
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
  assert.equal(brotliDecompressSync(body).toString(), text);
  assert.deepEqual(sizes, { files: 1, raw: Buffer.byteLength(text), sent: body.length });
  assert.deepEqual(server.sent, { requests: 1, bytes: body.length });
});

test('what does not get smaller is sent as it is', async () => {
  await writeFile(join(folder, 'b.bin'), 'x');
  await packFolder(folder);
  server.mounts = { '/files/': folder };
  const { headers, body } = await get('/files/b.bin');
  assert.equal(headers['content-encoding'], undefined);
  assert.equal(body.toString(), 'x');
});

test('nothing outside the mounts is sent', async () => {
  server.mounts = { '/files/': folder };
  for (const path of ['/files/..%2f..%2fetc%2fpasswd', '/files/', '/files/none', '/other', '/files/%']) {
    assert.ok([400, 404].includes((await get(path)).status), path);
  }
});

test('pages carry their contestant', async () => {
  server.pages['/page/x'] = pageOf({ name: 'x', module: 'flexsearch', variant: 'strict' });
  const { body, headers } = await get('/page/x');
  assert.match(headers['content-type'], /^text\/html/);
  assert.match(body.toString(), /import\('\/library\/flexsearch\.js'\)/);
  assert.match(body.toString(), /variant: "strict"/);
});
