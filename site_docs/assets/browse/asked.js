// @ts-check
/**
 * Prepare for the search or filter in the address, before the page is shown: it must not show the newest entries
 * first, and the worker loads the first ones while styles and scripts of the page are still on their way.
 */
import { startEarly } from "./start.js";

if (location.search) {
  document.documentElement.classList.add("browse-asked");
  startEarly();
}
