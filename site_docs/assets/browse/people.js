// @ts-check
/** Compare the names of people: with or without middle names, `Müller` and `Mueller` as one. */
import { fold, spacedLines } from "../fold.js";
import { american, joinNon, words } from "../spelling.js";

/** Letters that names also spell with two. @type {Readonly<Record<string, string>>} */
const DOUBLE = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const LETTERS = /[äöüøå]/g;
const ASCII = /^[\x00-\x7f]*$/;
/** Two letters that may be one: not at the end of a syllable (`Xue`, `Samuel`), and not after the first letters of `Jaehyun`. */
const TWO = /(?:(?<![xyq])[ou]e|(?<!\b(?:[jthd]|ch))ae|\Baa)(?=[b-df-hj-np-tv-z])(?!l\b)/g;

/**
 * The spellings of a name, folded.
 * @param {string} name
 * @param {string} [plain] the folded name
 */
function spellings(name, plain = words(name)) {
  const letters = ASCII.test(name) ? "" : name.normalize("NFC").toLowerCase();
  const other = letters.replace(LETTERS, (letter) => DOUBLE[letter] ?? letter);
  const changed = other === letters ? plain.replace(TWO, (two) => two.charAt(0)) : words(other);
  return changed === plain ? [plain] : [plain, changed];
}

/**
 * The folded spellings of `names`, also without middle names; a line break is between any two.
 * @param {readonly string[]} names
 */
export function peopleText(names) {
  const plain = american(joinNon(spacedLines(fold(names.join("\n"))))).split(" \n ");
  return names.flatMap((name, place) => spellings(name, plain[place]).flatMap(withoutMiddle)).join(" \n ");
}

/** `spelling`, and the same without middle names if it has any. @param {string} spelling */
function withoutMiddle(spelling) {
  const [first, last] = [spelling.indexOf(" "), spelling.lastIndexOf(" ")];
  return first < last ? [spelling, spelling.slice(0, first) + spelling.slice(last)] : [spelling];
}

/**
 * Whether `name` may be the person with the folded name `sought`: middle names may be missing or initials.
 * @param {string} name @param {string} sought
 */
export function isNamed(name, sought) {
  return spellings(name).some((spelling) => fits(spelling.split(" "), sought.split(" ")));
}

/** @param {readonly string[]} one @param {readonly string[]} other */
function fits([first, ...one], [start, ...other]) {
  if (first !== start || one.pop() !== other.pop()) return false;
  const [few = [], many = []] = one.length < other.length ? [one, other] : [other, one];
  return few.every((middle) => many.some((name) => isSame(middle, name)));
}

/** Whether one of two middle names is the other, or its initial. @param {string} one @param {string} other */
function isSame(one, other) {
  return one === other || one === other[0] || other === one[0];
}
