// @ts-check
/** Compare a new entry with the list: duplicates, similar titles, and mentions of other works. */
import { normalizeName, spaced } from "../fold.js";
import { keyOf } from "../identifiers.js";
import { listAddresses } from "./links.js";
import { findNearest } from "./nearest.js";
import { quoted } from "./quoted.js";
import { collectTexts } from "./rules.js";

/** @typedef {import("./facts.js").Row} Row */
/** @typedef {import("./facts.js").Site} Site */
/** @typedef {import("./schema.js").Problem} Problem */
/** @typedef {Record<string, any>} Entry */
/** A listed entry and what it shares with the new one; `shared` is empty where only the titles are similar. */
/** @typedef {{ id: string, title: string, shared: Shared[] }} Match */
/** What two entries share, in words, and the path to it in the new one. */
/** @typedef {{ what: string, keys: import("./schema.js").Keys }} Shared */

const ENTRY_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @param {string} text */
export function isEntryId(text) {
  return text.length <= 80 && ENTRY_ID.test(text);
}

/** The entries of the list, looked up by id, name, former id or words of the title. */
export class Listed {
  /** @param {Site} site */
  constructor(site) {
    this.site = site;
    this.ids = new Set(site.rows.map(([id]) => id));
    /** @type {Map<string, string>} */
    this.byName = new Map();
    /** @type {Map<string, string[]>} */
    this.byPair = new Map();
    /** @type {Map<string, string>} */
    this.byFormerId = new Map();
    /** @type {Map<string, Row>} */
    this.rows = new Map(site.rows.map((row) => [row[0], row]));
    for (const row of site.rows) this.#addRow(row);
  }

  /** Return the id of the entry that `work`, an id, a name or an alias, means. @param {string} work */
  findId(work) {
    return this.ids.has(work) ? work : (this.byFormerId.get(work) ?? this.byName.get(normalizeName(work)) ?? null);
  }

  /** Return how entry files name the entry with the id `work`; a plain name stays as it is. @param {string} work */
  nameOf(work) {
    const name = this.rows.get(work)?.[2];
    return name && this.findId(name) === work ? name : work;
  }

  /** Return the settings of a listed dataset or benchmark; null for any other work. @param {string} id */
  settings(id) {
    return this.rows.get(id)?.[8] ?? null;
  }

  /** Return the names of all listed datasets and benchmarks. */
  listBenchmarks() {
    return this.site.rows.filter((row) => row[8]).map(([id]) => this.nameOf(id));
  }

