// Where ECharts alone would not put things: the names of points, which are on
// one another and across a guideline, and the edge around the cells of a grid
// where a guideline is met.

import { graphic } from "echarts/core";

const ROOM = 5; // px around a point
const NEAR = [[1, 0, 0], [-1, 0, 1], [0, -1, 1.5], [0, 1, 1.5], [0.7, -0.7, 2], [0.7, 0.7, 2], [-0.7, -0.7, 2.5], [-0.7, 0.7, 2.5]]; // right first, with what each costs
const FAR = [10, 16, 24, 34, 46, 60, 76, 96, 120, 150, 190, 240, 300]; // px from a point, with a line to it
const SHORT = 50, VALUE = 100; // what a code costs in the place of a name, and a value that is left out

const ON_PHONE = [[0, 0, 0], ...NEAR].map(([dx, dy, cost]) => ({ dx, dy, distance: dx || dy ? 3 : 0, cost, form: 1 })); // of codes, in the middle of their land or beside that

const NAME = [110, 18]; // px that the name of a guideline takes

const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
const around = ([x, y], room) => ({ left: x - room, right: x + room, top: y - room, bottom: y + room });

// through reports whether a line runs through a box.
function through([x1, y1, x2, y2], { left, right, top, bottom }) {
  let from = 0, to = 1;
  for (const [at, step, lo, hi] of [[x1, x2 - x1, left, right], [y1, y2 - y1, top, bottom]]) {
    const ends = step ? [(lo - at) / step, (hi - at) / step] : at > lo && at < hi ? [0, 1] : [1, 0];
    [from, to] = [Math.max(from, Math.min(...ends)), step || ends[0] === 0 ? Math.min(to, Math.max(...ends)) : -1];
  }
  return from < to;
}

// waysOf returns the places of a name that may be so many ways long or short,
// the best first: beside its point, else farther off with a line to it.
function waysOf(forms, short) {
  const all = NEAR.map(([dx, dy, cost]) => ({ dx, dy, distance: 3, cost }));
  FAR.forEach((distance, k) => {
    for (let i = 0; i < 16; i++) {
      const dx = Math.cos((i * Math.PI) / 8), dy = Math.sin((i * Math.PI) / 8);
      all.push({ dx, dy, distance, cost: 6 + 2.5 * k + 0.3 * Math.abs(dy) });
    }
  });
  return Array.from({ length: forms }, (_, form) => all.map((w) => ({ ...w, form, cost: w.cost + short * form }))).flat().sort((a, b) => a.cost - b.cost);
}

// Names finds a place for the name of each point: beside it, else farther off
// with a line to it; where names are in each other's way, some are codes. None
// is on another, or on a guideline or its other side. On a map those that have
// space are within their shape. The search is that of package form, which
// places the names of the still picture.
export class Names {
  constructor(chart, { xAxis: [x], yAxis: [y], series: [first] }, phone) {
    this.map = first.type === "map";
    this.needed = this.map || (first.type === "scatter" && x.type === "value" && y.type === "value");
    Object.assign(this, { chart, phone, data: first.data, lines: first.markLine?.data ?? [] });
  }

  // write lets ECharts write the names as they have space.
  write(series) {
    series.labelLayout = ({ dataIndex }) => this.place(dataIndex);
    series.data.forEach((d, i) => d.label?.formatter && (d.label.formatter = () => this.all()[i]?.texts[this.all()[i].way?.form ?? 0] ?? ""));
  }

  place(i) {
    const { inside, way, box } = this.all()[i] ?? {};
    if (inside) return {};
    return way ? { x: box.left, y: (box.top + box.bottom) / 2, align: "left", verticalAlign: "middle" } : { x: -1e4, y: -1e4 };
  }

  // all returns the names with their places in a chart as large as it is now.
  all() {
    const size = [this.chart.getWidth(), this.chart.getHeight()].join();
    if (size !== this.size) {
      this.size = size;
      this.names = this.find();
      this.leaders = this.names.flatMap((n) => (n?.way && n.line ? [n.line] : []));
    }
    return this.names;
  }

