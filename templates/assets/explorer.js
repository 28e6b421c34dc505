// Explores a chart: ECharts draws its option in the place of the still picture,
// and controls below it choose the year, the day by which figures were known,
// the period, the order and the members. Headline, subtitle and summary follow.
// What is chosen is in the address. explore.js opens and closes it.

import { apart, arrange, behind, choose, clear, daysOf, dress, edgesOf, fit, frameAt, highlight, keyOf, membersOf, number, own, partOf, plain, rowsOf, rowValues, sorted, thin, turn, unique, within, yearsBy } from "./frames.js";
import { listOf, sentence, sentencesOf, wordsOf } from "./sentences.js";
import { make, picker, player, select, slider } from "./controls.js";
import { cellNumbers, Names, sides, strokes } from "./labels.js";
import { dataView, savePicture } from "./export.js";
import { land, mapOf } from "./land.js";
import { panels } from "./panels.js";

const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-reduced-motion: reduce)"];
const PHONE = 480; // px up to which a tip is below the picture
const ON_CELLS = "color-mix(in srgb, var(--ink) 12%, transparent)"; // the hatching of cells in any scheme, which alone has a colour of its own
const BESIDE = 92; // px of a name beside a line on a phone, else a quarter of the width; it goes on in the next line
const MARGINS = 100; // px that lines leave for numbers and names
const TOP = 16, LINE = 14; // px above the lines of the names of guidelines, and of one
const ROW = 40, HEAD = 75; // px of a row at most, and of what is above and below all
const FEW = 4; // chosen members on each of whom there is a sentence below the picture
const NEAR = 24; // px that a pointer may miss a point by

const difference = (now, before) => (now == null || before == null ? null : now - before);

export class Explorer {
  constructor({ figure, words, say, asked, option, frames, all, wider }, init, registerMap) {
    Object.assign(this, { figure, words, fill: say, option, frames, all, wider, registerMap });
    this.drawing = figure.querySelector(".drawing");
    this.bar = figure.querySelector(".explore-bar");
    this.notes = make("ul", "notes");
    this.key = make("p", "series-key");
    this.source = figure.querySelector(".source a[href*='#']");
    this.parts = [".chart-title", ".chart-subtitle", ".chart-summary"].map((s) => figure.querySelector(s));
    this.first = figure.querySelector(".chart-lead, .chart-caption");
    this.credit = figure.querySelector(".source > span");
    this.parts.push(...[this.first, this.credit, this.source].filter(Boolean));
    this.were = new Map(this.parts.map((el) => [el, [...el.childNodes]]));
    this.href = this.source?.getAttribute("href");
    const d = figure.dataset;
    this.highlighted = new Set(d.highlight?.split("|"));
    this.own = { year: Number(d.year) || undefined, known: d.released, from: Number(d.from) || undefined, to: Number(d.to) || undefined, sort: "", members: [] };
    this.state = { ...this.own, ...this.read(asked) };
    this.stop = new AbortController();
    this.box = make("div", "live-chart", { tabIndex: 0 });
    this.box.setAttribute("role", "application");
    this.status = make("p", "sr");
    this.status.setAttribute("role", "status");
    this.drawing.append(this.box, this.status);
    this.chart = init(this.box, null, { renderer: "svg" });
    this.controls = make("div", "explore-controls");
    this.bar.append(this.controls);
    this.controls.append(this.key);
    this.members = membersOf(this.still());
    if (asked) this.settle(this.read(asked));
    this.makeControls();
    this.render();
    this.hold();
    const { signal } = this.stop, again = () => this.render();
    for (const query of SCHEMES) window.matchMedia(query).addEventListener("change", again, { signal });
    document.querySelector(".scheme select")?.addEventListener("change", again, { signal }); // after scheme.js
    window.addEventListener("beforeprint", () => this.restore(), { signal }); // paper has the still picture
    window.addEventListener("afterprint", again, { signal });
    this.sizes = new ResizeObserver(([{ contentRect }]) => contentRect.width && this.resize()); // on paper and in some screenshots it has none for a moment
    this.sizes.observe(this.box);
    this.box.addEventListener("keydown", (e) => this.press(e));
    this.chart.getZr().on("mousemove", (e) => this.pointed && this.near(e.offsetX, e.offsetY));
    this.chart.getZr().on("globalout", () => this.pointed && this.point());
    document.addEventListener("pointerdown", (e) => this.box.contains(e.target) || this.point(), { signal }); // a finger never leaves
    figure.dataset.explored = "yes";
    if (figure.contains(document.activeElement)) this.box.focus({ preventScroll: true });
  }

