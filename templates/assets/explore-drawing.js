// A Drawing is the still picture that is seen, read for what ECharts is to draw
// in its place. Which mark a datum belongs to stands in the datum; where it is
// and how it looks, the drawing knows. Lengths are in the drawing's own units.

const KEYS = ["member", "year", "measure", "source", "released"]; // in the order of a datum's mark

export const list = (v) => (Array.isArray(v) ? v : v ? [v] : []);
export const valueOf = (d) => (d !== null && typeof d === "object" && !Array.isArray(d) ? (d.value ?? null) : d);

export class Drawing {
  constructor(svg, option) {
    const box = svg.viewBox.baseVal, named = new Map();
    [...svg.querySelectorAll("[data-value]")].forEach((el, rank) => {
      const b = el.getBBox();
      named.set(KEYS.map((k) => el.dataset[k]).filter(Boolean).join(" "), {
        el, rank, x: b.x, y: b.y, width: b.width, height: b.height, cx: b.x + b.width / 2, cy: b.y + b.height / 2, round: el.localName === "circle",
      });
    });
    this.svg = svg;
    this.width = box.width;
    this.height = box.height;
    this.k = svg.getBoundingClientRect().width / box.width; // px for one unit
    this.series = option.series.map((s) => list(s.data).map((d) => named.get(d?.mark)));
    this.readTime(option);
  }

  mark(si, di) {
    return this.series[si][di];
  }

  // step gives the place on the axis of time of a datum.
  step(si, di) {
    return this.stepOf(si, di);
  }

  each(visit) {
    this.series.forEach((marks, si) => marks.forEach((m, di) => m && visit(m, si, di)));
  }

  // readTime finds the axis of time and its scale: the years or days of the
  // option, and where their marks stand. A drawing whose time does not run
  // from left to right has no steps.
  readTime(option) {
    const axis = list(option.xAxis)[0];
    this.steps = [];
    let at = () => 0;
    if (axis?.type === "category" && list(axis.data).every((n) => /^\d{4}$/.test(n))) {
      this.steps = list(axis.data).map((n, i) => ({ at: i, name: String(n) }));
      at = (d, di) => (Array.isArray(valueOf(d)) ? valueOf(d)[0] : di);
    } else if (axis?.type === "time") {
      const write = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", year: "numeric", timeZone: "UTC" });
      const days = [...new Set(option.series.flatMap((s) => list(s.data).map((d) => valueOf(d)[0])))].sort();
      this.steps = days.map((day) => ({ at: Date.parse(day), name: write.format(Date.parse(day)) }));
      const index = new Map(days.map((day, i) => [day, i]));
      at = (d) => index.get(valueOf(d)[0]);
    }
    this.stepOf = (si, di) => at(list(option.series[si].data)[di], di);
    let first, last;
    this.each((m, si, di) => {
      const p = { at: this.steps[this.step(si, di)]?.at, cx: m.cx };
      if (!first || p.at < first.at) first = p;
      if (!last || p.at > last.at) last = p;
    });
    const slope = first && last.at > first.at ? (last.cx - first.cx) / (last.at - first.at) : 0;
    this.timeAt = (v) => first.cx + (v - first.at) * slope;
    let runs = slope > 0;
    this.each((m, si, di) => (runs &&= Math.abs(this.timeAt(this.steps[this.step(si, di)].at) - m.cx) < 1));
    if (!runs) {
      this.steps = [];
      return;
    }
    this.half = axis.type === "category" && axis.boundaryGap !== false ? slope / 2 : 0; // of a column with its gaps
    this.from = this.edge(0, -1);
    this.to = this.edge(this.steps.length - 1, 1);
  }

  // edge gives the place where a step begins (-1) or ends (1).
  edge(step, side) {
    return this.timeAt(this.steps[step].at) + side * this.half;
  }

  // zoom gives how places move when the steps from one to another fill the
  // room of all: x becomes a·x + b.
  zoom(from, to) {
    const left = this.edge(from, -1), a = (this.to - this.from) / (this.edge(to, 1) - left);
    return { a, b: this.from - a * left, left, right: this.edge(to, 1) };
  }

  // values gives the values at the upper and lower edge of the drawing, for
  // lines, whose marks stand on one scale.
  values(option) {
    let lo, hi;
    this.each((m, si, di) => {
      const v = [valueOf(option.series[si].data[di])].flat().at(-1);
      if (!lo || v < lo.v) lo = { v, cy: m.cy };
      if (!hi || v > hi.v) hi = { v, cy: m.cy };
    });
    const slope = hi.v > lo.v ? (hi.cy - lo.cy) / (hi.v - lo.v) : -1;
    return { min: lo.v + (this.height - lo.cy) / slope, max: lo.v - lo.cy / slope };
  }

  // colour gives a colour of the page as the drawing sees it: light, dark or
  // forced.
  colour(value) {
    const probe = document.createElementNS("http://www.w3.org/2000/svg", "g");
    this.svg.append(probe);
    probe.style.color = value;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  // look gives the fill and edge of a mark, hatching included.
  look(el) {
    const s = getComputedStyle(el);
    return {
      fill: s.fill.replace(/^url\("?[^"#]*(#[^")]*)"?\).*$/, "url($1)"), fillOpacity: Number(s.fillOpacity),
      stroke: s.stroke, strokeOpacity: Number(s.strokeOpacity), lineWidth: s.stroke === "none" ? 0 : parseFloat(s.strokeWidth) * this.k, opacity: Number(s.opacity),
    };
  }

  // line gives the path that belongs to the marks of a line, and how it looks.
  line(si) {
    const path = this.series[si].find(Boolean)?.el.parentNode.querySelector(":scope > path");
    if (!path) return null;
    const s = getComputedStyle(path);
    const dash = s.strokeDasharray === "none" ? "solid" : s.strokeDasharray.split(/[ ,]+/).map((d) => parseFloat(d) * this.k);
    return { path, style: { color: s.stroke, width: parseFloat(s.strokeWidth) * this.k, type: dash, join: "round" } };
  }
}
