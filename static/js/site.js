/* Closes open menus, unfolds what a link leads to, prints, and puts the focus where it helps; every page works without it.
   Loaded by base.html, on every page of residents. */
(() => {
  "use strict";
  const open = () => document.querySelectorAll("details.switch[open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of open()) {
      const list = menu.nextElementSibling;
      if (!menu.contains(event.target) && !(list && list.contains(event.target))) menu.open = false;
    }
    if (event.target.closest("[data-print]")) print();
  });
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;

  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("summary");
    if (folded) folded.parentElement.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  const first = document.querySelector("[data-focus]");
  if (first) first.focus();
})();
