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

if (script.dataset.note) {
  const note = make("p", "draft", script.dataset.note);
  note.setAttribute("role", "note");
  tree.append(note);
}

const link = (words, address) => (address ? Object.assign(make("a", "", words), { href: address }) : make("span", "", words));

// A problem in the list: place, message, source with its caret, hint.
function item(p) {
  const li = make("li", p.severity);
  const head = make("p", "place");
  head.append(make("b", "", p.severity === "warning" ? "warning " : ""), link(p.place, p.open));
  li.append(head, make("p", "message", p.message));
  if (p.source) li.append(make("pre", "", p.source + (p.caret ? "\n" + p.caret : "")));
  if (p.hint) {
    const hint = make("p", "hint");
    const at = p.at ? p.hint.indexOf(p.at) : -1;
    if (at < 0) hint.append(p.hint);
    else hint.append(p.hint.slice(0, at), link(p.at, p.openAt), p.hint.slice(at + p.at.length));
    li.append(hint);
  }
  return li;
}

// Something in the list that a build leaves out.
function unpublishedItem(u) {
  const li = make("li", "");
  const head = make("p", "message");
  if (u.title) head.append(link(u.title, u.address), " ");
  const place = make("span", "place");
  place.append(link(u.file, u.open));
  head.append(place);
  li.append(head, make("p", "", u.note));
  return li;
}

const kinds = { draft: ["draft", "drafts", "Drafts"], scheduled: ["scheduled", "scheduled", "Dated ahead"], "left out": ["left out", "left out", "Left out"] };

// What a report has of something, "2 errors"; nothing when it has none.
const counted = (n, one, many) => (n ? [`${n} ${n > 1 ? many : one}`] : []);

function inShort({ problems, unpublished }) {
  const has = (what) => problems.filter((p) => p.severity === what).length;
  const of = (kind) => unpublished.filter((u) => u.kind === kind).length;
  return [...counted(has("error"), "error", "errors"), ...counted(has("warning"), "warning", "warnings"), ...Object.entries(kinds).flatMap(([kind, [one, many]]) => counted(of(kind), one, many))];
}

let panel, strip, opener;

function close() {
  panel?.remove();
  panel = undefined;
  opener?.focus?.();
}

function open(told) {
  const { problems, unpublished, failed } = told;
  opener = document.activeElement;
  panel?.remove();
  panel = make("section", "panel");
  panel.tabIndex = -1;
  panel.setAttribute("role", "alertdialog");
  panel.setAttribute("aria-labelledby", "head");
  const head = make("h1", failed ? "failed" : "", inShort(told).join(", "));
  head.id = "head";
  const button = make("button", "", "Hide (Esc)");
  button.type = "button";
  button.addEventListener("click", close);
  panel.append(head, button);
  if (failed) panel.append(make("p", "", "What is underneath is the last state that could be shown."));
  const list = make("ol", "");
  list.append(...problems.map(item));
  panel.append(list);
  for (const [kind, [, , title]] of Object.entries(kinds)) {
    const of = unpublished.filter((u) => u.kind === kind);
    if (!of.length) continue;
    const rest = make("ol", "");
    rest.append(...of.map(unpublishedItem));
    panel.append(make("h2", "", title), rest);
  }
  panel.addEventListener("keydown", (e) => e.key === "Escape" && close());
  tree.append(panel);
  panel.focus();
}

function tell(told) {
  strip?.remove();
  const said = inShort(told);
  if (!said.length) {
    close();
    return;
  }
  strip = make("button", told.problems.some((p) => p.severity === "error") ? "strip failed" : "strip", said.join(", "));
  strip.type = "button";
  strip.addEventListener("click", () => open(told));
  tree.append(strip);
  if (told.failed) open(told);
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
