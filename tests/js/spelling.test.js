import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "../../site_docs/assets/spelling.js";

test("British and American spellings are one word", () => {
  for (const [british, american] of [
    ["Brain tumours", "brain tumors"], ["localisation", "localization"], ["localised", "localized"],
    ["unlabelled", "unlabeled"], ["modelling", "modeling"], ["Analysing colour", "analyzing color"],
    ["multi-centre, centred", "multi center centered"], ["oedema and haemorrhage", "edema and hemorrhage"],
    ["paediatric anaesthesia", "pediatric anesthesia"], ["generalising", "generalizing"], ["licence", "license"],
  ]) assert.equal(words(british), words(american), british);
});

test("other words stay as they are", () => {
  for (const text of ["generalist", "specialist", "realistic", "organism", "characteristic", "four hours", "analysis"]) {
    assert.equal(words(text), text);
  }
});

test("a word with non in front is one word, another than the word without it", () => {
  for (const text of ["Non-commercial", "non commercial", "noncommercial"]) assert.equal(words(text), "noncommercial", text);
  assert.equal(words("commercial or non"), "commercial or non");
});
