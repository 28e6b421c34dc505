// A map with outlines. Its values come in tiles, as any ECharts can draw them;
// the outlines come with the frames, in the projection of the still picture.

import { memberOf } from "./frames.js";

const PART = 0.62, PHONE = 0.76; // of an outline that what is written in it may take
const LETTER = 6.5, LINES = 28; // px of what is written

const areaOf = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0));
const sizeOf = ({ geometry }) => Math.max(...geometry.coordinates.map(([ring]) => areaOf(ring)));

// mapOf returns outlines as GeoJSON, in which y goes up.
export const mapOf = (outlines) => ({
  type: "FeatureCollection",
  features: outlines.map(({ name, cp, rings }) => ({
    type: "Feature", properties: { name, cp: up(cp) },
    geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [[...ring, ring[0]].map(up)]) },
  })),
});
const up = ([x, y]) => [x, -y];

// holds reports whether a text has space in an outline, else it is beside it.
function holds({ geometry }, text, part) {
  const [ring] = geometry.coordinates.map(([r]) => r).toSorted((a, b) => areaOf(b) - areaOf(a));
  const [wide, high] = [0, 1].map((i) => Math.max(...ring.map((p) => p[i])) - Math.min(...ring.map((p) => p[i])));
  return Math.max(...text.split("\n").map((line) => line.length)) * LETTER < part * wide && LINES < part * high;
}

// land draws the tiles of an option as the outlines of a registered map, the
// largest first; members without a figure are empty, and others not there.
export function land(option, map, outlines, absent, phone) {
  const [tiles] = option.series, marks = new Map(tiles.data.map((d) => [memberOf(d), d]));
  const empty = { itemStyle: { areaColor: "var(--card)", borderColor: "var(--rule)" }, label: { show: false } };
  const data = outlines.features.sort((a, b) => sizeOf(b) - sizeOf(a)).flatMap((f) => {
    const { name, cp } = f.properties, d = marks.get(name);
    if (!d) return absent.includes(name) ? { name, cp, value: NaN, ...empty } : [];
    const text = d.label.formatter ?? "", inside = holds(f, text, phone ? PHONE : PART), beside = { formatter: text.replace("\n", " "), textBorderColor: "var(--paper)", textBorderWidth: 3 };
    return { ...d, name, cp, inside, head: d.name, value: d.value[2], label: { ...d.label, position: undefined, ...(!inside && beside) } };
  });
  const points = outlines.features.flatMap((f) => f.geometry.coordinates.flat(2)), [xs, ys] = [0, 1].map((i) => points.map((p) => p[i]));
  const box = [[Math.min(...xs), Math.max(...ys)], [Math.max(...xs), Math.min(...ys)]];
  option.series = [{ ...tiles, type: "map", map, data, aspectScale: 1, roam: false, selectedMode: false, boundingCoords: box, left: 4, right: 4, top: 16, bottom: 4,
    itemStyle: { areaColor: "transparent", borderWidth: 0 }, emphasis: { ...tiles.emphasis, label: { color: "var(--ink)" } } }];
}
