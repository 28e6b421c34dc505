// The reader's choice of light or dark colours, kept for the next page. It runs
// before anything is painted, and turns the rules and pictures for a dark
// screen on or off: the colours themselves are written once, in tokens.css.

const KEY = "colour-scheme";
const DARK = "(prefers-color-scheme: dark)";
const changed = new Map(); // a rule or source -> its own media

function chosen() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // a reader may keep nothing
  }
}

function turn(holder, read, write, scheme) {
  const own = changed.get(holder) ?? read();
  if (!own.includes("prefers-color-scheme")) return;
  changed.set(holder, own);
  write(scheme === "" ? own : scheme === "dark" ? own.replace(DARK, "(min-width: 0)") : "not all");
}

function rulesOf(list) {
  return [...list].flatMap((rule) => [rule, ...(rule.cssRules ? rulesOf(rule.cssRules) : [])]);
}

function paint(scheme) {
  document.documentElement.style.colorScheme = scheme;
  for (const sheet of document.styleSheets) {
    let rules;
    try {
      rules = sheet.cssRules;
    } catch {
      continue; // of another site
    }
    for (const rule of rulesOf(rules)) if (rule.media) turn(rule, () => rule.media.mediaText, (m) => (rule.media.mediaText = m), scheme);
  }
  for (const source of document.querySelectorAll("source[media]")) turn(source, () => source.media, (m) => (source.media = m), scheme);
}

if (chosen()) paint(chosen());
addEventListener("DOMContentLoaded", () => {
  if (chosen()) paint(chosen()); // pictures
  const select = document.querySelector(".scheme select");
  if (!select || location.protocol === "file:") return; // there a page may not read its sheets
  select.value = chosen();
  select.closest(".scheme").hidden = false;
  select.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, select.value);
    } catch {}
    paint(select.value);
  });
});
