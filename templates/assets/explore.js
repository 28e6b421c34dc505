// A chart can be explored: its button fetches ECharts, which draws the marks of
// the still picture again, in the same places, to be pointed at, walked through
// with the arrow keys, zoomed in time and switched on and off. Axes, names and
// the reference line stay those of the still picture. Escape goes back to it.
// Nothing is fetched before a reader asks, and without this script the still
// pictures and tables are all there.

import { Drawing } from "./explore-drawing.js";
import { next } from "./explore-keys.js";
import { Layers } from "./explore-layers.js";
import { optionFor } from "./explore-option.js";
import { Tools } from "./explore-tools.js";

const bundle = document.currentScript.dataset.echarts;
const words = JSON.parse(document.getElementById("explore-words").textContent);
const say = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const media = (query) => window.matchMedia(query);
const still = media("(prefers-reduced-motion: reduce)");

let library = null;

// load fetches ECharts, once; after a failure the next call tries again.
function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = bundle;
    script.onload = () => resolve(window.echarts);
    script.onerror = () => {
      library = null;
      script.remove();
      reject(new Error("ECharts did not come"));
    };
    document.head.append(script);
  });
  return library;
}

function make(tag, className, props = {}) {
  return Object.assign(document.createElement(tag), { className, ...props });
}

class Explorer {
  constructor(figure) {
    this.figure = figure;
    this.title = figure.querySelector(".chart-title")?.textContent ?? "";
    this.edition = figure.querySelector(".source a")?.textContent ?? "";
    this.button = make("button", "explore", { type: "button" });
    this.label(words.explore);
    this.button.addEventListener("click", () => (this.open ? this.close() : this.start()));
    this.button.addEventListener("pointerenter", (e) => e.pointerType === "mouse" && load().catch(() => {}));
    figure.addEventListener("keydown", (e) => e.key === "Escape" && this.open && this.close());
    const before = figure.querySelector("details") ?? figure.querySelector(".source");
    if (before) before.before(this.button);
    else figure.append(this.button);
  }

  label(text) {
    this.button.textContent = text;
    this.button.setAttribute("aria-label", say(words.button, { action: text, title: this.title }));
  }

  svg() {
    return [...this.figure.querySelectorAll(":scope > svg")].find((s) => s.getBoundingClientRect().width > 0);
  }

  // start opens the chart: the tools stand at once, the rest follows when
  // ECharts is here.
  async start() {
    this.open = true;
    this.label(words.still);
    this.given = JSON.parse(this.figure.querySelector("script.option").textContent);
    this.at = null;
    this.drawing = new Drawing(this.svg(), this.given);
    this.tools = new Tools(this.given, this.drawing, words, () => this.render());
    this.tools.show(this.figure);
    try {
      const echarts = await load();
      if (this.open) this.draw(echarts);
    } catch (e) {
      this.close();
      this.label(words.again);
      throw e;
    }
  }

  close() {
    const focused = this.figure.contains(document.activeElement);
    this.open = false;
    this.label(words.explore);
    this.stop?.abort();
    this.sizes?.disconnect();
    this.chart?.dispose();
    this.layers?.end();
    this.tools?.end();
    this.box?.remove();
    this.live?.remove();
    this.box = this.live = this.chart = this.layers = this.tools = this.drawing = null;
    delete this.figure.dataset.explored;
    if (focused) this.button.focus({ preventScroll: true });
  }

