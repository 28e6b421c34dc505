// What leaves the page: a chart's address, shared or copied, in a frame on
// another page the height that a chart needs there, and a reader for the page of
// a chosen country. Without this script the link leads to the chart's own page,
// the frame keeps the height it has, and the choice leads to the list.

for (const link of document.querySelectorAll("a.share")) {
  link.addEventListener("click", async (e) => {
    e.preventDefault();
    const { href: url } = link;
    try {
      if (navigator.share && matchMedia("(pointer: coarse)").matches) return await navigator.share({ url, title: link.closest("figure").querySelector(".chart-title").textContent });
      await navigator.clipboard.writeText(url);
      const words = link.textContent;
      link.textContent = link.dataset.done;
      setTimeout(() => (link.textContent = words), 2000);
    } catch (wrong) {
      if (wrong.name !== "AbortError") location.href = url; // a reader may change their mind
    }
  });
}

const picker = document.querySelector("form.picker");
picker?.addEventListener("submit", (e) => {
  const { value } = picker.elements.namedItem("who");
  if (!value) return;
  e.preventDefault();
  location.href = value;
});

if (window.parent !== window && document.body.classList.contains("alone")) {
  const tell = () => window.parent.postMessage({ burdenshare: location.pathname, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
}
