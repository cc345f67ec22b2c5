// Prints countries.tsv, from the packages of the folder it is started in (see README.md).
import { createRequire } from "node:module";
const require = createRequire(process.cwd() + "/");
const iso = require("i18n-iso-countries");
const territories = (lang) =>
  require(`cldr-localenames-full/main/${lang}/territories.json`).main[lang].localeDisplayNames.territories;
const [vi, en, ru] = ["vi", "en", "ru"].map(territories);
for (const lang of ["vi", "en", "ru"]) iso.registerLocale(require(`i18n-iso-countries/langs/${lang}.json`));

// English slugs that read better than the ones CLDR's names would give.
const IDS = { MM: "myanmar", HK: "hong-kong", MO: "macao", PS: "palestine", CD: "dr-congo", CG: "congo",
  TR: "turkey", CI: "ivory-coast", VA: "vatican", TL: "timor-leste" };
// Not countries anybody negotiates with under that name, or names that are ordinary words.
const SKIP = new Set(["UM", "BV", "HM", "IO", "TF", "BQ", "SJ", "CC", "CX", "NF", "PN", "GS", "AX"]);
const slug = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/&/g, "and").toLowerCase()
  .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
// Names with a gloss ("Tòa Thánh (…)", "Lãnh thổ Palestine, bị chiếm đóng") are no names people write.
const plain = (s) => s && !/[(,&]/.test(s);

console.log("# Countries and territories: id, ISO 3166-1 code, names in Vietnamese, English, Russian (best first).");
console.log("# Source: CLDR 48.2 (npm cldr-localenames-full, Unicode-3.0) and npm i18n-iso-countries 7.14 (MIT). Generated: see README.md.");
for (const code of Object.keys(iso.getAlpha2Codes()).sort()) {
  if (SKIP.has(code) || !en[code]) continue;
  const names = (cldr, lang) => {
    const all = [cldr[code], cldr[`${code}-alt-variant`], cldr[`${code}-alt-short`], iso.getName(code, lang)].filter(plain);
    return [...new Set(all)].join("|");
  };
  console.log([`place:${IDS[code] ?? slug(en[code])}`, code, names(vi, "vi"), names(en, "en"), names(ru, "ru")].join("\t"));
}