  close() {
    this.stop.abort();
    this.sizes.disconnect();
    this.playing?.stop();
    this.chart.dispose();
    this.keep(() => {
      for (const el of [this.box, this.status, this.controls, this.view]) el?.remove();
      this.figure.querySelector("figcaption").style.minHeight = this.drawing.style.maxHeight = "";
      this.restore();
    });
    if (document.fullscreenElement === this.figure) document.exitFullscreen();
    delete this.figure.dataset.explored;
    if (location.hash.includes("?")) this.address("");
  }

  restore() {
    for (const [el, nodes] of this.were) el.replaceChildren(...nodes);
    this.source?.setAttribute("href", this.href);
    this.notes.remove();
    delete this.figure.dataset.moved;
  }

  // keep makes a change and leaves the picture where it is in the window, or something else.
  keep(change, what = this.drawing) {
    const before = what.getBoundingClientRect().top;
    change();
    window.scrollBy({ top: what.getBoundingClientRect().top - before, behavior: "instant" });
  }

  // hold gives headline and subtitle the height of the longest there are, so
  // that the picture does not move below them.
  hold() {
    const caption = this.figure.querySelector("figcaption"), all = [...this.frames.frames, ...(this.frames.periods ?? [])];
    const [title, subtitle] = this.parts, longest = (at) => all.map((f) => this.frames.pool[f.words[at]]).reduce((a, b) => (b.length > a.length ? b : a), "");
    const shown = [title, subtitle].map((el) => [...el.childNodes]);
    this.keep(() => {
      title.textContent = longest(0);
      subtitle.textContent = longest(1);
      const most = caption.offsetHeight;
      title.replaceChildren(...shown[0]);
      subtitle.replaceChildren(...shown[1]);
      caption.style.minHeight = `${Math.max(most, caption.offsetHeight)}px`;
    });
  }

  read(asked) {
    const state = {};
    for (const [key, value] of asked ?? []) {
      if (/^(year|from|to|order)$/.test(key)) state[key] = Number(value);
      else if (key === "members") state.members = value.split("|");
      else if (/^(known|sort)$/.test(key)) state[key] = value;
    }
    return state;
  }

  // address says in the page's address what is shown, where that is not what
  // the still picture shows.
  address(hash = this.asked()) {
    try {
      history.replaceState(null, "", location.pathname + location.search + hash);
    } catch {
      // a page that is not to be addressed, as in some previews
    }
  }

  asked() {
    const s = this.state, own = this.own, asked = new URLSearchParams();
    if (s.year !== own.year || s.known !== own.known) {
      if (s.year) asked.set("year", s.year);
      asked.set("known", s.known);
    }
    if (s.from !== own.from || s.to !== own.to) for (const key of ["from", "to"]) asked.set(key, s[key]);
    for (const key of ["sort", "order"]) if (s[key]) asked.set(key, s[key]);
    if (s.members.length) asked.set("members", s.members.join("|"));
    return asked.size ? `#${this.figure.id}?${asked}` : `#${this.figure.id}`;
  }

  set(change) {
    Object.assign(this.state, change);
    this.settle(change);
    this.render();
    this.address();
  }

  // settle moves what is chosen to what there is: an address may be of a report
  // with other editions.
  settle(change) {
    const days = daysOf(this.frames);
    if (change.known && days.length) this.state.known = days.findLast((day) => day <= change.known) ?? days[0];
    if (change.members) this.state.members = change.members.filter((name) => this.names().includes(name));
    const years = yearsBy(this.frames, this.state.known);
    if (years.length && !years.includes(this.state.year)) this.state.year = years.reduce((a, y) => (Math.abs(y - this.state.year) < Math.abs(a - this.state.year) ? y : a));
    if (this.frames.periods && !this.spans().some(({ from, to }) => from === this.state.from && to === this.state.to)) Object.assign(this.state, this.nearest(change));
  }

