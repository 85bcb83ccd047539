/* Says where an objection, a complaint or a report under the Wmo belongs, while somebody types it. Sends nothing and stops
   nobody; the server says the same on the confirmation. Reads the phrases as questions/formal/rules.py does: a change here
   is a change there. Loaded by formal/hint.html, below the text of a question. */
(() => {
  "use strict";
  const GAP = 5, PAUSE = 600;
  const ALIKE = { ł: "l", đ: "d", ø: "o", ı: "i", ħ: "h", ð: "d", ґ: "г", ё: "е", ى: "ي", ی: "ي", ې: "ي", ک: "ك", ڪ: "ك", ٱ: "ا", ة: "ه", ۀ: "ه", ہ: "ه", ھ: "ه", ە: "ه", ء: "", ـ: "" };
  const FRONT = "(?:[وف]?(?:بال|لل|ال|ب|ل)?)";

  const normalised = (text) => text.replace(/['’‘ʼ`´′]/g, "").normalize("NFKD").toLowerCase().normalize("NFKD")
    .replace(/[\p{Mn}\p{Cf}]/gu, "").replace(/./gsu, (sign) => ALIKE[sign] ?? sign);
  const asLine = (text) => ` ${(normalised(text).match(/[\p{L}\p{N}]+|[.!?؟]+/gu) || [])
    .map((part) => (/^[.!?؟]/.test(part) ? "." : part)).join("  ")} `;
  const choice = (written) => {
    const word = normalised(written.replace(/\*$/, ""));
    return (/^[\u0600-\u06ff]/.test(word) ? FRONT : "") + word + (written.endsWith("*") ? "[^ .]*" : "");
  };
  const pattern = (phrase) => {
    let found = "", gap = "";
    for (const step of phrase.split(" ")) {
      if (step === "..") {
        gap = `(?: [^ .]+ ){0,${GAP}}`;
        continue;
      }
      found += `${gap} (?:${step.split("|").map(choice).join("|")}) `;
      gap = "";
    }
    return found;
  };
  const regex = (listed, flags) => new RegExp(listed.split("; ").map(pattern).join("|"), flags);

  for (const place of document.querySelectorAll("[data-formal]")) {
    const field = document.getElementById(place.dataset.formal);
    if (!field) continue;
    let harmless, kinds, timer;
    const look = () => {
      harmless ??= regex(place.dataset.harmless, "gu");
      kinds ??= [...place.querySelectorAll("template")].map((part) => ({ part, words: regex(part.dataset.phrases, "u") }));
      const line = asLine(field.value).replace(harmless, " . ");
      for (const kind of kinds) {
        const is = kind.words.test(line);
        // What stands there stays as it is: a region that changes is read aloud again.
        if (is && !kind.shown) {
          kind.shown = kind.part.content.firstElementChild.cloneNode(true);
          place.append(kind.shown);
        } else if (!is && kind.shown) {
          kind.shown.remove();
          kind.shown = null;
        }
      }
    };
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
    if (field.value) look();
  }
})();
