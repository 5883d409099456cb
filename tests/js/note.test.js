import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "../../site_docs/assets/browse/note.js";

test("a similar word is shown as the names and titles write it most often", () => {
  const entries = [
    { name: "ImageTalk", title: "ImageTalk: images that talk" },
    { name: "Other", title: "Beyond imagetalk" },
  ];
  assert.equal(written("imagetalk", entries), "ImageTalk");
  assert.equal(written("imagetalk unknown", entries), "ImageTalk unknown");
});
