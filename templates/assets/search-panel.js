/*! MiniSearch (MIT) */
// What is found as a reader types: fetched, with the index, when the search
// field is first entered; see search.js. The field is a combobox: arrows move
// through what is found, Enter opens it, Escape closes it.

import MiniSearch from "minisearch";

const MOST = 12; // lines shown
const WEIGHT = { member: 3, year: 2, term: 1.5, page: 1.5, article: 1.3, source: 1.3, section: 0.8, claim: 0.6 }; // of equal finds, the likelier first
const LINE = 24; // px kept free below the panel

const root = document.currentScript.dataset.root; // the way up to the home page
const form = document.querySelector("form.search");
const field = form.elements.namedItem("q");

// Letters that do not come apart into a Latin letter and a mark.
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };

// fold writes a word as it is compared: Türkiye, Turkiye and TÜRKİYE are one.
const fold = (word) =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþıς]/g, (c) => LETTERS[c]);

// An entry of search.json is a list: its kind, name, path, note, other names,
// and further words by which it is found.
const entriesOf = (found, from) => found.entries.map(([kind, name, path, note = "", also = "", text = ""], i) => ({ id: from + i, kind, name, path, note, also: also.replaceAll(";", " "), others: also, text }));

function read(found) {
  const entries = entriesOf(found, 0);
  const index = new MiniSearch({
    fields: ["name", "also", "text"],
    idField: "id",
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.25 : false),
      boost: { name: 3, also: 2.5 },
      boostDocument: (id) => WEIGHT[entries[id].kind] ?? 1,
      weights: { prefix: 0.6, fuzzy: 0.25 },
    },
  });
  index.addAll(entries);
  return { index, entries, kinds: found.kinds, words: found.words, next: found.next };
}

// load fetches the index. A page that was opened from the file system cannot
// fetch; there the same stands in a script.
async function load(part) {
  const n = part ? `-${part}` : "";
  if (location.protocol !== "file:") {
    const answer = await fetch(`${root}search${n}.json`);
    if (!answer.ok) throw new Error(`search${n}.json: ${answer.status}`);
    return answer.json();
  }
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}search-index${n}.js`;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  return window.searchIndex;
}

// more adds the next part of an index that is too long for one.
async function more(data) {
  const found = await load(data.next);
  const entries = entriesOf(found, data.entries.length);
  data.index.addAll(entries);
  data.entries.push(...entries);
  data.next = found.next;
}

// named returns the members that are asked for by name, old name or code, in
// the order in which they are asked for.
function named(entries, asked) {
  const text = ` ${asked} `;
  return entries
    .filter((e) => e.kind === "member" || e.kind === "group")
    .map((e) => ({ e, at: Math.min(...[e.name, ...e.others.split(";"), ...e.text.split(" ")].filter(Boolean).map((n) => text.indexOf(` ${fold(n)} `)).map((i) => (i < 0 ? Infinity : i))) }))
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at)
    .map(({ e }) => e);
}

// answers are what a question of two members, or of one and a year, leads to.
function answers({ entries, words }, typed) {
  const asked = fold(typed).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const [a, b] = named(entries, asked);
  const year = asked.match(/\b(?:19|20)\d\d\b/)?.[0];
  const found = (kind, name, path) => [{ kind, name, path, note: "", others: "", terms: [], asked: [] }];
  const code = (e) => e.text.split(" ")[0];
  if (a && b && entries.some((e) => e.path.startsWith("compare/"))) return found("page", words.pair.replace("%a", a.name).replace("%b", b.name), `compare/index.html#${code(a)},${code(b)}`);
  const of = year && entries.find((e) => e.kind === "year" && e.name === year);
  return a && of ? found("year", words.in_year.replace("%a", a.name).replace("%y", year), `${of.path}#at-${code(a)}`) : [];
}

function search({ index, entries, words: said }, words) {
  const all = index.search(words, { combineWith: "AND" });
  const found = all.length ? all : index.search(words, { combineWith: "OR" });
  return [...answers({ entries, words: said }, words), ...found.map((f) => ({ ...entries[f.id], terms: f.terms, asked: f.queryTerms }))];
}

