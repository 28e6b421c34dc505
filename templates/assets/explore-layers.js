// Layers take a drawing apart for as long as it is explored: what lies below its
// marks stays where it is, the marks are left to ECharts, and words and what
// lies above the marks are laid over those. Zoomed in time, all that belongs to
// a year or a day moves along.

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = "path, rect, circle";
const TIMED = ".all, .outline, .gap, path[fill^=\"url(\"]"; // drawn along the axis of time

export class Layers {
  constructor(drawing, tools, box) {
    this.drawing = drawing;
    const { svg } = drawing;
    svg.classList.add("exploring");
    const marks = [], lines = new Set();
    drawing.each((m, si) => {
      marks.push(m);
      if (tools.lines) lines.add(drawing.line(si)?.path);
    });
    const top = marks.reduce((a, b) => (b.rank > a.rank ? b : a)).el;
    const above = (el) => Boolean(top.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
    const shapes = [...svg.querySelectorAll(SHAPES)];
    const over = svg.cloneNode(true), copies = [...over.querySelectorAll(SHAPES)];
    shapes.forEach((el, i) => (above(el) && !el.closest("pattern") ? el.classList.add("lifted") : copies[i].remove()));
    for (const m of marks) m.el.classList.add("lifted");
    for (const path of lines) path?.classList.add("lifted");
    over.querySelectorAll("title, desc, pattern").forEach((e) => e.remove());
    over.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    for (const name of ["role", "aria-labelledby"]) over.removeAttribute(name);
    over.setAttribute("aria-hidden", "true");
    over.classList.replace("exploring", "words");
    this.over = over;
    box.append(over);
    this.dim(tools);
    if (tools.narrowed()) this.zoom(tools);
    if (tools.narrowed() && tools.to < tools.last()) this.nameEnds(tools);
  }

  // dim strikes out the names of lines that are switched off.
  dim(tools) {
    for (const si of tools.hidden) {
      const line = this.drawing.series[si].find(Boolean)?.el.parentNode.getAttribute("class");
      for (const end of this.over.querySelectorAll("g.end")) end.classList.toggle("off", end.classList.contains("off") || end.getAttribute("class") === `end ${line}`);
    }
  }

  zoom(tools) {
    const { svg, width, height } = this.drawing, { from, to } = tools;
    const { a, b, left, right } = this.drawing.zoom(from, to);
    this.clip = document.createElementNS(SVG, "clipPath");
    this.clip.id = `${svg.querySelector("title").id}-room`;
    const room = document.createElementNS(SVG, "rect");
    for (const [k, v] of Object.entries({ x: left - 1 / a, y: 0, width: right - left + 2 / a, height })) room.setAttribute(k, v);
    this.clip.append(room);
    svg.append(this.clip);
    for (const layer of [svg, this.over]) {
      layer.classList.add("zoomed");
      for (const el of layer.querySelectorAll(TIMED)) {
        el.setAttribute("transform", `matrix(${a} 0 0 1 ${b} 0)`);
        el.setAttribute("clip-path", `url(#${this.clip.id})`);
        el.setAttribute("vector-effect", "non-scaling-stroke");
      }
    }
    const when = this.over.querySelector(".when"), y = when?.querySelector("text")?.getAttribute("y");
    if (!when) return;
    when.replaceChildren();
    // The first and the last, and between them those that there is room for.
    const placed = [];
    const place = (i) => {
      const text = document.createElementNS(SVG, "text");
      text.textContent = this.drawing.steps[i].name;
      text.setAttribute("y", y);
      when.append(text);
      const half = text.getComputedTextLength() / 2, x = Math.min(Math.max(a * this.drawing.timeAt(this.drawing.steps[i].at) + b, half), width - half);
      text.setAttribute("x", x);
      if (placed.some(([lo, hi]) => x - half < hi + 8 && x + half > lo - 8)) text.remove();
      else placed.push([x - half, x + half]);
    };
    place(to);
    for (let i = from; i < to; i++) place(i);
  }

  // nameEnds puts the names of lines where the lines now end, apart from each
  // other and from the name of the guideline.
  nameEnds(tools) {
    const labels = [];
    for (const el of this.over.querySelectorAll("g.end:not([text-anchor])")) {
      el.querySelectorAll(".end-value").forEach((value) => value.remove());
      const box = el.getBBox(), own = box.y + box.height / 2;
      let at;
      if (el.classList.contains("ref-name")) {
        at = this.drawing.svg.querySelector(".ref").getBBox().y;
      } else {
        const si = this.drawing.series.findIndex((marks) => `end ${marks.find(Boolean)?.el.parentNode.getAttribute("class")}` === el.getAttribute("class").replace(/ off$/, ""));
        at = this.drawing.series[si]?.findLast((m, di) => m && tools.shows(si, this.drawing.step(si, di)))?.cy;
      }
      if (at === undefined) el.remove();
      else labels.push({ el, own, at, height: box.height - 2 });
    }
    labels.sort((a, b) => a.at - b.at);
    const push = (list, side) => {
      for (let i = 1; i < list.length; i++) {
        const apart = (list[i].height + list[i - 1].height) / 2;
        if ((list[i].at - list[i - 1].at) * side < apart) list[i].at = list[i - 1].at + side * apart;
      }
    };
    push(labels, 1);
    const below = labels.at(-1)?.at + labels.at(-1)?.height / 2 - this.drawing.height;
    if (below > 0) labels.at(-1).at -= below;
    push(labels.slice().reverse(), -1);
    for (const { el, own, at } of labels) el.setAttribute("transform", `translate(0 ${at - own})`);
  }

  end() {
    const { svg } = this.drawing;
    this.over.remove();
    this.clip?.remove();
    svg.classList.remove("exploring", "zoomed");
    for (const el of svg.querySelectorAll(".lifted")) el.classList.remove("lifted");
    for (const el of svg.querySelectorAll("[clip-path]")) for (const name of ["transform", "clip-path", "vector-effect"]) el.removeAttribute(name);
  }
}
