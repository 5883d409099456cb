// @ts-check
/** Find entries by plain comparison of folded text, at once and without an index. */

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./query.js").Token} Token */

/** How near a match is, nearest first: the name itself, another name or the title, the name's beginning,
 * the phrase in name or title, all words in name or title, anywhere. */
export const TIERS = { name: 0, alias: 1, start: 2, phrase: 3, names: 4, anywhere: 5 };

/**
 * The rows that `query` finds, each with how near it is.
 * @param {readonly Row[]} rows
 * @param {Query} query
 * @returns {Map<Row, number>}
 */
export function scan(rows, query) {
  const found = new Map();
  for (const row of rows) {
    const tier = query.identifier ? byIdentifier(row, query.identifier) : byWords(row, query);
    if (tier >= 0) found.set(row, tier);
  }
  return found;
}

/** @param {Row} row @param {string} identifier */
function byIdentifier(row, identifier) {
  const same = row.arxiv.toLowerCase() === identifier || row.doi.toLowerCase().startsWith(identifier);
  return same ? TIERS.name : -1;
}

/** @param {Row} row @param {Query} query */
function byWords(row, query) {
  if (!query.tokens.every((token) => holds(row.text, token) || within(row.names, token))) return -1;
  if (row.keys[0] === query.key) return TIERS.name;
  if (row.keys.includes(query.key)) return TIERS.alias;
  if (row.names.startsWith(` ${query.phrase}`)) return TIERS.start;
  if (row.names.includes(` ${query.phrase}`)) return TIERS.phrase;
  return query.tokens.every((token) => within(row.names, token)) ? TIERS.names : TIERS.anywhere;
}

/** @param {string} text @param {Token} token */
function holds(text, token) {
  return text.includes(token.prefix ? ` ${token.word}` : ` ${token.word} `);
}

/**
 * In names and titles a longer word counts wherever it stands: `clip` finds `MedCLIP`.
 * @param {string} names @param {Token} token
 */
function within(names, token) {
  return token.word.length > 2 ? names.includes(token.word) : holds(names, token);
}
