// @ts-check
/** Fold text as the generator does (its `text.py`), so that both find the same things. */

/** Letters that Unicode's compatibility decomposition does not split. @type {Readonly<Record<string, string>>} */
const UNDECOMPOSED = { ł: "l", ø: "o", ı: "i", đ: "d", æ: "ae", œ: "oe" };
const WHOLE = new RegExp(`[${Object.keys(UNDECOMPOSED).join("")}]`, "g");
/** What is between words, but for a single space, which most gaps are, and words with such characters inside; the
 * plain forms do the same for ASCII, twice as fast. */
const GAPS = / *[^\p{L}\p{N} ][^\p{L}\p{N}]*|  +/gu;
const CUT = /[\p{L}\p{N}]+(?:[^\p{L}\p{N}\s]+[\p{L}\p{N}]+)+/gu;
const PLAIN = /^[\x00-\x7f]*$/;
const PLAIN_GAPS = / *[^a-z0-9 ][^a-z0-9]*|  +/g;
/** What is between words of one line. */
const LINE_GAPS = / *[^\p{L}\p{N} \n][^\p{L}\p{N}\n]*|  +/gu;
const PLAIN_LINE_GAPS = / *[^a-z0-9 \n][^a-z0-9\n]*|  +/g;
const PLAIN_CUT = /[a-z0-9]+(?:[^a-z0-9\s]+[a-z0-9]+)+/g;

/**
 * `text` without case, accents and compatibility forms: `Müller` and `MULLER` are alike.
 * @param {string} text
 */
export function fold(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  return caseless(text.normalize("NFKD"))
    .normalize("NFKD")
    .replace(WHOLE, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/\p{Mn}/gu, "");
}

/**
 * `text` with Unicode case folding: `ß` is `ss`, and a final sigma is a normal sigma.
 * @param {string} text
 */
function caseless(text) {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/**
 * The folded words of `text`, letters and digits of any script, with one space between.
 * @param {string} text
 */
export function spaced(text) {
  const folded = fold(text);
  return folded.replace(PLAIN.test(folded) ? PLAIN_GAPS : GAPS, " ").trim();
}

/**
 * The same of each line of `folded`, with a space on both sides of each line break: several texts are read at once, which is faster.
 * @param {string} folded
 */
export function spacedLines(folded) {
  return folded.replace(PLAIN.test(folded) ? PLAIN_LINE_GAPS : LINE_GAPS, " ").replace(/ ?\n ?/g, " \n ").trim();
}

/**
 * What two spellings of one name share: their folded words, run together; a plus is a word.
 * @param {string} text
 */
export function normalizeName(text) {
  return spaced(text.replaceAll("+", " plus ")).replaceAll(" ", "");
}

/**
 * The words of `folded` with punctuation inside, joined: `llavamed` for `llava-med for all`.
 * @param {string} folded
 */
export function joined(folded) {
  const [cut, gaps] = PLAIN.test(folded) ? [PLAIN_CUT, PLAIN_GAPS] : [CUT, GAPS];
  return (folded.match(cut) ?? []).map((word) => word.replace(gaps, "")).join(" ");
}

/**
 * The slug of an author, as used in addresses.
 * @param {string} name
 */
export function authorSlug(name) {
  const folded = fold(name);
  const slug = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (slug) return slug;
  const letters = folded.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join("-");
}
