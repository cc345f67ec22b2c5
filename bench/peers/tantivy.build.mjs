import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export async function build({ corpus, folder, took }) {
  const seconds = execFileSync(process.env.TANTIVY_INDEX, [corpus, join(folder, 'index.bin')], { encoding: 'utf8' });
  took(Number(seconds) * 1000);
}
