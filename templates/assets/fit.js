// Fit finds in a still drawing the scales that it was drawn with, so that the
// lively chart puts every mark where the still one is. It knows no kind of
// chart: the marks of the drawing say their values, the series of the option
// say theirs, and two marks of one scale give that scale.

const TOLERANCE = 0.75; // user units that a mark may lie beside its scale; lengths are written to a tenth

const list = (v) => (Array.isArray(v) ? v : v ? [v] : []);

// valueOf gives the value of a datum: a number, several, or null.
export const valueOf = (d) => (d !== null && typeof d === "object" && !Array.isArray(d) ? (d.value ?? null) : d);

// number gives a value on an axis; a day is its milliseconds.
const number = (v, axis) => (axis.type === "time" ? Date.parse(v) : Number(v));

// readMarks gives what a drawing shows, in user units.
function readMarks(svg) {
  return [...svg.querySelectorAll("[data-value]")].map((el) => {
    const b = el.getBBox();
    return {
      el, x0: b.x, x1: b.x + b.width, y0: b.y, y1: b.y + b.height, cx: b.x + b.width / 2, cy: b.y + b.height / 2,
      value: Number(el.dataset.value), second: Number(el.dataset.second), decimals: (el.dataset.value.split(".")[1] ?? "").length,
    };
  });
}

// pair finds the marks of a series: marks[i] is that of datum i.
function pair(series, marks, x, y) {
  const data = list(series.data).map((d, i) => ({ i, v: valueOf(d) })).filter(({ v }) => v !== null && v !== "-");
  if (!data.length) return null;
  const assign = (set) => {
    const found = [];
    data.forEach(({ i }, n) => (found[i] = set[n]));
    return found;
  };
  if (Array.isArray(data[0].v)) {
    if (x.type === "category" && y.type === "category") {
      const down = y.inverse ? 1 : -1;
      data.sort((a, b) => down * (a.v[1] - b.v[1]) || a.v[0] - b.v[0]);
      const set = marks.slice().sort((a, b) => (Math.abs(a.cy - b.cy) > TOLERANCE ? a.cy - b.cy : a.cx - b.cx));
      return set.length === data.length && set.every((m, n) => m.value === Number(data[n].v[2])) ? assign(set) : null;
    }
    for (const [a, b] of [[0, 1], [1, 0]]) {
      const left = new Set(marks);
      const set = data.map(({ v }) => {
        for (const m of left) {
          if (m.value === Number(v[a]) && (isNaN(m.second) || m.second === Number(v[b]))) {
            left.delete(m);
            return m;
          }
        }
      });
      if (set.every(Boolean)) return assign(set);
    }
    return null;
  }
  const by = (of) => [...new Set(marks.map(of))].map((g) => marks.filter((m) => of(m) === g));
  const groups = [...by((m) => m.el.parentNode), ...by((m) => m.el.localName)];
  const order = y.type === "category" ? (a, b) => (y.inverse ? a.cy - b.cy : b.cy - a.cy) : (a, b) => a.cx - b.cx;
  for (const group of [...groups, marks]) {
    const set = group.slice().sort(order);
    if (set.length === data.length && set.every((m, n) => m.value === Number(data[n].v))) return assign(set);
  }
  return null;
}

// line gives the scale through pairs of value and place, or null when they do
// not lie on one.
function line(pairs, slope) {
  if (!pairs.length) return null;
  const sorted = pairs.slice().sort((a, b) => a[0] - b[0]);
  const [lo, hi] = [sorted[0], sorted[sorted.length - 1]];
  if (hi[0] !== lo[0]) slope = (hi[1] - lo[1]) / (hi[0] - lo[0]);
  if (!slope) return null;
  const at = (v) => lo[1] + (v - lo[0]) * slope;
  return sorted.every(([v, p]) => Math.abs(at(v) - p) < TOLERANCE) ? { at, slope, of: (p) => lo[0] + (p - lo[1]) / slope } : null;
}

// pairsOf gives value and place of every mark in a direction.
function pairsOf(matches, axis, way) {
  const pairs = [];
  const [c, from, to, other] = way === "x" ? ["cx", "x0", "x1", "y0"] : ["cy", "y1", "y0", "x0"];
  for (const { series, marks } of matches) {
    marks.forEach((m, i) => {
      const v = valueOf(series.data[i]);
      const at = Array.isArray(v) ? number(v[way === "x" ? 0 : 1], axis) : axis.type === "category" ? i : Number(v);
      if (axis.type === "category" || series.type !== "bar") return pairs.push([at, m[c]]);
      if (Math.abs(m[to] - m[from]) <= 1) return; // drawn wider than it is, to be seen
      pairs.push(at < 0 ? [at, m[from]] : [at, m[to]], at < 0 ? [0, m[to]] : [0, m[from]]);
    });
  }
  return pairs;
}

// fit gives the geometry of an option for a drawing: which mark belongs to
// which datum, and grid and axes in px; null when the drawing is none of
// straight scales.
export function fit(option, svg) {
  const x = list(option.xAxis)[0], y = list(option.yAxis)[0];
  if (!x || !y) return null;
  const box = svg.viewBox.baseVal, k = svg.getBoundingClientRect().width / box.width;
  let left = readMarks(svg);
  const matches = [];
  list(option.series).forEach((series, index) => {
    const marks = pair(series, left, x, y);
    if (!marks) return;
    matches.push({ series, index, marks });
    const taken = new Set(marks);
    left = left.filter((m) => !taken.has(m));
  });
  if (!matches.length) return null;
  const bar = matches.find(({ series }) => series.type === "bar");
  const one = bar?.marks.find(Boolean);
  const thick = one && (y.type === "category" ? one.y1 - one.y0 : one.x1 - one.x0);
  const sx = line(pairsOf(matches, x, "x"), x.type === "category" && thick ? thick / 0.65 : 0);
  const sy = line(pairsOf(matches, y, "y"), y.type === "category" && thick ? (y.inverse ? 1 : -1) * (thick / 0.65) : 0);
  if (!sx || !sy) return null;

  const span = (axis, scale, near, far) => {
    if (axis.type === "category") {
      const half = axis.boundaryGap === false ? 0 : 0.5;
      return { from: scale.at(-half), to: scale.at(axis.data.length - 1 + half), axis: {} };
    }
    const min = typeof axis.min === "number" ? axis.min : scale.of(near), max = typeof axis.max === "number" ? axis.max : scale.of(far);
    return { from: scale.at(min), to: scale.at(max), axis: { min, max } };
  };
  const h = span(x, sx, 0, box.width), v = span(y, sy, box.height, 0);
  const edges = (s) => [Math.min(s.from, s.to) * k, Math.abs(s.to - s.from) * k];
  const [gridLeft, width] = edges(h), [top, height] = edges(v);
  return {
    k, matches, x: h.axis, y: v.axis,
    barWidth: thick ? `${(thick / Math.abs(y.type === "category" ? sy.slope : sx.slope)) * 100}%` : undefined,
    grid: { left: gridLeft, top, width, height, containLabel: false, outerBoundsMode: "none" },
  };
}
