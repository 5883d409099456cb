// @ts-check
/** What the page gets from the site: the schema, the vocabularies, and the works that are already listed. */

/**
 * @typedef {{
 *   root: string, repository: string, longestAddress: number, mojibake: string,
 *   summary: { shortest: number, longest: number, second: string, itself: string },
 *   wording: import("./wording.js").Wording,
 *   authors: {
 *     etAl: string, initial: string, familyFirst: string, aside: string, odd: string, address: string, degree: string,
 *     lostAccent: string, sign: string, separator: string, addition: string, inFull: string, capitals: number,
 *   },
 *   plain: { markup: [string, string][], emoji: string, minWords: number },
 *   addresses: { tracking: string, notCode: Record<string, string> },
 *   pages: import("./addresses.js").Pages,
 *   venueDois: import("./venues.js").VenueDoi[],
 *   services: import("./registries.js").Services,
 *   identifiers: import("../identifiers.js").Identifier[],
 *   names: import("./names.js").Patterns,
 *   ids: { small: string[], longest: number, plainWords: number },
 *   sizes: { between: string, counted: string },
 *   near: { similar: number, common: number },
 * }} Facts
 */
/** @typedef {{ written: string, slug: string, label: string, aliases?: string[], name?: string, card?: string, unit?: string, minimum?: number, maximum?: number }} Term */
/** @typedef {Record<string, Term[]>} Vocabularies */
/**
 * id, title, name, identifiers by their fields, other names, code repositories, `distinct_from`, former ids,
 * and the settings of a dataset or benchmark, null for other works
 * @typedef {[string, string, string, Record<string, string>, string[], string[], string[], string[], Record<string, string> | null]} Row
 */
/** @typedef {{ facts: Facts, schema: import("./schema.js").Schema, vocabularies: Vocabularies, rows: Row[] }} Site */

/** @returns {Promise<Site>} */
export async function site() {
  const facts = /** @type {Facts} */ (JSON.parse(document.getElementById("contribute-facts")?.textContent ?? "{}"));
  const [schema, vocabularies, rows] = await Promise.all(
    ["entry.schema", "vocabularies", "names"].map((name) => fetched(`${facts.root}data/${name}.json`)),
  );
  return { facts, schema, vocabularies, rows };
}

/** @param {string} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
