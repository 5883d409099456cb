import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { read as readSource } from "../../site_docs/assets/contribute/source.js";
import { IDENTIFIERS } from "./rows.js";

/** The generator's tables; `tests/outputs/test_contribute_addresses.py` keeps the file. */
const PAGES = JSON.parse(readFileSync(new URL("../data/contribute_addresses.json", import.meta.url), "utf8"));
const VENUE_DOIS = [{ part: ".ex-long.", venue: "ExConf", year: null }, { part: "10.1145/777", venue: "ACM Ex", year: 2025 }];

const read = (text, vocabularies = {}) => readSource(text, { vocabularies, facts: { identifiers: IDENTIFIERS, pages: PAGES, venueDois: VENUE_DOIS } });

test("a percent sign that encodes nothing is part of an address", () => {
  for (const address of ["https://example.org/100%", "https://example.org/%E4%", "https://example.org/%ff"]) {
    assert.deepEqual(read(address).entry, { links: { project: address } });
  }
});

test("a DOI is found in an address, encoded or not", () => {
  for (const address of ["https://example.org/doi/10.1000/nothing.pdf", "https://example.org/doi/10.1000%2Fnothing"]) {
    assert.deepEqual(read(address).entry, { doi: "10.1000/nothing" });
  }
  assert.deepEqual(read("https://example.org/10.1000/nothing/100%").entry, { doi: "10.1000/nothing/100%" });
});

test("the DOI of a page that does not write it is found by the generator's table", () => {
  const pages = {
    "https://www.nature.com/articles/s41586-024-00001-1": "10.1038/s41586-024-00001-1",
    "https://www.medrxiv.org/content/10.1101/2024.01.02.24300001v2.full.pdf": "10.1101/2024.01.02.24300001",
    "https://zenodo.org/records/1234567": "10.5281/zenodo.1234567",
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001": "10.1371/journal.pone.0000001",
    "https://onlinelibrary.wiley.com/doi/full/10.1002/mp.00001": "10.1002/mp.00001",
  };
  for (const [address, doi] of Object.entries(pages)) assert.deepEqual(read(address).entry, { doi }, address);
});

test("the page of a paper is a paper, not a project", () => {
  for (const address of [
    "https://aclanthology.org/2024.bionlp-1.49/",
    "https://openaccess.thecvf.com/content/CVPR2024/html/Example_Films_CVPR_2024_paper.html",
    "https://proceedings.mlr.press/v158/example21a.html",
    "https://proceedings.neurips.cc/paper_files/paper/2023/hash/abc-Abstract.html",
    "https://papers.nips.cc/paper/2023/hash/abc.pdf",
    "https://ieeexplore.ieee.org/document/1234567",
    "https://www.sciencedirect.com/science/article/pii/S1361841524000001",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
    "https://jamanetwork.com/journals/jama/fullarticle/1234567",
    "https://www.thelancet.com/journals/landig/article/PIIS2589-7500(24)00001-1/fulltext",
    "https://www.nature.com/nature/articles?x=1",
  ]) {
    assert.deepEqual(read(address).entry, { links: { paper: address } }, address);
  }
});

test("what an address does not show is said", () => {
  assert.match(String(read("https://example.org/films").notes), /does not show what it leads to/);
  const record = read("https://www.semanticscholar.org/paper/abc");
  assert.deepEqual(record.entry, {});
  assert.match(String(record.notes), /only a record of the work/);
});

test("an identifier is read from its address or after its name, as it is written", () => {
  assert.deepEqual(read("arXiv:2405.12345v2"), { what: "an arXiv id", entry: { arxiv: "2405.12345", date: "2024-05" } });
  assert.deepEqual(read("https://arxiv.org/abs/2405.12345?context=cs.CV").entry, { arxiv: "2405.12345", date: "2024-05" });
  assert.deepEqual(read("https://doi.org/10.1000/Nothing").entry, { doi: "10.1000/Nothing" });
  assert.deepEqual(read("https://openreview.net/forum?noteId=x&id=a1B2c3D4e5").entry, { openreview: "a1B2c3D4e5" });
  assert.deepEqual(read("PMID: 38797720"), { what: "a PubMed id", entry: { pubmed: "38797720" } });
});

test("the venue is that of the DOI, where the vocabulary says so and the year is certain", () => {
  assert.deepEqual(read("10.18653/v1/2023.ex-long.12").entry, { doi: "10.18653/v1/2023.ex-long.12", venue: { name: "ExConf", year: 2023 } });
  assert.deepEqual(read("10.1145/777.888").entry.venue, { name: "ACM Ex", year: 2025 });
  assert.deepEqual(read("10.18653/v1/x.ex-long.12").entry, { doi: "10.18653/v1/x.ex-long.12" });
});

test("a mistyped identifier is in its field, which explains the mistake, and is no title", () => {
  assert.deepEqual(read("2413.12345"), { what: "an arXiv id with a mistake", entry: { arxiv: "2413.12345" } });
  assert.deepEqual(read("https://arxiv.org/abs/2413.1234"), { what: "an arXiv id with a mistake", entry: { arxiv: "2413.1234" } });
});

test("the identifiers in a citation or a list are taken, and no title is guessed", () => {
  const citation = "Lind M, Adeyemi A. A work on films. Radiology. 2024;310(2):e231234. doi: 10.1148/radiol.231234.";
  assert.deepEqual(read(citation), { what: "a text with a DOI", entry: { doi: "10.1148/radiol.231234" }, notes: [] });
  assert.deepEqual(read("Lind et al., “Films” (arXiv:2405.12345v1 [cs.CV]), https://github.com/example/films.").entry, {
    arxiv: "2405.12345", date: "2024-05", links: { code: "https://github.com/example/films" },
  });
  const two = read("2405.12345, 2406.00001");
  assert.equal(two.entry.arxiv, "2405.12345");
  assert.match(String(two.notes), /more works too \(2406.00001\)/);
  assert.deepEqual(read("Films from 2024.12345 and 10.5 years"), { what: "a title", entry: { title: "Films from 2024.12345 and 10.5 years" } });
});

test("a record with a known venue has volume, number and pages", () => {
  const vocabularies = { venues: [{ written: "JEX", label: "JEX", name: "Journal of Examples", slug: "jex" }] };
  const record = "@article{a, title={A}, journal={Journal of Examples}, year=2024, volume=8, number={2}, pages={123--145}}";
  const { venue, volume, number, pages } = read(record, vocabularies).entry;
  assert.deepEqual({ venue, volume, number, pages }, { venue: { name: "JEX", year: 2024 }, volume: "8", number: "2", pages: "123-145" });
  assert.equal(read(record.replace("Journal of Examples", "arXiv"), vocabularies).entry.volume, undefined);
  assert.equal(read(record.replace("pages={123--145}", "eid={e77}"), vocabularies).entry.pages, "e77");
});

test("a record of Semantic Scholar gives the arXiv id and no project page", () => {
  const record = "@article{Lind2023Films, title={Films}, author={Maja Lind}, journal={ArXiv}, year={2023}, volume={abs/2306.99999}, url={https://api.semanticscholar.org/CorpusID:1}}";
  const { arxiv, links } = read(record).entry;
  assert.deepEqual([arxiv, links], ["2306.99999", undefined]);
});
