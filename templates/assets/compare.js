// Compare tells the difference between the two members that are chosen, and
// keeps the choice in the address, so that it can be passed on. The choice
// itself works without it; see compare/pick.css.
const page = document.querySelector(".compare");
const first = document.getElementById("first"), second = document.getElementById("second");
const words = JSON.parse(document.getElementById("compare-words").textContent);
const rows = [...page.querySelectorAll("tbody tr")];
const say = (message, values) => (message ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

const nameOf = (select) => select.selectedOptions[0].textContent;
const decimals = (s) => (s.split(".")[1] ?? "").length;

// number writes a value as the tables do: thousands apart, a true minus.
function number(v, digits) {
  const s = Math.abs(v).toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (v < 0 && /[1-9]/.test(s) ? "\u2212" : "") + s;
}

// difference gives one member's value less the other's, null without both.
function difference(row) {
  const [a, b] = [first, second].map((s) => row.querySelector(`.m-${s.value}`).dataset.value);
  if (a === undefined || b === undefined) return null;
  const digits = Math.max(decimals(a), decimals(b));
  const v = Number((Number(a) - Number(b)).toFixed(digits));
  return { v, text: (v > 0 ? "+" : "") + number(v, digits), size: number(Math.abs(v), digits) };
}

function show() {
  for (const row of rows) row.querySelector(".difference").textContent = difference(row)?.text ?? "\u2013";
  const d = difference(rows[0]);
  const message = first.value === second.value ? words.same : !d ? "" : d.v > 0 ? words.above : d.v < 0 ? words.below : words.equal;
  page.querySelector(".sentence").textContent = say(message, { first: nameOf(first), second: nameOf(second), points: d?.size });
}

function read() {
  const chosen = decodeURIComponent(location.hash.slice(1)).split(",");
  [first, second].forEach((select, i) => {
    if ([...select.options].some((o) => o.value === chosen[i])) select.value = chosen[i];
  });
  if (chosen.length === 1 && first.value === second.value) second.selectedIndex = first.selectedIndex ? 0 : 1;
  show();
}

const head = page.querySelector("thead tr");
head.append(Object.assign(document.createElement("th"), { scope: "col", className: "num", textContent: words.difference }));
for (const row of rows) row.append(Object.assign(document.createElement("td"), { className: "num difference" }));
for (const select of [first, second]) {
  select.addEventListener("change", () => {
    history.replaceState(null, "", `#${first.value},${second.value}`);
    show();
  });
}
addEventListener("hashchange", read);
read();
