// A fact in the text shows on hover and on focus what its row in "Figures in
// this article" says: figure, source, what it has been revised to. Following
// the link still leads to the row, so without this script nothing is lost. A
// finger opens the note in place first, and follows with a second tap.

import { place } from "./popover.js";

const OPEN_AFTER = 120; // ms that a pointer rests on a fact; sweeping over a line shows nothing
const CLOSE_AFTER = 200; // ms in which a pointer may cross from the fact to the note

const note = document.createElement("div");
note.className = "fact-note";
note.id = "fact_note";
note.setAttribute("role", "tooltip");
note.hidden = true;

let shown = null; // the fact whose note is open
let timer = 0;
let touched = false; // the reader points with a finger

const factAt = (target) => (target instanceof Element ? target.closest("a.fact[href^='#']") : null);

// write fills the note from the fact's row; without one there is nothing to show.
function write(fact) {
  const row = document.getElementById(fact.hash.slice(1));
  if (!row) return false;
  const lines = [".exact", ".of > p", ".from", ".revised"].map((part) => row.querySelector(part)).filter(Boolean);
  note.replaceChildren(
    ...lines.map((line) => {
      const p = document.createElement("p");
      p.className = line.className;
      for (const node of line.childNodes) p.append(copy(node));
      return p;
    }),
  );
  if (lines.length && touched) note.append(Object.assign(document.createElement("p"), { className: "from", textContent: row.closest("[data-tap]")?.dataset.tap ?? "" }));
  return lines.length > 0;
}

// copy takes over words without what can be clicked or found: a note that is
// read out holds no links, and an id stands once. The file's row stays below.
function copy(node) {
  if (!(node instanceof Element)) return node.cloneNode();
  if (node.matches(".line")) return "";
  const links = node.matches("a");
  const el = links ? document.createElement("span") : node.cloneNode();
  el.removeAttribute("id");
  for (const child of node.childNodes) el.append(copy(child));
  return el;
}

function show(fact, x) {
  clearTimeout(timer);
  if (fact === shown) return;
  hide();
  if (!write(fact)) return;
  note.hidden = false;
  place(note, fact, x);
  fact.setAttribute("aria-describedby", note.id);
  shown = fact;
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  note.hidden = true;
}

function later(what, ms) {
  clearTimeout(timer);
  timer = setTimeout(what, ms);
}

(document.querySelector("main") ?? document.body).append(note);

document.addEventListener("pointerover", (e) => {
  if (e.pointerType === "touch") return; // a tap follows the link
  const fact = factAt(e.target);
  if (fact) later(() => show(fact, e.clientX), OPEN_AFTER);
  else if (note.contains(e.target)) clearTimeout(timer);
  else if (shown && shown !== document.activeElement) later(hide, CLOSE_AFTER);
  else clearTimeout(timer);
});
document.addEventListener("focusin", (e) => {
  const fact = factAt(e.target);
  if (fact?.matches(":focus-visible")) show(fact);
  else if (fact !== shown) hide();
});
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") hide();
});
document.addEventListener("pointerdown", (e) => (touched = e.pointerType === "touch"));
document.addEventListener("click", (e) => {
  const fact = factAt(e.target);
  if (fact && touched && fact !== shown) {
    e.preventDefault();
    show(fact, e.clientX);
    return;
  }
  hide();
  if (fact) unfold(fact.hash.slice(1));
});

// The evidence is folded; who is sent to a row of it finds it open.
function unfold(id) {
  const folded = document.getElementById(id)?.closest("details:not([open])");
  if (folded) folded.open = true;
}
unfold(location.hash.slice(1));
addEventListener("hashchange", () => unfold(location.hash.slice(1)));
window.addEventListener("resize", () => shown && place(note, shown));
// A fact in a table that is scrolled moves away from its note.
document.addEventListener("scroll", (e) => e.target !== document && hide(), true);
