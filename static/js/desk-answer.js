/* Keeps what a colleague types into an answer on the server, and puts texts and links in where the cursor stands. Without
   it there are buttons for both. Nothing that is typed is kept in the browser.
   Loaded by the page of a question, after poll.js. */
(() => {
  "use strict";
  const form = document.querySelector("[data-draft]");
  if (!form) return;
  const PAUSE = 1500, LONGEST = 60, TIMEOUT = 2e4; // milliseconds after typing; seconds between two tries at most
  const OWN = new Set(["csrfmiddlewaretoken", "counter", "fact", "canned", "page_words"]);
  const told = form.querySelector("[data-draft-told]"), text = form.querySelector("textarea");

  const typed = () => new URLSearchParams([...new FormData(form)].filter(([name]) => !OWN.has(name))).toString();
  // What is put in before anybody went to the text stands below it.
  text.setSelectionRange(text.value.length, text.value.length);
  let saved = typed(), timer = 0, fails = 0, underWay = null, left = false;

  const tell = (words, isWrong) => {
    if (told.textContent !== words) told.textContent = words;
    told.classList.toggle("answer-form__kept--wrong", isWrong);
  };
  const plan = (pause) => {
    clearTimeout(timer);
    if (!left) timer = setTimeout(save, pause);
  };
  const failed = (words) => {
    fails += 1;
    tell(words, true);
    plan(Math.min(LONGEST, 2 ** fails) * 1e3);
  };
  const send = async (now) => {
    const counter = form.elements.counter, body = new URLSearchParams(new FormData(form));
    // The next save has a higher number, also when this one is on its way for long and comes in after it.
    counter.value = Number(counter.value) + 1;
    let reply;
    try {
      reply = await fetch(form.dataset.draft, {
        method: "POST", body, cache: "no-store", headers: { "X-Part": "1" }, signal: AbortSignal.timeout?.(TIMEOUT),
      });
    } catch {
      return failed(told.dataset.unsaved);
    }
    if (reply.status === 410 || reply.status === 403) {
      left = true;
      return tell(reply.status === 410 ? told.dataset.gone : told.dataset.closed, true);
    }
    if (reply.status === 503) return failed(told.dataset.keyMissing);
    if (reply.redirected || !(reply.ok || reply.status === 409 || reply.status === 413)) return failed(told.dataset.unsaved);
    fails = 0;
    saved = now;
    tell(await reply.text(), !reply.ok);
    return undefined;
  };
  /** Keeps what is typed, unless it is kept already. Two saves never run beside each other. */
  const save = async () => {
    clearTimeout(timer);
    await underWay;
    const now = typed();
    if (left || now === saved) return;
    underWay = send(now);
    await underWay;
    underWay = null;
    if (!left && !fails && typed() !== saved) plan(PAUSE);
  };
  form.addEventListener("input", () => plan(fails ? LONGEST * 1e3 : PAUSE));
  form.addEventListener("change", () => plan(fails ? LONGEST * 1e3 : PAUSE));
  addEventListener("online", () => plan(0));
  document.addEventListener("visibilitychange", () => document.hidden && save());
  form.addEventListener("submit", () => {
    left = true;
    clearTimeout(timer);
  });
  // Who comes back to this page finds it as it was.
  addEventListener("pageshow", () => {
    left = false;
  });

  const put = (words) => {
    const at = text.selectionStart, before = text.value.slice(0, at), isLong = words.includes("\n") || words.length > 100;
    const gap = !before || /\s$/.test(before) ? "" : isLong ? "\n\n" : " ";
    const after = /^\S/.test(text.value.slice(text.selectionEnd)) ? (isLong ? "\n\n" : " ") : "";
    text.setRangeText(gap + words + after, at, text.selectionEnd, "end");
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const ask = async (button) => {
    const body = new URLSearchParams(new FormData(form));
    body.set(button.name, button.value);
    const reply = await fetch(form.dataset.putIn, { method: "POST", body, cache: "no-store" });
    if (reply.redirected || !reply.ok) throw reply;
    const news = new DOMParser().parseFromString(await reply.text(), "text/html").body;
    const words = news.querySelector("[data-text]")?.dataset.text;
    form.querySelector("[data-put-in-told]").replaceChildren(...news.childNodes);
    if (words) {
      put(words);
      for (const tool of form.querySelectorAll("details[name=answer-tool]")) tool.open = false;
    }
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-puts-in]");
    if (!button) return;
    event.preventDefault();
    // Where the script cannot ask, the page does.
    ask(button).catch(() => form.requestSubmit(button));
  });
  // What was found belongs to the tool that found it, and goes when that is folded or another one is opened.
  for (const tool of form.querySelectorAll("details[name=answer-tool]")) {
    tool.addEventListener("toggle", () => tool.open || form.querySelector(".found-pages")?.remove());
  }
  form.addEventListener("keydown", (event) => {
    // Enter in a field of a tool is for that tool, and sends no answer.
    if (event.key !== "Enter" || !event.target.matches("input:not([type=radio], [type=checkbox])")) return;
    event.preventDefault();
    event.target.closest("details")?.querySelector("button")?.click();
  });
  window.deskDraft = { save };
})();
