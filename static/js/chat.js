/* Keeps a chat live: shows what comes after the last message, and sends without leaving the page.
   Loaded by resident/conversation.html, on the page of a chat. To ask for what follows a number says that all up to
   there arrived. */
const { poll, refresh, deliver } = window.polling;
const place = (id) => document.getElementById(id);
const log = document.querySelector("[data-chat]"), form = place("write"), danger = place("danger");
const { text, submission } = form.elements, note = place("unsent");
let last = +log.dataset.last, fails = 0, tries = 0, over;

const show = (where, words) => {
  // Putting the same words there again would be read aloud again.
  if (where.textContent !== words) where.textContent = words;
};
const tell = () => show(note, tries ? note.dataset.unsent : fails > 1 ? note.dataset.offline : "");
const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g,
  (sign) => (sign ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> sign / 4).toString(16));

const take = ({ children: [news, help] }) => {
  const added = [...news.querySelectorAll("li")].filter((each) => !place(each.id));
  show(place("state"), news.querySelector("p").textContent);
  log.firstElementChild.append(...added);
  // Who is answered has had the time to write the code down; it unfolds again.
  if (added.some((each) => each.matches(".them"))) place("kept")?.removeAttribute("open");
  if (help && help.textContent.trim() !== danger.textContent.trim()) {
    danger.replaceChildren(...help.childNodes);
    danger.scrollIntoView();
  }
  last = Math.max(last, news.dataset.last || 0);
  over = "over" in news.dataset;
  // What was added is acknowledged at once.
  return over ? "stop" : added.length ? "again" : "later";
};
const ask = () => refresh(log, `${log.dataset.chat}?na=${last}`, take, { "X-Question": log.dataset.reference });

form.addEventListener("submit", async (event) => {
  if (over || !text.value.trim()) return;
  event.preventDefault();
  const sent = await deliver(form, { redirect: "manual" }, (failed) => {
    tries = failed;
    tell();
  });
  if (!sent) return;
  // What is not right the server's own page tells, with the words kept.
  if (sent.reply.type !== "opaqueredirect") return form.submit();
  text.value = "";
  submission.value = uuid();
  askNow();
});
// Reloading leads to the conversation.
if (!location.href.startsWith(form.action)) history.replaceState(null, "", form.action);
const askNow = poll(ask, (failed) => {
  fails = failed;
  tell();
});
