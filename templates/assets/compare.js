// Compare tells the difference between two members that are chosen, and keeps
// the choice, of up to six, in the address, so that it can be passed on. The
// choice itself works without it; see compare/pick.css.
const page = document.querySelector(".compare");
const fields = [...page.querySelectorAll(".pick select")];
const words = JSON.parse(document.getElementById("compare-words").textContent);
const rows = [...page.querySelectorAll("tbody tr")];
const say = (message, values) => (message ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

const nameOf = (field) => field.selectedOptions[0].textContent;
const decimals = (s) => (s.split(".")[1] ?? "").length;
const chosen = () => fields.filter((field, i) => field.value && fields.findIndex((o) => o.value === field.value) === i);

// number writes a value as the tables do: thousands apart, a true minus.
function number(v, digits) {
  const s = Math.abs(v).toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (v < 0 && /[1-9]/.test(s) ? "\u2212" : "") + s;
}

// difference returns one member's value less the other's, null without both.
function difference(row, two) {
  const [a, b] = two.map((field) => row.querySelector(`.m-${field.value}`).dataset.value);
  if (a === undefined || b === undefined) return null;
  const digits = Math.max(decimals(a), decimals(b));
  const v = Number((Number(a) - Number(b)).toFixed(digits));
  return { v, text: (v > 0 ? "+" : "") + number(v, digits), size: number(Math.abs(v), digits) };
}

function show() {
  const two = chosen();
  for (const cell of page.querySelectorAll(".difference")) cell.hidden = two.length !== 2;
  if (two.length === 2) for (const row of rows) row.querySelector(".difference").textContent = difference(row, two)?.text ?? "\u2013";
  const d = two.length === 2 ? difference(rows[0], two) : null;
  const message = two.length < 2 ? words.same : !d ? "" : d.v > 0 ? words.above : d.v < 0 ? words.below : words.equal;
  page.querySelector(".sentence").textContent = say(message, { first: nameOf(two[0]), second: two[1] && nameOf(two[1]), points: d?.size });
}

function read() {
  const codes = decodeURIComponent(location.hash.slice(1)).split(",").filter(Boolean);
  const first = fields[0];
  if (codes.length) {
    fields.forEach((field, i) => {
      if ([...field.options].some((o) => o.value === codes[i])) field.value = codes[i];
      else if (i > 1) field.value = "";
    });
  }
  if (codes.length === 1 && first.value === fields[1].value) fields[1].selectedIndex = first.selectedIndex ? 0 : 1;
  show();
}

const head = page.querySelector("thead tr");
head.append(Object.assign(document.createElement("th"), { scope: "col", className: "num difference", textContent: words.difference }));
for (const row of rows) row.append(Object.assign(document.createElement("td"), { className: "num difference" }));
for (const field of fields) {
  field.addEventListener("change", () => {
    history.replaceState(null, "", `#${fields.map((f) => f.value).filter(Boolean).join(",")}`);
    show();
  });
}
addEventListener("hashchange", read);
read();
