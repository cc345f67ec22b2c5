// Song Phương as a module: search over Vietnamese text in any page or worker. `songphuong.d.ts` describes all of it.
import init, { Index } from './songphuong_bg.js';

/** Fetches at once. Of an old host a browser takes six, of others as many as one likes. */
const AT_ONCE = 16;
/** How often one question may ask for more parts. Terms, then texts, then what corrections want: five at most so far. */
const ROUNDS = 8;
/** What the root of an index begins with. A packed one begins with the length of its root. */
const MAGIC = 'SPINDEX\n';

/** Why something failed: `code` for programs, `message` for people, `file` where one is to blame. */
export class SongPhuongError extends Error {
  constructor(code, message, { file, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SongPhuongError';
    this.code = code;
    if (file !== undefined) this.file = file;
  }
}

/** Opens an index: the address of its `index.bin`, or the bytes of a packed one. */
export async function open(source, { fetch = defaultFetch, wasm } = {}) {
  const bytes = bytesOf(source);
  const address = bytes ? undefined : addressOf(source);
  const [there, exports] = await Promise.all([bytes ?? download(fetch, address), instantiate(fetch, wasm)]);
  try {
    return new Engine(exports.memory, there, address, fetch);
  } catch (cause) {
    // A copy that a cache keeps may be the damaged one.
    if (!address || !['damaged', 'truncated'].includes(cause.code)) throw known(cause, address);
    return new Engine(exports.memory, await download(fetch, address, 'reload'), address, fetch);
  }
}

class Engine {
  #memory;
  #index;
  #parts;

  constructor(memory, bytes, address, fetch) {
    this.#memory = memory;
    const packed = unpack(bytes);
    try {
      this.#index = new Index(packed ? packed.root : bytes);
    } catch (cause) {
      throw known(cause, address);
    }
    if (packed) {
      const offsets = [packed.at];
      for (const size of this.#index.sizes()) offsets.push(offsets.at(-1) + size);
      if (offsets.at(-1) !== bytes.length) {
        throw new SongPhuongError('truncated', 'the packed index is incomplete; load or build it again', { file: address?.href });
      }
      this.#parts = new Slices(this.#index, bytes, offsets);
    } else if (address) {
      this.#parts = new Files(this.#index, address, fetch);
    } else if (this.#index.sizes().some((size) => size > 0)) {
      throw new SongPhuongError('source', 'these bytes are the root of an index alone: give the address of index.bin, or a packed index');
    } else {
      this.#parts = new Slices(this.#index, bytes, []);
    }
  }

  get documents() {
    return this.#open().documents;
  }

  memory() {
    return this.#memory.buffer.byteLength;
  }

  loaded() {
    return this.#open().loaded;
  }

  async search(request = {}, { signal } = {}) {
    const { query = '', open = false, explain = false, offset = 0, limit = 10 } = request;
    [offset, limit].forEach(checkCount);
    const settings = settingsOf(request);
    return this.#ask((index) => index.search(String(query), open, explain, offset, limit, settings), signal);
  }

  async article(document, request = {}, { signal } = {}) {
    const { query = '', open = false } = request;
    checkCount(document);
    const settings = settingsOf({ zones: request.zones });
    return this.#ask((index) => index.article(document, String(query), open, settings), signal);
  }

  close() {
    this.#index?.free();
    this.#index = undefined;
  }

  /** Asks, gets what is missing, and asks again. */
  async #ask(question, signal) {
    for (let round = 0; ; round += 1) {
      signal?.throwIfAborted();
      const index = this.#open();
      let answer;
      try {
        answer = question(index);
      } catch (cause) {
        throw known(cause);
      }
      if (answer !== undefined) return JSON.parse(answer);
      if (round === ROUNDS) break;
      try {
        await this.#parts.get(index.needs(), signal);
      } catch (cause) {
        // Where the index was closed meanwhile, that is the reason.
        this.#open();
        throw cause;
      }
    }
    throw new SongPhuongError('rounds', `the answer still needs parts of the index after ${ROUNDS} times; build the index again`);
  }

  #open() {
    if (this.#index === undefined) throw new SongPhuongError('closed', 'this index was closed: open it again');
    return this.#index;
  }
}

/** The parts of a packed index: they go into the memory of the engine once somebody needs them. */
class Slices {
  constructor(index, bytes, offsets) {
    Object.assign(this, { index, bytes, offsets });
  }

  get(numbers) {
    for (const number of numbers) {
      try {
        this.index.add(number, number + 1, this.bytes.subarray(this.offsets[number], this.offsets[number + 1]));
      } catch (cause) {
        throw known(cause);
      }
    }
  }
}

/** The parts of an index in files beside it. Whoever needs one that is on its way waits for the same file. */
class Files {
  #index;
  #folder;
  #fetch;
  #coming = new Map();
  #waiting = [];
  #running = 0;

  constructor(index, address, fetch) {
    this.#index = index;
    this.#folder = address;
    this.#fetch = fetch;
  }

