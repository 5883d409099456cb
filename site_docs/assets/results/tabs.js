// @ts-check
/** Turn links to sections into tabs: one section is shown at a time, and the address names it. */

/**
 * @param {HTMLElement} nav has a list of links to the sections
 * @param {HTMLElement[]} panels the sections, in the order of the links
 * @param {() => void} onShow is called when another section is shown
 */
export function makeTabs(nav, panels, onShow) {
  const tabs = [...nav.querySelectorAll("a")];
  giveRoles(nav, tabs, panels);
  /** @param {number} index */
  const show = (index) => {
    tabs.forEach((tab, other) => {
      tab.setAttribute("aria-selected", String(other === index));
      tab.tabIndex = other === index ? 0 : -1;
      panels[other].hidden = other !== index;
    });
    tabs[index].parentElement?.parentElement?.scrollTo({ left: tabs[index].offsetLeft - 40 });
    onShow();
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", tab.hash);
      show(index);
    });
    tab.addEventListener("keydown", (event) => {
      const next = event.key === " " ? index : findNext(event.key, index, tabs.length);
      if (next === null) return;
      event.preventDefault();
      history.replaceState(null, "", tabs[next].hash);
      show(next);
      tabs[next].focus();
    });
  });
  const follow = () => show(findPanel(panels));
  addEventListener("popstate", follow);
  follow();
  document.getElementById(readHash())?.scrollIntoView();
}

/**
 * @param {HTMLElement} nav
 * @param {HTMLAnchorElement[]} tabs
 * @param {HTMLElement[]} panels
 */
function giveRoles(nav, tabs, panels) {
  const list = nav.querySelector("ul");
  list?.setAttribute("role", "tablist");
  list?.setAttribute("aria-label", nav.getAttribute("aria-label") ?? "");
  nav.removeAttribute("aria-label");
  nav.setAttribute("role", "presentation");
  tabs.forEach((tab, index) => {
    tab.parentElement?.setAttribute("role", "presentation");
    tab.setAttribute("role", "tab");
    tab.id = `${panels[index].id}_tab`;
    tab.setAttribute("aria-controls", panels[index].id);
    panels[index].setAttribute("role", "tabpanel");
    panels[index].setAttribute("aria-labelledby", tab.id);
  });
}

function readHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/**
 * The section that the address names, itself or something in it; the first if it names none.
 * @param {HTMLElement[]} panels
 */
function findPanel(panels) {
  const target = document.getElementById(readHash());
  const found = panels.findIndex((panel) => target && panel.contains(target));
  return Math.max(found, 0);
}

/**
 * The tab to which a key leads from the tab `index` of `count`; null if it leads to none.
 * @param {string} key
 * @param {number} index
 * @param {number} count
 */
export function findNext(key, index, count) {
  if (key === "ArrowRight") return (index + 1) % count;
  if (key === "ArrowLeft") return (index + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
