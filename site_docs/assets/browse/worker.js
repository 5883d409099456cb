// @ts-check
/** The worker: it takes chunks as they come and answers queries in turn. */
import { entries } from "./data.js";
import MiniSearch from "./minisearch.js";
import { document, makeIndex, rank } from "./ranking.js";

/** @typedef {import("./query.js").Token} Token */

const index = makeIndex(MiniSearch);

addEventListener("message", ({ data }) => {
  if ("text" in data) {
    index.addAll(entries(data.text).map((entry, place) => document(entry, data.first + place)));
    postMessage({ indexed: data.first });
  } else {
    postMessage({ asked: data.asked, found: rank(index, data.tokens, data.near) });
  }
});
