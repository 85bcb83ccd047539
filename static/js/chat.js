/* Keeps a chat live. To ask for what follows a number says that all up to there arrived. */
const place = (id) => document.getElementById(id);
const log = document.querySelector("[data-chat]"), form = place("write"), danger = place("danger");
const { text, submission } = form.elements, note = place("unsent");
let last = +log.dataset.last, etag = "", fails = 0, tries = 0, over, asking, sending, next, retry;

const show = (where, words) => where.textContent === words || (where.textContent = words);
const tell = () => show(note, tries ? note.dataset.unsent : fails > 1 ? note.dataset.offline : "");
const later = (failed) => Math.min(60, 2 ** failed) * 1e3;
const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g,
  (sign) => (sign ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> sign / 4).toString(16));
const call = (address, options) =>
  fetch(address, { cache: "no-store", signal: AbortSignal.timeout?.(2e4), ...options });

const take = (html) => {
  const [news, help] = new DOMParser().parseFromString(html, "text/html").body.children;
  const added = [...news.querySelectorAll("li")].filter((each) => !place(each.id));
  show(place("state"), news.querySelector("p").textContent);
  log.firstElementChild.append(...added);
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
  let pause = document.hidden ? 2e4 : 3e3;
  try {
    const headers = { "If-None-Match": etag, "X-Question": log.dataset.reference };
    const reply = await call(`${log.dataset.chat}?na=${last}`, { headers });
    if (reply.status > 403) throw reply;
    if (reply.status !== 304) {
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
    if (reply.status > 499) throw reply;
    // What is not right the server's own page tells, with the words kept.
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
document.addEventListener("visibilitychange", ask);
// Reloading leads to the conversation.
if (!location.href.startsWith(form.action)) history.replaceState(null, "", form.action);
ask();
