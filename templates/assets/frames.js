// What a chart shows at another time, in another order or of some members
// alone, as a part of its ECharts option. All words and values come with the
// frames; here they are only chosen and put in order.

// partOf returns what a frame changes in an option.
export function partOf({ pool }, frame) {
  const part = {
    series: frame.series.map((s) => ({ ...pool[s.as], data: s.data.map((d) => datum(pool, d)) })),
    xAxis: pool[frame.x].map((axis) => ({ min: null, max: null, ...axis })),
    yAxis: pool[frame.y].map((axis) => ({ min: null, max: null, ...axis })),
  };
  return structuredClone(part);
}

function datum(pool, d) {
  if (!Array.isArray(d)) return d === 0 ? { value: null } : d;
  const [name, value, words, text, look, short] = d, as = pool[look];
  return { ...as, name, value, words, ...(as.label && { label: { ...as.label, formatter: text } }), ...(short && { short }) };
}

// frameAt returns the frame of a year as known on a day, null for none.
export function frameAt({ frames }, year, known) {
  const found = frames.filter((f) => (!f.year || f.year === year) && (!f.known || f.known <= known));
  return found.reduce((best, f) => (!best || (f.known ?? "") > (best.known ?? "") ? f : best), null);
}

// yearsBy returns the years for which something is known on a day.
export const yearsBy = ({ frames }, known) => unique(frames.filter((f) => f.year && (!f.known || f.known <= known)).map((f) => f.year));
export const daysOf = ({ frames }) => unique(frames.map((f) => f.known).filter(Boolean));
export const unique = (list) => [...new Set(list)].sort((a, b) => (a < b ? -1 : 1));

export const own = (s) => s.data.some((d) => d?.name); // not what bars stand on, nor the lines of others
const named = ({ yAxis: [y] }) => y.type === "category" && y.data;
export const rowsOf = (option) => option.yAxis[0].show !== false && named(option);
const valueOf = (d) => (Array.isArray(d?.value) ? d.value[d.value.length > 2 ? 2 : 0] : d?.value);

// rowValues returns the value of each row: of the last series, or of a column
// of cells.
export function rowValues(option, column) {
  const names = named(option), values = names.map(() => null);
  for (const s of option.series.filter(own)) {
    s.data.forEach((d, i) => {
      if (d?.value == null || (column !== null && column !== undefined && d.value[0] !== column)) return;
      values[s.type === "bar" ? i : d.value[1]] = valueOf(d);
    });
  }
  return values;
}

// arrange puts rows into an order, of the places that they had; those that are
// not in it are left out.
export function arrange(option, order) {
  const names = named(option), places = new Map(order.map((was, now) => [was, now]));
  for (const axis of option.yAxis) axis.data = order.map((i) => axis.data[i]);
  for (const s of option.series) {
    if (s.type === "bar") s.data = order.map((i) => s.data[i]);
    else s.data = s.data.filter((d) => places.has(d.value[1])).map((d) => ({ ...d, value: d.value.with(1, places.get(d.value[1])) }));
  }
}

// sorted returns the places of rows by name, or by a value of each.
export function sorted(option, by, values) {
  const names = named(option), order = names.map((_, i) => i);
  const collator = new Intl.Collator(document.documentElement.lang);
  if (by === "name") return order.sort((a, b) => collator.compare(names[a], names[b]));
  return order.sort((a, b) => (values[b] ?? -Infinity) - (values[a] ?? -Infinity));
}

// membersOf returns whom a reader may choose among: rows, lines or points.
export function membersOf(option) {
  if (rowsOf(option)) return named(option);
  if (option.series[0].type === "line") return option.series.filter(own).map((s) => s.name);
  return option.series.length === 1 && option.series[0].type !== "bar" && option.series[0].type !== "line" ? option.series[0].data.map(memberOf) : [];
}

export const memberOf = (d) => d.name.replace(/, \d{4}$/, "");

// choose leaves the chosen rows or lines; among points and tiles, which show
// where one is among all, the others fade.
export function choose(option, chosen) {
  if (rowsOf(option)) return arrange(option, named(option).flatMap((name, i) => (chosen.has(name) ? [i] : [])));
  const { markLine, markArea } = option.series[0];
  if (option.series.length > 1 || option.series[0].type === "line") option.series = option.series.filter((s) => !own(s) || chosen.has(s.name));
  else for (const d of option.series[0].data) if (!chosen.has(memberOf(d))) Object.assign(d, { itemStyle: { ...d.itemStyle, opacity: 0.15 }, label: { show: false } });
  if (option.series.length) Object.assign(option.series[0], markLine && { markLine }, markArea && { markArea });
}

