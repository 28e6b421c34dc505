// The search field in the head of every page. Nothing more is fetched until a
// reader goes to the field. Without this script, its form leads to the page
// with everything by name.

const here = document.currentScript;
const form = document.querySelector("form.search");
const field = form?.elements.namedItem("q");

function open() {
  const panel = document.createElement("script");
  panel.src = here.dataset.panel;
  panel.dataset.root = here.dataset.root;
  document.head.append(panel);
}

if (field) {
  field.addEventListener("focus", open, { once: true });
  // Who was quicker than the script comes to that page with the words.
  const words = new URLSearchParams(location.search).get("q");
  if (words && form.action.split("?")[0] === location.href.split(/[?#]/)[0]) {
    field.value = words;
    field.focus();
  } else if (document.activeElement === field) {
    open();
    field.removeEventListener("focus", open);
  }
}
