// A chart can be explored where it can do more than be looked at. The button
// fetches ECharts with explorer.js, the chart's option and what it shows at
// other times. Nothing is fetched before a reader asks, or follows an address
// that says what to show; without this script the still pictures are all there.

const bundle = document.currentScript.dataset.echarts;
const words = JSON.parse(document.getElementById("explore-words").textContent);
const say = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const fetched = new Map(), options = new Map(), frames = new Map();

// What is fetched is a script too, so that it can be loaded from the file system.
window.chartOption = (name, option) => options.set(name, option);
window.chartFrames = (family, all) => frames.set(family, all);

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

const named = (path) => path?.replace(/.*\/|\.js$/g, "");

function offer(figure) {
  const button = Object.assign(document.createElement("button"), { className: "explore", type: "button" });
  const title = figure.querySelector(".chart-title").textContent;
  let open = null; // or a promise of the explorer
  const label = (text) => {
    button.textContent = text;
    button.setAttribute("aria-label", say(words.button, { action: text, title }));
  };
  const close = async () => {
    const focused = figure.contains(document.activeElement), was = await open;
    open = null;
    was?.close();
    label(words.explore);
    if (focused) button.focus({ preventScroll: true });
  };
  const start = async (asked) => {
    label(words.still);
    const { option, frames: own, all, chart } = figure.dataset, wider = all && (() => load(all).then(() => frames.get(named(all))));
    open = Promise.all([bundle, option, own].map(load).concat(asked?.has("members") ? wider?.() : [])).then(() =>
      window.explore({ figure, words, say, asked, option: options.get(chart), frames: frames.get(named(own)), all: frames.get(named(all)), wider }));
    try {
      await open;
      if (asked) figure.scrollIntoView({ behavior: "instant" });
    } catch (e) {
      open = null;
      label(words.again);
      throw e;
    }
  };
  button.addEventListener("click", () => (open ? close() : start()));
  figure.addEventListener("keydown", (e) => e.key === "Escape" && open && close());
  label(words.explore);
  figure.querySelector(".explore-bar").append(button);
  const [id, asked] = location.hash.slice(1).split("?");
  if (id === figure.id && asked) start(new URLSearchParams(asked));
}

document.querySelectorAll("figure.chart[data-frames]").forEach(offer);
