// OptionFor makes of the option that stands in the page, and of its drawing,
// what ECharts is to draw: lines on the scales of the drawing, and every other
// mark just where it is, as the rectangle or circle that it is. So the swap
// cannot jump, whatever a kind of chart looks like.

import { list, valueOf } from "./explore-drawing.js";

const HIDDEN = { show: true, axisLabel: { show: false }, axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false }, name: "" };

const REACH = 5; // px around a mark that belong to it, so that a thin bar can be pointed at

export function optionFor(given, drawing, tools, still, tip) {
  const ink = drawing.colour("var(--ink)"), soft = drawing.colour("var(--soft)");
  const font = { fontFamily: getComputedStyle(drawing.svg).fontFamily, fontSize: parseFloat(drawing.svg.querySelector(".tick")?.getAttribute("font-size") ?? 13) * drawing.k };
  const lines = tools.lines && drawing.steps.length > 0;
  const option = {
    animation: false, // the picture is there already
    animationDuration: 0,
    animationDurationUpdate: 0,
    stateAnimation: { duration: still ? 0 : 150 },
    tooltip: {
      show: true, confine: true, trigger: lines ? "axis" : "item", className: "chart-tip", transitionDuration: still ? 0 : 0.15,
      backgroundColor: drawing.colour("var(--paper)"), borderColor: drawing.colour("var(--rule)"), textStyle: { color: ink },
      formatter: (p) => tip(list(p)),
    },
    axisPointer: { type: "line", lineStyle: { color: soft, width: 1, type: "solid" }, label: { show: false }, animation: false },
    series: given.series.map((s, si) => (lines ? line(s, si, drawing, tools, ink) : marks(s, si, drawing, tools, ink, font))),
  };
  if (drawing.steps.length) Object.assign(option, axes(given, drawing, lines));
  if (tools.zooms()) option.dataZoom = [zoom(drawing, tools)];
  return option;
}

// axes gives those of time and of values, on the drawing's own scales. They
// are not seen.
function axes(given, drawing, lines) {
  const { k, steps } = drawing, [x] = list(given.xAxis);
  const time = x.type === "time" ? { min: steps[0].at, max: steps.at(-1).at } : { data: x.data, boundaryGap: drawing.half > 0 };
  return {
    grid: [{ left: drawing.from * k, width: (drawing.to - drawing.from) * k, top: 0, height: drawing.height * k, containLabel: false, outerBoundsMode: "none" }],
    xAxis: [{ ...HIDDEN, type: x.type, ...time }],
    yAxis: [{ ...HIDDEN, type: "value", ...(lines ? drawing.values(given) : { min: 0, max: 1 }) }],
  };
}

function zoom(drawing, tools) {
  const { steps } = drawing, at = (i) => steps[i].at;
  const apart = (steps.at(-1).at - at(0)) / (steps.length - 1);
  return { type: "inside", xAxisIndex: 0, filterMode: "none", startValue: at(tools.from), endValue: at(tools.to), minValueSpan: tools.least() * apart,
    zoomOnMouseWheel: "ctrl", moveOnMouseMove: tools.narrowed(), moveOnMouseWheel: false, preventDefaultMouseMove: false };
}

function line(s, si, drawing, tools, ink) {
  const { k } = drawing, own = drawing.line(si)?.style, off = tools.hidden.has(si);
  const data = list(s.data).map((d, di) => {
    const m = drawing.mark(si, di);
    if (!m) return { value: valueOf(d) };
    const { fill, stroke, lineWidth } = drawing.look(m.el);
    const itemStyle = { color: fill, borderColor: lineWidth ? stroke : "transparent", borderWidth: lineWidth };
    return { value: valueOf(d), symbolSize: m.width * k, itemStyle, emphasis: { itemStyle: { ...itemStyle, borderColor: ink, borderWidth: 1.5 } } };
  });
  return {
    type: "line", name: s.name, step: s.step, symbol: "circle", showSymbol: true, showAllSymbol: true, connectNulls: false, clip: tools.narrowed(), data: off ? [] : data, lineStyle: own,
    z: 2 + (drawing.series[si].find(Boolean)?.rank ?? 0), // the leading line is drawn last
    emphasis: { focus: "series", lineStyle: { width: (own?.width ?? 2) + 1 }, scale: 1.6 },
    blur: { lineStyle: { opacity: 0.25 }, itemStyle: { opacity: 0.25 } },
    endLabel: { show: false }, // the drawing has them
  };
}

// marks gives a series of rectangles or circles. Zoomed in time they move with
// their step, and say their values, which the drawing's own words no longer
// stand beside.
function marks(s, si, drawing, tools, ink, font) {
  const { k } = drawing, narrowed = tools.narrowed(), { a, b } = narrowed ? drawing.zoom(tools.from, tools.to) : { a: 1, b: 0 };
  const draw = ({ dataIndex }) => {
    const m = drawing.mark(si, dataIndex);
    if (!m || !tools.shows(si, drawing.step(si, dataIndex))) return null;
    const gap = s.type === "heatmap" ? 2 * drawing.half - m.width : 0; // stays what it is
    const shape = { x: (a * m.x + b) * k, y: m.y * k, width: narrowed ? (a * (m.width + gap) - gap) * k : m.width * k, height: m.height * k };
    const form = m.round ? { type: "circle", shape: { cx: (a * m.cx + b) * k, cy: m.cy * k, r: (m.width / 2) * k } } : { type: "rect", shape };
    const room = { x: shape.x - REACH, y: shape.y - REACH, width: shape.width + 2 * REACH, height: shape.height + 2 * REACH };
    return {
      type: "group",
      children: [
        { type: "rect", shape: room, invisible: true, z2: -1, transition: [] },
        { ...form, z2: m.rank, style: drawing.look(m.el), emphasis: { style: { stroke: ink, strokeOpacity: 1, lineWidth: 1.5 } }, transition: [],
          ...(narrowed && !m.round ? written(s, m, dataIndex, shape, ink, font) : {}) },
      ],
    };
  };
  return { type: "custom", coordinateSystem: "none", name: s.name, data: list(s.data).map(valueOf), renderItem: draw };
}

// written gives a rectangle its value: in a cell, else beyond the bar's end.
function written(s, m, di, shape, ink, font) {
  const d = s.data[di], cell = s.type === "heatmap";
  const value = m.el.dataset.value, digits = value.split(".")[1]?.length ?? 0;
  const number = Number(value).toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const text = d.label?.formatter ?? number.replace("-", "\u2212");
  if (shape.width < font.fontSize * 0.56 * text.length + 2) return {};
  return {
    textContent: { type: "text", silent: true, style: { text, fill: ink, ...font } },
    textConfig: { position: cell ? "inside" : Number(value) < 0 ? "bottom" : "top", distance: 4 },
  };
}
