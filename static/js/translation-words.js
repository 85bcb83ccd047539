/** wagtail-localize writes the name of one button in English, past its own catalogue: the button gets the catalogue's. */
(() => {
  "use strict";

  const THEIRS = "More actions";
  const name = () => {
    for (const each of document.querySelectorAll(".w-sr-only")) {
      if (each.childElementCount === 0 && each.textContent === THEIRS && gettext(THEIRS) !== THEIRS) each.textContent = gettext(THEIRS);
    }
  };

  new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", name);
})();
