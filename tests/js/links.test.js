import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { details, listAddresses } from "../../site_docs/assets/contribute/links.js";

const cases = JSON.parse(readFileSync(new URL("../data/link_details.json", import.meta.url), "utf8"));

test("links get the same labels as in the generator", () => {
  for (const { links, details: wanted } of cases) assert.deepEqual(details(listAddresses(links)), wanted, JSON.stringify(links));
});
