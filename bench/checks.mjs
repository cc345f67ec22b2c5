// Does an engine find Vietnamese as its readers write it? A few articles made for the purpose, among others as ballast,
// and questions with one right answer. The odd words (`xoq`, `vuz` …) keep everything else out of the answers.

const TONES = ['ba', 'bá', 'bà', 'bả', 'bã', 'bạ'];

/** The articles, by the name that the checks call them by. */
const CRAFTED = {
  oldPlace: 'Hội nghị xoq vì hòa bình và thủy lợi khai mạc',
  newPlace: 'Hội nghị xoq vì hoà bình và thuỷ lợi khai mạc',
  longI: 'Đoàn kĩ sư xiq sang thăm và làm việc',
  longY: 'Đoàn kỹ sư xiq sang thăm và làm việc',
  stroke: 'Diễn đàn vuz điều phối các đội đo đạc',
  horn: 'Vườn ươm vez của những người trồng dưa trên đường mới',
  decomposed: 'Tuyên bố vok về quyền tự quyết được thông qua'.normalize('NFD'),
  // The same syllables in both orders: the order of the articles alone puts none of them first.
  ...Object.fromEntries(TONES.map((syllable) => [`up ${syllable}`, `Mục wiz ${syllable} trong danh sách`])),
  ...Object.fromEntries(
    TONES.toReversed().map((syllable) => [`down ${syllable}`, `Mục wuz ${syllable} trong danh sách`]),
  ),
  adjacent: 'Bên lề joq hai bên bàn hợp tác quốc phòng lâu dài',
  scattered: 'Bên lề joq có phòng họp quốc tế, tác phẩm lâu năm và hợp đồng dài hạn',
  loan: 'Đại sứ Zelenograv thăm trường',
  toned: 'Triển lãm joz giới thiệu nghiên cứu',
};

const NAMES = Object.keys(CRAFTED);

/** The corpus of the checks: the crafted articles, then `ballast`. */
export const checkArticles = (ballast) => [
  ...NAMES.map((name, at) => ({ id: `check-${at}`, title: `Bài ${at + 1}`, text: CRAFTED[name] })),
  ...ballast.map((article, at) => ({ ...article, id: `ballast-${at}` })),
];

const nfd = (text) => text.normalize('NFD');

/**
 * The questions. Each gets `ask(query, kind)`, which gives the total and the first ten found, near misses after the rest,
 * crafted articles by their names; the answer is whether the engine is right.
 */
export const CHECKS = {
  'tone placement: hoà = hòa, thuỷ = thủy': async (ask) =>
    finds(await ask('xoq hoà'), 'oldPlace', 'newPlace') &&
    finds(await ask('xoq hòa'), 'oldPlace', 'newPlace') &&
    finds(await ask('xoq thuỷ lợi'), 'oldPlace', 'newPlace'),
  'final i and y: kĩ sư = kỹ sư': async (ask) =>
    finds(await ask('kĩ sư xiq'), 'longI', 'longY') && finds(await ask('kỹ sư xiq'), 'longI', 'longY'),
  'd finds đ: dieu phoi → điều phối': async (ask) => finds(await ask('vuz dieu phoi cac doi do dac'), 'stroke'),
  'horns: nguoi trong dua → người trồng dưa': async (ask) => finds(await ask('vez nguoi trong dua duong'), 'horn'),
  'upper case: ĐIỀU PHỐI → điều phối': async (ask) => finds(await ask('VUZ ĐIỀU PHỐI ĐỘI'), 'stroke'),
  'decomposed query, composed text': async (ask) => finds(await ask(nfd('vez những người trồng dưa')), 'horn'),
  'composed query, decomposed text': async (ask) => finds(await ask('vok quyền tự quyết'), 'decomposed'),
  'no accents typed: all accents found': async (ask) =>
    findsOnly(await ask('wiz ba'), ...TONES.map((syllable) => `up ${syllable}`)),
  'the accents as typed come first': async (ask) => {
    for (const syllable of TONES) {
      if ((await ask(`wiz ${syllable}`)).found[0] !== `up ${syllable}`) return false;
      if ((await ask(`wuz ${syllable}`)).found[0] !== `down ${syllable}`) return false;
    }
    return true;
  },
  'typed accents bind: the total counts no others': async (ask) => (await ask('wiz bá')).total === 1,
  'typed accents, and the others stay below': async (ask) => {
    const { found } = await ask('wiz bá');
    return found[0] === 'up bá' && TONES.every((syllable) => found.includes(`up ${syllable}`));
  },
  'phrase: side by side in, scattered out': async (ask) =>
    findsOnly(await ask('hợp tác quốc phòng lâu dài', 'phrase'), 'adjacent'),
  'phrase without accents': async (ask) => findsOnly(await ask('hop tac quoc phong lau dai', 'phrase'), 'adjacent'),
  'unfinished word: joq hợp tác qu': async (ask) =>
    findsOnly(await ask('joq hợp tác qu', 'prefix'), 'adjacent', 'scattered'),
  'unfinished word without accents: joq hop tac qu': async (ask) =>
    findsOnly(await ask('joq hop tac qu', 'prefix'), 'adjacent', 'scattered'),
  'one slip in a name: Zelenogrov → Zelenograv': async (ask) => (await ask('Zelenogrov', 'typo')).found[0] === 'loan',
  'one slip in a syllable: joz nghiênn cứu': async (ask) => (await ask('joz nghiênn cứu', 'typo')).found[0] === 'toned',
};

const findsOnly = (answer, ...names) => answer.total === names.length && finds(answer, ...names);

const finds = ({ found }, ...names) => names.every((name) => found.includes(name));

/** Puts the questions to an engine; `ask` gives totals and ids. The results are true, false, or an error's text. */
export async function runChecks(ask) {
  const byName = async (query, kind = 'multi') => {
    const { total, ids, error } = await ask({ query, kind });
    if (error !== undefined) throw new Error(error);
    return { total, found: ids.map((id) => NAMES[Number(/^check-(\d+)$/.exec(id)?.[1])]) };
  };
  const results = {};
  for (const [title, check] of Object.entries(CHECKS)) {
    results[title] = await check(byName).catch((error) => String(error.message ?? error));
  }
  return results;
}
