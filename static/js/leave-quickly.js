/* Leaving a sensitive page: by the button, or by pressing Escape or Shift three times. Without this it is a link.
   Loaded by components/reach.html, on sensitive pages only. */
(() => {
  "use strict";
  const exit = document.querySelector("[data-exit]"), told = document.querySelector("[data-exit-told]");
  if (!exit) return;
  const QUICK = 5000;
  let key = "", presses = 0, late;

  const forget = (words = "") => {
    clearTimeout(late);
    presses = 0;
    told.textContent = words;
  };
  const leave = () => {
    forget(told.dataset.left);
    // The other site may take a while to come: until then there is nothing to see, and nothing in the name of the tab.
    document.documentElement.classList.add("left");
    document.title = exit.dataset.exit;
    // In place of this entry of the history: "back" does not lead here.
    location.replace(exit.href);
  };

  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.isComposing) return;
    if (event.key !== "Escape" && event.key !== "Shift") return presses && forget();
    presses = event.key === key ? presses + 1 : 1;
    key = event.key;
    clearTimeout(late);
    if (presses > 2) return leave();
    told.textContent = presses > 1 ? told.dataset.two : told.dataset.one;
    late = setTimeout(forget, QUICK, told.dataset.late);
  });
  for (const hint of document.querySelectorAll("[data-exit-keys]")) hint.hidden = false;
})();
