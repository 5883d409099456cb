// @ts-check
/** Prepare for the search or filter in the address, before the page is there. */
import { prepareSearch } from "./start.js";

prepareSearch();
