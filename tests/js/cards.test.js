import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses } from "../../site_docs/assets/browse/cards.js";
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

test("characters with a meaning in addresses are encoded in an identifier", () => {
  const [, doi] = IDENTIFIERS;
  assert.deepEqual(addresses({ identifiers: { doi: "10.1/a(b)<c>?d#e%" }, links: {}, link_details: {} }, [doi]), [
    ["doi", "https://doi.org/10.1/a(b)%3Cc%3E%3Fd%23e%25", ""],
  ]);
});
