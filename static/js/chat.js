/* Keeps a chat live; the page works without it. Asking for what comes after a number says that all before it arrived. */
(() => {
  "use strict";
  const log = document.querySelector("[data-chat]"), form = document.getElementById("write");
  if (!log || !form) return;
  const { text, submission } = form.elements, note = form.querySelector(".unsent"), state = document.getElementById("state");
  let last = +log.dataset.last, etag = "", fails = 0, tries = 0, over, asking, sending, next, retry;

  const show = (place, words) => { if (place.textContent !== words) place.textContent = words; };
  const tell = () => show(note, tries ? note.dataset.unsent : fails > 1 ? note.dataset.offline : "");
  const later = (failed) => Math.min(60, 2 ** failed) * 1000;
  const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g,
    (sign) => (sign ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (sign / 4)))).toString(16));
  const call = (address, options) => {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 20000);
    return fetch(address, { cache: "no-store", signal: stop.signal, ...options }).finally(() => clearTimeout(timer));
  };

  const take = (html) => {
    const news = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    const added = [...news.querySelectorAll("li")].filter((line) => !document.getElementById(line.id));
    show(state, news.querySelector("#state").textContent);
    log.firstElementChild.append(...added);
    const help = news.nextElementSibling, danger = document.getElementById("danger");
    if (help && help.textContent.trim() !== danger.textContent.trim()) {
      danger.replaceChildren(...help.childNodes);
      danger.scrollIntoView();
    }
    last = Math.max(last, news.dataset.last || 0);
    over = "over" in news.dataset;
    return added.length;
  };

  const ask = async () => {
    if (asking || over) return;
    asking = true;
    clearTimeout(next);
    let pause = document.hidden ? 20000 : 3000;
    try {
      const headers = { "If-None-Match": etag, "X-Question": log.dataset.reference };
      const reply = await call(`${log.dataset.chat}?na=${last}`, { headers });
      if (reply.status !== 304) {
        if (reply.status !== 403 && !reply.ok) throw reply;
        etag = reply.headers.get("ETag");
        if (take(await reply.text())) pause = 0;
      }
      fails = 0;
    } catch {
      pause += later(++fails);
    }
    tell();
    asking = false;
    next = setTimeout(ask, pause);
  };

  const send = async () => {
    if (sending) return;
    clearTimeout(retry);
    sending = text.readOnly = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      const reply = await call(form.action, { method: "POST", body, redirect: "manual" });
      if (reply.status >= 500) throw reply;
      // What is not right, the server's own page tells, with the words kept.
      if (reply.type !== "opaqueredirect") return form.submit();
      tries = 0;
      text.value = "";
      submission.value = uuid();
      ask();
    } catch {
      retry = setTimeout(send, later(++tries));
    }
    tell();
    sending = text.readOnly = false;
  };

  form.addEventListener("submit", (event) => {
    if (over || !text.value.trim()) return;
    event.preventDefault();
    send();
  });
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  // Loading the answer to a form again leads to the conversation.
  if (!location.href.startsWith(form.action)) history.replaceState(null, "", form.action);
  ask();
})();
