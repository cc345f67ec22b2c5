// Numbers into a table that reads well in a terminal and in Markdown.

export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (time) => (time === undefined ? 'none' : `${Math.round(time)} ms`);

/** File names without the part that changes with every build. */
const plain = (path) => path.replace(/^\/$/, 'index.html').replace(/^\//, '').replace(/-[0-9a-f]{12,16}/, '');

/** A table with columns of even width, the first to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head, rule, ...body].join('\n');
}

/** The result of a measurement in Markdown. */
export function report({ files, here, slow, key, runs, machine }) {
  const total = (field) => files.reduce((sum, file) => sum + file[field], 0);
  const weights = files
    .toSorted((a, b) => b.bytes - a.bytes)
    .map((file) => [plain(file.path), kilobytes(file.raw), kilobytes(file.bytes)]);
  return [
    table([
      ['What the reader waits for', 'here', 'slow phone'],
      ['first paint of content', milliseconds(here.firstPaint), milliseconds(slow.firstPaint)],
      ['first result on the screen', milliseconds(here.firstResult), milliseconds(slow.firstResult)],
      ['total blocking time', milliseconds(here.blocked), milliseconds(slow.blocked)],
      ['layout shift', here.shifted.toFixed(3), slow.shifted.toFixed(3)],
      ['a key typed → its results painted, median', milliseconds(key.median), ''],
      ['… 95 %', milliseconds(key.p95), ''],
      ['longest task while typing', key.longest > 0 ? milliseconds(key.longest) : '≤ 50 ms', ''],
    ]),
    '',
    table([
      ['What is transferred', 'as it is', 'brotli'],
      ...weights,
      ['**the whole page**', kilobytes(total('raw')), `**${kilobytes(total('bytes'))}**`],
    ]),
    '',
    `Measured with \`cargo xtask bench page\` on ${machine}: ${runs} visits, each with a new browser and an empty profile,`,
    `served from the same machine; ${key.count} keys that changed what is shown, typed one every 300 ms. Slow phone: as many visits`,
    'with slow 4G (1.5 Mbit/s, 563 ms a request) and the page, not its worker, slowed down four times, as Lighthouse does. All but keys',
    'are medians; shifts are the sum of all.',
    '',
  ].join('\n');
}
