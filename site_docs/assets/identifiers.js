// @ts-check
/** Identifiers: the page gets their rows as data from the generator's one table, `entry/identifiers.py`. */

/**
 * @typedef {object} Identifier
 * @property {string} field its key in an entry
 * @property {string} noun what messages call it, with its article
 * @property {string} address its address; `{}` is the id
 * @property {string} site the beginning of addresses that belong in this field, after `https://`
 * @property {string} typed what people type or paste for it; group 1 is the id
 * @property {string} pattern the form of the whole id
 * @property {readonly string[]} allowedLinks the keys of `links` that may have its address
 * @property {boolean} isUnique whether only one entry may have it
 * @property {boolean} ignoresCase
 * @property {boolean} isQuoted
 * @property {boolean} isPaper whether it leads to the work itself
 */

/**
 * The address of `id`.
 * @param {Identifier} row
 * @param {string} id
 */
export function addressOf(row, id) {
  return row.address.replace("{}", () => encodeURI(id).replace(/[?#]/g, encodeURIComponent));
}

/**
 * Whether `url` is an address that belongs in the field of `row`.
 * @param {Identifier} row
 * @param {string} url
 */
export function isAddress(row, url) {
  return new RegExp(`^https?://(?:${row.site})`, "i").test(url);
}

/**
 * What two spellings of one id share.
 * @param {Identifier} row
 * @param {string} id
 */
export function keyOf(row, id) {
  return row.ignoresCase ? id.toLowerCase() : id;
}

/**
 * The identifier that `text`, typed or pasted, is, or null.
 * @param {readonly Identifier[]} rows
 * @param {string} text
 * @returns {{ row: Identifier, id: string } | null}
 */
export function readIdentifier(rows, text) {
  for (const row of rows) {
    const id = new RegExp(row.typed, "i").exec(text)?.[1];
    if (id && new RegExp(row.pattern).test(id)) return { row, id };
  }
  return null;
}
