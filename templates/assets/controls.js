// The controls of a chart that is explored: a slider over some values, a player
// that moves it, a choice of one and a choice of several. Each has an element,
// and updates itself when something else has changed what is shown.

const EDGE = 8; // px kept free at the edge of the window

let ids = 0;

export function make(tag, className, props = {}) {
  return Object.assign(document.createElement(tag), { className, ...props });
}

// slider goes through values, which may be others after another change; of none
// of them it shows what is drawn then.
export function slider(label, values, get, set, text = String, none = "") {
  const el = make("div", "control"), id = `explore-${++ids}`;
  const input = make("input", "", { type: "range", id, min: 0, step: 1 }), out = make("output", "");
  out.htmlFor.add(id);
  el.append(make("label", "", { htmlFor: id, textContent: label }), input, out);
  const update = () => {
    const list = values(), at = list.indexOf(get());
    input.max = list.length - 1;
    input.value = at < 0 ? list.length - 1 : at;
    input.disabled = list.length < 2;
    out.textContent = at < 0 ? none : text(list[at]);
    input.setAttribute("aria-valuetext", out.textContent);
  };
  input.addEventListener("input", () => set(values()[input.value]));
  update();
  return { el, input, update, step: (i) => set(values()[i]) };
}

const BEAT = 900; // ms that a year is shown

// player moves a slider from where it is to its end, or from its beginning.
export function player(words, { input, step }, values) {
  const button = make("button", "play", { type: "button", textContent: words.play });
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = words.play;
  };
  const next = () => {
    const at = Number(input.value);
    if (at >= values().length - 1) return stop();
    step(at + 1);
  };
  button.addEventListener("click", () => {
    if (timer) return stop();
    button.textContent = words.pause;
    if (Number(input.value) >= values().length - 1) step(0);
    else next();
    timer = setInterval(next, BEAT);
  });
  input.addEventListener("input", stop);
  return { button, stop };
}

export function select(label, options, get, set) {
  const el = make("label", "control", { textContent: label }), list = make("select", "");
  for (const [value, textContent] of Object.entries(options)) list.append(make("option", "", { value, textContent }));
  el.append(" ", list);
  const update = () => (list.value = get());
  list.addEventListener("change", () => set(list.value));
  update();
  return { el, update };
}

// picker chooses some of several; none chosen is those that are ticked then.
// When it is opened first, more may come.
export function picker(words, { names, ticked, more, none }, get, set) {
  const el = make("details", "control pick"), list = make("ul", ""), boxes = new Map();
  const reset = make("button", "", { type: "button", textContent: none, onclick: () => set([]) });
  el.append(make("summary", "", { textContent: words.members }), list);
  const update = () => {
    for (const name of names()) {
      if (boxes.has(name)) continue;
      const box = make("input", "", { type: "checkbox", onchange: () => set([...boxes].filter(([, b]) => b.checked).map(([n]) => n)) });
      const item = make("li", ""), label = make("label", "");
      label.append(box, ` ${name}`);
      item.append(label);
      list.append(item);
      boxes.set(name, box);
    }
    const chosen = get().length ? get() : ticked;
    for (const [name, box] of boxes) box.checked = chosen.includes(name);
  };
  // In a narrow window the list begins left of the button.
  const place = () => {
    list.style.left = "0";
    list.style.left = `${Math.min(0, document.documentElement.clientWidth - EDGE - list.getBoundingClientRect().right)}px`;
  };
  const away = (e) => el.contains(e.target) || (el.open = false);
  el.addEventListener("toggle", () => {
    document[el.open ? "addEventListener" : "removeEventListener"]("pointerdown", away);
    if (el.open) place();
  });
  el.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !el.open) return;
    e.stopPropagation(); // the chart stays open
    el.open = false;
    el.firstChild.focus();
  });
  el.addEventListener("toggle", () => more?.().then(update).then(place), { once: true });
  list.append(make("li", ""));
  list.firstChild.append(reset);
  update();
  return { el, update };
}
