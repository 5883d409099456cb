// @ts-check
/** Read what a web address gives; hosts and patterns are the generator's, from its `links/answers/page_kinds.py`. */
import { NO_PAGES } from "./record_facts.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {{ hosts: Record<string, string[]>, doiPages: { host: string, path: string, doi: string }[], doiTails: string[] }} Pages */
/** @typedef {{ what: string, entry: Entry, notes?: string[] }} Found */

const HUB_KINDS = /** @type {Record<string, string>} */ ({ datasets: "data", spaces: "demo" });

const MAX_LENGTH = 2000; // characters of a path in which a DOI is looked for

/** What a person must check, where the address does not show it. */
const UNCERTAIN = "the address does not show what it leads to: move it if that is no project page";
const A_RECORD = "that page is only a record of the work: paste the address of the paper itself, its DOI or its arXiv id";

/**
 * @param {string} address
 * @param {Pages} pages
 * @returns {Found}
 */
export function readAddress(address, pages) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return { what: "an address", entry: { links: { project: address } } };
  const host = url.hostname.replace(/^www\./, "");
  const steps = url.pathname.split("/").filter(Boolean);
  const clean = `${url.origin}${url.pathname}`.replace(/\/$/, "");
  if (host === "github.com" && steps.length > 1) return { what: "a repository", entry: { links: { code: `https://github.com/${steps[0]}/${steps[1]?.replace(/\.git$/, "")}` } } };
  if (host === "huggingface.co") return { what: "a page of Hugging Face", entry: { links: { [HUB_KINDS[steps[0] ?? ""] ?? "weights"]: clean } } };
  if (isAt(host, NO_PAGES)) return { what: "an address", entry: {}, notes: [A_RECORD] };
  const doi = findDoi(url, host, pages);
  if (doi) return { what: "a DOI in an address", entry: { doi } };
  return ofHost(url, host, pages);
}

/** @param {URL} url @param {string} host @param {Pages} pages @returns {Found} */
function ofHost(url, host, { hosts }) {
  const known = Object.keys(hosts).find((kind) => isAt(host, hosts[kind] ?? []));
  if (known === "paper") return { what: "the page of a paper", entry: { links: { paper: url.href } } };
  if (/\.pdf$/i.test(url.pathname)) return { what: "a PDF", entry: { links: { pdf: url.href } } };
  const entry = { links: { [known ?? "project"]: url.href } };
  return { what: "an address", entry, ...(known ? {} : { notes: [UNCERTAIN] }) };
}

/** @param {string} host @param {readonly string[]} known */
function isAt(host, known) {
  return known.some((one) => host === one || host.endsWith(`.${one}`));
}

/** The DOI of the page, or an empty text. @param {URL} url @param {string} host @param {Pages} pages */
function findDoi(url, host, { doiPages, doiTails }) {
  for (const page of doiPages) {
    const part = page.host === host ? new RegExp(page.path).exec(url.pathname)?.[1] : "";
    if (part) return page.doi.replace("{}", () => part);
  }
  for (const text of [decoded(url.pathname), ...url.searchParams.getAll("id")]) {
    const found = /10\.\d{4,9}\/[^?#]+/.exec(text.slice(0, MAX_LENGTH))?.[0];
    if (found) return withoutTails(found, doiTails);
  }
  return "";
}

/** A DOI without what an address has after it, such as `/full.pdf`. @param {string} doi @param {readonly string[]} tails @returns {string} */
function withoutTails(doi, tails) {
  const plain = doi.replace(/(?<!\/)\/+$/, "");
  const tail = tails.find((one) => plain.endsWith(one));
  return tail ? withoutTails(plain.slice(0, -tail.length), tails) : plain;
}

/** `text` without percent-encoding, or unchanged if a `%` encodes nothing. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
