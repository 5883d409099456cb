import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ofCrossref, ofDatacite } from "../../site_docs/assets/contribute/registry_records.js";
import { joinVersions } from "../../site_docs/assets/contribute/versions.js";
import { IDENTIFIERS } from "./rows.js";

/** `tests/add/registries/test_registry_records.py` runs the same cases. */
const CASES = JSON.parse(readFileSync(new URL("../data/registry_records.json", import.meta.url), "utf8"));
const NAMES = { particle: "van|der", suffix: "jr", groupWord: "Group" };

for (const { name, registry, record, data, page, place, year } of CASES) {
  test(`a record becomes a draft: ${name}`, () => {
    const draft = { crossref: ofCrossref, datacite: ofDatacite }[registry](record, IDENTIFIERS);
    assert.deepEqual({ ...draft.data }, { ...data, ...page });
    assert.deepEqual([draft.place, draft.year], [place, year]);
  });
}

test("the record of an arXiv paper has its first date, and the DOI of its publication", () => {
  const record = {
    doi: "10.48550/ARXIV.2405.12345", titles: [{ title: "Films" }], creators: [{ name: "Example, Ada" }],
    dates: [{ date: "2024-05-20T20:20:48Z", dateType: "Submitted" }, { date: "2025-01-02T00:00:00Z", dateType: "Updated" }],
    relatedIdentifiers: [{ relationType: "IsVersionOf", relatedIdentifierType: "DOI", relatedIdentifier: "10.5555/inv.3" }],
  };
  const { data, related } = ofDatacite(record, IDENTIFIERS);
  assert.deepEqual(data, { title: "Films", authors: ["Ada Example"], date: "2024-05-20", arxiv: "2405.12345" });
  assert.deepEqual(related, { doi: "10.5555/inv.3" });
});

test("a retraction is said", () => {
  const { notes } = ofCrossref({ DOI: "10.5555/a", title: ["Films"], "updated-by": [{ type: "retraction" }] }, IDENTIFIERS);
  assert.deepEqual(notes, ["the work was retracted, as Crossref says"]);
});

test("a record of any other form gives nothing", () => {
  const odd = [null, 7, "text", [], { title: 7, author: [null, 7, [], "x", { given: {} }], issued: { "date-parts": "x" }, relation: 7, DOI: "javascript:1" }, { titles: [7, null], creators: "x", dates: [null, 7], doi: {}, publicationYear: "soon" }];
  for (const record of odd) for (const of of [ofCrossref, ofDatacite]) assert.deepEqual(of(record, IDENTIFIERS).data, {});
  assert.deepEqual(ofCrossref({ title: ["x".repeat(6000)] }, IDENTIFIERS).data, {}, "a text without an end");
});

const draft = (data) => ({ data, place: "", year: null, notes: [], related: {} });

test("two versions are joined: the published title, full names, the first date, the other title as an alias", () => {
  const early = draft({ title: "An Early Draft", authors: ["Ada Example", "Björn Muster"], date: "2023-02-03", arxiv: "2302.00001" });
  const late = draft({ title: "Reading films", authors: ["B. Muster", "Ada Example", "Carla Neu"], date: "2024-05-01", doi: "10.5555/late" });
  assert.deepEqual(joinVersions(early, late, NAMES).data, {
    title: "Reading films", authors: ["Björn Muster", "Ada Example", "Carla Neu"], date: "2023-02-03", arxiv: "2302.00001", doi: "10.5555/late", aliases: ["An Early Draft"],
  });
  const whole = draft({ ...early.data, title: "Reading films: with reports" });
  const joined = joinVersions(whole, draft({ ...late.data, authors: ["Ada Example"] }), NAMES).data;
  assert.deepEqual([joined.title, joined.aliases, joined.authors], ["Reading films: with reports", undefined, early.data.authors]);
});

test("a DOI of another work is not taken for the published version", () => {
  const early = draft({ title: "An Early Draft", authors: ["Ada Example"], arxiv: "2302.00001" });
  const joined = joinVersions(early, draft({ title: "Quite another matter", authors: ["X Y"], doi: "10.5555/late" }), NAMES);
  assert.deepEqual(joined.data, early.data);
  assert.deepEqual(joined.notes, ["the DOI 10.5555/late leads to “Quite another matter”: is that the published version?"]);
});
