// Still charts answer their readers. Pointer, finger and arrow keys show what a
// mark says; the same member lights up in every chart of the page and in the
// sentences about it, and a fact in a sentence lights up its marks. A click
// keeps a member highlighted, a click elsewhere or Escape lets go. What is said was
// written with the drawing; where things are is in the drawing too, so nothing is
// measured in the page but where a tip is.

const NEAR = 24; // units of a drawing that a pointer may miss a mark by
const SIDE = 8; // beside or beyond its bar it may miss it by so many times that
const ALL = "[data-value]";

let kept = null; // what a click keeps: { member, year, chart, mark }

function make(tag, className) {
  const el = document.createElement(tag);
  el.className = className;
  return el;
}

// key is the same for the marks of both drawings that show the same.
function key({ dataset: d }) {
  return [d.member, d.year, d.measure, d.source, d.released, d.value].join();
}

// placeOf returns the box around a mark in its drawing.
function placeOf(mark) {
  if (mark.children.length) return [...mark.children].map(placeOf).reduce(around);
  const n = (name) => Number(mark.getAttribute(name));
  if (mark.tagName === "circle") return { x0: n("cx"), x1: n("cx"), y0: n("cy") - n("r"), y1: n("cy") + n("r") };
  if (mark.tagName === "rect") return { x0: n("x"), x1: n("x") + n("width"), y0: n("y"), y1: n("y") + n("height") };
  let x = 0, y = 0;
  return [...mark.getAttribute("d").matchAll(/([A-Z]?)\s*(-?[\d.]+)(?:\s+(-?[\d.]+))?/g)]
    .map(([, op, a, b]) => {
      [x, y] = op === "H" ? [+a, y] : op === "V" ? [x, +a] : [+a, +b];
      return { x0: x, x1: x, y0: y, y1: y };
    })
    .reduce(around);
}

const around = (a, b) => ({ x0: Math.min(a.x0, b.x0), x1: Math.max(a.x1, b.x1), y0: Math.min(a.y0, b.y0), y1: Math.max(a.y1, b.y1) });
const off = (v, lo, hi) => Math.max(lo - v, 0, v - hi);

class Chart {
  constructor(figure) {
    this.figure = figure;
    this.box = figure.querySelector(".drawing");
    this.tip = make("div", "chart-tip");
    this.tip.setAttribute("role", "status");
    this.box.append(this.tip);
    const sources = figure.querySelectorAll(".source > :first-child a");
    if (sources.length === 1) this.source = sources[0].textContent; // else each mark names its own
    this.tips = new Map();
    this.widths = new Map();
    this.drawings = [...this.box.querySelectorAll("svg")];
    for (const mark of this.drawings[0].querySelectorAll("[data-tip]")) this.tips.set(key(mark), mark.dataset.tip);
    const sizes = new ResizeObserver((list) => list.forEach((e) => this.widths.set(e.target, e.contentRect.width)));
    for (const svg of this.drawings) {
      svg.tabIndex = 0;
      // An image, but while it has the focus: only then do arrow keys come here, and not to a screen reader.
      svg.addEventListener("focus", () => svg.setAttribute("role", "application"));
      svg.addEventListener("blur", () => svg.setAttribute("role", "img"));
      sizes.observe(svg);
    }
  }

  // markAt returns the mark that a pointer is on, or near.
  markAt(e) {
    const svg = e.target.closest("svg");
    if (!svg) return null;
    const hit = e.target.closest("[data-member]");
    if (hit) return hit.matches(ALL) ? hit : this.firstOf(svg, hit.dataset.member);
    const scale = svg.viewBox.baseVal.width / this.widths.get(svg);
    const x = e.offsetX * scale, y = e.offsetY * scale;
    let best = null, least = NEAR;
    for (const mark of svg.querySelectorAll(ALL)) {
      const p = placeOf(mark);
      let dx = off(x, p.x0, p.x1), dy = off(y, p.y0, p.y1);
      if (mark.closest(".bar")) [dx, dy] = dy < 4 ? [dx / SIDE, dy] : dx < 4 ? [dx, dy / SIDE] : [dx, dy];
      if (Math.hypot(dx, dy) < least) [best, least] = [mark, Math.hypot(dx, dy)];
    }
    return best;
  }

