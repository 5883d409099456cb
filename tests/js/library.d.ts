// The build puts MiniSearch beside the worker; here it comes from npm.
declare module "*/minisearch.js" {
  export { default } from "minisearch";
}
