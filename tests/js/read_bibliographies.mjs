// Reads bibliographies as the page does: each line of the input is a text in JSON, each line of the output its drafts.
import { createInterface } from "node:readline";
import { readBibliography } from "../../site_docs/assets/contribute/bibliography.js";
import { IDENTIFIERS } from "./rows.js";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(readBibliography(JSON.parse(line), IDENTIFIERS)?.drafts ?? []));
}