  // spans returns the periods that the edition has words for.
  spans() {
    const { own, state, frames } = this, known = this.frame()?.known;
    const spans = [this.whole(), ...frames.periods.filter((p) => p.known === known)];
    return state.known === own.known && own.from ? [...spans, { from: own.from, to: own.to }] : spans;
  }

  // nearest returns the period that is most like the one asked for; what was
  // chosen just now stays.
  nearest(change) {
    const { from, to } = this.state, weigh = (key) => (key in change ? 100 : 1);
    const off = (p) => weigh("from") * Math.abs(p.from - from) + weigh("to") * Math.abs(p.to - to);
    const best = this.spans().reduce((a, b) => (off(b) < off(a) ? b : a));
    return { from: best.from, to: best.to };
  }

  makeControls() {
    const { words, frames } = this, days = daysOf(frames), full = this.part();
    const named = new Map(frames.frames.map((f) => [f.known, frames.pool[f.edition]]));
    this.updates = [];
    const add = (control) => {
      this.controls.append(control.el);
      if (control.update) this.updates.push(control.update);
      return control;
    };
    const time = (label, key, values) => {
      const control = add(slider(label, values, () => this.state[key], (v) => this.set({ [key]: v }), String, words.as_drawn));
      this.playing = player(words, control, values);
      control.el.append(this.playing.button);
    };
    if (unique(frames.frames.map((f) => f.year)).filter(Boolean).length > 1) time(words.year, "year", () => yearsBy(frames, this.state.known));
    if (days.length > 1) add(slider(words.known, () => days, () => this.state.known, (v) => this.set({ known: v }), (v) => named.get(v)));
    if (frames.periods) {
      const ends = (key) => unique(this.spans().map((p) => p[key]));
      for (const key of ["from", "to"]) add(slider(words[key], () => ends(key), () => this.state[key], (v) => this.set({ [key]: v })));
    }
    if (full.series[0].type === "heatmap" && full.xAxis[0].data?.length > 1 && full.xAxis[0].show !== false) time(words.order, "order", () => this.part().xAxis[0].data.map(Number));
    if (this.figure.dataset.sorts !== undefined && full.yAxis[0].type === "category") {
      const ways = { "": words.as_drawn, value: words.by_value, name: words.by_name, change: words.by_change };
      add(select(words.sort, ways, () => this.state.sort, (v) => this.set({ sort: v })));
    }
    if (this.members.length > 1 || this.wider) {
      const ticked = this.wider ? this.members : [], own = (v) => v.length === ticked.length && v.every((name) => ticked.includes(name));
      const who = { names: () => this.names(), ticked, more: this.wider && (() => this.widen()), none: this.wider ? words.as_drawn : words.everyone };
      add(picker(words, who, () => this.state.members, (v) => this.set({ members: own(v) ? [] : v })));
      this.pick = this.controls.lastElementChild;
      this.pick.addEventListener("toggle", () => this.pick.open || this.keep(() => this.shrink(this.rows), this.bar));
    }
    const tools = make("span", "tools");
    const tool = (text, act) => tools.append(make("button", "", { type: "button", textContent: text, onclick: act }));
    if (this.figure.requestFullscreen) tool(words.full, () => (document.fullscreenElement ? document.exitFullscreen() : this.figure.requestFullscreen()));
    tool(words.save, () => savePicture(this));
    tool(words.data, () => (this.view = dataView(this)));
    this.controls.append(tools);
  }

  // widen fetches what the chart shows of all members.
  async widen() {
    this.all ??= await this.wider();
  }

  // others reports whether members are chosen that the still picture does not show.
  others() {
    return Boolean(this.wider) && this.state.members.some((name) => !this.members.includes(name));
  }

  // names returns whom a reader may choose: the chart's own first.
  names() {
    const here = membersOf(this.part()), there = this.all ? membersOf(partOf(this.all, frameAt(this.all, this.state.year, this.state.known))) : [];
    return [...new Set([...this.members, ...here, ...there.toSorted(new Intl.Collator(document.documentElement.lang).compare)])];
  }

  // whole returns the first and last year of a chart over years.
  whole() {
    const years = this.part().xAxis[0].data;
    return { from: Number(years[0]), to: Number(years.at(-1)) };
  }

  // shown returns the frames that hold what is shown.
  shown() {
    return this.all && this.others() ? this.all : this.frames;
  }

