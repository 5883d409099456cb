import assert from "node:assert/strict";
import { test } from "node:test";
import { read as readSource } from "../../site_docs/assets/contribute/source.js";
import { IDENTIFIERS } from "./rows.js";

const read = (text, vocabularies) => readSource(text, vocabularies, IDENTIFIERS);

test("a percent sign that encodes nothing is part of an address", () => {
  for (const address of ["https://example.org/100%", "https://example.org/%E4%", "https://example.org/%ff"]) {
    assert.deepEqual(read(address, {}), { what: "an address", entry: { links: { project: address } } });
  }
});

test("a DOI is found in an address, encoded or not", () => {
  for (const address of ["https://example.org/doi/10.1000/nothing.pdf", "https://example.org/doi/10.1000%2Fnothing"]) {
    assert.deepEqual(read(address, {}).entry, { doi: "10.1000/nothing" });
  }
  assert.deepEqual(read("https://example.org/10.1000/nothing/100%", {}).entry, { doi: "10.1000/nothing/100%" });
});

test("an identifier is read from its address or after its name, as it is written", () => {
  assert.deepEqual(read("arXiv:2405.12345v2", {}), { what: "an arXiv id", entry: { arxiv: "2405.12345", date: "2024-05" } });
  assert.deepEqual(read("https://doi.org/10.1000/Nothing", {}).entry, { doi: "10.1000/Nothing" });
  assert.deepEqual(read("https://openreview.net/forum?noteId=x&id=a1B2c3D4e5", {}).entry, { openreview: "a1B2c3D4e5" });
  assert.deepEqual(read("PMID: 38797720", {}), { what: "a PubMed id", entry: { pubmed: "38797720" } });
});

test("a record with a known venue has volume, number and pages", () => {
  const vocabularies = { venues: [{ written: "JEX", label: "JEX", name: "Journal of Examples", slug: "jex" }] };
  const record = "@article{a, title={A}, journal={Journal of Examples}, year=2024, volume=8, number={2}, pages={123--145}}";
  const { venue, volume, number, pages } = read(record, vocabularies).entry;
  assert.deepEqual({ venue, volume, number, pages }, { venue: { name: "JEX", year: 2024 }, volume: "8", number: "2", pages: "123-145" });
  assert.equal(read(record.replace("Journal of Examples", "arXiv"), vocabularies).entry.volume, undefined);
  assert.equal(read(record.replace("pages={123--145}", "eid={e77}"), vocabularies).entry.pages, "e77");
});
