/* Some words stand in English in the scripts of the packages, past any catalogue: here they get ours.
   Loaded on every page of the admin, by home/editing/hooks.py. */
(() => {
  "use strict";

  const THEIRS = { ".w-sr-only": ["More actions"], ".Tooltip__button": ["Edit", "Remove"] };
  const BETWEEN = /^(.+) to (.+) translation$/;
  const name = (element) => {
    if (element.childElementCount > 0) return;
    const theirs = element.textContent;
    let ours = theirs;
    for (const [which, words] of Object.entries(THEIRS)) {
      if (element.matches(which) && words.includes(theirs)) ours = gettext(theirs);
    }
    const languages = element.matches("h3") && BETWEEN.exec(theirs);
    if (languages) ours = interpolate(gettext("Translation from %s to %s"), languages.slice(1));
    if (ours !== theirs) element.textContent = ours;
  };
  const nameAllIn = (element) => {
    name(element);
    for (const each of element.querySelectorAll([...Object.keys(THEIRS), "h3"].join())) name(each);
  };

  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) nameAllIn(node);
        else if (node.parentElement) name(node.parentElement);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => nameAllIn(document.documentElement));
})();