// marked writes a text in which what was asked for stands out: the letters
// that were typed, or, where meant says so, the whole word that was meant.
function marked(text, { terms, asked }, meant) {
  const out = document.createDocumentFragment();
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    const folded = fold(part);
    const typed = asked.filter((q) => folded.startsWith(q)).sort((a, b) => b.length - a.length)[0];
    let end = 0;
    if (typed) while (end < part.length && fold(part.slice(0, end)).length < typed.length) end++;
    else if (meant && terms.includes(folded)) end = part.length;
    if (typed) while (end < part.length && /\p{M}/u.test(part[end])) end++;
    if (end) {
      const mark = document.createElement("mark");
      mark.textContent = part.slice(0, end);
      out.append(mark);
    }
    out.append(part.slice(end));
  }
  return out;
}

function element(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...children);
  return e;
}

function start(data) {
  const { words, kinds } = data;
  const list = element("div", { role: "listbox", id: "search_found", "aria-label": words.found });
  const said = element("p", { role: "status" });
  const all = element("a", { href: form.action }, words.all);
  const older = element("button", { type: "button" }, words.older);
  const panel = element("div", { class: "search-panel", hidden: "" }, list, said, element("p", {}, all));
  if (data.next) panel.append(element("p", {}, older));
  form.append(panel);
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(key, value);

  let active = -1;
  const options = () => [...list.children];

  function choose(i) {
    active = i;
    options().forEach((o, n) => o.setAttribute("aria-selected", String(n === i)));
    const option = options()[i];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    panel.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function show() {
    const asked = field.value.trim();
    if (!asked) return close();
    const found = search(data, asked);
    list.replaceChildren(
      ...found.slice(0, MOST).map((f, i) => {
        const typed = (text) => marked(text, f).querySelector("mark");
        const other = !typed(f.name) && f.others.split(";").find((o) => o && typed(o));
        const name = element("span", { class: "name" }, marked(f.name, f, !other));
        if (other) name.append(" (", marked(other, f), ")");
        if (f.note) name.append(element("small", {}, ` ${f.note}`));
        return element("a", { role: "option", id: `search_found_${i}`, href: root + f.path, tabindex: "-1", "aria-selected": "false" }, name, " ", element("span", { class: "kind" }, kinds[f.kind]));
      }),
    );
    list.hidden = !found.length;
    said.textContent = found.length ? words.count.replace("%n", found.length) : words.none.replace("%q", asked);
    said.className = found.length ? "sr" : "";
    panel.hidden = false;
    field.setAttribute("aria-expanded", String(found.length > 0));
    panel.style.maxHeight = `${Math.max(160, document.documentElement.clientHeight - panel.getBoundingClientRect().top - LINE)}px`;
    choose(found.length ? 0 : -1);
  }

  older.addEventListener("click", async () => {
    older.disabled = true;
    await more(data).catch(() => delete data.next); // what has been found stays
    older.disabled = false;
    if (!data.next) older.parentElement.remove();
    field.focus();
    show();
  });
  field.addEventListener("input", show);
  field.addEventListener("focus", show);
  field.addEventListener("keydown", (e) => {
    if (e.isComposing) return; // the keys are those of a word being put together
    const n = list.children.length;
    if (e.key === "Escape" && !panel.hidden) close();
    else if (panel.hidden || !n || list.hidden) return;
    else if (e.key === "ArrowDown") choose((active + 1) % n);
    else if (e.key === "ArrowUp") choose((active - 1 + n) % n);
    else return;
    e.preventDefault();
  });
  form.addEventListener("submit", (e) => {
    if (active < 0) return;
    e.preventDefault();
    options()[active].click();
  });
  list.addEventListener("pointermove", (e) => {
    const i = options().indexOf(e.target.closest("[role=option]"));
    if (i >= 0 && i !== active) choose(i);
  });
  form.addEventListener("focusout", (e) => form.contains(e.relatedTarget) || close());
  panel.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    field.focus();
    close();
  });
  if (document.activeElement === field) show();
}

load().then((found) => start(read(found)), () => {}); // without an index the form leads to everything by name
