// The preview's own script. It listens for what the server has to tell: a
// newer state of the site, new style sheets, problems. What it shows stands
// in a shadow tree, so that neither the site's styles nor its scripts meet it.
const script = document.currentScript;
const place = "preview-scroll:" + location.pathname;

// After a reload the page is where it was.
const kept = sessionStorage.getItem(place);
if (kept !== null) {
  sessionStorage.removeItem(place);
  history.scrollRestoration = "manual";
  const top = Number(kept);
  const back = () => scrollTo({ top, behavior: "instant" });
  back();
  addEventListener("load", back, { once: true });
}

const host = document.createElement("burdenshare-preview");
const tree = host.attachShadow({ mode: "open" });
tree.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/.preview/panel.css" }));
const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? "" });

if ("draft" in script.dataset) {
  const note = make("p", "draft", "A draft. It is not published until draft = true is taken out of its front matter.");
  note.setAttribute("role", "note");
  tree.append(note);
}

// A line of the list: place, message, source with its caret, hint.
function item(p) {
  const li = make("li", p.severity);
  const head = make("p", "place");
  head.append(make("b", "", p.severity === "warning" ? "warning " : ""), p.open ? Object.assign(make("a", "", p.place), { href: p.open }) : make("span", "", p.place));
  li.append(head, make("p", "message", p.message));
  if (p.source) li.append(make("pre", "", p.source + (p.caret ? "\n" + p.caret : "")));
  if (p.hint) li.append(make("p", "hint", p.hint));
  return li;
}

let panel, strip, opener;

function close() {
  panel?.remove();
  panel = undefined;
  opener?.focus?.();
}

function open(problems, failed) {
  opener = document.activeElement;
  panel?.remove();
  panel = make("section", "panel");
  panel.tabIndex = -1;
  panel.setAttribute("role", "alertdialog");
  panel.setAttribute("aria-labelledby", "head");
  const count = (what) => problems.filter((p) => p.severity === what).length;
  const said = ["error", "warning"].filter(count).map((what) => `${count(what)} ${what}${count(what) > 1 ? "s" : ""}`).join(" and ");
  const head = make("h1", "", said);
  head.id = "head";
  const button = make("button", "", "Hide (Esc)");
  button.type = "button";
  button.addEventListener("click", close);
  panel.append(head, button);
  if (failed) panel.append(make("p", "", "What is underneath is the last state that could be shown."));
  const list = make("ol", "");
  list.append(...problems.map(item));
  panel.append(list);
  panel.addEventListener("keydown", (e) => e.key === "Escape" && close());
  tree.append(panel);
  panel.focus();
}

function tell({ problems, failed }) {
  strip?.remove();
  if (!problems.length) {
    close();
    return;
  }
  strip = make("button", failed ? "strip failed" : "strip", `${problems.length} to mend`);
  strip.type = "button";
  strip.addEventListener("click", () => open(problems, failed));
  tree.append(strip);
  if (failed) open(problems, failed);
  else close();
}

// Style sheets are exchanged in place: the new one is loaded before the old
// one goes.
function restyle(styles) {
  for (const [name, path] of Object.entries(styles)) {
    const stem = name.replace(/\.css$/, "");
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const at = new RegExp(`assets/${stem}-[0-9a-f]+\\.css$`);
      if (!at.test(link.getAttribute("href"))) continue;
      const next = link.cloneNode();
      next.setAttribute("href", link.getAttribute("href").replace(at, path));
      next.addEventListener("load", () => link.remove(), { once: true });
      if (next.getAttribute("href") !== link.getAttribute("href")) link.after(next);
    }
  }
}

let version = script.dataset.version;
const events = new EventSource("/.preview/events?version=" + version);
events.addEventListener("reload", (e) => {
  if (String(JSON.parse(e.data).version) === version) return;
  sessionStorage.setItem(place, String(scrollY));
  location.reload();
});
events.addEventListener("styles", (e) => {
  const told = JSON.parse(e.data);
  version = String(told.version);
  restyle(told.styles);
});
events.addEventListener("problems", (e) => tell(JSON.parse(e.data)));
addEventListener("pagehide", () => events.close());

document.body.prepend(host);
