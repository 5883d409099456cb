// @ts-check
/** Read the records of a BibTeX text, each by itself, as the generator's `add/bibliographies/bibtex.py` does. */

/** @typedef {Record<string, string>} FieldTexts */
/** A record; a broken one has no fields, and `fault` says why. @typedef {{ kind: string, key: string, line: number, fields: FieldTexts, fault: string }} BibRecord */

const HEAD = /(?<![A-Za-z0-9@%.])@([A-Za-z_][A-Za-z0-9_-]*)[ \t\r\n]*([{(])/g;
const LINE_HEAD = /(?<![^\n])[ \t]*@[A-Za-z_][A-Za-z0-9_-]*[ \t\r\n]*[{(]/g;
const KEY = /([^,{}="#]*)(?:,|(?=\}))/y;
const NAME = /(?:[ \t\r\n,]|%[^\n]*\n)*([A-Za-z_][^ \t\r\n=,{}"#%()@]*)[ \t\r\n]*=[ \t\r\n]*/y;
const BETWEEN = /(?:[ \t\r\n,]|%[^\n]*\n)*/y;
const JOIN = /[ \t\r\n]*#[ \t\r\n]*/y;
const BARE = /[^ \t\r\n,#{}()"=]+/y;
/** So many broken records and comments are read between two records that begin a line; the rest is skipped. */
const MAX_FAULTS = 20;
const LONGEST_VALUE = 100_000;
const SWALLOWED =
  /[,}"] *(?:author|title|year|date|month|journal|booktitle|publisher|editor|pages|volume|number|doi|url|eprint|abstract|keywords|note) *= *[{"]/i;

/** A record cannot be read; the message says why. */
class Fault extends Error {}

/**
 * Whether `text` has a record.
 * @param {string} text
 */
export function isBibtex(text) {
  return new RegExp(HEAD.source).test(text);
}

/**
 * The records of `text` in their order, also the broken ones, but no macros and comments.
 * @param {string} text
 * @returns {BibRecord[]}
 */
export function readRecords(text) {
  const starts = [...text.matchAll(LINE_HEAD)].map(({ index }) => index);
  /** @type {Map<string, string>} */
  const macros = new Map();
  const lines = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return [0, ...starts].flatMap((start, index) => new Part(text.slice(0, starts[index] ?? text.length), start, macros, lines).read());
}

/** What is between two records that begin a line: most often one record. */
class Part {
  /** @param {string} text @param {number} start @param {Map<string, string>} macros @param {number[]} lines where lines end */
  constructor(text, start, macros, lines) {
    this.lines = lines;
    this.text = text;
    this.start = start;
    this.macros = macros;
  }

  read() {
    /** @type {BibRecord[]} */
    const found = [];
    let [place, faults] = [this.start, 0];
    while (faults < MAX_FAULTS) {
      const head = at(HEAD, this.text, place);
      if (!head) break;
      const [kind, closing, start] = [(head[1] ?? "").toLowerCase(), head[2] === "{" ? "}" : ")", head.index + head[0].length];
      if (kind === "comment" || kind === "preamble") {
        place = this.afterComment(start, closing);
        if (place === start) faults++;
        continue;
      }
      const key = at(KEY, this.text, start);
      const [fields, after, fault] = this.body(kind, closing, start, key && kind !== "string" ? start + key[0].length : start);
      place = after;
      if (fault) faults++;
      const line = this.line(head.index);
      if (kind !== "string" || fault) found.push({ kind, key: trimmed(key?.[1] ?? ""), line, fields, fault });
    }
    return found;
  }

  /** @param {number} start @param {string} closing */
  afterComment(start, closing) {
    const end = this.closing(start, closing, false);
    return end < 0 ? start : end + 1;
  }

  /** @param {string} kind @param {string} closing @param {number} head @param {number} start @returns {[FieldTexts, number, string]} */
  body(kind, closing, head, start) {
    let fault = "";
    // BibTeX knows no escaped brace; people write some.
    for (const escapes of [false, true]) {
      try {
        const [fields, place] = this.fields(start, closing, escapes);
        if (kind === "string") for (const [name, value] of Object.entries(fields)) this.define(name, value);
        return [fields, place, ""];
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        fault ||= error.message;
      }
    }
    return [{}, head, fault];
  }

  /** @param {string} name @param {string} value */
  define(name, value) {
    if (!this.macros.has(name)) this.macros.set(name, value);
  }

  /** @param {number} place @param {string} closing @param {boolean} escapes @returns {[FieldTexts, number]} */
  fields(place, closing, escapes) {
    /** @type {Map<string, string>} */
    const fields = new Map();
    for (let name = at(NAME, this.text, place); name; name = at(NAME, this.text, place)) {
      const [value, after] = this.value(name[1] ?? "", name.index + name[0].length, escapes);
      const lower = (name[1] ?? "").toLowerCase();
      if (!fields.has(lower)) fields.set(lower, value);
      place = after;
    }
    place += at(BETWEEN, this.text, place)?.[0].length ?? 0;
    if (place < this.text.length && this.text[place] !== closing) {
      const last = fields.size ? `after \`${[...fields.keys()].at(-1)}\`` : "at the beginning";
      throw new Fault(`a field or \`${closing}\` is expected ${last}, in line ${this.line(place)}`);
    }
    if (!fields.size) throw new Fault("it has no fields");
    return [Object.fromEntries(fields), place + 1]; // at the end of the text, only the last brace is missing
  }

  /** @param {string} name @param {number} place @param {boolean} escapes @returns {[string, number]} */
  value(name, place, escapes) {
    let value = "";
    for (;;) {
      const [part, after] = this.one(name, place, escapes);
      value += part;
      if (value.length > LONGEST_VALUE) throw new Fault(`\`${name}\` is longer than ${LONGEST_VALUE} characters, in line ${this.line(after)}`);
      const joined = at(JOIN, this.text, after);
      place = after + (joined?.[0].length ?? 0);
      if (joined) continue;
      value = value.replace(/[ \t\r\n]+/g, " ");
      if (SWALLOWED.test(value)) throw this.open(name, place);
      return [value, place];
    }
  }

  /** @param {string} name @param {number} place @param {boolean} escapes @returns {[string, number]} */
  one(name, place, escapes) {
    const opening = this.text[place];
    if (opening === "{" || opening === '"') {
      const end = this.closing(place + 1, opening === "{" ? "}" : '"', escapes);
      if (end < 0) throw this.open(name, place);
      return [this.text.slice(place + 1, end), end + 1];
    }
    const bare = at(BARE, this.text, place)?.[0];
    if (!bare) throw new Fault(`\`${name}\` has no value, in line ${this.line(place)}`);
    return [this.macros.get(bare.toLowerCase()) ?? bare, place + bare.length];
  }

  /** The place of the character that ends what begins before `place`, or -1. @param {number} place @param {string} closing @param {boolean} escapes */
  closing(place, closing, escapes) {
    let depth = 0;
    for (; place < this.text.length; place++) {
      const char = this.text[place];
      if (char === "\\" && escapes && /[{}]/.test(this.text[place + 1] ?? "")) place++;
      else if (!depth && char === closing) return place;
      else if (char === "{") depth++;
      else if (char === "}" && depth) depth--;
    }
    return -1;
  }

  /** @param {string} name @param {number} place */
  open(name, place) {
    return new Fault(`a brace or quotation mark of \`${name}\` is not closed, in line ${this.line(place)}`);
  }

  /** @param {number} place */
  line(place) {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {number} */ (this.lines[middle]) < place) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}

/** @param {RegExp} pattern @param {string} text @param {number} place */
function at(pattern, text, place) {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** @param {string} text */
function trimmed(text) {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}