  find() {
    const at = (value) => this.chart.convertToPixel({ seriesIndex: 0 }, value), [first] = this.data;
    const model = this.chart.getModel().getSeriesByIndex(0).getData();
    const grid = this.map ? { x: 0, y: 4, width: this.chart.getWidth(), height: this.chart.getHeight() - 4 } : this.chart.getModel().getComponent("grid").coordinateSystem.getRect();
    const across = this.lines.map((l) => (l.xAxis === undefined ? { y: at([first.value[0], l.yAxis])[1] } : { x: at([l.xAxis, first.value[1]])[0] }));
    const names = this.data.map((d, i) => {
      const point = at(this.map ? d.cp : d.value), text = d.label?.formatter;
      if (!point || !text || d.label.show === false) return { point, hidden: true };
      const font = model.getItemModel(i).getModel("label").getFont();
      const as = (...texts) => ({ texts, sizes: texts.map((t) => new graphic.Text({ style: { text: t, font, lineHeight: 14 } }).getBoundingRect()).map(({ width, height }) => [width, height]) });
      const beside = () => { const one = text.replace("\n", " "); return as(one, this.map ? one.split(" ")[0] : (d.short ?? one)); };
      return { point, beside, ...(d.inside ? as(text) : beside()), inside: d.inside, area: this.area(point, grid, across) };
    });
    const taken = across.flatMap(({ y }) => (y ? [{ left: grid.x + grid.width - NAME[0], right: grid.x + grid.width, top: y - NAME[1], bottom: y }] : []));
    for (const n of names.filter((n) => n.inside)) {
      const { point: [x, y], sizes: [[w, h]] } = n, box = { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
      if (taken.some((t) => meet(box, t))) Object.assign(n, n.beside(), { inside: false });
      else taken.push(box);
    }
    const free = names.filter((n) => !n.hidden && !n.inside), shown = names.filter((n) => n.point);
    settle(free, { marks: shown.map((n) => n.point), taken, radius: this.map ? 1 : ROOM, ways: this.map && this.phone ? ON_PHONE : waysOf(2, this.map ? VALUE : SHORT) });
    return names;
  }

  // area returns where the name of a point may be: on its own side of the guidelines.
  area([px, py], grid, across) {
    const area = { left: grid.x, right: this.chart.getWidth(), top: grid.y - 4, bottom: grid.y + grid.height };
    for (const { x, y } of across) {
      if (x === undefined) Object.assign(area, py < y ? { bottom: Math.min(area.bottom, y - 1) } : { top: Math.max(area.top, y + 1) });
      else Object.assign(area, px < x ? { right: Math.min(area.right, x - 1) } : { left: Math.max(area.left, x + 1) });
    }
    return area;
  }
}

// settle gives names their places: those in the greatest crowd first, each the
// best that is left; then each may move, or take the place of another that has
// a second one.
function settle(names, about) {
  const near = (a, b) => Math.abs(a.point[0] - b.point[0]) < 60 && Math.abs(a.point[1] - b.point[1]) < 20;
  const crowd = new Map(names.map((n) => [n, names.filter((m) => near(n, m)).length]));
  const order = names.toSorted((a, b) => crowd.get(b) - crowd.get(a));
  for (let round = 0; round < 3; round++) for (const n of order) if (n.cost !== 0) choose(n, names, about);
  for (const n of order) trade(n, names, about);
}

// placed returns where a name would be, null where it may not be.
function placed({ point: [x, y], sizes, area }, way, { taken, radius }) {
  const { dx, dy, distance, form } = way, [w, h] = sizes[form], reach = radius + distance, ax = x + dx * reach, ay = y + dy * reach;
  const left = dx > 0.3 ? ax : dx < -0.3 ? ax - w : ax - w / 2, top = dy > 0.3 ? ay : dy < -0.3 ? ay - h : ay - h / 2;
  const box = { left, right: left + w, top, bottom: top + h };
  if (!within(box, area) || taken.some((t) => meet(box, t))) return null;
  const line = distance > 3 ? [x + dx * (radius - 1), y + dy * (radius - 1), ax - dx, ay - dy] : null;
  return { way, box, line, over: line ? TEXT * taken.filter((t) => through(line, t)).length : 0 };
}

const TEXT = 30; // what a line through a text costs

// cost returns what a place costs for what is in its way; a text on another costs all.
function cost(n, { way, box, line, over }, names, { marks, radius }) {
  let sum = way.cost + over;
  const room = { left: box.left - 1, right: box.right + 1, top: box.top - 1, bottom: box.bottom + 1 };
  for (const o of names) if (o !== n && o.way && meet(room, o.box)) return Infinity;
  for (const mark of marks) {
    if (mark === n.point) continue;
    const m = around(mark, radius);
    if (meet(box, m)) sum += 25;
    if (line && through(line, m)) sum += 8;
  }
  for (const o of names) {
    if (o === n || !o.way) continue;
    if (line && through(line, o.box)) sum += TEXT;
    if (o.line && through(o.line, box)) sum += TEXT;
  }
  return sum;
}

// choose moves a name to the best place, if that costs less than a limit.
function choose(n, names, about, limit = Infinity) {
  let least = limit, best = null;
  for (const way of about.ways) {
    if (way.cost >= least) break;
    const place = placed(n, way, about), costs = place ? cost(n, place, names, about) : Infinity;
    if (costs < least) [least, best] = [costs, place];
  }
  if (best) Object.assign(n, best, { cost: least });
  return least;
}

const WORTH = 10, WITHIN = 24; // what a place costs for which a better one is sought, and px where that may be

// trade moves a name to where another is, if that has a second place and both cost less than before.
function trade(n, names, about) {
  const now = (...some) => some.reduce((sum, m) => sum + (m.way ? cost(m, m, names, about) : 1000), 0), keep = (m) => [m, { way: m.way, box: m.box, line: m.line, over: m.over, cost: m.cost }];
  const had = now(n);
  let most = 0, best = [];
  for (const way of had < WORTH ? [] : about.ways) {
    if (way.cost >= had - most) break;
    const place = way.distance <= WITHIN && placed(n, way, about);
    const others = place ? names.filter((o) => o !== n && o.way && meet(place.box, o.box)) : [];
    if (others.length !== 1) continue;
    const [other] = others, before = [n, other].map(keep), sum = now(n, other);
    Object.assign(other, { way: null });
    Object.assign(n, place);
    n.cost = cost(n, place, names, about);
    choose(other, names, about, sum - most - n.cost);
    const less = other.way ? sum - now(n, other) : 0;
    if (less > most) [most, best] = [less, [n, other].map(keep)];
    for (const [m, was] of before) Object.assign(m, was);
  }
  for (const [m, then] of best) Object.assign(m, then);
}

// cellNumbers leaves the numbers of cells out where the widest has no room in them.
export function cellNumbers(series) {
  const widest = 7 * Math.max(...series.data.map((d) => d.label?.formatter.length ?? 0));
  series.labelLayout = ({ rect }) => (rect.width < widest ? { x: -1e4, y: -1e4 } : {});
}

const Strokes = graphic.extendShape({
  type: "strokes",
  shape: { lines: [] },
  buildPath(path, { lines }) {
    for (const [x1, y1, x2, y2] of lines) {
      path.moveTo(x1, y1);
      path.lineTo(x2, y2);
    }
  },
});

const drawn = new WeakMap();

// strokes draws lines over a chart, in the place of those of before.
export function strokes(chart, lines, style) {
  chart.getZr().remove(drawn.get(chart));
  const all = new Strokes({ shape: { lines }, style: { lineCap: "square", fill: null, ...style }, silent: true, z: 10 });
  if (lines.length) chart.getZr().add(all);
  drawn.set(chart, all);
}

// sides returns where the sides of cells are, given in cells.
export function sides(chart, cells) {
  const rect = chart.getModel().getComponent("grid").coordinateSystem.getRect(), { xAxis: [x], yAxis: [y] } = chart.getOption();
  const wide = rect.width / x.data.length, high = rect.height / y.data.length;
  return cells.map(([x1, y1, x2, y2]) => [rect.x + x1 * wide, rect.y + y1 * high, rect.x + x2 * wide, rect.y + y2 * high]);
}
