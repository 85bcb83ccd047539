/* The editor asks every ten seconds who else writes here, and which version is the newest. An answer to a question that
   went out before this form kept itself knows the kept version as somebody else's. It would stop the form from keeping
   itself, and tell the editor of a newer version that is her own. The next answer, ten seconds later, is right.
   Loaded in the editor of pages and snippets, by home/editing/hooks.py. */
(() => {
  "use strict";
  let kept = 0, asked = 0;

  document.addEventListener("w-autosave:save", (event) => {
    if (!event.defaultPrevented) kept += 1;
  });
  document.addEventListener("w-session:ping", () => {
    asked = kept;
  }, true);
  document.addEventListener("w-swap:json", (event) => {
    const answer = event.detail.data, sessions = answer?.other_sessions;
    const shown = document.querySelector("#w-editing-sessions");
    if (asked === kept || !sessions || !shown) return;
    for (const each of sessions) each.revision_id = null;
    answer.html = shown.innerHTML;
  }, true);
})();
