// The slider holds every member against another mark: it counts again, prices
// again and writes the distances anew. Nothing changes its place, because the
// order of the figures does not depend on the mark. It works out the same as
// the page of a mark does, which a test holds; without it those pages remain.

const ANNOUNCE_AFTER = 600; // ms without a move, so that dragging does not talk all the way

const root = document.querySelector(".whatif");
const slider = root.querySelector("input");
const words = JSON.parse(root.querySelector(".whatif-words").textContent);
const figures = [...document.querySelectorAll("[data-value]:is(tr, li)")];
const dots = [...root.querySelectorAll("circle")];
const part = (name) => root.querySelector(name);
const say = (message, values) => (message ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const decimals = (digits) => (digits.split(".")[1] ?? "").length;

// round frees a difference of two printed numbers from binary dust, halves
// away from zero.
const round = (v, places) => (Math.sign(v) * Math.round(Math.abs(v) * 10 ** places)) / 10 ** places;

// fixed is toFixed with exact halves to the even digit, as the pages have them.
function fixed(v, places) {
  const halves = v * 10 ** places * 2;
  if (!Number.isInteger(halves) || halves % 2 === 0 || !Number.isInteger(v * 8)) return v.toFixed(places);
  const down = (halves - 1) / 2;
  return ((down % 2 ? down + 1 : down) / 10 ** places).toFixed(places);
}

const signOf = (v) => (v > 0 ? "+" : v < 0 ? "\u2212" : "");
const signed = (v, text) => signOf(v) + text;

// written puts the language's marks into digits.
const written = (digits) => {
  const [whole, part] = digits.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, words.Group) + (part ? words.Point + part : "");
};

// least is the decimals without which a value would be written 0.
const least = (n) => Math.max([0, 1, 2, 3, 4].findIndex((places) => n * 10 ** places > 0.5), 0);

// money writes an amount shortly, as the pages do.
function money(v, sign = "") {
  const m = (Math.abs(v) * words.Scale) / 1e6;
  const as = (size, n, places) => say(words.money[size], { sign, v: written(fixed(n, places)) });
  if (m >= 999950) return as("trillion", m / 1e6, 2);
  if (m >= 99950) return as("billion", m / 1e3, 0);
  if (m >= 999.5) return as("billion", m / 1e3, 1);
  if (m >= 1 || words.Scale >= 1e6) return as("million", m, least(m));
  const single = Math.abs(v) * words.Scale;
  return as("one", single, single < 100 && single % 1 ? Math.max(1, least(single)) : 0);
}

// edgeOf is the mark that a distance is measured from: of a band, whose upper
// edge stays, the nearer one, and the value itself within it.
const banded = words.Upper !== undefined;
const edgeOf = (value, mark) => (banded ? Math.min(Math.max(value, mark), words.Upper) : mark);

// priceOf is what is spent less the edge's part of the whole, or about the
// distance times the whole where that is not known or goes the other way.
function priceOf({ base, part }, edge, distance, meets) {
  const exact = Number(part) - (edge / 100) * Number(base);
  const agrees = banded ? !meets && exact < 0 === distance < 0 : meets || (words.Ceiling ? exact >= 0 : exact <= 0);
  return part !== undefined && agrees ? [exact, false] : [distance * words.Each * Number(base), true];
}

const holds = (value, mark) => (words.Ceiling ? value <= mark : value >= mark && !(value > words.Upper));

function side(element, meets) {
  element.classList.toggle("up", meets);
  element.classList.toggle("down", !meets);
}

function show() {
  if (slider.valueAsNumber > words.Upper) slider.value = words.Upper;
  const mark = slider.valueAsNumber, digits = String(mark);
  const label = words.Prefix + written(digits) + words.Suffix;
  let met = 0, short = 0, priced = 0, gap = 0;
  for (const row of figures) {
    const value = Number(row.dataset.value), meets = holds(value, mark);
    const places = Math.max(decimals(row.dataset.value), decimals(digits), decimals(String(words.Upper ?? 0)));
    const edge = edgeOf(value, mark), distance = round(value - edge, places);
    const cell = row.querySelector(".distance");
    cell.textContent = signed(distance, written(Math.abs(distance).toFixed(places)));
    side(cell, meets);
    meets ? met++ : short++;
    if (row.dataset.base === undefined) continue;
    const [price, about] = priceOf(row.dataset, edge, distance, meets);
    if (!meets) {
      gap += Math.abs(price);
      priced++;
    }
    const cost = row.querySelector(".money");
    const none = about ? price === 0 : Math.abs(price) < 0.5 / 10 ** decimals(row.dataset.part);
    if (cost) cost.textContent = none ? "\u2013" : (about ? say(words.About, { money: money(price, signOf(price)) }) : money(price, signOf(price)));
  }
  for (const dot of dots) side(dot, holds(Number(dot.dataset.value), mark));
  const way = `${((mark - slider.min) / (slider.max - slider.min)) * 100}%`;
  part(".at").setAttribute("x1", way);
  part(".at").setAttribute("x2", way);
  part("output").textContent = label;
  part(".count").textContent = say(words.counts[met], { mark: label });
  const key = (priced < short ? "gap_priced" : "gap") + (priced === 1 ? "_one" : "");
  const missed = priced ? say(words.script[key], { money: money(gap) }) : "";
  part(".gap").textContent = short ? missed : say(words.script.gap_none);
  part(".nature").textContent = words.natures[digits] ?? words.script.asked;
  slider.setAttribute("aria-valuetext", label);
}

let timer = 0;
slider.addEventListener("input", () => {
  show();
  clearTimeout(timer);
  timer = setTimeout(() => {
    part("[role=status]").textContent = `${part(".count").textContent} ${part(".gap").textContent}`;
  }, ANNOUNCE_AFTER);
});
slider.value = root.dataset.mark; // some browsers keep a form's old state
slider.disabled = false;
root.classList.add("ready");
show();
