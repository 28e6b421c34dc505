// Where ECharts alone would not put things: the names of points, which are on
// one another and across a guideline, and the edge around the cells of a grid
// where a guideline is met.

import { graphic } from "echarts/core";

const ROOM = 5; // px around a point
const FAR = [0, 12, 22, 34, 46]; // px from a point at which its name may be
const ON = [[0, 0]]; // a small shape of a map
const WAYS = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]]; // right first

const NAME = [110, 18]; // px that the name of a guideline takes

const STEPS = [0.2, 0.4, 0.6, 0.8]; // of the way from a point to its name
const at = (x, y) => ({ left: x, right: x, top: y, bottom: y });
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Names finds a place for the name of each point: beside it, else farther off
// with a line to it, else nowhere. None is on another, on a point, or on a
// guideline or its other side. On a map those that have space are within their
// shape, others on it, and from every other one a line leads to its shape.
export class Names {
  constructor(chart, { xAxis: [x], yAxis: [y], series: [first] }) {
    this.map = first.type === "map";
    this.needed = this.map || (first.type === "scatter" && x.type === "value" && y.type === "value");
    Object.assign(this, { chart, data: first.data, lines: first.markLine?.data ?? [] });
  }

  // begin finds where the points and the guidelines are.
  begin() {
    const at = (value) => this.chart.convertToPixel({ seriesIndex: 0 }, value), [first] = this.data;
    this.points = this.data.map((d) => at(this.map ? d.cp : d.value));
    this.taken = this.points.map(([x, y]) => ({ left: x - ROOM, right: x + ROOM, top: y - ROOM, bottom: y + ROOM }));
    this.across = this.lines.map((l) => (l.xAxis === undefined ? { y: at([first.value[0], l.yAxis])[1] } : { x: at([l.xAxis, first.value[1]])[0] }));
    this.leaders = [];
    const { x: left, y: top, width, height } = this.map ? { x: 0, y: 4, height: this.chart.getHeight() - 4 } : this.chart.getModel().getComponent("grid").coordinateSystem.getRect();
    this.bounds = { left, right: this.chart.getWidth(), top: top - 4, bottom: top + height };
    for (const { y } of this.across) if (y) this.taken.push({ left: left + width - NAME[0], right: left + width, top: y - NAME[1], bottom: y });
  }

  place({ dataIndex, labelRect: { width, height } }) {
    if (dataIndex === 0 || this.bounds?.right !== this.chart.getWidth()) this.begin();
    if (!this.points[dataIndex]) return {}; // of a shape without a value, which has no name
    const [x, y] = this.points[dataIndex];
    if (this.data[dataIndex].inside) {
      this.taken.push({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
      return {};
    }
    for (const far of FAR) {
      for (const [dx, dy] of this.map && !far ? [...ON, ...WAYS] : WAYS) {
        const left = x + dx * (ROOM + 2 + far) - (dx < 0 ? width : dx === 0 ? width / 2 : 0), middle = y + dy * (ROOM + height / 2 + far);
        const box = { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
        const line = far || (this.map && (dx || dy)), gap = this.map ? 0 : 3;
        const leader = [x + gap * dx, y + gap * dy, dx < 0 ? box.right + 1 : dx === 0 ? x : left - 1, dx === 0 ? middle - (dy * height) / 2 : middle];
        if (!this.free(box, x, y, dataIndex) || (line && this.crosses(leader, dataIndex))) continue;
        this.taken.push(box);
        if (line) this.leaders.push(leader);
        return { x: left, y: middle, align: "left", verticalAlign: "middle" };
      }
    }
    return { x: -1e4, y: -1e4 };
  }

  // crosses reports whether a line is on a name or a point.
  crosses([x1, y1, x2, y2], own) {
    return STEPS.some((t) => this.taken.some((b, i) => i !== own && meet(b, at(x1 + t * (x2 - x1), y1 + t * (y2 - y1)))));
  }

  free(box, x, y, own) {
    const { bounds } = this, side = (at, of, from, to) => (of < at ? to > at - 1 : from < at + 1);
    return (
      box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom && !this.taken.some((other, i) => i !== own && meet(box, other)) &&
      !this.across.some((l) => (l.x === undefined ? side(l.y, y, box.top, box.bottom) : side(l.x, x, box.left, box.right)))
    );
  }
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
