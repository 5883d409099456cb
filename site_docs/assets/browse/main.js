// @ts-check
/** Start the browse page. */
import { BrowsePage } from "./page.js";
import { prepareSearch, readManifest } from "./start.js";

prepareSearch();
new BrowsePage(readManifest());
document.getElementById("browse-failed")?.remove(); // the script works