const looksOf = ({ lineStyle: { color, type, width }, endLabel }) => ({ color, type, width, endLabel });

// dress gives lines that a chart does not have of its own looks that are not
// taken; its own keep theirs.
export function dress(option, own, all) {
  if (!/--line-/.test(option.series[0]?.lineStyle?.color)) return; // a colour with a meaning
  const looks = new Map(own.map((s) => [s.name, looksOf(s)])), taken = [...looks.values()].map(({ color, type }) => `${color}${type}`);
  const narrow = Math.min(...all.map((s) => s.lineStyle.width));
  const free = all.map(looksOf).filter(({ color, type, width }) => width === narrow && !taken.includes(`${color}${type}`));
  option.series = option.series.map((s) => {
    if (!/--line-/.test(s.lineStyle.color)) return s;
    const { color, type, width } = looks.get(s.name) ?? free.shift() ?? looksOf(s);
    const as = JSON.parse(JSON.stringify(s).replaceAll(`"${s.lineStyle.color}"`, `"${color}"`));
    return { ...as, lineStyle: { color, type, width } };
  });
}

// behind adds the lines of others that a chart of its own has to one of all.
export function behind(option, still) {
  const [{ data: years }] = option.xAxis, [{ data: had }] = still.xAxis;
  for (const s of still.series.filter((s) => s.type === "line" && !own(s))) option.series.push({ ...s, data: years.map((y) => s.data[had.indexOf(y)] ?? null) });
}

const STEPS = 6; // of an axis of values, at most

// fit gives the axis of values the ends of what is shown and of the guideline.
export function fit(option) {
  const [y] = option.yAxis, lines = (option.series[0]?.markLine?.data ?? []).filter((l) => l.yAxis !== undefined && l.lineStyle.type !== "dashed");
  const all = [...option.series.flatMap((s) => s.data.flatMap((d) => (d?.value == null ? [] : [d.value].flat().at(-1)))), ...lines.map((l) => l.yAxis)].map(Number);
  if (y.min == null || !all.length) return;
  const lo = Math.min(...all), hi = Math.max(...all), rough = (hi - lo || 1) / STEPS, unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * [1, 2, 5, 10].find((n) => n * unit >= rough), places = Math.max(0, -Math.floor(Math.log10(step)));
  Object.assign(y, { min: Number((Math.floor(lo / step) * step).toFixed(places)), max: Number((Math.ceil(hi / step) * step).toFixed(places)) });
}

// highlight points members out, as the still picture does.
export function highlight(option, names) {
  for (const s of option.series) {
    if (s.lineStyle && names.has(s.name)) s.lineStyle.width = LEAD;
    for (const d of s.data) {
      if (!d?.name || !names.has(memberOf(d))) continue;
      if (d.label) d.label.fontWeight = "bold";
      if (s.type !== "bar" && s.type !== "line" && !(d.itemStyle?.borderWidth > 1)) d.itemStyle = { ...d.itemStyle, borderColor: "var(--ink)", borderWidth: 1.5 };
    }
  }
}

const LEAD = 3; // px that the line of such a member is wide

// within leaves the years of a period, with what was agreed in it.
export function within(option, period) {
  const [x] = option.xAxis, years = x.data, first = years.indexOf(String(period.from)), last = years.indexOf(String(period.to));
  x.data = years.slice(first, last + 1);
  for (const s of option.series) {
    if (s.type === "heatmap") s.data = s.data.filter((d) => d.value[0] >= first && d.value[0] <= last).map((d) => ({ ...d, value: d.value.with(0, d.value[0] - first) }));
    else s.data = s.data.slice(first, last + 1);
    if (s.markLine) s.markLine.data = s.markLine.data.filter((l) => l.xAxis === undefined || x.data.includes(String(l.xAxis)));
  }
  if (period.low != null) Object.assign(option.yAxis[0], { min: period.low, max: period.high });
}

// stepOf returns the step of an axis between round numbers, 1, 2 or 5 times a power of ten; undefined of any other.
function stepOf({ min, max }) {
  const unit = 10 ** Math.floor(Math.log10(max - min)), whole = (v) => Math.abs(v - Math.round(v)) < 1e-6;
  return [0.1, 0.2, 0.5, 1, 2].map((m) => m * unit).find((step) => (max - min) / step < 8 && whole(min / step) && whole(max / step));
}