  frame(frames = this.shown()) {
    return frameAt(frames, this.state.year, this.state.known);
  }

  // part returns the option of the frame that is shown, before it is ordered.
  part() {
    return this.partOf(this.frame()) ?? structuredClone(this.option);
  }

  // still returns the option with the members of the still picture.
  still() {
    const frame = this.frame(this.frames);
    return frame ? partOf(this.frames, frame) : structuredClone(this.option);
  }

  partOf(frame) {
    return frame && partOf(this.shown(), frame);
  }

  // period returns the part of the years that is shown; null for all. The
  // chart's own has its words on the page, and its axis in its own option.
  period() {
    const { from, to } = this.state, { periods } = this.frames, whole = periods && this.whole();
    if (!periods || (from === whole.from && to === whole.to)) return null;
    const [{ min: low, max: high }] = this.option.yAxis;
    return periods.find((p) => p.from === from && p.to === to && p.known === this.frame().known) ?? { from, to, low, high };
  }

  order(part) {
    const { sort, order, year, known } = this.state;
    if (part.yAxis[0].type !== "category" || !(sort || order)) return;
    const columns = part.series[0].type === "heatmap" ? part.xAxis[0].data : null;
    const column = columns && (order ? columns.indexOf(String(order)) : columns.length - 1); // of cells
    let values = rowValues(part, column);
    if (sort === "change") {
      const before = columns ? part : this.partOf(frameAt(this.shown(), year - 1, known));
      if (!before) return;
      const then = rowValues(before, columns && column - 1), rows = before.yAxis[0].data;
      values = values.map((v, i) => difference(v, then[rows.indexOf(part.yAxis[0].data[i])]));
    }
    arrange(part, sorted(part, sort, values));
  }

  // shrink gives a few chosen rows the height that they have among all. While a list to choose from is open, nothing below
  // comes nearer.
  shrink(rows) {
    const height = rows ? HEAD + ROW * rows : Infinity, open = this.pick?.open, px = (v) => (v < Infinity ? `${v}px` : "");
    this.rows = rows;
    this.height = open ? Math.max(this.height, height) : height;
    const change = () => {
      this.box.style.maxHeight = px(height);
      this.drawing.style.maxHeight = px(this.height);
    };
    if (open) this.keep(change, this.bar);
    else change();
    if (this.box.clientHeight !== this.chart.getHeight()) this.chart.resize();
  }

