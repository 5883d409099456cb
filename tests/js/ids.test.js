import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { proposedId } from "../../site_docs/assets/contribute/proposal.js";

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const facts = json("../golden/naming.json"); // the facts of the page; a test of the generator keeps them true
const { taken, proposals } = json("../data/ids.json");

test("the page proposes the ids that `medvlm add` proposes", () => {
  for (const { entry, id } of proposals) {
    assert.equal(proposedId(entry, new Set(taken), facts), id, JSON.stringify(entry));
  }
});

test("an empty form has no id yet", () => {
  assert.equal(proposedId({ added: "2024-12-01" }, new Set(), facts), "");
});
