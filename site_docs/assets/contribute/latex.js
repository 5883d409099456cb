// @ts-check
/** Read the LaTeX of titles and names as plain text, as the generator's `add/latex.py` does. */
import { A_SPACE, ACCENTS, BELOW, DROP_ARGUMENT, LIGATURES, NO_TEXT, PRINT_ARGUMENT, SYMBOLS } from "./latex_commands.js";

/** @typedef {{ text: string, name?: string, sign?: string }} Token */

const SPECIAL = /[\\{}$~^_`'-]/;
const TOKEN = /\\(?<name>[A-Za-z]+)[ \t\r\n]*|\\(?<sign>.)|---|--|``|''|[^\\{}$~^_`'-]+|./gsu;
const DEEPEST = 20;
const DOTLESS = /** @type {Record<string, string>} */ ({ ı: "i", ȷ: "j" });
const [nothing, space] = [new RegExp(NO_TEXT), new RegExp(A_SPACE)];

/**
 * `text` without LaTeX's commands and braces.
 * @param {string} text
 */
export function readLatex(text) {
  return SPECIAL.test(text) ? new Reader(text.normalize("NFC")).read() : text;
}

class Reader {
  /** @param {string} text */
  constructor(text) {
    /** @type {Token[]} */
    this.tokens = [...text.matchAll(TOKEN)].map((found) => ({ text: found[0], ...found.groups }));
    this.ends = matchBraces(this.tokens);
    this.isMath = false;
    const dollars = this.tokens.flatMap((token, place) => (token.text === "$" ? [place] : []));
    this.literal = dollars.length % 2 ? (dollars.at(-1) ?? -1) : -1; // a dollar sign alone is money
  }

  read() {
    return this.part(0, this.tokens.length, 0).normalize("NFC");
  }

  /** @param {number} start @param {number} end @param {number} depth */
  part(start, end, depth) {
    let [text, place] = ["", start];
    while (place < end) {
      const [piece, after] = this.one(place, depth);
      [text, place] = [text + piece, after];
    }
    return text;
  }

  /** The text of a token with its arguments, and the place after them. @param {number} place @param {number} depth @returns {[string, number]} */
  one(place, depth) {
    const { name: command, sign } = /** @type {Token} */ (this.tokens[place]);
    const name = command || sign;
    if (name === undefined) return [this.plain(place), place + 1];
    if (Object.hasOwn(ACCENTS, name)) {
      const [letters, after] = this.argument(place + 1, depth);
      return [accented(letters, name), after];
    }
    return sign ? [this.signed(sign), place + 1] : this.command(name, place, depth);
  }

  /** @param {string} name @param {number} place @param {number} depth @returns {[string, number]} */
  command(name, place, depth) {
    if (Object.hasOwn(SYMBOLS, name)) return [SYMBOLS[name] ?? "", place + 1];
    if (PRINT_ARGUMENT.includes(name)) return ["", place + 1];
    if (DROP_ARGUMENT.includes(name)) return ["", this.argument(place + 1, depth)[1]];
    if (name === "frac") {
      const [above, middle] = this.argument(place + 1, depth);
      const [below, after] = this.argument(middle, depth);
      return [`${above}/${below}`, after];
    }
    return [this.textAt(place), place + 1];
  }

  /** @param {string} sign */
  signed(sign) {
    if ("([".includes(sign)) this.isMath = true;
    if (")]".includes(sign)) this.isMath = false;
    if (nothing.test(sign)) return "";
    return space.test(sign) ? " " : sign;
  }

  /** @param {number} place */
  plain(place) {
    const text = this.textAt(place);
    if (text === "$" && place !== this.literal) {
      this.isMath = !this.isMath;
      return "";
    }
    if (text === "{" || text === "}" || (this.isMath && (text === "^" || text === "_"))) return "";
    return text === "~" ? " " : (LIGATURES[text] ?? text);
  }

  /** The text of an argument, which is a group, a command or one letter; and the place after it. @param {number} place @param {number} depth @returns {[string, number]} */
  argument(place, depth) {
    while (place < this.tokens.length && /^[ \t\r\n]*$/.test(this.textAt(place))) place++;
    const text = this.textAt(place);
    if (!text || text === "}" || depth === DEEPEST) return ["", place];
    if (text === "{") {
      const end = this.ends.get(place) ?? this.tokens.length;
      return [this.part(place + 1, end, depth + 1), Math.min(end + 1, this.tokens.length)];
    }
    if (text.startsWith("\\") && text.length > 1) return this.one(place, depth + 1);
    const [letter = "", ...others] = text.replace(/^[ \t\r\n]+/, "");
    this.tokens[place] = { text: others.join("") };
    return [letter, others.length ? place : place + 1];
  }

  /** @param {number} place */
  textAt(place) {
    return this.tokens[place]?.text ?? "";
  }
}

/** The place of the closing brace of each opening one. @param {Token[]} tokens */
function matchBraces(tokens) {
  /** @type {Map<number, number>} */
  const found = new Map();
  /** @type {number[]} */
  const opened = [];
  tokens.forEach(({ text }, place) => {
    if (text === "{") opened.push(place);
    const opening = text === "}" ? opened.pop() : undefined;
    if (opening !== undefined) found.set(opening, place);
  });
  return found;
}

/** @param {string} letters @param {string} accent */
function accented(letters, accent) {
  if (!letters) return "~^".includes(accent) ? accent : "";
  const [first = "", ...rest] = letters;
  if (!/^\p{L}$/u.test(first)) return letters;
  const base = BELOW.includes(accent) ? first : (DOTLESS[first] ?? first);
  return (base + (ACCENTS[accent] ?? "") + rest.join("")).normalize("NFC");
}
