import assert from "node:assert/strict";
import { test } from "node:test";
import { Listed } from "../../site_docs/assets/contribute/listed.js";
import { IDENTIFIERS } from "./rows.js";

const facts = { identifiers: IDENTIFIERS, near: { similar: 0.7, common: 40 } };

test("an entry with a listed identifier is reported at the field of the identifier", () => {
  for (const row of IDENTIFIERS) {
    const listed = new Listed({ facts, rows: [["a", "A work", "", { [row.field]: "x1" }, [], [], [], []]] });
    const [match] = listed.matches({ id: "b", title: "Other", [row.field]: row.ignoresCase ? "X1" : "x1" });
    assert.deepEqual(match?.shared.map(({ keys }) => keys), [[row.field]]);
    assert.ok(match?.shared[0]?.what.startsWith("the "), row.field);
    assert.deepEqual(listed.matches({ id: "b", title: "Other", [row.field]: "x2" }), []);
  }
});