  render() {
    const part = this.part(), period = this.period();
    this.order(part);
    const { members } = this.state;
    if (members.length) choose(part, new Set(members));
    this.shrink(rowsOf(part) && members.length);
    dress(part, this.option.series, this.part().series); // frames are of charts that point out others, too
    if (this.shown() === this.all) behind(part, this.still());
    if (period) within(part, period);
    if (members.length && !this.small) fit(part); // else all have the scale of the key
    highlight(part, this.highlighted);
    const shown = period?.words ? period : this.frame();
    this.say(shown && this.narrowed(wordsOf(period?.words ? this.frames : this.shown(), shown), part, period));
    this.showKey(part);
    const edges = edgesOf(part);
    part.series.forEach((s, i) => {
      s.id = own(s) ? String(i) : `behind ${i}`; // of one that had its place it would keep the look
      s.data.forEach((d, k) => d?.name && (d.id = part.yAxis[0].type === "category" && s.type === "bar" ? part.yAxis[0].data[k] : d.name));
    });
    thin(part, this.drawing.clientWidth - MARGINS);
    const phone = this.drawing.clientWidth <= PHONE, outlines = phone ? this.frames.narrow : this.frames.wide;
    if (outlines) this.land(part, outlines, phone);
    const names = new Names(this.chart, part, phone);
    const lines = apart(part, this.drawing.clientWidth);
    clear(part, this.drawing.clientWidth - MARGINS, this.drawing.clientHeight - 80);
    if (phone) turn(part);
    if (phone && ["time", "value"].includes(part.xAxis[0].type)) part.xAxis[0].splitNumber = 3;
    if (phone && !outlines && part.xAxis[0].show === false) for (const d of part.series[0].data) Object.assign(d.label ?? {}, { fontSize: 10, lineHeight: 11 });
    const still = window.matchMedia(SCHEMES[2]).matches;
    if (window.matchMedia(SCHEMES[1]).matches) plain(part);
    const whole = { ...this.option, ...part };
    if (this.small) panels(whole, this.drawing.clientWidth, this.drawing.clientHeight);
    const option = this.coloured(whole);
    if (part.series[0]?.type === "line" && !this.small) {
      const most = phone ? BESIDE : this.drawing.clientWidth / 4;
      option.grid[0].right = Math.min(most + 12, Math.max(parseInt(option.grid[0].right), ...part.series.filter(own).map((s) => 7 * s.name.length + 12)));
      for (const { endLabel } of option.series) Object.assign(endLabel ?? {}, { width: most, overflow: "break" });
    }
    if (lines) option.grid[0].top = Math.max(parseInt(option.grid[0].top), TOP + LINE * lines);
    if (names.needed) names.write(option.series[0]);
    if (part.series[0].type === "heatmap" && part.xAxis[0].show !== false) cellNumbers(option.series[0]);
    if (option.yAxis[0].type === "category") Object.assign(option.yAxis[0].axisLabel, { width: this.drawing.clientWidth / 2, overflow: "truncate", ellipsis: "…" }); // beside which nothing else had room
    number(option, this.figure.dataset.kind === "distance", this.chart);
    option.animation = !still;
    const drawn = part.series.map((s) => s.name).join("|"); // a line does not become another
    Object.assign(option, { animationDuration: 0, animationDurationUpdate: drawn === this.drawn ? 450 : 0 });
    this.drawn = drawn;
    this.pointed = !this.small && ["line", "scatter"].includes(part.series[0]?.type); // such are small
    for (const { markLine } of option.series) if (markLine) markLine.silent = true;
    option.tooltip = { ...option.tooltip, className: "chart-tip-live", formatter: (p) => this.tip([p].flat()) };
    if (this.pointed) option.tooltip.triggerOn = "none"; // but near
    else if (part.series[0]?.type === "bar") Object.assign(option.tooltip, { trigger: "axis", axisPointer: { type: "none" } }); // a small bar answers beside it
    if (phone) Object.assign(option.tooltip, { confine: false, transitionDuration: 0, position: (point, marks, el, rect, size) => [0, size.viewSize[1] + 4] });
    const label = this.fill(this.words.application, { title: this.parts[0].textContent, edition: this.frames.pool[this.frame(this.frames)?.edition] ?? "" });
    option.aria = { ...option.aria, enabled: true, label: { enabled: true, description: `${label} ${this.parts[2].textContent}` } };
    this.chart.setOption(option, { replaceMerge: ["series", "xAxis", "yAxis", "grid"] });
    const { color: stroke } = option.textStyle;
    this.over = () => strokes(this.chart, names.leaders ?? (edges.length ? sides(this.chart, edges) : []), { stroke, lineWidth: names.needed ? 0.5 : 1.5 });
    this.over();
    this.marks = option.series.flatMap((s, seriesIndex) => s.data.flatMap((d, dataIndex) => (d?.words ? [{ seriesIndex, dataIndex, ...d, name: d.head ?? d.name }] : [])));
    for (const update of this.updates) update();
  }

  // narrowed returns the words where some are shown: of one, those of a chart of
  // it; of several their names and what is said of each. What is said of all
  // might be of others.
  narrowed(words, part, period) {
    const { members } = this.state, all = this.all ?? this.frames, alone = this.frame(all)?.alone;
    if (!members.length || !(alone || this.wider || part.series[0]?.type === "line")) return words;
    const each = members.flatMap((name) => (alone?.[name] ? [wordsOf(all, alone[name])] : [])), whole = !period && each.length === members.length;
    if (whole && each.length === 1) return { ...each[0], source: words.source, few: true };
    const list = (names) => listOf(names, all, this.words), summary = whole ? each.map((one) => one.summary[0]) : sentencesOf(part, list, this.words, this.fill);
    return { ...words, few: true, each: members.length <= FEW ? members.length : 1, title: list(members), summary, notes: alone ? unique(each.flatMap((one) => one.notes)) : words.notes };
  }

  // land puts the map in the place of tiles.
  land(part, outlines, phone) {
    const map = phone ? "narrow" : "wide", shapes = mapOf(outlines);
    land(part, map, shapes, this.frame().absent ?? [], phone);
    this.registerMap(map, { geoJSON: shapes });
  }

