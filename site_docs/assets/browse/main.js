// @ts-check
/** Start the browse page. */
import { byId } from "../dom.js";
import { BrowsePage } from "./page.js";

new BrowsePage(JSON.parse(byId("browse-manifest", HTMLElement).textContent ?? ""));
