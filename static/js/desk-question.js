/* Tells the server that a colleague looks at a question or writes in it, and shows who else does and what came since.
   What is typed stays. Loaded by the page of a question, after poll.js and desk-answer.js. */
(() => {
  "use strict";
  const { poll } = window.polling;
  const EVERY = 1e4, WRITES_FOR = 15e3; // milliseconds
  const REPLACED = ["#conversation", "#held", ".question-top__marks", ".question-door"];
  const form = document.querySelector("[data-look]"), live = document.querySelector("[data-live]");
  const told = document.querySelector("[data-draft-told]");
  let wroteAt = -Infinity;

  document.querySelector("[data-draft] textarea")?.addEventListener("input", () => {
    wroteAt = performance.now();
  });

  const parse = async (reply) => new DOMParser().parseFromString(await reply.text(), "text/html");
  const look = async () => {
    if (document.hidden) return undefined;
    const body = new URLSearchParams(new FormData(form));
    if (performance.now() - wroteAt < WRITES_FOR) body.set("writing", "1");
    const reply = await fetch(form.action, { method: "POST", body, cache: "no-store", signal: AbortSignal.timeout?.(EVERY) });
    if (reply.status === 404 || reply.status === 403) {
      const place = told || live;
      place.textContent = reply.status === 404 ? place.dataset.gone : place.dataset.closed;
      return "stop";
    }
    if (reply.redirected || !reply.ok) throw reply;
    const news = (await parse(reply)).body;
    // The same words are not read aloud again.
    if (news.textContent.trim() !== live.textContent.trim()) live.replaceChildren(...news.childNodes);
    return undefined;
  };
  const ask = poll(look, () => {}, { shown: EVERY, unseen: EVERY });

  /** Puts what is new in the place of what was there, and leaves what is typed alone. */
  const show = async () => {
    const reply = await fetch(location.pathname, { cache: "no-store" });
    if (reply.redirected || !reply.ok) throw reply;
    const page = await parse(reply);
    // Where nothing can be typed the place below the conversation changes too: a question that a colleague took can no
    // longer be claimed.
    const parts = [document, page].some((each) => each.querySelector("[data-draft]")) ? REPLACED : [...REPLACED, "#answer"];
    for (const part of parts) {
      const had = document.querySelector(part), fresh = page.querySelector(part);
      if (had && fresh) had.replaceWith(fresh);
      else if (part === "#held") had?.remove();
    }
    for (const name of ["seen", "holder", "ended"]) {
      const now = page.querySelector(`[data-look] [name=${name}]`).value;
      for (const field of document.querySelectorAll(`input[type=hidden][name=${name}]`)) field.value = now;
    }
    live.replaceChildren(...page.querySelector("[data-live]").childNodes);
    ask();
  };
  // The answer of which the seconds are over stands in the conversation; where that cannot be asked, the page stays.
  document.addEventListener("desk:answer-went", () => document.querySelector("#held") && show().catch(() => {}));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-show-news]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Where that does not work the page is asked for anew; what is typed is kept before.
    show().then(() => document.querySelector(".question-log").focus()).catch(async () => {
      await window.deskDraft?.save();
      location.assign(link.href);
    });
  });
})();