const decimals = (v) => (String(Number(v.toFixed(6))).split(".")[1] ?? "").length;

// number writes the numbers of axes as the pages do: with the language's marks, a
// true minus and, of distances, a plus, and all of an axis but their 0 with the same digits.
// Between round numbers they are evenly apart.
export function number({ xAxis, yAxis }, signed, chart) {
  for (const [name, axes] of Object.entries({ xAxis, yAxis })) {
    axes.forEach((axis, i) => {
      if (axis.type !== "value") return;
      const form = axis.axisLabel.formatter ?? "{value}", ticks = () => chart.getModel().getComponent(name, i).axis.scale.getTicks();
      const write = (v) => {
        if (v === 0 && signed) return "0";
        const places = Math.max(...ticks().map((t) => decimals(t.value)));
        const digits = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: places, maximumFractionDigits: places });
        return form.replace("{value}", (v < 0 ? "\u2212" : v > 0 && signed ? "+" : "") + digits.format(Math.abs(v)));
      };
      axis.axisLabel = { ...axis.axisLabel, formatter: write };
      axis.interval = stepOf(axis);
    });
  }
}

const APART = 70; // px between the names of what was agreed

// thin leaves the names of what was agreed where there is room for them, from
// the newest back.
export function thin(option, width) {
  const years = option.xAxis[0].data, days = option.series.flatMap((s) => s.data.map((d) => Date.parse(d?.value?.[0])));
  const first = Math.min(...days), last = Math.max(...days);
  const placeOf = (at) => (years ? years.indexOf(String(at)) / years.length : (Date.parse(at) - first) / (last - first)) * width;
  for (const s of option.series) {
    let next = Infinity;
    for (const line of (s.markLine?.data ?? []).filter((l) => typeof l.xAxis === "string").reverse()) {
      const at = placeOf(line.xAxis);
      if (at < 1) line.label.offset = [8, 0];
      if (next - at < APART) line.label.show = false;
      else next = at;
    }
  }
}

// apart lets the names of guidelines that are near one another begin or end at
// their lines, in place of both in the middle, and one at the left edge of a field of points begin there. It returns
// how many lines the highest name has.
export function apart(option, width) {
  const lines = (option.series[0]?.markLine?.data ?? []).filter((l) => typeof l.xAxis === "number").toSorted((a, b) => a.xAxis - b.xAxis);
  const all = [...option.series.flatMap((s) => s.data.map((d) => [d?.value].flat()[0])), ...lines.map((l) => l.xAxis)].map(Number).filter(Number.isFinite);
  const least = Math.min(...all), scale = (width - ASIDE) / (Math.max(...all) - least), placeOf = (line) => (line.xAxis - least) * scale;
  const long = ({ label }) => 7 * label.formatter.length, half = (line) => Math.min(line.label.width, long(line)) / 2;
  lines.forEach((line, i) => {
    if (option.yAxis[0].type === "value" && placeOf(line) < half(line)) line.label.align = "left";
    const next = lines[i + 1];
    if (!next || placeOf(next) - placeOf(line) > half(line) + half(next)) return;
    line.label.align ??= "right";
    Object.assign(next.label, { align: "left", width: Math.max(LEAST, Math.min(next.label.width, width - ASIDE + VALUES - placeOf(next))) });
  });
  return Math.max(0, ...lines.map((line) => Math.ceil(long(line) / line.label.width)));
}

const ASIDE = 160, VALUES = 50, LEAST = 60; // px that names of rows and values take, values alone, and a name at least

// clear puts the name of a guideline where the lines of a chart over years leave
// room for it.
export function clear(option, width, height) {
  const [x] = option.xAxis, [y] = option.yAxis, refs = (option.series[0].markLine?.data ?? []).filter((l) => l.yAxis !== undefined);
  if (option.series[0].type !== "line" || !x.data) return;
  const all = option.series.flatMap((s) => s.data.flatMap((d) => d?.value ?? [])), lo = y.min ?? Math.min(0, ...all), hi = y.max ?? Math.max(...all);
  const far = (NAME[1] / height) * (hi - lo), wide = Math.ceil((NAME[0] / width) * x.data.length) + 1;
  for (const line of refs) {
    const outside = (up) => (up > 0 ? hi - line.yAxis : line.yAxis - lo) < far; // where events and years are
    const crowd = ([from, up]) => outside(up) ? Infinity : option.series.flatMap((s) => s.data.slice(from, from === 0 ? wide : undefined)).filter((d) => d?.value != null && (d.value - line.yAxis) * up > -far / 4 && (d.value - line.yAxis) * up < far).length;
    const places = { insideEndTop: [-wide, 1], insideEndBottom: [-wide, -1], insideStartTop: [0, 1], insideStartBottom: [0, -1] };
    line.label.position = Object.keys(places).reduce((a, b) => (crowd(places[b]) < crowd(places[a]) ? b : a));
  }
}

