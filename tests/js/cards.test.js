import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses, authors } from "../../site_docs/assets/browse/cards.js";
import { IDENTIFIERS } from "./rows.js";

test("a card links every identifier that leads to the paper, then every link with its label", () => {
  const identifiers = Object.fromEntries(IDENTIFIERS.map(({ field }) => [field, `id-of-${field}`]));
  const links = { pdf: ["https://p.example.org/"], weights: ["https://a.example.org/", "https://b.example.org/"] };
  const found = addresses({ identifiers, links, link_details: { weights: ["7B", "34B"] } }, IDENTIFIERS);
  assert.deepEqual(found, [
    ...IDENTIFIERS.map(({ field, address }) => [field, address.replace("{}", `id-of-${field}`), ""]),
    ["pdf", "https://p.example.org/", ""],
    ["weights", "https://a.example.org/", "7B"],
    ["weights", "https://b.example.org/", "34B"],
  ]);
});

test("a card names the first authors and those that were found", () => {
  const [two, six] = [["A", "B"], ["A", "B", "C", "D", "E", "F"]];
  for (const [given, expected] of [
    [{ authors: two }, "A, B"],
    [{ authors: two, others: 1 }, "A, B, et al."],
    [{ authors: six }, "A, B, C, et al."],
    [{ authors: six, found: [1] }, "A, B, C, et al."],
    [{ authors: six, found: [3] }, "A, B, C, D, et al."],
    [{ authors: six, found: [4] }, "A, B, C, …, E, et al."],
    [{ authors: six, found: [5] }, "A, B, C, …, F"],
  ]) assert.equal(authors({ others: 0, ...given }), expected);
});

test("characters with a meaning in addresses are encoded in an identifier", () => {
  const [, doi] = IDENTIFIERS;
  assert.deepEqual(addresses({ identifiers: { doi: "10.1/a(b)<c>?d#e%" }, links: {}, link_details: {} }, [doi]), [
    ["doi", "https://doi.org/10.1/a(b)%3Cc%3E%3Fd%23e%25", ""],
  ]);
});
