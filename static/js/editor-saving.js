/* The editor's form keeps itself as a draft. Who presses a button meanwhile waits until the answer is there. A second
   request to make a page would be refused, because its address is taken; and a draft that is written beside a
   publication takes the page offline again, since it read the page before.
   Without a network whoever presses a button waits too: the browser would put its own page in the place of the form.
   That the browser calls itself online again is not yet a server that answers, so the server is asked first.
   The address of a new page follows its title a moment later; who is quicker than that waits for it, or the page would
   be published at half an address.
   Loaded in the editor of pages and snippets, by home/editing/hooks.py. */
(() => {
  "use strict";
  const LONGEST = 20000; // milliseconds; an answer that never comes holds nobody up
  const AGAIN = 1000; // milliseconds between two times that the server is asked
  const FOLLOWS = 150; // milliseconds; longer than Wagtail's w-sync waits for the next letter
  const SMALL = document.currentScript.src; // what the server gives with little work
  const busy = new WeakSet(), waiting = new Map(), leaving = new WeakSet();
  let asking = false; // whether the server that there is a network to has not answered yet
  let following = 0; // the timer of an address that follows its title

  const reachable = () => navigator.onLine && !asking;
  const keepsItself = (form) => (form.dataset.controller ?? "").split(" ").includes("w-autosave");

  const done = (form) => {
    busy.delete(form);
    if (!waiting.has(form) || !reachable() || following) return;
    const button = waiting.get(form);
    waiting.delete(form);
    // A button that was pressed is disabled while it works, and a disabled one is not sent along.
    const pressed = document.createElement("input");
    pressed.type = "hidden";
    pressed.name = button?.name ?? "";
    pressed.value = button?.value ?? "";
    form.append(pressed);
    form.requestSubmit();
    pressed.remove();
  };

  document.addEventListener("w-autosave:save", (event) => {
    // What was sent by a button is not sent once more beside it.
    if (leaving.has(event.target)) event.preventDefault();
    else if (!event.defaultPrevented) busy.add(event.target);
  });
  document.addEventListener("w-autosave:success", (event) => done(event.target));
  document.addEventListener("w-autosave:error", (event) => done(event.target));
  const followed = () => {
    following = 0;
    [...waiting.keys()].filter((form) => !busy.has(form)).forEach(done);
  };
  const follows = (event) => {
    if (!event.target.matches?.("[data-controller~='w-sync']")) return;
    clearTimeout(following);
    following = setTimeout(followed, FOLLOWS);
  };
  for (const kind of ["keyup", "change", "blur"]) addEventListener(kind, follows, true);
  const whenServerAnswers = () => {
    asking = true;
    fetch(SMALL, { method: "HEAD", cache: "no-store" }).then(
      () => {
        asking = false;
        [...waiting.keys()].forEach(done);
      },
      () => {
        // Without a network again: the next time that there is one it is asked anew.
        if (navigator.onLine) setTimeout(whenServerAnswers, AGAIN);
        else asking = false;
      },
    );
  };
  addEventListener("online", whenServerAnswers);
  addEventListener("submit", (event) => {
    const form = event.target;
    if (!keepsItself(form)) return;
    if (reachable() && !busy.has(form) && !following) {
      leaving.add(form);
      setTimeout(() => leaving.delete(form), LONGEST);
      // What another listener stopped, such as a question whether this is right, goes nowhere.
      setTimeout(() => event.defaultPrevented && leaving.delete(form));
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!waiting.has(form)) setTimeout(() => done(form), LONGEST);
    waiting.set(form, event.submitter);
  }, true);
})();