  draw(echarts) {
    this.box = make("div", "lively", { tabIndex: 0 });
    this.box.setAttribute("role", "application");
    this.box.setAttribute("aria-label", say(words.application, { title: this.title, edition: this.edition }));
    this.inner = make("div", "marks");
    this.inner.setAttribute("aria-hidden", "true");
    this.box.append(this.inner);
    this.live = make("p", "sr");
    this.live.setAttribute("role", "status");
    this.figure.append(this.box, this.live);
    this.place();
    this.chart = echarts.init(this.inner, null, { renderer: "svg" });
    this.chart.on("datazoom", () => {
      const z = this.chart.getOption().dataZoom[0];
      if (this.tools.zoomed(z)) queueMicrotask(() => this.open && this.render());
    });
    this.render();

    this.stop = new AbortController();
    const until = { signal: this.stop.signal };
    this.box.addEventListener("keydown", (e) => this.key(e), until);
    this.box.addEventListener("blur", () => this.leave(), until);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-reduced-motion: reduce)"]) {
      media(query).addEventListener("change", () => this.render(), until);
    }
    this.sizes = new ResizeObserver(() => this.place() && this.render());
    this.sizes.observe(this.figure);
    if (this.figure.contains(document.activeElement)) this.box.focus({ preventScroll: true });
  }

  // place puts the box on the drawing that is seen, and says whether anything
  // had to change.
  place() {
    const svg = this.svg();
    if (!svg) return false;
    const f = this.figure.getBoundingClientRect(), r = svg.getBoundingClientRect();
    const place = { left: r.left - f.left, top: r.top - f.top, width: r.width, height: r.height };
    const same = svg === this.placed?.svg && Object.entries(place).every(([k, v]) => Math.abs(v - this.placed[k]) < 0.1);
    this.placed = { svg, ...place };
    for (const [k, v] of Object.entries(place)) this.box.style[k] = `${v}px`;
    this.tools.place(this.figure);
    if (same || !this.chart) return false;
    this.chart.resize();
    return true;
  }

  render() {
    const svg = this.svg();
    if (!svg || !this.chart) return;
    const drawing = new Drawing(svg, this.given);
    this.drawing = drawing;
    this.tools.suit(drawing);
    this.layers?.end();
    this.layers = new Layers(drawing, this.tools, this.box);
    this.chart.setOption(optionFor(this.given, drawing, this.tools, still.matches, (params) => this.tip(params)), { notMerge: true });
    this.chart.setOption({ animation: !still.matches }); // from now on, for what is pointed at
    this.figure.dataset.explored = "yes";
  }

  datum(si, di) {
    return this.given.series[si].data[di];
  }

  // tip gives the words beside the pointer: of one mark, or of all lines at a
  // time, and whose figures they are.
  tip(params) {
    const marks = params.filter((p) => this.drawing.mark(p.seriesIndex, p.dataIndex));
    const el = make("div", "");
    if (!marks.length) return el;
    const data = marks.map((p) => this.datum(p.seriesIndex, p.dataIndex));
    const source = data[0].when ? "" : make("p", "tip-source", { textContent: this.edition });
    if (marks.length === 1) {
      el.append(make("p", "tip-head", { textContent: data[0].who }), make("p", "tip-row"));
      el.lastChild.append(make("b", "", { textContent: data[0].told }));
      el.append(source);
      return el;
    }
    el.append(make("p", "tip-head", { textContent: data[0].when ?? params[0].axisValueLabel }));
    marks
      .map((p, i) => ({ p, d: data[i] }))
      .sort((a, b) => this.drawing.mark(a.p.seriesIndex, a.p.dataIndex).cy - this.drawing.mark(b.p.seriesIndex, b.p.dataIndex).cy)
      .forEach(({ p, d }) => {
        const row = make("p", "tip-row");
        row.append(make("span", "", { textContent: this.given.series[p.seriesIndex].name }), make("b", "", { textContent: d.told }));
        el.append(row);
      });
    el.append(source);
    return el;
  }

  key(e) {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const to = next(e.key, this.at, this.given, this.drawing, (si, di) => this.tools.shows(si, this.drawing.step(si, di)));
    if (!to) return;
    e.preventDefault();
    this.leave();
    this.at = to;
    const which = { seriesIndex: to.si, dataIndex: to.di };
    this.chart.dispatchAction({ type: "highlight", ...which });
    this.chart.dispatchAction({ type: "showTip", ...which });
    const { who, told } = this.datum(to.si, to.di);
    this.live.textContent = say(words.mark, { who, told });
  }

  leave() {
    if (!this.at || !this.chart) return;
    this.chart.dispatchAction({ type: "downplay", seriesIndex: this.at.si, dataIndex: this.at.di });
    this.chart.dispatchAction({ type: "hideTip" });
  }
}

for (const figure of document.querySelectorAll("figure.chart")) {
  if (figure.querySelector("script.option") && figure.querySelector("svg [data-value]")) new Explorer(figure);
}
