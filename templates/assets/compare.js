// Compare states the difference between the members that are chosen, fits the
// scale to the lines of up to six, and keeps the choice in the address and in
// what is downloaded. The choice itself works without it; see compare/pick.css.
const page = document.querySelector(".compare");
const fields = [...page.querySelectorAll(".pick select")];
const words = JSON.parse(document.getElementById("compare-words").textContent);
const rows = [...page.querySelectorAll("tbody tr")];
const say = (message, values) => (message ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

const nameOf = (field) => words[field.value] ?? field.selectedOptions[0].textContent; // as in a sentence
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const decimals = (s) => (s.split(".")[1] ?? "").length;
const chosen = () => fields.filter((field, i) => field.value && fields.findIndex((o) => o.value === field.value) === i);

// number writes a value as the tables do: thousands apart, a true minus.
function number(v, digits) {
  const s = Math.abs(v).toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (v < 0 && /[1-9]/.test(s) ? "\u2212" : "") + s;
}

// points writes a number of points, with the word's form for it.
function points(v, digits) {
  const one = new Intl.PluralRules(document.documentElement.lang, { minimumFractionDigits: digits }).select(v) === "one";
  return say(one ? words.point : words.points, { v: number(v, digits) });
}

// difference returns one member's value less the other's, null without both.
function difference(row, two) {
  const [a, b] = two.map((field) => row.querySelector(`.m-${field.value}`).dataset.value);
  if (a === undefined || b === undefined) return null;
  const digits = Math.max(decimals(a), decimals(b));
  const v = Number((Number(a) - Number(b)).toFixed(digits));
  return { v, text: (v > 0 ? "+" : "") + number(v, digits), points: points(Math.abs(v), digits) };
}

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000, 10000, 100000];
const MOST = 6; // steps of the scale
const LEADING = 15; // units from one name to the next
const GAP = 8; // from the end of a line to its name

const drawn = new WeakMap();

// ticksOf returns the ticks of a scale as it was drawn.
function ticksOf(group) {
  if (!drawn.has(group)) drawn.set(group, [...group.children]);
  return drawn.get(group);
}

// was returns a coordinate of an element as it was drawn.
const was = (el, name) => Number((el.dataset[name] ??= el.getAttribute(name)));

