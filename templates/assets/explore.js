// A chart can be explored: its button fetches ECharts, which draws the marks of
// the still picture again, in the same places, to be pointed at, walked through
// with the arrow keys, zoomed in time and switched on and off. Axes, names and
// the reference line stay those of the still picture. Escape goes back to it.
// Nothing is fetched before a reader asks, and without this script the still
// pictures and tables are all there.

import { fit, valueOf } from "./fit.js";

const bundle = document.currentScript.dataset.echarts;
const SHORT = 15; // years that need no zoom
const LEAST = 3; // years that zoom leaves
const list = (v) => (Array.isArray(v) ? v : v ? [v] : []);
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

// resolve gives an option with the page's colours in place of var(--name).
function resolve(value, colour) {
  if (typeof value === "string") return value.startsWith("var(") ? colour(value) : value;
  if (Array.isArray(value)) return value.map((v) => resolve(v, colour));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolve(v, colour)]));
}

// painter reads colours as the drawing sees them: light, dark or forced.
function painter(svg) {
  const probe = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svg.append(probe);
  return {
    colour: (v) => {
      probe.style.color = v;
      return getComputedStyle(probe).color;
    },
    end: () => probe.remove(),
  };
}

// lookOf gives the look of a still mark, hatching included.
function lookOf(el, k) {
  const s = getComputedStyle(el);
  const stroke = s.stroke === "none" ? 0 : parseFloat(s.strokeWidth) * k;
  const fill = s.fill.replace(/^url\("?[^"#]*(#[^")]*)"?\).*$/, "url($1)");
  return { color: fill, borderColor: stroke ? s.stroke : "transparent", borderWidth: stroke, opacity: Number(s.opacity), decal: "none" };
}

// dashOf gives a line's dashes.
function dashOf(s, k) {
  return s.strokeDasharray === "none" ? "solid" : s.strokeDasharray.split(/[ ,]+/).map((d) => parseFloat(d) * k);
}

class Explorer {
  constructor(figure) {
    this.figure = figure;
    this.title = figure.querySelector(".chart-title")?.textContent ?? "chart";
    this.button = make("button", "explore", { type: "button" });
    this.label("Explore");
    this.button.addEventListener("click", () => (this.open ? this.close() : this.start()));
    this.button.addEventListener("pointerenter", (e) => e.pointerType === "mouse" && load().catch(() => {}));
    figure.addEventListener("keydown", (e) => e.key === "Escape" && this.open && this.close());
    const before = figure.querySelector("details") ?? figure.querySelector(".source");
    if (before) before.before(this.button);
    else figure.append(this.button);
  }

  label(text) {
    this.button.textContent = text;
    this.button.setAttribute("aria-label", `${text}: ${this.title}`);
  }

  svg() {
    return [...this.figure.querySelectorAll(":scope > svg")].find((s) => s.getBoundingClientRect().width > 0);
  }

  // start opens the chart: what takes room stands at once, the rest follows
  // when ECharts is here.
  async start() {
    this.open = true;
    this.label("Still picture");
    this.given = JSON.parse(this.figure.querySelector("script.option").textContent);
    this.hidden = new Set();
    this.years = this.yearsOf();
    this.from = 0;
    this.to = this.years.length - 1;
    this.at = null;
    this.addTools();
    try {
      const echarts = await load();
      if (this.open) this.draw(echarts);
    } catch (e) {
      this.close();
      this.label("Try again");
      throw e;
    }
  }

  close() {
    const focused = this.figure.contains(document.activeElement);
    this.open = false;
    this.label("Explore");
    this.stop?.abort();
    this.sizes?.disconnect();
    this.chart?.dispose();
    this.unlift();
    for (const part of ["box", "tools", "live"]) {
      this[part]?.remove();
      this[part] = null;
    }
    this.chart = this.shape = null;
    delete this.figure.dataset.explored;
    if (focused) this.button.focus({ preventScroll: true });
  }

  // yearsOf gives the years of an axis that is worth zooming.
  yearsOf() {
    const axis = list(this.given.xAxis)[0];
    const names = axis?.type === "category" ? list(axis.data).map(String) : [];
    return names.length > SHORT && names.every((n) => /^\d{4}$/.test(n)) ? names : [];
  }

  // addTools adds a switch for each of several lines, and where the time axis
  // is long its first and last year.
  addTools() {
    this.tools = make("div", "chart-tools");
    const series = list(this.given.series);
    if (series.length > 1 && series.every((s) => s.type === "line")) {
      const group = make("div", "lines");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", "Lines");
      series.forEach((s, i) => {
        const b = make("button", "", { type: "button", textContent: s.name });
        b.setAttribute("aria-pressed", "true");
        b.style.setProperty("--line", s.lineStyle?.color ?? "currentColor");
        b.addEventListener("click", () => {
          if (!this.hidden.delete(i)) this.hidden.add(i);
          b.setAttribute("aria-pressed", String(!this.hidden.has(i)));
          this.render();
        });
        group.append(b);
      });
      this.tools.append(group);
    }
    if (this.years.length) {
      this.ranges = ["From", "To"].map((name, i) => {
        const label = make("label", "", { textContent: name });
        const input = make("input", "", { type: "range", min: 0, max: this.years.length - 1, value: i ? this.to : this.from });
        const year = make("output");
        label.append(input, year);
        input.addEventListener("input", () => {
          const v = Number(input.value);
          if (i) this.to = Math.max(v, this.from + LEAST - 1, LEAST - 1);
          else this.from = Math.min(v, this.to - LEAST + 1);
          this.showRange();
          this.render();
        });
        this.tools.append(label);
        return { input, year };
      });
      this.showRange();
    }
    if (this.tools.childElementCount) [...this.figure.querySelectorAll(":scope > svg")].at(-1).after(this.tools);
  }

  showRange() {
    [this.from, this.to].forEach((v, i) => {
      const { input, year } = this.ranges[i];
      input.value = v;
      year.value = this.years[v];
      input.setAttribute("aria-valuetext", this.years[v]);
    });
  }

  draw(echarts) {
    this.box = make("div", "lively", { tabIndex: 0 });
    this.box.setAttribute("role", "application");
    this.box.setAttribute("aria-label", `${this.title}. Arrow keys go from mark to mark; Escape goes back to the still picture.`);
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
      if (z.startValue === this.from && z.endValue === this.to) return;
      [this.from, this.to] = [z.startValue, z.endValue];
      this.showRange();
      queueMicrotask(() => this.open && this.render());
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
    const same = svg === this.drawn && Object.entries(place).every(([k, v]) => Math.abs(v - this.placed[k]) < 0.1);
    this.placed = place;
    for (const [k, v] of Object.entries(place)) this.box.style[k] = `${v}px`;
    if (same || !this.chart) return false;
    this.chart.resize();
    return true;
  }

  // lift takes the marks out of the still picture and lays its words over
  // those of ECharts, so that bars do not cover them.
  lift(svg, shape) {
    this.unlift();
    this.drawn = svg;
    svg.classList.add("exploring");
    if (!shape) {
      svg.classList.add("away");
      return;
    }
    let bars = false;
    for (const { series, marks } of shape.matches) {
      bars ||= series.type === "bar";
      for (const m of marks) {
        m?.el.classList.add("lifted");
        if (series.type === "line") m?.el.parentNode.querySelectorAll(":scope > path").forEach((p) => p.classList.add("lifted"));
      }
    }
    if (bars && list(this.given.series).length > shape.matches.length) svg.querySelectorAll(".all").forEach((p) => p.classList.add("lifted"));
    const over = svg.cloneNode(true);
    over.querySelectorAll("title, desc, pattern, path, rect, circle, polygon, line").forEach((e) => e.remove());
    over.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    for (const name of ["role", "aria-labelledby", "id"]) over.removeAttribute(name);
    over.setAttribute("aria-hidden", "true");
    over.classList.replace("exploring", "words");
    this.over = over;
    this.box.append(over);
  }

  unlift() {
    this.over?.remove();
    this.over = null;
    for (const el of this.figure.querySelectorAll(".exploring, .lifted")) el.classList.remove("exploring", "away", "zoomed", "ended", "lifted");
    this.drawn = null;
  }

  render() {
    const svg = this.svg();
    if (!svg || !this.chart) return;
    this.shape = fit(this.given, svg);
    this.lift(svg, this.shape);
    const zoomed = this.years.length > 0 && (this.from > 0 || this.to < this.years.length - 1);
    const ended = zoomed && this.to < this.years.length - 1;
    for (const el of [svg, this.over]) {
      el?.classList.toggle("zoomed", zoomed);
      el?.classList.toggle("ended", ended);
    }
    const paint = painter(svg);
    const option = resolve(this.given, paint.colour);
    this.animate(option);
    this.unit = this.unitOf(svg);
    option.tooltip = { ...option.tooltip, className: "chart-tip", transitionDuration: still.matches ? 0 : 0.15, formatter: (p) => this.tip(list(p)) };
    if (this.shape) this.suit(option, svg, paint.colour, zoomed, ended);
    else this.numberAxes(option);
    paint.end();
    if (this.years.length) {
      option.dataZoom = [{ type: "inside", xAxisIndex: 0, startValue: this.from, endValue: this.to, minValueSpan: LEAST - 1,
        zoomOnMouseWheel: "ctrl", moveOnMouseMove: zoomed, moveOnMouseWheel: false, preventDefaultMouseMove: false }];
    }
    for (const i of this.hidden) {
      const s = option.series[i];
      s.data = [];
      s.endLabel = { show: false };
    }
    // ECharts wants one for a heatmap; the marks have their colours already.
    if (option.series.some((s) => s.type === "heatmap")) option.visualMap = [{ type: "piecewise", show: false, dimension: 2, pieces: [{ gte: -1e15 }], inRange: { opacity: 1 } }];
    this.nameLines();
    this.chart.setOption(option, { notMerge: true });
    this.figure.dataset.explored = this.shape ? "fitted" : "own";
  }

  animate(option) {
    option.animation = !still.matches;
    option.animationDuration = 0; // the picture is there already
    option.animationDurationUpdate = 0;
    option.stateAnimation = { duration: still.matches ? 0 : 150 };
    for (const s of option.series) delete s.animation;
  }

  // numberAxes writes the numbers of an option's own axes as the page does.
  numberAxes(option) {
    for (const axis of [...list(option.xAxis), ...list(option.yAxis)]) {
      if (axis.type !== "value" && axis.type !== "log") continue;
      const given = axis.axisLabel?.formatter ?? "{value}";
      const write = (v) => given.replace("{value}", v.toLocaleString("en-GB", { maximumSignificantDigits: 4 }).replace("-", "−"));
      axis.axisLabel = { ...axis.axisLabel, formatter: write };
    }
  }

  // suit gives an option the still picture's geometry and looks.
  suit(option, svg, colour, zoomed, ended) {
    const { k, grid, x, y, matches, barWidth } = this.shape;
    option.grid = [grid];
    const size = parseFloat(svg.querySelector(".tick[font-size]")?.getAttribute("font-size") ?? 13) * k;
    const text = { fontSize: size, fontFamily: getComputedStyle(svg).fontFamily };
    const none = { axisLabel: { show: false }, axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false }, splitArea: { show: false }, name: "" };
    option.xAxis = [{ ...list(option.xAxis)[0], ...none, ...x }];
    option.yAxis = [{ ...list(option.yAxis)[0], ...none, ...y }];
    if (zoomed) option.xAxis[0].axisLabel = { show: true, hideOverlap: true, showMinLabel: true, showMaxLabel: true, color: colour("var(--soft)"), ...text };
    option.axisPointer = { type: "line", lineStyle: { color: colour("var(--soft)"), width: 1, type: "solid" }, label: { show: false }, animation: false };

    const all = svg.querySelector(".all");
    option.series.forEach((s, i) => {
      delete s.markLine;
      s.clip = false;
      s.label = { show: false };
      const marks = matches.find((m) => m.index === i)?.marks;
      if (s.type === "bar") {
        Object.assign(s, { barWidth, barCategoryGap: undefined, barMinHeight: list(this.given.yAxis)[0].type === "category" ? k : 0, emphasis: { focus: "none" } });
        if (!marks && all) s.itemStyle = lookOf(all, k);
      }
      s.data = list(s.data).map((d, n) => this.suitDatum(s, d, marks?.[n]?.el, all, k, zoomed, colour));
      if (s.type === "line") this.suitLine(s, marks, k, colour, ended && text);
    });
  }

  suitDatum(s, d, mark, all, k, zoomed, colour) {
    if (valueOf(d) === null) return d;
    d = d !== null && typeof d === "object" && !Array.isArray(d) ? d : { value: d };
    const look = mark ? lookOf(mark, k) : s.type === "bar" && all ? lookOf(all, k) : d.itemStyle;
    const strong = { ...look, borderColor: colour("var(--ink)"), borderWidth: 1.5 };
    const radius = mark?.localName === "circle" ? mark.r.baseVal.value : 0;
    const out = { ...d, itemStyle: look, emphasis: { itemStyle: strong, label: { show: false } }, label: { show: false } };
    if (radius) out.symbolSize = 2 * radius * k;
    if (zoomed && s.type === "bar" && d.label?.formatter) {
      out.label = { ...d.label, color: colour("var(--ink)"), textBorderWidth: 0, fontSize: 13 * k };
      out.emphasis.label = out.label;
    }
    return out;
  }

  suitLine(s, marks, k, colour, text) {
    const path = marks?.find(Boolean)?.el.parentNode.querySelector("path");
    if (path) {
      const p = getComputedStyle(path);
      s.lineStyle = { color: p.stroke, width: parseFloat(p.strokeWidth) * k, type: dashOf(p, k), join: "round" };
    }
    s.emphasis = { focus: "series", lineStyle: { width: (s.lineStyle?.width ?? 2) + 1 }, scale: 1.6 };
    s.blur = { lineStyle: { opacity: 0.25 }, itemStyle: { opacity: 0.25 } };
    s.endLabel = text ? { ...s.endLabel, ...text, show: true } : { show: false };
  }

  // nameLines dims the names of lines that are switched off.
  nameLines() {
    const names = list(this.given.series).map((s) => s.name);
    for (const end of this.over?.querySelectorAll(".end") ?? []) {
      const words = [...end.querySelectorAll("text")].map((t) => t.textContent).join(" ");
      const i = names.reduce((best, n, j) => (words.startsWith(n) && (best < 0 || n.length > names[best].length) ? j : best), -1);
      end.classList.toggle("off", this.hidden.has(i));
    }
  }

  mark(si, di) {
    return this.shape?.matches.find((m) => m.index === si)?.marks[di];
  }

  // unitOf finds what the drawing writes around its numbers: the "%" of 2.56%.
  unitOf(svg) {
    for (const el of svg.querySelectorAll(".end-value, .val text")) {
      const m = el.textContent.trim().match(/^([^\d+−-]*)[+−-]?([\d.,]+)(\D*?)(?: \(.*)?$/);
      if (m && this.shape?.matches.some(({ marks }) => marks.some((mark) => mark?.el.dataset.value.replace("-", "") === m[2].replaceAll(",", "")))) return [m[1], m[3]];
    }
    return ["", ""];
  }

  // write gives a value in words: as labelled, or at the decimals published.
  write(si, di) {
    const d = list(this.given.series)[si].data[di], m = this.mark(si, di);
    const label = d?.label?.formatter;
    const of = m?.el.dataset.of ? ` of ${m.el.dataset.of}` : "";
    if (typeof label === "string" && !label.includes("{")) return label + of;
    const v = valueOf(d);
    const number = (n) => {
      const digits = Math.abs(n).toLocaleString("en-GB", { minimumFractionDigits: m?.decimals, maximumFractionDigits: m?.decimals ?? 2 });
      return (n < 0 ? "−" : "") + this.unit[0] + digits + this.unit[1];
    };
    return Array.isArray(v) ? v.map((n) => (typeof n === "number" ? number(n) : n)).join(", ") : number(Number(v)) + of;
  }

  // namesOf gives member and year of a mark.
  namesOf(si, di) {
    const s = list(this.given.series)[si], d = s.data[di], m = this.mark(si, di);
    const axis = [list(this.given.xAxis)[0], list(this.given.yAxis)[0]].find((a) => a?.type === "category");
    const place = axis && !Array.isArray(valueOf(d)) ? String(list(axis.data)[di]) : "";
    const year = /^\d{4}$/.test(place) ? place : (m?.el.dataset.year ?? "");
    return { member: place && place !== year ? place : (d?.name ?? s.name), year };
  }

  tip(params) {
    const lines = params.filter((p) => valueOf(list(this.given.series)[p.seriesIndex].data[p.dataIndex]) !== null);
    const el = make("div", "");
    if (!lines.length) return "";
    const names = lines.map((p) => this.namesOf(p.seriesIndex, p.dataIndex));
    const alone = lines.length === 1 && !/^\d{4}$/.test(params[0].axisValue ?? "");
    el.append(make("p", "tip-head", { textContent: alone ? [names[0].member, names[0].year].filter(Boolean).join(", ") : params[0].axisValueLabel }));
    lines
      .map((p, i) => ({ p, i }))
      .sort((a, b) => Number(valueOf(b.p.data)) - Number(valueOf(a.p.data)))
      .forEach(({ p, i }) => {
        const row = make("p", "tip-row");
        if (!alone) row.append(make("span", "", { textContent: names[i].member }));
        row.append(make("b", "", { textContent: this.write(p.seriesIndex, p.dataIndex) }));
        el.append(row);
      });
    return el;
  }

  // walk gives the marks in reach of the keys: by series, those in the window.
  walk() {
    return list(this.given.series)
      .map((s, si) => ({
        si,
        items: list(s.data).flatMap((d, i) => (valueOf(d) === null || (this.years.length && (i < this.from || i > this.to)) ? [] : [i])),
      }))
      .filter(({ si, items }) => items.length && !this.hidden.has(si) && (!this.shape || this.shape.matches.some((m) => m.index === si)));
  }

  key(e) {
    const rows = this.walk();
    const lines = list(this.given.series)[0]?.type === "line";
    if (e.altKey || e.ctrlKey || e.metaKey || !rows.length) return;
    if (!lines) {
      this.pass(e, rows.flatMap(({ si, items }) => items.map((di) => ({ si, di }))));
      return;
    }
    let row = Math.max(0, rows.findIndex(({ si }) => si === this.at?.si));
    const { items } = rows[row];
    let n = this.at ? items.findIndex((i) => i >= this.at.di) : -1;
    const first = !this.at;
    switch (e.key) {
      case "ArrowRight": n++; break;
      case "ArrowLeft": n--; break;
      case "ArrowDown": first ? n++ : row++; break;
      case "ArrowUp": first ? n-- : row--; break;
      case "Home": n = 0; break;
      case "End": n = items.length - 1; break;
      default: return;
    }
    e.preventDefault();
    row = (row + rows.length) % rows.length;
    const now = rows[row];
    if (now.items !== items) n = Math.max(0, now.items.findIndex((i) => i >= this.at.di));
    this.go(now.si, now.items[Math.max(0, Math.min(n, now.items.length - 1))]);
  }

  // pass goes through the marks of a chart that has no lines, one by one.
  pass(e, marks) {
    const at = marks.findIndex(({ si, di }) => si === this.at?.si && di === this.at?.di);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    const { si, di } = marks[Math.max(0, Math.min(to, marks.length - 1))];
    this.go(si, di);
  }

  go(si, di) {
    this.leave();
    this.at = { si, di };
    const which = { seriesIndex: si, dataIndex: di };
    this.chart.dispatchAction({ type: "highlight", ...which });
    this.chart.dispatchAction({ type: "showTip", ...which });
    const { member, year } = this.namesOf(si, di);
    this.live.textContent = [member, year, this.write(si, di)].filter(Boolean).join(", ");
  }

  leave() {
    if (!this.at || !this.chart) return;
    this.chart.dispatchAction({ type: "downplay", seriesIndex: this.at.si, dataIndex: this.at.di });
    this.chart.dispatchAction({ type: "hideTip" });
  }
}

// These kinds say more as still pictures than ECharts can in their place: the
// swap would lose labels, keys or rows. Their figures are in the table.
const stills = new Set(["heatmap", "map", "shares", "sources", "revisions", "growth"]);

for (const figure of document.querySelectorAll("figure.chart")) {
  if (stills.has(figure.dataset.kind)) continue;
  if (figure.querySelector("script.option") && figure.querySelector("svg")) new Explorer(figure);
}
