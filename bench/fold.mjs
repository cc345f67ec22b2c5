// Words as every peer gets them that lets its words be given: runs of letters and digits, lower case, without accents,
// đ as d. The peers' pages are bundled with this file, so it uses nothing else.

const MARKS = /[\u0300-\u036f]/g;
const WORDS = /[\p{L}\p{N}]+/gu;

/** `text` in lower case without accents. */
export const bare = (text) => text.normalize('NFD').toLowerCase().replace(MARKS, '').replaceAll('đ', 'd');

/** The accent-free words of a text. */
export const accentFreeWords = (text) => bare(text).match(WORDS) ?? [];