// fit draws the lines of the members chosen on a scale that is theirs and the guideline's, and leaves room for their
// names: behind them, and on either side of the guideline's, which is at its line.
function fit(svg, codes) {
  const dots = [...svg.querySelectorAll("circle[data-value]")].map((el) => ({ el, v: Number(el.dataset.value), y: was(el, "cy") }));
  const [low, ...rest] = dots.sort((a, b) => a.v - b.v), high = rest.at(-1), [group, years] = svg.querySelectorAll(".tick");
  if (!high || high.v === low.v || !years) return;
  const up = (high.y - low.y) / (high.v - low.v), zero = low.y - up * low.v, texts = ticksOf(group), drop = was(texts[0], "y") - zero, top = was(texts.at(-1), "y") - drop;
  const marks = [...svg.querySelectorAll("path.ref")].map((el) => (Number(/M[\d.]+ ([\d.]+)/.exec(el.getAttribute("d"))[1]) - zero) / up);
  const shown = dots.filter(({ el }) => codes.some((code) => el.closest(`.m-${CSS.escape(code)}`)));
  const values = [...shown.map(({ v }) => v), ...marks], least = Math.min(...values), most = Math.max(...values);
  const step = STEPS.find((s) => Math.ceil(most / s) - Math.floor(least / s) <= MOST) ?? STEPS.at(-1), part = step / 100;
  const names = codes.flatMap((code) => [...svg.querySelectorAll(`text.m-${CSS.escape(code)}, .m-${CSS.escape(code)} text`)]), refs = [...svg.querySelectorAll("text.ref-name, .ref-name text")];
  const ends = names.map((el) => Number(el.closest("svg > *").previousElementSibling.lastElementChild.dataset.value)), above = ends.filter((v) => v > marks[0] - part).length;
  let from = Math.floor(least / step), to = Math.max(from + 1, Math.ceil(most / step));
  const crowded = (n, steps) => n * LEADING > (steps / (to - from)) * (zero - top);
  while (crowded(above, to - marks[0] / step)) to += 1;
  while (from > 0 && crowded(ends.length - above, marks[0] / step - from)) from -= 1;
  const shares = texts.at(-1).textContent.endsWith("%"); // of anything else the scale stays, as its numbers say thousands or millions
  const place = (v) => (shares ? zero + ((v - from * step) / ((to - from) * step)) * (top - zero) : zero + up * v), by = (place(1) - place(0)) / up, off = place(0) - by * zero;

  const grid = svg.querySelector(".grid"), [x1, x2] = (grid.dataset.d ??= grid.getAttribute("d")).match(/M([\d.]+) [\d.]+H([\d.]+)/).slice(1).map(Number);
  const beside = GAP + 4 + Math.max(...[...names, ...refs].map((name) => name.getComputedTextLength() || 7.5 * name.textContent.length)); // 0 where it is not seen
  const end = Math.min(x2, svg.viewBox.baseVal.width - beside), wide = (end - x1) / (x2 - x1), across = (x) => x1 + (x - x1) * wide;

  for (const { el, v } of shown) {
    el.setAttribute("cx", across(was(el, "cx")));
    el.setAttribute("cy", place(v));
  }
  const left = x1 - wide * x1;
  for (const path of svg.querySelectorAll(".m path, path.m, path.ref")) path.setAttribute("transform", `matrix(${wide} 0 0 ${by} ${left} ${off})`);
  for (const path of svg.querySelectorAll("path.axis")) path.setAttribute("transform", `matrix(${wide} 0 0 1 ${left} 0)`);
  const labels = [...years.children], places = labels.map((year) => across(was(year, "x"))), apart = Math.min(...places.slice(1).map((x, i) => x - places[i]));
  const every = Math.ceil((GAP + (Math.max(...labels.map((year) => year.getComputedTextLength())) || 28)) / apart); // of the years, from the last back
  labels.forEach((year, i) => {
    year.setAttribute("x", places[i]);
    year.style.visibility = (labels.length - 1 - i) % every ? "hidden" : "";
  });
  const digits = decimals(String(step)), unit = /\D*$/.exec(texts.at(-1).textContent)[0], lines = [];
  if (!shares) for (const text of texts) lines.push(`M${x1} ${was(text, "y") - drop}H${end}`);
  else group.replaceChildren(...Array.from({ length: to - from + 1 }, (_, i) => {
    const text = texts[0].cloneNode(), y = place((from + i) * step);
    delete text.dataset.y;
    text.setAttribute("y", y + drop);
    text.textContent = number((from + i) * step, digits) + (i === to - from ? unit : "");
    lines.push(`M${x1} ${y}H${end}`);
    return text;
  }));
  grid.setAttribute("d", lines.join(""));
  const last = names.map((el, i) => ({ el, y: place(ends[i]), weight: 1 }));
  spread([...last, ...refs.map((el, i) => ({ el, y: place((marks[i] ?? marks[0]) - part), weight: 1e4 }))], top, zero, (name, y) => {
    name.style.textAnchor = "start";
    name.setAttribute("x", end + GAP);
    name.setAttribute("y", y + drop);
  });
}