  /** @param {Row} row */
  #addRow([id, title, name, , aliases, , , formerly]) {
    for (const old of formerly) this.byFormerId.set(old, id);
    for (const same of [name, ...aliases].map(normalizeName)) {
      if (same && !this.byName.has(same)) this.byName.set(same, id);
    }
    for (const pair of pairs(title)) this.byPair.set(pair, [...(this.byPair.get(pair) ?? []), id]);
  }

  /**
   * Return the listed entries that `entry` is, or may be.
   * @param {Entry} entry
   * @returns {Match[]}
   */
  matches(entry) {
    const near = this.#near(entry);
    /** @param {Row} row @returns {Match[]} */
    const match = (row) => {
      const [id, title, name] = row;
      const isDistinct = this.#isDistinct(entry, row);
      const shared = sharedBy(entry, row, isDistinct, this.site.facts.identifiers);
      return shared.length || (near.has(id) && !isDistinct) ? [{ id, title: name || title, shared }] : [];
    };
    return this.site.rows.flatMap(match);
  }

  /** @param {Entry} entry @param {Row} row @returns {boolean} */
  #isDistinct(entry, [id, , , , , , apart]) {
    return (entry.distinct_from ?? []).includes(id) || apart.includes(entry.id);
  }

  /** @param {Entry} entry */
  #near(entry) {
    const own = pairs(entry.title ?? "");
    const { similar, common } = this.site.facts.near;
    /** @type {Map<string, number>} */
    const shared = new Map();
    for (const pair of own) {
      const ids = this.byPair.get(pair) ?? [];
      if (ids.length <= common) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    const titles = new Map(this.site.rows.map((row) => [row[0], row[1]]));
    return new Set(
      [...shared].filter(([id, count]) => count >= similar * new Set([...own, ...pairs(titles.get(id) ?? "")]).size).map(([id]) => id),
    );
  }

  /**
   * Return the mentions of other works that lead to no entry and are not plain names.
   * @param {Entry} entry
   * @returns {Problem[]}
   */
  references(entry) {
    const own = new Set([entry.name, ...(entry.aliases ?? [])].filter(Boolean).map(normalizeName));
    return collectTexts(entry, this.site.schema, this.site.schema).flatMap(({ keys, text, schema }) => {
      const kind = schema["x-reference"];
      const isOwn = own.has(normalizeName(text)) || (text === entry.id && keys[0] === "results");
      if (!kind || (kind === "work" && isOwn)) return [];
      const isItem = typeof keys[keys.length - 1] === "number";
      const message = this.#unresolved(text, entry.id, kind === "entry") ?? (isItem ? this.#joined(text) : null);
      return message ? [{ keys, rule: "reference", message }] : [];
    });
  }

  /** Report names with commas between them, of which at least one has an entry. @param {string} text */
  #joined(text) {
    const parts = text.split(",").map(normalizeName);
    const isJoined = parts.length > 1 && !this.byName.has(normalizeName(text)) && parts.some((part) => this.byName.has(part));
    return isJoined ? `${quoted(text)} is several names: write each one apart` : null;
  }

  /** @param {string} text @param {string} own @param {boolean} idOnly */
  #unresolved(text, own, idOnly) {
    if (text === own) return `${quoted(text)} is this entry itself: delete it`;
    if (this.ids.has(text)) return null;
    const renamed = this.byFormerId.get(text);
    if (renamed) return `${quoted(text)} is a former id: write \`${renamed}\``;
    const known = this.byName.get(normalizeName(text));
    if (known && !idOnly) return null;
    if (!idOnly && !isEntryId(text)) return null;
    const guess = known ?? findNearest(text, [...this.ids, own]);
    return `no entry has the id ${quoted(text)}: ${guess ? `did you mean \`${guess}\`?` : "for a work without an entry write its name"}`;
  }
}

/**
 * Return what `entry` shares with a listed entry although only one work may have it.
 * @param {Entry} entry
 * @param {Row} row
 * @param {boolean} isDistinct
 * @param {import("../identifiers.js").Identifier[]} identifiers
 * @returns {Shared[]}
 */
function sharedBy(entry, [, title, , ids, , code], isDistinct, identifiers) {
  /** @type {Shared[]} */
  const found = [];
  for (const row of identifiers) {
    const id = ids[row.field];
    if (id && id === keyOf(row, entry[row.field] ?? "")) {
      found.push({ what: `the ${row.noun.replace(/^an? /, "")} ${quoted(id)}`, keys: [row.field] });
    }
  }
  const repositories = isDistinct ? [] : code.map(bare);
  for (const address of listAddresses(entry.links?.code).map(({ url }) => bare(url))) {
    if (repositories.includes(address)) found.push({ what: `the code repository ${quoted(address)}`, keys: ["links", "code"] });
  }
  const same = normalizeName(title);
  if (same && same === normalizeName(entry.title ?? "")) found.push({ what: "the title", keys: ["title"] });
  return found;
}

/** @param {string} title */
function pairs(title) {
  const words = spaced(title).split(" ");
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

/** @param {string} url */
function bare(url) {
  const address = url.replace(/^.*?:\/\//, "").toLowerCase().replace(/^www\./, "");
  return address.replace(/#.*$/, "").replace(/\/+$/, "").replace(/\.git$/, "");
}
