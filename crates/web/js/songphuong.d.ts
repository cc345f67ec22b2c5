/** Names of the facets an index may have. */
export type Facet = 'person' | 'place' | 'org' | 'role' | 'topic' | 'year' | 'source' | 'lang' | 'zone';

/** Kinds of zones of an article. */
export type Zone = 'title' | 'body' | 'caption' | 'byline' | 'dateline' | 'navigation' | 'related' | 'source';

/** How exactly a text was met, from the best: as typed, in another spelling, accents left out, one edit away. */
export type Level = 'exact' | 'variant' | 'accent-free' | 'edit';

/** First and one past the last UTF-16 code unit, as `String.prototype.slice` takes them. */
export type Mark = [start: number, end: number];

export interface OpenOptions {
  /** Used for everything that is fetched, instead of the global one. */
  fetch?: (input: string | URL, init?: RequestInit) => Promise<Response>;
  /** `songphuong_bg.wasm`, where it does not lie beside this module. One instance serves all indexes of a page: the first call decides. */
  wasm?: string | URL | Response | BufferSource | WebAssembly.Module;
}

/**
 * Opens an index.
 *
 * @param source Address of `index.bin`, beside which the other files of the index lie, or of a packed index; or the
 *   bytes of a packed index, which are read in place and have to stay as they are.
 * @throws {SongPhuongError}
 */
export function open(source: string | URL | Uint8Array | ArrayBuffer, options?: OpenOptions): Promise<Engine>;

/** An opened index. Searches may run at the same time; what one of them fetches serves all. */
export interface Engine {
  /** Number of articles. */
  readonly documents: number;
  /**
   * Answers a search. Parts of the index that are missing are fetched first, at most sixteen files at once; a part that
   * does not come or is damaged is asked for once more, past every cache, then this search fails and everything else goes
   * on.
   *
   * @throws {SongPhuongError} or the reason of `signal`.
   */
  search(
    request: SearchRequest & { detail: 'ids' },
    options?: { signal?: AbortSignal },
  ): Promise<Answer<HitId>>;
  search(request: SearchRequest, options?: { signal?: AbortSignal }): Promise<Answer>;
  /** One article, by {@link Hit.document}, with what a query marks in it; `null` where there is no such article. */
  article(
    document: number,
    request?: Pick<SearchRequest, 'query' | 'open' | 'zones'>,
    options?: { signal?: AbortSignal },
  ): Promise<Article | null>;
  /** Bytes of WebAssembly memory, of all indexes that are open. */
  memory(): number;
  /** Bytes of the parts of the index that are there. */
  loaded(): number;
  /** Gives its memory back for other indexes. Nothing can be asked any more. */
  close(): void;
}

export interface SearchRequest {
  /** As typed; the syntax is that of the explorer. */
  query?: string;
  /** The last syllable may be unfinished, since somebody is typing. Default: false. */
  open?: boolean;
  /** Where to look. Default: title and body. */
  zones?: Zone[];
  /** What articles must have or must not have; a list stands for `include`. */
  filters?: Partial<Record<Facet, string[] | Filter>>;
  /** First day, month or year, `2018-03-24`, `2018-03`, `2018`: articles match that may be from then or later. */
  from?: string | null;
  /** Last one, likewise. */
  to?: string | null;
  /** Default: `relevance`; without anything looked for that is `newest`. */
  sort?: 'relevance' | 'newest' | 'oldest' | null;
  /** Hits to leave out at the start. Default: 0. */
  offset?: number;
  /** Most hits to return. Default: 10. */
  limit?: number;
  /**
   * `full` adds facets, histogram, parts, offers and the number of sentences. `ids` leaves of a hit only what says which
   * article it is and how good, for pages that have the texts themselves. Default: `hits`.
   */
  detail?: 'ids' | 'hits' | 'full' | null;
  /** Whether each hit says how its score is made up. Default: false. */
  explain?: boolean;
}

export interface Filter {
  /** Values of which an article must have one. */
  include?: string[];
  /** Values of which it must have none. */
  exclude?: string[];
  /** It must have all of `include`. */
  all?: boolean;
}