  firstOf(svg, member) {
    return svg.querySelector(`${ALL}[data-member="${CSS.escape(member)}"]`);
  }

  show(mark) {
    if (this.mark === mark) return;
    this.hide();
    const text = this.tips.get(key(mark));
    if (!text) return;
    this.mark = mark;
    mark.classList.add("at");
    const [head, ...rest] = text.split("\n");
    const lines = rest.concat(this.noteOf(mark)).map((line) => Object.assign(make("p", ""), { textContent: line }));
    if (this.source) lines.push(Object.assign(make("p", "tip-source"), { textContent: this.source }));
    this.tip.replaceChildren(this.headed(head), ...lines);
    const { width, height } = mark.ownerSVGElement.viewBox.baseVal, p = placeOf(mark), x = (50 * (p.x0 + p.x1)) / width;
    const put = (above) => {
      this.tip.style.setProperty("--y", `${(100 * (above ? p.y0 : p.y1)) / height}%`);
      this.tip.classList.toggle("above", above);
    };
    const above = p.y0 > height / 3;
    this.tip.style.setProperty("--x", `${x}%`);
    this.tip.style.setProperty("--left", `${-x}%`);
    put(above);
    this.tip.classList.remove("over");
    this.tip.classList.add("open");
    const tip = this.tip.getBoundingClientRect(), at = mark.getBoundingClientRect(), foot = document.documentElement.clientHeight;
    this.tip.style.setProperty("--height", `${tip.height}px`); // it takes no space of what is below the drawing
    if (at.bottom > tip.top && at.top < tip.bottom) {
      put(true);
      this.tip.classList.add("over");
    } else if (above ? tip.top < 0 : tip.bottom > foot && at.top > tip.height) put(!above); // in the window
  }

  // headed returns the first line, whose name leads where the table's leads.
  headed(head) {
    const p = make("p", "tip-head");
    const links = [...this.figure.querySelectorAll("table a")].filter((a) => head.startsWith(a.textContent));
    const link = links.sort((a, b) => b.textContent.length - a.textContent.length)[0];
    if (!link) p.textContent = head;
    else p.append(Object.assign(make("a", ""), { href: link.href, textContent: link.textContent }), head.slice(link.textContent.length));
    return p;
  }

  // noteOf returns what a reader has to know of the figures behind a mark.
  noteOf(mark) {
    const link = mark.dataset.note && this.figure.querySelector(`.notes a[href$="#${CSS.escape(mark.dataset.note)}"]`);
    return link ? [link.parentElement.firstChild.textContent.trim()] : [];
  }

  hide() {
    this.mark?.classList.remove("at");
    this.mark = null;
    this.tip.classList.remove("open");
  }

  // next returns where a key leads: along the marks of the same member, or
  // across those of other members in the same year; Home and End to the ends.
  next(svg, key) {
    const all = [...svg.querySelectorAll(ALL)].map((mark) => ({ mark, ...placeOf(mark) }));
    const along = /Left|Right/.test(key), d = this.mark?.ownerSVGElement === svg ? this.mark.dataset : null;
    const same = ({ mark: { dataset: m } }) => m.member === d.member && m.measure === d.measure;
    const others = ({ mark: m }) => m === this.mark || (m.dataset.year === d.year && m.dataset.member !== d.member);
    let list = d && /Arrow/.test(key) ? all.filter(along ? same : others) : all;
    if (list.length < 2) list = all;
    list.sort((a, b) => (along ? a.x0 + a.x1 - b.x0 - b.x1 : a.y0 + a.y1 - b.y0 - b.y1 || a.x0 - b.x0));
    const marks = list.map((p) => p.mark), step = /Right|Down/.test(key) ? 1 : -1;
    if (!d || !/Arrow/.test(key)) return marks.at(/End|Left|Up/.test(key) ? -1 : 0);
    return marks[marks.indexOf(this.mark) + step] ?? this.mark;
  }
}

