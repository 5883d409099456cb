import assert from "node:assert/strict";
import { test } from "node:test";
import { pick } from "../../site_docs/assets/browse/exporting.js";

test("BibTeX records are picked by key, in the requested order", () => {
  const text = "@misc{a-1,\n  title = {One}\n}\n\n@article{b,\n  title = {Two @misc{a-1, }}\n}\n\n@misc{c,\n}\n";
  assert.equal(pick("bib", text, ["c", "a-1", "unknown"]), "@misc{c,\n}\n\n@misc{a-1,\n  title = {One}\n}\n");
});

test("RIS records are picked by ID", () => {
  const text = "TY  - JOUR\nID  - a\nTI  - One\nER  - \n\nTY  - GEN\nID  - b\nER  - \n";
  assert.equal(pick("ris", text, ["b"]), "TY  - GEN\nID  - b\nER  - \n");
});

test("CSV rows keep their head, and quoted line breaks, commas and quotation marks", () => {
  const text = 'id,title\na,"One, ""two""\nlines"\nb,\nc,Three\n';
  const picked = 'id,title\nc,Three\na,"One, ""two""\nlines"\n';
  assert.equal(pick("csv", text, ["c", "a"]), picked);
  assert.equal(pick("csv", text.replaceAll("\n", "\r\n"), ["c", "a"]), picked.replaceAll("\n", "\r\n"));
});

test("JSON keeps what is around the entries", () => {
  const text = '{"version": 1, "entries": [{"id": "a"}, {"id": "b"}]}';
  assert.deepEqual(JSON.parse(pick("json", text, ["b"])), { version: 1, entries: [{ id: "b" }] });
});

test("another format is refused", () => assert.throws(() => pick("doc", "", [])));