  get(numbers, signal) {
    this.#order(Array.from(numbers).filter((number) => !this.#coming.has(number)));
    const files = [...new Set(Array.from(numbers, (number) => this.#coming.get(number)))];
    files.forEach((file) => { file.wanted += 1; });
    const all = Promise.all(files.map((file) => file.promise));
    if (!signal) return all;
    // What nobody waits for any more and was not begun is never begun. What was begun is small, and likely wanted soon.
    return until(all, signal, () => files.forEach((file) => { file.wanted -= 1; }));
  }

  /** Notes the files with these parts: of many that lie side by side it is one. */
  #order(numbers) {
    const ends = this.#index.files(Uint32Array.from(numbers));
    for (let at = 0; at < ends.length; at += 2) {
      const [first, end] = [ends[at], ends[at + 1]];
      const parts = numbers.filter((number) => first <= number && number < end);
      const file = { first, end, parts, wanted: 0, ...withResolvers() };
      // Those who wait hear of a failure; where all have left, nobody has to.
      file.promise.catch(() => {});
      parts.forEach((number) => this.#coming.set(number, file));
      this.#waiting.push(file);
    }
    if (ends.length > 0) this.#next();
  }

  #next() {
    // A turn later, so that everybody who wants a file has been counted.
    queueMicrotask(() => {
      while (this.#running < AT_ONCE && this.#waiting.length > 0) {
        const file = this.#waiting.shift();
        if (file.wanted > 0) this.#run(file);
        else this.#left(file);
      }
    });
  }

  #left(file) {
    file.parts.forEach((number) => this.#coming.delete(number));
  }

  async #run(file) {
    this.#running += 1;
    try {
      await this.#load(file);
      file.resolve();
    } catch (cause) {
      file.reject(cause);
    } finally {
      this.#left(file);
      this.#running -= 1;
      this.#next();
    }
  }

  async #load({ first, end, parts }) {
    if (end - first === 1) return this.#part(first);
    try {
      await this.#add(first, end, 'force-cache');
    } catch {
      // A pack holds nothing that its parts do not.
      await Promise.all(parts.map((number) => this.#part(number)));
    }
  }

  async #part(number) {
    try {
      await this.#add(number, number + 1, 'force-cache');
    } catch {
      // A name always means the same bytes, so a copy in the cache is never old; it may be damaged.
      await this.#add(number, number + 1, 'reload');
    }
  }

  async #add(first, end, cache) {
    const address = new URL(this.#index.name(first, end), this.#folder);
    try {
      this.#index.add(first, end, await download(this.#fetch, address, cache));
    } catch (cause) {
      throw known(cause, address);
    }
  }
}

/** The root of a packed index and where its parts begin; nothing where these bytes are a root themselves. */
function unpack(bytes) {
  if ([...MAGIC].every((letter, at) => bytes[at] === letter.charCodeAt(0))) return undefined;
  let [length, at, scale] = [0, 0, 1];
  for (; at < 5; at += 1, scale *= 128) {
    length += (bytes[at] & 127) * scale;
    if (bytes[at] < 128) break;
  }
  const root = bytes.subarray(at + 1, at + 1 + length);
  return { root, at: at + 1 + length };
}

function bytesOf(source) {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return source instanceof ArrayBuffer ? new Uint8Array(source) : undefined;
}

function addressOf(source) {
  try {
    return new URL(source, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch (cause) {
    throw new SongPhuongError('source', `expected the address of an index or its bytes, but found \`${source}\``, { cause });
  }
}

function checkCount(count) {
  if (Number.isInteger(count) && count >= 0 && count < 2 ** 32) return;
  throw new SongPhuongError('request', `expected a whole number from 0 on, but found \`${count}\``);
}

/** Settings as the engine reads them: names and values in turn. */
function settingsOf({ zones, filters, from, to, sort, detail }) {
  const settings = [];
  for (const zone of zones ?? []) settings.push('zone', zone);
  for (const [facet, filter] of Object.entries(filters ?? {})) {
    const { include = [], exclude = [], all = false } = Array.isArray(filter) ? { include: filter } : filter;
    for (const value of include) settings.push(`${facet}.${all ? 'all' : 'include'}`, value);
    for (const value of exclude) settings.push(`${facet}.exclude`, value);
  }
  if (from != null) settings.push('from', from);
  if (to != null) settings.push('to', to);
  if (sort != null) settings.push('sort', sort);
  if (detail != null) settings.push('detail', detail);
  return settings.length > 0 ? settings.map(String) : undefined;
}

const defaultFetch = (...args) => globalThis.fetch(...args);

async function download(fetch, address, cache = 'default') {
  const file = address.href;
  const name = address.pathname.split('/').at(-1);
  let response;
  try {
    response = await fetch(file, { cache });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new SongPhuongError('network', `${name} could not be loaded; look at the connection and try again`, { file, cause });
  }
  throw new SongPhuongError(
    'missing',
    `${name} could not be loaded (HTTP ${response.status}); every file of one index has to lie beside its index.bin: copy them again, or load the page anew if the index was replaced`,
    { file },
  );
}

let instance;

/** One instance serves all that is opened, whatever `wasm` later calls name. */
function instantiate(fetch, wasm = new URL('songphuong_bg.wasm', import.meta.url)) {
  const isAddress = typeof wasm === 'string' || wasm instanceof URL;
  instance ??= Promise.resolve(isAddress ? fetch(wasm) : wasm)
    .then((module_or_path) => {
      if (module_or_path instanceof Response && !module_or_path.ok) throw new Error(`HTTP ${module_or_path.status}`);
      return init({ module_or_path });
    })
    .catch((cause) => {
      instance = undefined;
      const file = isAddress ? String(wasm) : undefined;
      throw new SongPhuongError('wasm', `the engine could not be started (${cause.message}); songphuong_bg.wasm has to lie beside songphuong.js, or be named by the option wasm`, { file, cause });
    });
  return instance;
}

/** An error with its code and, where one is to blame, its file. */
function known(cause, address) {
  if (cause instanceof SongPhuongError) return cause;
  const name = address?.pathname.split('/').at(-1);
  const message = name ? `${name}: ${cause.message}` : cause.message;
  return new SongPhuongError(cause.code ?? 'internal', message, { file: address?.href, cause });
}

/** `promise`, or the reason of the signal if that comes first; `left` is called in the second case. */
function until(promise, signal, left) {
  return new Promise((resolve, reject) => {
    const leave = () => {
      left();
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
