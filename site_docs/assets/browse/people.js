// @ts-check
/** Compare the names of people: with or without middle names, `Müller` and `Mueller` as one. */
import { words } from "./spelling.js";

/** Letters that names also spell with two. @type {Readonly<Record<string, string>>} */
const DOUBLE = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const LETTERS = new RegExp(`[${Object.keys(DOUBLE).join("")}]`, "g");
const ANY = /[^\x00-\x7f]/;
/** Two letters that may be one: not at the end of a syllable (`Xue`, `Samuel`), and not after the first letters of `Jaehyun`. */
const TWO = /(?<![xyq])(?:oe|ue)(?=[b-df-hj-np-tv-z])(?!l\b)|(?<!\b(?:[jthd]|ch))ae(?=[b-df-hj-np-tv-z])(?!l\b)|\Baa(?=[b-df-hj-np-tv-z])/g;

/**
 * The spellings of a name, folded, with the words that are compared first.
 * @param {string} name
 */
function spellings(name) {
  const plain = words(name);
  const written = ANY.test(name) ? words(name.normalize("NFC").toLowerCase().replace(LETTERS, (letter) => DOUBLE[letter] ?? letter)) : plain;
  const other = written === plain ? plain.replace(TWO, (two) => two.charAt(0)) : written;
  return other === plain ? [plain] : [plain, other];
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
function fits(one, other) {
  if (one.length < 2 || one[0] !== other[0] || one[one.length - 1] !== other[other.length - 1]) return false;
  const [few = [], many = []] = [one.slice(1, -1), other.slice(1, -1)].sort((a, b) => a.length - b.length);
  let place = 0;
  return few.every((middle) => {
    while (place < many.length && !isSame(middle, many[place] ?? "")) place++;
    return place++ < many.length;
  });
}

/** Whether one of two middle names is the other, or its initial. @param {string} one @param {string} other */
function isSame(one, other) {
  return one === other || (Math.min(one.length, other.length) === 1 && one[0] === other[0]);
}
