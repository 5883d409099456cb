// @ts-check
/** Find the entries of a state, at first among the entries that are loaded. */
import { Abstracts } from "./abstracts.js";
import { Chunks } from "./chunks.js";
import { authorSlugs } from "./data.js";
import { Finder } from "./find.js";
import { lifts } from "./lifts.js";
import { isPlain, sorting, sought } from "./state.js";
import { turn } from "./turn.js";
import { explain } from "./why.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./find.js").Found} Found */
/** @typedef {import("./state.js").State} State */
/** @typedef {{ id: string, label: string, table: string }} Named an entry in a selection, with the table that compares it */

/**
 * @typedef {object} Answer
 * @property {import("./data.js").Entry[]} entries those of one page
 * @property {number} page the number of that page
 * @property {number} total how many are found
 * @property {boolean} whole whether no entry that is still loading could change this
 * @property {import("./facets.js").Others | null} others null for those of the whole list
 * @property {string} near the similar words that were taken as nothing matched, else empty
 * @property {import("./lifts.js").Lift[]} lifts where nothing is found: what can be removed
 * @property {import("./facets.js").Counts | null} counts null for those of the whole list
 * @property {Record<string, string>} names of the authors that are chosen, by slug
 */

const READ_AT_ONCE = 200; // entries whose words are read before the worker hears another question
const STEP = 5; // the answer is repeated each time this many times more entries are loaded
const EARLY_SORTS = ["newest", "relevance"]; // the newest entries are read first: in another order they are no answer

export class Answers {
  /** @type {Promise<void> | undefined} */
  #reading;

  /**
   * @param {import("./data.js").Manifest} manifest with the site's root as a whole address
   * @param {(count: number) => void} [onRead] called with the number of entries that are read so far
   */
  constructor(manifest, onRead) {
    this.manifest = manifest;
    this.facets = manifest.facets;
    this.chunks = new Chunks(manifest, onRead);
    this.abstracts = new Abstracts(manifest);
    this.finder = new Finder(manifest.facets, manifest.identifiers);
  }

  /** Wait until all entries are loaded; their words are read later, as a misspelled word needs them at once. */
  async all() {
    await this.chunks.first(this.manifest.total);
    this.#reading ??= this.#readWords();
  }

  async #readWords() {
    do await turn();
    while (this.finder.words.read(this.chunks.rows, READ_AT_ONCE));
  }

  /**
   * Yield answers to `state` until one is whole.
   * @param {State} state
   * @param {() => boolean} wanted whether an answer is still awaited
   * @returns {AsyncGenerator<Answer>}
   */
  async *to(state, wanted) {
    const { total, core, perPage } = this.manifest;
    const plain = isPlain(state, this.facets);
    const needed = plain ? Math.min(core, state.page * perPage) : total;
    const isEarly = EARLY_SORTS.includes(sorting(state));
    const before = (state.page - 1) * perPage;
    let open = Boolean(sought(state)) && this.abstracts.isOpen;
    let [whole, step, read, hits] = [false, plain ? needed : 1, 0, 0];
    while (!whole) {
      await this.chunks.first(Math.min(needed, step), needed);
      if (!wanted()) return;
      const { rows } = this.chunks;
      const loaded = rows.length >= needed;
      if (rows.length === total) void this.all();
      whole = loaded && !open;
      if (plain && whole) yield this.#answer(state, { rows: rows.slice(0, core), counts: null, others: null, near: "", tokens: [] }, core, whole);
      if (plain) continue;
      if (!whole && isEarly && hits <= before) hits += this.finder.find(rows.slice(read), state, false).rows.length;
      read = rows.length;
      const isShown = whole || hits > before;
      if (isShown) yield this.#found(state, rows, whole);
      step = isShown ? STEP * read : read + 1;
      if (!loaded || whole) continue;
      await this.abstracts.load(rows);
      open = false;
    }
  }

  /** @param {State} state @param {readonly Row[]} rows @param {boolean} whole */
  #found(state, rows, whole) {
    const found = this.finder.find(rows, state, whole);
    return this.#answer(state, found, found.rows.length, whole);
  }

  /**
   * The ids of all entries of `state`, in order.
   * @param {State} state
   */
  async ids(state) {
    await this.all();
    if (sought(state)) await this.abstracts.load(this.chunks.rows);
    return this.finder.find(this.chunks.rows, state, true).rows.map(({ entry }) => entry.id);
  }

  /**
   * What the entries `ids` are called, in this order; unknown ones are left out.
   * @param {readonly string[]} ids
   * @returns {Promise<Named[]>}
   */
  async named(ids) {
    await this.all();
    const known = new Map(this.chunks.rows.map(({ entry }) => [entry.id, entry]));
    return ids.flatMap((id) => known.get(id) ?? []).map(({ id, name, title, table }) => ({ id, label: name || title, table }));
  }

  /**
   * @param {State} state
   * @param {Omit<Found, "counts" | "others"> & Pick<Answer, "counts" | "others">} found
   * @param {number} total @param {boolean} whole
   * @returns {Answer}
   */
  #answer(state, { rows, counts, others, near, tokens }, total, whole) {
    const { perPage } = this.manifest;
    const page = Math.min(state.page, Math.max(1, Math.ceil(total / perPage)));
    const entries = rows.slice((page - 1) * perPage, page * perPage).map((row) => this.#explained(row, tokens, state));
    const open = total ? [] : lifts(state, this.facets, (other) => this.finder.find(this.chunks.rows, other, whole).rows.length);
    return { entries, page, total, whole, near, counts, others, lifts: open, names: this.#names(state) };
  }

  /** @param {Row} row @param {readonly import("../query.js").Token[]} tokens @param {State} state */
  #explained(row, tokens, { include: { author: chosen } }) {
    const reasons = tokens.length ? explain(row, tokens, this.manifest.facts, this.chunks.terms) : null;
    const entry = { ...row.entry, terms: Object.fromEntries(row.terms.map(({ facet, own }) => [facet, own])), ...reasons };
    if (!chosen) return entry;
    const places = authorSlugs(row).flatMap((slug, place) => (chosen.includes(slug) ? [place] : []));
    return { ...entry, found: [...(reasons?.found ?? []), ...places] };
  }

  /** @param {State} state */
  #names({ include, exclude }) {
    /** @type {Record<string, string>} */
    const names = {};
    for (const slug of [...(include["author"] ?? []), ...(exclude["author"] ?? [])]) {
      const name = this.#author(slug);
      if (name) names[slug] = name;
    }
    return names;
  }

  /** @param {string} slug */
  #author(slug) {
    for (const row of this.chunks.rows) {
      const place = authorSlugs(row).indexOf(slug);
      if (place >= 0) return row.entry.authors[place];
    }
    return undefined;
  }
}
