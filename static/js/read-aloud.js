/* Reads the page aloud, with a voice that lives on the device itself: what somebody reads never goes to a company.
   Loaded by components/aloud.html, on pages with words to read; without it nothing of it shows. */
(() => {
  "use strict";
  const bar = document.querySelector("[data-aloud]"), speech = window.speechSynthesis;
  if (!bar || !speech) return;
  const part = (name) => bar.querySelector(`[data-aloud-${name}]`);
  const SKIPPED = "nav, aside, form, button, script, style, svg, [hidden], [aria-hidden=true], .visually-hidden, .no-print";
  const BLOCKS = "p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, caption, summary, figcaption, div, section, article, header, footer";
  let queue = [], at = 0, state = "still", turn;

  const voiceOf = (lang) => speech.getVoices().find((voice) =>
    voice.localService === true && voice.lang.toLowerCase().split(/[-_]/)[0] === lang.split("-")[0]);
  const show = (next) => {
    state = next;
    part("begin").hidden = state !== "still";
    part("pause").hidden = state !== "reading";
    part("on").hidden = state !== "paused";
    part("stop").hidden = state === "still";
  };
  const hush = (next) => {
    // Pausing does not work on every phone: we stop, and later begin again with the same sentences.
    turn = null;
    speech.cancel();
    show(next);
  };
  const collect = () => {
    const found = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode, parent = node.parentElement;
      if (!node.data.trim() || parent.closest(SKIPPED) || parent.checkVisibility?.() === false) continue;
      const block = parent.closest(BLOCKS), lang = parent.closest("[lang]").lang, last = found[found.length - 1];
      if (last && last.block === block && last.lang === lang) last.text += ` ${node.data}`;
      else found.push({ block, lang, text: node.data });
    }
    return found;
  };
  const speak = () => {
    const piece = queue[at], voice = piece && (voiceOf(piece.lang) || voiceOf(bar.dataset.aloud));
    if (!voice) return hush("still");
    const words = new SpeechSynthesisUtterance(piece.text.replace(/\s+/g, " ").trim());
    turn = words;
    words.voice = voice;
    words.lang = voice.lang;
    words.onend = words.onerror = () => {
      if (turn !== words) return;
      at += 1;
      speak();
    };
    show("reading");
    speech.speak(words);
  };

  part("play").addEventListener("click", () => {
    if (state === "reading") return hush("paused");
    if (state === "still") [queue, at] = [collect(), 0];
    speak();
  });
  part("stop").addEventListener("click", () => {
    hush("still");
    part("play").focus();
  });
  addEventListener("pagehide", () => hush("still"));
  const look = () => {
    bar.hidden = !voiceOf(bar.dataset.aloud);
  };
  speech.addEventListener?.("voiceschanged", look);
  look();
})();