  // small reports whether each line has a field of its own.
  get small() {
    return this.figure.dataset.kind === "panels";
  }

  resize() {
    this.chart.resize();
    if (this.small) this.render(); // as many side by side as there is space for
    else this.over?.();
  }

  // showKey shows what colours mean: of cells as the still picture does.
  showKey(part) {
    const { pool } = this.shown(), { key } = this.frame() ?? {};
    if (key) this.key.innerHTML = pool[key];
    else this.key.replaceChildren(...keyOf(part).map(({ name, colour, sign }) => {
      const item = make("span", ""), mark = make("span", "", { textContent: sign });
      mark.style.color = colour;
      item.append(mark, ` ${name}`);
      return item;
    }));
  }

  // say writes the words of what is shown; the page's own for what the still
  // picture shows.
  say(words) {
    const { state: s, own } = this;
    if (!words || (!words.few && s.year === own.year && s.known === own.known && s.from === own.from && s.to === own.to)) return this.restore();
    const [title, subtitle, summary] = this.parts;
    if (this.first) this.first.textContent = words.summary.slice(0, words.each ?? 1).join(" ");
    this.notes.replaceChildren(...words.notes.map((textContent) => make("li", "", { textContent })));
    this.figure.querySelector(":scope > details").before(this.notes);
    this.credit?.replaceChildren(...(words.source ? [words.source] : this.were.get(this.credit)));
    if (this.source && words.known) {
      this.source.textContent = words.edition;
      this.source.href = this.href.replace(own.known, words.known);
    }
    this.figure.dataset.moved = "yes";
    title.textContent = words.title;
    subtitle.textContent = words.subtitle;
    summary.replaceChildren(...words.summary.map((text) => make("p", "", { textContent: text })));
  }

  // coloured returns an option with the colours that the page has now.
  coloured(option) {
    const probe = document.createElementNS("http://www.w3.org/2000/svg", "svg"), known = new Map();
    this.drawing.append(probe);
    const colour = (value) => {
      if (!known.has(value)) {
        probe.style.fill = value;
        known.set(value, getComputedStyle(probe).fill);
      }
      return known.get(value);
    };
    const text = JSON.stringify(option, (key, v) => (key === "decal" && v.color ? { ...v, color: ON_CELLS } : /^(var|color-mix)\(/.test(v) ? colour(v) : v));
    probe.remove();
    return JSON.parse(text);
  }

  tip(marks) {
    const el = make("div", "");
    for (const { data } of marks) {
      if (!data?.words) continue;
      el.append(make("p", "tip-head", { textContent: data.head ?? data.name }), ...data.words.split("\n").map((textContent) => make("p", "", { textContent })));
    }
    if (!el.firstChild) return "";
    if (this.figure.querySelectorAll(".source > :first-child a").length === 1) el.append(make("p", "tip-source", { textContent: this.source.textContent }));
    return el;
  }

  line(mark) {
    return sentence(mark, this.words.mark, this.words.next, this.fill);
  }

  // near points at the mark that is nearest to a place in the picture.
  near(x, y) {
    let at, least = NEAR;
    this.marks.forEach(({ seriesIndex, dataIndex, value, symbolOffset: [, down] = [] }, i) => {
      const [px, py] = this.chart.convertToPixel({ seriesIndex }, Array.isArray(value) ? value : [dataIndex, value]), far = Math.hypot(px - x, py + (down ?? 0) - y);
      if (far < least) [at, least] = [i, far];
    });
    if (at !== this.at) this.point(at);
  }

  // point shows what a mark says, or nothing more.
  point(at) {
    this.at = at;
    this.chart.dispatchAction({ type: "downplay" });
    if (at === undefined) return this.chart.dispatchAction({ type: "hideTip" });
    const { seriesIndex, dataIndex } = this.marks[at];
    for (const type of ["highlight", "showTip"]) this.chart.dispatchAction({ type, seriesIndex, dataIndex });
  }

  press(e) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if (!step || e.target !== this.box) return;
    e.preventDefault();
    this.point(((this.at ?? (step > 0 ? -1 : 0)) + step + this.marks.length) % this.marks.length);
    this.status.textContent = this.line(this.marks[this.at]);
  }
}
