// A word of the glossary is explained where it stands: a tap, a click or Enter
// opens what the glossary says of it, Escape or a tap elsewhere closes it.
// Without this script the word leads to the glossary.

import { place } from "./popover.js";

const noteOf = (word) => document.getElementById(`gloss-${decodeURIComponent(word.hash.slice(1))}`);

for (const word of document.querySelectorAll("a.term")) {
  const note = noteOf(word);
  if (!note?.showPopover) continue;
  word.setAttribute("aria-expanded", "false");
  note.addEventListener("toggle", () => word.setAttribute("aria-expanded", String(note.matches(":popover-open"))));
  word.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return; // to the glossary, in a window of its own
    e.preventDefault();
    note.showPopover();
    place(note, word, e.clientX);
    note.focus({ preventScroll: true });
  });
}