const charts = [...document.querySelectorAll("figure.chart")].filter((f) => f.querySelector(`.drawing ${ALL}`)).map((f) => new Chart(f));

// light lights up a member, and most of all its marks and facts of a year.
function light(member, year) {
  const same = (name) => (member ? document.querySelectorAll(`[data-member="${CSS.escape(member)}"]`) : []);
  document.querySelectorAll(".is-highlighted").forEach((el) => el.classList.remove("is-highlighted"));
  for (const c of charts) c.figure.classList.remove("has-highlight");
  if (!member) return;
  for (const el of same()) {
    if (!el.closest("svg")) continue;
    el.classList.add("is-highlighted");
    el.closest("figure").classList.add("has-highlight");
  }
  for (const fact of document.querySelectorAll(`a.fact[data-fact^="${CSS.escape(member)}/"]`)) {
    if (!year || yearOf(fact) === year) fact.classList.add("is-highlighted");
  }
}

const wordsOf = (fact) => fact.dataset.fact.split(/[/?]/);
const yearOf = (fact) => wordsOf(fact)[1];

function rest() {
  for (const c of charts) if (c !== kept?.chart) c.hide();
  kept?.chart?.show(kept.mark);
  light(kept?.member, kept?.year);
}

function point(chart, mark) {
  for (const c of charts) if (c !== chart) c.hide();
  chart.show(mark);
  light(mark.dataset.member, mark.dataset.year);
}

function keep(chart, mark) {
  const again = kept?.mark === mark;
  release();
  if (again || !mark) return;
  kept = { member: mark.dataset.member, year: mark.dataset.year, chart, mark };
  chart.tip.classList.add("kept");
  point(chart, mark);
}

function release() {
  kept?.chart?.tip.classList.remove("kept");
  kept?.chart?.hide();
  kept = null;
  rest();
}

// mark lights up the marks of a fact: those of its year, in every chart.
function fromFact(fact) {
  const [member, year] = wordsOf(fact);
  light(member, year);
  for (const mark of document.querySelectorAll(`svg ${ALL}[data-member="${CSS.escape(member)}"][data-year="${CSS.escape(year ?? "")}"]`)) mark.classList.add("at");
}

const unmark = () => document.querySelectorAll("svg .at").forEach((m) => charts.some((c) => c.mark === m) || m.classList.remove("at"));
const factAt = (target) => (target instanceof Element ? target.closest("a.fact[data-fact]") : null);

document.addEventListener("pointerover", (e) => factAt(e.target) && fromFact(factAt(e.target)));
document.addEventListener("pointerout", (e) => {
  if (!factAt(e.target)) return;
  unmark();
  rest();
});
document.addEventListener("focusin", (e) => factAt(e.target) && fromFact(factAt(e.target)));
document.addEventListener("focusout", (e) => {
  if (!factAt(e.target)) return;
  unmark();
  rest();
});

for (const chart of charts) {
  const hover = (e) => {
    if (e.pointerType === "touch" || chart.tip.contains(e.target)) return;
    const mark = chart.markAt(e);
    if (mark) point(chart, mark);
    else rest();
  };
  chart.box.addEventListener("pointerover", hover);
  chart.box.addEventListener("pointermove", hover);
  chart.box.addEventListener("pointerleave", rest);
  chart.box.addEventListener("click", (e) => chart.tip.contains(e.target) || keep(chart, chart.markAt(e)));
  chart.box.addEventListener("focusout", () => !kept && rest());
  chart.box.addEventListener("keydown", (e) => {
    const svg = e.target.closest("svg");
    if (!svg || e.altKey || e.ctrlKey || e.metaKey) return;
    if (/^(Arrow\w+|Home|End)$/.test(e.key)) point(chart, chart.next(svg, e.key));
    else if (chart.mark && (e.key === "Enter" || e.key === " ")) keep(chart, chart.mark);
    else return;
    e.preventDefault();
  });
}

document.addEventListener("click", (e) => kept && !e.target.closest(".drawing") && release());
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  release();
  unmark();
});
