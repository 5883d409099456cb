// @ts-check
/** Start the browse page. */
import { BrowsePage } from "./page.js";
import { readManifest } from "./start.js";

new BrowsePage(readManifest());
document.getElementById("browse-failed")?.remove(); // the script works