// spread puts names beside the ends of their lines, each as near to it as the others let it. Those of a block touch
// each other and lie around the mean of their ends, by weight: the guideline's own name stays at its line.
function spread(names, top, bottom, put) {
  const blocks = [];
  names.sort((a, b) => a.y - b.y || a.weight - b.weight).forEach((name, i) => {
    let block = { names: [name], weight: name.weight, at: name.y - i * LEADING };
    while (blocks.length && blocks.at(-1).at > block.at) {
      const over = blocks.pop(), weight = over.weight + block.weight;
      block = { names: [...over.names, ...block.names], weight, at: (over.at * over.weight + block.at * block.weight) / weight };
    }
    blocks.push(block);
  });
  const most = bottom - (names.length - 1) * LEADING;
  blocks.flatMap((block) => block.names.map((name) => ({ name, at: Math.max(top, Math.min(block.at, most)) }))).forEach(({ name, at }, i) => put(name.el, at + i * LEADING));
}

// offer sets what is shared and downloaded: the address of the choice, and its table.
function offer(codes) {
  const share = page.querySelector("a.share"), file = page.querySelector("a.csv");
  if (!share) return;
  share.hash = codes.join(",");
  const columns = rows[0].parentNode.parentNode.tHead.rows[0].querySelectorAll(codes.map((code) => `.m-${CSS.escape(code)}`).join());
  const lines = [["", ...[...columns].map((th) => th.textContent)], ...rows.map((row) => [row.cells[0].textContent, ...codes.map((code) => row.querySelector(`td.m-${CSS.escape(code)}`)).sort((a, b) => a.cellIndex - b.cellIndex).map((td) => td.dataset.value ?? td.textContent.trim())])];
  const text = lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
  Object.assign(file, { href: `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}\r\n`)}`, download: `${codes.join("-")}.csv` });
}

function draw() {
  const codes = chosen().map((field) => field.value);
  for (const svg of page.querySelectorAll(".lines svg")) fit(svg, codes);
}

function show() {
  const two = chosen(), codes = two.map((field) => field.value);
  draw();
  offer(codes);
  for (const cell of page.querySelectorAll(".difference")) cell.hidden = two.length !== 2;
  if (two.length === 2) for (const row of rows) row.querySelector(".difference").textContent = difference(row, two)?.text ?? "\u2013";
  const value = (field) => rows[0].querySelector(`.m-${field.value}`).dataset.value;
  const ranked = two.length > 2 ? two.toSorted((a, b) => value(b) - value(a)) : two, ends = [ranked[0], ranked.at(-1)];
  // Of several nothing is said where one has no figure, or another is as high or as low.
  const alone = two.length === 2 || ends.every((end) => two.every((o) => o === end || (value(o) && value(o) - value(end))));
  const d = two.length > 1 && alone ? difference(rows[0], ends) : null;
  const message = two.length < 2 ? words.same : !d ? "" : two.length > 2 ? words.ends : !d.v ? words.equal : d.v > 0 ? words.above : words.below;
  const [first, second] = ends.map((field) => field && nameOf(field));
  page.querySelector(".sentence").textContent = capital(say(message, { first, second, points: d?.points }));
}

function read() {
  const codes = location.hash.slice(1).split(/,|%2C/).filter(Boolean);
  const first = fields[0];
  if (codes.length) {
    fields.forEach((field, i) => {
      if ([...field.options].some((o) => o.value === codes[i])) field.value = codes[i];
      else if (i > 1) field.value = "";
    });
  }
  if (codes.length === 1 && first.value === fields[1].value) fields[1].selectedIndex = first.selectedIndex ? 0 : 1;
  show();
}

const head = page.querySelector("thead tr");
head.append(Object.assign(document.createElement("th"), { scope: "col", className: "num difference", textContent: words.difference }));
for (const row of rows) row.append(Object.assign(document.createElement("td"), { className: "num difference" }));
for (const field of fields) {
  field.addEventListener("change", () => {
    history.replaceState(null, "", `#${fields.map((f) => f.value).filter(Boolean).join(",")}`);
    show();
  });
}
addEventListener("hashchange", read);
read();
document.fonts.ready.then(draw);
for (const figure of page.querySelectorAll(".lines")) new ResizeObserver(draw).observe(figure); // the other drawing may be seen
