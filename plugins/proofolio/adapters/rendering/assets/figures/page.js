// Beginning, once the page is there; and again when the theme changed the page without loading it anew.

function begin() {
  for (const table of document.querySelectorAll("table[data-pf-sortable]")) sortable(table);
  for (const figure of document.querySelectorAll("[data-pf-plot]:not([data-pf-drawn])")) {
    figure.dataset.pfDrawn = "";
    // The chart says it at a glance; the table stays one press away.
    const fold = figure.querySelector("details");
    if (fold && typeof Chartist !== "undefined" && plotted(figure)) fold.open = false;
  }
  drawAll();
  for (const bar of document.querySelectorAll("[data-pf-narrow][hidden]")) new Narrow(bar);
}

let waits;
window.addEventListener("resize", () => {
  clearTimeout(waits);
  waits = setTimeout(drawAll, 150);
});
// On paper the chart has another width, and the table belongs to it.
let folded = [];
window.addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll(".pf-page-figures details:not([open])")];
  for (const fold of folded) fold.open = true;
});
window.addEventListener("afterprint", () => {
  for (const fold of folded) fold.open = false;
});

if (window.document$) window.document$.subscribe(begin);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
