// A click on a column's head sorts its table: numbers by their size, words by
// the language's alphabet, cells without a figure last either way. The heads
// become buttons, so the keyboard reaches them; a head that is a link has a
// button beside it. Without this script the order is the page's own, which says
// most.

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const MULTIPLES = { tn: 1e6, bn: 1e3, m: 1 }; // of US$ million, as money is printed

// cellAt returns the cell in a column, also one that spans several.
function cellAt(row, column) {
  let at = 0;
  for (const cell of row.cells) {
    at += cell.colSpan;
    if (column < at) return cell;
  }
}

// amount reads a printed number: a true minus, thousands apart, money, "4 of
// 28". A text without a number is NaN.
function amount(text) {
  const found = text.replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, "").match(/([\u2212-]?)\s*[+$]*(\d+(?:\.\d+)?)\s*(tn|bn|m)?\b/);
  return found ? (found[1] ? -1 : 1) * Number(found[2]) * (MULTIPLES[found[3]] ?? 1) : NaN;
}

// keyOf returns what a row is sorted by; null for no figure.
function keyOf(row, column, numeric) {
  const cell = cellAt(row, column);
  if (!cell || cell.classList.contains("none") || (cell.colSpan > 1 && numeric)) return null;
  const text = (cell.dataset.sort ?? cell.textContent).trim();
  if (text === "" || text === "\u2013") return null;
  if (!numeric) return text;
  const v = cell.dataset.sort === undefined ? amount(text) : Number(cell.dataset.sort);
  return Number.isNaN(v) ? null : v;
}

function sort(table, head, column) {
  const numeric = head.classList.contains("num");
  const first = numeric ? "descending" : "ascending";
  const order = head.ariaSort === first ? (numeric ? "ascending" : "descending") : first;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const way = order === "ascending" ? 1 : -1;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => [row, keyOf(row, column, numeric)]);
    rows.sort(([, a], [, b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return way * (numeric ? a - b : collator.compare(a, b));
    });
    body.append(...rows.map(([row]) => row));
  }
}

function prepare(table) {
  if (table.tHead?.rows.length !== 1 || table.tBodies.length !== 1 || table.tBodies[0].rows.length < 3) return;
  if (table.querySelector("[rowspan]")) return;
  let at = 0;
  for (const head of table.tHead.rows[0].cells) {
    const column = at;
    at += head.colSpan;
    if (head.colSpan > 1 || !head.textContent.trim()) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    if (head.querySelector("a")) {
      button.ariaLabel = head.textContent.trim();
      button.append("\u2195");
    } else button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, head, column));
    head.append(button);
  }
}

document.querySelectorAll("table").forEach(prepare);

// A field above a list of rows leaves those whose names hold what is typed.
const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

for (const field of document.querySelectorAll("input[data-filter]")) {
  const rows = [...document.getElementById(field.dataset.filter).tBodies[0].rows];
  const names = rows.map((row) => plain(row.querySelector("th").textContent + " " + (row.dataset.also ?? "")));
  const status = field.closest("p").querySelector("[role=status]");
  field.closest("p").hidden = false;
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    let shown = 0;
    rows.forEach((row, i) => (shown += (row.hidden = !names[i].includes(wanted)) ? 0 : 1));
    status.textContent = shown;
  });
}

// Who is sent to a row of a folded table finds it open.
function unfold() {
  const at = document.querySelector(":target");
  const folded = at?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  at.scrollIntoView();
}
unfold();
addEventListener("hashchange", unfold);
