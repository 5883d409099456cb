/** Reads styles, the words of pages and names of variables as JSON, and prints the styles that these pages use. */
import { text } from "node:stream/consumers";
import { PurgeCSS } from "purgecss";

const { styles, words, variables } = JSON.parse(await text(process.stdin));
const [pruned] = await new PurgeCSS().purge({
  content: [{ raw: words.join(" "), extension: "html" }],
  css: [{ raw: styles }],
  keyframes: true,
  variables: true,
  safelist: { variables },
});
process.stdout.write(pruned.css);
