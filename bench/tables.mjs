// Numbers into text, text into tables.

/** The number below which `share` of them lie; nothing for none. */
export function quantile(numbers, share) {
  const sorted = numbers.filter((number) => Number.isFinite(number)).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers) {
  const sorted = numbers.filter((number) => Number.isFinite(number)).toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : sorted.length > 0
      ? (sorted[middle - 1] + sorted[middle]) / 2
      : undefined;
}

/** Three digits that count, as far as there are any. */
export function digits(number) {
  if (number === undefined || !Number.isFinite(number)) return '–';
  const size = Math.abs(number);
  return number.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}

export const megabytes = (bytes) => (bytes === undefined ? '–' : digits(bytes / 1e6));
export const seconds = (milliseconds) => (milliseconds === undefined ? '–' : digits(milliseconds / 1000));

/** A part of a whole in whole percents, which says 100 only where nothing is missing. */
export function percent(part, whole) {
  if (whole === 0) return '–';
  const share = (100 * part) / whole;
  return `${part < whole ? Math.min(99, Math.round(share)) : 100} %`;
}

/** A Markdown table with columns of even width, the first to the left, the others to the right. */
export function table(rows) {
  const texts = rows.map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')));
  const widths = texts[0].map((_, column) => Math.max(3, ...texts.map((row) => [...row[column]].length)));
  const pad = (cell, at) => {
    const space = ' '.repeat(widths[at] - [...cell].length);
    return at === 0 ? cell + space : space + cell;
  };
  const line = (row) => `| ${row.map(pad).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(texts[0]), rule, ...texts.slice(1).map(line)].join('\n');
}