/** `H` is {@link HitId} where `detail: 'ids'` was asked for. */
export interface Answer<H extends HitId = Hit> {
  /** Number of articles that match. */
  total: number;
  hits: H[];
  /** Where there are fewer hits than asked for: articles that match only if typed accents do not bind. Not in `total`. */
  near: H[];
  /** Number of sentences that match; null in corpora of more than 200 articles. With `detail: 'full'`. */
  sentences?: number | null;
  /** Values by facet, the most frequent first. With `detail: 'full'`. */
  facets?: Record<Facet, FacetValue[]>;
  /** With `detail: 'full'`. */
  histogram?: Histogram;
  /** How the query was read. With `detail: 'full'`. */
  parts?: Part[];
  /** What would find something where nothing was found, the most useful first. With `detail: 'full'`. */
  offers?: Offer[];
  /** What of the query could not be used as it stands. */
  diagnostics: Diagnostic[];
  /** Chosen values that the corpus does not have. They were left out. */
  unknown: { facet: Facet; value: string }[];
  /** Something that stands nowhere was taken for a slip. */
  corrected: boolean;
  /** A regular expression was not tried on all texts: there are too many for one request. */
  partial: boolean;
}

/** Which article matches, and how good. */
export interface HitId {
  id: string;
  /** Its number in the index, for {@link Engine.article}. */
  document: number;
  /** Comparable within one answer; 0 where nothing is looked for. */
  score: number;
  /** The worst level among what it needed; null where nothing is looked for. */
  level: Level | null;
}

export interface Hit extends HitId {
  /** The title in the text, else one kept beside it, else the first sentence. */
  title: string;
  titleMarks: Mark[];
  /** The best sentences, at most three, in reading order. */
  passages: Passage[];
  /** Number of further sentences that match. */
  more: number;
  /** With `explain`. */
  explanation?: ScorePart[];
}

export interface Passage {
  text: string;
  /** What to mark in `text`. */
  marks: Mark[];
  /** Whether something of the sentence was cut off before `text`. */
  before: boolean;
  /** Whether something of the sentence was cut off after `text`. */
  after: boolean;
  zone: Zone;
}

export interface ScorePart {
  /** The part of the query. */
  text: string;
  /** Articles it stands in; of a phrase those of its rarest syllable, and 0 of what has no syllables. */
  documents: number;
  idf: number;
  frequency: number;
  level: number;
  continued: number;
  cohesion: number;
  score: number;
}

export interface FacetValue {
  value: string;
  /** Articles in this view. */
  count: number;
  /** Articles in the corpus. */
  total: number;
}

export interface Histogram {
  unit: 'year' | 'month' | 'day';
  /** The bars that are not empty: first day, articles that may be from then, those that may be from before or after too. */
  bars: { from: string; count: number; partial: number }[];
  undated: number;
}

export interface Part {
  /** In the query's own words. */
  text: string;
  reading: Reading;
  /** Written forms it matches, with the number of articles, at most eight. */
  forms: { form: string; count: number }[];
  /** The query without it. */
  without: string;
}

export type Reading =
  | { as: 'terms' | 'phrase' | 'literal' | 'regex' | 'excluded' | 'prefix' }
  | { as: 'near'; slop: number }
  | { as: 'value'; field: string; any: string[] }
  | { as: 'dates'; from: string | null; to: string | null; strict: boolean }
  | { as: 'zones'; zones: Zone[] }
  | { as: 'corrected' | 'transliterated'; to: string };

/** A change of the search that would find `total` articles. */
export type Offer = { total: number } & (
  | { change: 'relax-accents' | 'respell' | 'typed' | 'unquote'; query: string }
  | { change: 'drop-part'; part: string; query: string }
  | { change: 'drop-facet'; facet: Facet }
  | { change: 'drop-dates' | 'all-zones' }
);

export interface Diagnostic {
  /** `unclosed-quote`, `unknown-field` …; such names never change. */
  code: string;
  /** What is wrong, in English. */
  message: string;
  /** Where in the query, in UTF-16 code units. */
  start: number;
  end: number;
}

export interface Article {
  id: string;
  title: string;
  titleMarks: Mark[];
  text: string;
  /** What to mark in `text`. */
  marks: Mark[];
  /** They tile the text. */
  zones: { kind: Zone; start: number; end: number }[];
}

/** What everything here is rejected with, but for an aborted search, which is rejected with the reason of its signal. */
export class SongPhuongError extends Error {
  readonly code:
    | 'not-an-index' // these bytes are something else
    | 'version' // the index was built by another version
    | 'truncated' // it was cut short
    | 'damaged' // a checksum does not fit
    | 'missing' // a host has no such file
    | 'network' // a host does not answer
    | 'source' // a root alone was given as bytes
    | 'wasm' // the engine could not be started
    | 'request' // a setting means nothing
    | 'rounds' // an index that is never enough
    | 'closed' // the index was closed
    | 'internal'; // a fault of this module
  /** Address of the file that is to blame. */
  readonly file?: string;
}
