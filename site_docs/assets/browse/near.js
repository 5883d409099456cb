// @ts-check
/** Find words similar to a misspelled one. */

/**
 * How many letters of `word` may be wrong: none in short words and in numbers.
 * @param {string} word
 */
function misses(word) {
  if (word.length < 5 || /\d/.test(word)) return 0;
  return word.length < 7 ? 1 : 2;
}

/** All words of rows and of their terms, each once. */
export class Words {
  /** @type {Set<string>} */
  all = new Set();
  /** Texts of terms, which rows share. @type {Set<string>} */
  #terms = new Set();
  #read = 0;

  /**
   * Read the next rows.
   * @param {readonly Pick<import("./data.js").Row, "text" | "terms">[]} rows all rows, those that were read before too
   * @param {number} [most] how many to read
   * @returns {boolean} whether there are more
   */
  read(rows, most = Infinity) {
    const end = Math.min(rows.length, this.#read + most);
    for (; this.#read < end; this.#read++) this.#add(/** @type {(typeof rows)[number]} */ (rows[this.#read]));
    return end < rows.length;
  }

  /** @param {Pick<import("./data.js").Row, "text" | "terms">} row */
  #add({ text, terms }) {
    for (const word of text.split(" ")) this.all.add(word);
    for (const { words } of terms) {
      if (this.#terms.has(words)) continue;
      this.#terms.add(words);
      for (const word of words.split(" ")) this.all.add(word);
    }
  }
}

/**
 * The ones of `words` that differ from `word` by the fewest letters, if these are few.
 * @param {ReadonlySet<string>} words
 * @param {string} word
 */
export function nearest(words, word) {
  let least = misses(word);
  /** @type {string[]} */
  let found = [];
  if (!least) return found;
  if (words.has(word)) return [word];
  for (const other of words) {
    const missed = distance(word, other, least);
    if (missed < least) found = [];
    if (missed <= least) found.push(other);
    least = Math.min(least, missed);
  }
  return found;
}

/**
 * How many letters are missing, added, wrong or swapped with the next; above `most` any larger number.
 * @param {string} one @param {string} other @param {number} most
 */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const exchanged = i > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (before[j - 2] ?? 0) + 1 : changed;
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, changed, exchanged);
      least = Math.min(least, next[j] ?? least);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
