/** Reads orders as JSON, [{ file, features, axes }], and prints each typeface with these features and axes, in Base64. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import subsetFont from "subset-font";

const made = [];
for (const { file, features, axes } of JSON.parse(await text(process.stdin))) {
  const options = { keepAllGlyphs: true, keepFeatures: features, variationAxes: axes, noHinting: true, targetFormat: "woff2" };
  const font = await subsetFont(await readFile(file), "", options);
  made.push(font.toString("base64"));
}
process.stdout.write(JSON.stringify(made));
