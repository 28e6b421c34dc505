// Next gives the mark that a key leads to, null when it leads nowhere. Along
// lines, left and right go in time and up and down from line to line; in rows
// and tiles each key goes its own way; bars come one after the other.

import { list, valueOf } from "./explore-drawing.js";

const ROW = 2; // units by which marks of one row may differ

export function next(key, at, option, drawing, shows) {
  if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(key)) return null;
  const all = [];
  drawing.each((m, si, di) => shows(si, di) && all.push({ si, di, cx: m.cx, cy: m.cy }));
  if (!all.length) return null;
  const now = all.find((m) => m.si === at?.si && m.di === at?.di);
  const [order, across] = ways(option, all);
  if (!now || key === "Home") return order[0];
  if (key === "End") return order.at(-1);
  const side = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const line = option.series[now.si].type === "line";
  if (line && sideways) {
    const own = all.filter((m) => m.si === now.si);
    return own[own.indexOf(now) + side] ?? now;
  }
  if (line) return nearestLine(all, now, side);
  if (sideways || !across) return order[order.indexOf(now) + side] ?? now;
  return across(now, side) ?? now;
}

// ways gives the order of all marks, and how keys go up and down: null for
// going on in that order.
function ways(option, all) {
  const [first] = option.series;
  if (first.type !== "scatter" && first.type !== "heatmap") return [all, null];
  const pairs = list(option.xAxis)[0]?.type === "value" && list(option.yAxis)[0]?.type === "value" && Array.isArray(valueOf(first.data[0]));
  if (pairs) {
    const byHeight = all.slice().sort((a, b) => a.cy - b.cy || a.cx - b.cx);
    return [all.slice().sort((a, b) => a.cx - b.cx || a.cy - b.cy), (now, side) => byHeight[byHeight.indexOf(now) + side]];
  }
  const order = all.slice().sort((a, b) => (Math.abs(a.cy - b.cy) > ROW ? a.cy - b.cy : a.cx - b.cx));
  return [order, (now, side) => {
    const beyond = order.filter((m) => (m.cy - now.cy) * side > ROW);
    const row = Math.min(...beyond.map((m) => Math.abs(m.cy - now.cy)));
    return beyond.filter((m) => Math.abs(m.cy - now.cy) < row + ROW).sort((a, b) => Math.abs(a.cx - now.cx) - Math.abs(b.cx - now.cx))[0];
  }];
}

// nearestLine gives the mark at the same time, or next to it, on the line
// before or after; after the last comes the first.
function nearestLine(all, now, side) {
  const lines = [...new Set(all.map((m) => m.si))];
  const line = lines[(lines.indexOf(now.si) + side + lines.length) % lines.length];
  return all.filter((m) => m.si === line).sort((a, b) => Math.abs(a.cx - now.cx) - Math.abs(b.cx - now.cx))[0];
}
