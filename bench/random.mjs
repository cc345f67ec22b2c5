// Numbers that look random and are the same on every machine.

/** The generator sfc32 (Chris Doty-Humphrey, PractRand), started from a number. Gives numbers from 0 up to 1. */
export function random(seed) {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 16; warm += 1) next();
  return next;
}

/** A whole number from `low` to `high`, both included. */
export const between = (next, low, high) => low + Math.floor(next() * (high - low + 1));

/** One of a list. */
export const pick = (next, list) => list[Math.floor(next() * list.length)];

/** One of a list that is ordered by frequency, from the front more often: half of the draws from the first 64th. */
export function pickByRank(next, list) {
  // Multiplications alone: powers are not the same to the last bit everywhere.
  const drawn = next();
  const cube = drawn * drawn * drawn;
  return list[Math.floor(list.length * cube * cube)];
}

/** Another order of a list. */
export function shuffled(next, list) {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = between(next, 0, at);
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

/**
 * Draws from a list with the probability of its n-th entry in proportion to 1 / (n + shift), or where it is `steep` to the
 * power 1.5 of that.
 */
export function zipf(next, list, { shift = 1, steep = false } = {}) {
  const sums = new Float64Array(list.length);
  let sum = 0;
  for (let at = 0; at < list.length; at += 1) {
    const rank = at + shift;
    sum += 1 / (steep ? rank * Math.sqrt(rank) : rank);
    sums[at] = sum;
  }
  return () => {
    const wanted = next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return list[low];
  };
}
