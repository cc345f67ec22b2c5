// Files as a careful static host keeps them: each with a brotli copy beside it, unless that is no smaller.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Above this size the best quality takes minutes for a hundredth of the bytes. */
const LARGE = 4_000_000;

/** Whether these are the bytes of gzip, as which Pagefind keeps its parts: no compression makes them smaller. */
const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const packed = (bytes) =>
  compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 9 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** How files are compressed, for the report. */
export const METHOD = 'brotli 11, above 4 MB brotli 9, window 16 MB';

/** Puts the copies beside all files of a folder, and returns their number and sizes, as they are and as sent. */
export async function packFolder(folder) {
  const sizes = { files: 0, raw: 0, sent: 0 };
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.br')) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = await readFile(file);
    const copy = isGzip(bytes) ? undefined : await packed(bytes);
    const smaller = copy !== undefined && copy.length < bytes.length;
    if (smaller) await writeFile(`${file}.br`, copy);
    else await rm(`${file}.br`, { force: true });
    sizes.files += 1;
    sizes.raw += bytes.length;
    sizes.sent += smaller ? copy.length : bytes.length;
  }
  return sizes;
}