const NAME = [90, 24]; // px that the name of a guideline needs

// turn lays the columns of years down where their values have no room side by
// side, as a narrow drawing does.
export function turn(option) {
  const [x] = option.xAxis, [y] = option.yAxis, labels = option.series.filter(own).flatMap((s) => s.data.flatMap((d) => d?.label?.formatter ?? []));
  if (option.series[0].type !== "bar" || x.type !== "category" || !labels.some((text) => text.length > SHORT)) return;
  Object.assign(option, { xAxis: [{ ...y, boundaryGap: ["0", "16%"] }], yAxis: [{ ...x, inverse: true }] });
  for (const s of option.series) {
    for (const d of s.data) if (d?.label) d.label.position = "right";
    for (const line of s.markLine?.data ?? []) [line.xAxis, line.yAxis] = [line.yAxis, line.xAxis];
    for (const line of s.markLine?.data ?? []) if (typeof line.yAxis === "string") line.label.position = "insideEndTop";
  }
}

const SHORT = 4; // letters that have room above a column

const PAPER = "var(--paper)";

// keyOf returns what the series of an option are, and how their marks look.
export function keyOf(option) {
  const series = option.series.filter((s) => own(s) && s.type !== "line" && s.type !== "heatmap");
  if (series.length < 2) return [];
  return series.map(({ name, data, type }) => {
    const looks = data.filter((d) => d?.name), colours = new Set(looks.map(({ itemStyle: { color, borderColor } }) => (color === PAPER ? borderColor : color))); // of a hollow point its edge
    return { name, colour: colours.size > 1 && type !== "bar" ? "var(--soft)" : [...colours][0], sign: type === "bar" ? "\u25a0" : looks[0].symbol === "rect" ? "\u25ae" : "\u25cf" };
  });
}

// edgesOf returns the sides of the cells of a grid that are where a guideline
// is met and have one beside them where it is not: [from x, y, to x, y] each.
export function edgesOf(option) {
  const [x] = option.xAxis, [s] = option.series, lines = [];
  if (s.type !== "heatmap" || x.show === false) return lines;
  const met = new Set(s.data.filter((d) => /up-\d/.test(d.itemStyle.color)).map((d) => d.value.slice(0, 2).join()));
  const free = (c, r) => !met.has([c, r].join());
  for (const at of met) {
    const [c, r] = at.split(",").map(Number);
    if (free(c, r - 1)) lines.push([c, r, c + 1, r]);
    if (free(c, r + 1)) lines.push([c, r + 1, c + 1, r + 1]);
    if (free(c - 1, r)) lines.push([c, r, c, r + 1]);
    if (free(c + 1, r)) lines.push([c + 1, r, c + 1, r + 1]);
  }
  return lines;
}

const DEGREES = { 1: 0.07, 2: 0.16, 3: 0.28 }; // of what is opaque

// plain fits an option to a reader's own two colours, as the style sheet fits
// the still picture: cells and land are tinted by their degree, land has borders, and
// grids and what is behind lines are faint.
export function plain(option) {
  for (const d of option.series.flatMap((s) => s.data).filter(Boolean)) {
    const [, degree] = /(?:up|down)-(\d)/.exec(d.itemStyle?.color) ?? [];
    if (!degree) continue;
    const of = (colour, part) => `color-mix(in srgb, ${colour} ${100 * part}%, transparent)`, color = of(d.itemStyle.color, DEGREES[degree] * (d.itemStyle.opacity ?? 1));
    d.itemStyle = { ...d.itemStyle, color, areaColor: color, opacity: 1 }; // its own: others share it
    if (d.cp && d.itemStyle.borderWidth === 1) d.itemStyle.borderColor = of("var(--ink)", 0.35); // land
  }
  for (const s of option.series) {
    if (s.type === "line" && !own(s)) s.lineStyle.opacity = 0.25;
    if (s.markArea) s.markArea.itemStyle.opacity = 0.1;
  }
  for (const axis of [...option.xAxis, ...option.yAxis]) if (axis.splitLine?.lineStyle) axis.splitLine.lineStyle.opacity = 0.25;
}
