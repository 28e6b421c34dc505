// Tools switch lines on and off and choose the years or days that are seen.
// They lie over the words below the drawing while it is explored, so that
// nothing on the page moves.

import { list } from "./explore-drawing.js";

const SHORT = 10; // steps that need no zoom
const LEAST = 3; // steps that zoom leaves

const make = (tag, props = {}) => Object.assign(document.createElement(tag), props);

export class Tools {
  constructor(option, drawing, words, changed) {
    this.option = option;
    this.words = words;
    this.changed = changed;
    this.hidden = new Set(); // indexes of series
    this.from = 0;
    this.to = this.last(drawing);
    this.lines = list(option.series).every((s) => s.type === "line");
    this.suit(drawing);
  }

  last(drawing = this.drawing) {
    return Math.max(0, drawing.steps.length - 1);
  }

  // suit takes another drawing of the same chart.
  suit(drawing) {
    this.drawing = drawing;
    if (!this.zooms()) [this.from, this.to] = [0, this.last()];
    if (this.ranges) for (const { label } of this.ranges) label.hidden = !this.zooms();
  }

  zooms() {
    return this.drawing.steps.length > SHORT;
  }

  narrowed() {
    return this.zooms() && (this.from > 0 || this.to < this.last());
  }

  // shows says whether a mark is to be seen: its line is on and its time in
  // the window.
  shows(si, step) {
    return !this.hidden.has(si) && (!this.zooms() || (step >= this.from && step <= this.to));
  }

  // zoomed takes a window from ECharts, and says whether it is another.
  zoomed({ startValue, endValue }) {
    const nearest = (v) => this.drawing.steps.reduce((best, s, i, all) => (Math.abs(s.at - v) < Math.abs(all[best].at - v) ? i : best), 0);
    const from = nearest(startValue), to = nearest(endValue);
    if (from === this.from && to === this.to) return false;
    [this.from, this.to] = [from, to];
    this.write();
    return true;
  }

  // show puts the tools over the words below the drawing.
  show(figure) {
    this.box = make("div", { className: "chart-tools" });
    const series = list(this.option.series);
    if (this.lines && series.length > 1) this.box.append(this.switches(series));
    if (this.zooms()) this.box.append(this.window());
    if (!this.box.childElementCount) return;
    const words = figure.querySelector(".chart-summary");
    if (words) words.before(this.box);
    else figure.append(this.box);
    figure.classList.add("tooled");
    this.figure = figure;
    this.place(figure);
  }

  // place puts the tools over the upper lines of the summary, which scrolls
  // below them in the room that it has without them.
  place(figure) {
    const words = figure.querySelector(".chart-summary");
    if (!words || !this.box.isConnected) return;
    words.removeAttribute("style");
    const f = figure.getBoundingClientRect(), r = words.getBoundingClientRect();
    for (const [k, v] of Object.entries({ left: r.left - f.left, top: r.top - f.top, width: f.width })) this.box.style[k] = `${v}px`;
    words.style.height = `${r.height}px`;
    words.style.paddingTop = `${this.box.getBoundingClientRect().height}px`;
  }

  switches(series) {
    const group = make("div", { className: "lines" });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.words.lines);
    series.forEach((s, i) => {
      const b = make("button", { type: "button", textContent: s.name });
      b.setAttribute("aria-pressed", "true");
      b.style.setProperty("--line", s.lineStyle?.color ?? "currentColor");
      b.addEventListener("click", () => {
        if (!this.hidden.delete(i)) this.hidden.add(i);
        b.setAttribute("aria-pressed", String(!this.hidden.has(i)));
        this.changed();
      });
      group.append(b);
    });
    return group;
  }

  window() {
    const box = make("div", { className: "window" });
    this.ranges = [this.words.from, this.words.to].map((name, i) => {
      const label = make("label"), value = make("output");
      const input = make("input", { type: "range", min: 0, max: this.last(), value: i ? this.to : this.from });
      label.append(make("span", { textContent: name }), input, value);
      input.addEventListener("input", () => {
        const v = Number(input.value);
        if (i) this.to = Math.max(v, this.from + LEAST - 1);
        else this.from = Math.min(v, this.to - LEAST + 1);
        this.write();
        this.changed();
      });
      box.append(label);
      return { label, input, value };
    });
    this.write();
    return box;
  }

  write() {
    [this.from, this.to].forEach((v, i) => {
      const { input, value } = this.ranges[i], { name } = this.drawing.steps[v];
      input.value = v;
      value.value = name;
      input.setAttribute("aria-valuetext", name);
    });
  }

  // span gives the least window, for ECharts: on an axis of names in steps.
  least() {
    return LEAST - 1;
  }

  end() {
    this.box.remove();
    this.figure?.classList.remove("tooled");
    this.figure?.querySelector(".chart-summary")?.removeAttribute("style");
  }
}
