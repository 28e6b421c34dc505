// What a reader takes from a chart that is explored: a picture of what is shown,
// and its marks as a table.

import { make } from "./controls.js";

const EDGE = 16; // px around the picture
const LINE = 24; // px of a line of its headline
const SHARP = 2; // pixels for each
const LOOK = ["fill", "stroke", "stroke-width", "fill-opacity", "font-weight", "font-family"]; // what the style sheet says of a key

// savePicture saves what is shown as a PNG, with its headline and source.
export async function savePicture({ chart, figure, parts, key }) {
  const style = getComputedStyle(document.body), width = chart.getWidth(), height = chart.getHeight();
  const canvas = make("canvas", ""), g = canvas.getContext("2d"), cells = key.querySelector("svg"), source = figure.querySelector(".source > span")?.textContent ?? "";
  const font = (weight, size) => `${weight} ${size}px ${style.fontFamily}`;
  const lines = [[parts[0].textContent, font(600, 18)], [parts[1].textContent, font(400, 13)], [cells ? "" : key.innerText, font(400, 12)]].filter(([text]) => text).flatMap(([text, f]) => wrap(g, text, f, width));
  const below = wrap(g, source, font(400, 11), width), legend = cells && (await painted(cells)), keyTop = EDGE + lines.length * LINE, top = keyTop + (legend?.height ?? 0);
  canvas.width = SHARP * (width + 2 * EDGE);
  canvas.height = SHARP * (top + height + below.length * LINE + 2 * EDGE);
  g.scale(SHARP, SHARP);
  g.fillStyle = style.backgroundColor;
  g.fillRect(0, 0, canvas.width, canvas.height);
  if (legend) g.drawImage(legend, EDGE, keyTop);
  g.drawImage(await pictureOf(chart.renderToSVGString()), EDGE, top, width, height);
  g.fillStyle = style.color;
  const write = (list, top) => list.forEach(([text, f], i) => {
    g.font = f;
    g.fillText(text, EDGE, top + i * LINE);
  });
  write(lines, EDGE + LINE * 0.7);
  write(below, EDGE + top + height + LINE * 0.7);
  make("a", "", { href: canvas.toDataURL("image/png"), download: `${figure.dataset.chart}.png` }).click();
}

// pictureOf returns an SVG as an image.
async function pictureOf(svg) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  return picture;
}

// painted returns a drawing of the page as an image, which has no style sheet.
function painted(svg) {
  const copy = svg.cloneNode(true), shapes = [copy, ...copy.querySelectorAll("*")];
  [svg, ...svg.querySelectorAll("*")].forEach((el, i) => {
    const look = getComputedStyle(el);
    for (const name of LOOK) shapes[i].setAttribute(name, look.getPropertyValue(name));
  });
  return pictureOf(new XMLSerializer().serializeToString(copy));
}

// wrap breaks a text into lines of a width, each with its font.
function wrap(g, text, font, width) {
  g.font = font;
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && g.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => [line, font]);
}

// dataView shows the marks as a table in the place of the picture, or takes
// the table away; it returns the table.
export function dataView({ view, drawing, marks, words, parts }) {
  if (view?.isConnected) {
    view.remove();
    return null;
  }
  const el = make("div", "data-view", { tabIndex: 0 }), table = make("table", ""), head = table.createTHead().insertRow(), body = table.createTBody();
  el.setAttribute("role", "region");
  el.setAttribute("aria-label", parts[1].textContent);
  head.append(make("th", "", { scope: "col", textContent: words.shown }), make("th", "num", { scope: "col", textContent: words.value }));
  for (const { name, words } of marks) {
    const row = body.insertRow();
    row.append(make("th", "", { scope: "row", textContent: name }), make("td", "num", { textContent: words }));
  }
  const opener = document.activeElement;
  el.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    e.stopPropagation(); // the chart stays open
    el.remove();
    opener.focus();
  });
  el.append(table);
  drawing.append(el);
  el.focus({ preventScroll: true });
  return el;
}
