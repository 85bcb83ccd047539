/** Three buttons get their names in English from the scripts of the packages, past any catalogue: here they get ours. */
(() => {
  "use strict";

  const THEIRS = { ".w-sr-only": ["More actions"], ".Tooltip__button": ["Edit", "Remove"] };
  const name = (element) => {
    for (const [which, words] of Object.entries(THEIRS)) {
      if (element.childElementCount === 0 && element.matches(which) && words.includes(element.textContent)) {
        const ours = gettext(element.textContent);
        if (ours !== element.textContent) element.textContent = ours;
      }
    }
  };
  const nameAllIn = (element) => {
    name(element);
    for (const each of element.querySelectorAll(Object.keys(THEIRS).join())) name(each);
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
