import assert from "node:assert/strict";
import { test } from "node:test";
import { authorSlug, fold, joined, normalizeName, spaced } from "../../site_docs/assets/fold.js";

test("case, accents and compatibility forms are removed", () => {
  assert.equal(fold("Müller"), fold("MULLER"));
  assert.equal(fold("Małgorzata Połacin, Sørensen, Weiß, ﬁne, Ⅳ"), "malgorzata polacin, sorensen, weiss, fine, iv");
  assert.equal(fold("ΛΟΓΟΣ"), fold("λόγος"));
});

test("words are separated by one space, or joined", () => {
  assert.equal(spaced("  Med-PaLM M: (v2) "), "med palm m v2");
  assert.equal(normalizeName("Med-PaLM M"), "medpalmm");
  assert.equal(normalizeName("MedNet++"), "mednetplusplus");
  assert.equal(joined(fold("LLaVA-Med and X-ray in 2D")), "llavamed xray");
});

test("authors have slugs in any script", () => {
  assert.equal(authorSlug("Nguyễn, Văn A."), "nguyen-van-a");
  assert.equal(authorSlug("李明"), "674e-660e");
});
