// What several passes over the same queries come to.

/** The answer to each query in the first pass that reached it: each pass reaches the beginning of the list. */
export const firstOf = (passes) =>
  passes.reduce((answers, pass) => [...answers, ...pass.slice(answers.length)], []);
