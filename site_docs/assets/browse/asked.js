// @ts-check
/** Prepare for the search or filter in the address, before the page is shown. */
import { prepareSearch } from "./start.js";

prepareSearch();
