// A chart can be explored: its button fetches ECharts and the chart's option, and
// ECharts draws it in the place of the still picture. Escape goes back to that.
// Nothing is fetched before a reader asks, and without this script the still
// pictures and tables are all there.

const bundle = document.currentScript.dataset.echarts;
const words = JSON.parse(document.getElementById("explore-words").textContent);
const say = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const fetched = new Map(), options = new Map();

// An option is a script too, so that it can be loaded from the file system.
window.chartOption = (name, option) => options.set(name, option);

// load fetches a script, once; after a failure the next call tries again.
function load(src) {
  if (!fetched.has(src)) {
    fetched.set(src, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = src;
      script.onload = resolve;
      script.onerror = () => {
        fetched.delete(src);
        script.remove();
        reject(new Error(`${src} did not come`));
      };
      document.head.append(script);
    }));
  }
  return fetched.get(src);
}

function make(tag, className, props = {}) {
  return Object.assign(document.createElement(tag), { className, ...props });
}

class Explorer {
  constructor(figure) {
    this.figure = figure;
    this.title = figure.querySelector(".chart-title")?.textContent ?? "";
    this.edition = figure.querySelector(".source a")?.textContent ?? "";
    this.button = make("button", "explore", { type: "button" });
    this.label(words.explore);
    this.button.addEventListener("click", () => (this.open ? this.close() : this.start()));
    figure.addEventListener("keydown", (e) => e.key === "Escape" && this.open && this.close());
    (figure.querySelector("details") ?? figure.querySelector(".source")).before(this.button);
  }

  label(text) {
    this.button.textContent = text;
    this.button.setAttribute("aria-label", say(words.button, { action: text, title: this.title }));
  }

  svg() {
    return [...this.figure.querySelectorAll(".drawing > svg")].find((s) => s.getBoundingClientRect().width > 0);
  }

  async start() {
    this.open = true;
    this.label(words.still);
    try {
      await Promise.all([load(bundle), load(this.figure.dataset.option)]);
      if (this.open) this.draw();
    } catch (e) {
      this.close();
      this.label(words.again);
      throw e;
    }
  }

  close() {
    const focused = this.figure.contains(document.activeElement);
    this.open = false;
    this.label(words.explore);
    this.stop?.abort();
    this.sizes?.disconnect();
    this.chart?.dispose();
    this.box?.remove();
    this.box = this.chart = null;
    delete this.figure.dataset.explored;
    if (focused) this.button.focus({ preventScroll: true });
  }

  draw() {
    this.box = make("div", "lively", { tabIndex: 0 });
    this.box.setAttribute("role", "application");
    this.box.setAttribute("aria-label", say(words.application, { title: this.title, edition: this.edition }));
    this.figure.append(this.box);
    this.place();
    this.chart = echarts.init(this.box, null, { renderer: "svg" });
    this.render();
    this.stop = new AbortController();
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      window.matchMedia(query).addEventListener("change", () => this.render(), { signal: this.stop.signal });
    }
    this.sizes = new ResizeObserver(() => {
      this.place();
      this.chart.resize();
    });
    this.sizes.observe(this.figure);
    this.figure.dataset.explored = "yes";
    if (this.figure.contains(document.activeElement)) this.box.focus({ preventScroll: true });
  }

  // place puts the box on the drawing that is seen.
  place() {
    const svg = this.svg();
    if (!svg) return;
    const f = this.figure.getBoundingClientRect(), r = svg.getBoundingClientRect();
    Object.assign(this.box.style, { left: `${r.left - f.left}px`, top: `${r.top - f.top}px`, width: `${r.width}px`, height: `${r.height}px` });
  }

  render() {
    const probe = make("i", "");
    this.figure.append(probe);
    const colour = (value) => {
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    const option = JSON.parse(JSON.stringify(options.get(this.figure.dataset.chart), (key, v) => (typeof v === "string" && v.startsWith("var(") ? colour(v) : v)));
    probe.remove();
    option.tooltip = { ...option.tooltip, className: "chart-tip", formatter: (p) => tip([p].flat()) };
    this.chart.setOption(option, { notMerge: true });
  }
}

// tip says what the marks that are pointed at show.
function tip(marks) {
  const el = make("div", "");
  for (const { data } of marks) if (data?.told) el.append(make("p", "", { textContent: say(words.mark, data) }));
  return el;
}

for (const figure of document.querySelectorAll("figure.chart[data-option]")) {
  if (figure.querySelector("svg [data-value]")) new Explorer(figure);
}
