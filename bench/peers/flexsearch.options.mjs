import { accentFreeWords } from '../fold.mjs';

/** `variant` is FlexSearch's way of cutting words: `strict` takes them whole, `forward` adds their beginnings. */
export const options = (variant) => ({ tokenize: variant, encode: accentFreeWords, fastupdate: false });
