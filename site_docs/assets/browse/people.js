// @ts-check
/** Compare the names of people: with or without middle names, `Müller` and `Mueller` as one. */
import { words } from "./spelling.js";

/** Letters that names also spell with two. @type {Readonly<Record<string, string>>} */
const DOUBLE = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const LETTERS = /[äöüøå]/g;
/** Two letters that may be one: not at the end of a syllable (`Xue`, `Samuel`), and not after the first letters of `Jaehyun`. */
const TWO = /(?:(?<![xyq])[ou]e|(?<!\b(?:[jthd]|ch))ae|\Baa)(?=[b-df-hj-np-tv-z])(?!l\b)/g;

/**
 * The spellings of a name, folded.
 * @param {string} name
 */
function spellings(name) {
  const plain = words(name);
  const letters = name.normalize("NFC").toLowerCase();
  const other = letters.replace(LETTERS, (letter) => DOUBLE[letter] ?? letter);
  return [...new Set([plain, other === letters ? plain.replace(TWO, (two) => two.charAt(0)) : words(other)])];
}

/**
 * The folded spellings of `names`, also without middle names; a line break is between any two.
 * @param {readonly string[]} names
 */
export function peopleText(names) {
  return names.flatMap((name) => spellings(name).flatMap((spelling) => [spelling, ...withoutMiddle(spelling)])).join(" \n ");
}

/** @param {string} spelling */
function withoutMiddle(spelling) {
  const parts = spelling.split(" ");
  return parts.length > 2 ? [`${parts[0]} ${parts[parts.length - 1]}`] : [];
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
