import assert from "node:assert/strict";
import { test } from "node:test";
import { isNamed, peopleText } from "../../site_docs/assets/browse/people.js";
import { words } from "../../site_docs/assets/spelling.js";

/** Whether a search for `sought` means the author `name`. */
const means = (sought, name) => isNamed(name, words(sought));

test("middle names may be missing or initials, on either side", () => {
  assert.ok(means("Curtis Langlotz", "Curtis P. Langlotz"));
  assert.ok(means("Curtis P. Langlotz", "Curtis Langlotz"));
  assert.ok(means("Curtis Paul Langlotz", "Curtis P. Langlotz"));
  assert.ok(!means("Curtis Q. Langlotz", "Curtis P. Langlotz"));
});

test("another first or last name is another person", () => {
  assert.ok(!means("Yang Zhang", "Zhang Yang"));
  assert.ok(!means("Yang Zhang", "Yang Zhangli"));
  assert.ok(!means("Zhang", "Yang Zhang"));
});

test("letters that names also spell with two are equal in both directions", () => {
  for (const name of ["Björn Menze", "Bjoern Menze"]) for (const sought of ["Björn Menze", "Bjoern Menze", "Bjorn Menze"]) assert.ok(means(sought, name), `${sought}, ${name}`);
  assert.ok(means("Bjoern Singstad", "Bjørn-Jostein Singstad"));
  assert.ok(means("Juergen Mueller", "Jürgen Müller"));
  assert.ok(means("Hakon Strauss", "Haakon Strauß"));
});

test("two letters are not one in names without such a letter", () => {
  for (const [name, sought] of [["Michael Ito", "Michal Ito"], ["Xue Chen", "Xu Chen"], ["Samuel Ito", "Samul Ito"], ["Jaehyun Kim", "Jahyun Kim"]])
    assert.ok(!means(sought, name), name);
});

test("the text of names has each spelling, also without middle names, and keeps people apart", () => {
  assert.equal(peopleText(["Ada B. Müller", "Bo Ko"]), "ada b muller \n ada muller \n ada b mueller \n ada mueller \n bo ko");
});
