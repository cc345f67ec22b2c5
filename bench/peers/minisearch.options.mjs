import { accentFreeWords } from '../fold.mjs';

/** The index is read back with the options it was built with. */
export const options = {
  idField: 'place',
  fields: ['title', 'text'],
  tokenize: accentFreeWords,
  processTerm: (word) => word,
};
