import assert from "node:assert/strict";
import { test } from "node:test";
import { describeWork, hasOtherTitle, mayBeAnother } from "../../site_docs/assets/contribute/another_work.js";
import { findDifferences, isMoreExact } from "../../site_docs/assets/contribute/differences.js";
import { inPlainWords, labelsByKey } from "../../site_docs/assets/contribute/plain_words.js";
import { IDENTIFIERS } from "./rows.js";

const another = (form, pasted) => mayBeAnother(form, pasted, IDENTIFIERS);

test("another identifier or title is another work; the same identifier is not, and a link says nothing", () => {
  assert.equal(another({ arxiv: "2502.02673" }, { arxiv: "2410.11761" }), true);
  assert.equal(another({ arxiv: "2502.02673", date: "2025-02" }, { title: "Films", doi: "10.5555/a" }), true, "nothing shows that it is the same");
  assert.equal(another({ title: "Films of nothing" }, { title: "Films of something" }), true);
  assert.equal(another({ doi: "10.5555/A", title: "Films" }, { doi: "10.5555/a", title: "Other words" }), false);
  assert.equal(another({ title: "Films: A study" }, { title: "films – a Study", doi: "10.5555/a" }), false);
  assert.equal(another({ title: "Films" }, { links: { code: "https://github.com/example/films" } }), false);
  assert.equal(another({ links: { code: "https://github.com/example/films" } }, { arxiv: "2410.11761" }), false);
});

test("a title is another one where no title or alias of both is the same", () => {
  assert.equal(hasOtherTitle({ title: "Films" }, { title: "Other words" }), true);
  assert.equal(hasOtherTitle({ title: "Films" }, { title: "FILMS: a study" }), false);
  assert.equal(hasOtherTitle({ title: "An early draft" }, { title: "Films", aliases: ["An Early Draft"] }), false);
  assert.equal(hasOtherTitle({ arxiv: "2405.12345" }, { title: "Films" }), false);
});

test("a work is called by its title, or by its identifier", () => {
  assert.equal(describeWork({ title: "Films", arxiv: "2410.11761" }, IDENTIFIERS), "“Films”");
  assert.equal(describeWork({ arxiv: "2410.11761" }, IDENTIFIERS), "arXiv id 2410.11761");
});

test("only what both say, and say otherwise, differs", () => {
  const paths = ["title", "authors", "date", "venue.name", "links.code", "doi"];
  const form = { title: "Films", authors: ["Ada Example"], date: "2024-05-01", venue: { name: "ExConf" }, links: { code: ["https://a.org/", "https://b.org/"] } };
  assert.deepEqual(findDifferences(form, { title: "films", date: "2024-05", doi: "10.5555/a", links: { code: "https://b.org/" } }, paths), []);
  assert.deepEqual(findDifferences(form, { authors: ["Ada Example", "Bo Muster"], date: "2024-06" }, paths), [
    { path: "authors", ours: "Ada Example", theirs: "Ada Example, Bo Muster" },
    { path: "date", ours: "2024-05-01", theirs: "2024-06" },
  ]);
});

test("a date that says more is no other date", () => {
  assert.equal(isMoreExact({ date: "2024-05" }, { date: "2024-05-20" }), true);
  assert.deepEqual(findDifferences({ date: "2024-05" }, { date: "2024-05-20" }, ["date"]), []);
  assert.equal(isMoreExact({ date: "2024" }, { date: "20240" }), false);
});

const LABELS = labelsByKey(["title", "doi", "venue.name", "venue.year", "links.code", "license.code", "links.project"], (path) => ({ "venue.name": "Venue", doi: "DOI", "links.code": "Code", "links.project": "Project page" })[path] ?? path);

test("messages have the words of the form", () => {
  const said = (message) => inPlainWords(message, LABELS);
  assert.equal(said("the key `title` is missing: it is required"), "this is required: fill it in");
  assert.equal(said("`doi`: `nonsense` is not a valid DOI: write it as `10.…/…`"), "`nonsense` is not a valid DOI: write it as `10.…/…`");
  assert.equal(said("`title` must have at least 3 characters"), "this must have at least 3 characters");
  assert.equal(said("x.org has no code: put the address under `project`"), "x.org has no code: put the address under “Project page”");
  assert.equal(said("`volume` is of a venue, but there is no `venue`: add `venue`"), "`volume` is of a venue, but there is no “Venue”: add “Venue”");
  assert.equal(said("`2025-01` is later than `added` (2024-06-05): fix one of the two"), "`2025-01` is later than today, 2024-06-05");
  assert.equal(said("`code` is code"), "“Code” is code", "of two fields with one key, the first");
});
