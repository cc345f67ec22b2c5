// Tables that are generated: made anew and compared.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test('the countries are those of their sources', () => {
  const made = execFileSync(process.execPath, [path('../../data/countries.mjs')], { cwd: path('..'), encoding: 'utf8' });
  expect(made.split('\n').length).toBeGreaterThan(200);
  expect(made).toBe(readFileSync(path('../../data/countries.tsv'), 'utf8'));
});
