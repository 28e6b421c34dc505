// Where a note about words in the text has its place.

const EDGE = 8; // px kept free at the edges of the window
const GAP = 6; // px between the words and the note

// place puts a note below the words, or above where there is more room; never on them.
export function place(note, words, x) {
  const rects = [...words.getClientRects()];
  const line = rects.find((r) => x >= r.left && x <= r.right) ?? rects[0];
  const all = words.getBoundingClientRect();
  const view = document.documentElement;
  note.style.left = note.style.top = "0";
  const { width, height } = note.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(line.left, view.clientWidth - width - EDGE));
  const below = view.clientHeight - all.bottom;
  const above = below < height + GAP + EDGE && all.top > below;
  note.style.left = `${left + window.scrollX}px`;
  note.style.top = `${(above ? all.top - height - GAP : all.bottom + GAP) + window.scrollY}px`;
}
